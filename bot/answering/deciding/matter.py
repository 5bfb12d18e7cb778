"""Tells whether an ordinary word that nothing explains may be what a question is after."""

from bot.answering.deciding.case import Case
from bot.answering.reading.question import ANYBODY, Slot


def is_the_matter(case: Case, slot: Slot) -> bool:
    """Tell whether a word may say what is counted or where, who is asked for, or what is spoken of."""
    counted = case.question.asks("how-many") and case.index.reader.lexicon.is_word(slot.value)
    return counted or _is_office(case, slot) or _is_spoken_of(case, slot)


def _is_office(case: Case, slot: Slot) -> bool:
    """Tell whether a word may say what somebody of a side is ("who is the Orla chief")."""
    before = case.question.spans[slot.at - 1] if slot.at else None
    return case.question.asks("identity") and before is not None and bool(before.ids("party", "people"))


def _is_spoken_of(case: Case, slot: Slot) -> bool:
    """Tell whether a word ends what somebody is asked to have spoken about ("say about X’s economy")."""
    spans = case.question.spans
    about = next((at for at in reversed(range(slot.at)) if spans[at].has("cue", "about")), None)
    if about is None or not case.question.asks("says"):
        return False
    owned = all(not one.known or one.ids("aside", "people", *ANYBODY) for one in spans[about + 1 : slot.at])
    return owned and not any(one.ids("topic", "measure", "victims") for one in spans[slot.at + 1 :])
