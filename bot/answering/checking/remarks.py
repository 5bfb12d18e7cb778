"""Tells which sentences say of a claim told before what it does not have.

That it is true, agreed on, proven, taken back or made up, whom it hit and how many it was, is more than an
aside; that it is sad, and what somebody is called for it, is none of a briefing's matters.
"""

import re
from collections.abc import Sequence

from bot.answering.checking.pronouns import OF_ANYBODY, OF_ONESELF, POINTING
from bot.answering.claims.index import Entry, Index
from bot.answering.reading.cues import has_cue
from bot.answering.reading.question import AGENTS, Question, Slot, SlotKind
from bot.briefing.known_ids import Ask

_NAMED: tuple[SlotKind, ...] = (*AGENTS, "place", "other-place", "other-party", "other-medium")
# What is done with what was said ("later she took it back").
_TREATED = re.compile(
    r"\b(?:he|she|they|it)\s+(?:(?:\w+ly|later|then|has|have|had)\s+)*"
    r"(?P<verb>\w{2,}ed|made|took|taken|gave|given|withdrew|withdrawn)\s+(?:it|this|that|these|those|them)\b",
    re.IGNORECASE,
)
# Whoever is called a single word is judged: "he is honest".
_CALLED = re.compile(
    r"\b(?:he|she|they)(?:['’](?:s|re)|\s+(?:is|are))\s+(?:an?\s+|so\s+|\w+ly\s+)*\w+(?<!ing)(?<!ed)\W*$",
    re.IGNORECASE,
)
# "There is video", not "the nurses there are few".
_THERE_IS = re.compile(
    r"(?:^|[,;:—–]|\b(?:and|but|so|that|because|now|also))\s*there\s+(?:is|are|was|were)\b", re.IGNORECASE
)
_HELD: tuple[Ask, ...] = ("agrees", "true", "false")


def is_remark(index: Index, question: Question, new: Sequence[Slot], told: Sequence[Entry]) -> bool:
    """Tell whether a sentence says more than an aside of what was *told*, which lacks what is *new*."""
    anybody = bool(OF_ANYBODY.match(question.text))
    if question.find(*_NAMED) or OF_ONESELF.search(question.text) or not (anybody or _points(question)):
        return False
    return (
        (anybody and question.asks("says", "according-to"))
        or _treats(question)
        or _judges(index, question)
        or any(_adds(question, slot) for slot in new)
        or any(_is_of_others(index, question, slot, told) for slot in question.find("victims"))
    )


def _points(question: Question) -> bool:
    """Tell whether a sentence has words for what was said before ("it", "the figure")."""
    return bool(POINTING.search(question.text)) or question.hears("account")


def _treats(question: Question) -> bool:
    """Tell whether somebody did more with what was said than to say it ("she took it back")."""
    treated = _TREATED.search(question.text)
    told = (span for span in question.spans if has_cue(span, "says"))
    return treated is not None and all(span.typed != treated["verb"] for span in told)


def _judges(index: Index, question: Question) -> bool:
    """Tell whether something is said to be so or not, to be shared or to be contested."""
    if question.values("topic") & {"acceptance", "denial"}:
        return True
    if _CALLED.search(question.text):
        return False
    if "verification" not in question.values("topic"):
        return question.asks(*_HELD)
    # What nobody could verify the briefing may have itself.
    unverified = any(e.negated and "topic:verification" in e.features for e in index.entries)
    return not (unverified and question.find("negation"))


def _adds(question: Question, slot: Slot) -> bool:
    if slot.kind == "elsewhere":
        return bool(_THERE_IS.search(question.text))
    return slot.kind in {"number", "measure"}


def _is_of_others(index: Index, question: Question, victims: Slot, told: Sequence[Entry]) -> bool:
    """Tell whether those who were hit are said to be such as nobody was ("they were nurses")."""
    before, words, _ = question.text.partition(victims.words)
    new = victims.value != "people" and not any(index.feature(victims) in e.features for e in told)
    return new and bool(words and POINTING.search(before))
