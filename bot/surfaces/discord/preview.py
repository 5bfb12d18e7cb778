"""Shows the bot in a simulated Discord in the browser: no token, no account, nothing leaves the machine."""

from __future__ import annotations

import socket
import tempfile
import webbrowser
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import discord

from bot.answering.deciding.routing import newest_first
from bot.desk.desk import open_desk
from bot.errors import ConfigError
from bot.surfaces.discord import words
from bot.surfaces.discord.client import BriefingBot

if TYPE_CHECKING:
    from collections.abc import Callable

    import simcord
    from simcord.preview import Preview

    from bot.desk.knowledge import Knowledge
    from bot.desk.settings import Settings

NAME = "briefing-bot"
# Seconds until simcord takes an action for done; what comes later is not shown until “Refresh preview”. The
# first chart takes longer than its default of 5 where the machine is slow.
_PATIENCE = 60.0
SERVER, CHANNEL, MEMBER, MODERATOR = "Briefing room", "general", "member", "moderator"


async def preview(
    settings: Settings, *, port: int | None, opens_browser: bool, say: Callable[[str], None]
) -> None:
    """Serve the simulated Discord on this machine until it is interrupted, and say its address.

    Raises ConfigError where simcord is not installed, or the port is taken. What is stored goes when the
    preview ends.
    """
    try:
        import simcord as simulated  # noqa: PLC0415 - an extra, which only the preview needs
    except ImportError:
        needed = "the preview needs an extra: in the checkout, `make demo` or pip install '.[preview]'"
        raise ConfigError(needed) from None

    if port:
        _insist_on(port)
    with tempfile.TemporaryDirectory(prefix="briefing-bot-") as folder:
        private = replace(
            settings,
            storage=Path(folder) / "preview.sqlite3",
            privacy=replace(settings.privacy, keep_questions=True),
            discord=replace(settings.discord, message_content=True, shard_ids=None, shard_count=1),
        )
        async with open_desk(private) as desk:
            bot = BriefingBot(desk)
            env = simulated.Env(bot, check_errors=False, settle_timeout=_PATIENCE)
            env.backend.bot_user.name = NAME
            await env.start()
            try:
                with env.time_context():
                    async with await _furnished(env, _opening_question(desk.knowledge), port) as shown:
                        say(words.PREVIEW.format(url=shown.url))
                        if opens_browser:
                            with suppress(webbrowser.Error):
                                webbrowser.open(shown.url)
                        await shown.wait_closed()
            finally:
                await env.shutdown()


def _insist_on(port: int) -> None:
    """Refuse a port that cannot be had, of which simcord would print a traceback."""
    try:
        socket.create_server(("127.0.0.1", port)).close()
    except OSError as error:
        raise ConfigError(f"the preview cannot be served at port {port}: {error.strerror}") from None


def _opening_question(knowledge: Knowledge) -> str:
    """Return a question about a contested figure, to show both sides at once."""
    index = newest_first(knowledge.indexes())[0]
    counted = [
        entry
        for entry in index.entries
        if index.contested_by[entry.claim.id] and any(f.minimum for f in entry.claim.figures)
    ]
    return (counted or index.entries)[-1].claim.phrasings[0]


async def _furnished(env: simcord.Env, question: str, port: int | None) -> Preview:
    """Return a view of a server with a channel, a member and a moderator, where a question was asked."""
    server = env.create_guild(SERVER)
    channel = server.create_text_channel(CHANNEL)
    manages = server.create_role("Moderators", permissions=discord.Permissions(manage_guild=True))
    member = server.add_member(env.create_user(MEMBER))
    moderator = server.add_member(env.create_user(MODERATOR), roles=[manages])
    if question and env.bot.user is not None:
        await member.send(channel, f"{env.bot.user.mention} {question}")
    return env.preview(channel, viewers=[member, moderator], layout="channel", port=port)
