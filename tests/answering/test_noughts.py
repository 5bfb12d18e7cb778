"""A message that says nobody was harmed is held against every claim that counts some."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.answering.checking.messages import check

if TYPE_CHECKING:
    from bot.answering.claims.index import Index

PAKISTANI = ("pakistani-losses-chaudhary", "pakistani-losses-mujahid")
AFGHAN = ("afghan-losses-chaudhary", "afghan-losses-mujahid")
EVERYBODY = (AFGHAN[0], *PAKISTANI, AFGHAN[1], "civilian-losses-government")


@pytest.mark.parametrize(
    ("message", "said", "claims"),
    [
        ("No Pakistani soldier was killed.", "No", PAKISTANI),
        ("No Afghan soldier was killed.", "No", AFGHAN),
        ("Zero Pakistani soldiers were killed.", "Zero", PAKISTANI),
        ("Zero Afghan soldiers were killed.", "Zero", AFGHAN),
        ("Not a single Pakistani soldier died.", "Not a single", PAKISTANI),
        ("Not a single Afghan soldier died.", "Not a single", AFGHAN),
        ("Pakistan lost no soldiers.", "no", PAKISTANI),
        ("Afghanistan lost no soldiers.", "no", AFGHAN),
        ("Pakistan did not lose any soldiers.", "not", PAKISTANI),
        ("Afghanistan did not lose any soldiers.", "not", AFGHAN),
        ("Pakistan has no dead soldiers.", "no", PAKISTANI),
        ("Afghanistan has no dead soldiers.", "no", AFGHAN),
        ("Pakistan killed no civilians.", "no", ("civilian-losses-government",)),
        ("Pakistan did not kill anyone.", "not", (*AFGHAN, "civilian-losses-government")),
        ("Afghanistan did not kill anyone.", "not", PAKISTANI),
        ("Nobody was killed.", "Nobody", EVERYBODY),
        ("No civilians were killed in Khost.", "No", ("civilian-losses-government",)),
        ("Chaudhary said no Pakistani soldiers were killed.", "said no", PAKISTANI[:1]),
        ("Mujahid said no Pakistani soldiers were killed.", "said no", PAKISTANI[1:]),
        ("Chaudhary said no Afghan soldiers were killed.", "said no", AFGHAN[:1]),
        ("Mujahid said no Afghan soldiers were killed.", "said no", AFGHAN[1:]),
    ],
)
def test_who_says_that_there_were_none_gets_whoever_counts_some(
    war: Index, message: str, said: str, claims: tuple[str, ...]
) -> None:
    found = check(war, message).findings
    assert {(f.verdict, f.field, f.said) for f in found} == {("distorts", "figure", said)}
    assert sorted(f.claim or "" for f in found) == sorted(claims)


@pytest.mark.parametrize(
    "message",
    [
        "No Pakistani civilians were killed.",
        "No civilians were killed in Kabul.",
        "No Pakistani soldiers were killed on March 5.",
        "No Afghan soldier was captured.",
        "I hope nobody was killed.",
        "No civilians should be killed.",
        "Nobody knows how many were killed.",
        "Nobody cares about the dead.",
        "Not only soldiers were killed.",
        "No, Pakistani soldiers were killed.",
        "Unconfirmed: Pakistani soldiers killed.",
    ],
)
def test_what_no_claim_counts_or_nobody_says_differs_from_none(war: Index, message: str) -> None:
    assert check(war, message).verdict == "not_covered"


def test_a_refusal_is_no_number(war: Index) -> None:
    found = check(war, "Mujahid said no to talks.").findings
    assert {f.field for f in found} == {"direction"}


@pytest.mark.parametrize(
    ("told", "other"),
    [
        ("Mujahid said 55 Pakistani soldiers were killed", "wounded"),
        ("Chaudhary said 27 Pakistani soldiers were wounded", "killed"),
        ("Mujahid said 13 Afghan soldiers were killed", "injured"),
        ("Chaudhary said 274 Afghan soldiers were killed", "injured"),
    ],
)
@pytest.mark.parametrize("joint", [", not {}.", ". Not {}."])
def test_what_was_not_done_to_those_told_of_counts_nobody(
    war: Index, told: str, other: str, joint: str
) -> None:
    checked = check(war, told + joint.format(other))
    assert [f.verdict for f in checked.findings] == ["matches"]


def test_that_nobody_at_all_was_harmed_still_counts(war: Index) -> None:
    told = "Mujahid said 55 Pakistani soldiers were killed."
    assert check(war, f"{told} Nobody was wounded.").verdict == "distorts"


@pytest.mark.parametrize(
    ("message", "verdict"),
    [
        ("Chaudhary says every one of his men is accounted for.", "distorts"),
        ("All Pakistani soldiers are accounted for.", "distorts"),
        ("The last Pakistani soldier has now been accounted for.", "distorts"),
        ("Mujahid says every one of his men is accounted for.", "not_covered"),
        ("All Afghan soldiers are accounted for.", "not_covered"),
        ("Not all Pakistani soldiers are accounted for.", "not_covered"),
        ("Chaudhary says one of his men is not accounted for.", "matches"),
    ],
)
def test_where_all_are_accounted_for_nobody_is_missing(war: Index, message: str, verdict: str) -> None:
    assert check(war, message).verdict == verdict
