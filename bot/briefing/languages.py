"""Reads and checks the words of other languages, which stand in files of their own."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from bot.briefing.draft import Document, Entry, control_characters, head
from bot.briefing.folding import bare, fold
from bot.briefing.models import Grammar, Language, Words
from bot.briefing.number_words import NUMBER_CUE, typed
from bot.briefing.problems import Finding, shown
from bot.briefing.shapes import LanguageShape
from bot.briefing.tables import CONCEPT_KINDS, NAMED_APART, VocabularyTables, names

_ENGLISH = "en"
# Tables whose keys are English words, as against the ids of concepts.
_BY_ENGLISH = ("phrases", "initial", "after")
_WORD = re.compile(r"[^\W_]")  # a letter or a digit


def language_entry(document: Document, tag: str, findings: list[Finding]) -> Entry[LanguageShape] | None:
    """Shape a file of the words of one language; what is wrong adds to the findings."""
    if not document.readable:
        return None
    findings.extend(control_characters(document))
    shaped = head(document, LanguageShape, ())
    if not isinstance(shaped, Entry):
        findings.extend(shaped)
        return None
    if shaped.shape.language.lower() != tag.lower():
        message = f"the language {shown(shaped.shape.language)} is not that in the file's name"
        findings.append(shaped.finding(message, "language"))
    return shaped


def language_checks(
    language: Entry[LanguageShape], vocabulary: VocabularyTables, english: frozenset[str]
) -> Iterator[Finding]:
    """Check that every word of a language leads to one concept, and to one that there is.

    *english* are the `english_words` of the vocabulary.
    """
    one = language.shape
    known = names((CONCEPT_KINDS, vocabulary.document))
    for concept in one.aliases:
        if sentence := known.missing(concept, *CONCEPT_KINDS):
            yield language.finding(sentence, "aliases", concept)
    for table in _BY_ENGLISH:
        for key in getattr(one, table):
            strange = [word for word in bare(key).split() if word not in english]
            if strange and vocabulary.document.readable:
                message = f"no alias in English has the word {shown(strange[0])}"
                yield language.finding(message, table, key)
    yield from _blank(language)
    yield from _clashes(language, vocabulary)


def language(one: LanguageShape) -> Language:
    """Make the language."""
    grammar: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value for key, value in one.grammar
    }
    return Language(
        one.language,
        _words(one.aliases),
        _words(one.phrases),
        _words(one.initial),
        _words(one.after),
        Grammar(**grammar),
    )


def _words(table: dict[str, list[str]]) -> Words:
    return tuple((key, tuple(words)) for key, words in table.items())


def english_words(vocabulary: VocabularyTables) -> frozenset[str]:
    """Return every word that an alias in English has."""
    return frozenset(
        word
        for entries in vocabulary.concepts.values()
        for entry in entries
        for alias in entry.shape.aliases.get(_ENGLISH, ())
        for word in bare(alias).split()
    )


def primary(tag: str) -> str:
    """Return the language of a tag without its region or script."""
    return tag.partition("-")[0].lower()


def cue_words(vocabulary: VocabularyTables, language: str, *cues: str) -> tuple[str, ...]:
    """Return the vocabulary's aliases of some cues in a language."""
    return tuple(
        alias
        for cue in vocabulary.concepts["cue"]
        if cue.shape.id in cues
        for tag, aliases in cue.shape.aliases.items()
        if primary(tag) == primary(language)
        for alias in aliases
    )


def number_words(vocabulary: VocabularyTables, spoken: Iterable[Language], language: str) -> dict[str, int]:
    """Return the words of a language for numbers, each with its number."""
    named = [
        (tag, entry.shape.id, aliases)
        for entry in vocabulary.concepts["cue"]
        for tag, aliases in entry.shape.aliases.items()
    ]
    named += [(one.tag, cue, list(aliases)) for one in spoken for cue, aliases in one.aliases]
    return {
        typed(alias): int(number)
        for tag, cue, aliases in named
        if cue.startswith(NUMBER_CUE) and primary(tag) == primary(language)
        if (number := cue.removeprefix(NUMBER_CUE)).isdecimal()
        for alias in aliases
    }


def _blank(language: Entry[LanguageShape]) -> Iterator[Finding]:
    for table in ("aliases", *_BY_ENGLISH):
        for key, words in getattr(language.shape, table).items():
            for index, alias in enumerate(words):
                if not _WORD.search(alias):
                    yield language.finding(f"the alias {shown(alias)} has no word", table, key, index)


def _clashes(language: Entry[LanguageShape], vocabulary: VocabularyTables) -> Iterator[Finding]:
    """Find words that lead to two concepts of a kind, on whatever keyboard they are typed."""
    one = language.shape
    for kind in NAMED_APART:
        entries = vocabulary.concepts[kind]
        taken = {
            _typed(alias): entry.shape.id
            for entry in entries
            for alias in entry.shape.aliases.get(_ENGLISH, ())
            if one.grammar.mixes_english
        }
        for concept in (entry.shape.id for entry in entries if entry.shape.id in one.aliases):
            yield from _twice(language, "aliases", concept, taken)
    phrased: dict[str, str] = {}
    for key in one.phrases:
        yield from _twice(language, "phrases", key, phrased)


def _twice(language: Entry[LanguageShape], table: str, key: str, taken: dict[str, str]) -> Iterator[Finding]:
    for index, alias in enumerate(getattr(language.shape, table)[key]):
        owner = taken.setdefault(_typed(alias), key)
        if owner != key:
            message = f"the alias {shown(alias)} is already that of {shown(owner)}"
            yield language.finding(message, table, key, index)


def _typed(alias: str) -> str:
    """Return an alias as it is found: however it is typed, with spaces between its parts or without."""
    return "".join(bare(fold(alias)).split())
