"""Tells what stands with a number of a question: how exact it is, and whom it counts."""

from bot.answering.claims.figure_query import FigureQuery, Row
from bot.answering.claims.index import Index
from bot.answering.reading.cues import has_cue
from bot.answering.reading.question import Question, Slot


def is_within(question: Question, query: FigureQuery, row: Row) -> bool:
    """Tell whether a figure lies on the side of a number that a question asks for ("more than 50")."""
    if len(query.numbers) != 1:
        return False
    limit, low, high = next(iter(query.numbers)), row.figure.minimum, row.figure.maximum
    bounds = question.values("qualifier")
    above = not bounds.isdisjoint({"more-than", "at-least"}) and low is not None and low > limit
    return above or ("less-than" in bounds and high is not None and high < limit)


def bounded(question: Question) -> str:
    """Return the numbers; one with the words that say how exact it is ("at most 12")."""
    number, *others = question.find("number")
    if others:
        return ", ".join(dict.fromkeys(one.words for one in (number, *others)))
    before = question.before(number.at)
    bounds = (slot.value for slot in question.find("qualifier") if slot.at == number.at)
    told = before is not None and any(bound in before.ids("cue") for bound in bounds)
    return f"{before.typed} {number.words}" if told and before else number.words


def counted_with(question: Question) -> tuple[Slot, ...]:
    """Return the victims with a number ("the 40 Danish nurses"), which a question takes for granted."""
    found: list[Slot] = []
    for number in question.find("number"):
        at = number.at + 1
        while following := [slot for slot in question.find("victims", "side") if slot.at == at]:
            found += following
            at += 1
    return tuple(found)


def is_part(question: Question, number: Slot) -> bool:
    """Tell whether some of a number are asked for ("how many of the 40 …")."""
    return has_cue(question.before(number.at), "of")


def is_among(question: Question) -> bool:
    """Tell whether it is asked who were of a number ("were Danes part of the 40"), not who told of it."""
    before = [span for one in question.find("number") for span in question.spans[max(one.at - 2, 0) : one.at]]
    return any(has_cue(span, "of", "at", "breakdown") for span in before)


def agrees(index: Index, question: Question, row: Row) -> bool:
    """Tell whether the victims that stand with a number are on the side of the figure's."""
    sides = index.sides_of(slot for slot in counted_with(question) if slot.kind == "side")
    return len(question.find("number")) > 1 or not sides or row.figure.side in sides
