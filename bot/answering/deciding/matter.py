"""Tells whether an ordinary word that nothing explains may be what a question is after."""

from bot.answering.deciding.case import Case
from bot.answering.reading.cues import has_cue
from bot.answering.reading.question import ANYBODY, Slot

# "What is the …".
_ASKING = frozenset({"interrogative", "definition", "passive"})
_WHICH = frozenset({"what", "which"})


def is_the_matter(case: Case, slot: Slot) -> bool:
    """Tell whether a word may say what is counted or where, who is asked for, or what is spoken of."""
    counted = case.question.asks("how-many") and case.index.reader.lexicon.is_word(slot.value)
    return counted or heads(case, slot) or _may_be_a_title(case, slot) or _is_spoken_of(case, slot)


def heads(case: Case, slot: Slot) -> bool:
    """Tell whether a word is asked for, or what it was done with ("its range", "which ports …")."""
    spans = case.question.spans
    owned = slot.at + 1 < len(spans) and has_cue(spans[slot.at + 1], "of")
    first = all(_ASKING.issuperset(one.ids("cue")) and one.ids("aside", "cue") for one in spans[: slot.at])
    ends = slot.at == len(spans) - 1 and slot.at > 0 and spans[slot.at - 1].words in _WHICH
    used = slot.at > 0 and has_cue(spans[slot.at - 1], "with")
    which = slot.at == 1 and spans[0].words == "which" and not owned
    return (first and owned) or ends or used or which


def is_counted(case: Case, slot: Slot) -> bool:
    """Tell whether a word is what is counted ("how many tanks", "400 tanks", "tank losses")."""
    numbered = any(one.at == slot.at - 1 for one in case.question.find("number"))
    harmed = any(one.at == slot.at + 1 for one in case.question.find("measure"))
    return numbered or harmed or case.question.asks("how-many")


def _may_be_a_title(case: Case, slot: Slot) -> bool:
    """Tell whether a word may say what somebody of a side is ("who is the Orla chief")."""
    before = case.question.spans[slot.at - 1] if slot.at else None
    return case.question.asks("identity") and before is not None and bool(before.ids("party", "people"))


def _is_spoken_of(case: Case, slot: Slot) -> bool:
    """Tell whether a word ends what somebody is asked to have spoken about ("say about X’s economy")."""
    spans = case.question.spans
    if not case.question.asks("says"):
        return False
    about = next((at for at in reversed(range(slot.at)) if has_cue(spans[at], "about")), None)
    if about is None:
        return False
    owned = all(not one.known or one.ids("aside", "people", *ANYBODY) for one in spans[about + 1 : slot.at])
    return owned and not any(one.ids("topic", "measure", "victims") for one in spans[slot.at + 1 :])
