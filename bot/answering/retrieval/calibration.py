"""Says when a text asks for a claim at all, and when for one and no other."""

from __future__ import annotations

from typing import NamedTuple

NEVER = 2.0  # a score that no text reaches


class Calibration(NamedTuple):
    """From which score (0-1) a claim is asked for at all, and by which lead over the next it alone.

    `coverage` is the share of phrasings answered directly and `risk` that of wrong ones among these; `thin`
    where there are too few to tell. `confusable` are pairs of claims, most confusable first, with how often
    one is found for the other.
    """

    threshold: float
    margin: float
    coverage: float
    risk: float
    thin: bool
    confusable: tuple[tuple[int, int, int], ...]


UNCALIBRATED = Calibration(NEVER, NEVER, 0.0, 0.0, thin=True, confusable=())
