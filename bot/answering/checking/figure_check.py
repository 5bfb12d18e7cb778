"""Holds a number that somebody asserts against the briefing's figures."""

import re

from bot.answering.checking.assertions import NONE, VAGUE, Assertion
from bot.answering.checking.called import alive_instead, counts_another_thing, foreign_labels
from bot.answering.checking.certainty import FEW, doubted, is_wanted
from bot.answering.checking.giving_back import given_back
from bot.answering.checking.portions import misparted
from bot.answering.claims.figure_query import Row, claims_by, counts_own, harmed_anybody, is_worded
from bot.answering.claims.index import Index
from bot.answering.reading.cues import has_cue, means
from bot.answering.reading.dates import NOW, days_of, falls_on
from bot.answering.reading.numbers import BOUND_REACH, EXACT, OTHER, sign_before
from bot.answering.reading.question import Question, Slot
from bot.answering.reading.text import tokenise
from bot.answering.showing import sentences
from bot.answering.showing.checked import DifferingField, Finding
from bot.answering.showing.reply import claimant_name
from bot.briefing.disputes import figure_contested
from bot.briefing.known_ids import Cue
from bot.briefing.models import Figure
from bot.briefing.numerals import has_digits

# How much an agreement says about which figure a message means; a number is the best sign.
_NUMBER, _MEASURE, _VICTIMS, _SIDE, _CLAIMANT, _PLACE = 4, 2, 2, 2, 3, 1
# From so many differences on a message is about something else; a word for other matters is one.
_TOO_MANY = 3
# Below this a message is about something else.
_ENOUGH = 5
# "Did not really say" denies, "can’t reach him. She said" does not.
_NEXT = 2
_WRITER = re.compile(r"I|we", re.IGNORECASE)
# Who does not say or believe a number denies it.
_BELIEVES: tuple[Cue, ...] = ("says", "credits", "admits")
# Nobody calls so many a few.
_NOT_FEW = 100
# "Over 270" still says "at least 274"; "over 100" no longer does, and "over 247" is another number.
_ROUNDING, _ROUND = 0.9, 10


def check_figure(index: Index, assertion: Assertion) -> list[Finding]:
    """Return what differs between *assertion* and the figure it is nearest to, or that it is one side's."""
    found = [Row(entry, figure) for entry in index.entries for figure in entry.claim.figures]
    if assertion.number == NONE:
        return _counted_by_some(index, found, assertion)
    if assertion.number == FEW:
        # Only what is many is more than a few: how few a number is, no source says, unless it is large.
        many = (row for row in found if _is_many(row.figure) or (row.figure.minimum or 0) >= _NOT_FEW)
        found = [row for row in many if row.figure.measure in assertion.measures]
    if _has_size(assertion) or assertion.number == FEW:
        found = [row for row in found if _same_measure(index, row.figure, assertion)]
    ranked = sorted(found, key=lambda row: (-_likeness(index, row, assertion), row.entry.order))
    if not ranked or _likeness(index, ranked[0], assertion) < _ENOUGH:
        return []
    row = ranked[0]
    back = given_back(index, row.figure, assertion.question)
    if not back and counts_another_thing(row.entry, assertion, theirs=_is_their_count(index, row, assertion)):
        return []
    if assertion.number == VAGUE and not _same_measure(index, row.figure, assertion):
        return []  # "a lot of dead" counts nobody
    differing = _differences(index, row, assertion)
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
        differing = _differences(index, row, assertion) if _same_measure(index, row.figure, assertion) else []
        if differing and {field for field, *_ in differing} <= {"figure", "claimant"} and claim not in found:
            found[claim] = [Finding(assertion.quote, "distorts", *one, claim) for one in differing]
    own = [findings for findings in found.values() if len(findings) == 1]
    return [finding for findings in own or found.values() for finding in findings]


def _contested(index: Index, row: Row) -> bool:
    """Tell whether anybody contests this figure, by one of their own or the whole claim it stands in."""
    claim = row.entry.claim
    others = (index.by_id[other].claim for other in index.contested_by[claim.id])
    return any(figure_contested(index.briefing, claim, row.figure, other) for other in others)


def _likeness(index: Index, row: Row, assertion: Assertion) -> int:
    figure = row.figure
    own = counts_own(index, assertion.measures)
    if assertion.measures and own != counts_own(index, frozenset({figure.measure})):
        return 0  # "nine were killed" is no account of nine percent
    score = _NUMBER * _same_number(figure, assertion)
    if assertion.measures:
        score += _MEASURE if _same_measure(index, figure, assertion) else -1
    if assertion.victims:
        score += _VICTIMS if _same_victims(index, figure, assertion) else -1
    if assertion.sides:
        score += _SIDE if figure.side in assertion.sides else -1
        # Whose votes they are says as much as whom a figure of the dead counts.
        score += _VICTIMS * (own and figure.side in assertion.sides)
    elif own and figure.side is None:
        score += _SIDE + _VICTIMS  # nobody's in particular, as turnout is
    if assertion.claimants:
        score += _CLAIMANT if _same_claimant(index, row, assertion) else 0
    if assertion.places:
        score += _PLACE if assertion.places & set(figure.places) else 0
    return score


def _differences(index: Index, row: Row, assertion: Assertion) -> list[tuple[DifferingField, str, str]]:
    figure, question = row.figure, assertion.question
    found: list[tuple[DifferingField, str, str]] = []
    sized = _has_size(assertion) and _number_as_said(assertion) not in figure.words
    if sized or not _same_number(figure, assertion):
        found.append(("figure", _number_as_said(assertion), figure.words))
    if assertion.measures and not _same_measure(index, figure, assertion):
        found.append(("measure", _names_of(index, assertion.measures), figure.words))
    doing = {s.value for s in question.find("victims") if has_cue(question.before(s.at), "by")}
    if others := assertion.victims - index.victims_of(figure) - doing:
        found.append(("victim", _names_of(index, others), figure.group))
    found += [
        ("victim", label, figure.group)
        for label in foreign_labels(index, row.entry, figure, assertion.labels)
    ]
    found += [("measure", alive, figure.words) for alive in alive_instead(index, figure, assertion.question)]
    found += [("direction", back, figure.words) for back in given_back(index, figure, question)]
    doers = index.sides_of(question.find("actor"))
    anybody = not _sides_named(index, question) and harmed_anybody(index, row, doers)
    if assertion.sides and figure.side not in assertion.sides and not anybody:
        found.append(_other_side(index, row, assertion))
    claimant = claimant_name(index, row.entry.claim)
    if assertion.claimants and not _same_claimant(index, row, assertion):
        found.append(("claimant", _names_of(index, assertion.claimants), claimant))
    named = assertion.places
    if not named and assertion.around.isdisjoint(figure.places) and figure.places:
        named = assertion.around  # "19 dead, after the strikes on the capital"
    foreign = {words for words in assertion.foreign if not is_worded(row.entry, words)}
    if not figure.places and not question.find("other-place"):
        foreign.clear()
    if (named and not named <= set(figure.places)) or foreign:
        places = ", ".join(index.names[p] for p in figure.places) or sentences.NO_PLACE
        found.append(("place", _names_of(index, named | foreign), places))
    denied = _denied(assertion)
    if denied:
        found.append(("direction", ", ".join(slot.words for slot in denied), figure.words))
    strange = [s for s in question.find("actor", "other-party") if s.words not in assertion.labels]
    strange = [s for s in strange if index.sides.get(s.value) not in index.belligerents]
    strange = [s for s in strange if not harmed_anybody(index, row, index.sides_of((s,)))]
    if strange and not assertion.strangers and not counts_own(index, assertion.measures):
        who = row.entry.claim.actor
        found.append(("direction", strange[0].words, index.names[who] if who else sentences.NOT_NAMED))
    if assertion.strangers:
        found.append(("claimant", ", ".join(assertion.strangers), claimant))
    # A curator's reading of a day is no word of the source's: nothing is held against it.
    days = days_of(row.entry.claim.happened)
    dates = [slot for slot in question.find("date") if slot.value != NOW]
    wrong = [d for d in dates if not falls_on(d.value, days, row.entry.dates)]
    if wrong:
        when = ", ".join((*row.entry.claim.when, row.entry.claim.said or "")).strip(", ") or sentences.NO_DATE
        found.append(("date", wrong[0].words, when))
    return found


def _sides_named(index: Index, question: Question) -> frozenset[str]:
    return index.sides_of(question.find("side", "party", "target"))


def _other_side(index: Index, row: Row, assertion: Assertion) -> tuple[DifferingField, str, str]:
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


def _same_number(figure: Figure, assertion: Assertion) -> bool:
    if assertion.low is None or assertion.high is None:
        return _is_many(figure) and assertion.number == VAGUE
    if figure.minimum is None:
        return assertion.bound in {None, "less-than"} and assertion.low == assertion.high == figure.maximum
    if assertion.low != assertion.high:
        return (figure.minimum, figure.maximum) == (assertion.low, assertion.high)
    if figure.maximum is not None:
        return assertion.bound in {None, *EXACT} and assertion.low == figure.minimum
    if assertion.bound in {"less-than", "about", OTHER, *EXACT}:
        return False
    open_ended = assertion.bound in {"at-least", "more-than"}
    return assertion.low == figure.minimum or (
        open_ended
        and not assertion.low % _ROUND
        and _ROUNDING * figure.minimum <= assertion.low <= figure.minimum
    )


def _is_many(figure: Figure) -> bool:
    """Tell whether a figure has a word for its number."""
    return not has_digits(figure.words) and (figure.minimum, figure.maximum) == (None, None)


def _has_size(assertion: Assertion) -> bool:
    """Tell whether a message has a size instead of a number: "dozens" says more than "many"."""
    return assertion.number == VAGUE and has_cue(assertion.question.spans[assertion.at], "size")


def _same_measure(index: Index, figure: Figure, assertion: Assertion) -> bool:
    return not assertion.measures.isdisjoint(index.measures_of(figure))


def _same_victims(index: Index, figure: Figure, assertion: Assertion) -> bool:
    return not assertion.victims.isdisjoint(index.victims_of(figure))


def _same_claimant(index: Index, row: Row, assertion: Assertion) -> bool:
    claim = row.entry.claim
    # Who announces a plan of their own is told to want it.
    planning = index.sides[claim.actor] if claim.wanted and claim.actor else None
    return all(
        claims_by(index, row.entry, one) or planning == index.side_of(one) for one in assertion.claimants
    )


def _is_their_count(index: Index, row: Row, assertion: Assertion) -> bool:
    """Tell whether it is a claimant's own number of those who were harmed so, whoever they are said to be."""
    same = _same_number(row.figure, assertion) and _same_measure(index, row.figure, assertion)
    return same and bool(assertion.claimants) and _same_claimant(index, row, assertion)


def _names_of(index: Index, values: frozenset[str] | set[str]) -> str:
    return ", ".join(sorted(index.names.get(value, value) for value in values))
