"""Leaves out of a question what it names only to say that it is not meant."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.answering.reading.cues import has_cue
from bot.answering.reading.question import ANYBODY, SPEAKERS
from bot.answering.reading.text import tokenise

if TYPE_CHECKING:
    from bot.answering.reading.question import Question, Slot, SlotKind
    from bot.answering.reading.vocabulary import Span

# Two of a family stand against each other; what stands between these marks is said apart.
_FAMILIES: tuple[tuple[SlotKind, ...], ...] = (
    ("measure",),
    ("victims",),
    ("number",),
    ("date",),
    ("place", "other-place"),
    ("topic",),
    ANYBODY,
)
_NOT, _BUT = "not", (" but", " and")
_APART = ",;:()–—"
_TWO = 2
CONTRASTED = 4  # words at most
INSTEAD = 6  # behind words that can mean nothing else ("as opposed to her council's later Friday statement")
MOST_CONTRASTS = 4  # more of them are no question
_COUNTED: tuple[SlotKind, ...] = ("measure", "victims")
_END = " ?.!"


def without_contrast(question: Question) -> Question:
    """Leave out what is named only to say that it is not meant: "the wounded, not the dead"."""
    text, tokens = question.text, tokenise(question.text)
    # What it borrows of another sentence stands behind its own words.
    own = next((at for at, span in enumerate(question.spans, 1) if span.last == len(tokens)), 0)
    spans = question.spans[:own]
    # "No civilians at all" is all that is asked.
    starts = {slot.at for slot in question.find("negation") if slot.value == _NOT and slot.at < own}
    instead = {at for at, span in enumerate(spans) if has_cue(span, "instead")}
    if not starts | instead or len(starts | instead) > MOST_CONTRASTS:
        return question
    dropped: set[int] = set()
    for at in starts | instead:
        start = tokens[spans[at].first].start
        before = text[:start].rstrip()
        apart = at in instead or not before or before[-1] in _APART or before.endswith(_BUT)
        end = next((n for n in range(start, len(text)) if text[n] in _APART + _END.strip()), len(text))
        within = [i for i, one in enumerate(spans) if i > at and tokens[one.last - 1].end <= end]
        if against := _are_set_against(question, at):
            within = [at + 1]
        named = [slot for slot in question.naming if slot.at in within]
        rest = replace(question, slots=tuple(slot for slot in question.slots if slot.at not in within))
        if (
            (apart or against)
            and 0 < len(within) <= (INSTEAD if at in instead else CONTRASTED)
            and named
            and _are_instead(rest, named, counted=any(_is_account(spans[i]) for i in within))
        ):
            dropped |= {at, *within}
    excluded = tuple(slot for slot in question.find(*SPEAKERS) if slot.at in dropped)
    return replace(question.keeping(lambda slot: slot.at not in dropped), excluded=excluded)


def without_denial(question: Question) -> Question:
    """Leave out what only asks for the opposite of saying so: "does it say that it did, or deny it"."""
    at = max((n for n, span in enumerate(question.spans) if span.words == "or"), default=len(question.spans))
    other = [slot for slot in question.slots if slot.at > at]
    said = any(slot.at < at for slot in question.ask_slots("says", "admits"))
    denied = {slot.value for slot in other if slot.kind == "topic"} == {"denial"}
    bare = {slot.kind for slot in other} <= {"ask", "topic"}
    return question.keeping(lambda slot: slot.at < at) if said and denied and bare else question


def _are_set_against(question: Question, at: int) -> bool:
    """Tell whether two that are counted stand right before and behind a word: "hurt not killed"."""
    beside = [slot for slot in question.naming if abs(slot.at - at) == 1]
    return len(beside) == _TWO and any({slot.kind for slot in beside} == {kind} for kind in _COUNTED)


def _are_instead(rest: Question, named: list[Slot], *, counted: bool) -> bool:
    """Tell whether the rest of a question names others in place of these: of a count, whatever its date."""
    others = [slot for slot in named if not _is_instead(rest, slot)]
    counted = counted or any(slot.kind in _COUNTED for slot in named if slot not in others)
    return not others or (counted and {slot.kind for slot in others} == {"date"})


def _is_account(span: Span) -> bool:
    """Tell whether a word is for what somebody says ("not her later statement")."""
    return has_cue(span, "account", "says")


def _is_instead(rest: Question, slot: Slot) -> bool:
    """Tell whether the rest of a question names another thing in place of this one."""
    kinds = next((family for family in _FAMILIES if slot.kind in family), ())
    return bool(rest.find(*kinds)) if kinds else False
