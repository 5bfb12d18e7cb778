from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.briefing.numerals import gives, has_decimal, has_digits

KNOWN = {
    "a single": 1, "one": 1, "two": 2, "nine": 9, "twelve": 12, "dozen": 12, "twenty": 20, "hundred": 100,
    "a hundred": 100, "thousand": 1_000, "lakh": 100_000, "million": 1_000_000, "millionen": 1_000_000,
}  # fmt: skip


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
        ("12,00,000", 1_200_000),
        ("1,234.000", 1234),
        ("٢٧", 27),
        ("\u0661\u066c\u0662\u0660\u0660", 1200),
        ("40–50%", 50),
    ],
)
def test_a_number_in_words(words: str, number: int) -> None:
    assert gives(words, number, KNOWN)
    assert has_digits(words)


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("one was missing", 1),
        ("a single ewe", 1),
        ("Twenty-two were", 22),
        ("two dozen sheep", 24),
        ("a hundred", 100),
        ("nine hundred and twelve thousand two hundred", 912_200),
        ("one thousand and two", 1_002),
    ],
)
def test_a_number_that_is_spelt(words: str, number: int) -> None:
    assert gives(words, number, KNOWN)
    assert not has_digits(words)


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("27 were", 270),
        ("27 were", 7),
        ("12 27", 1227),
        ("12, 27", 1227),
        ("one", 2),
        ("many", 12),
        ("several hundred", 100),
        ("twelve and twenty", 32),
        ("27 were", 27_000),
        ("27 were, a million", 27_000_000),
        ("3 million", 3_000),
        ("9" * 5000, 9),
        ("²", 2),
        ("4.5 percent", 45),
        ("4.25 percent", 425),
        ("4,5 Prozent", 45),
        ("12.4 million", 124),
        ("1,2000", 12_000),
        ("14.9.2033", 1_492_033),
    ],
)
def test_another_number(words: str, number: int) -> None:
    assert not gives(words, number, KNOWN)


@pytest.mark.parametrize(
    ("words", "is_decimal"),
    [
        ("4.5 percent", True),
        ("4,25 Prozent", True),
        ("0.125 percent", True),
        ("1,234.5 tonnes", True),
        ("between 4 and 4.5 percent", True),
        ("1.200", False),
        ("18,204 votes", False),
        ("45 percent", False),
        ("no percent", False),
        ("14.9.2033", False),
    ],
)
def test_a_decimal(words: str, *, is_decimal: bool) -> None:
    assert has_decimal(words) is is_decimal


@given(st.text(), st.integers(min_value=0))
def test_any_words(words: str, number: int) -> None:
    assert has_digits(words) or not gives(words, number, {})


@given(st.integers(0, 10**15))
def test_grouped_digits(number: int) -> None:
    assert gives(f"some {number:,} of them", number, {})
