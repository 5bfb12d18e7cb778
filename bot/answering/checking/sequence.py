"""Holds the order in which a message says things came against the order that the source gives them."""

import re
from collections.abc import Sequence
from itertools import pairwise, product
from typing import NamedTuple

from bot.answering.checking.tellings import NEXT, Telling, tellings
from bot.answering.claims.index import Entry, Index
from bot.answering.showing.checked import Finding

# What came of something was not before it ("…, triggering attacks").
_FOLLOWS = re.compile(r"\w+ing\b", re.IGNORECASE)


class _Told(NamedTuple):
    """What a telling is about, with a claim that it was held against."""

    topics: frozenset[str]
    entry: Entry


def disorder(index: Index, parts: tuple[Telling, ...], apart: list[list[Finding]]) -> list[Finding]:
    """Return what is said to have come before or after what it did not, or is not known to have."""
    found: list[Finding] = []
    for one, other in pairwise(zip(parts, apart, strict=True)):
        order = other[0].order
        first, last = (other, one) if order == "before" else (one, other)
        ones, others = _told(index, *first), _told(index, *last)
        if order is None or not ones or not others:
            continue
        late = [told.entry for told in _late(index, ones, others)]
        found += [
            _turned(finding, entry)
            for finding in first[1]
            for entry in late
            if finding.claim == entry.claim.id
        ]
        if not late and not any(_may_precede(*both) for both in product(ones, others)):
            found.append(Finding(one[0].readings[0].within, "not_covered", None, None, None, None))
    return found


def _told(index: Index, part: Telling, found: list[Finding]) -> list[_Told]:
    topics = part.readings[0].question.values("topic")
    return [_Told(topics, index.by_id[finding.claim]) for finding in found if finding.claim]


def _turned(finding: Finding, entry: Entry) -> Finding:
    claim = entry.claim
    when = ", ".join(claim.when) or claim.said or claim.statement
    return Finding(finding.quote, "distorts", "order", finding.quote, when, claim.id)


def _late(index: Index, ones: Sequence[_Told], others: Sequence[_Told]) -> list[_Told]:
    """Return which of *ones* the source has after *others*: by their days, by "later" or by "after"."""
    days = [[told.entry.days for told in some] for some in (ones, others)]
    if all(each for some in days for each in some):
        return list(ones) if min(map(min, days[0])) > max(map(max, days[1])) else []
    return [
        one
        for one in ones
        if any(_is_later(index, one.entry, two.entry) or _is_after(index, one, two) for two in others)
    ]


def _may_precede(one: _Told, other: _Told) -> bool:
    """Tell whether the source has *one* before *other*, or both in one sentence, in whatever order."""
    before, after = one.entry, other.entry
    later = _says_later(after) and before.claim.passage.start < after.claim.passage.start
    dated = bool(before.days and after.days) and min(before.days) <= max(after.days)
    return later or dated or bool(one.topics & after.told or other.topics & before.told)


def _says_later(entry: Entry) -> bool:
    return entry.claim.said is not None and NEXT.match(entry.claim.said) is not None


def _is_later(index: Index, entry: Entry, one: Entry) -> bool:
    """Tell whether a claim was made "later", and *one* is of the sentence right before it."""
    here = entry.claim.passage
    passages = (other.claim.passage for other in index.entries)
    before = [p for p in passages if p.source == here.source and p.end <= here.start]
    return _says_later(entry) and one.claim.passage == max(before, key=lambda p: p.end, default=None)


def _is_after(index: Index, told: _Told, one: _Told) -> bool:
    """Tell whether a statement puts what is *told* "after …" what only the claim of *one* is about."""
    shared = _told_after(index, told) & set(one.entry.claim.topics)
    return any(sum(topic in other.claim.topics for other in index.entries) == 1 for topic in shared)


def _told_after(index: Index, told: _Told) -> frozenset[str]:
    """Return the topics of what a statement puts that "after" which is *told*."""
    main: set[str] = set()
    after: set[str] = set()
    for part in tellings(index, told.entry.claim.statement):
        topics = part.readings[0].question.values("topic")
        if part.order == "before" or (after and not _FOLLOWS.match(part.readings[0].quote)):
            after |= topics
        elif not after:
            main |= topics
    return frozenset(after - main) if told.topics & main - after else frozenset()
