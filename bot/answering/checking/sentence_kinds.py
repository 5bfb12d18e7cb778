"""Tells which sentences only ask, quote, call true or go on with what the one before tells."""

import re

from bot.answering.checking.clause import UNTOLD
from bot.answering.checking.pronouns import OF_ONESELF, POINTING
from bot.answering.reading.cues import has_cue, is_participle
from bot.answering.reading.question import AGENTS, Question
from bot.answering.reading.text import quoted

_IS_THE = re.compile(
    r"\W*(?:that|this|it|those|these|they)(?:['’](?:s|re)|\s+(?:is|are|was|were))\s+the\b", re.IGNORECASE
)
_DID_YOU_KNOW = re.compile(r"\W*did\s+(?:you|u|y'?all)\s+(?:all\s+)?know\b", re.IGNORECASE)
# Who or what did something is asked, mark or none; "who knew that …" asks nothing.
_ASKS_WHO = re.compile(
    r"\W*(?:(?:and|but|so|well|ok|okay|lol|lmao|wow|oh|yeah|man|bro|guys|hey|wait|again|seriously|honestly|anyway|like"
    r"|remind me|tell me|idk|no idea)\W+)*"
    # "What hit them was a raid" tells it.
    r"(?:who|what|which(?!\s+(?:is|are|was|were|means|meant|they|he|she|it)\b))\b"
    r"(?!\s+(?:knew|knows|cares?|would|could|can|needs?|thought|believes?|says|said|a|an)\b)"
    r"(?:['’]s|\s+(?:is|are|was|were))?(?:(?!\b(?:is|are|was|were)\b)[^,:;–—])*",
    re.IGNORECASE,
)
# What opens a sentence that goes on with what somebody was said to say.
_ALSO = re.compile(
    r"\W*(?:also|in addition|additionally|furthermore|moreover|plus|as well as that)\b", re.IGNORECASE
)


def only_asks(question: Question) -> bool:
    """Tell whether a sentence only asks, of what was told ("can anybody confirm?") or whether it was so.

    Whoever asks why, or whether it was not so, takes it to have been.
    """
    asks = bool(question.spans) and has_cue(question.spans[0], "did", "passive")
    told = question.find("negation") or question.asks("true", "false", "agrees")
    whether = asks and not told and not _DID_YOU_KNOW.match(question.text)
    of_what_was_told = {slot.value for slot in question.naming} <= {"verification"}
    return asks_who(question) or (question.marked and (whether or of_what_was_told))


def asks_who(question: Question) -> bool:
    """Tell whether a sentence only asks who or what did something ("who even began this")."""
    told = question.find(*AGENTS, "side", "number", "negation", "other-party")
    return not told and _ASKS_WHO.fullmatch(question.text) is not None


def calls_true(question: Question) -> bool:
    """Tell whether what was told is called true, and by nobody checked ("that’s the real toll")."""
    counts = {slot.at for slot in question.find("measure")}
    judging = [s for s in question.find("topic") if s.value == "verification" and s.at + 1 in counts]
    return (
        bool(_IS_THE.match(question.text))
        and {slot.at for slot in question.naming} == {at for s in judging for at in (s.at, s.at + 1)}
        and not any(is_participle(question.spans[s.at]) for s in judging)
    )


def only_quotes(question: Question) -> bool:
    """Tell whether whoever writes only says whom they quote ("I'm quoting the spokesman")."""
    telling = question.values("topic") - UNTOLD or quoted(question.text)
    return not telling and OF_ONESELF.match(question.text) is not None


def goes_on(question: Question) -> bool:
    """Tell whether a sentence says more of what the one before has somebody say ("Also, two are missing")."""
    return _ALSO.match(question.text) is not None and not question.marked


def is_circumstance(question: Question) -> bool:
    """Tell whether a sentence only adds to the one before where, when or how it was ("It is up north")."""
    adds = question.find("place", "other-place", "other-medium") or _is_dated(question)
    subject = question.find(
        "topic", "measure", "victims", "number", "claimant", "person", "actor", "elsewhere", "unknown"
    )
    return bool(adds) and not subject and not question.marked


def _is_dated(question: Question) -> bool:
    """Tell whether what was told before is said to have been on some day ("That was on Sunday")."""
    pointing = POINTING.search(question.text) and not OF_ONESELF.search(question.text)
    return bool(pointing and question.find("date") and not question.find("unknown"))
