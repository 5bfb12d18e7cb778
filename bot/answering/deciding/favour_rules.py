"""Rules for whom the bot itself favours: nobody, and it holds nobody to be right."""

import re

from bot.answering.deciding.case import Case
from bot.answering.deciding.outcome import Outcome
from bot.answering.reading.question import ANYBODY
from bot.answering.reading.text import opening

# What a question names that only says whom the bot would favour.
_FAVOURED = frozenset({*ANYBODY, "ask", "place"})
# "Are you Danish", "is this a Danish bot".
_ARE_YOU = re.compile(
    rf"{opening('bro')}(?:(?:are|r)\s+(?:you|u)\b(?!\s+\w+ing\b)"
    r"|is\s+(?:this|that|it|the)\s+(?:an?\s+)?(?:\w+\s+)?bot\b)",
    re.IGNORECASE,
)
_RIGHT = frozenset({"right", "correct"})


def favoured(case: Case) -> Outcome | None:
    """Say what the bot is to who asks whom it favours, what it is itself, or whether somebody is right."""
    asked = _favours(case) or _is_right(case)
    return case.abstain("about_the_bot") if asked else None


def _favours(case: Case) -> bool:
    question = case.question
    if any(slot.kind not in _FAVOURED for slot in question.slots) or question.asks("how-many", "says"):
        return False
    bare = not question.find("ask") and bool(question.find(*ANYBODY))
    return question.hears("favours") or (bare and bool(_ARE_YOU.match(question.text)))


def _is_right(case: Case) -> bool:
    """See "is Orla right", which names nothing that anybody is right about."""
    *before, last = case.question.spans or (None,)
    if last is None or last.words not in _RIGHT or not case.is_yes_no:
        return False
    named = [slot for slot in case.question.slots if slot.at < len(before)]
    return len(named) == 1 and named[0].kind in ANYBODY and named[0].at == len(before) - 1
