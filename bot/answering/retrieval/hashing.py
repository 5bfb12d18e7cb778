"""Makes a spelling of words: hashes them, and what is left of each without a letter or two."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zlib import crc32

import numpy as np

from bot.answering.reading.misspelling import SHORTEST
from bot.answering.reading.text import LONGEST_WORD
from bot.answering.retrieval.spelling import Spelling, cut_hashes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def spelling_of(words: Sequence[str], counts: np.ndarray) -> Spelling:
    """Return the spelling of distinct *words*, each with its count in the phrasings."""
    encoded = [word.encode() for word in words]
    starts = np.zeros(len(words) + 1, np.int64)
    np.cumsum(np.fromiter(map(len, encoded), np.int64, len(words)), out=starts[1:])
    hashes, by_hash = _sorted([(np.fromiter(map(crc32, encoded), np.uint32, len(words)), None)])
    hashes_of_cuts, by_cut = _sorted(list(_all_cuts(words)))
    commonness = np.log1p(counts) / np.log1p(max(counts.max(initial=1), 1))
    return Spelling(
        memoryview(b"".join(encoded)),
        starts.data,
        hashes.data,
        by_hash.data,
        hashes_of_cuts.data,
        by_cut.data,
        commonness.astype(np.float32).data,
    )


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
    for length in range(SHORTEST - 1, LONGEST_WORD + 2):
        numbers = np.flatnonzero(lengths == length).astype(np.int32)
        if len(numbers):
            codes = "".join([words[number] for number in numbers.tolist()]).encode("utf-32-le")
            letters = np.frombuffer(codes, np.uint32).reshape(len(numbers), length).T.astype(np.uint64)
            for hashes in cut_hashes(list(letters)):
                yield hashes, numbers
