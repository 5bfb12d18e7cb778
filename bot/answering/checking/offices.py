"""Holds the offices that a message gives people against those that the briefing names."""

import re
from itertools import pairwise

from bot.answering.checking.assertions import Assertion
from bot.answering.claims.index import Index
from bot.answering.deciding.case import STRANGE
from bot.answering.reading.cues import has_cue
from bot.answering.reading.question import PARTIES, Slot
from bot.answering.reading.text import tokenise
from bot.answering.showing.checked import Finding
from bot.briefing.models import Person


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
            found.append(_misheld(sentence, party.words, person))
    return found


def untitled(index: Index, sentence: str) -> tuple[list[Finding], str]:
    """Return who is given an office beside their name that is not theirs, and the sentence without it.

    What is said of them otherwise is said all the same.
    """
    found, rest = _unranked(index, sentence)
    slots = index.reader.read(rest).naming
    for first, second in pairwise(slots):
        titled = _apposed(index, first, second, rest)
        if titled:
            office, who = titled
            found.append(_misheld(sentence, office.words, index.people[who.value]))
            rest = re.sub(_beside(first, second), who.words, rest, count=1, flags=re.IGNORECASE)
    for n, office in enumerate(slots):
        if office.kind != "other-party" or not _is_office(index, office):
            continue
        for who in slots[max(n - 2, 0) : n + 2]:
            titled_by = _titled(slots, n, who, rest) if who.value in index.people else None
            if titled_by:
                found.append(_misheld(sentence, titled_by["title"], index.people[who.value]))
                rest = f"{rest[: titled_by.start()]}{who.words}{rest[titled_by.end() :]}"
    return found, rest


def _misheld(sentence: str, said: str, person: Person) -> Finding:
    """Return that somebody holds another office; what they say besides is no part of that."""
    return Finding(sentence, "distorts", "claimant", said, person.office, None)


def _unranked(index: Index, sentence: str) -> tuple[list[Finding], str]:
    """Return who has a rank before their name that is not theirs, and the sentence without titles there."""
    spans = index.reader.read(sentence).spans
    tokens = tokenise(sentence)
    found, rest = [], sentence
    for at in reversed(range(len(spans))):
        person = next((index.people[one] for one in spans[at].ids("person")), None)
        first = at
        while person and first and has_cue(spans[first - 1], "honorific", "rank"):
            first -= 1
        if person is None or first == at:
            continue
        start, end = tokens[spans[first].first].start, tokens[spans[at].first].start
        ranks = any(has_cue(span, "rank") for span in spans[first:at])
        if ranks and not any(has_cue(span, "rank") for span in index.reader.lexicon.read(person.name)):
            found.append(_misheld(sentence, sentence[start:end].strip(), person))
        rest = f"{rest[:start]}{rest[end:]}"
    return found, rest


def _apposed(index: Index, first: Slot, second: Slot, sentence: str) -> tuple[Slot, Slot] | None:
    """Return the office and the name of two who are one ("Minister Lund", where Holt is the minister)."""
    both = {first.value, second.value} <= index.people.keys() and first.value != second.value
    if not both or not re.search(_beside(first, second), sentence, re.IGNORECASE):
        return None
    match _is_name(index, first), _is_name(index, second):
        case False, True:
            return first, second
        case True, False:
            return second, first
        case _:
            return None


def _beside(first: Slot, second: Slot) -> str:
    return rf"{re.escape(first.words)}\s*,?\s*(?:the\s+)?{re.escape(second.words)}"


def _is_name(index: Index, slot: Slot) -> bool:
    name = {token.word for token in tokenise(index.people[slot.value].name)}
    return any(token.word in name for token in tokenise(slot.words))


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
