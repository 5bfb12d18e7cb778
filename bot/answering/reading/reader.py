"""Reads a sentence into the slots it names."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import get_args

from bot.answering.reading.aliases import covered, entries
from bot.answering.reading.around import BODIES, Spans
from bot.answering.reading.askers import told_of_own
from bot.answering.reading.cues import (
    asks_which,
    has_cue,
    is_clause,
    is_own_deed,
    is_situated,
    is_verb,
)
from bot.answering.reading.dates import BEFORE, bound_of, days_of, find_dates
from bot.answering.reading.flags import read_flags
from bot.answering.reading.meant import as_meant
from bot.answering.reading.numbers import find_numbers, without_idle
from bot.answering.reading.office_words import SEAT, names_seat
from bot.answering.reading.question import COUNTS, Question, Slot, SlotKind
from bot.answering.reading.roles import Role, Roles
from bot.answering.reading.taking import takes
from bot.answering.reading.text import clean, tokenise
from bot.answering.reading.vocabulary import Lexicon, Span
from bot.briefing.disputes import sides_of
from bot.briefing.known_ids import AskingCue, Cue, Victims
from bot.briefing.models import Briefing, Concept

# The vocabulary's word for whoever fights.
COMBATANTS: Victims = "combatants"
ASKS: frozenset[AskingCue] = frozenset(get_args(AskingCue))
# Whoever might have acted or spoken and wherever it might have happened, as against other matters.
_ELSEWHERE: dict[str, SlotKind] = {
    "other-places": "other-place",
    "other-countries": "other-party",
    "other-groups": "other-party",
    "other-offices": "other-party",
    "other-media": "other-medium",
}
_HOURS = frozenset({"morning", "afternoon", "evening", "night"})
_NAMING: frozenset[Cue] = frozenset({"names", "kind-of"})
_QUALIFIERS: tuple[Cue, ...] = ("at-least", "more-than", "less-than", "about", "many")


@dataclass(frozen=True, slots=True, eq=False)
class Reader:
    """Reads sentences about one briefing."""

    lexicon: Lexicon
    sides: dict[str, str]
    acts: frozenset[str]
    armed: frozenset[str]
    media: frozenset[str]
    weekdays: dict[str, str]  # the only day of the briefing that each is

    @classmethod
    def of(cls, vocabulary: tuple[Concept, ...], briefing: Briefing, known_words: frozenset[str]) -> "Reader":
        """Return the reader of a briefing's own words."""
        acts = {concept.id for concept in (*vocabulary, *briefing.concepts) if concept.act}
        armed = {
            alias.words
            for concept in covered(vocabulary, briefing)
            if concept.kind == "victims" and COMBATANTS in concept.broader
            for alias in concept.aliases
            if " " not in alias.words
        }
        media = frozenset(party.id for party in briefing.parties if party.role == "media")
        return cls(
            Lexicon(entries(vocabulary, briefing), known_words),
            sides_of(briefing),
            frozenset(acts),
            frozenset(armed),
            media,
            _weekdays(briefing),
        )

    @lru_cache(maxsize=64)  # noqa: B019 - a message has each clause read by many rules, one after the other
    def read(self, text: str) -> Question:
        """Return what *text* names."""
        text = clean(text)
        tokens = tokenise(text)
        spans = read_flags(self.lexicon.spans(tokens, text), self.sides)
        ends = tuple(tokens[span.last - 1].end for span in spans)
        slots, read = _dates_and_numbers(text, spans, ends)
        left = tuple(i for i in range(len(spans)) if i not in read)
        roles = Roles(Spans(spans, self.acts, self.armed, read)).find()
        begun = {i for i in left if i and "," in text[ends[i - 1] : tokens[spans[i].first].start]}
        roles = self._own_offices(self._keepers(roles, spans), spans, begun)
        slots += [_role_slot(role, spans) for role in roles]
        placed = {role.at for role in roles}
        doing = {
            role.at
            for role in roles
            if role.kind in {"actor", "claimant"} and spans[role.at].ids("people", "party")
        }
        for i in left:
            slots += [
                slot
                for slot in _counting_or_place(_plain_slots(spans, i), counts=i + 1 in read)
                if slot.kind not in {"elsewhere", "other-place", "other-party"} or i not in placed
                if slot.kind != "victims" or i not in doing
            ]
        question = Question(text, tuple(sorted(slots, key=lambda slot: slot.at)), spans)
        if (deed := takes(spans)) is not None and not question.find("measure"):
            measure, at = deed
            # Whoever drops people strikes nothing.
            done = (s for s in (*question.find("topic"), *question.ask_slots("says")) if s.at == at)
            question = question.without(done).adding(Slot("measure", measure, spans[at].typed, at))
        if not question.find(*COUNTS):
            # "The difference between what happened then and now" is no sum.
            question = question.without(question.ask_slots("arithmetic"))
        question = self._seated(self._without_asides(question, spans), spans)
        return as_meant(self._bounded(question, spans), self.sides)

    def _without_asides(self, question: Question, spans: tuple[Span, ...]) -> Question:
        """Leave out whose the asker is ("my aunt lives there"), and where somebody's side sits."""
        own = told_of_own(self.lexicon, spans)

        def is_aside(slot: Slot) -> bool:
            if slot.kind == "unknown":
                return slot.at in own
            if slot.kind == "elsewhere":
                around = slot.at > 1 and has_cue(spans[slot.at - 2], "at", "by", "of")
                return slot.at > 0 and has_cue(spans[slot.at - 1], "asker") and not around
            if slot.kind != "other-place":
                return False
            if slot.at + 1 < len(spans) and has_cue(spans[slot.at + 1], "site"):
                return True  # "which southern town"
            sides = {self.sides[one] for one in spans[slot.at].ids("party") if one in self.sides}
            before = [other for other in question.find("person") if other.at == slot.at - 2]
            return any(self.sides.get(one.value) in sides for one in before)

        return question.keeping(lambda slot: not is_aside(slot))

    def _seated(self, question: Question, spans: tuple[Span, ...]) -> Question:
        """Read "is X the capital" and "the capital of Y is X" as of what X is, not of two places."""
        named = [slot for slot in question.slots if slot.kind != "ask"]
        places = [slot for slot in named if slot.kind == "place"]
        whose = [slot for slot in named[1:] if slot.kind in {"party", "side", "target"}]
        if len(places) != 2 or len(named) != len(whose) + 2:  # noqa: PLR2004
            return question
        first, last = places
        seat = next((place for place in (last, first) if names_seat(self.lexicon, place.words)), None)
        beside = {0, first.at - 1, first.at + 1} if seat is last else {last.at - 1}
        if seat is None or not any(has_cue(spans[at], "passive") for at in beside):
            return question
        told = [slot._replace(kind="topic", value=SEAT) if slot is seat else slot for slot in named]
        return replace(question, slots=tuple(told))

    def _bounded(self, question: Question, spans: tuple[Span, ...]) -> Question:
        """Turn a date that only bounds what is asked ("before 3 May") into a bound, a weekday into nothing.

        What comes before a weekday comes before its day, if it is one alone and no hour of it is meant.
        Figures have no day of their own, so that whoever counts means the date as it is written.
        """
        if question.find(*COUNTS):
            return question
        slots: list[Slot] = []
        # "Until 3 May" alone is how long something lasts.
        named = question.find("topic") or len(question.find("date")) == len(question.slots)
        for slot in question.slots:
            bound = bound_of(spans, slot.at) if slot.kind == "date" else None
            begun = [span.words.split()[0] for span in spans[slot.at + 1 : slot.at + 2]]
            day = None if bound != BEFORE or _HOURS.intersection(begun) else self.weekdays.get(slot.value)
            if bound is None or not (day or named):
                slots.append(slot)
            elif day or slot.value[:1] in "-0123456789":
                slots.append(slot._replace(value=bound + (day or slot.value)))
        return replace(question, slots=tuple(slots))

    def _keepers(self, roles: tuple[Role, ...], spans: tuple[Span, ...]) -> tuple[Role, ...]:
        """Tell who holds bodies from whose they are: of two sides the harmed stand before who is counted."""
        both = [role for role in roles if role.kind in {"side", "actor", "party", "target"}]
        harmed = [role for role in both if any(s.ids("victims") for s in spans[role.at + 1 : role.at + 2])]
        two = len(both) == 2 and len({self.sides.get(role.value) for role in both}) == 2  # noqa: PLR2004
        if len(harmed) != 1 or not two or not any(span.has("measure", BODIES) for span in spans):
            return roles
        kinds: dict[Role, SlotKind] = {role: "side" if role in harmed else "actor" for role in both}
        return tuple(role._replace(kind=kinds.get(role, role.kind)) for role in roles)

    def _own_offices(
        self, roles: tuple[Role, ...], spans: tuple[Span, ...], begun: AbstractSet[int]
    ) -> tuple[Role, ...]:
        """Turn an office under the other side's name ("Norway's minister") into somebody unknown.

        A comma stands before what has *begun*, which is under no name ("in Norway, the minister said").
        """
        named = (role for role in roles if role.kind != "person" and role.value in self.sides)
        sides = {role.at: self.sides[role.value] for role in named}
        roles = tuple(role._replace(kind="claimant") if role.value in self.media else role for role in roles)
        # "The minister of Orla" is one who speaks, not two.
        owned = {
            role.at + 2: self.sides.get(role.value)
            for role in roles
            if role.kind == "person" and _is_of(spans, role.at + 1)
        }
        roles = tuple(
            role for role in roles if sides.get(role.at) is None or owned.get(role.at) != sides[role.at]
        )

        def is_others(role: Role) -> bool:
            before = role.at - (2 if role.at and has_cue(spans[role.at - 1], "own") else 1)
            under = [] if role.at in begun else [before]
            under += [role.at + 2] if _is_of(spans, role.at + 1) else []
            own = self.sides.get(role.value)
            return role.kind == "person" and any(sides.get(at, own) != own for at in under)

        return tuple(
            Role("other-party", spans[role.at].words, role.at) if is_others(role) else role for role in roles
        )


def _dates_and_numbers(
    text: str, spans: tuple[Span, ...], ends: tuple[int, ...]
) -> tuple[list[Slot], set[int]]:
    """Return the dates and the numbers that spans name, and which spans these are."""
    dates = find_dates(spans)
    taken = {i for mention in dates for i in range(mention.first, mention.last)}
    numbers = find_numbers(text, spans, taken, ends)
    slots = [_slot("date", mention.value, spans, mention.first, mention.last) for mention in dates]
    for number in without_idle(spans, numbers):
        value = f"{number.text}{'%' if number.percent else ''}"
        slots.append(_slot("number", value, spans, number.first, number.last))
        if number.bound:
            slots.append(_slot("qualifier", number.bound, spans, number.first, number.last))
    return slots, taken.union(i for number in numbers for i in range(number.first, number.last))


def _weekdays(briefing: Briefing) -> dict[str, str]:
    """Return the day that each weekday is, where a briefing tells of no other such."""
    periods = (claim.happened or claim.day for claim in briefing.claims)
    days: dict[str, set[str]] = {}
    for day in {day for period in periods for day in days_of(period)}:
        days.setdefault(f"weekday-{day.weekday()}", set()).add(day.isoformat())
    return {weekday: min(some) for weekday, some in days.items() if len(some) == 1}


def _is_of(spans: tuple[Span, ...], at: int) -> bool:
    return at < len(spans) and spans[at].words in {"of", "for", "in"}


def _counting_or_place(slots: list[Slot], *, counts: bool) -> list[Slot]:
    """Leave of "north of 12" and "north of Orla" how exact the one is, and where the other."""
    both = {"qualifier", "other-place"} <= {slot.kind for slot in slots}
    return [s for s in slots if not both or s.kind != ("other-place" if counts else "qualifier")]


def _plain_slots(spans: tuple[Span, ...], i: int) -> list[Slot]:
    span = spans[i]
    slots: list[tuple[SlotKind, str]] = [("ask", "where")] if asks_which(spans, i) else []
    if not span.known:
        slots.append(("unknown", span.words))
    for meaning in () if is_situated(spans, i) else span.meanings:
        match meaning.kind:
            case "measure":
                slots.append(("measure", meaning.id))
            case "victims":
                slots.append(("victims", meaning.id))
            case "topic":
                slots.append(("topic", meaning.id))
            case "elsewhere" if len(span.meanings) == 1 or not span.ids(
                "measure", "victims", "topic", "party", "person"
            ):
                slots.append((_ELSEWHERE.get(meaning.id, "elsewhere"), span.words))
            case "cue" if meaning.id in _NAMING and is_verb(spans, i):
                slots.append(("ask", "says"))
            case "cue" if meaning.id in ASKS and not (meaning.id == "when" and is_clause(spans, i)):
                slots.append(("ask", meaning.id))
            case "cue" if meaning.id == "harms" and i and is_own_deed(spans, i):
                slots.append(("ask", "own-deed"))
            case "cue" if meaning.id == "negation":
                slots.append(("negation", span.words))
            case "cue" if meaning.id in _QUALIFIERS and i + 1 < len(spans):
                slots.append(("qualifier", meaning.id))
            case _:
                pass
    return [Slot(kind, value, span.typed, i, span.repaired) for kind, value in slots]


def _role_slot(role: Role, spans: tuple[Span, ...]) -> Slot:
    span = spans[role.at]
    return Slot(role.kind, role.value, span.typed, role.at, span.repaired)


def _slot(kind: SlotKind, value: str, spans: tuple[Span, ...], first: int, last: int) -> Slot:
    return Slot(kind, value, " ".join(span.typed for span in spans[first:last]), first)
