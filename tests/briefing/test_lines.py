"""The line of a value is found as TOML counts it."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.briefing.lines import line_of, lines

if TYPE_CHECKING:
    from bot.briefing.problems import TomlPath

TEXT = '''\
title = "a # b" # c = 1
"quoted key".'x y' = 1
numbers = [1, 2,
  # [3]
  3, [4,
  5], "]", \'#\',
]
[table]
date = 2031-05-03 10:00:00
text = """
[[claim]]
id = 'no' \\"""
"""
after = \'\'\'x
''\'\'\'
[[claim]] # one
id = "a"
[[claim.figure]]
min = 1
[[claim.figure]]
min = 2
[[ claim ]]
id = "b"
aliases.en = [
  "x",

  "y",
]
aliases.de = ["z"]
inline = { a = 1, b.c = [ { d = 2 } ], e = {} }
[claim.rest."a.b"]
k = ""
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("title",), 1),
        (("quoted key",), 2),
        (("quoted key", "x y"), 2),
        (("numbers",), 3),
        (("numbers", 1), 3),
        (("numbers", 2), 5),
        (("numbers", 3), 5),
        (("numbers", 3, 1), 6),
        (("numbers", 5), 6),
        (("table",), 8),
        (("table", "date"), 9),
        (("table", "text"), 10),
        (("table", "after"), 14),
        (("claim",), 16),
        (("claim", 0), 16),
        (("claim", 0, "id"), 17),
        (("claim", 0, "figure", 0, "min"), 19),
        (("claim", 0, "figure", 1), 20),
        (("claim", 0, "figure", 1, "min"), 21),
        (("claim", 0, "figure", 1, "absent"), 20),
        (("claim", 1), 22),
        (("claim", 1, "id"), 23),
        (("claim", 1, "aliases", "en"), 24),
        (("claim", 1, "aliases", "en", 1), 27),
        (("claim", 1, "aliases", "de", 0), 29),
        (("claim", 1, "inline", "b", "c", 0, "d"), 30),
        (("claim", 1, "inline", "e"), 30),
        (("claim", 1, "rest", "a.b"), 31),
        (("claim", 1, "rest", "a.b", "k"), 32),
        (("claim", 7, "id"), 16),
        (("absent", 1), 1),
        ((), 1),
    ],
)
def test_the_line_of_a_value(path: TomlPath, line: int) -> None:
    tomllib.loads(TEXT)
    assert line_of(path, lines(TEXT)) == line


def quoted(text: str) -> str:
    escaped = "".join(char if char.isalnum() else f"\\U{ord(char):08X}" for char in text)
    return f'"{escaped}"'


KEYS = st.one_of(st.sampled_from("abc"), st.text(max_size=3))
SCALARS = st.one_of(
    st.integers().map(str),
    st.sampled_from(
        ["2031-05-03", "2031-05-03 10:00:00Z", "1.5e3", "true", '"]"', "'#'", '"""\n\\"""" """', "''''[ ''''"]
    ),
    st.text(st.characters(exclude_categories=["Cs"])).map(quoted),
)
SPACE = st.sampled_from(["", " ", "\n", " # ]\n", "\r\n\t"])


class Written:
    """TOML as it is written, with the line on which each value begins."""

    def __init__(self) -> None:
        self.text = ""
        self.expected: dict[TomlPath, int] = {}

    def note(self, path: TomlPath) -> None:
        self.expected.setdefault(path, self.text.count("\n") + 1)

    def value(self, path: TomlPath, data: st.DataObject, depth: int) -> None:
        kind = data.draw(st.sampled_from(["scalar", "array", "table"] if depth else ["scalar"]))
        self.note(path)
        if kind == "scalar":
            self.text += data.draw(SCALARS)
        elif kind == "array":
            self.text += "["
            for index in range(data.draw(st.integers(0, 3))):
                self.text += data.draw(SPACE)
                self.value((*path, index), data, depth - 1)
                self.text += data.draw(SPACE) + ","
            self.text += data.draw(SPACE) + "]"
        else:
            keys = data.draw(st.lists(KEYS, max_size=2, unique=True))
            self.text += "{ "
            for number, key in enumerate(keys):
                self.text += (", " if number else "") + quoted(key) + " = "
                self.value((*path, key), data, depth - 1)
            self.text += " }"

    def pairs(self, path: TomlPath, data: st.DataObject) -> None:
        for key in data.draw(st.lists(KEYS, max_size=3, unique=True)):
            dotted = data.draw(st.booleans())
            full: TomlPath = (*path, key, "k") if dotted else (*path, key)
            self.note((*path, key))
            self.text += quoted(key) + (' . "k"' if dotted else "") + " = "
            self.value(full, data, 2)
            self.text += data.draw(st.sampled_from(["\n", " # [[x]]\n", "\n\n"]))


@settings(deadline=None)
@given(st.data())
def test_every_value_is_found_where_it_was_written(data: st.DataObject) -> None:
    written = Written()
    written.pairs((), data)
    for index in range(data.draw(st.integers(0, 3))):
        path: TomlPath = ("the table", index)
        written.note(path)
        written.text += "[['the table']]\n"
        written.pairs(path, data)
        for inner in range(data.draw(st.integers(0, 2))):
            written.note((*path, "of it", inner))
            written.text += '[["the table" . "of it"]]\n'
            written.pairs((*path, "of it", inner), data)
    try:
        tomllib.loads(written.text)
    except tomllib.TOMLDecodeError:
        return  # a key of a table that is drawn as "of it" already
    found = lines(written.text)
    assert {path: found.get(path) for path in written.expected} == written.expected
