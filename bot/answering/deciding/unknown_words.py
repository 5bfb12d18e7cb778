"""Tells which unknown words stand beside the point: without them a question asks the same.

What a word means nobody knows here; where it stands says what it could change. A word may change what is
asked where it heads what is asked for ("which airfields"), does or undergoes the act ("did bandits strike"),
says it, says how, where or of whom ("with napalm"), or ends the sentence ("were the strikes legal"). A word
that no dictionary has may be a name.
"""

import re

from bot.answering.claims.index import Index, once_an_index
from bot.answering.reading.cues import has_cue
from bot.answering.reading.question import Question, Slot
from bot.answering.reading.reader import ASKS
from bot.answering.reading.vocabulary import Span
from bot.briefing.folding import fold
from bot.briefing.known_ids import Ask, Cue

# After one of these a word is asked for, does what is asked, or says where, how or of whom.
_LEADS: tuple[Cue, ...] = (
    "did",
    "passive",
    "at",
    "by",
    "with",
    "against",
    "of",
    "according-to",
    "how-many",
    "many",
    "interrogative",
)
_AROUND: tuple[Cue, ...] = ("at", "by", "with", "against")
# Before one of these a word is a speaker, or belongs to somebody.
_FOLLOWS: tuple[Cue, ...] = ("says", "admits", "of")
_COUNTED = ("victims", "measure", "people", "person")
_DOERS = ("party", "people", "person")
_COUNTS: tuple[Cue, ...] = ("how-many", "many", "breakdown", "total")
# How something is meant does not change who it was, where, when or how many.
_FACTS: tuple[Ask, ...] = ("who", "where", "when", "how-many")
_ADVERB = "ly"
# What follows one of these is how somebody is, not what they did.
_DEGREES = frozenset({"so", "very", "too", "quite"})


def beside_the_point(index: Index, question: Question) -> tuple[Slot, ...]:
    """Return the unknown words of *question* if none of them can change what is asked, else nothing."""
    unknown = question.find("unknown")
    if not unknown:
        return ()
    beside = all(
        is_beside_the_point(index, question.spans, slot) or _is_set_off(question, slot) for slot in unknown
    )
    return unknown if beside else ()


def _is_set_off(question: Question, slot: Slot) -> bool:
    """Tell whether an adverb stands between commas where a fact is asked for ("where, tactically, …")."""
    if not slot.value.endswith(_ADVERB) or not question.asks(*_FACTS):
        return False
    return re.search(rf", {re.escape(slot.words)}(?: speaking)?,", question.text) is not None


def is_beside_the_point(index: Index, spans: tuple[Span, ...], unknown: Slot) -> bool:
    """Tell whether an unknown word of a question, read as *spans*, cannot change what is asked."""
    return index.reader.lexicon.is_word(unknown.value) and not _changes(index, spans, unknown.at)


def _changes(index: Index, spans: tuple[Span, ...], at: int) -> bool:
    own = at > 0 and has_cue(spans[at - 1], "asker")
    before = next((span for span in reversed(spans[: at - own]) if _tells(span)), None)
    if own:  # "for my newsletter" is about the asker, "in my hometown" is not
        return has_cue(before, *_AROUND)
    after = next((span for span in spans[at + 1 :] if _tells(span)), None)
    owner = spans[at - 1] if at else None
    if owner is not None and owner.possessive and owner.ids(*_DOERS) and spans[at].words.endswith("s"):
        return True  # "are her leaders willing": they do it
    if after is None or has_cue(after, *_FOLLOWS) or after.ids(*_COUNTED):
        return True
    if before is None:
        return False
    if owner is not None and owner.ids(*_DOERS) and _counts(spans[: at - 1]):
        return True  # "how many Danish sheep were killed"
    if has_cue(before, "it") and any(map(_begins, spans[: spans.index(before)][-1:])):
        return True  # "is it safe in Wex"
    asked = has_cue(before, *_LEADS, *(ASKS - {"says", "own", "them", "there", "possesses"}))
    acted = any(topic in index.reader.acts for topic in before.ids("topic"))
    undergoes = bool(before.ids("measure", "victims", "elsewhere")) and not before.ids(*_DOERS)
    return asked or acted or undergoes or is_main_verb(spans, at)


def _begins(span: Span) -> bool:
    """Tell whether a question begins with this before what it is about."""
    return has_cue(span, "passive", "did")


def _counts(spans: tuple[Span, ...]) -> bool:
    """Tell whether it is counted what follows ("how many of the")."""
    told = (span for span in reversed(spans) if _tells(span) and not has_cue(span, "of"))
    last = next(told, None)
    return has_cue(last, *_COUNTS)


def is_main_verb(spans: tuple[Span, ...], at: int) -> bool:
    """Tell whether an unknown word says what somebody did ("when did X resign").

    It follows "who", or the first doer of a question that begins with verb or reason.
    """
    before = spans[:at]
    last = next((span for span in reversed(before) if _tells(span)), None)
    if last is None or spans[at - 1].words in _DEGREES:
        return False
    if has_cue(last, "who"):
        return True
    first = next(span for span in before if _tells(span))
    asks = has_cue(first, "did", "passive", "why", "when", "where", "negation")
    return asks and bool(last.ids(*_DOERS)) and not any(span.ids("topic", "measure") for span in before)


def _tells(span: Span) -> bool:
    """Tell whether a span is more than an aside; what no vocabulary explains is."""
    return not span.known or any(meaning.kind != "aside" for meaning in span.meanings)


@once_an_index
def _sources(index: Index) -> str:
    return fold("\n".join(source.text for source in index.briefing.sources))


def stands(index: Index, words: str) -> bool:
    """Tell whether *words* stand in a source, as they are or as more than one."""
    start, text = fold(words).removesuffix("'s"), _sources(index)
    # Most do not, which is found out in a hundredth of the time.
    return start in text and re.search(rf"\b{re.escape(start)}s?\b", text) is not None
