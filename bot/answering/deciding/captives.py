"""A rule for whether those who were captured or hurt died, of which there is no figure."""

from bot.answering.deciding.case import Case
from bot.answering.deciding.outcome import Outcome
from bot.answering.reading.question import Question
from bot.briefing.known_ids import Cue, Measure

_ASKING: tuple[Cue, ...] = ("did", "how-many")
_KILLED: Measure = "killed"
_CAPTURED: Measure = "captured"
_LOSSES: Measure = "casualties"


def captives(case: Case) -> Outcome | None:
    """Abstain where it is asked if those who were captured or hurt were killed."""
    return case.abstain("not_covered", case.words("measure")) if of_captives(case.question) else None


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
