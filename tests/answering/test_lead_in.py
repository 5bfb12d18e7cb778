"""What somebody says of themselves before they ask is no part of what they ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.answering.conftest import ask, shown

if TYPE_CHECKING:
    from bot.answering.claims.index import Index

_QUESTION = "how many people were killed in Millbank"
_BEFORE = (
    "I'm a plumber from Ohio, ",
    "stupid question maybe, im from brazil n only here for the music channel, but ",
    "My father did 20 years at sea, so ",
    "we have no electricity here but ",
)


@pytest.mark.parametrize("before", _BEFORE)
def test_what_somebody_says_of_themselves_changes_nothing(orla: Index, before: str) -> None:
    assert shown(ask(orla, before + _QUESTION)) == shown(ask(orla, _QUESTION)) != set()


@pytest.mark.parametrize(
    ("question", "claims"),
    [
        ("my cousin has a shop in Wexcombe, did the flood come there also", {"flooding-3-april"}),
        ("our neighbours have a barn in Millbank, was anybody killed there?", {"arden-losses-holt"}),
        ("I have a shop in Wexcombe, was there flooding there?", {"flooding-3-april"}),
        ("my cousin has a shop in Tarn, did the flood come there also", set()),
        ("my cousin has a shop in Wexcombe and one in Tarn, did the flood come there", set()),
    ],
)
def test_there_is_where_the_story_before_is_set(orla: Index, question: str, claims: set[str]) -> None:
    assert shown(ask(orla, question)) == claims


def test_who_says_wait_asks_the_same(orla: Index) -> None:
    for before in ("wait ", "ok wait, ", "no, wait… "):
        assert shown(ask(orla, before + _QUESTION)) == shown(ask(orla, _QUESTION))
    assert not shown(ask(orla, "how long did Belmar wait"))


@pytest.mark.parametrize(
    "question",
    [
        "my aunt lives in Ohio, how many people were killed there?",
        "I love soup, how many people were killed by soup?",
        "im from Ohio, were we flooded?",
        "I'm from Brazil, did Brazil flood Millbank?",
    ],
)
def test_what_the_question_goes_back_to_is_part_of_it(orla: Index, question: str) -> None:
    assert shown(ask(orla, question)) == set()


@pytest.mark.parametrize(
    "before",
    [
        "Oslo desk: ",
        "Oslo bureau here: ",
        "I file in ten minutes, ",
        "For our international law class: ",
    ],
)
def test_an_office_or_an_errand_of_the_asker_changes_nothing(orla: Index, before: str) -> None:
    assert shown(ask(orla, before + _QUESTION)) == shown(ask(orla, _QUESTION)) != set()


@pytest.mark.parametrize(
    ("question", "plain"),
    [
        ("Ok Belmar fans, how many of your soldiers were injured?", "How many Belmar soldiers were injured?"),
        ("Dear Belmar, how many of your soldiers were injured?", "How many Belmar soldiers were injured?"),
        ("Belmar liars, how many of your own did you say were hurt?", "How many did Belmar say were hurt?"),
        ("Arden liars, how many did u say u lost", "how many did Arden say it lost"),
        ("How many injured do Belmar's spin doctors admit?", "How many injured does Belmar admit?"),
        (f"{_QUESTION}?? my cousin lives there and hasn't called", _QUESTION),
    ],
)
def test_whom_a_question_is_addressed_to_and_whom_it_is_asked_for(
    orla: Index, question: str, plain: str
) -> None:
    assert shown(ask(orla, question)) == shown(ask(orla, plain)) != set()


def test_what_is_needed_is_no_story(orla: Index) -> None:
    assert shown(ask(orla, "How many people were harmed in Millbank? My question is how many died.")) != set()


@pytest.mark.parametrize(
    ("question", "claims"),
    [
        ("my cousin is with Belmar, how many do they say were injured", {"belmar-losses-lund"}),
    ],
)
def test_they_are_whom_the_story_before_names(orla: Index, question: str, claims: set[str]) -> None:
    assert shown(ask(orla, question)) == claims
