"""Holds the offices that a message gives people against those that the briefing names."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from bot.answering.reading.cues import has_cue
from bot.answering.reading.office_words import names_office
from bot.answering.reading.question import PARTIES, STRANGE, Slot
from bot.answering.reading.text import tokenise
from bot.answering.showing.checked import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.answering.checking.assertions import Assertion
    from bot.answering.claims.index import Index
    from bot.answering.reading.question import Question
    from bot.briefing.models import Person

# "The mayor, Lund and Holt" are three.
_ALONE = r"\b(?!\s*,?\s+and\b)(?!['’])"
# "Lund is the mayor", "the mayor is Lund".
_IS = r"(?:\s+(?:is|being|as))?"
# "Was appointed as mayor", "took over as mayor", "stepped down as mayor": at another time.
_COMING = frozenset(
    {"appointed", "named", "chosen", "elected", "picked", "selected", "nominated", "installed", "promoted"}
    | {"serve", "served", "serving", "resign", "resigned", "quit", "over", "down", "in", "back", "return"}
    | {"returned", "retire", "retired", "replaced", "continue", "continued", "remain", "remained", "office"}
)
# "As mayor, Lund …", "Lund, in her role as mayor, …".
_AS = (
    r"(?:,\s*)?\b(?:(?:speaking|acting|posting|writing|in\s+(?:his|her|their|the)\s+"
    r"(?:role|capacity|job|position|post|function|office))\s+)?as"
)
# "Lund, who is the mayor, …"
_WHO_IS = r"(?:who\s+(?:(?:currently|now|also)\s+)?(?:is|was|serves\s+as|acts\s+as)\s+)?"


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
        return Finding(assertion.quote, "matches", claim=person.introduced)
    said = ", ".join(sorted(index.names[party] for party in parties))
    return Finding(assertion.quote, "distorts", "claimant", said, person.office, person.introduced)


def misnamed(index: Index, sentence: str) -> list[Finding]:
    """Return who is given an office beside their name that is another's ("Lund, Belmar's spokesman").

    What they say is theirs all the same, so this stands beside whatever else the sentence has.
    """
    question = index.reader.read(sentence)
    return [_misheld(sentence, said.words, person) for person, said in _other_sides(index, question)]


def _other_sides(index: Index, question: Question) -> Iterator[tuple[Person, Slot]]:
    """Yield whoever has an office under the name of a side that is not theirs, and that name."""
    people, slots = index.people, question.naming
    for first, second, third in zip(slots, slots[1:], slots[2:], strict=False):
        after = first.value in people and third.kind == "topic" and third.value in index.office_topics
        named, party = (first, second) if after else (third, first)
        office = second.kind == "topic" and second.value in index.office_topics
        if office and first.value in people and has_cue(question.before(third.at), "of"):
            named, party = first, third
        elif not after and not (third.value in people and office):
            continue
        person = people[named.value]
        if party.kind in PARTIES and index.side_of(party.value) != index.sides[person.id]:
            yield person, party


def _anothers(index: Index, slots: Sequence[Slot], sentence: str) -> Iterator[tuple[Slot, re.Match[str]]]:
    """Yield whoever is called by an office that somebody else holds, and where."""
    for one, other in pairwise(slots):
        if not {one.value, other.value} <= index.people.keys() or one.value == other.value:
            continue
        for name, office in ((one, other), (other, one)):
            words = re.escape(office.words), re.escape(name.words)
            called = named_by_office(index, office) and not named_by_office(index, name)
            if called and (titled := _title_beside(sentence, *words, ahead=office is one)):
                yield name, titled


def named_by_office(index: Index, slot: Slot) -> bool:
    """Tell whether somebody is named by their office, not by their name."""
    words, office = (
        {token.stem for token in tokenise(text)} for text in (slot.words, index.people[slot.value].office)
    )
    read = (span for word in slot.words.split() for span in index.reader.lexicon.read(word))
    return not words.isdisjoint(office) or any(index.office_topics & {*span.ids("topic")} for span in read)


def untitled(index: Index, sentence: str) -> tuple[list[Finding], str]:
    """Return who is given a rank or an office beside their name that is not theirs, and the sentence without.

    What is said of them otherwise is said all the same.
    """
    ranked, rest = _unranked(index, sentence)
    found, rest = unofficed(index, rest)
    return [*ranked, *(replace(one, quote=sentence) for one in found)], rest


def unofficed(index: Index, sentence: str) -> tuple[list[Finding], str]:
    """Return who is given an office beside their name that is not theirs, whatever their rank."""
    found, rest = list[Finding](), sentence
    slots = index.reader.read(rest).naming
    if acting := _acting_as(index, slots, rest):
        person, called = acting
        found.append(_misheld(sentence, called["title"], person))
        rest = f"{rest[: called.start()]} {rest[called.end() :]}".strip()
        slots = index.reader.read(rest).naming
    for name, called in [*_anothers(index, slots, rest)][:1]:
        found.append(_misheld(sentence, called["title"], index.people[name.value]))
        rest = f"{rest[: called.start()]}{name.words}{rest[called.end() :]}"
    for n, office in enumerate(slots):
        if not (office.kind == "other-party" and _calls_somebody(index, office)) and not _heads(
            index, slots, n
        ):
            continue
        for who in slots[max(n - 2, 0) : n + 2]:
            titled = _titled(slots, n, who, rest) if who.value in index.people else None
            if titled:
                found.append(_misheld(sentence, titled["title"], index.people[who.value]))
                rest = f"{rest[: titled.start()]}{who.words}{rest[titled.end() :]}"
    return found, rest


def _acting_as(index: Index, slots: Sequence[Slot], sentence: str) -> tuple[Person, re.Match[str]] | None:
    """Return who is said to act as what somebody else is, and where ("as mayor, Lund announced")."""
    people = {slot.value for slot in slots if slot.kind == "person"}
    strange = [slot for slot in slots if slot.kind in STRANGE]
    if len(people) != 1 or len(strange) != 1 or not names_office(index.reader.lexicon, strange[0].words):
        return None
    office = re.escape(strange[0].words)
    pattern = rf"{_AS}\s+(?P<title>(?:(?:the|a)\s+)?(?:[^\s,]+\s+)?{office})(?:\s*,\s*|(?=\W*$))"
    called = re.search(pattern, sentence, re.IGNORECASE)
    before = sentence[: called.start()].casefold().split()[-1:] if called else []
    return None if called is None or _COMING.intersection(before) else (index.people[people.pop()], called)


def _heads(index: Index, slots: Sequence[Slot], at: int) -> bool:
    """Tell whether an unknown word makes an office of the name before it ("Orla's army chief Lund")."""
    one, before = slots[at], slots[max(at - 1, 0)]
    adjoins = before.kind in PARTIES and before.at + 1 == one.at and one.kind == "unknown"
    return adjoins and names_office(index.reader.lexicon, f"{before.words.split()[-1]} {one.words}")


def _misheld(sentence: str, said: str, person: Person) -> Finding:
    return Finding(sentence, "distorts", "claimant", said, person.office, person.introduced)


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
        if ranks and not _has_rank(index, person):
            found.append(_misheld(sentence, sentence[start:end].strip(), person))
        rest = f"{rest[:start]}{rest[end:]}"
    return found, rest


def _has_rank(index: Index, person: Person) -> bool:
    """Tell whether a rank is part of a name, which may be known as a whole ("General Lund")."""
    words = (span for word in person.name.split() for span in index.reader.lexicon.read(word))
    return any(has_cue(span, "rank") for span in words)


def _calls_somebody(index: Index, slot: Slot) -> bool:
    """Tell whether words name an office, or a person by theirs."""
    lexicon = index.reader.lexicon
    return names_office(lexicon, slot.words) or any(s.ids("person") for s in lexicon.read(slot.words))


def _titled(slots: tuple[Slot, ...], n: int, who: Slot, sentence: str) -> re.Match[str] | None:
    """Return where the office in slot *n* stands beside a name ("mayor Lund", "Lund, the mayor of …")."""
    before = [slot.words for slot in slots[max(n - 1, 0) : n] if slot.kind in (*PARTIES, "other-party")]
    whose = rf"(?:{re.escape(before[0])}\s+)?" if before else ""
    office, name = rf"{whose}{re.escape(slots[n].words)}", re.escape(who.words)
    return _title_beside(sentence, office, name, ahead=True) or _title_beside(
        sentence, office, name, ahead=False
    )


def _title_beside(sentence: str, office: str, name: str, *, ahead: bool) -> re.Match[str] | None:
    """Return where an office stands *ahead* of a name as its title, or else behind it.

    Where a comma parts them, another one ends what is put in: "after Lund, the mayor said" names two.
    """
    title = rf"(?P<title>(?:(?:the|an?)\s+)?{office}(?:\s+of(?:\s+\w+){{1,3}}?)?)"
    ends = r"(?(apart)(?:\s*[,)–—]|(?=\W*$)))"
    pattern = (
        rf"{title}(?:(?P<apart>\s*,)|{_IS})\s+{name}{_ALONE}(?(apart)\s*,)"
        if ahead
        else rf"{name}(?:(?P<apart>\s*[,(–—]\s*){_WHO_IS}|{_IS}\s+){title}{_ALONE}{ends}"
    )
    return re.search(pattern, sentence, re.IGNORECASE)
