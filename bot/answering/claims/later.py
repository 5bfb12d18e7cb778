"""Tells which claims a source says were made after those of the sentence before."""

from bot.answering.claims.index import Entry, Index
from bot.answering.reading.order_words import is_later


def is_told_later(index: Index, late: Entry, early: Entry) -> bool:
    """Tell whether a claim was made "later", and *early* is of the sentence right before it."""
    here = late.claim.passage
    passages = (entry.claim.passage for entry in index.entries)
    before = [one for one in passages if one.source == here.source and one.end <= here.start]
    return is_later(late.claim.said) and early.claim.passage == max(
        before, key=lambda one: one.end, default=None
    )
