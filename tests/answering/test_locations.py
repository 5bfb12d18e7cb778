"""Where a message says that a place lies, against where a statement has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.answering.checking.messages import check

if TYPE_CHECKING:
    from bot.answering.claims.index import Index

LYING = {
    "Khost and Paktika are in the southeast of Afghanistan, the text says so right there.": "matches",
    "Khost lies in southeastern Afghanistan.": "matches",
    "Khost is in northwestern Afghanistan.": "distorts",
    "Khost and Paktika are in the northwest.": "distorts",
    "Khost is in Punjab.": "distorts",
    "Khost and Paktika are up in the north-west of Afghanistan.": "distorts",
    "No map? Here: Khost, where the Afghan government reported 19 dead, is up in the northwest.": "distorts",
    "Paktika (where the Afghan government reported 26 wounded) lies in the northwest.": "distorts",
    "Khost, where the Afghan government reported 19 dead, is down in the southeast.": "matches",
    # the source has it of no other place, or not so
    "Kandahar is in the southeast.": "not_covered",
    "Khost and Kandahar are in the southeast.": "not_covered",
    "Khost is not in the southeast.": "not_covered",
    "Is Khost in the northwest?": "not_covered",
    "My brother is in Khost.": "not_covered",
}


@pytest.mark.parametrize(("message", "verdict"), LYING.items())
def test_where_a_place_lies_is_held_against_the_statement(war: Index, message: str, verdict: str) -> None:
    checked = check(war, message)
    assert checked.verdict == verdict
    assert {found.field for found in checked.findings if found.verdict == "distorts"} <= {"place"}
    assert {found.claim for found in checked.findings} <= {"civilian-losses-government", None}


@pytest.mark.parametrize(
    "told", ["More than 400 wounded", "27 soldiers wounded", "55 soldiers killed", "13 soldiers killed"]
)
def test_the_other_side_of_a_place_is_no_place(war: Index, told: str) -> None:
    assert check(war, f"{told} on the other side of the border.").verdict == "conflicting"
    assert check(war, f"{told} in Khost.").verdict == "distorts"


TAILS = {
    "in Khost and Paktika, up in the country's northwest": "distorts",
    "in Khost and Paktika – both in Afghanistan's north-west": "distorts",
    "in Khost and Paktika, two cities of the north-west": "distorts",
    "in Khost and Paktika, way up north-west, on Friday": "distorts",
    "in Khost and Paktika, down in the southeast": "matches",
    ", in Khost and Paktika": "matches",
    ", up in Kabul": "distorts",
}


@pytest.mark.parametrize(("where", "verdict"), TAILS.items())
def test_what_is_put_behind_where_it_was_says_where_too(war: Index, where: str, verdict: str) -> None:
    assert check(war, f"Afghanistan’s government reported 19 civilians killed {where}.").verdict == verdict


@pytest.mark.parametrize("side", ["Chaudhary said 12 Pakistani", "Mujahid said 13 Afghan"])
def test_a_place_behind_a_comma_is_one_of_either_sides_losses(war: Index, side: str) -> None:
    assert check(war, f"{side} soldiers were killed, up in the north-west.").verdict == "distorts"


@pytest.mark.parametrize(("where", "verdict"), [("Millbank", "matches"), ("Wexcombe", "distorts")])
def test_a_place_behind_several_numbers(orla: Index, where: str, verdict: str) -> None:
    message = f"Holt said the flooding killed 14 residents and injured at least 40, over in {where}."
    assert check(orla, message).verdict == verdict


@pytest.mark.parametrize(
    ("done", "there"),
    [
        ("Afghanistan struck back on February 26, 2026", "Islamabad"),
        ("Mujahid said Afghanistan launched drone attacks on Thursday", "Islamabad"),
        ("Pakistan struck Kandahar on February 27, 2026", "Islamabad"),
        ("Mujahid said Pakistan's strikes hit Paktika and Khost on Friday", "Kabul"),
    ],
)
@pytest.mark.parametrize("where", ["in downtown", "right in the heart of", "on the outskirts of"])
def test_a_part_of_a_place_lies_where_that_does(war: Index, done: str, there: str, where: str) -> None:
    checked = check(war, f"{done}, {where} {there}.")
    assert (checked.verdict, {f.field for f in checked.findings if f.field}) == ("distorts", {"place"})
