"""Checks that the labels which replies print agree with the words: offices, figures, the reach of caveats."""

import re
from collections.abc import Iterator, Mapping

from bot.briefing.draft import Entry
from bot.briefing.folding import bare, folded
from bot.briefing.number_words import NumberWords
from bot.briefing.numerals import gives
from bot.briefing.problems import Finding, shown
from bot.briefing.shapes import ClaimShape, FigureShape
from bot.briefing.tables import BriefingTables, VocabularyTables


def label_checks(
    briefing: BriefingTables,
    vocabulary: VocabularyTables,
    bounds: Mapping[str, bool],
    numbers: NumberWords,
) -> Iterator[Finding]:
    """Check offices, figures and the reach of caveats against the words of the source.

    *bounds* are the words that bound the number after them, each with whether it leaves that open upwards,
    and *numbers* those for numbers.
    """
    for claim in briefing.claims:
        for number, figure in enumerate(claim.shape.figure):
            yield from _figure(claim, number, figure, vocabulary, briefing)
            if _is_open(figure, bounds, numbers):
                message = f"the words {shown(figure.words)} set no upper end, so there is no max"
                yield claim.finding(message, "figure", number, "max")
    statements = {entry.shape.id: bare(entry.shape.statement) for entry in briefing.claims}
    for person in briefing.people:
        introduced = statements.get(person.shape.introduced or "")
        if introduced is not None and bare(person.shape.office) not in introduced:
            message = (
                f"the office {shown(person.shape.office)} does not stand in the claim that introduces it"
            )
            yield person.finding(message, "office")
    yield from _caveats(briefing)


def _figure(
    claim: Entry[ClaimShape],
    number: int,
    figure: FigureShape,
    vocabulary: VocabularyTables,
    briefing: BriefingTables,
) -> Iterator[Finding]:
    words = f" {bare(figure.words)} "
    known = (*vocabulary.concepts["measure"], *briefing.concepts["measure"])
    broader = {entry.shape.id: tuple(entry.shape.broader) for entry in known}
    measures = {
        entry.shape.id
        for entry in known
        for aliases in entry.shape.aliases.values()
        for alias in aliases
        if f" {bare(alias)} " in words
    }
    own = {figure.measure, *broader.get(figure.measure, ())}
    if measures and not measures & own:
        message = f"the words {shown(figure.words)} count another measure than {shown(figure.measure)}"
        yield claim.finding(message, "figure", number, "measure")
    people = {
        entry.shape.side or entry.shape.id
        for entry in briefing.parties
        for aliases in entry.shape.people.values()
        for alias in aliases
        if f" {bare(alias)} " in f" {bare(figure.group)} "
    }
    if people and figure.side not in people:
        message = f"the group {shown(figure.group)} is not of the side {shown(figure.side or 'none')}"
        yield claim.finding(message, "figure", number, "side")


def _is_open(figure: FigureShape, bounds: Mapping[str, bool], numbers: NumberWords) -> bool:
    """Tell whether the words before the max, or the qualifier, say that there may be more."""
    if figure.max is None or not bounds:
        return False
    # "No more than" says the opposite of the "more than" in it.
    longest = sorted(bounds, key=len, reverse=True)
    words = rf"(?<!\w)({'|'.join(map(re.escape, longest))})(?!\w)"
    # With the word that may multiply the number: "3 million".
    counted = re.findall(rf"{words}\s+(\S+(?:\s+[^\W\d]+)?)", folded(figure.words))
    qualified = re.findall(words, folded(figure.qualifier or ""))
    return any(bounds[one] for one in qualified) or any(
        bounds[one] and gives(number, figure.max, numbers) for one, number in counted
    )


def _caveats(briefing: BriefingTables) -> Iterator[Finding]:
    """Find a caveat that limits what one side that fights says, and not what the other does."""
    fighting = {entry.shape.id for entry in briefing.parties if entry.shape.role == "belligerent"}
    for caveat in briefing.caveats:
        covered = fighting & set(caveat.shape.sides)
        if covered and covered != fighting:
            left = ", ".join(sorted(fighting - covered))
            yield caveat.finding(f"the caveat covers one side’s figures and leaves out {left}", "sides")
