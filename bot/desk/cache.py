"""Keeps a compiled briefing between runs, where only its owner can write.

Unpickling runs what the file says, so nothing is read that somebody else could have written. Whatever
goes wrong here is passed over: the knowledge itself is there.
"""

from __future__ import annotations

import hashlib
import os
import pickle
import stat
import sys
from contextlib import contextmanager, suppress
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TypeVar

import Stemmer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# Compiled briefings, and words of other languages: half a megabyte each for a briefing of usual size, and
# a briefing has eight. An edition with more than are kept would be compiled at every start.
KEPT, KEPT_BYTES = 1_000, 2_000_000_000

Compiled = TypeVar("Compiled")

_PACKAGE = Path(__file__).parent.parent
_COMPILED_BY = ("briefing", "answering")  # the floors whose code decides what is in a compiled briefing
_RETRIEVED_BY = (*_COMPILED_BY, "desk")
# Packages that repair words and divide sentences, and so decide it too.
_COMPILED_WITH = ("rapidfuzz", "sentencex")
_WRITABLE_BY_OTHERS = stat.S_IWGRP | stat.S_IWOTH


def read(kind: type[Compiled], *key: str) -> Compiled | None:
    """Return what was compiled under a key, None where there is none that can be trusted."""
    with suppress(Exception), open_ours(cache_file(*key)) as opened:
        found = pickle.load(opened)  # noqa: S301 - see above
        return found if isinstance(found, kind) else None
    return None


def write(compiled: object, *key: str) -> None:
    """Write what was compiled under a key, for the next run, where that can be."""
    with suppress(Exception):
        packed = pickle.dumps(compiled, protocol=pickle.HIGHEST_PROTOCOL)
        put(cache_file(*key), [packed], KEPT, KEPT_BYTES)


@contextmanager
def open_ours(file: Path) -> Iterator[BinaryIO]:
    """Open a file that nobody else could have written; OSError for any other."""
    _insist_on_ours(os.lstat(file.parent))
    with os.fdopen(os.open(file, os.O_RDONLY | os.O_NOFOLLOW), "rb") as opened:
        _insist_on_ours(os.fstat(opened.fileno()))
        yield opened


def put(file: Path, parts: Iterable[bytes | memoryview], most: int, most_bytes: int) -> None:
    """Write a file where nobody else can, and forget the oldest of its kind; OSError where that cannot be."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    _insist_on_ours(os.lstat(file.parent))
    _replace(file, parts)
    forget_oldest(file.parent, f"*{file.suffix}", most, most_bytes)


def is_usable() -> bool:
    """Tell whether what is written can be read back."""
    with suppress(Exception):
        folder = cache_folder()
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        _insist_on_ours(os.lstat(folder))
        return os.access(folder, os.W_OK)
    return False


def cache_file(*key: str) -> Path:
    """Return the file of what this code compiles under a key, such as an edition's digest and a briefing."""
    return cache_folder() / f"{key_of(key, _COMPILED_BY)}.pickle"


def retrieval_file(*key: str) -> Path:
    """Return the file of a retrieval: of an edition and a briefing for a risk and an encoder."""
    return cache_folder() / f"{key_of(key, _RETRIEVED_BY)}.retrieval"


def key_of(parts: Iterable[str], compiled_by: Iterable[str]) -> str:
    """Return a key of *parts* and of the code in these packages of the bot, under this Python."""
    key = hashlib.sha256("\0".join((*parts, sys.version, str(Stemmer.version()))).encode())
    for package in _COMPILED_WITH:
        spec = find_spec(package)  # which does not import it
        if spec is not None and spec.origin is not None:
            key.update(f"\0{package}\0{Path(spec.origin).stat().st_mtime_ns}".encode())
    for folder in compiled_by:
        for file in _code_in(_PACKAGE / folder):
            found = file.stat()
            key.update(f"\0{file.name}\0{found.st_mtime_ns}\0{found.st_size}".encode())
    return key.hexdigest()


def _code_in(folder: Path) -> Iterator[os.DirEntry[str]]:
    """Yield the modules and tables of a package and of those in it, always in one order."""
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            if entry.is_dir():
                yield from _code_in(Path(entry.path))
            elif entry.name.endswith((".py", ".bin")):
                yield entry


def cache_folder() -> Path:
    """Return where compiled briefings are kept; RuntimeError for a user without a home."""
    given = os.environ.get("XDG_CACHE_HOME", "")
    # The XDG specification has relative paths ignored.
    root = Path(given) if Path(given).is_absolute() else Path.home() / ".cache"
    return root / "briefing-bot"


def _insist_on_ours(found: os.stat_result) -> None:
    """Refuse what is neither a file nor a folder, and what is not ours or others may write."""
    real = stat.S_ISREG(found.st_mode) or stat.S_ISDIR(found.st_mode)
    if not real or found.st_uid != os.getuid() or found.st_mode & _WRITABLE_BY_OTHERS:
        raise PermissionError("others may have written it")


def _replace(file: Path, parts: Iterable[bytes | memoryview]) -> None:
    """Write the file whole or not at all, for its owner only."""
    import tempfile  # noqa: PLC0415 - a run that finds the cache need not wait for it

    # With mode 0600, and named so that one which is cut short is forgotten with the others of its kind.
    descriptor, name = tempfile.mkstemp(suffix=file.suffix, dir=file.parent)
    try:
        with os.fdopen(descriptor, "wb") as opened:
            opened.writelines(parts)
        Path(name).replace(file)
    except OSError:
        Path(name).unlink()
        raise


def forget_oldest(folder: Path, pattern: str, most: int, most_bytes: int) -> None:
    """Remove all but the newest, neither too many nor too much; one always stays."""
    found = [(file, file.stat()) for file in folder.glob(pattern)]
    found.sort(key=lambda one: one[1].st_mtime, reverse=True)
    size = 0
    for number, (file, status) in enumerate(found):
        size += status.st_size
        if number and (number >= most or size > most_bytes):
            file.unlink(missing_ok=True)
