"""Tells whether it is asked where most of those were who are only counted."""

import re

from bot.answering.claims.figure_query import is_worded
from bot.answering.deciding.case import Case

_MOST = re.compile(
    r"\b(?:most|highest|largest|biggest|greatest|heaviest|worst|hardest|fewest|least|lowest|smallest|deadliest"
    r"|bloodiest)\b"
)


def asks_most(case: Case) -> str:
    """Return the word by which it is asked which place had most of what is counted, unless a claim has it."""
    question = case.question
    told = _MOST.search(question.text.casefold())
    where = question.asks("where") or (question.hears("interrogative") and question.hears("site"))
    if not told or not where or not question.find("measure"):
        return ""
    counted = (entry for entry in case.index.entries if entry.claim.figures)
    return "" if any(is_worded(entry, told[0]) for entry in counted) else told[0]
