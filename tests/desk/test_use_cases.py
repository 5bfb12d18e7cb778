"""Each use case is one function over an opened folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.briefing.loader import examine
from bot.desk.asking import ask
from bot.desk.browsing import figures, quotations, sources, timeline
from bot.desk.checking import check
from bot.errors import UnknownNameError
from tests.shipped import BRIEFING, CAVEAT, CONTESTED, FOLDER, SOURCE, knowledge

if TYPE_CHECKING:
    from pathlib import Path


def test_ask() -> None:
    found = ask(knowledge(), CONTESTED)
    assert found.outcome == "answer"
    assert found.receipt is not None
    assert {one.claimant.name for one in found.claims if one.claimant} == {
        "Lt Gen Ahmed Sharif Chaudhary",
        "Zabihullah Mujahid",
    }
    assert [one.caveat.passage.text for one in found.caveats] == [CAVEAT]


def test_ask_a_briefing_that_is_not_there() -> None:
    with pytest.raises(UnknownNameError):
        ask(knowledge(), CONTESTED, briefing="flood")


def test_check() -> None:
    assert check(knowledge(), "The weather is nice.", briefing=BRIEFING).verdict == "not_covered"


def test_figures() -> None:
    table = figures(knowledge(), side="Pakistan", measure="killed")
    assert [row.figure.words for row in table.rows] == [
        "12 Pakistani soldiers were killed",
        "55 Pakistani soldiers were killed",
    ]


def test_timeline() -> None:
    assert len(timeline(knowledge()).moments) > 5


def test_quotations() -> None:
    assert "“not true”" in [one.words for one in quotations(knowledge(), "mujahid").quoted]


def test_sources() -> None:
    shelf = sources(knowledge())
    assert shelf.digest == knowledge().digest
    ((source, claims),) = shelf.sources
    assert source.text == SOURCE
    assert claims == len(knowledge().index().briefing.claims)


def test_a_folder_is_examined(tmp_path: Path) -> None:
    assert examine(FOLDER).problems == ()
    assert examine(tmp_path).edition is None
