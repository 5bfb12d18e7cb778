"""Keeps built retrievals between runs as arrays that open memory-mapped.

Files are written and trusted as in bot.desk.cache. Each is one file, so that it is replaced whole: what the
arrays are in JSON, then the arrays as this machine has numbers. An open one stays readable when its file is
replaced or removed.
"""

from __future__ import annotations

import json
import mmap
from array import array
from collections import defaultdict
from contextlib import suppress
from math import prod
from struct import calcsize
from typing import TYPE_CHECKING, Any

from bot.answering.retrieval.calibration import Calibration
from bot.answering.retrieval.head import Head
from bot.answering.retrieval.ranking import Retrieval
from bot.answering.retrieval.spelling import Spelling
from bot.answering.retrieval.trust import Trust
from bot.desk.cache import open_ours, put, retrieval_file

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.answering.retrieval.lexical import Lexical

# Some kilobytes for a small briefing, 200 MB for a million phrasings; an edition has one for each of its
# briefings.
KEPT, KEPT_BYTES = 100, 2_000_000_000

_PARTS = ("spelling", "head", "lexical")
_MAGIC = b"phrasing"  # eight letters, then the length of the JSON in eight bytes
_ALIGNED = 64  # bytes


def read(*key: str) -> Retrieval | None:
    """Return the retrieval kept under a key, memory-mapped, None where there is none that can be trusted.

    The key names all that it was built from: edition, briefing, risk, encoder.
    """
    with suppress(Exception), open_ours(retrieval_file(*key)) as opened:
        return _unpacked(mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ))  # it outlives the file
    return None


def write(retrieval: Retrieval, *key: str) -> None:
    """Write a retrieval for the next run, where that can be."""
    with suppress(Exception):
        put(retrieval_file(*key), _packed(retrieval), KEPT, KEPT_BYTES)


def _packed(retrieval: Retrieval) -> Iterator[bytes | memoryview]:
    """Yield the parts of the file."""
    fields: dict[str, Any] = {"stems": retrieval.stems}
    for part in _PARTS:
        if (held := getattr(retrieval, part)) is not None:
            fields |= {f"{part}.{name}": value for name, value in held._asdict().items()}
    views = {name: memoryview(field) for name, field in fields.items() if not isinstance(field, int | None)}
    described = {name: (view.format, view.shape) for name, view in views.items()}
    head = {
        "claims": retrieval.claims,
        "calibration": retrieval.calibration._asdict(),
        "trust": retrieval.trust and retrieval.trust._asdict(),
        "fields": fields | described,
    }
    text = json.dumps(head).encode()
    text += b" " * (-(len(text) + 2 * len(_MAGIC)) % _ALIGNED)
    yield _MAGIC + len(text).to_bytes(len(_MAGIC), "little") + text
    for view in views.values():
        yield view
        yield b"\0" * (-view.nbytes % _ALIGNED)


def _unpacked(data: mmap.mmap) -> Retrieval:
    """Return what was packed; some error where it is not whole."""
    at = 2 * len(_MAGIC)
    if data[: len(_MAGIC)] != _MAGIC:
        raise ValueError("not a retrieval")
    end = at + int.from_bytes(data[len(_MAGIC) : at], "little")
    head = json.loads(data[at:end])
    whole = memoryview(data)
    parts: defaultdict[str, dict[str, Any]] = defaultdict(dict)
    for name, described in head["fields"].items():
        field = described
        if isinstance(described, list):
            kind, shape = described
            size = prod(shape) * calcsize(kind)
            # A view of nothing cannot be cast.
            field = whole[end : end + size].cast(kind, shape) if size else memoryview(array(kind))
            end += -(-size // _ALIGNED) * _ALIGNED
        part, _, own = name.rpartition(".")
        parts[part][own] = field
    if end != len(data):
        raise ValueError("not whole")
    return Retrieval(
        claims=tuple(head["claims"]),
        spelling=Spelling(**parts["spelling"]),
        head=Head(**parts["head"]) if "head" in parts else None,
        lexical=_lexical(parts["lexical"]) if "lexical" in parts else None,
        calibration=Calibration(**_frozen(head["calibration"])),
        trust=Trust(**_frozen(head["trust"])) if head["trust"] else None,
        **parts[""],
    )


def _lexical(fields: dict[str, memoryview]) -> Lexical:
    """Return the index of words with its arrays as such."""
    # Only very many phrasings have one, and numpy is slow to import.
    import numpy as np  # noqa: PLC0415 - as above

    from bot.answering.retrieval.lexical import Lexical  # noqa: PLC0415 - as above

    return Lexical(**{name: np.asarray(field) for name, field in fields.items()})


def _frozen(value: Any) -> Any:  # noqa: ANN401 - whatever JSON has
    """Return a value with tuples for its lists, which JSON makes of them."""
    if isinstance(value, dict):
        return {name: _frozen(one) for name, one in value.items()}
    return tuple(map(_frozen, value)) if isinstance(value, list) else value
