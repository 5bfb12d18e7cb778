"""Keeps built retrievals between runs as arrays that open memory-mapped, and builds one beside the program.

Files are written and trusted as in bot.desk.cache. Each is one file, so that it is replaced whole: what the
arrays are in JSON, then the arrays. An open one stays readable when its file is replaced or removed.
"""

from __future__ import annotations

import json
import mmap
import os
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from multiprocessing import get_context
from typing import TYPE_CHECKING, Any

import numpy as np

from bot.answering.retrieval.calibration import Calibration
from bot.answering.retrieval.head import Head
from bot.answering.retrieval.lexical import Lexical
from bot.answering.retrieval.ranking import DEFAULT_RISK, Retrieval, build
from bot.answering.retrieval.spelling import Spelling
from bot.desk.cache import cache_folder, key_of, ours_alone, replace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from collections.abc import Set as AbstractSet
    from pathlib import Path

# Retrievals are some kilobytes for a small briefing and 200 MB for a million phrasings.
KEPT, KEPT_BYTES = 16, 2_000_000_000

_COMPILED_BY = ("answering", "answering/retrieval")  # the folders whose code decides what is in a retrieval
_PARTS = {"spelling": Spelling, "head": Head, "lexical": Lexical}
_OWN = ("stems", "order")
_MAGIC = b"phrasing"  # eight letters, then the length of the JSON in eight bytes
_ALIGNED = 64  # bytes
# A server answers while the next edition is built: the answers come first.
_NICENESS = 10


def read(*key: str) -> Retrieval | None:
    """Return the retrieval kept under a key, memory-mapped, None where there is none that can be trusted.

    The key names all that it was built from: edition, briefing, risk, encoder.
    """
    with suppress(Exception):
        file = _file(key)
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
        file = _file(key)
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if ours_alone(os.lstat(file.parent)):
            replace(file, _packed(retrieval))
            _forget_oldest(file.parent)


def build_apart(
    phrasings: Callable[..., Iterable[tuple[str, str]]],
    arguments: tuple[object, ...],
    key: tuple[str, ...],
    *,
    risk: float = DEFAULT_RISK,
    besides: tuple[str, ...] = (),
    known: AbstractSet[str] = frozenset(),
) -> Retrieval | None:
    """Build a retrieval in another process, which writes it; return it opened, None where that cannot be.

    *phrasings* is called there with the *arguments*, so that a million texts need not go through a pipe,
    which would keep this process from answering. Whatever it raises is raised here.
    """
    with ProcessPoolExecutor(1, get_context("spawn")) as apart:
        apart.submit(_build, phrasings, arguments, key, (risk, besides, known)).result()
    return read(*key)


def _build(
    phrasings: Callable[..., Iterable[tuple[str, str]]],
    arguments: tuple[object, ...],
    key: tuple[str, ...],
    how: tuple[float, tuple[str, ...], AbstractSet[str]],
) -> None:
    with suppress(AttributeError):  # where processes have no niceness
        os.nice(_NICENESS)
    risk, besides, known = how
    write(build(phrasings(*arguments), risk=risk, besides=besides, known=known), *key)


def _file(key: tuple[str, ...]) -> Path:
    return cache_folder() / f"{key_of((*key, np.__version__), _COMPILED_BY)}.retrieval"


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


def _forget_oldest(folder: Path) -> None:
    """Remove all but the newest, of which there are neither too many nor too large ones; one always stays."""
    found = [(file, file.stat()) for file in folder.glob("*.retrieval")]
    found.sort(key=lambda one: one[1].st_mtime, reverse=True)
    size = 0
    for number, (file, status) in enumerate(found):
        size += status.st_size
        if number and (number >= KEPT or size > KEPT_BYTES):
            file.unlink(missing_ok=True)
