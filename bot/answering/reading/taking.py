"""Finds where people are taken, held or dropped, which says by itself what is counted."""

from bot.answering.reading.around import CAPTURED, HOLDING, KILLED
from bot.answering.reading.cues import has_cue
from bot.answering.reading.vocabulary import Span
from bot.briefing.known_ids import Measure

# How far behind "holds" those stand who are held.
MOST_BETWEEN = 3


def takes(spans: tuple[Span, ...]) -> tuple[Measure, int] | None:
    """Return what is counted where people are taken, held or dropped ("how many did X take"), and where."""
    asked = next((at for at, span in enumerate(spans) if has_cue(span, "how-many")), len(spans))
    taken = next((at for at, span in enumerate(spans) if at > asked and has_cue(span, "takes")), None)
    counted = spans[asked + 1 :]
    if asked == len(spans) and (holding := _holds(spans)) is not None:
        return CAPTURED, holding
    if taken is not None and any(has_cue(span, "lives") for span in counted):
        return KILLED, taken
    harmed = any(span.ids("victims", "people") for span in counted)
    if harmed and has_cue(spans[-1], "drops"):
        return KILLED, len(spans) - 1
    return (CAPTURED, len(spans) - 1) if harmed and has_cue(spans[-1], "takes") else None


def _holds(spans: tuple[Span, ...]) -> int | None:
    """Return where somebody is said to hold the other side's people ("does anyone hold enemy nurses")."""
    for at in (at for at, span in enumerate(spans) if span.words in HOLDING):
        held = next((i for i in range(at + 1, len(spans)) if spans[i].ids("victims")), len(spans))
        between = spans[at + 1 : held]
        enemy = any(has_cue(one, "other-side") or one.ids("party", "people") for one in between)
        if held < len(spans) and enemy and len(between) <= MOST_BETWEEN:
            return at
    return None
