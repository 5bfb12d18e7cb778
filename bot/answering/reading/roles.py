"""Tells what part each name plays in a question: who claims, who acts, who is acted on, whose losses."""

from typing import NamedTuple

from bot.answering.reading.around import Around, Spans
from bot.answering.reading.cues import has_cue, means
from bot.answering.reading.question import SlotKind
from bot.answering.reading.role_rules import party_role
from bot.briefing.known_ids import Elsewhere

# Roles that a name has for want of a better one.
_LOOSE = ("party", "place")
# Concepts of the vocabulary that could have acted, though the briefing knows nothing of them.
_STRANGERS: frozenset[Elsewhere] = frozenset({"other-countries", "other-groups"})


class Role(NamedTuple):
    """The part of the span at `at`: a slot's kind and value."""

    kind: SlotKind
    value: str
    at: int


class Roles:
    """Reads the roles of one sentence's spans."""

    def __init__(self, sentence: Spans) -> None:
        self._spans = sentence.spans
        self._sentence = sentence
        self._named = any(s.ids("place", "party", "people") for s in self._spans)

    def find(self) -> tuple[Role, ...]:
        """Return the role of every party, person and place that is named."""
        return tuple(role for i in self._sentence.significant for role in self._of(i))

    def _of(self, i: int) -> list[Role]:
        span, beside = self._spans[i], self._sentence.beside
        if self._is_addressed(i):
            return []
        people = span.ids("person")
        if people:
            return [Role("person", one, i) for one in people]
        places = span.ids("place")
        parties = span.ids("party", "people")
        met = i > 0 and self._spans[i - 1].words.split()[-1] in {"with", "against", "to"}
        if not parties:
            strange = not met and self._named and _STRANGERS.intersection(span.ids("elsewhere"))
            acted = strange and self._sentence.acted(beside(i, 1))
            return [Role("place", place, i) for place in places] or (
                [Role("actor", span.words, i)] if acted else []
            )
        kind = party_role(Around.of(self._sentence, i))
        abroad = span.ids("elsewhere")
        within = has_cue(beside(i, -1), "at") and self._sentence.about_harm and not span.possessive
        if abroad and (within or (kind == "target" and not met)):
            return [Role("other-place", span.words, i)]
        if places and ((kind == "target" and not met) or (kind in _LOOSE and not self._as_party(i))):
            return [Role("place", place, i) for place in places]
        return [Role("party" if kind == "place" else kind, party, i) for party in parties]

    def _is_addressed(self, i: int) -> bool:
        """Tell whether a name is of whom somebody tells something: "told Orla that …", not "told by Orla"."""
        left = next((span for span in reversed(self._spans[:i]) if span.words != "the"), None)
        if not has_cue(left, "addresses") or any(has_cue(s, "did", "interrogative") for s in self._spans[:i]):
            return False
        told, by = self._sentence.beside(i, 1), self._sentence.beside(i, -2)
        follows = (
            told is not None and not self._spans[i].possessive and not has_cue(by, "passive", "undergoes")
        )
        return follows or means(by, "party", "people", "person")

    def _as_party(self, i: int) -> bool:
        """Tell whether a name that is a place's too stands for the party: "its side", "X and Y agree"."""
        left, right = self._sentence.beside(i, -1), self._sentence.beside(i, 1)
        followed = right is not None and not self._sentence.about_harm
        asked = followed and has_cue(left, "did", "passive", "negation")
        return asked or has_cue(right, "side") or self._sentence.joined(i)
