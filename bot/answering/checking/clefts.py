"""Puts the doer of a sentence first again ("it was she who …", "boats were what they took")."""

import re

_IT_WAS = re.compile(
    r"\bit(?:\s+(?:is|was)|['’]s)\s+(?P<who>(?:(?!\b(?:who|which)\b)[^,;:])+?),?\s+(?:who|which)\s+"
    r"(?=\S+\s+\S)",
    re.IGNORECASE,
)
# Both begin where a clause does: tried at every word, a long sentence would take the square of its length.
_IS_WHAT = re.compile(
    r"(?P<space>(?:^|(?<=,))\s*)(?P<what>[^,;:]+?)\s+(?:is|are|was|were)\s+(?:exactly\s+|precisely\s+)?"
    r"what\s+(?P<deed>[^,;:.]+)",
    re.IGNORECASE,
)
# "The side that flew them was Orla", "those who closed it were the Danes"
_ONE_THAT = re.compile(
    r"\b(?:the\s+)?(?:side|party|country|one|ones|nation|state|army|force|people|town|camp|guys|those)\s+(?:who|that|which)\s+"
    r"(?P<deed>(?:(?!\b(?:is|are|was|were)\b)[^,;:])+?)\s+(?:is|are|was|were)\s+(?P<who>(?:the\s+)?[^\s,;:.]+)"
    r"(?=\s*(?:[,;:.!?—–]|$))",
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


def with_doer_first(sentence: str) -> str:
    """Return a sentence with its doer first, and what somebody’s answer is as said by them."""

    def said(found: re.Match[str]) -> str:
        by = f"{found['by']} said of {found['who']}" if found["by"] else f"{found['who']} said"
        return f"{by} that "

    text = _ONE_THAT.sub(r"\g<who> \g<deed>", _IT_WAS.sub(r"\g<who> ", sentence))
    text = _ANSWER_IS.sub(said, text)
    turned = _IS_WHAT.sub(r"\g<space>\g<deed> \g<what>", text)
    return turned if turned == text else _SENT_TO.sub("", turned)
