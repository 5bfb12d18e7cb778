"""What moderators are shown fits Discord however long it is."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

import pytest

from bot.desk.recording import record_feedback
from bot.surfaces.discord import words
from bot.surfaces.discord.cards import MOST_CHARACTERS
from tests.several import many
from tests.surfaces.discord.conftest import World, kept, shown

if TYPE_CHECKING:
    from pathlib import Path

    from simcord.results import InteractionResult

REMARK = "It is *not* what [the] source says at all. " * 8
MANY = 50  # briefings


def cards(result: InteractionResult) -> list[str]:
    assert result.response is not None
    found = [shown(result.response), *map(shown, result.followups)]
    assert all(len(one) <= MOST_CHARACTERS + 100 for one in found)
    return found


@pytest.mark.settings(kept(questions=False))
async def test_long_remarks_are_parted_into_pages(world: World) -> None:
    claims = [one.id for one in world.desk.knowledge.index().briefing.claims][:10]
    for claim in claims:
        for number in range(3):
            assert await record_feedback(
                world.desk,
                member=5,
                edition="e",
                claims=(claim,),
                kind="down",
                reason=f"{number} {REMARK}",
                question=None,
            )
    result = await world.moderator.slash(world.channel, "questions unanswered")
    text = "\n".join(cards(result))
    assert not world.env.errors
    assert all(claim in text for claim in claims)


async def test_unanswered_questions_are_one_document(world: World) -> None:
    asked = ["who won the cricket match?", 'what does "x" = [[claim]] \\ cost in Lahore?']
    for question in asked:
        await world.ask(question)
    result = await world.moderator.slash(world.channel, "questions unanswered")
    assert result.response is not None
    (file,) = result.response.attachments
    document = tomllib.loads((await file.read()).decode())
    assert sorted(document["phrasings"]) == sorted(asked)


class TestManyBriefings:
    """A folder with one for each week of most of a year."""

    @pytest.fixture
    def folder(self, tmp_path: Path) -> Path:
        titles = {f"orla-week-{week:02}": f"The Orla flood, {'week by ' * 8}week" for week in range(MANY)}
        return many(tmp_path / "knowledge", titles)

    async def test_status_names_each(self, world: World) -> None:
        result = await world.moderator.slash(world.channel, "knowledge status")
        text = "\n".join(cards(result))
        assert not world.env.errors
        assert text.count("The Orla flood") == MANY
        assert words.ALL_WELL in text

    async def test_about_names_each(self, world: World) -> None:
        text = "\n".join(cards(await world.member.slash(world.channel, "about")))
        assert not world.env.errors
        assert text.count("The Orla flood") == MANY
