"""Finds the words in quotation marks within the statements, and whose words they are."""

from dataclasses import dataclass

from bot.answering.claims.index import Index
from bot.answering.claims.naming import named, parties, people
from bot.answering.reading.text import QUOTED
from bot.answering.showing.imprint import Imprint
from bot.answering.showing.reply import (
    Claimant,
    ShownCaveat,
    ShownClaim,
    caveats_of,
    claimant_of,
    with_counter_claims,
)


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words in quotation marks, with the marks of the source, and the id of the claim they stand in.

    `speaker` is None where the publisher quotes them and no claim makes them somebody's.
    """

    words: str
    speaker: Claimant | None
    claim: str


@dataclass(frozen=True, slots=True)
class Quotations:
    """Quotations in the order of the sources, with the claims they stand in and all that stays with these."""

    quoted: tuple[Quotation, ...]
    claims: tuple[ShownClaim, ...]
    caveats: tuple[ShownCaveat, ...]
    imprint: Imprint


def quotations(index: Index, person: str | None = None) -> Quotations:
    """Return what is in quotation marks, of everybody, or of a person, a party or a side.

    Raises UnknownNameError for a name that the briefing does not have.
    """
    wanted = frozenset(speakers_named(index, person)) if person else None
    found: dict[tuple[str, int], Quotation] = {}
    for entry in index.entries:
        passage = entry.claim.passage
        for match in QUOTED.finditer(passage.text):
            at = (passage.source, passage.start + match.start())
            speaker = claimant_of(index, entry.claim) if entry.claim.asserts(match[0]) else None
            # One sentence may hold several claims; the one that says who speaks is the quotation's.
            if at not in found or (speaker and not found[at].speaker):
                found[at] = Quotation(match[0], speaker, entry.claim.id)
    chosen = [found[at] for at in sorted(found) if wanted is None or _is_by(index, found[at], wanted)]
    claims = with_counter_claims(index, [(one.claim, "answer") for one in chosen])
    return Quotations(
        quoted=tuple(chosen),
        claims=claims,
        caveats=caveats_of(index, claims),
        imprint=Imprint.of(index),
    )


def speakers_named(index: Index, wanted: str) -> tuple[str, ...]:
    """Return the people or parties that a name means; UnknownNameError for none."""
    known = {**people(index.briefing), **parties(index.briefing)}
    return named("person", wanted, known, (one.name for one in index.briefing.people))


def _is_by(index: Index, quotation: Quotation, wanted: frozenset[str]) -> bool:
    """Tell whether the speaker is wanted in person, or through the party or the side."""
    if quotation.speaker is None:
        return False
    id_ = quotation.speaker.id
    party = index.people[id_].party if id_ in index.people else id_
    return not wanted.isdisjoint({id_, party, index.sides[id_]})
