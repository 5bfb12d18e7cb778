"""What people ask in the middle of an argument: of themselves, of each other, and in scorn."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.answering.conftest import ask, countered, shown, slots

if TYPE_CHECKING:
    from bot.answering.claims.index import Index


@pytest.mark.parametrize(
    "told",
    [
        "22 years in uniform so I'll ask it plainly:",
        "i'm 19 and even i know this:",
        "im 12 and i want to know",
    ],
)
@pytest.mark.parametrize(
    ("side", "claims"),
    [
        ("Pakistani", {"pakistani-losses-chaudhary", "rejects-mujahid", "pakistani-losses-mujahid"}),
        ("Afghan", {"afghan-losses-chaudhary", "rejects-mujahid", "afghan-losses-mujahid"}),
    ],
)
def test_a_number_of_the_askers_is_none_that_is_asked_for(
    war: Index, told: str, side: str, claims: set[str]
) -> None:
    reply = ask(war, f"{told} how many {side} soldiers were wounded?")
    assert reply.outcome == "answer"
    assert shown(reply) & {f"{side.lower()}-losses-chaudhary", f"{side.lower()}-losses-mujahid"}
    assert shown(reply) <= claims


@pytest.mark.parametrize(
    ("question", "numbers"),
    [
        ("i'm 40, how many died", []),
        ("of 274 killed how many were fighters", ["274"]),
        ("of the 55, how many were captured", ["55"]),
        ("274 Afghan soldiers, how many were wounded", ["274"]),
        ("how many of the 55 were captured", ["55"]),
    ],
)
def test_a_number_that_some_are_part_of_is_kept(war: Index, question: str, numbers: list[str]) -> None:
    assert [value for _, value in slots(war, question, "number")] == numbers


@pytest.mark.parametrize(
    "asked", ["didn't {} only hit military targets", "Did {} hit only military targets?"]
)
def test_what_one_only_hit_is_answered_with_all_that_they_hit(war: Index, asked: str) -> None:
    pakistan, afghanistan = (shown(ask(war, asked.format(who))) for who in ("Pakistan", "Afghanistan"))
    assert pakistan > {"weekend-air-strikes", "strikes-27-february"}
    assert afghanistan == {"drone-attacks-mujahid", "retaliation-26-february"}


@pytest.mark.parametrize(
    "who", ["soldiers", "civilians", "Afghans", "Pakistanis", "Afghan soldiers", "Pakistani soldiers"]
)
def test_whether_only_some_were_killed_is_answered_with_all_who_were(war: Index, who: str) -> None:
    assert shown(ask(war, f"Were only {who} killed?")) == {
        "afghan-losses-chaudhary",
        "afghan-losses-mujahid",
        "pakistani-losses-chaudhary",
        "pakistani-losses-mujahid",
        "civilian-losses-government",
    }


def test_whether_only_one_side_lost_soldiers_is_answered_with_both(war: Index) -> None:
    asked = [shown(ask(war, f"Did only {who} lose soldiers?")) for who in ("Afghanistan", "Pakistan")]
    assert asked[0] == asked[1] > {"afghan-losses-mujahid", "pakistani-losses-mujahid"}


@pytest.mark.parametrize(("who", "side"), [("Afghanistan", "pakistani"), ("Pakistan", "afghan")])
def test_whether_one_killed_only_soldiers_is_answered_with_all_whom_they_killed(
    war: Index, who: str, side: str
) -> None:
    found = shown(ask(war, f"Did {who} kill only soldiers?"))
    assert found >= {f"{side}-losses-chaudhary", f"{side}-losses-mujahid"}


def test_only_those_that_are_wanted_are_shown_where_nobody_asks_whether(war: Index) -> None:
    assert shown(ask(war, "How many civilians were killed, only civilians?")) == {
        "civilian-losses-government"
    }


@pytest.mark.parametrize(
    ("question", "about"),
    [
        ("is {} a clown?", "clown"),
        ("is {} an idiot", "idiot"),
        ("isn't {} such a moron", "moron"),
        ("is {} stupid", "stupid"),
    ],
)
@pytest.mark.parametrize("person", ["Asif", "Mujahid", "Chaudhary", "Pakistan", "Afghanistan"])
def test_what_somebody_is_called_is_not_answered_by_what_they_said(
    war: Index, question: str, about: str, person: str
) -> None:
    reply = ask(war, question.format(person))
    assert (reply.outcome, reply.about) == ("abstention", about)


@pytest.mark.parametrize("question", ["is Asif the defence minister", "who is Asif", "is Asif a minister"])
def test_what_office_somebody_holds_is_answered(war: Index, question: str) -> None:
    assert shown(ask(war, question)) == {"open-war-asif"}


@pytest.mark.parametrize(
    ("question", "claims"),
    [
        (
            "Why did defence minister Chaudhary declare an open war?",
            {"open-war-asif", "afghan-losses-chaudhary"},
        ),
        ("what did defence minister Mujahid say", {"open-war-asif", "ready-to-negotiate-mujahid"}),
        ("what did military spokesperson Asif say", {"open-war-asif", "afghan-losses-chaudhary"}),
    ],
)
def test_an_office_that_another_holds_is_corrected(war: Index, question: str, claims: set[str]) -> None:
    reply = ask(war, question)
    assert reply.outcome == "premise"
    assert {one.claim.id for one in reply.claims if one.role == "correction"} == claims


@pytest.mark.parametrize(
    ("question", "claim"),
    [
        ("Do both sides say 12 soldiers were killed?", "pakistani-losses-chaudhary"),
        ("Do both sides agree that many Pakistani soldiers were captured?", "pakistani-losses-mujahid"),
        ("Do both sides agree that 19 civilians were killed?", "civilian-losses-government"),
        ("Do both sides agree that Pakistan struck first?", "weekend-air-strikes"),
        ("Do both sides agree that Afghanistan struck first?", "weekend-air-strikes"),
        ("Do both sides agree that 55 Pakistani soldiers were killed?", "pakistani-losses-mujahid"),
        ("Do both sides agree that 12 Pakistani soldiers were killed?", "pakistani-losses-chaudhary"),
        ("Do both sides agree that 13 Afghan soldiers were killed?", "afghan-losses-mujahid"),
        ("do both sides agree on 274", "afghan-losses-chaudhary"),
    ],
)
def test_what_one_side_says_is_not_agreed_by_both(war: Index, question: str, claim: str) -> None:
    reply = ask(war, question)
    assert reply.outcome == "premise"
    assert reply.about is not None
    assert reply.about.casefold().startswith("both sides ")
    assert [one.claim.id for one in reply.claims if one.role == "correction"] == [claim]


def test_what_is_alleged_and_denied_is_not_agreed(war: Index) -> None:
    reply = ask(war, "Do both sides agree that Afghanistan sheltered militants?")
    assert (reply.outcome, reply.about) == ("premise", "both sides agree")
    assert shown(reply) == {"sheltering-alleged", "sheltering-denied"}
    assert ask(war, "Do both sides report heavy casualties?").outcome == "answer"


@pytest.mark.parametrize(
    "question",
    [
        "Did {} later correct the {}?",
        "did {} ever walk back the {}",
        "has {} retracted the {}",
    ],
)
@pytest.mark.parametrize(("person", "number"), [("Mujahid", 55), ("Chaudhary", 12)])
def test_whether_a_number_was_taken_back_the_briefing_does_not_say(
    war: Index, question: str, person: str, number: int
) -> None:
    assert ask(war, question.format(person, number)).outcome == "abstention"


def test_why_one_side_attacked_is_what_it_alleges_and_what_came_before(war: Index) -> None:
    reply = ask(war, "Why did Pakistan attack Afghanistan?")
    assert shown(reply) == {"sheltering-alleged", "strikes-thursday-night-mujahid"}
    assert "sheltering-denied" in countered(reply)


def test_why_the_other_attacked_is_what_it_answered_to(war: Index) -> None:
    assert shown(ask(war, "Why did Afghanistan attack Pakistan?")) == {"retaliation-26-february"}


@pytest.mark.parametrize(
    ("question", "claim"),
    [
        ("why did Pakistan strike Kabul", "strikes-thursday-night-mujahid"),
        ("Why did Pakistan hit Khost on Friday?", "strikes-friday-mujahid"),
        ("Why did Afghanistan attack along the border on February 26?", "retaliation-26-february"),
    ],
)
def test_why_one_deed_was_done_is_what_the_source_has_before_it(
    war: Index, question: str, claim: str
) -> None:
    assert shown(ask(war, question)) == {claim}


@pytest.mark.parametrize(
    "question",
    [
        "does {} say why it attacked",
        "Why does {} say it attacked?",
        "What reason does {} give for attacking its neighbour?",
    ],
)
@pytest.mark.parametrize("side", ["Pakistan", "Afghanistan"])
def test_neither_side_gives_a_reason_of_its_own(war: Index, question: str, side: str) -> None:
    assert ask(war, question.format(side)).outcome == "abstention"


@pytest.mark.parametrize(
    "question",
    [
        "Why did Pakistan strike Afghanistan last weekend?",
        "Why did Pakistan declare open war?",
        "Why did Afghanistan launch drones?",
    ],
)
def test_a_deed_that_nothing_is_told_before_has_no_reason(war: Index, question: str) -> None:
    assert ask(war, question).outcome == "abstention"


def test_a_reason_that_is_only_alleged_is_answered_with_the_allegation(war: Index) -> None:
    reply = ask(war, "Did Pakistan attack because Afghanistan sheltered militants?")
    assert (reply.outcome, shown(reply)) == ("answer", {"sheltering-alleged"})
    assert ask(war, "Did Afghanistan attack because Pakistan bombed it?").outcome == "answer"


@pytest.mark.parametrize(
    "question",
    [
        "Did Afghanistan attack on February 27?",
        "Did Afghanistan attack on Friday?",
        "Did Pakistan attack on February 25?",
    ],
)
def test_that_one_side_attacked_on_a_day_says_nothing_of_the_other(war: Index, question: str) -> None:
    assert ask(war, question).outcome == "abstention"


def test_a_deed_of_one_side_alone_is_corrected_by_its_day(war: Index) -> None:
    reply = ask(war, "Did Afghanistan retaliate on February 27?")
    assert reply.outcome == "premise"
    assert shown(reply) == {"retaliation-26-february"}


@pytest.mark.parametrize("verb", ["take", "capture", "seize", "hold"])
def test_how_many_one_took_is_how_many_were_captured(war: Index, verb: str) -> None:
    taken = ask(war, f"how many soldiers did Afghanistan {verb}")
    assert [one.claim.id for one in taken.claims if one.role == "answer"] == ["pakistani-losses-mujahid"]
    reply = ask(war, f"how many soldiers did Pakistan {verb}")
    assert (reply.outcome, reply.reason) == ("abstention", "no_figure")


@pytest.mark.parametrize(
    ("person", "claims"),
    [
        ("Asif", set()),
        ("Al Jazeera", set()),
        ("Mujahid", {"not-verified-al-jazeera"}),
        ("Chaudhary", {"not-verified-al-jazeera"}),
        ("Pakistan", {"not-verified-al-jazeera"}),
        ("Afghanistan", {"not-verified-al-jazeera"}),
    ],
)
@pytest.mark.parametrize("question", ["Did {} lie?", "is {} lying"])
def test_only_who_gave_figures_is_asked_to_lie_about_them(
    war: Index, question: str, person: str, claims: set[str]
) -> None:
    assert shown(ask(war, question.format(person))) == claims


@pytest.mark.parametrize("ends", ["True?", "Is that true?", "True or false?"])
def test_whether_a_deed_is_true_is_asked_of_the_deed(war: Index, ends: str) -> None:
    assert ask(war, f"I heard Pakistan bombed Khost on Thursday. {ends}").outcome == "abstention"
    friday = ask(war, f"I heard Pakistan bombed Khost on Friday. {ends}")
    assert "strikes-friday-mujahid" in shown(friday)
    assert ask(war, f"Afghanistan bombed Khost. {ends}").outcome == "premise"


@pytest.mark.parametrize("names", ["I need the names.", "Names please."])
def test_names_that_another_sentence_wants_are_wanted_of_what_is_asked(war: Index, names: str) -> None:
    assert ask(war, f"Which bases in Pakistan were attacked? {names}").outcome == "abstention"
    assert "strikes-27-february" in shown(ask(war, f"Which cities did Pakistan hit? {names}"))


@pytest.mark.parametrize(
    "question",
    [
        "were any taliban leaders killed",
        "was anyone from the taliban leadership killed in the bombing",
        "were members of the taliban leadership killed",
    ],
)
def test_leaders_are_not_those_who_are_counted(war: Index, question: str) -> None:
    assert ask(war, question).outcome == "abstention"


@pytest.mark.parametrize(
    ("side", "name"), [("pakistani", "pakistani-losses"), ("afghan", "afghan-losses")], ids=str
)
def test_who_is_asked_after_came_to_harm(war: Index, side: str, name: str) -> None:
    for question in (f"was anyone from the {side} army killed", f"were any {side} troops killed"):
        assert {claim for claim in shown(ask(war, question)) if claim.startswith(name)}, question


@pytest.mark.parametrize(
    ("who", "claim"), [("the emirate", "afghan-losses-mujahid"), ("pakistan", "pakistani-losses-chaudhary")]
)
def test_own_losses_conceded(war: Index, who: str, claim: str) -> None:
    assert claim in shown(ask(war, f"own losses conceded by {who}"))
    assert "open-war-asif" not in shown(ask(war, f"own losses conceded by {who}"))
    assert "ready-to-negotiate-mujahid" not in shown(ask(war, f"own losses conceded by {who}"))


def test_whether_one_says_that_the_others_figures_are_right(war: Index) -> None:
    assert shown(ask(war, "did the taliban say pakistan's figures were right")) == {"rejects-mujahid"}
    assert ask(war, "did pakistan say the taliban's figures were right").outcome == "abstention"


def test_what_the_briefing_lacks_under_words_that_it_lacks(war: Index) -> None:
    assert ask(war, "what are the terms of the ceasefire they signed on friday").outcome == "abstention"


@pytest.mark.parametrize("who", ["NATO", "China", "India"])
def test_who_is_asked_to_have_sent_troops_is_no_matter_of_losses(war: Index, who: str) -> None:
    reply = ask(war, f"did {who} send troops")
    assert (reply.outcome, reply.claims) == ("abstention", ())


def test_attacks_are_of_the_people_before_them(war: Index) -> None:
    own = ask(war, "How many civilians were killed in Pakistani attacks")
    assert (own.outcome, shown(own)) == ("answer", {"civilian-losses-government"})
    assert ask(war, "How many civilians were killed in Afghan attacks").outcome == "premise"


@pytest.mark.parametrize(
    ("whose", "claim"), [("Afghan", "afghan-losses-mujahid"), ("Pakistani", "afghan-losses-chaudhary")]
)
@pytest.mark.parametrize("count", ["count", "tally", "figures"])
def test_by_the_count_of_a_people(war: Index, whose: str, claim: str, count: str) -> None:
    assert shown(ask(war, f"How many Afghan soldiers were killed by the {whose} {count}?")) == {
        claim,
        "not-verified-al-jazeera",
    }


def test_who_is_responsible_for_deaths_did_them(war: Index) -> None:
    assert shown(ask(war, "Is Pakistan responsible for civilian deaths?")) == {"civilian-losses-government"}
    assert ask(war, "Is Afghanistan responsible for civilian deaths?").outcome == "abstention"


def test_why_the_other_side_began_it_is_corrected(war: Index) -> None:
    reply = ask(war, "Why did Afghanistan begin this round with air strikes inside Pakistan?")
    assert (reply.outcome, shown(reply)) == ("premise", {"weekend-air-strikes"})
    assert ask(war, "Why did Pakistan begin this round with air strikes?").outcome == "answer"


def test_who_answers_the_others_raids_does_the_answering(war: Index) -> None:
    reply = ask(war, "How did Afghanistan respond to Pakistan's air strikes?")
    assert (reply.outcome, shown(reply)) == ("answer", {"retaliation-26-february"})
