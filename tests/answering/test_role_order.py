"""Which rules of a party's part have to come before which others, and that each of them is needed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest

from bot.answering.reading.around import Around, Spans
from bot.answering.reading.cues import means
from bot.answering.reading.role_rules import _RULES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bot.answering.claims.index import Index
    from bot.answering.reading.question import SlotKind

RULES: dict[str, Callable[[Around], SlotKind | None]] = {rule.__name__: rule for rule in _RULES}


class Order(NamedTuple):
    """A rule that gives a party its part before another does, which would give it another part."""

    before: str
    after: str
    text: str
    why: str


ORDERS = (
    Order("_has_a_part_hit", "_did_something", "which part of Pakistan has it bombed?", "where it was hit"),
    Order("_has_a_part_hit", "_acts", "which part of Pakistan did the drones strike?", "where it was hit"),
    Order(
        "_has_victims_from", "_is_according_to", "are soldiers from Pakistan dead?", "theirs, not their word"
    ),
    Order(
        "_is_according_to", "_is_armed", "how many died, according to the Afghan army?", "whose word it is"
    ),
    Order("_is_according_to", "_is_joined", "is that from Pakistan or Afghanistan?", "whose word it is"),
    Order("_is_lost_by", "_is_done_by", "losses suffered by Pakistan", "their own"),
    Order("_has_own_count", "_is_done_by", "how many were killed by Afghan count?", "their count, not deed"),
    Order("_is_done_by", "_is_armed", "how many were killed by the Pakistani army?", "theirs is the deed"),
    Order("_is_done_by", "_is_joined", "was it bombed by Kabul or Islamabad?", "who did it, of two"),
    Order(
        "_is_a_side", "_follows_the_act", "does it say it bombed the TTP side?", "of a side nothing is sure"
    ),
    Order("_is_joined", "_acts", "was it Kabul or Islamabad that attacked?", "neither is said to have"),
    Order("_is_joined", "_says", "did Pakistan and Afghanistan say so?", "neither is singled out"),
    Order(
        "_is_joined", "_follows_the_act", "are talks between Afghanistan and Pakistan planned?", "both talk"
    ),
    Order("_are_counted", "_acts", "how many Pakistani drones were shot down?", "whose they are"),
    Order("_are_counted", "_did_something", "how many Afghans did they kill?", "who was killed"),
    Order("_keeps", "_says", "do the Taliban hold 55 bodies?", "they keep them, they do not hold that"),
    Order("_keeps", "_did_something", "do the Taliban have prisoners?", "who keeps them"),
    Order("_keeps", "_is_armed", "are the Pakistani forces holding bodies?", "who keeps them, not whose"),
    Order("_are_dead", "_did_something", "how many dead Pakistanis did he announce?", "who died"),
    Order("_has_victims", "_follows_the_act", "who bombed Islamabad civilians?", "whose they are"),
    Order("_says", "_is_armed", "how many wounded do the Afghan forces claim?", "who says so, not whose"),
    Order("_says", "_follows_the_act", "did the envoy in Islamabad say so?", "who speaks"),
    Order("_says", "_is_where", "did the ministry in Kabul say so?", "who speaks"),
    Order("_says", "_did_act", "after the bombing, did the Taliban say anything?", "who speaks"),
    Order("_says", "_did_something", "did Pakistan ever recognise the emirate?", "to recognise is to say"),
    Order("_had_some_killed", "_harms", "Pakistan had 13 killed", "they were its own"),
    Order("_harms", "_is_armed", "did the Pakistani army kill anybody?", "who did it, not to whom"),
    Order(
        "_is_acted_with",
        "_acts",
        "would Kabul sit down with Islamabad to stop the violence?",
        "with whom, not who",
    ),
    Order(
        "_acts", "_follows_the_act", "why did Pakistan retaliate after Afghan jets bombed it?", "who bombed"
    ),
    Order("_acts", "_is_armed", "Afghan army attacks, how many dead?", "who attacks"),
    Order("_acts", "_is_where", "was the palace in Kabul bombed?", "what was hit"),
    Order(
        "_acts",
        "_did_something",
        "did the government in Pakistan do anything to end the attacks?",
        "where they sit",
    ),
    Order("_did_act", "_did_something", "which strikes did Pakistan do?", "who struck"),
    Order("_is_armed", "_is_acted_on", "did the Afghan army get its men captured?", "whose they are"),
    Order("_follows_the_act", "_is_where", "what planes were used in the strikes on Kabul?", "what was hit"),
    Order("_follows_the_act", "_did_something", "could anybody bomb Afghanistan now?", "whom it would hit"),
)
# A text for each rule that stands first in none of these orders.
ALONE = {
    "_responds": "Pakistan's answer to the raids",
    "_is_prompted": "what prompted Afghanistan to strike back?",
    "_is_claimed_by": "figures that come from Pakistan",
    "_is_said_by": "the claim made by Kabul",
    "_has_speakers": "Pakistan's bakers said so",
    "_has_a_number_said": "Pakistan's death toll claims",
    "_says_before": "twelve were killed, says Kabul",
    "_has_a_site": "Pakistan's military site",
    "_harms_those_before": "how many soldiers the Afghans killed?",
    "_is_said_to_act": "did he accuse Pakistan of bombing Kabul?",
    "_has_in_custody": "bodies in Taliban custody",
    "_did_harm": "did the Afghans kill anybody?",
    "_did_cause": "how many deaths did Pakistan cause?",
    "_has_a_claim": "Pakistan's claims",
    "_loses": "did Afghanistan lose anybody?",
    "_is_acted_on": "Afghanistan was bombed",
    "_is_where": "how many people died in Kabul?",
    "_did_something": "what did Pakistan do?",
}


def named(index: Index, text: str) -> Iterator[Around]:
    """Yield each party that a text names, with what stands beside it."""
    question, reader = index.reader.read(text), index.reader
    unheeded = {slot.at for slot in question.find("date", "number")}
    sentence = Spans(question.spans, reader.acts, reader.armed, unheeded)
    for at in sentence.significant:
        if means(question.spans[at], "party", "people"):
            yield Around.of(sentence, at)


def first_rule(near: Around) -> str | None:
    return next((name for name, rule in RULES.items() if rule(near)), None)


@pytest.mark.parametrize("order", ORDERS, ids=lambda order: f"{order.before} before {order.after}")
def test_the_order_of_two_rules_matters(war: Index, order: Order) -> None:
    parts = [
        (RULES[order.before](near), RULES[order.after](near))
        for near in named(war, order.text)
        if first_rule(near) == order.before
    ]
    assert any(other and one != other for one, other in parts), order.why


def test_each_rule_has_a_text_of_which_it_is_the_first_to_say_something() -> None:
    assert {order.before for order in ORDERS} | ALONE.keys() == RULES.keys()


@pytest.mark.parametrize(("rule", "text"), ALONE.items())
def test_a_rule_is_the_first_to_say_something(war: Index, rule: str, text: str) -> None:
    assert rule in {first_rule(near) for near in named(war, text)}


@pytest.mark.parametrize(("people", "side"), [("Afghans", "afghanistan"), ("Pakistanis", "pakistan")])
def test_people_behind_whom_they_harmed_are_who_did_it(war: Index, people: str, side: str) -> None:
    read = war.reader.read(f"how many soldiers the {people} killed").slots
    assert ("actor", side) in {(slot.kind, slot.value) for slot in read}
    # Behind a count alone they are who was killed.
    read = war.reader.read(f"how many {people} killed").slots
    assert ("side", side) in {(slot.kind, slot.value) for slot in read}
