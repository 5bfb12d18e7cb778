"""Checks what the shape of one table cannot say: dates, aliases, phrasings, attribution."""

import re
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from datetime import date
from typing import Any, NamedTuple

from bot.briefing.attribution import attribution_checks
from bot.briefing.disputes import contested_by
from bot.briefing.draft import Entry
from bot.briefing.folding import bare, fold, folded, root
from bot.briefing.labels import label_checks
from bot.briefing.languages import cue_words
from bot.briefing.models import Briefing
from bot.briefing.number_words import NumberWords
from bot.briefing.problems import Finding, TomlPath, shown
from bot.briefing.shapes import ClaimShape
from bot.briefing.tables import NAMED_APART, BriefingTables, VocabularyTables

# Cues of the vocabulary whose aliases are the words that leave the number after them open upwards
# ("at least", "more than"), and those that do not.
_OPENING = ("at-least", "more-than")
_CLOSING = ("less-than", "exactly")
_AHEAD = "and only a day that the source looks ahead to may be later, as the day of a claim"
_POSSESSIVE = re.compile(r"'s\b")


class _Owner(NamedTuple):
    """What has an alias, and where within its table that stands."""

    entry: Entry[Any]
    path: TomlPath


def vocabulary_checks(vocabulary: VocabularyTables) -> Iterator[Finding]:
    """Check that the vocabulary names things, and no two things alike."""
    concepts = [entry for entries in vocabulary.concepts.values() for entry in entries]
    if vocabulary.document.readable and not any(entry.shape.aliases for entry in concepts):
        yield Finding(vocabulary.document.file, 1, "the vocabulary has no alias, so no question can be read")
    for kind, entries in vocabulary.concepts.items():
        if kind in NAMED_APART:
            yield from _alias_clashes(entries, {})


def briefing_checks(
    briefing: BriefingTables, vocabulary: VocabularyTables, numbers: NumberWords
) -> Iterator[Finding]:
    """Check dates, aliases, phrasings and attributions of a briefing."""
    for document, table in ((briefing.document, "source"), (briefing.claims_document, "claim")):
        if document.readable and not document.data.get(table):
            yield Finding(document.file, 1, f"the briefing has no {table}")
    yield from _dates(briefing)
    parties: dict[str, _Owner] = {}
    yield from _alias_clashes(briefing.parties, parties)
    yield from _alias_clashes(briefing.parties, parties, key="people")
    yield from _alias_clashes(briefing.people, {})
    yield from _alias_clashes(briefing.places, {})
    own_words = briefing.head.shape.own_words if briefing.head else []
    own = frozenset(map(root, own_words))
    for kind in NAMED_APART:
        yield from _alias_clashes(briefing.concepts[kind], _alias_owners(vocabulary.concepts[kind], own))
    yield from _phrasings(briefing)
    yield from attribution_checks(briefing, vocabulary, numbers)
    bounds = {
        folded(words): cues is _OPENING
        for cues in (_OPENING, _CLOSING)
        for words in cue_words(vocabulary, briefing.language, *cues)
    }
    yield from label_checks(briefing, vocabulary, bounds, numbers)


def dispute_checks(tables: BriefingTables, briefing: Briefing) -> Iterator[Finding]:
    """Check that contested claims are contested, and that disputes set somebody against somebody."""
    contests = contested_by(briefing)
    for claim in tables.claims:
        one = claim.shape
        if one.contested and one.standing == "current" and not contests[one.id]:
            message = "the claim is contested, but no dispute and no figure of another side stands against it"
            yield claim.finding(message + _without_side(one, tables), "contested")
    for dispute in tables.disputes:
        tied = set(dispute.shape.claims)
        if not any(tied.intersection(contests.get(claim, ())) for claim in tied):
            yield dispute.finding("the dispute ties no two current claims of different sides", "claims")


def _without_side(claim: ClaimShape, tables: BriefingTables) -> str:
    """Say which figure contests none because nobody says whose it is, of the claim or of others like it."""
    measures = {figure.measure for figure in claim.figure}
    others = (entry.shape for entry in tables.claims if entry.shape.claimant != claim.claimant)
    for one in (claim, *others):
        for figure in one.figure:
            if figure.side is None and figure.measure in measures:
                return (
                    f": the figure {shown(figure.words)} of {shown(one.id)} has no side, so give it that of "
                    "the party whose they are, or tie the claims in a [[dispute]]"
                )
    return ""


def _alias_owners(entries: Iterable[Entry[Any]], own: AbstractSet[str]) -> dict[str, _Owner]:
    """Return to what each alias of the vocabulary leads, typed in any way, but a briefing's *own* words."""
    return {
        typed: _Owner(entry, ("aliases", language, index))
        for entry in entries
        for language, aliases in entry.shape.aliases.items()
        for index, alias in enumerate(aliases)
        if not own or root(alias) not in own
        for typed in _typed(language, alias)
    }


def _alias_clashes(
    entries: Iterable[Entry[Any]], taken: dict[str, _Owner], *, key: str = "aliases"
) -> Iterator[Finding]:
    for entry in entries:
        for language, aliases in getattr(entry.shape, key).items():
            for index, alias in enumerate(aliases):
                path = (key, language, index)
                owners = [taken.setdefault(one, _Owner(entry, path)) for one in _typed(language, alias)]
                owner = next((one for one in owners if one.entry.shape.id != entry.shape.id), None)
                if owner:
                    yield _clash(entry, path, alias, owner)


def _clash(entry: Entry[Any], path: TomlPath, alias: str, owner: _Owner) -> Finding:
    """Say whose an alias is already, where that is, and what can be done."""
    kind, whose = owner.entry.path[0], owner.entry.shape.id
    remedy = "leave it to one of the two"
    if owner.entry.file != entry.file:
        remedy = (
            f"put a word beside it, or take it over with own_words = [{shown(alias)}] at the top of"
            f" {entry.file.rpartition('/')[2]}, or leave it out and have broader = [{shown(whose)}]"
        )
    message = f"the alias {shown(alias)} is already that of the {kind} {shown(whose)}, so {remedy}"
    return Finding(
        entry.file, (*entry.path, *path), message, (owner.entry.file, (*owner.entry.path, *owner.path))
    )


def _typed(language: str, alias: str) -> tuple[str, str]:
    """Return by what an alias clashes: as it is with any, and as questions are read with its language's own.

    They are read without accents, on any keyboard and without what makes a word an owner.
    """
    return folded(alias), f"{language}:{bare(_POSSESSIVE.sub('', fold(alias)))}"


def _dates(briefing: BriefingTables) -> Iterator[Finding]:
    covers_until = briefing.head.shape.covers_until if briefing.head else date.max
    if briefing.head and briefing.head.shape.edition_date < covers_until:
        edition = briefing.head.shape.edition_date
        message = f"edition_date {edition} is before covers_until {covers_until}, {_AHEAD}"
        yield briefing.head.finding(message, "edition_date")
    for claim in briefing.claims:
        for key, period in (("happened", claim.shape.happened), ("day", claim.shape.day)):
            if period is None:
                continue
            first, last = period
            if last < first:
                yield claim.finding(f"{key} ends on {last}, before it begins on {first}", key)
            elif key == "happened" and last > covers_until:
                yield claim.finding(f"{key} {last} is after covers_until {covers_until}, {_AHEAD}", key)


def _phrasings(briefing: BriefingTables) -> Iterator[Finding]:
    """Find phrasings that lead nowhere or to two claims; what replaces a claim may inherit its own."""
    first: dict[str, str] = {}
    for claim in briefing.claims:
        for index, phrasing in enumerate(claim.shape.phrasings):
            words = bare(phrasing)
            if not words:
                yield claim.finding(f"the phrasing {shown(phrasing)} has no word", "phrasings", index)
            elif claim.shape.standing == "current":
                owner = first.setdefault(words, claim.shape.id)
                if owner != claim.shape.id:
                    message = f"the phrasing {shown(phrasing)} is already that of {shown(owner)}"
                    yield claim.finding(message, "phrasings", index)
