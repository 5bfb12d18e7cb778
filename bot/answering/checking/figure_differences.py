"""Tells in what a number that somebody asserts differs from the figure that it means."""

import re
from collections.abc import Iterator

from bot.answering.checking.assertions import NONE, VAGUE, Assertion
from bot.answering.checking.called import alive_instead, foreign_labels, is_plainly_armed
from bot.answering.checking.degrees import FEW
from bot.answering.checking.figure_likeness import has_size, same_claimant, same_measure, same_number
from bot.answering.checking.giving_back import given_back
from bot.answering.claims.figure_query import Row, is_worded
from bot.answering.claims.index import Index
from bot.answering.claims.whose import counts_own, harmed_anybody
from bot.answering.reading.cues import has_cue, means
from bot.answering.reading.dates import NOW, days_of, falls_on
from bot.answering.reading.numbers import BOUND_REACH, sign_before
from bot.answering.reading.question import Question, Slot
from bot.answering.reading.text import tokenise
from bot.answering.showing import sentences
from bot.answering.showing.checked import Difference
from bot.answering.showing.reply import claimant_name
from bot.briefing.known_ids import Cue, Victims

# "Did not really say" denies, "can’t reach him. She said" does not.
_NEXT = 2
_WRITER = re.compile(r"I|we", re.IGNORECASE)
_FIGHTERS: Victims = "fighters"
# Who does not say or believe a number denies it.
_BELIEVES: tuple[Cue, ...] = ("says", "credits", "admits")


def differences(index: Index, row: Row, assertion: Assertion) -> list[Difference]:
    """Return in what *assertion* differs from a figure, each as it is to be said."""
    return [difference for differs in _COMPARED for difference in differs(index, row, assertion)]


def _number(_index: Index, row: Row, assertion: Assertion) -> Iterator[Difference]:
    sized = has_size(assertion) and _number_as_said(assertion) not in row.figure.words
    if sized or not same_number(row.figure, assertion):
        yield "figure", _number_as_said(assertion), row.figure.words


def _measure(index: Index, row: Row, assertion: Assertion) -> Iterator[Difference]:
    if assertion.measures and not same_measure(index, row.figure, assertion):
        yield "measure", _names_of(index, assertion.measures), row.figure.words


def _people(index: Index, row: Row, assertion: Assertion) -> Iterator[Difference]:
    figure, question = row.figure, assertion.question
    doing = {s.value for s in question.find("victims") if has_cue(question.before(s.at), "by")}
    if others := assertion.victims - index.victims_of(figure) - doing:
        yield "victim", _names_of(index, others), figure.group
    called = assertion.labels
    if not assertion.victims.isdisjoint(figure.victims) and _FIGHTERS in figure.victims:
        # "Danish bakers and militants" where bakers and fighters are counted.
        called = tuple(
            label
            for label in called
            if not (is_plainly_armed(index, label) and f" and {label}" in question.text)
        )
    for label in foreign_labels(index, row.entry, figure, called):
        yield "victim", label, figure.group


def _what_became_of_them(index: Index, row: Row, assertion: Assertion) -> Iterator[Difference]:
    figure, question = row.figure, assertion.question
    for alive in alive_instead(index, figure, question):
        yield "measure", alive, figure.words
    for back in given_back(index, figure, question):
        yield "direction", back, figure.words


def _side(index: Index, row: Row, assertion: Assertion) -> Iterator[Difference]:
    doers = index.sides_of(assertion.question.find("actor"))
    anybody = not _sides_named(index, assertion.question) and harmed_anybody(index, row, doers)
    if assertion.sides and row.figure.side not in assertion.sides and not anybody:
        yield _other_side(index, row, assertion)


def _claimant(index: Index, row: Row, assertion: Assertion) -> Iterator[Difference]:
    if assertion.claimants and not same_claimant(index, row, assertion):
        yield "claimant", _names_of(index, assertion.claimants), claimant_name(index, row.entry.claim)


def _place(index: Index, row: Row, assertion: Assertion) -> Iterator[Difference]:
    figure, named = row.figure, assertion.places
    if not named and assertion.around.isdisjoint(figure.places) and figure.places:
        named = assertion.around  # "19 dead, after the strikes on the capital"
    foreign = {words for words in assertion.foreign if not is_worded(row.entry, words)}
    if not figure.places and not assertion.question.find("other-place"):
        foreign.clear()
    if (named and not named <= set(figure.places)) or foreign:
        places = ", ".join(index.names[p] for p in figure.places) or sentences.NO_PLACE
        yield "place", _names_of(index, named | foreign), places


def _denial(_index: Index, row: Row, assertion: Assertion) -> Iterator[Difference]:
    if denied := _denied(assertion):
        yield "direction", ", ".join(slot.words for slot in denied), row.figure.words


def _doer(index: Index, row: Row, assertion: Assertion) -> Iterator[Difference]:
    question, who = assertion.question, row.entry.claim.actor
    strange = [
        slot
        for slot in question.find("actor", "other-party")
        if slot.words not in assertion.labels
        and index.sides.get(slot.value) not in index.belligerents
        and not harmed_anybody(index, row, index.sides_of((slot,)))
    ]
    if not who:  # that a crowd did it is only inferred
        spans = ((slot, question.spans[slot.at]) for slot in question.find("actor"))
        strange += [slot for slot, span in spans if span.ids("people") and span.ids("victims")]
    if strange and not assertion.strangers and not counts_own(index, assertion.measures):
        yield "direction", strange[0].words, index.names[who] if who else sentences.NOT_NAMED


def _strangers(index: Index, row: Row, assertion: Assertion) -> Iterator[Difference]:
    if assertion.strangers:
        yield "claimant", ", ".join(assertion.strangers), claimant_name(index, row.entry.claim)


def _day(_index: Index, row: Row, assertion: Assertion) -> Iterator[Difference]:
    # A curator's reading of a day is no word of the source's: nothing is held against it.
    claim, days = row.entry.claim, days_of(row.entry.claim.happened)
    dates = [slot for slot in assertion.question.find("date") if slot.value != NOW]
    wrong = [slot for slot in dates if not falls_on(slot.value, days, row.entry.dates)]
    if wrong:
        when = ", ".join((*claim.when, claim.said or "")).strip(", ") or sentences.NO_DATE
        yield "date", wrong[0].words, when


# What is compared, in the order in which it is told.
_COMPARED = (
    _number,
    _measure,
    _people,
    _what_became_of_them,
    _side,
    _claimant,
    _place,
    _denial,
    _doer,
    _strangers,
    _day,
)


def _sides_named(index: Index, question: Question) -> frozenset[str]:
    return index.sides_of(question.find("side", "party", "target"))


def _other_side(index: Index, row: Row, assertion: Assertion) -> Difference:
    """Return whom a message counts who are not those of a figure, or by whom it has them harmed."""
    figure, who = row.figure, row.entry.claim.actor
    own = counts_own(index, frozenset({figure.measure}))
    named = _sides_named(index, assertion.question)
    doers = [slot.words for slot in assertion.question.find("actor")]
    if doers and not own and named.isdisjoint(assertion.sides):
        # Whom they kill is only inferred: no words of the message say it.
        return "direction", ", ".join(doers), index.names[who] if who else figure.words
    return "side" if own else "victim", _names_of(index, assertion.sides), figure.group


def _denied(assertion: Assertion) -> tuple[Slot, ...]:
    """Return the words that deny a number: "did not say", "denied that", "were not killed"."""
    question = assertion.question
    named = max((s.at for s in question.find("claimant", "person") if s.at < assertion.at), default=-1)
    said = [s.at for s in question.find("ask") if s.value == "says" and s.at < assertion.at]
    # What follows all that is counted is said of something else ("… died, and they won't tell").
    counted = max(
        (s.at for s in question.find("number", "measure", "victims") if s.value != "people"), default=-1
    )
    no = [s for s in question.find("negation") if named < s.at < max(counted, assertion.at)]
    no = [s for s in no if not _is_of_oneself(assertion, s)]
    if assertion.number == NONE:
        no = [s for s in no if s.at not in _none_at(assertion)]
    no += [s for s in question.find("topic") if s.value == "denial" and not any(at > s.at for at in said)]
    return tuple(s for s in no if s.kind == "topic" or not any(at > s.at + _NEXT for at in said))


def _is_of_oneself(assertion: Assertion, no: Slot) -> bool:
    """Tell whether whoever writes denies no number, but something of their own ("I can't sleep over …")."""
    spans, numbers = assertion.question.spans, assertion.question.find("number")
    first = min((slot.at for slot in numbers if slot.at > no.at), default=assertion.at)
    before, between = spans[max(no.at - 2, 0) : no.at], spans[no.at + 1 : first]
    own = any(_WRITER.fullmatch(span.typed) for span in before)
    told = any(has_cue(span, *_BELIEVES) or means(span, "measure") for span in between)
    return own and not told and any(not span.known or span.has("aside", "chat") for span in between)


def _number_as_said(assertion: Assertion) -> str:
    """Return a number with what is said of how exact it is ("exactly 274"), or what stands for one."""
    if assertion.number in {VAGUE, FEW}:
        return assertion.question.spans[assertion.at].typed
    if assertion.number == NONE:
        return " ".join(assertion.question.spans[at].typed for at in _none_at(assertion))
    spans, text = assertion.question.spans, assertion.question.text
    before, behind = spans[max(assertion.at - BOUND_REACH, 0) : assertion.at], spans[assertion.at + 1 :]
    bound = next((s.typed for s in reversed(before) if assertion.bound in s.ids("cue")), "")
    if after := next((s.typed for s in behind if not bound and assertion.bound in s.ids("cue")), None):
        return f"{assertion.number} {after}"
    sign = sign_before(text, tokenise(text)[spans[assertion.at].first].start)
    return f"{bound or sign} {assertion.number or ''}".strip()


def _none_at(assertion: Assertion) -> range:
    """Return where the words stand that say that there were none ("not one", "nobody")."""
    at = assertion.at
    return range(at - (at > 0 and has_cue(assertion.question.spans[at - 1], "negation")), at + 1)


def _names_of(index: Index, values: frozenset[str] | set[str]) -> str:
    return ", ".join(sorted(index.names.get(value, value) for value in values))
