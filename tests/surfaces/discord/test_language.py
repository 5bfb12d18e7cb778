"""Members are spoken to in the language they set, or in that of their question."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import discord
import pytest

from bot.answering.showing import sentences
from bot.answering.showing.frame import ENGLISH
from bot.desk.catalogues import frame_for, frame_in
from bot.desk.preferences import member_language
from bot.desk.recording import held_on
from bot.desk.settings import database_file
from bot.surfaces.discord import words
from tests.desk import edits
from tests.surfaces.discord.conftest import World, labels, shown, within
from tests.surfaces.discord.test_asking import CHAUDHARY, DEAD, MUJAHID

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

URDU, GERMAN = frame_for("ur"), frame_for("de")
FRENCH_QUESTION = "Combien de civils ont été tués selon les sources ?"


async def choose(world: World, choice: str | None = None) -> str:
    options = {"choice": choice} if choice else {}
    result = await world.member.slash(world.channel, "language", **options)
    assert result.response is not None
    assert result.response.flags.ephemeral
    return shown(result.response)


async def asked(world: World, question: str, *, visible: bool = False) -> Any:  # noqa: ANN401 - simcord's
    result = await world.member.slash(world.channel, "ask", question=question, visible=visible)
    assert result.response is not None
    return result.response


def custom_id(message: Any, begins: str) -> str:  # noqa: ANN401 - as above
    return next(one["custom_id"] for one in within(message) if one.get("custom_id", "").startswith(begins))


async def test_a_member_is_answered_in_the_language_they_set(world: World) -> None:
    text = await choose(world, "ur")
    assert "اردو" in text
    assert URDU(words.UNCHECKED) in text
    reply = await asked(world, DEAD)
    assert CHAUDHARY in shown(reply)
    assert MUJAHID in shown(reply)
    assert URDU(sentences.NOT_VERIFIED) in shown(reply)
    assert sentences.NOT_VERIFIED not in shown(reply)
    assert URDU(words.POST) in labels(reply)
    assert URDU(words.WHY) in labels(reply)


async def test_the_language_is_told_and_taken_back(world: World) -> None:
    assert ENGLISH(words.LANGUAGE_IS_QUESTIONS) in await choose(world)
    await choose(world, "de")
    assert GERMAN(words.LANGUAGE_IS, language="Deutsch") in await choose(world)
    assert ENGLISH(words.LANGUAGE_OF_QUESTION) in await choose(world, "question")
    assert sentences.NOT_VERIFIED in shown(await asked(world, DEAD))


@pytest.mark.languages("fr")
async def test_what_all_see_is_in_the_language_of_the_question(world: World) -> None:
    await choose(world, "ur")
    public = await asked(world, "how many afghan soldiers were killed?", visible=True)
    assert sentences.NOT_VERIFIED in shown(public)
    reply = await world.ask(DEAD)
    assert sentences.NOT_VERIFIED in shown(reply)
    french = await world.ask(FRENCH_QUESTION)
    assert frame_for("fr")(words.WHY) in labels(french)
    assert words.WHY not in labels(french)


async def test_buttons_speak_to_whoever_presses_them(world: World) -> None:
    reply = await world.ask(DEAD)
    assert reply is not None
    await choose(world, "de")
    for label, sentence in (
        (words.IN_CONTEXT, sentences.NOT_VERIFIED), (words.OTHER_FIGURES, words.ALL_SIDES),
    ):  # fmt: skip
        mine = await world.member.click(reply, label=label)
        theirs = await world.moderator.click(reply, label=label)
        assert GERMAN(sentence) in str(within(mine.response))
        assert sentence in str(within(theirs.response))
    thanked = await world.member.click(reply, custom_id=custom_id(reply, "up:"))
    assert thanked.response is not None
    assert shown(thanked.response) == GERMAN(words.THANKS)


@pytest.mark.parametrize("restarted", [False, True])
async def test_what_is_posted_is_in_the_language_of_the_question(world: World, *, restarted: bool) -> None:
    await choose(world, "ur")
    reply = await asked(world, DEAD)
    if restarted:
        await world.restart()
    posted = await world.member.click(reply, label=URDU(words.POST))
    assert posted.response is not None
    assert CHAUDHARY in shown(posted.response)
    assert sentences.NOT_VERIFIED in shown(posted.response)
    assert words.IN_CONTEXT in labels(posted.response)
    again = await world.ask(DEAD)
    assert again is not None
    assert str(posted.response.id) in shown(again), "it is the same, and led to"
    mine = await world.member.click(posted.response, label=words.WHY)
    assert mine.response is not None
    assert (shown(mine.response) == URDU(words.GONE)) is restarted


async def test_what_is_picked_is_posted_in_the_language_of_what_was_asked(world: World) -> None:
    await choose(world, "ur")
    for question in ("What is the capital of France?", "the war"):
        reply = await asked(world, question)
        for one in within(reply):
            if one.get("custom_id", "").startswith("ask:"):
                picked = await world.member.click(reply, custom_id=one["custom_id"])
                break
            if one.get("custom_id", "").startswith("mean:"):
                value = one["options"][0]["value"]
                picked = await world.member.select(reply, [value], custom_id=one["custom_id"])
                break
        assert URDU(words.POST) in labels(picked.response)
        posted = await world.member.click(picked.response, label=URDU(words.POST))
        assert words.IN_CONTEXT in labels(posted.response)


async def test_a_listing_is_posted_in_the_language_of_the_server(world: World) -> None:
    await choose(world, "ur")
    listed = await world.member.slash(world.channel, "figures", measure="missing")
    assert listed.response is not None
    posted = await world.member.click(listed.response, label=URDU(words.POST))
    assert posted.response is not None
    assert sentences.NOT_VERIFIED in shown(posted.response)
    assert words.SHOW_CHART in labels(posted.response)
    drawn = await world.member.click(posted.response, label=words.SHOW_CHART)
    assert drawn.response is not None
    assert any("\u0620" <= char <= "\u06ff" for char in shown(drawn.response))


async def test_no_custom_id_grows_too_long(world: World) -> None:
    await choose(world, "ur")
    for question in (DEAD, "what happened on thursday", "how many drones were used", "who said what"):
        for one in within(await asked(world, question)):
            assert len(one.get("custom_id", "")) <= 100


async def test_a_reason_is_asked_for_in_the_language(world: World) -> None:
    await choose(world, "ur")
    reply = await asked(world, DEAD)
    result = await world.member.click(reply, custom_id=custom_id(reply, "down:"))
    assert result.modal is not None
    assert result.modal["title"] == URDU(words.FEEDBACK_TITLE)
    assert URDU("It favours one side") in str(result.modal)


async def test_an_abstention_and_what_is_covered_are_in_the_language(world: World) -> None:
    await choose(world, "ur")
    reply = await asked(world, "What is the capital of France?")
    assert "بریفنگ" in shown(reply)
    offered = [one for one in labels(reply) if one not in {URDU(words.WHY), words.NOT_HELPFUL}]
    await choose(world, "question")
    covered = await world.member.click(reply, label=offered[0])
    assert covered.response is not None
    assert words.POST in labels(covered.response), "the question was English"


@pytest.mark.parametrize("command", ["figures", "quotes", "timeline", "sources", "about", "help", "privacy"])
async def test_commands_speak_the_language(world: World, command: str) -> None:
    await choose(world, "ur")
    result = await world.member.slash(world.channel, command)
    assert result.response is not None
    assert any("\u0620" <= char <= "\u06ff" for char in shown(result.response))


async def test_pages_of_a_listing_keep_their_language(world: World) -> None:
    await choose(world, "ur")
    result = await world.member.slash(world.channel, "timeline")
    first = result.response
    assert first is not None
    await choose(world, "question")
    await world.restart()
    await world.member.click(first, label=URDU(words.LATER))
    assert URDU(words.PAGE, number=2, of=9).split("2")[0] in shown(first)


async def test_an_unknown_name_is_told_in_the_language(world: World) -> None:
    await choose(world, "de")
    result = await world.member.slash(world.channel, "figures", side="atlantis")
    assert result.response is not None
    assert shown(result.response).startswith("Diesen Namen gibt es hier nicht: „atlantis“.")
    assert len(world.env.errors) == 1, "looked at: the name is in the log as well"


async def test_that_the_storage_does_not_work_is_told_in_the_language(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    await choose(world, "ur")
    store, world.desk.store = world.desk.store, None
    assert await choose(world, "ps") == URDU(words.STORAGE_FAILED)
    world.desk.store = store
    assert "the database could not be opened" in caplog.text
    assert isinstance(world.env.errors, list)  # looked at: the fault is in the log as well


@pytest.mark.parametrize(("edition", "why"), [("zz", sentences.NO_EDITION), ("", sentences.SEVERAL_EDITIONS)])
async def test_why_there_is_no_going_back_is_told_in_the_language(
    world: World, folder: Path, edition: str, why: str
) -> None:
    edits.rephrase(folder)
    proposed = await world.moderator.slash(world.channel, "knowledge reload")
    assert proposed.response is not None
    await world.moderator.click(proposed.response, label=words.APPLY)
    await world.moderator.slash(world.channel, "language", choice="ur")
    refused = await world.moderator.slash(world.channel, "knowledge rollback", edition=edition or " ")
    assert refused.response is not None
    assert shown(refused.response) == URDU(why)
    assert len(world.env.errors) == 1, "looked at: it is in the log as well"


async def test_a_direct_message_is_the_members_own(world: World) -> None:
    await choose(world, "ur")
    user = world.member.user
    await user.send_dm(DEAD)
    reply = user.dm_channel.last_message
    assert reply is not None
    assert CHAUDHARY in shown(reply)
    assert URDU(sentences.NOT_VERIFIED) in shown(reply)


async def test_the_choice_is_told_kept_without_an_id_and_forgotten(world: World) -> None:
    await choose(world, "ur")
    member = world.member.id
    kept = await held_on(world.desk, member)
    assert kept is not None
    assert kept.language == "ur"
    rows = sqlite3.connect(database_file(world.desk.settings)).execute("SELECT * FROM members").fetchall()
    assert len(rows) == 1
    assert len(rows[0][0]) == 32
    assert str(member) not in str(rows)
    privacy = await world.member.slash(world.channel, "privacy")
    assert privacy.response is not None
    assert "اردو" in shown(privacy.response)
    done = await world.member.click(privacy.response, label=URDU(words.FORGET_ME))
    assert done.response is not None
    assert await member_language(world.desk, member) is None
    again = await world.member.slash(world.channel, "privacy")
    assert again.response is not None
    assert words.NO_LANGUAGE in shown(again.response)


async def test_the_choice_outlives_a_restart(world: World) -> None:
    await choose(world, "ps")
    world.desk.languages.clear()
    await world.restart()
    assert await member_language(world.desk, world.member.id) == "ps"


def test_discords_own_language_counts_where_nothing_was_asked() -> None:
    assert frame_in(discord.Locale.german.value) is GERMAN
    assert frame_in(discord.Locale.spain_spanish.value).language == "es"
    assert frame_in(discord.Locale.british_english.value) is ENGLISH
    assert frame_in(discord.Locale.japanese.value) is ENGLISH
