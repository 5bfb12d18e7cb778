"""Which place a message calls the capital, beside its name, before it or by a verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.answering.checking.messages import check

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.answering.claims.index import Index

WRONG = [
    "The capital of Afghanistan, Kandahar, was struck by Pakistan on Feb 27.",
    "The capital, Kandahar, was struck by Pakistan.",
    "Pakistan struck the Afghan capital Kandahar.",
    "Pakistan bombed Kandahar (the Afghan capital) on February 27.",
    "Kandahar, the capital of Afghanistan, was struck by Pakistan on February 27.",
    "The capital of Afghanistan is Kandahar.",
    "Kandahar is the capital of Afghanistan.",
]
RIGHT = [
    "The capital of Afghanistan, Kabul, was struck by Pakistan on Feb 27.",
    "Pakistan struck the Afghan capital Kabul.",
    "The capital of Afghanistan is Kabul.",
    "Kabul is the capital of Afghanistan.",
    "Pakistan struck the capital, Kandahar and other cities.",
    "Pakistan struck the capital, Kandahar, and other cities on February 27.",
    "Pakistan struck Kandahar, the capital and other cities on February 27.",
    "Mujahid said Pakistan's strikes hit Paktia, the capital, Kandahar on Thursday night.",
]


@pytest.mark.parametrize("message", WRONG)
def test_a_place_that_is_not_the_capital_is_told_from_it(war: Index, message: str) -> None:
    checked = check(war, message)
    assert checked.verdict == "distorts"
    assert ("place", "Kabul", "capital-kabul") in {(f.field, f.briefing, f.claim) for f in checked.findings}


@pytest.mark.parametrize("message", RIGHT)
def test_the_capital_and_other_places_beside_it_stay_as_they_are(war: Index, message: str) -> None:
    assert check(war, message).verdict == "matches"


@pytest.mark.parametrize(
    ("message", "verdict"),
    [
        ("The capital, Wexcombe, was flooded by Belmar.", "distorts"),
        ("The capital, Millbank, was flooded by Belmar.", "matches"),
        ("Belmar flooded Arden's capital Wexcombe.", "distorts"),
        ("Belmar flooded Arden's capital Millbank.", "matches"),
    ],
)
def test_so_it_is_with_any_briefing(changed_orla: Callable[..., Index], message: str, verdict: str) -> None:
    index = changed_orla(
        (
            "briefing.toml",
            'aliases.en = ["millbank"]',
            'aliases.en = ["millbank", "the capital", "arden\'s capital"]',
        ),
        ("claims.toml", '[[claim]]\nid = "canal-2-april"', CAPITAL + '[[claim]]\nid = "canal-2-april"'),
    )
    assert check(index, message).verdict == verdict


CAPITAL = """[[claim]]
id = "capital-millbank"
statement = "Both towns reported heavy losses."
voice = "publisher"
speech_act = "reports"
target = "arden"
places = ["millbank"]
topics = ["capital"]
phrasings = ["What is the capital of Arden?"]

"""


@pytest.mark.parametrize(
    ("message", "verdict"),
    [
        ("Kandahar, which is Afghanistan's capital, was struck by Pakistan on 27 February 2026.", "distorts"),
        ("Kabul, which is Afghanistan's capital, was struck by Pakistan on 27 February 2026.", "matches"),
        ("Kandahar, being the Afghan capital, was struck by Pakistan on 27 February 2026.", "distorts"),
        ("Kabul is the capital of Pakistan.", "distorts"),
        ("Kabul, Pakistan's capital, was struck on 27 February.", "distorts"),
        ("Lahore is the capital of Pakistan.", "not_covered"),
    ],
)
def test_a_clause_between_calls_it_so_too(war: Index, message: str, verdict: str) -> None:
    assert check(war, message).verdict == verdict
