"""What servers, channels and members have set outlives a restart, and goes with the server or when asked."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import AsyncExitStack
from typing import TYPE_CHECKING

import pytest

from bot.desk.asking import ask
from bot.desk.desk import open_desk
from bot.desk.ledger import history
from bot.desk.preferences import (
    ambient_channels,
    forget_server,
    member_language,
    pinned,
    set_ambient,
    set_briefing,
    set_language,
)
from bot.desk.recording import Held, forget, held_on, purge, record_question
from bot.desk.settings import database_file
from bot.errors import StorageError
from tests.several import add_others
from tests.shipped import CONTESTED

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
        assert not desk.health.troubles


async def test_while_nothing_can_be_read_no_channel_is_ambient(settings: Settings) -> None:
    assert settings.storage
    settings.storage.write_bytes(b"no database at all")
    async with open_desk(settings) as desk:
        assert await ambient_channels(desk) == frozenset()
        assert any("no channel is answered in unasked" in one for one in desk.health.troubles)


async def test_a_language_is_kept_until_another_is_chosen(settings: Settings) -> None:
    async with open_desk(settings) as desk:
        assert await member_language(desk, 1) is None
        await set_language(desk, 1, "ur")
        await set_language(desk, 2, "de")
        assert await member_language(desk, 1) == "ur"
    async with open_desk(settings) as desk:
        desk.clock = lambda: 4_000_000_000.0  # long after everything else is deleted
        await purge(desk)
        assert await member_language(desk, 1) == "ur"
        await set_language(desk, 1, "ps")
        assert await member_language(desk, 1) == "ps"
        await set_language(desk, 1, None)
        assert await member_language(desk, 1) is None
        assert await member_language(desk, 2) == "de"


async def test_a_language_chosen_while_another_was_read_holds(desk: Desk) -> None:
    await set_language(desk, 1, "ur")
    desk.languages.clear()
    reading = asyncio.create_task(member_language(desk, 1))
    await set_language(desk, 1, "ps")
    assert await reading in {"ur", "ps"}
    assert await member_language(desk, 1) == "ps"


async def test_a_language_is_told_and_forgotten_with_the_rest(desk: Desk) -> None:
    await set_language(desk, 1, "ur")
    assert await member_language(desk, 1) == "ur"
    assert await held_on(desk, 1) == Held(0, 0, "ur")
    assert await forget(desk, 1) == 1
    assert await member_language(desk, 1) is None
    assert await held_on(desk, 1) == Held(0, 0)


async def test_a_language_that_a_later_version_had_is_none(desk: Desk) -> None:
    await set_language(desk, 1, "tlh")
    assert await member_language(desk, 1) is None


async def test_a_member_is_kept_under_no_id_and_no_code_that_questions_have(
    desk: Desk, settings: Settings
) -> None:
    member = 198622483471925248
    await set_language(desk, member, "ur")
    reply = ask(desk.knowledge, CONTESTED)
    record_question(desk, member=member, edition=desk.knowledge.digest, question=CONTESTED, reply=reply)
    await desk.pending.flush()
    connection = sqlite3.connect(database_file(settings))
    ((code,),) = connection.execute("SELECT member FROM members").fetchall()
    ((asker,),) = connection.execute("SELECT asker FROM questions").fetchall()
    connection.close()
    assert code != asker
    assert str(member).encode() not in code
    assert member.to_bytes(8, "big") not in code


async def test_while_languages_cannot_be_read_the_health_says_so(settings: Settings) -> None:
    async with open_desk(settings) as desk:
        assert desk.store
        await desk.store.close()
        connection = sqlite3.connect(database_file(settings))
        connection.execute("DROP TABLE members")
        connection.close()
        assert await member_language(desk, 1) is None
        assert any("languages" in trouble for trouble in desk.health.troubles)
        with pytest.raises(StorageError):
            await set_language(desk, 1, "ur")


async def test_a_database_that_hangs_keeps_nobody_waiting(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.desk.preferences.PATIENCE", 0.1)
    add_others(settings.knowledge)
    async with open_desk(settings) as desk:
        await set_language(desk, 1, "ur")
        await set_ambient(desk, server=1, channel=10, on=True, who="ann")
        await set_briefing(desk, server=1, channel=10, briefing="orla", who="ann")
        assert desk.store
        async with AsyncExitStack() as stack:
            for _ in range(4):  # as many as there are connections
                await stack.enter_async_context(desk.store.reading())
            async with asyncio.timeout(2.5):  # Discord waits three seconds in all
                assert await member_language(desk, 1) == "ur", "just chosen here"
                desk.languages.clear()
                assert await member_language(desk, 1) is None
                assert await ambient_channels(desk) == frozenset()
                assert await pinned(desk, server=1, channels=[10]) is None
        for task in asyncio.all_tasks() - {asyncio.current_task()}:
            await task
        assert await member_language(desk, 1) == "ur"
        assert await ambient_channels(desk) == {10}
        assert await pinned(desk, server=1, channels=[10]) == "orla"


async def test_what_was_set_meanwhile_is_not_forgotten_for_what_was_read_before(settings: Settings) -> None:
    async with open_desk(settings) as desk:
        reading = asyncio.create_task(ambient_channels(desk))
        await set_ambient(desk, server=1, channel=10, on=True, who="ann")
        await reading
        assert await ambient_channels(desk) == {10}
