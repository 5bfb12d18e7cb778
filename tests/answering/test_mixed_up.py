"""Two numbers of one claim, each with what the other counts, are corrected wherever they are to be harmed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.answering.conftest import ask, shown

if TYPE_CHECKING:
    from bot.answering.claims.index import Index


@pytest.mark.parametrize(
    "asked",
    [
        "{0} dead and {1} hurt{2}?? who says so",
        "who says {0} were killed and {1} wounded{2}?",
        "did {0} die and {1} get injured{2}?",
        "is it true {0} were killed and {1} injured{2}",
    ],
)
@pytest.mark.parametrize(
    ("briefing", "numbers", "where", "claim"),
    [
        ("war", ("nineteen", "twenty six"), " in Khost & Paktika", "civilian-losses-government"),
        ("war", ("12", "27"), " on the Pakistani side", "pakistani-losses-chaudhary"),
        ("war", ("13", "22"), " on the Afghan side", "afghan-losses-mujahid"),
        ("orla", ("14", "forty"), " in Millbank", "arden-losses-holt"),
    ],
)
def test_numbers_that_are_swapped_are_corrected(
    briefings: dict[str, Index], briefing: str, numbers: tuple[str, str], where: str, claim: str, asked: str
) -> None:
    index = briefings[briefing]
    so, swapped = (ask(index, asked.format(*given, where)) for given in (numbers, numbers[::-1]))
    assert (so.outcome, swapped.outcome) == ("answer", "premise")
    assert claim in shown(so) & shown(swapped)
