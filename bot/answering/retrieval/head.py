"""Says which claim a text asks for, by what was learnt from the phrasings."""

from __future__ import annotations

from array import array
from math import exp, hypot, log, sqrt
from operator import mul
from typing import TYPE_CHECKING, NamedTuple

from bot.answering.retrieval.senses import WIDTH, Senses
from bot.answering.retrieval.terms import terms_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np


class Head(NamedTuple):
    """A kernel logistic regression: which claim a text asks for, by its likeness to every phrasing.

    The likeness is the cosine of weighted terms. `shares` has a row a phrasing, one after the other, each of
    so many `columns`: one a claim, and one for none of them where that was learnt. A term in many phrasings
    has a row of its own behind those, with what they say together. `starts[b]:starts[b + 1]` are the places
    in `rows` and `weights` of the rows that a term in bucket b counts, and how much. Where what words mean is
    compared as well, `leanings` has a row a column, which tells how much each dimension of the senses speaks
    for it, and `keys` and `vectors` are those of `Senses`. `encoded` has a row a phrasing where an encoder
    helps. There is no intercept: a text like nothing is as likely any claim.
    """

    starts: Sequence[int]
    rows: Sequence[int]
    weights: Sequence[float]
    rarity: Sequence[float]
    shares: memoryview
    columns: int
    leanings: memoryview | None = None
    keys: Sequence[int] | None = None
    vectors: Sequence[int] | None = None
    encoded: memoryview | None = None

    def probabilities(self, words: Sequence[str], encoded: np.ndarray | None = None) -> list[float]:
        """Return for each column how likely (0-1) a text of these words asks for it."""
        starts, rows, weights, width = self.starts, self.rows, self.weights, self.columns
        found: list[int] = []
        values: list[float] = []
        for bucket, value in zip(*weighted(words, self.rarity), strict=True):
            for at in range(starts[bucket], starts[bucket + 1]):
                found.append(rows[at])
                values.append(value * weights[at])
        # Gathered, then column by column, so that the loops that multiply and add up are the interpreter's.
        shares = array("f", b"".join([self.shares[row * width : (row + 1) * width] for row in found]))
        scores = [sum(map(mul, values, shares[column::width]), 0.0) for column in range(width)]
        if self.leanings is not None and self.keys is not None and self.vectors is not None:
            place = Senses(self.keys, self.vectors).place(words, self.rarity)
            leanings = array("f", self.leanings.tobytes())
            scores = [
                score + sum(map(mul, place, leanings[WIDTH * column : WIDTH * (column + 1)]))
                for column, score in enumerate(scores)
            ]
        if encoded is not None and self.encoded is not None:
            from bot.answering.retrieval.meaning import with_meaning  # noqa: PLC0415 - numpy is slow to import

            scores = with_meaning(scores, self.encoded, encoded, self.shares)
        return _softmax(scores)


def weighted(words: Sequence[str], rarity: Sequence[float]) -> tuple[list[int], list[float]]:
    """Return the buckets of a text's terms and their weights: each kind has its share of the length.

    A term that no phrasing has counts in full towards the length, so that strange words make a text unlike
    all of them.
    """
    buckets: list[int] = []
    weights: list[float] = []
    for share, counts in terms_of(words):
        values = [(1 + log(number)) * rarity[bucket] for bucket, number in counts.items()]
        if length := hypot(*values):
            scale = sqrt(share) / length
            buckets += counts
            weights += [value * scale for value in values]
    return buckets, weights


def _softmax(scores: Sequence[float]) -> list[float]:
    """Return *scores* as probabilities that add up to 1."""
    most = max(scores)
    raised = [exp(score - most) for score in scores]
    total = sum(raised)
    return [one / total for one in raised]
