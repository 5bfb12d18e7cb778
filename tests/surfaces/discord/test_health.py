"""The bot goes on saying how it is, and says when it stops."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from bot.desk.health import read_health, told
from bot.desk.settings import Settings
from bot.errors import BotError
from bot.surfaces.discord import client
from tests.shipped import FOLDER
from tests.surfaces.discord.server import discord_server
from tests.surfaces.discord.test_running import MENTION, UNLIMITED, running

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    import pytest

    from bot.desk.desk import Desk
    from tests.surfaces.discord.conftest import World


async def test_a_bot_that_is_stopped_says_so(world: World) -> None:
    settings = world.desk.settings
    report = read_health(settings)
    assert report is not None
    assert report.live
    await world.bot.close()
    report = read_health(settings)
    assert report is not None
    assert not report.live
    assert told(report, settings).startswith("the bot was stopped at ")


async def test_a_sign_of_life_does_not_wait_for_another_edition(world: World) -> None:
    before = read_health(world.desk.settings)
    async with world.desk.changing, asyncio.timeout(10):
        await world.bot._beat()  # the next by itself is in half a minute
    after = read_health(world.desk.settings)
    assert before is not None
    assert after is not None
    assert after.at > before.at


async def test_a_defect_in_what_is_done_from_time_to_time_is_told_and_it_goes_on(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def defect(*_: object) -> None:
        raise ZeroDivisionError

    bot, health = world.bot, world.desk.health
    for loop, work in ((bot._tidy, "purge"), (bot._follow, "recover"), (bot._follow, "follow")):
        with monkeypatch.context() as patch:
            patch.setattr(client, work, defect)
            await loop()
        assert [one.endswith(": ZeroDivisionError") for one in health.troubles] == [True], work
        await loop()
        assert not health.troubles


async def test_watching_the_folder_goes_on_after_a_defect(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[tuple[str, ...]] = []

    async def watch(_: Desk) -> AsyncIterator[BotError]:
        told.append(world.desk.health.troubles)
        if len(told) == 1:
            raise ZeroDivisionError
        yield BotError("the folder is bad")

    monkeypatch.setattr(client, "watch", watch)
    await world.bot._watch()
    await world.bot._watch()
    assert [len(one) for one in told] == [0, 1]
    assert not world.desk.health.troubles


async def test_a_bot_that_loses_discord_says_so_until_it_is_back(tmp_path: Path) -> None:
    settings = Settings(FOLDER, storage=tmp_path / "bot.sqlite3")

    def answers() -> bool:
        report = read_health(settings)
        assert report is not None
        assert report.live
        return report.ready

    async with discord_server() as server, running(server, tmp_path, **UNLIMITED) as process:

        async def asked_until_it_says_so() -> None:
            while not answers():
                await server.message(f"{MENTION} who declared open war?")
                await server.next("/messages")

        assert process.stderr is not None
        async with asyncio.timeout(60):
            await server.identified.get()
            while b"ready as" not in await process.stderr.readline():
                pass
            await asked_until_it_says_so()
            await server.drop()
            await server.resumed.get()
            await asked_until_it_says_so()
            server.gone = True
            await server.drop()
            await server.knocked.get()  # in vain, so that it will not resume
            while answers():
                await server.knocked.get()
            server.gone = False
            await server.identified.get()
            await asked_until_it_says_so()
