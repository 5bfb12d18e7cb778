"""Moderators reload, roll back and see what was not answered, in a simulated Discord."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from simcord.backend.errors import SetupError

from bot.briefing.folder import read_folder
from bot.desk.editions import pack
from bot.desk.storage import EDITIONS
from bot.surfaces.discord import words
from bot.surfaces.discord.client import BriefingBot
from bot.surfaces.discord.proposals import servers_joined
from tests.shipped import BRIEFING
from tests.surfaces.discord.conftest import World, labels, named, shown

if TYPE_CHECKING:
    from pathlib import Path

    from bot.desk.desk import Desk

DEAD = "how many pakistani soldiers died?"
NOTE = "Named in the sentence before."


async def take_over(world: World) -> None:
    """Reload the folder and apply what it changes."""
    result = await world.moderator.slash(world.channel, "knowledge reload")
    assert result.response is not None
    await world.moderator.click(result.response, label=words.APPLY)


def reword_a_note(folder: Path) -> None:
    """Change one claim as a curator would."""
    file = folder / BRIEFING / "claims.toml"
    text = file.read_text(encoding="utf-8")
    note = "“He” is Lt Gen Ahmed Sharif Chaudhary, named in the sentence before."
    assert note in text
    file.write_text(text.replace(note, NOTE), encoding="utf-8")


def break_it(folder: Path) -> None:
    """Leave a claims file that is no TOML."""
    file = folder / BRIEFING / "claims.toml"
    file.write_text(file.read_text(encoding="utf-8") + "\n[[claim\n", encoding="utf-8")


async def test_status_tells_the_trouble_that_it_comes_upon_itself(world: World) -> None:
    assert world.desk.settings.storage
    with closing(sqlite3.connect(world.desk.settings.storage)) as database:
        database.execute("DROP TABLE settings")
    status = await world.moderator.slash(world.channel, "knowledge status")
    assert status.response is not None
    assert words.ALL_WELL not in shown(status.response)
    assert "no such table" in shown(status.response)


async def test_reload_shows_what_would_change_and_applies_it(world: World, folder: Path) -> None:
    before = world.desk.knowledge
    await world.ask(DEAD)
    reword_a_note(folder)
    result = await world.moderator.slash(world.channel, "knowledge reload")
    assert result.ephemeral
    assert result.response is not None
    text = shown(result.response)
    assert "pakistani-losses-chaudhary" in text
    assert "~~" in text
    assert world.desk.knowledge is before, "nothing changes before it is applied"
    done = await world.moderator.click(result.response, label=words.APPLY)
    assert world.desk.knowledge.digest != before.digest
    assert world.desk.knowledge.digest[:12] in shown(done.response or result.response)
    reply = await world.ask(DEAD)
    assert reply is not None
    assert NOTE in shown(reply)
    history = await world.moderator.slash(world.channel, "knowledge history")
    assert history.response is not None
    assert words.RELOADED in shown(history.response)


async def test_an_old_button_says_that_its_claim_has_changed(world: World, folder: Path) -> None:
    reply = await world.ask(DEAD)
    assert reply is not None
    reword_a_note(folder)
    await take_over(world)
    context = await world.member.click(reply, label=words.IN_CONTEXT)
    assert context.response is not None
    assert words.CHANGED in shown(context.response)


async def test_discard_changes_nothing(world: World, folder: Path) -> None:
    before = world.desk.knowledge
    reword_a_note(folder)
    result = await world.moderator.slash(world.channel, "knowledge reload")
    assert result.response is not None
    await world.moderator.click(result.response, label=words.DISCARD)
    assert world.desk.knowledge is before


async def test_apply_twice_is_harmless(world: World, folder: Path) -> None:
    reword_a_note(folder)
    first = await world.moderator.slash(world.channel, "knowledge reload")
    second = await world.moderator.slash(world.channel, "knowledge reload")
    assert first.response is not None
    assert second.response is not None
    await world.moderator.click(first.response, label=words.APPLY)
    after = world.desk.knowledge
    late = await world.moderator.click(second.response, label=words.APPLY)
    assert world.desk.knowledge is after
    assert late.acknowledged


async def test_a_broken_folder_is_listed_and_the_old_edition_goes_on(world: World, folder: Path) -> None:
    break_it(folder)
    result = await world.moderator.slash(world.channel, "knowledge reload")
    assert result.response is not None
    text = shown(result.response)
    assert words.REFUSED in text
    assert "claims.toml:" in text
    status = await world.moderator.slash(world.channel, "knowledge status")
    assert status.response is not None
    assert words.ALL_WELL not in shown(status.response)
    assert "⚠ the edition accepted last answers, not the folder" in shown(status.response)
    reply = await world.ask(DEAD)
    assert reply is not None
    assert "12 Pakistani soldiers" in shown(reply)


async def test_rollback_goes_back(world: World, folder: Path) -> None:
    first = world.desk.knowledge.digest
    reword_a_note(folder)
    await take_over(world)
    choices = await world.moderator.autocomplete(world.channel, "knowledge rollback", "edition", "")
    assert [one["value"] for one in choices] == [first]
    back = await world.moderator.slash(world.channel, "knowledge rollback", edition=first)
    assert back.response is not None
    await world.moderator.click(back.response, label=words.APPLY)
    assert world.desk.knowledge.digest == first


async def test_rollback_to_what_answers_says_nothing_of_the_folder(world: World, folder: Path) -> None:
    reword_a_note(folder)
    result = await world.moderator.slash(
        world.channel, "knowledge rollback", edition=world.desk.knowledge.digest
    )
    assert result.response is not None
    assert shown(result.response) == words.NO_CHANGE_EDITION


async def test_a_rollback_that_a_restart_forgot_leads_to_no_reload(world: World, folder: Path) -> None:
    first = world.desk.knowledge.digest
    reword_a_note(folder)
    await take_over(world)
    back = await world.moderator.slash(world.channel, "knowledge rollback", edition=first)
    assert back.response is not None
    await world.restart()
    await world.moderator.click(back.response, label=words.APPLY)
    assert shown(back.response) == words.PROPOSAL_GONE
    assert "`/knowledge rollback`" in words.PROPOSAL_GONE


async def test_rollback_takes_a_digest_as_the_history_shows_it(world: World, folder: Path) -> None:
    first = world.desk.knowledge.digest
    reword_a_note(folder)
    await take_over(world)
    back = await world.moderator.slash(world.channel, "knowledge rollback", edition=first[:12].upper())
    assert back.response is not None
    assert first[:12] in shown(back.response)
    assert labels(back.response) == [words.APPLY, words.DISCARD]


async def test_every_problem_of_an_older_edition_is_listed(world: World, folder: Path) -> None:
    for name in ("claims.toml", "briefing.toml"):
        (folder / BRIEFING / name).write_text("[[claim\n", encoding="utf-8")
    contents = read_folder(folder)
    row = {"digest": contents.digest, "packed": pack(contents), "accepted_at": 1}
    assert world.desk.store is not None
    async with world.desk.store.writing() as connection:
        await connection.execute(EDITIONS.insert().values(row))
    result = await world.moderator.slash(world.channel, "knowledge rollback", edition=contents.digest)
    assert result.response is not None
    text = shown(result.response)
    assert words.REFUSED_EDITION in text
    assert "claims.toml:1" in text
    assert "briefing.toml:1" in text


async def test_many_problems_are_in_a_file(world: World, folder: Path) -> None:
    file = folder / BRIEFING / "claims.toml"
    text = file.read_text(encoding="utf-8").replace('statement = "', 'statement = "Not so: ')
    file.write_text(text.replace("statement = '''", "statement = '''Not so: "), encoding="utf-8")
    result = await world.moderator.slash(world.channel, "knowledge reload")
    assert result.response is not None
    assert re.search(r"… and \d+ more", shown(result.response))
    (attached,) = result.response.attachments
    assert len((await attached.read()).splitlines()) > 20


async def test_whom_the_configuration_names_may_see_the_status(world: World) -> None:
    world.desk.settings = named(members=(world.member.id,))(world.desk.settings)
    registered = {one.name: one for one in await world.bot.tree.fetch_commands()}
    world.server.set_command_permissions(registered["knowledge"], {world.member: True})
    for command in ("knowledge status", "knowledge reload", "knowledge history"):
        result = await world.member.slash(world.channel, command)
        assert result.response is not None
        assert shown(result.response) != words.NOT_ALLOWED


async def test_status_says_what_answers(world: World) -> None:
    result = await world.moderator.slash(world.channel, "knowledge status")
    assert result.response is not None
    assert world.desk.knowledge.digest[:12] in shown(result.response)
    assert words.ALL_WELL in shown(result.response)


async def test_a_member_does_not_see_the_commands(world: World) -> None:
    assert "knowledge reload" not in world.member.available_commands(world.channel)
    with pytest.raises(SetupError):
        await world.member.slash(world.channel, "knowledge reload")


async def test_a_member_whom_discord_lets_through_is_refused_all_the_same(world: World) -> None:
    registered = {one.name: one for one in await world.bot.tree.fetch_commands()}
    world.server.set_command_permissions(registered["knowledge"], {world.member: True})
    result = await world.member.slash(world.channel, "knowledge reload")
    assert result.response is not None
    assert shown(result.response) == words.NOT_ALLOWED


async def test_in_a_second_server_manage_server_is_not_enough(world: World) -> None:
    world.env.create_guild("another")
    result = await world.moderator.slash(world.channel, "knowledge reload")
    assert result.response is not None
    assert shown(result.response) == words.NOT_ALLOWED_SERVERS


@pytest.mark.settings(lambda one: replace(one, discord=replace(one.discord, shard_ids=(0,))))
async def test_a_process_with_some_of_the_shards_does_not_know_of_every_server(world: World) -> None:
    result = await world.moderator.slash(world.channel, "knowledge reload")
    assert result.response is not None
    assert shown(result.response) == words.NOT_ALLOWED_SERVERS


async def test_before_every_shard_is_connected_nobody_knows_of_every_server(desk: Desk) -> None:
    assert servers_joined(BriefingBot(desk)) is None


@pytest.mark.settings(named(members=(1,)))
async def test_whom_the_configuration_does_not_name_may_not(world: World) -> None:
    result = await world.moderator.slash(world.channel, "knowledge reload")
    assert result.response is not None
    assert shown(result.response) == words.NOT_ALLOWED_SERVERS


async def test_unanswered_questions_are_ready_for_the_curator(world: World) -> None:
    for question in ("who won the cricket match?", "who won the cricket mach?", "did the UN condemn it?"):
        await world.ask(question)
    result = await world.moderator.slash(world.channel, "questions unanswered")
    assert result.response is not None
    text = shown(result.response)
    assert "cricket" in text
    assert result.response.attachments
    empty = world.member.available_commands(world.channel)
    assert "questions unanswered" not in empty


async def test_ambient_needs_the_intent(world: World) -> None:
    result = await world.moderator.slash(world.channel, "settings ambient", state="on")
    assert result.response is not None
    assert shown(result.response) == words.AMBIENT_NEEDS_CONTENT


async def test_privacy_says_what_is_kept_and_forgets(world: World) -> None:
    await world.ask(DEAD)
    result = await world.member.slash(world.channel, "privacy")
    assert result.response is not None
    assert "questions: 1, ratings: 0, language: none chosen" in shown(result.response)
    assert labels(result.response) == [words.FORGET_ME]
    done = await world.member.click(result.response, label=words.FORGET_ME)
    assert done.response is not None
    assert "1 of your entries" in shown(done.response)
    again = await world.member.slash(world.channel, "privacy")
    assert again.response is not None
    assert "questions: 0, ratings: 0" in shown(again.response)


async def test_a_moderator_who_is_forgotten_is_told_that_what_they_changed_stays(world: World) -> None:
    await world.moderator.slash(world.channel, "settings briefing", briefing=BRIEFING)
    result = await world.moderator.slash(world.channel, "privacy")
    assert result.response is not None
    done = await world.moderator.click(result.response, label=words.FORGET_ME)
    assert done.response is not None
    assert "unless you changed something as a moderator" in shown(done.response)
    entries = await world.moderator.slash(world.channel, "knowledge history")
    assert entries.response is not None
    assert f"moderator ({world.moderator.id})" in shown(entries.response)


async def test_a_caveat_that_is_changed_is_said_on_an_old_reply(world: World, folder: Path) -> None:
    private = await world.member.slash(world.channel, "ask", question=DEAD)
    assert private.response is not None
    file = folder / BRIEFING / "briefing.toml"
    text = file.read_text(encoding="utf-8")
    measures = '"killed", "wounded", "injured", "missing", "captured", "bodies-held", "casualties"'
    assert measures in text
    file.write_text(text.replace(measures, '"injured"', 1), encoding="utf-8")
    await take_over(world)
    posted = await world.member.click(private.response, label=words.POST)
    assert posted.response is not None
    assert words.CHANGED in shown(posted.response)


async def test_the_menu_of_another_question_is_no_link(world: World) -> None:
    first = await world.ask("Who is Pakistan's")
    second = await world.ask("did the Emirate")
    assert first is not None
    assert second is not None
    assert first.jump_url not in shown(second)


async def test_moderating_is_only_for_servers_that_the_bot_is_in(world: World) -> None:
    for name in ("knowledge", "questions", "settings"):
        group = world.bot.tree.get_command(name)
        assert group is not None
        assert group.to_dict(world.bot.tree)["integration_types"] == [0]


async def test_that_there_are_more_unanswered_questions_than_a_card_has_is_said(world: World) -> None:
    for question in (
        "who won the cricket match?", "what is the capital of France?", "how high is Mount Everest?",
        "how do I bake bread?", "is it going to rain?", "which film got the Oscar?",
        "where do penguins live?",
        "when does the bus leave?", "why is the sky blue?", "sing a song", "translate good morning",
        "what does a banana cost?",
    ):  # fmt: skip
        await world.ask(question)
    result = await world.moderator.slash(world.channel, "questions unanswered")
    assert result.response is not None
    text = shown(result.response)
    groups = len([line for line in text.split("\n") if "×" in line])
    (attached,) = result.response.attachments
    left = (await attached.read()).decode().count(" × ") - groups
    assert left > 0
    assert text.endswith(words.MORE.format(count=left))
