"""Reads "nobody", "no nurses" and "not a single one" before what was done to them as the number none.

So it does "all of them are accounted for".
"""

import re

from bot.answering.checking.asserting import is_unsaid
from bot.answering.checking.assertions import NONE
from bot.answering.reading.cues import has_cue
from bot.answering.reading.question import Question, Slot, SlotKind

_COUNTED: tuple[SlotKind, ...] = ("victims", "side", "party", "actor")
# Who cannot or will not kill may have killed, and what is unconfirmed may have been.
_OPEN = ("can", "could", "won", "would", "un")

# What is never done, as against what never was.
_HABIT = re.compile(r"\bnever\s+(?:dies?|kills?|harms?|hurts?|loses?|surrenders?)\b", re.IGNORECASE)
# "Every one of hers is accounted for", "all have been accounted for".
_ALL = re.compile(
    r"(?P<not>\bnot\s+)?\b(?P<all>all|every|each|everyone|everybody|the\s+last)\b"
    r"(?:(?!\bnot\b|n[’']t\b|\bbut\b|\bexcept\b)[^,.;:?!])*?"
    r"\b(?:is|are|was|were|been|being)\s+(?:(?:now|all|safely|fully|duly|already)\s+)*accounted\s+for\b",
    re.IGNORECASE,
)


def none_of(question: Question, number: Slot) -> Slot:
    """Return *number*, or none where it is the one of "not one"."""
    before = {slot.at for slot in question.find("negation")}
    return number._replace(value=NONE) if number.value == "1" and number.at - 1 in before else number


def noughts(question: Question) -> list[Slot]:
    """Return as a number what says that nobody was harmed, in a sentence that counts nothing else."""
    if is_unsaid(question) or question.asks("future") or "verification" in question.values("topic"):
        return []
    if _is_contrast(question):
        return []
    # The pattern runs on from each "all", so that it is tried only where it can end.
    accounted = "accounted" in question.text.casefold() and question.find("measure")
    if accounted and (all_of_them := _ALL.search(question.text)):
        if all_of_them["not"]:
            return []  # some are missing
        first = all_of_them["all"].split()[0]
        at = next((n for n, span in enumerate(question.spans) if first in span.typed.split()), None)
    else:
        harmed = {slot.at for slot in question.find("measure")}
        counted = {slot.at for slot in question.find(*_COUNTED)}
        negated = (at for at in range(len(question.spans)) if harmed and _negates(question, at))
        at = next((at for at in negated if _counts_none(question, at, harmed, counted)), None)
    return [] if at is None else [Slot("number", NONE, question.spans[at].typed, at)]


def _is_contrast(question: Question) -> bool:
    """Tell whether words say no more than what was not done to those told of before ("…, not killed")."""
    contrast = (
        [question.spans[0].words, *(slot.kind for slot in question.slots[1:])] if question.spans else []
    )
    return contrast == ["not", "measure"] and len(question.spans) == len(contrast)


def _negates(question: Question, at: int) -> bool:
    """Tell whether words may negate harm at all ("no", "nobody", but not "No, …", "not all")."""
    no = question.spans[at]
    if not has_cue(no, "negation") or no.words.startswith(_OPEN):
        return False
    if no.words == "never" and _HABIT.search(question.text):
        return False  # "Heroes never die"
    # "No, nurses were killed", "not all nurses were killed"
    apart = rf"\b{re.escape(no.typed)}(?:\s*[,.;:!]|\s+(?:all|every|each)\b)"
    return not re.search(apart, question.text)


def _counts_none(question: Question, at: int, measures: set[int], counted: set[int]) -> bool:
    """Tell whether words negate the harm that follows, or whom the harm before them counts."""
    before = min(measures) < at
    named = False
    for n, span in enumerate(question.spans[at + 1 :], at + 1):
        if n in measures:
            # Who did not lose a war may have lost people.
            return before or not has_cue(span, "loses") or bool(question.find("victims"))
        if has_cue(span, "only") or (n not in counted and not span.has("aside", "grammar")):
            break
        named = named or n in counted
    return named and before
