"""Rules for why one side acted against another: only what the source has before the deed, or is alleged."""

from bot.answering.claims.deeds import deeds
from bot.answering.claims.index import Entry, Index
from bot.answering.deciding.case import Case
from bot.answering.deciding.outcome import Outcome
from bot.answering.deciding.premise_rules import lacks_only_why
from bot.answering.reading.order_words import AFTER
from bot.answering.reading.question import COUNTS, STRANGE, Question
from bot.briefing.known_ids import Topic

_CAUSE: Topic = "cause"
_RESPONSE: Topic = "response"


def reasons(case: Case) -> Outcome | None:
    """Answer why one side acted with what the source puts before that very deed.

    What the side alleges of the other, told as a cause, is added where no one deed is meant.
    """
    index, question = case.index, case.question
    if not _asks_why_one_acted(index, question):
        return _alleged_reason(case)
    if not (done := deeds_done(case)):
        return None
    acts, doers = question.topics, _acting(index, question)
    if question.find("claimant") or question.asks("says"):
        return case.abstain("not_covered")  # what led to it is nobody's own reason
    if any(_RESPONSE in entry.claim.topics for entry in done):
        return None  # what it answered to is told with it
    at_large = not question.find("place", "date") and acts == {"attack"}
    alleged = [e for e in index.entries if _is_alleged(e) and {e.side} == doers and at_large]
    before = {entry.claim.statement: entry for entry in reversed(done) if _follows(index, entry)}
    told = [entry.claim.id for entry in (*alleged, *before.values())]
    return case.answer(told, "what came before it")


def _asks_why_one_acted(index: Index, question: Question) -> bool:
    """Tell whether it is asked why one side acted, or says that it did ("does Orla say why it attacked")."""
    acts, said = question.topics, question.find("person", "negation", *COUNTS, *STRANGE)
    asked = question.asks("why") and not question.asks("own") and not question.hears("only")
    return (
        asked and not said and bool(acts) and acts <= index.reader.acts and len(_acting(index, question)) == 1
    )


def _acting(index: Index, question: Question) -> frozenset[str]:
    return index.sides_of(question.find("actor", "party", "claimant"))


def deeds_done(case: Case) -> list[Entry]:
    """Return the claims of the deed that it is asked why one side did."""
    if not _asks_why_one_acted(case.index, case.question):
        return []
    doers = _acting(case.index, case.question)
    return [one.entry for one in case.ranked if _is_done(case, one.entry, doers)]


def _is_done(case: Case, entry: Entry, doers: frozenset[str]) -> bool:
    index, claim = case.index, entry.claim
    lacking = [one for one in case.conflicts[claim.id] if one.slot.kind != "claimant"]
    told = claim.speech_act not in {"alleges", "denies"}
    own = told and claim.actor is not None and {index.sides[claim.actor]} == doers
    return own and case.question.topics <= set(claim.topics) and lacks_only_why(lacking)


def _is_alleged(entry: Entry) -> bool:
    return entry.claim.speech_act == "alleges" and _CAUSE in entry.claim.topics


def _follows(index: Index, entry: Entry) -> bool:
    """Tell whether a statement has what one side did "after" what another did."""
    doer = index.sides[entry.claim.actor] if entry.claim.actor else None
    told, *after = AFTER.split(entry.claim.statement, maxsplit=1)
    if not after or doer not in _doers(index, index.reader.read(told)):
        return False
    return bool(_doers(index, index.reader.read(after[0])) - {doer})


def _doers(index: Index, question: Question) -> set[str]:
    return {index.side_of(deed.doer.value) for deed in deeds(index, question)}


def _alleged_reason(case: Case) -> Outcome | None:
    """Answer whether one side acted for what it alleges that the other did, with what it alleges."""
    index, question = case.index, case.question
    other = question.find("person", "negation", *COUNTS, "place", "date", *STRANGE)
    first = deeds(index, question)[:1]
    if not case.is_yes_no or question.asks("says", "admits", "why", "agrees") or other or not first:
        return None
    topics, doer = question.topics, index.side_of(first[0].doer.value)
    told = [
        entry.claim.id
        for entry in index.entries
        if _is_alleged(entry)
        and entry.side == doer
        and topics - set(entry.claim.topics) == {first[0].act.value}
    ]
    return case.answer(told, "what one side alleges") if told and len(topics) > 1 else None
