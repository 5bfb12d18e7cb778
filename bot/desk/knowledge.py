"""Opens a knowledge folder: each of its briefings ready for questions, and proved against its sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answering.claims.index import Index
from bot.answering.showing.reply import prove
from bot.briefing.folder import read_folder
from bot.briefing.problems import shown
from bot.desk import cache
from bot.desk.edition_files import Loading
from bot.desk.glossaries import Glossaries
from bot.desk.phrasings import Phrasings, is_kept
from bot.errors import ConfigError, ProvenanceError, UnknownNameError

if TYPE_CHECKING:
    from bot.answering.glossing.gloss import Gloss
    from bot.answering.retrieval.ranking import Retrieval
    from bot.briefing.folder import Contents
    from bot.briefing.models import Edition
    from bot.desk.settings import Settings


class Knowledge:
    """One edition of a folder, `contents`; a briefing is compiled when it is first asked for."""

    def __init__(self, settings: Settings, contents: Contents | None = None) -> None:
        """Read every file of the folder, or take those given; KnowledgeError when one cannot be read."""
        self.contents = contents or read_folder(settings.knowledge)
        self.digest = self.contents.digest
        self.briefings = self.contents.briefings
        self._settings = settings
        self._loading = Loading(self.contents)
        self._indexes: dict[str, Index] = {}
        self._phrasings: dict[str, Phrasings] = {}
        self._glossaries = Glossaries(self._loading, kept=settings.cache)
        if self.contents.problems:
            self._loading.edition()

    def index(self, briefing: str | None = None) -> Index:
        """Return a briefing ready for questions, by default the one set or the only one.

        Raises KnowledgeError when any of the folder has a problem, UnknownNameError for a briefing not in it.
        """
        default = self._settings.briefing
        if briefing is None and default is not None and default not in self.briefings:
            there = ", ".join(self.briefings)
            raise ConfigError(f"the briefing {shown(default)} is set, and the knowledge has only: {there}")
        id_ = self._which(briefing or self._settings.briefing)
        if id_ not in self._indexes:
            index = self._kept(id_) or self._compiled(id_)
            self._phrasings[id_] = Phrasings(index, self._loading, self._settings)
            index.ranking = self._phrasings[id_].rank
            self._indexes[id_] = index
        return self._indexes[id_]

    def indexes(self, briefing: str | None = None) -> tuple[Index, ...]:
        """Return the briefings that may be meant: the one named or set, or else all; errors as for one."""
        if briefing or self._settings.briefing or len(self.briefings) == 1:
            return (self.index(briefing),)
        return tuple(self.index(one) for one in self.briefings)

    def gloss(self, question: str, language: str, briefing: str | None = None) -> Gloss | None:
        """Return a question of another language in English words, None for a language that nobody has."""
        indexes = self.indexes(briefing)
        tag = next((one.tag for one in indexes[0].signs if one.tag.lower() == language.lower()), None)
        if tag is None:
            return None
        return self._glossaries.of(indexes, tag).gloss(question, self._glossaries.english(indexes))

    def edition(self) -> Edition:
        """Return the whole edition; KnowledgeError when any of the folder has a problem."""
        return self._loading.edition()

    def retrieval(self, briefing: str | None = None) -> Retrieval:
        """Return the phrasings of a briefing, ready to be asked; errors as for the index, or EncoderError."""
        return self._phrasings[self.index(briefing).briefing.id].retrieval()

    def is_ready(self) -> bool:
        """Tell whether everything was made ready before, so that opening it compiles nothing."""
        return (
            self._settings.cache
            and all(cache.cache_file(self.digest, id_).exists() for id_ in self.briefings)
            and all(is_kept(self.digest, id_, self._settings) for id_ in self.briefings)
            and self._glossaries.are_ready(self.briefings)
        )

    def make_ready(self) -> None:
        """Compile what is not kept of every briefing, its phrasings and the words of every language."""
        for id_ in self.briefings:
            self.index(id_)
            if not is_kept(self.digest, id_, self._settings):
                self.retrieval(id_)
        self._glossaries.make_ready([self.index(id_) for id_ in self.briefings])
        self._loading.forget()

    def _kept(self, id_: str) -> Index | None:
        index = cache.read(Index, self.digest, id_) if self._settings.cache else None
        return index if index and _proved(index, self.contents) else None

    def _compiled(self, id_: str) -> Index:
        edition = self._loading.edition()
        index = Index(edition, next(one for one in edition.briefings if one.id == id_))
        if self._settings.cache:
            cache.write(index, self.digest, id_)
        return index

    def _which(self, briefing: str | None) -> str:
        if briefing is None and len(self.briefings) == 1:
            return self.briefings[0]
        if briefing not in self.briefings:
            raise UnknownNameError("briefing", briefing or "", self.briefings)
        return briefing


def _proved(index: Index, contents: Contents) -> bool:
    """Tell whether every statement and caveat stands in the sources as they are in the folder now."""
    briefing = index.briefing
    try:
        for source in briefing.sources:
            if contents.files[f"{briefing.id}/{source.file}"].decode() != source.text:
                return False
        passages = [claim.passage for claim in briefing.claims] + [one.passage for one in briefing.caveats]
        for passage in passages:
            prove(index, passage)
    except (ProvenanceError, KeyError, UnicodeDecodeError):
        return False
    return True
