"""Says to a curator how the thresholds of a briefing are set."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.answering.retrieval.calibration import Calibration
    from bot.desk.validating import Calibrated

_MOST_LOST = 20


def report(found: Calibrated, risk: float) -> str:
    """Return the calibration of a briefing as plain text; *risk* is the selective risk wanted (0-1)."""
    return "\n".join(_lines(found, risk))


def _lines(found: Calibrated, risk: float) -> Iterator[str]:
    by = found.by_phrasing
    yield f"{found.briefing}: {found.phrasings} phrasings of {found.claims} claims."
    yield from (f"- {hint}" for hint in found.hints)
    yield f"- A claim found by what a question names needs a score of {found.threshold:g} of 100."
    if by.thin:
        yield "- Too few phrasings to calibrate by: give each claim at least eight."
    if found.by_example is None:
        yield from _by_phrasing(by, risk)
    else:
        coverage, wrong = found.by_example
        yield (
            f"- Expected with all that decides, each example asked apart: coverage {100 * coverage:.0f} %,"
            f" selective risk {100 * wrong:.1f} %, of examples of which many only come near."
        )
    if found.pairs:
        yield "- Most confusable claims, with how often one was found for the other:"
        yield from (f"    {one} / {other}: {times}" for one, other, times in found.pairs)
    if not found.lost:
        yield "- Every phrasing finds its own claim."
        return
    why = f'`briefing-bot why --briefing {found.briefing} "…"` tells why'
    yield f"- Phrasings that do not find their own claim ({why}): {len(found.lost)}"
    for claim, phrasing, others in found.lost[:_MOST_LOST]:
        yield f"    {claim}: “{phrasing}” finds {', '.join(others) or 'nothing'}"
    if len(found.lost) > _MOST_LOST:
        yield f"    and {len(found.lost) - _MOST_LOST} more"


def _by_phrasing(by: Calibration, risk: float) -> Iterator[str]:
    yield (
        f"- A claim found by its phrasings alone needs a score of {100 * by.threshold:.1f}, and a lead of"
        f" {_margin(by.margin)} over the next to be answered without a choice."
    )
    yield (
        "- Expected so, each phrasing or example asked apart: coverage, the share of them answered without"
        f" asking back by phrasing alone, {100 * by.coverage:.0f} %, and selective risk, the share of wrong"
        f" answers, {100 * by.risk:.1f} % (wanted: at most {100 * risk:g} %)."
        " What a question names is looked at before, and answers most."
    )


def _margin(margin: float) -> str:
    return f"{100 * margin:.1f}" if margin <= 1 else "more than 100"
