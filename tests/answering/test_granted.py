"""What somebody takes for granted who asks why: held against the claims as if a message said it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.answering.conftest import ask, shown, slots

if TYPE_CHECKING:
    from bot.answering.claims.index import Index

CORRECTED = [
    (
        "war",
        "On what grounds did Kabul finally own up to hosting the Pakistani Taliban?",
        "sheltering-alleged",
    ),
    ("orla", "On what grounds did Belmar own up to hiding a broken gauge?", "gauge-alleged"),
    (
        "war",
        "If Chaudhary says every one of his men is accounted for, who are these captives?",
        "pakistani-losses-chaudhary",
    ),
    (
        "war",
        "If Mujahid claims no Afghan soldier was killed, who are the 274 Chaudhary counts?",
        "afghan-losses-mujahid",
    ),
    (
        "orla",
        "If Holt says nobody was injured in Millbank, who are the ones Lund counts?",
        "arden-losses-holt",
    ),
    (
        "war",
        "Which Taliban official was it who vowed there'd be no talking to Islamabad?",
        "ready-to-negotiate-mujahid",
    ),
    ("orla", "Who from Belmar was it who vowed there would be no talks?", "ready-lund"),
    (
        "war",
        "Kabul was struck on 17 February, so why does everyone act as if it's news?",
        "strikes-27-february",
    ),
    ("war", "explain the drones Pakistan sent at Afghan bases", "drone-attacks-mujahid"),
    ("war", "how did Pakistan end up with 27 dead and 12 wounded", "pakistani-losses-chaudhary"),
    ("war", "how did Afghanistan end up with 22 dead and 13 wounded", "afghan-losses-mujahid"),
    (
        "war",
        "The Taliban chiefs are based in Khost, so that's why they bombed it, no?",
        "leadership-in-kandahar",
    ),
    ("war", "Al Jazeera has confirmed the 55. Why is the army still saying 12?", "not-verified-al-jazeera"),
    ("war", "Al Jazeera has confirmed the 274. Why do the Taliban still say 13?", "not-verified-al-jazeera"),
    (
        "war",
        "Mujahid is the Pakistani army spokesman, right? Why does he brag then?",
        "ready-to-negotiate-mujahid",
    ),
    ("war", "Chaudhary is the Taliban spokesman, right? Why does he brag then?", "afghan-losses-chaudhary"),
    ("war", "Why are 23 Afghan bodies being kept by Pakistan?", "pakistani-losses-mujahid"),
    ("war", "y chaudhary say less then 400 afghans hurt", "afghan-losses-chaudhary"),
    ("war", "why are dozens of pakistani soldiers missing", "pakistani-losses-chaudhary"),
    ("war", "so 27 pak soldiers died n 12 hurt, who told that", "pakistani-losses-chaudhary"),
    ("war", "who claims 22 afghan soldiers died and 13 were wounded", "afghan-losses-mujahid"),
    (
        "war",
        "mujahid said first time EVER the emirate tries talking, y never before",
        "always-negotiations-mujahid",
    ),
    (
        "war",
        "Once Mujahid had offered talks, why did Asif respond with open war?",
        "ready-to-negotiate-mujahid",
    ),
    ("war", "What proof has Afghanistan for its claim that Pakistan shelters the TTP?", "sheltering-alleged"),
    ("war", "Why has Pakistan refused to admit a single death?", "pakistani-losses-chaudhary"),
    ("war", "Why have the Taliban refused to admit a single dead soldier?", "afghan-losses-mujahid"),
    ("war", "Why does Asif keep describing this as a limited border skirmish?", "open-war-asif"),
    ("war", "How come there was no friction beforehand?", "sheltering-alleged"),
    ("war", "Lt Gen Chaudhary speaks for the Taliban's military, doesn't he", "afghan-losses-chaudhary"),
    ("war", "Mujahid speaks for Pakistan's military, doesn't he", "ready-to-negotiate-mujahid"),
    ("war", "kandahar's the afghan capital, right?", "capital-kabul"),
    ("war", "Khost and Paktika, up in northern Afghanistan, right?", "civilian-losses-government"),
    ("war", "kabul was struck on february 20 wasnt it", "strikes-27-february"),
    (
        "war",
        "Chaudhary says 27 of his soldiers were killed and just 12 wounded, isn't that so?",
        "pakistani-losses-chaudhary",
    ),
    ("war", "Mujahid says 22 Afghan soldiers were killed and 13 wounded, right?", "afghan-losses-mujahid"),
    (
        "war",
        "Now Afghanistan finally admits sheltering the Pakistani Taliban, what changed its mind?",
        "sheltering-denied",
    ),
    ("war", "Given that 274 Pakistani soldiers died, who confirmed it?", "afghan-losses-chaudhary"),
    ("war", "Which Afghan bases did Pakistan's drones attack?", "drone-attacks-mujahid"),
    ("war", "How could Mujahid claim they never tried to negotiate?", "always-negotiations-mujahid"),
    ("war", "How could Asif claim there is no open war?", "open-war-asif"),
    ("war", "why did kabul give the 23 bodies back already", "pakistani-losses-mujahid"),
    ("orla", "Belmar opened the sluices on April 1, didn't it?", "flooding-3-april"),
    ("orla", "Lund is Arden's harbour master, isn't he?", "rejects-lund"),
    ("orla", "Why did Belmar open the sluices on April 1?", "flooding-3-april"),
    ("orla", "y did Belmar open the sluices on April 1", "flooding-3-april"),
    ("orla", "Why did Belmar open the sluices a week before Arden closed the canal?", "flooding-3-april"),
    ("orla", "How did Arden end up with 40 dead and 14 injured?", "arden-losses-holt"),
    ("orla", "Explain the flood Arden sent at Wexcombe", "flooding-3-april"),
    ("orla", "The Orla Gazette has confirmed the 14. Why does Lund still say nine?", "not-verified-gazette"),
    ("orla", "Per Lund is Arden's mayor, right? Why does he reject the claims then?", "rejects-lund"),
    ("war", "what was the reason laghman was hit thursday night already", "strikes-thursday-night-mujahid"),
    (
        "war",
        "what prompted islamabads spokesman zabihullah mujahid to offer talks",
        "ready-to-negotiate-mujahid",
    ),
    ("war", "what drove the taliban's defence minister asif to declare open war", "open-war-asif"),
    (
        "war",
        "So the Pakistani general reckons only 12 Afghans died. Isn't that low?",
        "afghan-losses-chaudhary",
    ),
    ("war", "So Mujahid says just 13 Pakistani soldiers died. Isn't that low?", "pakistani-losses-mujahid"),
    ("war", "good that no civilians died in khost. how did they avoid it?", "civilian-losses-government"),
    ("orla", "good that no residents died in Millbank. how did they avoid it?", "arden-losses-holt"),
    ("orla", "what was the reason Belmar opened the sluices on April 1", "flooding-3-april"),
    ("vardholm", "The recount is in Eskil Bay, so why count Norrvik?", "recount-norrvik"),
    ("vardholm", "Since the Courier confirmed the votes, why does Brandt complain?", "courier-not-checked"),
    ("vardholm", "Since the Courier confirmed the votes, why is Brandt whining?", "courier-not-checked"),
    ("war", "why is Kabul moaning, there were no civilian victims at all", "civilian-losses-government"),
    ("war", "why is Pakistan moaning, it lost no soldiers at all", "pakistani-losses-chaudhary"),
    ("orla", "why is Arden whining, no residents died in Millbank", "arden-losses-holt"),
]


@pytest.mark.parametrize(("briefing", "question", "claim"), CORRECTED)
def test_what_is_otherwise_is_corrected(
    briefings: dict[str, Index], briefing: str, question: str, claim: str
) -> None:
    found = ask(briefings[briefing], question)
    assert found.outcome == "premise"
    assert claim in shown(found)


@pytest.mark.parametrize(
    ("briefing", "question"),
    [
        # So it is.
        ("war", "how did Pakistan end up with 12 dead and 27 wounded"),
        ("war", "explain the drone attacks Afghanistan launched on Pakistani bases"),
        ("war", "Why are 23 Pakistani bodies being kept by Afghanistan?"),
        ("orla", "How did Arden end up with 14 dead and 40 injured?"),
        ("orla", "Ina Holt is Arden's mayor, right? Why does she warn them then?"),
        ("war", "who claims 13 afghan soldiers died and 22 were wounded"),
        ("war", "What proof has Pakistan for its claim that Afghanistan shelters the TTP?"),
        ("war", "Once Asif had declared open war, why did Mujahid offer talks?"),
        ("war", "what prompted kabuls spokesman zabihullah mujahid to offer talks"),
        ("war", "what caused the strike on Laghman on Friday"),
        ("orla", "what was the reason Arden closed the old canal on April 2"),
        ("orla", "Holt says 14 residents died. Isn't that low?"),
        # It may have been so as well.
        ("war", "Why did Pakistan bomb Herat?"),
        ("war", "Why did Pakistan strike Kabul last weekend?"),
        ("war", "Why did Pakistan strike Kabul on Saturday?"),
        ("war", "Why did the UN say 55 Pakistani soldiers were killed?"),
        ("war", "Why did Pakistan refuse to negotiate?"),
        ("orla", "Why did Belmar flood Tarn?"),
        ("orla", "Lund is Belmar's harbour master, isn't he?"),
        ("war", "kabul's the afghan capital, right?"),
        ("war", "Khost and Paktika, down in southeastern Afghanistan, right?"),
        ("war", "kabul was struck on february 27 wasnt it"),
        ("war", "Mujahid says 13 Afghan soldiers were killed and 22 wounded, right?"),
        ("war", "Chaudhary speaks for Pakistan's military, doesn't he"),
        # It is asked, not told.
        ("war", "Does Mujahid speak for the Taliban, and why was Kabul struck?"),
    ],
)
def test_what_is_so_or_may_be_is_not_corrected(
    briefings: dict[str, Index], briefing: str, question: str
) -> None:
    assert ask(briefings[briefing], question).outcome != "premise"


@pytest.mark.parametrize(
    ("briefing", "question"),
    [
        ("war", "Where in Kandahar did Mujahid deny it?"),
        ("war", "Was Khost where both sides reported heavy casualties?"),
        ("orla", "Where in Tarn did Lund deny it?"),
    ],
)
def test_a_claim_of_no_place_corrects_none(briefings: dict[str, Index], briefing: str, question: str) -> None:
    assert ask(briefings[briefing], question).outcome == "abstention"


@pytest.mark.parametrize(
    ("question", "verifies"),
    [
        ("In which part of Afghanistan do Khost and Paktika lie?", False),
        ("Where does Khost lie?", False),
        ("Where did Mujahid lie?", True),
        ("Does Khost lie about the dead?", True),
    ],
)
def test_where_something_lies_is_no_lie(war: Index, question: str, *, verifies: bool) -> None:
    assert (("topic", "verification") in slots(war, question, "topic")) == verifies


@pytest.mark.parametrize(
    ("briefing", "question", "claim"),
    [
        ("war", "Why is it that neither government has reported any losses?", "heavy-casualties-both"),
        ("war", "Why has neither side reported losses worth mentioning?", "heavy-casualties-both"),
        ("orla", "Why has neither town reported any losses?", "heavy-losses-both"),
    ],
)
def test_that_neither_reported_losses_is_corrected(
    briefings: dict[str, Index], briefing: str, question: str, claim: str
) -> None:
    found = ask(briefings[briefing], question)
    assert found.outcome == "premise"
    assert shown(found) == {claim}


@pytest.mark.parametrize(
    ("question", "claim"),
    [
        (
            "I'm a soldier's wife from Mardan. Are our boys in Afghan custody, is there anything to it?",
            "pakistani-losses-mujahid",
        ),
        ("Which outlet admits it couldn't confirm the tolls?", "not-verified-al-jazeera"),
        ("wos any1 abel 2 chek da figurs", "not-verified-al-jazeera"),
        ("who flew the raids last weekend and on whose territory?", "weekend-air-strikes"),
        ("What is Kabul's track record of settling quarrels?", "always-negotiations-mujahid"),
        ("do the afghans own up to giving those militants a home?", "sheltering-denied"),
        (
            "His words strike me as odd. What did the minister proclaim against the men ruling Kabul?",
            "open-war-asif",
        ),
    ],
)
def test_words_that_change_nothing_are_passed_over(war: Index, question: str, claim: str) -> None:
    assert claim in shown(ask(war, question))


@pytest.mark.parametrize(
    ("briefing", "question", "claims"),
    [
        (
            "war",
            "why did the Afghans send drones only after Pakistan had bombed them on Friday",
            {"strikes-27-february", "drone-attacks-mujahid"},
        ),
        (
            "war",
            "why did Asif declare open war after Mujahid offered talks?",
            {"open-war-asif", "ready-to-negotiate-mujahid", "always-negotiations-mujahid"},
        ),
        (
            "orla",
            "why did Arden close the canal only after Belmar had already flooded Millbank",
            {"canal-2-april", "flooding-3-april"},
        ),
    ],
)
def test_both_are_shown_of_what_came_in_another_order(
    briefings: dict[str, Index], briefing: str, question: str, claims: set[str]
) -> None:
    reply = ask(briefings[briefing], question)
    assert (reply.outcome, shown(reply)) == ("premise", claims)


def test_only_after_is_an_order_and_no_condition(war: Index) -> None:
    assert ask(war, "Why did Mujahid offer talks only after Asif declared open war?").outcome != "premise"
