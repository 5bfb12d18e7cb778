"""Counts what files of another edition lose and gain that no claim tells of: words, names, examples."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from bot.briefing.folder import CLAIMS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_Entry = tuple[str, ...]


class ChangedEntries(NamedTuple):
    """How many entries a file loses and gains: lines of a list of words, values of a TOML document."""

    file: str
    lost: int
    gained: int


def changed_entries(
    before: Mapping[str, bytes], after: Mapping[str, bytes], names: Iterable[str]
) -> Iterator[ChangedEntries]:
    """Count the entries that differ in each of these files, of which one may be in one edition alone."""
    for name in names:
        old, new = (Counter(_entries(name, one.get(name, b"").decode())) for one in (before, after))
        if old != new:
            yield ChangedEntries(name, (old - new).total(), (new - old).total())


def _entries(name: str, text: str) -> Iterator[_Entry]:
    folder, _, file = name.rpartition("/")
    if file.endswith(".toml"):
        import tomllib  # noqa: PLC0415 - most runs change nothing

        # Claims are told of one by one.
        yield from _values(tomllib.loads(text)) if file != CLAIMS else ()
    elif not folder:
        yield from ((line,) for line in text.splitlines() if line.strip())


def _values(value: object, path: _Entry = ()) -> Iterator[_Entry]:
    """Go through what a TOML document holds, each value with the keys and ids that lead to it."""
    if isinstance(value, dict):
        path = (*path, str(value.get("id", "")))
        for key, inner in value.items():
            yield from _values(inner, (*path, key))
    elif isinstance(value, list):
        for inner in value:
            yield from _values(inner, path)
    else:
        yield (*path, str(value))
