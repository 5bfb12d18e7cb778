"""The four outcomes of a question, and the receipt that says how one was reached."""

from dataclasses import dataclass
from typing import Literal

from bot.answering.question import Question

Reason = Literal[
    "not_covered", "no_figure", "after_edition", "not_a_question", "too_vague", "other_date", "other_place",
    "other_claimant", "instruction", "false_premise", "about_the_bot", "no_publisher",
]  # fmt: skip
ShownRole = Literal["answer", "counter_claim", "correction", "context"]


@dataclass(frozen=True, slots=True)
class Shown:
    """A claim to be shown, and what for."""

    claim: str
    role: ShownRole


@dataclass(frozen=True, slots=True)
class Considered:
    """A candidate with its score (0-100), and why it was ruled out, if it was."""

    claim: str
    score: float
    ruled_out: str | None


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a decision rests on: scores, threshold and margin are 0-100."""

    question: Question
    considered: tuple[Considered, ...]
    threshold: float
    margin: float
    rule: str


@dataclass(frozen=True, slots=True)
class Answer:
    """Claims that answer the question."""

    shown: tuple[Shown, ...]
    receipt: Receipt
    remark: str | None = None


@dataclass(frozen=True, slots=True)
class Premise:
    """Claims that contradict what the question takes for granted; `taken` is that, in the asker's words."""

    shown: tuple[Shown, ...]
    taken: str
    receipt: Receipt


@dataclass(frozen=True, slots=True)
class Choice:
    """Readings between which the asker picks."""

    claims: tuple[str, ...]
    receipt: Receipt


@dataclass(frozen=True, slots=True)
class Abstention:
    """The briefing does not say; `about` are the words that it does not cover, where one can name them."""

    reason: Reason
    about: str | None
    nearest: tuple[str, ...]
    receipt: Receipt


Outcome = Answer | Premise | Choice | Abstention
