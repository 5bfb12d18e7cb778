"""Corrects who is called by an office or a side that is not theirs ("Belmar's mayor Holt")."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from bot.answering.claims.index import Index
from bot.answering.deciding.case import Case
from bot.answering.deciding.outcome import Answer, Outcome, Premise, Rule, Shown
from bot.answering.reading.question import PARTIES, Question, Slot
from bot.briefing.known_ids import Topic
from bot.briefing.models import Person

# Why or when somebody did what is told of them may be open: that they did is not.
_OPEN = frozenset({"why", "when", "where", "definition"})
_CAUSE: Topic = "cause"
_NAMED = 2  # a name, and what stands beside it


class Titled(NamedTuple):
    """Who is called something that is not theirs, the words for it, and the question without them."""

    person: Person
    said: str
    rest: str


def retitled(index: Index, question: Question, decide: Callable[[Question], Outcome]) -> Outcome | None:
    """Return the outcome of a question without a wrong title, as a correction of that title."""
    if not (titled := _titled(index, question)):
        return None
    rest = index.reader.read(titled.rest)
    outcome = decide(rest)
    if not isinstance(outcome, Answer | Premise):
        outcome = decide(rest.keeping(lambda slot: not _is_open(index, slot, titled.person)))
    if not isinstance(outcome, Answer | Premise):
        return None
    shown = tuple(
        one._replace(role="correction") if _is_of(index, one, titled.person) else one for one in outcome.shown
    )
    if not any(one.role == "correction" for one in shown):
        return None  # what they are asked about is not theirs, whoever they are
    bare = all(slot.value == titled.person.id for slot in rest.naming)  # "is Lund the mayor"
    rule: Rule = "what somebody is not" if bare else "the briefing has it otherwise"
    receipt = Case.about(index, question).receipt(rule)
    return Premise(shown, titled.said, receipt, outcome.left)


def _is_open(index: Index, slot: Slot, person: Person) -> bool:
    """Tell whether it is asked why, or their own side is named as whom they acted against."""
    if slot.kind == "topic" and slot.value == _CAUSE:
        return True  # "what prompted Belmar's mayor Holt to …"
    if slot.kind in {"target", "other-place"}:
        spans = index.reader.lexicon.read(slot.words)
        return any(index.sides.get(one) == index.sides[person.id] for s in spans for one in s.ids("party"))
    return slot.kind == "ask" and slot.value in _OPEN


def _is_of(index: Index, shown: Shown, person: Person) -> bool:
    claim = index.by_id[shown.claim].claim
    return person.id in {claim.claimant, claim.speaker}


def _titled(index: Index, question: Question) -> Titled | None:
    named = question.find("person", "other-party")
    if not named or not (len(named) >= _NAMED or question.find(*PARTIES)):
        return None
    # What checks messages is slow to import, and few questions name people with what they are.
    from bot.answering.checking.offices import misnamed, unofficed  # noqa: PLC0415

    # An office that a gloss names by who holds it is another's under the other side's name.
    taken = question.asks("why", "when")
    if taken and (sided := next(_under_others(index, question), None)) is not None:
        return sided
    found, rest = unofficed(index, question.text)
    for one in found or misnamed(index, question.text):
        person = next((p for p in index.briefing.people if p.introduced == one.claim), None)
        if person is not None and one.said:
            return Titled(person, one.said, rest)
    return None


def _under_others(index: Index, question: Question) -> Iterator[Titled]:
    """Yield who is named under the name of the other side ("Belmar's Holt", "Holt of Belmar")."""
    from bot.answering.checking.offices import named_by_office  # noqa: PLC0415

    for slot in question.find("other-party", "person"):
        spans = index.reader.lexicon.read(slot.words)
        person = next((index.people[one] for span in spans for one in span.ids("person")), None)
        if person is None or named_by_office(index, slot._replace(value=person.id)):
            continue
        for party in question.find(*PARTIES):
            under = _under(question.text, party, slot)
            if under and index.side_of(party.value) != index.sides[person.id]:
                rest = question.text[: under.start()] + question.text[under.end() :]
                yield Titled(person, under[0].strip(), rest)


def _under(text: str, party: Slot, who: Slot) -> re.Match[str] | None:
    """Return where a name stands under that of a party, which is an owner's if more than that tells of it."""
    whose, name = re.escape(party.words), re.escape(who.words)
    if party.owns:
        return re.search(rf"\b{whose}\s+(?=(?:to\s+)?{name}\b)", text)
    if who.kind == "person":
        return None
    return re.search(rf"\b{whose}\s+(?={name}\b)|(?<={name})\s+(?:of|from|for)\s+(?:the\s+)?{whose}\b", text)
