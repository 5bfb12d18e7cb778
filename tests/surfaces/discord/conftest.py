"""A bot in a simulated Discord, over a copy of the shipped knowledge and a database of the test's own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import discord
import pytest
import pytest_asyncio

from bot.desk.desk import open_desk
from bot.desk.settings import ModeratorSettings, Settings
from bot.surfaces.discord.client import BriefingBot
from tests.shipped import new_database

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from pathlib import Path

    import simcord
    from simcord.actors import MemberActor
    from simcord.builders import ChannelHandle, GuildHandle

    from bot.desk.desk import Desk


class World:
    """A server with a channel, a member, a moderator and an outsider, and the bot in it."""

    def __init__(self, env: simcord.Env, desk: Desk) -> None:
        self.env = env
        env.settle_timeout = 60.0  # a reload measured for coverage, beside other tests, takes a while
        self.desk = desk
        self.server: GuildHandle = env.create_guild("server")
        self.channel: ChannelHandle = self.server.create_text_channel("general")
        manages = self.server.create_role("moderators", permissions=discord.Permissions(manage_guild=True))
        self.member: MemberActor = self.server.add_member(env.create_user("member"))
        self.moderator: MemberActor = self.server.add_member(env.create_user("moderator"), roles=[manages])

    @property
    def bot(self) -> BriefingBot:
        assert isinstance(self.env.bot, BriefingBot)
        return self.env.bot

    @property
    def mention(self) -> str:
        assert self.bot.user is not None
        return self.bot.user.mention

    async def ask(self, question: str, who: MemberActor | None = None) -> discord.Message | None:
        """Mention the bot, and return the last message in the channel."""
        await (who or self.member).send(self.channel, f"{self.mention} {question}")
        return self.channel.last_message

    async def restart(self) -> None:
        """Start the bot anew over the same desk."""
        await self.env.restart_bot(BriefingBot(self.desk))


@pytest.fixture
def settings(folder: Path, tmp_path: Path, request: pytest.FixtureRequest) -> Settings:
    marker = request.node.get_closest_marker("settings")
    (tmp_path / "bot.sqlite3").write_bytes(new_database())
    base = Settings(folder, storage=tmp_path / "bot.sqlite3")
    base = replace(base, discord=replace(base.discord, shard_count=1))
    base = replace(base, privacy=replace(base.privacy, keep_questions=True))
    base = replace(base, cooldowns=replace(base.cooldowns, member_questions=1000, channel_questions=1000))
    change: Callable[[Settings], Settings] = marker.args[0] if marker else lambda one: one
    return change(base)


@pytest_asyncio.fixture
async def desk(settings: Settings) -> AsyncIterator[Desk]:
    async with open_desk(settings) as desk:
        yield desk


@pytest_asyncio.fixture
async def simcord_bot(desk: Desk) -> BriefingBot:
    """Return the bot that simcord's own fixture runs."""
    return BriefingBot(desk)


@pytest_asyncio.fixture
async def world(simcord_env: simcord.Env, desk: Desk) -> World:
    return World(simcord_env, desk)


def shown(message: Any) -> str:  # noqa: ANN401 - simcord's and discord.py's messages
    """Return every text on a message's card."""
    return "\n".join(blocks(message))


def blocks(message: Any) -> list[str]:  # noqa: ANN401 - as above
    """Return the texts on a message's card, a block each."""
    return _texts([_plain(one) for one in message.components])


def within(message: Any) -> list[dict[str, Any]]:  # noqa: ANN401 - as above
    """Return every component of a message."""
    return _walk([_plain(one) for one in message.components])


def labels(message: Any) -> list[str]:  # noqa: ANN401 - as above
    """Return the labels of a message's buttons, their emoji where they have none."""
    found = []
    for one in within(message):
        if one.get("type") == discord.ComponentType.button.value:
            emoji = one.get("emoji") or {}
            found.append(one.get("label") or emoji.get("name", ""))
    return found


def _plain(component: Any) -> dict[str, Any]:  # noqa: ANN401 - as above
    return component if isinstance(component, dict) else component.to_dict()


def _texts(components: list[dict[str, Any]]) -> list[str]:
    return [one["content"] for one in _walk(components) if "content" in one]


def _walk(components: list[dict[str, Any]]) -> list[dict[str, Any]]:
    found = []
    for one in components:
        found.append(one)
        found += _walk(one.get("components") or [])
    return found


def named(
    *, servers: tuple[int, ...] = (), roles: tuple[int, ...] = (), members: tuple[int, ...] = ()
) -> Any:  # noqa: ANN401
    """Return a change of the settings that names who may change the knowledge."""
    return lambda one: replace(one, moderators=ModeratorSettings(servers, roles, members))


def kept(*, questions: bool) -> Any:  # noqa: ANN401
    """Return a change of the settings that says whether the words of questions are kept."""
    return lambda one: replace(one, privacy=replace(one.privacy, keep_questions=questions))
