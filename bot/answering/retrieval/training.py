"""Learns from the phrasings which terms tell one claim from another: trains a head."""

from __future__ import annotations

from array import array
from math import log, sqrt
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from bot.answering.retrieval.head import Head, weighted
from bot.answering.retrieval.meaning import meaning, together
from bot.answering.retrieval.senses import SHARE, table
from bot.answering.retrieval.terms import BUCKETS, terms_of

if TYPE_CHECKING:
    from collections.abc import Sequence

# Training takes memory with the square and time with the cube of the phrasings: 20 s for so many.
MOST_PHRASINGS = 4096
# Ridge and steps were chosen on development questions of four public sets; both may be halved or doubled.
RIDGE = 0.01
STEPS = 60
# Columns, of claims times parts left out, that are learnt at once: more of them save nothing and take memory.
MOST_AT_ONCE = 128
BLOCK = 256
# A term in several phrasings, and in more than one for so many columns, is kept as what they say together:
# a question then adds up hardly more rows than it has terms, and a thousand claims do not make many rows.
COLUMNS_APIECE = 32


def train(
    texts: Sequence[Sequence[str]],
    owners: np.ndarray,
    claims: int,
    encoded: np.ndarray | None,
    parts: np.ndarray,
    *,
    by_sense: bool,
) -> tuple[Head, np.ndarray]:
    """Return the head for phrasings given as words, each of the claim *owners* says, and how it finds them.

    That is a row a phrasing and a column a claim, with the scores by a head that was trained without all of
    the phrasing's part, as *parts* says; -1 for a claim with phrasings in no other. A part below 0 is never
    left out, and its rows are -1. `by_sense` tells whether what words mean is to be compared as well.
    """
    rarity = _rarity(texts, owners, claims)
    terms = _Terms.of(texts, rarity, 1 - SHARE if by_sense else 1)
    likeness = terms.likeness()
    places = None
    if by_sense:
        places = np.array([table().place(words, rarity.data) for words in texts], np.float32)
        likeness += places @ places.T
    if encoded is not None:
        likeness = together(likeness, meaning(encoded @ encoded.T))
    fitting = _Fitting(likeness, owners, claims)
    head = terms.head(rarity, fitting.shares(), places, encoded)
    return head, fitting.scores_apart(parts)


class _Terms(NamedTuple):
    """The weighted terms of texts.

    `ends[n]:ends[n + 1]` are the places in `buckets` and `values` of those of the n-th text,
    `starts[b]:starts[b + 1]` the places in `texts` and `weights` of those in bucket b, where they are made
    smaller by the share that terms have in the likeness.
    """

    ends: np.ndarray
    buckets: np.ndarray
    values: np.ndarray
    starts: np.ndarray
    texts: np.ndarray
    weights: np.ndarray

    @classmethod
    def of(cls, texts: Sequence[Sequence[str]], rarity: np.ndarray, share: float) -> _Terms:
        """Return the terms of texts given as words, for a share in their likeness."""
        sizes, told, weighed = [], array("i"), array("f")
        for words in texts:
            buckets, values = weighted(words, rarity.data)
            sizes.append(len(buckets))
            told.extend(buckets)
            weighed.extend(values)
        order = np.argsort(told, kind="stable")
        return cls(
            _starts(sizes),
            np.asarray(told),
            np.asarray(weighed),
            _starts(np.bincount(told, minlength=BUCKETS)),
            np.repeat(np.arange(len(texts), dtype=np.int32), sizes)[order],
            np.asarray(weighed)[order] * np.float32(share),
        )

    def likeness(self) -> np.ndarray:
        """Return how like every text is to every other."""
        number = len(self.ends) - 1
        likeness = np.empty((number, number), np.float32)
        for n in range(number):
            own = slice(self.ends[n], self.ends[n + 1])
            starts = self.starts[self.buckets[own]]
            sizes = self.starts[self.buckets[own] + 1] - starts
            ends = np.cumsum(sizes)
            at = np.arange(sizes.sum()) + np.repeat(starts - ends + sizes, sizes)
            weights = self.weights[at] * np.repeat(self.values[own], sizes)
            likeness[n] = np.bincount(self.texts[at], weights=weights, minlength=number)
        return likeness

    def head(
        self, rarity: np.ndarray, shares: np.ndarray, places: np.ndarray | None, encoded: np.ndarray | None
    ) -> Head:
        """Return the head for the share (text x claim) of each text in each claim."""
        number, claims = shares.shape
        sizes = np.diff(self.starts)
        most = 1 + claims // COLUMNS_APIECE
        common = np.flatnonzero(sizes > most)
        first, end = self.starts[common], self.starts[common + 1]
        said = [self.weights[at] @ shares[self.texts[at]] for at in map(slice, first, end)]
        rows, weights = self.texts.copy(), self.weights.copy()
        # What a common term says together stands in its first place, and the others go.
        rows[first], weights[first] = np.arange(number, number + len(common)), 1
        kept = np.repeat(sizes <= most, sizes)
        kept[first] = True
        sizes[common] = 1
        keys, vectors = (None, None) if places is None else table()
        return Head(
            _starts(sizes).astype(np.int32).data,
            rows[kept].data,
            weights[kept].data,
            rarity.data,
            np.vstack([shares, *said]).ravel().data,
            claims,
            leanings=None if places is None else np.ascontiguousarray(shares.T @ places).ravel().data,
            keys=keys,
            vectors=vectors,
            encoded=None if encoded is None else np.ascontiguousarray(encoded).data,
        )


def _starts(sizes: Sequence[int] | np.ndarray) -> np.ndarray:
    """Return where rows of these sizes begin one after the other, and where the last ends."""
    return np.concatenate(([0], np.cumsum(sizes, dtype=np.int64)))


class _Fitting:
    """A multinomial logistic regression on a kernel, every claim of equal weight.

    Each step solves with the Hessian's upper bound (Böhning 1992), which is inverted once, and goes on with
    Nesterov's momentum.
    """

    def __init__(self, likeness: np.ndarray, owners: np.ndarray, claims: int) -> None:
        number = len(owners)
        self._likeness, self._owners = likeness, owners
        self._wanted = np.zeros((number, claims), np.float32)
        self._wanted[np.arange(number), owners] = 1
        sizes = np.bincount(owners, minlength=claims)
        self._worth = (number / (claims * sizes[owners])).astype(np.float32)[:, None]
        bound = 0.5 * self._worth * likeness
        bound[np.diag_indices(number)] += RIDGE
        self._inverse = inverse(bound)

    def shares(self) -> np.ndarray:
        """Return each phrasing's share in each claim."""
        return self._without([np.zeros(0, np.int64)], [np.ones(self._wanted.shape[1], bool)])[:, 0]

    def scores_apart(self, parts: np.ndarray) -> np.ndarray:
        """Return how phrasings are scored by what is learnt from those of other parts."""
        left_out = [np.flatnonzero(parts == part) for part in np.unique(parts[parts >= 0])]
        left_out = [apart for apart in left_out if len(apart) < len(parts)]
        scores = np.full(self._wanted.shape, -1.0, np.float32)
        at_once = max(1, MOST_AT_ONCE // scores.shape[1])
        for first in range(0, len(left_out), at_once):
            some = left_out[first : first + at_once]
            left = self._there(some)
            learnt = self._without(some, left).swapaxes(0, 1)
            for apart, there, shares in zip(some, left, learnt, strict=True):
                scores[np.ix_(apart, there)] = softmax(self._likeness[apart] @ shares[:, there])
        return scores

    def _there(self, left_out: Sequence[np.ndarray]) -> list[np.ndarray]:
        """Return for each part left out which claims have phrasings in others."""
        claims = self._wanted.shape[1]
        owned = np.bincount(self._owners, minlength=claims)
        return [owned > np.bincount(self._owners[apart], minlength=claims) for apart in left_out]

    def _without(self, left_out: Sequence[np.ndarray], left: Sequence[np.ndarray]) -> np.ndarray:
        """Return the shares (phrasing x part x claim) that are learnt without the phrasings of each part.

        `left` tells for each part which claims are learnt then. Parts go side by side, which for few claims
        takes half as long as one by one.
        """
        number, claims = self._wanted.shape
        missing = np.where(left, 0, -np.inf).astype(np.float32)
        # The inverse without some rows and columns comes from that of all, and from a block of their size.
        corrections = [
            self._inverse[:, apart] @ inverse(self._inverse[np.ix_(apart, apart)]) for apart in left_out
        ]
        worth, wanted = self._worth[:, None], self._wanted[:, None]
        shares = ahead = np.zeros((number, len(left_out), claims), np.float32)
        pace = 1.0
        for _ in range(STEPS):
            found = (self._likeness @ ahead.reshape(number, -1)).reshape(ahead.shape) + missing
            off = worth * (softmax(found) - wanted) + RIDGE * ahead
            for part, apart in enumerate(left_out):
                off[apart, part] = 0
            step = (self._inverse @ off.reshape(number, -1)).reshape(ahead.shape)
            for part, apart in enumerate(left_out):
                step[:, part] -= corrections[part] @ step[apart, part]
            before, shares = shares, ahead - step
            following = (1 + sqrt(1 + 4 * pace * pace)) / 2
            ahead = shares + ((pace - 1) / following) * (shares - before)
            pace = following
        return shares


def inverse(matrix: np.ndarray) -> np.ndarray:
    """Return the inverse of a matrix whose blocks on the diagonal have one, in its own precision.

    By blocks nearly all of it is multiplication, which takes a third of the time of `numpy.linalg.inv`.
    """
    if len(matrix) <= BLOCK:
        return np.linalg.inv(matrix)
    half = len(matrix) // 2
    first = inverse(matrix[:half, :half])
    right, below = first @ matrix[:half, half:], matrix[half:, :half] @ first
    second = inverse(matrix[half:, half:] - matrix[half:, :half] @ right)
    found = np.empty_like(matrix)
    found[:half, half:] = -right @ second
    found[half:, half:] = second
    found[:half, :half] = first - found[:half, half:] @ below
    found[half:, :half] = -second @ below
    return found


def softmax(scores: np.ndarray) -> np.ndarray:
    """Return *scores* as probabilities that add up to 1 over the last axis."""
    raised = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return np.asarray(raised / raised.sum(axis=-1, keepdims=True))


def _rarity(texts: Sequence[Sequence[str]], owners: np.ndarray, claims: int) -> np.ndarray:
    """Return for each bucket in how few claims it occurs: the inverse document frequency over claims."""
    seen: list[set[int]] = [set() for _ in range(claims)]
    for words, owner in zip(texts, owners, strict=True):
        seen[owner].update(bucket for _, counts in terms_of(words) for bucket in counts)
    number = np.bincount([bucket for buckets in seen for bucket in buckets], minlength=BUCKETS)
    return (
        np.log(1 + (claims + 0.5) / (number + 0.5)).astype(np.float32)
        if claims
        else np.full(BUCKETS, log(2), np.float32)
    )
