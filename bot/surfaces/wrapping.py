"""Breaks text at spaces to fit a terminal."""

import re
from textwrap import wrap

from bot.surfaces.plain import ITEM, QUOTE

_LEAST = 20  # columns, however narrow the terminal and however wide what stands before
_COLUMN = re.compile(r" +\S.*?  +")  # the first column of a table's row, up to where the second begins


def wrapped(text: str, width: int) -> str:
    """Return the text in lines of at most *width*, words and what stands between dashes left whole."""
    return "\n".join(part for line in text.split("\n") for part in _parts(line, width))


def _parts(line: str, width: int) -> list[str]:
    margin = next((mark for mark in (QUOTE, ITEM) if line.startswith(mark)), "")
    column = _COLUMN.match(line)
    hanging = QUOTE if margin == QUOTE else " " * (column.end() if column else len(margin))
    parts = wrap(
        line.removeprefix(margin),
        max(width, len(hanging) + _LEAST),
        initial_indent=margin,
        subsequent_indent=hanging,
        expand_tabs=False,
        replace_whitespace=False,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return parts or [""]
