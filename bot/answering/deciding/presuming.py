"""Tells what a question has wrong about a claim from what makes it a question about another matter."""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from bot.answering.claims.conflicts import Conflict, Field
from bot.answering.claims.figure_query import claims_by
from bot.answering.claims.index import Entry
from bot.answering.deciding.case import Case
from bot.answering.deciding.stance_rules import is_stance
from bot.answering.reading.dates import falls_on
from bot.answering.reading.question import SPEAKERS
from bot.answering.reading.text import opening
from bot.briefing.known_ids import Ask, Topic

# Whoever asks one of these takes for granted that it happened.
TAKING: tuple[Ask, ...] = ("why", "when", "where")
_POST: Topic = "social-post"
# "Has she commented on the talks", "did she say anything about them": nothing is said to have been said.
_OPEN = re.compile(
    r"\b(?:comment(?:s|ed|ing)?|anything|something|nothing|weigh(?:s|ed)? in|address(?:es|ed)?|react(?:s|ed)?"
    r"|touch(?:es|ed)? (?:up)?on|mention(?:s|ed)?|opinion|views?|opine[sd]?|remark(?:s|ed)? (?:up)?on)\b"
)

# "Why did she pick the radio for that": she said it there.
_PICKED = re.compile(
    r"\bdid\b.+\b(?:pick|choose|use|select|prefer|favou?r|employ|(?:opt|go)\s+for|go\s+(?:on|to|with|via|through)"
    r"|(?:turn|take|resort)\s+to|(?:settle|decide)\s+on)\b",
    re.IGNORECASE,
)
# "Which bases did they raid": that they did is not asked.
_WHICH = re.compile(rf"{opening()}which\b.+\bdid\b", re.IGNORECASE)


class _Wrong(NamedTuple):
    """What a question has wrong about a claim, all in one field."""

    case: Case
    entry: Entry
    slots: Sequence[Conflict]

    @property
    def takes(self) -> bool:
        """Tell whether the question takes for granted that it happened."""
        return self.case.question.asks(*TAKING) or bool(_WHICH.match(self.case.question.text))

    @property
    def checks(self) -> bool:
        """Tell whether it would have it confirmed, or takes it for granted."""
        return self.case.is_yes_no or self.takes


def is_presumed(case: Case, field: Field, entry: Entry, wrong: Sequence[Conflict]) -> bool:
    """Tell whether what is wrong in *field* is wrong about this claim, not about another matter."""
    return field in CORRECTED and CORRECTED[field](_Wrong(case, entry, wrong))


def _one_did_it(wrong: _Wrong) -> bool:
    """Tell whether just one side can have done what a claim says that it did."""
    case, entry = wrong.case, wrong.entry
    question, claim = case.question, entry.claim
    # What a side says of itself, the other may do too.
    open_ = case.is_yes_no and not wrong.takes
    sides = {case.index.side_of(one.slot.value) for one in wrong.slots if one.slot.kind == "actor"}
    too = question.asks("definition") and not wrong.checks and _did_so_too(case, sides)
    if question.find("negation") or _may_both(case) or too:
        return False  # nor did it, then, or it did so as well
    if open_ and sides and not sides & case.index.belligerents:
        return False  # somebody else may have done it as well
    if not question.find("topic", "measure"):
        return False  # nothing is said of what was done
    definite = question.find("place", "date", "number") or claim.speech_act == "announces"
    elsewhere = question.asks("where") and question.find("place") and not question.find("actor")
    if elsewhere or (open_ and not definite):
        return False  # nor is what anybody may have done, or suffered, only one side's
    of_itself = claim.actor and entry.side == case.index.sides[claim.actor]
    return claim.actor is not None and (wrong.takes or not of_itself or claim.speech_act == "announces")


def _did_so_too(case: Case, sides: set[str]) -> bool:
    """Tell whether a side that is asked to have acted did just so, whatever else of it is unknown."""
    index = case.index
    acts = case.question.topics & index.reader.acts
    done = [e for e in index.entries if e.claim.actor and acts <= index.kinds(e.claim.topics)]
    return bool(acts) and any(index.sides[e.claim.actor] in sides for e in done if e.claim.actor)


def _only_posted(wrong: _Wrong) -> bool:
    """Tell whether it was a post: where something was said is told of posts alone.

    "Why did she pick the radio for that" takes for granted that she did, whatever it was.
    """
    question, claim = wrong.case.question, wrong.entry.claim
    named = question.topics - {_POST}
    picked = wrong.takes and _PICKED.search(question.text)
    alone = picked and {slot.kind for slot in question.naming} == {"person", "other-medium"}
    return _POST in claim.topics and bool(named or (alone and question.values("person") == {claim.claimant}))


def _posted_otherwise(wrong: _Wrong) -> bool:
    """Tell whether somebody is taken to have posted one thing who posted another, as far as is told."""
    question, claim = wrong.case.question, wrong.entry.claim
    # "Relative to her post, when did …" is asked of another thing.
    own = {None if slot.owns else slot.value for slot in question.find("person")} == {claim.claimant}
    return own and wrong.takes and _POST in set(claim.topics) & question.topics


def _another_said_it(wrong: _Wrong) -> bool:
    """Tell whether it is asked who said it: whether somebody is something is not whether they said so."""
    case, entry = wrong.case, wrong.entry
    question, claim = case.question, entry.claim
    speaks = question.asks("says", "who-claims", "according-to") or bool(
        question.topics & case.index.reader.acts
    )
    # "Does she say why" asks whether there is a reason.
    told = case.is_yes_no and question.asks("says")
    if told and _OPEN.search(question.text.casefold()):
        return False  # whether somebody spoke of it at all
    reasoned = question.asks("why", "when") and bool(question.find("topic")) and not told
    if claim.speech_act == "denies" and (
        _denies_it_too(case, entry, wrong.slots) or _accuses(case, entry, wrong.slots)
    ):
        return False
    own = claim.speech_act in {"announces", "denies", "alleges"} or _is_offered(case, entry, wrong.slots)
    return reasoned or (wrong.checks and speaks and own)


def _it_was_elsewhere(wrong: _Wrong) -> bool:
    """Tell whether who did just that did it elsewhere: of attacks there may have been one there as well."""
    question, index, claim = wrong.case.question, wrong.case.index, wrong.entry.claim
    shared = question.topics & set(claim.topics)
    doers = index.sides_of(question.find("actor"))
    own = claim.actor is None or index.sides[claim.actor] in doers
    there = claim.actor is None or (question.asks("why") and len(shared) > 1)
    return wrong.checks and bool(claim.places) and own and there and bool(shared)


def _it_was_another_day(wrong: _Wrong) -> bool:
    """Tell whether a deed of a known day is given another."""
    case, entry = wrong.case, wrong.entry
    question, index = case.question, case.index
    doers = question.find("place", "actor")
    if entry.claim.happened is None or not doers or _may_both(case):
        return False
    days = [one.slot.value for one in wrong.slots]
    told = any(falls_on(day, e.days, e.dates) and day != "weekend" for day in days for e in index.entries)
    if told and wrong.checks:
        return True
    if all(_is_of_another_month(day, entry) for day in days) and (wrong.takes or not case.is_yes_no):
        return True
    # Who did it on an earlier day did not wait until then; on any other day it may have been done as well.
    done = entry.days[0].isoformat()
    return question.hears("waits") and all(
        day > (f"-{done[4:]}" if day.startswith("--") else done) for day in days
    )


def _is_of_another_month(day: str, entry: Entry) -> bool:
    """Tell whether a date is the day of a deed but for its month, which is a slip."""
    done = entry.days[0].isoformat()
    of_year = day.startswith(("--", done[:5])) and len(day) >= len("--02-27")
    return of_year and day[-2:] == done[-2:] and day[-5:] != done[-5:]


def _may_both(case: Case) -> bool:
    """Tell whether a side is asked to have done on a day, at no place, what both sides did on some day."""
    question, index = case.question, case.index
    acts = question.topics & index.reader.acts
    asked = case.is_yes_no and not question.asks(*TAKING) and question.find("date")
    if not acts or not asked or question.find("place", "number"):
        return False
    doers = {e.claim.actor for e in index.entries if e.claim.actor and acts <= index.kinds(e.claim.topics)}
    sides = set(map(index.side_of, question.values("actor")))
    return sides < set(map(index.side_of, doers))


def _denies_it_too(case: Case, entry: Entry, wrong: Sequence[Conflict]) -> bool:
    """Tell whether somebody is asked to deny what the claim's own side claims: that it leaves open."""
    denied = [slot for slot in case.question.find(*SPEAKERS, "party", "side") if slot.owns]
    own = any(case.index.side_of(slot.value) == entry.side for slot in denied)
    return own and any(not one.slot.owns for one in wrong)


def _accuses(case: Case, entry: Entry, wrong: Sequence[Conflict]) -> bool:
    """Tell whether it is asked what somebody alleges, and a claim denies just that."""
    if not case.question.mentions("accusation"):
        return False
    alleged = [case.index.by_id[one] for one in case.index.contested_by[entry.claim.id]]
    return any(claims_by(case.index, one, conflict.slot.value) for one in alleged for conflict in wrong)


def _is_offered(case: Case, entry: Entry, wrong: Sequence[Conflict]) -> bool:
    """Tell whether a claim is what a side says of its own doing, and another person is asked of."""
    if any(one.slot.kind != "person" for one in wrong):
        return False  # a side may have accepted what it did not offer
    state = case.question.mentions("willing") and not case.question.asks("says")
    return is_stance(case.index, entry) and not state


# What a question may have wrong and still be about a claim.
CORRECTED: dict[Field, Callable[[_Wrong], bool]] = {
    "direction": _one_did_it,
    "date": _it_was_another_day,
    "medium": _only_posted,
    "topic": _posted_otherwise,
    "claimant": _another_said_it,
    "place": _it_was_elsewhere,
}
