"""Learns from the phrasings which terms tell one claim from another."""

from __future__ import annotations

from math import log, sqrt
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from bot.answering.retrieval.terms import BUCKETS, terms_of

if TYPE_CHECKING:
    from collections.abc import Sequence

# Training takes memory with the square and time with the cube of the phrasings: 10 s for so many.
MOST_PHRASINGS = 4096
# Ridge and steps were chosen on development questions of four public sets; both may be halved or doubled.
RIDGE = 0.01
STEPS = 60
# How much of the likeness of two texts a sentence encoder says, where there is one; like meanings count more
# than half-like ones.
ENCODED_SHARE, ENCODED_SLOPE = 2 / 3, 3.0


class Head(NamedTuple):
    """A kernel logistic regression: which claim a text asks for, by its likeness to every phrasing.

    The likeness is the cosine of weighted terms: `starts[b]:starts[b + 1]` are the places in `phrasings`
    and `weights` of those with a term in bucket b. `shares` has a row a phrasing and a column a claim,
    `encoded` a row a phrasing where an encoder helps. There is no intercept: a text like nothing is as
    likely any claim.
    """

    starts: np.ndarray
    phrasings: np.ndarray
    weights: np.ndarray
    rarity: np.ndarray
    encoded: np.ndarray
    shares: np.ndarray

    def probabilities(self, words: Sequence[str], encoded: np.ndarray | None = None) -> np.ndarray:
        """Return for each claim how likely (0-1) a text of these words asks for it."""
        return np.asarray(softmax((self.likeness(words, encoded) @ self.shares)[None])[0])

    def likeness(self, words: Sequence[str], encoded: np.ndarray | None = None) -> np.ndarray:
        """Return how like a text is to each phrasing."""
        buckets, values = weighted(words, self.rarity)
        lengths = self.starts[buckets + 1] - self.starts[buckets]
        ends = np.cumsum(lengths)
        at = np.arange(ends[-1] if len(ends) else 0) + np.repeat(
            self.starts[buckets] - ends + lengths, lengths
        )
        found = np.bincount(
            self.phrasings[at],
            weights=self.weights[at] * np.repeat(values, lengths),
            minlength=len(self.shares),
        ).astype(np.float32)
        return found if encoded is None else with_meaning(found, self.encoded @ encoded)


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
    texts: Sequence[Sequence[str]], owners: np.ndarray, claims: int, encoded: np.ndarray | None = None
) -> tuple[Head, np.ndarray]:
    """Return the head for phrasings given as words, each of the claim *owners* says, and their likeness."""
    rarity = _rarity(texts, owners, claims)
    rows = [weighted(words, rarity) for words in texts]
    buckets = np.concatenate([row[0] for row in rows])
    of = np.repeat(np.arange(len(texts), dtype=np.int32), [len(row[0]) for row in rows])
    order = np.argsort(buckets, kind="stable")
    starts = np.zeros(BUCKETS + 1, np.int64)
    np.cumsum(np.bincount(buckets, minlength=BUCKETS), out=starts[1:])
    encoded = np.zeros((len(texts), 0), np.float32) if encoded is None else encoded
    bare = Head(
        starts,
        of[order],
        np.concatenate([row[1] for row in rows])[order].astype(np.float32),
        rarity,
        encoded,
        np.zeros((len(texts), claims), np.float32),
    )
    likeness = np.stack([bare.likeness(words) for words in texts])
    if encoded.size:
        likeness = with_meaning(likeness, encoded @ encoded.T)
    return bare._replace(shares=fit(likeness, owners, claims)), likeness


def with_meaning(likeness: np.ndarray, cosines: np.ndarray) -> np.ndarray:
    """Return the likeness (0-1) of texts by that of their terms and by the cosines of what is encoded."""
    meaning = np.exp(ENCODED_SLOPE * (cosines - 1))
    return np.asarray((1 - ENCODED_SHARE) * likeness + ENCODED_SHARE * meaning, np.float32)


def fit(likeness: np.ndarray, owners: np.ndarray, claims: int) -> np.ndarray:
    """Return the shares of a multinomial logistic regression on a kernel, every claim of equal weight.

    Each step solves with the Hessian's upper bound (Böhning 1992), which is inverted once, and goes on with
    Nesterov's momentum.
    """
    number = len(owners)
    wanted = np.zeros((number, claims), np.float32)
    wanted[np.arange(number), owners] = 1
    sizes = np.bincount(owners, minlength=claims)
    worth = (number / (claims * sizes[owners])).astype(np.float32)[:, None]
    step = np.linalg.inv(0.5 * worth * likeness + RIDGE * np.eye(number, dtype=np.float32))
    shares = ahead = np.zeros((number, claims), np.float32)
    pace = 1.0
    for _ in range(STEPS):
        off = worth * (softmax(likeness @ ahead) - wanted) + RIDGE * ahead
        before, shares = shares, ahead - step @ off
        following = (1 + sqrt(1 + 4 * pace * pace)) / 2
        ahead = shares + ((pace - 1) / following) * (shares - before)
        pace = following
    return shares


def softmax(scores: np.ndarray) -> np.ndarray:
    """Return the rows of *scores* as probabilities."""
    raised = np.exp(scores - scores.max(axis=1, keepdims=True))
    return np.asarray(raised / raised.sum(axis=1, keepdims=True))


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
