"""Tells what is asked that a count does not say of those whom it counts: where most were, who one was."""

import re

from bot.answering.claims.figure_query import is_worded
from bot.answering.deciding.case import Case
from bot.answering.reading.question import Question

_MOST = re.compile(
    r"\b(?:most|highest|largest|biggest|greatest|heaviest|worst|hardest|fewest|least|lowest|smallest|deadliest"
    r"|bloodiest)\b"
)
# "Who is the missing baker", not "who was hurt".
_WHO_IS_THE = re.compile(
    r"^\W*(?:(?:so|and|but|ok|okay|well)\W+)*(?:who\s+(?:\w+\s+)?(?:is|are|was|were|r)|who['’]?s|who['’]?re)\s+"
    r"(?:the|this|that|those|these)\b",
    re.IGNORECASE,
)


def asks_most(case: Case) -> str:
    """Return the word by which it is asked which place had most of what is counted, unless a claim has it."""
    question = case.question
    told = _MOST.search(question.text.casefold())
    where = question.asks("where") or (question.hears("interrogative") and _is_of_places(case))
    if not told or not where or not question.find("measure"):
        return ""
    counted = (entry for entry in case.index.entries if entry.claim.figures)
    return "" if any(is_worded(entry, told[0]) for entry in counted) else told[0]


def _is_of_places(case: Case) -> bool:
    """Tell whether places are spoken of, be it as all of them ("of all the cities, which one …")."""
    question, lexicon = case.question, case.index.reader.lexicon
    listed = question.text.split() if question.asks("total") else ()
    return question.hears("site") or any(one.has("cue", "site") for w in listed for one in lexicon.read(w))


def asks_who_it_is(question: Question) -> bool:
    """Tell whether it is asked who one of those is who are only counted."""
    if not _WHO_IS_THE.match(question.text) or not question.find("measure"):
        return False
    spoken = question.find("claimant", "person") or question.asks("says", "who-claims", "according-to")
    numbered = question.values("number") - {"1"} or question.values("victims") == {"people"}
    return not spoken and not numbered
