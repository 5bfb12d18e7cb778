"""Finds what is wrong with a knowledge folder, and how well its phrasings tell its claims apart."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bot.answering.deciding.decision import decide
from bot.answering.deciding.grounds import same
from bot.answering.deciding.outcome import Answer, Choice, Premise
from bot.desk.hints import hints
from bot.desk.knowledge import Knowledge

if TYPE_CHECKING:
    from bot.answering.claims.index import Index
    from bot.answering.retrieval.calibration import Calibration
    from bot.desk.settings import Settings

# Asking all of very many phrasings takes minutes; these show what is amiss.
MOST_ASKED = 5_000


class Lost(NamedTuple):
    """A phrasing that does not find its claim, and what it finds."""

    claim: str
    phrasing: str
    found: tuple[str, ...]


class Calibrated(NamedTuple):
    """How a briefing's thresholds are set.

    `threshold` (0-100) is what a claim has to share with a question. `pairs` are the most confusable claims,
    with how often one is found for a phrasing of the other by phrasings alone. `by_example` are the coverage
    and the risk (0-1) expected where there are examples to learn from.
    """

    briefing: str
    phrasings: int
    claims: int
    threshold: float
    by_phrasing: Calibration
    by_example: tuple[float, float] | None
    pairs: tuple[tuple[str, str, int], ...]
    lost: tuple[Lost, ...]
    hints: tuple[str, ...]


def calibrations(settings: Settings) -> tuple[Calibrated, ...]:
    """Return how the thresholds of each briefing of a folder without problems are set."""
    knowledge = Knowledge(settings)
    return tuple(_calibrated(knowledge, briefing) for briefing in knowledge.briefings)


def _calibrated(knowledge: Knowledge, briefing: str) -> Calibrated:
    index, retrieval = knowledge.index(briefing), knowledge.retrieval(briefing)
    trust = retrieval.trust
    phrased = [(one.claim.id, text) for one in index.entries for text in one.claim.phrasings]
    asked = ((claim, text, _claims_found(index, text)) for claim, text in phrased[:MOST_ASKED])
    return Calibrated(
        briefing,
        len(phrased),
        len(index.entries),
        index.threshold,
        retrieval.calibration,
        trust.expected if trust else None,
        tuple(
            (retrieval.claims[one], retrieval.claims[other], times)
            for one, other, times in retrieval.calibration.confusable
        ),
        tuple(
            Lost(claim, text, shown)
            for claim, text, shown in asked
            if not any(same(index, one, claim) for one in shown)
        ),
        tuple(hints(knowledge.edition(), index)),
    )


def _claims_found(index: Index, text: str) -> tuple[str, ...]:
    match decide(index, text):
        case Answer(shown=shown) | Premise(shown=shown):
            return tuple(one.claim for one in shown)
        case Choice(claims=claims):
            return claims
        case _:
            return ()
