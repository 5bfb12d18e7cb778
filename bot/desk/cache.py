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
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import Stemmer

from bot.answering.index import Index

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.answering.glossary import Glossary

KEPT = 96  # compiled briefings and their words in other languages: half a megabyte each

_PACKAGE = Path(__file__).parent.parent
_COMPILED_BY = ("briefing", "answering")  # the floors whose code decides what is in a compiled briefing
_WRITABLE_BY_OTHERS = stat.S_IWGRP | stat.S_IWOTH


def read(digest: str, briefing: str) -> Index | None:
    """Return the compiled briefing of an edition, None where there is none that can be trusted."""
    found = _read(digest, briefing)
    return found if isinstance(found, Index) else None


def read_glossary(digest: str, briefing: str, language: str) -> Glossary | None:
    """Return a language's compiled words for a briefing of an edition, None as above."""
    from bot.answering.glossary import Glossary  # noqa: PLC0415 - a question in English need not wait for it

    found = _read(digest, briefing, language)
    return found if isinstance(found, Glossary) else None


def _read(*named: str) -> object:
    with suppress(Exception):
        file = cache_file(*named)
        if ours_alone(os.lstat(file.parent)):
            descriptor = os.open(file, os.O_RDONLY | os.O_NOFOLLOW)
            with os.fdopen(descriptor, "rb") as opened:
                return pickle.load(opened) if ours_alone(os.fstat(descriptor)) else None  # noqa: S301 - see above
    return None


def write(digest: str, briefing: str, compiled: Index | Glossary, language: str = "") -> None:
    """Write the compiled briefing, or a language's words for it, for the next run, where that can be."""
    with suppress(Exception):
        file = cache_file(digest, briefing, language)
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if ours_alone(os.lstat(file.parent)):
            replace(file, [pickle.dumps(compiled, protocol=pickle.HIGHEST_PROTOCOL)])
            _forget_oldest(file.parent)


def cache_file(digest: str, briefing: str, language: str = "") -> Path:
    """Return the file of a briefing in an edition, as this code compiles it under this Python."""
    named = f"{briefing}\0{language}" if language else briefing
    return cache_folder() / f"{key_of((digest, named), _COMPILED_BY)}.pickle"


def key_of(parts: Iterable[str], compiled_by: Iterable[str]) -> str:
    """Return a key of *parts* and of the code in these folders of the package, under this Python."""
    key = hashlib.sha256("\0".join((*parts, sys.version, str(Stemmer.version()))).encode())
    for floor in compiled_by:
        with os.scandir(_PACKAGE / floor) as entries:
            for entry in sorted(entries, key=lambda entry: entry.name):
                if entry.name.endswith(".py"):
                    found = entry.stat()
                    key.update(f"\0{entry.name}\0{found.st_mtime_ns}\0{found.st_size}".encode())
    return key.hexdigest()


def cache_folder() -> Path:
    """Return where compiled briefings are kept; RuntimeError for a user without a home."""
    given = os.environ.get("XDG_CACHE_HOME", "")
    # The XDG specification has relative paths ignored.
    root = Path(given) if Path(given).is_absolute() else Path.home() / ".cache"
    return root / "briefing-bot"


def ours_alone(found: os.stat_result) -> bool:
    """Tell whether a file or folder, no link, is ours and nobody else's to write."""
    real = stat.S_ISREG(found.st_mode) or stat.S_ISDIR(found.st_mode)
    return real and found.st_uid == os.getuid() and not found.st_mode & _WRITABLE_BY_OTHERS


def replace(file: Path, parts: Iterable[bytes | memoryview]) -> None:
    """Write the file whole or not at all, for its owner only."""
    import tempfile  # noqa: PLC0415 - a run that finds the cache need not wait for it

    descriptor, name = tempfile.mkstemp(dir=file.parent)  # with mode 0600
    try:
        with os.fdopen(descriptor, "wb") as opened:
            opened.writelines(parts)
        Path(name).replace(file)
    except OSError:
        Path(name).unlink()
        raise


def _forget_oldest(folder: Path) -> None:
    newest_first = sorted(folder.glob("*.pickle"), key=lambda file: file.stat().st_mtime, reverse=True)
    for file in newest_first[KEPT:]:
        file.unlink(missing_ok=True)
