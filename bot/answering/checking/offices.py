"""Holds the offices that a message gives people against those that the briefing names."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from bot.answering.checking.assertions import Assertion
from bot.answering.claims.index import Index
from bot.answering.deciding.case import STRANGE
from bot.answering.reading.question import PARTIES, Slot
from bot.answering.reading.text import tokenise
from bot.answering.showing.checked import Finding
from bot.briefing.models import Person

# "The mayor, Lund and Holt" are three.
_ALONE = r"\b(?!\s*,?\s+and\b)"


def office_held(index: Index, assertion: Assertion) -> Finding | None:
    """Return whether somebody speaks for whom a message says, where it says no more than that."""
    question = assertion.question
    people, topics = question.values("person"), question.values("topic")
    parties = question.values(*PARTIES)
    others = question.find("measure", "number", "place", "date", "negation", *STRANGE)
    person = next((one for one in index.briefing.people if {one.id} == people and one.introduced), None)
    if person is None or not topics or not topics <= index.office_topics or not parties or others:
        return None
    holds = topics <= index.offices[person.id]
    if holds and {index.side_of(party) for party in parties} == {index.sides[person.id]}:
        return Finding(assertion.quote, "matches", None, None, None, person.introduced)
    said = ", ".join(sorted(index.names[party] for party in parties))
    return Finding(assertion.quote, "distorts", "claimant", said, person.office, person.introduced)


def misnamed(index: Index, sentence: str) -> list[Finding]:
    """Return who is given an office beside their name that is another's ("Lund, Belmar's spokesman").

    What they say is theirs all the same, so this stands beside whatever else the sentence has.
    """
    slots = index.reader.read(sentence).naming
    return [
        Finding(sentence, "distorts", "claimant", said.words, person.office, person.introduced)
        for person, said in (*_other_sides(index, slots), *_anothers(index, slots, sentence))
    ]


def _other_sides(index: Index, slots: Sequence[Slot]) -> Iterator[tuple[Person, Slot]]:
    """Yield whoever has an office under the name of a side that is not theirs, and that name."""
    people = index.people
    for first, second, third in zip(slots, slots[1:], slots[2:], strict=False):
        after = first.value in people and third.kind == "topic" and third.value in index.office_topics
        named, party = (first, second) if after else (third, first)
        if not after and not (third.value in people and second.value in index.office_topics):
            continue
        person = people[named.value]
        if party.kind in PARTIES and index.side_of(party.value) != index.sides[person.id]:
            yield person, party


def _anothers(index: Index, slots: Sequence[Slot], sentence: str) -> Iterator[tuple[Person, Slot]]:
    """Yield whoever is called by an office that somebody else holds, and the words for that."""
    for one, other in pairwise(slots):
        if not {one.value, other.value} <= index.people.keys() or one.value == other.value:
            continue
        for name, office in ((one, other), (other, one)):
            words = re.escape(office.words), re.escape(name.words)
            called = _holds(index, office) and not _holds(index, name)
            if called and _beside(sentence, *words, ahead=office is one):
                yield index.people[name.value], office


def _holds(index: Index, slot: Slot) -> bool:
    """Tell whether somebody is named by their office, not by their name."""
    words, office = (
        {token.stem for token in tokenise(text)} for text in (slot.words, index.people[slot.value].office)
    )
    return not words.isdisjoint(office)


def untitled(index: Index, sentence: str) -> tuple[list[Finding], str]:
    """Return who is given an office beside their name that is not theirs, and the sentence without it.

    What is said of them otherwise is said all the same.
    """
    slots = index.reader.read(sentence).naming
    found, rest = [], sentence
    for n, office in enumerate(slots):
        if office.kind != "other-party" or not _is_office(index, office):
            continue
        for who in slots[max(n - 2, 0) : n + 2]:
            titled = _titled(slots, n, who, rest) if who.value in index.people else None
            if titled:
                person = index.people[who.value]
                said = titled["title"]
                found.append(
                    Finding(sentence, "distorts", "claimant", said, person.office, person.introduced)
                )
                rest = f"{rest[: titled.start()]}{who.words}{rest[titled.end() :]}"
    return found, rest


def _is_office(index: Index, slot: Slot) -> bool:
    spans = index.reader.lexicon.read(slot.words)
    return any(span.has("elsewhere", "other-offices") or span.ids("person") for span in spans)


def _titled(slots: tuple[Slot, ...], n: int, who: Slot, sentence: str) -> re.Match[str] | None:
    """Return where the office in slot *n* stands beside a name ("mayor Lund", "Lund, the mayor of …")."""
    before = [slot.words for slot in slots[max(n - 1, 0) : n] if slot.kind in (*PARTIES, "other-party")]
    whose = rf"(?:{re.escape(before[0])}\s+)?" if before else ""
    office, name = rf"{whose}{re.escape(slots[n].words)}", re.escape(who.words)
    return _beside(sentence, office, name, ahead=True) or _beside(sentence, office, name, ahead=False)


def _beside(sentence: str, office: str, name: str, *, ahead: bool) -> re.Match[str] | None:
    """Return where an office stands *ahead* of a name as its title, or else behind it.

    Where a comma parts them, another one ends what is put in: "after Lund, the mayor said" names two.
    """
    title = rf"(?P<title>(?:(?:the|an?)\s+)?{office}(?:\s+of(?:\s+\w+){{1,3}}?)?)"
    pattern = (
        rf"{title}(?P<apart>\s*,)?\s+{name}{_ALONE}(?(apart)\s*,)"
        if ahead
        else rf"{name}(?:(?P<apart>\s*[,(–—]\s*)|\s+){title}{_ALONE}(?(apart)(?:\s*[,)–—]|(?=\W*$)))"
    )
    return re.search(pattern, sentence, re.IGNORECASE)
