"""The same form of question gets the same form of reply, whichever side it names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.answering.conftest import ask, shown

if TYPE_CHECKING:
    from bot.answering.claims.index import Index


@pytest.mark.parametrize("noun", ["rats", "cockroaches", "goats", "zombies", "wolves"])
@pytest.mark.parametrize(
    "question",
    [
        "how many {side} {noun} were killed",
        "how many of those {side} {noun} got killed",
        "how many of the {side} {noun} have been wounded",
        "number of {side} {noun} that were killed",
    ],
)
def test_what_is_counted_in_words_nobody_knows_is_counted_for_neither(
    war: Index, question: str, noun: str
) -> None:
    for side in ("Afghan", "Taliban", "Pakistani"):
        reply = ask(war, question.format(side=side, noun=noun))
        assert (reply.outcome, reply.about) == ("abstention", noun)


@pytest.mark.parametrize(
    "verb", ["massacre", "slaughter", "annihilate", "exterminate", "mow down", "gun down"]
)
@pytest.mark.parametrize(
    ("doer", "harmed", "claims"),
    [
        ("Pakistan", "Afghan", ["afghan-losses-chaudhary", "afghan-losses-mujahid"]),
        ("Afghanistan", "Pakistani", ["pakistani-losses-chaudhary", "pakistani-losses-mujahid"]),
    ],
)
def test_who_kills_in_any_word_is_asked_about_deaths(
    war: Index, verb: str, doer: str, harmed: str, claims: list[str]
) -> None:
    reply = ask(war, f"Did {doer} {verb} {harmed} soldiers?")
    assert reply.outcome == "answer"
    assert [one.claim.id for one in reply.claims if one.role == "answer"] == claims


OFFERS = {
    "willing-to-negotiate-leaders",
    "ready-to-negotiate-mujahid",
    "always-negotiations-mujahid",
    "open-war-asif",
}


@pytest.mark.parametrize(
    ("question", "about", "claims"),
    [
        ("Did Mujahid declare open war?", "Mujahid declare open war", {"open-war-asif"}),
        ("Did Asif offer talks?", "Asif offer talks", OFFERS),
        ("Did Mujahid say it is open war?", "Mujahid", {"open-war-asif"}),
        ("Did Asif say they want to resolve this through negotiations?", "Asif", OFFERS),
        ('Did Mujahid say "it is an open war"?', "Mujahid", {"open-war-asif"}),
        ('Did Asif say "through negotiations"?', "Asif", {"always-negotiations-mujahid"}),
        ('Did Chaudhary say "not true"?', "Chaudhary", {"rejects-mujahid"}),
        ('Did Asif reject the claims as "not true"?', "Asif", {"rejects-mujahid"}),
        ('Who said "it is an open war between us and you", Mujahid?', "Mujahid", {"open-war-asif"}),
    ],
)
def test_who_did_not_say_it_is_corrected(war: Index, question: str, about: str, claims: set[str]) -> None:
    reply = ask(war, question)
    assert (reply.outcome, reply.about) == ("premise", about)
    assert shown(reply) == claims


@pytest.mark.parametrize(
    ("question", "claims"),
    [
        ('Who said "not true"?', {"rejects-mujahid"}),
        ('Did Mujahid say "not true"?', {"rejects-mujahid"}),
        ("Who said “now it is an open war”?", {"open-war-asif"}),
        ("Did Asif say “now it is an open war”?", {"open-war-asif"}),
    ],
)
def test_whose_words_a_quotation_is_is_looked_up(war: Index, question: str, claims: set[str]) -> None:
    reply = ask(war, question)
    assert reply.outcome == "answer"
    assert shown(reply) == claims


@pytest.mark.parametrize("question", ["Is Asif ready to negotiate?", "Is Pakistan ready to negotiate?"])
def test_what_one_is_ready_for_says_nothing_of_the_other(war: Index, question: str) -> None:
    assert ask(war, question).outcome == "abstention"


@pytest.mark.parametrize(
    "question", ["Does Pakistan deny Mujahid's figures?", "Does Chaudhary deny Mujahid's figures?"]
)
def test_that_one_denies_does_not_say_that_the_other_does_not(war: Index, question: str) -> None:
    assert ask(war, question).outcome == "abstention"


@pytest.mark.parametrize(
    "name", ["Zabihullah Chaudhary", "Asif Chaudhary", "Khawaja Mujahid", "Ahmed Sharif Mujahid"]
)
def test_a_name_put_together_of_two_is_nobody_s(war: Index, name: str) -> None:
    reply = ask(war, f"What did {name} say?")
    assert (reply.outcome, reply.about) == ("abstention", name)


@pytest.mark.parametrize("adjective", ["brutal", "barbaric", "cowardly", "evil"])
@pytest.mark.parametrize("army", ["Pakistani army", "Afghan army", "Taliban"])
def test_an_insult_beside_a_question_of_harm_changes_nothing(war: Index, army: str, adjective: str) -> None:
    plain = ask(war, f"Did the {army} kill soldiers?")
    reply = ask(war, f"Did the {adjective} {army} kill soldiers?")
    assert reply.outcome == plain.outcome == "answer"
    assert shown(reply) == shown(plain)


@pytest.mark.parametrize("so", ["Is it true that", "Is it a lie that", "Is it false that"])
@pytest.mark.parametrize(
    ("deed", "claim"),
    [
        ("Pakistan struck Kabul?", "strikes-27-february"),
        ("Afghanistan launched drone attacks?", "drone-attacks-mujahid"),
        ("Asif declared open war?", "open-war-asif"),
    ],
)
def test_whether_it_is_a_lie_is_answered_like_whether_it_is_true(
    war: Index, so: str, deed: str, claim: str
) -> None:
    reply = ask(war, f"{so} {deed}")
    assert reply.outcome == "answer"
    assert claim in shown(reply)


SIDES = {
    "Pakistan": {
        "sheltering-alleged",
        "open-war-asif",
        "afghan-losses-chaudhary",
        "pakistani-losses-chaudhary",
    },
    "Afghanistan": {
        "willing-to-negotiate-leaders",
        "sheltering-denied",
        "civilian-losses-government",
        "strikes-thursday-night-mujahid",
        "strikes-friday-mujahid",
        "drone-attacks-mujahid",
        "rejects-mujahid",
        "pakistani-losses-mujahid",
        "afghan-losses-mujahid",
    },
}


@pytest.mark.parametrize("side", sorted(SIDES))
@pytest.mark.parametrize(
    "question",
    [
        "What does {side} claim?",
        "Tell me {side}'s side",
        "What is {side}’s side of the story?",
        "What is {side}'s side?",
    ],
)
def test_of_what_a_side_claims_no_kind_is_left_out(war: Index, question: str, side: str) -> None:
    reply = ask(war, question.format(side=side))
    assert reply.outcome == "answer"
    assert shown(reply) == SIDES[side]


@pytest.mark.parametrize(
    ("side", "first"), [("Pakistan", "sheltering-alleged"), ("Afghanistan", "willing-to-negotiate-leaders")]
)
def test_what_a_party_claims_itself_comes_before_its_people(war: Index, side: str, first: str) -> None:
    assert ask(war, f"What does {side} claim?").claims[0].claim.id == first


@pytest.mark.parametrize(
    "question",
    [
        "Who is the {people} army chief?",
        "Who is {country}'s military chief?",
        "Who is the {people} military chief?",
        "Who commands the {people} army?",
        "Who is the leader of the {people} army?",
    ],
)
@pytest.mark.parametrize(("people", "country"), [("Afghan", "Afghanistan"), ("Pakistani", "Pakistan")])
def test_who_heads_an_army_is_nobody_that_a_claim_is_of(
    war: Index, question: str, people: str, country: str
) -> None:
    reply = ask(war, question.format(people=people, country=country))
    assert (reply.outcome, reply.reason) == ("abstention", "not_covered")


def test_who_speaks_for_a_side_is_still_answered(war: Index) -> None:
    assert shown(ask(war, "Who is the Taliban spokesman?")) == {"ready-to-negotiate-mujahid"}
    assert shown(ask(war, "Who is Pakistan's military spokesman?")) == {"afghan-losses-chaudhary"}
