"""Does what may fail because of the database, so that answering goes on, and sees when that is over."""

from __future__ import annotations

from shutil import disk_usage
from typing import TYPE_CHECKING, TypeVar

from bot.desk.ledger import store_of
from bot.desk.settings import database_file
from bot.desk.storage import SECRETS
from bot.errors import StorageError

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from bot.desk.desk import Desk
    from bot.desk.health import Trouble

_Result = TypeVar("_Result")

_LITTLE = 1 << 20  # bytes: on a disk with less a single page is written, and not much more


async def attempt(desk: Desk, trouble: Trouble, work: Awaitable[_Result], *, instead: _Result) -> _Result:
    """Do work on the database; where that fails, keep the trouble in the health and return *instead*."""
    try:
        done = await work
    except StorageError as error:
        desk.health.failed(trouble, error)
        return instead
    desk.health.clear(trouble)
    return done


async def try_again(desk: Desk) -> None:
    """Drop the troubles that are over once something can be written, though nobody comes to see it."""
    if not desk.health.passing:
        return
    try:
        if disk_usage(database_file(desk.settings).parent).free < _LITTLE:
            return
        async with store_of(desk).writing() as connection:
            # It is written, though it is what stands there.
            await connection.execute(SECRETS.update().values(value=SECRETS.c.value))
    except (StorageError, OSError):
        return
    for trouble in desk.health.passing:
        desk.health.clear(trouble)
