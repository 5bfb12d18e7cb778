"""Checks that the words of a statement attribute it to its claimant, and to nobody else."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from bot.briefing.draft import Entry
from bot.briefing.folding import bare
from bot.briefing.languages import cue_words
from bot.briefing.number_words import EXACTNESS, NumberWords
from bot.briefing.problems import Finding, shown
from bot.briefing.shapes import ClaimShape
from bot.briefing.tables import BriefingTables, VocabularyTables

# Cues of the vocabulary whose words attribute ("said", "according to").
_ATTRIBUTING = ("says", "according-to")
_PARTS = re.compile(r"[,;:.!?“”\"]")
_BETWEEN = 6  # words of what somebody puts at a number: "the size of the crowd outside"


class _Words(NamedTuple):
    """The bare words of a language that attribute.

    `around` are those that stand around what is put at a number ("put", "at").
    """

    verbs: tuple[str, ...]
    before: tuple[str, ...]
    around: tuple[tuple[str, str], ...]
    by: tuple[str, ...]
    number: str


def attribution_checks(
    briefing: BriefingTables, vocabulary: VocabularyTables, numbers: NumberWords
) -> Iterator[Finding]:
    """Check the claimants against the words that attribute; *numbers* are the words for numbers."""
    words = _words(briefing, vocabulary, numbers)
    names = _names(briefing)
    sides = {entry.shape.id: entry.shape.side or entry.shape.id for entry in briefing.parties}
    sides |= {entry.shape.id: sides.get(entry.shape.party, "") for entry in briefing.people}
    for claim in briefing.claims:
        yield from _without_claimant(claim, words.verbs)
        yield from _of_another(claim, names, sides, words)


def _words(briefing: BriefingTables, vocabulary: VocabularyTables, numbers: NumberWords) -> _Words:
    def of(*cues: str) -> tuple[str, ...]:
        return tuple(map(bare, cue_words(vocabulary, briefing.language, *cues)))

    verbs = of(*_ATTRIBUTING)
    things = "|".join(map(re.escape, of("it")))
    parted = [re.split(rf" (?:{things}) ", verb) for verb in verbs] if things else []
    exactness = "|".join(map(re.escape, sorted(of(*EXACTNESS), key=len, reverse=True)))
    digits = "|".join((r"\d\S*", *map(re.escape, sorted(numbers, key=len, reverse=True))))
    return _Words(
        verbs,
        # A single word ("from", "per") stands before much that nobody says.
        tuple(words for words in of("according-to") if " " in words),
        tuple((parts[0], parts[1]) for parts in parted if len(parts) == 2),  # noqa: PLR2004 - on both sides
        of("by"),
        rf"(?:(?:{exactness}) )?(?:(?:{digits}) )+",
    )


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


def _without_claimant(claim: Entry[ClaimShape], verbs: Iterable[str]) -> Iterator[Finding]:
    one = claim.shape
    if one.claimant and one.voice:
        message = f"claimant {shown(one.claimant)} and voice {shown(one.voice)} exclude each other"
        yield claim.finding(message, "voice")
    if not one.claimant and not one.voice:
        words = f" {bare(one.statement)} "
        found = next((verb for verb in verbs if f" {verb} " in words), None)
        if found:
            message = (
                f"claimant is missing where {shown(found)} attributes, name one or the publisher's voice"
            )
            yield claim.finding(message, "statement")


def _of_another(
    claim: Entry[ClaimShape], names: list[tuple[str, str]], sides: dict[str, str], words: _Words
) -> Iterator[Finding]:
    """Find a claimant where the words attribute to somebody of another side, and to nobody of theirs."""
    one = claim.shape
    if not one.claimant or one.claimant not in sides:
        return
    text = f" {bare(one.statement)} "
    verbs = [match.start() for verb in words.verbs for match in re.finditer(f" {re.escape(verb)} ", text)]
    speakers = {speaker for at in verbs if (speaker := _owner_before(text[: at + 1], names))}
    side = sides[one.claimant]
    if not speakers or side in {sides.get(speaker) for speaker in speakers}:
        return
    if side not in {sides.get(speaker) for speaker in _other_speakers(one.statement, text, names, words)}:
        message = (
            f"the words attribute to {', '.join(sorted(speakers))}, the claimant is {shown(one.claimant)}: "
            "name who asserts it, or, where the statement has both assert something, add the claimant’s "
            'verb to the cue "says" in vocabulary.toml, as "put it at" where a word stands between'
        )
        yield claim.finding(message, "claimant")


def _other_speakers(statement: str, text: str, names: list[tuple[str, str]], words: _Words) -> set[str]:
    """Return those who assert something, though no verb alone says so right after their name.

    They can only clear a claimant: “police put officers at 12 gates” would accuse a false one.
    """
    found: list[str | None] = []
    after = [rf" (?:{'|'.join(map(re.escape, words.before))}) "] if words.before else []
    for first, last in words.around:
        put = rf" {re.escape(first)} (?:[^\W\d]\S* ){{1,{_BETWEEN}}}?{re.escape(last)} {words.number}"
        found += (_owner_before(text[: match.start() + 1], names) for match in re.finditer(put, text))
        after += [rf" {re.escape(first)} {re.escape(last)} {words.number}{re.escape(by)} " for by in words.by]
    ends = (match.end() for pattern in after for match in re.finditer(pattern, text))
    found += (_owner_after(text[end - 1 :], names) for end in ends)
    # “…,” said Okafor: nothing but the name follows, or what police are said to do would be said by them.
    for part in _PARTS.split(statement):
        verb, _, rest = bare(part).partition(" ")
        if verb in words.verbs and not _without(rest, names):
            found.append(_owner_after(f" {rest} ", names))
    return {speaker for speaker in found if speaker}


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


def _owner_after(words: str, names: Iterable[tuple[str, str]]) -> str | None:
    """Return whose name begins there, or after one word; of two that begin together the longer."""
    starts = [(words.find(f" {name} "), -len(name), owner) for name, owner in names if f" {name} " in words]
    if not starts:
        return None
    start, _, owner = min(starts)
    return owner if len(words[:start].split()) <= 1 else None


def _without(words: str, names: Iterable[tuple[str, str]]) -> str:
    """Return what is left of some words without names and the word before each."""
    text = f" {words} "
    for name, _ in names:
        text = text.replace(f" {name} ", " | ")
    return re.sub(r" (?:\S+ )?\| ", " ", text).strip()
