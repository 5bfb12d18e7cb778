"""A channel in which the bot speaks up by itself."""

from __future__ import annotations

from dataclasses import replace

import discord
import pytest
from simcord.builders import ChannelHandle

from bot.surfaces.discord import words
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


async def thread_in(world: World) -> ChannelHandle:
    first = await world.moderator.send(world.channel, "let us talk")
    await first.create_thread(name="more")
    return world.channel.threads[0]


async def test_what_is_set_for_a_forum_goes_for_its_posts(world: World) -> None:
    forum = world.server.create_forum_channel("questions")
    await world.moderator.slash(world.channel, "settings ambient", state="on", channel=forum)
    post = ChannelHandle(
        world.env, world.server, world.env.backend.create_thread(forum.id, "a post", world.member.id)
    )
    await world.env.settle()
    await world.member.send(post, "Who declared open war?")
    assert post.last_message is not None
    assert post.last_message.author.bot
    assert "“Now it is an open war between us and you.”" in shown(post.last_message)


async def test_what_is_set_for_a_channel_goes_for_its_threads(world: World) -> None:
    await world.moderator.slash(world.channel, "settings ambient", state="on")
    thread = await thread_in(world)
    await world.member.send(thread, "Who declared open war?")
    assert thread.last_message is not None
    assert "“Now it is an open war between us and you.”" in shown(thread.last_message)


async def test_a_thread_of_a_channel_that_goes_on_is_said_to_go_on(world: World) -> None:
    await world.moderator.slash(world.channel, "settings ambient", state="on")
    thread = await thread_in(world)
    off = await world.moderator.slash(thread, "settings ambient", state="off")
    assert off.response is not None
    assert shown(off.response) == words.AMBIENT_AROUND.format(channel=f"<#{thread.id}>")


async def test_what_is_put_to_somebody_else_gets_no_answer(world: World) -> None:
    await world.moderator.slash(world.channel, "settings ambient", state="on")
    other = await world.moderator.send(world.channel, "the briefing is bad")
    await world.member.send(world.channel, f"{world.moderator.mention} Who declared open war?")
    await world.member.send(world.channel, "Who declared open war?", reply_to=other)
    assert not any(one.author.bot for one in world.channel.history())


async def test_where_it_may_not_write_it_leaves_unasked_messages_alone(world: World) -> None:
    silent = discord.PermissionOverwrite(send_messages=False)
    assert world.bot.user is not None
    channel = world.server.create_text_channel("read-only", overwrites={world.bot.user: silent})
    await world.moderator.slash(world.channel, "settings ambient", state="on", channel=channel)
    await world.member.send(channel, "Who declared open war?")
    assert not channel.history()[-1].reactions
    await world.member.send(channel, f"{world.mention} Who declared open war?")
    assert [str(one.emoji) for one in channel.history()[-1].reactions] == [words.CANNOT_WRITE]
