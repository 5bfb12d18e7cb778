"""Loads a knowledge folder: a faultless edition, or every problem at once, and nothing in between.

Importing this module imports pydantic; `folder.digest` tells without it whether anything changed.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from os import PathLike

from bot.briefing import assemble, checks, evidence, examples, languages, references
from bot.briefing.draft import Document, parse
from bot.briefing.folder import (
    BRIEFING,
    CLAIMS,
    EXAMPLES,
    VOCABULARY,
    Contents,
    decode,
    digest,
    forbidden,
    read_folder,
)
from bot.briefing.folding import folded
from bot.briefing.lines import line_of, lines
from bot.briefing.models import Briefing, Edition, Language
from bot.briefing.problems import Finding, Problem, TomlPath, printable, shown
from bot.briefing.shapes import PATTERNS
from bot.briefing.tables import VocabularyTables, briefing_tables, vocabulary_tables
from bot.errors import KnowledgeError

__all__ = ["Examination", "digest", "examine", "load"]


@dataclass(frozen=True, slots=True)
class Examination:
    """The edition, or the problems that keep the folder from being one, in order of file and line."""

    edition: Edition | None
    problems: tuple[Problem, ...]


def load(knowledge: str | PathLike[str] | Contents) -> Edition:
    """Load the edition; KnowledgeError with every problem of the folder when there is any."""
    examination = examine(knowledge)
    if examination.edition is None:
        raise KnowledgeError(examination.problems)
    return examination.edition


def examine(knowledge: str | PathLike[str] | Contents) -> Examination:
    """Find every problem of a folder, or of what was read of it, and make the edition when there is none."""
    contents = knowledge if isinstance(knowledge, Contents) else read_folder(knowledge)
    draft = _Draft(contents)
    vocabulary = draft.vocabulary()
    spoken = draft.languages(vocabulary)
    briefings = [draft.briefing(id_, vocabulary, spoken) for id_ in contents.briefings]
    known_words = draft.known_words()
    small_talk = draft.small_talk()
    problems = draft.problems()
    if problems:
        return Examination(None, problems)
    return Examination(
        Edition(
            digest=contents.digest,
            vocabulary=assemble.vocabulary(vocabulary),
            known_words=known_words,
            small_talk=small_talk,
            briefings=tuple(briefing for briefing in briefings if briefing),
            languages=spoken,
        ),
        (),
    )


@dataclass(frozen=True, slots=True)
class _Draft:
    """A folder under examination, and what was found in it so far."""

    contents: Contents
    findings: list[Finding] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)  # of TOML files, to find lines in

    def vocabulary(self) -> VocabularyTables:
        tables = vocabulary_tables(self._document(VOCABULARY), self.findings)
        self.findings.extend(references.vocabulary_references(tables))
        self.findings.extend(checks.vocabulary_checks(tables))
        return tables

    def languages(self, vocabulary: VocabularyTables) -> tuple[Language, ...]:
        found = []
        english = languages.english_words(vocabulary)
        for tag, file in self.contents.languages.items():
            entry = languages.language_entry(self._document(file), tag, self.findings)
            if entry:
                self.findings.extend(languages.language_checks(entry, vocabulary, english))
                found.append(languages.language(entry.shape))
        return tuple(found)

    def briefing(
        self, id_: str, vocabulary: VocabularyTables, spoken: tuple[Language, ...]
    ) -> Briefing | None:
        document, claims = self._document(f"{id_}/{BRIEFING}"), self._document(f"{id_}/{CLAIMS}")
        pattern, rule = PATTERNS["id"]
        if not re.fullmatch(pattern, id_):
            message = f"the name of the folder {shown(id_)} is the id of the briefing and {rule}"
            self.findings.append(Finding(document.file, 1, message))
        tables = briefing_tables(id_, document, claims, vocabulary.document, self.findings)
        sources = evidence.read_sources(tables, self.contents.files, self.contents.unread, self.findings)
        passages = evidence.prove_all(tables, sources, self.findings)
        self.findings.extend(references.briefing_references(tables, vocabulary))
        numbers = languages.number_words(vocabulary, spoken, tables.language)
        self.findings.extend(checks.briefing_checks(tables, vocabulary, numbers))
        spelt = numbers if vocabulary.document.readable else None
        self.findings.extend(evidence.quotation_checks(tables, sources, spelt))
        asked = examples.examples(self._document(f"{id_}/{EXAMPLES}"), tables, self.findings)
        if not tables.complete or tables.head is None:
            return None
        briefing = assemble.briefing(tables, tables.head.shape, sources, passages, asked)
        self.findings.extend(checks.dispute_checks(tables, briefing))
        return briefing

    def known_words(self) -> frozenset[str]:
        return frozenset(word for file in self.contents.word_lists for word in self._words(file))

    def small_talk(self) -> tuple[str, ...]:
        return tuple(text for file in self.contents.small_talk for _, text in self._listed(file))

    def problems(self) -> tuple[Problem, ...]:
        found = {file: lines(text) for file, text in self.texts.items() if self._concerned(file)}
        located = (
            Problem(
                str(self.contents.folder / one.file),
                one.path if isinstance(one.path, int) else line_of(one.path, found.get(one.file, {})),
                one.message + (f"; see {_where(*one.see, found)}" if one.see else ""),
            )
            for one in self.findings
        )
        return tuple(sorted({*self.contents.problems, *located}))

    def _concerned(self, file: str) -> bool:
        return any(one.file == file or (one.see and one.see[0] == file) for one in self.findings)

    def _document(self, file: str) -> Document:
        """Read a TOML file; one that is missing or broken has its problem already."""
        text = self._text(file)
        if text is not None:
            parsed = parse(file, text)
            if isinstance(parsed, Document):
                self.texts[file] = text
                return parsed
            self.findings.append(parsed)
        return Document(file, {}, readable=False)

    def _text(self, file: str) -> str | None:
        data = self.contents.files.get(file)
        text = decode(file, data) if data is not None else None
        if isinstance(text, Finding):
            self.findings.append(text)
            return None
        return text

    def _listed(self, file: str) -> Iterator[tuple[int, str]]:
        """Give every line of a list that is no comment, with its number."""
        whole = self._text(file) or ""
        faulty = forbidden(whole) is not None
        for number, line in enumerate(whole.split("\n"), start=1):
            text = line.partition("#")[0].strip()
            if faulty and (found := forbidden(text)):
                message = f"the line holds the control character {found[1]}"
                self.findings.append(Finding(file, number, message))
            elif text:
                yield number, text

    def _words(self, file: str) -> Iterator[str]:
        for number, word in self._listed(file):
            if len(word.split()) > 1:
                self.findings.append(Finding(file, number, f"{shown(word)} is more than one word"))
            else:
                yield folded(word)


def _where(file: str, path: TomlPath, found: Mapping[str, dict[TomlPath, int]]) -> str:
    return f"{printable(file)}:{line_of(path, found.get(file, {}))}"
