"""What Discord shows in place of a mark is what was said."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.desk.asking import ask
from bot.desk.checking import check
from bot.surfaces.discord.spoken import spoken
from tests.languages.test_length import assert_soon
from tests.shipped import knowledge

if TYPE_CHECKING:
    from tests.surfaces.discord.conftest import World

OWN = 7
SPOKEN = {
    "a time is its date": ("struck <t:1609459200:D>.", "struck 2021-01-01 ."),
    "however it is shown": ("on <t:1700000000:R> and <t:-86400>", "on 2023-11-14 and 1969-12-31"),
    "what is no time stays as it is typed": ("on <t:99999999999999>", "on <t:99999999999999>"),
    "whoever is addressed first": ("<@1> <@!2> who struck?", "who struck?"),
    "whoever is addressed last": ("who struck <@1>", "who struck"),
    "whoever is addressed by the way": (
        "well, <@1>, who struck? <@2> tell us",
        "well, , who struck? tell us",
    ),
    "the bot itself": (f"hey <@{OWN}> who struck", "hey who struck"),
    "a name inside": ("did <@1> strike?", "did @membername strike?"),
    "a role inside": ("did <@&1> strike?", "did @membername strike?"),
    "a channel": ("did he strike <#1>?", "did he strike #channelname ?"),
    "an emoji inside": ("did <a:in_dia:1> strike?", "did in dia strike?"),
    "an emoji that adorns": ("who struck <:sad:1><:sad:1>?", "who struck ?"),
    "a command": ("who struck, see </ask:1> for it", "who struck, see for it"),
    "what is none": ("3 < 4 and <not>", "3 < 4 and <not>"),
}


@pytest.mark.parametrize(("text", "said"), SPOKEN.values(), ids=SPOKEN)
def test_marks(text: str, said: str) -> None:
    assert spoken(text, OWN) == said


def test_a_text_that_is_all_marks_is_read_soon() -> None:
    assert_soon(lambda _, text: spoken(text, OWN), "," * 2_000 + "a" + "<@1>" * 500)


@pytest.mark.parametrize(
    "question",
    [
        "How many soldiers were killed on <t:1700000000:D>?",
        "Where did Pakistan strike on <t:1700000000:D>?",
        "Did <@1> declare open war?",
        "Did <#1> strike Kabul?",
        "What did <@1> say about civilians?",
        "How many soldiers did <:india:1> kill?",
        "Did <India> strike Kabul?",
        "How many <Indian> soldiers died?",
    ],
)
def test_what_a_mark_stands_for_is_not_passed_over(question: str) -> None:
    assert ask(knowledge(), spoken(question)).outcome != "answer"


@pytest.mark.parametrize(
    ("message", "verdict"),
    [
        ("Pakistan struck Kabul on <t:1609459200:D>.", "distorts"),
        ("Pakistan struck Kabul on <t:1772150400:D>.", "matches"),
        ("<@1> Pakistan struck Kabul on 27 February 2026. <:sad:1>", "matches"),
        ("Chaudhary said 12 Pakistani soldiers were <not> killed.", "distorts"),
        ("Chaudhary said 12 <Afghan> soldiers were killed.", "distorts"),
        ("Mujahid said 55 <Afghan> soldiers were killed.", "distorts"),
    ],
)
def test_messages(message: str, verdict: str) -> None:
    assert check(knowledge(), spoken(message)).verdict == verdict


async def test_a_mention_of_the_bot_inside_a_question_changes_nothing(world: World) -> None:
    await world.member.send(world.channel, f"hey {world.mention} how many pakistani soldiers died")
    reply = world.channel.last_message
    assert reply is not None
    assert "12 Pakistani soldiers were killed" in str([one.to_dict() for one in reply.components])
