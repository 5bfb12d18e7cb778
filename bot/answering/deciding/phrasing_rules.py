"""The last rules: what no slot explains may still be asked as a curator has phrased it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.answering.deciding.grounds import same
from bot.answering.deciding.outcome import Abstention, Answer, Choice, Premise, Receipt, Shown

if TYPE_CHECKING:
    from bot.answering.claims.index import Index
    from bot.answering.deciding.case import Case
    from bot.answering.deciding.outcome import Outcome, Rule
    from bot.answering.retrieval.ranking import Ranking

# An abstention for one of these may only mean that the vocabulary is poor.
UNEXPLAINED = frozenset({"not_covered", "too_vague"})
MOST_OFFERED = 3
AS_PHRASED: Rule = "asked as it is phrased"  # the receipt's word for it
_NAMES = ("place", "party", "claimant", "date")


def rests_on_words(index: Index, outcome: Outcome) -> bool:
    """Tell whether an outcome rests on words in common, with no name and no label of a curator's."""
    match outcome:
        case Abstention(reason=reason):
            return reason in UNEXPLAINED
        case Answer(receipt=Receipt(rule="phrasings" | "the opposite is claimed", question=question)):
            return not any(_is_label(index, named) for named in index.bag(question))
        case _:
            return False


def shows(index: Index, outcome: Outcome, claim: str) -> bool:
    """Tell whether an outcome shows a claim, or another with its statement."""
    shown = outcome.shown if isinstance(outcome, Answer | Premise) else ()
    return any(same(index, one.claim, claim) for one in shown)


def by_phrasing(case: Case, outcome: Outcome, ranking: Ranking) -> Outcome:
    """Answer with the claim whose phrasings are asked for beyond doubt, or offer those that may be meant.

    Whatever a question names still has to agree with the claim. Where only words that the claim does not
    have are in the way, it is offered and not given: they may change what is asked. Nothing is offered where
    a curator has said of the claims what they are about, and the question names nothing of it.
    """
    matches = [match.claim for match in ranking.matches]
    fit = [claim for claim in matches if _differs_in_strange_words_alone(case, claim)]
    if ranking.covered and fit[:1] == matches[:1]:
        if ranking.certain and not case.conflicts[fit[0]]:
            return Answer((Shown(fit[0], "answer"),), case.receipt(AS_PHRASED))
        if len(fit) > 1 and not case.index.labelled:
            return Choice(tuple(fit[:MOST_OFFERED]), case.receipt("asked much as these are phrased"))
    if not isinstance(outcome, Abstention):
        return case.abstain("not_covered", case.words("unknown"))
    return offering(outcome, ranking)


def offering(outcome: Abstention, ranking: Ranking) -> Abstention:
    """Offer the claims that are asked for much alike, where what a question names offers none."""
    if outcome.nearest or not ranking.covered:
        return outcome
    return replace(outcome, nearest=tuple(match.claim for match in ranking.matches[:MOST_OFFERED]))


def _is_label(index: Index, named: str) -> bool:
    """Tell whether what a question names is a name, or what a curator says of a claim, or its opposite."""
    kind, _, value = named.partition(":")
    return kind in _NAMES or f"{kind}:{index.opposites.get(value, value)}" in index.labels


def _differs_in_strange_words_alone(case: Case, claim: str) -> bool:
    return all(conflict.slot.kind == "unknown" for conflict in case.conflicts[claim])
