"""Opens what the use cases of a running bot share, and decides which edition answers."""

from __future__ import annotations

import asyncio
import logging
import time
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from bot.desk import ledger
from bot.desk.editions import open_edition, open_folder
from bot.desk.health import Health
from bot.desk.settings import database_file
from bot.desk.storage import open_store
from bot.errors import KnowledgeError, StorageError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from bot.desk.knowledge import Knowledge
    from bot.desk.ledger import Accepted
    from bot.desk.settings import Settings
    from bot.desk.storage import Store

_log = logging.getLogger(__name__)


class Desk:
    """What a running bot knows and keeps; `knowledge` is replaced whole when an edition is accepted.

    `store` is None while the database cannot be used, `recorded` the digest of the edition it has as the
    accepted one. `clock` gives seconds since 1970.
    """

    def __init__(
        self, settings: Settings, knowledge: Knowledge, *, store: Store | None, health: Health
    ) -> None:
        self.settings = settings
        self.knowledge = knowledge
        self.store = store
        self.health = health
        self.recorded: str | None = None
        self.clock: Callable[[], float] = time.time
        self.ambient: frozenset[int] | None = None
        self.changing = asyncio.Lock()  # held while the edition is being replaced


@asynccontextmanager
async def open_desk(settings: Settings) -> AsyncIterator[Desk]:
    """Open the storage and the edition that answers, and close them at the end.

    Raises KnowledgeError when the folder has problems and no edition was ever accepted. A database that
    cannot be used stops nothing: the desk's health says so.
    """
    health = Health()
    store = None
    try:
        store = await open_store(database_file(settings))
    except StorageError as error:
        health.note("storage", f"{error}; questions are answered, and nothing is recorded")
    try:
        desk = await _open(settings, store, health)
        yield desk
    finally:
        if store:
            await store.close()


async def _open(settings: Settings, store: Store | None, health: Health) -> Desk:
    accepted = await _accepted(store, health)
    try:
        live = await asyncio.to_thread(open_folder, settings)
    except KnowledgeError as error:
        if accepted is None:
            raise
        knowledge = await asyncio.to_thread(open_edition, settings, accepted.packed, accepted.digest)
        health.note("knowledge", f"the edition accepted last answers, since {error}")
        return _desk(settings, knowledge, store, health, accepted)
    if accepted and live.digest in (accepted.digest, accepted.instead_of):
        if accepted.digest != live.digest:
            _log.info("the edition %s, rolled back to, answers instead of the folder's", accepted.digest)
            live = await asyncio.to_thread(open_edition, settings, accepted.packed, accepted.digest)
        return _desk(settings, live, store, health, accepted)
    desk = _desk(settings, live, store, health, accepted)
    if store:
        try:
            await ledger.record_edition(
                desk, live, who="operator", where=None, what="start", why="at start", folder=live.digest
            )
        except StorageError as error:
            health.note("edition", f"the edition at start was not recorded: {error}")
    return desk


def _desk(
    settings: Settings, knowledge: Knowledge, store: Store | None, health: Health, accepted: Accepted | None
) -> Desk:
    desk = Desk(settings, knowledge, store=store, health=health)
    desk.recorded = accepted.digest if accepted else None
    return desk


async def _accepted(store: Store | None, health: Health) -> Accepted | None:
    if store is None:
        return None
    try:
        return await ledger.accepted(store)
    except StorageError as error:
        health.note("edition", f"the accepted edition is not known: {error}")
        return None
