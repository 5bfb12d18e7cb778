"""Starts `python -m bot run` where Discord does not let it in, and stops it before it is in."""

from __future__ import annotations

import asyncio
import signal
import socket
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from discord.http import Route

from bot.desk.settings import DiscordSettings
from bot.surfaces.discord.running import point_at
from tests.shipped import BRIEFING, ROOT
from tests.surfaces.discord.server import TOKEN, discord_server
from tests.surfaces.discord.test_running import ended, running

if TYPE_CHECKING:
    from pathlib import Path

    from tests.surfaces.conftest import Bot


@pytest.mark.parametrize(
    ("code", "says"),
    [
        (4004, "refuses the token"),
        (4010, "shard_ids and shard_count"),
        (4011, "shard_count"),
        (4012, "newer version"),
        (4013, "newer version"),
    ],
)
async def test_why_discord_ends_the_connection_is_said_in_one_sentence(
    tmp_path: Path, code: int, says: str
) -> None:
    async with discord_server(close_code=code) as server, running(server, tmp_path) as process:
        status, errors = await ended(process)
    assert status == 1
    assert says in errors.strip().split("\n")[-1]
    assert "Traceback" not in errors


@pytest.mark.parametrize(
    ("path", "answer", "says"),
    [
        ("/users/@me", (200, "text/html", "<html>Welcome</html>"), "is not Discord"),
        ("/users/@me", (200, "application/json", "<html>"), "is not Discord"),
        ("/oauth2/applications/@me", (200, "text/html", "<html>Welcome</html>"), "is not Discord"),
        ("/gateway/bot", (200, "text/html", "<html>Welcome</html>"), "is not Discord"),
        ("/gateway/bot", (403, "application/json", "{}"), "does not say where its gateway is"),
        ("/users/@me", (403, "text/html", "<html>" + "x\n" * 9_000), "403 <html>"),
    ],
)
async def test_what_is_not_discord_is_said_to_be(
    tmp_path: Path, path: str, answer: tuple[int, str, str], says: str
) -> None:
    async with discord_server(fixed={path: answer}) as server, running(server, tmp_path) as process:
        status, errors = await ended(process)
    assert status == 1
    last = errors.strip().split("\n")[-1]
    assert says in last
    assert len(last) < 400
    assert "Traceback" not in errors
    assert TOKEN not in errors


@pytest.mark.parametrize("path", ["/users/@me", "/gateway/bot"])
@pytest.mark.parametrize("trouble", ["hanging", "failing"])
async def test_sigterm_ends_it_while_it_is_not_let_in(tmp_path: Path, path: str, trouble: str) -> None:
    fixed = {path: (500, "application/json", "{}")} if trouble == "failing" else {}
    hanging = path if trouble == "hanging" else ""
    async with discord_server(fixed=fixed, hanging=hanging) as server, running(server, tmp_path) as process:
        await server.next(path, "GET")
        process.send_signal(signal.SIGTERM)
        status, errors = await ended(process)
    assert status == 0, errors
    assert "Traceback" not in errors


async def test_sigterm_ends_it_while_the_knowledge_is_made_ready(tmp_path: Path) -> None:
    settings = {"XDG_CACHE_HOME": str(tmp_path / "empty")}
    async with discord_server() as server, running(server, tmp_path, **settings) as process:
        assert process.stderr is not None
        async with asyncio.timeout(30):
            while BRIEFING.encode() not in await process.stderr.readline():
                pass
        process.send_signal(signal.SIGTERM)
        status, errors = await ended(process)
        assert not server.requests
    assert status == 0, errors
    assert "Traceback" not in errors


async def test_after_a_dropped_connection_it_resumes_at_the_gateway_that_is_set(tmp_path: Path) -> None:
    async with discord_server(resume_url="ws://127.0.0.1:9/") as server, running(server, tmp_path):
        async with asyncio.timeout(30):
            await server.identified.get()
            await server.drop()
            resumed = await server.resumed.get()
    assert resumed["session_id"] == "session"


@pytest.mark.parametrize("count", [{}, {"BRIEFING_BOT_DISCORD__SHARD_COUNT": "1"}])
async def test_without_a_gateway_of_its_own_it_goes_where_the_api_says(
    tmp_path: Path, count: dict[str, str]
) -> None:
    alone = {"BRIEFING_BOT_DISCORD__GATEWAY_URL": "", **count}
    async with discord_server(says_gateway=True) as server, running(server, tmp_path, **alone):
        async with asyncio.timeout(30):
            await server.identified.get()
            await server.invalidate()
            again = await server.identified.get()
    assert again["token"] == TOKEN


@pytest.mark.parametrize(
    ("given", "used"),
    [
        ("http://proxy:8080", "http://proxy:8080/api/v10"),
        ("http://proxy:8080/", "http://proxy:8080/api/v10"),
        ("http://proxy/api", "http://proxy/api/v10"),
        ("http://proxy/api/v10/", "http://proxy/api/v10"),
        ("http://proxy/discord/api/v9", "http://proxy/discord/api/v9"),
        ("http://proxy/api-proxy", "http://proxy/api-proxy/api/v10"),
        ("http://proxy/apis/discord", "http://proxy/apis/discord/api/v10"),
        ("http://api/v10/mirror", "http://api/v10/mirror/api/v10"),
    ],
)
def test_an_address_of_the_api_is_completed(monkeypatch: pytest.MonkeyPatch, given: str, used: str) -> None:
    monkeypatch.setattr(Route, "BASE", Route.BASE)
    point_at(DiscordSettings(api_url=given))
    assert used == Route.BASE


async def test_a_briefing_that_there_is_not_is_refused(tmp_path: Path) -> None:
    async with discord_server() as server, running(server, tmp_path, "--briefing", "nope") as process:
        status, errors = await ended(process)
        assert not server.requests
    assert status == 1
    assert "nope" in errors


@pytest.mark.parametrize("port", ["0", "65536", "-1", "x"])
def test_a_port_that_there_cannot_be_is_wrong_usage(bot: Bot, port: str) -> None:
    status, _, errors = bot("preview", f"--port={port}", "--no-browser")
    assert status == 2
    assert "--port" in errors.strip().split("\n")[-1]


def test_a_port_that_is_taken_is_said_in_one_sentence(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = subprocess.run(
            [sys.executable, "-m", "bot", "preview", "--no-browser", "--port", str(port)],
            cwd=ROOT,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
    assert done.returncode == 1
    assert str(port) in done.stderr.strip().split("\n")[-1]
    assert "Traceback" not in done.stderr
