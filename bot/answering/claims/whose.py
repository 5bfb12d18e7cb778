"""Finds whose losses, votes or other numbers are asked for: by whose deed, and by whose word."""

from dataclasses import replace
from itertools import product
from typing import NamedTuple

from bot.answering.claims.index import Entry, Index
from bot.answering.claims.ranks import are_their_own
from bot.answering.reading.cues import has_cue
from bot.answering.reading.question import Question
from bot.briefing.known_ids import Ask
from bot.briefing.models import Figure

_OWN: tuple[Ask, ...] = ("own", "loses", "admits")


class Whose(NamedTuple):
    """Whose numbers are asked for, by whose word, and who did it, where it is not said to whom.

    An empty set is anybody. `own` is whether whoever says so is asked about their own, `uncounted` whether
    nobody counts what is asked for.
    """

    sides: frozenset[str]
    claimants: frozenset[str]
    doers: frozenset[str]
    own: bool
    uncounted: bool


def whose(index: Index, question: Question, measures: frozenset[str]) -> Whose:
    """Return whose numbers of these measures a question is about."""
    claimants = question.values("claimant", "person")
    sides = frozenset(map(index.side_of, question.values("side")))
    actors = frozenset(map(index.side_of, question.values("actor")))
    if not claimants and any(
        slot.value == "says" and slot.at - 1 in own_at(question) for slot in question.slots
    ):
        claimants = actors or sides  # "how many has Orla lost by its own account", "hit by its own count"
    speaking = frozenset(index.sides[c] for c in claimants if c in index.sides)
    if question.asks("own-deed"):
        actors |= speaking
    about_other, about_own = question.asks("other-side"), is_of_own(question)
    if about_other and sides and not claimants and not actors:
        sides, actors, claimants = _other_side(index, question, sides)
    if speaking and not sides:
        if about_other and not about_own:
            actors |= speaking
        elif not (actors or about_other or question.asks("both")) and are_own(question):
            sides = _compared(index, question) or speaking
    if both := _hers_or_theirs(index, question, speaking):
        sides, actors = both, frozenset()
    if counts_own(index, measures):
        # Votes that a side wins are its own, as harm that it does is not.
        sides, actors = sides | actors, frozenset()
    harms_own = bool(sides) and sides <= actors
    doers = frozenset() if sides else actors
    if actors:
        sides = sides - actors or sides or index.belligerents - actors
        harms_own |= any(slot.at - 1 in own_at(question) for slot in question.find("victims"))
    # Whoever does not fight on either side has done no harm that is counted, but as they say themselves.
    strange = bool(actors) and not actors & index.belligerents and not _did_so(index, measures, doers)
    return Whose(sides, claimants, doers, about_own and bool(speaking), harms_own or strange)


def told_by_themselves(question: Question) -> Question:
    """Read "listed as wounded by them on their own side" as what they say of their own."""
    if not is_of_own(question) or question.find("side", "claimant", "person"):
        return question
    if not any(_is_by(question, slot.at) for slot in question.find("actor")):
        return question
    slots = tuple(
        one
        for slot in question.slots
        for one in (
            [slot._replace(kind=kind) for kind in ("claimant", "side")] if slot.kind == "actor" else [slot]
        )
    )
    return replace(question, slots=slots)


def own_at(question: Question) -> set[int]:
    """Return where "its own" stands."""
    return {slot.at for slot in question.find("ask") if slot.value == "own"}


def is_of_own(question: Question) -> bool:
    """Tell whether it is asked of somebody's own, not by whose "own account"."""
    said = {slot.at - 1 for slot in question.find("ask") if slot.value == "says"}
    return bool(own_at(question) - said)


def are_own(question: Question) -> bool:
    """Tell whether those who are counted are called whoever speaks's own, or lost, or admitted."""
    return question.asks(*_OWN) or are_their_own(question)


def counts_own(index: Index, measures: frozenset[str]) -> bool:
    """Tell whether these measures count what is a side's own, not what was done to it."""
    return bool(measures) and not any(map(index.harms, measures))


def harmed_anybody(index: Index, row: tuple[Entry, Figure], doers: frozenset[str]) -> bool:
    """Tell whether a figure is of people of no side whom these, as told or by their own word, harmed."""
    entry, figure = row
    actor = entry.claim.actor
    own = {index.sides[actor] if actor else entry.side}
    return figure.side is None and bool(doers) and doers <= own and index.harms(figure.measure)


def _other_side(
    index: Index, question: Question, sides: frozenset[str]
) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Return whose, by whose deed and by whose word, where "the other side" stands beside one."""
    other = next(slot.at for slot in question.find("ask") if slot.value == "other-side")
    if _is_by(question, other):
        return sides, frozenset(), frozenset()  # "kept by the other side"
    said = ("says", other + 1) in {(slot.value, slot.at) for slot in question.find("ask")}
    if said or question.asks("according-to"):
        return sides, frozenset(), index.belligerents - sides
    return frozenset(), sides, frozenset()


def _is_by(question: Question, at: int) -> bool:
    """Tell whether "by" stands before a name."""
    return has_cue(question.before(at), "by")


def _compared(index: Index, question: Question) -> frozenset[str]:
    """Return the side of the speaker last named before "its own", as one of two that are compared."""
    own = min(own_at(question), default=-1)
    before = [slot for slot in question.find("claimant", "person") if slot.at < own]
    return frozenset(index.sides[slot.value] for slot in before[-1:] if slot.value in index.sides)


def _hers_or_theirs(index: Index, question: Question, speaking: frozenset[str]) -> frozenset[str]:
    """Return the sides of "hers or theirs", of both of which whoever speaks is asked."""
    own = [(slot.at, speaking) for slot in question.find("ask") if slot.value in {"own", "them"}]
    named = [(slot.at, index.sides_of((slot,))) for slot in question.find("side", "party")]
    parted = [at for at, span in enumerate(question.spans) if speaking and "or" in span.words.split()]
    pairs = (sorted(pair) for pair in product(named, [*own, *named]))
    both = (one | other for (first, one), (last, other) in pairs if any(first < at < last for at in parted))
    return next((sides for sides in both if len(sides) > 1), frozenset())


def _did_so(index: Index, measures: frozenset[str], doers: frozenset[str]) -> bool:
    """Tell whether there is a figure on what is asked of whom these harmed, or treated."""
    rows = ((entry, figure) for entry in index.entries for figure in entry.claim.figures)
    alike = (row for row in rows if not measures.isdisjoint(index.measures_of(row[1])))
    return any(harmed_anybody(index, row, doers) for row in alike)
