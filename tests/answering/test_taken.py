"""What somebody takes: lives are the killed, people the captured, hostages nothing that is told of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.desk.asking import ask as ask_in_any_language
from tests.answering.conftest import ask, shown
from tests.shipped import knowledge

if TYPE_CHECKING:
    from bot.answering.claims.index import Index


@pytest.mark.parametrize(
    ("who", "side"),
    [("Afghanistan", "pakistani"), ("the Taliban", "pakistani"), ("Pakistan", "afghan")],
)
@pytest.mark.parametrize("asked", ["How many lives did {} take?", "How many lives has {} taken so far?"])
def test_lives_taken_are_the_killed(war: Index, asked: str, who: str, side: str) -> None:
    found = ask(war, asked.format(who))
    assert found.outcome == "answer"
    assert {f"{side}-losses-chaudhary", f"{side}-losses-mujahid"} <= shown(found)


def test_the_captured_are_counted_by_what_they_are_of_as_well(war: Index) -> None:
    assert shown(ask(war, "How many Pakistanis were taken?")) == {"pakistani-losses-mujahid"}
    assert ask(war, "How many Afghans were taken?").outcome == "abstention"


def test_whoever_captured_somebody_lost_none_by_it(war: Index) -> None:
    by_pakistan = ask(war, "My brother was captured by Pakistan. How many were captured?")
    assert by_pakistan.outcome == "abstention"
    by_afghanistan = ask(war, "My brother was captured by Afghanistan. How many were captured?")
    assert shown(by_afghanistan) == {"pakistani-losses-mujahid"}


@pytest.mark.parametrize("who", ["Pakistan", "Afghanistan", "the Taliban"])
@pytest.mark.parametrize("asked", ["How many hostages did {} take?", "Did {} take hostages?"])
def test_hostages_are_no_prisoners(war: Index, asked: str, who: str) -> None:
    assert ask(war, asked.format(who)).outcome == "abstention"


@pytest.mark.parametrize(
    "asked",
    [
        "Wie viele Geiseln hat Pakistan genommen?",
        "Wie viele Geiseln haben die Taliban genommen?",
        "Combien d’otages le Pakistan a-t-il pris ?",
        "¿Cuántos rehenes afganos tiene Pakistán?",
        "¿Cuántos rehenes pakistaníes tienen los talibanes?",
        "طالبان نے کتنے یرغمال بنائے؟",
        "پاکستان نے کتنے یرغمال بنائے؟",
        "طالبان چند گروگان گرفتند؟",
        "taliban ne kitne yarghamal banaye?",
    ],
)
def test_hostages_are_no_prisoners_in_other_languages(asked: str) -> None:
    assert ask_in_any_language(knowledge(), asked).outcome == "abstention"
