"""Lays out the figures of a briefing: who claims what number of whom, and where nobody claims one.

Numbers are shown as claimed, one row a figure; nothing is ever added up.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from bot.answering.claims.figure_query import claims_by
from bot.answering.claims.index import Entry, Index
from bot.answering.claims.naming import Names, matching, named, parties, people
from bot.answering.deciding.outcome import ShownRole
from bot.answering.showing import sentences
from bot.answering.showing.imprint import Imprint
from bot.answering.showing.reply import (
    Claimant,
    ShownCaveat,
    ShownClaim,
    caveats_of,
    claimant_of,
    with_counter_claims,
)
from bot.briefing.disputes import clash, figure_contested, own_measures, speaks_to_figure
from bot.briefing.models import Claim, Figure
from bot.errors import UnknownNameError

PUBLISHER = "publisher"  # asks for the figures that no claimant but the publisher gives
Filter = Literal["side", "measure", "claimant"]
_ASKED: ShownRole = "answer"
_CONTESTING: ShownRole = "counter_claim"


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One figure and whose claim it is; `side`, `measure` and `places` are names.

    `harm` tells whether it counts what was done to the side, and not what is its own.
    `disputed_by` are the claims at odds with this figure or with the whole claim it stands in, `named` those
    of them that count the same or reject it: nobody is said to dispute what they never spoke of. `counters`
    tells that nobody asked for the figure: it stands here because it contests one that was asked for.
    """

    claim: Claim
    claimant: Claimant | None
    figure: Figure
    side: str | None
    measure: str
    harm: bool
    places: tuple[str, ...]
    disputed_by: tuple[str, ...]
    counters: bool
    named: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FigureTable:
    """Figures with every claim they stand in, the claims that contest these, and their caveats.

    `claimants` are those who have a cell in each block: of all who give figures anywhere in the briefing,
    None for the publisher, those asked for, the other side and who contests a figure.
    """

    rows: tuple[FigureRow, ...]
    claimants: tuple[Claimant | None, ...]
    claims: tuple[ShownClaim, ...]
    caveats: tuple[ShownCaveat, ...]
    imprint: Imprint

    @property
    def harm(self) -> bool:
        """Tell whether every figure counts what was done to a side."""
        return all(row.harm for row in self.rows)


@dataclass(frozen=True, slots=True)
class Block:
    """The figures on one measure of one side, by claimant; no figure of a claimant is a blank."""

    side: str | None
    measure: str
    harm: bool
    cells: tuple[tuple[Claimant | None, tuple[FigureRow, ...]], ...]


def figure_table(
    index: Index, *, side: str | None = None, measure: str | None = None, claimant: str | None = None
) -> FigureTable:
    """Return the figures of victims of a side, of a measure, by a claimant; each an id, a name or an alias.

    Raises UnknownNameError for a name that the briefing does not have.
    """
    sides = sides_named(index, side) if side else None
    measures = set(measures_named(index, measure)) if measure else None
    claimants = claimants_named(index, claimant) if claimant else None
    figures = [
        (entry, figure, (entry.order, number))
        for entry in index.entries
        for number, figure in enumerate(entry.claim.figures)
    ]
    asked = {
        place: (entry, figure)
        for entry, figure, place in figures
        if (sides is None or figure.side in sides)
        and (measures is None or not measures.isdisjoint(index.measures_of(figure)))
        and _is_asked(index, entry, claimants)
    }
    found = tuple(asked.values())
    contesting = _contesting(
        index, [(entry, figure) for entry, figure, at in figures if at not in asked], found
    )
    roles = dict.fromkeys((entry.claim.id for entry, _ in found), _ASKED)
    # What contests is shown with what contests it, for its row names that too.
    for entry, _ in contesting:
        roles.setdefault(entry.claim.id, _CONTESTING)
    claims = with_counter_claims(index, roles.items())
    return FigureTable(
        rows=(
            *(_row(index, entry.claim, figure, counters=False) for entry, figure in found),
            *(_row(index, entry.claim, figure, counters=True) for entry, figure in contesting),
        ),
        claimants=_claimants_with_cells(index, roles, claimants),
        claims=claims,
        caveats=caveats_of(index, claims),
        imprint=Imprint.of(index),
    )


def _contesting(
    index: Index, others: Sequence[tuple[Entry, Figure]], found: Sequence[tuple[Entry, Figure]]
) -> list[tuple[Entry, Figure]]:
    """Return which *others* contest a figure that is *found*."""
    own = own_measures(index.briefing)
    contested: dict[str, list[Figure]] = {}  # by who contests
    for entry, figure in found:
        for other in index.contested_by[entry.claim.id]:
            contested.setdefault(other, []).append(figure)
    return [
        (entry, figure)
        for entry, figure in others
        if any(clash(figure, theirs, own) for theirs in contested.get(entry.claim.id, ()))
    ]


def blocks(table: FigureTable) -> tuple[Block, ...]:
    """Return the matrix: a block for each side and measure that has a figure, a cell for each claimant."""
    keys = dict.fromkeys((row.side, row.measure, row.harm) for row in table.rows)
    order = [side for side in dict.fromkeys(row.side for row in table.rows) if side] + [None]
    return tuple(
        Block(side, measure, harm, _cells(table, side, measure))
        for side, measure, harm in sorted(keys, key=lambda key: order.index(key[0]))
    )


def _cells(
    table: FigureTable, side: str | None, measure: str
) -> tuple[tuple[Claimant | None, tuple[FigureRow, ...]], ...]:
    rows = [row for row in table.rows if (row.side, row.measure) == (side, measure)]
    cells = [(one, tuple(row for row in rows if row.claimant == one)) for one in table.claimants]
    # The publisher is no side, so that it counts nothing is no gap.
    return tuple((one, found) for one, found in cells if one or found)


def _claimants_with_cells(
    index: Index, shown: Mapping[str, ShownRole], wanted: Sequence[str] | None
) -> tuple[Claimant | None, ...]:
    """Return who has a cell: what one side does not say is shown however the figures are narrowed."""
    speaking = index.belligerents.intersection(index.sides.get(one) for one in wanted or ())
    against = index.belligerents - speaking if speaking else frozenset[str]()
    placed = (
        claimant_of(index, entry.claim)
        for entry in index.entries
        if entry.claim.figures
        and (_is_asked(index, entry, wanted) or entry.claim.id in shown or entry.side in against)
    )
    return tuple(dict.fromkeys(placed))


def _row(index: Index, claim: Claim, figure: Figure, *, counters: bool) -> FigureRow:
    disputed = tuple(
        other
        for other in index.contested_by.get(claim.id, ())
        if figure_contested(index.briefing, claim, figure, index.by_id[other].claim)
    )
    return FigureRow(
        claim=claim,
        claimant=claimant_of(index, claim),
        figure=figure,
        side=index.names[figure.side] if figure.side else None,
        measure=index.names[figure.measure],
        harm=index.harms(figure.measure),
        places=tuple(index.names[place] for place in figure.places),
        disputed_by=disputed,
        counters=counters,
        named=tuple(
            one for one in disputed if speaks_to_figure(index.briefing, figure, index.by_id[one].claim)
        ),
    )


def _is_asked(index: Index, entry: Entry, claimants: Sequence[str] | None) -> bool:
    return claimants is None or any(_is_by(index, entry, one) for one in claimants)


def _is_by(index: Index, entry: Entry, claimant: str) -> bool:
    return entry.claim.claimant is None if claimant == PUBLISHER else claims_by(index, entry, claimant)


def choices(index: Index, by: Filter) -> Names:
    """Return the ids that figures can be narrowed to, each with every way to write it."""
    match by:
        case "side":
            return parties(index.briefing)
        case "measure":
            figures = [figure for entry in index.entries for figure in entry.claim.figures]
            return {one: (index.names[one],) for figure in figures for one in index.measures_of(figure)}
        case "claimant":
            publisher = (PUBLISHER, sentences.PUBLISHER)
            return {**people(index.briefing), **parties(index.briefing), PUBLISHER: publisher}


def sides_named(index: Index, wanted: str) -> set[str]:
    """Return the sides that a name means, whose victims figures count; UnknownNameError for none."""
    harmed = dict.fromkeys(figure.side for entry in index.entries for figure in entry.claim.figures)
    shown = [index.names[side] for side in harmed if side]
    return {index.sides[party] for party in named("side", wanted, choices(index, "side"), shown)}


def measures_named(index: Index, wanted: str) -> tuple[str, ...]:
    """Return the measures that a name means; UnknownNameError for none."""
    known = choices(index, "measure")
    # The reader knows the aliases of measures, and what is misspelt.
    read = index.reader.read(wanted).values("measure")
    found = matching(wanted, known) or tuple(measure for measure in known if measure in read)
    if not found:
        figures = [figure for entry in index.entries for figure in entry.claim.figures]
        counted = dict.fromkeys(index.names[figure.measure] for figure in figures)
        raise UnknownNameError("measure", wanted, counted)
    return found


def claimants_named(index: Index, wanted: str) -> tuple[str, ...]:
    """Return the people or parties that a name means, or the publisher; UnknownNameError for none."""
    who = dict.fromkeys(entry.claim.claimant for entry in index.entries if entry.claim.figures)
    shown = [index.names[one] if one else PUBLISHER for one in who]
    return named("claimant", wanted, choices(index, "claimant"), shown)
