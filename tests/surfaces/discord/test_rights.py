"""Whoever may not change the knowledge changes nothing, whatever Discord lets them press."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord
import pytest

from bot.desk.ledger import history
from bot.surfaces.discord import words
from tests.desk import edits
from tests.surfaces.discord.conftest import World, named, shown

if TYPE_CHECKING:
    from pathlib import Path

    from simcord.actors import MemberActor
    from simcord.builders import ChannelHandle

CHANGING: dict[str, dict[str, Any]] = {
    "knowledge reload": {},
    "knowledge rollback": {"edition": "0" * 64},
    "knowledge history": {},
    "questions unanswered": {},
}
EVERY: dict[str, dict[str, Any]] = {
    **CHANGING,
    "knowledge status": {},
    "settings ambient": {"state": "off"},
    "settings briefing": {},
}


def outsider(world: World) -> tuple[MemberActor, ChannelHandle]:
    """Return who manages another server that the bot is in, and a channel there."""
    server = world.env.create_guild("another")
    manages = server.create_role("moderators", permissions=discord.Permissions(manage_guild=True))
    return server.add_member(world.env.create_user("outsider"), roles=[manages]), server.create_text_channel(
        "c"
    )


async def let_through(world: World, who: MemberActor) -> None:
    """Have Discord show every command to a member who manages nothing."""
    for command in await world.bot.tree.fetch_commands():
        if command.name in {"knowledge", "questions", "settings"}:
            world.server.set_command_permissions(command, {who: True})


@pytest.mark.parametrize("command", EVERY)
async def test_a_member_whom_discord_lets_through_is_refused(world: World, command: str) -> None:
    await let_through(world, world.member)
    result = await world.member.slash(world.channel, command, **EVERY[command])
    assert result.response is not None
    assert result.ephemeral
    assert shown(result.response) == words.NOT_ALLOWED
    assert len(await history(world.desk)) == 1, "the start alone"


@pytest.mark.parametrize("command", CHANGING)
async def test_who_manages_another_server_is_refused(world: World, folder: Path, command: str) -> None:
    world.desk.settings = named(servers=(world.server.id,))(world.desk.settings)
    edits.rephrase(folder)
    who, channel = outsider(world)
    before = world.desk.knowledge
    result = await who.slash(channel, command, **CHANGING[command])
    assert result.response is not None
    assert shown(result.response) == words.NOT_ALLOWED_SERVERS
    assert world.desk.knowledge is before
    assert len(await history(world.desk)) == 1


async def test_who_may_not_go_back_is_offered_no_edition(world: World) -> None:
    await let_through(world, world.member)
    assert await world.member.autocomplete(world.channel, "knowledge rollback", "edition", "") == []


@pytest.mark.parametrize("label", [words.APPLY, words.DISCARD])
async def test_who_has_lost_the_right_presses_in_vain(world: World, folder: Path, label: str) -> None:
    edits.rephrase(folder)
    before = world.desk.knowledge
    result = await world.moderator.slash(world.channel, "knowledge reload")
    assert result.response is not None
    mine = world.desk.settings
    world.desk.settings = named(members=(1,))(mine)
    refused = await world.moderator.click(result.response, label=label)
    assert refused.response is not None
    assert shown(refused.response) == words.NOT_ALLOWED_SERVERS
    assert world.desk.knowledge is before
    world.desk.settings = mine
    await world.moderator.click(result.response, label=words.APPLY)
    assert world.desk.knowledge is not before, "it was still there for who may"
