"""Tells a curator what is no fault of a briefing, and yet seldom what is meant."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from bot.answering.claims.figure_query import Row
from bot.briefing.disputes import counting_alike, figure_contested
from bot.briefing.problems import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.answering.claims.index import Index
    from bot.answering.reading.question import SlotKind

_COUNTED_OR_TOLD: tuple[SlotKind, ...] = ("measure", "victims", "topic")


def hints(index: Index) -> Iterator[str]:
    """Yield a sentence for each thing that a curator should look at, in no order of weight."""
    yield from _words_of_two_kinds(index)
    for claim, figure in ((entry.claim, figure) for entry in index.entries for figure in entry.claim.figures):
        if claim.places and not figure.places:
            yield (
                f"The figure {shown(figure.words)} of {claim.id} has no places, so nobody finds it who names"
                " one: give it those of the claim that hold for the number."
            )
    for one, other in _pairs_alike(index):
        if _narrower(index, one, other):
            yield (
                f"{one.entry.claim.id} and {other.entry.claim.id} count {one.figure.measure} of"
                f" {one.figure.side}, one of {_victims(one)} and one of {_victims(other)}, so neither"
                " contests the other: give both the same victims, or tie them in a [[dispute]]."
            )


def _pairs_alike(index: Index) -> Iterator[tuple[Row, Row]]:
    """Give the figures of two sides that count the same of one side, in pairs."""
    claims = [entry.claim for entry in index.entries]
    for pair in sorted(counting_alike(index.sides, claims)):
        first, second = (index.entries[place] for place in pair)
        for one, other in product(first.claim.figures, second.claim.figures):
            if (one.measure, one.side) == (other.measure, other.side):
                yield Row(first, one), Row(second, other)


def _words_of_two_kinds(index: Index) -> Iterator[str]:
    """Find words of the briefing's own that are read as something of another kind as well."""
    for concept in index.briefing.concepts:
        for alias in concept.aliases if concept.kind in _COUNTED_OR_TOLD else ():
            for slot in index.reader.read(alias.words).find(*_COUNTED_OR_TOLD):
                if slot.kind != concept.kind and slot.words.casefold() == alias.words.casefold():
                    yield (
                        f"{shown(alias.words)} is read as the {concept.kind} {concept.id} and as the"
                        f" {slot.kind} {slot.value}: put a word beside it, or take it over with own_words"
                        f" = [{shown(alias.words)}] at the top of briefing.toml."
                    )


def _narrower(index: Index, one: Row, other: Row) -> bool:
    """Tell whether one of two sides counts among fewer people, so that nothing clashes."""
    a, b = one.figure, other.figure
    if (a.minimum, a.maximum) == (b.minimum, b.maximum):
        return False
    kinds = index.victims_of(a) & set(b.victims) or index.victims_of(b) & set(a.victims)
    return bool(kinds) and not figure_contested(index.briefing, one.entry.claim, a, other.entry.claim)


def _victims(row: Row) -> str:
    return " and ".join(row.figure.victims)
