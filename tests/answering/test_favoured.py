"""Whom the bot favours, and whether somebody is right or to be believed: it favours and judges nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.answering.conftest import ask, shown

if TYPE_CHECKING:
    from bot.answering.claims.index import Index


@pytest.mark.parametrize(
    ("briefing", "question"),
    [
        ("war", "do you support pakistan"),
        ("war", "do you support afghanistan"),
        ("war", "are you an afghan bot"),
        ("war", "is this a pakistani bot?"),
        ("war", "whose side are you on"),
        ("war", "is this bot biased against the taliban"),
        ("war", "is pakistan right"),
        ("war", "are the taliban right?"),
        ("war", "is asif correct"),
        ("orla", "do you side with Arden?"),
        ("orla", "are you paid by Belmar"),
        ("orla", "is Holt right?"),
    ],
)
def test_the_bot_says_what_it_is_to_who_asks_whom_it_favours(
    briefings: dict[str, Index], briefing: str, question: str
) -> None:
    found = ask(briefings[briefing], question)
    assert (found.outcome, found.reason) == ("abstention", "about_the_bot")


@pytest.mark.parametrize(
    ("question", "claim"),
    [
        ("does afghanistan support militants", "sheltering-alleged"),
        ("are you saying pakistan lost soldiers", "pakistani-losses-mujahid"),
        ("is pakistan right about the 274", "afghan-losses-chaudhary"),
        ("is the figure correct", "not-verified-al-jazeera"),
    ],
)
def test_who_asks_of_somebody_else_gets_an_answer(war: Index, question: str, claim: str) -> None:
    assert claim in shown(ask(war, question))


@pytest.mark.parametrize("somebody", ["mujahid", "zabihullah mujahid", "chaudhary", "khawaja asif", "kabul"])
@pytest.mark.parametrize("judged", ["reliable", "honest"])
def test_whoever_is_asked_to_be_believed_gets_the_caveat(war: Index, somebody: str, judged: str) -> None:
    assert shown(ask(war, f"is {somebody} {judged}")) == {"not-verified-al-jazeera"}
