"""What a message says was no part of it, against what the statement has as a part."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.answering.checking.messages import check

if TYPE_CHECKING:
    from bot.answering.claims.index import Index


@pytest.mark.parametrize(
    ("message", "verdict"),
    [
        ("Chaudhary said 274 were killed with air strikes alone, no ground operation involved.", "distorts"),
        ("Chaudhary said 274 Afghan soldiers were killed with no ground operation.", "distorts"),
        ("Chaudhary said 274 Afghan soldiers were killed in air and ground operations.", "matches"),
        ("Chaudhary said 274 Afghan soldiers were killed from the air, no troops on the ground.", "distorts"),
        ("Chaudhary said 274 Afghan soldiers were killed, without any boots on the ground.", "distorts"),
        ("Chaudhary said 274 Afghan soldiers were killed, with no planes in the air.", "distorts"),
        ("Chaudhary said 274 Afghan soldiers were killed, no details on the ground operation.", "matches"),
    ],
)
def test_what_a_statement_has_is_not_left_out(war: Index, message: str, verdict: str) -> None:
    assert check(war, message).verdict == verdict
