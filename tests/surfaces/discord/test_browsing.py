"""Members look at what the briefing holds, in a simulated Discord."""

from __future__ import annotations

import asyncio
import random
import string
import time
from dataclasses import replace
from typing import TYPE_CHECKING

import discord
import pytest

from bot.answering.showing import sentences, wording
from bot.desk.browsing import figures
from bot.desk.catalogues import LANGUAGES, frame_for
from bot.desk.checking import check
from bot.surfaces.discord import words
from bot.surfaces.discord.description import LONGEST_ALT, alt_text
from bot.surfaces.discord.message_menus import ANSWER, CHECK
from tests.shipped import CAVEAT, SOURCE, knowledge
from tests.surfaces.discord.conftest import World, blocks, labels, shown, within

if TYPE_CHECKING:
    from simcord.results import InteractionResult, ResponseMessage

LONGEST_CARD = 4000  # characters in Discord's layouts


def response(result: InteractionResult) -> ResponseMessage:
    """Return the answer to an interaction, which only its member sees and which fits in a card."""
    assert result.response is not None
    assert result.ephemeral
    assert len(shown(result.response)) <= LONGEST_CARD
    quoted = [line[2:] for line in shown(result.response).split("\n") if line.startswith("> ")]
    assert all(line.replace("**", "") in SOURCE for line in quoted)
    return result.response


def selects(message: ResponseMessage) -> dict[str, dict[str, str]]:
    """Return the options of each select by its custom id: label -> value."""
    return {
        one["custom_id"]: {option["label"]: option["value"] for option in one["options"]}
        for one in within(message)
        if one.get("type") == discord.ComponentType.select.value
    }


async def test_figures_show_every_claimant_with_blanks(world: World) -> None:
    first = response(await world.member.slash(world.channel, "figures"))
    text = shown(first)
    assert "Victims: Pakistan – killed" in text
    assert "Lt Gen Ahmed Sharif Chaudhary: 12\u00a0– Pakistani soldiers" in text
    assert "Zabihullah Mujahid: 55\u00a0– Pakistani soldiers" in text
    assert "not in this briefing" in text
    assert CAVEAT in text
    for block in text.split("**Victims")[1:]:
        # Above the list: below it the mark would be read with its last item, as if it limited one side alone.
        assert block.split("\n")[1] == f"**{sentences.NOT_VERIFIED}** (caveat by Al Jazeera)"


@pytest.mark.parametrize(
    ("side", "measure", "claimant", "there", "absent"),
    [
        ("pak", None, None, "55\u00a0– Pakistani soldiers", "Victims: Afghanistan"),
        (None, "injured", None, "13\u00a0– civilians", "Victims: Pakistan – killed"),
        (None, None, "mujahid", "13\u00a0– Afghan soldiers", "Afghanistan’s government: 19"),
    ],
)
async def test_figures_can_be_narrowed(
    world: World, side: str | None, measure: str | None, claimant: str | None, there: str, absent: str
) -> None:
    options = {"side": side, "measure": measure, "claimant": claimant}
    given = {name: value for name, value in options.items() if value}
    text = shown(response(await world.member.slash(world.channel, "figures", **given)))
    assert there in text
    assert absent not in text


@pytest.mark.parametrize(
    ("options", "there", "absent"),
    [
        ({"claimant": "Pakistan"}, "Chaudhary: 12", "Afghanistan’s government: 19"),
        ({"claimant": "Khawaja Asif"}, sentences.NO_FIGURES, "12"),
        ({"side": "Al Jazeera"}, sentences.NO_FIGURES, "12"),
        ({"measure": "casualties"}, "heavy", "The knowledge"),
        ({"claimant": "the publisher"}, "heavy", "Chaudhary"),
    ],
)
async def test_what_no_select_offers_narrows_too_and_is_shown_as_chosen(
    world: World, options: dict[str, str], there: str, absent: str
) -> None:
    message = response(await world.member.slash(world.channel, "figures", **options))
    assert there in shown(message)
    assert absent not in shown(message)
    chosen = {
        one["custom_id"].partition(":")[0]: option["label"]
        for one in within(message)
        if one.get("type") == discord.ComponentType.select.value
        for option in one["options"]
        if option.get("default")
    }
    ((by, name),) = options.items()
    assert chosen[by] == (f"Victims: {name}" if by == "side" else name)


@pytest.mark.parametrize("language", ["en", "de"])
async def test_the_publisher_is_named_in_the_members_language_and_found_by_that(
    world: World, language: str
) -> None:
    name = frame_for(language)(sentences.PUBLISHER)
    await world.member.slash(world.channel, "language", choice=language)
    offered = await world.member.autocomplete(world.channel, "figures", "claimant", "")
    assert offered[0] == {"name": name, "value": "publisher"}
    message = response(await world.member.slash(world.channel, "figures", claimant=name))
    options = next(o for i, o in selects(message).items() if i.startswith("claimant:"))
    assert name in options
    assert "Chaudhary" not in shown(message)


async def test_an_unknown_side_is_said_with_those_there_are(world: World) -> None:
    text = shown(response(await world.member.slash(world.channel, "figures", side="[x](http://evil)")))
    assert "Pakistan" in text
    assert "](http:" not in text
    assert len(world.env.errors) == 1, "the fault is in the log as well"


async def test_filters_and_pages_work_in_place_after_a_restart(world: World) -> None:
    first = response(await world.member.slash(world.channel, "figures"))
    await world.restart()
    assert words.LATER in labels(first)
    await world.member.click(first, label=words.LATER)
    assert "Page 2 of" in shown(first)
    await world.member.click(first, label=words.EARLIER)
    assert "Page 1 of" in shown(first)
    custom_id, options = next((i, o) for i, o in selects(first).items() if i.startswith("side:"))
    await world.member.select(first, [options["Victims: Pakistan"]], custom_id=custom_id)
    assert "Victims: Afghanistan – killed" not in shown(first)
    assert "Victims: Pakistan – killed" in shown(first)
    custom_id, options = next((i, o) for i, o in selects(first).items() if i.startswith("measure:"))
    await world.member.select(first, [options["wounded"]], custom_id=custom_id)
    assert "Victims: Pakistan – killed" not in shown(first)
    custom_id, options = next((i, o) for i, o in selects(first).items() if i.startswith("claimant:"))
    await world.member.select(first, [options["Afghanistan’s government"]], custom_id=custom_id)
    assert "The briefing has no such figures." in shown(first)
    assert words.SHOW_CHART not in labels(first)


async def test_the_chart_is_described_for_those_who_do_not_see_it(world: World) -> None:
    drawn = response(await world.member.slash(world.channel, "figures", chart=True, side="Pakistan"))
    assert [one.filename for one in drawn.attachments] == ["figures.png"]
    (gallery,) = (
        one for one in within(drawn) if one.get("type") == discord.ComponentType.media_gallery.value
    )
    description = gallery["items"][0]["description"]
    assert "Chaudhary, disputed by Zabihullah Mujahid: 12 – Pakistani soldiers, killed" in description
    assert sentences.NOT_VERIFIED in description
    assert len(description) <= LONGEST_ALT
    assert CAVEAT in shown(drawn)
    table = response(await world.member.slash(world.channel, "figures"))
    again = response(await world.member.click(table, label=words.SHOW_CHART))
    assert again.attachments


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_description_of_a_chart_has_every_figure_with_its_claimant(language: str) -> None:
    table = figures(knowledge())
    frame = frame_for(language)
    text, whole = alt_text(table, frame)
    assert not whole, "who gives no figure is too much of the whole table, and stands below"
    assert len(text) <= LONGEST_ALT
    for row in table.rows:
        assert frame.value(row.figure.group) in text
        assert wording.number(frame, row.figure) in text
        name = row.claimant.name if row.claimant else frame(sentences.PUBLISHER)
        assert text.index(name) < text.index(wording.number(frame, row.figure))


def test_the_description_of_a_chart_says_who_contests_a_figure_and_who_gives_none() -> None:
    text, whole = alt_text(figures(knowledge(), side="Pakistan", measure="wounded"))
    assert whole
    assert text.endswith(
        "Lt Gen Ahmed Sharif Chaudhary, disputed by Zabihullah Mujahid: 27 – Pakistani soldiers, wounded. "
        "Zabihullah Mujahid, not in this briefing: Victims: Pakistan – wounded. "
        "Afghanistan’s government, not in this briefing: Victims: Pakistan – wounded."
    )
    text, _ = alt_text(figures(knowledge(), claimant="Chaudhary", measure="killed"))
    assert "Counter-claim – Zabihullah Mujahid, disputed by Lt Gen Ahmed Sharif Chaudhary: 55 –" in text


async def test_what_does_not_fit_the_description_stands_below(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.surfaces.discord.description.LONGEST_ALT", 400)
    result = await world.member.slash(world.channel, "figures", chart=True)
    (gallery,) = (
        one
        for one in within(response(result))
        if one.get("type") == discord.ComponentType.media_gallery.value
    )
    description = gallery["items"][0]["description"]
    assert len(description) <= 400
    assert description.endswith(words.ALT_MORE)
    below = "\n".join(shown(one) for one in result.followups)
    assert "Afghanistan’s government: 19\u00a0– civilians" in below


async def test_a_chart_of_nothing_says_so(world: World) -> None:
    drawn = response(
        await world.member.slash(
            world.channel, "figures", chart=True, measure="missing", claimant="Afghanistan’s government"
        )
    )
    assert "The briefing has no such figures." in shown(drawn)


async def test_a_listing_can_be_posted(world: World) -> None:
    table = response(await world.member.slash(world.channel, "figures", side="Pakistan"))
    posted = await world.member.click(table, label=words.POST)
    assert not posted.ephemeral
    assert posted.response is not None
    assert CAVEAT in shown(posted.response)
    assert words.POST not in labels(posted.response)
    again = await world.member.click(table, label=words.POST)
    assert again.response is not None
    assert again.ephemeral
    assert world.channel.last_message is not None
    assert world.channel.last_message.jump_url in shown(again.response)
    assert len(world.channel.history()) == 1


async def test_what_one_picks_on_a_posted_listing_is_shown_to_them_alone(world: World) -> None:
    seen = response(await world.member.slash(world.channel, "figures"))
    posted = (await world.member.click(seen, label=words.POST)).response
    assert posted is not None
    before = shown(posted)
    custom_id, options = next((i, o) for i, o in selects(posted).items() if i.startswith("side:"))
    picked = await world.moderator.select(posted, [options["Victims: Pakistan"]], custom_id=custom_id)
    narrowed = response(picked)
    assert "Victims: Afghanistan – killed" not in shown(narrowed)
    assert words.POST in labels(narrowed)
    assert shown(posted) == before
    custom_id, options = next((i, o) for i, o in selects(narrowed).items() if i.startswith("measure:"))
    await world.moderator.select(narrowed, [options["captured"]], custom_id=custom_id)
    assert "Victims: Pakistan – killed" not in shown(narrowed), "in place, where nobody else sees it"
    turned = response(await world.moderator.click(posted, label=words.LATER))
    assert "Page 2 of" in shown(turned)
    assert shown(posted) == before, "what was posted stays what it was"
    await world.moderator.click(turned, label=words.EARLIER)
    assert "Page 1 of" in shown(turned), "in place"


@pytest.mark.settings(lambda one: replace(one, cooldowns=replace(one.cooldowns, member_questions=3)))
async def test_what_one_picks_on_a_posted_listing_counts_as_a_listing(world: World) -> None:
    seen = response(await world.member.slash(world.channel, "figures"))
    posted = (await world.member.click(seen, label=words.POST)).response
    assert posted is not None
    custom_id, options = next((i, o) for i, o in selects(posted).items() if i.startswith("side:"))
    told = [
        shown(
            response(await world.member.select(posted, [options["Victims: Pakistan"]], custom_id=custom_id))
        )
        for _ in range(2)
    ]
    assert "Victims: Pakistan" in told[0]
    assert told[1].startswith(words.SLOW_DOWN_MEMBER.partition("{")[0])


@pytest.mark.parametrize(
    ("option", "typed", "offered"),
    [("side", "", "Pakistan"), ("measure", "wound", "wounded"), ("claimant", "muja", "Zabihullah Mujahid")],
)
async def test_options_are_completed(world: World, option: str, typed: str, offered: str) -> None:
    choices = await world.member.autocomplete(world.channel, "figures", option, typed)
    assert offered in [one["name"] for one in choices]


async def test_quotes_of_everybody_and_of_one(world: World) -> None:
    every = shown(response(await world.member.slash(world.channel, "quotes")))
    assert "“Now it is an open war between us and you.”" in every
    # The statement tells that the words are a minister's.
    assert "**Quoted by the publisher**\n- “open war”" in every
    one = shown(response(await world.member.slash(world.channel, "quotes", person="mujahid")))
    assert "“not true”" in one
    assert "open war between us" not in one
    assert CAVEAT in one
    choices = await world.member.autocomplete(world.channel, "quotes", "person", "asif")
    assert choices[0]["name"] == "Khawaja Asif"


async def test_quotes_of_a_party_are_those_of_its_people(world: World) -> None:
    text = shown(response(await world.member.slash(world.channel, "quotes", person="Pakistan")))
    assert "“full-scale confrontation”" in text
    assert "“not true”" not in text


async def test_timeline_and_sources(world: World) -> None:
    first = response(await world.member.slash(world.channel, "timeline"))
    assert "2026-02-26" in shown(first)
    await world.member.click(first, label=words.LATER)
    assert "Page 2 of" in shown(first)
    assert "source.txt" in shown(response(await world.member.slash(world.channel, "sources")))


async def test_about_and_help(world: World) -> None:
    about = shown(response(await world.member.slash(world.channel, "about")))
    assert world.desk.knowledge.digest[:12] in about
    member = shown(response(await world.member.slash(world.channel, "help")))
    moderator = shown(response(await world.moderator.slash(world.channel, "help")))
    assert "/knowledge" not in member
    assert "/knowledge" in moderator


@pytest.mark.parametrize(
    ("message", "says"),
    [
        ("274 civilians were killed by Pakistan", "differently"),
        ("Asif declared open war", "same claimant"),
        ("The weather in Kabul is nice", "nothing on this"),
        ("12 Pakistani soldiers were killed", "contests"),
    ],
)
async def test_a_message_is_checked_for_one_member_without_a_verdict(
    world: World, message: str, says: str
) -> None:
    posted = await world.moderator.send(world.channel, message)
    text = shown(response(await world.member.context_menu(world.channel, CHECK, posted)))
    assert says in text
    assert words.CHECK_NOTE in text
    assert not {"true", "false", "lie", "fake"} & set(text.split("\n", maxsplit=1)[0].casefold().split())


async def test_what_the_briefing_has_nothing_on_is_named(world: World) -> None:
    said = "Chaudhary said 12 Pakistani soldiers were killed. Pakistan used chemical weapons in Kabul."
    posted = await world.moderator.send(world.channel, said)
    first, *_ = blocks(response(await world.member.context_menu(world.channel, CHECK, posted)))
    assert first.startswith(f"**{sentences.PARTLY}**\n- The briefing has nothing on: “Pakistan used")


@pytest.mark.parametrize("number", ["12", "55", "400"])
async def test_what_a_message_is_held_against_says_whose_claim_it_is(world: World, number: str) -> None:
    posted = await world.moderator.send(world.channel, f"{number} Pakistani soldiers were killed")
    first, *_ = blocks(response(await world.member.context_menu(world.channel, CHECK, posted)))
    assert "Chaudhary" in first
    assert "Mujahid" in first
    assert f"**{sentences.NOT_VERIFIED}** (caveat by Al Jazeera)" in first
    assert "whose claims follow" in first


async def test_others_are_answered_while_a_long_message_is_checked(world: World) -> None:
    letters = random.Random(1)  # noqa: S311 - no secret
    strange = " ".join("".join(letters.choices(string.ascii_lowercase, k=3)) for _ in range(1000))
    posted = await world.moderator.send(world.channel, strange.replace(" ", "\n")[:2000])
    started = time.perf_counter()
    check(world.desk.knowledge, posted.content)
    alone = time.perf_counter() - started
    longest, last = 0.0, time.perf_counter()

    async def watch() -> None:
        nonlocal longest, last
        while True:
            last = time.perf_counter()
            await asyncio.sleep(0)
            longest = max(longest, time.perf_counter() - last)

    watching = asyncio.create_task(watch())
    await world.member.context_menu(world.channel, CHECK, posted)
    watching.cancel()
    assert longest < alone / 2


async def test_a_hostile_message_is_checked_without_coming_alive(world: World) -> None:
    posted = await world.moderator.send(
        world.channel, "@everyone [400](http://evil.example) **civilians** killed ||by Pakistan|| <@1>"
    )
    result = await world.member.context_menu(world.channel, CHECK, posted)
    assert result.response is not None
    for alive in ("](http:", "||by", "<@1>", "@everyone ["):
        assert alive not in shown(result.response)


async def test_a_message_is_answered_for_one_member(world: World) -> None:
    posted = await world.moderator.send(world.channel, "so who declared open war then?")
    text = shown(response(await world.member.context_menu(world.channel, ANSWER, posted)))
    assert "“Now it is an open war between us and you.”" in text


async def test_a_message_without_words_is_said_so(world: World) -> None:
    posted = await world.moderator.send(world.channel, "<@123456789012345678>")
    for menu in (CHECK, ANSWER):
        result = await world.member.context_menu(world.channel, menu, posted)
        assert shown(response(result)) == words.NO_TEXT


async def test_the_embeds_of_a_webhook_are_read(world: World) -> None:
    webhook = world.server.create_webhook(world.channel, "news")
    embed = discord.Embed(title="Breaking", description="Mujahid said 55 Pakistani soldiers were killed.")
    embed.add_field(name="Also", value="Pakistan used chemical weapons in Kabul.")
    await webhook.send("", embeds=[embed])
    posted = world.channel.last_message
    first, *_ = blocks(response(await world.member.context_menu(world.channel, CHECK, posted)))
    assert first.startswith(f"**{sentences.PARTLY}**")
    assert "nothing on: “Also: Pakistan used chemical weapons in Kabul.”" in first


async def test_the_bot_says_that_its_own_message_is_its_own(world: World) -> None:
    replied = await world.ask("Who declared open war?")
    for menu in (CHECK, ANSWER):
        result = await world.member.context_menu(world.channel, menu, replied)
        assert shown(response(result)) == words.OWN_MESSAGE


async def test_a_vague_question_offers_readings_and_none_of_them(world: World) -> None:
    result = response(await world.member.slash(world.channel, "ask", question="the war"))
    ((custom_id, options),) = selects(result).items()
    assert words.NONE_OF_THESE in options
    first = next(value for label, value in options.items() if label != words.NONE_OF_THESE)
    answered = await world.member.select(result, [first], custom_id=custom_id)
    assert answered.response is not None
    assert "> " in shown(answered.response)
    none = await world.member.select(result, ["none"], custom_id=custom_id)
    assert none.response is not None
    assert shown(none.response) == words.NONE_OF_THESE_NOTED
