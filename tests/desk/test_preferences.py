"""What servers and channels have set outlives a restart and goes with the server."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest

from bot.desk.desk import open_desk
from bot.desk.preferences import ambient_channels, forget_server, set_ambient
from bot.desk.reloading import history
from bot.errors import StorageError

if TYPE_CHECKING:
    from bot.desk.desk import Desk
    from bot.desk.settings import Settings


async def test_on_and_off(settings: Settings) -> None:
    async with open_desk(settings) as desk:
        assert await ambient_channels(desk) == frozenset()
        await set_ambient(desk, server=1, channel=10, on=True, who="ann")
        await set_ambient(desk, server=1, channel=10, on=True, who="ann")
        await set_ambient(desk, server=2, channel=20, on=True, who="ben")
        assert await ambient_channels(desk) == {10, 20}
    async with open_desk(settings) as desk:
        await set_ambient(desk, server=2, channel=20, on=False, who="ben")
        assert await ambient_channels(desk) == {10}
        entry = (await history(desk))[0]
        assert (entry.who, entry.where, entry.what, entry.why) == ("ben", "20", "ambient", "off")
        assert entry.edition is None
    async with open_desk(settings) as desk:
        assert await ambient_channels(desk) == {10}


async def test_a_server_that_is_left_is_forgotten(desk: Desk) -> None:
    await set_ambient(desk, server=1, channel=10, on=True, who="ann")
    await set_ambient(desk, server=2, channel=20, on=True, who="ben")
    await forget_server(desk, 1)
    assert await ambient_channels(desk) == {20}


async def test_what_cannot_be_kept_is_refused_and_not_in_force(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.desk.storage.BUSY_SECONDS", 0)
    async with open_desk(settings) as desk:
        other = sqlite3.connect(settings.storage or "", isolation_level=None)
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StorageError, match="database is locked"):
            await set_ambient(desk, server=1, channel=10, on=True, who="ann")
        assert await ambient_channels(desk) == frozenset()
        await forget_server(desk, 1)
        assert "the settings of a server that was left are still kept" in desk.health.troubles[0]
        other.close()
        await forget_server(desk, 1)
        assert desk.health.ok


async def test_while_nothing_can_be_read_no_channel_is_ambient(settings: Settings) -> None:
    assert settings.storage
    settings.storage.write_bytes(b"no database at all")
    async with open_desk(settings) as desk:
        assert await ambient_channels(desk) == frozenset()
        assert any("no channel is answered in unasked" in one for one in desk.health.troubles)
