"""How long a message says that something had gone on, against how long the statement says it had."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.answering.checking.messages import check

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.answering.claims.index import Index

WAR = {
    "Asif's open war declaration came after barely a week of tensions between the two countries.": "distorts",
    "Asif declared open war after years of clashes.": "distorts",
    "Taliban leaders said they were willing to negotiate after just two days of tensions.": "distorts",
    "Taliban leaders said they were willing to negotiate after a month of clashes.": "distorts",
    "Taliban leaders said they were willing to negotiate after months of mounting tensions.": "matches",
    "Asif declared open war after several months of clashes.": "matches",
}


@pytest.mark.parametrize(("message", "verdict"), WAR.items())
def test_a_span_of_time_is_the_statements(war: Index, message: str, verdict: str) -> None:
    assert check(war, message).verdict == verdict


@pytest.mark.parametrize(
    ("span", "verdict"), [("weeks", "matches"), ("a week", "distorts"), ("years", "distorts")]
)
def test_so_it_is_of_another_matter(changed_orla: Callable[..., Index], span: str, verdict: str) -> None:
    told = ("claims.toml", "over the canal.", "over the canal after weeks of quarrels.")
    source = ("source.txt", "over the canal.", "over the canal after weeks of quarrels.")
    message = f"Lund said Belmar was ready to negotiate with Arden over the canal after {span} of quarrels."
    assert check(changed_orla(told, source), message).verdict == verdict
