"""Tells a number of all from one of some of them, where one sentence of the source gives both."""

import re
from collections.abc import Iterable, Iterator

from bot.answering.claims.figure_query import Row
from bot.answering.claims.index import Index
from bot.answering.reading.question import Question, Slot
from bot.answering.reading.text import tokenise
from bot.answering.showing.checked import Difference, Finding

# "All of their bodies", "every single one", but "all in all" and "not all"; "all the while" counts nobody.
_ALL = re.compile(
    r"(?<!\bnot )(?<!n['’]t )(?<!\bin )(?<!\bof )(?<!\bat )(?<!\bafter )(?<!\babove )"
    r"\b(?:all|every|each)\b(?!\s+(?:in|over|along|told|about|by|because|due|thanks|for|from|the\s+(?:while|time|way|same|more)"
    r"|day|night|time|side|sides|other|claims?|true|else|parties)\b)(?=\s+\w)",
    re.IGNORECASE,
)


def misparted(index: Index, rows: list[Row], row: Row, question: Question) -> Difference | None:
    """Return what a message has of all that is told of some ("130 were hurt by stones"), or the other way."""
    topics = question.values("topic")
    for other in rows:
        if not _counts_of_one(row, other):
            continue
        own, theirs = (set(one.entry.claim.topics) for one in (row, other))
        of_some = [slot for slot in question.find("topic") if slot.value in theirs - own]
        if of_some and not topics & own - theirs:
            return "direction", of_some[0].words, row.figure.words
        if own > theirs and topics.isdisjoint(index.kinds(own - theirs)):
            return "figure", row.figure.words, other.figure.words
    return None


def all_of_some(index: Index, claims: Iterable[str], sentence: str) -> Iterator[Finding]:
    """Yield what a sentence says became of all it counts ("all of them captured") and was of other many."""
    question = index.reader.read(sentence)
    tokens, spans = tokenise(question.text), question.spans
    alls = [
        next((at for at, span in enumerate(spans) if tokens[span.last - 1].end > found.start()), 0)
        for found in _ALL.finditer(question.text)
    ]
    numbers = question.find("number")
    for measure in question.find("measure") if numbers else ():
        start = max((at for at in alls if at <= measure.at), default=None)
        # "All 12 were killed, 27 hurt": another number counts the others.
        if start is None or any(start + 1 < slot.at < measure.at for slot in numbers):
            continue
        words = question.text[tokens[spans[start].first].start : tokens[spans[measure.at].last - 1].end]
        given = {slot.value for slot in numbers}
        for claim in dict.fromkeys(claims):
            if other := _in_another_number(index, claim, measure, given):
                yield Finding(sentence, "distorts", "figure", words, other, claim)


def _in_another_number(index: Index, claim: str, measure: Slot, given: set[str]) -> str | None:
    """Return the words of a claim that have another number of what was done than any of a sentence’s."""
    figures = index.by_id[claim].claim.figures
    same = [f for f in figures if measure.value in index.measures_of(f)]
    told = any({str(f.minimum), str(f.maximum)} & given for f in same)
    return same[0].words if same and not told and len(figures) > len(same) else None


def _counts_of_one(row: Row, other: Row) -> bool:
    """Tell whether two figures are of one harm, by one claimant in one sentence, and not one number."""
    one, two = row.entry.claim, other.entry.claim
    same = (one.statement, one.claimant) == (two.statement, two.claimant) and one is not two
    return same and row.figure.measure == other.figure.measure and row.figure.side == other.figure.side
