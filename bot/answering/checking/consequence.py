"""Parts what a message says came of what: each half has its own doer, and is held by itself."""

import re
from collections.abc import Iterator
from itertools import islice

from bot.answering.checking.clause import UNTOLD
from bot.answering.checking.tellings import Telling, alone
from bot.answering.claims.index import Index
from bot.answering.reading.cues import has_cue, has_topic
from bot.answering.reading.question import AGENTS, STRANGE
from bot.answering.reading.text import tokenise
from bot.answering.showing.checked import Finding

# What stands before a cause, and what before that which came of it.
_BECAUSE = re.compile(
    r"\b(?:because(?:\s+of)?|due to|owing to|(?:as a|the|a) (?:result|consequence) of)\s+", re.IGNORECASE
)
_THEREFORE = re.compile(
    r"[,;]?\s+(?:(?:and|which)\s+)?(?:so|therefore|hence|thus|as a (?:result|consequence)"
    r"|in (?:response|return|retaliation|reply|turn|revenge)(?!\s+(?:to|for|against)\b))\b,?\s+",
    re.IGNORECASE,
)
# "Orla answered the raid with …"
_ANSWERED = re.compile(
    r"(?>(?P<who>.*?)\b(?:respond|retaliat|repli|react|answer)\w*\s+)(?:(?:to|for|against)\s+)?(?P<cause>\S.*?)"
    r"\s+(?:with|by)\s+(?P<effect>.+)",
    re.IGNORECASE,
)
# "They did this, and that was the answer": what was done last stands before the last joint.
_JOINED = re.compile(
    r"(?P<cause>.+)(?:[,;:]\s+(?:and\s+)?|\s+and\s+)(?P<effect>.+)", re.IGNORECASE | re.DOTALL
)
# A sentence that could be parted in more ways than these tells nothing that came of what.
_MOST_HALVES = 8
# Words between "was" and "the answer".
_REACH = 3
_TO = ("to", "for", "against", "of")


def consequence(index: Index, sentence: str) -> tuple[Telling, ...]:
    """Return what a sentence has as a cause and, after it, what came of that, if both are somebody's acts."""
    for cause, came_of_it in islice(_halves(index, sentence), _MOST_HALVES):
        effect = _avenged(index, cause, came_of_it)
        if _is_deed(index, cause) and _is_deed(index, effect):
            return alone(index, sentence, cause, None), alone(index, sentence, effect, "after")
    return ()


def begun_otherwise(index: Index, sentence: str) -> Finding | None:
    """Return that what one side’s act began is said to have begun with another’s."""
    question = index.reader.read(sentence)
    topics = question.values("topic")
    doers = index.sides_of(question.find("actor", "party"))
    first = [entry for entry in index.entries if "first-blow" in entry.claim.topics and entry.claim.actor]
    began = {"cause", "attack"} <= topics and not topics & {"retaliation", "response", "accusation"}
    if not first or not began or len(doers) != 1 or question.find("negation", *STRANGE):
        return None
    claim = first[0].claim
    if doers & {index.side_of(entry.claim.actor) for entry in first if entry.claim.actor}:
        return None
    said = question.find("actor", "party")[0].words
    return Finding(sentence, "distorts", "direction", said, index.names[claim.actor or ""], claim.id)


def _halves(index: Index, sentence: str) -> Iterator[tuple[str, str]]:
    """Yield each way to part a sentence into a cause and what came of it."""
    if answered := _ANSWERED.match(sentence):
        yield answered["cause"], f"{answered['who']} {answered['effect']}"
    for because in _BECAUSE.finditer(sentence):
        before, after = sentence[: because.start()].strip(" ,"), sentence[because.end() :]
        if before:
            yield after, before
        else:
            cause, _, effect = after.partition(", ")
            yield cause, effect
    for therefore in _THEREFORE.finditer(sentence):
        yield sentence[: therefore.start()], sentence[therefore.end() :]
    question = index.reader.read(sentence)
    spans, tokens = question.spans, tokenise(question.text)
    for at, span in enumerate(spans):
        first = question.text[: tokens[span.first].start].strip(" ,")
        last = question.text[tokens[span.last - 1].end :].strip(" ,")
        following = spans[at + 1] if at + 1 < len(spans) else None
        to = following is not None and following.words.split()[0] in _TO
        if has_topic(span, "retaliation", "response"):
            if to or span.words.split()[-1] in _TO:
                yield (last, first)
            was = any(has_cue(one, "passive") or one.words == "as" for one in spans[max(at - _REACH, 0) : at])
            if was and (joined := _JOINED.fullmatch(first)):
                yield joined["cause"], joined["effect"]
        elif has_topic(span, "cause") and not (at and spans[at - 1].words == "to"):  # "ready to start talks"
            passive = has_cue(following, "by") and any(has_cue(one, "passive") for one in spans[at - 2 : at])
            yield (last, first) if passive else (first, last)


def _avenged(index: Index, cause: str, effect: str) -> str:
    """Return what came of a deed as that of the other side, if it is vengeance by nobody in particular."""
    question = index.reader.read(effect)
    doers = index.sides_of(index.reader.read(cause).find("actor"))
    others = [side for side in index.belligerents if side not in doers]
    nameless = "retaliation" in question.values("topic") and not question.find(*AGENTS, "target")
    return f"{index.names[others[0]]}’s {effect}" if nameless and len(others) == 1 else effect


def _is_deed(index: Index, text: str) -> bool:
    question = index.reader.read(text)
    return bool(question.values("topic") - UNTOLD and question.find(*AGENTS, "target"))
