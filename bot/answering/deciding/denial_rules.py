"""Rules for who is said to deny harm of which no claim has them speak, or figures of their own."""

from bot.answering.claims.figure_query import Row, claims_by, figure_query
from bot.answering.deciding.case import Case
from bot.answering.deciding.outcome import Outcome
from bot.answering.reading.question import AGENTS, SPEAKERS, STRANGE, Question


def denied_deed(case: Case) -> Outcome | None:
    """Abstain from whether somebody denies harm that they did: what they count of others' is no denial.

    Who asks why they deny harm that they count themselves is corrected.
    """
    if denies_harm(case.question) and case.is_yes_no:
        return case.abstain("not_covered")
    if not case.question.asks("why") or case.question.topics != {"denial"}:
        return None
    query = figure_query(case.index, case.question)
    if query is None or query.numbers:
        return None
    given = case.figures(query.without("topics"))
    if not given or not denies_own_figures(case, given):
        return None
    return case.premise(case.claims(given, query), case.words("topic"), "the opposite is claimed")


def denies_harm(question: Question) -> bool:
    """Tell whether it is asked if somebody denies harm to people of no side, in no number."""
    denial = question.mentions("denial") and question.find(*SPEAKERS)
    counted = question.find("number", "side", "target", "party", "place", *STRANGE)
    suffered = question.asks("loses", "own")
    return bool(
        denial and question.find("measure") and question.find("victims") and not (counted or suffered)
    )


def denies_own_figures(case: Case, given: tuple[Row, ...]) -> bool:
    """Tell whether somebody is said to deny the figures that they gave themselves."""
    denial = next((s.at for s in case.question.topic_slots("denial")), None)
    if denial is None:
        return False
    before = [slot for slot in case.question.find(*AGENTS, "side") if slot.at < denial and not slot.owns]
    # Where the verb ends the sentence whoever denies is the first of two sides.
    agents = [slot for slot in before if slot.kind != "side"] or before[: len(before) - 1]
    return bool(agents) and all(claims_by(case.index, row.entry, agents[0].value) for row in given)
