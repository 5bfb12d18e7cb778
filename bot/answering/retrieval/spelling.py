"""Repairs misspelt words by the words that a briefing's phrasings consist of."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple, TypeVar
from zlib import crc32

from bot.answering.reading.misspelling import FIRST_LETTER, SHORTEST, likened
from bot.answering.reading.text import LONGEST_WORD

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

    import numpy as np

# From this length a word may be two letters off: two edits in eight letters still leave it like no other.
TWICE_FROM = 8
# Of two equally near words the more common is meant.
COMMON = 0.02

# An odd number without a pattern: a word's hash is a polynomial of it in 64 bits, the upper half of which is
# kept.
_BASE, _WHOLE, _HALF = 0x9E3779B97F4A7C15, (1 << 64) - 1, 32
_POWERS = tuple(pow(_BASE, number, _WHOLE + 1) for number in range(LONGEST_WORD + 1))

# A letter's code point, or those of many words at once.
Letter = TypeVar("Letter", int, "np.ndarray")


class Spelling(NamedTuple):
    """The words of a briefing's phrasings as arrays, so that a million phrasings open at once.

    `letters[starts[n]:starts[n + 1]]` is the n-th word in UTF-8; `hashes` are of all words, sorted, and
    `by_hash` whose they are; `cut_hashes` and `by_cut` the same for every word with letters left out.
    `commonness` is 0-1, and 0 of an ordinary word that no phrasing has.
    """

    letters: Sequence[int]
    starts: Sequence[int]
    hashes: Sequence[int]
    by_hash: Sequence[int]
    cut_hashes: Sequence[int]
    by_cut: Sequence[int]
    commonness: Sequence[float]

    def word(self, number: int) -> str:
        """Return the word of a number."""
        return bytes(self.letters[self.starts[number] : self.starts[number + 1]]).decode()

    def number(self, word: str) -> int | None:
        """Return the number of a word, None of one that is not here."""
        found = _owners_of(self.hashes, self.by_hash, crc32(word.encode()))
        return next((number for number in found if self.word(number) == word), None)

    def is_used(self, word: str) -> bool:
        """Tell whether any phrasing has a word."""
        number = self.number(word)
        return number is not None and bool(self.commonness[number])

    def near(self, word: str, known: AbstractSet[str] = frozenset()) -> list[tuple[int, float]]:
        """Return the numbers of the words that *word* may be a misspelling of, likeliest first.

        Those of phrasings come before the ordinary ones. Each comes with its similarity (0-1).
        """
        if not SHORTEST <= len(word) <= LONGEST_WORD or word.isdecimal():
            return []
        cuts = cut_hashes([ord(letter) for letter in word])
        numbers = list({number for cut in cuts for number in _owners_of(self.cut_hashes, self.by_cut, cut)})
        if not numbers:
            return []
        near: list[tuple[bool, float, int, float]] = []
        for other, similarity, at in likened(word, [*map(self.word, numbers)], known=word in known):
            rank = similarity + FIRST_LETTER * (word[0] == other[0])
            common = self.commonness[numbers[at]]
            near.append((not common, -rank - COMMON * common, numbers[at], similarity))
        return [(number, similarity) for _, _, number, similarity in sorted(near)]

    def repaired(self, words: Sequence[str], known: AbstractSet[str] = frozenset()) -> list[str]:
        """Return *words* with those misspelt as they should be."""
        repaired = []
        for word in words:
            near = [] if self.is_used(word) else self.near(word, known)
            repaired.append(self.word(near[0][0]) if near else word)
        return repaired


def _owners_of(hashes: Sequence[int], owners: Sequence[int], wanted: int) -> Iterator[int]:
    """Yield the owners of a hash; all are in order."""
    at = bisect_left(hashes, wanted)
    while at < len(hashes) and hashes[at] == wanted:
        yield owners[at]
        at += 1


def cut_hashes(letters: Sequence[Letter]) -> Iterator[Letter]:
    """Yield the hashes (32 bits) of a word, of what is left of it without one letter, and without two.

    Two words one edit apart, be it a letter changed, dropped, added or swapped with the next, share one.
    Words of one length are hashed together where each of *letters* is a uint64 array of theirs.
    """
    length = len(letters)
    # Each letter counts as a power of the base by how many follow, so that what follows a gap stays as it is.
    before = [letters[0] * 0]
    for letter in letters:
        before.append((before[-1] + letter) * _BASE & _WHOLE)
    moved = [before[at] - before[at + 1] for at in range(length)]
    yield before[-1] >> _HALF
    twice = [gap * _POWERS[length - 2 - at] for at, gap in enumerate(moved[:-1])]
    for at, gap in enumerate(moved):
        left = before[-1] + gap * _POWERS[length - 1 - at]
        yield (left & _WHOLE) >> _HALF
        if length >= TWICE_FROM:
            for other in twice[:at]:
                yield (left + other & _WHOLE) >> _HALF
