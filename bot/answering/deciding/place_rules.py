"""Rules for what a place is: which one is a seat of government, whose it is, and who rules it."""

from bot.answering.claims.index import Index
from bot.answering.deciding.case import Case
from bot.answering.deciding.outcome import Outcome
from bot.answering.reading.cues import ends_passive, has_cue
from bot.answering.reading.office_words import names_seat
from bot.answering.reading.question import PARTIES, Question, Slot
from bot.briefing.known_ids import Ask

_ARTICLES = frozenset({"a", "an", "the"})
_NAMING: frozenset[Ask] = frozenset({"definition", "identity", "kind-of", "names"})


def seat(case: Case) -> Outcome | None:
    """Answer which place a seat of government is ("what is the capital of Orla called")."""
    question, index = case.question, case.index
    kinds = {slot.kind for slot in question.naming}
    asks = question.values("ask")
    if not kinds <= {"place", *PARTIES} or not asks or not asks <= _NAMING:
        return None
    seats = {slot.value for slot in question.find("place") if _is_called_seat(index, slot)}
    whose = index.sides_of(question.find(*PARTIES))
    own = {index.sides[index.seats[one]] for one in seats if one in index.seats}
    if len(seats) != 1 or not whose <= own:
        return None
    told = index.told_seats(next(iter(seats)))
    return case.answer(told, "where it lies") if told else None


def whose_place(case: Case) -> Outcome | None:
    """Answer in whose country a seat of government lies, or correct who takes it for another's."""
    question, index = case.question, case.index
    named = [span for span in question.spans if span.ids("place", "party", "people")]
    kinds = {slot.kind for slot in question.slots}
    if not case.is_yes_no or len(named) != 2 or not kinds <= {"place", *PARTIES}:  # noqa: PLR2004
        return None
    place, country = named
    between = question.spans[question.spans.index(place) + 1 : question.spans.index(country)]
    lies = any(has_cue(span, "at") for span in between) or country.ids("people")
    if not lies or not all(has_cue(span, "at") or span.words in _ARTICLES for span in between):
        return None
    its = next((one for one in place.ids("place") if one in index.seats), None)
    if its is None or country.ids("place") or not (told := index.told_seats(its)):
        return None
    own = index.sides[index.seats[its]] in {index.sides[one] for one in country.ids("party", "people")}
    words = f"{place.typed}, {country.typed}"
    return case.answer(told, "where it lies") if own else case.premise(told, words, "where it lies")


def ruling(case: Case) -> Outcome | None:
    """Abstain from who rules a place, of which to tell what happened there is no answer."""
    return case.abstain("not_covered") if asks_who_rules(case) else None


def asks_who_rules(case: Case) -> bool:
    """Tell whether the question is who somebody is of whom only a place is named that they are not in."""
    question = case.question
    places = [slot for slot in question.find("place") if not _is_called_seat(case.index, slot)]
    only = bool(places) and {slot.kind for slot in question.naming} == {"place"}
    asks = question.values("ask") <= {"who", "identity"}
    return only and asks and question.asks("identity") and not _is_in(question, places[0].at)


def _is_called_seat(index: Index, place: Slot) -> bool:
    return any(names_seat(index.reader.lexicon, word) for word in place.words.split())


def _is_in(question: Question, at: int) -> bool:
    """Tell whether whoever is asked for is in the place or is it ("who is in Wex", "who is called Wex")."""
    before = question.before(at)
    inside = has_cue(before, "at") and has_cue(question.before(at - 1), "passive", "identity")
    return inside or ends_passive(before) or ends_passive(question.after(at))
