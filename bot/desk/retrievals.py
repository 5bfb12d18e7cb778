"""Keeps built retrievals between runs as arrays that open memory-mapped.

Files are written and trusted as in bot.desk.cache. Each is one file, so that it is replaced whole: what the
arrays are in JSON, then the arrays. An open one stays readable when its file is replaced or removed.
"""

from __future__ import annotations

import json
import mmap
import os
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import numpy as np

from bot.answering.retrieval.calibration import Calibration
from bot.answering.retrieval.head import Head
from bot.answering.retrieval.lexical import Lexical
from bot.answering.retrieval.ranking import Retrieval
from bot.answering.retrieval.spelling import Spelling
from bot.answering.retrieval.trust import Trust
from bot.desk.cache import forget_oldest, ours_alone, replace, retrieval_file

if TYPE_CHECKING:
    from collections.abc import Iterator

# Some kilobytes for a small briefing, 200 MB for a million phrasings; an edition has one for each of its
# briefings.
KEPT, KEPT_BYTES = 100, 2_000_000_000

_PARTS = {"spelling": Spelling, "head": Head, "lexical": Lexical, "trust": Trust}
_OWN = ("stems",)
_MAGIC = b"phrasing"  # eight letters, then the length of the JSON in eight bytes
_ALIGNED = 64  # bytes


def read(*key: str) -> Retrieval | None:
    """Return the retrieval kept under a key, memory-mapped, None where there is none that can be trusted.

    The key names all that it was built from: edition, briefing, risk, encoder.
    """
    with suppress(Exception):
        file = retrieval_file(*key)
        if ours_alone(os.lstat(file.parent)):
            descriptor = os.open(file, os.O_RDONLY | os.O_NOFOLLOW)
            try:
                if ours_alone(os.fstat(descriptor)):
                    return _unpacked(mmap.mmap(descriptor, 0, access=mmap.ACCESS_READ))
            finally:
                os.close(descriptor)  # the mapping stays
    return None


def write(retrieval: Retrieval, *key: str) -> None:
    """Write a retrieval for the next run, where that can be."""
    with suppress(Exception):
        file = retrieval_file(*key)
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if ours_alone(os.lstat(file.parent)):
            replace(file, _packed(retrieval))
            forget_oldest(file.parent, "*.retrieval", KEPT, KEPT_BYTES)


def _packed(retrieval: Retrieval) -> Iterator[bytes | memoryview]:
    """Yield the parts of the file."""
    arrays = {name: getattr(retrieval, name) for name in _OWN}
    for part in _PARTS:
        if (held := getattr(retrieval, part)) is not None:
            arrays |= {f"{part}.{name}": array for name, array in held._asdict().items()}
    arrays = {name: np.ascontiguousarray(array) for name, array in arrays.items()}
    described = {name: (array.dtype.str, array.shape) for name, array in arrays.items()}
    head = {"claims": retrieval.claims, "calibration": retrieval.calibration._asdict(), "arrays": described}
    text = json.dumps(head).encode()
    text += b" " * (-(len(text) + 2 * len(_MAGIC)) % _ALIGNED)
    yield _MAGIC + len(text).to_bytes(len(_MAGIC), "little") + text
    for array in arrays.values():
        yield array.tobytes() if not array.size else array.data.cast("B")
        yield b"\0" * (-array.nbytes % _ALIGNED)


def _unpacked(data: mmap.mmap) -> Retrieval:
    """Return what was packed; some error where it is not whole."""
    at = 2 * len(_MAGIC)
    if data[: len(_MAGIC)] != _MAGIC:
        raise ValueError("not a retrieval")
    end = at + int.from_bytes(data[len(_MAGIC) : at], "little")
    head = json.loads(data[at:end])
    parts: dict[str, Any] = {}
    for name, (kind, shape) in head["arrays"].items():
        dtype = np.dtype(kind)
        count = int(np.prod(shape, dtype=np.int64))
        # An empty array has no place in the mapping.
        array = np.frombuffer(data, dtype, count, end) if count else np.zeros(0, dtype)
        end += -(-count * dtype.itemsize // _ALIGNED) * _ALIGNED
        part, _, field = name.rpartition(".")
        parts.setdefault(part, {})[field] = array.reshape(shape)
    if end != len(data):
        raise ValueError("not whole")
    calibration: dict[str, Any] = {
        name: tuple(map(tuple, value)) if isinstance(value, list) else value
        for name, value in head["calibration"].items()
    }
    held: dict[str, Any] = {
        name: part(**parts[name]) if name in parts else None for name, part in _PARTS.items()
    }
    return Retrieval(
        claims=tuple(head["claims"]), calibration=Calibration(**calibration), **held, **parts[""]
    )
