"""Repairs misspelt words by the words that a briefing's phrasings consist of."""

from __future__ import annotations

from functools import lru_cache
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
# A longer word is no word of a language, and what is left of it without two letters would be endless.
LONGEST = 32
# Normalised OSA similarity (0-1) from which a word is a misspelling: one edit in four letters …
SIMILAR = 0.72
# … and where the word is one of the language, which is hardly a misspelling.
SIMILAR_KNOWN = 0.84
# Few mistype the first letter; of two equally near words the more common is meant.
FIRST_LETTER, COMMON = 0.08, 0.02

# An odd number without a pattern: a word's hash is a polynomial of it, of which the upper half is kept.
_BASE = 0x9E3779B97F4A7C15


class Spelling(NamedTuple):
    """The words of a briefing's phrasings as arrays, so that a million phrasings open at once.

    `letters[starts[n]:starts[n + 1]]` is the n-th word in UTF-8; `hashes` are of all words, sorted, and
    `by_hash` whose they are; `cut_hashes` and `by_cut` the same for every word with letters left out.
    `commonness` is 0-1, and 0 of an ordinary word that no phrasing has.
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
        """Return the spelling of distinct *words*, each with its count in the phrasings."""
        encoded = [word.encode() for word in words]
        starts = np.zeros(len(words) + 1, np.int64)
        np.cumsum(np.fromiter(map(len, encoded), np.int64, len(words)), out=starts[1:])
        hashes, by_hash = _sorted([(np.fromiter(map(crc32, encoded), np.uint32, len(words)), None)])
        cut_hashes, by_cut = _sorted(list(_all_cuts(words)))
        return cls(
            np.frombuffer(b"".join(encoded), np.uint8),
            starts,
            hashes,
            by_hash,
            cut_hashes,
            by_cut,
            (np.log1p(counts) / np.log1p(max(counts.max(initial=1), 1))).astype(np.float32),
        )

    def word(self, number: int) -> str:
        """Return the word of a number."""
        return self.letters[self.starts[number] : self.starts[number + 1]].tobytes().decode()

    def number(self, word: str) -> int | None:
        """Return the number of a word, None of one that is not here."""
        found = _found(self.hashes, self.by_hash, np.array([crc32(word.encode())], np.uint32))
        return next((n for n in found if self.word(n) == word), None)

    def is_used(self, word: str) -> bool:
        """Tell whether any phrasing has a word."""
        number = self.number(word)
        return number is not None and bool(self.commonness[number])

    def near(self, word: str, known: AbstractSet[str] = frozenset()) -> list[tuple[int, float]]:
        """Return the numbers of the words that *word* may be a misspelling of, likeliest first.

        Those of phrasings come before the ordinary ones. Each comes with its similarity (0-1).
        """
        if not SHORTEST <= len(word) <= LONGEST or word.isdigit():
            return []
        least = SIMILAR_KNOWN if word in known else SIMILAR
        near: list[tuple[bool, float, int, float]] = []
        for number in _found(self.cut_hashes, self.by_cut, _cuts(len(word), _codes([word]))[0]):
            other = self.word(number)
            similarity = OSA.normalized_similarity(word, other, score_cutoff=least)
            if similarity >= least:
                rank = similarity + FIRST_LETTER * (word[0] == other[0])
                common = float(self.commonness[number])
                near.append((not common, -rank - COMMON * common, number, similarity))
        return [(number, similarity) for _, _, number, similarity in sorted(near)]

    def repaired(self, words: Sequence[str], known: AbstractSet[str] = frozenset()) -> list[str]:
        """Return *words* with those misspelt as they should be."""
        repaired = []
        for word in words:
            near = [] if self.is_used(word) else self.near(word, known)
            repaired.append(self.word(near[0][0]) if near else word)
        return repaired


def _found(hashes: np.ndarray, owners: np.ndarray, keys: np.ndarray) -> set[int]:
    first, last = np.searchsorted(hashes, keys), np.searchsorted(hashes, keys, side="right")
    hit = np.flatnonzero(first < last)
    return {
        n
        for low, high in zip(first[hit].tolist(), last[hit].tolist(), strict=True)
        for n in owners[low:high].tolist()
    }


def _sorted(hashed: list[tuple[np.ndarray, np.ndarray | None]]) -> tuple[np.ndarray, np.ndarray]:
    """Return hashes in order and whose each is: the owners given, or each its own."""
    joined = np.empty(sum(len(hashes) for hashes, _ in hashed), np.uint64)
    at = 0
    for hashes, owners in hashed:
        part = joined[at : at + len(hashes)]
        part[:] = hashes
        part <<= np.uint64(32)
        part |= np.arange(len(hashes), dtype=np.uint64) if owners is None else owners.astype(np.uint64)
        at += len(hashes)
    joined.sort()
    return (joined >> np.uint64(32)).astype(np.uint32), joined.astype(np.uint32).view(np.int32)


def _all_cuts(words: Sequence[str]) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Yield the hashes of all words' cuts and whose they are, length by length."""
    lengths = np.fromiter(map(len, words), np.int64, len(words))
    for length in range(SHORTEST - 1, LONGEST + 2):
        numbers = np.flatnonzero(lengths == length).astype(np.int32)
        if len(numbers):
            hashes = _cuts(length, _codes([words[n] for n in numbers.tolist()]))
            yield hashes.ravel(), np.repeat(numbers, hashes.shape[1])


def _codes(words: list[str]) -> np.ndarray:
    """Return words of one length as rows of code points."""
    return np.frombuffer("".join(words).encode("utf-32-le"), np.uint32).reshape(len(words), -1)


def _cuts(length: int, codes: np.ndarray) -> np.ndarray:
    """Return a row of hashes for each word: of itself, and of what is left without one letter, or two.

    Two words one edit apart, be it a letter changed, dropped, added or swapped with the next, share a cut.
    """
    return np.asarray((codes.astype(np.uint64) @ _powers(length)) >> np.uint64(32)).astype(np.uint32)


@lru_cache(maxsize=LONGEST + 1)
def _powers(length: int) -> np.ndarray:
    """Return what each letter of a word counts in the hash of each of its cuts, a column a cut."""
    cuts: list[tuple[int, ...]] = [(), *((at,) for at in range(length))]
    if length >= TWICE_FROM:
        cuts += combinations(range(length), 2)
    kept = np.ones((length, len(cuts)), bool)
    for column, places in enumerate(cuts):
        kept[list(places), column] = False
    powers = np.cumprod(np.full(length + 1, _BASE, np.uint64))
    # The last letter left counts least.
    return np.where(kept, powers[kept[::-1].cumsum(axis=0)[::-1]], np.uint64(0))
