"""Discord that does not answer in time costs one reply and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from discord.http import Route
from discord.webhook.async_ import async_context

from bot.surfaces.discord import words
from tests.desk import edits
from tests.shipped import CAVEAT
from tests.surfaces.discord.conftest import World, shown

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

DEAD = "how many pakistani soldiers died?"


def time_out_once(sender: Any, monkeypatch: pytest.MonkeyPatch, path: str) -> list[str]:  # noqa: ANN401
    """Have the next request of a sender whose path ends so time out, as aiohttp does after five minutes."""
    request, out = sender.request, []

    async def timing_out(*arguments: Any, **options: Any) -> Any:  # noqa: ANN401 - as discord.py has it
        route = next(one for one in arguments if isinstance(one, Route))
        if route.path.endswith(path) and not out:
            out.append(route.path)
            raise TimeoutError
        return await request(*arguments, **options)

    monkeypatch.setattr(sender, "request", timing_out)
    return out


async def test_the_next_question_is_answered(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    out = time_out_once(world.bot.http, monkeypatch, "/messages")
    await world.ask(DEAD)
    assert out
    world.env.errors.clear()
    reply = await world.ask("who declared open war?")
    assert reply is not None
    assert "open war" in shown(reply)


async def test_a_change_whose_end_is_not_seen_is_applied(
    world: World, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    edits.rephrase(folder)
    before = world.desk.knowledge
    result = await world.moderator.slash(world.channel, "knowledge reload")
    assert result.response is not None
    out = time_out_once(async_context.get(), monkeypatch, "/messages/@original")
    await world.moderator.click(result.response, label=words.APPLY)
    assert out
    assert world.desk.knowledge is not before
    history = await world.moderator.slash(world.channel, "knowledge history")
    assert history.response is not None
    assert words.RELOADED in shown(history.response)
    reply = await world.ask(DEAD)
    assert reply is not None
    assert CAVEAT in shown(reply)
