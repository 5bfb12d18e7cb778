"""Reads a part of a question by the others: whom, where or what it leaves for them to name."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.answering.deciding.case import Case
from bot.answering.deciding.leaning import is_it
from bot.answering.deciding.outcome import Answer, Premise
from bot.answering.reading.cues import has_cue
from bot.answering.reading.office_words import SEAT
from bot.answering.reading.question import PARTIES, SPEAKERS, Question, Slot

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.answering.claims.index import Index
    from bot.answering.deciding.outcome import Outcome
    from bot.briefing.known_ids import Ask

# What a part names that only says who else is asked about ("and she says?").
_SPEAKING = ({"claimant", "ask"}, {"person", "ask"})
_WHO: tuple[Ask, ...] = ("who", "identity")
_END = " ?.!"


def is_reply(part: Question) -> bool:
    """Tell whether a part asks what one side replied or said next, and to nothing that it names."""
    if part.asks("says") and {slot.kind for slot in part.slots} in _SPEAKING:
        return part.hears("next")
    return part.topics == {"response"} and {s.kind for s in part.slots} <= {
        "topic",
        "ask",
        *PARTIES,
    }


def in_reply(index: Index, outcome: Outcome, before: Sequence[Outcome]) -> Outcome:
    """Leave of an outcome what stands in the source after what it replies to."""
    if not isinstance(outcome, Answer | Premise):
        return outcome
    told = [one for other in before if isinstance(other, Answer | Premise) for one in other.shown]
    start = max((index.by_id[one.claim].claim.passage.start for one in told), default=0)
    later = tuple(one for one in outcome.shown if index.by_id[one.claim].claim.passage.start > start)
    return (
        replace(outcome, shown=later)
        if later
        else Case.about(index, index.reader.read("")).abstain("not_covered")
    )


def resolved(index: Index, part: Question, parts: Sequence[Question]) -> Question:
    """Read a part of a question by the others: whom, where or what it leaves for them to name."""
    others = [other for other in parts if other is not part]
    if part is parts[0] and {slot.kind for slot in part.slots} in _SPEAKING:
        return part  # "what did she say, and how many …": the first leans on nothing
    if part.topics > {"response"} and any(other.find(*SPEAKERS) for other in others):
        # "… and what did they answer about the talks"
        part = part.keeping(lambda slot: slot.value != "response")
    return next((read for lean in _LEANING if (read := lean(index, part, others)) is not None), part)


def _tells_of_words(index: Index, other: Question) -> bool:
    """Tell whether it is asked what somebody said, or who announced something."""
    told = (entry.claim for entry in index.entries)
    announced = {topic for claim in told if claim.speech_act == "announces" for topic in claim.topics}
    topics = other.topics
    return bool(
        other.find(*SPEAKERS)
        or other.asks("who-claims")
        or (other.asks("who") and topics and topics <= announced)
    )


def _replying(index: Index, part: Question, others: Sequence[Question]) -> Question | None:
    if not is_reply(part) or not any(_tells_of_words(index, other) for other in others):
        return None
    # What somebody replies to a word is a word.
    asks = Slot("ask", "stance", part.text, part.slots[-1].at)
    return replace(part, slots=(*(s for s in part.slots if s.value != "response"), asks))


def _speaking(_index: Index, part: Question, others: Sequence[Question]) -> Question | None:
    """Read "and she says?" as of what another part counts."""
    if {slot.kind for slot in part.slots} not in _SPEAKING or not part.asks("says"):
        return None
    counted = next((other for other in others if other.find("measure")), None)
    if counted is None:
        return part
    return part.borrowing((slot for slot in counted.slots if slot.kind not in SPEAKERS), counted)


def _for_whom(index: Index, part: Question, others: Sequence[Question]) -> Question | None:
    """Read "Who speaks for this side, and who for that?"."""
    bare = {slot.kind for slot in part.slots} <= {"ask", *PARTIES}
    if not (bare and part.asks(*_WHO) and part.find(*PARTIES)):
        return None
    asking = [other for other in others if other.asks(*_WHO)]
    if acting := [other for other in asking if other.find("topic")]:
        for other in acting:
            part = part.borrowing(other.find("topic"), other)
        return part
    held = {one for other in asking for one in other.values("person")}
    offices = sorted({topic for one in held for topic in index.offices.get(one, ())})
    acts = (Slot("topic", topic, part.text, part.slots[-1].at) for topic in offices)
    return replace(part, slots=(*part.slots, *acts))


def _counting_on(index: Index, part: Question, others: Sequence[Question]) -> Question | None:
    """Read "and how many were hurt" as of those that another part counts."""
    naming = part.find("side", "victims", "party", *SPEAKERS, "place", "date", "number", "topic")
    if not (part.find("measure") and part.asks("how-many")) or naming or part.asks("them", "there"):
        return None
    told = next((other for other in others if other.find("measure") and other.find("side", "victims")), None)
    if told is None:
        return _of_only_side(index, part, others)
    return part.borrowing(
        (slot for slot in told.slots if slot.kind not in {"measure", "ask", "number", "qualifier"}), told
    )


def _claiming_on(_index: Index, part: Question, others: Sequence[Question]) -> Question | None:
    """Read "and how many Danes did he claim" as of those that another part counts, by whoever it names."""
    if not (part.asks("how-many") and part.find("side")) or part.find("measure", "victims", "topic"):
        return None
    told = next((o for o in others if o.asks("how-many") and o.find("measure", "victims")), None)
    if told is None:
        return None
    spoken = () if part.find(*SPEAKERS) or not part.hears("pronoun") else SPEAKERS
    return part.borrowing(told.find("measure", "victims", *spoken), told)


def _of_only_side(index: Index, part: Question, others: Sequence[Question]) -> Question:
    """Take the only side that other sentences name as whose losses are meant, or who did it to others."""
    named = [(slot, other) for other in others for slot in other.find(*PARTIES)]
    if len({index.side_of(slot.value) for slot, _ in named}) != 1:
        return part
    slot, other = named[0]
    return part.borrowing([slot if slot.kind == "actor" else slot._replace(kind="side")], other)


def _measuring(_index: Index, part: Question, others: Sequence[Question]) -> Question | None:
    """Read "27 of ours. Killed or wounded?"."""
    bare = {slot.kind for slot in part.slots} <= {"measure", "ask"}
    if not (bare and part.find("measure")) or part.asks("how-many", "them"):
        return None
    told = next((o for o in others if o.find("number", "victims") and not o.find("measure")), None)
    return part.borrowing(told.slots, told) if told else part


def _seat(index: Index, part: Question, others: Sequence[Question]) -> Question | None:
    """Read "and when was its capital hit?"."""
    if not part.mentions(SEAT) or part.find("place", *PARTIES):
        return None
    sides = {index.side_of(slot.value) for other in others for slot in other.find(*PARTIES)}
    seats = [place for place, party in index.seats.items() if index.side_of(party) in sides]
    if len(seats) != 1 or len(sides) != 1:
        return None
    is_seat = ("topic", SEAT)
    return replace(
        part,
        slots=tuple(
            slot._replace(kind="place", value=seats[0]) if (slot.kind, slot.value) == is_seat else slot
            for slot in part.slots
        ),
    )


def _there(index: Index, part: Question, others: Sequence[Question]) -> Question | None:
    """Read "there", "was it hit" and "anything on that" as of the place that another part names."""
    general = part.asks("what-happened") and {slot.kind for slot in part.slots} == {"ask"}
    there = part.ask_slots("there")
    pointed = any(not _is_existential(part, slot) for slot in there)
    if not (pointed or general or is_it(index, part)) or part.find("place"):
        return None
    places = [slot.words for other in others for slot in other.find("place", "other-place")]
    return index.reader.read(f"{part.text.rstrip(_END)} in {places[-1]}?") if places else part


def _is_existential(part: Question, there: Slot) -> bool:
    """Tell "is there anything to it" from "was it hit there"."""
    return there.at > 0 and has_cue(part.spans[there.at - 1], "passive") and there.at + 1 < len(part.spans)


def _them(index: Index, part: Question, others: Sequence[Question]) -> Question | None:
    """Read "them" as the only party that other parts name."""
    if not (part.asks("them") and part.find("measure")) or part.find("side", "party", "actor", "victims"):
        return None
    parties = [slot.words for other in others for slot in other.find("side", "party", "actor", "target")]
    if len(set(parties)) != 1:
        return part
    return index.reader.read(f"{part.text.rstrip(_END)} among the {parties[-1]}?")


def _naming(_index: Index, part: Question, others: Sequence[Question]) -> Question | None:
    """Read "Which bridges were hit? I need the names." as asking for names, by which towns are told."""
    asked = next((other for other in others if other.asks("names") and not other.naming), None)
    told = part.hears("site") or part.asks("names", "who", "who-claims", "identity", "where", "how-many")
    return None if asked is None or told else part.borrowing(asked.find("ask"), asked)


# How a part may lean on the others; the first that applies says how it is read.
_LEANING = (
    _replying,
    _speaking,
    _for_whom,
    _counting_on,
    _claiming_on,
    _measuring,
    _seat,
    _there,
    _them,
    _naming,
)
