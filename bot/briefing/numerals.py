"""Reads the digits in the words of a figure, to hold them against its min and max."""

import re
from decimal import Decimal

# Groups may be parted by the Arabic separators (U+066B, U+066C) and unbreakable spaces too, but not
# by a plain space: "12 27" are two numbers.
_NUMERAL = re.compile(r"\d+(?:[.,'’\u066b\u066c\u00a0\u202f]\d+)*")
# thousand, lakh, million, crore, billion: words after the digits that may multiply them
_SCALES = (1, 1_000, 100_000, 1_000_000, 10_000_000, 1_000_000_000)
_MAX_DIGITS = 18  # beyond a count of anything; Python refuses to read thousands of digits


def has_digits(words: str) -> bool:
    """Tell whether the words give any number in digits of any script."""
    return _NUMERAL.search(words) is not None


def gives(words: str, number: int) -> bool:
    """Tell whether a numeral in the words can be read as the number."""
    return any(
        reading * scale == number
        for numeral in _NUMERAL.findall(words)
        for reading in _readings(numeral)
        for scale in _SCALES
    )


def _readings(numeral: str) -> list[Decimal]:
    groups = re.split(r"\D", numeral)
    if sum(map(len, groups)) > _MAX_DIGITS:
        return []
    # "1.200" is twelve hundred in one language and a little over one in another.
    readings = [Decimal("".join(groups))]
    if len(groups) > 1:
        readings.append(Decimal("".join(groups[:-1]) + "." + groups[-1]))
    return readings
