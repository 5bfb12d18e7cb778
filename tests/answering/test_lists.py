"""Questions of several parts: a list after a colon, one after another, or what only the other part says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.answering.conftest import ask, shown

if TYPE_CHECKING:
    from bot.answering.claims.index import Index


@pytest.mark.parametrize(
    ("briefing", "question", "claims"),
    [
        (
            "war",
            "need 3 things: the date pak hit kabul, who declared open war, which side offered talks",
            {"strikes-27-february", "open-war-asif", "willing-to-negotiate-leaders"},
        ),
        (
            "war",
            "what happened last weekend, what on the 26th, what on the 27th?",
            {"weekend-air-strikes", "retaliation-26-february", "strikes-27-february"},
        ),
        ("orla", "What happened on April 2, what on April 3?", {"canal-2-april", "flooding-3-april"}),
        (
            "vardholm",
            "What happened on July 2, what on September 14?",
            {"resigned-2-july", "voted-14-september"},
        ),
        (
            "orla",
            "two things: when the canal was closed, who is ready to negotiate",
            {"canal-2-april", "ready-lund"},
        ),
        (
            "war",
            "who said open war, on what app, and what did the taliban answer after",
            {"open-war-asif", "ready-to-negotiate-mujahid"},
        ),
        (
            "war",
            "How many of his own soldiers did Mujahid concede, and how many Pakistanis did he claim?",
            {"afghan-losses-mujahid", "pakistani-losses-mujahid"},
        ),
        (
            "war",
            "How many of his own soldiers did Chaudhary concede, and how many Afghans did he claim?",
            {"afghan-losses-chaudhary", "pakistani-losses-chaudhary"},
        ),
        (
            "war",
            "27 vs how many? i need the wounded of both armies as each army states its own",
            {"pakistani-losses-chaudhary", "afghan-losses-mujahid"},
        ),
    ],
)
def test_each_part_has_its_answer(
    briefings: dict[str, Index], briefing: str, question: str, claims: set[str]
) -> None:
    assert claims <= shown(ask(briefings[briefing], question))


def test_a_clause_of_time_is_no_part(war: Index) -> None:
    assert shown(ask(war, "When Asif declared an open war, what were his words?")) <= {"open-war-asif"}


@pytest.mark.parametrize(
    ("question", "claims"),
    [
        (
            "Range of estimates for Pakistani military deaths, with attribution?",
            {"pakistani-losses-chaudhary", "pakistani-losses-mujahid"},
        ),
        (
            "Who admits fewer dead among its own soldiers, Islamabad or Kabul?",
            {"pakistani-losses-chaudhary", "afghan-losses-mujahid"},
        ),
        ("Does the caveat extend to injuries, or to deaths alone?", {"not-verified-al-jazeera"}),
        ("Have the reporters checked neither side's count?", {"not-verified-al-jazeera"}),
        ("hows the mood between the two capitals been before this", {"willing-to-negotiate-leaders"}),
    ],
)
def test_what_is_compared_is_shown_of_both(war: Index, question: str, claims: set[str]) -> None:
    assert claims <= shown(ask(war, question))
