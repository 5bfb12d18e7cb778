"""Tells what a message says to be proven, whosever claim it is."""

import re
from dataclasses import replace

from bot.answering.showing.checked import Finding

_PROVEN = re.compile(
    r"\W*it(?:['’]s|\s+(?:is|was|has\s+been))\s+(?:(?:been|now|long|all|\w+ly)\s+)*"
    r"(?:proven|proved|verified|confirmed|corroborated|established)\s+that\s+(?P<fact>\S.*)",
    re.IGNORECASE | re.DOTALL,
)


def proven(sentence: str) -> str | None:
    """Return what a sentence says to be proven ("it's proven that …"), None where it says nothing so."""
    found = _PROVEN.match(sentence)
    return found["fact"] if found else None


def as_proven(finding: Finding) -> Finding:
    """Return what differs where a claim that is contested is said to be proven: whose claim it is."""
    return replace(finding, verdict="distorts") if finding.verdict == "conflicting" else finding
