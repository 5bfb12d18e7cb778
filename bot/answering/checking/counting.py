"""Cuts what a sentence of a message counts into assertions, one for each number."""

from dataclasses import replace

from bot.answering.checking.assertions import VAGUE, Assertion
from bot.answering.checking.called import is_figure, labels
from bot.answering.checking.clause import SPEAKING, verifies
from bot.answering.checking.degrees import FEW
from bot.answering.checking.left_out import (
    excluded_numbers,
    without_beyond,
    without_excluded,
    without_falls,
    without_others,
    without_reason,
)
from bot.answering.checking.locations import with_whereabouts
from bot.answering.checking.noughts import none_of, noughts
from bot.answering.checking.reach import Reach, measures_near, whose_counted
from bot.answering.checking.recounted import recounted
from bot.answering.checking.speakers import below, givers, nameless_speakers, speaking, under
from bot.answering.claims.figure_query import narrowest
from bot.answering.claims.index import Index
from bot.answering.claims.whose import counts_own
from bot.answering.reading.cues import has_cue
from bot.answering.reading.question import Question, Slot
from bot.answering.reading.text import clauses

# Words between "a few" and those whom it counts ("a few Danish nurses").
_FEW_REACH = 2
# Slots after a number among which are the two next words that name anything.
NEAR = 8


def figure_assertions(index: Index, sentence: str, heard: frozenset[str]) -> tuple[Assertion, ...]:
    """Return an assertion for each number of a sentence; what a clause leaves out, an earlier one gave.

    `heard` are the claimants that another sentence gave.
    """
    sentence = recounted(index, sentence)
    whole = without_falls(index.reader.read(sentence))
    if verifies(index, whole):
        return ()
    speaks = whole.asks(*SPEAKING) or "claims" in whole.values("topic")
    speakers = frozenset(slot.value for slot in speaking(whole)) if speaks else frozenset()
    named: frozenset[str] = frozenset()
    party: Slot | None = None
    found: list[Assertion] = []
    all_of_it = _quantities(index, whole)
    contrasts = len(all_of_it) > len(excluded_numbers(whole)) > 0
    parts = with_whereabouts(index, clauses(sentence))
    if all_of_it and not any(_quantities(index, index.reader.read(clause)) for clause in parts):
        parts = (sentence,)  # "They were captured, loads of them" counts only as a whole
    for part in parts:
        ahead, clause = below(index, sentence, part)
        if ahead:
            party, named = ahead, frozenset()
        question = without_reason(without_falls(without_beyond(without_others(index.reader.read(clause)))))
        question = without_excluded(question, numbers=contrasts)
        own = frozenset(slot.value for slot in speaking(question))
        quantities = _quantities(index, question)
        said, carried = under(index, party, question)
        named = own or said or nameless_speakers(index, clause, named) or named
        for order in range(len(quantities)):
            last = found[-1] if found else None
            reach = Reach.of(question, quantities, order)
            counted = _figure(index, reach, last, named or speakers or heard)
            found.append(replace(counted, carried=carried))
    foreign = whole.values("other-place")
    if not any(a.measures or a.victims for a in found):
        # A number of one clause may be part of a date in the whole sentence ("12, February").
        first = all_of_it[0].at if all_of_it else -1
        head = whole.keeping(lambda slot: slot.at < first)
        found = [_headed(index, head, assertion) for assertion in found]
    around = without_beyond(whole).values("place")
    return tuple(
        replace(a, foreign=foreign, around=around)
        for a in found
        if a.measures or a.victims or a.sides or (a.claimants and is_figure(a.question, a.at))
    )


def _headed(index: Index, head: Question, assertion: Assertion) -> Assertion:
    """Give a number what the head of its sentence counts ("Nurses missing: 12 according to her")."""
    return replace(
        assertion,
        measures=narrowest(index, head.values("measure")),
        victims=narrowest(index, head.values("victims")) - {"people"},
        sides=assertion.sides or index.sides_of(head.find("side")),
        places=assertion.places or head.values("place"),
    )


def _strangers(index: Index, question: Question, called: tuple[str, ...]) -> tuple[str, ...]:
    """Return who says a number though the briefing has it of nobody such, as of both sides together.

    Those that it counts say nothing.
    """
    speaks = question.asks(*SPEAKING) or "verification" in question.values("topic")
    others = tuple(slot.words for slot in question.find("other-party") if slot.words not in called)
    strangers = others if speaks else ()
    return strangers or tuple(s.words for s in question.find("ask") if _is_joint(index, question, s))


def _is_joint(index: Index, question: Question, who: Slot) -> bool:
    """Tell whether both sides are said to say a number that is not told of both ("both agree that 12 …")."""
    if who.value != "both":
        return False
    both = [figure for entry in index.entries if entry.both for figure in entry.claim.figures]
    if question.values("number") & {str(figure.minimum) for figure in both}:
        return False
    verbs = [s for s in question.find("ask") if s.at == who.at + 1 and s.value in {"agrees", *SPEAKING}]
    counted = any(slot.at > who.at for slot in question.find("number"))
    return bool(verbs) and counted and not question.find("negation", "claimant")


def _quantities(index: Index, question: Question) -> list[Slot]:
    """Return the numbers that count something; of a percentage only a measure does that counts nobody."""
    percent = counts_own(index, question.values("measure"))
    measured = max((slot.at for slot in question.find("measure")), default=-1)
    numbers = [
        none_of(question, slot)
        for place, slot in enumerate(question.slots)
        if slot.kind == "number"
        and (percent or not slot.value.endswith("%"))
        and (slot.at < measured or not _is_hearsay(question, place))
    ]
    vague = [slot for slot in question.find("qualifier") if slot.value == VAGUE] or _few(question)
    if not question.find("measure"):
        vague = []
    return sorted([*numbers, *vague], key=lambda slot: slot.at) or noughts(question)


def _few(question: Question) -> list[Slot]:
    """Return the words for not many of those who are counted, where nothing else counts them."""
    few = (at for at, span in enumerate(question.spans) if has_cue(span, FEW))
    harmed = question.find("victims", "side")
    return [
        Slot("qualifier", FEW, question.spans[at].typed, at)
        for at in few
        if any(0 < slot.at - at <= _FEW_REACH for slot in harmed)
    ]


def _is_hearsay(question: Question, number: int) -> bool:
    """Tell whether the slot of this *number* counts whom something was heard from ("two people say")."""
    slots = question.slots
    at = slots[number].at
    before = next((slot for slot in reversed(slots[max(number - NEAR, 0) : number]) if slot.at < at), None)
    after = [slot for slot in slots[number + 1 : number + NEAR] if slot.at > at][:2]
    who = bool(after) and (after[0].value == "people" or after[0].kind in {"unknown", "elsewhere"})
    said = any(slot.kind == "ask" and slot.value in SPEAKING for slot in (before, *after[1:]) if slot)
    return who and said


def _figure(index: Index, reach: Reach, last: Assertion | None, heard: frozenset[str]) -> Assertion:
    """Return what a number asserts, going on with what the *last* one counted."""
    question, number = reach.question, reach.number
    measures = measures_near(index, reach)
    victims = narrowest(index, frozenset(s.value for s in reach.near("victims"))) - {"people"}
    claimants = givers(question, number, reach.start, reach.end, heard)
    new = last is not None and bool(victims) and victims.isdisjoint(last.victims)
    sides = whose_counted(index, reach, measures, claimants, others=new)
    if last is not None:
        # "…, 13 civilians injured" goes on counting, but no longer the same people.
        sides = sides or (last.sides if not victims else sides)
        victims = victims or (last.victims if sides == last.sides else victims)
        measures = measures or last.measures
    called = labels(question, number)
    low, _, high = number.value.removesuffix("%").partition("-")
    bounds = (
        s.value for s in question.find("qualifier") if s.at == number.at and s.value not in {VAGUE, FEW}
    )
    return Assertion(
        quote=question.text,
        question=question,
        number=number.value,
        low=int(low) if low.isdecimal() else None,
        high=int(high or low) if low.isdecimal() else None,
        bound=next(bounds, None),
        measures=measures,
        victims=victims,
        sides=sides,
        claimants=claimants,
        places=frozenset(s.value for s in reach.near("place")),
        strangers=_strangers(index, question, called),
        labels=called,
        at=number.at,
    )
