"""Opens a knowledge folder: each of its briefings ready for questions, and proved against its sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answering.index import Index
from bot.answering.reply import prove
from bot.briefing.folder import read_folder
from bot.briefing.problems import shown
from bot.desk import cache
from bot.errors import ConfigError, ProvenanceError, UnknownNameError

if TYPE_CHECKING:
    from bot.briefing.folder import Contents
    from bot.desk.settings import Settings


class Knowledge:
    """One edition of a folder; a briefing is compiled when it is first asked for."""

    def __init__(self, settings: Settings, contents: Contents | None = None) -> None:
        """Read every file of the folder, or take those given; KnowledgeError when one cannot be read."""
        self.folder = settings.knowledge
        self._default = settings.briefing
        self._cached = settings.cache
        self._given = contents is not None
        self._contents = contents or read_folder(self.folder)
        self._indexes: dict[str, Index] = {}
        self.digest = self._contents.digest
        self.briefings = self._contents.briefings
        if self._contents.problems:
            self._load()

    def index(self, briefing: str | None = None) -> Index:
        """Return a briefing ready for questions, by default the one set or the only one.

        Raises KnowledgeError when any of the folder has a problem, UnknownNameError for a briefing not in it.
        """
        if briefing is None and self._default is not None and self._default not in self.briefings:
            there = ", ".join(self.briefings)
            raise ConfigError(
                f"the briefing {shown(self._default)} is set, and the knowledge has only: {there}"
            )
        id_ = self._named(briefing or self._default)
        if id_ not in self._indexes:
            index = cache.read(self.digest, id_) if self._cached else None
            if index and _proved(index, self._contents):
                self._indexes[id_] = index
            else:
                self._load()
        return self._indexes[self._named(id_)]

    def indexes(self, briefing: str | None = None) -> tuple[Index, ...]:
        """Return the briefings that may be meant: the one named or set, or else all; errors as for one."""
        if briefing or self._default or len(self.briefings) == 1:
            return (self.index(briefing),)
        return tuple(self.index(one) for one in self.briefings)

    @property
    def contents(self) -> Contents:
        """Return the files; only those given are sure to be the edition's, a folder may change meanwhile."""
        return self._contents

    def _named(self, briefing: str | None) -> str:
        if briefing is None and len(self.briefings) == 1:
            return self.briefings[0]
        if briefing not in self.briefings:
            raise UnknownNameError("briefing", briefing or "", self.briefings)
        return briefing

    def _load(self) -> None:
        """Compile the whole edition as the folder has it now, so that no two editions mix."""
        # Importing the loader imports pydantic, which a run that finds the cache need not wait for.
        if self._given:
            from bot.desk.editions import load_contents  # noqa: PLC0415

            edition = load_contents(self._contents)
        else:
            from bot.briefing.loader import load  # noqa: PLC0415

            edition = load(self.folder)
        self.digest = edition.digest
        self.briefings = tuple(briefing.id for briefing in edition.briefings)
        self._indexes = {briefing.id: Index(edition, briefing) for briefing in edition.briefings}
        if self._cached:
            for id_, index in self._indexes.items():
                cache.write(self.digest, id_, index)


def _proved(index: Index, contents: Contents) -> bool:
    """Tell whether every statement and caveat stands in the sources as they are in the folder now."""
    briefing = index.briefing
    try:
        for source in briefing.sources:
            if contents.files[f"{briefing.id}/{source.file}"].decode() != source.text:
                return False
        passages = [claim.passage for claim in briefing.claims] + [one.passage for one in briefing.caveats]
        return all(prove(index, passage) for passage in passages)
    except (ProvenanceError, KeyError, UnicodeDecodeError):
        return False
