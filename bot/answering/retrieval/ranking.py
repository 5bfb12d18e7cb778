"""Ranks claims for a question by their phrasings, whatever the briefing is about.

Up to some thousand phrasings a head is trained on them; more are found by their words alone. Either way the
question's misspelt words are repaired first by the words of the phrasings.
"""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING, NamedTuple

from bot.answering.retrieval.terms import words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from collections.abc import Set as AbstractSet

    import numpy as np

    from bot.answering.retrieval.calibration import Calibration
    from bot.answering.retrieval.head import Head
    from bot.answering.retrieval.lexical import Lexical
    from bot.answering.retrieval.spelling import Spelling
    from bot.answering.retrieval.trust import Trust

    # Texts to rows of length 1, one a text.
    Encode = Callable[[Sequence[str]], np.ndarray]
    # Claims as numbers, best first, their scores (0-1), and the score of none of them.
    Scored = tuple[Sequence[int], Sequence[float], float]


class Match(NamedTuple):
    """A claim with its score (0-100)."""

    claim: str
    score: float


class Ranking(NamedTuple):
    """Claims nearest to a question, best first; whether one covers it at all, and whether the first alone.

    `none` is the share (0-1) of what no claim answers, and `trust` tells which answer to trust: neither can
    be told without examples of that. `unheard` are the words that no phrasing has, as they are compared.
    """

    matches: tuple[Match, ...]
    covered: bool
    certain: bool
    none: float = 0.0
    unheard: frozenset[str] = frozenset()
    trust: Trust | None = None

    def share(self, place: int) -> float:
        """Return the share (0-1) of the claim in a place, from 0 on."""
        return self.matches[place].score / 100 if place < len(self.matches) else 0.0


class Retrieval(NamedTuple):
    """The phrasings of one briefing, ready to be asked.

    `stems` has for each word of `spelling` its number in `lexical`.
    """

    claims: tuple[str, ...]
    spelling: Spelling
    stems: Sequence[int]
    head: Head | None
    lexical: Lexical | None
    calibration: Calibration
    trust: Trust | None = None

    def rank(
        self,
        text: str,
        *,
        known: AbstractSet[str] = frozenset(),
        encode: Encode | None = None,
        limit: int = 10,
    ) -> Ranking:
        """Return the claims that *text* may ask for; `known` are ordinary words, hardly misspelt."""
        if not self.claims:
            return Ranking((), covered=False, certain=False)
        said = words_of(text)
        words, unheard = said, frozenset[str]()
        if self.head is not None:
            words = self.spelling.repaired(said, known)
            # A misspelt word is heard as the one that it stands for.
            pairs = zip(said, words, strict=True)
            unheard = frozenset(word for word, right in pairs if not self.spelling.is_used(right))
        return self.ranking(self._scored(words, known, encode), unheard, limit)

    def ranking(self, scored: Scored, unheard: frozenset[str], limit: int = 10) -> Ranking:
        """Return the ranking of what was scored."""
        claims, scores, none = scored
        score, lead = best_of(scores, none)
        covered = bool(scores) and score >= self.calibration.threshold
        return Ranking(
            tuple(
                Match(self.claims[claim], 100 * score)
                for claim, score in zip(claims[:limit], scores[:limit], strict=True)
            ),
            covered=covered,
            certain=covered and lead >= self.calibration.margin,
            none=none,
            unheard=unheard,
            trust=self.trust,
        )

    def scores(self, words: Sequence[str], known: AbstractSet[str], encode: Encode | None) -> Scored:
        """Return the claims nearest to these words."""
        if self.head is not None:
            words = self.spelling.repaired(words, known)
        return self._scored(words, known, encode)

    def _scored(self, words: Sequence[str], known: AbstractSet[str], encode: Encode | None) -> Scored:
        """Return what `scores` does, of words that are repaired where there is a head."""
        if self.head is not None:
            encoded = encode([" ".join(words)])[0] if encode and self.head.encoded else None
            return by_probability(self.head.probabilities(words, encoded), len(self.claims))
        if self.lexical is None:
            return (), (), 0.0
        found: list[tuple[int, float]] = []
        strange = 0
        for word in words:
            number = self.spelling.number(word)
            near = [(number, 1.0)] if number is not None else self.spelling.near(word, known)
            if near:
                found.append((self.stems[near[0][0]], sqrt(near[0][1])))
            else:
                strange += 1
        claims, scores = self.lexical.rank(found, strange)
        return claims.tolist(), scores.tolist(), 0.0


def by_probability(probabilities: Sequence[float], claims: int) -> Scored:
    """Return the claims by their probability, best first, these probabilities, and that of none of them."""
    order = sorted(range(claims), key=probabilities.__getitem__, reverse=True)
    return order, [probabilities[claim] for claim in order], sum(probabilities[claims:], 0.0)


def best_of(scores: Sequence[float], none: float) -> tuple[float, float]:
    """Return the first of *scores*, best first, and its lead over the next or over that of none of them."""
    if not scores:
        return 0.0, 0.0
    return scores[0], scores[0] - max(none, scores[1] if len(scores) > 1 else 0.0)
