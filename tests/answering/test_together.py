"""Two that a message has do the same, each held against what that one did."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.answering.checking.messages import check
from tests.answering.conftest import ask, shown

if TYPE_CHECKING:
    from bot.answering.claims.index import Index

# What only one did, with who did not.
ONE = {
    "Pakistan and Afghanistan declared open war on each other.": "Afghanistan",
    "Afghanistan and Pakistan declared open war.": "Afghanistan",
    "Both sides declared open war.": "Both sides",
    "Asif and Mujahid both declared open war.": "Mujahid",
    "Mujahid and Asif declared open war.": "Mujahid",
    "Asif and Chaudhary declared open war.": "Chaudhary",
    "Pakistan and Afghanistan are ready to negotiate, Mujahid said.": "Pakistan",
    "Taliban leaders and Pakistan said they were willing to negotiate.": "Pakistan",
    "The Taliban and Pakistan both offered talks.": "Pakistan",
    "Both sides offered to negotiate, Mujahid said.": "Both sides",
    "Afghanistan and Pakistan bombed each other's cities.": "Afghanistan",
    "Pakistan and Afghanistan carried out air strikes on each other.": "Afghanistan",
}
BOTH = [
    "Lots of dead and injured reported by each side, Pakistan as well as Afghanistan.",
    "Lots of dead and injured reported by both Afghanistan and Pakistan.",
    "Heavy losses were reported by both sides, Kabul and Islamabad.",
    "Pakistan and Afghanistan attacked each other.",
    "Afghanistan and Pakistan attacked each other.",
    "Both sides attacked each other.",
    "Both sides reported heavy casualties.",
    "Kabul and Kandahar were both hit by Pakistan on February 27.",
    "Taliban leaders and Mujahid said they were ready to negotiate.",
    "Asif said there is open war between Pakistan and the Taliban.",
]


@pytest.mark.parametrize(("message", "who"), ONE.items())
def test_what_one_did_is_not_said_of_both(war: Index, message: str, who: str) -> None:
    checked = check(war, message)
    differing = [f for f in checked.findings if f.verdict == "distorts"]
    assert {f.said for f in differing} == {who}
    assert {f.field for f in differing} <= {"direction", "claimant"}


@pytest.mark.parametrize("message", BOTH)
def test_what_both_did_matches(war: Index, message: str) -> None:
    assert check(war, message).verdict == "matches"


def test_in_any_briefing(orla: Index) -> None:
    for message in ("Arden and Belmar flooded Millbank.", "Both towns are ready to negotiate, Lund said."):
        assert check(orla, message).verdict != "matches"


@pytest.mark.parametrize(
    ("question", "who"),
    [
        ("Did both sides declare open war?", "both sides"),
        ("Did Pakistan and Afghanistan declare war on each other?", "Pakistan and Afghanistan"),
        ("Did Asif and Mujahid declare open war?", "Asif and Mujahid"),
    ],
)
def test_who_asks_whether_both_did_what_one_did_is_corrected(war: Index, question: str, who: str) -> None:
    reply = ask(war, question)
    assert (reply.outcome, reply.about) == ("premise", who)


@pytest.mark.parametrize(
    "question", ["Did both sides offer talks?", "Did Pakistan and Afghanistan offer talks?"]
)
def test_what_is_told_of_one_only_is_left_open_of_the_other(war: Index, question: str) -> None:
    reply = ask(war, question)
    assert (reply.outcome, reply.left) == ("answer", "Pakistan")
    assert "willing-to-negotiate-leaders" in shown(reply)


@pytest.mark.parametrize(
    "question", ["Did both sides attack each other?", "Did both sides report heavy casualties?"]
)
def test_what_both_did_is_answered(war: Index, question: str) -> None:
    reply = ask(war, question)
    assert (reply.outcome, reply.left) == ("answer", None)


def test_whoever_the_briefing_leaves_open_is_named(war: Index) -> None:
    reply = ask(war, "Did Afghanistan and Pakistan carry out air strikes?")
    assert (reply.outcome, reply.left) == ("answer", "Afghanistan")
