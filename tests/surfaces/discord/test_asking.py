"""Members ask in a simulated Discord."""

from __future__ import annotations

import asyncio
import threading
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import discord
import pytest

from bot.answering.showing import sentences
from bot.answering.showing.frame import ENGLISH
from bot.desk.recording import held_on
from bot.desk.reloading import accept, propose
from bot.surfaces.discord import hearing, memory, words
from bot.surfaces.discord.message_menus import ANSWER
from tests.shipped import BRIEFING, CAVEAT, SOURCE
from tests.surfaces.discord.conftest import World, blocks, labels, shown

if TYPE_CHECKING:
    from pathlib import Path

    from bot.answering.showing.frame import Frame
    from bot.answering.showing.reply import Reply
    from bot.surfaces.discord.responding import Interaction

DEAD = "how many pakistani soldiers died?"
CHAUDHARY = (
    "He said 12 Pakistani soldiers were killed, 27 were wounded and one was missing during the operation."
)
MUJAHID = "saying 55 Pakistani soldiers were killed, with 23 bodies held by Afghan forces"
OPEN_WAR = "“Now it is an open war between us and you.”"


def no_pings(world: World) -> bool:
    """Tell whether every message that was sent lets nobody be pinged."""
    sent = [
        one.json
        for one in world.env.http_requests
        if one.method in {"POST", "PATCH"} and isinstance(one.json, dict)
    ]
    bodies = [one.get("data", one) for one in sent if "components" in one.get("data", one)]
    return bool(bodies) and all(
        one.get("allowed_mentions", {}).get("parse") == [] and not one["allowed_mentions"].get("replied_user")
        for one in bodies
    )


async def test_a_mention_gets_a_public_reply_in_place_with_both_sides_and_the_caveat(world: World) -> None:
    asked = await world.member.send(world.channel, f"{world.mention} {DEAD}")
    reply = world.channel.last_message
    assert reply is not None
    assert reply.reference is not None
    assert reply.reference.message_id == asked.id
    text = shown(reply)
    assert CHAUDHARY in text
    assert MUJAHID in text
    assert CAVEAT in text
    assert text.index("Lt Gen Ahmed Sharif Chaudhary") < text.index(CHAUDHARY)
    assert no_pings(world)


async def test_claimant_number_and_not_verified_stand_in_one_block(world: World) -> None:
    reply = await world.ask(DEAD)
    assert reply is not None
    blocks = [block for block in shown(reply).split("\n**") if "soldiers were killed" in block]
    assert blocks
    for row in reply.components[0].children:
        text = getattr(row, "content", "")
        if "soldiers were killed" in text:
            assert sentences.NOT_VERIFIED in text
            assert "Chaudhary" in text or "Mujahid" in text


async def test_every_quoted_line_is_a_sentence_of_the_source(world: World) -> None:
    for question in (DEAD, "what happened on thursday", "who declared open war", "civilians killed in khost"):
        reply = await world.ask(question)
        assert reply is not None
        quoted = [line[2:] for line in shown(reply).split("\n") if line.startswith("> ")]
        assert quoted, question
        assert all(line in SOURCE for line in quoted), question


async def test_messages_that_do_not_mention_the_bot_are_left_alone(world: World) -> None:
    await world.member.send(world.channel, DEAD)
    await world.member.send(world.channel, "@everyone how many died")
    assert len(world.channel.history()) == 2


async def test_bots_and_webhooks_are_left_alone(world: World) -> None:
    other = world.server.add_member(world.env.create_user("other-bot", bot=True))
    await other.send(world.channel, f"{world.mention} {DEAD}")
    hook = world.server.create_webhook(world.channel)
    await hook.send(f"{world.mention} {DEAD}")
    assert all(message.author.id != world.bot.user.id for message in world.channel.history())  # type: ignore[union-attr]


async def test_messages_of_bots_are_left_before_they_are_made_objects_of(world: World) -> None:
    heard: list[discord.Message] = []

    async def hear(message: discord.Message) -> None:
        heard.append(message)

    world.bot.add_listener(hear, "on_message")
    reply = await world.ask(DEAD)
    assert reply is not None
    assert reply.author.bot
    assert [one.author.id for one in heard] == [world.member.id]


async def test_a_direct_message_is_answered_there(world: World) -> None:
    user = world.member.user
    await user.send_dm("who declared open war?")
    reply = user.dm_channel.last_message
    assert reply is not None
    assert OPEN_WAR in shown(reply)


async def test_ask_answers_the_asker_alone_and_posts_when_told(world: World) -> None:
    result = await world.member.slash(world.channel, "ask", question="who declared open war?")
    assert result.ephemeral
    assert result.response is not None
    assert OPEN_WAR in shown(result.response)
    assert words.POST in labels(result.response)
    posted = await world.member.click(result.response, label=words.POST)
    assert not posted.ephemeral
    assert posted.response is not None
    assert OPEN_WAR in shown(posted.response)
    assert words.POST not in labels(posted.response)


async def test_ask_visible_answers_the_channel(world: World) -> None:
    result = await world.member.slash(world.channel, "ask", question=DEAD, visible=True)
    assert not result.ephemeral
    assert result.response is not None
    assert CAVEAT in shown(result.response)


async def test_autocomplete_offers_covered_questions_without_numbers(world: World) -> None:
    for typed in ("", "how many sol", "opn wr", "x" * 200, "27", "🙂"):
        choices = await world.member.autocomplete(world.channel, "ask", "question", typed)
        assert len(choices) <= 25
        for choice in choices:
            assert len(choice["name"]) <= 100
            assert not any(char.isdigit() for char in choice["name"])
    offered = await world.member.autocomplete(world.channel, "ask", "question", "how many sol")
    assert "soldiers" in offered[0]["name"]


async def test_an_abstention_is_short_and_offers_covered_questions(world: World) -> None:
    reply = await world.ask("who won the cricket match between pakistan and afghanistan?")
    assert reply is not None
    text = shown(reply)
    assert "> " not in text
    assert len(text) < 300
    offered = [one for one in labels(reply) if one not in {words.WHY, words.NOT_HELPFUL}]
    assert offered
    answered = await world.member.click(reply, label=offered[0])
    assert answered.ephemeral
    assert answered.response is not None
    assert "> " in shown(answered.response)


async def test_nothing_a_member_writes_comes_back_alive(world: World) -> None:
    hostile = (
        "who won [the cricket](https://evil.example) **cup** @everyone <@&1> `code` "
        "||spoiler|| # heading discord.gg/abc https://evil.example/x"
    )
    reply = await world.ask(hostile)
    assert reply is not None
    text = shown(reply)
    for alive in ("](http", "@everyone **", "||spoiler||", "https://evil", "discord.gg/abc", "<@&1>"):
        assert alive not in text
    assert no_pings(world)


async def test_in_context_shows_the_sentences_around_with_all_that_limits_them(world: World) -> None:
    reply = await world.ask(DEAD)
    assert reply is not None
    result = await world.member.click(reply, label=words.IN_CONTEXT)
    assert result.ephemeral
    assert result.response is not None
    text = shown(result.response)
    assert "killed at least 274 Afghan soldiers" in text
    assert f"> **{CHAUDHARY}**" in text
    assert CAVEAT in text
    for block in blocks(result.response):
        if any(char.isdigit() for char in block) and not block.startswith("**Caveat"):
            assert f"**{sentences.NOT_VERIFIED}**" in block
            assert "Chaudhary" in block or "Mujahid" in block


async def test_why_shows_the_receipt_and_says_when_it_is_gone(world: World) -> None:
    reply = await world.ask(DEAD)
    assert reply is not None
    result = await world.member.click(reply, label=words.WHY)
    assert result.response is not None
    assert "pakistani-losses-chaudhary" in shown(result.response)
    await world.restart()
    again = await world.member.click(reply, label=words.WHY)
    assert again.response is not None
    assert shown(again.response) == words.GONE


async def test_who_asks_the_same_is_shown_the_same_and_can_ask_why(world: World) -> None:
    first = await world.ask(DEAD)
    await world.ask("who declared open war?")
    second = await world.ask(DEAD, world.moderator)
    assert first is not None
    assert second is not None
    assert [one.to_dict() for one in first.components] == [one.to_dict() for one in second.components]
    for reply in (first, second):
        result = await world.moderator.click(reply, label=words.WHY)
        assert result.response is not None
        assert words.GONE not in shown(result.response)


async def test_buttons_survive_a_restart(world: World) -> None:
    reply = await world.ask(DEAD)
    private = await world.member.slash(world.channel, "ask", question=DEAD)
    assert reply is not None
    assert private.response is not None
    await world.restart()
    for label in (words.IN_CONTEXT, words.OTHER_FIGURES):
        result = await world.member.click(reply, label=label)
        assert result.response is not None
        assert CAVEAT in shown(result.response)
    posted = await world.member.click(private.response, label=words.POST)
    assert posted.response is not None
    text = shown(posted.response)
    assert CHAUDHARY in text
    assert MUJAHID in text
    assert CAVEAT in text


async def test_thumbs_are_kept_with_a_reason(world: World) -> None:
    reply = await world.ask(DEAD)
    assert reply is not None
    up = next(one for one in reply.components[0].children[-1].children if one.custom_id.startswith("up:"))
    thanked = await world.member.click(reply, custom_id=up.custom_id)
    assert thanked.response is not None
    assert shown(thanked.response) == words.THANKS
    asked = await world.member.click(reply, custom_id=up.custom_id.replace("up:", "down:", 1))
    assert asked.modal is not None
    fields = [row["component"]["custom_id"] for row in asked.modal["components"]]
    done = await world.member.submit_modal(
        asked, {fields[0]: ["one-sided"], fields[1]: "leaves out the other"}
    )
    assert done.response is not None
    assert shown(done.response) == words.THANKS


async def test_the_same_answer_twice_in_a_row_becomes_a_link(world: World) -> None:
    first = await world.ask(DEAD)
    second = await world.ask("how many soldiers of pakistan were killed?")
    assert first is not None
    assert second is not None
    assert first.jump_url in shown(second)
    assert CHAUDHARY not in shown(second)
    await world.env.advance_time(world.desk.settings.cooldowns.repeat_seconds + 1)
    third = await world.ask(DEAD)
    assert third is not None
    assert CHAUDHARY in shown(third)


async def test_what_was_posted_is_not_posted_twice(world: World) -> None:
    private = await world.member.slash(world.channel, "ask", question=DEAD)
    assert private.response is not None
    first = await world.member.click(private.response, label=words.POST)
    again = await world.member.click(private.response, label=words.POST)
    assert first.response is not None
    assert again.response is not None
    assert not first.ephemeral
    assert again.ephemeral
    posted = world.channel.history()
    assert len(posted) == 1
    assert posted[0].jump_url in shown(again.response)
    mentioned = await world.ask(DEAD)
    assert mentioned is not None
    assert posted[0].jump_url in shown(mentioned)
    visible = await world.member.slash(world.channel, "ask", question=DEAD, visible=True)
    assert visible.response is not None
    assert posted[0].jump_url in shown(visible.response)


async def test_an_answer_shown_to_the_channel_is_linked_to(world: World) -> None:
    await world.member.slash(world.channel, "ask", question=DEAD, visible=True)
    first = world.channel.last_message
    assert first is not None
    second = await world.ask(DEAD)
    assert second is not None
    assert first.jump_url in shown(second)
    await world.restart()
    private = await world.member.slash(world.channel, "ask", question=DEAD)
    assert private.response is not None
    await world.member.click(private.response, label=words.POST)
    assert CHAUDHARY in shown(world.channel.last_message)


async def test_the_same_question_twice_at_once_is_answered_once(world: World) -> None:
    asked = await world.member.send(world.channel, f"{world.mention} who declared open war?")
    asked.content = f"{world.mention} {DEAD}"
    await asyncio.gather(*(world.bot.on_message(asked) for _ in range(3)))
    cards = [one for one in world.channel.history() if CHAUDHARY in shown(one)]
    links = [one for one in world.channel.history() if cards[0].jump_url in shown(one)]
    assert (len(cards), len(links)) == (1, 2)


@pytest.mark.settings(
    lambda one: replace(one, cooldowns=replace(one.cooldowns, channel_questions=2, channel_seconds=60))
)
async def test_posting_counts_for_the_channel(world: World) -> None:
    private = await world.member.slash(world.channel, "ask", question=DEAD)
    listing = await world.member.slash(world.channel, "figures")
    assert private.response is not None
    assert listing.response is not None
    for _ in range(2):
        await world.member.click(private.response, label=words.POST)
    refused = await world.member.click(listing.response, label=words.POST)
    assert refused.response is not None
    assert refused.ephemeral
    assert "This channel has asked many questions" in shown(refused.response)
    assert len(world.channel.history()) == 1


@pytest.mark.parametrize("threads", [False, True])
async def test_who_may_not_write_somewhere_has_nothing_posted_there(world: World, *, threads: bool) -> None:
    mute = discord.PermissionOverwrite(send_messages=threads, send_messages_in_threads=not threads)
    channel = world.server.create_text_channel("news", overwrites={world.server.default_role: mute})
    first = await world.moderator.send(channel, "news") if threads else None
    if first:
        await first.create_thread(name="more")
    where, free = (channel.threads[0], channel) if threads else (channel, world.channel)
    private = await world.member.slash(where, "ask", question=DEAD)
    listing = await world.member.slash(where, "figures")
    assert private.response is not None
    assert listing.response is not None
    before = len(where.history())
    for told in (
        await world.member.click(private.response, label=words.POST),
        await world.member.click(listing.response, label=words.POST),
        await world.member.slash(where, "ask", question=DEAD, visible=True),
    ):
        assert told.ephemeral
        assert told.response is not None
        assert shown(told.response) == words.MAY_NOT_WRITE
    assert len(where.history()) == before
    assert not (await world.member.slash(free, "ask", question=DEAD, visible=True)).ephemeral


async def test_in_a_direct_message_one_may_always_write(world: World) -> None:
    asked = await world.member.user.slash("ask", question=DEAD)
    assert asked.response is not None
    posted = await world.member.user.click(asked.response, label=words.POST)
    assert posted.response is not None
    assert CHAUDHARY in shown(posted.response)


@pytest.mark.settings(
    lambda one: replace(one, cooldowns=replace(one.cooldowns, member_questions=2, member_seconds=60))
)
async def test_listings_and_charts_count_for_the_member(world: World) -> None:
    first = await world.member.slash(world.channel, "figures")
    await world.member.slash(world.channel, "timeline")
    assert first.response is not None
    charted = await world.member.slash(world.channel, "figures", chart=True)
    clicked = await world.member.click(first.response, label=words.SHOW_CHART)
    posted = await world.member.click(first.response, label=words.POST)
    for refused in (charted, clicked, posted):
        assert refused.response is not None
        assert "many questions at once" in shown(refused.response)


async def test_no_link_leads_to_a_deleted_answer(world: World) -> None:
    first = await world.ask(DEAD)
    assert first is not None
    await first.delete()
    second = await world.ask(DEAD)
    assert second is not None
    assert CHAUDHARY in shown(second)


@pytest.mark.settings(
    lambda one: replace(one, cooldowns=replace(one.cooldowns, member_questions=2, member_seconds=60))
)
async def test_a_member_who_asks_too_much_is_told_once_and_may_ask_later(world: World) -> None:
    for _ in range(6):
        await world.ask("who declared open war?")
    told = [one for one in world.channel.history() if "at once" in shown(one)]
    assert len(told) == 1
    refused = await world.member.slash(world.channel, "ask", question=DEAD)
    assert refused.response is not None
    assert "Ask again in" in shown(refused.response)
    await world.env.advance_time(61)
    later = await world.ask(DEAD)
    assert later is not None
    assert CHAUDHARY in shown(later)


async def test_a_bare_mention_gets_an_example(world: World) -> None:
    reply = await world.ask("")
    assert reply is not None
    assert words.ASK_ME.format(example="") in shown(reply)


@pytest.mark.parametrize("pointing", ["is this true?", "source?", "fact check this"])
async def test_who_points_at_somebodys_post_is_told_how_to_check_it(world: World, pointing: str) -> None:
    post = await world.moderator.send(world.channel, "The prime minister resigned today.")
    await world.member.send(world.channel, f"{world.mention} {pointing}", reply_to=post)
    told = world.channel.last_message
    assert told is not None
    assert words.USE_MENU in shown(told)
    await world.member.send(world.channel, f"{world.mention} {DEAD}", reply_to=post)
    assert CHAUDHARY in shown(world.channel.last_message)


async def test_thanks_in_reply_to_the_bot_gets_no_answer(world: World) -> None:
    reply = await world.ask(DEAD)
    assert reply is not None
    before = len(world.channel.history())
    await world.member.send(world.channel, "thanks", reply_to=reply)
    assert len(world.channel.history()) == before + 1


async def test_where_it_may_not_reply_it_still_does_no_harm(world: World) -> None:
    silent = world.server.create_text_channel(
        "silent", overwrites={world.server.default_role: discord.PermissionOverwrite(send_messages=True)}
    )
    world.env.inject_error("POST", f"/channels/{silent.id}/messages", status=403)
    await world.member.send(silent, f"{world.mention} {DEAD}")
    assert len(silent.history()) in {1, 2}
    answered = await world.member.slash(silent, "ask", question=DEAD)
    assert answered.response is not None
    assert CHAUDHARY in shown(answered.response)


async def test_a_failing_reply_is_no_traceback_for_the_member(world: World) -> None:
    world.env.inject_error("POST", f"/channels/{world.channel.id}/messages", status=500)
    await world.member.send(world.channel, f"{world.mention} {DEAD}")
    again = await world.ask(DEAD)
    assert again is not None
    assert CHAUDHARY in shown(again)


@pytest.mark.parametrize("text", ["???", "\u202e\u200b", "a" * 1999, "how many died " * 130, "\u0000x"])
async def test_strange_questions_get_a_clear_reply(world: World, text: str) -> None:
    result = await world.member.slash(world.channel, "ask", question=text)
    assert result.response is not None
    assert shown(result.response)


async def test_what_was_asked_is_on_the_disk(world: World) -> None:
    await world.ask(DEAD)
    await world.ask("how many drones were used")
    await world.desk.pending.flush()
    held = await held_on(world.desk, world.member.id)
    assert held is not None
    assert held.questions == 2
    assert not world.desk.health.troubles


async def test_a_question_keeps_the_edition_that_it_was_asked_of(
    world: World, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    claims = folder / BRIEFING / "claims.toml"
    claims.write_text(claims.read_text().replace("named in the sentence before.", "of the new edition."))
    proposed = await propose(world.desk)
    settled = hearing.frame_of

    async def after_a_reload(interaction: Interaction, public: Frame | None = None) -> Frame:
        await accept(world.desk, proposed, who="m", where=None, why="")
        return await settled(interaction, public)

    with monkeypatch.context() as patch:
        patch.setattr(hearing, "frame_of", after_a_reload)
        asked = await world.member.slash(world.channel, "ask", question=DEAD)
    assert "of the new edition" not in shown(asked.response)
    again = await world.member.slash(world.channel, "ask", question=DEAD)
    assert "of the new edition" in shown(again.response)


@pytest.mark.parametrize("way", ["mention", "ask", "ask visibly", "menu"])
@pytest.mark.parametrize("times", [1, 5, 7, 40])
async def test_others_are_answered_while_a_long_question_is_read(
    world: World, monkeypatch: pytest.MonkeyPatch, way: str, times: int
) -> None:
    on_the_loop: list[bool] = []

    def asked(*given: Any, **named: Any) -> Reply:  # noqa: ANN401 - as `ask` is called
        on_the_loop.append(threading.current_thread() is threading.main_thread())
        return memory_ask(*given, **named)

    memory_ask = memory.ask
    monkeypatch.setattr(memory, "ask", asked)
    question = " ".join([DEAD] * times)
    if way == "mention":
        reply: Any = await world.ask(question)
    elif way == "menu":
        said = await world.moderator.send(world.channel, question)
        reply = (await world.member.context_menu(world.channel, ANSWER, said)).response
    else:
        found = await world.member.slash(world.channel, "ask", question=question, visible="visibly" in way)
        reply = found.response
        assert reply.ephemeral != ("visibly" in way)
    assert on_the_loop == [times <= 5]
    assert CHAUDHARY in shown(reply)
    assert MUJAHID in shown(reply)
    assert no_pings(world)


async def test_who_ask_the_same_long_question_together_are_given_one_answer(world: World) -> None:
    question, knowledge = " ".join([DEAD] * 40), world.desk.knowledge
    each = (world.bot.answers.to(knowledge, question, ENGLISH) for _ in range(3))
    first, *others = await asyncio.gather(*each)
    assert all(one is first for one in others)
