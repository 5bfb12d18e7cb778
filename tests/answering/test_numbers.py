"""Numbers are read in digits of any script or in words, with what makes them inexact, and never made up."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.answering.conftest import slots

if TYPE_CHECKING:
    from bot.answering.claims.index import Index

NUMBERS = {
    # digits
    "12 soldiers": ["12"],
    "1,234 killed": ["1234"],
    "1.234 killed": ["1234"],
    "1,000,000 killed": ["1000000"],
    "0 killed": ["0"],
    "٢٧٤ killed": ["274"],
    "۲۷۴ killed": ["274"],
    "२७४ killed": ["274"],
    "\u2776 12 soldiers": ["12"],  # a digit that is no number
    "\u1369 12 soldiers": ["12"],
    "\uff12\uff17\uff14 killed": ["274"],
    "5k killed": ["5000"],
    "12 thousand killed": ["12000"],
    "a single man missing": ["1"],
    "one man missing": ["1"],
    "one man says so": [],
    # words
    "twelve soldiers": ["12"],
    "twenty-seven wounded": ["27"],
    "twenty seven wounded": ["27"],
    "a hundred killed": ["100"],
    "two hundred and seventy-four soldiers": ["274"],
    "two hundred seventy four soldiers": ["274"],
    "thirteen hundred killed": ["1300"],
    "one thousand two hundred and thirty killed": ["1230"],
    "five hundred thousand": ["500000"],
    "two million killed": ["2000000"],
    "zero killed": ["0"],
    "a dozen soldiers": ["12"],
    "two dozen soldiers": ["24"],
    "three dozen soldiers": ["36"],
    "half a dozen soldiers": ["6"],
    "a single soldier missing": ["1"],
    # several
    "killed 12, wounded 27": ["12", "27"],
    "13 or 22 killed": ["13", "22"],
    "twelve and thirty killed": ["12", "30"],
    "twenty and five killed": ["20", "5"],
    "55 killed, 23 bodies": ["55", "23"],
    # ranges
    "250 to 300 killed": ["250-300"],
    "300 to 250 killed": ["250-300"],
    "250-300 killed": ["250-300"],
    "between 250 and 300 killed": ["250-300"],
    "between twenty and thirty killed": ["20-30"],
    "250 and 300 killed": ["250", "300"],
    # shares are no counts
    "20% killed": ["20%"],
    "20٪ killed": ["20%"],
    "20 % killed": ["20%"],
    "20 percent killed": ["20%"],
    "twenty pc": ["20%"],
    "twenty per cent killed": ["20%"],
    # a small number counts only where what it counts follows
    "one of the soldiers": [],
    "which one": [],
    "2 want to negotiate": [],
    "one was missing": ["1"],
    "two Pakistani soldiers": ["2"],
    "3 of its own soldiers": ["3"],
    "3 of the talks": [],
    "one": [],
    # nothing of the kind
    "12.5 killed": [],
    "no soldiers killed": [],
    "many killed": [],
    "hundreds killed": [],
    "999999999999999999999 killed": [],
    "the 12th soldier": [],
    "in 2026": [],
}


@pytest.mark.parametrize(("text", "values"), NUMBERS.items(), ids=NUMBERS)
def test_numbers(war: Index, text: str, values: list[str]) -> None:
    assert [value for _, value in slots(war, text, "number")] == values


BOUNDS = {
    "274 killed": None,
    "at least 274 killed": "at-least",
    "no fewer than 274 killed": "at-least",
    "274+ killed": "at-least",
    "the 274-plus killed": "at-least",
    "274 plus 12 killed": None,
    "more than 400 wounded": "more-than",
    "over 400 wounded": "more-than",
    "less than 20 killed": "less-than",
    "up to 20 killed": "less-than",
    "about 270 killed": "about",
    "nearly 270 killed": "about",
    "between at least 20 and 30 killed": "at-least",
    "20 killed or more than that": None,
}


@pytest.mark.parametrize(("text", "bound"), BOUNDS.items(), ids=BOUNDS)
def test_what_makes_a_number_inexact(war: Index, text: str, bound: str | None) -> None:
    question = war.reader.read(text)
    at = question.find("number")[0].at
    assert [slot.value for slot in question.find("qualifier") if slot.at == at] == ([bound] if bound else [])


def test_the_numbers_of_any_briefing(orla: Index) -> None:
    assert slots(orla, "between 20 and 25 cows were lost", "number", "victims") == [
        ("number", "20-25"),
        ("victims", "cattle"),
    ]
