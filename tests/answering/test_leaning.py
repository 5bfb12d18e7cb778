"""What leans on words before it: read by the other sentences of a question, or else not answered at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.answering.conftest import ask, shown

if TYPE_CHECKING:
    from bot.answering.claims.index import Index


@pytest.mark.parametrize(
    "question",
    [
        "My cousin died in Kabul. How many others died there?",
        "They hit Paktia. How many died there?",
        "My cousin died in Kabul on Thursday night. How many others died there?",
        "I live in Kunar. When was it hit?",
    ],
)
def test_a_place_named_one_sentence_before_is_what_is_asked_about(war: Index, question: str) -> None:
    assert ask(war, question).outcome == "abstention"


@pytest.mark.parametrize(
    ("question", "claims"),
    [
        ("My cousin died in Khost. How many others died there?", {"civilian-losses-government"}),
        ("I live in Kandahar. When was it hit?", {"strikes-27-february", "strikes-thursday-night-mujahid"}),
        ("My family is in Laghman. Was it attacked?", {"strikes-friday-mujahid"}),
    ],
)
def test_what_is_told_of_that_place_is_shown_alone(war: Index, question: str, claims: set[str]) -> None:
    found = ask(war, question)
    assert (found.outcome, shown(found)) == ("answer", claims)


@pytest.mark.parametrize(
    "question",
    [
        "how many died there?",
        "how many civilians died there?",
        "My aunt is a nurse. How many died there?",
        "When was it hit?",
        "were they bombed?",
        "did they bomb it?",
        "do they deny it?",
        "did they refuse?",
        "how many of ours died",
        "how many of theirs died",
        "what did they lose",
    ],
)
def test_a_question_stands_alone(war: Index, question: str) -> None:
    found = ask(war, question)
    assert (found.outcome, found.reason) == ("abstention", "unresolved")


@pytest.mark.parametrize(
    "question",
    [
        "Were there any civilian deaths?",
        "what's going on over there",
        "did it start with air strikes?",
        "kabul wasn't touched, was it?",
        "harbouring insurgents: did they or didn't they",
        "who said it was “not true”?",
        "Pakistan hit Kabul. How many did they lose?",
        "Afghanistan hit the bases. How many did they lose?",
    ],
)
def test_what_says_what_it_is_about_is_answered(war: Index, question: str) -> None:
    assert ask(war, question).outcome == "answer"


@pytest.mark.parametrize(
    "question",
    [
        "My brother was killed in Khost. Who killed him?",
        "My brother was in the army and he died. Who killed him?",
        "who killed my sister",
        "was she wounded?",
    ],
)
def test_no_figure_tells_of_one_who_is_not_named(war: Index, question: str) -> None:
    found = ask(war, question)
    assert (found.outcome, found.reason) == ("abstention", "not_covered")


@pytest.mark.parametrize(
    "form", ["How did {} respond?", "What did {} answer?", "What was the response of {}?"]
)
def test_a_response_is_given_to_nobody_else(war: Index, form: str) -> None:
    assert ask(war, form.format("Pakistan")).outcome == "abstention"
    assert "retaliation-26-february" in shown(ask(war, form.format("Afghanistan")))


def test_another_briefing_is_read_alike(orla: Index) -> None:
    assert ask(orla, "My cousin lives in Wexcombe. How many were injured there?").outcome == "abstention"
    assert ask(orla, "My cousin lives in Millbank. How many were injured there?").outcome == "answer"
    assert ask(orla, "how many were injured there?").reason == "unresolved"
