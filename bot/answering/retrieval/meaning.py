"""Counts what a sentence encoder says of the likeness of texts, beside what their terms say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

# How much of the likeness of two texts an encoder says, where there is one; like meanings count more than
# half-like ones.
SHARE, SLOPE = 4 / 5, 3.0


def with_meaning(
    scores: Sequence[float], kept: memoryview, encoded: np.ndarray, shares: Sequence[float]
) -> list[float]:
    """Return the scores of a text's terms together with those of its meaning, by what a head keeps.

    `kept` has what is encoded of each phrasing, `encoded` is that of the text.
    """
    phrasings = np.asarray(kept)
    own = np.asarray(shares).reshape(-1, len(scores))[: len(phrasings)]
    found: list[float] = together(np.asarray(scores), meaning(phrasings @ encoded) @ own).tolist()
    return found


def meaning(cosines: np.ndarray) -> np.ndarray:
    """Return how like (0-1) in meaning texts are by the cosines of what is encoded."""
    return np.asarray(np.exp(SLOPE * (cosines - 1)), np.float32)


def together(terms: np.ndarray, meant: np.ndarray) -> np.ndarray:
    """Return together what the terms of texts say and what their meaning says."""
    return np.asarray((1 - SHARE) * terms + SHARE * meant, np.float32)
