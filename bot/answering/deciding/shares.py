"""A rule for what became of those whom a figure counts, and how they divide, of which there is no figure."""

from bot.answering.claims.figure_query import figure_query
from bot.answering.deciding.bounds import asks_part
from bot.answering.deciding.case import Case
from bot.answering.deciding.outcome import Outcome
from bot.answering.reading.question import Question
from bot.briefing.known_ids import Cue, Measure

_ASKING: tuple[Cue, ...] = ("did", "how-many")
_KILLED: Measure = "killed"
_CAPTURED: Measure = "captured"
_LOSSES: Measure = "casualties"


def shares(case: Case) -> Outcome | None:
    """Abstain from how those who are counted divide, and from how many of the captured or hurt died."""
    if of_captives(case.question):
        return case.abstain("not_covered", case.words("measure"))
    if asks_part(case.question) and figure_query(case.index, case.question) is not None:
        return case.abstain("no_figure", case.words("number"))
    return None


def of_captives(question: Question) -> bool:
    """Tell whether it is asked if those who were captured or hurt were killed."""
    joined = any(span.words in {"and", "or"} for span in question.spans)
    asked = bool(question.spans) and any(question.spans[0].has("cue", cue) for cue in _ASKING)
    counted = question.values("measure") - {_LOSSES}
    if not asked or joined or _KILLED not in counted or len(counted) == 1:
        return False
    of_those = [question.before(one.at) for one in question.find("measure") if one.value != _KILLED]
    whether = question.spans[0].has("cue", "did") and _CAPTURED in counted
    return whether or any(span is not None and span.has("cue", "of") for span in of_those)
