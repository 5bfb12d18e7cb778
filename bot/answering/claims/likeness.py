"""Weighs the features of a briefing's claims, and tells which claims a question is most like."""

from collections import Counter
from collections.abc import Callable, Sequence
from heapq import nsmallest
from itertools import islice
from math import log, sqrt
from typing import NamedTuple

Bag = frozenset[str]

# What a question asks for says less about its subject than what it names.
ASK_WEIGHT = 0.4
# A phrasing that fits says more than all phrasings together.
BEST_SHARE = 0.65
# Of very many claims those most like a question in all their phrasings are compared with it one by one.
MOST_RANKED = 150


class Asked(NamedTuple):
    """What each feature of a question weighs, the squares of that, and the length of their vector."""

    weights: dict[str, float]
    squares: list[tuple[str, float]]
    length: float

    @classmethod
    def of(cls, bag: Bag, weight: Callable[[str], float]) -> "Asked":
        """Return the weights of the features of a question."""
        weights = {feature: weight(feature) for feature in bag}
        squares = [(feature, w * w) for feature, w in weights.items()]
        return cls(weights, squares, sqrt(sum(w * w for w in weights.values())))


class Phrased(NamedTuple):
    """A claim's phrasings, each with the length of its vector, and each feature's share in their centroid."""

    phrasings: list[tuple[Bag, float]]
    shares: dict[str, float]

    @classmethod
    def of(cls, bags: Sequence[Bag], weight: Callable[[str], float]) -> "Phrased":
        """Return what the phrasings with these features have in common, and each of its own."""
        distinct = filter(None, dict.fromkeys(bags))
        phrasings = [(bag, sqrt(sum(weight(f) ** 2 for f in bag))) for bag in distinct]
        occurrences = Counter(f for bag in bags for f in bag)
        centroid = {f: weight(f) * n for f, n in occurrences.items()}
        length = sqrt(sum(w * w for w in centroid.values()))
        return cls(phrasings, {f: w / length for f, w in centroid.items()})


def score(asked: Asked, phrasings: Sequence[tuple[Bag, float]], together: float) -> float:
    """Return how much a question is like a claim (0-100); `together` is what it shares with the centroid."""
    best = max(
        [sum([square for f, square in asked.squares if f in bag]) / length for bag, length in phrasings]
    )
    return 100 * (BEST_SHARE * best + (1 - BEST_SHARE) * together) / asked.length


class Likeness:
    """Claims by number: `features` are all that each names, `phrasings` what each of its phrasings names."""

    def __init__(self, features: Sequence[Bag], phrasings: Sequence[Sequence[Bag]]) -> None:
        counts = Counter(feature for bag in features for feature in bag)
        self._number = len(features)
        self._unseen = log(self._number + 1.5)
        self._idf = {f: log(1 + (self._number + 0.5) / (n + 0.5)) for f, n in counts.items()}
        self._phrasings: list[list[tuple[Bag, float]]] = []
        self._shares: dict[str, list[tuple[int, float]]] = {}
        for claim, bags in enumerate(phrasings):
            phrased = Phrased.of(bags, self.weight)
            self._phrasings.append(phrased.phrasings)
            for feature, share in phrased.shares.items():
                self._shares.setdefault(feature, []).append((claim, share))

    def weight(self, feature: str) -> float:
        """Return how much a feature says: its inverse document frequency over claims."""
        weight = self._idf.get(feature, self._unseen)
        return weight * ASK_WEIGHT if feature.startswith("ask:") else weight

    def rank(self, bag: Bag) -> list[tuple[int, float]]:
        """Return the claims with their scores (0-100), best first: all of them, of very many the likest."""
        asked = Asked.of(bag, self.weight)
        together: dict[int, float] = {}
        for feature, weight in asked.weights.items():
            for claim, share in self._shares.get(feature, ()):
                together[claim] = together.get(claim, 0.0) + weight * share
        likely = nsmallest(MOST_RANKED, together, key=lambda claim: (-together[claim], claim))
        scored = [(claim, score(asked, self._phrasings[claim], together[claim])) for claim in likely]
        scored.sort(key=lambda one: (-one[1], one[0]))
        others = ((claim, 0.0) for claim in range(self._number) if claim not in together)
        return [*scored, *islice(others, MOST_RANKED - len(scored))]
