"""Tells what part each party plays in a question: who claims, who acts, who is acted on, whose losses.

The rules read the words on both sides of a party's name; English puts the doer before the verb and the
done-to after it, or before a passive ("was struck", "were killed") and the doer after "by".
"""

from collections.abc import Set as AbstractSet
from typing import NamedTuple

from bot.answering.cues import (
    ends_passive,
    has_cue,
    has_topic,
    is_participle,
    is_passive,
    is_significant,
    means,
    reads,
    tells,
)
from bot.answering.question import SlotKind
from bot.answering.vocabulary import Span

# Cues that stand between a party and its verb without changing who does what.
_AUXILIARIES = ("did",)
# Roles that a name has for want of a better one.
_LOOSE = ("party", "place")
# Topics that somebody says rather than does.
_SPEECH = ("denial", "accusation", "acceptance")
# Measures of the vocabulary that count who or what somebody keeps.
BODIES = "bodies-held"
_KEPT = frozenset({"captured", BODIES})
_KEEPING = frozenset({"hold", "holds", "holding", "keep", "keeps", "keeping"})
_NEAR = 3  # "the Danes are holding"
# Concepts of the vocabulary that could have acted, though the briefing knows nothing of them.
_STRANGERS = frozenset({"other-countries", "other-groups"})


class Role(NamedTuple):
    """The part of the span at `at`: a slot's kind and value."""

    kind: SlotKind
    value: str
    at: int


class Roles:
    """Reads the roles of one sentence's spans; `acts` are the topics that somebody does to somebody."""

    def __init__(
        self,
        spans: tuple[Span, ...],
        acts: frozenset[str],
        armed: frozenset[str],
        unheeded: AbstractSet[int] = frozenset(),
    ) -> None:
        self._spans = spans
        self._acts = acts
        self._armed = armed
        self._unheeded = unheeded
        self._named = any(s.ids("place", "party", "people") for s in spans)
        self._about_harm = any(s.ids("measure", "victims") for s in spans)
        self._significant = [i for i, s in enumerate(spans) if i not in unheeded and is_significant(s)]
        self._order = {index: n for n, index in enumerate(self._significant)}

    def find(self) -> tuple[Role, ...]:
        """Return the role of every party, person and place that is named."""
        return tuple(role for i in self._significant for role in self._of(i))

    def _of(self, i: int) -> list[Role]:
        span = self._spans[i]
        people = span.ids("person")
        if people:
            return [Role("person", one, i) for one in people]
        places = span.ids("place")
        parties = span.ids("party", "people")
        if not parties:
            strange = self._named and _STRANGERS.intersection(span.ids("elsewhere"))
            acted = strange and self._acted(self._beside(i, 1))
            return [Role("place", place, i) for place in places] or (
                [Role("actor", span.words, i)] if acted else []
            )
        kind = self._party_role(i, demonym=bool(span.ids("people")), also_place=bool(places))
        abroad = span.ids("elsewhere")
        within = has_cue(self._beside(i, -1), "at") and self._about_harm and not span.possessive
        met = i > 0 and self._spans[i - 1].words.split()[-1] in {"with", "against", "to"}
        if abroad and (within or (kind == "target" and not met)):
            return [Role("other-place", span.words, i)]
        if places and ((kind == "target" and not met) or (kind in _LOOSE and not self._as_party(i))):
            return [Role("place", place, i) for place in places]
        return [Role("party" if kind == "place" else kind, party, i) for party in parties]

    def _party_role(self, i: int, *, demonym: bool, also_place: bool) -> SlotKind:  # noqa: C901, PLR0911, PLR0912, PLR0915 - one return a rule
        span = self._spans[i]
        left, left2 = self._beside(i, -1), self._beside(i, -2)
        right, right2 = self._beside(i, 1), self._beside(i, 2)
        if has_cue(right, "at") and means(right2, "party", "people", "place") and not self._acted(left):
            # "The leaders in Norway said": where they are does not part them from their verb.
            right, right2 = self._beside(i, 3), self._beside(i, 4)
        passive = is_passive(right, right2) or is_passive(right2, self._beside(i, 3))
        helped = has_cue(right, *_AUXILIARIES) or (has_cue(right, "passive") and not passive)
        refused = has_cue(right, "negation") and (
            has_cue(right2, "says", "admits", "harms") or self._acted(right2)
        )
        verb = right2 if refused or (helped and not means(right, "topic", "measure")) else right
        if span.possessive and has_topic(right, "response"):
            return "actor"  # "Orla's answer to the raids"
        if has_topic(left, "cause") and self._acted(right):
            return "actor"  # "what prompted Orla to hit back"
        if has_cue(left, "of") and has_cue(left2, "where") and not self._acted(right):
            return "target"  # "which part of Orla did they hit": where, not who
        if (
            left is not None
            and has_cue(left, "who-claims")
            and left.words.split()[-1] in {"from", "by", "to"}
        ):
            return "claimant"
        if has_cue(left, "according-to") and reads(left, "from") and means(left2, "victims"):
            return "side"
        if has_cue(left, "according-to") and not (reads(left, "from", "per") and self._acted(left2)):
            return "claimant"
        if has_cue(left, "by") and has_cue(left2, "loses"):
            return "side"
        if (
            has_cue(left, "by")
            and (has_cue(left2, "says") or self._denied(left2))
            and not has_cue(left2, "harms")
        ):
            return "claimant"
        own = right2 if has_cue(right, "own") else right
        if has_cue(left, "by") and span.possessive and (has_cue(own, "says") or has_topic(own, "claims")):
            return "claimant"  # "by Orla's own count"
        if (
            has_cue(left, "by", "against")
            and reads(left, "by")
            and (means(left2, "measure", "victims") or has_cue(left2, "harms") or self._acted(left2))
        ):
            return "actor"
        theirs = right is not None and (not right.known or has_cue(right, "speakers"))
        if (
            (span.possessive or demonym)
            and theirs
            and (has_cue(right2, "says") or has_topic(right2, "willing"))
        ):
            # "Orla's bakers said": whoever they are, they are not the other side.
            return "claimant"
        if has_cue(right, "side"):
            if (has_cue(right2, "says") and not means(right2, "measure")) or has_topic(
                right2, "claims", "spokesperson"
            ):
                return "claimant"
            return "actor" if self._acted(right2) and not has_cue(left, "at") else self._harmed()
        if (
            span.possessive
            and means(right, "measure")
            and (has_cue(right2, "says") or has_topic(right2, "claims"))
        ):
            return "claimant"
        if tells(left) and right is None and left2 is not None:
            return "claimant"  # "twelve were lost, says Orla"
        if self._joined(i):
            return "party"
        if has_cue(right, "site"):
            return "target"
        if means(left, "victims") and has_cue(right, "harms"):
            return "actor"
        if has_cue(left, "says") and has_cue(right, "of") and self._acted(right2):
            return "actor"
        if has_cue(left, "of") and has_cue(left2, "custody") and not demonym:
            return "actor"
        if has_cue(right, "custody") or (reads(left, "with") and self._about_harm):
            return "actor"
        if demonym and has_cue(left, "how-many") and not means(right, "victims"):
            return "side"
        if demonym and has_cue(left, "did") and has_cue(right, "harms"):
            return "actor"  # "did the Danes kill"
        if has_cue(left, "did", "passive") and has_topic(right, "cause") and means(left2, "measure"):
            return "actor"  # "how many deaths did Orla cause"
        if self._keeps(i, demonym=demonym):
            return "actor"
        if demonym and means(left, "measure") and not has_cue(verb, "says", "admits"):
            return "side"  # "the dead Danes"
        if means(right, "victims") and not span.ids("person"):
            kept = right2 is not None and not _KEPT.isdisjoint(right2.ids("measure"))
            acts = has_cue(right2, "harms") or self._acted(right2) or kept
            return "actor" if has_cue(left, "did") and acts else "side"
        if (
            (has_cue(verb, "says", "admits") or has_topic(verb, *_SPEECH))
            and not has_cue(verb, "loses")
            and not (has_cue(right, "passive"))
            # "Is Orla accused of it" names whom it is said of.
            and not (verb and ends_passive(left) and is_participle(verb))
        ):
            return "claimant"
        if has_topic(right, "claims") or (span.possessive and has_cue(right, "how-many")):
            return "party" if any(s.has("topic", "denial") for s in self._spans) else "claimant"
        if has_cue(right, "loses"):
            return "side"
        if means(right, "measure") and means(right2, "victims") and demonym:
            return "side"
        if has_cue(right, "possesses") and means(right2, "measure") and self._counted(i):
            return "side"  # "Orla had 13 killed"
        if self._about_harm and has_cue(verb, "harms") and not demonym and not passive:
            return "actor" if self._is_verb(verb, left) else "side"
        if has_cue(left, "with") and self._acted(left2) and not span.possessive:
            return "target"  # "negotiate with Orla to end the war"
        if verb is not None and self._acted(verb) and not passive:
            if has_cue(left, "passive") and is_participle(verb):
                # "It was Orla that hit…" has Orla do it.
                return "actor" if reads(self._spans[i + 1], "that", "who", "which") else "target"
            # In "On 3 May Orla hit…" the date stands between the word and the name.
            if has_cue(left, "at") and not span.possessive and not self._apart(i):
                return "target"
            if also_place and not (has_cue(left, "did", "why", "passive") or span.possessive or helped):
                return "place"
            if not self._acted(left) or span.possessive or demonym:
                return "actor"
        if self._armed_words(span) and self._about_harm and not self._acted(left):
            return "side"
        if passive and self._acted(right):
            return "target"
        if passive and self._acted(right2 if has_cue(right, "passive") else self._beside(i, 3)):
            return "target"
        if has_cue(left, "did") and self._acted(left2) and not means(right, "measure") and not passive:
            return "actor"  # "which strikes did Orla carry out"
        if self._acted(left) or (
            has_cue(left, "at", "against") and (self._acted(left2) or not self._about_harm)
        ):
            return "target"
        if has_cue(left, "at") and also_place:
            return "place"
        if has_cue(right, "did"):
            return self._harmed() if right2 is None else "party"
        if has_cue(left, "of", "at") and self._about_harm:
            return self._harmed()
        if means(right, "measure") or self._about_harm:
            return self._harmed()
        return "party"

    def _as_party(self, i: int) -> bool:
        """Tell whether a name that is a place's too stands for the party: "its side", "X and Y agree"."""
        followed = self._beside(i, 1) is not None and not self._about_harm
        asked = followed and has_cue(self._beside(i, -1), "did", "passive", "negation")
        return asked or has_cue(self._beside(i, 1), "side") or self._joined(i)

    def _apart(self, i: int) -> bool:
        """Tell whether a date or a number stands between a name and what is significant before it."""
        return any(at in self._unheeded for at in range(self._significant[self._order[i] - 1], i))

    def _keeps(self, i: int, *, demonym: bool) -> bool:
        """Tell whether a name is that of who keeps others: "prisoners of Orla", "does Orla have bodies"."""
        left, left2 = self._beside(i, -1), self._beside(i, -2)
        kept = left2 is not None and not _KEPT.isdisjoint(left2.ids("measure"))
        if (
            kept
            and has_cue(left, "of", "at")
            and not reads(left, "on")
            and not demonym
            and not means(self._beside(i, 1), "victims")
        ):
            return True
        keeping = any(not _KEPT.isdisjoint(span.ids("measure")) for span in self._spans)
        asked = has_cue(left, "did") and has_cue(self._beside(i, 1), "possesses")
        asked = asked or (has_cue(left, "possesses") and left2 is None)  # "have the Danes how many"
        following = {span.words.split()[0] for span in self._spans[i + 1 : i + _NEAR]}
        return keeping and (asked or not _KEEPING.isdisjoint(following))

    def _counted(self, i: int) -> bool:
        """Tell whether a number stands between what follows a name and what follows that."""
        first, second = (self._significant[self._order[i] + step] for step in (1, 2))
        return any(at in self._unheeded for at in range(first, second))

    def _joined(self, i: int) -> bool:
        """Tell whether the name is one of two, "X or Y": then neither is singled out."""
        for step in (-1, 1):
            between, other = self._beside(i, step), self._beside(i, 2 * step)
            if has_cue(between, "alternative") and means(other, "party", "people"):
                return True
        return False

    def _harmed(self) -> SlotKind:
        return "side" if self._about_harm else "party"

    def _acted(self, span: Span | None) -> bool:
        return span is not None and any(topic in self._acts for topic in span.ids("topic"))

    def _denied(self, span: Span | None) -> bool:
        return span is not None and bool(span.ids("topic")) and "denial" in span.ids("topic")

    def _is_verb(self, verb: Span | None, left: Span | None) -> bool:
        """Tell "X killed" from "how many X killed": a count before the name makes it the harmed."""
        return verb is not None and not has_cue(left, "how-many")

    def _armed_words(self, span: Span) -> bool:
        return any(word in self._armed for word in span.words.split())

    def _beside(self, i: int, step: int) -> Span | None:
        at = self._order[i] + step
        return self._spans[self._significant[at]] if 0 <= at < len(self._significant) else None
