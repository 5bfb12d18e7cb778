"""Puts doer, deed and what it was done to in their order again ("it was she who", "it was boats that")."""

import re

from bot.answering.claims.index import Index
from bot.answering.reading.question import ANYBODY, SlotKind

_IT_WAS = re.compile(
    r"\bit(?:\s+(?:is|was)|['’]s)\s+(?P<who>(?:(?!\b(?:who|which)\b)[^,;:]){1,80}?"
    r"(?P<not>,?\s+(?:and\s+)?not\s+[^,;:]{1,80}?,)?),?\s+(?:who|which|(?(not)that|(?!)))\s+(?=\S+\s+\S)",
    re.IGNORECASE,
)
# This and the answer below begin where a clause does; what is tried at every word reaches only so far, or a
# long sentence would take the square of its length.
_IS_WHAT = re.compile(
    r"(?P<space>(?:^|(?<=,))\s*)(?P<what>[^\s,;:][^,;:]*?)\s+(?:is|are|was|were)\s+(?:exactly\s+|precisely\s+)?"
    r"what\s+(?P<deed>[^,;:.]+)",
    re.IGNORECASE,
)
# "The side that flew them was Orla", "those who closed it were the Danes"
_ONE_THAT = re.compile(
    r"\b(?:the\s+)?(?:side|party|country|one|ones|nation|state|army|force|people|town|camp|guys|those)\s+(?:who|that|which)\s+"
    r"(?P<deed>(?:(?!\b(?:is|are|was|were)\b)[^,;:]){1,120}?)\s+(?:is|are|was|were)\s+(?P<who>(?:the\s+)?[^\s,;:.]+)"
    r"(?=\s*(?:[,;:.!?—–]|$))",
    re.IGNORECASE,
)
# "Orla is the one who closed it", "Orla was the side closing it"
_IS_THE_ONE = re.compile(
    r"(?P<who>(?:^|(?<=[,;:]))\s*[^,;:]{1,60}?)\s+(?:is|are|was|were)\s+the\s+(?:very\s+)?"
    r"(?:side|party|country|one|ones|nation|state|army|force|people|town|camp|guys)\s+"
    r"(?:(?:who|that|which)\s+|to\s+have\s+|(?=\w+ing\b))(?!(?:is|are|was|were)\b)",
    re.IGNORECASE,
)
# "What Lund called 'not true' were the claims of Arden"
_CALLED = re.compile(
    r"^\W*what\s+(?P<who>[^,;:“\"‘']{2,50}?)\s+(?P<verb>(?:called|calls|described|describes|dismissed|dismisses"
    r"|rejected|rejects|branded|labelled|denounced)(?:\s+as)?)\s+(?P<words>[“\"‘'][^”\"]{2,60}[”\"’']|(?:not\s+)?\w+)"
    r"\s+(?:is|are|was|were)\s+(?P<what>[^,;:]+?)(?=\W*$)",
    re.IGNORECASE,
)
# What somebody is said to be, ahead of who says so ("Ready to talk: that is what Lund said they were").
_IS_SAID = re.compile(
    r"^(?P<what>[^:;]{3,}?)\s*[,:;–—]\s*(?:that|this|which|such)\s*(?:['’]s|\s(?:is|are|was|were))\s+(?:what|how)\s+"
    r"(?P<who>[^,;:]+?\s(?:is|are|was|were))(?=\W*$)",
    re.IGNORECASE,
)
# Who was sent to do something did it.
_SENT_TO = re.compile(r"\b(?:is|are|was|were)\s+(?:sent|meant|used|launched|flown)\s+to\s+", re.IGNORECASE)
# "Their answer, given by her, is that …"
_ANSWER_IS = re.compile(
    r"(?:^|(?<=[,;:]))(?P<who>[^,;:]+?)(?:['’]s?)?\s+(?:reply|response|answer|message)"
    r"(?:,\s+[^,;:]*?\bby\s+(?P<by>[^,;:]+),)?\s+(?:is|was)\s+that\s+",
    re.IGNORECASE,
)
_AT = (
    r"(?:to|on|in|at|by|with|from|for|of|after|before|during|through|via|over|under|near|along|because|only)"
)
# "It was farms that they hit on Sunday"
_IT_WAS_THAT = re.compile(
    rf"\bit(?:\s+(?:is|was|were)|['’]s)\s+(?!{_AT}\b)(?P<what>[^,;:]{{1,80}}?),?\s+"
    r"(?:(?:that|which)\s+|(?=(?:they|(?-i:[A-Z])\w+)\s))(?P<deed>[^;:]+)",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"\W*(?:$|\s(?:on|in|at|during|after|before|from|near|along|inside|across|last|this|yesterday)\b)",
    re.IGNORECASE,
)
_THEY = re.compile(r"(?:they|he|she|we|you)\b", re.IGNORECASE)
# What something may be done to that is neither a party nor a place.
_THINGS: tuple[SlotKind, ...] = ("elsewhere", "unknown", "victims", "topic")


def uncleft(index: Index, sentence: str) -> str:
    """Return a sentence with doer, deed and what it was done to in the order of one that stresses none."""
    return _with_doer_first(_with_object_behind(index, sentence))


def _with_object_behind(index: Index, sentence: str) -> str:
    """Return a sentence with what something was done to behind the deed ("they hit farms on Sunday")."""
    cleft = _IT_WAS_THAT.search(sentence)
    first = index.reader.read(cleft["what"]).slots[:1] if cleft else ()
    if cleft is None or not first or first[0].kind not in _THINGS:
        return sentence
    deed = cleft["deed"]
    read = index.reader.read(deed)
    acts = [s for s in read.find("topic") if s.value in index.reader.acts and s.words in deed]
    # "It was drones that attacked on Sunday" has them do it.
    acts = [s for s in acts if _THEY.match(deed) or any(who.at < s.at for who in read.find(*ANYBODY))]
    end = deed.find(acts[-1].words) + len(acts[-1].words) if acts else 0
    if not acts or not _BEHIND.match(deed, end):
        return sentence
    return f"{sentence[: cleft.start()]}{deed[:end]} {cleft['what']}{deed[end:]}{sentence[cleft.end() :]}"


def _with_doer_first(sentence: str) -> str:
    """Return a sentence with its doer first, and what somebody’s answer is as said by them."""

    def said(found: re.Match[str]) -> str:
        by = f"{found['by']} said of {found['who']}" if found["by"] else f"{found['who']} said"
        return f"{by} that "

    text = _ONE_THAT.sub(r"\g<who> \g<deed>", _IT_WAS.sub(r"\g<who> ", sentence))
    text = _IS_THE_ONE.sub(r"\g<who> ", text)
    text = _CALLED.sub(r"\g<who> \g<verb> \g<what> \g<words>", text)
    text = _IS_SAID.sub(lambda said: f"{said['who']} {said['what'][0].lower()}{said['what'][1:]}", text)
    text = _ANSWER_IS.sub(said, text)
    turned = _IS_WHAT.sub(r"\g<space>\g<deed> \g<what>", text)
    return turned if turned == text else _SENT_TO.sub("", turned)
