"""A rule for what somebody calls their own state or another: only words of theirs that name it answer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from bot.answering.reading.cues import has_cue
from bot.answering.reading.question import ANYBODY, STRANGE
from bot.answering.reading.text import QUOTED

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from bot.answering.claims.index import Index
    from bot.answering.deciding.case import Case
    from bot.answering.deciding.outcome import Outcome
    from bot.answering.reading.question import Question, Slot

_REFLEXIVE = frozenset({"itself", "themselves", "himself", "herself"})
_THEIR = frozenset({"his", "her", "their", "its"})
_THEIRS = frozenset(
    {"country", "nation", "state", "homeland", "land", "government", "regime", "side"}
    | {"town", "city", "party"}
)
# "The state he speaks for", "the country that she represents".
_STANDS_FOR = re.compile(
    rf"\b(?:the|that)\s+(?:{'|'.join(sorted(_THEIRS))})\s+(?:(?:that|which|whom)\s+)?(?:he|she|they|it)\s+"
    r"(?:(?:speaks?|talks?|acts?|works?)\s+(?:for|on\s+behalf\s+of)|represents?|serves?|leads?|heads?|governs?|rules?|runs?)\b",
    re.IGNORECASE,
)
_OF_THEIRS = "their country"
# "What name does she use for …", "the word that they have for …".
_NAMES = frozenset({"name", "term", "word", "words", "title", "label", "expression", "designation", "phrase"})
_GIVES = frozenset(
    {"use", "uses", "used", "using", "give", "gives", "gave", "have", "has", "had", "apply", "applies"}
)
# Who is not named speaks in what is only called a quotation.
_SPOKEN = frozenset({"quotation", "origin-of-text"})
_FOR = frozenset({"for", "to"})


class _Calling(NamedTuple):
    """Who calls somebody something, and whom: nobody is who calls themselves."""

    caller: Slot
    called: tuple[Slot, ...]


def name_given(case: Case) -> Outcome | None:
    """Answer what somebody calls a state with what they say in which it is named, or say that nothing is."""
    index = case.index
    question = index.reader.read(_STANDS_FOR.sub(_OF_THEIRS, case.question.text))
    if question.topics - _SPOKEN - index.office_topics or question.find(
        "measure", "victims", "number", "date", "negation", *STRANGE
    ):
        return None
    calling = _calling(question, _SPOKEN | index.office_topics)
    if calling is None:
        return None
    sides = _sides_of(index, calling.caller)
    named = index.sides_of(calling.called) or sides
    told = [
        entry.claim.id
        for entry in index.entries
        if entry.side in sides
        and any(
            entry.claim.asserts(words) and named & _sides_in(index, words)
            for words in QUOTED.findall(entry.claim.statement)
        )
    ]
    if told and not any(slot.kind in {"person", "place"} for slot in calling.called):
        return case.answer(told, "whose words they are")
    return case.abstain("not_covered", ", ".join(slot.words for slot in calling.called))


def _sides_of(index: Index, caller: Slot) -> set[str]:
    """Return whose words are meant: of "the spokesman" all who are one, of "the quote" everybody."""
    if caller.kind != "topic":
        return {index.side_of(caller.value)}
    held = {index.sides[person] for person, offices in index.offices.items() if caller.value in offices}
    return held or {entry.side for entry in index.entries if entry.side}


def _calling(question: Question, unnamed: AbstractSet[str]) -> _Calling | None:
    """Return who is asked to call whom something, None where that is not what is asked."""
    if not (question.hears("interrogative") or question.asks("names", "definition", "identity")):
        return None
    spans = question.spans
    callers = question.find(*ANYBODY)
    if question.hears("calls") and len(callers) == 1 and _names_itself(question):
        return _Calling(callers[0], ())
    for at, span in enumerate(spans[1:], 1):
        words = span.words.split()
        before = [slot for slot in question.find(*ANYBODY, "place") if slot.at < at]
        before = before or [s for s in question.find("topic") if s.at < at and s.value in unnamed][:1]
        if not before:
            continue
        if has_cue(span, "calls") and has_cue(next(iter(spans[at + 1 :]), None), "by"):
            callers = tuple(slot for slot in callers if slot.at > at)
            return _Calling(callers[0], tuple(before)) if callers else None
        gives = words[0] in _GIVES and any(_NAMES.intersection(one.words.split()) for one in spans[:at])
        meant = any(one.words.split()[-1] in _FOR for one in spans[at : at + 2])
        owned = words[0] in _NAMES and meant and before[-1].owns
        if has_cue(span, "calls") or gives or owned:
            called = _called(question, at)
            return None if called is None or before[-1].kind == "place" else _Calling(before[-1], called)
    return None


def _names_itself(question: Question) -> bool:
    """Tell whether somebody is asked about "themselves" or "their own"."""
    return question.asks("own") or any(span.words in _REFLEXIVE for span in question.spans)


def _called(question: Question, at: int) -> tuple[Slot, ...] | None:
    """Return what stands last behind a word for calling: nothing for "his country", None for what else."""
    after = question.spans[at + 1 :]
    named = [slot for slot in question.find(*ANYBODY, "place") if slot.at > at]
    said = " ".join(span.words for span in after if span.words not in _FOR).split()
    if not named and len(said) > 1 and said[0] in _THEIR and said[-1] in _THEIRS:
        return ()
    between = after[: named[0].at - at - 1] if named else after
    only = all(span.words in _FOR or span.words == "the" for span in between)
    behind = question.spans[named[-1].at + 1 :] if named else ()
    last = all(span.has("aside", "grammar") or span.has("aside", "chat") for span in behind)
    return tuple(named) if named and only and last else None


def _sides_in(index: Index, words: str) -> set[str]:
    spans = index.reader.lexicon.read(words)
    return {index.side_of(party) for span in spans for party in span.ids("party")}
