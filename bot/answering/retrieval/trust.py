"""Tells by the grounds for an answer whether it is to be trusted, as was learnt from examples."""

from __future__ import annotations

from operator import mul
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence


class Trust(NamedTuple):
    """Two logistic regressions on grounds, each with its bias last: the log odds that an answer is right.

    `least` are the least log odds for the claim found and for what the rules give. `expected` are the share
    of examples answered, of those that ask for a claim, and the share of wrong answers among all, each
    weighed by what the others taught.
    """

    found: tuple[float, ...]
    given: tuple[float, ...]
    least: tuple[float, float]
    expected: tuple[float, float]

    def prefers_found(self, found: Sequence[float], given: Sequence[float] | None) -> bool:
        """Tell whether the claim that a question is asked like answers it, and better than what is given."""
        odds = _log_odds(self.found, found)
        return odds >= self.least[0] and (given is None or odds > _log_odds(self.given, given))

    def trusts_given(self, given: Sequence[float]) -> bool:
        """Tell whether what the rules answer a question with may be said."""
        return _log_odds(self.given, given) >= self.least[1]


def _log_odds(weights: Sequence[float], grounds: Sequence[float]) -> float:
    return sum(map(mul, weights[:-1], grounds), weights[-1])
