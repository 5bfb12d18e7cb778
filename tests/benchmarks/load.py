"""A Discord with many servers and channels that asks a bot much and takes the time of its answers."""

from __future__ import annotations

import asyncio
import os
import sys
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any

from aiohttp import web

from tests.shipped import ROOT
from tests.surfaces.discord.server import BOT, CHANNEL, SERVER, TOKEN, DiscordServer

if TYPE_CHECKING:
    from asyncio.subprocess import Process
    from collections.abc import AsyncIterator, Iterator

CHANNELS = [str(int(CHANNEL) + number) for number in range(64)]
BARE = str(Path(__file__).parent / "bare_bot.py")
PROGRAMS = {
    "bare, echoes": [BARE],
    "bare, echoes in a card": [BARE, "card"],
    "the bot": ["-m", "bot", "run"],
}
_TICKS = os.sysconf("SC_CLK_TCK")
# Each question is answered in full: no cooldown, no link to the same answer.
_ANSWER_ALL = {
    "BRIEFING_BOT_COOLDOWNS__MEMBER_QUESTIONS": "100000000",
    "BRIEFING_BOT_COOLDOWNS__CHANNEL_QUESTIONS": "100000000",
    "BRIEFING_BOT_COOLDOWNS__REPEAT_SECONDS": "0.000001",
}


@dataclass
class Load(DiscordServer):
    """A server that knows which of its questions a message answers."""

    waiting: dict[str, asyncio.Future[float]] = field(default_factory=dict)
    answers: list[Any] = field(default_factory=list)
    servers: int = 0
    welcomed: bool = False  # everything that follows an identify is on the socket
    _heard: set[asyncio.Task[None]] = field(default_factory=set)

    async def ask(self, question: str, channel: str) -> float:
        """Ask, and return the seconds until the answer's request came in."""
        number = str(self._ids + 1)
        answered = self.waiting[number] = asyncio.get_running_loop().create_future()
        start = perf_counter()
        await self.message(f"<@{BOT}> {question}", channel=channel)
        return await asyncio.wait_for(answered, 40) - start

    async def ask_many(self, questions: Iterator[str], count: int, at_once: int) -> list[float]:
        """Ask so many, so many of them at once, each asker in its own channels."""
        times: list[float] = []

        async def asker(first: int) -> None:
            for number in range(first, count, at_once):
                seconds = await self.ask(next(questions), CHANNELS[number % len(CHANNELS)])
                times.append(seconds)

        await asyncio.gather(*map(asker, range(at_once)))
        return times

    def _answer(self, request: web.Request, path: str, body: Any) -> web.Response:  # noqa: ANN401 - any JSON
        if path.endswith("/messages"):
            waits = self.waiting.pop(str(body["message_reference"]["message_id"]), None)
            if waits and not waits.done():
                waits.set_result(perf_counter())
                self.answers = [body, *self.answers[:63]]
        self.requests.clear()
        while not self.came.empty():
            self.came.get_nowait()
        return super()._answer(request, path, body)

    def posted(self, components: list[dict[str, Any]]) -> dict[str, Any]:
        """Return a message of the bot, which the bot hears of at the gateway too, as from Discord."""
        message = super().posted(components)
        hears = asyncio.create_task(self.say("MESSAGE_CREATE", message | {"guild_id": SERVER}))
        self._heard.add(hears)
        hears.add_done_callback(self._heard.discard)
        return message

    async def say(self, event: str, data: dict[str, Any]) -> None:
        if event == "READY":
            more = [{"id": str(one), "unavailable": True} for one in self._more()]
            data = data | {"guilds": data["guilds"] + more}
        elif event == "GUILD_CREATE" and data["id"] == SERVER:
            channels = [_channel(one, int(one)) for one in CHANNELS]
            await super().say(event, data | {"channels": channels})
            for one in self._more():
                ids = [str(one + number) for number in range(1, 31)]
                roles = [data["roles"][0] | {"id": role, "name": f"role {role}"} for role in ids[20:29]]
                everyone = data["roles"][0] | {"id": str(one)}
                await super().say(
                    event,
                    data
                    | {
                        "id": str(one),
                        "name": f"server {one}",
                        "channels": [_channel(channel, at) for at, channel in enumerate(ids[:20])],
                        "roles": [everyone, *roles],
                    },
                )
            return
        await super().say(event, data)

    async def _welcome(self) -> None:
        await super()._welcome()
        self.welcomed = True

    def _more(self) -> range:
        return range(10**17, 10**17 + 1_000 * self.servers, 1_000)


def _channel(channel: str, position: int) -> dict[str, Any]:
    return {
        "id": channel,
        "type": 0,
        "name": f"channel-{channel}",
        "position": position,
        "topic": None,
        "parent_id": None,
        "nsfw": False,
        "last_message_id": None,
        "rate_limit_per_user": 0,
        "permission_overwrites": [],
    }


@dataclass
class Run:
    """A bot as a child process, and the server that it speaks to."""

    process: Process
    server: Load
    started: float
    identified: float

    def cpu(self) -> float:
        """Return the seconds of processor time so far."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / _TICKS

    async def rest(self) -> None:
        """Wait until it has nothing to do: what a first start compiles would be measured with all three."""
        used = -1.0
        while used != (used := self.cpu()):  # noqa: ASYNC110 - a process of its own tells nothing
            await asyncio.sleep(1)

    def resident(self) -> float:
        """Return the megabytes in memory."""
        lines = Path(f"/proc/{self.process.pid}/status").read_text().splitlines()
        return int(next(line for line in lines if line.startswith("VmRSS")).split()[1]) / 1024


@asynccontextmanager
async def _served(servers: int) -> AsyncIterator[Load]:
    server = Load(servers=servers)
    app = web.Application()
    app.router.add_get("/gateway", server.listen)
    app.router.add_get("/gateway/", server.listen)
    app.router.add_route("*", "/{path:.*}", server.rest)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    server.address = f"http://127.0.0.1:{runner.addresses[0][1]}"
    try:
        yield server
    finally:
        await runner.cleanup()


@asynccontextmanager
async def running(name: str, folder: Path, *, servers: int = 0) -> AsyncIterator[Run]:
    """Start a program against a server of its own and wait until it identifies."""
    async with _served(servers) as server:
        environment = {
            **os.environ,
            **_ANSWER_ALL,
            "BRIEFING_BOT_DISCORD__API_URL": server.address,
            "BRIEFING_BOT_DISCORD__GATEWAY_URL": server.gateway,
            "BRIEFING_BOT_STORAGE__PATH": str(folder / "bot.sqlite3"),
            "XDG_CACHE_HOME": str(folder / "cache"),
            "XDG_STATE_HOME": str(folder / "state"),
            "DISCORD_TOKEN": TOKEN,
        }
        start = perf_counter()
        with (folder / f"{name}.log").open("ab") as log:
            process = await asyncio.create_subprocess_exec(
                sys.executable, *PROGRAMS[name], cwd=ROOT, env=environment, stdout=log, stderr=log
            )
        try:
            await asyncio.wait_for(server.identified.get(), 60)
            identified = perf_counter() - start
            while not server.welcomed:  # noqa: ASYNC110 - a thousandth of a second is exact enough
                await asyncio.sleep(0.001)
            yield Run(process, server, start, identified)
        finally:
            process.kill()
            await process.wait()
