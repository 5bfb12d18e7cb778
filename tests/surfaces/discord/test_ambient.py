"""A channel in which the bot speaks up by itself."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.surfaces.discord.conftest import World, shown

pytestmark = pytest.mark.settings(
    lambda one: replace(one, discord=replace(one.discord, message_content=True))
)


async def test_it_answers_only_what_is_asked_nearly_word_for_word(world: World) -> None:
    await world.moderator.slash(world.channel, "settings ambient", state="on")
    at_first = len(world.channel.history())
    await world.member.send(world.channel, "how many pakistani guys are dead lol")
    await world.member.send(world.channel, "who declared peace?")
    await world.member.send(world.channel, "ok")
    assert len(world.channel.history()) == at_first + 3
    await world.member.send(world.channel, "who declared open war")
    reply = world.channel.last_message
    assert reply is not None
    assert "“Now it is an open war between us and you.”" in shown(reply)


async def test_what_is_a_letter_away_and_asks_something_else_gets_no_answer(world: World) -> None:
    await world.moderator.slash(world.channel, "settings ambient", state="on")
    at_first = len(world.channel.history())
    for question in ("Didn't Pakistan declare war on the Taliban?", "Where did Afghanistan retaliate?"):
        await world.member.send(world.channel, question)
    assert len(world.channel.history()) == at_first + 2
    await world.member.send(world.channel, "Which cities did Pakistan strike on 27 February?")
    assert len(world.channel.history()) == at_first + 4


async def test_it_can_be_switched_off(world: World) -> None:
    await world.moderator.slash(world.channel, "settings ambient", state="on")
    await world.moderator.slash(world.channel, "settings ambient", state="off")
    at_first = len(world.channel.history())
    await world.member.send(world.channel, "Who declared open war?")
    assert len(world.channel.history()) == at_first + 1


async def test_the_setting_outlives_a_restart(world: World) -> None:
    await world.moderator.slash(world.channel, "settings ambient", state="on")
    world.desk.readings.clear()
    await world.restart()
    await world.member.send(world.channel, "Who declared open war?")
    reply = world.channel.last_message
    assert reply is not None
    assert "“Now it is an open war between us and you.”" in shown(reply)
