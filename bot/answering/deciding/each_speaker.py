"""Answers what several people said with a claim of each."""

from bot.answering.claims.conflicts import owners_of_accounts
from bot.answering.deciding.case import Case
from bot.answering.deciding.outcome import Outcome
from bot.answering.reading.question import SPEAKERS
from bot.answering.reading.text import clauses

_TWO = 2


def each_clause(case: Case) -> Outcome | None:
    """Answer "X says this, Y says that" with the best claim for each clause."""
    if len(case.question.values(*SPEAKERS)) < _TWO:
        return None
    told = [Case.about(case.index, case.index.reader.read(clause)) for clause in clauses(case.question.text)]
    told = [one for one in told if one.question.find("topic", *SPEAKERS)]
    if len(told) < _TWO or not all(
        one.question.find("topic") and one.question.find(*SPEAKERS) for one in told
    ):
        return None
    found = [one.good() for one in told]
    if not all(found):
        return None
    return case.answer([good[0].entry.claim.id for good in found], "each speaker’s claim")


def each_speaker(case: Case) -> Outcome | None:
    """Answer "compare what X and Y said" with the best claim of each."""
    slots = case.question.find(*SPEAKERS)
    speakers = list(dict.fromkeys(slot.value for slot in slots))
    if len(speakers) < _TWO or owners_of_accounts(case.index, case.question):
        return None
    chosen: list[str] = []
    for speaker in speakers:
        good = case.without(slot for slot in slots if slot.value != speaker).good()
        if not good:
            return None
        chosen.append(good[0].entry.claim.id)
    return case.answer(chosen, "each speaker’s claim")
