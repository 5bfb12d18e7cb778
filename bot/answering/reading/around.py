"""Knows what stands beside a name in a sentence, for the rules that tell what part the name plays."""

from collections.abc import Set as AbstractSet
from itertools import pairwise
from typing import NamedTuple

from bot.answering.reading.cues import has_cue, is_participle, is_passive, is_significant, means, reads
from bot.answering.reading.question import SlotKind
from bot.answering.reading.vocabulary import Span
from bot.briefing.known_ids import Cue, Measure

# Verbs for posting something; a "post" is a place too, where nothing makes a verb of it.
_POSTING = frozenset({"posted", "posting", "tweet", "tweets", "tweeted", "tweeting", "typed"})
# Cues that stand between a party and its verb without changing who does what.
_AUXILIARIES: tuple[Cue, ...] = ("did",)
# Measures of the vocabulary that count who or what somebody keeps.
HARM: Measure = "casualties"  # which those that count the harmed are kinds of
BODIES: Measure = "bodies-held"
CAPTURED: Measure = "captured"
KILLED: Measure = "killed"
# "Holds any of the enemy’s nurses"; what stands further off is held by nobody.
HOLDING = frozenset({"hold", "holds", "holding"})
_KEPT: frozenset[Measure] = frozenset({CAPTURED, BODIES})
_KEEPING = HOLDING | {"keep", "keeps", "keeping"}
_HAVING = frozenset({"have", "got"})
_NUMBERING = ("number", "numbers", "numbered")
_KEPT_BY = frozenset({"kept", "held", "retained", "stored"})
# What somebody does with an act that is named before.
_LAUNCHING = frozenset(
    {"launched", "sent", "flew", "fired", "carried", "conducted", "staged", "mounted", "made", "unleashed"}
)
_ONLY = frozenset({"only", "just"})
_NEAR = 3  # "the Danes are holding"


class Spans:
    """The spans of a sentence; `acts` are the topics that somebody does to somebody, `armed` who fights."""

    def __init__(
        self,
        spans: tuple[Span, ...],
        acts: frozenset[str],
        armed: frozenset[str],
        unheeded: AbstractSet[int] = frozenset(),
    ) -> None:
        self.spans = spans
        self._acts = acts
        self._armed = armed
        self._unheeded = unheeded
        self.about_harm = any(s.ids("measure", "victims") for s in spans)
        self._keeping = any(map(_counts_kept, spans))
        self.significant = [i for i, s in enumerate(spans) if i not in unheeded and is_significant(s)]
        self._order = {index: n for n, index in enumerate(self.significant)}

    def beside(self, i: int, step: int) -> Span | None:
        """Return the significant span so many steps after the one at *i*, before it if negative."""
        at = self._order[i] + step
        return self.spans[self.significant[at]] if 0 <= at < len(self.significant) else None

    def before_places(self, i: int, step: int) -> Span | None:
        """Return the significant span so many steps before *i*, or before the places that it ends in."""
        while means(span := self.beside(i, step), "place", "elsewhere") or has_cue(span, "at", "alternative"):
            step -= 1
        if means(span, "party", "people") and has_cue(self.beside(i, step - 1), "at"):
            return self.beside(i, step - 2)  # "raids inside Orla by …"
        return span

    def acted(self, span: Span | None) -> bool:
        """Tell whether the words may be something that somebody does to somebody."""
        return span is not None and any(topic in self._acts for topic in span.ids("topic"))

    def fights(self, span: Span) -> bool:
        """Tell whether one of the words is for who fights."""
        return any(word in self._armed for word in span.words.split())

    def joined(self, i: int) -> bool:
        """Tell whether the name is one of two, "X or Y": then neither is singled out."""
        for step in (-1, 1):
            between, other = self.beside(i, step), self.beside(i, 2 * step)
            if has_cue(between, "alternative") and means(other, "party", "people"):
                return True
        return False

    def apart(self, i: int) -> bool:
        """Tell whether a date or a number stands between a name and what is significant before it."""
        return any(at in self._unheeded for at in range(self.significant[self._order[i] - 1], i))

    def counted(self, i: int) -> bool:
        """Tell whether a number stands between what follows a name and what follows that."""
        first, second = (self.significant[self._order[i] + step] for step in (1, 2))
        return any(at in self._unheeded for at in range(first, second))

    def numbered(self, i: int) -> bool:
        """Tell whether those behind a name are said to be so many ("Orla's dead number 12")."""
        verbs = (at for at, span in enumerate(self.spans) if at > i and reads(span, *_NUMBERING))
        return any(not self._unheeded.isdisjoint(range(at + 1, at + _NEAR)) for at in verbs)

    def keeps(self, i: int, *, demonym: bool) -> bool:
        """Tell whether a name is that of who keeps others: "prisoners of Orla", "does Orla have bodies"."""
        left, left2 = self.beside(i, -1), self.beside(i, -2)
        if (
            _counts_kept(left2)
            and has_cue(left, "of", "at")
            and not reads(left, "on")
            and not demonym
            and not means(self.beside(i, 1), "victims")
        ):
            return True
        asked = has_cue(left, "did") and has_cue(self.beside(i, 1), "possesses")
        asked = asked or (has_cue(left, "possesses") and left2 is None)  # "have the Danes how many"
        following = {span.words.split()[0] for span in self.spans[i + 1 : i + _NEAR]}
        # "Does Orla have any Danish bodies", not "did Orla have any bakers caught".
        theirs = any(span.ids("party", "people") for span in self.spans[i + 1 :])
        asked = asked or (has_cue(left, "did") and theirs and not _HAVING.isdisjoint(following))
        return self._keeping and (asked or not _KEEPING.isdisjoint(following))


class Around(NamedTuple):
    """What stands beside a party's name: `left2` and `left` before it, `right` and `right2` after it.

    `verb` is the first word after it that may say what it does, and `passive` that this is done to it.
    """

    sentence: Spans
    at: int
    span: Span
    left2: Span | None
    left: Span | None
    right: Span | None
    right2: Span | None
    third: Span | None  # after the name, wherever `right` is
    verb: Span | None
    passive: bool
    helped: bool
    demonym: bool
    also_place: bool

    @classmethod
    def of(cls, sentence: Spans, i: int) -> "Around":
        """Return what stands beside the name at *i*."""
        beside, span = sentence.beside, sentence.spans[i]
        left, right, right2, third = beside(i, -1), beside(i, 1), beside(i, 2), beside(i, 3)
        if has_cue(right, "at") and means(right2, "party", "people", "place") and not sentence.acted(left):
            # "The leaders in Norway said": where they are does not part them from their verb.
            right, right2 = third, beside(i, 4)
        if span.possessive and right is not None and not right.known and sentence.acted(right2):
            right, right2, third = right2, third, beside(i, 4)  # "Orla's unforeseen raids"
        if has_cue(right, "did") and has_cue(right2, "negation") and not means(right2, "topic"):
            right, right2, third = right2, third, beside(i, 4)  # "did not" is "didn't"
        if has_cue(right, "own") and means(right2, "victims"):
            right, right2, third = right2, third, beside(i, 4)  # "Orla's own army"
        passive = is_passive(right, right2) or is_passive(right2, third)
        helped = has_cue(right, *_AUXILIARIES) or (has_cue(right, "passive") and not passive)
        refused = has_cue(right, "negation") and (
            has_cue(right2, "says", "admits", "harms", "loses") or sentence.acted(right2)
        )
        return cls(
            sentence,
            i,
            span,
            beside(i, -2),
            left,
            right,
            right2,
            third,
            right2 if refused or (helped and not means(right, "topic", "measure")) else right,
            passive,
            helped,
            bool(span.ids("people")),
            bool(span.ids("place")),
        )

    @property
    def posts(self) -> bool:
        """Tell "did Orla post", "Orla tweeted" and "Orla's tweet" from "the Danish posts"."""
        first = self.verb.words.split()[0] if self.verb is not None else ""
        return first in _POSTING or (first == "post" and has_cue(self.left, "did"))

    @property
    def harmed(self) -> SlotKind:
        """Return the part of who does nothing here: those who came to harm, if it is about harm."""
        return "side" if self.sentence.about_harm else "party"

    @property
    def has_its_means(self) -> bool:
        """Tell whether only what a side acts with stands before ("only planes on Orla's side, or …")."""
        on = reads(self.left, "on") and self.span.words.endswith("side") and self.acted(self.left2)
        return on and self.sentence.spans[0].words.split()[0] in _ONLY

    @property
    def counted(self) -> bool:
        """Tell whether it is they who are counted: "how many from the Danish army", "prisoners from Orla"."""
        armed = means(self.left2, "measure") and self.sentence.fights(self.span)
        victims = means(self.right, "victims") and not has_cue(self.right2, "says")
        beside = (one for one in (self.left2, self.right) if one is not None)
        taken = not self.span.possessive and any(one.has("measure", CAPTURED) for one in beside)
        anybody = means(self.left2, "victims") or has_cue(self.left2, "how-many") or taken
        return armed or victims or anybody or (self.asked_after and has_cue(self.left, "according-to"))

    @property
    def numbered(self) -> bool:
        """Tell whether it is a verb that gives how many they are, and nobody's number."""
        return self.sentence.numbered(self.at)

    @property
    def asked_after(self) -> bool:
        """Tell whether it is asked if they came to harm: "were any leaders of Orla killed"."""
        before = self.sentence.spans[: self.at]
        done = self.right is not None and is_participle(self.right)
        # "Is it true that Orla killed …" has Orla do it.
        asked = has_cue(before[0] if before else None, "passive") and not reads(
            next(iter(before[1:]), None), "it"
        )
        return (
            asked
            and done
            and not any(means(span, "party", "people", "person", "victims", "measure") for span in before)
        )

    @property
    def befell_others(self) -> bool:
        """Tell whether what is counted is of those under another name ("how many Danes did X catch")."""
        others = pairwise(self.sentence.spans[: self.at])
        return means(self.right, "measure") and any(
            one.ids("party", "people") and them.ids("victims") for one, them in others
        )

    @property
    def harms_others(self) -> bool:
        """Tell "bakers hurt 12 nurses" from "bakers hurt: 12", of people who may be counted as well."""
        done = has_cue(self.right, "harms") or (self.right is not None and is_participle(self.right))
        counted = means(self.span, "victims") and means(self.right2, "victims", "people")
        begins = self.left is None or has_cue(self.left, "says") or self.opens_clause
        return begins and done and counted

    @property
    def acts_through_them(self) -> bool:
        """Tell "did Danish bakers raid" from "figures for Danish bakers killed", whose verb is a passive."""
        struck = self.acted(self.right2)
        harmed = struck or has_cue(self.right2, "harms") or _counts_kept(self.right2)
        return (has_cue(self.left, "did", "why") and harmed) or (reads(self.left, "for") and struck)

    def led_by(self, *words: str) -> bool:
        """Tell whether one of these words stands right before it and its article."""
        before = (span for span in reversed(self.sentence.spans[: self.at]) if span.words != "the")
        return reads(next(before, None), *words)

    @property
    def opens_clause(self) -> bool:
        """Tell whether a conjunction parts it from what stands before ("that was before Orla hit …")."""
        return self.led_by("before", "after", "when", "once", "until", "because", "since", "as", "while")

    @property
    def kept(self) -> bool:
        """Tell whether those who are counted are kept by this name ("12 bodies being held by Orla")."""
        before = (span for span in reversed(self.sentence.spans[: self.at]) if span.words != "the")
        by, kept = next(before, None), next(before, None)
        named = reads(by, "by") and reads(kept, *_KEPT_BY)
        return named and any(map(_counts_kept, self.sentence.spans[: self.at]))

    @property
    def launches(self) -> bool:
        """Tell whether a verb for doing whatever is named before follows ("the raids Orla launched")."""
        following = next(iter(self.sentence.spans[self.at + 1 :]), None)
        return following is not None and following.words.split()[0] in _LAUNCHING

    def leads(self, *words: str) -> bool:
        """Tell whether one of these words stands right after it."""
        return reads(next(iter(self.sentence.spans[self.at + 1 :]), None), *words)

    def acted(self, span: Span | None) -> bool:
        """Tell whether the words beside it may be something that somebody does to somebody."""
        return self.sentence.acted(span)


def _counts_kept(span: Span | None) -> bool:
    """Tell whether the words may count who or what somebody keeps."""
    return span is not None and not _KEPT.isdisjoint(span.ids("measure"))
