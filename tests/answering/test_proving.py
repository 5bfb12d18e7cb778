"""What is contested and said to be proven is no longer told as whose claim it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.answering.checking.messages import check
from tests.answering.conftest import ask, shown

if TYPE_CHECKING:
    from bot.answering.claims.index import Index

CONTESTED = [
    "Afghanistan is sheltering Pakistani Taliban militants.",
    "55 Pakistani soldiers were killed.",
    "12 Pakistani soldiers were killed.",
    "274 Afghan soldiers were killed.",
    "13 Afghan soldiers were killed.",
]


@pytest.mark.parametrize("claim", CONTESTED)
@pytest.mark.parametrize("proven", ["It’s proven that", "It has been independently verified that"])
def test_what_is_contested_is_not_proven(war: Index, claim: str, proven: str) -> None:
    assert check(war, claim).verdict == "conflicting"
    checked = check(war, f"{proven} {claim}")
    assert (checked.verdict, checked.findings[0].field) == ("distorts", "attribution")
    assert checked.claims == check(war, claim).claims


@pytest.mark.parametrize("claim", CONTESTED)
def test_what_is_said_not_to_be_proven_is_not_told_as_proven(war: Index, claim: str) -> None:
    assert "attribution" not in {
        f.field for f in check(war, f"It’s not proven that {claim}").findings if f.verdict == "distorts"
    }


def test_nor_in_an_invented_briefing(orla: Index) -> None:
    assert check(orla, "It’s proven that 14 residents were killed in Millbank.").verdict == "distorts"


def test_that_what_the_publisher_tells_is_proven_is_not_covered(war: Index) -> None:
    for told in ("Pakistan struck Kabul on February 27.", "Afghanistan retaliated on February 26."):
        assert check(war, told).verdict == "matches"
        assert check(war, f"It’s proven that {told}").verdict == "not_covered"


@pytest.mark.parametrize(("who", "number"), [("Mujahid", "55"), ("Chaudhary", "12")])
@pytest.mark.parametrize(
    "told",
    [
        "Independent monitors have confirmed the {number} dead Pakistani soldiers that {who} announced.",
        "Observers verified that {number} Pakistani soldiers were killed, as {who} said.",
        "{who}'s claim of {number} dead Pakistani soldiers was independently verified.",
    ],
)
def test_nor_where_nobody_known_confirms_it(war: Index, told: str, who: str, number: str) -> None:
    checked = check(war, told.format(who=who, number=number))
    assert (checked.verdict, checked.findings[0].field) == ("distorts", "attribution")
    assert check(war, f"{who} confirmed that {number} Pakistani soldiers were killed.").verdict == "matches"


@pytest.mark.parametrize(("who", "number"), [("Mujahid", "55"), ("Chaudhary", "12")])
def test_nor_is_it_where_whose_claim_it_is_follows(war: Index, who: str, number: str) -> None:
    fact = f"{number} Pakistani soldiers were killed, just as {who} said."
    (found,) = check(war, f"It has been proven that {fact}").findings
    assert (found.verdict, found.field, found.said) == ("distorts", "attribution", "It has been proven that")


@pytest.mark.parametrize(
    ("question", "claims"),
    [
        ("who called Arden's numbers a lie", {"rejects-lund"}),
        ("someone flat out called Arden's version false, who was that", {"rejects-lund"}),
        ("who said Holt's account was false", {"rejects-lund"}),
        ("who called Belmar's version false", set()),
        ("who says Lund's figures are fake", set()),
    ],
)
def test_who_holds_an_account_to_be_false_is_who_denies_it(
    orla: Index, question: str, claims: set[str]
) -> None:
    assert shown(ask(orla, question)) == claims
