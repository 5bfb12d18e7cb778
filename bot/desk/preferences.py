"""Keeps what servers and channels have set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert

from bot.desk.ledger import store_of
from bot.desk.storage import AUDIT, SETTINGS
from bot.errors import StorageError

if TYPE_CHECKING:
    from bot.desk.desk import Desk

_AMBIENT = "ambient"


async def ambient_channels(desk: Desk) -> frozenset[int]:
    """Return the channels in which the bot answers unasked; none while they cannot be read."""
    if desk.ambient is None:
        try:
            async with store_of(desk).reading() as connection:
                rows = await connection.scalars(select(SETTINGS.c.channel).where(SETTINGS.c.key == _AMBIENT))
                desk.ambient = frozenset(rows)
        except StorageError as error:
            desk.health.note("preferences", f"no channel is answered in unasked: {error}")
            return frozenset()
    return desk.ambient


async def set_ambient(desk: Desk, *, server: int, channel: int, on: bool, who: str) -> None:
    """Have a channel answered in unasked or not; StorageError when that cannot be kept."""
    known = await ambient_channels(desk)
    row = {"server": server, "channel": channel, "key": _AMBIENT}
    async with store_of(desk).writing() as connection:
        if on:
            await connection.execute(insert(SETTINGS).values(value="on", **row).on_conflict_do_nothing())
        else:
            await connection.execute(SETTINGS.delete().filter_by(**row))
        await connection.execute(
            AUDIT.insert().values(
                at=int(desk.clock()),
                who=who,
                place=str(channel),
                what="ambient",
                why="on" if on else "off",
            )
        )
    desk.ambient = known | {channel} if on else known - {channel}


async def forget_server(desk: Desk, server: int) -> None:
    """Drop what a server has set; StorageError when that cannot be."""
    async with store_of(desk).writing() as connection:
        await connection.execute(SETTINGS.delete().where(SETTINGS.c.server == server))
    desk.ambient = None
