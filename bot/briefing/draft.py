"""Takes the files of a knowledge folder apart into tables of the right shape.

A draft may be full of faults and never leaves this package; only a faultless one becomes an edition.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, Generic, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from bot.briefing import folder, shapes
from bot.briefing.problems import Finding, TomlPath, printable, shown

S = TypeVar("S", bound=shapes.Shape)

_TOML_LINE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")
_PATTERNS = dict(shapes.PATTERNS.values())
_INNER: dict[str, type[shapes.Shape]] = {"figure": shapes.FigureShape, "grammar": shapes.GrammarShape}
_EXPECTED = {
    "bool_type": "must be true or false",
    "dict_type": "must be a table by language, such as aliases.en",
    "int_type": "must be a whole number",
    "list_type": "must be a list",
    "model_type": "must be a table",
    "string_type": "must be text",
}


@dataclass(frozen=True, slots=True)
class Document:
    """A TOML file as tomllib reads it; not `readable` when it could not, and then empty.

    Only a `suspect` one can hold characters that no text may hold: it has them, or writes some with escapes.
    """

    file: str
    data: dict[str, Any]
    readable: bool = True
    suspect: bool = True

    def ids(self, table: str) -> Iterator[tuple[TomlPath, str]]:
        """Give path and value of every id that the tables of a name have, right shape or not."""
        tables = self.data.get(table)
        for index, entry in enumerate(tables if isinstance(tables, list) else ()):
            if isinstance(entry, dict) and isinstance(entry.get("id"), str):
                yield (table, index, "id"), entry["id"]


@dataclass(frozen=True, slots=True)
class Entry(Generic[S]):
    """One table of a file, in the right shape."""

    file: str
    path: TomlPath
    shape: S

    def finding(self, message: str, *path: str | int) -> Finding:
        """Return a finding at a path within the table."""
        return Finding(self.file, (*self.path, *path), message)


def parse(file: str, text: str) -> Document | Finding:
    """Read a TOML text; what is no TOML becomes a finding."""
    try:
        suspect = "\\" in text or folder.forbidden(text) is not None
        return Document(file, tomllib.loads(text), suspect=suspect)
    except RecursionError:
        return Finding(file, 1, "the file nests deeper than anything here needs")
    except ValueError as error:  # TOMLDecodeError, and integers of thousands of digits
        message = str(error)
        place = _TOML_LINE.search(message)
        line = int(place[1] or text.count("\n") + 1) if place else 1
        reason = printable(_TOML_LINE.sub("", message))
        return Finding(file, line, f"the file is not TOML: {reason}")


def control_characters(document: Document) -> Iterator[Finding]:
    """Find texts that hold a character no text may hold, which TOML can write with an escape."""
    open_: list[tuple[TomlPath, Any]] = [((), document.data)] if document.suspect else []
    while open_:
        path, value = open_.pop()
        if isinstance(value, dict):
            open_.extend(((*path, key), inner) for key, inner in value.items())
        elif isinstance(value, list):
            open_.extend(((*path, index), inner) for index, inner in enumerate(value))
        elif isinstance(value, str) and (found := folder.forbidden(value)):
            yield Finding(document.file, path, f"{shown(value)} holds the control character {found[1]}")


def head(document: Document, shape: type[S], tables: tuple[str, ...]) -> Entry[S] | list[Finding]:
    """Shape what stands above the tables of a file."""
    rest = {key: value for key, value in document.data.items() if key not in tables}
    return _shape(document.file, (), rest, shape, tables)


def entries(document: Document, table: str, shape: type[S], findings: list[Finding]) -> tuple[Entry[S], ...]:
    """Shape all tables of a name; those of a wrong shape are left out and add to the findings."""
    tables = document.data.get(table, [])
    if not isinstance(tables, list) or not all(isinstance(entry, dict) for entry in tables):
        findings.append(Finding(document.file, (table,), f"{table} must be written as [[{table}]]"))
        return ()
    shaped = []
    for index, data in enumerate(tables):
        entry = _shape(document.file, (table, index), data, shape)
        if isinstance(entry, Entry):
            shaped.append(entry)
        else:
            findings.extend(entry)
    return tuple(shaped)


def _shape(
    file: str, path: TomlPath, data: dict[str, Any], shape: type[S], tables: tuple[str, ...] = ()
) -> Entry[S] | list[Finding]:
    try:
        return Entry(file, path, shape.model_validate(data))
    except ValidationError as error:
        return [
            Finding(file, (*path, *_place(one["loc"])), _sentence(one, (*shape.model_fields, *tables)))
            for one in error.errors(include_url=False)
        ]


def _place(loc: TomlPath) -> TomlPath:
    # pydantic marks a wrong key of a table with a step of its own.
    return tuple(step for step in loc if step != "[key]")


def _sentence(error: ErrorDetails, keys: tuple[str, ...]) -> str:
    """Return what a curator can do about an error of pydantic, naming key and value."""
    key = ".".join(step for step in _place(error["loc"]) if isinstance(step, str))
    value = error["input"]
    given = "" if isinstance(value, dict | list) else f", not {shown(str(value))}"
    context = error.get("ctx", {})
    match error["type"]:
        case "extra_forbidden":
            unknown = str(error["loc"][-1])
            inner = next((shape for name, shape in _INNER.items() if name in error["loc"]), None)
            known = tuple(inner.model_fields) if inner else keys
            near = get_close_matches(unknown, known, n=1)
            return f"unknown key {shown(unknown)}" + (f", did you mean {near[0]}?" if near else "")
        case "missing":
            return f"{key} is missing"
        case "string_pattern_mismatch":
            expected = _PATTERNS[context["pattern"]]
        case "literal_error":
            expected = f"must be {context['expected']}"
        case "too_short":
            return f"{key} must list at least {context['min_length']}, not {context['actual_length']}"
        case "string_too_long":
            return f"{key} must have at most {context['max_length']} characters, not {len(error['input'])}"
        case "greater_than_equal":
            expected = f"must be {context['ge']} or more"
        case "less_than_equal":
            expected = f"must be {context['le']} or less"
        case other:
            expected = _EXPECTED.get(other, error["msg"])
    return f"{printable(key)} {expected}{given}"
