"""Whatever stands in a channel says that the knowledge has changed since, wherever it leads."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any

import discord
import pytest
from discord import ui

from bot.surfaces.discord import words
from bot.surfaces.discord.cards import card
from bot.surfaces.discord.shelf import Shelf
from tests.desk import edits
from tests.several import add_others
from tests.shipped import BRIEFING, CAVEAT
from tests.surfaces.discord.conftest import World, labels, shown, within

if TYPE_CHECKING:
    from simcord.results import InteractionResult

CRICKET = "who won the cricket match between pakistan and afghanistan?"
DEAD = "how many pakistani soldiers died?"
NEWCOMERS = """
[[party]]
id = "newcomers"
name = "Newcomers"
role = "other"
"""
OFFICE = ("Pakistan’s military spokesperson", "Pakistan’s army spokesperson")


async def change(world: World, old: str, new: str) -> None:
    """Change every file of the briefing, and have that accepted."""
    for file in (world.desk.settings.knowledge / BRIEFING).glob("*.t*"):
        file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    await accept(world)


async def accept(world: World) -> None:
    result = await world.moderator.slash(world.channel, "knowledge reload")
    assert result.response is not None
    await world.moderator.click(result.response, label=words.APPLY)


def text(result: InteractionResult) -> str:
    assert result.response is not None
    return shown(result.response)


def custom_id(message: Any, verb: str) -> str:  # noqa: ANN401 - simcord's and discord.py's messages
    return next(
        one["custom_id"] for one in within(message) if one.get("custom_id", "").startswith(f"{verb}:")
    )


async def listing(world: World, name: str) -> Any:  # noqa: ANN401 - as above
    """Return the card of a listing, after which the knowledge was changed and the bot started anew."""
    result = await world.member.slash(world.channel, name)
    edits.rephrase(world.desk.settings.knowledge)
    await accept(world)
    await world.restart()
    return result.response


@pytest.mark.parametrize("name", ["figures", "timeline", "quotes", "sources"])
async def test_a_posted_listing_says_that_the_knowledge_has_changed(world: World, name: str) -> None:
    seen = await listing(world, name)
    posted = await world.member.click(seen, label=words.POST)
    assert text(posted).startswith(f"{words.CHANGED}\n")


@pytest.mark.parametrize("name", ["figures", "timeline"])
async def test_another_page_says_so_once(world: World, name: str) -> None:
    seen = await listing(world, name)
    await world.member.click(seen, label=words.LATER)
    assert shown(seen).startswith(f"{words.CHANGED}\n")
    await world.member.click(seen, label=words.EARLIER)
    assert words.CHANGED not in shown(seen)


@pytest.mark.parametrize("by", ["side", "measure", "claimant"])
async def test_a_filter_says_so(world: World, by: str) -> None:
    seen = await listing(world, "figures")
    await world.member.select(seen, ["all"], custom_id=custom_id(seen, by))
    assert shown(seen).startswith(f"{words.CHANGED}\n")
    assert CAVEAT in shown(seen)


async def test_a_chart_says_so(world: World) -> None:
    seen = await listing(world, "figures")
    drawn = await world.member.click(seen, label=words.SHOW_CHART)
    assert text(drawn).startswith(f"{words.CHANGED}\n")
    assert drawn.response is not None
    assert drawn.response.attachments


@pytest.mark.parametrize("name", ["figures", "timeline"])
async def test_a_listing_stays_with_its_briefing_when_newer_ones_come(world: World, name: str) -> None:
    options = {"side": "Pakistan"} if name == "figures" else {}
    seen = (await world.member.slash(world.channel, name, **options)).response
    assert seen is not None
    turned = (await world.member.slash(world.channel, name)).response
    assert turned is not None
    add_others(world.desk.settings.knowledge)
    await accept(world)
    posted = text(await world.member.click(seen, label=words.POST))
    await world.member.click(turned, label=words.LATER)
    for one in (posted, shown(turned)):
        assert one.startswith(f"{words.CHANGED}\n")
        assert "Vardholm" not in one
    if name == "figures":
        assert "Victims: Pakistan" in posted
        assert "Victims: Afghanistan – killed" not in posted


@pytest.mark.parametrize("left", [1, 2])
async def test_a_listing_of_a_briefing_that_is_gone_says_so(world: World, left: int) -> None:
    folder = add_others(world.desk.settings.knowledge)
    await accept(world)
    seen = (await world.member.slash(world.channel, "figures", briefing="orla")).response
    assert seen is not None
    posted = (await world.member.click(seen, label=words.POST)).response
    assert posted is not None
    for one in ("orla", "vardholm")[: 3 - left]:
        shutil.rmtree(folder / one)
    await accept(world)
    before = shown(posted)
    for label in (words.LATER, words.SHOW_CHART, words.POST):
        assert text(await world.member.click(seen, label=label)) == words.LISTING_GONE
    other = await world.member.click(posted, label=words.LATER)
    assert other.ephemeral
    assert shown(posted) == before, "what was posted stays as it is"


async def test_a_listing_narrowed_to_what_is_gone_says_so(world: World) -> None:
    folder = world.desk.settings.knowledge
    edits.replace(folder, f"{BRIEFING}/briefing.toml", "[[caveat]]", f"{NEWCOMERS}\n[[caveat]]")
    await accept(world)
    seen = (await world.member.slash(world.channel, "figures", claimant="newcomers")).response
    assert seen is not None
    edits.replace(folder, f"{BRIEFING}/briefing.toml", NEWCOMERS, "")
    await accept(world)
    told = await world.member.click(seen, label=words.POST)
    assert told.ephemeral
    assert text(told) == words.LISTING_GONE


async def test_without_a_change_nothing_is_said(world: World) -> None:
    seen = (await world.member.slash(world.channel, "figures")).response
    await world.restart()
    assert seen is not None
    for label in (words.LATER, words.EARLIER):
        await world.member.click(seen, label=label)
        assert words.CHANGED not in shown(seen)
    assert words.CHANGED not in text(await world.member.click(seen, label=words.SHOW_CHART))
    assert words.CHANGED not in text(await world.member.click(seen, label=words.POST))


async def test_what_was_posted_before_is_the_same_whichever_card_it_was_posted_from(world: World) -> None:
    one, two = [(await world.member.slash(world.channel, "timeline")).response for _ in range(2)]
    assert one is not None
    assert two is not None
    await world.member.click(one, label=words.POST)
    again = await world.member.click(two, label=words.POST)
    assert text(again).startswith(words.SAME_AGAIN.format(link="https://"))
    assert len(world.channel.history()) == 1


async def test_a_covered_question_says_so(world: World) -> None:
    abstained = await world.ask(CRICKET)
    assert abstained is not None
    before = await world.member.click(abstained, label=labels(abstained)[0])
    assert words.CHANGED not in text(before)
    edits.rephrase(world.desk.settings.knowledge)
    await accept(world)
    answered = await world.member.click(abstained, label=labels(abstained)[0])
    assert text(answered).startswith(f"{words.CHANGED}\n")
    assert "> " in text(answered)


async def test_a_reading_says_so_where_its_claim_has_changed(world: World) -> None:
    asked = await world.member.slash(world.channel, "ask", question="the war")
    assert asked.response is not None
    (select,) = (one for one in within(asked.response) if one["type"] == discord.ComponentType.select.value)
    values = [one["value"] for one in select["options"]][:-1]
    for number, value in enumerate(values):
        result = await world.member.select(asked.response, [value], custom_id=select["custom_id"])
        assert words.CHANGED not in text(result)
        if number == 0:
            quoted = next(line[2:] for line in text(result).split("\n") if line.startswith("> "))
    for name in ("source.txt", "claims.toml", "briefing.toml"):
        file = world.desk.settings.knowledge / BRIEFING / name
        whole = file.read_text(encoding="utf-8")
        file.write_text(whole.replace(quoted, quoted.replace("the", "this", 1)), encoding="utf-8")
    await accept(world)
    await world.restart()
    said = [
        words.CHANGED in text(await world.member.select(asked.response, [one], custom_id=select["custom_id"]))
        for one in values
    ]
    assert said[0]
    assert not all(said)


async def test_a_rating_says_what_it_is_kept_with(world: World) -> None:
    reply = await world.ask(DEAD)
    abstained = await world.ask(CRICKET)
    assert reply is not None
    assert abstained is not None
    rated = await world.member.click(reply, custom_id=custom_id(reply, "up"))
    assert text(rated) == words.THANKS
    await change(world, *OFFICE)
    rated = await world.member.click(reply, custom_id=custom_id(reply, "up"))
    assert text(rated) == f"{words.RATED_THEN}\n{words.THANKS}"
    for message in (reply, abstained):
        form = await world.member.click(message, custom_id=custom_id(message, "down"))
        done = await world.member.submit_modal(form, {"reason": ["unclear"], "more": ""})
        assert text(done) == f"{words.RATED_THEN}\n{words.THANKS}"


async def test_cards_from_before_the_edition_stood_in_their_buttons_still_work(world: World) -> None:
    abstained = await world.ask(CRICKET)
    assert abstained is not None
    asks = custom_id(abstained, "ask").partition("~")[0]
    old: list[ui.Button[ui.LayoutView]] = [
        ui.Button(label=label, custom_id=one)
        for label, one in (("leaf", "leaf:timeline:..:1"), ("show", "show:figures:..:0.de"), ("ask", asks))
    ]
    standing = await world.bot.get_partial_messageable(world.channel.id).send(view=card(["before"], old))
    assert CAVEAT in text(await world.member.click(standing, label="show"))
    assert "> " in text(await world.member.click(standing, label="ask"))
    turned = text(await world.member.click(standing, label="leaf"))
    assert "Page 2 of" in turned
    assert words.CHANGED not in turned


@pytest.mark.parametrize("verb", ["leaf", "chart", "show", "side", "measure", "claimant", "briefing"])
def test_the_longest_custom_id_fits(verb: str) -> None:
    shelf = Shelf("timeline", "abcd", "abcd", "abcd", 999, "abcd", "ur", "0123abcd")
    assert len(shelf.custom_id(verb)) <= 100
