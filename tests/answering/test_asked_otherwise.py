"""What is asked in words that name something only beside others, and what is near to it and is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.answering.conftest import ask, shown

if TYPE_CHECKING:
    from bot.answering.claims.index import Index


@pytest.mark.parametrize(
    ("briefing", "question", "claim"),
    [
        # who did what nobody is told to have done on some occasion
        ("war", "why did Pakistan's prime minister step down after the strikes", None),
        ("war", "why did the Afghan prime minister go home after the retaliation", None),
        ("war", "why is Pakistan's president so quiet during the attacks", None),
        ("orla", "why did Belmar's governor step down after the flooding", None),
        ("orla", "why did Arden's president go away before the flooding", None),
        ("war", "why did Pakistan's prime minister declare open war", "open-war-asif"),
        ("war", "why did the Afghan prime minister offer talks", "ready-to-negotiate-mujahid"),
        # what was spared
        ("war", "why did Pakistan leave Kabul alone and only shell villages", "strikes-27-february"),
        ("war", "why did Afghanistan leave the border alone", "retaliation-26-february"),
        ("war", "why did Pakistan leave Kunar alone", None),
        # where it was said, and how it was called
        ("war", "Why did Asif pick Facebook for a thing that serious?", "open-war-asif"),
        ("war", "why did Mujahid pick Facebook for a thing that serious?", None),
        ("war", "why did Asif leave Facebook?", None),
        ("war", "Asif called it a limited border operation - how limited?", "open-war-asif"),
        ("war", "Mujahid called it a limited border operation - how limited?", None),
        # what was owned up to, and who were counted
        ("war", "Does Kabul own up to giving refuge to those gunmen from Pakistan?", "sheltering-denied"),
        (
            "war",
            "now that afghanistan has admited it houses those militants, whats next",
            "sheltering-denied",
        ),
        ("orla", "now that Belmar has owned up to hiding the gauge, what's next", "gauge-denied"),
        ("war", "How are the 400-plus wounded Pakistani soldiers doing?", "afghan-losses-chaudhary"),
        ("orla", "How are the 40-plus injured Belmar soldiers doing?", "arden-losses-holt"),
        # what nobody said, or did
        ("war", "why did mujahid say talks with pakistan were pointless", "ready-to-negotiate-mujahid"),
        ("orla", "why did Lund say talks were a waste of time", "ready-lund"),
        ("war", "why did Asif say talks were pointless", None),
        ("war", "what convinced Al Jazeera that the 274 figure is correct", "not-verified-al-jazeera"),
        ("war", "For what purpose is Pakistan's army keeping 23 Afghan bodies?", "pakistani-losses-mujahid"),
    ],
)
def test_what_is_taken_for_granted_is_corrected_where_it_is_told(
    briefings: dict[str, Index], briefing: str, question: str, claim: str | None
) -> None:
    found = ask(briefings[briefing], question)
    assert found.outcome == ("premise" if claim else "abstention")
    assert claim is None or claim in shown(found)


@pytest.mark.parametrize(
    ("briefing", "question", "claim"),
    [
        # at what time a figure was given out, not when anybody died
        ("war", "What time of day did Kabul put out its civilian toll?", "civilian-losses-government"),
        ("war", "what time does Kabul say the 19 civilians were killed?", None),
        ("war", "what time did Pakistan give its casualty figures", None),
        # where the dead lie
        ("war", "whose corpses are lying in Afghan morgues", "pakistani-losses-mujahid"),
        ("war", "whose corpses are lying in Pakistani morgues", None),
        ("war", "was a morgue bombed", None),
        ("war", "were prisons hit in Kabul", None),
        # by whose words a state is named
        ("war", "under what name does the quote refer to the Afghan state", "always-negotiations-mujahid"),
        ("war", "What does the spokesman call Afghanistan?", "always-negotiations-mujahid"),
        ("war", "under what name does the quote refer to Pakistan", None),
        ("orla", "What does the quote call Arden", None),
        # where a quarrel comes from, and a number
        ("war", "where's all this bad blood between the two coming from?", "sheltering-alleged"),
        ("war", "where does the 274 number come from", "afghan-losses-chaudhary"),
        # which account is not meant
        (
            "war",
            "which casualty numbers come from Mujahid, as opposed to his government's later Friday statement",
            "afghan-losses-mujahid",
        ),
        # what is there, and to what end
        ("war", "why would pakistan bomb kandahar, whats even there", "leadership-in-kandahar"),
        ("war", "what is there in Kabul?", "capital-kabul"),
        ("war", "what is there in Paktia?", None),
        ("war", "What would be the aim of these discussions?", "willing-to-negotiate-leaders"),
        ("war", "What was the aim of the strikes on Kabul?", None),
        ("orla", "What is the aim of the negotiations with Arden?", None),
        # with what one side acts
        (
            "war",
            "Only planes on the Pakistani side, or troops on the ground as well?",
            "afghan-losses-chaudhary",
        ),
        ("war", "Only drones on the Afghan side, or troops on the ground as well?", "drone-attacks-mujahid"),
        (
            "war",
            "was it daytime or night when Kabul came under fire Thursday",
            "strikes-thursday-night-mujahid",
        ),
        ("war", "Did only one of the two armies report big losses?", "heavy-casualties-both"),
        # whose, in a grievance
        (
            "war",
            "For my essay: which grievance of Pakistan causes tension, and how does the other side reply?",
            "sheltering-alleged",
        ),
        # words for people who do not fight, are hurt, or cannot be found
        ("war", "did ordinary families get hurt in Khost", "civilian-losses-government"),
        ("orla", "were innocent bystanders killed", "arden-losses-holt"),
        ("war", "per kabul, how many of its soldiers need a medic", "afghan-losses-mujahid"),
        ("orla", "how many of Belmar's soldiers need a doctor", "belmar-losses-lund"),
        ("war", "how many of their own does the army say it can't find?", "pakistani-losses-chaudhary"),
        # what is up with a side, before what each side says
        (
            "war",
            "what's up with Kabul, how many dead soldiers does each side state?",
            "pakistani-losses-mujahid",
        ),
        (
            "war",
            "what's up with Pakistan, how many dead soldiers does each side state?",
            "afghan-losses-mujahid",
        ),
        ("orla", "what's up with Belmar, how many people were injured, per each side?", "arden-losses-holt"),
        ("orla", "what's the deal with Sweden, how many injured?", None),
        ("war", "did the taliban just nod along to the pakistani figures?", "rejects-mujahid"),
    ],
)
def test_what_is_told_is_answered_in_other_words(
    briefings: dict[str, Index], briefing: str, question: str, claim: str | None
) -> None:
    found = ask(briefings[briefing], question)
    assert (found.outcome == "abstention") is (claim is None)
    assert claim is None or claim in shown(found)


@pytest.mark.parametrize(
    ("one", "other"), [("Asif's words", "Mujahid's reply"), ("Mujahid's words", "Asif's reply")]
)
def test_the_words_of_two_people_are_set_side_by_side(war: Index, one: str, other: str) -> None:
    assert {"open-war-asif", "ready-to-negotiate-mujahid"} <= shown(ask(war, f"{one} against {other}"))


@pytest.mark.parametrize(
    ("question", "claims"),
    [
        (
            "total killed if i only trust what the pakistani general says",
            {"afghan-losses-chaudhary", "pakistani-losses-chaudhary"},
        ),
        (
            "total killed if we only believe the Taliban spokesman",
            {"afghan-losses-mujahid", "pakistani-losses-mujahid"},
        ),
    ],
)
def test_who_alone_is_trusted_is_whose_figures_are_asked_for(
    war: Index, question: str, claims: set[str]
) -> None:
    assert shown(ask(war, question)) == claims


def test_three_offices_are_asked_for_at_once(war: Index) -> None:
    found = ask(war, "Who runs defence in Islamabad, who briefs for its army, and who's the Taliban's voice?")
    assert {"open-war-asif", "afghan-losses-chaudhary", "ready-to-negotiate-mujahid"} <= shown(found)
