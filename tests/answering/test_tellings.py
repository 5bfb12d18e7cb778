"""Where one thing that a message tells ends and the next begins, and what a sentence adds to the last."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.answering.checking.messages import check

if TYPE_CHECKING:
    from bot.answering.claims.index import Index

MEANWHILE = {
    "While Kabul and Kandahar were being struck on Feb 27 the fighting along the border went on.": {
        ("matches", "strikes-27-february"),
        ("matches", "border-fighting"),
    },
    "While Pakistan was striking Kabul and Kandahar fighting went on along the border.": {
        ("matches", "strikes-27-february"),
        ("matches", "border-fighting"),
    },
    "After Pakistan carried out air strikes last weekend Afghanistan attacked along the border.": {
        ("matches", "weekend-air-strikes"),
        ("matches", "retaliation-26-february"),
    },
    "When Mujahid said they were ready to negotiate Pakistan had already declared open war.": {
        ("matches", "ready-to-negotiate-mujahid"),
        ("matches", "always-negotiations-mujahid"),
        ("matches", "open-war-asif"),
    },
}


@pytest.mark.parametrize(("message", "held"), MEANWHILE.items())
def test_no_comma_parts_a_sentence_that_opens_with_while(
    war: Index, message: str, held: set[tuple[str, str]]
) -> None:
    assert {(found.verdict, found.claim) for found in check(war, message).findings} == held


def test_what_went_on_meanwhile_is_held_by_itself(war: Index) -> None:
    message = "While the border was being struck on Feb 27 the fighting in Kabul went on."
    (found,) = (f for f in check(war, message).findings if f.verdict == "distorts")
    assert (found.said, found.quote) == ("Kabul", "the fighting in Kabul went on.")


@pytest.mark.parametrize(
    ("message", "verdict"),
    [
        ("Only 13 Afghan soldiers died. The rest is invented in Rawalpindi.", "conflicting"),
        ("Only 12 Pakistani soldiers died. The rest is invented in Kabul.", "conflicting"),
        ("Mujahid said 13 Afghan soldiers died. It happened in Rawalpindi.", "distorts"),
    ],
)
def test_where_something_else_was_done_is_no_place_of_the_last_number(
    war: Index, message: str, verdict: str
) -> None:
    assert check(war, message).verdict == verdict
