"""Holds a bare score ("55 to 13") against what the same claimant says that each side lost."""

import re

from bot.answering.claims.figure_query import Row
from bot.answering.claims.index import Index
from bot.answering.showing.checked import Finding

_SCORE = re.compile(
    r"(?<![\d.,:])(?P<one>\d+)\s*(?:[-–—]|to|vs?\.?|versus|against)\s*(?P<other>\d+)(?![\d.,:]*\d)",
    re.IGNORECASE,
)
_PIECE = re.compile(r"[,;]\s|\b(?:and|but)\b", re.IGNORECASE)
_CALLED = frozenset({"score", "scoreline", "scoreboard"})


def scored(index: Index, sentence: str) -> list[Finding]:
    """Return as contested what a sentence counts that says no more than two numbers, one for each side."""
    for part in map(str.strip, _PIECE.split(sentence)):
        score = _SCORE.search(part)
        named = [slot for slot in index.reader.read(part).naming if slot.kind != "number"]
        if score and all(slot.words.casefold() in _CALLED for slot in named):
            return [
                Finding(part, "conflicting", "attribution", None, index.names[claimant], row.entry.claim.id)
                for pair in _pairs(index, int(score["one"]), int(score["other"]))
                for row in pair
                if (claimant := row.entry.claim.claimant) and index.contested_by[row.entry.claim.id]
            ]
    return []


def _pairs(index: Index, one: int, other: int) -> list[tuple[Row, Row]]:
    """Return whose numbers these are of the same harm to the two sides."""
    rows = [Row(e, f) for e in index.entries for f in e.claim.figures if f.side in index.belligerents]
    return [
        (first, last)
        for first in rows
        for last in rows
        if (first.figure.minimum, last.figure.minimum) == (one, other)
        and first.entry.claim.claimant == last.entry.claim.claimant
        and first.figure.measure == last.figure.measure
        and first.figure.side != last.figure.side
    ]
