"""Checks that the labels which replies print agree with the words: claimants, offices, figures."""

import re
from collections.abc import Iterable, Iterator, Mapping

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
    attributing: tuple[str, ...],
    bounds: Mapping[str, bool],
    numbers: NumberWords,
) -> Iterator[Finding]:
    """Check claimants, offices, figures and the reach of caveats against the words of the source.

    *attributing* are the words that attribute, *bounds* those that bound the number after them, each with
    whether it leaves that open upwards, and *numbers* those for numbers.
    """
    names = _names(briefing)
    sides = {entry.shape.id: entry.shape.side or entry.shape.id for entry in briefing.parties}
    sides |= {entry.shape.id: sides.get(entry.shape.party, "") for entry in briefing.people}
    for claim in briefing.claims:
        yield from _claimant(claim, names, sides, attributing)
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


def _names(briefing: BriefingTables) -> list[tuple[str, str]]:
    """Return every name of a party or person with its id, the longest first."""
    named = [(entry.shape.id, entry.shape.name, entry.shape.aliases) for entry in briefing.parties]
    named += [(entry.shape.id, entry.shape.name, entry.shape.aliases) for entry in briefing.people]
    found = [
        (bare(words), identity)
        for identity, name, aliases in named
        for words in (name, *(alias for listed in aliases.values() for alias in listed))
    ]
    return sorted({pair for pair in found if pair[0]}, key=lambda pair: -len(pair[0]))


def _claimant(
    claim: Entry[ClaimShape], names: list[tuple[str, str]], sides: dict[str, str], attributing: Iterable[str]
) -> Iterator[Finding]:
    """Find a claimant where the words attribute to somebody of another side, and to nobody of theirs."""
    one = claim.shape
    if not one.claimant or one.claimant not in sides:
        return
    words = f" {bare(one.statement)} "
    verbs = [match.start() for verb in attributing for match in re.finditer(f" {re.escape(verb)} ", words)]
    speakers = {speaker for at in verbs if (speaker := _owner_before(words[: at + 1], names))}
    if speakers and sides[one.claimant] not in {sides.get(speaker) for speaker in speakers}:
        message = (
            f"the words attribute to {', '.join(sorted(speakers))}, the claimant is {shown(one.claimant)}"
        )
        yield claim.finding(message, "claimant")


def _owner_before(words: str, names: Iterable[tuple[str, str]]) -> str | None:
    """Return whose name ends last before a verb, if not more than a few words part the two."""
    ends = [
        (words.rfind(f" {name} ") + len(name) + 2, len(name), owner)
        for name, owner in names
        if f" {name} " in words
    ]
    if not ends:
        return None
    end, _, owner = max(ends)
    return owner if len(words[end:].split()) <= 1 else None


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
