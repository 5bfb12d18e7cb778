"""Holds what a clause of a message asserts, and reads what one says happened, or was said."""

import re
from dataclasses import dataclass, replace

from bot.answering.index import Index
from bot.answering.question import Question, Slot

_COUNTING = frozenset({"number", "qualifier", "measure", "victims", "side"})


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
    question = _judged(_without_contrasts(index.reader.read(text)))
    if verifies(index, question):
        # "Neither the 12 nor the 55 of her side": all of these are what could be verified.
        question = question.keeping(lambda slot: slot.kind not in _COUNTING)
    return Assertion(
        text,
        question,
        None,
        None,
        None,
        None,
        question.values("measure"),
        question.values("victims"),
        sides_of_slots(index, question.find("side")),
        question.values("claimant", "person"),
        question.values("place"),
        within=sentence,
    )


def _judged(question: Question) -> Question:
    """Read claims that are said to be true, or not, as accepted or denied, whosever they are."""
    claims = [slot for slot in question.find("topic") if slot.value == "claims"]
    judged = [slot for slot in question.find("ask") if slot.value in {"true", "false"}]
    accepted = [slot for slot in question.find("topic") if slot.value == "acceptance"]
    no = question.find("negation")
    if not claims or not question.find("claimant", "party", "person") or not (judged or (accepted and no)):
        return question
    one = (judged or accepted)[0]
    denied = one.value == "false" or bool(no)
    verdict = one._replace(kind="topic", value="denial" if denied else "acceptance")
    dropped = {"verification", "acceptance"}
    kept = question.keeping(
        lambda slot: slot.kind not in {"negation", "measure"} and slot.value not in dropped
    )
    owner = max((s.at for s in kept.find("claimant", "party") if s.at < claims[0].at), default=-1)
    slots = (slot._replace(kind="party") if slot.at == owner else slot for slot in kept.slots)
    return replace(kept, slots=tuple(sorted((*slots, verdict), key=lambda slot: slot.at)))


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


def verifies(index: Index, question: Question) -> bool:
    """Tell whether numbers stand for claims that a medium verified, or could not ("neither the 12 nor …")."""
    measures = question.values("measure")
    return (
        "verification" in question.values("topic")
        and not index.reader.media.isdisjoint(question.values("claimant"))
        and not question.values("victims") - {"people"}
        and (not measures or "casualties" in measures)
    )


def sides_of_slots(index: Index, slots: list[Slot] | tuple[Slot, ...]) -> frozenset[str]:
    """Return the sides that these slots name."""
    return frozenset(index.side_of(slot.value) for slot in slots)
