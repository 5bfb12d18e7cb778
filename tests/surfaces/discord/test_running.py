"""Runs `python -m bot run` as a process of its own against a server that speaks Discord's protocol."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

import pytest

from bot.desk.asking import ask
from bot.surfaces.discord.running import loop_factory
from tests.shipped import BRIEFING, CAVEAT, ROOT, SOURCE, knowledge, measured, new_database
from tests.surfaces.discord.server import (
    BOT,
    MEMBER_USER,
    SERVER,
    TOKEN,
    DiscordServer,
    Request,
    discord_server,
)

if TYPE_CHECKING:
    from asyncio.subprocess import Process
    from collections.abc import AsyncIterator
    from pathlib import Path

MENTION = f"<@{BOT}>"
QUESTIONS = (
    "how many pakistani soldiers died according to pakistan?",
    "how many afghan soldiers were killed?",
    "how many civilians died in khost?",
    "how many pakistani soldiers were captured?",
)
MANAGE_SERVER = 1 << 5
DEFERRED = 5  # the kind of response that has a member wait
UNDERSTOOD = 3.0  # seconds that Discord waits for a first response


@asynccontextmanager
async def running(
    server: DiscordServer,
    folder: Path,
    *arguments: str,
    token: str = TOKEN,
    counted: bool = True,
    **settings: str,
) -> AsyncIterator[Process]:
    """Run the bot, measured for coverage but where a test has it do very much."""
    database = folder / "bot.sqlite3"
    if not database.exists():
        database.write_bytes(new_database())
    environment = {
        **(measured() if counted else os.environ),
        "BRIEFING_BOT_DISCORD__API_URL": server.address,
        "BRIEFING_BOT_DISCORD__GATEWAY_URL": server.gateway,
        "BRIEFING_BOT_STORAGE__PATH": str(database),
        "XDG_STATE_HOME": str(folder / "state"),
        "DISCORD_TOKEN": token,
        **settings,
    }
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot",
        "run",
        *arguments,
        cwd=ROOT,
        env=environment,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.communicate()


async def ended(process: Process) -> tuple[int | None, str]:
    async with asyncio.timeout(30):
        _, errors = await process.communicate()
    return process.returncode, errors.decode()


def texts(components: object) -> str:
    """Return every text in a message's components."""
    if isinstance(components, list):
        return "\n".join(filter(None, map(texts, components)))
    if isinstance(components, dict):
        own = components.get("content", "")
        return "\n".join(filter(None, (own, texts(components.get("components", [])))))
    return ""


async def test_a_mention_is_answered_over_real_sockets_and_sigterm_ends_it_well(tmp_path: Path) -> None:
    settings = {"BRIEFING_BOT_STORAGE__PATH": str(tmp_path / "first" / "bot.sqlite3")}
    async with discord_server() as server, running(server, tmp_path, **settings) as process:
        async with asyncio.timeout(30):
            identity = await server.identified.get()
        assert identity["intents"] & (1 << 15) == 0, "message content is off by default"
        await server.message(f"{MENTION} how many pakistani soldiers died?")
        request = await server.next("/messages")
        text = texts(request.body["components"])
        assert "He said 12 Pakistani soldiers were killed" in text
        assert "saying 55 Pakistani soldiers were killed" in text
        assert CAVEAT in text
        assert request.body["allowed_mentions"] == {"parse": [], "replied_user": False}
        quoted = [line.removeprefix("> ") for line in text.split("\n") if line.startswith("> ")]
        assert quoted
        assert all(line in SOURCE for line in quoted)
        process.send_signal(signal.SIGTERM)
        status, errors = await ended(process)
        assert status == 0, errors
        assert TOKEN not in errors


def test_without_uvloop_pythons_own_loop_does(monkeypatch: pytest.MonkeyPatch) -> None:
    quick = loop_factory()
    assert quick is not None
    quick().close()
    monkeypatch.setitem(sys.modules, "uvloop", None)
    assert loop_factory() is None


async def test_a_refused_token_is_said_in_one_sentence(tmp_path: Path) -> None:
    async with discord_server(refuse_token=True) as server, running(server, tmp_path) as process:
        status, errors = await ended(process)
    assert status == 1
    assert "refuses the token" in errors
    assert "Traceback" not in errors
    assert TOKEN not in errors


async def test_a_refused_intent_is_said_in_one_sentence(tmp_path: Path) -> None:
    setting = {"BRIEFING_BOT_DISCORD__MESSAGE_CONTENT": "true"}
    async with discord_server(close_code=4014) as server, running(server, tmp_path, **setting) as process:
        status, errors = await ended(process)
    assert status == 1
    assert "message_content" in errors
    assert "Traceback" not in errors


async def test_without_a_token_nothing_is_tried(tmp_path: Path) -> None:
    async with discord_server() as server, running(server, tmp_path, token="") as process:
        status, errors = await ended(process)
        assert not server.requests
    assert status == 1
    assert "DISCORD_TOKEN" in errors


async def test_commands_are_written_only_when_they_have_changed(tmp_path: Path) -> None:
    async with discord_server() as server:
        for _ in range(2):
            async with running(server, tmp_path) as process:
                async with asyncio.timeout(30):
                    await server.identified.get()
                process.send_signal(signal.SIGTERM)
                status, errors = await ended(process)
                assert status == 0, errors
        written = [one for one in server.requests if one.path.endswith("/commands")]
    assert len(written) == 1
    assert {one["name"] for one in written[0].body} >= {"ask", "figures", "knowledge", "Check this message"}


async def test_a_rate_limit_without_the_edges_mark_is_waited_for(tmp_path: Path) -> None:
    async with discord_server() as server, running(server, tmp_path):
        async with asyncio.timeout(30):
            await server.identified.get()
        server.fail_next.append(("/messages", 429, {"Retry-After": "0.1"}))
        await server.message(f"{MENTION} who declared open war?")
        request = await server.next("/messages")
        assert "“Now it is an open war between us and you.”" in texts(request.body["components"])


@pytest.mark.parametrize("read", [True, False])
async def test_a_reply_without_a_ping_is_answered_where_words_are_read(tmp_path: Path, *, read: bool) -> None:
    setting = {"BRIEFING_BOT_DISCORD__MESSAGE_CONTENT": str(read).lower()}
    async with discord_server() as server, running(server, tmp_path, **setting) as process:
        async with asyncio.timeout(30):
            await server.identified.get()
        card = server.posted([])
        words = QUESTIONS[0] if read else ""  # Discord keeps the words of other messages back
        await server.message(words, mention=False, replies_to=card)
        await server.message("lol" if read else "", mention=False, replies_to=card)
        await server.message("", mention=False, replies_to=card)
        await server.message(QUESTIONS[1], mention=False, replies_to={**card, "author": MEMBER_USER})
        await server.message(f"{MENTION} who declared open war?")
        sent = [texts((await server.next("/messages")).body["components"]) for _ in range(1 + read)]
        assert any("“Now it is an open war between us and you.”" in one for one in sent)
        assert any(CAVEAT in one for one in sent) == read
        process.send_signal(signal.SIGTERM)
        await ended(process)
        assert len([one for one in server.requests if one.path.endswith("/messages")]) == 1 + read


async def test_what_is_refused_for_long_is_not_sent_at_once_again(tmp_path: Path) -> None:
    async with discord_server() as server, running(server, tmp_path):
        async with asyncio.timeout(30):
            await server.identified.get()
        server.fail_next.append(("/messages", 429, {"Retry-After": "60"}))
        await server.message(f"{MENTION} {QUESTIONS[0]}")
        await server.message(f"{MENTION} who declared open war?")
        request = await server.next("/messages")
        sent = [one.body for one in server.requests if one.path.endswith("/messages")]
        assert "“Now it is an open war between us and you.”" in texts(request.body["components"])
        assert len(sent) == 2
        assert all("message_reference" in one for one in sent)


async def test_what_discord_cannot_take_at_the_moment_is_sent_again_as_it_is(tmp_path: Path) -> None:
    async with discord_server() as server, running(server, tmp_path):
        async with asyncio.timeout(30):
            await server.identified.get()
        server.fail_next.append(("/messages", 503, {}))
        await server.message(f"{MENTION} who declared open war?")
        request = await server.next("/messages")
        assert "“Now it is an open war between us and you.”" in texts(request.body["components"])
        assert "message_reference" in request.body


async def test_a_first_response_that_is_refused_once_is_sent_again(tmp_path: Path) -> None:
    option = {"name": "question", "type": 3, "value": "who declared open war?"}
    ask = {"id": "1", "name": "ask", "type": 1, "options": [option]}
    async with discord_server() as server, running(server, tmp_path):
        async with asyncio.timeout(30):
            await server.identified.get()
        for data in (ask, {"id": "2", "name": "privacy", "type": 1}):
            server.fail_next.append(("/callback", 429, {"Retry-After": "0.1"}))
            path = await server.interaction(2, data)
            request = await server.next("/callback")
            assert request.path == path


async def test_commands_and_buttons_are_answered_in_time(tmp_path: Path) -> None:
    async with discord_server() as server, running(server, tmp_path):
        async with asyncio.timeout(30):
            await server.identified.get()
        option = {"name": "question", "type": 3, "value": "who declared open war?"}
        started = asyncio.get_running_loop().time()
        await server.interaction(2, {"id": "1", "name": "ask", "type": 1, "options": [option]})
        request = await server.next("/callback")
        assert asyncio.get_running_loop().time() - started < UNDERSTOOD
        reply = request.body["data"]
        assert reply["flags"] & 64, "to the asker alone"
        assert "“Now it is an open war between us and you.”" in texts(reply["components"])
        button = reply["components"][0]["components"][-2]["components"][0]
        data = {"custom_id": button["custom_id"], "component_type": 2}
        await server.interaction(3, data, server.posted(reply["components"]))
        context = await server.next("/callback")
        assert "> **Pakistan’s Defence Minister" in texts(context.body["data"]["components"])


async def test_what_happens_in_a_server_later_disturbs_nothing(tmp_path: Path) -> None:
    """Discord tells of channels, and of part of the one that a command is used in; the bot keeps none."""
    role = {"id": "7000", "name": "later", "permissions": "0", "position": 1, "color": 0}
    channel = {"id": "8000", "type": 0, "name": "later", "position": 1, "guild_id": SERVER}
    stage = {"id": "8001", "guild_id": SERVER, "channel_id": "8000", "topic": "", "privacy_level": 2}
    async with discord_server() as server, running(server, tmp_path) as process:
        async with asyncio.timeout(30):
            await server.identified.get()
        for event, data in (
            ("GUILD_ROLE_CREATE", {"guild_id": SERVER, "role": role}),
            ("GUILD_ROLE_UPDATE", {"guild_id": SERVER, "role": role}),
            ("GUILD_ROLE_DELETE", {"guild_id": SERVER, "role_id": "7000"}),
            ("GUILD_UPDATE", {"id": SERVER, "name": "renamed", "roles": [role]}),
            ("CHANNEL_CREATE", channel),
            ("CHANNEL_UPDATE", channel | {"name": "renamed"}),
            ("CHANNEL_PINS_UPDATE", {"guild_id": SERVER, "channel_id": "8000"}),
            ("STAGE_INSTANCE_CREATE", stage),
            ("STAGE_INSTANCE_UPDATE", stage | {"topic": "war"}),
            ("STAGE_INSTANCE_DELETE", stage),
            ("CHANNEL_DELETE", channel),
        ):
            await server.say(event, data)
        await server.message(f"{MENTION} who declared open war?", channel="8000")
        await server.next("/messages")
        option = {"name": "question", "type": 3, "value": "who declared open war?"}
        data = {"id": "1", "name": "ask", "type": 1, "options": [option]}
        for channel_type in (0, 2, 5, 13):  # text, voice, announcements, stage
            await server.interaction(2, data, channel_type=channel_type)
            request = await server.next("/callback")
            assert "open war" in texts(request.body["data"]["components"])
        process.send_signal(signal.SIGTERM)
        status, errors = await ended(process)
        assert status == 0, errors
        assert not [line for line in errors.split("\n") if "WARNING" in line or "ERROR" in line], errors


UNLIMITED = {
    f"BRIEFING_BOT_COOLDOWNS__{one}": "100000" for one in ("MEMBER_QUESTIONS", "CHANNEL_QUESTIONS")
} | {"BRIEFING_BOT_COOLDOWNS__REPEAT_SECONDS": "0"}


def assert_whole(request: Request, question: str) -> str:
    """Assert that a reply keeps what every reply promises, and return its text."""
    text = texts(request.body["components"])
    assert request.body["allowed_mentions"] == {"parse": [], "replied_user": False}
    assert CAVEAT in text
    quoted = [line[2:] for line in text.split("\n") if line.startswith("> ")]
    assert quoted
    assert all(line in SOURCE for line in quoted)
    claimants = [one.claimant.name for one in ask(knowledge(), question).claims if one.claimant]
    assert claimants
    assert all(name in text for name in claimants)
    return text


async def test_two_thousand_questions_in_a_burst_are_all_answered(tmp_path: Path) -> None:
    async with (
        discord_server() as server,
        running(server, tmp_path, counted=False, **UNLIMITED) as process,
    ):
        async with asyncio.timeout(30):
            await server.identified.get()
        for number in range(2_000):
            await server.message(
                f"{MENTION} {QUESTIONS[number % len(QUESTIONS)]}", channel=str(4000 + number % 20)
            )
        for _ in range(2_000):
            request = await server.next("/messages")
            channel = int(request.path.split("/")[2])
            assert_whole(request, QUESTIONS[channel % len(QUESTIONS)])
        assert process.returncode is None


async def test_a_reload_under_load_parts_no_answer(tmp_path: Path, folder: Path) -> None:
    # By name, for the bot does not know at once how many servers there are.
    named = {"BRIEFING_BOT_MODERATORS__SERVERS": f"[{SERVER}]"}
    settings = {**UNLIMITED, **named, "BRIEFING_BOT_KNOWLEDGE": str(folder)}
    async with discord_server() as server, running(server, tmp_path, counted=False, **settings):
        async with asyncio.timeout(30):
            await server.identified.get()
        claims = folder / BRIEFING / "claims.toml"
        old, new = "named in the sentence before.", "named just before."
        claims.write_text(claims.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
        group = {"name": "reload", "type": 1, "options": []}
        data = {"id": "1", "name": "knowledge", "type": 1, "options": [group]}
        await server.interaction(2, data, permissions=MANAGE_SERVER)
        seen: set[bool] = set()
        applied = False
        async with asyncio.timeout(60):
            while seen != {True, False}:
                await server.message(f"{MENTION} {QUESTIONS[0]}", channel=str(4000 + len(seen)))
                request = await server.next("/messages")
                text = assert_whole(request, QUESTIONS[0])
                assert (old in text) != (new in text), "one edition or the other, never both"
                seen.add(new in text)
                shown = [one for one in server.requests if one.path.endswith("/messages/@original")]
                if shown and not applied:
                    applied = True
                    components = shown[0].body["components"]
                    button = components[0]["components"][-1]["components"][0]
                    await server.interaction(
                        3,
                        {"custom_id": button["custom_id"], "component_type": 2},
                        server.posted(components),
                        permissions=MANAGE_SERVER,
                    )


async def test_a_question_in_flight_is_answered_before_the_bot_goes(tmp_path: Path) -> None:
    async with discord_server() as server, running(server, tmp_path) as process:
        async with asyncio.timeout(30):
            await server.identified.get()
        server.hold = asyncio.Event()
        await server.message(f"{MENTION} who declared open war?")
        await server.held.wait()
        process.send_signal(signal.SIGTERM)
        server.hold.set()
        status, errors = await ended(process)
        assert status == 0, errors
        request = await server.next("/messages")
        assert "“Now it is an open war between us and you.”" in texts(request.body["components"])


@pytest.mark.parametrize(
    "command",
    [
        {"name": "privacy"},
        {"name": "language", "options": [{"name": "choice", "type": 3, "value": "de"}]},
        {"name": "knowledge", "options": [{"name": "history", "type": 1}]},
        {"name": "questions", "options": [{"name": "unanswered", "type": 1}]},
        {"name": "settings", "options": [{"name": "briefing", "type": 1}]},
    ],
    ids=lambda command: command["name"],
)
async def test_a_command_that_waits_is_answered_before_the_bot_goes(
    tmp_path: Path, command: dict[str, Any]
) -> None:
    settings = {"BRIEFING_BOT_MODERATORS__SERVERS": f"[{SERVER}]"}
    async with discord_server(holds="/callback") as server, running(server, tmp_path, **settings) as process:
        async with asyncio.timeout(30):
            await server.identified.get()
        server.hold = asyncio.Event()
        await server.interaction(2, {"id": "1", "type": 1, **command}, permissions=MANAGE_SERVER)
        await server.held.wait()
        process.send_signal(signal.SIGTERM)
        server.hold.set()
        status, errors = await ended(process)
        assert status == 0, errors
        assert "Traceback" not in errors
        assert (await server.next("/callback")).body["type"] == DEFERRED
        shown = await server.next("/messages/@original", "PATCH")
        assert texts(shown.body["components"])
