"""Gathers the tables of a vocabulary and of a briefing, and knows which id names what."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from itertools import chain
from typing import get_args

from bot.briefing import shapes
from bot.briefing.draft import Document, Entry, control_characters, entries, head
from bot.briefing.models import ConceptKind
from bot.briefing.problems import Finding, shown

CONCEPT_KINDS: tuple[ConceptKind, ...] = get_args(ConceptKind)
# Kinds within which two things of one name could not be told apart. Words of grammar may be shared.
NAMED_APART: tuple[ConceptKind, ...] = ("measure", "victims", "topic")
# Of the kinds of concepts, those that a briefing may have of its own.
OWN_KINDS: tuple[ConceptKind, ...] = ("measure", "victims", "topic", "aside")
BRIEFING_TABLES = ("source", "party", "person", "place", *OWN_KINDS, "caveat", "dispute")


@dataclass(frozen=True, slots=True)
class Names:
    """Which ids name what; of an unreadable kind nobody can say."""

    ids: Mapping[str, frozenset[str]]
    unreadable: frozenset[str]

    def missing(self, id_: str, *kinds: str) -> str | None:
        """Return a sentence when the id names nothing of these kinds, None when it does."""
        known = any(id_ in self.ids.get(kind, ()) for kind in kinds)
        if known or not self.unreadable.isdisjoint(kinds):
            return None
        wanted = "concept" if kinds == CONCEPT_KINDS else " or ".join(kinds)
        sentence = f"no {wanted} has the id {shown(id_)}"
        others = [kind for kind, ids in self.ids.items() if id_ in ids]
        if others:
            return f"{sentence}, it is that of a {others[0]}"
        named = set(chain.from_iterable(self.ids.get(kind, ()) for kind in kinds))
        near = get_close_matches(id_, sorted(named), n=1)
        return f"{sentence}, did you mean {near[0]}?" if near else sentence


@dataclass(frozen=True, slots=True)
class VocabularyTables:
    """The concepts of vocabulary.toml."""

    document: Document
    concepts: Mapping[ConceptKind, tuple[Entry[shapes.ConceptShape], ...]]


@dataclass(frozen=True, slots=True)
class BriefingTables:
    """The tables of one briefing's two files; `complete` when not one of them was left out."""

    id: str
    document: Document
    claims_document: Document
    head: Entry[shapes.HeadShape] | None
    sources: tuple[Entry[shapes.SourceShape], ...]
    parties: tuple[Entry[shapes.PartyShape], ...]
    people: tuple[Entry[shapes.PersonShape], ...]
    places: tuple[Entry[shapes.PlaceShape], ...]
    concepts: Mapping[ConceptKind, tuple[Entry[shapes.ConceptShape], ...]]
    caveats: tuple[Entry[shapes.CaveatShape], ...]
    disputes: tuple[Entry[shapes.DisputeShape], ...]
    claims: tuple[Entry[shapes.ClaimShape], ...]
    names: Names
    complete: bool

    @property
    def language(self) -> str:
        """Return the language as it is written, even in a head of the wrong shape."""
        language = self.document.data.get("language")
        return language if isinstance(language, str) else "und"  # BCP 47: undetermined

    @property
    def only_source(self) -> str | None:
        """Return the id of the source when the briefing has just one."""
        ids = [id_ for _, id_ in self.document.ids("source")]
        return ids[0] if len(ids) == 1 else None


def vocabulary_tables(document: Document, findings: list[Finding]) -> VocabularyTables:
    """Shape vocabulary.toml; what is wrong adds to the findings."""
    findings.extend(control_characters(document))
    top = head(document, shapes.EmptyShape, CONCEPT_KINDS)
    if isinstance(top, list):
        findings.extend(top)
    concepts = {kind: entries(document, kind, shapes.ConceptShape, findings) for kind in CONCEPT_KINDS}
    findings.extend(_twice(((CONCEPT_KINDS, document),)))
    return VocabularyTables(document, concepts)


def briefing_tables(
    id_: str, document: Document, claims: Document, vocabulary: Document, findings: list[Finding]
) -> BriefingTables:
    """Shape briefing.toml and claims.toml; what is wrong adds to the findings."""
    before = len(findings)
    findings.extend(chain(control_characters(document), control_characters(claims)))
    findings.extend(_twice(((BRIEFING_TABLES, document), (("claim",), claims))))
    top = head(document, shapes.HeadShape, BRIEFING_TABLES)
    if isinstance(top, list) and document.readable:
        findings.extend(top)
    claims_top = head(claims, shapes.EmptyShape, ("claim",))
    if isinstance(claims_top, list):
        findings.extend(claims_top)
    tables = BriefingTables(
        id=id_,
        document=document,
        claims_document=claims,
        head=top if isinstance(top, Entry) else None,
        sources=entries(document, "source", shapes.SourceShape, findings),
        parties=entries(document, "party", shapes.PartyShape, findings),
        people=entries(document, "person", shapes.PersonShape, findings),
        places=entries(document, "place", shapes.PlaceShape, findings),
        concepts={kind: entries(document, kind, shapes.ConceptShape, findings) for kind in OWN_KINDS},
        caveats=entries(document, "caveat", shapes.CaveatShape, findings),
        disputes=entries(document, "dispute", shapes.DisputeShape, findings),
        claims=entries(claims, "claim", shapes.ClaimShape, findings),
        names=names((BRIEFING_TABLES, document), (("claim",), claims), (CONCEPT_KINDS, vocabulary)),
        complete=False,
    )
    return replace(tables, complete=document.readable and claims.readable and len(findings) == before)


def names(*tables: tuple[tuple[str, ...], Document]) -> Names:
    """Gather the ids of these tables of these documents."""
    ids: dict[str, set[str]] = {}
    unreadable: set[str] = set()
    for kinds, document in tables:
        for kind in kinds:
            ids.setdefault(kind, set()).update(id_ for _, id_ in document.ids(kind))
        if not document.readable:
            unreadable.update(kinds)
    return Names({kind: frozenset(some) for kind, some in ids.items()}, frozenset(unreadable))


def _twice(tables: Iterable[tuple[tuple[str, ...], Document]]) -> list[Finding]:
    first: dict[str, str] = {}
    findings = []
    for kinds, document in tables:
        for kind in kinds:
            for path, id_ in document.ids(kind):
                if id_ in first:
                    message = f"the id {shown(id_)} is already that of a {first[id_]}"
                    findings.append(Finding(document.file, path, message))
                first.setdefault(id_, kind)
    return findings
