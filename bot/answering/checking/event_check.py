"""Holds what somebody says has happened, or was said, against the briefing's claims."""

from bot.answering.checking.assertions import Assertion
from bot.answering.checking.degrees import seldom
from bot.answering.checking.event_differences import Comparison
from bot.answering.checking.event_likeness import Match, as_near, matches
from bot.answering.checking.offices import office_held
from bot.answering.checking.opposing import said_nothing
from bot.answering.checking.quoting import quotes
from bot.answering.checking.relevance import (
    accepts_others,
    answers_instead,
    blames,
    denies_another,
    is_another,
    is_of_themselves,
)
from bot.answering.checking.sentence_kinds import only_quotes
from bot.answering.claims.conflicts import turned
from bot.answering.claims.deeds import one_direction
from bot.answering.claims.index import Index
from bot.answering.reading.question import STRANGE, Question
from bot.answering.showing.checked import Finding

# A few claims on one matter are enough.
_MOST = 3
# One thing named is no assertion.
_LEAST_NAMED = 2
_NO_SUBJECT = frozenset({"topic:quotation", "topic:claims", "victims:people"})


def check_event(index: Index, assertion: Assertion) -> list[Finding]:
    """Return what differs between *assertion* and the claim it is nearest to, or that it is one side's."""
    if office := office_held(index, assertion):
        return [office]
    asserted = assertion.question
    if asserted.values("topic") & {"acceptance", "denial"}:
        # "Accepts them as true" verifies nothing.
        asserted = asserted.keeping(lambda slot: slot.value != "verification")
    straight = turned(index, asserted)
    denies = straight != asserted
    question = one_direction(index, straight)
    if not _says_enough(index, question):
        return []
    ordered = matches(index, question, assertion.quote, joint=question != straight)
    if not ordered or _is_something_else(index, ordered[0], assertion, question, denies=denies):
        return []
    near = (Comparison(index, m, assertion, question, denies=denies) for m in as_near(ordered, question))
    checked = [findings for one in near if (findings := one.findings())]
    rare = [f for findings in checked for f in findings if seldom(index.by_id[f.claim or ""].claim, question)]
    if rare or not checked:
        return rare  # what else agrees says nothing of how often
    best = min(checked, key=lambda findings: findings[0].verdict != "matches")
    agreeing = [findings for findings in checked if findings[0].verdict == best[0].verdict]
    return [finding for findings in agreeing[:_MOST] for finding in findings]


def _says_enough(index: Index, question: Question) -> bool:
    """Tell whether a clause tells something, and names enough to be held against a claim."""
    if not (_tells(question) or _is_uncounted(question)) or only_quotes(question) or blames(index, question):
        return False
    # Whoever speaks elsewhere is nothing that is said here.
    here = index.bag(question.keeping(lambda slot: slot.at >= 0 or slot.kind not in {"claimant", "person"}))
    named = [f for f in here if not f.startswith("ask:") and f not in _NO_SUBJECT]
    # What could not be verified is an outlet's caveat, whoever says so.
    unverified = {"verification", "claims"} <= question.values("topic") and question.find("negation")
    return len(named) >= _LEAST_NAMED - (question.asks("both") or bool(unverified))


def _tells(question: Question) -> bool:
    """Tell whether a clause has a matter, or a day and a place and no more."""
    listed = question.find("date") and question.find("place") and not question.find("negation", *STRANGE)
    return bool(question.find("topic") or listed)


def _is_uncounted(question: Question) -> bool:
    """Tell whether somebody says who were harmed and where, and not how many ("says nurses died in Wex")."""
    whom = question.find("measure") and question.find("victims")
    where = question.find("place") and question.find("claimant", "person")
    return bool(whom and where and not question.find("number", "negation"))


def _is_something_else(
    index: Index, nearest: Match, assertion: Assertion, question: Question, *, denies: bool
) -> bool:
    """Tell whether even the claim that a message is nearest to is on another matter."""
    if not _tells(question) and nearest.differing:
        return True  # so little says nothing of whom it was instead
    if "claimant" in nearest.fields and said_nothing(question):
        return True  # nobody has it that she says what he says
    about = nearest.entry
    answered = "direction" in nearest.fields and answers_instead(about.claim, assertion.question)
    if answered or (denies and accepts_others(index, about, question)):
        return True  # what they reply to what is claimed of them, or offered, no claim of theirs has
    if quotes(about, question.text):
        return False
    of_themselves = is_of_themselves(index, nearest.differing, question)
    if nearest.differing and (of_themselves or denies_another(about.claim, question)):
        return True
    return is_another(index, about, len(nearest.fields), question)
