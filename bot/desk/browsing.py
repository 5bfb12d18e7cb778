"""Shows what a briefing holds without a question: figures, times, quotations, sources."""

from dataclasses import dataclass

from bot.answering.showing import chronicle
from bot.answering.showing import quotations as spoken
from bot.answering.showing.chronicle import Timeline
from bot.answering.showing.figure_table import FigureTable, figure_table
from bot.answering.showing.imprint import Imprint
from bot.answering.showing.quotations import Quotations
from bot.briefing.models import Source
from bot.desk.knowledge import Knowledge


@dataclass(frozen=True, slots=True)
class SourceShelf:
    """What is known of a briefing's sources; `claims` counts those that rest on each."""

    imprint: Imprint
    digest: str
    sources: tuple[tuple[Source, int], ...]


def figures(
    knowledge: Knowledge,
    *,
    side: str | None = None,
    measure: str | None = None,
    claimant: str | None = None,
    briefing: str | None = None,
) -> FigureTable:
    """Return the figures on a side's victims, on a measure, by a claimant; UnknownNameError for no such."""
    return figure_table(knowledge.index(briefing), side=side, measure=measure, claimant=claimant)


def timeline(knowledge: Knowledge, *, briefing: str | None = None) -> Timeline:
    """Return what the briefing tells of, in order of time."""
    return chronicle.timeline(knowledge.index(briefing))


def quotations(knowledge: Knowledge, person: str | None = None, *, briefing: str | None = None) -> Quotations:
    """Return what is in quotation marks, of everybody or of one; UnknownNameError for a name not there."""
    return spoken.quotations(knowledge.index(briefing), person)


def sources(knowledge: Knowledge, *, briefing: str | None = None) -> SourceShelf:
    """Return what the briefing rests on."""
    index = knowledge.index(briefing)
    one = index.briefing
    return SourceShelf(
        imprint=Imprint.of(index),
        digest=knowledge.digest,
        sources=tuple(
            (source, sum(claim.passage.source == source.id for claim in one.claims)) for source in one.sources
        ),
    )
