"""Tells what a number of a clause counts, and whose people these are."""

import re
from itertools import pairwise
from typing import NamedTuple

from bot.answering.claims.figure_query import narrowest
from bot.answering.claims.index import Index
from bot.answering.claims.whose import are_own, counts_own
from bot.answering.reading.around import BODIES
from bot.answering.reading.cues import has_cue
from bot.answering.reading.question import Question, Slot, SlotKind
from bot.answering.reading.text import is_flag
from bot.briefing.known_ids import Cue, Measure

# How the vocabulary has those who were killed and are held.
_HELD: frozenset[Measure] = frozenset({"killed", "captured"})
_HOLDING = frozenset({"hold", "holds", "holding", "keep", "keeps", "keeping", "kept", "retain", "retains"})
_HELD_BEHIND = frozenset({"held", "kept", "retained"})
_DEAD = frozenset({"dead", "fallen", "slain"})
# "They killed 12 of ours" has others do it.
_WE = re.compile(r"\bwe\b(?!.*\bours?\b)", re.IGNORECASE | re.DOTALL)


class Reach(NamedTuple):
    """A number of a clause, and between which spans what it counts stands.

    That is up to the next, or since the last one. `following` are those behind it; `alone` is whether it has
    the whole clause.
    """

    question: Question
    number: Slot
    following: tuple[Slot, ...]
    start: int
    end: int
    alone: bool

    @classmethod
    def of(cls, question: Question, quantities: list[Slot], order: int) -> "Reach":
        """Return the reach of one of a clause's numbers."""
        # "55 12 nurses": both are said to count what follows.
        apart = (n.at for last_one, n in pairwise(quantities[order:]) if n.at > last_one.at + 1)
        return cls(
            question,
            quantities[order],
            tuple(quantities[order + 1 :]),
            start=quantities[order - 1].at if order else -1,
            end=next(apart, len(question.spans)),
            alone=len(quantities) == 1,
        )

    def near(self, *kinds: SlotKind) -> list[Slot]:
        """Return the slots between this number and the next, else those since the last one."""
        slots = self.question.find(*kinds)
        if self.alone:
            return list(slots)
        after = [s for s in slots if self.number.at < s.at < self.end]
        return after or [s for s in slots if self.start < s.at < self.number.at]


def measures_near(index: Index, reach: Reach) -> frozenset[str]:
    """Return what a number counts."""
    question, counted = reach.question, reach.near("measure")
    verbs = [
        s for s in question.find("measure") if reach.start < s.at and _is_verb_of(question, s, reach.number)
    ]
    if verbs and not reach.alone:
        # "Killed 12 and wounded 27": each verb counts what follows it.
        others = [s for s in counted if not any(_is_verb_of(question, s, n) for n in reach.following)]
        counted = others or verbs
    measures = narrowest(index, frozenset(s.value for s in counted))
    # "Killed 12 and captured many" holds nobody’s body, "holds 12 of their dead" does.
    held = (measures >= _HELD and not verbs) or (_holds(reach) and any(s.words in _DEAD for s in counted))
    return frozenset({BODIES}) if held else measures


def _holds(reach: Reach) -> bool:
    """Tell whether somebody holds whom a number counts, or these are held."""
    spans, at = reach.question.spans, reach.number.at
    holds = any(span.words in _HOLDING for span in spans[max(at - 2, 0) : at])
    return holds or any(reach.alone and span.words in _HELD_BEHIND for span in spans[at : reach.end])


def whose_counted(
    index: Index, reach: Reach, measures: frozenset[str], claimants: frozenset[str], *, others: bool
) -> frozenset[str]:
    """Return whose people a number counts, *others* than the number before it or the same."""
    question = reach.question
    named = _counted_sides(reach, others=others)
    flown = [slot for slot in named if is_flag(slot.words) and _is_ours(question)]
    sides = index.sides_of(slot for slot in named if slot not in flown)
    actors = index.sides_of((*reach.near("actor"), *flown))
    if not question.find("topic", "measure"):
        # "Nurses missing: Arden 55" has nobody act.
        sides, actors = sides | actors | index.sides_of(reach.near("party", "target")), frozenset()
    speaking = frozenset(index.sides[c] for c in claimants if c in index.sides)
    own_deed = (s for s in question.find("ask") if s.value == "own-deed")
    if not sides and any(reach.start < s.at < reach.end for s in own_deed):
        actors |= speaking & index.belligerents  # whom a hospital treated may be of any side
    sides, actors = _by_verb(index, reach, (sides, actors, speaking))
    if counts_own(index, measures):
        return sides | actors
    if actors and not sides - actors:
        return index.belligerents - actors
    if not sides and are_own(question):
        whose = speaking or index.sides_of(question.find("party"))
        return whose if len(whose) == 1 and whose <= index.belligerents else sides
    return sides


def _is_ours(question: Question) -> bool:
    """Tell whether it is "we", whose flag a message flies, who did what is told, and not lost in it."""
    return _WE.search(question.text) is not None and not question.asks("loses")


def _counted_sides(reach: Reach, *, others: bool) -> list[Slot]:
    """Return the sides between the number and the harmed, else all: another side may hold them.

    Where it counts *others* than the number before it, whose those are says nothing of these ("12 Danish
    bakers fell and 13 nurses were hurt").
    """
    number, sides = reach.number, reach.near("side")
    harmed = [slot.at for slot in reach.question.find("victims")]
    end = min((at for at in harmed if at > number.at), default=number.at)
    found = [slot for slot in sides if number.at < slot.at < end] or sides
    return [slot for slot in found if not (others and any(slot.at < at < number.at for at in harmed))]


def _by_verb(
    index: Index, reach: Reach, read: tuple[frozenset[str], frozenset[str], frozenset[str]]
) -> tuple[frozenset[str], frozenset[str]]:
    """Return whose are counted and who harmed them, by the verb before a number; *read* as without it.

    That is whose, by whom, and who speaks.
    """
    question, number = reach.question, reach.number
    sides, actors, speaking = read
    subjects = _subject(question, number)
    harms = _verb_before(question, number, "harms")
    killing = [slot for slot in subjects if slot.kind == "side" and harms]
    if not reach.alone and question.asks("loses"):
        # "They killed 12 and lost 30", "lost 30 and killed 12": each verb has the same subject.
        subject = index.sides_of(subjects) or speaking
        if _verb_before(question, number, "loses"):
            return subject, frozenset()
        return (
            (frozenset(), actors | subject) if harms and sides <= index.sides_of(killing) else (sides, actors)
        )
    if any(question.spans[slot.at - 1].words == "the" for slot in killing if slot.at):
        # "The Danes killed 12" has them do it, "Danes killed: 12" counts them.
        actors |= index.sides_of(killing)
        sides -= actors
    return sides, actors


def _subject(question: Question, number: Slot) -> tuple[Slot, ...]:
    """Return who stands last right before a verb of losing or of harming, up to a number."""
    before = [slot for slot in question.find("actor", "side") if slot.at + 1 < number.at]
    verbs = ((slot, question.spans[slot.at + 1]) for slot in before)
    return tuple(slot for slot, verb in verbs if has_cue(verb, "loses", "harms"))[-1:]


def _verb_before(question: Question, number: Slot, cue: Cue) -> Slot | None:
    """Return the verb of this kind that stands right before a number, and behind nobody that it counts."""
    counted = {slot.at for slot in question.find("victims", "number")}
    verbs = (slot for slot in question.find("measure") if has_cue(question.spans[slot.at], cue))
    return next((v for v in verbs if v.at - 1 not in counted and _is_verb_of(question, v, number)), None)


def _is_verb_of(question: Question, measure: Slot, number: Slot) -> bool:
    """Tell whether a measure stands right before a number, as its verb ("wounded more than 27")."""
    between = (slot for slot in question.slots if measure.at < slot.at < number.at)
    return measure.at < number.at and all(slot.kind in {"qualifier", "ask", "side"} for slot in between)
