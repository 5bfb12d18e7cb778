"""Takes apart what asks more than one thing, and reads each part by the others."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.answering.outcome import Answer, Premise
from bot.answering.question import PARTIES, Question, Slot
from bot.answering.reading import SEAT
from bot.answering.text import tokenise

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.answering.index import Index
    from bot.answering.question import SlotKind

# Two questions in one: ", and who …", " or did …", "…; …".
_PARTS = re.compile(
    r",\s+(?:and|but|or|so)\s+(?:then\s+)?"
    r"|\s+(?:and|or|but)\s+(?:then\s+)?(?=(?:who|what|when|where|why|how|did|does|do|is|are|was|were|has|have)\b)"
    r"|[?;]\s*",
    re.IGNORECASE,
)
MAX_PARTS = 3
_END = " ?.!"
# What a part names that only says who else is asked about ("and she says?").
_SPEAKING = ({"claimant", "ask"}, {"person", "ask"})
# Two of a family stand against each other; what stands between these marks is said apart.
_FAMILIES: tuple[tuple[SlotKind, ...], ...] = (
    ("measure",),
    ("victims",),
    ("number",),
    ("date",),
    ("place", "other-place"),
    ("topic",),
    ("person", "claimant", "party", "actor", "target", "side"),
)
_NOT, _BUT = "not", " but"
_APART = ",;:()–—"
CONTRASTED = 4  # words at most
MOST_CONTRASTS = 4  # more of them are no question
_WHO = ("who", "identity")
# Words that are no question of their own.
FRAGMENT = 2


def joined(index: Index, question: Question) -> list[Question]:
    """Return the questions that a sentence joins, nothing where it is one or more than can be told apart."""
    texts: list[str] = []
    for part in filter(str.strip, _PARTS.split(question.text)):
        # "When and where did …" asks twice of one thing.
        lone = texts and len(texts[-1].split()) == 1
        texts[-1:] = [f"{texts[-1]} and {part}"] if lone else [*texts[-1:], part]
    return [index.reader.read(part) for part in texts] if 1 < len(texts) <= MAX_PARTS else []


def without_contrast(question: Question) -> Question:
    """Leave out what is named only to say that it is not meant: "the wounded, not the dead"."""
    text, spans = question.text, question.spans
    # "No civilians at all" is all that is asked.
    starts = {slot.at for slot in question.find("negation") if slot.value == _NOT}
    instead = {at for at, span in enumerate(spans) if span.has("cue", "instead")}
    if not starts | instead or len(starts | instead) > MOST_CONTRASTS:
        return question
    tokens = tokenise(text)
    dropped: set[int] = set()
    for at in starts | instead:
        start = tokens[spans[at].first].start
        before = text[:start].rstrip()
        apart = at in instead or not before or before[-1] in _APART or before.endswith(_BUT)
        end = next((n for n in range(start, len(text)) if text[n] in _APART + _END.strip()), len(text))
        within = [i for i, one in enumerate(spans) if i > at and tokens[one.last - 1].end <= end]
        named = [slot for slot in question.slots if slot.at in within]
        rest = replace(question, slots=tuple(slot for slot in question.slots if slot.at not in within))
        if apart and 0 < len(within) <= CONTRASTED and named and all(_is_instead(rest, one) for one in named):
            dropped |= {at, *within}
    excluded = tuple(slot for slot in question.find("person", "claimant") if slot.at in dropped)
    return replace(question.keeping(lambda slot: slot.at not in dropped), excluded=excluded)


def _is_instead(rest: Question, slot: Slot) -> bool:
    """Tell whether the rest of a question names another thing in place of this one."""
    kinds = next((family for family in _FAMILIES if slot.kind in family), ())
    return bool(rest.find(*kinds)) if kinds else False


def is_fragment(part: Question) -> bool:
    """Tell whether a sentence is a word or two that only go on with another ("army?")."""
    return len(part.text.split()) <= FRAGMENT and not part.find("ask")


def _goes_on(part: Question) -> bool:
    """Tell whether a part counts others of those that another counts ("and how many were hurt")."""
    naming = part.find("side", "victims", "party", "claimant", "person", "place", "date", "number", "topic")
    return bool(part.find("measure")) and part.asks("how-many") and not naming and not part.asks("them")


def is_reply(part: Question) -> bool:
    """Tell whether a part asks what one side replied or said next, and to nothing that it names."""
    if part.asks("says") and {slot.kind for slot in part.slots} in _SPEAKING:
        return part.hears("next")
    return part.values("topic") == {"response"} and {s.kind for s in part.slots} <= {
        "topic",
        "ask",
        *PARTIES,
    }


def _only_side(index: Index, others: Sequence[Question]) -> tuple[Slot, ...]:
    """Return the only side that other sentences name, as the one whose losses are meant."""
    named = [slot for other in others for slot in other.find(*PARTIES)]
    sides = {index.side_of(slot.value) for slot in named}
    return (named[0]._replace(kind="side"),) if len(sides) == 1 else ()


def merged(outcomes: Sequence[Answer | Premise], left: Sequence[Question]) -> Answer | Premise:
    """Return one outcome that shows what all show, and names what of the question is left open."""
    unanswered = "; ".join(part.text.strip(_END) for part in left) or None
    first = next((outcome for outcome in outcomes if isinstance(outcome, Premise)), outcomes[0])
    shown = tuple(dict.fromkeys(shown for outcome in outcomes for shown in outcome.shown))
    return replace(first, shown=shown, left=unanswered)


def _seated(slot: Slot, seat: str) -> Slot:
    return slot._replace(kind="place", value=seat) if (slot.kind, slot.value) == ("topic", SEAT) else slot


def resolved(index: Index, part: Question, parts: Sequence[Question]) -> Question:
    """Add the place that "there" points back to, or the party that "them" does."""
    others = [other for other in parts if other is not part]
    if part.values("topic") > {"response"} and any(other.find("person", "claimant") for other in others):
        # "… and what did they answer about the talks"
        part = part.keeping(lambda slot: slot.value != "response")
    if is_reply(part) and any(other.find("person", "claimant") for other in others):
        # What somebody replies to a word is a word.
        asks = Slot("ask", "stance", part.text, part.slots[-1].at)
        return replace(part, slots=(*(s for s in part.slots if s.value != "response"), asks))
    if {slot.kind for slot in part.slots} in _SPEAKING and part.asks("says"):
        counted = [other for other in others if other.find("measure")]
        own = (
            tuple(slot for slot in counted[0].slots if slot.kind not in {"claimant", "person"})
            if counted
            else ()
        )
        return replace(part, slots=(*own, *part.slots)) if own else part
    if part.asks(*_WHO) and part.find(*PARTIES) and {slot.kind for slot in part.slots} <= {"ask", *PARTIES}:
        # "Who speaks for this side, and who for that?"
        asking = [other for other in others if other.asks(*_WHO)]
        acts = [slot for other in asking for slot in other.find("topic")]
        held = {one for other in asking for one in other.values("person")}
        offices = sorted({topic for one in held for topic in index.offices.get(one, ())})
        acts = acts or [Slot("topic", topic, part.text, part.slots[-1].at) for topic in offices]
        return replace(part, slots=(*part.slots, *acts))
    if _goes_on(part):
        told = next(
            (other for other in others if other.find("measure") and other.find("side", "victims")), None
        )
        before = told.slots if told else _only_side(index, others)
        own = tuple(slot for slot in before if slot.kind not in {"measure", "ask", "number", "qualifier"})
        return replace(part, slots=(*own, *part.slots))
    counting = part.asks("how-many", "them")
    if part.find("measure") and not counting and {slot.kind for slot in part.slots} <= {"measure", "ask"}:
        # "27 of ours. Killed or wounded?"
        told = next((o for o in others if o.find("number", "victims") and not o.find("measure")), None)
        return replace(part, slots=(*told.slots, *part.slots)) if told else part
    if SEAT in part.values("topic") and not part.find("place", *PARTIES):
        # "And when was its capital hit?"
        sides = {index.side_of(slot.value) for other in others for slot in other.find(*PARTIES)}
        seats = [place for place, party in index.seats.items() if index.side_of(party) in sides]
        if len(seats) == len(sides) == 1:
            return replace(part, slots=tuple(_seated(slot, seats[0]) for slot in part.slots))
    general = part.asks("what-happened") and {slot.kind for slot in part.slots} == {
        "ask"
    }  # "anything on that"
    if (part.asks("there") or general) and not part.find("place"):
        places = [slot.words for other in others for slot in other.find("place", "other-place")]
        return index.reader.read(f"{part.text.rstrip(_END)} in {places[-1]}?") if places else part
    if part.asks("them") and part.find("measure") and not part.find("side", "party", "actor", "victims"):
        parties = [slot.words for other in others for slot in other.find("side", "party", "actor", "target")]
        return (
            index.reader.read(f"{part.text.rstrip(_END)} among the {parties[-1]}?")
            if len(set(parties)) == 1
            else part
        )
    return part
