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


@pytest.mark.parametrize("account", ["claim", "figure"])
def test_who_denies_a_number_of_the_other_side_is_no_claimant_of_it(war: Index, account: str) -> None:
    theirs = check(war, f"Mujahid rejected Pakistan's {account} of 274 dead.")
    assert [(f.verdict, f.claim) for f in theirs.findings] == [("matches", "rejects-mujahid")]
    assert "afghan-losses-chaudhary" in {claim.claim.id for claim in theirs.claims}
    ours = check(war, f"Pakistan rejected Mujahid's {account} of 55 dead.").findings
    assert [(f.verdict, f.claim) for f in ours] == [
        ("matches", "pakistani-losses-mujahid"),
        ("not_covered", None),
    ]
    assert ours[1].quote == "Pakistan rejected"


def test_a_number_of_ones_own_beside_is_no_denied_one(war: Index) -> None:
    message = "Mujahid rejected Pakistan's claim and gave one of his own: 55 Pakistani soldiers dead."
    assert [f.claim for f in check(war, message).findings] == ["pakistani-losses-mujahid"]


@pytest.mark.parametrize(
    "answer", ["refused to talk", "agreed to talks with the Taliban", "does not want to negotiate"]
)
def test_who_answers_an_offer_is_not_who_made_it(war: Index, answer: str) -> None:
    assert check(war, f"Pakistan {answer}.").verdict == "not_covered"


def test_who_made_an_offer_did_not_refuse_to_talk(war: Index) -> None:
    assert check(war, "The Taliban refused to talk.").verdict == "distorts"
    assert check(war, "Pakistan is willing to negotiate with the Taliban.").verdict == "distorts"


@pytest.mark.parametrize(
    ("briefing", "message", "verdict"),
    [
        ("war", "Mujahid denied that any civilians were injured.", "distorts"),
        ("war", "Chaudhary denied any Pakistani soldiers were killed.", "distorts"),
        ("war", "Mujahid denied that a single Pakistani soldier was killed.", "distorts"),
        ("war", "Chaudhary denied that any civilians were killed.", "not_covered"),
        ("war", "Mujahid denied any talks.", "not_covered"),
        ("orla", "Lund denied that any residents were killed.", "distorts"),
    ],
)
def test_who_counted_some_did_not_deny_that_there_were_any(
    briefings: dict[str, Index], briefing: str, message: str, verdict: str
) -> None:
    assert check(briefings[briefing], message).verdict == verdict
