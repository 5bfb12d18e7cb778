"""The bot goes on saying how it is, and says when it stops."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from bot.desk.health import read_health, told

if TYPE_CHECKING:
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
