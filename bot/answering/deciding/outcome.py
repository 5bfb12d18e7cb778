"""The four outcomes of a question, and the receipt that says how one was reached."""

from dataclasses import dataclass, field
from typing import Literal, NamedTuple, get_args

from bot.answering.claims.conflicts import Conflict, conflicts
from bot.answering.claims.index import Candidate, Index
from bot.answering.reading.question import Question

Reason = Literal[
    "not_covered", "no_figure", "after_edition", "not_a_question", "too_vague", "unresolved", "too_long",
    "instruction", "about_the_bot", "no_publisher",
]  # fmt: skip
# Why a reply is no plain answer.
ReplyReason = Reason | Literal["false_premise"]
Kind = Literal["answer", "premise", "choice", "abstention"]
Remark = Literal["recency", "origin"]  # what is said of the briefing itself before the claims
# What decides by all that a question names, however it is worded.
ClosedRule = Literal[
    "each speaker’s claim",
    "figures with that number",
    "figures within that bound",
    "how recent it is",
    "no such figure",
    "nothing is verified",
    "several owners",
    "the accounts differ",
    "the figures side by side",
    "the opposite is claimed",
    "what is reported",
    "what one claims",
    "where it lies",
    "what somebody is not",
    "where it comes from",
    "where they stand",
    "whether figures are verified",
    "which of two came first",
    "who is quoted",
    "whose words they are",
    "who somebody is",
]
# What decides where examples of how things are asked may say more.
OpenRule = Literal[
    "all of its kind",
    "another’s claim",
    "asked as it is phrased",
    "asked much as these are phrased",
    "figures",
    "it did happen",
    "it is only alleged",
    "nothing is admitted",
    "phrasings",
    "the briefing has it otherwise",
    "there is such a figure",
    "what both report",
    "what came before or after that",
    "what came before it",
    "what is claimed of others",
    "what is verified",
    "what one side alleges",
    "what one side says of the other’s claims",
]
# What decided, as a receipt says it; an abstention is decided by its reason.
Rule = Literal[Reason, ClosedRule, OpenRule]
CLOSED: frozenset[Rule] = frozenset(get_args(ClosedRule))
ShownRole = Literal["answer", "counter_claim", "correction", "context"]


class Shown(NamedTuple):
    """A claim to be shown, and what for."""

    claim: str
    role: ShownRole


class Considered(NamedTuple):
    """A candidate with its score (0-100), and why it was ruled out, if it was."""

    claim: str
    score: float
    ruled_out: str | None


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a decision rests on: the threshold is 0-100, `rule` says what decided."""

    index: Index = field(repr=False)
    question: Question
    ranked: tuple[Candidate, ...]
    threshold: float
    rule: Rule

    @property
    def margin(self) -> float:
        """Return by how much the best candidate leads the next, 0-100."""
        scores = [candidate.score for candidate in self.ranked[:2]]
        return round(scores[0] - scores[1], 1) if len(scores) > 1 else 0.0

    @property
    def considered(self) -> tuple[Considered, ...]:
        """Return every candidate, best first, with what ruled it out; made when somebody asks for it."""
        return tuple(
            Considered(
                c.entry.claim.id,
                round(c.score, 1),
                _ruled_out(conflicts(self.index, c.entry, self.question)),
            )
            for c in self.ranked
        )


@dataclass(frozen=True, slots=True)
class Answer:
    """Claims that answer; `left` is what of the question stays open."""

    shown: tuple[Shown, ...]
    receipt: Receipt
    remark: Remark | None = None
    left: str | None = None


@dataclass(frozen=True, slots=True)
class Premise:
    """Claims that contradict what the question takes for granted; `taken` is that, in the asker's words."""

    shown: tuple[Shown, ...]
    taken: str
    receipt: Receipt
    left: str | None = None


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


def _ruled_out(found: tuple[Conflict, ...]) -> str | None:
    return "; ".join(dict.fromkeys(f"{c.field}: {c.slot.words}" for c in found)) or None
