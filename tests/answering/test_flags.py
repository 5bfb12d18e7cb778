"""A flag is read as its country's name, and what is drawn as letters as those letters."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.answering.checking.messages import check
from tests.answering.conftest import ask, shown

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.answering.claims.index import Index

_ALIASES = 'aliases.en = ["{}"]'


@pytest.fixture
def flown(changed_orla: Callable[..., Index]) -> Index:
    """Return the invented briefing with a flag for either side."""
    return changed_orla(
        *(
            ("briefing.toml", _ALIASES.format(name), _ALIASES.format(f'{name}", "{flag}'))
            for name, flag in (("arden", "🇦🇩"), ("belmar", "🇧🇪"))
        )
    )


@pytest.mark.parametrize(
    ("message", "verdict"),
    [
        ("🇧🇪 flooded Millbank on 3 April 2031.", "matches"),
        ("🇦🇩 flooded Millbank on 3 April 2031.", "distorts"),
        ("🇳🇴 flooded Millbank on 3 April 2031.", "distorts"),
        ("Belmar 🇧🇪 flooded Millbank on 3 April 2031 🇦🇩🇧🇪", "matches"),
        ("The mayor said 14 🇦🇩 residents were killed.", "matches"),
        ("The mayor said 14 🇧🇪 residents were killed.", "distorts"),
        ("The mayor said 14 🇳🇴 residents were killed.", "distorts"),
        ("🇦🇩 Holt said 14 🇦🇩 residents were killed.", "matches"),
        ("The mayor said 14 🇧 🇪 🇱 🇲 🇦 🇷 residents were killed.", "distorts"),
        ("The mayor said 14 🅱🅴🅻🅼🅰🆁 residents were killed.", "distorts"),
    ],
)
def test_messages(flown: Index, message: str, verdict: str) -> None:
    assert check(flown, message).verdict == verdict


@pytest.mark.parametrize(
    ("question", "in_words"),
    [
        ("Did 🇧🇪 flood Millbank?", "Did Belmar flood Millbank?"),
        ("Did 🇦🇩 flood Millbank?", "Did Arden flood Millbank?"),
        ("How many 🇦🇩 residents died?", "How many Arden residents died?"),
        ("How many 🇧🇪 residents died?", "How many Belmar residents died?"),
        ("How many residents died 🇦🇩🇧🇪", "How many residents died"),
        ("How many residents died 🇧🇪🌊🇦🇩?", "How many residents died?"),
        ("How many residents did Belmar 🇧🇪 kill?", "How many residents did Belmar kill?"),
        ("How many Arden 🇦🇩 residents died?", "How many Arden residents died?"),
    ],
)
def test_a_flag_is_a_name_or_adorns(flown: Index, question: str, in_words: str) -> None:
    flagged, worded = ask(flown, question), ask(flown, in_words)
    assert (flagged.outcome, shown(flagged)) == (worded.outcome, shown(worded))


@pytest.mark.parametrize(
    "question",
    [
        "Did 🇳🇴 flood Millbank?",
        "How many residents did 🇳🇴 kill?",
        "How many 🇳🇴 residents died?",
        "Who flooded 🇳🇴?",
        "What happened in 🇳🇴?",
        "How many 🇳 🇴 🇷 🇼 🇦 🇾 residents died?",
        "How many 🅽🅾🆁🆆🅰🆈 residents died?",
    ],
)
def test_a_country_that_nobody_has_answers_nothing(flown: Index, question: str) -> None:
    assert ask(flown, question).outcome != "answer"
