"""The rule for all that one side or one person claims."""

from collections.abc import Iterable

from bot.answering.claims.figure_query import claims_by
from bot.answering.claims.index import Entry
from bot.answering.deciding.case import MAX_SAID, Case
from bot.answering.deciding.outcome import Outcome
from bot.answering.reading.cues import has_cue
from bot.answering.reading.question import SPEAKERS, Question, Slot
from bot.briefing.known_ids import Ask
from bot.briefing.models import Claim

_ASKED: frozenset[Ask] = frozenset({"definition", "says"})


def account(case: Case) -> Outcome | None:
    """Answer what somebody claims, where no more is named: what a party claims itself, then its people.

    Where that is more than a reply carries, no kind of claim is left out for a second of another.
    """
    question = case.question
    speaker = _speaker(question)
    if speaker is None or case.is_yes_no or not question.values("ask") <= _ASKED:
        return None
    own = (entry for entry in case.index.entries if claims_by(case.index, entry, speaker.value))
    told = [entry for entry in own if not case.excludes(entry)]
    told.sort(key=lambda entry: entry.claim.claimant in case.index.people)
    kept = _as_far_as_carried(told)
    return case.answer([entry.claim.id for entry in told if entry.claim.statement in kept], "what one claims")


def _speaker(question: Question) -> Slot | None:
    """Return who alone is named, as speaking or as whose side something is ("tell me Orla's side")."""
    named = question.naming
    if len(named) != 1 or named[0].kind not in {*SPEAKERS, "party"}:
        return None
    said = question.asks("says") and (named[0].kind != "party" or question.hears("account"))
    return named[0] if said or _owns_a_side(question, named[0]) else None


def _owns_a_side(question: Question, slot: Slot) -> bool:
    before, *after = (question.before(slot.at), *question.spans[slot.at + 1 : slot.at + 2])
    placed = has_cue(before, "at", "by", "with")
    own = slot.owns or "’s " in slot.words or "'s " in slot.words
    sided = slot.words.casefold().endswith(" side") or any(has_cue(span, "side") for span in after)
    return own and sided and not placed


def _as_far_as_carried(told: Iterable[Entry]) -> frozenset[str]:
    """Return the statements to show, the first of each kind of claim before a second of any."""
    told = list(told)
    kinds = {_kind(entry.claim): entry.claim.statement for entry in reversed(told)}
    order = dict.fromkeys([*reversed(kinds.values()), *(entry.claim.statement for entry in told)])
    return frozenset(list(order)[:MAX_SAID])


def _kind(claim: Claim) -> tuple[str, bool, frozenset[str | None]]:
    """Return what sort of claim it is: what act, of a place or not, of whose losses."""
    return claim.speech_act, bool(claim.places), frozenset(figure.side for figure in claim.figures)
