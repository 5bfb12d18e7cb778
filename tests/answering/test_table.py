"""The figures side by side: as claimed, by whom, and where nobody claims one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from bot.answering.showing.figure_table import blocks, figure_table
from bot.errors import UnknownNameError

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.answering.claims.index import Index

CHOSEN: dict[str, tuple[dict[str, str], list[str]]] = {
    "a side": ({"side": "Belmar"}, ["6 Belmar soldiers were injured", "between 20 and 25 cattle were lost"]),
    "a side by a party of it": ({"side": "council of arden", "measure": "injured"}, ["injured at least 40"]),
    "a side by its people": ({"side": "ARDENERS", "measure": "rescued"}, ["many residents had been rescued"]),
    "a measure": ({"measure": "killed"}, ["killed 14 residents", "nine residents were killed"]),
    "a measure by an alias": ({"measure": "deaths"}, ["killed 14 residents", "nine residents were killed"]),
    "a measure misspelt": ({"measure": "kiled"}, ["killed 14 residents", "nine residents were killed"]),
    "a broader measure": (
        {"measure": "wounded or injured"},
        ["injured at least 40", "6 Belmar soldiers were injured", "Two volunteers were injured"],
    ),
    "a person": ({"claimant": "ina holt"}, ["killed 14 residents", "injured at least 40"]),
    "a person by office": ({"claimant": "mayor"}, ["killed 14 residents", "injured at least 40"]),
    "a party": ({"claimant": "belmar", "measure": "killed"}, ["nine residents were killed"]),
    "the publisher": ({"claimant": "publisher"}, ["heavy losses"]),
    "accents and case": ({"claimant": "ÍNA  HOLT"}, ["killed 14 residents", "injured at least 40"]),
    "nothing": ({"side": "belmar", "claimant": "publisher"}, []),
}


@pytest.mark.parametrize(("wanted", "words"), CHOSEN.values(), ids=CHOSEN)
def test_choosing_figures(orla: Index, wanted: dict[str, Any], words: list[str]) -> None:
    table = figure_table(orla, **wanted)
    assert [row.figure.words for row in table.rows if not row.counters] == words
    assert {row.claim.id for row in table.rows} <= {claim.claim.id for claim in table.claims}


def test_every_figure(orla: Index) -> None:
    table = figure_table(orla)
    assert len(table.rows) == 8
    assert [one and one.name for one in table.claimants] == [
        None,
        "Ina Holt",
        "Dr Per Lund",
        "The guild of ferrymen",
    ]
    assert [caveat.author for caveat in table.caveats] == ["The Orla Gazette"]
    assert (table.imprint.title, table.imprint.edition_date) == ("The Orla flood", "2031-06-01")


UNKNOWN = {
    "side": ("Pakistan", "there is no side “Pakistan” here; there are: Arden, Belmar"),
    "measure": ("votes", "there is no measure “votes” here; there are: casualties, killed, injured, rescued"),
    "claimant": (
        "Mujahid",
        "there is no claimant “Mujahid” here; there are: publisher, Ina Holt, Dr Per Lund",
    ),
}


@pytest.mark.parametrize(("option", "wanted", "message"), [(k, *v) for k, v in UNKNOWN.items()], ids=UNKNOWN)
def test_a_name_that_there_is_none_of(orla: Index, option: str, wanted: str, message: str) -> None:
    with pytest.raises(UnknownNameError) as raised:
        figure_table(orla, **{option: wanted})
    assert str(raised.value).startswith(message)


def test_a_row_names_what_it_counts(orla: Index) -> None:
    row = figure_table(orla, measure="killed").rows[0]
    assert (row.side, row.measure, row.places) == ("Arden", "killed", ("Millbank",))
    assert row.claimant is not None
    assert row.claimant.office == "Arden’s mayor"


def test_a_figure_is_disputed_by_those_at_odds_with_it(orla: Index) -> None:
    disputed = {row.figure.words: row.disputed_by for row in figure_table(orla).rows}
    # A curator ties the mayor's whole claim to the rejection; the two counts of the dead clash by themselves.
    assert disputed["killed 14 residents"] == ("rejects-lund", "arden-losses-lund")
    assert disputed["injured at least 40"] == ("rejects-lund",)
    assert disputed["nine residents were killed"] == ("arden-losses-holt",)
    assert disputed["many residents had been rescued"] == ()
    assert disputed["heavy losses"] == ()


def test_the_matrix_has_a_cell_for_each_claimant(orla: Index) -> None:
    table = figure_table(orla)
    matrix = {
        (block.side, block.measure): {
            one.name if one else "publisher": [row.figure.words for row in found]
            for one, found in block.cells
        }
        for block in blocks(table)
    }
    assert list(matrix) == [
        ("Arden", "killed"),
        ("Arden", "injured"),
        ("Arden", "rescued"),
        ("Belmar", "injured"),
        ("Belmar", "casualties"),
        (None, "casualties"),
        (None, "injured"),
    ]
    assert matrix["Arden", "injured"] == {
        "Ina Holt": ["injured at least 40"],
        "Dr Per Lund": [],
        "The guild of ferrymen": [],
    }
    assert matrix[None, "casualties"]["publisher"] == ["heavy losses"]


def test_the_matrix_shows_who_was_asked_about_and_who_contests_that(orla: Index) -> None:
    (block,) = blocks(figure_table(orla, claimant="lund", measure="killed"))
    shown = [(one and one.name, [row.counters for row in found]) for one, found in block.cells]
    assert shown == [("Ina Holt", [True]), ("Dr Per Lund", [False])]


@pytest.mark.parametrize(
    ("wanted", "cells"),
    [
        (
            {"side": "Pakistan", "measure": "wounded"},
            {"Lt Gen Ahmed Sharif Chaudhary": 1, "Zabihullah Mujahid": 0, "Afghanistan’s government": 0},
        ),
        (
            {"measure": "injured", "side": "Afghanistan"},
            {"Lt Gen Ahmed Sharif Chaudhary": 0, "Zabihullah Mujahid": 1, "Afghanistan’s government": 0},
        ),
        (
            {"claimant": "Chaudhary", "measure": "missing"},
            {"Lt Gen Ahmed Sharif Chaudhary": 1, "Zabihullah Mujahid": 0, "Afghanistan’s government": 0},
        ),
        (
            {"claimant": "Mujahid", "measure": "captured"},
            {"Lt Gen Ahmed Sharif Chaudhary": 0, "Zabihullah Mujahid": 1},
        ),
        ({"claimant": "publisher"}, {"publisher": 1}),
    ],
)
def test_narrowed_figures_show_who_gives_none(
    war: Index, wanted: dict[str, str], cells: dict[str, int]
) -> None:
    (block,) = blocks(figure_table(war, **wanted))
    assert {one.name if one else "publisher": len(found) for one, found in block.cells} == cells


def test_a_briefing_without_figures(changed_orla: Callable[..., Index]) -> None:
    assert blocks(figure_table(changed_orla(("claims.toml", "", "")), side="gazette")) == ()


def test_nobody_is_named_against_a_figure_of_what_they_never_counted(war: Index) -> None:
    named = {row.figure.words: row.named for row in figure_table(war).rows}
    assert named["many Pakistani soldiers had been captured"] == ()
    assert named["23 bodies held by Afghan forces"] == ()
    assert named["one was missing"] == ("rejects-mujahid",)  # which of the claims he rejects is not said
    assert named["55 Pakistani soldiers were killed"] == ("pakistani-losses-chaudhary",)
    assert named["13 Afghan soldiers were killed"] == ("afghan-losses-chaudhary",)


def test_the_shipped_figures(war: Index) -> None:
    table = figure_table(war, side="Pakistan", measure="killed")
    assert [(row.figure.minimum, row.disputed_by != ()) for row in table.rows] == [(12, True), (55, True)]
