"""What checking a message against a briefing finds: never that it is true or false."""

from dataclasses import dataclass
from typing import Literal

from bot.answering.showing.imprint import Imprint
from bot.answering.showing.reply import ShownCaveat, ShownClaim, Suggestion

Verdict = Literal["matches", "distorts", "conflicting", "not_covered", "several"]
DifferingField = Literal[
    "figure", "measure", "victim", "claimant", "place", "date", "order", "direction", "attribution", "side"
]
# The field, what the message says there, and what the briefing has.
Difference = tuple[DifferingField, str, str]


@dataclass(frozen=True, slots=True)
class Finding:
    """Words of the message held against one claim; `said` and `briefing` are what each says of `field`."""

    quote: str
    verdict: Verdict
    field: DifferingField | None = None
    said: str | None = None
    briefing: str | None = None
    claim: str | None = None


@dataclass(frozen=True, slots=True)
class Checked:
    """A message held against the briefing, with every claim that it touches.

    Where nothing tells which of several briefings is meant, it has no imprint, and `each` is the same of one.
    Where it touches none, `nearest` are the covered questions that are nearest to it.
    """

    message: str
    verdict: Verdict
    findings: tuple[Finding, ...]
    claims: tuple[ShownClaim, ...]
    caveats: tuple[ShownCaveat, ...]
    imprint: Imprint | None
    each: "tuple[Checked, ...]" = ()
    nearest: tuple[Suggestion, ...] = ()
