"""Holds the order in which a message says things came against the order that the source gives them."""

import re
from dataclasses import replace
from itertools import pairwise, product
from typing import Literal, NamedTuple

from bot.answering.checking.counting import figure_assertions
from bot.answering.checking.figure_check import check_figure
from bot.answering.checking.tellings import Order, Telling, alone, tellings
from bot.answering.claims.index import Entry, Index
from bot.answering.claims.later import is_told_later
from bot.answering.reading.order_words import INTERVAL, is_later
from bot.answering.reading.question import AGENTS, Question
from bot.answering.showing.checked import Finding
from bot.briefing.known_ids import Topic

# What came of something was not before it ("…, triggering attacks").
_FOLLOWS = re.compile(r"\w+ing\b", re.IGNORECASE)
# What a claim is about that tells what came of what.
_CAUSES: frozenset[Topic] = frozenset({"cause", "retaliation", "response"})

# How a sentence begins that goes on from the one before ("Only after that …").
_LINK = re.compile(
    r"\W*(?:(?:and|but|only|just|right|shortly|soon|it\s+was)\s+)*"
    r"(?:(?:after(?:\s+(?:that|this|which)|wards?)|then|later|next|following\s+(?:that|this))"
    r"|(?P<before>before\s+(?:that|this)|prior\s+to\s+(?:that|this)|earlier|previously))\b",
    re.IGNORECASE,
)
_OF_THAT = re.compile(
    r"\b(?:retaliation|response|reply|reaction|revenge|answer|reprisals?|payback)\s+(?:for|to|against)\s+"
    r"(?:that|this|it|those|these)\b",
    re.IGNORECASE,
)
_INTERVAL = re.compile(rf"\b(?P<lasts>for\s+)?{INTERVAL}", re.IGNORECASE)
_ORDER = re.compile(r",?\s+(before|after)\s+", re.IGNORECASE)
_ORDERS: dict[str, Order] = {"before": "after", "after": "before"}

_Order = Literal["so", "turned"]


class _Told(NamedTuple):
    """A telling as it is read, with a claim that it was held against."""

    question: Question
    entry: Entry


class _Clause(NamedTuple):
    """A clause of a statement; of two the one with the lower `rank` came first."""

    question: Question
    rank: int


def disorder(
    index: Index, parts: tuple[Telling, ...], apart: list[list[Finding]], *, caused: bool = False
) -> list[Finding]:
    """Return what is said to have come before or after what it did not, or is not known to have.

    Or to have *caused* it.
    """
    found: list[Finding] = []
    for one, other in pairwise(zip(parts, apart, strict=True)):
        order = other[0].order
        if order is None:
            continue
        first, last = (other, one) if order == "before" else (one, other)
        ones, others = _claims_told(index, *first), _claims_told(index, *last)
        ones = ones or _beside(index, first[0], others)
        others = others or _beside(index, last[0], ones)
        if not ones or not others:
            continue
        late = _late(index, ones, others, caused=caused)
        if late is None or (not late and _gives_an_interval(ones, one[0].readings[0].within)):
            found.append(Finding(one[0].readings[0].within, "not_covered"))
        else:
            turned = [f for f in first[1] if f.claim in late] or (last[1] if late and not first[1] else [])
            found += [_turned(f, index, caused=caused) for f in turned]
    return found


def _gives_an_interval(told: list[_Told], sentence: str) -> bool:
    """Tell whether a sentence says by how much one thing came first, and the source does not."""
    interval = _INTERVAL.search(sentence)
    if interval is None or interval["lasts"]:
        return False
    return not any(interval[0] in one.entry.claim.statement for one in told)


def linked(
    index: Index, before: str, earlier: list[Finding], sentence: str, found: list[Finding]
) -> list[Finding]:
    """Return what a sentence says to have been before or after the one *before*, or to have come of it."""
    link = _LINK.match(sentence)
    if not (link or answering(sentence)) or not earlier or not found:
        return []
    order: Order = "before" if link and link["before"] else "after"
    parts = (alone(index, before, before, None), alone(index, sentence, sentence, order))
    differing = disorder(index, parts, [earlier, found], caused=link is None)
    return [replace(f, quote=sentence, said=sentence) for f in differing if f.verdict == "distorts"]


def answering(sentence: str) -> str | None:
    """Return what a sentence says to be the answer to the one before ("the raid was a response to that")."""
    of_that = _OF_THAT.search(sentence)
    return sentence[: of_that.start()] if of_that else None


def counted_in_order(index: Index, sentence: str, heard: frozenset[str]) -> list[Finding]:
    """Return what is wrong in the order that a sentence gives to what two say ("she said 12 before he …")."""
    first, order, last = (*_ORDER.split(sentence, maxsplit=1), "", "")[:3]
    halves = [index.reader.read(text) for text in (first, last)]
    if not all(half.find("number") and half.find("claimant", "person") for half in halves):
        return []
    counts = [figure_assertions(index, text, heard) for text in (first, last)]
    found = [[f for one in some for f in check_figure(index, one)] for some in counts]
    if not all(found):
        return [Finding(sentence, "not_covered")]
    parts = (alone(index, sentence, first, None), alone(index, sentence, last, _ORDERS[order.casefold()]))
    return disorder(index, parts, found)


def _claims_told(index: Index, part: Telling, found: list[Finding]) -> list[_Told]:
    question = part.readings[0].question
    return [_Told(question, index.by_id[finding.claim]) for finding in found if finding.claim]


def _beside(index: Index, part: Telling, told: list[_Told]) -> list[_Told]:
    """Return what else the same sentences of the source tell that a part only names ("before the raids")."""
    question = part.readings[0].question
    acts = question.values("topic") & index.reader.acts
    statements = {one.entry.claim.statement for one in told}
    if any(slot.at >= 0 for slot in question.find(*AGENTS, "place", "date", "number")):
        return []  # whoever speaks ahead is not named there
    among = (entry for entry in index.entries if entry.claim.statement in statements)
    found = [entry for entry in among if acts & index.kinds(entry.claim.topics)]
    return [_Told(question, entry) for entry in found if entry not in [one.entry for one in told]]


def _turned(finding: Finding, index: Index, *, caused: bool) -> Finding:
    claim = index.by_id[finding.claim or ""].claim
    if caused:
        return Finding(finding.quote, "distorts", "direction", finding.quote, claim.statement, claim.id)
    when = ", ".join(claim.when) or claim.said or claim.statement
    return Finding(finding.quote, "distorts", "order", finding.quote, when, claim.id)


def _late(index: Index, ones: list[_Told], others: list[_Told], *, caused: bool) -> set[str] | None:
    """Return which claims of *ones* the source has after those of *others*, None where it does not tell.

    What a sentence says of both goes before what their days say.
    """
    both = list(product(ones, others))
    stated = {pair: _stated(index, *pair) for pair in both}
    dated = {pair: _dated(*pair) for pair in both}
    so = [pair for pair in both if stated[pair] == "so"]
    turned = [pair for pair in both if stated[pair] == "turned"]
    if not turned and not so:
        so = [] if caused else [pair for pair in both if dated[pair] == "so"]
        turned = both if all(one == "turned" for one in dated.values()) else []
    elif not so and "so" in dated.values():
        return None
    related = ({*one.entry.claim.topics, *other.entry.claim.topics} for one, other in so)
    if so and caused and not any(_CAUSES & topics for topics in related):
        return None
    if so:
        return set()
    return {one.entry.claim.id for one, _ in turned} or None


def _dated(one: _Told, other: _Told) -> _Order | None:
    before, after = one.entry.days, other.entry.days
    if not before or not after or (min(before) <= max(after) and min(after) <= max(before)):
        return None
    return "so" if max(before) < min(after) else "turned"


def _stated(index: Index, one: _Told, other: _Told) -> _Order | None:
    """Return whether a sentence of the source has two tellings in this order, or "later" does."""
    before, after = one.entry, other.entry
    for entry in (before, after):
        if before.claim.statement != after.claim.statement and len(index.made_with[entry.claim.passage]) > 1:
            continue  # what else the sentence tells is another claim's
        clauses = _clauses(index, entry.claim.statement)
        ones, others = ([c.rank for c in clauses if _has_what_is_told(index, t, c)] for t in (one, other))
        if ones and others and (max(ones) < min(others) or max(others) < min(ones)):
            return "so" if max(ones) < min(others) else "turned"
    if is_later(after.claim.said) and before.claim.passage.start < after.claim.passage.start:
        return "so"
    return "turned" if is_told_later(index, before, after) else None


def _clauses(index: Index, statement: str) -> list[_Clause]:
    """Return the clauses of a statement: what "after" begins came before all that stands before it."""
    found: list[_Clause] = []
    rank = 0
    for part in tellings(index, statement):
        if part.order == "before":
            rank = min(clause.rank for clause in found) - 1
        elif part.order == "after" or (found and _FOLLOWS.match(part.readings[0].quote)):
            rank += 1
        found.append(_Clause(part.readings[-1].question, rank))
    return found


def _has_what_is_told(index: Index, told: _Told, clause: _Clause) -> bool:
    """Tell whether a clause has what is told: its doer, and an act, at none but its places."""
    doers = index.sides_of(told.question.find("actor")) or index.sides_of(told.question.find("party"))
    if not doers and told.entry.claim.actor and told.question.values("topic") & index.reader.acts:
        doers = frozenset({index.side_of(told.entry.claim.actor)})
    own = index.sides_of(clause.question.find("actor")) or index.sides_of(clause.question.find(*AGENTS))
    places, others = (question.values("place") for question in (told.question, clause.question))
    topics = (_acts(index, question) for question in (told.question, clause.question))
    apart = bool(places and others) and places.isdisjoint(others)
    return bool(frozenset.intersection(*topics)) and (not doers or bool(doers & own)) and not apart


def _acts(index: Index, question: Question) -> frozenset[str]:
    """Return what is done in a clause, and of what kind it is; who strikes first attacks."""
    topics = question.values("topic")
    return index.kinds(topics | ({"attack"} if "first-blow" in topics else frozenset()))
