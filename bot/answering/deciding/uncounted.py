"""Tells what no figure answers, though figures are named."""

from bot.answering.claims.figure_query import FigureQuery
from bot.answering.deciding.case import Case
from bot.answering.reading.question import Question

# What is given out ("what time was the toll put out"), as against what happened ("does she say they died").
_GIVEN_OUT = frozenset(
    {"toll", "tolls", "count", "counts", "figure", "figures", "number", "numbers", "tally", "tallies"}
    | {"report", "statement", "announcement", "data", "statistics", "total", "totals"}
)


def asks_no_number(case: Case, query: FigureQuery) -> bool:
    """Tell whether it is asked how long or at what time it happened, what is to come, or of what kind."""
    question = case.question
    at_what_time = question.asks("clock") and not _asks_when_it_was_given(question)
    return (
        question.asks("how-long") or at_what_time or _is_to_come(question) or _asks_of_what_kind(case, query)
    )


def _asks_when_it_was_given(question: Question) -> bool:
    """Tell whether it is asked at what time a figure was given out."""
    told = any(span.words.split()[-1] in _GIVEN_OUT for span in question.spans)
    return told and question.asks("clock") and question.asks("says", "according-to")


def _is_to_come(question: Question) -> bool:
    """Tell whether it is asked how many will be harmed, of which there is no figure."""
    coming = [slot.at for slot in question.find("ask") if slot.value == "future"]
    harm = [slot.at for slot in question.find("measure") if coming and slot.at > coming[0]]
    between = question.spans[coming[0] + 1 : harm[0]] if harm else ()
    return bool(harm) and all(span.ids("victims", "party", "people", "aside") for span in between)


def _asks_of_what_kind(case: Case, query: FigureQuery) -> bool:
    """Tell whether the kind of something is asked for that no claim with such figures gives."""
    if not case.question.asks("kind-of"):
        return False
    found = {row.entry.claim.id for row in case.figures(query)} if query.topics else set()
    return not any(all(c.field != "ask" for c in case.conflicts[claim]) for claim in found)
