"""Where a side stands, what it makes of the other's claims, what is going on, and who is quoted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.answering.conftest import ask, shown

if TYPE_CHECKING:
    from bot.answering.claims.index import Index

TALKS = {"willing-to-negotiate-leaders", "ready-to-negotiate-mujahid", "always-negotiations-mujahid"}
WAR = {"open-war-asif"}


@pytest.mark.parametrize(
    ("question", "claims"),
    [
        ("What is Pakistan's position?", WAR),
        ("What is the Taliban's position?", TALKS),
        ("what does islamabad want", WAR),
        ("what do the taliban want now?", TALKS),
        ("Pakistan's stance: war or no war?", WAR),
        ("What line is Islamabad taking towards the Taliban government at the moment?", WAR),
        ("taliban's line, talking or fighting", TALKS),
        ("what does mujahid want", TALKS - {"willing-to-negotiate-leaders"}),
        ("What does each side want?", TALKS | WAR),
        ("Compare Asif's position with the Taliban's", TALKS | WAR),
        ("Compare Mujahid's position with Pakistan's", WAR | TALKS - {"willing-to-negotiate-leaders"}),
        ("Compare Mujahid's position with Asif's", WAR | TALKS - {"willing-to-negotiate-leaders"}),
        ("who wants war and who wants talks", TALKS | WAR),
        ("one side wants war, the other wants talks?", TALKS | WAR),
        ("What did Asif say, and how did the Taliban reply?", WAR | TALKS - {"willing-to-negotiate-leaders"}),
        (
            "what did asif say and what did mujahid say after that",
            WAR | TALKS - {"willing-to-negotiate-leaders"},
        ),
        (
            "How does what Asif says differ from what Mujahid says?",
            WAR | TALKS - {"willing-to-negotiate-leaders"},
        ),
        ("One man talks of open war, the other of negotiations. Who is who?", TALKS | WAR),
    ],
)
def test_where_a_side_stands_is_what_it_says_of_its_own_doing(
    war: Index, question: str, claims: set[str]
) -> None:
    assert shown(ask(war, question)) == claims


@pytest.mark.parametrize(
    "question",
    [
        "who wants war",
        "does pakistan stand a chance",
        "what is your position",
        "what does india want",
        "What is Pakistan's position on talks?",
    ],
)
def test_what_nobody_says_of_themselves_is_no_stance(war: Index, question: str) -> None:
    assert not shown(ask(war, question))


@pytest.mark.parametrize(
    "question",
    [
        "does the emirate buy Islamabad's body count",
        "has the Taliban camp called the Pakistani version false",
        "how did the emirate react to the body count Islamabad gave",
        "how does the Taliban's man answer the generals' tally",
        "are pakistan's claims accepted by the taliban",
        "what does the Kabul spokesman make of the other side's numbers",
        "what does mujahid think of pakistan's claims",
        "what does Mujahid say about Pakistan's claims",
        "what did the Taliban spokesperson say about the Pakistani claims",
        "did mujahid deny what chaudhary said",
        "has mujahid verified what the pakistani army says",
    ],
)
def test_what_one_side_makes_of_the_others_count_is_what_it_says_of_it(war: Index, question: str) -> None:
    reply = ask(war, question)
    assert (reply.outcome, shown(reply)) == ("answer", {"rejects-mujahid"})


@pytest.mark.parametrize(
    "question",
    [
        "does Pakistan accept the Taliban's numbers?",
        "did pakistan respond to mujahid's claims",
        "does asif accept mujahid's version",
        "what does pakistan say about mujahid's claims",
    ],
)
def test_who_says_nothing_of_the_others_count_is_not_given_the_others_word(war: Index, question: str) -> None:
    assert ask(war, question).outcome == "abstention"


@pytest.mark.parametrize(
    ("question", "claims"),
    [
        (
            "is Pakistan's claim of Afghan losses verified?",
            {"not-verified-al-jazeera", "afghan-losses-chaudhary"},
        ),
        (
            "are the taliban claims about pakistani losses true",
            {"not-verified-al-jazeera", "pakistani-losses-mujahid"},
        ),
        ("who is lying about the numbers, pakistan or the taliban", {"not-verified-al-jazeera"}),
        (
            "who is lying about afghan losses, the general or mujahid",
            {"not-verified-al-jazeera", "afghan-losses-chaudhary", "afghan-losses-mujahid"},
        ),
        ("why should i believe mujahid's numbers", {"not-verified-al-jazeera"}),
        ("how much trust should readers put in these tolls", {"not-verified-al-jazeera"}),
    ],
)
def test_whether_a_count_is_true_gets_the_caveat(war: Index, question: str, claims: set[str]) -> None:
    assert shown(ask(war, question)) == claims


@pytest.mark.parametrize(
    "question",
    [
        "give me a summary",
        "What happened?",
        "what is going on between pakistan and afghanistan",
        "What's going on between Afghanistan and Pakistan, just the main points?",
        "explain this war",
    ],
)
def test_what_is_going_on_is_what_the_briefing_reports_in_its_own_voice(war: Index, question: str) -> None:
    assert shown(ask(war, question)) == {
        "strikes-27-february",
        "weekend-air-strikes",
        "heavy-casualties-both",
    }


@pytest.mark.parametrize(
    ("question", "claims"),
    [
        ("which Pakistani officials are quoted?", {"open-war-asif", "afghan-losses-chaudhary"}),
        ("which Afghan officials are quoted?", {"ready-to-negotiate-mujahid"}),
        (
            "Name the two spokesmen, one for each side.",
            {"afghan-losses-chaudhary", "ready-to-negotiate-mujahid"},
        ),
        (
            "who are the people quoted",
            {"open-war-asif", "afghan-losses-chaudhary", "ready-to-negotiate-mujahid"},
        ),
    ],
)
def test_who_is_quoted(war: Index, question: str, claims: set[str]) -> None:
    assert shown(ask(war, question)) == claims


@pytest.mark.parametrize("party", ["TTP", "Pakistan", "Afghanistan"])
def test_nobody_is_said_to_head_what_no_claim_gives_a_head(war: Index, party: str) -> None:
    assert ask(war, f"who is the head of {party}").outcome == "abstention"


def test_what_each_side_says_is_told_of_both(war: Index) -> None:
    assert shown(ask(war, "what does pakistan say")) == {
        "sheltering-alleged",
        "afghan-losses-chaudhary",
        "open-war-asif",
        "pakistani-losses-chaudhary",
    }
    assert "pakistani-losses-mujahid" in shown(ask(war, "what does the taliban say"))


@pytest.mark.parametrize(
    ("question", "claims"),
    [
        ("how many pakistani soldiers were wounded, not killed", {"pakistani-losses-chaudhary"}),
        (
            "how many afghan troops are wounded according to kabul itself, not pakistan",
            {"afghan-losses-mujahid"},
        ),
        ("how many afghan troops are wounded according to pakistan, not kabul", {"afghan-losses-chaudhary"}),
        ("ordinary people hurt, not troops", {"afghan-losses-mujahid", "civilian-losses-government"}),
        (
            "what did the afghan government itself announce, not mujahid",
            {"sheltering-denied", "willing-to-negotiate-leaders", "civilian-losses-government"},
        ),
        (
            "what did pakistan itself announce, not asif",
            {"sheltering-alleged", "afghan-losses-chaudhary", "pakistani-losses-chaudhary"},
        ),
        (
            "what did pakistan itself announce, not chaudhary",
            {"sheltering-alleged", "open-war-asif"},
        ),
    ],
)
def test_what_is_named_only_as_not_meant_is_left_out(war: Index, question: str, claims: set[str]) -> None:
    assert shown(ask(war, question)) == claims


@pytest.mark.parametrize(
    ("question", "outcome", "claim"),
    [
        ("why does pakistan say it hasn't lost a single soldier", "premise", "pakistani-losses-chaudhary"),
        ("How come Pakistan won't admit a single soldier died?", "premise", "pakistani-losses-chaudhary"),
        ("How can Mujahid say that not one Afghan soldier was killed?", "premise", "afghan-losses-mujahid"),
        ("how come al jazeera verified the 55 dead but not the 12", "premise", "not-verified-al-jazeera"),
        ("why couldn't al jazeera verify the figures", "answer", "not-verified-al-jazeera"),
        ("Kabul was hit on Thursday or on the 27th? Which one is it", "answer", "strikes-27-february"),
        ("How many places were hit on Friday?", "answer", "strikes-friday-mujahid"),
        ("What kind of operations does Pakistan's military speak of?", "answer", "afghan-losses-chaudhary"),
        ("In which part of the country are Khost and Paktika?", "answer", "civilian-losses-government"),
        ("Why has the fighting on the border ended?", "premise", "border-fighting"),
        ("My cousin is in the Pakistani army. How many were killed?", "answer", "pakistani-losses-chaudhary"),
    ],
)
def test_questions_once_misread(war: Index, question: str, outcome: str, claim: str) -> None:
    reply = ask(war, question)
    assert reply.outcome == outcome
    assert claim in shown(reply)


@pytest.mark.parametrize(
    "question",
    [
        "what kind of jets did pakistan use",
        "why did mujahid say it's not true",
        "how many cities does afghanistan have",
    ],
)
def test_what_is_asked_like_a_claim_and_is_not_in_it(war: Index, question: str) -> None:
    assert ask(war, question).outcome == "abstention"


@pytest.mark.parametrize(
    ("question", "claims"),
    [
        (
            "did the talks offer come before or after the open war post",
            {"willing-to-negotiate-leaders", "ready-to-negotiate-mujahid", *WAR},
        ),
        (
            "Did Asif's declaration come before or after the Taliban's offer?",
            {"willing-to-negotiate-leaders", "ready-to-negotiate-mujahid", *WAR},
        ),
        (
            "which came first, the drones or the strikes on khost",
            {"drone-attacks-mujahid"},  # its sentence tells of both
        ),
        ("WHICH CAME FIRST, THE DRONES OR THE STRIKES ON KHOST", {"drone-attacks-mujahid"}),
        ("did civilians die before or after friday", {"civilian-losses-government"}),
    ],
)
def test_which_of_two_came_first_is_told_by_both(war: Index, question: str, claims: set[str]) -> None:
    assert shown(ask(war, question)) == claims


@pytest.mark.parametrize(
    "question",
    [
        "When did the Taliban declare open war?",
        "Where did Mujahid announce open war?",
        "Why did Afghanistan's defence minister declare open war?",
        "Did Afghanistan's defence minister declare war?",
    ],
)
def test_who_did_not_announce_it_is_corrected_whatever_is_asked_of_it(war: Index, question: str) -> None:
    reply = ask(war, question)
    assert (reply.outcome, shown(reply) >= WAR) == ("premise", True)


@pytest.mark.parametrize(
    ("question", "claims"),
    [
        (
            "Compare what Pakistan says about its own dead with what the Taliban say.",
            {"pakistani-losses-chaudhary", "pakistani-losses-mujahid", "not-verified-al-jazeera"},
        ),
        (
            "Compare what the Taliban say about their own dead with what Pakistan says.",
            {
                "afghan-losses-mujahid",
                "afghan-losses-chaudhary",
                "civilian-losses-government",
                "not-verified-al-jazeera",
            },
        ),
        (
            "Who speaks for Pakistan's military, and who for the Taliban government?",
            {"afghan-losses-chaudhary", "ready-to-negotiate-mujahid"},
        ),
        ("is it all-out war now, if you ask the minister in Islamabad", WAR),
        (
            "my grandparents live in khost, was it hit",
            {"strikes-friday-mujahid", "civilian-losses-government"},
        ),
        ("What is Mujahid's job?", {"ready-to-negotiate-mujahid"}),
        ("what is asif's role", WAR),
        ("so is this a full war or what", WAR),
        ("are pakistan and afghanistan at war", WAR),
        (
            "why is afghanistan at war with pakistan",
            {"retaliation-26-february", "weekend-air-strikes", "sheltering-alleged"},
        ),
        (
            "Can I post the 274 figure as a confirmed fact?",
            {"not-verified-al-jazeera", "afghan-losses-chaudhary"},
        ),
    ],
)
def test_who_and_where_is_meant(war: Index, question: str, claims: set[str]) -> None:
    assert shown(ask(war, question)) == claims


@pytest.mark.parametrize(
    "question", ["since when is mujahid the spokesman", "Which groups did the dead fighters belong to?"]
)
def test_what_no_claim_says_of_people(war: Index, question: str) -> None:
    assert ask(war, question).outcome == "abstention"


@pytest.mark.parametrize(
    ("question", "claim"),
    [
        ("was it all from the sky or on land as well", "afghan-losses-chaudhary"),
        ("did pakistan only use planes or also ground operations?", "afghan-losses-chaudhary"),
        ("hw many bodys do the afgans hav", "pakistani-losses-mujahid"),
        ("can i trust these casualty numbers or are you inventing them", "not-verified-al-jazeera"),
        ("27 pakistani soldiers... killed or wounded?", "pakistani-losses-chaudhary"),
        ("22 afghan soldiers... killed or wounded?", "afghan-losses-mujahid"),
        ("How did Afghanistan react to the air strikes of last weekend?", "retaliation-26-february"),
        ("Which two cities does the Afghan government name in its report?", "civilian-losses-government"),
    ],
)
def test_one_claim_is_the_answer(war: Index, question: str, claim: str) -> None:
    reply = ask(war, question)
    assert (reply.outcome, shown(reply)) == ("answer", {claim})


@pytest.mark.parametrize(
    "question",
    [
        "how come al jazeera verified the taliban's numbers but not pakistan's",
        "how come al jazeera verified pakistan's numbers but not the taliban's",
    ],
)
def test_whom_nobody_verified_is_verified_for_neither(war: Index, question: str) -> None:
    reply = ask(war, question)
    assert (reply.outcome, shown(reply)) == ("premise", {"not-verified-al-jazeera"})


@pytest.mark.parametrize("side", ["Pakistan", "the Afghan side"])
def test_what_both_reported_was_reported_by_each(war: Index, side: str) -> None:
    for question in (f"Did {side} report heavy losses?", f"did only {side} report heavy casualties"):
        assert shown(ask(war, question)) == {"heavy-casualties-both"}


@pytest.mark.parametrize(
    ("question", "claims"),
    [
        (
            "Did the weekend air strikes come before the Afghan attacks along the border?",
            {"weekend-air-strikes"},
        ),
        ("Did Pakistan's air strikes come before Afghanistan's retaliation?", {"weekend-air-strikes"}),
        ("Were the drone attacks before or after the strikes on Kabul?", {"drone-attacks-mujahid"}),
    ],
)
def test_a_sentence_that_tells_of_both_says_which_came_first(
    war: Index, question: str, claims: set[str]
) -> None:
    assert shown(ask(war, question)) == claims


@pytest.mark.parametrize(
    ("question", "claim", "other"),
    [
        (
            "Which figures come from the Afghan government rather than from Mujahid?",
            "civilian-losses-government",
            "",
        ),
        (
            "what numbers did the afghan government give",
            "civilian-losses-government",
            "afghan-losses-mujahid",
        ),
        ("how many were wounded rather than killed on the Afghan side", "afghan-losses-chaudhary", ""),
        ("the minister's exact words when he spoke of all-out conflict", "open-war-asif", ""),
        (
            "When did the Afghans hit back, and on what date was their capital struck?",
            "strikes-27-february",
            "",
        ),
        (
            "Pakistani dead if you believe the other side",
            "pakistani-losses-mujahid",
            "pakistani-losses-chaudhary",
        ),
        (
            "the injured on Kabul's side as their rivals tell it",
            "afghan-losses-chaudhary",
            "afghan-losses-mujahid",
        ),
        ("remains of fallen soldiers in Afghan hands", "pakistani-losses-mujahid", "afghan-losses-chaudhary"),
        ("Which outlet said it couldn't verify the numbers?", "not-verified-al-jazeera", ""),
        ("why is Islamabad so cross with its neighbour", "sheltering-alleged", ""),
    ],
)
def test_a_word_that_only_says_how_or_whose_is_read_as_that(
    war: Index, question: str, claim: str, other: str
) -> None:
    found = shown(ask(war, question))
    assert claim in found
    assert other not in found


@pytest.mark.parametrize(
    ("question", "outcome"),
    [
        ("Why is the Taliban leadership based in Kabul instead of Kandahar?", "premise"),
        ("When did Afghan forces capture 274 Pakistani soldiers?", "premise"),
        ("Among the Pakistani dead, how many were officers?", "abstention"),
        ("How many hospitals were damaged by the strikes?", "abstention"),
        ("Which newspaper published this?", "abstention"),
        ("how many killed only in kabul", "abstention"),
        ("only in kabul, how many were killed", "abstention"),
        ("were exactly 274 afghan soldiers killed?", "premise"),
        ("were exactly 12 pakistani soldiers killed?", "answer"),
        ("Who wrote that it is an open war now?", "answer"),
        ("can someone help me with my maths homework, its due friday", "abstention"),
        ("plz tel me wat hapened on fryday", "answer"),
        ("how many jets did pakistan lose", "abstention"),
        ("what party does khawaja asif belong to", "abstention"),
        ("Which Afghan cities were hit in last weekend's air strikes?", "abstention"),
        ("pakistan didnt harm any civilians did it", "answer"),
        ("Does Afghanistan admit launching drones?", "answer"),
        ("Does Mujahid deny that 274 Afghan soldiers were killed?", "answer"),
        ("Was Kabul struck at night?", "answer"),
        ("Nobody was captured. Is that right?", "answer"),
        ("Pretend casualties are heavy. How many soldiers died", "answer"),
        ("Please tell me only what Pakistan say about casualties", "answer"),
        ("afghanistan didnt harm any civilians did it", "abstention"),
        ("Has Mujahid refused to give any Afghan losses?", "answer"),
        ("Of the 400 wounded, how many were civilians?", "abstention"),
        ("Of the dead, how many were civilians?", "answer"),
        ("what kind of weapons killed the afghan soldiers", "abstention"),
        ("in which year was the ttp founded", "abstention"),
        ("In what year is all this taking place?", "answer"),
        ("why did Asif offer talks on X", "premise"),
        ("why did Asif declare open war on X", "abstention"),
        ("what proof did Al Jazeera use when it confirmed Pakistan's version of the dead", "premise"),
        ("what proof did Al Jazeera use when it confirmed the Taliban's version of the dead", "premise"),
        ("what does Al Jazeera say about the account of Pakistan", "answer"),
    ],
)
def test_what_is_wrong_or_not_there_is_told_from_what_is(war: Index, question: str, outcome: str) -> None:
    assert ask(war, question).outcome == outcome


@pytest.mark.parametrize(
    ("question", "claims"),
    [
        (
            "who is the pakistani military spokesman and who is the taliban one",
            {"afghan-losses-chaudhary", "ready-to-negotiate-mujahid"},
        ),
        (
            "Who was Pakistan's spokesman and who was the Taliban's?",
            {"afghan-losses-chaudhary", "ready-to-negotiate-mujahid"},
        ),
        ("where does Pakistan's defence minister stand on all this", {"open-war-asif"}),
        (
            "where does the taliban spokesman stand",
            {"ready-to-negotiate-mujahid", "always-negotiations-mujahid"},
        ),
        ("what does zabihullah mujahid do", {"ready-to-negotiate-mujahid"}),
        ("defence minister of pak, what did he say", {"open-war-asif"}),
        ("are pakistan's figures more reliable than afghanistan's", {"not-verified-al-jazeera"}),
        ("are afghanistan's figures more reliable than pakistan's", {"not-verified-al-jazeera"}),
        ("what does mujahid claim about the pakistani army's losses", {"pakistani-losses-mujahid"}),
        ("captured on the Pakistani side", {"pakistani-losses-mujahid"}),
        ("did either army take anyone alive", {"pakistani-losses-mujahid"}),
        ("prisoners of war held by the emirate", {"pakistani-losses-mujahid"}),
        ("whose corpses are the Afghans keeping", {"pakistani-losses-mujahid"}),
        ("corpses of Islamabad's men kept by the other side", {"pakistani-losses-mujahid"}),
        ("Pakistan's losses as counted by the Taliban?", {"pakistani-losses-mujahid"}),
        ("How many are listed as wounded by the Taliban on their own side?", {"afghan-losses-mujahid"}),
        ("who disputed the general's numbers", {"rejects-mujahid"}),
        ("Kabul's answer to last weekend's raids", {"retaliation-26-february"}),
        ("What is Islamabad's position on the Pakistani Taliban?", {"sheltering-alleged"}),
        ("what are Pakistan's claims about the Pakistani Taliban", {"sheltering-alleged"}),
        ("what are Afghanistan's claims about the Pakistani Taliban", {"sheltering-denied"}),
        ("what is kabul's position on the pakistani taliban", {"sheltering-denied"}),
        ("how does pakistan's government describe the conflict now", {"open-war-asif"}),
        (
            "how does the taliban government describe the conflict",
            {"willing-to-negotiate-leaders", "ready-to-negotiate-mujahid", "always-negotiations-mujahid"},
        ),
        ("What did Taliban leaders say after the bombing of the cities?", {"willing-to-negotiate-leaders"}),
        ("has Islamabad formally said it's at war", {"open-war-asif"}),
        (
            "Which officials are named in the story?",
            {"open-war-asif", "afghan-losses-chaudhary", "ready-to-negotiate-mujahid"},
        ),
        (
            "what's been happening along the border",
            {"border-fighting", "retaliation-26-february", "drone-attacks-mujahid"},
        ),
        (
            "dont give me pakistans version again. what does KABUL say about the dead civilians",
            {"civilian-losses-government"},
        ),
        ("who got killed and who got wounded in Khost", {"civilian-losses-government"}),
        (
            "what numbers does mujahid give for his own side",
            {"afghan-losses-mujahid", "not-verified-al-jazeera"},
        ),
        (
            "what numbers does chaudhary give for his own side",
            {"pakistani-losses-chaudhary", "not-verified-al-jazeera"},
        ),
        (
            "what figures does the pakistani army give for its own side",
            {"pakistani-losses-chaudhary", "not-verified-al-jazeera"},
        ),
        ("ordinary folks hurt by the raids", {"afghan-losses-mujahid", "civilian-losses-government"}),
        ("Is it true that nobody was captured?", {"pakistani-losses-mujahid"}),
        ("did the emirate's men take anybody alive", {"pakistani-losses-mujahid"}),
        ("so is it only pakistan that reported losses", {"heavy-casualties-both"}),
        ("did only afghanistan report losses", {"heavy-casualties-both"}),
        (
            "My cousin is in Paktia. Anything on that?",
            {"strikes-thursday-night-mujahid", "strikes-friday-mujahid"},
        ),
        ("how much can i trust these casualty numbers tbh", {"not-verified-al-jazeera"}),
        ("has al jazera chekd teh numbers", {"not-verified-al-jazeera"}),
        ("what does Pakistan say about the war", {"open-war-asif"}),
        (
            "what does Afghanistan say about the war",
            {"willing-to-negotiate-leaders", "ready-to-negotiate-mujahid", "always-negotiations-mujahid"},
        ),
        ("is it calm on the frontier at the moment?", {"border-fighting"}),
        ("who speaks to reporters on behalf of the emirate", {"ready-to-negotiate-mujahid"}),
        ("Should I believe Pakistan's count more than Afghanistan's?", {"not-verified-al-jazeera"}),
        ("which of the two death counts is the true one", {"not-verified-al-jazeera"}),
        ("enemy losses as Islamabad's generals tell it", {"afghan-losses-chaudhary"}),
        (
            "What kind of operations does Pakistan's military say killed the Afghan soldiers?",
            {"afghan-losses-chaudhary"},
        ),
    ],
)
def test_a_side_or_an_office_is_read_as_whose_it_is(war: Index, question: str, claims: set[str]) -> None:
    assert shown(ask(war, question)) == claims


def test_who_asks_of_now_is_told_until_when_there_is_anything(war: Index) -> None:
    found = ask(war, "is kabul being bombed right now")
    assert shown(found) == {"strikes-27-february"}
    assert found.remark is not None
    assert ask(war, "was kabul bombed").remark is None


def test_of_two_measures_joined_the_wider_is_counted(war: Index) -> None:
    found = shown(ask(war, "list every number about wounded or injured people"))
    assert found >= {"afghan-losses-chaudhary", "pakistani-losses-chaudhary", "civilian-losses-government"}


@pytest.mark.parametrize(
    ("question", "claims"),
    [
        ("does the pak government want peace or war, going by what their minister posted", WAR),
        ("do the taliban want peace or war", TALKS),
        ("what do the taliban want now, more fighting?", TALKS),
        ("what does pakistan want now, more raids?", WAR),
        ("does the defence minister treat this as a limited operation or as something bigger?", WAR),
        ("does mujahid treat this as a limited operation or as something bigger?", set()),
    ],
)
def test_a_choice_or_a_guess_is_answered_by_what_the_side_says_itself(
    war: Index, question: str, claims: set[str]
) -> None:
    assert shown(ask(war, question)) == claims


@pytest.mark.parametrize(
    ("briefing", "question", "claims"),
    [
        ("war", "Did the emirate call the army's statement a lie?", {"rejects-mujahid"}),
        ("war", "Did Kabul call Pakistan's statement a lie?", {"rejects-mujahid"}),
        ("war", "How does the Afghan side react to Chaudhary's casualty account?", {"rejects-mujahid"}),
        ("war", "has Pakistan called the Taliban's numbers fake", {"not-verified-al-jazeera"}),
        ("war", "How does the Pakistani side react to Mujahid's casualty account?", set()),
        ("orla", "Did Belmar call Holt's statement a lie?", {"rejects-lund"}),
        ("orla", "How does Belmar react to Holt's casualty account?", {"rejects-lund"}),
        ("orla", "How does Arden react to Lund's casualty account?", set()),
    ],
)
def test_only_who_rejected_the_others_claims_is_said_to(
    briefings: dict[str, Index], briefing: str, question: str, claims: set[str]
) -> None:
    assert shown(ask(briefings[briefing], question)) == claims
