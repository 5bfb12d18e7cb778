"""Who contests whom: by a curator's word or by two figures on the same victims."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from bot.briefing.disputes import contested_by
from bot.briefing.models import Dispute, Figure

if TYPE_CHECKING:
    from bot.briefing.models import Briefing, Claim
    from tests.briefing.conftest import Folder


def figure(**given: Any) -> Figure:  # noqa: ANN401 - any field of a figure
    values: dict[str, Any] = {
        "measure": "missing",
        "group": "residents",
        "victims": ("residents",),
        "side": "arden",
        "minimum": 12,
        "maximum": 12,
        "qualifier": None,
        "places": (),
        "words": "12",
    }
    return Figure(**(values | given))


def claim(like: Claim, id_: str, claimant: str | None, *figures: Figure) -> Claim:
    return like._replace(id=id_, claimant=claimant, figures=figures, standing="current")


@pytest.fixture
def briefing(flood: Folder) -> Briefing:
    return replace(flood.briefing(), disputes=())


def test_the_folder_of_the_tests(flood: Folder) -> None:
    assert contested_by(flood.briefing()) == {
        "flood-may": (),
        "missing-holt": ("rejects-lund",),
        "rejects-lund": ("missing-holt",),
        "not-warned-lund": (),
        "not-warned-old": (),
    }


@pytest.mark.parametrize(
    ("one", "other", "contest"),
    [
        (figure(), figure(minimum=7, maximum=7), True),
        (figure(maximum=None), figure(maximum=None, qualifier="more than"), True),
        (figure(), figure(maximum=None), True),
        (figure(minimum=None, maximum=None), figure(minimum=None, maximum=None), True),
        (figure(victims=("residents", "guests")), figure(victims=("guests",), minimum=7), True),
        (figure(), figure(), False),
        (figure(), figure(minimum=7, victims=("guests",)), False),
        (figure(victims=()), figure(minimum=7, victims=()), False),
        (figure(), figure(minimum=7, measure="rescued"), False),
        (figure(), figure(minimum=7, side="belmar"), False),
        (figure(side=None), figure(minimum=7, side=None), False),
    ],
)
def test_figures_that_clash(briefing: Briefing, one: Figure, other: Figure, contest: bool) -> None:
    like = briefing.claims[0]
    claims = (claim(like, "a", "ina-holt", one), claim(like, "b", "belmar", figure(measure="x"), other))
    expected = {"a": ("b",), "b": ("a",)} if contest else {"a": (), "b": ()}
    assert contested_by(replace(briefing, claims=claims)) == expected


@pytest.mark.parametrize(
    ("one", "other", "by_figure", "by_dispute"),
    [
        ("arden", "belmar", True, True),
        ("ina-holt", "per-lund", True, True),
        ("ina-holt", "arden", False, False),
        ("ina-holt", "arden-council", False, False),
        ("gazette", "arden", True, True),
        (None, "arden", False, True),
        (None, "gazette", False, True),
        (None, None, False, False),
        ("who", "arden", True, True),
    ],
)
def test_sides(
    briefing: Briefing, one: str | None, other: str | None, by_figure: bool, by_dispute: bool
) -> None:
    like = briefing.claims[0]
    claims = (claim(like, "a", one, figure()), claim(like, "b", other, figure(minimum=7)))
    assert (contested_by(replace(briefing, claims=claims))["a"] == ("b",)) == by_figure
    tied = (Dispute("d", "m", ("b", "a", "gone")),)
    quiet = tuple(one._replace(figures=()) for one in claims)
    assert (contested_by(replace(briefing, claims=quiet, disputes=tied))["a"] == ("b",)) == by_dispute


@pytest.mark.parametrize("standing", ["superseded", "retracted"])
def test_what_no_longer_stands_contests_nothing(briefing: Briefing, standing: Any) -> None:  # noqa: ANN401 - a literal
    like = briefing.claims[0]
    claims = (
        claim(like, "a", "arden", figure()),
        claim(like, "b", "belmar", figure(minimum=7))._replace(standing=standing),
    )
    assert contested_by(replace(briefing, claims=claims)) == {"a": (), "b": ()}


def test_the_order_is_that_of_the_file(briefing: Briefing) -> None:
    like = briefing.claims[0]
    names = ["d", "a", "c"]
    claims = (
        *(claim(like, id_, "arden", figure()) for id_ in names),
        claim(like, "b", "belmar", figure(minimum=7)),
    )
    tied = (Dispute("x", "m", ("b", "c", "a")),)
    contests = contested_by(replace(briefing, claims=claims, disputes=tied))
    assert contests == {"d": ("b",), "a": ("b",), "c": ("b",), "b": ("d", "a", "c")}
