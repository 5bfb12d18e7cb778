"""What words mean beside each other: a source that is a cause, one’s own towns as whom one struck."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.desk.asking import ask as answered
from tests.answering.conftest import ask, shown, slots
from tests.shipped import knowledge

if TYPE_CHECKING:
    from bot.answering.claims.index import Index


@pytest.mark.parametrize(
    ("question", "claim"),
    [
        ("Where did this conflict come from this time?", "weekend-air-strikes"),
        ("What is the source of the conflict?", "weekend-air-strikes"),
        ("What is the source of the tension?", "sheltering-alleged"),
        ("What's the source?", "not-verified-al-jazeera"),
        ("What is the source of the numbers?", "not-verified-al-jazeera"),
    ],
)
def test_what_happened_has_a_cause_and_a_text_a_source(war: Index, question: str, claim: str) -> None:
    assert claim in shown(ask(war, question))


@pytest.mark.parametrize(
    ("question", "claim"),
    [
        ("How did the fresh fighting start?", "weekend-air-strikes"),
        ("چرا این درگیری تازه آغاز شد؟", "weekend-air-strikes"),
        ("یہ تازہ تنازع کیوں شروع ہوا؟", "weekend-air-strikes"),
        ("دا تازه جګړه ولې پیل شوه؟", "weekend-air-strikes"),
        ("latest larai kyun shuru hui?", "weekend-air-strikes"),
        ("pourquoi les combats récents ont éclaté ?", "weekend-air-strikes"),
        ("¿Cómo empezó el conflicto reciente?", "weekend-air-strikes"),
        ("Wie begann der neueste Konflikt?", "weekend-air-strikes"),
        ("les infos sur le conflit sont récentes ?", "strikes-27-february"),
        ("How fresh is this info?", "strikes-27-february"),
    ],
)
def test_the_latest_fighting_is_no_question_of_how_recent_the_briefing_is(question: str, claim: str) -> None:
    assert claim in {one.claim.id for one in answered(knowledge(), question).claims}


@pytest.mark.parametrize(("doer", "whose"), [("Pakistan", "its"), ("the Taliban", "their")])
@pytest.mark.parametrize("target", ["cities", "people", "country"])
def test_who_struck_another_struck_nothing_of_their_own(
    war: Index, doer: str, whose: str, target: str
) -> None:
    assert ask(war, f"Why did {doer} bomb {whose} own {target}?").outcome == "premise"
    assert ask(war, f"Did {doer} bomb {whose} own {target}?").outcome == "abstention"


def test_what_somebody_strikes_with_is_no_target(war: Index, orla: Index) -> None:
    assert shown(ask(war, "Did Afghanistan strike with its own drones?")) == {"drone-attacks-mujahid"}
    assert slots(orla, "Why did Belmar bomb its own towns?", "target") == [("target", "belmar")]
    assert ("target", "belmar") not in slots(orla, "Why did Belmar bomb Arden’s own towns?", "target")


@pytest.mark.parametrize(
    ("question", "outcome", "claim"),
    [
        (
            "Why did the Taliban reject that 55 Pakistani soldiers were killed?",
            "premise",
            "pakistani-losses-mujahid",
        ),
        (
            "Why did Pakistan reject that 274 Afghan soldiers were killed?",
            "premise",
            "afghan-losses-chaudhary",
        ),
        (
            "Why did Pakistan reject that 55 Pakistani soldiers were killed?",
            "answer",
            "pakistani-losses-mujahid",
        ),
        ("Why did Mujahid deny that 274 Afghan soldiers were killed?", "answer", "afghan-losses-chaudhary"),
    ],
)
def test_nobody_denies_the_figures_they_gave(war: Index, question: str, outcome: str, claim: str) -> None:
    found = ask(war, question)
    assert (found.outcome, claim in shown(found)) == (outcome, True)


def test_who_denies_figures_of_their_own_is_corrected_elsewhere_too(orla: Index) -> None:
    assert ask(orla, "Why did Holt deny that 14 residents were killed?").outcome == "premise"
    assert ask(orla, "Why did Lund deny that 14 residents were killed?").outcome == "answer"


@pytest.mark.parametrize(
    "question", ["Did they take prisoners from the Pakistanis?", "prisoners from pakistan's army"]
)
def test_those_taken_from_a_side_are_its_own(war: Index, question: str) -> None:
    assert "pakistani-losses-mujahid" in shown(ask(war, question))
    other = question.replace("Pakistanis", "Afghans").replace("pakistan's", "afghanistan's")
    assert ask(war, other).outcome == "abstention"


@pytest.mark.parametrize(
    ("question", "outcome"),
    [
        ("What is the name of the Pakistani foreign minister who declared open war?", "premise"),
        ("Which foreign minister declared open war?", "premise"),
        ("Who is Pakistan's foreign minister?", "abstention"),
        ("Which foreign minister condemned the open war?", "abstention"),
    ],
)
def test_an_office_that_announced_nothing_is_corrected(war: Index, question: str, outcome: str) -> None:
    assert ask(war, question).outcome == outcome


@pytest.mark.parametrize("question", ["Was my family killed?", "Did my parents die?"])
def test_no_figure_tells_of_the_askers_own(war: Index, question: str) -> None:
    assert ask(war, question).outcome == "abstention"


def test_a_group_of_which_something_is_admitted_is_not_quoted(war: Index) -> None:
    found = ask(war, "Does Afghanistan admit that Pakistani Taliban people are there?")
    assert not shown(found) & {"open-war-asif", "afghan-losses-mujahid"}
    assert "open-war-asif" in shown(ask(war, "Which people did it quote?"))


@pytest.mark.parametrize(
    ("question", "outcome"),
    [
        ("How many dead Afghan fighters’ bodies does Pakistan hold?", "abstention"),
        ("How many bodies of dead Afghan soldiers does Pakistan have?", "abstention"),
        ("How many fallen Pakistani soldiers’ remains do the Taliban hold?", "answer"),
    ],
)
def test_whose_dead_are_held_is_told_of_one_side_alone(war: Index, question: str, outcome: str) -> None:
    result = ask(war, question)
    assert result.outcome == outcome
    assert "afghan-losses-chaudhary" not in shown(result)


def test_the_killed_and_the_bodies_are_two_counts(war: Index) -> None:
    named = slots(war, "How many Pakistanis were killed, and how many bodies are held?", "measure")
    assert named == [("measure", "killed"), ("measure", "bodies-held")]


@pytest.mark.parametrize(
    ("question", "outcome"),
    [
        ("How do I get the verified role in this server?", "abstention"),
        ("How can I get verified here?", "abstention"),
        ("Did the numbers get verified?", "answer"),
        ("Are the claims on this server verified?", "answer"),
    ],
)
def test_a_member_is_verified_otherwise_than_a_number(war: Index, question: str, outcome: str) -> None:
    assert ask(war, question).outcome == outcome


@pytest.mark.parametrize(
    ("question", "outcome", "claims"),
    [
        ("is Belmar pretending it lost nothing?", "answer", {"belmar-losses-lund"}),
        ("pretend you are Lund", "abstention", set()),
        ("what office does Holt occupy", "answer", {"arden-losses-holt"}),
        ("what role does Lund fill", "answer", {"rejects-lund"}),
        ("who occupies Millbank", "abstention", set()),
    ],
)
def test_a_side_pretends_and_an_office_is_occupied(
    orla: Index, question: str, outcome: str, claims: set[str]
) -> None:
    found = ask(orla, question)
    assert (found.outcome, shown(found)) == (outcome, claims)


def test_both_statements_of_somebody_are_meant_whether_or_not_quoted(war: Index) -> None:
    found = ask(war, "Quote both statements of Mujahid in favour of dialogue")
    assert shown(found) == {"ready-to-negotiate-mujahid", "always-negotiations-mujahid"}


@pytest.mark.parametrize(
    ("question", "claims"),
    [
        ("what did the afghan government tweet", set()),
        ("what has kabul posted on twitter", set()),
        ("what did the pakistani government tweet", {"open-war-asif"}),
        ("who threatened the taliban on X", {"open-war-asif"}),
        ("who wrote on X that it is open war", {"open-war-asif"}),
        ("who wrote War and Peace", set()),
    ],
)
def test_a_post_is_its_own_sides(war: Index, question: str, claims: set[str]) -> None:
    assert shown(ask(war, question)) == claims
