"""Tells what is asked in a form that gets the same for every side, however it is worded."""

from collections.abc import Callable

from bot.answering.claims.figure_query import figure_query
from bot.answering.claims.harmed import is_of_one
from bot.answering.deciding.about_rules import asks_to_what_end, asks_what_should_be, epithet
from bot.answering.deciding.beyond_figures import (
    asks_most,
    asks_part,
    asks_who_they_were,
    counts_strength,
    counts_things,
    of_captives,
)
from bot.answering.deciding.case import Case
from bot.answering.deciding.charge_rules import asks_of_another_charge
from bot.answering.deciding.denial_rules import denies_harm
from bot.answering.deciding.event_rules import asks_how_bad
from bot.answering.deciding.identity_rules import asks_of_a_career, asks_who_heads, asks_who_was_it_then
from bot.answering.deciding.order_rules import asks_around, orders_places
from bot.answering.deciding.place_rules import asks_who_rules
from bot.answering.deciding.reason_rules import deeds_done
from bot.answering.deciding.untold import asks_untold
from bot.answering.reading.question import ANYBODY, Question
from bot.briefing.known_ids import Topic

_AUTHOR: Topic = "publisher"
_POST: Topic = "social-post"
_WRITING = ("wrote", "written", "authored")


def has_fixed_form(case: Case) -> bool:
    """Tell whether only the rules may answer a question, as no example can say what it means."""
    return any(form(case.question) for form in _BY_WORDS) or any(form(case) for form in _BY_CLAIMS)


def _asks_for_strength(case: Case) -> bool:
    query = figure_query(case.index, case.question) if case.question.asks("how-many") else None
    return query is not None and counts_strength(case.question, query)


def _judges(question: Question) -> bool:
    """Tell whether it is asked what somebody is or means, or whether they lie."""
    lies = question.asks("false") and question.find(*ANYBODY)
    return question.asks("judges", "intends") or bool(lies)


def _asks_for_an_author(question: Question) -> bool:
    """Tell whether it is asked who wrote what has no article before it, as titles ("War and Peace")."""
    named = {slot.at for slot in question.find("topic") if slot.value != _POST}
    written = question.topic_slots(_AUTHOR)
    return any(slot.words.casefold().endswith(_WRITING) and slot.at + 1 in named for slot in written)


def _asks_of_one(question: Question) -> bool:
    return is_of_one(question) and not question.asks("how-many")


def _asks_of_themselves(question: Question) -> bool:
    """Tell whether somebody is asked to have struck their own ("did Orla raid its own people")."""
    own = {slot.at for slot in question.ask_slots("own")}
    return any(slot.at in own for slot in question.find("target"))


def _asks_of_one_alone(question: Question) -> bool:
    return question.asks("alone") and question.asks("how-many")


def _is_insult(case: Case) -> bool:
    return case.question.hears("epithet") and epithet(case) is not None


# A count is no denial, and a deed no reason for itself.
_BY_WORDS: tuple[Callable[[Question], object], ...] = (
    _judges,
    _asks_for_an_author,
    denies_harm,
    of_captives,
    asks_who_they_were,
    asks_who_heads,
    asks_what_should_be,
    asks_around,
    _asks_of_one,
    asks_part,
    _asks_of_themselves,
    _asks_of_one_alone,
    asks_how_bad,
    asks_who_was_it_then,
    asks_of_a_career,
    asks_of_another_charge,
    counts_things,
)
_BY_CLAIMS: tuple[Callable[[Case], object], ...] = (
    _asks_for_strength,
    asks_to_what_end,
    deeds_done,
    _is_insult,
    asks_most,
    asks_untold,
    asks_who_rules,
    orders_places,
)
