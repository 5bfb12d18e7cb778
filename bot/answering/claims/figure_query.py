"""Finds the figures that a question is about: whose, of what, by whom."""

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any, NamedTuple

from bot.answering.claims.harmed import is_harmed
from bot.answering.claims.index import Entry, Index
from bot.answering.claims.ranks import by_any_name, is_no_side, members
from bot.answering.claims.whose import counts_own, harmed_anybody, told_by_themselves, whose
from bot.answering.reading.dates import falls_on
from bot.answering.reading.question import Question
from bot.briefing.folding import root
from bot.briefing.known_ids import Topic
from bot.briefing.models import Figure

# A question of hardly more words than the victims asks for their figures.
SHORT = 4
# Before this stands what all of a group are ("people, including nurses").
_GROUP_PARTED = re.compile(r"[,;(]| (?:of|from|in|at|who|including|among|on|with) ")
_AND = "and"
# "Who published the 12" asks who tells it, not of something that happened.
_PUBLISHER: Topic = "publisher"


@dataclass(frozen=True, slots=True)
class FigureQuery:
    """What a question asks of figures; an empty set asks for any.

    `words` are for what the vocabulary has elsewhere: only a statement that has them itself is about that.
    `doers` are who harmed those whose side is not named: they may be people of none.
    `unmet` are the slots that no figure can meet, whatever they name.
    """

    measures: frozenset[str] = frozenset()
    victims: frozenset[str] = frozenset()
    sides: frozenset[str] = frozenset()
    claimants: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    dates: frozenset[str] = frozenset()
    topics: frozenset[str] = frozenset()
    numbers: frozenset[int] = frozenset()
    words: frozenset[str] = frozenset()
    any_place: bool = False
    doers: frozenset[str] = frozenset()
    unmet: frozenset[str] = frozenset()

    def without(self, *slots: str) -> "FigureQuery":
        """Return the query asking nothing of these slots."""
        nothing: dict[str, Any] = {slot: frozenset() for slot in slots}
        return replace(self, **nothing, unmet=self.unmet.difference(slots))


class Row(NamedTuple):
    """One figure and the claim it stands in."""

    entry: Entry
    figure: Figure


def figure_query(index: Index, question: Question) -> FigureQuery | None:
    """Return what *question* asks of figures, None where it is about something else."""
    measures = narrowest(index, _measures(index, question))
    victims = narrowest(index, question.values("victims"))
    harmed = victims - {"people"}
    numbered = bool(question.values("number") & index.known_numbers)
    counted = question.asks("how-many", "compare", "agrees", "who-claims", "both", "total")
    short = not question.find("ask") and len(question.text.split()) <= SHORT
    told = question.asks("says", "what-happened") or question.find("claimant", "person") or short
    acts = question.values("topic") & index.reader.acts
    if not measures and not numbered and not (harmed and (counted or (told and not acts))):
        return None
    question = told_by_themselves(question)
    of = whose(index, question, measures)
    own = counts_own(index, measures)
    # "How many seats were lost" asks for neither what is a side's own nor what was done to it.
    unmet = set() if own or all(map(index.harms, measures)) else {"measures"}
    no_side = not harmed and any(is_no_side(index, slot) for slot in question.find("side"))
    if of.uncounted or no_side or is_harmed(question):
        unmet.add("sides")
    telling = frozenset({_PUBLISHER} if question.asks("who-claims") else ())
    # What one says is compared with what the others who count them say.
    compared = harmed and not of.sides and question.asks("compare", "agrees")
    return FigureQuery(
        measures=measures,
        victims=by_any_name(index, harmed, own=of.own) if victims or own else members(index, question),
        sides=of.sides,
        claimants=frozenset() if compared else of.claimants,
        places=question.values("place"),
        dates=question.values("date"),
        topics=question.values("topic") - telling,
        numbers=_numbers(question, own=own),
        any_place=question.alternative,
        doers=of.doers,
        unmet=frozenset(unmet),
    )


def _measures(index: Index, question: Question) -> frozenset[str]:
    """Return what is counted; of "wounded or injured", which is a kind of the other, the wider."""
    slots = question.find("measure")
    dropped: set[str] = set()
    for one, other in pairwise(slots):
        joined = [span.words for span in question.spans[one.at + 1 : other.at]] in (["or"], ["and"])
        if joined:
            dropped |= {
                b.value for a, b in ((one, other), (other, one)) if a.value in index.broader.get(b.value, ())
            }
    return frozenset(slot.value for slot in slots) - dropped


def _numbers(question: Question, *, own: bool) -> frozenset[int]:
    """Return the numbers; a percentage is one only of a measure that counts nobody, as turnout is."""
    found = (n.removesuffix("%") if own else n for n in question.values("number"))
    return frozenset(int(n) for n in found if n.isdecimal())


def figures_meeting(index: Index, query: FigureQuery) -> tuple[Row, ...]:
    """Return every figure that meets all of *query*."""
    if query.unmet:
        return ()
    return tuple(
        Row(entry, figure)
        for entry in index.entries
        for figure in entry.claim.figures
        if _meets(index, Row(entry, figure), query)
    )


def figures_with_number(index: Index, query: FigureQuery) -> tuple[Row, ...]:
    """Return the figures anywhere in the briefing that have one of the query's numbers."""
    return figures_meeting(index, FigureQuery(numbers=query.numbers))


def narrowest(index: Index, concepts: frozenset[str]) -> frozenset[str]:
    """Drop what another of *concepts* is a kind of: "casualties, killed" asks for the killed."""
    return frozenset(
        one
        for one in concepts
        if not any(one != other and one in index.broader.get(other, ()) for other in concepts)
    )


def claims_by(index: Index, entry: Entry, claimant: str) -> bool:
    """Tell whether a claim is *claimant*'s: a person's own, or one of a party's side."""
    claim = entry.claim
    if claimant in {claim.claimant, claim.speaker}:
        return True
    if claimant in index.people or claim.claimant is None:
        return False
    side = index.sides.get(claimant)
    return side is not None and side == entry.side


def is_worded(entry: Entry, words: str) -> bool:
    """Tell whether a claim's statement has words for what is elsewhere for others, in any form."""
    return root(words) in entry.worded


def is_counted_as(figure: Figure, words: str) -> bool:
    """Tell whether a figure's own group is called so, in any form ("320 workers"), and no part of it."""
    group = _GROUP_PARTED.split(figure.group.casefold())[0].split()
    return bool(group) and root(group[-1]) == root(words) and _AND not in group


def _meets(index: Index, row: Row, query: FigureQuery) -> bool:
    entry, figure = row
    numbers = {figure.minimum, figure.maximum} - {None}
    return (
        (not query.measures or not query.measures.isdisjoint(index.measures_of(figure)))
        and (not query.victims or not query.victims.isdisjoint(index.victims_of(figure)))
        and (not query.sides or figure.side in query.sides or harmed_anybody(index, row, query.doers))
        and (not query.claimants or any(claims_by(index, entry, c) for c in query.claimants))
        and (
            query.places <= set(figure.places)
            or (query.any_place and not query.places.isdisjoint(figure.places))
        )
        and all(falls_on(d, (), entry.dates) for d in query.dates)
        and all(f"topic:{topic}" in entry.features for topic in query.topics)
        and (not query.numbers or not query.numbers.isdisjoint(numbers))
        and all(is_worded(entry, words) or is_counted_as(figure, words) for words in query.words)
    )
