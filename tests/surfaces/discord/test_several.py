"""A bot with several briefings, in a simulated Discord."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import discord
import pytest

from bot.answering.showing import sentences
from bot.desk.asking import ask as desk_ask
from bot.desk.catalogues import frame_for
from bot.desk.knowledge import Knowledge
from bot.surfaces.discord import words
from bot.surfaces.discord.message_menus import CHECK
from tests.several import FITS_TWO, NAMES_ONE, TITLES, add_others, source_of
from tests.shipped import BRIEFING, have_ready
from tests.surfaces.discord.conftest import World, labels, shown, within

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.languages("de")


@pytest.fixture
def folder(folder: Path) -> Path:
    have_ready(add_others(folder))
    return folder


def select(message: Any, verb: str) -> tuple[str, dict[str, str]]:  # noqa: ANN401 - simcord's and discord.py's
    """Return the custom id of the select that does *verb*, and its options: label -> value."""
    for one in within(message):
        if one.get("type") == discord.ComponentType.select.value and one["custom_id"].startswith(f"{verb}:"):
            return one["custom_id"], {option["label"]: option["value"] for option in one["options"]}
    raise AssertionError(f"no select does {verb}")


def quoted(message: Any) -> list[str]:  # noqa: ANN401 - as above
    return [line[2:] for line in shown(message).split("\n") if line.startswith("> ")]


def option(options: dict[str, str], title: str) -> str:
    return next(value for label, value in options.items() if label.startswith(title))


async def ask(world: World, question: str) -> discord.Message:
    reply = await world.ask(question)
    assert reply is not None
    return reply


async def pin(world: World, **options: Any) -> str:  # noqa: ANN401 - a command's
    result = await world.moderator.slash(world.channel, "settings briefing", **options)
    assert result.response is not None
    assert result.ephemeral
    return shown(result.response)


async def test_a_reload_tells_what_would_be_routed_otherwise(world: World, folder: Path) -> None:
    await ask(world, FITS_TWO)
    await pin(world, briefing="orla")
    await ask(world, FITS_TWO)
    shutil.rmtree(folder / "orla")
    result = await world.moderator.slash(world.channel, "knowledge reload")
    assert result.response is not None
    text = shown(result.response)
    assert "these would be answered otherwise (2):" in text
    assert re.search(rf"“{re.escape(FITS_TWO)}”: answer: orla/.* → answer: {BRIEFING}/", text)
    assert re.search(rf"“{re.escape(FITS_TWO)}”: choice: orla/.* → answer: {BRIEFING}/", text)


async def test_a_briefing_that_is_set_does_not_lapse_without_a_word(world: World, folder: Path) -> None:
    await pin(world, briefing="orla")
    await pin(world, briefing="orla", everywhere=True)
    await pin(world, briefing="vardholm", channel=world.server.create_text_channel("votes"))
    shutil.rmtree(folder / "orla")
    result = await world.moderator.slash(world.channel, "knowledge reload")
    assert result.response is not None
    text = shown(result.response)
    where = f"<#{world.channel.id}>"
    assert f"{words.LAPSING.format(count=2)}**\n- server {world.server.id}: `orla`\n- {where}: `orla`" in text
    status = await world.moderator.slash(world.channel, "knowledge status")
    assert status.response is not None
    assert words.ALL_WELL in shown(status.response)
    await world.moderator.click(result.response, label=words.APPLY)
    status = await world.moderator.slash(world.channel, "knowledge status")
    assert status.response is not None
    text = shown(status.response)
    assert words.ALL_WELL not in text
    for place in (where, words.WHOLE_SERVER):
        assert f"- ⚠ {words.BRIEFING_LAPSED.format(where=place, briefing='`orla`')}" in text
    assert text.count("⚠") == 2


async def test_a_mention_is_routed_and_the_reply_names_its_briefing(world: World) -> None:
    reply = await ask(world, NAMES_ONE)
    assert "Source: The Vardholm election, edition of 2033-10-01" in shown(reply)
    assert all(line in source_of("vardholm") for line in quoted(reply))


async def test_a_question_that_fits_two_is_asked_back_with_titles_and_dates(world: World) -> None:
    reply = await ask(world, FITS_TWO)
    assert sentences.WHICH in shown(reply)
    assert not quoted(reply)
    assert "The Orla flood, edition of 2031-06-01" in shown(reply)
    _, options = select(reply, "which")
    assert [label[:12] for label in options] == ["The Orla flo", "Pakistan–Afg"]
    assert all(len(value) <= 100 for value in options.values())


@pytest.mark.parametrize(("title", "briefing"), [("The Orla", "orla"), ("Pakistan", BRIEFING)])
async def test_picking_one_answers_from_it_and_so_it_does_after_a_restart(
    world: World, title: str, briefing: str
) -> None:
    reply = await ask(world, FITS_TWO)
    custom_id, options = select(reply, "which")
    for restarted in (False, True):
        if restarted:
            await world.restart()
        result = await world.member.select(reply, [option(options, title)], custom_id=custom_id)
        assert result.response is not None
        assert result.ephemeral
        assert quoted(result.response)
        assert all(line in source_of(briefing) for line in quoted(result.response))
        assert sentences.NOT_VERIFIED in shown(result.response)
        assert words.POST in labels(result.response)


async def test_a_claim_that_has_changed_since_is_said_so(world: World, folder: Path) -> None:
    reply = await ask(world, FITS_TWO)
    custom_id, options = select(reply, "which")
    file = folder / "orla" / "claims.toml"
    text = file.read_text(encoding="utf-8")
    note = 'contested = true\nnote = "A note that was added."\n'
    file.write_text(text.replace("contested = true\n", note, 1), encoding="utf-8")
    world.desk.knowledge = Knowledge(world.desk.settings)
    await world.restart()
    result = await world.member.select(reply, [option(options, "The Orla")], custom_id=custom_id)
    assert result.response is not None
    assert words.CHANGED in shown(result.response)


async def test_what_no_briefing_answers_is_gone_with_the_memory(world: World) -> None:
    reply = await ask(world, "What about the casualties?")
    custom_id, options = select(reply, "which")
    await world.restart()
    for value in options.values():
        result = await world.member.select(reply, [value], custom_id=custom_id)
        assert result.response is not None
        assert quoted(result.response) or shown(result.response) == words.QUESTION_GONE


async def test_a_briefing_set_for_a_channel_answers_there_alone(world: World) -> None:
    text = await pin(world, briefing="orla")
    assert TITLES["orla"].split(" [")[0] in text
    assert all(line in source_of("orla") for line in quoted(await ask(world, FITS_TWO)))
    assert not quoted(await ask(world, NAMES_ONE))
    elsewhere = world.server.create_text_channel("elsewhere")
    await world.member.send(elsewhere, f"{world.mention} {NAMES_ONE}")
    assert elsewhere.last_message is not None
    assert quoted(elsewhere.last_message)
    world.desk.readings.clear()
    await world.restart()
    assert quoted(await ask(world, FITS_TWO))
    await pin(world)
    assert sentences.WHICH in shown(await ask(world, FITS_TWO))


async def test_a_briefing_set_for_a_channel_answers_in_its_threads_too(world: World) -> None:
    await pin(world, briefing="orla")
    first = await ask(world, FITS_TWO)
    await first.create_thread(name="more")
    thread = world.channel.threads[0]
    for restarted in (False, True):
        if restarted:
            await world.restart()
        await world.member.send(thread, f"{world.mention} {FITS_TWO}")
        asked = await world.member.slash(thread, "ask", question=FITS_TWO)
        for reply in (thread.last_message, asked.response):
            assert reply is not None
            assert quoted(reply)
            assert all(line in source_of("orla") for line in quoted(reply))


async def test_a_whole_server_can_be_set(world: World) -> None:
    assert words.WHOLE_SERVER in await pin(world, briefing="orla", everywhere=True)
    assert all(line in source_of("orla") for line in quoted(await ask(world, FITS_TWO)))
    await pin(world, briefing="vardholm")
    assert quoted(await ask(world, NAMES_ONE))


async def test_it_goes_for_what_is_asked_and_checked_privately_too(world: World) -> None:
    await pin(world, briefing=BRIEFING)
    result = await world.member.slash(world.channel, "ask", question=FITS_TWO)
    assert result.response is not None
    assert all(line in source_of(BRIEFING) for line in quoted(result.response))
    result = await world.member.slash(world.channel, "ask", question=FITS_TWO, briefing="orla")
    assert result.response is not None
    assert all(line in source_of("orla") for line in quoted(result.response))
    posted = await world.moderator.send(world.channel, "9 residents were killed. 12 soldiers were killed.")
    result = await world.member.context_menu(world.channel, CHECK, posted)
    assert result.response is not None
    assert "The Orla flood" not in shown(result.response)
    await pin(world)
    result = await world.member.context_menu(world.channel, CHECK, posted)
    assert result.response is not None
    assert sentences.VERDICTS["several"] in shown(result.response)


async def test_only_who_manages_the_server_may_set_it(world: World) -> None:
    registered = {one.name: one for one in await world.bot.tree.fetch_commands()}
    world.server.set_command_permissions(registered["settings"], {world.member: True})
    result = await world.member.slash(world.channel, "settings briefing", briefing="orla")
    assert result.response is not None
    assert shown(result.response) == words.NOT_ALLOWED
    assert "There is no such name here: “flood”." in await pin(world, briefing="flood")
    assert len(world.env.errors) == 1, "the fault is in the log as well"


@pytest.mark.parametrize("command", ["settings briefing", "figures", "ask"])
async def test_briefings_are_completed(world: World, command: str) -> None:
    given = {"question": "x"} if command == "ask" else {}
    found = await world.moderator.autocomplete(world.channel, command, "briefing", "elec", **given)
    assert found[0] == {"name": TITLES["vardholm"], "value": "vardholm"}


async def test_what_else_is_completed_is_of_the_briefing_already_picked(world: World) -> None:
    for briefing, name in (("orla", "Belmar"), ("vardholm", "Tide Party")):
        found = await world.member.autocomplete(world.channel, "figures", "side", "", briefing=briefing)
        assert name in [one["name"] for one in found]
    asked = await world.member.autocomplete(world.channel, "ask", "question", "turnout", briefing="orla")
    assert "What was the turnout?" not in [one["name"] for one in asked]


async def test_a_listing_is_of_the_newest_and_leads_to_the_others(world: World) -> None:
    result = await world.member.slash(world.channel, "figures")
    assert result.response is not None
    assert "The Vardholm election, edition of 2033-10-01" in shown(result.response)
    assert list(select(result.response, "side")[1]) == [
        words.EVERY_SIDE,
        "Tide Party",
        "Hearth Union",
        "The electoral commission",
    ]
    custom_id, options = select(result.response, "briefing")
    assert len(options) == 3
    await world.restart()
    await world.member.select(result.response, [option(options, "The Orla")], custom_id=custom_id)
    assert "Victims: Arden" in shown(result.response)


async def test_a_listing_of_the_one_named_or_set(world: World) -> None:
    result = await world.member.slash(world.channel, "timeline", briefing="orla")
    assert result.response is not None
    assert "The Orla flood" in shown(result.response)
    await pin(world, briefing="orla")
    result = await world.member.slash(world.channel, "quotes", person="Lund")
    assert result.response is not None
    assert "“not true”" in shown(result.response)


async def test_other_figures_are_of_the_same_briefing(world: World) -> None:
    reply = await ask(world, "How many residents were killed in Millbank?")
    result = await world.member.click(reply, label=words.OTHER_FIGURES)
    assert result.response is not None
    assert "The Orla flood" in shown(result.response)


async def test_about_and_status_name_them_all(world: World) -> None:
    for who, command in ((world.member, "about"), (world.moderator, "knowledge status")):
        result = await who.slash(world.channel, command)
        assert result.response is not None
        for title in ("The Orla flood", "The Vardholm election", "Pakistan–Afghanistan fighting"):
            assert title in shown(result.response)


async def test_picking_goes_on_in_the_language_that_a_member_set(world: World) -> None:
    german = frame_for("de")
    await world.member.slash(world.channel, "language", choice="de")
    asked = await world.member.slash(world.channel, "ask", question=FITS_TWO)
    assert asked.response is not None
    assert german(sentences.WHICH) in shown(asked.response)
    assert "The Orla flood, Ausgabe vom 2031-06-01" in shown(asked.response)
    custom_id, options = select(asked.response, "which")
    assert all(len(value) <= 100 for value in options.values())
    listed = await world.member.slash(world.channel, "figures")
    assert listed.response is not None
    assert german(words.EVERY_SIDE) in list(select(listed.response, "side")[1])
    other, briefings = select(listed.response, "briefing")
    world.desk.languages.clear()
    await world.restart()
    result = await world.member.select(asked.response, [option(options, "The Orla")], custom_id=custom_id)
    assert result.response is not None
    assert german(sentences.NOT_VERIFIED) in shown(result.response)
    assert german(words.POST) in labels(result.response)
    assert all(line in source_of("orla") for line in quoted(result.response))
    await world.member.select(listed.response, [option(briefings, "The Orla")], custom_id=other)
    assert "Opfer: Arden" in shown(listed.response)
    about = await world.member.slash(world.channel, "about")
    assert about.response is not None
    assert "The Vardholm election, Ausgabe vom 2033-10-01" in shown(about.response)
    found = await world.member.autocomplete(world.channel, "figures", "briefing", "elec")
    assert found[0] == {
        "name": "The Vardholm election, Ausgabe vom 2033-10-01 [vardholm]", "value": "vardholm"
    }  # fmt: skip


async def test_what_all_see_asks_back_in_the_language_of_the_question(world: World) -> None:
    german, question = frame_for("de"), "Wie viele Zivilisten wurden getötet?"
    for briefing in (None, "orla", BRIEFING):  # compiled when first asked in, for which simcord does not wait
        desk_ask(world.desk.knowledge, question, briefing=briefing)
    reply = await ask(world, question)
    assert german(sentences.WHICH) in shown(reply)
    custom_id, options = select(reply, "which")
    assert ".de:" in custom_id
    await world.restart()
    result = await world.member.select(reply, [option(options, "Pakistan")], custom_id=custom_id)
    assert result.response is not None
    assert german(words.POST) in labels(result.response)
    assert all(line in source_of(BRIEFING) for line in quoted(result.response))


@pytest.mark.settings(lambda one: replace(one, briefing="orla"))
async def test_the_setting_pins_everywhere(world: World) -> None:
    assert all(line in source_of("orla") for line in quoted(await ask(world, FITS_TWO)))
    assert not quoted(await ask(world, NAMES_ONE))
    result = await world.member.slash(world.channel, "figures")
    assert result.response is not None
    assert "The Orla flood" in shown(result.response)


async def test_a_channel_that_is_freed_is_told_what_answers_there_all_the_same(world: World) -> None:
    await pin(world, briefing="orla", everywhere=True)
    await pin(world, briefing="vardholm")
    text = await pin(world)
    assert "The Orla flood" in text
    assert "whichever" not in text
    assert all(line in source_of("orla") for line in quoted(await ask(world, FITS_TWO)))


async def test_so_is_a_thread_whose_channel_is_set(world: World) -> None:
    await pin(world, briefing="orla")
    first = await ask(world, FITS_TWO)
    await first.create_thread(name="more")
    (thread,) = world.channel.threads
    there = await world.moderator.slash(thread, "settings briefing")
    assert there.response is not None
    for text in (shown(there.response), await pin(world, channel=thread)):
        assert f"<#{thread.id}>" in text
        assert "The Orla flood" in text


@pytest.mark.parametrize("briefing", [None, BRIEFING])
async def test_who_sets_the_whole_server_is_told_which_channels_keep_their_own(
    world: World, briefing: str | None
) -> None:
    elsewhere = world.server.create_text_channel("elsewhere")
    await pin(world, briefing="vardholm")
    text = await pin(world, everywhere=True, **({"briefing": briefing} if briefing else {}))
    assert words.KEEPING_OWN.format(count=1) in text
    assert f"- <#{world.channel.id}>: The Vardholm election" in text
    assert str(elsewhere.id) not in text
    await pin(world)
    assert "keep" not in await pin(world, everywhere=True)


async def test_an_unanswered_question_is_shown_with_the_briefing_it_was_asked_of(world: World) -> None:
    await pin(world, briefing="orla")
    await ask(world, "Who won the cricket match?")
    await pin(world, briefing="vardholm")
    await ask(world, "Who won the cricket match?")
    result = await world.moderator.slash(world.channel, "questions unanswered")
    assert result.response is not None
    lines = shown(result.response).split("\n")
    assert {one for one in lines if "not" in one} == {"-# orla, not\\_covered", "-# vardholm, not\\_covered"}
    (attached,) = result.response.attachments
    assert "# 1 × orla, not_covered\n" in (await attached.read()).decode()
