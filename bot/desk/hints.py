"""Tells a curator what is no fault of a briefing, and yet seldom what is meant."""

from __future__ import annotations

from collections import Counter
from itertools import chain, islice, product
from typing import TYPE_CHECKING

from bot.answering.claims.figure_query import Row
from bot.briefing.disputes import counting_alike, figure_contested
from bot.briefing.folding import root
from bot.briefing.problems import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.answering.claims.index import Index
    from bot.answering.reading.question import SlotKind
    from bot.briefing.models import Edition

_COUNTED_OR_TOLD: tuple[SlotKind, ...] = ("measure", "victims", "topic")
_MOST_READ = 10_000  # texts, of which the first have most of the words that any has
_MOST_LISTED = 20


def hints(edition: Edition, index: Index) -> Iterator[str]:
    """Yield a sentence for each thing that a curator should look at, in no order of weight."""
    yield from _lists_missing(edition)
    yield from _own_words_of_nobody(edition, index)
    yield from _words_of_two_kinds(index)
    yield from _days_ahead(index)
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
    yield from _unread(index)


def _lists_missing(edition: Edition) -> Iterator[str]:
    """Name the lists of words that a folder does without, at a price."""
    if not edition.known_words:
        yield (
            "The folder has no words.en.txt, so that ordinary words may be taken for typing errors: copy it"
            " from the bot's own knowledge folder."
        )
    if not edition.small_talk:
        yield (
            "The folder has no small-talk.en.txt, so that chatter may be answered: copy it from the bot's own"
            " knowledge folder."
        )


def _own_words_of_nobody(edition: Edition, index: Index) -> Iterator[str]:
    """Find words to be taken over from the vocabulary that it does not have."""
    own = index.briefing.own_words
    shared = {
        root(alias.words)
        for one in (edition.vocabulary if own else ())
        if one.kind != "edition"
        for alias in one.aliases
    }
    for word in own:
        if root(word) not in shared:
            yield f"The vocabulary has no {shown(word)} to take over, so own_words can do without it."


def _days_ahead(index: Index) -> Iterator[str]:
    """Find days that lie after all that the source tells of, as a slip of the pen does."""
    until = index.briefing.covers_until
    for entry in index.entries:
        if entry.days and entry.days[-1] > until:
            yield (
                f"The day of {entry.claim.id}, {entry.days[-1]}, is after covers_until {until}: right where"
                " the source looks ahead to it."
            )


def _unread(index: Index) -> Iterator[str]:
    """Name the words of statements and phrasings that nothing reads, the most frequent first."""
    statements = dict.fromkeys(entry.claim.statement for entry in index.entries)
    phrasings = (text for entry in index.entries for text in entry.claim.phrasings)
    found = Counter(
        span.words
        for text in islice(chain(statements, phrasings), _MOST_READ)
        for span in index.reader.read(text).spans
        if not span.known and span.words.isalpha()
    )
    if found:
        listed = ", ".join(f"{word} ({times})" for word, times in found.most_common(_MOST_LISTED))
        more = f" and {len(found) - _MOST_LISTED} more" if len(found) > _MOST_LISTED else ""
        yield (
            f"Words of statements and phrasings that nothing reads: {listed}{more}. Make them aliases of what"
            " they name, or of an [[aside]] where they say nothing."
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
