"""Sets from the phrasings when a text asks for a claim at all, and when for one and no other.

Every phrasing is asked with itself left out, which shows what is found and what is taken for another; and
with its whole claim left out, which shows how far a text comes that no claim covers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from bot.answering.retrieval.calibration import NEVER, Calibration

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

# Fewer phrasings leave a share of wrong answers that says nothing.
LEAST_ASKED = 50
# Of the phrasings whose claim is left out, so many find nothing. What no claim ever covered is further
# off: of real questions out of scope in public sets, two thirds to nineteen in twenty found nothing then.
LEFT_OUT_SILENT = 0.75
MOST_CONFUSABLE = 10


class Asked(NamedTuple):
    """Phrasings asked without themselves: claims as numbers, scores 0-1.

    `owners` are the claims that they are of, `found` those found with `scores` and
    `leads` over the next; `others` are the best claims but their own, -1 for none, with `other_scores`.
    `left_out` are the scores of the best claim for phrasings whose own was not there.
    """

    owners: np.ndarray
    found: np.ndarray
    scores: np.ndarray
    leads: np.ndarray
    others: np.ndarray
    other_scores: np.ndarray
    left_out: np.ndarray


class Beside(NamedTuple):
    """What is found for a text that asks for no claim: the best claim's score and lead (0-1)."""

    score: float
    lead: float


def calibrate(
    asked: Asked,
    besides: Sequence[Beside],
    risk: float,
    *,
    alike: Callable[[int, int], bool] = lambda _claim, _other: False,
) -> Calibration:
    """Return the calibration for at most this *risk* (0-1), which is the share of wrong answers among all.

    Whoever asks for a claim is as well served by one `alike`.
    """
    threshold = _threshold(asked.left_out)
    right = asked.found == asked.owners
    for n in np.flatnonzero(~right).tolist():
        right[n] = alike(int(asked.found[n]), int(asked.owners[n]))
    scores = np.concatenate([asked.scores, [one.score for one in besides]])
    leads = np.concatenate([asked.leads, [one.lead for one in besides]])
    good = np.concatenate([right, np.zeros(len(besides), bool)])
    counted = scores >= threshold
    margin = _margin(leads, good, counted, risk)
    direct = counted & (leads >= margin)
    answered = int(direct.sum())
    return Calibration(
        threshold,
        margin,
        float(direct[: len(right)].mean()) if len(right) else 0.0,
        float((direct & ~good).sum() / answered) if answered else 0.0,
        len(right) < LEAST_ASKED,
        _confusable(asked),
    )


def _threshold(left_out: np.ndarray) -> float:
    return float(np.quantile(left_out, LEFT_OUT_SILENT)) if len(left_out) else NEVER


def _margin(leads: np.ndarray, good: np.ndarray, asked: np.ndarray, risk: float) -> float:
    """Return the least lead beyond which the share of wrong answers stays within the risk."""
    order = np.flatnonzero(asked)[np.argsort(-leads[asked], kind="stable")]
    wrong = np.cumsum(~good[order]) / np.arange(1, len(order) + 1)
    within = np.flatnonzero(wrong <= risk)
    # Whatever the risk, a claim leads.
    return max(float(leads[order[within[-1]]]), 0.0) if len(within) else NEVER


def _confusable(asked: Asked) -> tuple[tuple[int, int, int], ...]:
    pairs: dict[tuple[int, int], list[float]] = {}
    for owner, other, score in zip(asked.owners, asked.others, asked.other_scores, strict=True):
        if other >= 0:
            pairs.setdefault((min(owner, other), max(owner, other)), []).append(float(score))
    taken: dict[tuple[int, int], int] = {}
    for owner, found in zip(asked.owners, asked.found, strict=True):
        if owner != found and found >= 0:
            key = (min(owner, found), max(owner, found))
            taken[key] = taken.get(key, 0) + 1
    ranked = sorted(pairs, key=lambda pair: (-taken.get(pair, 0), -sum(pairs[pair]), pair))
    return tuple(
        (int(one), int(other), taken.get((one, other), 0)) for one, other in ranked[:MOST_CONFUSABLE]
    )
