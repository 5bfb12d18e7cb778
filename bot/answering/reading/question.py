"""What a question names: its slots, each with the words that gave it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from bot.answering.reading.vocabulary import Span
    from bot.briefing.known_ids import Ask, Cue, Topic

SlotKind = Literal[
    "measure",
    "victims",
    "side",
    "claimant",
    "actor",
    "target",
    "person",
    "party",
    "place",
    "date",
    "topic",
    "ask",
    "number",
    "qualifier",
    "negation",
    "elsewhere",
    "other-place",
    "other-party",
    "other-medium",
    "unknown",
]


# How a party or side can be named.
PARTIES: tuple[SlotKind, ...] = ("party", "claimant", "actor", "side", "target")
# Topics of what is said, whatever it is about.
SPOKEN: frozenset[Topic] = frozenset(
    {"acceptance", "accusation", "claims", "denial", "quotation", "verification"}
)
# What may be asked of a text, whatever it says.
_OF_A_TEXT: frozenset[Topic] = frozenset({"verification", "origin-of-text", "publisher", "recency"})
# How anybody can be named, how whoever speaks or acts, and how whoever speaks.
ANYBODY: tuple[SlotKind, ...] = (*PARTIES, "person")
AGENTS: tuple[SlotKind, ...] = ("claimant", "person", "party", "actor")
SPEAKERS: tuple[SlotKind, ...] = ("claimant", "person")
# How much of something is named.
COUNTS: tuple[SlotKind, ...] = ("measure", "number")
# What no briefing here covers, and what this one knows nothing of for whatever reason.
ELSEWHERE: tuple[SlotKind, ...] = ("elsewhere", "other-place", "other-party", "other-medium")
STRANGE: tuple[SlotKind, ...] = ("unknown", *ELSEWHERE)
_OWNERS = ("’s", "'s", "s’", "s'")


class Slot(NamedTuple):
    """One thing a question names, and the words it was found in; `repaired` are they as read, if misspelt."""

    kind: SlotKind
    value: str
    words: str
    at: int
    repaired: str | None = None

    @property
    def owns(self) -> bool:
        """Tell whether it is named as whose something is ("Orla's claims")."""
        return self.words.casefold().endswith(_OWNERS)


@dataclass(frozen=True, slots=True)
class Question:
    """A question or a sentence of a message, understood as far as the vocabulary goes.

    `spans` are its words, each with all that it may name; a slot's `at` is the place of its first among them.
    `excluded` are the speakers that are named only to say that they are not meant.
    """

    text: str
    slots: tuple[Slot, ...]
    spans: tuple[Span, ...] = field(compare=False, repr=False)
    excluded: tuple[Slot, ...] = ()
    # What every rule looks for: the slots of each kind, and what is asked.
    _by_kind: dict[str, list[Slot]] = field(init=False, compare=False, repr=False)
    _asked: frozenset[str] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Gather what every rule looks for."""
        by_kind: dict[str, list[Slot]] = {}
        for slot in self.slots:
            by_kind.setdefault(slot.kind, []).append(slot)
        object.__setattr__(self, "_by_kind", by_kind)
        object.__setattr__(self, "_asked", self.values("ask"))

    @property
    def marked(self) -> bool:
        """Tell whether it has a question mark, of any script that the briefing's readers write."""
        return "?" in self.text or "؟" in self.text

    @property
    def points(self) -> bool:
        """Tell whether it asks only whether or whence a text is that stands elsewhere: "is this true"."""
        named = self.naming
        return bool(named) and all(slot.kind == "topic" and slot.value in _OF_A_TEXT for slot in named)

    @property
    def alternative(self) -> bool:
        """Tell whether it gives a choice, "this or that"."""
        if " or " not in self.text.casefold():
            return False
        # "Yes or no" is no choice of what happened.
        return any("or" in span.words.split() and not span.has("aside", "light") for span in self.spans)

    def values(self, *kinds: SlotKind) -> frozenset[str]:
        """Return what the slots of these kinds name."""
        return frozenset([slot.value for slot in self.find(*kinds)])

    def asks(self, *values: Ask) -> bool:
        """Tell whether any of these is asked for."""
        return not self._asked.isdisjoint(values)

    def ask_slots(self, *values: Ask) -> tuple[Slot, ...]:
        """Return the slots in which any of these is asked for."""
        return tuple([slot for slot in self.find("ask") if slot.value in values])

    @property
    def topics(self) -> frozenset[str]:
        """Return the topics that it names."""
        return self.values("topic")

    def mentions(self, *topics: Topic) -> bool:
        """Tell whether it names any of these topics."""
        return not self.topics.isdisjoint(topics)

    def topic_slots(self, *topics: Topic) -> tuple[Slot, ...]:
        """Return the slots that name any of these topics."""
        return tuple([slot for slot in self.find("topic") if slot.value in topics])

    def hears(self, cue: Cue) -> bool:
        """Tell whether any of its words is a cue."""
        return any(span.has("cue", cue) for span in self.spans)

    def before(self, at: int) -> Span | None:
        """Return the span before a place, beyond an article."""
        return next((span for span in reversed(self.spans[:at]) if span.words != "the"), None)

    def after(self, at: int) -> Span | None:
        """Return the span after a place."""
        return self.spans[at + 1] if at + 1 < len(self.spans) else None

    @property
    def naming(self) -> tuple[Slot, ...]:
        """Return the slots that name something, as against what is asked about it or how exactly."""
        return tuple(slot for slot in self.slots if slot.kind not in {"ask", "qualifier"})

    def find(self, *kinds: SlotKind) -> tuple[Slot, ...]:
        """Return the slots of these kinds, in the order of the words."""
        found = [kind for kind in kinds if kind in self._by_kind]
        if len(found) < 2:  # noqa: PLR2004 - those of a single kind are in order
            return tuple(self._by_kind[found[0]]) if found else ()
        return tuple([slot for slot in self.slots if slot.kind in kinds])

    def borrowing(self, slots: Iterable[Slot], other: Question) -> Question:
        """Return the question with what another one names before its own, whose words come with it."""
        borrowed = (slot._replace(at=len(self.spans) + slot.at) for slot in slots)
        return replace(self, slots=(*borrowed, *self.slots), spans=(*self.spans, *other.spans))

    def adding(self, *slots: Slot) -> Question:
        """Return the question with more slots, all in the order of the words."""
        return replace(self, slots=tuple(sorted((*self.slots, *slots), key=lambda slot: slot.at)))

    def without(self, slots: Iterable[Slot]) -> Question:
        """Return the question without some of its slots."""
        left_out = set(slots)
        return self.keeping(lambda slot: slot not in left_out)

    def keeping(self, keeps: Callable[[Slot], bool]) -> Question:
        """Return the question with only the slots that *keeps* is true of."""
        return replace(self, slots=tuple(filter(keeps, self.slots)))
