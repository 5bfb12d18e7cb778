"""Looks whether trouble with the database is over, so that a bot is well again without a restart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.desk.attempting import try_again
from bot.desk.desk import accepted_last, note_unopened, record_start
from bot.desk.health import Trouble
from bot.desk.preferences import forget_left
from bot.desk.recording import purge
from bot.desk.settings import database_file
from bot.desk.storage import open_store
from bot.errors import ApartError, StoppedError, StorageError

if TYPE_CHECKING:
    from bot.desk.desk import Desk
    from bot.desk.storage import Store


async def recover(desk: Desk) -> None:
    """Open a database that could not be opened, and do what could not be done; run this every minute."""
    if desk.store and desk.store.gone:
        await _let_go(desk, desk.store)
    if desk.store is None:
        await _open(desk)
    elif Trouble.EDITION in desk.health:
        async with desk.changing:
            await record_start(desk)
    if Trouble.UNPURGED in desk.health:
        await purge(desk)
    if Trouble.SERVER_LEFT in desk.health:
        await forget_left(desk)
    await try_again(desk)


async def _let_go(desk: Desk, store: Store) -> None:
    """Close a database whose file is gone, so that another is opened in its place."""
    gone = "the database’s file was removed or replaced, and what it had is not kept"
    desk.health.keep(Trouble.STORAGE, gone)
    desk.store = None
    desk.readings.clear()
    await store.close()


async def _open(desk: Desk) -> None:
    try:
        store = await open_store(database_file(desk.settings))
    except StoppedError:
        return
    except (StorageError, ApartError) as error:
        note_unopened(desk.health, error)
        return
    # What is pending is under codes that no secret keys: it is lost like all before it.
    await desk.pending.flush()
    desk.store = store
    desk.health.clear(Trouble.STORAGE)
    async with desk.changing:
        accepted = await accepted_last(desk.settings, desk.health, store)
        # Moderators went back from the folder that answers: what they went back to is followed.
        if accepted is None or accepted.instead_of != desk.knowledge.digest:
            desk.recorded = accepted.digest if accepted else None
            await record_start(desk)
    await purge(desk)
