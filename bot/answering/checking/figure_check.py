"""Holds a number that somebody asserts against the briefing's figures."""

from bot.answering.checking.assertions import NONE, VAGUE, Assertion
from bot.answering.checking.called import counts_another_thing
from bot.answering.checking.certainty import doubted, is_wanted
from bot.answering.checking.degrees import FEW
from bot.answering.checking.figure_differences import differences
from bot.answering.checking.figure_likeness import (
    has_size,
    is_many,
    likeness,
    same_claimant,
    same_measure,
    same_number,
)
from bot.answering.checking.giving_back import given_back
from bot.answering.checking.portions import misparted
from bot.answering.claims.figure_query import Row, claims_by
from bot.answering.claims.index import Index
from bot.answering.showing.checked import Finding
from bot.briefing.disputes import figure_contested

# From so many differences on a message is about something else; a word for other matters is one.
_TOO_MANY = 3
# Below this a message is about something else.
_ENOUGH = 5
# Nobody calls so many a few.
_NOT_FEW = 100


def check_figure(index: Index, assertion: Assertion) -> list[Finding]:
    """Return what differs between *assertion* and the figure it is nearest to, or that it is one side's."""
    found = [Row(entry, figure) for entry in index.entries for figure in entry.claim.figures]
    if assertion.number == NONE:
        return _counted_by_some(index, found, assertion)
    if assertion.number == FEW:
        # Only what is many is more than a few: how few a number is, no source says, unless it is large.
        many = (row for row in found if is_many(row.figure) or (row.figure.minimum or 0) >= _NOT_FEW)
        found = [row for row in many if row.figure.measure in assertion.measures]
    if has_size(assertion) or assertion.number == FEW:
        found = [row for row in found if same_measure(index, row.figure, assertion)]
    ranked = sorted(found, key=lambda row: (-likeness(index, row, assertion), row.entry.order))
    if not ranked or likeness(index, ranked[0], assertion) < _ENOUGH:
        return []
    row = ranked[0]
    back = given_back(index, row.figure, assertion.question)
    if not back and counts_another_thing(row.entry, assertion, theirs=_is_their_count(index, row, assertion)):
        return []
    if assertion.number == VAGUE and not same_measure(index, row.figure, assertion):
        return []  # "a lot of dead" counts nobody
    differing = differences(index, row, assertion)
    if not differing and (parted := misparted(index, found, row, assertion.question)):
        differing = [parted]
    # A number and a side in common make another matter no account of these dead.
    foreign = bool(assertion.question.find("elsewhere", "unknown")) and not assertion.claimants
    if len({field for field, *_ in differing}) + foreign >= _TOO_MANY:
        return []
    claim = row.entry.claim
    if differing:
        return [
            Finding(assertion.quote, "distorts", field, said, has, claim.id) for field, said, has in differing
        ]
    planned = claim.wanted and not (assertion.question.asks("future") or is_wanted(claim, assertion.question))
    doubt = assertion.quote if planned else doubted(claim.statement, assertion.question.text)
    if doubt:
        return [Finding(assertion.quote, "distorts", "direction", doubt, claim.statement, claim.id)]
    carried = any(claims_by(index, row.entry, one) for one in assertion.carried)
    if assertion.claimants or carried or claim.claimant is None:
        return [Finding(assertion.quote, "matches", claim=claim.id)]
    who = index.names[claim.claimant]
    if _contested(index, row):
        return [Finding(assertion.quote, "conflicting", "attribution", None, who, claim.id)]
    return [Finding(assertion.quote, "distorts", "attribution", None, who, claim.id)]


def _counted_by_some(index: Index, rows: list[Row], assertion: Assertion) -> list[Finding]:
    """Return each claim that counts some where *assertion* has none, the speaker's own if there are any."""
    found: dict[str, list[Finding]] = {}
    for row in rows:
        claim = row.entry.claim.id
        differing = differences(index, row, assertion) if same_measure(index, row.figure, assertion) else []
        if differing and {field for field, *_ in differing} <= {"figure", "claimant"} and claim not in found:
            found[claim] = [Finding(assertion.quote, "distorts", *one, claim) for one in differing]
    own = [findings for findings in found.values() if len(findings) == 1]
    return [finding for findings in own or found.values() for finding in findings]


def _contested(index: Index, row: Row) -> bool:
    """Tell whether anybody contests this figure, by one of their own or the whole claim it stands in."""
    claim = row.entry.claim
    others = (index.by_id[other].claim for other in index.contested_by[claim.id])
    return any(figure_contested(index.briefing, claim, row.figure, other) for other in others)


def _is_their_count(index: Index, row: Row, assertion: Assertion) -> bool:
    """Tell whether it is a claimant's own number of those who were harmed so, whoever they are said to be."""
    same = same_number(row.figure, assertion) and same_measure(index, row.figure, assertion)
    return same and bool(assertion.claimants) and same_claimant(index, row, assertion)
