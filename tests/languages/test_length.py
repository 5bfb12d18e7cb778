"""However long what somebody writes is, and whatever it consists of, it is read, and soon."""

from __future__ import annotations

from time import process_time
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.answering.reading.text import MAX_CHARACTERS, MAX_MESSAGE
from bot.desk.asking import ask
from bot.desk.checking import check
from tests.shipped import knowledge

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.desk.knowledge import Knowledge

QUARTER = 4
# Times the processor's time of a quarter: more than in proportion, less than that of all pairs.
GROWTH = 10
NOISE = 0.25  # seconds that say nothing of a growth
UNITS = st.sampled_from([
    "please,", "pls ", "please go, whatever they claim, ", "they can say what they want, ", "not ", "m", "م",
    "ها", "چند ", "wie viele ", "Kabul, ", "“x” ", "12 ", "who and ", "?!", "<!--", "\ud800", "\n", "he said "
])  # fmt: skip


@given(unit=UNITS, times=st.sampled_from([1, 50, 1_500, 5_000]))
@settings(max_examples=5, deadline=None, derandomize=True)
@example(unit="please,", times=2_000)
@example(unit="م", times=1_200)
@example(unit="سرباز", times=700)
def test_a_text_of_any_length_is_read_soon(unit: str, times: int) -> None:
    text = f"چند {unit * times} Kabul"[:MAX_MESSAGE]
    asked = text[: MAX_CHARACTERS - 1]
    assert_soon(ask, asked)
    assert_soon(check, text)


def test_a_sentence_of_many_clauses_is_held_against_the_briefing_soon() -> None:
    assert_soon(check, ("Pakistan struck Kabul, then " * 1_000)[:MAX_MESSAGE])


# What fills a text to no purpose, before a sentence or in it and behind it.
HOSTILE = [
    *"\"'“”‘’„«»`-–—_~=*#,;:.!?…/()[]<>^7aAم😀é\n\t \u200f\u0301",
    "--", ", ", "; ", ": ", "- ", "a-", "1,", "“a” ", '"a" ', "and ", "says ", "not ", "so ", "why ",
    "it is ", "for a ", "one that ", "answer ", "guns ", "of ", "what why why because Taliban ",
    "why did they strike ", "so maybe ", "all of them ", "every one ", "soldiers, civilians and fighters ",
    "a mate says ", "it is confirmed that ", "not one ",
]  # fmt: skip


@pytest.mark.parametrize("unit", HOSTILE)
def test_what_fills_a_text_to_no_purpose_is_read_soon(unit: str) -> None:
    asked, filling = "why did Pakistan strike Kabul on 27 February", unit * (1_500 // len(unit))
    for text in (f"{filling} {asked}", f"{asked[:16]} {filling} {asked[16:]} {filling}."):
        assert_soon(ask, text)
        assert_soon(check, text.removeprefix("why did "))


def assert_soon(read: Callable[[Knowledge, str], object], text: str) -> None:
    """Hold what a text takes against what a quarter of it does, which no busy machine turns."""
    quarter = seconds(read, text[: len(text) // QUARTER])
    assert seconds(read, text) < GROWTH * max(quarter, NOISE)


def seconds(read: Callable[[Knowledge, str], object], text: str) -> float:
    begun = process_time()
    read(knowledge(), text)
    return process_time() - begun
