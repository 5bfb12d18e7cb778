"""Checks that every id that a table mentions names what it should."""

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any

from bot.briefing.draft import Entry
from bot.briefing.known_ids import KNOWN_IDS
from bot.briefing.problems import Finding, TomlPath, shown
from bot.briefing.shapes import ClaimShape, ConceptShape, FigureShape
from bot.briefing.tables import CONCEPT_KINDS, BriefingTables, VocabularyTables, names

# An id that is mentioned (if any), where in the table, and the kinds it may name.
_Mention = tuple[str | None, TomlPath, tuple[str, ...]]

_PARTY = ("party",)
_PLACE = ("place",)
_MEASURE = ("measure",)
_CLAIMANT = ("party", "person")


def vocabulary_references(vocabulary: VocabularyTables) -> Iterator[Finding]:
    """Find ids that name nothing, be they asked for by the code, and concepts broader than themselves."""
    known = names((CONCEPT_KINDS, vocabulary.document))
    concepts = [entry for entries in vocabulary.concepts.values() for entry in entries]
    missing = cache(known.missing)
    for entry in concepts:
        yield from _missing(entry, _concept(entry.shape), missing)
    for kind, ids in KNOWN_IDS.items() if concepts else ():
        for id_ in ids:
            if sentence := missing(id_, kind):
                message = f"an id that questions are read by is missing: {sentence}"
                yield Finding(vocabulary.document.file, 1, message)
    yield from _circles(concepts)


def briefing_references(briefing: BriefingTables, vocabulary: VocabularyTables) -> Iterator[Finding]:
    """Find every mention in a briefing of an id that names nothing, or not the right thing."""
    missing = cache(briefing.names.missing)  # an id that was renamed may be mentioned in many places
    for entry, mentions in _mentions(briefing):
        yield from _missing(entry, mentions, missing)
    general = [entry for entries in vocabulary.concepts.values() for entry in entries]
    taken = {entry.shape.id for entry in general}
    own = [entry for entries in briefing.concepts.values() for entry in entries]
    named: list[Entry[Any]] = [*briefing.parties, *briefing.people, *briefing.places, *own]
    for entry in named:  # which are all found by their id when a name is shown
        if entry.shape.id in taken:
            yield entry.finding(f"the id {shown(entry.shape.id)} is already in the vocabulary", "id")
    yield from _circles([*own, *general])
    yield from _belonging_sides(briefing)


def _missing(
    entry: Entry[Any], mentions: Iterable[_Mention], missing: Callable[..., str | None]
) -> Iterator[Finding]:
    for id_, path, kinds in mentions:
        if id_ is not None and (sentence := missing(id_, *kinds)):
            yield entry.finding(sentence, *path)


def _mentions(briefing: BriefingTables) -> Iterator[tuple[Entry[Any], list[_Mention]]]:
    for party in briefing.parties:
        yield party, [(party.shape.side, ("side",), _PARTY)]
    for person in briefing.people:
        introduced: _Mention = (person.shape.introduced, ("introduced",), ("claim",))
        yield person, [(person.shape.party, ("party",), _PARTY), introduced]
    for place in briefing.places:
        yield place, [(place.shape.side, ("side",), _PARTY)]
    for concepts in briefing.concepts.values():
        for concept in concepts:
            yield concept, _concept(concept.shape)
    for caveat in briefing.caveats:
        one = caveat.shape
        lists = [*_each(one.measures, "measures", _MEASURE), *_each(one.sides, "sides", _PARTY)]
        yield caveat, [(one.source, ("source",), ("source",)), (one.author, ("author",), _PARTY), *lists]
    for dispute in briefing.disputes:
        yield dispute, _each(dispute.shape.claims, "claims", ("claim",))
    for claim in briefing.claims:
        yield claim, _claim(claim.shape)


def _concept(concept: ConceptShape) -> list[_Mention]:
    opposite: _Mention = (concept.opposite, ("opposite",), CONCEPT_KINDS)
    return [opposite, *_each(concept.broader, "broader", CONCEPT_KINDS)]


def _claim(claim: ClaimShape) -> list[_Mention]:
    return [
        (claim.source, ("source",), ("source",)),
        (claim.claimant, ("claimant",), _CLAIMANT),
        (claim.speaker, ("speaker",), ("person",)),
        (claim.actor, ("actor",), _PARTY),
        (claim.target, ("target",), _PARTY),
        *_each(claim.places, "places", _PLACE),
        *_each(claim.people, "people", ("person",)),
        *_each(claim.topics, "topics", ("topic",)),
        *(
            (id_, ("figure", index, *path), kinds)
            for index, figure in enumerate(claim.figure)
            for id_, path, kinds in _figure(figure)
        ),
    ]


def _figure(figure: FigureShape) -> list[_Mention]:
    return [
        (figure.measure, ("measure",), _MEASURE),
        (figure.side, ("side",), _PARTY),
        *_each(figure.victims, "victims", ("victims",)),
        *_each(figure.places, "places", _PLACE),
    ]


def _each(ids: list[str], key: str, kinds: tuple[str, ...]) -> list[_Mention]:
    return [(id_, (key, index), kinds) for index, id_ in enumerate(ids)]


def _circles(concepts: list[Entry[Any]]) -> Iterator[Finding]:
    """Find concepts that are a kind of themselves, which a walk upwards would never leave."""
    broader = {entry.shape.id: entry.shape.broader for entry in concepts}
    for entry in concepts:
        above: set[str] = set()
        ahead = list(entry.shape.broader)
        while ahead:
            id_ = ahead.pop()
            if id_ not in above:
                above.add(id_)
                ahead.extend(broader.get(id_, ()))
        if entry.shape.id in above:
            yield entry.finding(f"{shown(entry.shape.id)} is a kind of itself", "broader")


def _belonging_sides(briefing: BriefingTables) -> Iterator[Finding]:
    """Find sides that belong to another side: claims are set against each other by equal ids."""
    belongs = {one.shape.id: one.shape.side or one.shape.id for one in briefing.parties}
    mentions: list[tuple[Entry[Any], str | None, TomlPath]] = [
        *((one, one.shape.side, ("side",)) for one in briefing.parties),
        *((one, one.shape.side, ("side",)) for one in briefing.places),
        *((one, id_, ("sides", i)) for one in briefing.caveats for i, id_ in enumerate(one.shape.sides)),
        *(
            (one, figure.side, ("figure", index, "side"))
            for one in briefing.claims
            for index, figure in enumerate(one.shape.figure)
        ),
    ]
    for entry, side, path in mentions:
        if side is not None and belongs.get(side, side) != side:
            message = f"{shown(side)} belongs to another side, so name that: {shown(belongs[side])}"
            yield entry.finding(message, *path)
