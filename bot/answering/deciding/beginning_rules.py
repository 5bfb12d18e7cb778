"""Rules for which side began."""

from bot.answering.deciding.case import Case
from bot.answering.deciding.outcome import Outcome
from bot.answering.reading.question import ANYBODY, COUNTS, STRANGE
from bot.briefing.known_ids import Topic

_FIRST: Topic = "first-blow"
_BEGUN: frozenset[Topic] = frozenset({"first-blow", "cause", "war"})


def began(case: Case) -> Outcome | None:
    """Answer who began with what there is on the beginning, whoever is asked to have done it."""
    question, topics = case.question, case.question.topics
    if question.asks("why") and (turned := _begun_otherwise(case)):
        return turned
    if question.find("place", "date", *COUNTS, "person", "negation", *STRANGE):
        return None
    named = question.find(*ANYBODY)
    if topics <= _BEGUN and topics - {"war"} and question.asks("admits") and named:
        return case.abstain("not_covered", case.words("topic"))
    asked = case.is_yes_no or question.alternative or question.asks("who", "why")
    if _FIRST not in topics or not named or not asked or question.asks("both", "says"):
        return None
    good = case.without(named).good()[:1]
    return case.answer([one.entry.claim.id for one in good], "phrasings") if good else None


def _begun_otherwise(case: Case) -> Outcome | None:
    """Correct who asks why one side began by what, where the other did."""
    # What checks messages is slow to import, and few questions ask why somebody began.
    from bot.answering.checking.consequence import begun_otherwise  # noqa: PLC0415

    found = begun_otherwise(case.index, case.question.text) if case.question.mentions("cause") else None
    if found is None or found.claim is None:
        return None
    return case.premise([found.claim], found.said or "", "the briefing has it otherwise")
