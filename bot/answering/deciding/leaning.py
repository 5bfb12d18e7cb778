"""Tells which questions lean on words before them: "how many died there", "when was it hit"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answering.reading.cues import has_cue, is_passive
from bot.answering.reading.question import ANYBODY

if TYPE_CHECKING:
    from bot.answering.claims.index import Index
    from bot.answering.deciding.case import Case
    from bot.answering.deciding.outcome import Outcome
    from bot.answering.reading.question import Question, SlotKind
    from bot.answering.reading.vocabulary import Span
    from bot.briefing.known_ids import Topic

# Whoever names one of these says of what they ask.
_NAMING: tuple[SlotKind, ...] = (*ANYBODY, "place", "other-place", "other-party", "other-medium", "number")
# Topics that answer to another, which a question has to name.
_REPLIES: frozenset[Topic] = frozenset({"denial", "rejection", "response", "unwilling", "acceptance"})


def unresolved(case: Case) -> Outcome | None:
    """Abstain from what leaves to another question where, what or whose is meant."""
    return case.abstain("unresolved") if leans(case.index, case.question) else None


def leans(index: Index, question: Question) -> bool:
    """Tell whether a question points at a place, a matter or a side that it does not name."""
    if question.find(*_NAMING):
        return False
    rules = (_is_there, is_it, _replies)
    return any(rule(index, question) for rule in rules) or _is_theirs(question)


def _is_there(index: Index, question: Question) -> bool:
    """Tell whether harm or an attack is asked about "there"; "were there any" points nowhere."""
    spans = question.spans
    at = next((slot.at for slot in question.ask_slots("there")), None)
    if at is None:
        return False
    beside = (*spans[max(at - 1, 0) : at], *spans[at + 1 : at + 2])
    if any(has_cue(span, "passive", "did") for span in beside):
        return False
    return bool(question.find("measure", "victims", "topic")) and _only_strikes(index, question)


def is_it(index: Index, question: Question) -> bool:
    """Tell whether "it" is what something happened to: "was it hit", "did they hit it"."""
    spans = question.spans
    for at, span in enumerate(spans):
        if not has_cue(span, "it"):
            continue
        left, right = spans[at - 1] if at else None, spans[at + 1 : at + 3]
        done = (*((left, *right) if has_cue(left, "passive") else right), None, None)
        struck = is_passive(done[0], done[1]) and _strikes(index, done[1])
        if struck or _strikes(index, left):
            return _only_strikes(index, question)
    return False


def _only_strikes(index: Index, question: Question) -> bool:
    return question.topics <= index.placed & index.reader.acts


def _strikes(index: Index, span: Span | None) -> bool:
    """Tell whether the words may be something done to a place."""
    return span is not None and not index.reader.acts.isdisjoint(index.placed.intersection(span.ids("topic")))


def _replies(index: Index, question: Question) -> bool:
    """Tell whether a reply is asked about, to what no word says: "do they deny it"."""
    named = {slot.value for slot in question.naming if slot.kind != "negation"}
    if not named or not named <= _REPLIES or question.asks("says", "who-claims"):
        return False
    words = (word for span in question.spans for word in span.words.split())
    return any(has_cue(one, "it") for word in words for one in index.reader.lexicon.read(word))


def _is_theirs(question: Question) -> bool:
    """Tell whether losses are asked about that are "ours" or "theirs"."""
    whose = question.hears("ours") or (question.asks("loses") and question.asks("them"))
    return whose and bool(question.find("measure"))
