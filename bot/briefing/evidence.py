"""Holds what claims and caveats quote against the texts of the sources."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from bot.briefing import folder, numerals
from bot.briefing.draft import Entry
from bot.briefing.folding import fold
from bot.briefing.models import Passage, Source
from bot.briefing.number_words import NumberWords, spelt
from bot.briefing.problems import Finding, shown
from bot.briefing.provenance import Divided, Unproved, divide, prove
from bot.briefing.shapes import ClaimShape, FigureShape
from bot.briefing.tables import BriefingTables

LONGEST_STATEMENT = 3_500  # characters: with who claims it and what limits it, it must fit on one card


def read_sources(
    briefing: BriefingTables, files: Mapping[str, bytes], unread: Iterable[str], findings: list[Finding]
) -> dict[str, Divided]:
    """Read the source texts by id; what is wrong adds to the findings, save files known as unread."""
    sources = {}
    for entry in briefing.sources:
        file = f"{briefing.id}/{entry.shape.file}"
        text = _text(entry, file, files, unread)
        if isinstance(text, str):
            source = Source(entry.shape.id, entry.shape.file, text, entry.shape.note)
            sources[source.id] = divide(source, briefing.language)
        else:
            findings.extend(text)
    return sources


def prove_all(
    briefing: BriefingTables, sources: Mapping[str, Divided], findings: list[Finding]
) -> dict[str, Passage]:
    """Prove the statements of claims and caveats, by their ids; what has no proof is a finding."""
    passages = {}
    entries: tuple[Entry[Any], ...] = (*briefing.caveats, *briefing.claims)
    for entry in entries:
        source: str | None = entry.shape.source or briefing.only_source
        if source is None and briefing.sources:
            findings.append(entry.finding("source is missing, and the briefing has more than one", "source"))
        elif len(entry.shape.statement) > LONGEST_STATEMENT:
            # Before it is looked for: what nearly stands in a long source takes long to find.
            findings.append(entry.finding(_too_long(len(entry.shape.statement)), "statement"))
        elif source is not None and source in sources:
            proof = prove(entry.shape.statement, sources[source], briefing.language)
            if isinstance(proof, Unproved):
                findings.append(entry.finding(proof.reason, "statement"))
            else:
                passages[entry.shape.id] = proof
    return passages


def quotation_checks(
    briefing: BriefingTables, sources: Mapping[str, Divided], numbers: NumberWords | None
) -> Iterator[Finding]:
    """Check that the words that claims and figures quote stand where they should, and give their numbers.

    Where no words for *numbers* could be read, only digits are judged.
    """
    for claim in briefing.claims:
        one = claim.shape
        quoted = [("attributed", one.attributed), ("said", one.said)]
        for key, words in quoted:
            if words is not None and words not in one.statement:
                yield claim.finding(f"{key} {shown(words)} does not stand in the statement", key)
        for index, words in enumerate(one.when):
            if words not in one.statement:
                yield claim.finding(f"when {shown(words)} does not stand in the statement", "when", index)
        if one.wanted and not any(fold(words) in fold(one.statement) for words in one.wanted):
            yield claim.finding("none of the words under wanted stands in the statement", "wanted")
        source = sources.get(one.source or briefing.only_source or "")
        for index, figure in enumerate(one.figure):
            for key, message in _figure(figure, one, source, numbers):
                yield claim.finding(message, "figure", index, key)


def _too_long(length: int) -> str:
    return (
        f"the statement has {length} characters, and more than {LONGEST_STATEMENT} "
        "are not shown whole on one card, so take fewer sentences"
    )


def _text(
    entry: Entry[Any], file: str, files: Mapping[str, bytes], unread: Iterable[str]
) -> str | list[Finding]:
    if file in unread:
        return []
    if file not in files:
        return [entry.finding(f"the folder has no file {shown(entry.shape.file)}", "file")]
    text = folder.decode(file, files[file])
    if isinstance(text, Finding):
        return [text]
    if not text.strip():
        return [Finding(file, 1, "the source is empty")]
    if found := folder.forbidden(text):
        index, name = found
        line = text.count("\n", 0, index) + 1
        return [Finding(file, line, f"the source holds the control character {name}")]
    return text


def _figure(
    figure: FigureShape, claim: ClaimShape, source: Divided | None, numbers: NumberWords | None
) -> Iterator[tuple[str, str]]:
    """Find the faults of a figure: the key at fault, and a sentence."""
    for key, words in (("words", figure.words), ("qualifier", figure.qualifier)):
        if words is not None and words not in claim.statement:
            yield key, f"{key} {shown(words)} does not stand in the statement"
    if figure.qualifier and (numerals.has_digits(figure.qualifier) or spelt(figure.qualifier, numbers or {})):
        yield "qualifier", f"qualifier {shown(figure.qualifier)} gives a number, which only the words may"
    # A noun that a list leaves out may stand in a sentence before.
    if source and figure.group not in claim.statement and figure.group not in source.source.text:
        yield "group", f"group {shown(figure.group)} stands neither in the statement nor in the source"
    low, high = figure.min, figure.max
    if low is not None and high is not None and low > high:
        yield "min", f"min {low} is more than max {high}"
    decimal = numerals.has_decimal(figure.words)
    if low is None and high is None and not decimal and numerals.has_digits(figure.words):
        yield "words", f"words {shown(figure.words)} give a number, but min and max are missing"
    remedy = "; of a decimal only the words are shown, so leave min and max out" if decimal else ""
    for key, number in (("min", low), ("max", high)):
        readable = numbers is not None or numerals.has_digits(figure.words)
        if number is not None and readable and not numerals.gives(figure.words, number, numbers or {}):
            yield key, f"{key} {number} is not the number in the words {shown(figure.words)}{remedy}"
