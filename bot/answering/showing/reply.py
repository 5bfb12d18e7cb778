"""Builds replies: no claim leaves here without its counter-claim, its caveat and its proof."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple, assert_never

from bot.answering.claims.index import Index
from bot.answering.deciding.outcome import (
    Abstention,
    Answer,
    Choice,
    Kind,
    Outcome,
    Premise,
    Receipt,
    Remark,
    ReplyReason,
    ShownRole,
)
from bot.answering.showing import sentences
from bot.answering.showing.imprint import Imprint
from bot.briefing.models import Caveat, Claim, Passage
from bot.errors import ProvenanceError


class Claimant(NamedTuple):
    """Who asserts a claim, as the briefing names them; `side` is the name of the party they belong to."""

    id: str
    name: str
    office: str | None
    side: str | None


@dataclass(frozen=True, slots=True)
class ShownClaim:
    """A claim in a reply, with what it is shown for and everything that must stay with it.

    `disputed_by` are the claims that contest it and `disputants` the names of who makes them; `unanswered_by`
    are the other sides' names where they have no claim on the matter.
    """

    claim: Claim
    role: ShownRole
    claimant: Claimant | None
    disputed_by: tuple[str, ...]
    disputants: tuple[str, ...]
    caveats: tuple[str, ...]
    unanswered_by: tuple[str, ...]


class Suggestion(NamedTuple):
    """A covered question near to the one asked; `source` is its briefing, where that is what to choose."""

    claim: str
    phrasing: str
    source: Imprint | None = None


class ShownCaveat(NamedTuple):
    """A caveat with its author's name."""

    caveat: Caveat
    author: str


@dataclass(frozen=True, slots=True)
class Reply:
    """Everything that a surface lays out, in reading order; a surface drops nothing of it.

    It has no imprint where the asker has to pick a briefing; `among` is the number of those it was found in.
    """

    outcome: Kind
    imprint: Imprint | None
    reason: ReplyReason | None = None
    about: str | None = None
    remark: Remark | None = None
    left: str | None = None
    claims: tuple[ShownClaim, ...] = ()
    choices: tuple[Suggestion, ...] = ()
    caveats: tuple[ShownCaveat, ...] = ()
    receipt: Receipt | None = None
    among: int = 1

    @property
    def briefing(self) -> str:
        """Return the briefing's id, "" where the asker has to pick one."""
        return self.imprint.briefing if self.imprint else ""


def which_briefing(rivals: Sequence[tuple[Index, Outcome]], *, among: int) -> Reply:
    """Return the reply that asks which of several briefings is meant, with what each would answer from."""
    choices = []
    for index, outcome in rivals:
        claims = claims_of(outcome) or (index.entries[0].claim.id,)
        near = suggestion(index, claims[0])
        choices.append(near._replace(source=Imprint.of(index)))
    return Reply(
        outcome="choice",
        imprint=None,
        choices=tuple(choices),
        receipt=rivals[0][1].receipt,
        among=among,
    )


def claims_of(outcome: Outcome) -> tuple[str, ...]:
    """Return the claims that an outcome shows or offers, the foremost first."""
    match outcome:
        case Answer() | Premise():
            return tuple(one.claim for one in outcome.shown)
        case Choice():
            return outcome.claims
        case Abstention():
            return outcome.nearest
        case _:
            assert_never(outcome)


def reply_to(index: Index, outcome: Outcome, *, among: int = 1) -> Reply:
    """Return the reply for an outcome, counter-claims and caveats added, every statement proved again.

    Raises ProvenanceError if a statement is not the source's words.
    """
    shown: list[tuple[str, ShownRole]] = []
    kind: Kind
    reason: ReplyReason | None = None
    about = remark = left = None
    choices: tuple[str, ...] = ()
    match outcome:
        case Answer():
            kind, remark, left = "answer", outcome.remark, outcome.left
            shown = [(one.claim, one.role) for one in outcome.shown]
        case Premise():
            kind, reason, about, left = "premise", "false_premise", outcome.taken, outcome.left
            shown = [(one.claim, one.role) for one in outcome.shown]
        case Choice():
            kind, choices = "choice", outcome.claims
        case Abstention():
            kind, reason, about, choices = "abstention", outcome.reason, outcome.about, outcome.nearest
        case _:
            assert_never(outcome)
    claims = with_counter_claims(index, shown)
    return Reply(
        outcome=kind,
        imprint=Imprint.of(index),
        reason=reason,
        about=about,
        remark=remark,
        left=left,
        claims=claims,
        choices=tuple(suggestion(index, claim) for claim in choices),
        caveats=caveats_of(index, claims),
        receipt=outcome.receipt,
        among=among,
    )


def with_counter_claims(index: Index, shown: Iterable[tuple[str, ShownRole]]) -> tuple[ShownClaim, ...]:
    """Return the claims to show, followed by every claim that contests one of them."""
    roles = dict(shown)
    for claim in list(roles):
        for other in index.contested_by.get(claim, ()):
            roles.setdefault(other, "counter_claim")
    return tuple(_shown_claim(index, claim, role) for claim, role in roles.items())


def caveats_of(index: Index, claims: Iterable[ShownClaim]) -> tuple[ShownCaveat, ...]:
    """Return the caveats that any of *claims* carries, each once."""
    wanted = {caveat for claim in claims for caveat in claim.caveats}
    carried = [caveat for caveat in index.briefing.caveats if caveat.id in wanted]
    for caveat in carried:
        prove(index, caveat.passage)
    return tuple(ShownCaveat(caveat, index.names[caveat.author]) for caveat in carried)


def suggestion(index: Index, claim: str) -> Suggestion:
    """Return the claim's first phrasing that is written out as a question, whatever was asked.

    The others are there to be recognised: what is typed in a hurry is not how the bot itself speaks, and the
    one nearest to a loaded question would be loaded too.
    """
    phrasings = index.by_id[claim].claim.phrasings
    written = (one for one in phrasings if not one[0].islower() and one.endswith(("?", "؟")))
    return Suggestion(claim, next(written, phrasings[0]))


def prove(index: Index, passage: Passage) -> None:
    """Raise ProvenanceError unless a passage is word for word what its source says there."""
    for source in index.briefing.sources:
        if source.id == passage.source and source.text[passage.start : passage.end] == passage.text:
            return
    raise ProvenanceError(
        f"The statement at {passage.source} {passage.start}-{passage.end} is not the source's words."
    )


def claimant_of(index: Index, claim: Claim) -> Claimant | None:
    """Return who asserts a claim, None for the publisher's own voice."""
    if claim.claimant is None:
        return None
    side = index.sides[claim.claimant]
    person = index.people.get(claim.claimant)
    office = person.office if person else None
    return Claimant(claim.claimant, index.names[claim.claimant], office, index.names[side])


def _shown_claim(index: Index, identity: str, role: ShownRole) -> ShownClaim:
    claim = index.by_id[identity].claim
    prove(index, claim.passage)
    side = index.by_id[identity].side
    # Whoever reads a statement reads all that is claimed in it, so every caveat on that goes with it.
    read = index.made_with[claim.passage]
    caveats = tuple(
        caveat.id
        for caveat in index.briefing.caveats
        if any(_covers(caveat, one, index.by_id[one.id].side) for one in read)
    )
    disputed = index.contested_by.get(identity, ())
    unanswered: tuple[str, ...] = ()
    if caveats and not disputed and side in index.belligerents:
        # Whoever contests a claim of the same statement is not silent on it.
        against = {index.by_id[other].side for one in read for other in index.contested_by[one.id]}
        unanswered = tuple(index.names[party] for party in sorted(index.belligerents - {side} - against))
    disputants = tuple(dict.fromkeys(claimant_name(index, index.by_id[other].claim) for other in disputed))
    return ShownClaim(claim, role, claimant_of(index, claim), disputed, disputants, caveats, unanswered)


def claimant_name(index: Index, claim: Claim) -> str:
    """Return the name of who asserts a claim, the publisher's where nobody else does."""
    return index.names[claim.claimant] if claim.claimant else sentences.PUBLISHER


def _covers(caveat: Caveat, claim: Claim, side: str | None) -> bool:
    """Tell whether a caveat's scope takes in a claim: its measures, asserted or reported of its sides."""
    counted = any(figure.measure in caveat.measures for figure in claim.figures)
    return counted and (side is None or side in caveat.sides)
