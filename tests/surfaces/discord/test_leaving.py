"""Once the bot is told to stop, nothing begins, be it a command, a menu, a button, a select or a form."""

from __future__ import annotations

import asyncio
import logging
import os
from typing import TYPE_CHECKING

import pytest

from bot.desk import reloading
from bot.desk.apart import run_apart
from bot.desk.recording import held_on
from bot.surfaces.discord import words
from bot.surfaces.discord.message_menus import ANSWER
from tests.desk import edits
from tests.desk.test_apart import wait
from tests.surfaces.discord.conftest import World, labels, shown, within

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path

    from simcord import InteractionResult

DEAD = "how many pakistani soldiers died?"


async def command(world: World) -> InteractionResult:
    world.bot.leaving = True
    return await world.member.slash(world.channel, "ask", question=DEAD)


async def menu(world: World) -> InteractionResult:
    said = await world.member.send(world.channel, DEAD)
    world.bot.leaving = True
    return await world.member.context_menu(world.channel, ANSWER, said)


async def covered_question(world: World) -> InteractionResult:
    abstained = await world.ask("who won the cricket match?")
    assert abstained is not None
    world.bot.leaving = True
    return await world.member.click(abstained, label=labels(abstained)[0])


async def post(world: World) -> InteractionResult:
    asked = await world.member.slash(world.channel, "ask", question=DEAD)
    assert asked.response is not None
    world.bot.leaving = True
    return await world.member.click(asked.response, label=words.POST)


async def select(world: World) -> InteractionResult:
    asked = await world.member.slash(world.channel, "ask", question="the war")
    assert asked.response is not None
    (choice,) = (one for one in within(asked.response) if one.get("options"))
    world.bot.leaving = True
    return await world.member.select(
        asked.response, [choice["options"][0]["value"]], custom_id=choice["custom_id"]
    )


async def form(world: World) -> InteractionResult:
    reply = await world.ask(DEAD)
    assert reply is not None
    thumb = next(one["custom_id"] for one in within(reply) if one.get("custom_id", "").startswith("down:"))
    opened = await world.member.click(reply, custom_id=thumb)
    world.bot.leaving = True
    return await world.member.submit_modal(opened, {"reason": ["unclear"], "more": ""})


async def apply(world: World) -> InteractionResult:
    edits.rephrase(world.desk.settings.knowledge)
    proposed = await world.moderator.slash(world.channel, "knowledge reload")
    assert proposed.response is not None
    world.bot.leaving = True
    return await world.moderator.click(proposed.response, label=words.APPLY)


@pytest.mark.parametrize("begin", [command, menu, covered_question, post, select, form, apply])
async def test_nothing_begins_once_the_bot_is_told_to_stop(
    world: World, begin: Callable[[World], Awaitable[InteractionResult]]
) -> None:
    before = world.desk.knowledge
    result = await begin(world)
    assert result.response is not None
    assert shown(result.response) == words.LEAVING
    assert world.desk.knowledge is before
    held = await held_on(world.desk, world.member.id)
    assert held is not None
    assert held.feedback == 0


async def test_an_edition_that_is_made_ready_to_be_followed_is_not_waited_for(
    world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    os.mkfifo(pipe := tmp_path / "pipe")
    monkeypatch.setattr(reloading, "open_edition", lambda *_: run_apart(wait, pipe))
    before, world.desk.recorded = world.desk.knowledge, "another edition"
    following = asyncio.create_task(world.bot._follow())
    with await asyncio.to_thread(pipe.open) as opened:
        assert await asyncio.to_thread(opened.readline) == "started\n"
        async with asyncio.timeout(20):
            await world.bot.leave()
    await following
    assert world.desk.knowledge is before
    assert not world.desk.health.troubles
    assert not [one for one in caplog.records if one.levelno >= logging.WARNING]
