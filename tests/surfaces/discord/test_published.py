"""Everything that the bot sends fits Discord's published schema, which `discord_server` holds it against."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest

from bot.surfaces.discord import words
from bot.surfaces.discord.message_menus import ANSWER, CHECK
from tests.shipped import BRIEFING, CAVEAT
from tests.surfaces.discord.published import faults
from tests.surfaces.discord.server import DiscordServer, Request, discord_server
from tests.surfaces.discord.test_running import MANAGE_SERVER, MENTION, UNLIMITED, running, texts

if TYPE_CHECKING:
    from pathlib import Path

DEFERRED = {5, 6}  # kinds of response after which the answer comes as a change of the message
COMMANDS: tuple[dict[str, Any], ...] = (
    {"name": "ask", "options": [{"name": "question", "type": 3, "value": "how many civilians were killed?"}]},
    {"name": "figures"},
    {"name": "figures", "options": [{"name": "chart", "type": 5, "value": True}]},
    {"name": "figures", "options": [{"name": "side", "type": 3, "value": "nowhere"}]},
    {"name": "quotes"},
    {"name": "timeline"},
    {"name": "sources"},
    {"name": "about"},
    {"name": "help"},
    {"name": "privacy"},
    {"name": "language", "options": [{"name": "choice", "type": 3, "value": "de"}]},
    {"name": "language", "options": [{"name": "choice", "type": 3, "value": "question"}]},
    {"name": "knowledge", "options": [{"name": "status", "type": 1}]},
    {"name": "knowledge", "options": [{"name": "reload", "type": 1}]},
    {"name": "knowledge", "options": [{"name": "history", "type": 1}]},
    {"name": "questions", "options": [{"name": "unanswered", "type": 1}]},
    {
        "name": "settings",
        "options": [
            {"name": "ambient", "type": 1, "options": [{"name": "state", "type": 3, "value": "on"}]},
        ],
    },
    {
        "name": "settings",
        "options": [
            {"name": "briefing", "type": 1, "options": [{"name": "briefing", "type": 3, "value": BRIEFING}]},
        ],
    },
)


def pressable(components: Any) -> list[dict[str, Any]]:  # noqa: ANN401 - any JSON
    """Return every button and select that is in components."""
    if isinstance(components, dict):
        own = [components] if "custom_id" in components else []
        return own + [one for part in components.values() for one in pressable(part)]
    return [one for part in components for one in pressable(part)] if isinstance(components, list) else []


async def answered(server: DiscordServer) -> dict[str, Any]:
    """Return the data of the response to an interaction, once it is whole."""
    body = (await server.next("/callback")).body
    if body["type"] in DEFERRED:
        return (await server.next("/messages/@original", "PATCH")).body
    return body["data"]


async def test_every_command_is_answered_within_the_schema(tmp_path: Path) -> None:
    async with discord_server() as server, running(server, tmp_path, **UNLIMITED):
        async with asyncio.timeout(30):
            await server.identified.get()
        for command in COMMANDS:
            await server.interaction(2, {"id": "1", "type": 1, **command}, permissions=MANAGE_SERVER)
            assert texts((await answered(server))["components"]), command
        asked = {"name": "question", "type": 3, "value": "how", "focused": True}
        await server.interaction(4, {"id": "1", "name": "ask", "type": 1, "options": [asked]})
        assert (await answered(server))["choices"]
        message = {**server.posted([]), "content": "274 civilians were killed."}
        for menu in (CHECK, ANSWER):
            resolved = {"messages": {message["id"]: message}}
            data = {"id": "1", "name": menu, "type": 3, "target_id": message["id"], "resolved": resolved}
            await server.interaction(2, data)
            assert texts((await answered(server))["components"]), menu


async def test_every_button_is_answered_within_the_schema(tmp_path: Path) -> None:
    async with discord_server() as server, running(server, tmp_path, **UNLIMITED):
        async with asyncio.timeout(30):
            await server.identified.get()
        for question in ("how many pakistani soldiers died?", "who won the cricket match?", "the war", ""):
            await server.message(f"{MENTION} {question}")
            card = (await server.next("/messages")).body["components"]
            for one in pressable(card):
                values = [{"values": [option["value"]]} for option in one.get("options", [])] or [{}]
                for value in values:
                    data = {"custom_id": one["custom_id"], "component_type": one["type"], **value}
                    await server.interaction(3, data, server.posted(card))
                    assert (await answered(server))["components"], one


async def test_where_it_may_not_write_it_says_so_within_the_schema(tmp_path: Path) -> None:
    async with discord_server() as server, running(server, tmp_path):
        async with asyncio.timeout(30):
            await server.identified.get()
        server.fail_next.append(("/messages", 403, {}))
        await server.message(f"{MENTION} who declared open war?")
        await server.next(f"/reactions/{words.CANNOT_WRITE}/@me", "PUT")


@pytest.mark.parametrize(
    ("request_", "where"),
    [
        (Request("POST", "/channels/1/messages", {"content": "x" * 4_001}), "messages: content"),
        (Request("POST", "/channels/1/messages", {"flags": "64"}), "messages: flags"),
        (Request("GET", "/users/@me", {}), "takes no body"),
        (Request("GET", "/users/1", None), "not among the operations"),
    ],
)
def test_what_does_not_fit_is_found(request_: Request, where: str) -> None:
    (fault,) = faults([request_, request_])
    assert where in fault


def test_what_fits_is_let_through() -> None:
    assert not faults([Request("POST", "/channels/1/messages", {"content": CAVEAT})])
