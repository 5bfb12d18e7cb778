"""Tells what stands with a number of a question: how exact it is, and whom it counts."""

from bot.answering.claims.figure_query import FigureQuery, Row
from bot.answering.claims.index import HARM, Index
from bot.answering.reading.around import BODIES
from bot.answering.reading.question import Question, Slot

_TWO = 2


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
    before = question.before(number.at)
    return before is not None and before.has("cue", "of")


def asks_part(question: Question) -> bool:
    """Tell whether it is asked how many of those who are counted were something else, or how they divide."""
    broken = [slot.at for slot in question.find("ask") if slot.value == "breakdown"]
    numbers = question.find("number")
    if broken and numbers and not question.asks("how-many"):
        # "Were nurses among the 40" asks whether they were of those, who may be known.
        return not any(slot.at < broken[0] for slot in question.find("victims"))
    if len(numbers) > 1 and question.spans[0].has("cue", "of"):
        return True  # "of the 40, those under 18"
    return _counts_twice(question) or _counts_some(question, broken=bool(broken))


def _is_harmed_again(question: Question) -> bool:
    """Tell whether those of a number who came to one harm are asked to have come to another."""
    harms = question.values("measure") - {BODIES, HARM}  # the fallen whom somebody holds fell
    counted = {slot.at for slot in question.find("measure")}
    stand = any(at in counted for one in question.find("number") for at in range(one.at + 1, one.at + 4))
    return len(harms) > 1 and stand


def _counts_some(question: Question, *, broken: bool) -> bool:
    """Tell whether some of a number are counted by what they were, or by where or how they were harmed."""
    numbers = question.find("number")
    if not numbers or not question.asks("how-many") or counted_with(question):
        return False
    victims = question.find("victims")
    # "Of the 40 wounded, how many nurses", "how many of the 40 wounded have died"
    later = _is_harmed_again(question)
    first = question.spans[0].has("cue", "of") and (victims or later)
    otherwise = victims or later or question.find("topic") or question.asks("alone")
    return broken or bool(first) or (bool(otherwise) and any(is_part(question, one) for one in numbers))


def _counts_twice(question: Question) -> bool:
    """Tell whether one count is parted by where or how: "how many from the air and how many on land"."""
    counts = [slot.at for slot in question.find("ask") if slot.value == "how-many"]
    if len(counts) != _TWO or not question.find("measure"):
        return False
    # "And how many boats were used" counts another thing.
    where = any(span.has("aside", "grammar") for span in question.spans[counts[-1] + 1 : counts[-1] + 2])
    counted = question.find("measure", "victims", "side", "claimant", "actor", "party", "person", "number")
    whose = (slot for slot in question.find("ask") if slot.value in {"own", "other-side"})
    return where and not any(slot.at > counts[-1] for slot in (*counted, *whose))


def is_among(question: Question) -> bool:
    """Tell whether it is asked who were of a number ("were Danes part of the 40"), not who told of it."""
    before = [span for one in question.find("number") for span in question.spans[max(one.at - 2, 0) : one.at]]
    return any(span.has("cue", cue) for span in before for cue in ("of", "at", "breakdown"))


def agrees(index: Index, question: Question, row: Row) -> bool:
    """Tell whether the victims that stand with a number are on the side of the figure's."""
    sides = {index.side_of(slot.value) for slot in counted_with(question) if slot.kind == "side"}
    return len(question.find("number")) > 1 or not sides or row.figure.side in sides
