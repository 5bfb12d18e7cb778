"""What the bot keeps of a server, and that members notice nothing of what it does not keep."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from bot.desk.ledger import store_of
from bot.desk.storage import SETTINGS
from bot.surfaces.discord import words
from bot.surfaces.discord.message_menus import ANSWER
from tests.shipped import BRIEFING, CAVEAT
from tests.surfaces.discord.conftest import World, named, shown

if TYPE_CHECKING:
    import discord
    from simcord.builders import ChannelHandle

DEAD = "how many pakistani soldiers died?"


def kept(world: World) -> discord.Guild:
    """Return what the bot keeps of the server, which must be there."""
    server = world.bot.get_guild(world.server.id)
    assert server is not None
    return server


async def pins(world: World) -> list[str]:
    async with store_of(world.desk).reading() as connection:
        mine = SETTINGS.c.server == world.server.id
        return list(await connection.scalars(select(SETTINGS.c.value).where(mine)))


async def start_thread(world: World) -> ChannelHandle:
    reply = await world.ask("who declared open war?")
    assert reply is not None
    await reply.create_thread(name="more")
    return world.channel.threads[0]


async def test_channels_roles_and_members_are_not_kept_at_the_start_nor_later(world: World) -> None:
    for restarted in (False, True):
        if restarted:
            await world.restart()
        world.server.create_text_channel(f"later, {restarted}")
        world.server.create_voice_channel(f"aloud, {restarted}")
        world.server.create_role(f"later, {restarted}")
        await world.env.settle()
        server = kept(world)
        assert not server.channels
        assert not server.roles
        assert not server.members
        assert not server.emojis
        assert len(world.bot.guilds) == 1
    assert not world.env.errors


async def test_a_channel_is_answered_in_however_new_it_is(world: World) -> None:
    for channel in (world.server.create_text_channel("new"), world.server.create_voice_channel("aloud")):
        asked = await world.member.send(channel, f"{world.mention} {DEAD}")
        reply = channel.last_message
        assert reply is not None
        assert CAVEAT in shown(reply)
        for result in (
            await world.member.slash(channel, "ask", question=DEAD),
            await world.member.context_menu(channel, ANSWER, asked),
            await world.member.click(reply, label=words.IN_CONTEXT),
        ):
            assert result.ephemeral
            assert result.response is not None
            assert CAVEAT in shown(result.response)
        await world.member.slash(channel, "ask", question=DEAD, visible=True)
        assert channel.last_message is not None
        assert channel.last_message.id != reply.id
        again = await world.member.send(channel, f"{world.mention} {DEAD}")
        link = channel.last_message
        assert link is not None
        assert link.id > again.id
        assert reply.jump_url in shown(link)


@pytest.mark.settings(lambda one: replace(one, discord=replace(one.discord, message_content=True)))
async def test_another_channel_can_be_set_by_picking_it(world: World) -> None:
    thread = await start_thread(world)
    places = (world.server.create_text_channel("talk"), world.server.create_voice_channel("aloud"), thread)
    for place in places:
        result = await world.moderator.slash(world.channel, "settings ambient", state="on", channel=place)
        assert result.response is not None
        assert f"<#{place.id}>" in shown(result.response)
        asked = await world.member.send(place, "Who declared open war?")
        assert place.last_message is not None
        assert place.last_message.id != asked.id
    at_first = len(world.channel.history())
    await world.member.send(world.channel, "Who declared open war?")
    assert len(world.channel.history()) == at_first + 1


async def test_threads_are_kept_while_their_channel_is_there(world: World) -> None:
    thread = await start_thread(world)
    other = world.server.create_text_channel("another")
    assert [one.id for one in kept(world).threads] == [thread.id]
    await world.bot.http.delete_channel(other.id)
    await world.env.settle()
    assert [one.id for one in kept(world).threads] == [thread.id]
    await world.restart()
    found = kept(world).threads[0]
    assert (found.id, found.parent_id) == (thread.id, world.channel.id)
    await world.bot.http.delete_channel(world.channel.id)
    await world.env.settle()
    assert not kept(world).threads
    assert not world.env.errors


async def test_only_the_roles_that_the_configuration_names_are_kept_and_they_count(world: World) -> None:
    curators = world.server.create_role("curators")
    curator = world.server.add_member(world.env.create_user("curator"), roles=[curators])
    world.desk.settings = named(roles=(curators.id,))(world.desk.settings)
    await world.restart()
    assert [one.id for one in kept(world).roles] == [curators.id]
    registered = {one.name: one for one in await world.bot.tree.fetch_commands()}
    world.server.set_command_permissions(registered["knowledge"], {curator: True})
    result = await curator.slash(world.channel, "knowledge reload")
    assert result.response is not None
    assert words.NO_CHANGE in shown(result.response)
    result = await world.moderator.slash(world.channel, "knowledge reload")
    assert result.response is not None
    assert shown(result.response) == words.NOT_ALLOWED_SERVERS


async def test_a_server_that_is_left_is_forgotten(world: World) -> None:
    await world.moderator.slash(world.channel, "settings briefing", everywhere=True, briefing=BRIEFING)
    assert await pins(world)
    await kept(world).leave()
    await world.env.settle()
    assert world.bot.get_guild(world.server.id) is None
    assert not await pins(world)
