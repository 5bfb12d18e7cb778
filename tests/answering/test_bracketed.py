"""Whoever stands in brackets behind a number gives that one, and not the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.answering.checking.messages import check

if TYPE_CHECKING:
    from bot.answering.claims.index import Index


@pytest.mark.parametrize(
    ("message", "verdict"),
    [
        ("55 Pakistani soldiers killed (Mujahid) vs 12 (Chaudhary).", "matches"),
        ("12 Pakistani soldiers killed (Chaudhary) vs 55 (Mujahid).", "matches"),
        ("274 Afghan soldiers killed (Chaudhary) vs 13 (Mujahid).", "matches"),
        ("(Chaudhary) 12 Pakistani soldiers killed vs (Mujahid) 55.", "matches"),
        ("12 Pakistani soldiers killed (Mujahid) vs 55 (Chaudhary).", "distorts"),
        ("13 Afghan soldiers killed (Chaudhary) vs 274 (Mujahid).", "distorts"),
    ],
)
def test_who_stands_in_brackets_gives_the_number_before(war: Index, message: str, verdict: str) -> None:
    assert {f.verdict for f in check(war, message).findings} == {verdict}


def test_brackets_in_an_invented_briefing(orla: Index) -> None:
    assert check(orla, "14 residents killed (Holt) vs nine residents (Lund).").verdict == "matches"
    assert check(orla, "14 residents killed (Lund) vs nine residents (Holt).").verdict == "distorts"
