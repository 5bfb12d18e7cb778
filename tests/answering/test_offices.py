"""An office that a message gives somebody beside their name, against the one that the briefing has."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.answering.checking.messages import check

if TYPE_CHECKING:
    from bot.answering.claims.index import Index

MINISTER, SPOKESPERSON = "Pakistan’s Defence Minister", "Taliban government spokesperson"
WRONG = {
    "Pakistan's prime minister Khawaja Asif declared an open war on us.": MINISTER,
    "Prime minister Asif declared an open war.": MINISTER,
    "Asif, the prime minister of Pakistan, declared an open war.": MINISTER,
    "India's prime minister Khawaja Asif declared an open war.": MINISTER,
    "Afghanistan's foreign minister Mujahid said Taliban leaders were ready to negotiate.": SPOKESPERSON,
    "Taliban defence minister Zabihullah Mujahid said Taliban leaders were ready to negotiate.": SPOKESPERSON,
    "Mujahid, the Afghan foreign minister, said 13 Afghan soldiers were killed.": SPOKESPERSON,
    "Defence minister Mujahid said Taliban leaders were ready to negotiate.": SPOKESPERSON,
    "Mujahid, the defence minister, said Taliban leaders were ready to negotiate.": SPOKESPERSON,
    "The Taliban spokesman, Asif, declared an open war.": MINISTER,
}
RIGHT = [
    "Pakistan's defence minister Khawaja Asif declared an open war on us.",
    "Asif, the defence minister of Pakistan, declared an open war.",
    "Taliban government spokesperson Zabihullah Mujahid said Taliban leaders were ready to negotiate.",
    "Mujahid, the spokesman of the Taliban, said 13 Afghan soldiers were killed.",
]


@pytest.mark.parametrize(("message", "office"), WRONG.items())
def test_a_wrong_office_is_held_against_the_right_one(war: Index, message: str, office: str) -> None:
    checked = check(war, message)
    assert checked.verdict == "distorts"
    wrong = [f for f in checked.findings if f.verdict == "distorts"]
    assert [(f.field, f.briefing) for f in wrong] == [("claimant", office)]
    assert any(f.verdict == "matches" for f in checked.findings), "what they say is theirs all the same"


@pytest.mark.parametrize("message", RIGHT)
def test_the_office_that_the_briefing_has_differs_in_nothing(war: Index, message: str) -> None:
    assert check(war, message).verdict == "matches"


@pytest.mark.parametrize(
    "message",
    [
        "Unlike Mujahid, Asif declared open war.",
        "After Mujahid, the defence minister declared open war.",
        "Asif met the prime minister, Mujahid said.",
    ],
)
def test_who_is_named_beside_an_office_does_not_hold_it(war: Index, message: str) -> None:
    checked = check(war, message)
    assert all(f.field != "claimant" for f in checked.findings)


@pytest.mark.parametrize(
    ("message", "verdict"),
    [
        ("Mujahid is the Pakistani army spokesman.", "distorts"),
        ("The Pakistani army spokesman is Mujahid.", "distorts"),
        ("Chaudhary is the Taliban spokesman.", "distorts"),
        ("Mujahid is not the Pakistani army spokesman.", "not_covered"),
        ("Mujahid is lying and the Pakistani army spokesman is right.", "not_covered"),
    ],
)
def test_who_is_said_to_be_what_another_is(war: Index, message: str, verdict: str) -> None:
    assert check(war, message).verdict == verdict


def test_names_in_a_list_are_nobodys_offices(war: Index) -> None:
    checked = check(war, "Unlike Mujahid, Chaudhary said 12 Pakistani soldiers were killed.")
    assert checked.verdict == "matches"


@pytest.mark.parametrize(
    ("message", "verdict"),
    [
        ("Belmar's governor Lund said Belmar was ready to negotiate with Arden.", "distorts"),
        ("Lund, the governor of Belmar, said Belmar was ready to negotiate with Arden.", "distorts"),
        ("Belmar's harbour master Lund said Belmar was ready to negotiate with Arden.", "matches"),
        ("As prime minister, Lund said Belmar was ready to negotiate with Arden.", "distorts"),
        ("As harbour master, Lund said Belmar was ready to negotiate with Arden.", "matches"),
        ("Lund took over as prime minister.", "not_covered"),
    ],
)
def test_so_it_is_with_any_briefing(orla: Index, message: str, verdict: str) -> None:
    assert check(orla, message).verdict == verdict


SAID = {
    "Asif": "declared open war.",
    "Chaudhary": "said 12 Pakistani soldiers were killed.",
    "Mujahid": "said 13 Afghan soldiers were killed.",
}


@pytest.mark.parametrize("honorific", ["Sheikh", "Mullah", "Maulvi", "Haji", "Khan", "Sir", "Maulana", "Mr"])
@pytest.mark.parametrize("who", SAID)
def test_a_title_of_honour_is_no_office(war: Index, who: str, honorific: str) -> None:
    checked = check(war, f"{honorific} {who} {SAID[who]}")
    assert checked.verdict == "matches"
    assert checked.claims == check(war, f"{who} {SAID[who]}").claims


@pytest.mark.parametrize("rank", ["General", "Lt Gen", "Colonel", "Brigadier", "Commander"])
@pytest.mark.parametrize("who", SAID)
def test_a_rank_that_the_briefing_does_not_give_is_named(war: Index, who: str, rank: str) -> None:
    checked = check(war, f"{rank} {who} {SAID[who]}")
    held = who == "Chaudhary" and rank in {"General", "Lt Gen"}
    assert [f.said for f in checked.findings if f.verdict == "distorts"] == ([] if held else [rank])
    assert checked.claims == check(war, f"{who} {SAID[who]}").claims, "no figures of one side beside it"


@pytest.mark.parametrize("office", ["Defence Minister", "Military spokesman", "Taliban spokesman"])
@pytest.mark.parametrize("who", SAID)
def test_an_office_of_another_is_shown_in_the_words_of_the_message(war: Index, who: str, office: str) -> None:
    checked = check(war, f"{office} {who} {SAID[who]}")
    differing = [f.said for f in checked.findings if f.verdict == "distorts"]
    assert differing in ([], [office])
    assert checked.claims == check(war, f"{who} {SAID[who]}").claims


def test_a_list_of_people_gives_none_an_office(war: Index) -> None:
    assert check(war, "Asif, Mujahid and Chaudhary spoke.").verdict == "not_covered"


@pytest.mark.parametrize("chief", ["Pakistan's army chief Khawaja Asif", "Army chief Khawaja Asif"])
def test_a_chief_of_what_is_no_office_of_theirs_differs(war: Index, chief: str) -> None:
    assert [f.field for f in check(war, f"{chief} declared open war.").findings][:1] == ["claimant"]


@pytest.mark.parametrize("of", ["spokesman for the {} military", "the spokesman of the {} government"])
@pytest.mark.parametrize(
    ("who", "told", "own", "others"),
    [
        ("Chaudhary", "gave the figure of 274", "Pakistani", "Afghan"),
        ("Chaudhary", "said 12 Pakistani soldiers were killed", "Pakistani", "Afghan"),
        ("Mujahid", "said 55 Pakistani soldiers were killed", "Taliban", "Pakistani"),
        ("Mujahid", "gave the figure of 55", "Taliban", "Pakistani"),
    ],
)
def test_an_office_for_the_other_side_differs(
    war: Index, of: str, who: str, told: str, own: str, others: str
) -> None:
    assert check(war, f"{who}, {of.format(own)}, {told}.").verdict == "matches"
    checked = check(war, f"{who}, {of.format(others)}, {told}.")
    assert (checked.verdict, checked.findings[0].field) == ("distorts", "claimant")


def test_an_office_named_before_what_is_said_of_the_other_side_is_ones_own(war: Index) -> None:
    assert check(war, "Asif, the defence minister, declared open war on Afghanistan.").verdict == "matches"


@pytest.mark.parametrize(("whom", "verdict"), [("Iran", "distorts"), ("Pakistan", "matches")])
def test_whom_somebody_would_talk_with_to_end_it(war: Index, whom: str, verdict: str) -> None:
    said = f"Mujahid said Taliban leaders are ready to negotiate with {whom} to end the violence."
    assert check(war, said).verdict == verdict
