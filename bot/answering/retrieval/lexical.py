"""Finds claims by the words of their phrasings, at a cost that hardly grows with how many there are."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

# Claims looked at for the rare words of a question. What more there are, common words cannot bring up.
MOST_POSTINGS = 20_000
# Of a word in more claims than this, only those of which it says the most bring themselves in.
MOST_CHAMPIONS = 2_000
# Claims to which common words are added, and claims of which every phrasing is compared.
MOST_LIKELY, MOST_COMPARED = 3_000, 48
# What is said by the best phrasing, by all of a claim's together, and by how much of the question they have
# between them. The shares, and the power below, were chosen on development questions of four public sets.
BEST, TOGETHER, MET = 0.34, 0.51, 0.15
# How rare a word is counts on both sides, so that without a power below 1 a single one outweighs two others.
RARITY_POWER = 0.6


class Lexical(NamedTuple):
    """The words of phrasings and of claims; a word is a number, phrasings stand in the order of their claims.

    `claim_starts`, `phrasing_starts` and `starts` are where each claim's phrasings, phrasing's words and
    word's claims begin. `words` are a phrasing's distinct words, `lengths` the length of its vector.
    `holders` are the claims with a word, `weights` the word's weight in each one's centroid, which has the
    length 1; before that, it had `centroid_lengths`. `champions` are the claims in which a common word weighs
    most, `peaks` is the most that a word weighs in any.
    """

    rarity: np.ndarray
    starts: np.ndarray
    holders: np.ndarray
    weights: np.ndarray
    champion_starts: np.ndarray
    champions: np.ndarray
    peaks: np.ndarray
    claim_starts: np.ndarray
    phrasing_starts: np.ndarray
    words: np.ndarray
    lengths: np.ndarray
    centroid_lengths: np.ndarray

    @classmethod
    def of(
        cls, words: np.ndarray, phrasing_starts: np.ndarray, claim_starts: np.ndarray, distinct: int
    ) -> Lexical:
        """Return the index of phrasings given by their distinct words, in the order of their claims."""
        claims, phrasings = len(claim_starts) - 1, len(phrasing_starts) - 1
        owners = np.repeat(np.arange(claims, dtype=np.int32), np.diff(claim_starts))
        of = np.repeat(np.arange(phrasings, dtype=np.int32), np.diff(phrasing_starts))
        # One key a word and claim, so that one sort brings a word's claims together in their order.
        keys = words.astype(np.int64) * claims + owners[of]
        order = np.argsort(keys, kind="stable")
        keys = keys[order]
        first = np.flatnonzero(np.concatenate(([True], keys[1:] != keys[:-1]))) if len(keys) else order
        term = (keys[first] // claims).astype(np.int32)
        holders = (keys[first] % claims).astype(np.int32)
        del keys
        starts = np.zeros(distinct + 1, np.int64)
        np.cumsum(np.bincount(term, minlength=distinct), out=starts[1:])
        rarity = _rarity(claims, np.diff(starts)).astype(np.float32)
        squares = np.bincount(of, weights=rarity[words] ** 2, minlength=phrasings)
        lengths = np.sqrt(np.maximum(squares, 1e-12)).astype(np.float32)
        values = (rarity[words] / lengths[of])[order]
        del of, order
        weights = np.add.reduceat(values, first).astype(np.float32) if len(first) else values
        del values
        centroid_lengths = np.sqrt(np.bincount(holders, weights=weights**2, minlength=claims)).astype(
            np.float32
        )
        weights /= centroid_lengths[holders]
        champion_starts, champions = _champions(starts, weights)
        peaks = np.maximum.reduceat(weights, starts[:-1]) if distinct else weights
        return cls(
            rarity,
            starts,
            holders,
            weights,
            champion_starts,
            holders[champions],
            peaks,
            claim_starts.astype(np.int64),
            phrasing_starts.astype(np.int64),
            words.astype(np.int32),
            lengths,
            centroid_lengths,
        )

    @property
    def unseen(self) -> float:
        """Return the rarity of a word that no phrasing has."""
        return float(_rarity(len(self.claim_starts) - 1, np.zeros(1))[0])

    def rank(
        self, words: Sequence[tuple[int, float]], strange: int, without: int | None = None
    ) -> tuple[np.ndarray, np.ndarray]:
        """Return the claims nearest to a question, best first, and their scores (0-1).

        `words` are its words with how sure each is (0-1), `strange` how many more no phrasing has. A phrasing
        may be left out of what is compared, to see how it would be found.
        """
        sure: dict[int, float] = {}
        for word, certainty in words:
            sure[word] = max(certainty, sure.get(word, 0.0))
        asked = np.array(sorted(sure), np.int32)
        weights = np.array([sure[int(w)] for w in asked], np.float32) * self.rarity[asked]
        length = sqrt(float(weights @ weights) + strange * self.unseen**2)
        if not length or not len(asked):
            return np.zeros(0, np.int32), np.zeros(0, np.float32)
        likely = self._likely(asked, weights)
        if without is not None:
            own = int(np.searchsorted(self.claim_starts, without, side="right")) - 1
            likely = np.union1d(likely, [own])
        scores = self._compared(likely, asked, weights / length, without)
        order = np.argsort(-scores, kind="stable")
        return likely[order], scores[order]

    def _likely(self, asked: np.ndarray, weights: np.ndarray) -> np.ndarray:
        """Return the claims worth comparing: those with the rare words, ranked with the common ones added."""
        claims = len(self.claim_starts) - 1
        sums, seen = np.zeros(claims, np.float32), np.zeros(claims, bool)
        common: list[int] = []
        left = MOST_POSTINGS
        numbers = self.starts[asked + 1] - self.starts[asked]
        for n in np.argsort(numbers, kind="stable").tolist():
            word = asked[n]
            if numbers[n] <= left:
                left -= int(numbers[n])
                at = slice(self.starts[word], self.starts[word + 1])
                sums[self.holders[at]] += weights[n] * self.weights[at]
                seen[self.holders[at]] = True
            else:
                seen[self.champions[self.champion_starts[word] : self.champion_starts[word + 1]]] = True
                common.append(n)
        found = np.flatnonzero(seen)
        rough = sums[found]
        most = weights * self.peaks[asked]
        for place, n in enumerate(common):
            kept = _promising(rough, float(most[common[place:]].sum()))
            found, rough = found[kept], rough[kept] + weights[n] * self._weight(int(asked[n]), found[kept])
        return np.asarray(found[_largest(rough, MOST_COMPARED)])

    def _weight(self, word: int, claims: np.ndarray) -> np.ndarray:
        """Return what a word weighs in each of the claims, which are in order."""
        at = slice(self.starts[word], self.starts[word + 1])
        holders = self.holders[at]
        places = np.minimum(np.searchsorted(holders, claims), len(holders) - 1)
        return np.where(holders[places] == claims, self.weights[at][places], np.float32(0))

    def _compared(
        self, claims: np.ndarray, asked: np.ndarray, weights: np.ndarray, without: int | None
    ) -> np.ndarray:
        phrasings, _ = _ranges(self.claim_starts, claims)
        words, sizes = _ranges(self.phrasing_starts, phrasings)
        found = self.words[words]
        places = np.minimum(np.searchsorted(asked, found), len(asked) - 1)
        of = np.repeat(np.arange(len(sizes)), sizes)
        hit = np.flatnonzero(asked[places] == found)
        places, of = places[hit], of[hit]
        likeness = np.bincount(of, weights=weights[places] * self.rarity[found[hit]], minlength=len(sizes))
        likeness = likeness / self.lengths[phrasings]
        numbers = self.claim_starts[claims + 1] - self.claim_starts[claims]
        first = np.cumsum(numbers) - numbers
        owner = np.repeat(np.arange(len(claims)), numbers)
        lengths = self.centroid_lengths[claims]
        if without is not None:
            at = np.flatnonzero(phrasings == without)
            likeness[at] = 0
            lengths = lengths.copy()
            lengths[owner[at]] = self._length_without(int(claims[owner[at[0]]]), without)
            there = of != at
            places, of = places[there], of[there]
        has = np.zeros((len(claims), len(asked)), bool)
        has[owner[of], places] = True
        # A claim has at least one phrasing.
        together = np.add.reduceat(likeness, first) / lengths
        best = np.maximum.reduceat(likeness, first)
        return np.asarray(BEST * best + TOGETHER * together + MET * (has @ weights**2))

    def _length_without(self, claim: int, without: int) -> float:
        """Return how long a claim's centroid would be without one of its phrasings."""
        phrasings = np.arange(self.claim_starts[claim], self.claim_starts[claim + 1])
        words, sizes = _ranges(self.phrasing_starts, phrasings[phrasings != without])
        found = self.words[words]
        lengths = np.repeat(self.lengths[phrasings[phrasings != without]], sizes)
        _, back = np.unique(found, return_inverse=True)
        sums = np.bincount(back, weights=self.rarity[found] / lengths)
        return float(np.linalg.norm(sums)) or 1.0


def _rarity(claims: int, holders: np.ndarray) -> np.ndarray:
    """Return how much a word says that so many claims have."""
    return np.asarray(np.log(1 + (claims + 0.5) / (holders + 0.5)) ** RARITY_POWER)


def _ranges(starts: np.ndarray, which: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return all places of the rows *which*, and how many each has."""
    sizes = starts[which + 1] - starts[which]
    ends = np.cumsum(sizes)
    total = int(ends[-1]) if len(ends) else 0
    return np.arange(total) + np.repeat(starts[which] - ends + sizes, sizes), sizes


def _largest(values: np.ndarray, number: int) -> np.ndarray:
    """Return where the largest values are, in no order."""
    if len(values) <= number:
        return np.arange(len(values))
    return np.argpartition(-values, number)[:number]


def _promising(rough: np.ndarray, more: float) -> np.ndarray:
    """Return in order where values are that with so much *more* may come among the largest."""
    if len(rough) <= MOST_COMPARED:
        return np.arange(len(rough))
    least = np.partition(rough, -MOST_COMPARED)[-MOST_COMPARED]
    kept = np.flatnonzero(rough >= least - more)
    return np.sort(kept[_largest(rough[kept], MOST_LIKELY)]) if len(kept) > MOST_LIKELY else kept


def _champions(starts: np.ndarray, weights: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    common = np.flatnonzero(np.diff(starts) > MOST_CHAMPIONS)
    chosen = [
        starts[word] + np.sort(_largest(weights[starts[word] : starts[word + 1]], MOST_CHAMPIONS))
        for word in common
    ]
    champion_starts = np.zeros(len(starts), np.int64)
    sizes = np.zeros(len(starts) - 1, np.int64)
    sizes[common] = MOST_CHAMPIONS
    np.cumsum(sizes, out=champion_starts[1:])
    return champion_starts, np.concatenate(chosen) if chosen else np.zeros(0, np.int64)
