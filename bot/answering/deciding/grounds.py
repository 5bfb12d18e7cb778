"""Says in numbers what speaks for and against an answer, from which it is learnt when to trust one.

None of these numbers decides by itself, and no curator has to say what each is worth: that is learnt from the
examples of a briefing.
"""

from __future__ import annotations

from collections import Counter
from math import log
from typing import TYPE_CHECKING

from bot.answering.deciding.outcome import Abstention, Answer, Choice, Premise
from bot.answering.retrieval.terms import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.answering.claims.index import Index
    from bot.answering.deciding.case import Case
    from bot.answering.deciding.outcome import Outcome, Rule
    from bot.answering.reading.question import SlotKind
    from bot.answering.retrieval.ranking import Ranking

Grounds = tuple[float, ...]

_LEAST = 0.001  # a share whose logarithm is taken
_MANY = 5
_WORDS: tuple[SlotKind, ...] = ("unknown", "elsewhere", "other-medium")
_RULES: tuple[Rule, ...] = ("phrasings", "figures", "what is verified")


def of_found(case: Case, outcome: Outcome, ranking: Ranking, strange: int) -> Grounds:
    """Return the grounds for the claim that a question is asked like, in place of the *outcome* by rules.

    *strange* is how many words it has that nothing explains.
    """
    index, claim = case.index, ranking.matches[0].claim
    first, second = ranking.share(0), ranking.share(1)
    said = words_of(case.question.text)
    scores = {one.entry.claim.id: one.score / 100 for one in case.ranked}
    ruled = scores.get(claim, 0.0)
    others = max((score for one, score in scores.items() if not same(index, one, claim)), default=0.0)
    shown = outcome.shown if isinstance(outcome, Answer | Premise) else ()
    return (
        _log(first),
        _log(second),
        _log(ranking.none),
        _log(first / (ranking.none + second + _LEAST)),
        _log(_sum_of(index, ranking, (claim,))),
        ruled,
        ruled - others,
        float(ruled > 0 and ruled >= max(scores.values())),
        float(not case.conflicts[claim]),
        float(min(len(case.conflicts[claim]), _MANY)),
        float(min(strange, _MANY)),
        len(ranking.unheard) / max(len(said), 1),
        float(min(len(ranking.unheard), _MANY)),
        log(len(said) + 1),
        float(isinstance(outcome, Abstention) and outcome.reason == "no_figure"),
        float(isinstance(outcome, Choice)),
        float(bool(shown)),
        float(any(same(index, one.claim, claim) for one in shown)),
    )


def of_given(case: Case, outcome: Answer | Premise, ranking: Ranking) -> Grounds:
    """Return the grounds for what the rules answer a question with."""
    index, receipt = case.index, outcome.receipt
    shown = [one.claim for one in outcome.shown]
    statements = {index.by_id[one].claim.statement for one in shown}
    named = sum(not feature.startswith("ask:") for feature in index.bag(receipt.question))
    slots = Counter(slot.kind for slot in receipt.question.slots)
    shows_first = any(same(index, one, ranking.matches[0].claim) for one in shown)
    return (
        _log(ranking.none),
        _log(_sum_of(index, ranking, shown)),
        0.0 if shows_first else ranking.share(0),
        float(shows_first),
        float(len(statements)),
        float(min(named, _MANY)),
        float(min(sum(slots[kind] for kind in _WORDS), _MANY)),
        receipt.ranked[0].score / 100 if receipt.ranked else 0.0,
        len(ranking.unheard) / max(len(words_of(case.question.text)), 1),
        log(len(words_of(case.question.text)) + 1),
        float(isinstance(outcome, Premise)),
        *(float(receipt.rule == rule) for rule in _RULES),
    )


def same(index: Index, claim: str, other: str) -> bool:
    """Tell whether two claims have one statement, so that whoever asks for one is served by the other."""
    return index.by_id[claim].claim.statement == index.by_id[other].claim.statement


def _sum_of(index: Index, ranking: Ranking, claims: Iterable[str]) -> float:
    """Return the share of all claims with the statements of these."""
    statements = {index.by_id[claim].claim.statement for claim in claims}
    return sum(
        match.score / 100
        for match in ranking.matches
        if index.by_id[match.claim].claim.statement in statements
    )


def _log(share: float) -> float:
    return log(share + _LEAST)
