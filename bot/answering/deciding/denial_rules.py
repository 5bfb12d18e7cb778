"""The rule for who is said to deny harm of which no claim has them speak."""

from bot.answering.deciding.case import Case
from bot.answering.deciding.outcome import Outcome
from bot.answering.reading.question import STRANGE, Question


def denied_deed(case: Case) -> Outcome | None:
    """Abstain from whether somebody denies harm that they did: what they count of others' is no denial."""
    asked = denies_harm(case.question) and case.is_yes_no
    return case.abstain("not_covered") if asked else None


def denies_harm(question: Question) -> bool:
    """Tell whether it is asked if somebody denies harm to people of no side, in no number."""
    denial = "denial" in question.values("topic") and question.find("claimant", "person")
    counted = question.find("number", "side", "target", "party", "place", *STRANGE)
    suffered = question.asks("loses", "own")
    return bool(
        denial and question.find("measure") and question.find("victims") and not (counted or suffered)
    )
