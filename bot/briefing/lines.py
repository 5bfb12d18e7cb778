"""Finds the line of a value in a TOML text that tomllib has accepted.

tomllib keeps no positions, and a curator needs them only when there is a problem.
"""

import re
import tomllib
from typing import Literal

from bot.briefing.problems import TomlPath

_TOKEN = re.compile(
    r"""
      (?P<text> \"""(?:\\.|[^\\])*?\"{3,5} | '''.*?'{3,5} | "(?:\\.|[^"\\\n])*" | '[^'\n]*' )
    | (?P<skip> \#[^\n]* | [ \t\r]+ )
    | (?P<mark> [\[\]{},=.\n] )
    | (?P<bare> [^\s\[\]{},=."'\#]+ )
    """,
    re.VERBOSE | re.DOTALL,
)


def lines(text: str) -> dict[TomlPath, int]:
    """Return the line, from 1, on which each value of the text begins."""
    return _Scanner().scan(text)


def line_of(path: TomlPath, found: dict[TomlPath, int]) -> int:
    """Return the line of the value at the path, or of the nearest thing that should hold it."""
    while path and path not in found:
        path = path[:-1]
    return found.get(path, 1)


class _Scanner:
    """Walks over the tokens once and notes the line where each path first appears."""

    def __init__(self) -> None:
        self.found: dict[TomlPath, int] = {}
        self.table: TomlPath = ()
        self.latest: dict[TomlPath, int] = {}  # [[header]] -> index of its latest table
        self.keys: list[str] = []  # of the dotted key or the header being read
        self.value: TomlPath = ()
        self.reading: Literal["key", "header", "value"] = "key"
        self.doubled = False  # whether the header being read is a [[header]]
        # What is open around here: path and next index of an array, path and None of an inline table.
        self.open: list[tuple[TomlPath, int | None]] = []

    def scan(self, text: str) -> dict[TomlPath, int]:
        line = 1
        for token in _TOKEN.finditer(text):
            if token.lastgroup == "mark":
                self._mark(token[0], line, doubled=text.startswith("[[", token.start()))
            elif token.lastgroup != "skip":
                self._word(token[0], line)
            line += token[0].count("\n")
        return self.found

    def _note(self, path: TomlPath, line: int) -> None:
        for length in range(1, len(path) + 1):
            self.found.setdefault(path[:length], line)

    def _word(self, word: str, line: int) -> None:
        if self.reading == "value":
            self._note(self.value, line)
        else:
            self.keys.append(tomllib.loads(f"key = {word}")["key"] if word[0] in "\"'" else word)

    def _mark(self, mark: str, line: int, *, doubled: bool) -> None:
        if mark == "\n":
            if not self.open:
                self.reading, self.keys = "key", []
        elif self.reading == "header":
            if mark == "]" and self.keys:
                self._header_ends(line)
        elif mark == "=":
            self.value = (*(self.open[-1][0] if self.open else self.table), *self.keys)
            self._note(self.value, line)
            self.reading, self.keys = "value", []
        elif mark == "[" and self.reading == "key":
            self.reading, self.doubled = "header", doubled
        elif mark in "[{":
            self._note(self.value, line)
            self._enter(self.value, 0 if mark == "[" else None)
        elif mark in "]}":
            self.value = self.open.pop()[0]
            self.reading = "value"
        elif mark == "," and self.open:
            path, index = self.open.pop()
            self._enter(path, None if index is None else index + 1)

    def _enter(self, path: TomlPath, index: int | None) -> None:
        self.open.append((path, index))
        if index is None:
            self.reading, self.keys = "key", []
        else:
            self.reading, self.value = "value", (*path, index)

    def _header_ends(self, line: int) -> None:
        path: TomlPath = ()
        for key in self.keys[:-1]:
            path = (*path, key)
            if path in self.latest:
                path = (*path, self.latest[path])
        path = (*path, self.keys[-1])
        if self.doubled:
            self.latest[path] = self.latest.get(path, -1) + 1
            path = (*path, self.latest[path])
        self._note(path, line)
        self.table, self.keys = path, []
