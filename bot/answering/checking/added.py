"""Finds what a message adds to the claims that it repeats, and they have not: why, how, who, and how true."""

import re
from collections.abc import Iterator

from bot.answering.checking.coloured import denied_at
from bot.answering.checking.pronouns import OF_ONESELF
from bot.answering.claims.index import Entry, Index
from bot.answering.reading.cues import has_cue, is_participle
from bot.answering.reading.question import AGENTS, ANYBODY, Question, Slot, SlotKind
from bot.answering.reading.text import APART, tokenise
from bot.briefing.known_ids import Ask, Topic

# What opens words that say more of what was told: its cause, condition or means, who they were, what it is.
_MORE = re.compile(
    r"\b(?:because(?:\s+of)?|due\s+to|owing\s+to|thanks\s+to|in\s+(?:exchange|return)\s+for"
    r"|if(?!\s+(?:one|we|you)\s+(?:trusts?|believes?|goes?)\b)|unless|with(?!\s+(?:that|this))|without|using|by"
    r"|(?:which|who|but\s+(?:that|this|it))(?:\s+(?:is|was|are|were|has|have|had)\b|['’]s\b)"
    r"|mostly|mainly|largely|chiefly|including|among\s+them|(?:many|most|some|half|all)\s+of\s+(?:them|whom)"
    r"|the\s+(?:majority|bulk)\s+of\s+(?:them|whom))\b[^,;:.!?()—–]*",
    re.IGNORECASE,
)
# Whom one talks with, and by whom it is told, is no means.
_WITH = re.compile(r"(?:with|by)\b", re.IGNORECASE)
_SAYS_MORE: tuple[SlotKind, ...] = (
    "unknown", "elsewhere", "topic", "measure", "victims", "other-party", "other-place", "other-medium",
)  # fmt: skip
# What one is called, and what one's words are.
_JUDGES: Ask = "judges"
_FALSE: Ask = "false"
_CHECKED: Topic = "verification"
_ACCOUNTS = frozenset({"claims", "accusation"})
# What somebody's words are said to be ("the figure of 12 is nonsense").
_PREDICATE = re.compile(
    r"\b(?:claims?|figures?|numbers?|counts?|tally|tallies|toll|account|version|statement|allegations?|accusations?"
    r"|denials?)\b[^;:.!?]*\b(?:is|are|was|were)\s+(?P<what>[^,;:.!?]+)",
    re.IGNORECASE,
)
_IS = frozenset({"is", "are", "was", "were", "all", "such", "just", "the", "a", "an", "these", "those"})
# What may stand between a number and those whom it counts.
_OF_WHOM: frozenset[SlotKind] = frozenset({"side", "party", "actor", "unknown", "elsewhere", "qualifier"})
_STRANGE: frozenset[SlotKind] = frozenset({"unknown", "elsewhere"})


def added(index: Index, question: Question, found: frozenset[str]) -> Iterator[str]:
    """Yield the words of a message that none of the claims of these ids has, and that say more than they."""
    entries = [index.by_id[one] for one in found]
    if not entries:
        return
    words = [
        *_more(index, question, entries),
        *_judging(index, question, entries),
        *_predicate(index, question),
    ]
    yield from dict.fromkeys(words)


def _more(index: Index, question: Question, entries: list[Entry]) -> Iterator[str]:
    """Yield what is said of cause, condition, means and kind, where a word of it is in no claim."""
    for match in _MORE.finditer(question.text):
        words = match.group().strip()
        more = index.reader.read(words)
        met = _WITH.match(words) and more.slots and more.slots[0].kind in {*ANYBODY, "place", "victims"}
        new = (_is_new(index, slot, entries) for slot in more.find(*_SAYS_MORE))
        if not met and not OF_ONESELF.search(words) and any(new):
            yield words


def _judging(index: Index, question: Question, entries: list[Entry]) -> Iterator[str]:
    """Yield what somebody, or what they say, is called, and who else was harmed."""
    counted = any(entry.claim.figures for entry in entries)
    denied = denied_at(question)
    for slot in question.slots:
        if slot.at in denied or slot.at < 0 or _has_words(slot, entries):
            continue
        span = question.spans[slot.at]
        whom = counted and slot.kind == "victims" and _is_new(index, slot, entries)
        called = (slot.value == _JUDGES and _calls(question, slot)) or _describes(question, slot)
        called = called or _qualifies(question, slot) or whom
        checked = slot.value == _CHECKED and slot.repaired is None and is_participle(span)
        proves = checked and has_cue(question.before(slot.at), "passive") and _is_new(index, slot, entries)
        untrue = slot.value == _FALSE or proves
        if called or (untrue and not _is_of_others(index, question, slot, entries)):
            yield span.typed


def _predicate(index: Index, question: Question) -> Iterator[str]:
    """Yield what a claim or a figure is said to be, in words that nothing explains, or that it is true."""
    if found := _PREDICATE.search(question.text):
        told = index.reader.read(found["what"])
        strange = told.find(*_STRANGE)
        names = told.find("number", "measure", "victims", "date", "negation", *ANYBODY)
        if (strange or told.asks("true")) and not names:
            yield found["what"].strip()


def _calls(question: Question, slot: Slot) -> bool:
    """Tell whether somebody named is called so, not those who are spoken to ("those liars: she said …")."""
    tokens, spans = tokenise(question.text), question.spans
    for who in question.find(*AGENTS, "place"):
        first, last = sorted((who.at, slot.at))
        apart = question.text[tokens[spans[first].last - 1].end : tokens[spans[last].first].start]
        between = spans[first + 1 : last]
        if not APART.search(apart) and all(span.words in _IS for span in between):
            return True
    return False


def _describes(question: Question, slot: Slot) -> bool:
    """Tell whether an unknown word stands between an article and a name ("the illegitimate council")."""
    named = any(other.at == slot.at + 1 for other in question.find(*AGENTS))
    return slot.kind == "unknown" and named and slot.at > 0 and question.spans[slot.at - 1].words == "the"


def _qualifies(question: Question, slot: Slot) -> bool:
    """Tell whether a word says of those who are counted what they were ("12 sleeping bakers")."""
    number = max((one.at for one in question.find("number") if one.at < slot.at), default=None)
    whom = min((one.at for one in question.find("victims") if one.at > slot.at), default=None)
    doing = slot.kind == "topic" and slot.words.endswith("ing")
    if number is None or whom is None or not (doing or slot.kind in _STRANGE):
        return False
    between = (one for one in question.slots if number < one.at < whom and one.at != slot.at)
    return all(one.kind in _OF_WHOM for one in between)


def _is_of_others(index: Index, question: Question, false: Slot, entries: list[Entry]) -> bool:
    """Tell whether it is the other side's words that are called so, in a statement that denies them."""
    named = {slot.at: slot for slot in question.find(*ANYBODY, "place")}
    accounts = [s for s in question.slots if s.at - 1 in named and s.value in {*_ACCOUNTS, "says"}]
    before = [s.at - 1 for s in accounts if s.at < false.at]
    whose = before[-1:] or [s.at - 1 for s in accounts if s.value in _ACCOUNTS]
    side = index.side_of(named[whose[0]].value) if whose else None
    return any(
        (side is None or side != entry.side)
        and "denial" in index.reader.read(entry.claim.statement).values("topic")
        for entry in entries
    )


def _is_new(index: Index, slot: Slot, entries: list[Entry]) -> bool:
    return slot.value != "people" and not (
        _has_words(slot, entries) or any(index.feature(slot) in entry.features for entry in entries)
    )


def _has_words(slot: Slot, entries: list[Entry]) -> bool:
    return any(entry.has_words(slot.words) for entry in entries)
