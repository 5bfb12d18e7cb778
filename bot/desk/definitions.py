"""Remembers which commands Discord was told, so that it is told again only when they have changed."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from bot.desk.ledger import store_of
from bot.desk.storage import SETTINGS
from bot.errors import StorageError

if TYPE_CHECKING:
    from bot.desk.desk import Desk

log = logging.getLogger(__name__)

_ROW: dict[str, Any] = {"server": 0, "channel": 0, "key": "commands"}  # of no server


async def definitions_hash(desk: Desk) -> str | None:
    """Return the hash of the commands that Discord was told last, None where that is not known."""
    try:
        async with store_of(desk).reading() as connection:
            return await connection.scalar(select(SETTINGS.c.value).filter_by(**_ROW))
    except StorageError:
        return None


async def set_definitions_hash(desk: Desk, value: str) -> None:
    """Keep the hash of the commands that Discord was told; without storage they are told again next time."""
    try:
        async with store_of(desk).writing() as connection:
            await connection.execute(SETTINGS.delete().filter_by(**_ROW))
            await connection.execute(SETTINGS.insert().values(value=value, **_ROW))
    except StorageError as error:
        # No trouble that lasts: they are written once more at the next start.
        log.warning("the commands will be written to Discord again: %s", error)
