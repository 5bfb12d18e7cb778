"""Keeps what servers, channels and members have set."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from sqlalchemy import select

from bot.desk.attempting import attempt
from bot.desk.catalogues import LANGUAGES
from bot.desk.health import Trouble
from bot.desk.ledger import store_of
from bot.desk.recording import lasting_code
from bot.desk.storage import AUDIT, MEMBERS, SETTINGS
from bot.errors import UnknownNameError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Iterable

    from sqlalchemy.ext.asyncio import AsyncConnection

    from bot.desk.desk import Desk

_Read = TypeVar("_Read")

_AMBIENT = "ambient"
PATIENCE = 0.5  # seconds that one of these is waited for
_MOST_REMEMBERED = 10_000  # members whose language is known without the database
_BRIEFING = "briefing"
_WHOLE_SERVER = 0  # no channel has this id


async def ambient_channels(desk: Desk) -> frozenset[int]:
    """Return the channels in which the bot answers unasked; none while they cannot be read in time."""

    async def read() -> frozenset[int]:
        async with store_of(desk).reading() as connection:
            return frozenset(
                await connection.scalars(select(SETTINGS.c.channel).where(SETTINGS.c.key == _AMBIENT))
            )

    found = await _read_once(desk, _AMBIENT, Trouble.AMBIENT, read)
    return found or frozenset()


async def set_ambient(desk: Desk, *, server: int, channel: int, on: bool, who: str) -> None:
    """Have a channel answered in unasked or not; StorageError when that cannot be kept."""
    row = {"server": server, "channel": channel, "key": _AMBIENT}
    entry = {"who": who, "place": str(channel), "what": _AMBIENT, "why": "on" if on else "off"}
    async with _setting(desk, server) as connection:
        await connection.execute(SETTINGS.delete().filter_by(**row))
        if on:
            await connection.execute(SETTINGS.insert().values(value="on", **row))
        await connection.execute(AUDIT.insert().values(at=int(desk.clock()), **entry))
    desk.readings.pop(_AMBIENT, None)


class Pin(NamedTuple):
    """Where a briefing is set: in a channel, or without one in a whole server."""

    server: int
    channel: int | None
    briefing: str


async def pins(desk: Desk) -> tuple[Pin, ...]:
    """Return where briefings are set, also such as are not there; none while that cannot be read in time."""
    desk.readings.pop(_BRIEFING, None)  # another process has other servers
    return tuple(
        Pin(server, None if channel == _WHOLE_SERVER else channel, briefing)
        for (server, channel), briefing in sorted((await _pins(desk)).items())
    )


async def pinned(desk: Desk, *, server: int, channels: Iterable[int]) -> str | None:
    """Return the briefing set for the first of the channels that has one, or else for the server.

    None where none is set, where it is no longer there, and while that cannot be read in time: then a
    question is routed by what it names.
    """
    if len(desk.knowledge.briefings) == 1:
        return None
    kept = await _pins(desk)
    found = (kept.get((server, channel)) for channel in (*channels, _WHOLE_SERVER))
    return next((one for one in found if one in desk.knowledge.briefings), None)


async def _pins(desk: Desk) -> dict[tuple[int, int], str]:
    async def read() -> dict[tuple[int, int], str]:
        async with store_of(desk).reading() as connection:
            rows = await connection.execute(select(SETTINGS).where(SETTINGS.c.key == _BRIEFING))
            return {(row.server, row.channel): row.value for row in rows}

    return await _read_once(desk, _BRIEFING, Trouble.PINS, read) or {}


async def set_briefing(
    desk: Desk, *, server: int, channel: int | None, briefing: str | None, who: str
) -> None:
    """Set the briefing that a channel or, without one, the server is answered from; None for whichever fits.

    Raises UnknownNameError for a briefing that is not there, StorageError when that cannot be kept.
    """
    if briefing is not None and briefing not in desk.knowledge.briefings:
        raise UnknownNameError("briefing", briefing, desk.knowledge.briefings)
    row = {"server": server, "channel": channel or _WHOLE_SERVER, "key": _BRIEFING}
    entry = {
        "who": who,
        "place": str(channel) if channel else f"server {server}",
        "what": _BRIEFING,
        "why": briefing or "whichever fits",
    }
    async with _setting(desk, server) as connection:
        await connection.execute(SETTINGS.delete().filter_by(**row))
        if briefing is not None:
            await connection.execute(SETTINGS.insert().values(value=briefing, **row))
        await connection.execute(AUDIT.insert().values(at=int(desk.clock()), **entry))
    desk.readings.pop(_BRIEFING, None)


async def forget_server(desk: Desk, server: int) -> None:
    """Drop what a server has set; where that cannot be, the health says so until `forget_left` does it."""
    desk.left.add(server)
    await forget_left(desk)


async def forget_left(desk: Desk) -> None:
    """Drop what servers have set that were left and could not be forgotten yet."""

    async def delete() -> frozenset[int]:
        async with store_of(desk).writing() as connection:
            # Whatever sets something for one that is back has its turn before or after.
            left = frozenset(desk.left)
            await connection.execute(SETTINGS.delete().where(SETTINGS.c.server.in_(left)))
        return left

    forgotten = await attempt(desk, Trouble.SERVER_LEFT, delete(), instead=frozenset())
    desk.left -= forgotten
    desk.readings.clear()


@asynccontextmanager
async def _setting(desk: Desk, server: int) -> AsyncIterator[AsyncConnection]:
    """Open a transaction that sets something for a server; what it had set before it was left goes first."""
    back: frozenset[int] = frozenset()
    try:
        async with store_of(desk).writing() as connection:
            back = frozenset(desk.left & {server})
            desk.left -= back
            if back:
                await connection.execute(SETTINGS.delete().filter_by(server=server))
            yield connection
    except BaseException:
        desk.left |= back
        raise


async def member_language(desk: Desk, member: int) -> str | None:
    """Return the language that a member chose, None for none and while that cannot be read."""

    async def read() -> str | None:
        mine = MEMBERS.c.member == lasting_code(desk, member)
        async with store_of(desk).reading() as connection:
            found: str | None = await connection.scalar(select(MEMBERS.c.language).where(mine))
        if member not in desk.languages:  # or they chose another while this was read
            _remember(desk, member, found)
        return desk.languages[member]

    if member in desk.languages:
        return desk.languages[member]
    return await _in_time(asyncio.ensure_future(attempt(desk, Trouble.LANGUAGES, read(), instead=None)))


async def set_language(desk: Desk, member: int, language: str | None) -> None:
    """Keep the language that a member chose, or that they choose none; StorageError when it cannot be."""
    code = lasting_code(desk, member)
    async with store_of(desk).writing() as connection:
        await connection.execute(MEMBERS.delete().where(MEMBERS.c.member == code))
        if language:
            await connection.execute(MEMBERS.insert().values(member=code, language=language))
    _remember(desk, member, language)


def _remember(desk: Desk, member: int, language: str | None) -> None:
    """Know a member's language without the database."""
    if len(desk.languages) >= _MOST_REMEMBERED:
        desk.languages.clear()
    # A newer version of the bot may have had more languages.
    desk.languages[member] = language if language in LANGUAGES else None


async def _read_once(
    desk: Desk, key: str, trouble: Trouble, read: Callable[[], Awaitable[_Read]]
) -> _Read | None:
    """Return what was read under a key, None while it cannot be; all who wait share one reading."""
    reading = desk.readings.get(key)
    if reading is None:
        reading = desk.readings[key] = asyncio.ensure_future(attempt(desk, trouble, read(), instead=None))
    found = await _in_time(reading)
    if found is None and reading.done() and desk.readings.get(key) is reading:
        del desk.readings[key]
    return found


async def _in_time(reading: asyncio.Future[_Read | None]) -> _Read | None:
    """Return what is being read, None where that takes too long; the reading goes on."""
    # Discord waits three seconds for an answer, and one without these is better than none.
    if not reading.done():
        await asyncio.wait({reading}, timeout=PATIENCE)
    return reading.result() if reading.done() else None
