"""What a message says of a claim that it told before: more than an aside is no part of the claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.answering.checking.messages import check

if TYPE_CHECKING:
    from bot.answering.claims.index import Index

TOLD = [
    "Mujahid said 55 Pakistani soldiers were killed.",
    "Chaudhary said 274 Afghan soldiers were killed.",
    "Pakistan alleged Afghanistan was sheltering militants.",
    "Afghanistan denied sheltering militants.",
]
REMARKS = [
    "Nobody disputes this.",
    "It has been independently verified.",
    "The figure was verified.",
    "This is confirmed.",
    "That has been proven.",
    "It’s true.",
    "It was lying.",
    "Later he took it back.",
    "He withdrew that figure on Sunday.",
    "Later he corrected it to 20.",
    "He made it up.",
    "No one else gave a figure.",
    "They were civilians.",
    "All of them were civilians.",
    "The real figure is much lower.",
    "There is video of it.",
    "That’s the real toll.",
    "This is the true death toll.",
]
ASIDES = [
    "It rained.",
    "That’s crazy.",
    "That’s so sad.",
    "This is terrible.",
    "He is a liar.",
    "They are dogs.",
    "That is what he said.",
    "He said it.",
    "It could not be independently verified.",
    "Is it true?",
    "I don’t believe it.",
    "Can somebody confirm this?",
    "They should be ashamed.",
    "It broke my heart.",
    "They deserved it.",
    "Can anybody there confirm?",
    "Hospitals there are tiny, pray for them.",
    "As a Pakistani I’d take the offer.",
    "As an Afghan I’d take the offer.",
]


@pytest.mark.parametrize("told", TOLD)
@pytest.mark.parametrize("remark", REMARKS)
def test_what_is_said_of_a_claim_is_named(war: Index, told: str, remark: str) -> None:
    checked = check(war, f"{told} {remark}")
    assert checked.verdict == "not_covered"
    assert [f.quote for f in checked.findings if f.verdict == "not_covered"] == [remark]
    assert checked.claims == check(war, told).claims


@pytest.mark.parametrize("told", TOLD)
@pytest.mark.parametrize("aside", ASIDES)
def test_an_aside_on_a_claim_is_passed_over(war: Index, told: str, aside: str) -> None:
    assert check(war, f"{told} {aside}").findings == check(war, told).findings


def test_a_remark_may_follow_in_the_same_sentence(war: Index) -> None:
    for told in TOLD:
        checked = check(war, f"{told[:-1]}, nobody disputes this.")
        assert [f.quote for f in checked.findings if f.verdict == "not_covered"] == ["nobody disputes this."]


def test_a_claim_that_is_called_a_fact_is_more_than_the_claim(war: Index) -> None:
    for told in TOLD:
        checked = check(war, f"{told[:-1]} and that’s a fact they avoid.")
        assert checked.verdict == "not_covered"


def test_what_a_claim_has_is_no_remark(war: Index) -> None:
    for told in TOLD[:2]:
        assert check(war, f"{told} They were soldiers.").verdict == "matches"


@pytest.mark.parametrize(
    ("told", "claim"),
    [
        ("Asif declared open war.", "open-war-asif"),
        ("Pakistan struck Kabul.", "strikes-27-february"),
        ("Afghanistan retaliated.", "retaliation-26-february"),
    ],
)
def test_when_it_was_is_held_against_the_claim(war: Index, told: str, claim: str) -> None:
    found = check(war, f"{told} That was in 2019.").findings
    assert ("distorts", "date", claim) in [(f.verdict, f.field, f.claim) for f in found]
    assert check(war, f"{told} That was in 2026.").verdict != "not_covered"


def test_who_admits_to_have_no_proof_contests_nothing(war: Index) -> None:
    remark = "Pakistan admitted that it had no proof."
    (*_, found) = check(war, f"Afghanistan denied sheltering militants. {remark}").findings
    assert (found.verdict, found.quote) == ("not_covered", remark)
    remark = "Afghanistan admitted that it had no proof."
    (*_, found) = check(war, f"Pakistan alleged Afghanistan was sheltering militants. {remark}").findings
    assert (found.verdict, found.quote) == ("not_covered", remark)


def test_a_remark_in_an_invented_briefing(orla: Index) -> None:
    told = "Lund said nine residents were killed."
    assert check(orla, told).verdict == "matches"
    for remark in ("He made it up.", "Nobody disputes this.", "They were soldiers."):
        assert check(orla, f"{told} {remark}").verdict == "not_covered"


@pytest.mark.parametrize(
    ("told", "verdict"),
    [
        ("22 Afghan soldiers wounded, 13 killed.", "conflicting"),
        ("12 Pakistani soldiers killed, 27 wounded.", "conflicting"),
    ],
)
def test_to_call_a_contested_toll_true_says_of_nobody_that_they_checked_it(
    war: Index, told: str, verdict: str
) -> None:
    remarked = check(war, f"{told} That’s the real toll, tell your friends.")
    assert remarked.verdict == verdict
    assert "not-verified-al-jazeera" not in {f.claim for f in remarked.findings}


def test_that_a_toll_was_checked_is_held_against_the_caveat(war: Index) -> None:
    assert check(war, "13 Afghan soldiers killed. That’s the verified toll.").verdict == "distorts"


@pytest.mark.parametrize("place", ["Kandahar", "Islamabad"])
def test_a_question_at_the_end_makes_no_assertion_of_what_goes_before(war: Index, place: str) -> None:
    told = f"Internet is down in all of {place}."
    assert check(war, f"{told} Can anybody there confirm?").findings == check(war, told).findings


@pytest.mark.parametrize(
    "told",
    [
        "Al Jazeera said it couldn’t independently verify what either side claims.",
        "Mujahid said 55 Pakistani soldiers were killed.",
        "Chaudhary said 12 Pakistani soldiers were killed.",
    ],
)
def test_whom_a_writer_forestalls_is_no_part_of_what_is_told(war: Index, told: str) -> None:
    assert check(war, f"Before anyone quotes a death toll at me, {told}").verdict == "matches"


def test_his_list_is_of_who_was_named_before(war: Index) -> None:
    told = "Mujahid’s list for Friday is Paktia, Paktika, Khost and Laghman."
    assert check(war, f"{told} Note that Paktia was also on his Thursday list.").verdict == "matches"
    assert check(war, f"{told} Note that Khost was also on his Thursday list.").verdict == "distorts"


@pytest.mark.parametrize(
    ("said", "more"),
    [
        ("12 Pakistani soldiers were killed, Chaudhary said", "27 were wounded"),
        ("13 Afghan soldiers were killed, Mujahid said", "13 civilians were injured"),
    ],
)
def test_what_is_said_as_well_is_said_by_the_same(war: Index, said: str, more: str) -> None:
    assert check(war, f"{said}. Also {more}.").verdict == "matches"
    assert check(war, f"{said}. Also 19 civilians were killed.").verdict == "distorts"


@pytest.mark.parametrize("title", ["🔴 BULLETIN 🔴", "⚡ ZEITUNG ⚡", "🚨 XYZ NEWS 🚨"])
def test_a_title_between_signs_tells_nothing(war: Index, title: str) -> None:
    assert check(war, f"{title} Pakistan bombed Kabul and Kandahar on 27 February.").verdict == "matches"


@pytest.mark.parametrize("title", ["🔴 LIE 🔴", "🔴 NO 🔴"])
def test_a_title_that_denies_is_heard(war: Index, title: str) -> None:
    assert check(war, f"{title} Pakistan bombed Kabul and Kandahar on 27 February.").verdict != "matches"


@pytest.mark.parametrize("asked", ["did they bomb Kabul airport?? anyone there", "Was Khost hit on Monday?"])
def test_whoever_asks_whether_asserts_nothing(war: Index, asked: str) -> None:
    assert check(war, asked).findings == ()
    assert check(war, "Did you know that 274 Afghan soldiers were killed?").verdict == "conflicting"


HEADS = [
    "Was told to summarise for class",
    "Professor, I’d cite it as follows",
    "The order of things, since half this thread has it muddled",
    "geography check",
    "My homework, in one line",
    "In short",
]


@pytest.mark.parametrize("head", HEADS)
def test_what_a_writer_calls_their_own_words_tells_nothing(war: Index, orla: Index, head: str) -> None:
    for index, told, wrong in (
        (
            war,
            "Mujahid said 55 Pakistani soldiers were killed",
            "Chaudhary said 55 Pakistani soldiers were killed",
        ),
        (
            war,
            "Chaudhary said 12 Pakistani soldiers were killed",
            "Mujahid said 12 Pakistani soldiers were killed",
        ),
        (war, "Asif declared open war", "Asif declared no open war"),
        (
            war,
            "Khost and Paktika are in the southeast of Afghanistan",
            "Khost is in the northwest of Afghanistan",
        ),
        (orla, "Lund said nine residents were killed", "Holt said nine residents were killed"),
    ):
        assert check(index, f"{head}: {told}.").verdict == "matches"
        assert check(index, f"{head}: {wrong}.").verdict == "distorts"


@pytest.mark.parametrize("head", ["It’s not true", "Nobody said it", "I deny this", "In short, lies"])
def test_a_head_that_denies_is_heard(war: Index, head: str) -> None:
    assert check(war, f"{head}: Asif declared open war.").verdict != "matches"
