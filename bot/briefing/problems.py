"""What validation finds: one sentence about one line of one file."""

from dataclasses import dataclass

TomlPath = tuple[str | int, ...]  # ("claim", 3, "figure", 0, "min"): keys, and indexes from 0

_SHOWN = 80  # code points of a quoted value: enough to find it, short enough for one line


def printable(text: str) -> str:
    """Return the text with every character escaped that a terminal might obey or hide."""
    return "".join(
        char if char.isprintable() else char.encode("unicode_escape").decode("ascii") for char in text
    )


def shown(value: str) -> str:
    """Return the value in quotation marks, printable and cut to a line."""
    cut = value if len(value) <= _SHOWN else value[: _SHOWN - 1] + "…"
    return f'"{printable(cut)}"'


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One finding, at a line (from 1) of a file named as the folder was given."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        """Return `file:line: message` on one line."""
        return f"{printable(self.file)}:{self.line}: {self.message}"


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem of a file relative to the knowledge folder, at a line or at a path to look up.

    `see` is the file and the path of what else it speaks of; the line of that ends the message.
    """

    file: str
    path: TomlPath | int
    message: str
    see: tuple[str, TomlPath] | None = None
