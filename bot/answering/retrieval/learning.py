"""Learns from examples when an answer is to be trusted, by the grounds that there are for it."""

from __future__ import annotations

from math import inf, log
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from bot.answering.retrieval.trust import Trust

if TYPE_CHECKING:
    from collections.abc import Sequence

# A wrong answer is worse than none; but what the rules say is right more often than among the examples, of
# which many were written to come near a claim.
DOUBTED = 0.15
# What no claim answers was written to come near one, which people do half as often as the examples.
STRANGE_SHARE = 0.5
RIDGE = 1.0
STEPS = 30
# Of so many parts one is judged while it is learnt from the others.
PARTS = 5
_NEVER, _ALWAYS = np.array([-99.0]), np.array([99.0])


class Trial(NamedTuple):
    """What an example could be answered with, and whether that is right.

    `found` are the grounds for the claim that it is asked like, `given` those for what the rules answer;
    None where there is none, or where it is not for examples to tell. `covered` tells whether it asks for a
    claim at all, `answered` whether the rules alone decide, and answer.
    """

    found: Sequence[float] | None
    given: Sequence[float] | None
    found_right: bool
    given_right: bool
    answered: bool
    covered: bool


def learn(trials: Sequence[Trial], risk: float) -> Trust:
    """Return the trust that keeps the share of wrong answers by examples among all within *risk* (0-1)."""
    doubted = log(DOUBTED / (1 - DOUBTED))
    given_right = np.array([one.given_right for one in trials], bool)
    found_right = np.array([one.found_right for one in trials], bool)
    given, given_odds = _fitted([one.given for one in trials], given_right)
    found, found_odds = _fitted([one.found for one in trials], found_right)
    gives = np.array([one.given is not None for one in trials], bool)
    kept = gives & (given_odds >= doubted)
    preferred = np.array([one.found is not None for one in trials], bool) & (
        ~gives | (found_odds > given_odds)
    )
    order = np.flatnonzero(preferred)
    order = order[np.argsort(-found_odds[order], kind="stable")]
    # Where the rules would be wrong as well, nothing is lost.
    spoilt = kept & ~given_right
    wrong = np.cumsum([0.0 if spoilt[n] else _harm(trials[n]) for n in order.tolist()])
    by_rule = kept | np.array([one.answered for one in trials], bool)
    others = int((by_rule & ~preferred).sum())
    within = np.flatnonzero(wrong <= risk * (others + np.arange(1, len(order) + 1)))
    least = float(found_odds[order[within[-1]]]) if len(within) else inf
    by_found = preferred & (found_odds >= least)
    answered, right = by_found | by_rule, np.where(by_found, found_right, given_right)
    covered = np.array([one.covered for one in trials], bool)
    coverage = float(answered[covered].mean()) if covered.any() else 0.0
    wrongly = float((answered & ~right).sum() / max(answered.sum(), 1))
    return Trust(tuple(found.tolist()), tuple(given.tolist()), (least, doubted), (coverage, wrongly))


def _harm(trial: Trial) -> float:
    """Return how much of a wrong answer the claim found is."""
    if trial.found_right:
        return 0.0
    return 1.0 if trial.covered else STRANGE_SHARE


def _fitted(grounds: Sequence[Sequence[float] | None], right: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the weights with the bias last, and the odds of each by what the other parts taught."""
    usable = np.array([n for n, one in enumerate(grounds) if one is not None], np.int64)
    odds = np.zeros(len(grounds))
    wanted = right[usable].astype(np.float64)
    if len(set(wanted.tolist())) < 2:  # noqa: PLR2004 - right ones and wrong ones
        weights = _ALWAYS if wanted.any() else _NEVER
        odds[usable] = weights[-1]
        return weights, odds
    rows = np.array([grounds[n] for n in usable.tolist()], np.float64)
    parts = np.arange(len(usable)) % PARTS
    for part in range(PARTS):
        weights = _regressed(rows[parts != part], wanted[parts != part])
        odds[usable[parts == part]] = rows[parts == part] @ weights[:-1] + weights[-1]
    return _regressed(rows, wanted), odds


def _regressed(rows: np.ndarray, wanted: np.ndarray) -> np.ndarray:
    """Return the weights of a logistic regression, found with Newton's steps, and its bias last."""
    middle, spread = rows.mean(axis=0), rows.std(axis=0) + 1e-9
    scaled = np.column_stack([(rows - middle) / spread, np.ones(len(rows))])
    weights = np.zeros(scaled.shape[1])
    for _ in range(STEPS):
        likely = 1 / (1 + np.exp(-(scaled @ weights)))
        bend = (scaled * (likely * (1 - likely))[:, None]).T @ scaled + RIDGE * np.eye(len(weights))
        weights -= np.linalg.solve(bend, scaled.T @ (likely - wanted) + RIDGE * weights)
    slopes = weights[:-1] / spread
    return np.append(slopes, weights[-1] - slopes @ middle)
