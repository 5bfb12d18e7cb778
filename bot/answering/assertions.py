"""Cuts a sentence of a message into assertions: one for each number, one for what happened."""

import re
from dataclasses import dataclass, replace

from bot.answering.figures import counts_own, narrowest
from bot.answering.index import Index
from bot.answering.question import Question, Slot
from bot.answering.text import clauses

_OWN = ("own", "loses", "admits")
_END = 10**6


@dataclass(frozen=True, slots=True)
class Assertion:
    """What a clause asserts; `number` is None for an event, "many" where a message says no more.

    `within` is the sentence that the clause is part of, `around` are the places that this names anywhere.
    `low` and `high` are the number's ends, `bound` says how it is inexact ("at-least", "more-than", …).
    """

    quote: str
    question: Question
    number: str | None
    low: int | None
    high: int | None
    bound: str | None
    measures: frozenset[str]
    victims: frozenset[str]
    sides: frozenset[str]
    claimants: frozenset[str]
    places: frozenset[str]
    foreign: frozenset[str] = frozenset()
    strangers: tuple[str, ...] = ()
    at: int = 0
    within: str = ""
    around: frozenset[str] = frozenset()


def joined(clause: str) -> tuple[str, ...]:
    """Split a clause at every "and"."""
    return tuple(part for part in (p.strip() for p in re.split(r"\s+and\s+", clause)) if part)


def event_assertion(index: Index, text: str, sentence: str) -> Assertion:
    """Return what *text*, a part of *sentence*, says happened, or was said."""
    question = _without_contrasts(index.reader.read(text))
    return Assertion(
        text,
        question,
        None,
        None,
        None,
        None,
        question.values("measure"),
        question.values("victims"),
        _sides(index, question.find("side")),
        question.values("claimant", "person"),
        question.values("place"),
        within=sentence,
    )


def figure_assertions(index: Index, sentence: str, heard: frozenset[str]) -> tuple[Assertion, ...]:
    """Return an assertion for each number of a sentence; what a clause leaves out, an earlier one gave.

    `heard` are the claimants that another sentence gave.
    """
    whole = index.reader.read(sentence)
    speakers = (
        whole.values("claimant", "person") if whole.asks("says", "according-to", "admits") else frozenset()
    )
    named: frozenset[str] = frozenset()
    found: list[Assertion] = []
    contrasts = len(_quantities(whole)) > len(_excluded_numbers(whole)) > 0
    parts = clauses(sentence)
    if _quantities(whole) and not any(_quantities(index.reader.read(clause)) for clause in parts):
        parts = (sentence,)  # "They were captured, loads of them" counts only as a whole
    for clause in parts:
        question = _without_excluded(index.reader.read(clause), numbers=contrasts)
        named = question.values("claimant", "person") or named
        quantities = _quantities(question)
        for order in range(len(quantities)):
            last = found[-1] if found else None
            found.append(_figure(index, question, quantities, order, last, named or speakers or heard))
    foreign = whole.values("other-place")
    if not any(a.measures or a.victims or a.sides for a in found):
        found = [_headed(index, whole, assertion) for assertion in found]
    around = whole.values("place")
    return tuple(
        replace(a, foreign=foreign, around=around) for a in found if a.measures or a.victims or a.sides
    )


def _headed(index: Index, whole: Question, assertion: Assertion) -> Assertion:
    """Give a number what the head of its sentence counts ("Nurses missing: 12 according to her")."""
    # A number of one clause may be part of a date in the whole sentence ("12, February").
    first = min((slot.at for slot in _quantities(whole)), default=-1)
    head = whole.keeping(lambda slot: slot.at < first)
    return replace(
        assertion,
        measures=narrowest(index, head.values("measure")),
        victims=narrowest(index, head.values("victims")) - {"people"},
        sides=_sides(index, head.find("side")),
    )


def _without_excluded(question: Question, *, numbers: bool) -> Question:
    """Leave out whom a clause names only to say that it was not they ("she, not he, said").

    The same for its *numbers* where the sentence gives another instead ("12, not 400").
    """
    excluded = {slot.at for slot in question.find("negation")}
    named = {slot.at for slot in question.find("claimant", "person") if slot.at - 1 in excluded}
    if numbers:
        named |= _excluded_numbers(question)
    dropped = named | {at - 1 for at in named}
    return question.keeping(lambda slot: slot.at not in dropped)


def _without_contrasts(question: Question) -> Question:
    """Leave out where and when it was not, if it is said to have been elsewhere ("here, not there")."""
    taken = {slot.at for slot in question.slots}
    dropped: set[int] = set()
    for no in question.find("negation"):
        at = no.at + 1 if no.at + 1 in taken else no.at + 2  # "not in the capital"
        contrasted = [slot for slot in question.find("place", "date") if slot.at == at]
        if any(other.at < no.at for one in contrasted for other in question.find(one.kind)):
            dropped |= {no.at, at}
    return question.keeping(lambda slot: slot.at not in dropped)


def _excluded_numbers(question: Question) -> set[int]:
    """Return where the numbers stand that follow a "not"."""
    excluded = {slot.at for slot in question.find("negation")}
    return {slot.at for slot in question.find("number") if slot.at - 1 in excluded}


def _strangers(question: Question) -> tuple[str, ...]:
    """Return who says a number though the briefing knows nothing of them."""
    speaks = question.asks("says", "according-to", "admits") or "verification" in question.values("topic")
    return tuple(slot.words for slot in question.find("other-party")) if speaks else ()


def _quantities(question: Question) -> list[Slot]:
    numbers = [slot for slot in question.find("number") if not slot.value.endswith("%")]
    vague = (
        [slot for slot in question.find("qualifier") if slot.value == "many"]
        if question.find("measure")
        else []
    )
    return sorted([*numbers, *vague], key=lambda slot: slot.at)


def _figure(
    index: Index,
    question: Question,
    quantities: list[Slot],
    order: int,
    last: Assertion | None,
    heard: frozenset[str],
) -> Assertion:
    quantity = quantities[order]
    start = quantities[order - 1].at if order else -1
    end = quantities[order + 1].at if order + 1 < len(quantities) else _END
    alone = len(quantities) == 1

    def near(*kinds: str) -> list[Slot]:
        """Return the slots between this number and the next, else those since the last one."""
        slots = [slot for slot in question.slots if slot.kind in kinds]
        after = [s for s in slots if quantity.at < s.at < end]
        return slots if alone else after or [s for s in slots if start < s.at < quantity.at]

    measures = narrowest(index, frozenset(s.value for s in near("measure")))
    victims = narrowest(index, frozenset(s.value for s in near("victims"))) - {"people"}
    sides = _sides(index, _counted_sides(quantity, near("side"), near("victims")))
    claimants = _claimants(question, quantity, start, end, heard)
    actors = _sides(index, near("actor"))
    if not question.find("topic", "measure"):
        # "Nurses missing: Arden 55" has nobody act.
        sides, actors = sides | actors | _sides(index, near("party", "target")), frozenset()
    speaking = frozenset(index.sides[c] for c in claimants if c in index.sides)
    if question.asks("own-deed") and not sides:
        actors |= speaking
    if counts_own(index, measures):
        sides |= actors
    elif actors and not sides - actors:
        sides = index.belligerents - actors
    elif not sides and question.asks(*_OWN) and speaking and speaking <= index.belligerents:
        sides = speaking
    if last is not None:
        # "…, 13 civilians injured" goes on counting, but no longer the same people.
        sides = sides or (last.sides if not victims else sides)
        measures, victims = (
            measures or last.measures,
            victims or (last.victims if sides == last.sides else victims),
        )
    low, _, high = quantity.value.partition("-")
    bounds = [s.value for s in question.find("qualifier") if s.at == quantity.at and s.value != "many"]
    return Assertion(
        quote=question.text,
        question=question,
        number="many" if quantity.kind == "qualifier" else quantity.value,
        low=int(low) if low.isdigit() else None,
        high=int(high or low) if low.isdigit() else None,
        bound=bounds[0] if bounds else None,
        measures=measures,
        victims=victims,
        sides=sides,
        claimants=claimants,
        places=frozenset(s.value for s in near("place")),
        strangers=_strangers(question),
        at=quantity.at,
    )


def _counted_sides(quantity: Slot, sides: list[Slot], victims: list[Slot]) -> list[Slot]:
    """Return the sides between the number and the harmed, else all: another side may hold them."""
    end = min((slot.at for slot in victims if slot.at > quantity.at), default=quantity.at)
    return [slot for slot in sides if quantity.at < slot.at < end] or sides


def _claimants(
    question: Question, quantity: Slot, start: int, end: int, heard: frozenset[str]
) -> frozenset[str]:
    """Return who gives this number: whoever is named next to it, else whoever was heard last."""
    slots = question.find("claimant", "person")
    before = [s.value for s in slots if start < s.at < quantity.at]
    after = [s.value for s in slots if quantity.at < s.at < end]
    return frozenset(before or after) or heard


def _sides(index: Index, slots: list[Slot] | tuple[Slot, ...]) -> frozenset[str]:
    return frozenset(index.side_of(slot.value) for slot in slots)
