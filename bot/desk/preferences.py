"""Keeps what servers and channels have set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from bot.desk.ledger import store_of
from bot.desk.recording import spared
from bot.desk.storage import AUDIT, SETTINGS

if TYPE_CHECKING:
    from bot.desk.desk import Desk

_AMBIENT = "ambient"


async def ambient_channels(desk: Desk) -> frozenset[int]:
    """Return the channels in which the bot answers unasked; none while they cannot be read."""

    async def read() -> frozenset[int]:
        async with store_of(desk).reading() as connection:
            return frozenset(
                await connection.scalars(select(SETTINGS.c.channel).where(SETTINGS.c.key == _AMBIENT))
            )

    if desk.ambient is None:
        desk.ambient = await spared(desk, "no channel is answered in unasked", read(), instead=None)
    return desk.ambient or frozenset()


async def set_ambient(desk: Desk, *, server: int, channel: int, on: bool, who: str) -> None:
    """Have a channel answered in unasked or not; StorageError when that cannot be kept."""
    row = {"server": server, "channel": channel, "key": _AMBIENT}
    entry = {"who": who, "place": str(channel), "what": _AMBIENT, "why": "on" if on else "off"}
    async with store_of(desk).writing() as connection:
        await connection.execute(SETTINGS.delete().filter_by(**row))
        if on:
            await connection.execute(SETTINGS.insert().values(value="on", **row))
        await connection.execute(AUDIT.insert().values(at=int(desk.clock()), **entry))
    desk.ambient = None


async def forget_server(desk: Desk, server: int) -> None:
    """Drop what a server has set; where that cannot be, the health says so."""

    async def delete() -> None:
        async with store_of(desk).writing() as connection:
            await connection.execute(SETTINGS.delete().where(SETTINGS.c.server == server))

    await spared(desk, "the settings of a server that was left are still kept", delete(), instead=None)
    desk.ambient = None
