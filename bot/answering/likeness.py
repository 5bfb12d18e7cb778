"""Weighs the features of a briefing's claims, and tells which claims a question is most like."""

from collections import Counter
from collections.abc import Sequence
from heapq import nsmallest
from itertools import islice
from math import log, sqrt

Bag = frozenset[str]

# What a question asks for says less about its subject than what it names.
ASK_WEIGHT = 0.4
# A phrasing that fits says more than all phrasings together.
BEST_SHARE = 0.65
# Of very many claims those most like a question in all their phrasings are compared with it one by one.
MOST_RANKED = 150


class Likeness:
    """Claims by number: `features` are all that each names, `phrasings` what each of its phrasings names."""

    def __init__(self, features: Sequence[Bag], phrasings: Sequence[Sequence[Bag]]) -> None:
        counts = Counter(feature for bag in features for feature in bag)
        self._number = len(features)
        self._unseen = log(self._number + 1.5)
        self._idf = {f: log(1 + (self._number + 0.5) / (n + 0.5)) for f, n in counts.items()}
        # Each phrasing with the length of its vector, and each feature's share in the claims' centroids.
        self._phrasings: list[list[tuple[Bag, float]]] = []
        self._shares: dict[str, list[tuple[int, float]]] = {}
        for claim, bags in enumerate(phrasings):
            distinct = filter(None, dict.fromkeys(bags))
            lengths = [(bag, sqrt(sum(self.weight(f) ** 2 for f in bag))) for bag in distinct]
            self._phrasings.append(lengths)
            occurrences = Counter(f for bag in bags for f in bag)
            centroid = {f: self.weight(f) * n for f, n in occurrences.items()}
            length = sqrt(sum(w * w for w in centroid.values()))
            for feature, weight in centroid.items():
                self._shares.setdefault(feature, []).append((claim, weight / length))

    def weight(self, feature: str) -> float:
        """Return how much a feature says: its inverse document frequency over claims."""
        weight = self._idf.get(feature, self._unseen)
        return weight * ASK_WEIGHT if feature.startswith("ask:") else weight

    def rank(self, bag: Bag) -> list[tuple[int, float]]:
        """Return the claims with their scores (0-100), best first, or as they come; all but of very many."""
        weights = {feature: self.weight(feature) for feature in bag}
        norm = sqrt(sum(w * w for w in weights.values()))
        together: dict[int, float] = {}
        for feature, weight in weights.items():
            for claim, share in self._shares.get(feature, ()):
                together[claim] = together.get(claim, 0.0) + weight * share
        likely = nsmallest(MOST_RANKED, together, key=lambda claim: (-together[claim], claim))
        squares = [(feature, weight * weight) for feature, weight in weights.items()]
        scored: list[tuple[int, float]] = []
        for claim in likely:
            best = max(
                sum(square for feature, square in squares if feature in phrasing) / length
                for phrasing, length in self._phrasings[claim]
            )
            scored.append((claim, 100 * (BEST_SHARE * best + (1 - BEST_SHARE) * together[claim]) / norm))
        scored.sort(key=lambda one: (-one[1], one[0]))
        others = ((claim, 0.0) for claim in range(self._number) if claim not in together)
        return [*scored, *islice(others, MOST_RANKED - len(scored))]
