"""Reads the digits in the words of a figure, to hold them against its min and max."""

import re

from bot.briefing.number_words import NumberWords, multiplied_by, spelt

# Groups may be parted by the Arabic separators (U+066B, U+066C) and unbreakable spaces too, but not
# by a plain space: "12 27" are two numbers.
_NUMERAL = re.compile(r"\d+(?:[.,'’\u066b\u066c\u00a0\u202f]\d+)*")
_GROUPED = re.compile(r"(?!0)\d{1,3}(?: \d{2,3})* \d{3}")
_MAX_DIGITS = 18  # beyond a count of anything; Python refuses to read thousands of digits


def has_digits(words: str) -> bool:
    """Tell whether the words give any number in digits of any script."""
    return _NUMERAL.search(words) is not None


def has_decimal(words: str) -> bool:
    """Tell whether a numeral in the words is a decimal and nothing else."""
    return any(
        len(readings := _readings(numeral)) == 1 and readings[0][1] for numeral in _NUMERAL.findall(words)
    )


def gives(words: str, number: int, known: NumberWords) -> bool:
    """Tell whether a numeral in the words can be read as the number, or where there is none, words for one.

    Words that are *known* for numbers spell them, or multiply the digits before them ("3 million").
    """
    if not has_digits(words):
        return number in spelt(words, known)
    return any(
        digits * scale == number * 10**decimals
        for numeral in _NUMERAL.finditer(words)
        for scale in {1, multiplied_by(words[numeral.end() :], known)}
        for digits, decimals in _readings(numeral.group())
    )


def as_written(words: str, number: int) -> str:
    """Return a number with the separators that the words have, or the words where more makes it up.

    Of words without digits, such as "nine", it is the number in digits.
    """
    numeral: str
    for numeral in _NUMERAL.findall(words):
        if any(digits == number * 10**decimals for digits, decimals in _readings(numeral)):
            return numeral
    return words if has_digits(words) else str(number)


def _readings(numeral: str) -> list[tuple[int, int]]:
    """Return what a numeral can be: its digits as one number, and how many of them are decimals."""
    groups = re.split(r"\D", numeral)
    if sum(map(len, groups)) > _MAX_DIGITS:
        return []
    digits = int("".join(groups))
    # "1.200" is twelve hundred in one language and a little over one in another, "4.5" one thing only.
    readings = [(digits, 0)] if _grouped(groups) else []
    if len(groups) > 1 and _grouped(groups[:-1]):
        readings.append((digits, len(groups[-1])))
    return readings


def _grouped(groups: list[str]) -> bool:
    """Tell whether groups of digits are one whole number: 1,200,000, or 12,00,000 in lakhs."""
    return len(groups) == 1 or _GROUPED.fullmatch(" ".join(groups)) is not None
