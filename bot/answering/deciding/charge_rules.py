"""Rules for what one side answers to what the other alleges, and for a charge that is the other way round."""

from typing import NamedTuple

from bot.answering.deciding.case import Case
from bot.answering.deciding.outcome import Outcome
from bot.answering.reading.cues import has_cue
from bot.answering.reading.question import ANYBODY, COUNTS, STRANGE, Question, Slot
from bot.briefing.known_ids import Topic

_CHARGE: Topic = "accusation"
_REPLIES: frozenset[Topic] = frozenset({"response", "denial"})
# "The charge by Arden": words up to whose it is.
_BY = 2


class _Charged(NamedTuple):
    """The word for a charge, and who makes it."""

    charge: Slot
    accuser: Slot


def answered_charge(case: Case) -> Outcome | None:
    """Answer what is said to a charge with its denial; correct who has the accused for the accuser."""
    index, question = case.index, case.question
    charged = _charged(question)
    if charged is None or question.asks("why", "when", "where"):
        return None
    if question.find(*COUNTS, "date", "negation", *STRANGE):
        return None
    charge, accuser = charged
    side = index.side_of(accuser.value)
    others = index.sides_of(question.find(*ANYBODY)) & index.belligerents - {side}
    for entry in index.entries:
        claim = entry.claim
        same = question.topics & set(claim.topics) - {_CHARGE}
        if claim.speech_act != "alleges" or claim.actor is None or not same:
            continue
        accused = index.sides[claim.actor]
        if entry.side == side and others == {accused}:
            return case.answer([*index.contested_by[claim.id], claim.id], "each speaker’s claim")
        if accused == side and others == {entry.side}:
            first, last = sorted((accuser.at, charge.at))
            taken = " ".join(span.typed for span in question.spans[first : last + 1])
            return case.premise([claim.id], taken, "the briefing has it otherwise")
    return None


def asks_of_another_charge(question: Question) -> bool:
    """Tell whether it is asked what is said to a charge of something that no briefing here covers."""
    charged = _charged(question)
    strange = question.find("elsewhere", "other-place", "other-medium")
    return charged is not None and any(slot.at > charged.charge.at for slot in strange)


def _charged(question: Question) -> _Charged | None:
    """Return a charge that it is asked for a reply to."""
    charge = next(iter(question.topic_slots(_CHARGE)), None)
    accuser = _accuser(question, charge) if charge else None
    asked = accuser is not None and _asks_for_a_reply(question, accuser)
    return _Charged(charge, accuser) if charge and accuser and asked else None


def _accuser(question: Question, charge: Slot) -> Slot | None:
    """Return whose a charge is: "Arden's charge", "Arden alleges", "the charge by Arden"."""
    named = question.find(*ANYBODY)
    before = next((slot for slot in named if slot.at + 1 == charge.at), None)
    behind = question.spans[charge.at + 1 : charge.at + _BY]
    by = any(has_cue(span, "by") or span.words in {"from", "of"} for span in behind)
    return before or next((slot for slot in named if by and slot.at == charge.at + _BY), None)


def _asks_for_a_reply(question: Question, accuser: Slot) -> bool:
    """Tell whether it is asked what is said to a charge ("what does Belmar say to Arden's charge")."""
    says = any(slot.at < accuser.at for slot in question.ask_slots("says"))
    before = question.spans[max(accuser.at - 1, 0)]
    owns = accuser.owns or before.words == "the"  # "the Danish charge"
    return bool(_REPLIES & question.topics) or (says and owns)
