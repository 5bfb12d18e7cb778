"""Shows statements where they stand: with the sentences around them, and all that these claim."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from bot.answering.claims.index import once_an_index
from bot.answering.showing.imprint import Imprint
from bot.answering.showing.reply import ShownCaveat, ShownClaim, caveats_of, prove, with_counter_claims
from bot.briefing.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.answering.claims.index import Index
    from bot.answering.deciding.outcome import ShownRole
    from bot.briefing.models import Claim, Source
    from bot.briefing.sentences import Span


class Sentence(NamedTuple):
    """A sentence of a source, word for word; `asked` where it belongs to the statement asked for."""

    text: str
    start: int
    end: int
    asked: bool


@dataclass(frozen=True, slots=True)
class InSource:
    """Sentences that follow each other in a source."""

    source: str
    file: str
    sentences: tuple[Sentence, ...]

    def holds(self, claim: Claim) -> bool:
        """Tell whether the claim's whole statement is among the sentences."""
        at = claim.passage
        first, last = self.sentences[0].start, self.sentences[-1].end
        return at.source == self.source and first <= at.start and at.end <= last


@dataclass(frozen=True, slots=True)
class Context:
    """Passages with every claim that stands in them, those that contest these, and their caveats."""

    passages: tuple[InSource, ...]
    claims: tuple[ShownClaim, ...]
    caveats: tuple[ShownCaveat, ...]
    imprint: Imprint

    def quotes(self, claim: Claim) -> bool:
        """Tell whether the passages hold the claim's statement."""
        return any(passage.holds(claim) for passage in self.passages)


def context(index: Index, claims: Iterable[str]) -> Context:
    """Return the statements of *claims* (ids) with a sentence before and after each.

    Statements that stand together are shown once. Raises ProvenanceError for words not the source's.
    """
    asked = [index.by_id[claim].claim for claim in claims]
    for claim in asked:
        prove(index, claim.passage)
    passages = tuple(
        passage
        for source in index.briefing.sources
        for passage in _passages(source, _divided(index)[source.id], asked)
    )
    shown: dict[str, ShownRole] = {claim.id: "answer" for claim in asked}
    for entry in index.entries:
        if any(passage.holds(entry.claim) for passage in passages):
            shown.setdefault(entry.claim.id, "context")
    found = with_counter_claims(index, shown.items())
    return Context(passages, found, caveats_of(index, found), Imprint.of(index))


@once_an_index
def _divided(index: Index) -> dict[str, tuple[Span, ...]]:
    """Return where the sentences of each source begin and end."""
    briefing = index.briefing
    return {source.id: sentences(source.text, briefing.language) for source in briefing.sources}


def _passages(source: Source, spans: tuple[Span, ...], asked: Iterable[Claim]) -> list[InSource]:
    marked = {
        number
        for claim in asked
        for number, (start, end) in enumerate(spans)
        if claim.passage.source == source.id and start < claim.passage.end and claim.passage.start < end
    }
    near = sorted(
        {at for number in marked for at in (number - 1, number, number + 1) if 0 <= at < len(spans)}
    )
    runs: list[list[int]] = []
    for number in near:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return [
        InSource(
            source.id,
            source.file,
            tuple(Sentence(source.text[slice(*spans[n])], *spans[n], n in marked) for n in run),
        )
        for run in runs
    ]
