"""What the vocabulary has elsewhere is so for no claim whose own statement says it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.answering.checking.messages import check
from tests.answering.conftest import ask, shown

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.answering.claims.index import Index

_FLOODED, _HURT = "flooded Millbank and Wexcombe", "injured in Tarn"
_CHANGES = [
    (file, old, new)
    for file in ("source.txt", "claims.toml")
    for old, new in (
        (_FLOODED, "flooded Millbank and Wexcombe in the valley"),
        (_HURT, "injured at the school in Tarn"),
        # Nothing lies in what is only somebody's name.
        ("the guild of ferrymen said", "the Hotel guild of ferrymen said"),
    )
] + [("briefing.toml", '"guild of ferrymen"]', '"guild of ferrymen", "hotel guild of ferrymen"]')]


@pytest.fixture
def valley(changed_orla: Callable[..., Index]) -> Index:
    return changed_orla(*_CHANGES)


def test_questions(valley: Index) -> None:
    assert shown(ask(valley, "How many people were injured at the school?")) == {"volunteers-ferrymen"}
    assert shown(ask(valley, "Were two people injured at the school?")) == {"volunteers-ferrymen"}
    assert "flooding-3-april" in shown(ask(valley, "Who flooded the valley?"))
    assert "flooding-3-april" in shown(ask(valley, "Did Belmar flood the valley?"))


@pytest.mark.parametrize(
    "question",
    [
        "How many residents were injured at the school?",
        "How many people were killed at the school?",
        "How many people were injured at the hotel?",
        "How many soldiers were injured in the valley?",
        "Did Arden close the canal at the school?",
    ],
)
def test_other_claims_have_it_elsewhere_still(valley: Index, question: str) -> None:
    assert ask(valley, question).outcome == "abstention"


@pytest.mark.parametrize(
    ("message", "verdict"),
    [
        ("Belmar flooded towns in the valley on April 3, 2031.", "matches"),
        ("Arden flooded towns in the valley on April 3, 2031.", "distorts"),
        ("The ferrymen say two people were injured at the school.", "matches"),
        ("The mayor said 14 residents were killed in the valley.", "distorts"),
    ],
)
def test_messages(valley: Index, message: str, verdict: str) -> None:
    assert check(valley, message).verdict == verdict
