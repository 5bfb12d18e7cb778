"""Finds what a message has as few, rare, small, allowed or on a condition, where a statement has not."""

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from bot.answering.claims.index import Index
from bot.answering.reading.cues import has_cue
from bot.answering.reading.question import Question
from bot.answering.reading.text import tokenise
from bot.briefing.known_ids import Cue, Topic
from bot.briefing.models import Claim

_WILLING: Topic = "willing"
FEW: Cue = "few"
_MANY, _ALWAYS = "many", "always"
_CONDITION = re.compile(
    r",?\s*\b(?P<if>(?:but\s+)?only\s+(?:if|when|after|once)(?!\s+(?:that|this)\b)|on\s+(?:the\s+)?condition\b"
    r"|provided\b|providing\s+that|as\s+long\s+as|so\s+long\s+as|unless|conditional\s+(?:up)?on|contingent\s+(?:up)?on"
    r"|depends?\s+(?:up)?on|hinges?\s+(?:up)?on)\b.*$",
    re.IGNORECASE | re.DOTALL,
)
_FORBIDDEN = re.compile(
    r"\b(?:bann(?:ed|ing|s)|bans?|forb(?:id|ids|ade|idden|idding)|prohibit\w*|outlaw\w*|disallow\w*)\b",
    re.IGNORECASE,
)
_ALLOWED = re.compile(
    r"\b(?:allow(?:s|ed|ing)?|permit(?:s|ted|ting)?|legal(?:i[sz]ed?)?|authori[sz]\w+)\b",
    re.IGNORECASE,
)
# What has something as small ("a limited war"), and what a statement has as large ("a full-scale war").
_SLIGHT = re.compile(
    r"\b(?:(?:rather|very|quite|just|merely|only) )?(?:limited|minor|small(?:[- ]scale)?|little|brief|partial"
    r"|local(?:i[sz]ed)?|low[- ](?:level|intensity)|restricted|contained|modest|mild)(?= (?P<noun>\w+))\s",
    re.IGNORECASE,
)
_LARGE = frozenset(
    {"full", "scale", "open", "total", "major", "heavy", "massive", "all-out", "out", "intense"}
)
_SAID_BEHIND = re.compile(
    r"^(?:\s+\S+){1,6}?\s+(?:said|says)\W*$|^\s+(?:said|says|according\s+to)\b", re.IGNORECASE
)


class Conditional(NamedTuple):
    """What a sentence says, and the words that limit how far, or on what condition, it is so."""

    told: str
    words: str


def fewer(claim: Claim, question: Question) -> str | None:
    """Return the words by which a message has few of what a statement has many."""
    tokens = tokenise(claim.statement)
    for few, counted in pairwise(question.spans):
        many = {after.stem for token, after in pairwise(tokens) if token.word == _MANY}
        if has_cue(few, FEW) and tokenise(counted.words)[0].stem in many:
            return few.typed
    return None


def seldom(claim: Claim, question: Question) -> str | None:
    """Return the words by which a message has as rare, or as new, what a statement has always been."""
    said, told = ({t.word for t in tokenise(text)} for text in (claim.statement, question.text))
    if _ALWAYS not in said - told:
        return None
    return next((span.typed for span in question.spans if has_cue(span, "seldom")), None)


def permitted(claim: Claim, question: Question) -> str | None:
    """Return the words that have as allowed what a statement has as forbidden, or the other way."""
    for told, turned in ((_FORBIDDEN, _ALLOWED), (_ALLOWED, _FORBIDDEN)):
        said = turned.search(question.text)
        both = told.search(question.text) or turned.search(claim.statement)
        if told.search(claim.statement) and said and not both and not question.find("negation"):
            return said.group()
    return None


def conditional(sentence: str) -> Conditional | None:
    """Return what a sentence says on a condition ("they will talk only if …"), None where it has none."""
    found = _CONDITION.search(sentence)
    told = sentence[: found.start()] if found else ""
    if not found or not told.strip():
        return None
    words, comma, who = found.group().rpartition(",")
    said = comma and _SAID_BEHIND.search(who)
    if said:  # "…, but only if they stop, Lund said"
        return Conditional(f"{told}, {who.strip()}", words.strip(" ,."))
    return Conditional(told, found.group().strip(" ,."))


def belittled(sentence: str) -> Conditional | None:
    """Return what a sentence says of something that it has as small, None where it has nothing so."""
    found = _SLIGHT.search(sentence)
    if found is None:
        return None
    told = f"{sentence[: found.start()]}{sentence[found.end() :]}"
    return Conditional(told, f"{found.group().strip()} {found['noun']}")


def large(index: Index, claims: Iterable[str], words: str) -> list[Claim]:
    """Return which of these claims have as large what *words* have as small."""
    noun = tokenise(words)[-1].stem
    told = ((index.by_id[one].claim, tokenise(index.by_id[one].claim.statement)) for one in claims)
    return [
        claim
        for claim, tokens in told
        if any(one.word in _LARGE and two.stem == noun for one, two in pairwise(tokens))
    ]


def unconditional(index: Index, claims: Iterable[str]) -> list[Claim]:
    """Return which of these claims have somebody ready for something on no condition."""
    willing = [index.by_id[one].claim for one in claims if _WILLING in index.by_id[one].claim.topics]
    return [claim for claim in willing if not _CONDITION.search(claim.statement)]
