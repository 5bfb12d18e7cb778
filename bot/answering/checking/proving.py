"""Tells what a message says to be proven, whosever claim it is."""

import re
from dataclasses import replace

from bot.answering.claims.index import Index
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


def as_proven(index: Index, sentence: str, found: list[Finding]) -> list[Finding]:
    """Return what differs where all this is said to be proven: whose claim it is, if it is contested.

    That what the publisher tells was proven is nothing that it tells.
    """
    told = [f for f in found if f.claim and index.by_id[f.claim].claim.claimant is None]
    more = [Finding(sentence, "not_covered")] if told else []
    return [*(replace(f, verdict="distorts") if f.verdict == "conflicting" else f for f in found), *more]
