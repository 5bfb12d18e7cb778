"""Runs the bot until it is told to stop, and says in one sentence why it cannot."""

from __future__ import annotations

import asyncio
import logging
import re
import signal
from contextlib import AsyncExitStack, contextmanager
from typing import TYPE_CHECKING, Any

import aiohttp
import discord
import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route

from bot.briefing.problems import printable
from bot.desk.apart import end_all
from bot.desk.desk import open_desk
from bot.desk.token import read_token
from bot.errors import ConfigError
from bot.surfaces.discord.client import BriefingBot

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from discord.http import HTTPClient

    from bot.desk.settings import DiscordSettings, Settings

log = logging.getLogger(__name__)

_VERSION = "/v10"  # of Discord's API, as discord.py speaks it
_AT_THE_START = {"/users/@me", "/oauth2/applications/@me", "/gateway/bot"}
_AGAIN = 1.0  # seconds until what should be ending is told again
_LONGEST_REFUSAL = 200  # characters of what Discord, or a proxy, says
# Why Discord ends a connection for good: https://discord.com/developers/docs/topics/opcodes-and-status-codes
_CLOSED = {
    4004: "Discord refuses the token: take a new one from the developer portal",
    4010: "Discord refuses a shard: shard_ids and shard_count do not fit together",
    4011: "the bot is in too many servers for so few shards: raise shard_count, or leave it out",
    4012: "Discord no longer speaks this version of its gateway: install a newer version of the bot",
    4013: "Discord does not know an intent that the bot asks for: install a newer version of the bot",
    4014: (
        "Discord refuses the message-content intent: switch it on in the developer portal, "
        "or set message_content = false"
    ),
}


def loop_factory() -> Callable[[], asyncio.AbstractEventLoop] | None:
    """Return what makes the quickest event loop there is, None for Python's own."""
    try:
        import uvloop  # noqa: PLC0415 - not to be had on PyPy
    except ImportError:
        return None
    return uvloop.new_event_loop


async def run(settings: Settings) -> None:
    """Answer in Discord until SIGTERM or SIGINT; ConfigError where Discord does not let the bot in."""
    discord.utils.setup_logging(level=logging.INFO)
    logging.getLogger("alembic").setLevel(logging.WARNING)
    # This bot has no voice, so that what voice needs is missing is no news.
    discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False
    token = read_token(settings)
    point_at(settings.discord)
    told = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, told.set)
    async with AsyncExitStack() as stack:
        opening = asyncio.create_task(stack.enter_async_context(open_desk(settings)))
        while not await _is_done_before(told, opening):
            # An edition that is being made ready would be waited for, and each attempt starts a process anew.
            end_all()
            if await _is_done_within(opening, _AGAIN):
                await asyncio.gather(opening, return_exceptions=True)
                return
        desk = await opening
        bot = await stack.enter_async_context(BriefingBot(desk))
        if settings.discord.gateway_url:
            send_shards_to(settings.discord.gateway_url, bot.http)
        elif settings.discord.api_url:
            ask_for_the_gateway(bot.http)
        insist_on_discord(settings.discord.api_url, bot.http)
        answering = asyncio.create_task(bot.start(token))
        if await _is_done_before(told, answering):
            with _sentences():
                await answering
            return
        await bot.leave()
        if not await _is_done_within(answering, _AGAIN):
            answering.cancel()
        await asyncio.gather(answering, return_exceptions=True)


async def _is_done_before(told: asyncio.Event, work: asyncio.Task[Any]) -> bool:
    """Wait for work, and tell whether it was done before the bot was told to stop."""
    telling = asyncio.create_task(told.wait())
    await asyncio.wait({telling, work}, return_when=asyncio.FIRST_COMPLETED)
    telling.cancel()
    return work.done()


async def _is_done_within(work: asyncio.Task[Any], seconds: float) -> bool:
    return bool((await asyncio.wait({work}, timeout=seconds))[0])


@contextmanager
def _sentences() -> Iterator[None]:
    """Make one clear sentence of why Discord does not let the bot in."""
    try:
        yield
    except discord.LoginFailure:
        raise ConfigError(_CLOSED[4004]) from None
    except discord.PrivilegedIntentsRequired:
        raise ConfigError(_CLOSED[4014]) from None
    except discord.ConnectionClosed as error:
        why = _CLOSED.get(error.code, f"Discord ends the connection, with the code {error.code}")
        raise ConfigError(why) from None
    except discord.GatewayNotFound as error:
        raise ConfigError(f"Discord does not say where its gateway is: {error.__cause__}") from None
    except discord.HTTPException as error:
        said = printable(error.text)[:_LONGEST_REFUSAL]
        raise ConfigError(f"Discord refuses to let the bot in: {error.status} {said}".rstrip()) from None
    except (aiohttp.ClientError, OSError) as error:
        raise ConfigError(f"Discord cannot be reached: {str(error) or type(error).__name__}") from None


def point_at(settings: DiscordSettings) -> None:
    """Point discord.py at another server for REST, as a proxy or a test needs."""
    if settings.api_url:
        url = yarl.URL(settings.api_url)
        path = url.path.rstrip("/")
        if not re.search(r"/api(/v\d+)?$", path):
            path += "/api"
        Route.BASE = str(url.with_path(path + _VERSION if path.endswith("/api") else path))


def send_shards_to(gateway: str, http: HTTPClient) -> None:
    """Have every connection go to a gateway, wherever Discord says that its own is."""
    connect = http.ws_connect

    async def elsewhere(url: str, *, compress: int = 0) -> aiohttp.ClientWebSocketResponse:
        there = yarl.URL(gateway).with_query(yarl.URL(url).query)
        return await connect(str(there), compress=compress)

    http.ws_connect = elsewhere  # type: ignore[method-assign] # discord.py has no setting for it


def ask_for_the_gateway(http: HTTPClient) -> None:
    """Have what would go to Discord's own gateway unasked go where the API says.

    discord.py does so after an invalid session, and from the start where the number of shards is set.
    """
    connect = http.ws_connect

    async def where_told(url: str, *, compress: int = 0) -> aiohttp.ClientWebSocketResponse:
        there = yarl.URL(url)
        if there.with_query(None) == DiscordWebSocket.DEFAULT_GATEWAY:
            try:
                _, gateway, _ = await http.get_bot_gateway()
            except ConfigError as error:
                raise discord.GatewayNotFound from error  # which is tried again
            there = yarl.URL(gateway).with_query(there.query)
        return await connect(str(there), compress=compress)

    http.ws_connect = where_told  # type: ignore[method-assign] # as above


def insist_on_discord(api: str | None, http: HTTPClient) -> None:
    """Have what the bot starts with refused where something else than Discord answers, a proxy’s page say."""
    request = http.request

    async def checked(route: Route, **options: Any) -> Any:  # noqa: ANN401 - as discord.py has it
        try:
            answer = await request(route, **options)
        except ValueError:  # what says that it is JSON, and is not
            answer = None
        if route.path in _AT_THE_START and not isinstance(answer, dict):
            raise ConfigError(f"what answers at {printable(api or Route.BASE)} is not Discord")
        return answer

    http.request = checked  # type: ignore[method-assign] # as above
