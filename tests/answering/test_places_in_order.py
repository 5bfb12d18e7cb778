"""Which of several places something came to first: what puts them in an order, or nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.answering.conftest import ask, shown

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.answering.claims.index import Index

BOTH = {"strikes-thursday-night-mujahid", "strikes-friday-mujahid"}
# The canal was closed a day before the flooding: with this change, at Tarn.
AT_TARN = ("claims.toml", 'topics = ["canal", "cause"]', 'places = ["tarn"]\ntopics = ["canal", "cause"]')


@pytest.mark.parametrize(
    ("question", "claims"),
    [
        ("hit first: kabul or laghman? going by mujahid", BOTH),
        ("who was bombed first, khost or kandahar", BOTH),
        ("paktia or laghman, which got hit first", BOTH),
        ("was Laghman struck before Kabul or after?", BOTH),
        ("which city got struck last, kabul or khost", BOTH),
        ("first kabul then khost?", BOTH),
        # Both on one night: nobody says which came first.
        ("which was hit first, kabul or kandahar", set()),
        ("khost or laghman first", set()),
        # Nobody else orders them, nor was it the other side.
        ("which was hit first, kabul or laghman? according to chaudhary", set()),
        ("did afghanistan strike kabul first or khost", set()),
        # Who began, and what came after what else, is another matter.
        ("who struck first in kabul", {"weekend-air-strikes"}),
        ("did pakistan later hit khost and laghman", {"strikes-friday-mujahid"}),
    ],
)
def test_the_order_of_places_is_told_or_not(war: Index, question: str, claims: set[str]) -> None:
    assert shown(ask(war, question)) == claims


def test_so_it_is_anywhere(changed_orla: Callable[..., Index]) -> None:
    index = changed_orla(AT_TARN)
    for question in ("which came first, tarn or millbank", "Millbank or Tarn first?"):
        assert shown(ask(index, question)) == {"canal-2-april", "flooding-3-april"}
    assert not shown(ask(index, "which was flooded first, millbank or wexcombe"))


@pytest.mark.parametrize(
    ("briefing", "question", "claims"),
    [
        ("war", "how many pakistani soldiers died? going by mujahid", {"pakistani-losses-mujahid"}),
        ("war", "How many Pakistani soldiers died? Per Chaudhary.", {"pakistani-losses-chaudhary"}),
        ("orla", "How many residents died? By Lund's count.", {"arden-losses-lund", "not-verified-gazette"}),
        ("orla", "How many residents died? According to Holt?", {"arden-losses-holt"}),
        # Whoever is named already stays.
        ("orla", "What did Lund say on talks? According to Holt.", {"ready-lund"}),
    ],
)
def test_by_whose_account_may_be_said_after(
    briefings: dict[str, Index], briefing: str, question: str, claims: set[str]
) -> None:
    assert shown(ask(briefings[briefing], question)) == claims
