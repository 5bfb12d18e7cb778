"""Tells how many people a side has or sends from how many were harmed: the former no figure says."""

from bot.answering.claims.figure_query import FigureQuery
from bot.answering.reading.cues import has_cue
from bot.answering.reading.question import Question
from bot.briefing.known_ids import Ask

_TOLD: tuple[Ask, ...] = ("says", "admits", "according-to", "loses", "own-deed", "who-claims")


def counts_strength(question: Question, query: FigureQuery) -> bool:
    """Tell whether the number of people that a side has is asked for, not how many were harmed."""
    if not query.victims or query.measures or query.numbers or not question.asks("how-many"):
        return False
    return not question.asks(*_TOLD) and (question.asks("possesses") or _sent(question) or _engaged(question))


def _sent(question: Question) -> bool:
    """Tell whether a side did with them what no word of the vocabulary says: "did Orla send"."""
    both = (slot for slot in question.find("ask") if slot.value == "both")
    for slot in (*question.find("side", "party", "actor"), *both):
        following = question.spans[slot.at + 1 :]
        if has_cue(question.before(slot.at), "did") and following:
            return all(span.has("aside", "grammar") and not span.ids("cue", "topic") for span in following)
    return False


def _engaged(question: Question) -> bool:
    """Tell whether it is what they do: "are fighting"."""
    for slot in question.find("victims"):
        verbs = question.spans[slot.at + 1 : slot.at + 3]
        if len(verbs) > 1 and has_cue(verbs[0], "passive") and verbs[1].words.endswith("ing"):
            return bool(verbs[1].ids("topic"))
    return False
