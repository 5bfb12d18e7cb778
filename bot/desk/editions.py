"""Packs an edition to be kept whole, and opens one again."""

from __future__ import annotations

import io
import tarfile
import zlib
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from bot.briefing.folder import Contents, read_folder
from bot.briefing.loader import load
from bot.briefing.problems import Problem
from bot.desk.knowledge import Knowledge
from bot.errors import ConfigError, KnowledgeError, StorageError, UnknownNameError

if TYPE_CHECKING:
    from bot.briefing.models import Edition
    from bot.desk.settings import Settings


def pack(contents: Contents) -> bytes:
    """Return every file in one piece, the same bytes for the same edition."""
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        for name, data in sorted(contents.files.items()):
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
    return zlib.compress(packed.getvalue(), level=9)


def unpack(packed: bytes, digest: str) -> Contents:
    """Return the files of an edition; StorageError when they are not those that it is named by."""
    files: dict[str, bytes] = {}
    try:
        with tarfile.open(fileobj=io.BytesIO(zlib.decompress(packed)), mode="r") as archive:
            for entry in archive:
                opened = archive.extractfile(entry)
                files[entry.name] = opened.read() if opened else b""
    except (zlib.error, tarfile.TarError):
        files.clear()
    briefings = sorted({name.partition("/")[0] for name in files if "/" in name})
    contents = Contents(Path(f"edition-{digest[:12]}"), files, tuple(briefings), (), frozenset())
    if contents.digest != digest:
        raise StorageError(f"the stored edition {digest[:12]} is damaged")
    return contents


def open_edition(settings: Settings, packed: bytes, digest: str) -> Knowledge:
    """Open a stored edition; StorageError when it is damaged, KnowledgeError when it has become bad."""
    return _whole(Knowledge(settings, unpack(packed, digest)))


def open_folder(settings: Settings) -> Knowledge:
    """Open what the folder holds now, compiled; KnowledgeError with every problem of it."""
    contents = read_folder(settings.knowledge)
    if contents.problems:
        load(settings.knowledge)  # finds the problems inside the files as well
    return _whole(Knowledge(settings, contents))


def load_contents(contents: Contents) -> Edition:
    """Load exactly these files, from where they came or else from a private folder made for it.

    Raises KnowledgeError for every problem in them, StorageError where no such folder can be made.
    """
    if read_folder(contents.folder).digest == contents.digest:
        edition = load(contents.folder)
        if edition.digest == contents.digest:
            return edition
    try:
        with TemporaryDirectory(prefix="briefing-bot-") as name:
            _write(contents, Path(name))
            return _load_private(Path(name), contents.folder)
    except OSError as error:
        raise StorageError(f"there is no room to unpack an edition: {error.strerror}") from error


def _load_private(private: Path, known_as: Path) -> Edition:
    try:
        return load(private)
    except KnowledgeError as error:
        problems = (
            replace(one, file=str(known_as / Path(one.file).relative_to(private))) for one in error.problems
        )
        raise KnowledgeError(tuple(problems)) from None


def _write(contents: Contents, folder: Path) -> None:
    for name, data in contents.files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(data)


def _whole(knowledge: Knowledge) -> Knowledge:
    """Compile every briefing now, so that no question waits; an edition without the default one is bad."""
    for briefing in knowledge.briefings:
        knowledge.retrieval(briefing)
    try:
        knowledge.indexes()
    except (ConfigError, UnknownNameError) as error:
        raise KnowledgeError((Problem(str(knowledge.contents.folder), 1, str(error)),)) from None
    return knowledge
