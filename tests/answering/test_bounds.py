"""How exact a number is that a question gives, and what that leaves of the figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.answering.checking.messages import check
from tests.answering.conftest import ask, shown

if TYPE_CHECKING:
    from bot.answering.claims.index import Index


@pytest.mark.parametrize(
    ("question", "claim"),
    [
        ("Were more than 50 Pakistani soldiers killed?", "pakistani-losses-mujahid"),
        ("Were fewer than 20 Pakistani soldiers killed?", "pakistani-losses-chaudhary"),
        ("Were more than 12 Pakistani soldiers killed?", "pakistani-losses-mujahid"),
        ("Were over 200 Afghan soldiers killed?", "afghan-losses-chaudhary"),
        ("Were fewer than 20 Afghan soldiers killed?", "afghan-losses-mujahid"),
        ("Were more than 13 Afghan soldiers killed?", "afghan-losses-chaudhary"),
    ],
)
def test_a_figure_beyond_the_bound_answers(war: Index, question: str, claim: str) -> None:
    found = ask(war, question)
    assert found.outcome == "answer"
    assert claim in shown(found)


@pytest.mark.parametrize(
    ("question", "taken"),
    [
        ("Were more than 60 Pakistani soldiers killed?", "more than 60 Pakistani soldiers"),
        ("Were more than 300 Afghan soldiers killed?", "more than 300 Afghan soldiers"),
        ("Were at most 12 Pakistani soldiers killed?", "at most 12"),
        ("Were at most 13 Afghan soldiers killed?", "at most 13"),
        ("Did Chaudhary say fewer than 274 died?", "fewer than 274"),
        ("Did Mujahid say fewer than 55 died?", "fewer than 55"),
    ],
)
def test_a_correction_names_the_bound(war: Index, question: str, taken: str) -> None:
    found = ask(war, question)
    assert (found.outcome, found.about) == ("premise", taken)


@pytest.mark.parametrize(
    "question", ["Did Mujahid speak about the 13 dead?", "Did Chaudhary speak about the 12 dead?"]
)
def test_what_somebody_speaks_about_is_no_estimate(war: Index, question: str) -> None:
    assert ask(war, question).outcome == "answer"


def test_a_bound_in_another_briefing(orla: Index) -> None:
    assert ask(orla, "Were more than 10 residents killed?").outcome == "answer"
    assert ask(orla, "Were more than 20 residents killed?").outcome == "premise"


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("Chaudhary put the Afghan dead at 274 at most.", "274 at most"),
        ("Mujahid put the Pakistani dead at 55 at most.", "55 at most"),
        ("Mujahid put the Pakistani dead at 55 at least, he said.", "55 at least"),
        ("Chaudhary put the Pakistani dead at 12 or more.", "12 or more"),
        ("55 or more Pakistani soldiers were killed, Mujahid said.", "55 or more"),
        ("Chaudhary put the Afghan dead at 274 at least.", None),
        ("274 or more Afghan soldiers were killed, Chaudhary said.", None),
        ("Chaudhary said 12 Pakistani soldiers were killed under fire.", None),
    ],
)
def test_a_bound_may_stand_behind_the_number(war: Index, message: str, said: str | None) -> None:
    assert [f.said for f in check(war, message).findings] == [said]


def test_a_bound_behind_a_number_in_another_briefing(orla: Index) -> None:
    (found,) = check(orla, "Holt put the dead residents of Millbank at 14 at most.").findings
    assert (found.verdict, found.said) == ("distorts", "14 at most")


@pytest.mark.parametrize(
    ("bound", "large"),
    [
        ("at most", "distorts"),
        ("AT THE VERY MOST", "distorts"),
        ("or fewer", "distorts"),
        ("at the very least", "matches"),
    ],
)
def test_a_bound_behind_whom_a_number_counts(war: Index, orla: Index, bound: str, large: str) -> None:
    for index, at_least, just in (
        (war, "Chaudhary: 274 Afghan soldiers and fighters killed", "Mujahid: 55 Pakistani soldiers killed"),
        (war, "Chaudhary said 400 were wounded", "Chaudhary said 12 Pakistani soldiers were killed"),
        (orla, "Holt said 40 residents injured in Millbank", "Lund said nine residents were killed"),
    ):
        assert check(index, f"{at_least} {bound}.").verdict == large
        assert check(index, f"{just} {bound}.").verdict == "distorts"
        assert check(index, f"{just}.").verdict == "matches"
        # of what follows it is no bound
        assert check(index, f"{just}, at most a tragedy.").verdict != "distorts"


@pytest.mark.parametrize(
    "just", ["Chaudhary said {} Pakistani soldiers were killed", "Mujahid: {} Afghans died"]
)
def test_a_bound_may_be_parted_from_its_number(war: Index, just: str) -> None:
    number = "12" if "Chaudhary" in just else "13"
    for bound in (", at the most", ", tops", " max"):
        assert check(war, f"{just.format(number)}{bound}.").verdict == "distorts"
    assert check(war, f"{just.format(number)}.").verdict == "matches"


def test_a_bound_may_stand_between_the_harm_and_its_number(war: Index) -> None:
    assert check(war, "Chaudhary said killed, at the most, 12 Pakistani soldiers.").verdict == "distorts"
