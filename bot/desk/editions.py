"""Packs an edition to be kept whole, and opens one again."""

from __future__ import annotations

import gc
import io
import logging
import tarfile
import zlib
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from bot.briefing.folder import Contents, read_folder
from bot.briefing.problems import Problem
from bot.desk import cache
from bot.desk.apart import run_apart
from bot.desk.catalogues import keep_catalogues
from bot.desk.knowledge import Knowledge
from bot.desk.suggesting import covered_by
from bot.errors import ConfigError, KnowledgeError, StorageError, UnknownNameError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.desk.settings import Settings

_log = logging.getLogger(__name__)


def pack(contents: Contents) -> bytes:
    """Return every file in one piece, the same bytes for the same edition."""
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        for name, data in sorted(contents.files.items()):
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
    return zlib.compress(packed.getvalue())


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
    return _opened(settings, unpack(packed, digest))


def open_folder(settings: Settings, contents: Contents | None = None) -> Knowledge:
    """Open what the folder holds now, or held when it was read, ready for questions.

    KnowledgeError with every problem of it.
    """
    return _opened(settings, contents or read_folder(settings.knowledge))


def make_ready(settings: Settings, contents: Contents) -> None:
    """Compile an edition into the cache; KnowledgeError with every problem of it."""
    Knowledge(settings, contents).make_ready()
    keep_catalogues()


def _opened(settings: Settings, contents: Contents) -> Knowledge:
    """Open an edition with all that it needs, so that no question waits; what is not kept is made apart."""
    usable = settings.cache and cache.is_usable()
    if usable and (contents.problems or not Knowledge(settings, contents).is_ready()):
        run_apart(make_ready, settings, contents)
    if settings.cache and not usable:
        _log.warning("nothing can be kept between runs: the knowledge is compiled in the bot's own process")
    with _uncollected():
        knowledge = Knowledge(settings, contents)
        for briefing in knowledge.briefings:
            covered_by(knowledge.index(briefing))
        if not usable:
            knowledge.make_ready()
    try:
        knowledge.indexes()
    except (ConfigError, UnknownNameError) as error:
        # An edition without the default briefing is bad.
        raise KnowledgeError((Problem(str(contents.folder), 1, str(error)),)) from None
    return knowledge


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keep the garbage collector off what is opened, all of which stays.

    It would look through it again and again, for 100,000 claims a second each time, and nothing is answered
    meanwhile. An edition holds no cycles, so that it goes without the collector once nobody holds it. What
    is garbage besides by then is collected once: before the next is opened.
    """
    collects = gc.isenabled()
    gc.unfreeze()
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if collects:
            gc.enable()
