"""Planes, raids and other things of which no figure says how many there were are no people."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.answering.conftest import ask

if TYPE_CHECKING:
    from bot.answering.claims.index import Index


@pytest.mark.parametrize(
    ("question", "outcome"),
    [
        ("How many warplanes did Pakistan lose?", "abstention"),
        ("how many warplanes did afghanistan lose", "abstention"),
        ("how many drones did pakistan lose", "abstention"),
        ("how many air strikes killed civilians", "abstention"),
        ("how many clashes were deadly", "abstention"),
        ("how many air strike victims", "answer"),
        ("how many war dead", "answer"),
        ("how many died in the attacks", "answer"),
        ("how many soldiers did pakistan lose", "answer"),
    ],
)
def test_things_are_no_people(war: Index, question: str, outcome: str) -> None:
    assert ask(war, question).outcome == outcome
