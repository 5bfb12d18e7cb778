"""Learns from the phrasings which terms tell one claim from another."""

from __future__ import annotations

from math import log, sqrt
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

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
# How much of the likeness of two texts a sentence encoder says, where there is one; like meanings count more
# than half-like ones.
ENCODED_SHARE, ENCODED_SLOPE = 2 / 3, 3.0


class Head(NamedTuple):
    """A kernel logistic regression: which claim a text asks for, by its likeness to every phrasing.

    The likeness is the cosine of weighted terms. `shares` has a row a phrasing and a column a claim, and one
    for none of them where that was learnt; `encoded` has a row a phrasing where an encoder helps. A term in
    more phrasings than there are columns is kept as what it says for each claim: `common` are their buckets,
    in order, `said` their rows. `starts[b]:starts[b + 1]` are the places in `phrasings` and `weights` of
    those with another term in bucket b. There is no intercept: a text like nothing is as likely any claim.
    """

    starts: np.ndarray
    phrasings: np.ndarray
    weights: np.ndarray
    common: np.ndarray
    said: np.ndarray
    rarity: np.ndarray
    encoded: np.ndarray
    shares: np.ndarray

    def probabilities(self, words: Sequence[str], encoded: np.ndarray | None = None) -> np.ndarray:
        """Return for each claim how likely (0-1) a text of these words asks for it."""
        buckets, values = weighted(words, self.rarity)
        like = _likeness(self.starts, self.phrasings, self.weights, len(self.shares), buckets, values)
        scores = like @ self.shares
        if len(self.common):
            places = np.minimum(np.searchsorted(self.common, buckets), len(self.common) - 1)
            there = self.common[places] == buckets
            scores += values[there] @ self.said[places[there]]
        if encoded is not None:
            scores = _together(scores, _meaning(self.encoded @ encoded) @ self.shares)
        return np.asarray(softmax(scores[None])[0])


def _likeness(
    starts: np.ndarray,
    phrasings: np.ndarray,
    weights: np.ndarray,
    number: int,
    buckets: np.ndarray,
    values: np.ndarray,
) -> np.ndarray:
    """Return how like weighted terms are to those of each of a *number* of phrasings, kept as in a head."""
    lengths = starts[buckets + 1] - starts[buckets]
    ends = np.cumsum(lengths)
    at = np.arange(ends[-1] if len(ends) else 0) + np.repeat(starts[buckets] - ends + lengths, lengths)
    return np.bincount(
        phrasings[at], weights=weights[at] * np.repeat(values, lengths), minlength=number
    ).astype(np.float32)


def weighted(words: Sequence[str], rarity: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the buckets of a text's terms and their weights: each kind has its share of the length.

    A term that no phrasing has counts in full towards the length, so that strange words make a text unlike
    all of them.
    """
    buckets: list[int] = []
    values: list[np.ndarray] = []
    for share, counts in terms_of(words):
        keys = list(counts)
        value = (1 + np.log(np.fromiter(counts.values(), np.float32, len(keys)))) * rarity[keys]
        length = float(np.linalg.norm(value))
        if length:
            buckets += keys
            values.append(value * (sqrt(share) / length))
    joined = np.concatenate(values) if values else np.zeros(0, np.float32)
    return np.array(buckets, np.int64), joined


def train(
    texts: Sequence[Sequence[str]],
    owners: np.ndarray,
    claims: int,
    encoded: np.ndarray | None,
    parts: np.ndarray,
) -> tuple[Head, np.ndarray]:
    """Return the head for phrasings given as words, each of the claim *owners* says, and how it finds them.

    That is a row a phrasing and a column a claim, with the scores by a head that was trained without all of
    the phrasing's part, as *parts* says; -1 for a claim with phrasings in no other. A part below 0 is never
    left out, and its rows are -1.
    """
    rarity = _rarity(texts, owners, claims)
    rows = [weighted(words, rarity) for words in texts]
    buckets = np.concatenate([row[0] for row in rows])
    of = np.repeat(np.arange(len(texts), dtype=np.int32), [len(row[0]) for row in rows])
    order = np.argsort(buckets, kind="stable")
    sizes = np.bincount(buckets, minlength=BUCKETS)
    starts, of = _starts(sizes), of[order]
    weights = np.concatenate([row[1] for row in rows])[order].astype(np.float32)
    likeness = np.empty((len(rows), len(rows)), np.float32)
    for n, row in enumerate(rows):
        likeness[n] = _likeness(starts, of, weights, len(rows), *row)
    encoded = np.zeros((len(texts), 0), np.float32) if encoded is None else encoded
    if encoded.size:
        likeness = _together(likeness, _meaning(encoded @ encoded.T))
    fitting = _Fitting(likeness, owners, claims)
    shares = fitting.shares()
    common = np.flatnonzero(sizes > claims)
    said = np.empty((len(common), claims), np.float32)
    for place, bucket in enumerate(common.tolist()):
        at = slice(starts[bucket], starts[bucket + 1])
        said[place] = weights[at] @ shares[of[at]]
    rare = np.repeat(sizes <= claims, sizes)
    sizes[common] = 0
    head = Head(_starts(sizes), of[rare], weights[rare], common, said, rarity, encoded, shares)
    return head, fitting.scores_apart(parts)


def _starts(sizes: np.ndarray) -> np.ndarray:
    """Return where rows of these sizes begin one after the other, and where the last ends."""
    return np.concatenate(([0], np.cumsum(sizes)))


def _meaning(cosines: np.ndarray) -> np.ndarray:
    """Return how like (0-1) in meaning texts are by the cosines of what is encoded."""
    return np.asarray(np.exp(ENCODED_SLOPE * (cosines - 1)), np.float32)


def _together(terms: np.ndarray, meaning: np.ndarray) -> np.ndarray:
    """Return together what the terms of texts say and what their meaning says."""
    return np.asarray((1 - ENCODED_SHARE) * terms + ENCODED_SHARE * meaning, np.float32)


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
