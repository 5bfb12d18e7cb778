"""Whatever moderators do can be read afterwards: who, where, why, and as far back as it goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.desk.reloading import enter
from bot.surfaces.discord import words
from tests.desk import edits
from tests.shipped import BRIEFING
from tests.surfaces.discord.conftest import World, labels, shown

if TYPE_CHECKING:
    from pathlib import Path

    import discord


async def history(world: World) -> discord.Message:
    result = await world.moderator.slash(world.channel, "knowledge history")
    assert result.response is not None
    return result.response


async def reloaded(world: World, **options: str) -> discord.Message:
    result = await world.moderator.slash(world.channel, "knowledge reload", **options)
    assert result.response is not None
    return result.response


async def test_a_setting_is_entered_with_its_place(world: World) -> None:
    await world.moderator.slash(world.channel, "settings briefing", briefing=BRIEFING)
    await world.moderator.slash(world.channel, "settings briefing", briefing=BRIEFING, everywhere=True)
    text = shown(await history(world))
    assert f"briefing · <#{world.channel.id}> ({world.channel.id}) · moderator" in text
    assert f"briefing · server {world.server.id} · moderator" in text


async def test_what_was_discarded_and_refused_is_entered(world: World, folder: Path) -> None:
    edits.rephrase(folder)
    await world.moderator.click(await reloaded(world, reason="a *typing* error"), label=words.DISCARD)
    edits.spoil(folder)
    await reloaded(world)
    text = shown(await history(world))
    assert r"a \*typing\* error" in text
    assert "discarded" in text
    assert "refused" in text
    assert "claims.toml" in text
    assert text.count("moderator (") == 2


async def test_a_reason_is_kept_with_the_edition(world: World, folder: Path) -> None:
    first = world.desk.knowledge.digest
    edits.rephrase(folder)
    await world.moderator.click(await reloaded(world, reason="asked so by members"), label=words.APPLY)
    assert "– asked so by members" in shown(await history(world))
    back = await world.moderator.slash(
        world.channel, "knowledge rollback", edition=first, reason="they meant another"
    )
    assert back.response is not None
    await world.moderator.click(back.response, label=words.APPLY)
    assert "– they meant another" in shown(await history(world))
    choices = await world.moderator.autocomplete(world.channel, "knowledge rollback", "edition", "")
    assert [one["name"].split(" – ")[-1] for one in choices] == ["asked so by members"]


async def test_all_of_it_can_be_turned_to(world: World) -> None:
    for number in range(30):
        await enter(world.desk, who="ann", where=None, what="noted", why=f"entry {number}.")
    page = await history(world)
    seen = [shown(page)]
    assert labels(page) == [words.LATER]
    while words.LATER in labels(page):
        await world.moderator.click(page, label=words.LATER)
        seen.append(shown(page))
    assert labels(page) == [words.EARLIER]
    assert all(f"entry {number}." in "".join(seen) for number in range(30))
    await world.moderator.click(page, label=words.EARLIER)
    assert shown(page) == seen[-2]


async def test_only_who_may_change_the_knowledge_turns_the_pages(world: World) -> None:
    for number in range(9):
        await enter(world.desk, who="ann", where=None, what="noted", why=f"entry {number}.")
    page = await history(world)
    world.env.create_guild("another")
    refused = await world.moderator.click(page, label=words.LATER)
    assert refused.response is not None
    assert shown(refused.response) == words.NOT_ALLOWED_SERVERS
