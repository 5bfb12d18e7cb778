"""Finds by what those who are counted are called, where that is no plain word for them ("12 martyrs")."""

import re

from bot.answering.checking.assertions import Assertion
from bot.answering.claims.figure_query import is_worded
from bot.answering.claims.index import Entry, Index
from bot.answering.reading.cues import has_cue, has_topic, means
from bot.answering.reading.question import Question, Slot, SlotKind
from bot.answering.reading.text import tokenise
from bot.answering.reading.vocabulary import Span
from bot.briefing.known_ids import Cue, Measure
from bot.briefing.models import Figure

# Whoever is none of a briefing's parties is named beside a plain word too ("12 Danish nurses").
_OTHERS: tuple[SlotKind, ...] = ("other-party", "other-place")
_NOUNS: tuple[SlotKind, ...] = ("unknown", "elsewhere", *_OTHERS)
# What may stand between a number and the word for those it counts, beside articles and the like.
_PASSED = frozenset({"aside", "party", "people", "victims"})
_PASSED_CUES: tuple[Cue, ...] = ("of", "own", "many", "more-than", "total", "them", "judges", "epithet")
# Behind these somebody else is spoken of.
_ENDS: tuple[Cue, ...] = ("passive", "by", "at", "with", "according-to")
# What may stand between a number and whom it counts.
_WHOSE = frozenset({"side", "party", "actor", "target", "qualifier", "ask"})

# Who is counted by these is not alive.
_DEAD: frozenset[Measure] = frozenset({"killed", "bodies-held"})
# Words between a number and what calls it one ("the figure that she gave was 12").
_FIGURE_REACH = 5
_FIGURE = re.compile(r"(?:death |body )?(?:figure|toll|count|tally|estimate)s?")


def labels(question: Question, number: Slot) -> tuple[str, ...]:
    """Return the words after a number that judge or honour those it counts, or are no word for victims.

    Nothing is said against what stands anywhere else: who is insulted there is not who is counted.
    """
    nouns = {slot.at: slot for slot in question.find(*_NOUNS)}
    counted = {slot.at for slot in question.find("number", "date")}
    loaded: list[str] = []
    strange: list[str] = []
    named = measured = False
    for at in range(number.at + 1, len(question.spans)):
        span, noun = question.spans[at], nouns.get(at)
        if _is_loaded(span) or (noun and noun.kind in _OTHERS):
            loaded.append(span.typed)
        elif at in counted or (noun and measured):
            break
        elif noun:
            strange += [] if named else [span.typed]
        elif means(span, "measure"):
            measured = True  # "12 dead martyrs", but "12 died, they say"
        elif _is_passed(span):
            named = named or means(span, "victims")
        else:
            break
    return tuple(loaded) if named else (*strange, *loaded)


def foreign_labels(index: Index, entry: Entry, figure: Figure, called: tuple[str, ...]) -> list[str]:
    """Return by what those counted are *called* that is none of the source's words for them.

    How somebody mourns their own says no more than that they were killed.
    """
    own = figure.side == entry.side
    called = tuple(label for label in called if not (own and _mourns(index, label)))
    group = {token.stem for token in tokenise(figure.group)}
    labels = [label for label in called if not {t.stem for t in tokenise(label)} <= group]
    grouped = _names_group(index, figure.group)
    return [label for label in labels if not (grouped and _names_group(index, label))]


def is_plainly_armed(index: Index, words: str) -> bool:
    """Tell whether words are for armed men of no army, and call them no names."""
    read = index.reader.lexicon.read(words)
    plain = (has_topic(span, "militants") and not has_cue(span, "judges", "epithet") for span in read)
    return " " not in words and any(plain)


def called_alive(question: Question) -> str | None:
    """Return the word by which those who are counted are alive."""
    if question.find("negation"):
        return None
    return next((span.typed for span in question.spans if has_cue(span, "alive")), None)


def alive_instead(index: Index, figure: Figure, question: Question) -> list[str]:
    """Return the word by which those are alive whom a figure counts as dead, unless both are told."""
    counted = index.kinds(question.values("measure"))
    alive = called_alive(question) if _DEAD.isdisjoint(counted) else None
    return [alive] if alive and not _DEAD.isdisjoint(index.measures_of(figure)) else []


def _mourns(index: Index, words: str) -> bool:
    return any(has_cue(span, "mourns") for span in index.reader.lexicon.read(words))


def _names_group(index: Index, words: str) -> bool:
    """Tell whether a plain word for a group is among these ("outfits")."""
    read = index.reader.lexicon.read
    return any(has_cue(span, "group") for token in tokenise(words) for span in read(token.word))


def counts_things(question: Question, number: int, called: tuple[str, ...]) -> bool:
    """Tell whether it is nobody that the *number* there counts ("captured 19 Danish posts")."""
    spans, at = question.spans, number + 1
    while at < len(spans) and means(spans[at], "party", "people"):
        at += 1
    # "Puts at 12 the number of nurses killed"
    topics = (slot for slot in question.find("topic") if slot.value != "claims")
    thing = next((slot for slot in topics if slot.at == at), None)
    whose = means(spans[at + 1] if at + 1 < len(spans) else None, "victims")  # "12 strike victims"
    return thing is not None and thing.words not in called and not whose


def counts_another_thing(entry: Entry, assertion: Assertion, *, theirs: bool) -> bool:
    """Tell whether the count is of something that the briefing does not count, or the nearest claim not.

    Where it is *theirs* otherwise, it has the wrong victims.
    """
    question = assertion.question
    verb = min((s.at for s in question.find("measure") if s.at < assertion.at), default=-1)
    doers = {s.kind for s in question.slots if s.at < verb}
    if "elsewhere" in doers and doers.isdisjoint({"actor", "claimant", "person", "party", "target"}):
        return True  # "an earthquake killed 19"
    if counts_things(question, assertion.at, assertion.labels):
        return True
    if (assertion.measures or called_alive(question)) and (assertion.victims or assertion.sides):
        return False
    if not (assertion.measures or assertion.victims or assertion.claimants):
        return True  # "they won by 55 runs": a side alone says nothing of what is counted
    counted = (s for s in question.slots if s.at > assertion.at and s.kind not in _WHOSE)
    head = next(counted, None)
    unknown = head is not None and head.kind == "unknown" and not assertion.victims
    if theirs and head is not None and head.words in assertion.labels:
        return False
    return unknown or not all(is_worded(entry, slot.value) for slot in question.find("elsewhere"))


def _is_loaded(span: Span) -> bool:
    return has_cue(span, "judges", "epithet") or has_topic(span, "militants")


def _is_passed(span: Span) -> bool:
    passed = any(m.kind in _PASSED for m in span.meanings) or has_cue(span, *_PASSED_CUES)
    return passed and not has_cue(span, *_ENDS)


def is_figure(question: Question, at: int) -> bool:
    """Tell whether a number is called somebody's figure, and not of what ("gave the figure of 12")."""
    spans = question.spans
    near = spans[max(at - _FIGURE_REACH, 0) : at + _FIGURE_REACH]
    owners = (slot.at for slot in question.find("claimant", "person") if slot.owns)
    owned = any(spans[who + 1].words == "number" for who in owners if 0 <= who < at - 1)
    return owned or any(_FIGURE.fullmatch(span.words) for span in near)
