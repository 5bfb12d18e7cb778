"""Repairs misspelt words by the words that a briefing's phrasings consist of."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

import numpy as np
from rapidfuzz.distance import OSA

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

# Shorter words have too many neighbours one letter away for a repair to mean anything.
SHORTEST = 4
# From this length a word may be two letters off: two edits in eight letters still leave it like no other.
TWICE_FROM = 8
# Normalised OSA similarity (0-1) from which a word is a misspelling: one edit in four letters …
SIMILAR = 0.72
# … and where the word is one of the language, which is hardly a misspelling.
SIMILAR_KNOWN = 0.84
# Few mistype the first letter; of two equally near words the more common is meant.
FIRST_LETTER, COMMON = 0.08, 0.02


class Spelling(NamedTuple):
    """The words of a briefing's phrasings as arrays, so that a million phrasings open at once.

    `letters[starts[n]:starts[n + 1]]` is the n-th word in UTF-8; `hashes` are of all words, sorted, and
    `by_hash` whose they are; `cut_hashes` and `by_cut` the same for every word with letters left out.
    `commonness` is 0-1.
    """

    letters: np.ndarray
    starts: np.ndarray
    hashes: np.ndarray
    by_hash: np.ndarray
    cut_hashes: np.ndarray
    by_cut: np.ndarray
    commonness: np.ndarray

    @classmethod
    def of(cls, words: Sequence[str], counts: np.ndarray) -> Spelling:
        """Return the spelling of distinct *words*, each with its count."""
        encoded = [word.encode() for word in words]
        starts = np.zeros(len(words) + 1, np.int64)
        np.cumsum([len(word) for word in encoded], out=starts[1:])
        hashes = np.fromiter(map(crc32, encoded), np.uint32, len(words))
        by_hash = np.argsort(hashes, kind="stable").astype(np.int32)
        keys = np.fromiter((crc32(c.encode()) for word in words for c in _cuts(word)), np.uint32)
        owners = np.repeat(
            np.arange(len(words), dtype=np.int32),
            np.fromiter((sum(1 for _ in _cuts(word)) for word in words), np.int64, len(words)),
        )
        order = np.argsort(keys, kind="stable")
        return cls(
            np.frombuffer(b"".join(encoded), np.uint8),
            starts,
            hashes[by_hash],
            by_hash,
            keys[order],
            owners[order],
            (np.log1p(counts) / np.log1p(max(counts.max(initial=1), 1))).astype(np.float32),
        )

    def word(self, number: int) -> str:
        """Return the word of a number."""
        return self.letters[self.starts[number] : self.starts[number + 1]].tobytes().decode()

    def number(self, word: str) -> int | None:
        """Return the number of a word, None of one that no phrasing has."""
        found = self._found(self.hashes, self.by_hash, [crc32(word.encode())])
        return next((n for n in found if self.word(n) == word), None)

    def nearest(self, word: str, known: AbstractSet[str] = frozenset()) -> tuple[int, float] | None:
        """Return the number of the word that *word* is a misspelling of, and their similarity (0-1)."""
        if len(word) < SHORTEST or word.isdigit():
            return None
        least = SIMILAR_KNOWN if word in known else SIMILAR
        best: tuple[float, int, float] | None = None
        keys = [crc32(cut.encode()) for cut in _cuts(word)]
        for number in set(self._found(self.cut_hashes, self.by_cut, keys)):
            other = self.word(number)
            similarity = OSA.normalized_similarity(word, other, score_cutoff=least)
            if similarity < least:
                continue
            rank = similarity + FIRST_LETTER * (word[0] == other[0]) + COMMON * float(self.commonness[number])
            if best is None or (rank, -number) > (best[0], -best[1]):
                best = rank, number, similarity
        return (best[1], best[2]) if best else None

    def repaired(self, words: Sequence[str], known: AbstractSet[str] = frozenset()) -> list[str]:
        """Return *words* with those misspelt as they should be."""
        repaired = []
        for word in words:
            near = None if self.number(word) is not None else self.nearest(word, known)
            repaired.append(self.word(near[0]) if near else word)
        return repaired

    @staticmethod
    def _found(hashes: np.ndarray, owners: np.ndarray, keys: list[int]) -> list[int]:
        wanted = np.array(keys, np.uint32)
        first, last = np.searchsorted(hashes, wanted), np.searchsorted(hashes, wanted, side="right")
        return [int(n) for low, high in zip(first, last, strict=True) for n in owners[low:high]]


def _cuts(word: str) -> Iterator[str]:
    """Yield a word and what is left of it without one letter, of a long one without two.

    Two words one edit apart, be it a letter changed, dropped, added or swapped with the next, share a cut.
    """
    if len(word) < SHORTEST - 1:
        return
    yield word
    for at in range(len(word)):
        yield word[:at] + word[at + 1 :]
    if len(word) >= TWICE_FROM:
        for one, other in combinations(range(len(word)), 2):
            yield word[:one] + word[one + 1 : other] + word[other + 1 :]
