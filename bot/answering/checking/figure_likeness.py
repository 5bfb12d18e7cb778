"""Tells in what a number that somebody asserts is like one of the briefing's figures."""

from bot.answering.checking.assertions import VAGUE, Assertion
from bot.answering.claims.figure_query import Row, claims_by
from bot.answering.claims.index import Index
from bot.answering.claims.whose import counts_own
from bot.answering.reading.cues import has_cue
from bot.answering.reading.numbers import BOUND_REACH, EXACT, OTHER
from bot.briefing.models import Figure
from bot.briefing.numerals import has_digits

# How much an agreement says about which figure a message means; a number is the best sign.
_NUMBER, _MEASURE, _VICTIMS, _SIDE, _CLAIMANT, _PLACE = 4, 2, 2, 2, 3, 1
# "Over 270" still says "at least 274"; "over 100" no longer does, and "over 247" is another number.
_ROUNDING, _ROUND, _DOZEN = 0.9, 10, 12
# What has not quite as many as a round number ("nearly 20" are 19).
_NEARLY = frozenset({"nearly", "almost"})


def likeness(index: Index, row: Row, assertion: Assertion) -> int:
    """Return how much speaks for *assertion* meaning this figure."""
    figure = row.figure
    own = counts_own(index, assertion.measures)
    if assertion.measures and own != counts_own(index, frozenset({figure.measure})):
        return 0  # "nine were killed" is no account of nine percent
    score = _NUMBER * same_number(figure, assertion)
    if assertion.measures:
        score += _MEASURE if same_measure(index, figure, assertion) else -1
    if assertion.victims:
        score += _VICTIMS if same_victims(index, figure, assertion) else -1
    if assertion.sides:
        score += _SIDE if figure.side in assertion.sides else -1
        # Whose votes they are says as much as whom a figure of the dead counts.
        score += _VICTIMS * (own and figure.side in assertion.sides)
    elif own and figure.side is None:
        score += _SIDE + _VICTIMS  # nobody's in particular, as turnout is
    if assertion.claimants:
        score += _CLAIMANT if same_claimant(index, row, assertion) else 0
    if assertion.places:
        score += _PLACE if assertion.places & set(figure.places) else 0
    return score


def same_number(figure: Figure, assertion: Assertion) -> bool:
    """Tell whether the number is the figure’s, as exact as that."""
    if assertion.low is None or assertion.high is None:
        return is_many(figure) and assertion.number == VAGUE
    if figure.minimum is None:
        return assertion.bound in {None, "less-than"} and assertion.low == assertion.high == figure.maximum
    if assertion.low != assertion.high:
        return (figure.minimum, figure.maximum) == (assertion.low, assertion.high)
    if figure.maximum is not None:
        if _is_nearly(assertion):
            return _ROUNDING * assertion.low <= figure.minimum < assertion.low
        return assertion.bound in {None, *EXACT} and assertion.low == figure.minimum
    if assertion.bound in {"less-than", "about", OTHER, *EXACT}:
        return False
    open_ended = assertion.bound in {"at-least", "more-than"}
    return assertion.low == figure.minimum or (
        open_ended
        and not assertion.low % _ROUND
        and _ROUNDING * figure.minimum <= assertion.low <= figure.minimum
    )


def _is_nearly(assertion: Assertion) -> bool:
    """Tell whether a round number is said to be nearly reached ("almost 20", "nearly two dozen")."""
    number, question = assertion.low, assertion.question
    before = question.spans[max(assertion.at - BOUND_REACH, 0) : assertion.at]
    dozens = any("dozen" in span.words for span in question.spans[assertion.at : assertion.at + 2])
    size = _DOZEN if dozens else _ROUND
    return bool(number) and not (number or 0) % size and any(span.words in _NEARLY for span in before)


def is_many(figure: Figure) -> bool:
    """Tell whether a figure has a word for its number."""
    return not has_digits(figure.words) and (figure.minimum, figure.maximum) == (None, None)


def has_size(assertion: Assertion) -> bool:
    """Tell whether a message has a size instead of a number: "dozens" says more than "many"."""
    return assertion.number == VAGUE and has_cue(assertion.question.spans[assertion.at], "size")


def same_measure(index: Index, figure: Figure, assertion: Assertion) -> bool:
    """Tell whether the same is counted."""
    return not assertion.measures.isdisjoint(index.measures_of(figure))


def same_victims(index: Index, figure: Figure, assertion: Assertion) -> bool:
    """Tell whether the same people are counted."""
    return not assertion.victims.isdisjoint(index.victims_of(figure))


def same_claimant(index: Index, row: Row, assertion: Assertion) -> bool:
    """Tell whether all who are said to claim it do, or plan it."""
    claim = row.entry.claim
    # Who announces a plan of their own is told to want it.
    planning = index.sides[claim.actor] if claim.wanted and claim.actor else None
    return all(
        claims_by(index, row.entry, one) or planning == index.side_of(one) for one in assertion.claimants
    )
