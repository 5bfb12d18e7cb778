"""Several quotations asked for at once, and what is said to be always so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.answering.conftest import ask, shown

if TYPE_CHECKING:
    from bot.answering.claims.index import Index


@pytest.mark.parametrize(
    ("briefing", "question", "claims"),
    [
        (
            "war",
            "lol so basically one side shouts war and other says talk? show me both quotes",
            {"open-war-asif", "always-negotiations-mujahid"},
        ),
        (
            "war",
            "one side says talks, the other says war. quotes?",
            {"open-war-asif", "always-negotiations-mujahid"},
        ),
        (
            "war",
            "show me the open war quote and the negotiations quote",
            {"open-war-asif", "always-negotiations-mujahid"},
        ),
        ("war", "what are mujahid's quotes on talks and war", {"always-negotiations-mujahid"}),
        (
            "war",
            "quotes from each side",
            {"open-war-asif", "always-negotiations-mujahid", "rejects-mujahid"},
        ),
        ("orla", "show me both quotes", {"not-heard-holt", "rejects-lund", "silence-council"}),
        ("orla", "the alarm and the silence, both quotes", {"not-heard-holt", "silence-council"}),
        # One of two has no words in quotation marks.
        ("orla", "the quotes on the alarm and the gauge", set()),
        ("war", "quote on open war", {"open-war-asif"}),
    ],
)
def test_several_quotations_are_all_shown(
    briefings: dict[str, Index], briefing: str, question: str, claims: set[str]
) -> None:
    assert shown(ask(briefings[briefing], question)) == claims


@pytest.mark.parametrize(
    ("question", "claims"),
    [
        (
            "has the taliban government usually preferred talks, according to them",
            {"always-negotiations-mujahid"},
        ),
        ("have the taliban traditionally been for dialogue", {"always-negotiations-mujahid"}),
        # The other side has said nothing of the kind, and nobody else how often.
        ("has pakistan usually preferred talks, according to them", set()),
        ("does pakistan usually bomb kabul", set()),
    ],
)
def test_how_often_is_asked_as_the_source_says_it(war: Index, question: str, claims: set[str]) -> None:
    assert shown(ask(war, question)) == claims
