"""Runs the bot until it is told to stop, and says in one sentence why it cannot."""

from __future__ import annotations

import asyncio
import logging
import signal
from typing import TYPE_CHECKING

import aiohttp
import discord
import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route

from bot.desk.desk import open_desk
from bot.desk.token import read_token
from bot.errors import ConfigError
from bot.surfaces.discord.client import BriefingBot

if TYPE_CHECKING:
    from collections.abc import Callable

    from discord.http import HTTPClient
    from discord.types.gateway import SessionStartLimit

    from bot.desk.settings import DiscordSettings, Settings

log = logging.getLogger(__name__)

_API_PATH = "/api/v10"


def loop_factory() -> Callable[[], asyncio.AbstractEventLoop] | None:
    """Return what makes the quickest event loop there is, None for Python's own."""
    try:
        import uvloop  # noqa: PLC0415 - not to be had on Windows
    except ImportError:
        return None
    return uvloop.new_event_loop


async def run(settings: Settings) -> None:
    """Answer in Discord until SIGTERM or SIGINT; ConfigError where the token or the intents are refused."""
    discord.utils.setup_logging(level=logging.INFO)
    logging.getLogger("alembic").setLevel(logging.WARNING)
    # This bot has no voice, so that what voice needs is missing is no news.
    discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False
    token = read_token(settings)
    point_at(settings.discord)
    async with open_desk(settings) as desk, BriefingBot(desk) as bot:
        loop = asyncio.get_running_loop()
        leaving: list[asyncio.Task[None]] = []
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, lambda: leaving.append(asyncio.create_task(bot.leave())))
        if settings.discord.gateway_url:
            send_shards_to(settings.discord.gateway_url, bot.http)
        try:
            await bot.start(token)
        except discord.LoginFailure:
            raise ConfigError("Discord refuses the token: take a new one from the developer portal") from None
        except discord.PrivilegedIntentsRequired:
            raise ConfigError(
                "Discord refuses the message-content intent: switch it on in the developer portal, "
                "or set message_content = false"
            ) from None
        except (aiohttp.ClientConnectionError, OSError) as error:
            raise ConfigError(f"Discord cannot be reached: {error}") from None
        except discord.HTTPException as error:
            raise ConfigError(f"Discord refuses to let the bot in: {error.status} {error.text}") from None
        finally:
            await asyncio.gather(*leaving)


def point_at(settings: DiscordSettings) -> None:
    """Point discord.py at another server for REST and for the gateway, as a proxy or a test needs."""
    if settings.api_url:
        url = yarl.URL(settings.api_url)
        path = url.path.rstrip("/")
        Route.BASE = str(url.with_path(path if "/api" in path else path + _API_PATH))
    if settings.gateway_url:
        DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(settings.gateway_url)


def send_shards_to(gateway: str, http: HTTPClient) -> None:
    """Have Discord say how many shards there are, but not where its gateway is."""
    ask = http.get_bot_gateway

    async def elsewhere() -> tuple[int, str, SessionStartLimit]:
        shards, _, limit = await ask()
        return shards, gateway, limit

    http.get_bot_gateway = elsewhere  # type: ignore[method-assign] # discord.py has no setting for it
