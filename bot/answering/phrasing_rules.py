"""The last rule: what no slot explains may still be asked as a curator has phrased it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answering.outcome import Abstention, Answer, Choice, Shown

if TYPE_CHECKING:
    from bot.answering.case import Case
    from bot.answering.outcome import Outcome
    from bot.answering.retrieval.ranking import Ranking

# An abstention for one of these may only mean that the vocabulary is poor.
UNEXPLAINED = frozenset({"not_covered", "too_vague"})
MOST_OFFERED = 3


def by_phrasing(case: Case, abstention: Abstention, ranking: Ranking) -> Outcome:
    """Answer with the claim whose phrasings are asked for beyond doubt, or offer those that may be meant.

    Whatever a question names still has to agree with the claim: only words that nobody knows may be in
    the way. The rest abstains, with what is nearest by the phrasings.
    """
    fit = [match.claim for match in ranking.matches if _fits(case, match.claim)]
    nearest = tuple(match.claim for match in ranking.matches if match.claim in case.index.by_id)
    if ranking.certain and fit[:1] == list(nearest[:1]):
        return Answer((Shown(fit[0], "answer"),), case.receipt("asked as it is phrased"))
    if ranking.covered and fit[:1] == list(nearest[:1]) and len(fit) > 1:
        return Choice(tuple(fit[:MOST_OFFERED]), case.receipt("asked much as these are phrased"))
    return abstention


def _fits(case: Case, claim: str) -> bool:
    found = case.conflicts.get(claim)
    return found is not None and all(conflict.slot.kind == "unknown" for conflict in found)
