"""A briefing made ready for questions: every claim with its features."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import partial, wraps
from typing import TYPE_CHECKING, NamedTuple, TypeVar
from weakref import WeakKeyDictionary

from bot.answering.claims.likeness import Likeness
from bot.answering.claims.threshold import besides, least_score
from bot.answering.reading.around import HARM
from bot.answering.reading.dates import AFTER, BEFORE, days_of
from bot.answering.reading.languages import is_english, language_of, own_briefing, own_names, signs_of
from bot.answering.reading.office_words import SEAT
from bot.answering.reading.reader import Reader
from bot.answering.reading.text import tokenise
from bot.briefing.disputes import contested_by, seats_of
from bot.briefing.folding import bare, fold, root, stem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from bot.answering.reading.question import Question, Slot
    from bot.answering.retrieval.ranking import Ranking
    from bot.briefing.known_ids import Ask, Topic
    from bot.briefing.models import Briefing, Claim, Concept, Edition, Figure, Passage

_Made = TypeVar("_Made")

_ACCEPTANCE: Topic = "acceptance"
# What is asked of any claim, so that its being asked names none.
_SILENT_ASKS: frozenset[Ask] = frozenset({
    "own", "other-side", "loses", "evening", "says", "according-to", "admits", "total", "both", "who",
    "breakdown", "alone", "own-deed", "there", "them", "definition", "false", "true", "agrees", "possesses",
    "judges", "intends",
})  # fmt: skip
# A phrasing may name a place or a speaker that the claim is not about.
_NEVER_FROM_PHRASINGS = ("place:", "claimant:", "date:", "elsewhere:")


class Entry(NamedTuple):
    """A claim with all that a question may name of it; `labels` are what a curator says it is about.

    `folded` is its statement, `told` are the topics of that, `attributed` those of the words that are
    somebody's, and `worded` the roots of what it says that is elsewhere for others; `both` is whether it is
    of both sides at once.
    """

    claim: Claim
    order: int
    side: str | None
    features: frozenset[str]
    labels: frozenset[str]
    stems: frozenset[str]
    bags: tuple[frozenset[str], ...]
    days: tuple[date, ...]
    dates: frozenset[str]
    negated: bool
    folded: str
    told: frozenset[str]
    attributed: frozenset[str]
    worded: frozenset[str]
    both: bool

    def has_words(self, words: str) -> bool:
        """Tell whether the statement or the phrasings have all of these words, in any form."""
        return {token.stem for token in tokenise(words)} <= self.stems


class Candidate(NamedTuple):
    """An entry with its score (0-100) for a question."""

    entry: Entry
    score: float


class Index:
    """One briefing's claims, ready to be ranked; `phrased` has each phrasing's, folded.

    `threshold` is the score (0-100) below which a claim shares too little with a question. `besides` are
    texts that ask for none of the claims. `ranking` ranks a question by the phrasings alone; whoever has them
    made ready sets it.
    """

    def __init__(self, edition: Edition, briefing: Briefing) -> None:
        # Words of other languages stay out: a question in English need not wait for them to be read.
        # So do examples, which are learnt from once.
        briefing = own_briefing(briefing, (one.tag for one in edition.languages))
        self.briefing = replace(briefing, examples=())
        self.signs = signs_of(edition.languages)
        self.reader = Reader.of(edition.vocabulary, briefing, edition.known_words)
        self.sides = self.reader.sides
        self._own_names = own_names(self.reader.lexicon)
        self.broader = _closure((*edition.vocabulary, *briefing.concepts))
        self.contested_by = contested_by(briefing)
        self.newest = _newest(edition)
        self.opposites = {c.id: c.opposite for c in (*edition.vocabulary, *briefing.concepts) if c.opposite}
        # Who accepts says no to nothing.
        self.negations = self.opposites.keys() - {_ACCEPTANCE}
        self.offices = {
            one.id: frozenset(
                t for word in one.office.split() for t in self.reader.read(word).values("topic")
            )
            for one in briefing.people
        }
        # Who is told to have struck from the air.
        flown = {c.actor for c in briefing.claims if c.actor and "air-strike" in c.topics}
        self.airborne = frozenset(map(self.side_of, flown))
        self.office_topics = frozenset(topic for office in self.offices.values() for topic in office)
        self.names = _names(edition, briefing)
        self.people = {one.id: one for one in self.briefing.people}
        # What happens somewhere, and places whose name also stands for a side ("the capital denies it").
        self.placed = frozenset(topic for claim in briefing.claims if claim.places for topic in claim.topics)
        self.seats = seats_of(briefing)
        self._done_to = frozenset(
            figure.measure for claim in briefing.claims for figure in claim.figures if figure.victims
        )
        statements = Counter(claim.statement for claim in briefing.claims)
        self._shared = {text for text, n in statements.items() if n > 1}
        self.entries = tuple(
            self._entry(order, claim)
            for order, claim in enumerate(briefing.claims)
            if claim.standing == "current"
        )
        # What somebody denies: who accepts it admits it, and agrees to nothing.
        self.denied = frozenset(t for e in self.entries if "denial" in e.claim.topics for t in e.claim.topics)
        # The sides that fight, and every number of the figures as a question's slots hold them.
        self.belligerents = frozenset(party.id for party in briefing.parties if party.role == "belligerent")
        figures = [figure for entry in self.entries for figure in entry.claim.figures]
        self.known_numbers = frozenset(
            str(n) for figure in figures for n in (figure.minimum, figure.maximum) if n is not None
        )
        self.labels = frozenset(label for entry in self.entries for label in entry.labels)
        self.labelled = any(label.startswith("topic:") for label in self.labels)
        self.by_id = {entry.claim.id: entry for entry in self.entries}
        self.made_with: dict[Passage, tuple[Claim, ...]] = {}
        for claim in (entry.claim for entry in self.entries):
            self.made_with[claim.passage] = (*self.made_with.get(claim.passage, ()), claim)
        self.phrased = {bare(p): entry.claim.id for entry in self.entries for p in entry.claim.phrasings}
        self.besides = besides(edition, briefing)
        # Whether it can be learnt what comes near and is not covered.
        self.learnt = any(example.claim is None for example in briefing.examples)
        self.ranking: Callable[[str], Ranking] | None = None
        bags = [entry.bags for entry in self.entries]
        self._likeness = Likeness([entry.features for entry in self.entries], bags)
        self.threshold = least_score(bags, self.weight)

    def language_of(self, text: str) -> str | None:
        """Return the tag of the language of *text*, None where it is English or names only."""
        english = partial(is_english, self.reader.lexicon, self._own_names)
        return language_of(text, self.signs, english) if self.signs else None

    def side_of(self, identity: str) -> str:
        """Return the side of a party or person, whoever has none standing for themselves."""
        return self.sides.get(identity, identity)

    def sides_of(self, slots: Iterable[Slot]) -> frozenset[str]:
        """Return the sides of whoever is named."""
        return frozenset([self.side_of(slot.value) for slot in slots])

    def told_seats(self, place: str | None) -> list[str]:
        """Return the claims that tell that a place is a seat of government."""
        return [e.claim.id for e in self.entries if SEAT in e.claim.topics and place in e.claim.places]

    def measures_of(self, figure: Figure) -> tuple[str, ...]:
        """Return what a figure counts, and everything that this is a kind of."""
        return self._kinds(figure.measure)

    def harms(self, measure: str) -> bool:
        """Tell whether a measure counts what was done to a side, and not what is its own, as votes are."""
        return HARM in self._kinds(measure) or measure in self._done_to

    def victims_of(self, figure: Figure) -> frozenset[str]:
        """Return whom a figure counts, and everything that these are kinds of."""
        return frozenset(broad for kind in figure.victims for broad in self._kinds(kind))

    def feature(self, slot: Slot) -> str | None:
        """Return what a slot is compared by, None for a slot that says nothing of a claim's subject.

        Parties count by their side: who says the capital may mean the country.
        """
        match slot.kind:
            case "side" | "actor" | "target" | "party":
                return f"party:{self.side_of(slot.value)}"
            case "claimant" | "person":
                return f"claimant:{self.side_of(slot.value)}"
            case "ask":
                return None if slot.value in _SILENT_ASKS else f"ask:{slot.value}"
            case "other-place" | "other-party" | "other-medium":
                return f"elsewhere:{slot.value}"
            case "unknown":
                return f"word:{stem(slot.value)}"
            case "elsewhere":
                return f"elsewhere:{slot.value}"
            case "date" if slot.value.startswith((BEFORE, AFTER)):
                return None
            case "measure" | "victims" | "topic" | "place" | "date":
                return f"{slot.kind}:{slot.value}"
            case _:
                return None

    def bag(self, question: Question) -> frozenset[str]:
        """Return the features of a question."""
        return frozenset(f for f in map(self.feature, question.slots) if f)

    def weight(self, feature: str) -> float:
        """Return how much a feature says of what a claim is about."""
        return self._likeness.weight(feature)

    def rank(self, bag: frozenset[str]) -> tuple[Candidate, ...]:
        """Return the claims with their scores for a bag of features, best first: of very many the likest."""
        return tuple(Candidate(self.entries[claim], score) for claim, score in self._likeness.rank(bag))

    def kinds(self, concepts: Iterable[str]) -> frozenset[str]:
        """Return these concepts and everything that they are kinds of."""
        return frozenset(broad for concept in concepts for broad in self._kinds(concept))

    def _kinds(self, concept: str) -> tuple[str, ...]:
        return self.broader.get(concept, (concept,))

    def _entry(self, order: int, claim: Claim) -> Entry:
        questions = [self.reader.read(phrasing) for phrasing in claim.phrasings]
        statement = self.reader.read(claim.attributed or claim.statement)
        whole = self.reader.read(claim.statement)
        worded = [self.reader.read(words) for words in (*claim.when, claim.said or "")]
        # A sentence that makes several claims tells them apart no more: then only the curator's words do.
        said = self.bag(statement) if claim.statement not in self._shared else frozenset()
        own = {f for f in said if not f.startswith("place:")} | {
            f for q in questions for f in self.bag(q) if not f.startswith(_NEVER_FROM_PHRASINGS)
        }
        topics = {f"topic:{broad}" for topic in claim.topics for broad in self._kinds(topic)}
        places = {f"place:{place}" for place in claim.places}
        parties = {f"party:{self.sides[p]}" for p in (claim.actor, claim.target) if p}
        claimants = {f"claimant:{self.sides[claim.claimant]}"} if claim.claimant else set()
        measures = {f"measure:{one}" for figure in claim.figures for one in self.measures_of(figure)}
        victims = {f"victims:{one}" for figure in claim.figures for one in self.victims_of(figure)}
        sides = {f"party:{figure.side}" for figure in claim.figures if figure.side}
        labels = frozenset(topics | places | parties | claimants | measures | victims | sides)
        return Entry(
            claim=claim,
            order=order,
            side=self.sides.get(claim.claimant) if claim.claimant else None,
            features=labels | own,
            labels=labels,
            stems=frozenset(t.stem for text in (claim.statement, *claim.phrasings) for t in tokenise(text)),
            bags=tuple(self.bag(q) for q in questions),
            days=(*days_of(claim.happened), *days_of(claim.day)),
            dates=frozenset(slot.value for q in worded for slot in q.find("date")),
            negated=bool(statement.find("negation"))
            or claim.speech_act == "denies"
            or not self.negations.isdisjoint(claim.topics),
            folded=fold(claim.statement).strip(),
            told=whole.values("topic"),
            attributed=self.reader.read(claim.attributed or "").values("topic"),
            worded=frozenset(root(span.words) for span in whole.spans if span.ids("elsewhere")),
            both=statement.asks("both") and (claim.speaker or claim.claimant) in {None, *self.reader.media},
        )


def once_an_index(make: Callable[[Index], _Made]) -> Callable[[Index], _Made]:
    """Return *make* with what it made of an index remembered, for as long as that is there."""
    made: WeakKeyDictionary[Index, _Made] = WeakKeyDictionary()

    @wraps(make)
    def remembered(index: Index) -> _Made:
        if index not in made:
            made[index] = make(index)
        return made[index]

    return remembered


def _newest(edition: Edition) -> frozenset[str]:
    """Return the words that ask for the newest of several briefings, folded."""
    return frozenset(
        " ".join(token.word for token in tokenise(alias.words))
        for concept in edition.vocabulary
        if concept.kind == "edition"
        for alias in concept.aliases
    )


def _closure(concepts: Iterable[Concept]) -> dict[str, tuple[str, ...]]:
    """Return for each concept itself and everything that it is a kind of."""
    broader = {concept.id: concept.broader for concept in concepts}

    def up(identity: str, seen: tuple[str, ...]) -> tuple[str, ...]:
        for parent in broader.get(identity, ()):
            seen = seen if parent in seen else up(parent, (*seen, parent))
        return seen

    return {identity: up(identity, (identity,)) for identity in broader}


def _names(edition: Edition, briefing: Briefing) -> dict[str, str]:
    named = (edition.vocabulary, briefing.concepts, briefing.parties, briefing.people, briefing.places)
    return {one.id: one.name for kind in named for one in kind}
