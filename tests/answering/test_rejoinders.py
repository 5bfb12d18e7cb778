"""Who is said to confirm, admit or deny what a message told before, held against whose claim that is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.answering.checking.messages import check
from bot.desk.checking import check as check_in_any_language
from tests.shipped import knowledge

if TYPE_CHECKING:
    from bot.answering.claims.index import Index

Found = tuple[str, str | None, str | None]  # verdict, field, claim

CHAUDHARY_12 = "Chaudhary said 12 Pakistani soldiers were killed"
CHAUDHARY_274 = "Chaudhary said 274 Afghan soldiers were killed"
MUJAHID_55 = "Mujahid said 55 Pakistani soldiers were killed"
MUJAHID_13 = "Mujahid said 13 Afghan soldiers were killed"
ALLEGED = "Pakistan alleged Afghanistan was sheltering militants"
NOTHING: Found = ("not_covered", None, None)
UNVERIFIED: Found = ("distorts", "direction", "not-verified-al-jazeera")


def of(claim: str) -> Found:
    return ("distorts", "claimant", claim)


REJOINDERS: dict[tuple[str, str], list[Found]] = {
    # the caveat says the opposite, of each side's numbers
    (CHAUDHARY_274, "Al Jazeera confirmed it."): [UNVERIFIED],
    (MUJAHID_55, "Al Jazeera confirmed it."): [UNVERIFIED],
    (CHAUDHARY_274, "Al Jazeera could not verify it."): [("matches", None, "not-verified-al-jazeera")],
    # nobody else has said so
    (CHAUDHARY_12, "Mujahid confirmed it."): [of("pakistani-losses-chaudhary")],
    (MUJAHID_13, "Chaudhary confirmed it."): [of("afghan-losses-mujahid")],
    (CHAUDHARY_274, "the Taliban admitted it."): [of("afghan-losses-chaudhary")],
    (MUJAHID_55, "Pakistan admitted it."): [of("pakistani-losses-mujahid")],
    (MUJAHID_13, "Pakistan agreed."): [of("afghan-losses-mujahid")],
    (CHAUDHARY_274, "Kabul confirmed it."): [of("afghan-losses-chaudhary")],
    (MUJAHID_55, "Islamabad confirmed it."): [of("pakistani-losses-mujahid")],
    (CHAUDHARY_274, "the UN confirmed that number."): [of("afghan-losses-chaudhary")],
    (CHAUDHARY_12, "both sides confirmed it."): [of("pakistani-losses-chaudhary")],
    ("Afghanistan's government reported 19 civilians were killed in Khost", "Pakistan confirmed it."): [
        of("civilian-losses-government")
    ],
    (ALLEGED, "Afghanistan admitted it."): [("distorts", "direction", "sheltering-denied")],
    # it is their own, or they contest it
    (CHAUDHARY_12, "Pakistan confirmed it."): [],
    (MUJAHID_13, "Kabul confirmed it."): [],
    (MUJAHID_13, "the Taliban government confirmed it."): [],
    (MUJAHID_55, "Pakistan denied it."): [],
    (CHAUDHARY_12, "Mujahid denied it."): [("matches", None, "rejects-mujahid")],
    (ALLEGED, "Afghanistan denied it."): [("matches", None, "sheltering-denied")],
    # the briefing does not say
    (ALLEGED, "Al Jazeera confirmed it."): [NOTHING],
    ("Mujahid offered talks", "Pakistan accepted."): [NOTHING],
    ("Mujahid offered talks", "Pakistan refused."): [NOTHING],
    ("Asif declared open war", "Mujahid confirmed it."): [NOTHING],
    ("Asif declared open war", "Afghanistan accepted."): [NOTHING],
    ("Pakistan struck Kabul on February 27", "Pakistan confirmed it."): [NOTHING],
    ("Afghanistan retaliated on February 26", "Al Jazeera confirmed it."): [NOTHING],
}


@pytest.mark.parametrize(("told", "rejoinder"), REJOINDERS)
@pytest.mark.parametrize("joint", [" and ", ", and ", ". "])
def test_a_rejoinder_is_held_against_what_was_told(war: Index, told: str, rejoinder: str, joint: str) -> None:
    alone = check(war, f"{told}.")
    assert alone.verdict == "matches"
    checked = check(war, f"{told}{joint}{rejoinder}")
    found = [f for f in checked.findings if f.quote == rejoinder]
    assert [(f.verdict, f.field, f.claim) for f in found] == REJOINDERS[told, rejoinder]
    rest = [(f.verdict, f.claim) for f in checked.findings if f not in found]
    assert rest == [(f.verdict, f.claim) for f in alone.findings]


@pytest.mark.parametrize(
    ("message", "rejoinder"),
    [
        (
            "Chaudhary said 274 Afghan soldiers were killed, which Al Jazeera verified.",
            "which Al Jazeera verified.",
        ),
        ("274 Afghan soldiers were killed, confirmed by Al Jazeera.", "confirmed by Al Jazeera."),
        ("55 Pakistani soldiers were killed, confirmed by Al Jazeera.", "confirmed by Al Jazeera."),
    ],
)
def test_a_rejoinder_may_follow_a_comma(war: Index, message: str, rejoinder: str) -> None:
    found = check(war, message).findings
    assert ("distorts", rejoinder) in [(f.verdict, f.quote) for f in found]


def test_a_rejoinder_alone_says_whose_number_it_is(war: Index) -> None:
    checked = check(war, "55 Pakistani soldiers were killed, Pakistan admitted.")
    assert {(f.verdict, f.field) for f in checked.findings} == {("distorts", "claimant")}
    assert check(war, "12 Pakistani soldiers were killed, Pakistan admitted.").verdict == "matches"


def test_a_rejoinder_in_an_invented_briefing(orla: Index) -> None:
    told = "Lund said nine residents were killed"
    assert check(orla, f"{told} and Belmar confirmed it.").verdict == "matches"
    (_, found) = check(orla, f"{told} and Arden confirmed it.").findings
    assert (found.field, found.said, found.claim) == ("claimant", "Arden", "arden-losses-lund")


@pytest.mark.languages("de", "fr")
@pytest.mark.parametrize(
    "message",
    [
        "Mujahid sagte, 55 pakistanische Soldaten seien getötet worden, und Pakistan bestätigte das.",
        "Moudjahid a dit que 55 soldats pakistanais ont été tués, et le Pakistan l’a confirmé.",
    ],
)
def test_a_rejoinder_in_another_language(message: str) -> None:
    checked = check_in_any_language(knowledge(), message)
    assert ("distorts", "claimant", "pakistani-losses-mujahid") in [
        (f.verdict, f.field, f.claim) for f in checked.findings
    ]


def test_who_replies_may_give_a_number_of_their_own(war: Index, orla: Index) -> None:
    message = "Pakistan's spokesman says they lost 12 soldiers, Mujahid says no way, 55."
    assert check(war, message).verdict == "matches"
    assert check(war, message.replace("55", "12")).verdict == "distorts"
    assert (
        check(orla, "Holt says 14 residents died in Millbank, Lund says no way, nine.").verdict == "matches"
    )


@pytest.mark.parametrize(
    ("briefing", "told", "same", "verdict"),
    [
        ("war", "Al Jazeera said it could not verify the figures", "the BBC said the same", "not_covered"),
        ("war", MUJAHID_55, "Chaudhary said the same", "distorts"),
        ("war", CHAUDHARY_12, "the Taliban said the same", "distorts"),
        ("war", MUJAHID_55, "so did the Taliban government", "matches"),
        ("war", CHAUDHARY_12, "so did Mujahid", "distorts"),
        ("orla", "Lund said nine residents were killed", "Holt said the same", "distorts"),
        ("orla", "Holt said the flooding killed 14 residents", "so did Arden's mayor", "matches"),
    ],
)
def test_who_says_the_same_confirms_it(
    briefings: dict[str, Index], briefing: str, told: str, same: str, verdict: str
) -> None:
    checked = check(briefings[briefing], f"{told}, and {same}.")
    assert checked.verdict == verdict
    assert all(f.quote in checked.message for f in checked.findings)
    if not same.startswith("so"):
        assert check(briefings[briefing], f"{told}. {same.capitalize()}.").verdict == verdict


@pytest.mark.parametrize("no", ["says no", "says no we don't", "said nope, we didn’t", "goes nah"])
def test_who_says_no_denies_it(war: Index, orla: Index, vardholm: Index, no: str) -> None:
    war_charge = "Islamabad accuses Kabul of harbouring the Pakistani Taliban, {} " + no + "."
    assert check(war, war_charge.format("Kabul")).verdict == "matches"
    assert check(war, war_charge.format("Iran")).verdict != "matches"
    assert check(orla, f"Arden accuses Belmar of hiding a broken gauge, Belmar {no}.").verdict == "matches"
    charge = "The Hearth Union accuses the commission of hiding ballot boxes"
    assert check(vardholm, f"{charge}, the commission {no}.").verdict == "matches"
