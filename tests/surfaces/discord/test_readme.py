"""The README names every command with its options, and shows what each says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

import discord
import pytest
from discord import app_commands

from bot.surfaces.discord import words
from bot.surfaces.discord.client import invitation
from tests.desk import edits
from tests.shipped import ROOT
from tests.surfaces.discord.conftest import World, shown

if TYPE_CHECKING:
    from pathlib import Path

README = (ROOT / "README.md").read_text(encoding="utf-8")
SAMPLES = [one.split("\n", 1) for one in re.findall(r"```text\n(.+?)\n```", README, re.DOTALL)]
PICTURED = {"/ask", "/figures"}
LEFT_OUT = "…"


def commands(world: World) -> dict[str, list[str]]:
    """Return every command as it is typed and every menu, with the names of the options."""
    found = {
        f"/{one.qualified_name}": [option.name for option in one.parameters]
        for one in world.bot.tree.walk_commands()
        if isinstance(one, app_commands.Command)
    }
    menus = world.bot.tree.get_commands(type=discord.AppCommandType.message)
    return found | {one.name: [] for one in menus}


async def test_every_command_is_there_with_its_options(world: World) -> None:
    for name, options in commands(world).items():
        named = re.findall(rf"(?:`|\*\*){re.escape(name)}((?: [^`*]+)?)(?:`|\*\*)", README)
        assert options in [re.findall(r"[\w-]+", one) for one in named], name


async def test_every_command_is_shown(world: World) -> None:
    sampled = {name for name in commands(world) for first, _ in SAMPLES if first.startswith(name)}
    assert commands(world).keys() - sampled == PICTURED


def test_the_invitation_has_what_the_bot_uses() -> None:
    (address,) = re.findall(r"`(https://discord\.com/oauth2/\S+)`", README)
    given, used = (parse_qs(urlsplit(one).query) for one in (address, invitation("YOUR_APPLICATION_ID")))
    assert given == used
    permissions = [name for name, has in discord.Permissions(int(*used["permissions"])) if has]
    (named,) = re.findall(r"and for (View Channels,.+?);", README, re.DOTALL)
    words_ = " ".join(named.casefold().replace("view channels", "read messages").split())
    assert all(name.replace("_", " ") in words_ for name in permissions)
    assert len(permissions) == 6


def says(sample: str, text: str) -> bool:
    """Tell whether a text is a sample but for what the sample leaves out."""
    parts = (re.escape(part.strip("\n")) for part in sample.split(LEFT_OUT))
    return re.search(".*?".join(parts), text, re.DOTALL) is not None


async def test_what_is_shown_is_what_they_say(world: World, folder: Path) -> None:
    first = world.desk.knowledge.digest
    await world.ask("who won the cricket match?")
    await world.ask("is kabul the capital of afghanistan?")
    for command, sample in SAMPLES:
        if command == "/knowledge reload reason:misread":
            edits.drop_claim(folder, "capital-kabul")
            edits.rephrase(folder)
        message = await said(world, command.replace(LEFT_OUT, first))
        assert says(sample, shown(message)), f"{command}:\n{shown(message)}"
        if command.startswith("/knowledge reload"):
            await world.moderator.click(message, label=words.APPLY)
        if command.startswith("/language"):
            await world.member.slash(world.channel, "language", choice="en")


async def said(world: World, command: str) -> Any:  # noqa: ANN401 - simcord's messages
    menu = re.fullmatch("(.+), of “(.+)”", command)
    if menu:
        message = await world.member.send(world.channel, menu[2])
        result = await world.member.context_menu(world.channel, menu[1], message)
    else:
        options = dict(re.findall(r"(\w+):(\S+)", command))
        name = re.sub(r" \w+:\S+", "", command).removeprefix("/")
        moderates = name.split(" ")[0] in {"knowledge", "questions", "settings"}
        who = world.moderator if moderates else world.member
        result = await who.slash(world.channel, name, **options)
    assert result.response is not None
    return result.response


@pytest.mark.parametrize(
    ("sample", "same"), [("a …\nc", True), ("a b\n…", True), ("b c", False), ("a … d", False)]
)
def test_only_what_is_left_out_may_differ(sample: str, same: bool) -> None:
    assert says(sample, "a b\nc") is same
