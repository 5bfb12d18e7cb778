"""Which answer examples teach to trust."""

from __future__ import annotations

import numpy as np
import pytest

from bot.answering.retrieval.learning import Trial, learn
from bot.answering.retrieval.trust import Trust


def trial(found: float | None, *, right: bool, covered: bool = True, given: float | None = None) -> Trial:
    """Return a trial with a single ground for either answer; the rules are right if theirs is positive."""
    return Trial(
        None if found is None else (found,),
        None if given is None else (given,),
        found_right=right,
        given_right=given is not None and given > 0,
        answered=False,
        covered=covered,
    )


def sharp(wrong: int) -> list[Trial]:
    """Return trials of which the stronger ones are right, but for some."""
    rng = np.random.default_rng(0)
    strong = [trial(float(value), right=n >= wrong) for n, value in enumerate(rng.normal(2, 0.5, 200))]
    weak = [trial(float(value), right=False, covered=False) for value in rng.normal(-2, 0.5, 200)]
    return [one for pair in zip(strong, weak, strict=True) for one in pair]


def test_strong_grounds_are_trusted_and_weak_ones_are_not() -> None:
    trust = learn(sharp(0), 0.01)
    assert trust.prefers_found((2.0,), None)
    assert not trust.prefers_found((-2.0,), None)
    coverage, wrong = trust.expected
    assert (coverage, wrong) == (pytest.approx(1, abs=0.02), pytest.approx(0, abs=0.03))


@pytest.mark.parametrize("risk", [0.001, 0.01, 0.05])
def test_no_more_is_trusted_than_the_risk_allows(risk: float) -> None:
    blurred = [*sharp(30), *(trial(1.5, right=n % 3 > 0) for n in range(60))]
    trust = learn(blurred, risk)
    asked = [one for one in blurred if one.found is not None and trust.prefers_found(one.found, None)]
    wrong = sum(not one.found_right for one in asked)
    # Each was judged by what the others taught, which is hardly another line.
    assert wrong <= risk * len(asked) + 2


def test_what_the_rules_say_is_doubted_only_on_weak_grounds() -> None:
    trust = learn([trial(None, right=False, given=value) for value in (2.0, -2.0, 1.0, -1.0) * 50], 0.01)
    assert trust.trusts_given((2.0,))
    assert not trust.trusts_given((-2.0,))


def test_the_stronger_of_two_answers_is_preferred() -> None:
    both = [trial(value, right=value > 0, given=-value) for value in (2.0, -2.0, 1.5, -1.5) * 50]
    trust = learn(both, 0.01)
    assert trust.prefers_found((2.0,), (-2.0,))
    assert not trust.prefers_found((2.0,), (2.5,))


def test_a_wrong_answer_to_what_is_not_covered_weighs_half() -> None:
    """Of examples more come near than of what people ask."""
    sure = [trial(2.0, right=True)] * 198 + [trial(1.8, right=True)] * 40 + [trial(-2.0, right=False)] * 100
    for covered, trusted in ((True, False), (False, True)):
        trust = learn([*sure, *[trial(1.9, right=False, covered=covered)] * 3], 0.01)
        assert trust.prefers_found((1.8,), None) is trusted


def test_without_a_wrong_one_or_a_right_one_nothing_is_told_apart() -> None:
    assert learn([trial(1.0, right=True)] * 5, 0.01).prefers_found((-9.0,), None)
    assert not learn([trial(1.0, right=False)] * 5, 0.01).prefers_found((9.0,), None)
    assert isinstance(learn([], 0.01), Trust)
