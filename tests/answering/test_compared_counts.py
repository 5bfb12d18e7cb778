"""Whose losses were the greater by one account, and every figure of a measure: all counts that are meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.answering.conftest import ask, shown

if TYPE_CHECKING:
    from bot.answering.claims.index import Index

CHAUDHARY = {"afghan-losses-chaudhary", "pakistani-losses-chaudhary"}
MUJAHID = {"afghan-losses-mujahid", "pakistani-losses-mujahid"}
WOUNDED = {*CHAUDHARY, "afghan-losses-mujahid", "civilian-losses-government"}


@pytest.mark.parametrize(
    ("question", "claims"),
    [
        ("who got more wounded according to pakistan itself, their guys or the afghans", CHAUDHARY),
        ("by pakistan's account who had more wounded, the afghans or their own soldiers", CHAUDHARY),
        ("who lost more men per chaudhary, pakistan or afghanistan", CHAUDHARY),
        ("does mujahid say more pakistani soldiers died or more of his own", MUJAHID),
        ("according to afghanistan which army lost more, theirs or pakistan's", MUJAHID),
        # One side alone is asked of.
        ("how many afghans got wounded according to pakistan itself", {"afghan-losses-chaudhary"}),
        (
            "according to pakistan, how many afghans did their own army kill or wound",
            {"afghan-losses-chaudhary"},
        ),
        ("how many of their own got wounded according to pakistan", {"pakistani-losses-chaudhary"}),
    ],
)
def test_both_counts_of_one_claimant_are_compared(war: Index, question: str, claims: set[str]) -> None:
    assert shown(ask(war, question)) == claims


@pytest.mark.parametrize(
    ("briefing", "question", "claims"),
    [
        ("war", "wounded only. every side every claimant. go", WOUNDED),
        ("war", "wounded, according to each claimant", WOUNDED),
        (
            "war",
            "civilian wounded only, all claimants",
            {"afghan-losses-mujahid", "civilian-losses-government"},
        ),
        (
            "war",
            "And non-combatants who survived but were injured? Give me all the numbers.",
            {"afghan-losses-mujahid", "civilian-losses-government"},
        ),
        (
            "orla",
            "injured only. every side every claimant",
            {"arden-losses-holt", "belmar-losses-lund", "volunteers-ferrymen"},
        ),
        ("war", "how many civilians survived", set()),
    ],
)
def test_every_figure_of_a_measure_is_shown(
    briefings: dict[str, Index], briefing: str, question: str, claims: set[str]
) -> None:
    assert shown(ask(briefings[briefing], question)) == claims
