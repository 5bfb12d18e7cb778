"""A rule for what is said or done about a number that somebody else gave."""

from bot.answering.claims.figure_query import FigureQuery, claims_by
from bot.answering.deciding.case import Case
from bot.answering.deciding.outcome import Outcome
from bot.answering.reading.cues import has_cue, reads
from bot.answering.reading.question import SPEAKERS


def spoken_of(case: Case, query: FigureQuery) -> Outcome | None:
    """Answer how one replies to another's number with the denial, if there is one, and else abstain.

    The number is what is replied to ("how did the families of the 40 react"), and nobody has it otherwise.
    Whether anybody did is told with the number, for that says who makes no claim on it.
    """
    index, question = case.index, case.question
    replied = "response" in query.topics
    about = bool(query.claimants) and _is_said_about(case)
    if not (replied or about) or question.asks("how-many", "why"):
        return None
    rows = case.figures(query.without("topics", "claimants", "sides"))
    if not rows and case.is_yes_no:
        return None
    if not rows:
        return case.abstain("not_covered", case.words("topic")) if replied else None
    named = query.claimants | question.values("actor", "party", "person")
    contesting = {one for row in rows for one in index.contested_by[row.entry.claim.id]}
    denials = [
        entry.claim.id
        for entry in index.entries
        if entry.claim.id in contesting
        and entry.claim.speech_act == "denies"
        and any(claims_by(index, entry, one) for one in named)
    ]
    if denials or case.is_yes_no:
        return case.answer([*denials, *case.claims(rows, query)], "figures with that number")
    return case.abstain("not_covered", case.words("topic") if replied else case.words(*SPEAKERS))


def _is_said_about(case: Case) -> bool:
    """Tell whether it is asked what somebody says about a number ("say about the 40")."""
    question = case.question
    before = [question.before(number.at) for number in question.find("number")]
    return question.asks("says") and any(has_cue(one, "about") or reads(one, "on") for one in before)
