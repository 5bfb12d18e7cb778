"""Tells what a message says to be proven, whosever claim it is."""

import re
from dataclasses import replace

from bot.answering.claims.index import Index
from bot.answering.reading.question import ANYBODY
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
_HELD_TRUE = r"(?:confirm(?:ed|s)?|verif(?:y|ied|ies)|corroborate[ds]?|authenticated|fact-checked)"
# "Monitors have confirmed the 14 dead"
_BY_WHOM = re.compile(
    r"\W*+(?P<who>(?:(?!(?:is|are|was|were|been|being)\b)[^\s,;:.]+\s+){1,6}?)(?:(?:has|have|had)\s+)?"
    rf"(?:(?:now|\w+ly)\s+)?(?<!\bthe\s)(?<!\ba\s){_HELD_TRUE}\s+(?:that\s+)?(?P<fact>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
# "Her claim of 14 dead was independently verified"
_BEHIND = re.compile(
    r"(?P<fact>[^.;]+?)(?<!which)(?<!that)\s+(?:(?:has|have|had)\s+been|is|are|was|were)(?:\s+(?:now|since|\w+ly))*"
    rf"\s+(?:{_HELD_TRUE}|proven|proved)(?:\s+(?:independently|by\s+(?P<who>[^,;]+)))?\W*",
    re.IGNORECASE,
)


def proven(index: Index, sentence: str) -> str | None:
    """Return what a sentence says to be proven ("she has proof that …"), None where it says nothing so.

    Who is known to the briefing may confirm only what they say themselves.
    """
    for found in filter(
        None, (_PROVEN.match(sentence), _BY_WHOM.match(sentence), _BEHIND.fullmatch(sentence))
    ):
        fact, who = found["fact"], found.groupdict().get("who") or ""
        if found.re is _BEHIND and not index.reader.read(fact).find("number"):
            continue  # that the figures are verified, all of them, is what the caveat is of
        beside = sentence[: found.start("fact")] + sentence[found.end("fact") :]
        whose = index.reader.read(who)
        if not (_NO.search(beside) or whose.find(*ANYBODY, "negation") or whose.asks("both", "them")):
            return fact
    return None


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
    ahead, _, behind = sentence.partition(found.quote)
    proof = ahead.strip() or behind.strip() or sentence
    return replace(found, verdict="distorts", field="attribution", said=proof, briefing=index.names[who])
