"""What a place is, whose it is and who rules there, and what somebody should do or is asked to be."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.answering.conftest import ask, shown

if TYPE_CHECKING:
    from bot.answering.claims.index import Index

SEAT = "capital-kabul"


@pytest.mark.parametrize(
    "question",
    [
        "What's the capital of Afghanistan called?",
        "what is the name of the capital",
        "which city is the afghan capital",
        "is kabul in afghanistan",
        "is kabul an afghan city",
    ],
)
def test_a_seat_is_named(war: Index, question: str) -> None:
    reply = ask(war, question)
    assert (reply.outcome, shown(reply)) == ("answer", {SEAT})


@pytest.mark.parametrize(
    "question", ["Is Kabul in Pakistan?", "is kabul a pakistani city", "is Kabul part of Pakistan"]
)
def test_a_seat_is_nobody_elses(war: Index, question: str) -> None:
    reply = ask(war, question)
    assert (reply.outcome, shown(reply)) == ("premise", {SEAT})


@pytest.mark.parametrize(
    ("briefing", "question"),
    [
        ("war", "who governs khost"),
        ("war", "who runs Kabul?"),
        ("war", "who is in charge of kandahar"),
        ("orla", "who runs Millbank"),
        ("orla", "who governs Tarn"),
        ("war", "what should asif do"),
        ("war", "so what should the taliban do?"),
        ("war", "what did mujahid say pakistan should do"),
        ("orla", "what should Holt do now"),
        ("orla", "what should Belmar do"),
    ],
)
def test_nobody_tells(request: pytest.FixtureRequest, briefing: str, question: str) -> None:
    assert ask(request.getfixturevalue(briefing), question).outcome == "abstention"


@pytest.mark.parametrize(
    ("question", "claim"),
    [
        ("who is in kandahar", "leadership-in-kandahar"),
        ("who struck kabul", "strikes-27-february"),
        ("should i trust asif", "not-verified-al-jazeera"),
        ("is mujahid a soldier", "ready-to-negotiate-mujahid"),
        ("is the taliban spokesman a general", "ready-to-negotiate-mujahid"),
        ("is asif a civilian", "open-war-asif"),
    ],
)
def test_what_is_told_is_answered(war: Index, question: str, claim: str) -> None:
    reply = ask(war, question)
    assert reply.outcome == "answer"
    assert claim in shown(reply)
