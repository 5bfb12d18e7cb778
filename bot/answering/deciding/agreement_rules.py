"""Rules for whether two agree: that something was so, and on which day."""

from bot.answering.claims.deeds import deeds
from bot.answering.claims.figure_query import claims_by
from bot.answering.deciding.beginning_rules import began
from bot.answering.deciding.case import Case
from bot.answering.deciding.event_rules import events
from bot.answering.deciding.figure_rules import figures
from bot.answering.deciding.outcome import Answer, Outcome
from bot.answering.reading.question import COUNTS, SPEAKERS, STRANGE
from bot.briefing.known_ids import Ask

_JOINT: tuple[Ask, ...] = ("both", "agrees", "says")
# How a day is asked for, and what stands for the text that gives one.
_OF_DATES = frozenset({"agrees", "says", "both", "compare", "verification", "publisher", "origin-of-text"})
_TWO = 2


def agreement(case: Case) -> Outcome | None:
    """Correct who asks whether both sides say what only one does, or one contests: it is not agreed."""
    index, question = case.index, case.question
    joint = case.is_yes_no and question.asks("both") and question.asks("agrees", "says")
    joint = joint and not question.alternative  # "or do both say so" takes nothing for granted
    counted = question.find("number") or (question.find("measure", "qualifier") and question.find("side"))
    if not joint or question.asks("how-many", "why", "when") or not (counted or deeds(index, question)):
        return None
    asking = question.ask_slots(*_JOINT)
    rest = case.without(asking)
    outcome = began(rest) or figures(rest) or events(rest)
    if not isinstance(outcome, Answer):
        return None
    told = [index.by_id[one.claim] for one in outcome.shown]
    contested = any(index.contested_by[entry.claim.id] for entry in told)
    agreed = index.belligerents <= {entry.side for entry in told} and not contested
    if agreed or any(entry.both for entry in told):
        return None
    words = " ".join(span.typed for span in question.spans[asking[0].at : asking[-1].at + 1])
    return case.premise([entry.claim.id for entry in told], words, "the accounts differ")


def dating(case: Case) -> Outcome | None:
    """Answer whether two give the same day with what somebody has of it, and what the briefing itself has."""
    question = case.question
    told = question.find(*SPEAKERS)
    if not (question.asks("agrees") and question.asks("when") and question.find("topic", "place")):
        return None
    if len({slot.value for slot in told}) != 1 or question.find(*COUNTS, "negation", *STRANGE):
        return None
    manner = [slot for slot in question.slots if slot.value in _OF_DATES]
    good = case.without((*told, *manner)).good()
    theirs = [c.entry for c in good if claims_by(case.index, c.entry, told[0].value)]
    own = [c.entry for c in good if c.entry.claim.claimant is None]
    best = [entries[0].claim.id for entries in (own, theirs) if entries]
    return case.answer(best, "each speaker’s claim") if len(best) == _TWO else None
