"""Finds what a name given as an option means: an id, a name or an alias, without case and accents."""

from collections.abc import Iterable, Mapping

from bot.briefing.folding import fold
from bot.briefing.models import Alias, Briefing
from bot.errors import UnknownNameError

Names = Mapping[str, tuple[str, ...]]  # id -> every way to write it


def people(briefing: Briefing) -> dict[str, tuple[str, ...]]:
    """Return the names of every person."""
    return {one.id: (one.name, *_words(one.aliases)) for one in briefing.people}


def parties(briefing: Briefing) -> dict[str, tuple[str, ...]]:
    """Return the names of every party, and of its people."""
    return {one.id: (one.name, *_words((*one.aliases, *one.people))) for one in briefing.parties}


def named(kind: str, wanted: str, known: Names, shown: Iterable[str]) -> tuple[str, ...]:
    """Return the ids that *wanted* names; UnknownNameError with what is *shown* when it names none."""
    found = matching(wanted, known)
    if not found:
        raise UnknownNameError(kind, wanted, shown)
    return found


def matching(wanted: str, known: Names) -> tuple[str, ...]:
    """Return the ids that *wanted* names."""
    key = _key(wanted)
    return tuple(id_ for id_, words in known.items() if key in {_key(id_), *map(_key, words)})


def _key(words: str) -> str:
    return " ".join(fold(words).split())


def _words(aliases: Iterable[Alias]) -> tuple[str, ...]:
    return tuple(alias.words for alias in aliases)
