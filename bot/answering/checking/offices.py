"""Holds the offices that a message gives people against those that the briefing names."""

import re
from itertools import pairwise

from bot.answering.checking.assertions import Assertion
from bot.answering.claims.index import Index
from bot.answering.deciding.case import STRANGE
from bot.answering.reading.question import PARTIES, Slot
from bot.answering.showing.checked import Finding


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
    """Return who is given an office beside their name that is another side's ("Lund, Belmar's spokesman").

    What they say is theirs all the same, so this stands beside whatever else the sentence has.
    """
    people = index.people
    slots = index.reader.read(sentence).naming
    found = []
    for first, second, third in zip(slots, slots[1:], slots[2:], strict=False):
        after = first.value in people and third.kind == "topic" and third.value in index.office_topics
        named, party = (first, second) if after else (third, first)
        if not after and not (third.value in people and second.value in index.office_topics):
            continue
        person = people[named.value]
        if party.kind in PARTIES and index.side_of(party.value) != index.sides[person.id]:
            found.append(
                Finding(sentence, "distorts", "claimant", party.words, person.office, person.introduced)
            )
    for first, second in pairwise(slots):
        apposed = rf"{re.escape(first.words)}\s*,?\s*(?:the\s+)?{re.escape(second.words)}"
        both = {first.value, second.value} <= people.keys() and first.value != second.value
        if both and re.search(apposed, sentence, re.IGNORECASE):
            person = people[first.value]
            found.append(
                Finding(sentence, "distorts", "claimant", second.words, person.office, person.introduced)
            )
    return found


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
    before, after = (
        [re.escape(slot.words) for slot in some if slot.kind in (*PARTIES, "other-party")]
        for some in (slots[max(n - 1, 0) : n], slots[n + 1 : n + 2])
    )
    whose = rf"(?:{before[0]}\s+)?" if before else ""
    of = rf"(?:\s+of\s+(?:the\s+)?{after[0]})?" if after else ""
    title = rf"(?P<title>(?:(?:the|an?)\s+)?{whose}{re.escape(slots[n].words)}{of})"
    name = re.escape(who.words)
    # "The mayor, Lund and Holt" are three.
    ahead, behind = rf"{title}\s*,?\s+{name}(?!\s+and\b)", rf"{name}\s*[,(–—]\s*{title}(?!\s+and\b)\s*[,)–—]?"
    return re.search(ahead, sentence, re.IGNORECASE) or re.search(behind, sentence, re.IGNORECASE)
