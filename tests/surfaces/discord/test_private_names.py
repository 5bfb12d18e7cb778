"""What the bot uses of discord.py beyond its documented names is there; a release may drop it unannounced."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING

import discord
import pytest
from discord import app_commands
from discord.gateway import DiscordWebSocket
from discord.http import HTTPClient, MultipartParameters, Route
from discord.state import ConnectionState

from bot.surfaces.discord.gateway import _LEFT

if TYPE_CHECKING:
    from collections.abc import Callable

CHANGED = ("MESSAGE_CREATE", "GUILD_CREATE", "INTERACTION_CREATE", "THREAD_LIST_SYNC", "CHANNEL_DELETE")


@pytest.mark.parametrize(
    ("used", "names"),
    [
        (app_commands.CommandTree._call, {"interaction"}),
        (HTTPClient.request, {"route"}),
        (HTTPClient.ws_connect, {"url", "compress"}),
        (HTTPClient.send_message, {"channel_id", "params"}),
        (HTTPClient.get_bot_gateway, set()),
    ],
)
def test_what_is_replaced_or_called_takes_what_the_bot_passes_on(
    used: Callable[..., object], names: set[str]
) -> None:
    assert inspect.iscoroutinefunction(used) or used is HTTPClient.send_message
    assert names <= set(inspect.signature(used).parameters)


def test_a_message_is_sent_as_it_is_laid_out() -> None:
    assert MultipartParameters._fields == ("payload", "multipart", "files")


@pytest.mark.parametrize("event", [*CHANGED, *_LEFT])
async def test_the_parsers_of_events_are_where_the_bot_changes_them(event: str) -> None:
    connection = discord.Client(intents=discord.Intents.none())._connection
    assert isinstance(connection, ConnectionState)
    assert event in connection.parsers


def test_where_discord_is_can_be_said() -> None:
    assert Route.BASE.startswith("https://discord.com/api/v")
    assert str(DiscordWebSocket.DEFAULT_GATEWAY).startswith("wss://gateway.discord.gg")
    assert {"warn_nacl", "warn_dave"} <= vars(discord.VoiceClient).keys()
