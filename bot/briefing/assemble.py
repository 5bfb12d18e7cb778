"""Turns the tables of a draft into the frozen models."""

from collections.abc import Iterable, Mapping
from typing import Any

from bot.briefing import models
from bot.briefing.draft import Entry
from bot.briefing.provenance import Divided
from bot.briefing.shapes import CaveatShape, ClaimShape, ConceptShape, FigureShape, HeadShape
from bot.briefing.tables import BriefingTables, VocabularyTables


def vocabulary(tables: VocabularyTables) -> tuple[models.Concept, ...]:
    """Make the concepts of the vocabulary, kind by kind in the order of the file."""
    return tuple(
        _concept(kind, entry.shape) for kind, entries in tables.concepts.items() for entry in entries
    )


def briefing(
    tables: BriefingTables,
    head: HeadShape,
    sources: Mapping[str, Divided],
    passages: Mapping[str, models.Passage],
    examples: tuple[models.Example, ...],
) -> models.Briefing:
    """Make a briefing; whoever calls must not hand it out unless every statement is proved."""
    people = {one.shape.id for one in tables.people}
    return models.Briefing(
        id=tables.id,
        title=head.title,
        language=head.language,
        edition_date=head.edition_date,
        covers_until=head.covers_until,
        sources=tuple(one.source for one in sources.values()),
        parties=tuple(
            models.Party(
                one.id, one.name, one.role, one.side or one.id, _aliases(one.aliases), _aliases(one.people)
            )
            for one in _shapes(tables.parties)
        ),
        people=tuple(
            models.Person(one.id, one.name, one.office, one.party, _aliases(one.aliases), one.introduced)
            for one in _shapes(tables.people)
        ),
        places=tuple(
            models.Place(one.id, one.name, one.side, _aliases(one.aliases)) for one in _shapes(tables.places)
        ),
        concepts=tuple(
            _concept(kind, one) for kind, entries in tables.concepts.items() for one in _shapes(entries)
        ),
        caveats=tuple(
            models.Caveat(one.id, _passage(one, passages), one.author, tuple(one.measures), tuple(one.sides))
            for one in _shapes(tables.caveats)
        ),
        disputes=tuple(
            models.Dispute(one.id, one.matter, tuple(one.claims)) for one in _shapes(tables.disputes)
        ),
        claims=tuple(_claim(one.shape, tables.id, people, passages) for one in tables.claims),
        examples=examples,
        own_words=tuple(head.own_words),
    )


def _shapes(entries: Iterable[Entry[Any]]) -> list[Any]:
    return [entry.shape for entry in entries]


def _aliases(by_language: Mapping[str, list[str]]) -> tuple[models.Alias, ...]:
    return tuple(models.Alias(one, language) for language, words in by_language.items() for one in words)


def _concept(kind: models.ConceptKind, one: ConceptShape) -> models.Concept:
    return models.Concept(
        one.id,
        kind,
        one.name or one.id,
        _aliases(one.aliases),
        tuple(one.broader),
        one.opposite,
        one.act,
        one.gloss,
    )


def _passage(one: ClaimShape | CaveatShape, passages: Mapping[str, models.Passage]) -> models.Passage:
    # A draft is made whole even without proof, so that its disputes can be examined too.
    return passages.get(one.id) or models.Passage("", one.statement, 0, 0, "", "")


def _claim(
    one: ClaimShape, briefing_id: str, people: set[str], passages: Mapping[str, models.Passage]
) -> models.Claim:
    return models.Claim(
        id=one.id,
        briefing=briefing_id,
        passage=_passage(one, passages),
        claimant=one.claimant,
        speaker=one.speaker or (one.claimant if one.claimant in people else None),
        speech_act=one.speech_act,
        attributed=one.attributed,
        said=one.said,
        happened=one.happened,
        day=one.day,
        when=tuple(one.when),
        actor=one.actor,
        target=one.target,
        places=tuple(one.places),
        people=tuple(one.people),
        topics=tuple(one.topics),
        figures=tuple(_figure(figure) for figure in one.figure),
        phrasings=tuple(one.phrasings),
        wanted=tuple(one.wanted),
        contested=one.contested,
        note=one.note,
        standing=one.standing,
    )


def _figure(one: FigureShape) -> models.Figure:
    return models.Figure(
        measure=one.measure,
        group=one.group,
        victims=tuple(one.victims),
        side=one.side,
        minimum=one.min,
        maximum=one.max,
        qualifier=one.qualifier,
        places=tuple(one.places),
        words=one.words,
    )
