"""Tells what a question has wrong about a claim from what makes it a question about another matter."""

from collections.abc import Sequence

from bot.answering.claims.conflicts import Conflict
from bot.answering.claims.index import Entry
from bot.answering.deciding.case import Case
from bot.answering.deciding.stance_rules import is_stance
from bot.answering.reading.dates import falls_on
from bot.briefing.known_ids import Ask, Topic

# Whoever asks one of these takes for granted that it happened.
TAKING: tuple[Ask, ...] = ("why", "when", "where")
_POST: Topic = "social-post"


def is_presumed(case: Case, field: str, entry: Entry, wrong: Sequence[Conflict]) -> bool:
    """Tell whether what is wrong in *field* is wrong about this claim, not about another matter."""
    question, claim = case.question, entry.claim
    why, yes_no = question.asks(*TAKING), case.is_yes_no
    match field:
        case "direction":
            # What a side says of itself, the other may do too.
            if question.find("negation") or _may_both(case):
                return False  # nor did it, then, or it did so as well
            sides = {case.index.side_of(one.slot.value) for one in wrong if one.slot.kind == "actor"}
            if yes_no and not why and sides and not sides & case.index.belligerents:
                return False  # somebody else may have done it as well
            definite = question.find("place", "date", "number") or claim.speech_act == "announces"
            elsewhere = question.asks("where") and question.find("place") and not question.find("actor")
            if elsewhere or (yes_no and not why and not definite):
                return False  # nor is what anybody may have done, or suffered, only one side's
            of_itself = claim.actor and entry.side == case.index.sides[claim.actor]
            return claim.actor is not None and (why or not of_itself or claim.speech_act == "announces")
        case "date":
            return _is_another_day(case, entry, wrong)
        case "medium":
            # Where it was said is told of a post alone.
            return _POST in claim.topics and bool(question.values("topic") - {_POST})
        case "claimant":
            # Whether somebody is something is not whether they said it.
            speaks = question.asks("says", "who-claims", "according-to") or bool(
                question.values("topic") & case.index.reader.acts
            )
            # "Does she say why" asks whether there is a reason.
            told = yes_no and question.asks("says")
            reasoned = question.asks("why", "when") and bool(question.find("topic")) and not told
            if claim.speech_act == "denies" and _denies_it_too(case, entry, wrong):
                return False
            own = claim.speech_act in {"announces", "denies", "alleges"} or _is_offered(case, entry, wrong)
            return reasoned or ((why or yes_no) and speaks and own)
        case "place":
            shared = question.values("topic") & set(claim.topics)
            doers = {case.index.side_of(slot.value) for slot in question.find("actor")}
            # Who did just that did it elsewhere; of those who attack anybody may have attacked there as well.
            own = claim.actor is None or case.index.sides[claim.actor] in doers
            there = claim.actor is None or (question.asks("why") and len(shared) > 1)
            return (why or yes_no) and own and there and bool(shared)
        case _:
            return False


def _is_another_day(case: Case, entry: Entry, wrong: Sequence[Conflict]) -> bool:
    """Tell whether a deed of a known day is given another."""
    question, index = case.question, case.index
    doers = question.find("place", "actor")
    if entry.claim.happened is None or not doers or _may_both(case):
        return False
    days = [one.slot.value for one in wrong]
    told = any(falls_on(day, e.days, e.dates) and day != "weekend" for day in days for e in index.entries)
    if told and (question.asks(*TAKING) or case.is_yes_no):
        return True
    # Who did it on an earlier day did not wait until then; on any other day it may have been done as well.
    done = entry.days[0].isoformat()
    return question.hears("waits") and all(
        day > (f"-{done[4:]}" if day.startswith("--") else done) for day in days
    )


def _may_both(case: Case) -> bool:
    """Tell whether a side is asked to have done on a day, at no place, what both sides did on some day."""
    question, index = case.question, case.index
    acts = question.values("topic") & index.reader.acts
    asked = case.is_yes_no and not question.asks(*TAKING) and question.find("date")
    if not acts or not asked or question.find("place", "number"):
        return False
    doers = {e.claim.actor for e in index.entries if e.claim.actor and acts <= index.kinds(e.claim.topics)}
    sides = set(map(index.side_of, question.values("actor")))
    return sides < set(map(index.side_of, doers))


def _denies_it_too(case: Case, entry: Entry, wrong: Sequence[Conflict]) -> bool:
    """Tell whether somebody is asked to deny what the claim's own side claims: that it leaves open."""
    denied = [slot for slot in case.question.find("person", "claimant", "party", "side") if slot.owns]
    own = any(case.index.side_of(slot.value) == entry.side for slot in denied)
    return own and any(not one.slot.owns for one in wrong)


def _is_offered(case: Case, entry: Entry, wrong: Sequence[Conflict]) -> bool:
    """Tell whether a claim is what a side says of its own doing, and another person is asked of."""
    if any(one.slot.kind != "person" for one in wrong):
        return False  # a side may have accepted what it did not offer
    state = "willing" in case.question.values("topic") and not case.question.asks("says")
    return is_stance(case.index, entry) and not state
