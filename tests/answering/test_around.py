"""What came before or after something is answered by the order in the source, never with the thing itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.answering.conftest import ask, shown

if TYPE_CHECKING:
    from bot.answering.claims.index import Index

ON_THE_27TH = {"strikes-27-february", "border-fighting", "strikes-friday-mujahid"}


@pytest.mark.parametrize(
    ("question", "claims"),
    [
        ("What happened before February 26?", {"weekend-air-strikes"}),
        ("What was going on before February 26?", {"weekend-air-strikes"}),
        ("What did Afghanistan do after last weekend's air strikes?", {"retaliation-26-february"}),
        ("What happened after Asif declared open war?", {"ready-to-negotiate-mujahid"}),
        ("According to Mujahid, what came before Pakistan's strikes on Thursday?", {"drone-attacks-mujahid"}),
    ],
)
def test_what_the_source_orders_is_shown_without_the_thing_itself(
    war: Index, question: str, claims: set[str]
) -> None:
    found = ask(war, question)
    assert (found.outcome, shown(found)) == ("answer", claims)


@pytest.mark.parametrize(
    "question",
    [
        "What happened after February 26?",
        "What happened after Thursday?",
        "What happened after the retaliation?",
    ],
)
def test_what_followed_a_day_is_of_later_days(war: Index, question: str) -> None:
    found = shown(ask(war, question))
    assert found >= ON_THE_27TH
    assert not found & {"retaliation-26-february", "strikes-thursday-night-mujahid", "drone-attacks-mujahid"}


@pytest.mark.parametrize(
    "question",
    [
        "What happened before last weekend?",
        "Was there an attack before last weekend?",
        "What happened before the weekend air strikes?",
        "What happened before Asif declared open war?",
        "What did Pakistan do after Mujahid offered talks?",
        "What did Afghanistan do after Mujahid offered talks?",
        "What happened before the drone attacks?",
    ],
)
def test_where_the_source_gives_no_order_it_is_said_so(war: Index, question: str) -> None:
    assert ask(war, question).outcome == "abstention"


@pytest.mark.parametrize(
    ("question", "claims"),
    [
        (
            "Did Asif declare open war before Mujahid offered talks?",
            {"open-war-asif", "ready-to-negotiate-mujahid"},
        ),
        (
            "Did Mujahid offer talks before Asif declared open war?",
            {"open-war-asif", "ready-to-negotiate-mujahid"},
        ),
        (
            "Did Pakistan hit Kabul before the drone attacks?",
            {"strikes-thursday-night-mujahid", "drone-attacks-mujahid"},
        ),
        (
            "Did Afghanistan launch drones before Pakistan hit Kabul?",
            {"strikes-thursday-night-mujahid", "drone-attacks-mujahid"},
        ),
    ],
)
def test_which_of_two_came_first_is_answered_alike_both_ways(
    war: Index, question: str, claims: set[str]
) -> None:
    found = ask(war, question)
    assert (found.outcome, shown(found)) == ("answer", claims)


@pytest.mark.parametrize(
    ("question", "claims"),
    [
        (
            "For how long had relations been going downhill before the defence minister's declaration?",
            {"willing-to-negotiate-leaders"},
        ),
        ("How long did the fighting last before the drone attacks?", set()),
        (
            "which came 1st: the afghan raid on the border or pakistan's air strikes last weekend",
            {"retaliation-26-february"},
        ),
        (
            "I don't want opinions, what does the text say about the order of events?",
            {"strikes-27-february", "weekend-air-strikes", "heavy-casualties-both"},
        ),
        (
            "How recent were the air raids that set this round off?",
            ON_SETTING_OFF := {"weekend-air-strikes", "retaliation-26-february"},
        ),
        ("how recent was the retaliation", ON_SETTING_OFF),
        ("how recent is this?", {"strikes-27-february"}),
    ],
)
def test_how_long_before_how_recent_and_in_what_order(war: Index, question: str, claims: set[str]) -> None:
    assert shown(ask(war, question)) == claims


@pytest.mark.parametrize(
    "question",
    [
        "Does the outlet's date for the Kabul bombing fit the weekday Mujahid gives?",
        "Is the day that Mujahid gives for Kabul the same as the date in the text?",
    ],
)
def test_two_days_for_one_thing_are_shown_side_by_side(war: Index, question: str) -> None:
    assert shown(ask(war, question)) == {"strikes-27-february", "strikes-thursday-night-mujahid"}
