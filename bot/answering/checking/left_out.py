"""Leaves out of a clause what it names beside what it counts: others, places beyond, numbers it denies."""

import re

from bot.answering.checking.assertions import NONE
from bot.answering.checking.noughts import none_of
from bot.answering.reading.cues import has_cue
from bot.answering.reading.question import Question, Slot, SlotKind
from bot.answering.reading.text import tokenise

_STRANGE: frozenset[SlotKind] = frozenset({"unknown", "elsewhere", "other-party", "other-place"})
_BECAUSE = re.compile(r"\b(?:because|thanks\s+to|due\s+to|owing\s+to|on\s+account\s+of)\b", re.IGNORECASE)
_OF_REASONS: frozenset[SlotKind] = _STRANGE | {"claimant", "person", "topic"}
_FALLS = re.compile(r"f[ae]ll(?:s|en|ing)?", re.IGNORECASE)


def without_others(question: Question) -> Question:
    """Leave out what a clause says besides of whom the briefing does not know ("… and the king resigned")."""
    apart = next((slot.at for slot in question.find("other-party") if _stands_apart(question, slot)), None)
    return question if apart is None else question.keeping(lambda slot: slot.at < apart)


def without_reason(question: Question) -> Question:
    """Leave out whom or what is given as the reason behind what is counted ("… because of her pride")."""
    because = _BECAUSE.search(question.text)
    if because is None:
        return question
    tokens, spans = tokenise(question.text), question.spans
    at = next((n for n, s in enumerate(spans) if tokens[s.first].start >= because.start()), len(spans))
    counted = question.find("number", "measure", "victims")
    if not counted or any(slot.at > at for slot in counted) or all(slot.at >= at for slot in counted):
        return question
    return question.keeping(lambda slot: slot.at < at or slot.kind not in _OF_REASONS)


def without_beyond(question: Question) -> Question:
    """Leave out a place that only says whose side is meant ("on the other side of the river")."""
    sides = {slot.at for slot in question.find("ask") if slot.value == "other-side"}
    beyond = {
        place.at
        for place in question.find("place")
        if (of := question.before(place.at)) and has_cue(of, "of") and question.spans.index(of) - 1 in sides
    }
    return question.keeping(lambda slot: slot.at not in beyond)


def _stands_apart(question: Question, stranger: Slot) -> bool:
    """Tell whether a stranger behind "and" has a verb of its own, and nothing that is counted."""
    before = question.before(stranger.at)
    told = [slot.kind for slot in question.naming if slot.at > stranger.at]
    return before is not None and before.words == "and" and bool(told) and _STRANGE.issuperset(told)


def without_excluded(question: Question, *, numbers: bool) -> Question:
    """Leave out whom a clause names only to say that it was not they ("she, not he, said").

    The same for its *numbers* where the sentence gives another instead ("12, not 400").
    """
    excluded = {slot.at for slot in question.find("negation")}
    named = {slot.at for slot in question.find("claimant", "person") if slot.at - 1 in excluded}
    if numbers:
        named |= excluded_numbers(question)
    dropped = named | {at - 1 for at in named}
    return question.keeping(lambda slot: slot.at not in dropped)


def excluded_numbers(question: Question) -> set[int]:
    """Return where the numbers stand that follow a "not" or "nowhere near"."""
    taken = {slot.at for slot in question.slots if slot.kind != "negation"}
    excluded = {slot.at for slot in question.find("negation")}
    return {
        slot.at
        for slot in question.find("number")
        if (slot.at - 1 in excluded or (slot.at - 2 in excluded and slot.at - 1 not in taken))
        and not _is_nobody(question, slot)
    }


def _is_nobody(question: Question, number: Slot) -> bool:
    """Tell "not a single nurse was killed, only 22 hurt" from "not one, but 22 nurses"."""
    end = min(
        (slot.at for slot in question.find("number") if slot.at > number.at), default=len(question.spans)
    )
    told = any(number.at < slot.at < end for slot in question.find("measure"))
    return told and none_of(question, number).value == NONE


def without_falls(question: Question) -> Question:
    """Leave out of the dead who only fell into somebody's hands."""
    spans = question.spans
    falls = {
        at
        for at, span in enumerate(spans[:-1])
        if _FALLS.fullmatch(span.typed) and spans[at + 1].words == "into"
    }
    return question.keeping(lambda slot: slot.kind != "measure" or slot.at not in falls)
