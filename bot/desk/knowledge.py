"""Opens a knowledge folder: each of its briefings ready for questions, and proved against its sources."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from bot.answering.index import Index
from bot.answering.reply import prove
from bot.briefing.folder import read_folder
from bot.briefing.problems import shown
from bot.desk import cache
from bot.errors import ConfigError, ProvenanceError, UnknownNameError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.answering.gloss import Gloss
    from bot.answering.glossary import Glossary
    from bot.answering.retrieval.ranking import Ranking, Retrieval
    from bot.answering.vocabulary import Lexicon
    from bot.briefing.folder import Contents
    from bot.briefing.models import Briefing, Edition
    from bot.desk.encoding import Encoder
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
        self._glossaries: dict[tuple[str, str], Glossary] = {}
        self._edition: Edition | None = None
        self._lexicon: Lexicon | None = None
        self._retrievals: dict[str, Retrieval] = {}
        self._risk = settings.selective_risk
        self._semantic = settings.semantic
        self._opened: Encoder | None = None
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
                index.ranking = partial(self._ranking, id_)
            else:
                self._load()
        return self._indexes[self._named(id_)]

    def indexes(self, briefing: str | None = None) -> tuple[Index, ...]:
        """Return the briefings that may be meant: the one named or set, or else all; errors as for one."""
        if briefing or self._default or len(self.briefings) == 1:
            return (self.index(briefing),)
        return tuple(self.index(one) for one in self.briefings)

    def gloss(self, question: str, language: str, briefing: str | None = None) -> Gloss | None:
        """Return a question of another language in English words, None for a language that nobody has.

        A language is compiled when it is first asked in, for all briefings that may be meant.
        """
        indexes = self.indexes(briefing)
        tag = next((one.tag for one in indexes[0].signs if one.tag.lower() == language.lower()), None)
        if tag is None:
            return None
        key = (_key(indexes), tag)
        if key not in self._glossaries:
            found = cache.read_glossary(self.digest, *key) if self._cached else None
            self._glossaries[key] = found or self._compile(indexes, key)
        return self._glossaries[key].gloss(question, self._english(indexes))

    def prepare(self) -> None:
        """Compile the words of every language, so that no question in one has to wait for it.

        Where they are kept, they are read back when they are first asked for: most servers speak few.
        """
        indexes = self.indexes()
        for one in indexes[0].signs:
            if not (self._cached and cache.cache_file(self.digest, _key(indexes), one.tag).exists()):
                self.gloss("", one.tag)
        if self._cached:
            self._glossaries, self._edition = {}, None

    def _compile(self, indexes: tuple[Index, ...], key: tuple[str, str]) -> Glossary:
        from bot.answering.glossary import Glossary  # noqa: PLC0415 - a question in English need not wait for it

        edition = self._edition or self._load()
        language = next(one for one in edition.languages if one.tag == key[1])
        briefing = _together([one for one in edition.briefings if one.id in key[0].split("\n")])
        glossary = Glossary(edition, briefing, language, self._english(indexes))
        if self._cached:
            cache.write(self.digest, key[0], glossary, key[1])
        return glossary

    def _english(self, indexes: tuple[Index, ...]) -> Lexicon:
        """Return the English words for one briefing or for several at once."""
        if len(indexes) == 1:
            return indexes[0].reader.lexicon
        if self._lexicon is None:
            from bot.answering.reading import Reader  # noqa: PLC0415 - only where there are several

            edition = self._edition or self._load()
            briefing = _together([index.briefing for index in self.indexes()])
            self._lexicon = Reader.of(edition.vocabulary, briefing, edition.known_words).lexicon
        return self._lexicon

    def retrieval(self, briefing: str | None = None) -> Retrieval:
        """Return the phrasings of a briefing, ready to be asked; errors as for the index, or EncoderError."""
        index = self.index(briefing)
        id_ = index.briefing.id
        if id_ not in self._retrievals:
            # numpy takes longer to import than a whole question, and most are answered without.
            from bot.desk.phrasings import open_retrieval  # noqa: PLC0415

            key = (self.digest, id_) if self._cached else None
            self._retrievals[id_] = open_retrieval(index, key, self._risk, self._encoder())
        return self._retrievals[id_]

    def _ranking(self, briefing: str, text: str) -> Ranking:
        known, encoder = self.index(briefing).reader.lexicon.known_words, self._encoder()
        return self.retrieval(briefing).rank(text, known=known, encode=encoder.encode if encoder else None)

    def _encoder(self) -> Encoder | None:
        if self._semantic.enabled and self._opened is None:
            from bot.desk.encoding import open_encoder  # noqa: PLC0415 - an extra, and slow to import

            self._opened = open_encoder(self._semantic)
        return self._opened

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

    def _load(self) -> Edition:
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
        self._edition = edition
        for id_, index in self._indexes.items():
            index.ranking = partial(self._ranking, id_)
        self._glossaries, self._lexicon, self._retrievals = {}, None, {}
        return edition


def _key(indexes: Sequence[Index]) -> str:
    """Return by what the words of a language are kept for these briefings."""
    return "\n".join(index.briefing.id for index in indexes)


def _together(briefings: Sequence[Briefing]) -> Briefing:
    """Return one briefing with whatever several name, to read another language by."""
    return replace(
        briefings[0],
        parties=tuple(one for briefing in briefings for one in briefing.parties),
        people=tuple(one for briefing in briefings for one in briefing.people),
        places=tuple(one for briefing in briefings for one in briefing.places),
        concepts=tuple(one for briefing in briefings for one in briefing.concepts),
    )


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
