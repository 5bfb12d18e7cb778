"""Sets from a briefing's own phrasings how much a claim has to share with a question."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from math import sqrt

from bot.briefing.models import Briefing, Edition

Bag = frozenset[str]

# Of a briefing's phrasings, each asked without itself, one in thirty may fall below the threshold.
LOST_SHARE = 1 / 30
# Fewer phrasings say nothing of it, and what serves other briefings (0-100) has to do.
LEAST_PHRASINGS, USUAL = 60, 12.0
# Phrasings of other briefings that stand for what these are asked.
MOST_BESIDES = 200


def least_score(claims: Iterable[Sequence[Bag]], weight: Callable[[str], float], best_share: float) -> float:
    """Return the score (0-100) that nearly every phrasing has for its claim, compared with the others of it.

    `claims` have the features of each of their phrasings.
    """
    told = [[bag for bag in bags if bag] for bags in claims]
    scores = sorted(
        _score(bag, [*bags[:n], *bags[n + 1 :]], weight, best_share)
        for bags in told
        for n, bag in enumerate(bags)
    )
    return round(scores[int(len(scores) * LOST_SHARE)], 1) if len(scores) >= LEAST_PHRASINGS else USUAL


def besides(edition: Edition, briefing: Briefing) -> tuple[str, ...]:
    """Return small talk, and some of what the other briefings are asked."""
    others = [
        phrasing
        for other in edition.briefings
        if other.id != briefing.id
        for claim in other.claims
        for phrasing in claim.phrasings
    ]
    return (*edition.small_talk, *others[:: max(1, len(others) // MOST_BESIDES)])


def _score(bag: Bag, others: Sequence[Bag], weight: Callable[[str], float], best_share: float) -> float:
    """Return the score of a claim with these phrasings, as the index would rank it."""

    def length(features: Iterable[float]) -> float:
        return sqrt(sum(one * one for one in features)) or 1.0

    own = length(map(weight, bag))
    centroid = {feature: weight(feature) * n for feature, n in Counter(f for o in others for f in o).items()}
    together = sum(weight(feature) * centroid.get(feature, 0.0) for feature in bag)
    shared = (sum(weight(f) ** 2 for f in bag & other) / length(map(weight, other)) for other in others)
    return (
        100
        * (best_share * max(shared, default=0.0) + (1 - best_share) * together / length(centroid.values()))
        / own
    )
