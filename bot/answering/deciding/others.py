"""Reads whom words leave that name others: “besides troops” and “who isn’t a guard” are civilians."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.answering.reading.cues import has_cue, means
from bot.answering.reading.question import Slot
from bot.answering.reading.reader import COMBATANTS

if TYPE_CHECKING:
    from bot.answering.claims.index import Index
    from bot.answering.reading.question import Question
    from bot.answering.reading.vocabulary import Span
    from bot.briefing.known_ids import Victims

_CIVILIANS: Victims = "civilians"
_LONGEST = 6  # spans at most: "who", "are", "not", "in", "the"
_SOME = r"(?: (?:an?|any|the|actual|actually|in|even|just))*"
_IS_NOT = r"(?:(?:(?:is|are|was|were) )?not|(?:is|are|was|were|ai)nt)"
_LEFT_OUT = re.compile(
    r"(?:(?:(?:any|no|every|some) ?(?:body|one)|none) but"
    r"|other than|besides?|except(?:ing)?(?: for)?|apart from|aside from|outside(?: of)?"
    rf"|(?:who|that) {_IS_NOT}){_SOME}"
)
_ARE_NOT = re.compile(rf"(?!not){_IS_NOT}{_SOME}")
# What whoever bears arms is or does.
_IN_ARMS = frozenset({"military", "armed", "army", "fighting", "uniform"})
_GENERAL = "any", "no", "every", "some", "none"


def whom_it_leaves(index: Index, question: Question) -> Question:
    """Return the question of the others where it names those who bear arms, or civilians, to leave them out.

    What troops of one side leave are the other's too, for whom there is no word.
    """
    for at in range(1, len(question.spans)):
        span = question.spans[at]
        others = _others(index, span)
        start = _left_out_from(question, at) if others else None
        if start is None or others is None:
            continue
        if question.spans[start].words.startswith(_GENERAL):
            start += 1  # "nobody but troops" denies something of the others
        end = _end(index, question, at)
        rest = [slot for slot in question.slots if not start <= slot.at <= end]
        kept = (question.spans[slot.at] for slot in rest if slot.kind == "victims")
        if not any(_others(index, one) == others for one in kept):
            # "Troops other than officers" are none of the others.
            left = Slot("victims", others, span.typed, at)
            question = replace(question, slots=tuple(rest)).adding(left)
    return question


def _end(index: Index, question: Question, at: int) -> int:
    """Return where those end who are left out together ("troops or fighters")."""
    spans = question.spans
    while (
        at + 2 < len(spans)
        and spans[at + 1].words in {"and", "or", "nor"}
        and _others(index, spans[at + 2]) == _others(index, spans[at])
    ):
        at += 2
    return at


def _others(index: Index, span: Span) -> Victims | None:
    """Return whom words name that leave these out, of whom there are only two kinds."""
    if span.has("victims", _CIVILIANS):
        return COMBATANTS
    if means(span, "party", "people", "person"):
        return None
    words = span.words.split()
    armed = span.has("victims", COMBATANTS) or not index.reader.armed.isdisjoint(words)
    return _CIVILIANS if armed or not _IN_ARMS.isdisjoint(words) else None


def _left_out_from(question: Question, at: int) -> int | None:
    """Return where the words begin that leave out what stands at a place, None where none do."""
    for start in range(max(at - _LONGEST, 0), at):
        words = " ".join(span.words for span in question.spans[start:at])
        if _LEFT_OUT.fullmatch(words):
            return start
        # "How many of the dead were not troops"
        before = question.spans[start - 1] if start else None
        counted = means(before, "measure") or has_cue(before, "how-many")
        if counted and _ARE_NOT.fullmatch(words):
            return start
    return None
