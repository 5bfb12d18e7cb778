"""Signs before a number say how exact it is, and numbers side by side are no range."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.answering.checking.messages import check
from tests.answering.conftest import slots

if TYPE_CHECKING:
    from bot.answering.claims.index import Index


@pytest.mark.parametrize(
    "said", ["<14", "≤14", "> 14", ">14", ">=14", "≥ 14", "≠14", "!= 14", "~14", "≈ 14", "55 14", "14 55"]
)
def test_a_figure_that_is_said_otherwise(orla: Index, said: str) -> None:
    assert check(orla, f"The mayor said {said} residents were killed.").verdict == "distorts"


@pytest.mark.parametrize(
    "message", ["The mayor said -> 14 residents were killed.", "> 14 residents were killed, the mayor said."]
)
def test_an_arrow_and_a_quoted_line_bound_nothing(orla: Index, message: str) -> None:
    assert check(orla, message).verdict == "matches"


def test_what_is_said_is_named_with_its_sign(orla: Index) -> None:
    (found,) = check(orla, "The mayor said <14 residents were killed.").findings
    assert (found.field, found.said) == ("figure", "< 14")


def test_a_range_is_one_number_still(orla: Index) -> None:
    assert slots(orla, "14-55 residents were killed", "number") == [("number", "14-55")]
    assert slots(orla, "14 to 55 residents were killed", "number") == [("number", "14-55")]
