"""Rules for "only": what is singled out is answered with all that there is, alike for every side."""

from bot.answering.claims.deeds import did_otherwise
from bot.answering.deciding.case import PLACED_SHARE, Case
from bot.answering.deciding.figure_rules import figures
from bot.answering.deciding.outcome import Outcome
from bot.answering.reading.cues import has_cue
from bot.answering.reading.question import Slot, SlotKind

# What one may ask whether it was alone; whoever speaks alone still has only their own claims.
_SINGLED: tuple[SlotKind, ...] = ("victims", "side", "actor", "topic")


def only(case: Case) -> Outcome | None:
    """Answer whether something was the only one with all of its kind ("were only nurses killed")."""
    slots = _singled_out(case)
    if not slots or case.question.asks("says", "how-many"):
        return None
    rest = case.without(slots)
    if rest.question.find("measure"):
        return figures(rest)
    if not rest.question.topics & case.index.reader.acts:
        return None
    good = [c for c in rest.good() if not did_otherwise(case.index, c.entry, rest.question)]
    told = [c.entry.claim.id for c in good if c.score >= good[0].score * PLACED_SHARE]
    return case.answer(told, "all of its kind") if told else None


def _singled_out(case: Case) -> tuple[Slot, ...]:
    """Return what "only" stands before, or before whose verb, in a question for yes or no."""
    question = case.question
    at = next((n for n, span in enumerate(question.spans) if has_cue(span, "only")), None)
    denied = any(slot.at for slot in question.find("negation"))  # "didn't they …" denies nothing
    if at is None or not case.is_yes_no or question.alternative or denied:
        return ()
    found: list[Slot] = []
    for n in range(at + 1, len(question.spans)):
        here = [slot for slot in question.slots if slot.at == n]
        done = [slot for slot in here if slot.kind == "measure" or slot.value in case.index.reader.acts]
        named = [slot for slot in here if slot.kind in _SINGLED and slot not in done]
        if not named and (found or not done):
            break
        found += named
    return tuple(found)
