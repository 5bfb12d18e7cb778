"""What goes wrong in Discord or on the disk, and what members see of it."""

from __future__ import annotations

import gc
import weakref
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import discord
import pytest

from bot.desk.ledger import store_of
from bot.desk.reloading import enter
from bot.desk.storage import FEEDBACK
from bot.surfaces.discord import words
from tests.desk import edits
from tests.shipped import BRIEFING, CAVEAT
from tests.surfaces.discord.conftest import World, labels, shown, within

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from sqlalchemy import Row, Table

DEAD = "how many pakistani soldiers died?"


async def test_a_click_on_a_button_twice_is_answered_twice(world: World) -> None:
    reply = await world.ask(DEAD)
    assert reply is not None
    for _ in range(2):
        result = await world.member.click(reply, label=words.IN_CONTEXT)
        assert result.response is not None
        assert CAVEAT in shown(result.response)


async def test_a_question_deleted_at_once_does_no_harm(world: World) -> None:
    asked = await world.member.send(world.channel, f"{world.mention} {DEAD}")
    await world.member.delete(asked)
    reply = await world.ask("who declared open war?")
    assert reply is not None
    assert "open war" in shown(reply)


@pytest.mark.parametrize("status", [500, 429, 403, 404])
async def test_a_failing_interaction_is_no_defect(world: World, status: int) -> None:
    world.env.inject_error("POST", "/interactions/*/*/callback", status=status)
    await world.member.slash(world.channel, "ask", question=DEAD)
    assert isinstance(world.env.errors, list)  # looked at: what Discord refused is no defect of ours
    again = await world.member.slash(world.channel, "ask", question=DEAD)
    assert again.response is not None
    assert CAVEAT in shown(again.response)


async def test_what_a_moderator_presses_is_sent_again_where_discord_refuses_it_once(
    world: World, folder: Path
) -> None:
    edits.rephrase(folder)
    before = world.desk.knowledge
    proposed = await world.moderator.slash(world.channel, "knowledge reload")
    assert proposed.response is not None
    world.env.inject_error("POST", "/interactions/*/*/callback", status=429)
    await world.moderator.click(proposed.response, label=words.APPLY)
    assert world.desk.knowledge is not before
    assert words.APPLIED.split("{digest}")[0] in shown(proposed.response)
    for number in range(9):
        await enter(world.desk, who="ann", where=None, what="noted", why=f"entry {number}.")
    entries = await world.moderator.slash(world.channel, "knowledge history")
    assert entries.response is not None
    world.env.inject_error("POST", "/interactions/*/*/callback", status=429)
    await world.moderator.click(entries.response, label=words.LATER)
    assert labels(entries.response) == [words.EARLIER]
    assert not world.env.errors


async def test_without_permission_to_read_the_history_the_reply_stands_alone(world: World) -> None:
    path = f"/channels/{world.channel.id}/messages"
    world.env.inject_error("POST", path, status=403, code=160002)  # so Discord says it
    reply = await world.ask(DEAD)
    assert reply is not None
    assert reply.reference is None
    assert CAVEAT in shown(reply)


async def test_a_thread_is_answered_in_place(world: World) -> None:
    first = await world.ask("who declared open war?")
    assert first is not None
    thread = await first.create_thread(name="more")
    handle = next(one for one in world.channel.threads if one.id == thread.id)
    await world.member.send(handle, f"{world.mention} {DEAD}")
    reply = handle.last_message
    assert reply is not None
    assert CAVEAT in shown(reply)


@pytest.mark.settings(lambda one: replace(one, storage=one.knowledge / "vocabulary.toml" / "no.sqlite3"))
async def test_without_storage_questions_are_answered_and_nothing_is_thanked_for(world: World) -> None:
    reply = await world.ask(DEAD)
    assert reply is not None
    assert CAVEAT in shown(reply)
    up = next(one for one in reply.components[0].children[-1].children if one.custom_id.startswith("up:"))
    rated = await world.member.click(reply, custom_id=up.custom_id)
    assert rated.response is not None
    assert shown(rated.response) == words.NOT_KEPT
    privacy = await world.member.slash(world.channel, "privacy")
    assert privacy.response is not None
    assert words.NOT_COUNTED in shown(privacy.response)
    forgotten = await world.member.click(privacy.response, label=words.FORGET_ME)
    assert forgotten.response is not None
    assert shown(forgotten.response) == words.NOT_DELETED
    status = await world.moderator.slash(world.channel, "knowledge status")
    assert status.response is not None
    assert "⚠" in shown(status.response)
    unkept = await world.moderator.slash(world.channel, "knowledge history")
    assert unkept.response is not None
    assert shown(unkept.response) == words.STORAGE_FAILED
    assert isinstance(world.env.errors, list)


async def test_a_claim_that_is_gone_is_said_to_be(world: World) -> None:
    reply = await world.ask("who declared open war?")
    abstained = await world.ask("who won the cricket match?")
    assert reply is not None
    assert abstained is not None
    offered = labels(abstained)[0]
    for file in (world.desk.settings.knowledge / BRIEFING).glob("*.toml"):
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace('"open-war-asif"', '"war-declared-asif"'), encoding="utf-8")
    result = await world.moderator.slash(world.channel, "knowledge reload")
    assert result.response is not None
    await world.moderator.click(result.response, label=words.APPLY)
    gone = await world.member.click(reply, label=words.IN_CONTEXT)
    assert gone.response is not None
    assert shown(gone.response) == words.CLAIM_GONE
    answered = await world.member.click(abstained, label=offered)
    assert answered.response is not None


async def changed(world: World, old: str, new: str) -> None:
    """Change every file of the briefing, and have that accepted."""
    for file in (world.desk.settings.knowledge / BRIEFING).glob("*.t*"):
        file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    result = await world.moderator.slash(world.channel, "knowledge reload")
    assert result.response is not None
    await world.moderator.click(result.response, label=words.APPLY)


async def test_an_edition_is_let_go_once_another_replaces_the_one_after_it(world: World) -> None:
    seen, replies = [], []
    for old, new in (("soldiers died", "soldiers fell"), ("soldiers fell", "soldiers died"), ("", "")):
        replies.append(await world.ask(DEAD))
        seen.append(weakref.ref(world.desk.knowledge.index()))
        if old:
            await changed(world, old, f"{new} then")
    gc.collect()
    assert [one() is not None for one in seen] == [False, True, True]
    for reply, gone in zip(replies, (True, False, False), strict=True):
        assert reply is not None
        why = await world.member.click(reply, label=words.WHY)
        assert why.response is not None
        assert (shown(why.response) == words.GONE) == gone


async def test_every_button_about_claims_says_that_they_have_changed(world: World) -> None:
    reply = await world.ask(DEAD)
    assert reply is not None
    await changed(world, "Pakistan’s military spokesperson", "Pakistan’s army spokesperson")
    for label, said in (
        (words.IN_CONTEXT, words.CHANGED),
        (words.OTHER_FIGURES, words.CHANGED),
        (words.WHY, words.CHANGED_THEN),
    ):
        result = await world.member.click(reply, label=label)
        assert result.response is not None
        assert shown(result.response).startswith(said), label


async def test_a_covered_question_asks_what_stands_on_it_or_says_that_it_is_gone(world: World) -> None:
    abstained = await world.ask("who won the cricket match between pakistan and afghanistan?")
    assert abstained is not None
    first, second = labels(abstained)[:2]
    await changed(world, f'"{first}"', f'"What else is there to ask?", "{first}"')
    moved = await world.member.click(abstained, label=first)
    assert moved.response is not None
    assert "> " in shown(moved.response)
    assert [one.question for one in world.bot.answered.values()][-1] == first
    await changed(world, f'"{second}"', f'"{second[:-1]} then?"')
    gone = await world.member.click(abstained, label=second)
    assert gone.response is not None
    assert shown(gone.response) == words.PHRASING_GONE


async def test_none_of_these_is_kept_with_what_was_offered_after_a_restart(world: World) -> None:
    asked = await world.member.slash(world.channel, "ask", question="the war")
    assert asked.response is not None
    (select,) = (one for one in within(asked.response) if one["type"] == discord.ComponentType.select.value)
    await world.restart()
    await world.member.select(asked.response, ["none"], custom_id=select["custom_id"])
    kept = await rows(world, FEEDBACK)
    assert [one.kind for one in kept] == ["none_of_these"]
    assert len(kept[0].claims.split()) == len(select["options"]) - 1
    first = next(one for one in reversed(world.env.http_requests) if one.path.endswith("/callback"))
    assert first.json["type"] == discord.InteractionResponseType.deferred_channel_message.value


async def test_a_form_that_was_open_over_a_restart_is_kept(world: World) -> None:
    reply = await world.ask(DEAD)
    assert reply is not None
    asked = await world.member.click(reply, custom_id=thumb(reply, "down"))
    assert asked.modal is not None
    await world.restart()
    done = await world.member.submit_modal(asked, {"reason": ["one-sided"], "more": " why? "})
    assert done.response is not None
    assert shown(done.response) == words.THANKS
    (kept,) = await rows(world, FEEDBACK)
    assert (kept.kind, kept.reason) == ("down", "one-sided: why?")
    assert "pakistani-losses-chaudhary" in kept.claims


@pytest.mark.settings(lambda one: replace(one, cooldowns=replace(one.cooldowns, member_questions=2)))
async def test_a_form_that_was_opened_is_kept_whatever_was_asked_meanwhile(world: World) -> None:
    reply = await world.ask(DEAD)
    assert reply is not None
    asked = await world.member.click(reply, custom_id=thumb(reply, "down"))
    assert asked.modal is not None
    await world.ask("who declared open war?")
    done = await world.member.submit_modal(asked, {"reason": ["one-sided"], "more": "why?"})
    assert done.response is not None
    assert shown(done.response) == words.THANKS
    (kept,) = await rows(world, FEEDBACK)
    assert kept.reason == "one-sided: why?"
    refused = await world.member.click(reply, custom_id=thumb(reply, "down"))
    assert refused.modal is None
    assert refused.response is not None
    assert shown(refused.response).startswith(words.SLOW_DOWN_MEMBER.split("{")[0])


async def test_the_last_of_a_members_ratings_of_an_answer_counts(world: World) -> None:
    reply = await world.ask(DEAD)
    other = await world.ask("who declared open war?")
    assert reply is not None
    assert other is not None
    for message in (reply, reply, other):
        await world.member.click(message, custom_id=thumb(message, "up"))
    await world.moderator.click(reply, custom_id=thumb(reply, "up"))
    assert len(await rows(world, FEEDBACK)) == 3
    await world.restart()
    asked = await world.member.click(reply, custom_id=thumb(reply, "down"))
    await world.member.submit_modal(asked, {"reason": ["unclear"], "more": ""})
    assert sorted(one.kind for one in await rows(world, FEEDBACK)) == ["down", "up", "up"]


async def test_ratings_of_what_was_not_answered_are_told_apart(world: World) -> None:
    for question in ("who won the cricket match?", "how many drones were used?"):
        reply = await world.ask(question)
        assert reply is not None
        for _ in range(2):
            asked = await world.member.click(reply, custom_id=thumb(reply, "down"))
            await world.member.submit_modal(asked, {"reason": ["missing"], "more": ""})
    assert len(await rows(world, FEEDBACK)) == 2


def thumb(message: discord.Message, which: str) -> str:
    return next(
        one["custom_id"] for one in within(message) if one.get("custom_id", "").startswith(f"{which}:")
    )


async def rows(world: World, table: Table) -> Sequence[Row[Any]]:
    async with store_of(world.desk).reading() as connection:
        return (await connection.execute(table.select())).all()
