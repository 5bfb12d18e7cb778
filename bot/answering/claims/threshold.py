"""Sets from a briefing's own phrasings how much a claim has to share with a question."""

from collections.abc import Callable, Iterable, Sequence

from bot.answering.claims.likeness import Asked, Bag, Phrased, score
from bot.briefing.models import Briefing, Edition

# Of a briefing's phrasings, each asked without itself, one in thirty may fall below the threshold.
LOST_SHARE = 1 / 30
# Fewer phrasings say nothing of it, and what serves other briefings (0-100) has to do.
LEAST_PHRASINGS, USUAL = 60, 12.0
# Phrasings of other briefings that stand for what these are asked.
MOST_BESIDES = 200


def least_score(claims: Iterable[Sequence[Bag]], weight: Callable[[str], float]) -> float:
    """Return the score (0-100) that nearly every phrasing has for its claim, compared with the others of it.

    `claims` have the features of each of their phrasings.
    """
    told = [[bag for bag in bags if bag] for bags in claims]
    scores = sorted(
        _left_out(bag, [*bags[:n], *bags[n + 1 :]], weight) for bags in told for n, bag in enumerate(bags)
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


def _left_out(bag: Bag, others: Sequence[Bag], weight: Callable[[str], float]) -> float:
    """Return the score of a phrasing for its claim, of which only the *others* are known."""
    asked, phrased = Asked.of(bag, weight), Phrased.of(others, weight)
    together = sum(w * phrased.shares.get(feature, 0.0) for feature, w in asked.weights.items())
    return score(asked, phrased.phrasings, together) if phrased.phrasings else 0.0
