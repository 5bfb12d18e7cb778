"""Keeps the words of other languages between runs, and opens those that somebody asks in."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from bot.briefing.folder import BRIEFING, VOCABULARY
from bot.desk import cache

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.answering.claims.index import Index
    from bot.answering.glossing.glossary import Glossary
    from bot.answering.reading.vocabulary import Lexicon
    from bot.briefing.models import Briefing
    from bot.desk.edition_files import Loading

_ENGLISH = "en"
_Briefing = TypeVar("_Briefing")


class Glossaries:
    """The words of each language for one briefing, or for several that may be meant at once.

    They are kept by the files that they come from, so that those of an edition whose claims alone are other
    ones need not be compiled anew.
    """

    def __init__(self, loading: Loading, *, kept: bool) -> None:
        self._loading = loading
        self._contents = loading.contents
        self._kept = kept
        self._opened: dict[tuple[tuple[str, ...], str], Glossary] = {}
        self._lexicons: dict[tuple[str, ...], Lexicon] = {}

    def of(self, indexes: Sequence[Index], tag: str) -> Glossary:
        """Return the words of a language for these briefings."""
        ids = _ids(indexes)
        if (ids, tag) not in self._opened:
            from bot.answering.glossing.glossary import Glossary  # noqa: PLC0415 - English need not wait for it

            found = cache.read(Glossary, *self._key(ids, tag)) if self._kept else None
            self._opened[ids, tag] = found or self._compiled(indexes, tag)
        return self._opened[ids, tag]

    def english(self, indexes: Sequence[Index]) -> Lexicon:
        """Return the English words for one briefing or for several at once."""
        if len(indexes) == 1:
            return indexes[0].reader.lexicon
        ids = _ids(indexes)
        if ids not in self._lexicons:
            from bot.answering.reading.vocabulary import Lexicon  # noqa: PLC0415 - only where there are several

            found = cache.read(Lexicon, *self._key(ids, _ENGLISH)) if self._kept else None
            self._lexicons[ids] = found or self._compiled_english(indexes)
        return self._lexicons[ids]

    def are_ready(self, briefings: Sequence[str]) -> bool:
        """Tell whether all words that somebody may ask in for these briefings are kept."""
        return all(self._is_kept(ids, tag) for ids in _what_one_may_ask(briefings) for tag in self._tags(ids))

    def make_ready(self, indexes: Sequence[Index]) -> None:
        """Compile all words that are not kept."""
        for some in _what_one_may_ask(indexes):
            for tag in self._tags(some):
                if not self._is_kept(_ids(some), tag):
                    self.english(some) if tag == _ENGLISH else self.of(some, tag)

    def _tags(self, some: Sequence[object]) -> Iterator[str]:
        if len(some) > 1:
            yield _ENGLISH
        yield from self._contents.languages

    def _compiled(self, indexes: Sequence[Index], tag: str) -> Glossary:
        from bot.answering.glossing.glossary import Glossary  # noqa: PLC0415 - as above

        edition, ids = self._loading.edition(), _ids(indexes)
        language = next(one for one in edition.languages if one.tag == tag)
        briefing = _joined([one for one in edition.briefings if one.id in ids])
        glossary = Glossary(edition, briefing, language, self.english(indexes))
        if self._kept:
            cache.write(glossary, *self._key(ids, tag))
        return glossary

    def _compiled_english(self, indexes: Sequence[Index]) -> Lexicon:
        from bot.answering.reading.reader import Reader  # noqa: PLC0415 - only where there are several

        edition = self._loading.edition()
        briefing = _joined([index.briefing for index in indexes])
        lexicon = Reader.of(edition.vocabulary, briefing, edition.known_words).lexicon
        if self._kept:
            cache.write(lexicon, *self._key(_ids(indexes), _ENGLISH))
        return lexicon

    def _is_kept(self, ids: tuple[str, ...], tag: str) -> bool:
        return self._kept and cache.cache_file(*self._key(ids, tag)).exists()

    def _key(self, ids: tuple[str, ...], tag: str) -> tuple[str, ...]:
        files = [VOCABULARY, *self._contents.word_lists, *(f"{id_}/{BRIEFING}" for id_ in ids)]
        if tag in self._contents.languages:
            files.append(self._contents.languages[tag])
        # A briefing's words in a language that has a file of its own are no English ones.
        languages = " ".join(sorted(self._contents.languages))
        return (self._contents.part(files).digest, languages, *ids, tag)


def _what_one_may_ask(briefings: Sequence[_Briefing]) -> Iterator[tuple[_Briefing, ...]]:
    """Give what one question may be about: each briefing, and all where there are several."""
    if len(briefings) > 1:
        yield tuple(briefings)
    for one in briefings:
        yield (one,)


def _ids(indexes: Sequence[Index]) -> tuple[str, ...]:
    return tuple(index.briefing.id for index in indexes)


def _joined(briefings: Sequence[Briefing]) -> Briefing:
    """Return one briefing with whatever several name, to read another language by."""
    return replace(
        briefings[0],
        parties=tuple(one for briefing in briefings for one in briefing.parties),
        people=tuple(one for briefing in briefings for one in briefing.people),
        places=tuple(one for briefing in briefings for one in briefing.places),
        concepts=tuple(one for briefing in briefings for one in briefing.concepts),
        own_words=tuple(word for briefing in briefings for word in briefing.own_words),
    )
