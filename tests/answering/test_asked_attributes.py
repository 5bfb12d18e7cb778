"""What is asked of something that the source has, and does not say: how it divides, what it weighs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.answering.deciding.decision import decide
from bot.answering.deciding.outcome import Abstention, Answer, Premise

if TYPE_CHECKING:
    from bot.answering.claims.index import Index
    from bot.answering.deciding.outcome import Outcome


def _claims(outcome: Outcome) -> list[str]:
    return [shown.claim for shown in outcome.shown] if isinstance(outcome, Answer | Premise) else []


@pytest.mark.parametrize(
    "question",
    ["name and rank of the injured soldiers", "identify the dead", "what rank did the injured soldiers have"],
)
def test_nobody_is_named_whom_a_figure_counts(orla: Index, question: str) -> None:
    assert not _claims(decide(orla, question))
    assert _claims(decide(orla, "name and office of the harbour master")) == ["rejects-lund"]


@pytest.mark.parametrize(
    "question",
    [
        "Share of Millbank in the 40",
        "Split of the 14 between men and women",
        "Gender breakdown of the 14 residents",
        "Of the 14, those under 18",
        "How many of the 14 were nurses?",
        "How many of the 14 fell to the flood and how many to the sluices?",
        "Were Danes part of the 14?",
        "How many of the injured died?",
        "Ranks held by the 6",
        "Tonnage of water let into Wexcombe",
        "Since which year has Holt been mayor?",
        "Who was harbour master before Lund?",
        "Who was mayor of Arden before her?",
        "How badly was Wexcombe flooded?",
        "Evidence offered by Arden for the hidden gauge",
        "Did Holt comment on Lund's offer?",
        # The number is right: what is asked of it nobody says.
        "How did the relatives of the 14 react?",
        "How did the relatives of the nine react?",
        "Where were Lund's nine residents killed?",
        "Arden's reply to the figure of nine",
        "How did Holt respond to the figure of nine?",
        # Who asks so says already that it is only alleged.
        "Why does Belmar allegedly hide a broken gauge?",
    ],
)
def test_what_is_not_told_of_what_is(orla: Index, question: str) -> None:
    assert isinstance(decide(orla, question), Abstention)


@pytest.mark.parametrize(
    ("question", "claim"),
    [
        ("Number of residents killed per Lund", "arden-losses-lund"),
        ("Were residents among the 14?", "arden-losses-holt"),
        ("How many of the 14 residents were killed?", "arden-losses-holt"),
        ("When were Lund's 6 soldiers injured?", "belmar-losses-lund"),
        ("In which year was Wexcombe flooded?", "flooding-3-april"),
        ("Which of the two towns was flooded?", "flooding-3-april"),
        ("Did only Arden report losses or do both say they had losses?", "heavy-losses-both"),
        # Who denies a number has replied to it.
        ("How did Lund respond to the 14?", "rejects-lund"),
        ("What did Lund say about the 14?", "rejects-lund"),
        ("Belmar's reply to the figure of 14", "rejects-lund"),
    ],
)
def test_what_is_told_is_answered(orla: Index, question: str, claim: str) -> None:
    outcome = decide(orla, question)
    assert isinstance(outcome, Answer)
    assert claim in _claims(outcome)


@pytest.mark.parametrize(
    "question",
    [
        "Range and payload of the Afghan drones, please",
        "Underlying calculus of Islamabad in escalating now",
        "Underlying calculus of Kabul in escalating now",
        "What's in it for Pakistan to bomb a city?",
        "Khost alone: how many of the nineteen?",
        "Where are the Pakistani Taliban said to be housed?",
        "Explain the spokesman's motive for rejecting the claims.",
        "Name the 'various groups' whose fighters Pakistan says it killed.",
    ],
)
def test_no_example_answers_what_is_not_told(war: Index, question: str) -> None:
    assert isinstance(decide(war, question), Abstention)


@pytest.mark.parametrize(
    ("question", "claim"),
    [
        ("Rank and name of the Pakistani military spokesman", "afghan-losses-chaudhary"),
        ("Number of bodies held by Afghan forces", "pakistani-losses-mujahid"),
        ("Names of the places hit on Friday", "strikes-friday-mujahid"),
        ("How badly did both sides suffer?", "heavy-casualties-both"),
        ("What did Islamabad's forces strike on 27 February?", "strikes-27-february"),
    ],
)
def test_an_attribute_that_is_told_is_answered(war: Index, question: str, claim: str) -> None:
    assert claim in _claims(decide(war, question))
