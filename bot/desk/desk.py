"""Opens what the use cases of a running bot share, and decides which edition answers.

A good folder answers from the start, as an operator who edited it and restarts expects; that is recorded.
Only where moderators went back to an older edition and the folder is still the one they went back from,
that edition stays.
"""

from __future__ import annotations

import asyncio
import logging
import time
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any, NamedTuple

from bot.briefing.folder import read_folder
from bot.desk import ledger
from bot.desk.apart import end_all
from bot.desk.editions import open_edition, open_folder
from bot.desk.health import Health, Trouble
from bot.desk.pending import Pending
from bot.desk.recording import purge
from bot.desk.settings import database_file
from bot.desk.storage import open_for_reading, open_store
from bot.errors import ApartError, BotError, KnowledgeError, StorageError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from bot.desk.knowledge import Knowledge
    from bot.desk.ledger import Accepted
    from bot.desk.settings import Settings
    from bot.desk.storage import Store

_log = logging.getLogger(__name__)


class Desk:
    """What a running bot knows and keeps; `knowledge` is replaced whole when an edition is accepted.

    `store` is None where the database cannot be used, `recorded` the digest of the edition that it has as
    the accepted one, `folder` that of what was last opened of the folder, `seen` that of what it held at the
    last look. `clock` gives seconds since 1970. The rest is the use cases' own.
    """

    def __init__(self, settings: Settings, health: Health, store: Store | None, knowledge: Knowledge) -> None:
        self.settings = settings
        self.health = health
        self.store = store
        self.knowledge = knowledge
        self.recorded: str | None = None
        self.folder: str | None = None
        self.seen: str | None = None
        self.clock: Callable[[], float] = time.time
        self.changing = asyncio.Lock()  # held while the edition is being replaced
        self.preparing = asyncio.Lock()  # held while one is made ready, in a process and a thread
        self.readings: dict[str, asyncio.Future[Any]] = {}  # of settings, done or under way
        self.languages: dict[int, str | None] = {}  # that members chose, of those who came lately
        self.left: set[int] = set()  # servers whose settings are still to be deleted
        self.pending = Pending(self)


class _Folder(NamedTuple):
    """The digest of what the knowledge folder held, and its edition, or what is wrong with it."""

    digest: str
    edition: Knowledge | BotError


@asynccontextmanager
async def open_desk(settings: Settings) -> AsyncIterator[Desk]:
    """Open the storage and the edition that answers, and close them at the end.

    Raises KnowledgeError when the folder has problems and no edition was ever accepted. A database that
    cannot be used stops nothing: the desk's health says so.
    """
    health = Health()
    # Meanwhile the database is made, or waited for.
    reading = {asyncio.create_task(_read(settings))}
    try:
        async with _storage(settings, health) as store:
            desk = await _open(settings, health, store, *reading)
            reading.clear()  # or the first edition would stay for as long as the bot runs
            if store:
                await purge(desk)
            try:
                yield desk
            finally:
                end_all()  # an edition that is being made ready would be waited for
                await desk.pending.flush()
                if desk.pending.lost:
                    _log.error("of the questions since the start %d are not recorded", desk.pending.lost)
                if desk.store and desk.store is not store:
                    await desk.store.close()
    finally:
        if reading:
            await asyncio.wait(reading)


@asynccontextmanager
async def _storage(settings: Settings, health: Health) -> AsyncIterator[Store | None]:
    store = None
    try:
        store = await open_store(database_file(settings))
    except (StorageError, ApartError) as error:
        note_unopened(health, error)
    try:
        yield store
    finally:
        if store:
            await store.close()


def note_unopened(health: Health, error: BotError) -> None:
    """Note that the database cannot be opened; `recover` tries again."""
    health.failed(Trouble.STORAGE, error)


def note_refused(health: Health, error: BotError) -> None:
    """Note that the folder cannot be opened; whoever finds it good again clears it."""
    health.keep(Trouble.FOLDER, f"{Trouble.FOLDER}, since {error}")


async def _open(
    settings: Settings, health: Health, store: Store | None, folder: asyncio.Task[_Folder]
) -> Desk:
    accepted = await accepted_last(settings, health, store)
    digest, live = await folder
    desk = Desk(settings, health, store, await _choose(settings, health, accepted, live))
    desk.folder = digest
    desk.recorded = accepted.digest if accepted else None
    if store:
        await record_start(desk)
    return desk


async def record_start(desk: Desk) -> None:
    """Record the edition that answers since the start, where another was accepted last."""
    digest = desk.knowledge.digest
    try:
        if digest != desk.recorded:
            await ledger.record_edition(
                desk, desk.knowledge, who="operator", where=None, what="start", why="at start", folder=digest
            )
    except BotError as error:
        desk.health.failed(Trouble.EDITION, error)
    else:
        desk.health.clear(Trouble.EDITION)


async def _read(settings: Settings) -> _Folder:
    # First its digest, so that what is edited while the folder is opened is found by the next look.
    digest = (await asyncio.to_thread(read_folder, settings.knowledge)).digest
    try:
        return _Folder(digest, await asyncio.to_thread(open_folder, settings))
    except (KnowledgeError, StorageError, ApartError) as error:
        return _Folder(digest, error)


async def _choose(
    settings: Settings, health: Health, accepted: Accepted | None, live: Knowledge | BotError
) -> Knowledge:
    if isinstance(live, BotError):
        if knowledge := await _stored(settings, health, accepted):
            note_refused(health, live)
            return knowledge
        raise live
    if accepted and accepted.instead_of == live.digest != accepted.digest:
        return await _stored(settings, health, accepted) or live
    return live


async def accepted_last(settings: Settings, health: Health, store: Store | None) -> Accepted | None:
    """Return the edition accepted last; a database that cannot be written may still say it."""
    try:
        if store:
            found = await ledger.accepted(store)
        else:
            async with open_for_reading(database_file(settings)) as reader:
                found = await ledger.accepted(reader)
    except StorageError as error:
        health.keep(Trouble.ACCEPTED, f"which edition was accepted last is not known: {error}")
        return None
    health.clear(Trouble.ACCEPTED)
    return found


async def _stored(settings: Settings, health: Health, accepted: Accepted | None) -> Knowledge | None:
    if accepted is None:
        return None
    try:
        found = await asyncio.to_thread(open_edition, settings, accepted.packed, accepted.digest)
    except (KnowledgeError, StorageError, ApartError) as error:
        health.failed(Trouble.ACCEPTED, error)
        return None
    _log.info("the edition %s answers, which was accepted before", accepted.digest)
    return found
