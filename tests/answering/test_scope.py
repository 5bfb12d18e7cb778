"""What a message says was all, or only one side’s, where the briefing has more, or less."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.answering.checking.messages import check

if TYPE_CHECKING:
    from bot.answering.claims.index import Index

ONE = [
    "Only one side has reported heavy losses.",
    "Only one side has talked of heavy losses so far.",
    "Just one of the two reported heavy losses.",
    "One side reported heavy losses, the other didn’t.",
    "One of the two sides reported heavy losses, the other has not.",
    "Heavy losses were reported by {one} and {one} alone.",
    "{other} alone reported heavy losses.",
    "Heavy losses were reported by {other} and no one else.",
    "{one} and nobody else reported heavy losses.",
]
BOTH = [
    "Both sides reported heavy losses.",
    "Not only one side reported heavy losses, both did.",
    "Each side reported heavy losses, one as much as the other.",
    "Both sides reported heavy losses, and leave me alone.",
]


@pytest.mark.parametrize("message", ONE)
def test_what_both_reported_is_not_one_sides(war: Index, orla: Index, message: str) -> None:
    for index, one, other in (
        (war, "Pakistan", "the Afghans"),
        (war, "Afghanistan", "Pakistan"),
        (orla, "Belmar", "Arden"),
    ):
        checked = check(index, message.format(one=one, other=other))
        assert (checked.verdict, checked.findings[0].field) == ("distorts", "claimant")


@pytest.mark.parametrize("message", BOTH)
def test_what_both_reported_is_both_sides(war: Index, orla: Index, message: str) -> None:
    assert check(war, message).verdict == check(orla, message).verdict == "matches"


@pytest.mark.parametrize("whole", ["The whole of", "All of", "Every part of", "The entire city of"])
def test_parts_of_a_place_are_not_the_whole(war: Index, whole: str) -> None:
    checked = check(war, f"{whole} Kandahar was hit on Thursday night, Mujahid says.")
    assert (checked.verdict, checked.findings[0].field) == ("distorts", "place")
    # of Friday's targets and the publisher's cities no parts are told
    assert check(war, f"{whole} Khost was targeted on Friday, Mujahid says.").verdict == "matches"
    assert check(war, "Parts of Kandahar were hit on Thursday night, Mujahid says.").verdict == "matches"


@pytest.mark.parametrize(
    ("message", "verdict"),
    [
        ("Chaudhary said all 274 were regular soldiers of Afghanistan.", "distorts"),
        ("Chaudhary said 274 were killed, and all were soldiers.", "distorts"),
        ("Chaudhary said 274 Afghan soldiers and fighters were killed.", "matches"),
        ("Chaudhary said 12 Pakistani soldiers were killed, and all were soldiers.", "matches"),
        ("Mujahid said 55 were killed, and all were Pakistani soldiers.", "matches"),
    ],
)
def test_one_of_two_groups_is_not_all(war: Index, message: str, verdict: str) -> None:
    assert check(war, message).verdict == verdict


@pytest.mark.parametrize(
    ("message", "verdict"),
    [
        ("Kabul is just the capital.", "matches"),
        ("Pakistan struck only the capital on February 27.", "distorts"),
        ("Heavy casualties were reported by Pakistan exclusively.", "distorts"),
        ("Heavy casualties were reported by Afghanistan exclusively.", "distorts"),
    ],
)
def test_only_limits_where_it_was_and_who_said_so(war: Index, message: str, verdict: str) -> None:
    assert check(war, message).verdict == verdict


def test_what_both_reported_is_not_exclusively_one_towns(orla: Index) -> None:
    for town in ("Arden", "Belmar"):
        assert check(orla, f"Heavy losses were reported exclusively by {town}.").verdict == "distorts"


@pytest.mark.parametrize("neither", ["Neither side", "No side", "Neither country"])
def test_what_both_reported_neither_denied(war: Index, orla: Index, neither: str) -> None:
    assert check(war, f"{neither} is reporting any serious losses.").verdict == "distorts"
    assert check(orla, f"{neither} reported heavy losses.").verdict == "distorts"


@pytest.mark.parametrize("where", ["in the whole country", "everywhere", "across the entire region"])
def test_somewhere_is_not_everywhere(brannock: Index, where: str) -> None:
    checked = check(brannock, f"Mayor Lindqvist banned further marches {where} until June 30.")
    assert (checked.verdict, checked.findings[0].field) == ("distorts", "place")


def test_what_is_forbidden_is_not_allowed(brannock: Index) -> None:
    told = "Mayor Lindqvist {} further marches near the terminal until June 30."
    assert check(brannock, told.format("permitted")).verdict == "distorts"
    assert check(brannock, told.format("forbade")).verdict == "matches"
