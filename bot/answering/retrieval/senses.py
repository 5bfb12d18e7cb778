"""Knows where English words stand among all others by what they mean, so that like words are found alike.

The table comes with the code: `tests/benchmarks/senses.py` makes it from the sentence encoder. It has one
vector a stem, of whole numbers from -127 to 127.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from math import hypot, sqrt
from pkgutil import get_data
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

from bot.answering.retrieval.terms import bucket_of
from bot.briefing.folding import stem

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np

TABLE = "senses.bin"
# How much of the likeness of two texts it says where there are phrasings alone to learn from, and no encoder.
# It was chosen by phrasings asked apart and on development questions of four public sets.
SHARE = 0.2
WIDTH = 128
# Most words' vectors are about so long, and one that is not here counts as much towards the length of a text.
LENGTH = 200
_KEY = 4  # bytes


class Senses(NamedTuple):
    """The vectors of stems: `keys` are their hashes, sorted, four bytes each; `vectors` has a row a stem."""

    keys: Sequence[int]
    vectors: Sequence[int]

    def place(self, words: Sequence[str], rarity: Sequence[float]) -> list[float]:
        """Return where a text of these words stands, rare words counting more.

        Words that are not here count in full towards the length, so that they make a text unlike all others.
        """
        place = [0.0] * WIDTH
        strange = 0.0
        for word in words:
            weight = sqrt(rarity[bucket_of("word", stem(word))])
            if vector := self._vector(word):
                place = [one + weight * other for one, other in zip(place, vector, strict=True)]
            else:
                strange += weight * weight
        length = hypot(*place, LENGTH * sqrt(strange)) or 1.0
        scale = sqrt(SHARE) / length
        return [scale * one for one in place]

    def _vector(self, word: str) -> Sequence[int]:
        """Return the vector of a word’s stem, nothing of one that is not here."""
        key = _key(stem(word))
        at = bisect_left(range(len(self.keys) // _KEY), key, key=self._key_at)
        return self.vectors[WIDTH * at : WIDTH * (at + 1)] if self._key_at(at) == key else ()

    def _key_at(self, place: int) -> bytes:
        return bytes(self.keys[_KEY * place : _KEY * (place + 1)])


def _key(of: str) -> bytes:
    return crc32(of.encode()).to_bytes(_KEY, "big")


@cache
def table() -> Senses:
    """Return the table that comes with the code."""
    data = memoryview(get_data(__package__, TABLE) or b"")
    keys = len(data) // (_KEY + WIDTH) * _KEY
    return Senses(data[:keys], data[keys:].cast("b"))


def packed(stems: Sequence[str], vectors: np.ndarray) -> bytes:
    """Return the bytes of a table."""
    by_key = {_key(one): row.tobytes() for one, row in zip(stems, vectors, strict=True)}
    keys = sorted(by_key)
    return b"".join([*keys, *map(by_key.__getitem__, keys)])
