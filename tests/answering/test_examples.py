"""What examples teach: how a claim is asked for in words that nobody listed, and what comes near a claim.

None of these questions is among the examples.
"""

from __future__ import annotations

import pytest

from bot.answering.deciding.decision import decide
from bot.answering.deciding.outcome import Abstention
from bot.answering.retrieval.ranking import Match, Ranking
from bot.briefing.folding import bare
from bot.briefing.loader import load
from bot.desk.asking import ask
from tests.answering.conftest import shown
from tests.shipped import FOLDER, knowledge

ASKED_OTHERWISE = [
    ("in which town do the movement's top people sit", {"leadership-in-kandahar"}),
    ("who fronts the cameras for the emirate", {"ready-to-negotiate-mujahid"}),
    ("my kids have a quiz and need afghanistan's capital", {"capital-kabul"}),
    ("Which two cities are linked to dead civilians?", {"civilian-losses-government"}),
]
NEAR = [
    "who sold the emirate its drones",
    "which hospital in Kabul did the bombs hit",
    "did any hospital get hit on friday",
    "was any school hit on friday",
    "did the strikes on friday hit a hospital",
    "did afghan drones hit a hospital",
    "what is asif's salary",
    "elvis is still alive, right?",
    "do you have any hobbies besides this",
    "how did you sleep last night",
    "wat did mujahd say abt paks soup",
    "what did Asif say about the Afghans' soup",
    "how many civilians were killed in the market and how many were injured?",
    "how many Pakistani soldiers died in the factory, and how many were wounded?",
]
# Each names one thing that the claim which it is phrased as does not have, and which is no matter of words.
OTHERWISE_ANSWERED = [
    "has Pakistan used drones too?",
    "when did Asif declare open war",
    "what does Asif say about negotiations",
    "civilians of pakistan that were killed",
    "afghan troops captured",
    "did drones hit Kabul",
    "who in Pakistan rejected the claims",
    "which provinces did Mujahid say were not targeted on Friday",
    "whats teh captial of uzbekstan",
    "what kind of drones did the Afghans fly",
]


def found(question: str) -> set[str]:
    return shown(ask(knowledge(), question))


@pytest.mark.parametrize(("question", "claims"), ASKED_OTHERWISE)
def test_what_is_asked_in_other_words(question: str, claims: set[str]) -> None:
    assert found(question) == claims


@pytest.mark.parametrize("question", NEAR)
def test_what_comes_near_is_not_answered(question: str) -> None:
    assert ask(knowledge(), question).outcome == "abstention"


@pytest.mark.parametrize("question", OTHERWISE_ANSWERED)
def test_examples_overrule_no_name_no_day_and_no_figure(question: str) -> None:
    assert ask(knowledge(), question).outcome == "abstention"


@pytest.mark.parametrize(
    ("question", "claims"),
    [
        ("Pakistan khud apna kitna nuqsan maanta hai?", {"pakistani-losses-chaudhary"}),
        ("unterschlupf für kämpfer, was ist da dran", {"sheltering-alleged"}),
        ("Le coup de la « guerre ouverte », c'est qui qui a sorti ça ?", {"open-war-asif"}),
    ],
)
def test_examples_are_heard_in_other_languages(question: str, claims: set[str]) -> None:
    assert found(question) >= claims


@pytest.mark.parametrize(
    "question",
    [
        "Wer ist der Chef der pakistanischen Armee?",
        "Ist der Minister zurückgetreten?",
        "TTP ka sarbarah kaun hai?",
        "¿Qué dice Asif sobre las negociaciones?",
        "¿dónde vive khawaja asif?",
    ],
)
def test_examples_answer_nothing_in_other_languages_that_they_do_not_in_english(question: str) -> None:
    assert ask(knowledge(), question).outcome == "abstention"


def test_a_wrong_speaker_and_a_wrong_side_are_corrected() -> None:
    reply = ask(knowledge(), "Why did Mujahid declare open war on Pakistan?")
    assert reply.outcome == "premise"
    assert [one.claim.id for one in reply.claims] == ["open-war-asif"]


@pytest.mark.parametrize("question", ["What is your source?", "How recent is this?", "did anyone die"])
def test_what_names_what_it_wants_is_not_taken_back(question: str) -> None:
    assert ask(knowledge(), question).outcome == "answer"


def test_whose_claims_are_denied_is_told_from_who_denies() -> None:
    for question in ("who rejected pakistan's claims", "who says pakistan's claim is not true"):
        assert found(question) == {"rejects-mujahid"}
    for question in (
        "Which Pakistani official rejected the claims?",
        "Pakistan's rejection of the Taliban's claims",
    ):
        assert "rejects-mujahid" not in found(question)


def test_what_a_side_says_of_itself_says_nothing_of_the_other() -> None:
    assert ask(knowledge(), "why would Pakistan refuse to sit down with the Taliban?").outcome != "premise"


def test_a_measure_alone_asks_for_all_figures() -> None:
    claims = found("casualties?")
    assert {"pakistani-losses-chaudhary", "pakistani-losses-mujahid", "afghan-losses-mujahid"} <= claims
    assert "heavy-casualties-both" not in claims


def test_the_rank_of_a_speaker_is_not_that_of_the_dead() -> None:
    assert found("What rank does Chaudhary hold?") == {"afghan-losses-chaudhary"}


def test_few_words_of_a_gloss_are_not_asked_for_what_they_are_like() -> None:
    """The vocabulary chose them, and has no word for what a drone costs."""
    index = knowledge().index()
    assert index.ranking is not None
    assert index.ranking("what drones").share(0) > 0.9
    assert ask(knowledge(), "qué vale un dron").outcome == "abstention"


def test_none_of_these_questions_was_learnt() -> None:
    (briefing,) = load(FOLDER).briefings
    learnt = {bare(example.text) for example in briefing.examples}
    asked = {*(question for question, _ in ASKED_OTHERWISE), *NEAR, *OTHERWISE_ANSWERED}
    assert learnt.isdisjoint(map(bare, asked))


def test_examples_are_shown_to_nobody() -> None:
    assert knowledge().index().briefing.examples == ()
    (briefing,) = load(FOLDER).briefings
    phrasings = {text for claim in knowledge().index().briefing.claims for text in claim.phrasings}
    assert phrasings.isdisjoint(example.text for example in briefing.examples)


@pytest.mark.parametrize("question", ["capital of Afghanistan?", "How many Pakistani soldiers were killed?"])
def test_what_is_asked_as_phrased_or_named_in_full_needs_no_example(
    monkeypatch: pytest.MonkeyPatch, question: str
) -> None:
    def strange(_: str) -> Ranking:
        return Ranking((Match("open-war-asif", 1.0),), covered=False, certain=False, none=0.99, trust=trust)

    index = knowledge().index()
    assert index.ranking is not None
    trust = index.ranking(question).trust
    with monkeypatch.context() as patch:
        patch.setattr(index, "ranking", strange)
        assert ask(knowledge(), question).outcome == "answer"
        assert isinstance(decide(index, "who do you support"), Abstention)
