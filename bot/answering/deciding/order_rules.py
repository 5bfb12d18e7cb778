"""Rules for what came before or after what: two things in an order, and what stands around a thing."""

from collections.abc import Sequence
from itertools import product

from bot.answering.claims.figure_query import narrowest
from bot.answering.claims.index import Candidate, Entry, Index
from bot.answering.claims.later import is_told_later
from bot.answering.deciding.case import PLACED_SHARE, Case
from bot.answering.deciding.outcome import Outcome, Rule
from bot.answering.reading.cues import has_cue
from bot.answering.reading.dates import falls_on
from bot.answering.reading.order_words import ORDER_WORDS, RANK_WORDS, order_halves
from bot.answering.reading.question import COUNTS, SPEAKERS, STRANGE, Question
from bot.briefing.known_ids import Topic

_TWO = 2
_ORDER: Rule = "which of two came first"
_AROUND: Rule = "what came before or after that"
# What answers something came after it.
_ANSWERING: frozenset[Topic] = frozenset({"response", "retaliation"})
# "Hit first" is of one of two places no question of who began.
_BEGAN: Topic = "first-blow"
_COMPARING = ORDER_WORDS | {"than", "then"}


def in_order(case: Case) -> Outcome | None:
    """Answer which of two came first with what there is on each."""
    at = next((n for n, span in enumerate(case.question.spans) if has_cue(span, "order")), None)
    if at is None:
        return None
    read, words = case.index.reader.read, [span.typed for span in case.question.spans]
    halves = [read(" ".join(words[:at])), read(" ".join(words[at + 1 :]))]
    if not all(map(_is_told, halves)):  # "which came first, this or that"
        halves = [read(half) for half in case.question.text.casefold().partition(" or ")[::2]]
    told = [Case.about(case.index, half).good() if _is_told(half) else () for half in halves]
    if at_once := _told_at_once(*told):
        return case.answer(at_once, _ORDER)
    found: dict[str, Entry] = {}
    for good in told:
        new = next((c.entry for c in good if c.entry.claim.statement not in found), None)
        found |= {new.claim.statement: new} if new else {}
    if len(found) != _TWO:
        return None
    pairs = product(*([candidate.entry for candidate in good] for good in told))
    # What is told best of either may be in no order, where another claim of it is told "later".
    ordered = () if _is_known(case.index, *found.values()) else pairs
    known = next((pair for pair in ordered if _is_known(case.index, *pair)), ())
    return case.answer([entry.claim.id for entry in (*found.values(), *known)], _ORDER)


def places_in_order(case: Case) -> Outcome | None:
    """Answer which of several places something came to first with the statement that puts them in order."""
    if not orders_places(case):
        return None
    index, named = case.index, case.question.values("place")
    asked = case.question.keeping(lambda slot: slot.kind != "place" and slot.value != _BEGAN)
    told: dict[str, list[Entry]] = {}
    for entry in filter(Case.about(index, asked).allows, index.entries):
        if named.intersection(entry.claim.places):
            told.setdefault(entry.claim.statement, []).append(entry)
    found = [one for some in told.values() if _puts_in_order(index, some, named) for one in some]
    return case.answer([entry.claim.id for entry in found if entry.days or entry.claim.when], _ORDER)


def orders_places(case: Case) -> bool:
    """Tell whether it is asked which of several places something came to first, or whether in that order."""
    question = case.question
    places = question.find("place")
    other = question.find("measure", "number", "date", "negation", *STRANGE)
    asked = question.asks("when", "why", "how-many", "what-happened")
    if len({slot.value for slot in places}) < _TWO or other or asked:
        return False
    if len(narrowest(case.index, question.values("topic") - {_BEGAN})) > 1:
        return False  # one act before another
    between = question.spans[places[0].at : places[-1].at]
    if any(_COMPARING.intersection(span.words.split()) for span in between):
        return True
    chosen = question.alternative or any("which" in span.words.split() for span in question.spans)
    ranked = any(RANK_WORDS.intersection(span.words.split()) for span in question.spans)
    return chosen and ranked


def _puts_in_order(index: Index, told: Sequence[Entry], named: frozenset[str]) -> bool:
    """Tell whether claims of one statement tell of all the places, and first not of all of them."""
    places = [named.intersection(entry.claim.places) for entry in told]
    first = [
        theirs
        for entry, theirs in zip(told, places, strict=True)
        if not any(_follows(index, entry, other) for other in told if other is not entry)
        if entry.days or entry.claim.when
    ]
    return named == frozenset().union(*places) and frozenset().union(*first) < named and bool(first)


def _is_told(half: Question) -> bool:
    """Tell whether something is named that came before or after: an act, what somebody said, or a count."""
    spoken = half.find(*SPEAKERS) and half.asks("says")
    counted = half.find("number") and half.find("measure", "victims", *SPEAKERS)
    return bool(half.find("topic") or spoken or counted)


def _told_at_once(one: Sequence[Candidate], other: Sequence[Candidate]) -> list[str]:
    """Return the claims whose sentences tell best of both of two things, and so of their order."""
    places: list[dict[str, int]] = [{}, {}]
    for place, good in zip(places, (one, other), strict=True):
        for n, candidate in enumerate(good):
            place.setdefault(candidate.entry.claim.statement, n)
    shared = {told: places[0][told] + places[1][told] for told in places[0].keys() & places[1].keys()}
    best = {told for told, place in shared.items() if place == min(shared.values())}
    first = {c.entry.claim.statement: c.entry.claim.id for c in reversed(one)}
    return [claim for told, claim in first.items() if told in best]


def asks_around(question: Question) -> bool:
    """Tell whether it is asked what came before or after something."""
    if not question.spans:
        return False
    asked = question.asks("what-happened", "definition") or has_cue(question.spans[-1], "weekend")
    return asked and order_halves(question) is not None


def around(case: Case) -> Outcome | None:
    """Answer what came before or after something with what the source has so, never with the thing itself."""
    index, question, bound = case.index, case.question, order_halves(case.question)
    if bound is None or question.find(*COUNTS, "negation"):
        return None
    head, tail = (Case.about(index, index.reader.read(part)) for part in (bound.head, bound.tail))
    if question.asks("how-long") and tail.question.naming:
        told = [c.entry for c in head.good() if _names_all(index, c.entry, tail.question)]
        return case.answer([entry.claim.id for entry in told], _AROUND) if told and not bound.after else None
    bounding = _bounding(tail)
    if bounding is None:
        return None
    acts = case.is_yes_no and bool(head.question.find("topic"))
    if acts and tail.question.find("topic"):
        pairs = sorted(product(_entries_alike(head), bounding), key=lambda pair: not _are_told_at_once(*pair))
        known = next((pair for pair in pairs if _is_known(index, *pair)), None)
        return case.answer([one.claim.id for one in known], _ORDER) if known else None
    if acts and not any(slot.value[:1].isalpha() for slot in tail.question.find("date")):
        return None
    if not acts and (not asks_around(question) or _names_more(head.question)):
        return None
    found = [
        entry.claim.id
        for entry in (_entries_alike(head) if acts else filter(head.allows, index.entries))
        if entry not in bounding
        and any(_follows(index, *((entry, one) if bound.after else (one, entry))) for one in bounding)
    ]
    return case.answer(found, _AROUND)


def _names_all(index: Index, entry: Entry, bounding: Question) -> bool:
    """Tell whether a statement itself names all that something is asked to be before."""
    said = index.reader.read(entry.claim.statement).slots
    return {slot.value for slot in bounding.naming} <= {slot.value for slot in said}


def _names_more(head: Question) -> bool:
    """Tell whether something is asked of more than who did it."""
    named = head.find("topic", *COUNTS, "victims", "place")
    return bool(named) or head.asks("says", "why", "when")


def _bounding(tail: Case) -> list[Entry] | None:
    """Return what something is asked to be before or after: an act, or what is told of a day."""
    if tail.question.find("topic"):
        return _entries_alike(tail)
    dates = tail.question.find("date")
    if not dates or len(dates) < len(tail.question.naming):
        return None
    return [e for e in tail.index.entries if all(falls_on(d.value, e.days, e.dates) for d in dates)]


def _entries_alike(case: Case) -> list[Entry]:
    good = case.good()
    return [c.entry for c in good if c.score >= good[0].score * PLACED_SHARE]


def _are_told_at_once(one: Entry, other: Entry) -> bool:
    return one.claim.statement == other.claim.statement


def _is_known(index: Index, one: Entry, other: Entry) -> bool:
    """Tell whether the source says which of two things came first."""
    return one is not other and (_follows(index, one, other) or _follows(index, other, one))


def _follows(index: Index, late: Entry, early: Entry) -> bool:
    """Tell whether the source has *late* after *early*: by days, by "later", or in one sentence."""
    if late.days and early.days and late.days != early.days:
        return min(late.days) > max(early.days)
    if not _are_told_at_once(late, early):
        # What has a day was not told of as it was said.
        return not late.days and not early.days and is_told_later(index, late, early)
    return _ANSWERING.isdisjoint(early.claim.topics) and _is_put_first(index, early)


def _is_put_first(index: Index, entry: Entry) -> bool:
    """Tell whether a claim is about what its statement has behind "after", or before "before"."""
    read = index.reader.read
    bound = order_halves(read(entry.claim.statement))
    if bound is None:
        return False
    first, last = (bound.tail, bound.head) if bound.after else (bound.head, bound.tail)
    alone = read(first).topics - read(last).topics
    return not alone.isdisjoint(entry.claim.topics)
