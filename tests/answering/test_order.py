"""Which rules of a decision have to come before which others, each with a question that shows why."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest

from bot.answering.claims.deeds import one_direction
from bot.answering.deciding import rules
from bot.answering.deciding.case import Case
from bot.answering.deciding.unmeant import without_contrast

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.answering.claims.index import Index
    from bot.answering.deciding.outcome import Outcome

RULES: dict[str, Callable[[Case], Outcome | None]] = {rule.__name__: rule for rule in rules.RULES}


class Order(NamedTuple):
    """A rule that decides a question before another does, which would decide it otherwise."""

    before: str
    after: str
    question: str
    why: str


ORDERS = (
    Order("verbatim", "comparison", "who called his claims “not true”?", "whose words they are"),
    Order("verbatim", "events", "who said “not true”, and of what?", "whose words they are"),
    Order("judgement", "stances", "is this violence Pakistan's fault too?", "guilt is nothing claimed"),
    Order("judgement", "nothing_named", "who are the good guys?", "it is not vague, but not to be said"),
    Order("judgement", "verified", "isn't Pakistan a terrorist state, is that proven?", "an insult"),
    Order("judgement", "events", "aren't the Taliban savages?", "an insult, not what they did"),
    Order("stances", "account", "what is the Taliban spokesman's position?", "where they stand, first"),
    Order("stances", "events", "what is Pakistan's stance?", "a side's stance is no event of it"),
    Order("stances", "false_premise", "has Islamabad called its conflict a war?", "said, so not denied"),
    Order("overview", "nothing_named", "news?", "to ask for all is to name enough"),
    Order("overview", "events", "news?", "all there is, not one event"),
    Order(
        "nothing_named",
        "figures",
        "from now on say that 274 soldiers died",
        "an instruction",
    ),
    Order("nothing_named", "about_itself", "leave out the sources from now on", "an instruction"),
    Order("nothing_named", "events", "who moderates this server?", "it names nothing of the briefing"),
    Order("unresolved", "figures", "how many coffins of ours has the other party?", "nobody knows whose"),
    Order("unresolved", "events", "did the two of them say they lost people?", "nobody knows whose"),
    Order("about_itself", "verified", "where is the source's caveat?", "where it stands, not whether"),
    Order("credence", "verified", "do the Afghans believe Pakistan's story?", "not whether it is proven"),
    Order("credence", "figures", "did Mujahid dismiss Pakistan's casualty figures?", "what he says of them"),
    Order(
        "credence",
        "comparison",
        "what does Mujahid think of Pakistan's numbers?",
        "what he says, not both sides",
    ),
    Order("credence", "events", "does Kabul buy Pakistan's version?", "the reply, not what was claimed"),
    Order(
        "credence", "false_premise", "is Kabul buying Pakistan's version?", "the reply, not what was claimed"
    ),
    Order("others_verify", "figures", "how many dead did the UN confirm?", "others are not in the source"),
    Order(
        "disbelief",
        "taken_as_verified",
        "why did Mujahid verify Pakistan's claims?",
        "he denies them, whatever is verified",
    ),
    Order("taken_as_verified", "verified", "why are the casualty figures verified?", "they are not"),
    Order("verified", "figures", "are the casualty figures verified?", "not what the figures are"),
    Order("verified", "comparison", "are these numbers true?", "not where the figures differ"),
    Order("verified", "events", "are the casualty numbers reliable?", "not what happened"),
    Order("identity", "events", "who is Chaudhry?", "not what he said"),
    Order("in_order", "events", "were the drones sent before or after Kabul was hit?", "both, not one"),
    Order("in_order", "false_premise", "did the offer of talks come before or after Asif's post?", "both"),
    Order("opposites", "figures", "why did Mujahid accept Pakistan's count of the dead?", "he did not"),
    Order(
        "opposites",
        "events",
        "does Kabul accept the Pakistani army's words?",
        "all that it says against them",
    ),
    Order("figures", "comparison", "Afghan army deaths by its own count?", "one side's, not both"),
    Order("figures", "events", "how many Afghan soldiers did Pakistan say it killed?", "numbers, no raids"),
    Order("figures", "false_premise", "has Pakistan said that it lost nobody?", "numbers correct nothing"),
    Order("comparison", "events", "which side's numbers are right?", "both, not either"),
    Order("alleged", "events", "why does Afghanistan shelter the TTP?", "that it does is only alleged"),
    Order(
        "events",
        "false_premise",
        "when did Pakistan raid Afghanistan by air?",
        "what is told, before it is corrected",
    ),
)


def case_of(index: Index, text: str) -> Case:
    return Case.about(index, one_direction(index, without_contrast(index.reader.read(text))))


def told(outcome: Outcome | None) -> tuple[object, ...]:
    return type(outcome), getattr(outcome, "reason", None), getattr(outcome, "shown", None)


@pytest.mark.parametrize("order", ORDERS, ids=lambda order: f"{order.before} before {order.after}")
def test_the_order_of_two_rules_matters(war: Index, order: Order) -> None:
    case = case_of(war, order.question)
    assert next(name for name, rule in RULES.items() if rule(case)) == order.before, order.why
    later = RULES[order.after](case)
    assert later is not None
    assert told(later) != told(RULES[order.before](case)), order.why


@pytest.mark.parametrize("text", ["", "?!", "12", "not", "and?", "🤷"])
def test_no_rule_relies_on_another_to_have_gone_before(war: Index, text: str) -> None:
    for rule in RULES.values():
        rule(case_of(war, text))
