"""Who a message says denies a figure, and that nobody does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.answering.checking.messages import check

if TYPE_CHECKING:
    from bot.answering.claims.index import Index


@pytest.mark.parametrize("verb", ["denied", "refuted", "contests"])
def test_a_denial_is_no_other_claimant(war: Index, verb: str) -> None:
    rejected = check(war, f"Mujahid {verb} that 274 Afghan soldiers were killed.")
    assert [(f.verdict, f.claim) for f in rejected.findings] == [("matches", "rejects-mujahid")]
    contested = check(war, f"Chaudhary {verb} that 55 Pakistani soldiers were killed.")
    assert [(f.verdict, f.claim) for f in contested.findings] == [("conflicting", "pakistani-losses-mujahid")]


@pytest.mark.parametrize(
    "message",
    [
        "Chaudhary denied that 274 Afghan soldiers were killed.",
        "Mujahid denied that 55 Pakistani soldiers were killed.",
    ],
)
def test_nobody_denies_a_figure_of_their_own(war: Index, message: str) -> None:
    assert [(f.verdict, f.field) for f in check(war, message).findings] == [("distorts", "direction")]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Nobody disputes", "Nobody disputes"),
        ("It is undisputed", "It is undisputed"),
        ("Pakistan and the Taliban agree", "Pakistan and the Taliban agree"),
        ("Both sides agree", "Both sides"),
    ],
)
@pytest.mark.parametrize("figure", ["55 Pakistani soldiers were killed", "274 Afghan soldiers were killed"])
def test_what_one_claims_is_not_agreed_on(war: Index, words: str, said: str, figure: str) -> None:
    (finding,) = check(war, f"{words} that {figure}.").findings
    assert (finding.verdict, finding.field, finding.said) == ("distorts", "claimant", said)


@pytest.mark.parametrize(
    "deed", ["Pakistan struck Kabul", "Afghanistan attacked along the border on February 26"]
)
def test_what_the_source_tells_need_not_be_agreed_on(war: Index, deed: str) -> None:
    assert check(war, f"Both sides agree that {deed}.").verdict == "not_covered"
    assert check(war, "Both sides agree that casualties are heavy.").verdict == "matches"


@pytest.mark.parametrize(
    ("message", "verdict"),
    [
        ("Kabul rejects the charge, levelled by Islamabad, that it shelters Pakistani Taliban.", "matches"),
        ("Islamabad rejects the charge, levelled by Kabul, that it shelters Pakistani Taliban.", "distorts"),
        ("Pakistani allegations, denied by the Afghans, that Afghanistan shelters militants.", "matches"),
        ("Pakistani allegations, denied by Al Jazeera, that Afghanistan shelters militants.", "distorts"),
    ],
)
def test_who_accuses_or_denies_may_be_put_in(war: Index, message: str, verdict: str) -> None:
    assert check(war, message).verdict == verdict


def test_they_may_be_put_in_in_another_briefing(orla: Index) -> None:
    denies = "{} denies the charge, made by {}, that it hid a broken gauge."
    assert check(orla, denies.format("Belmar", "Arden")).verdict == "matches"
    assert check(orla, denies.format("Arden", "Belmar")).verdict == "distorts"


def test_what_each_side_reported_not_everybody_agrees_on(war: Index, orla: Index) -> None:
    for index in (war, orla):
        assert check(index, "Everyone agrees losses were heavy.").verdict == "not_covered"
        assert check(index, "Both sides reported heavy losses.").verdict == "matches"
    for told in ("12 Pakistani", "13 Afghan"):
        assert check(war, f"Everyone agrees {told} soldiers were killed.").verdict == "distorts"
