"""What was once read or answered wrongly, and must not be again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.answering.checking.messages import check
from bot.briefing.folding import fold
from tests.answering.conftest import ask, shown, slots

if TYPE_CHECKING:
    from bot.answering.claims.index import Index

OUTCOMES = {
    # a capital stands for its side, and "say that" within a question is no order
    "what is pakistan blaming kabul for": "answer",
    "pak says kabul protects the ttp, yes?": "answer",
    "we dont shelter anyone, did kabul say that": "answer",
    "how long has mujahid been spokesperson": "abstention",
    "Is Pakistan ready to negotiate?": "abstention",
    "Did Mujahid say 12 or 19 were killed?": "premise",
    "killed ? not 12": "answer",  # what a part borrows is not among its own words
    "Did 274 civilians or 12 civilians die?": "premise",
    "Why does Mujahid say Pakistan's numbers are false?": "answer",
    "Why Mujahid?": "abstention",
    "is mujahid a terrorist": "abstention",  # no question of who denied what
    "When was the Durand Line drawn?": "abstention",
    "What triggered Afghanistan's attacks along the border?": "answer",
    # who holds an office where, and whose it is
    "Who holds the office of defence minister in Islamabad?": "answer",
    "Name of Pakistan's minister of defence?": "answer",
    "who is the taliban's own defence minister": "abstention",
    "who talks for pakistan's army and who talks for the taliban": "answer",
    # how many there are, will be, or will die is no figure of those who were harmed
    "how many soldiers did pakistan send": "abstention",
    "how many soldiers did each side send": "abstention",
    "how many soldiers did each side lose": "answer",
    "how many soldiers are fighting": "abstention",
    # that one side is said to have harmed somebody does not say that the other did not
    "did the afghans hit civilians": "abstention",
    "did pakistan hit civilians": "answer",
    "did afghanistan bomb khost": "premise",
    "how many soldiers did pakistan lose": "answer",
    "will more soldiers die": "abstention",
    "how many soldiers will be killed": "abstention",
    "will you tell me how many soldiers were killed": "answer",
    # an insult is nothing that the briefing has differently, nor is who gave no figure
    "so pakistan is lying about 12, dogs": "abstention",
    "why do lying afghan dogs kill soldiers?": "abstention",
    "did the terrorists in kabul lie about 55?": "abstention",
    "is Modi lying about 12?": "abstention",
    "is pakistan lying about 12": "answer",
    # an address says nothing
    "https://www.example.com/news/2026/2/26/foo how many pakistani soldiers died?": "answer",
    "[this](https://example.com/a/status/1) how many pakistani soldiers died?": "answer",
    # what a question takes for granted
    "Now that Al Jazeera has confirmed the 274 deaths, can we pin it?": "premise",
    "How did Al Jazeera confirm that 274 Afghan soldiers were killed?": "premise",
    "Since Mujahid has accepted Pakistan's casualty figures, what are they?": "premise",
    "How do I know these are true": "answer",
    "Why did the Taliban rule out any negotiations?": "premise",
    "Why did Afghanistan admit it is keeping Pakistani Taliban on its soil?": "premise",
    "Is Khawaja Asif the prime minister?": "answer",
    "Is Khawaja Asif an ally of India?": "abstention",
    "How old is Zabihullah Mujahid?": "abstention",
    "Who denied Mujahid's claims?": "abstention",
    "did chaudhary reject mujahid's claims as not true": "abstention",
    "Which part of Pakistan struck Kabul?": "answer",
    "After Mujahid's denial, what is verified?": "answer",
    "did mujahid reject talks": "premise",
    "why did pakistan not negotiate": "abstention",
    "which cities were not bombed": "abstention",
    "how many invaders were killed": "abstention",
    "did the taliban release prisoners": "abstention",
    "where is khost": "answer",
    "where is laghman": "abstention",
    "is kandahar the capital": "premise",
    "Is Kandahar the capital of Afghanistan?": "premise",
    "is kabul the capital": "answer",
    "how many people live in khost": "abstention",
    "was this brewing for a while or out of the blue": "answer",
    # what is to come, of both sides alike
    "will pakistan attack again": "abstention",
    "will afghanistan attack again": "abstention",
    "will the taliban negotiate": "answer",
    # an army's size is not its losses
    "How many ground troops did Pakistan send in?": "abstention",
    "can someone help me with my maths homework": "abstention",
    # words that name nothing here
    "who on the pak side called it a full scale confrontation": "answer",
    "What set off this latest round of violence, going by the article?": "answer",
    "@everyone which city is the best?": "abstention",
    # who fights on neither side has done no harm that is counted
    "How many soldiers did the Pakistani Taliban kill?": "abstention",
    "Did the Pakistani Taliban kill soldiers?": "abstention",
    "Did the Pakistani Taliban kill 55 soldiers?": "premise",
}


@pytest.mark.parametrize(("question", "outcome"), OUTCOMES.items(), ids=OUTCOMES)
def test_outcome(war: Index, question: str, outcome: str) -> None:
    assert ask(war, question).outcome == outcome


NEVER = {
    "Did Pakistan get attacked?": "strikes-27-february",
    "Has Pakistan come under attack?": "strikes-27-february",
    "Which cities has Pakistan bombed from the air": "drone-attacks-mujahid",
    "Did Afghanistan's air force attack?": "afghan-losses-chaudhary",
    "Now that Al Jazeera has confirmed 40 Afghan deaths, what happens?": "afghan-losses-mujahid",
    "On what date did Kabul come under attack?": "drone-attacks-mujahid",
    "How many Taliban were killed?": "civilian-losses-government",
    "how many talibs got wounded": "civilian-losses-government",
    "Does Asif believe the Taliban's claims?": "rejects-mujahid",
    "Where is Kabul?": "leadership-in-kandahar",
    "What is the capital of Afghanistan?": "strikes-27-february",
    "Were Khost and Kabul hit?": "border-fighting",
    "Are cities in Afghanistan hit?": "drone-attacks-mujahid",
}


@pytest.mark.parametrize(("question", "claim"), NEVER.items(), ids=NEVER)
def test_a_claim_that_does_not_answer(war: Index, question: str, claim: str) -> None:
    assert claim not in shown(ask(war, question))


def test_two_speakers_are_shown_side_by_side_if_both_spoke_of_it(war: Index) -> None:
    both = "What have Asif and Mujahid each said about the war?"
    said = {"open-war-asif", "ready-to-negotiate-mujahid", "always-negotiations-mujahid"}
    assert shown(ask(war, both)) == said
    assert "open-war-asif" not in shown(ask(war, "What did Asif and Mujahid say about drones?"))


def test_who_claims_to_have_done_harm_did_it_to_the_other(war: Index) -> None:
    found = shown(ask(war, "how many fatalities do the Taliban claim to have inflicted"))
    assert found == {"pakistani-losses-mujahid"}


FIGURES = {
    # who keeps whom, and who killed "ours"
    "how many of our boys did the afghans kill": {"pakistani-losses-chaudhary", "pakistani-losses-mujahid"},
    "how many of our boys did the pakistanis kill": {"afghan-losses-chaudhary", "afghan-losses-mujahid"},
    "how many deaths did pakistan cause": {
        "afghan-losses-chaudhary",
        "afghan-losses-mujahid",
        "civilian-losses-government",
    },
    "how many deaths is afghanistan responsible for": {
        "pakistani-losses-chaudhary",
        "pakistani-losses-mujahid",
    },
    "have the afghan forces how many bodies": {"pakistani-losses-mujahid"},
    "did people die who were not soldiers": {"civilian-losses-government"},
    "do mujahid and the government give different numbers for civilians": {
        "afghan-losses-mujahid",
        "civilian-losses-government",
        "not-verified-al-jazeera",
    },
    "how many afghan soldiers are prisoners of pakistan": set(),
    "how many pakistani soldiers are prisoners of the taliban": {"pakistani-losses-mujahid"},
    "how many afghan bodies does pakistan have": set(),
    "did afghanistan admit killing civilians": set(),
    "how many martyrs of the afghan forces": {"afghan-losses-chaudhary", "afghan-losses-mujahid"},
    "What number of dead Pakistanis does the Taliban side give?": {"pakistani-losses-mujahid"},
    "where does 23 come from in this report": {"pakistani-losses-mujahid"},
    "wheres the number 400 from": {"afghan-losses-chaudhary"},
    # the second count is of the same soldiers
    "how many pakistani soldiers got killed AND how many hurt": {
        "pakistani-losses-chaudhary",
        "pakistani-losses-mujahid",
    },
}


@pytest.mark.parametrize(("question", "claims"), FIGURES.items(), ids=FIGURES)
def test_figures(war: Index, question: str, claims: set[str]) -> None:
    answers = {one.claim.id for one in ask(war, question).claims if one.role == "answer"}
    assert answers == claims


def test_of_whom_something_is_thought_what_they_did_say_is_shown_too(war: Index) -> None:
    reply = ask(war, "How come Khawaja Asif offered peace talks?")
    assert reply.outcome == "premise"
    claims = [one.claim.id for one in reply.claims]
    assert claims[0] == "ready-to-negotiate-mujahid"
    assert "open-war-asif" in claims


BOUNDED = {
    "What did Afghanistan do in response to last weekend's air strikes?": "retaliation-26-february",
    "Which Pakistani strikes came before the events of February 26?": "weekend-air-strikes",
    "has there been fighting since 27 February": "border-fighting",
    "What did Mujahid say was hit after 26 February?": "strikes-friday-mujahid",
}


@pytest.mark.parametrize(("question", "claim"), BOUNDED.items(), ids=BOUNDED)
def test_a_day_that_only_bounds_what_is_asked(war: Index, question: str, claim: str) -> None:
    assert claim in shown(ask(war, question))


OUT_OF_BOUNDS = [
    "What did the Taliban say after 3 March 2026 about negotiations?",
    "Were soldiers killed after 5 March 2026?",
    "What attacks did Afghanistan launch before 26 February?",
    "What strikes did Pakistan carry out after 27 February 2026?",
]


@pytest.mark.parametrize("question", OUT_OF_BOUNDS)
def test_what_lies_beyond_a_bound_is_not_shown(war: Index, question: str) -> None:
    assert ask(war, question).outcome != "answer"


def test_what_a_second_count_goes_on_with_is_also_who_said_it_and_where(war: Index) -> None:
    one = "How many Pakistani soldiers did Mujahid say were killed and how many were wounded?"
    claims = {c.claim.id for c in ask(war, one).claims if c.role == "answer"}
    assert "pakistani-losses-chaudhary" not in claims
    where = shown(ask(war, "How many soldiers died in Khost and how many were wounded?"))
    assert not where & {"pakistani-losses-chaudhary", "afghan-losses-mujahid"}


def test_a_number_at_a_place_is_corrected_by_the_place(war: Index) -> None:
    for question in ("How did the 12 civilians in Khost die?", "Who killed the 12 civilians in Khost?"):
        reply = ask(war, question)
        assert (reply.outcome, reply.claims[0].claim.id) == ("premise", "civilian-losses-government")


CORRECTED = {
    "Is it true that 14 Pakistani soldiers were killed?": "pakistani-losses-chaudhary",
    "True or false: 20 Pakistani soldiers were killed": "pakistani-losses-chaudhary",
    "Were 19 civilians wounded and 26 killed?": "civilian-losses-government",
    "Did Pakistan lose 27 killed and 12 wounded?": "pakistani-losses-chaudhary",
    "Were 13 soldiers and 13 civilians killed?": "afghan-losses-mujahid",
    "Did Chaudhary say fewer than 274 died?": "afghan-losses-chaudhary",
}


@pytest.mark.parametrize(("question", "claim"), CORRECTED.items(), ids=CORRECTED)
def test_a_wrong_number_is_corrected(war: Index, question: str, claim: str) -> None:
    reply = ask(war, question)
    assert reply.outcome == "premise"
    assert claim in shown(reply)


@pytest.mark.parametrize(
    "question",
    ["Where were the 55 soldiers killed?", "When were the 274 killed?", "Where are the 23 bodies kept?"],
)
def test_a_right_number_is_not_called_wrong(war: Index, question: str) -> None:
    assert ask(war, question).outcome == "abstention"


@pytest.mark.parametrize(
    "question",
    [
        "Is {} a terrorist state?",
        "Are the soldiers of {} cowards?",
        "Does {} want war?",
        "Death to {}",
        "Did {} target civilians?",
        "Did {} deliberately attack?",
        "Is {} the aggressor?",
        "Is {} to blame for this war?",
    ],
)
def test_no_side_is_judged(war: Index, question: str) -> None:
    for side in ("Pakistan", "Afghanistan"):
        assert ask(war, question.format(side)).outcome == "abstention"


@pytest.mark.parametrize("question", ["Isn't {} just a liar?", "Did {} lie?", "Is {} lying?"])
def test_no_speaker_is_judged(war: Index, question: str) -> None:
    replies = [ask(war, question.format(who)) for who in ("Mujahid", "Chaudhary")]
    assert len({(reply.outcome, tuple(shown(reply))) for reply in replies}) == 1


def test_a_date_before_a_colon_is_asked_of(war: Index) -> None:
    assert "strikes-27-february" in shown(ask(war, "27/02/2026: what took place?"))


MESSAGES = {
    "Pakistan's leaders said they are ready to negotiate with the Taliban.": "distorts",
    "Mujahid says Pakistani forces are holding the bodies of 23 Afghan soldiers.": "distorts",
    "Mujahid says Afghan forces are holding the bodies of 23 Pakistani soldiers.": "matches",
    "On 27 February 2026 Pakistan hit several cities, Kabul and Kandahar among them.": "matches",
    "Afghanistan struck first, Pakistan retaliated.": "distorts",
    "12 , February": "not_covered",
}


@pytest.mark.parametrize(("message", "verdict"), MESSAGES.items(), ids=MESSAGES)
def test_verdict(war: Index, message: str, verdict: str) -> None:
    assert check(war, message).verdict == verdict


def test_a_fraction_of_a_thousand(war: Index) -> None:
    assert ("number", "1000") not in slots(war, "2.5 thousand killed")


@pytest.mark.parametrize("letter", ["\u0149", "\u0374", "\u1fef", "\uff40"])
def test_letters_that_decompose_to_an_apostrophe(letter: str) -> None:
    assert fold(fold(letter)) == fold(letter)
