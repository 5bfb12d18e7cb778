"""Rules for who is said to lie or to deny, where no claim is on what they said."""

from bot.answering.claims.figure_query import claims_by
from bot.answering.deciding.case import STRANGE, Case
from bot.answering.deciding.outcome import Outcome
from bot.answering.reading.question import AGENTS, Question


def blamed(case: Case) -> Outcome | None:
    """Abstain from whether somebody lies who gave none of the figures that the caveat is on."""
    question = case.question
    named, other = question.find(*AGENTS), question.find("number", "measure", "place", "date", *STRANGE)
    if not question.asks("false") or not named or other or question.values("topic") != {"verification"}:
        return None
    counting = [entry for entry in case.index.entries if entry.claim.figures]
    told = any(claims_by(case.index, entry, slot.value) for entry in counting for slot in named)
    return None if told else case.abstain("not_covered")


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
