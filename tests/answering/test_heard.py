"""From whom a message says, in a sentence behind it, that it has what it tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.answering.checking.messages import check

if TYPE_CHECKING:
    from bot.answering.claims.index import Index

DRONES = "The drones on Thursday were Afghan ones, aimed at army bases in Pakistan’s north-west."
SOURCES = [
    "It’s in {}’s timeline, go read it.",
    "It’s all in {}’s statement.",
    "That’s straight from {}’s mouth.",
]
SOURCES += ["Straight from {}.", "Source: {}.", "That is what {} says.", "All from {}’s post."]


@pytest.mark.parametrize("source", SOURCES)
def test_the_sentence_behind_says_whose_it_is(war: Index, orla: Index, source: str) -> None:
    for index, told, theirs, others in (
        (war, DRONES, "Mujahid", "Chaudhary"),
        (war, "55 Pakistani soldiers were killed.", "Mujahid", "Chaudhary"),
        (war, "12 Pakistani soldiers were killed.", "Chaudhary", "Mujahid"),
        (orla, "14 residents were killed in Millbank.", "Holt", "Lund"),
        (orla, "Nine residents were killed.", "Lund", "Holt"),
    ):
        assert check(index, told).verdict in {"distorts", "conflicting"}
        assert check(index, f"{told} {source.format(theirs)}").verdict == "matches"
        assert check(index, f"{told} {source.format(others)}").verdict == "distorts"


@pytest.mark.parametrize("source", ["It’s not in {}’s statement.", "That’s not what {} says."])
def test_a_source_that_does_not_have_it_is_none(war: Index, source: str) -> None:
    for told, one in (
        ("274 Afghan soldiers were killed.", "Mujahid"),
        ("13 Afghan soldiers were killed.", "Chaudhary"),
    ):
        assert check(war, f"{told} {source.format(one)}").verdict == "conflicting"


@pytest.mark.parametrize(
    ("source", "verdict"),
    [
        ("That's Mujahid talking, not me.", "matches"),
        ("That's Chaudhary talking, not me.", "distorts"),
        ("That's Mujahid talking, who lost 500 men.", "distorts"),
    ],
)
def test_whoever_is_talking_says_it(war: Index, source: str, verdict: str) -> None:
    told = "Parts of Kabul, Kandahar and Paktia were struck on Thursday night."
    assert check(war, f"{told} {source}").verdict == verdict
