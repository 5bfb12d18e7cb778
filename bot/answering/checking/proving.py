"""Tells what a message says to be proven, whosever claim it is."""

import re
from dataclasses import replace

from bot.answering.claims.index import Index
from bot.answering.showing.checked import Finding

_PROOF = r"(?:(?:the|all|some|any|\w+)\s+){0,3}?(?:proof|evidence)"
# Who says that there is proof only says so.
_WHO = r"(?:(?!\b(?:say|says|said|claim\w*|insist\w*|no|not|if|whether)\b)[^\s,;:]+\s+){1,6}?"
_NO = re.compile(r"\b(?:no|not|never|without|nor|neither|any|little)\b|n['’]t\b", re.IGNORECASE)
_PROVEN = re.compile(
    r"\W*+(?:it(?:['’]?s|\s+(?:is|was|has\s+been))\s+(?:(?:been|now|long|all|\w+ly)\s+)*"
    r"(?:proven|proved|verified|confirmed|corroborated|established)"
    rf"|there(?:['’]?s|\s+(?:is|was))\s+(?:now\s+)?{_PROOF}|{_PROOF}\s+(?:has\s+)?(?:emerged|surfaced|shows?|exists)"
    rf"|{_WHO}(?:has|have|had|produced?|presented|provided|furnished|released|shown|published|found|got|offered)"
    rf"\s+(?:\w+\s+)?{_PROOF})"
    r"\s+that\s+(?P<fact>\S.*)",
    re.IGNORECASE | re.DOTALL,
)


def proven(sentence: str) -> str | None:
    """Return what a sentence says to be proven ("she has proof that …"), None where it says nothing so."""
    found = _PROVEN.match(sentence)
    no = found and _NO.search(sentence[: found.start("fact")])
    return found["fact"] if found and not no else None


def as_proven(index: Index, sentence: str, found: list[Finding]) -> list[Finding]:
    """Return what differs where all this is said to be proven: that somebody claims it, whoever is named.

    That what the publisher tells was proven is nothing that it tells.
    """
    told = [f for f in found if f.claim and index.by_id[f.claim].claim.claimant is None]
    more = [Finding(sentence, "not_covered")] if told else []
    return [*(_as_claimed(index, sentence, f) for f in found), *more]


def _as_claimed(index: Index, sentence: str, found: Finding) -> Finding:
    """Return what is found as a difference where it is somebody's claim, which nobody proves."""
    who = index.by_id[found.claim].claim.claimant if found.claim else None
    if found.verdict == "conflicting":
        return replace(found, verdict="distorts")
    if found.verdict != "matches" or who is None:
        return found
    proof = sentence[: sentence.find(found.quote)].strip() or sentence
    return replace(found, verdict="distorts", field="attribution", said=proof, briefing=index.names[who])
