from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.briefing.numerals import gives, has_digits


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("at least 40 sheep", 40),
        ("10-20", 20),
        ("1.200", 1200),
        ("1\u00a0200", 1200),
        ("2.5 million", 2_500_000),
        ("2,5 Millionen", 2_500_000),
        ("3 thousand", 3000),
        ("12 lakh", 1_200_000),
        ("٢٧", 27),
        ("\u0661\u066c\u0662\u0660\u0660", 1200),
        ("40–50%", 50),
    ],
)
def test_a_number_in_words(words: str, number: int) -> None:
    assert gives(words, number)
    assert has_digits(words)


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("27 were", 270),
        ("27 were", 7),
        ("12 27", 1227),
        ("12, 27", 1227),
        ("one", 1),
        ("9" * 5000, 9),
        ("²", 2),
    ],
)
def test_another_number(words: str, number: int) -> None:
    assert not gives(words, number)


@given(st.text(), st.integers(min_value=0))
def test_any_words(words: str, number: int) -> None:
    assert has_digits(words) or not gives(words, number)


@given(st.integers(0, 10**15))
def test_grouped_digits(number: int) -> None:
    assert gives(f"some {number:,} of them", number)
