"""Keeps text from becoming markup: nothing from a member or a source formats, links or mentions.

Discord shows a backslash before punctuation as the punctuation alone, so the words read as they are.
"""

import re

from bot.answering.showing.wording import visible

# What Discord reads as markup anywhere, and what only at the start of a line.
_ANYWHERE = re.compile(r"[\\*_~`|<\[\]@]")
_LINE_START = re.compile(r"^([^\S\n]*)([#>+-]|\d+(?=\.))", re.MULTILINE)
_SCHEME = re.compile(r"(?<=[A-Za-z]):(?=//)")
_INVITE = re.compile(r"\b(discord(?:app)?)\.(gg|com|me)\b", re.IGNORECASE)


def escaped(text: str) -> str:
    """Return text that Discord shows as it is written."""
    text = _ANYWHERE.sub(lambda found: "\\" + found[0], text)
    text = _LINE_START.sub(_after_margin, text)
    return _INVITE.sub(r"\1\\.\2", _SCHEME.sub(r"\\:", text))


def echoed(words: str) -> str:
    """Return a member's words on one line, shown as written but for characters nobody sees."""
    return unlinked(visible(words))


def clipped(words: str, most: int) -> str:
    """Return words as `echoed` shows them, cut to at most so many characters."""
    shown = echoed(words)
    if len(shown) <= most:
        return shown
    kept = shown[: most - 1]
    # Half of an escape would escape what comes after.
    return kept[: len(kept) - (len(kept) - len(kept.rstrip("\\"))) % 2] + "…"


def unlinked(line: str) -> str:
    """Return a line with words of a member in it, as one line."""
    return escaped(" ".join(line.split()))


def quoted_lines(text: str) -> str:
    """Return text as a block quotation."""
    return "\n".join(f"> {line}" for line in escaped(text).split("\n"))


def _after_margin(found: re.Match[str]) -> str:
    mark = found[2]
    # A number begins a list only with its full stop, and a backslash before a digit would be shown.
    return f"{found[1]}{mark}\\" if mark.isdecimal() else f"{found[1]}\\{mark}"
