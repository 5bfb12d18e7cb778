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


@pytest.mark.parametrize(
    ("briefing", "number", "whose"),
    [
        ("war", "55 Pakistani soldiers", "pakistani-losses-mujahid"),
        ("war", "13 Afghan soldiers", "afghan-losses-mujahid"),
        ("orla", "14 residents", "arden-losses-holt"),
        ("orla", "9 residents", "arden-losses-lund"),
    ],
)
@pytest.mark.parametrize(
    "asked",
    [
        "is it confirmed that {} are dead or just talk",
        "are {} really dead, or is that mere talk?",
        "is it just talk or confirmed that {} died",
        "were {} killed or is it all propaganda",
    ],
)
def test_that_a_number_may_be_just_talk_is_no_offer_of_talks(
    briefings: dict[str, Index], briefing: str, number: str, whose: str, asked: str
) -> None:
    reply = ask(briefings[briefing], asked.format(number))
    assert reply.outcome == "answer"
    assert whose in shown(reply)


def test_who_may_only_want_talks_is_asked_of_them(war: Index) -> None:
    for question in (
        "do the Taliban want war or just talk",
        "are they serious about talks or is it just talk",
    ):
        assert "willing-to-negotiate-leaders" in shown(ask(war, question))


@pytest.mark.parametrize(
    ("briefing", "deed", "claim"),
    [
        ("war", "Pakistan struck Kabul", "strikes-27-february"),
        ("war", "Afghanistan retaliated", "retaliation-26-february"),
        ("orla", "Belmar flooded Millbank", "flooding-3-april"),
        ("orla", "Arden closed the canal", "canal-2-april"),
    ],
)
def test_whoever_is_confirmed_to_have_done_it_does_not_confirm_it(
    briefings: dict[str, Index], briefing: str, deed: str, claim: str
) -> None:
    reply = ask(briefings[briefing], f"is it confirmed that {deed}")
    assert reply.outcome == "answer"
    assert claim in shown(reply)
