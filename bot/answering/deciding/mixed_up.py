"""Tells whether numbers that somebody does give are mixed up: each with what another of them counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.answering.claims.figure_query import Row
    from bot.answering.claims.index import Index
    from bot.answering.deciding.case import Case

# What a number may have wrong beside another that is right.
_TOLD_APART = frozenset({"figure", "measure", "victim"})


class _Counted(NamedTuple):
    """A number of a question, and what it is said to count."""

    number: int | None
    measures: frozenset[str]


def mixed_up(case: Case, given: Sequence[Row]) -> list[str]:
    """Return the claims whose numbers or bound are mixed up where it is asked if, or by whom, it was said.

    *given* are the figures with just the numbers that the question has.
    """
    question, index = case.question, case.index
    several = len(question.find("number")) > 1
    told = several and not question.find("ask") and not question.alternative  # "12 dead and 40 hurt, right?"
    asked = case.is_yes_no or question.asks("who-claims") or told
    if not asked or not (several or question.find("qualifier")):
        return []
    # What checks messages is slow to import, and few questions give two numbers.
    from bot.answering.checking.counting import figure_assertions  # noqa: PLC0415
    from bot.answering.checking.figure_check import check_figure  # noqa: PLC0415

    asserted = figure_assertions(index, question.text, frozenset())
    found = [finding for one in asserted for finding in check_figure(index, one)]
    wrong = [one.claim for one in found if one.verdict == "distorts" and one.field in _TOLD_APART]
    return [claim for claim in wrong if claim] or _swapped(
        index, [_Counted(one.low, one.measures) for one in asserted], given
    )


def _swapped(index: Index, asserted: Sequence[_Counted], given: Sequence[Row]) -> list[str]:
    """Return the claims of which two numbers are each given what the other counts ("40 dead and 14 hurt").

    A message that has them so may tell of another matter; whoever asks of both numbers means these.
    """
    return [
        row.entry.claim.id
        for row in given
        if any(_counts_anothers(index, one, row, asserted) for one in asserted)
    ]


def _counts_anothers(index: Index, one: _Counted, row: Row, asserted: Sequence[_Counted]) -> bool:
    """Tell whether a number of a claim is said to count what only another of those asserted counts there."""
    numbers = {other.number for other in asserted if other is not one}
    own = [figure for figure in row.entry.claim.figures if figure.minimum == one.number is not None]
    theirs = [figure for figure in row.entry.claim.figures if figure.minimum in numbers]
    return bool(own and one.measures) and (
        all(one.measures.isdisjoint(index.measures_of(figure)) for figure in own)
        and any(not one.measures.isdisjoint(index.measures_of(figure)) for figure in theirs)
    )
