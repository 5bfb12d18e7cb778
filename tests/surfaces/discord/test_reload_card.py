"""The card that a moderator decides from says the gravest first, and all of it in a file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from bot.surfaces.discord import words
from bot.surfaces.discord.cards import MOST_CHARACTERS
from tests.desk import edits
from tests.shipped import BRIEFING
from tests.surfaces.discord.conftest import World, kept, labels, shown

if TYPE_CHECKING:
    from pathlib import Path

    import discord

CAPITAL = "is kabul the capital of afghanistan?"


def annotate_every_claim(folder: Path) -> None:
    """Give each claim a long note, which changes all of them."""
    file = folder / BRIEFING / "claims.toml"
    head, *claims = file.read_text(encoding="utf-8").split("[[claim]]\n")
    note = 'note = "' + "A long note of a *curator* on the wording of it. " * 10 + '"\n'
    claims = [note + re.sub(r"(?m)^note = .*\n", "", one) for one in claims]
    file.write_text("[[claim]]\n".join([head, *claims]), encoding="utf-8")


async def reloaded(world: World) -> discord.Message:
    result = await world.moderator.slash(world.channel, "knowledge reload")
    assert result.response is not None
    return result.response


async def attached(message: discord.Message) -> str:
    (file,) = message.attachments
    return (await file.read()).decode()


async def test_what_is_gravest_stays_on_a_card_that_is_too_short(world: World, folder: Path) -> None:
    await world.ask(CAPITAL)
    edits.end_dispute(folder)
    edits.drop_claim(folder, "capital-kabul")
    annotate_every_claim(folder)
    card = await reloaded(world)
    text = shown(card)
    assert len(text) <= MOST_CHARACTERS
    places = [
        text.index(one) for one in ("Removed (1)", "Contested without", "answered otherwise", "Changed (")
    ]
    assert places == sorted(places)
    assert "capital-kabul" in text
    assert all(claim in text for claim in edits.SHELTER)
    assert re.search(r"… and \d+ more", text)
    assert labels(card) == [words.APPLY, words.DISCARD]


async def test_all_of_a_long_change_is_in_the_file(world: World, folder: Path) -> None:
    await world.ask(CAPITAL)
    edits.drop_claim(folder, "capital-kabul")
    annotate_every_claim(folder)
    text = await attached(await reloaded(world))
    assert CAPITAL in text
    for claim in world.desk.knowledge.index().briefing.claims:
        assert claim.id in text
    assert "{+A long note of a *curator*" in text


async def test_a_long_question_does_not_push_out_what_it_would_be_answered(
    world: World, folder: Path
) -> None:
    long = f"{CAPITAL} {'please ' * 540}"
    await world.ask(CAPITAL)
    await world.member.slash(world.channel, "ask", question=long)
    edits.drop_claim(folder, "capital-kabul")
    card = await reloaded(world)
    assert "answered otherwise" in shown(card)
    assert "please…”: answer: capital-kabul, " in shown(card)
    assert " ".join(long.split()) in await attached(card)


async def test_another_title_is_shown_before_it_is_applied(world: World, folder: Path) -> None:
    edits.replace_once(folder, f"{BRIEFING}/briefing.toml", "fighting, February 2026", "fighting of 2026")
    card = await reloaded(world)
    text = shown(card)
    assert words.HEADS.format(count=1) in text
    assert "- `title`: Pakistan–Afghanistan ~~fighting, February~~ **fighting of** 2026" in text
    assert "Pakistan–Afghanistan [-fighting, February-] {+fighting of+} 2026" in await attached(card)


async def test_a_change_of_the_vocabulary_alone_is_named(world: World, folder: Path) -> None:
    file = folder / "vocabulary.toml"
    file.write_text(file.read_text(encoding="utf-8") + "\n# more to come\n", encoding="utf-8")
    text = shown(await reloaded(world))
    assert words.NO_CLAIMS in text
    assert "`vocabulary.toml`" in text


async def test_the_card_says_how_many_entries_a_file_loses(world: World, folder: Path) -> None:
    file = folder / "small-talk.en.txt"
    lines = file.read_text(encoding="utf-8").splitlines()
    file.write_text("", encoding="utf-8")
    text = shown(await reloaded(world))
    lost = len([line for line in lines if line.strip()])
    assert f"{words.ENTRIES.format(count=1)}**\n- `small-talk.en.txt`: −{lost} +0" in text


async def test_the_card_says_how_many_questions_were_compared(world: World, folder: Path) -> None:
    await world.ask(CAPITAL)
    edits.rephrase(folder)
    text = shown(await reloaded(world))
    assert "None of 1 questions kept from the last 30 days" in text


@pytest.mark.settings(kept(questions=False))
async def test_the_card_says_why_no_questions_were_compared(world: World, folder: Path) -> None:
    await world.ask(CAPITAL)
    edits.drop_claim(folder, "capital-kabul")
    assert "`keep_questions = true`" in shown(await reloaded(world))


async def test_the_file_goes_when_the_change_is_discarded(world: World, folder: Path) -> None:
    edits.rephrase(folder)
    card = await reloaded(world)
    assert card.attachments
    await world.moderator.click(card, label=words.DISCARD)
    assert not card.attachments
