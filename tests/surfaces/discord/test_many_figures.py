"""A briefing with more figures than any card has room for."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from bot.answering.showing import sentences
from bot.desk.browsing import figures
from bot.desk.catalogues import LANGUAGES, frame_in
from bot.surfaces.discord import layout, words
from bot.surfaces.discord.cards import MOST_CHARACTERS
from tests.several import ORLA
from tests.shipped import FOLDER
from tests.surfaces.discord.conftest import World, blocks, labels, shown, within

if TYPE_CHECKING:
    from pathlib import Path

    from simcord.results import ResponseMessage

MANY = 160  # claims with a figure, each contested by one of the other side
CLAIM = """
[[claim]]
id = "{id}"
statement = "{statement}"
claimant = "ina-holt"
speech_act = "states"
actor = "belmar"
target = "arden"
contested = true
phrasings = ["How many residents were killed in week {week}?"]
[[claim.figure]]
measure = "killed"
group = "residents"
victims = ["civilians"]
side = "arden"
min = {number}
max = {number}
words = "{number} residents"
"""


def week(number: int) -> tuple[str, str, int]:
    """Return the id, the statement and the figure of the claim on a week."""
    killed = 1_000 + number
    return (
        f"losses-of-week-{number:03}",
        f"Holt said {killed} residents were killed in week {number}.",
        killed,
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the invented briefing with as many claims more."""
    folder = tmp_path / "knowledge"
    shutil.copytree(ORLA, folder / "orla")
    shutil.copy(FOLDER / "vocabulary.toml", folder)
    weeks = [week(number) for number in range(1, MANY + 1)]
    with (folder / "orla" / "source.txt").open("a", encoding="utf-8") as file:
        file.writelines(f"{statement}\n" for _, statement, _ in weeks)
    with (folder / "orla" / "claims.toml").open("a", encoding="utf-8") as file:
        for number, (id_, statement, killed) in enumerate(weeks, start=1):
            file.write(CLAIM.format(id=id_, statement=statement, week=number, number=killed))
    return folder


def picture(message: ResponseMessage) -> str:
    """Return the description of the picture on a message."""
    return next(item["description"] for one in within(message) if "items" in one for item in one["items"])


async def test_a_chart_of_many_figures_is_shown_with_its_caveat(world: World) -> None:
    world.env.inject_error("POST", "/webhooks/*/*", status=429)
    drawn = await world.member.slash(world.channel, "figures", chart=True)
    assert drawn.response is not None
    assert not world.env.errors
    assert [one.filename for one in drawn.response.attachments] == ["figures.png"]
    text = shown(drawn.response)
    assert len(text) <= MOST_CHARACTERS
    (caveat, *_) = world.desk.knowledge.index().briefing.caveats
    assert caveat.passage.text in text
    assert "losses-of-week-001" in text
    assert "more." in blocks(drawn.response)[-1]
    assert words.ALT_MORE in picture(drawn.response)
    (below,) = drawn.followups
    texts = [shown(below)]
    while words.LATER in labels(below):
        await world.member.click(below, label=words.LATER)
        texts.append(shown(below))
    listed = "\n".join(texts)
    assert all(f"{killed}\u00a0– residents" in listed for _, _, killed in map(week, range(1, MANY + 1)))


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_figure_stands_under_its_heading_with_whose_it_is(world: World, language: str) -> None:
    table = figures(world.desk.knowledge)
    frame = frame_in(language)
    sheet = layout.figures(table, frame)
    lists = [block for page in sheet for block in page if "\u00a0– " in block]
    assert len(lists) > len({block.split("\n")[0] for block in lists}), "one list goes on under its heading"
    claimants = [one.name for one in table.claimants if one]
    for block in lists:
        _, limit, *figures_ = block.split("\n")
        if "residents" in block:
            assert frame(sentences.NOT_VERIFIED) in limit
            assert all(any(who in line for who in claimants) for line in figures_)
    for page in sheet:
        assert sum(map(len, page)) <= MOST_CHARACTERS
    ids = "\n".join(page[-1] for page in sheet)
    assert all(week(number)[0] in ids for number in range(1, MANY + 1))


async def test_pages_of_ones_own_are_in_ones_language_and_what_is_posted_in_that_of_the_question(
    world: World,
) -> None:
    german = frame_in("de")
    await world.member.slash(world.channel, "language", choice="de")
    asked = await world.member.slash(world.channel, "ask", question="How many residents were killed?")
    reply = asked.response
    assert reply is not None
    await world.restart()
    await world.member.click(reply, label=german(words.LATER))
    assert german(words.PAGE, number=2, of=0).split("2")[0] in shown(reply)
    assert german(words.EARLIER) in labels(reply)
    posted = await world.member.click(reply, label=german(words.POST))
    assert posted.response is not None
    assert words.LATER in labels(posted.response)
    before = shown(posted.response)
    assert sentences.NOT_VERIFIED in before
    turned = await world.moderator.click(posted.response, label=words.LATER)
    assert turned.ephemeral
    assert turned.response is not None
    assert words.EARLIER in labels(turned.response)
    assert words.POST in labels(turned.response)
    assert sentences.NOT_VERIFIED in shown(turned.response)
    assert shown(posted.response) == before, "what was posted stays what it was"


async def test_pages_of_an_answer_in_a_direct_message_turn_in_place(world: World) -> None:
    await world.member.user.send_dm("How many residents were killed?")
    reply = world.member.user.dm_channel.last_message
    assert reply is not None
    await world.member.user.click(reply, label=words.LATER)
    turned = world.member.user.dm_channel.last_message
    assert turned is not None
    assert turned.id == reply.id
    assert words.EARLIER in labels(turned)
