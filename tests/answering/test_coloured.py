"""Words of a message that judge or explain what was done, where the briefing only says that it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.answering.checking.messages import check

if TYPE_CHECKING:
    from bot.answering.claims.index import Index

AIR_STRIKES, RETALIATION = "weekend-air-strikes", "retaliation-26-february"
DEEDS = {
    "Pakistan carried out air strikes inside Afghanistan last weekend": AIR_STRIKES,
    "Afghanistan carried out attacks along the border on February 26": RETALIATION,
}
# What a claim has as retaliation did not come of nothing; of the air strikes no claim says what they came of.
OF_NOTHING = ("for no reason", "without provocation", "out of the blue")


@pytest.mark.parametrize(
    ("deed", "why"),
    [(deed, why) for deed in DEEDS for why in ("in self-defence", "deliberately")]
    + [(next(iter(DEEDS)), why) for why in OF_NOTHING],
)
def test_why_it_was_done_is_a_part_that_is_not_covered(war: Index, deed: str, why: str) -> None:
    for message in (f"{deed} {why}.", f"{why.capitalize()} {deed}."):
        found = check(war, message).findings
        assert [(f.verdict, f.claim) for f in found] == [("matches", DEEDS[deed]), ("not_covered", None)]
        assert found[1].quote.casefold() == why


@pytest.mark.parametrize(
    ("message", "claim", "verdict", "denied"),
    [
        (
            "Pakistan carried out unprovoked air strikes inside Afghanistan last weekend.",
            AIR_STRIKES,
            "not_covered",
            None,
        ),
        (
            "Afghanistan carried out unprovoked attacks along the border on February 26.",
            RETALIATION,
            "distorts",
            RETALIATION,
        ),
    ],
)
def test_unprovoked_denies_no_attack(
    war: Index, message: str, claim: str, verdict: str, denied: str | None
) -> None:
    found = check(war, message).findings
    assert [(f.verdict, f.claim) for f in found] == [("matches", claim), (verdict, denied)]


@pytest.mark.parametrize("why", OF_NOTHING)
def test_retaliation_did_not_come_of_nothing(war: Index, why: str) -> None:
    found = check(war, f"Afghanistan carried out attacks along the border on February 26 {why}.").findings
    assert [(f.verdict, f.claim) for f in found] == [("matches", RETALIATION), ("distorts", RETALIATION)]
    assert found[1].said == why


@pytest.mark.parametrize("who", ["Pakistan", "Afghanistan"])
@pytest.mark.parametrize("verb", ["launched", "started", "began"])
def test_who_began_the_war_is_not_covered_beside_what_they_did(war: Index, who: str, verb: str) -> None:
    deed = {
        "Pakistan": "by carrying out air strikes inside Afghanistan last weekend",
        "Afghanistan": "by attacking Pakistan along the border on February 26",
    }[who]
    found = check(war, f"{who} {verb} the war {deed}.").findings
    assert [f.quote for f in found if f.verdict == "not_covered"] == [f"{verb} the war"]
    other = {"Pakistan": "Afghanistan", "Afghanistan": "Pakistan"}[who]
    assert check(war, f"{who} {verb} a war on {other}.").verdict == "not_covered"
    invaded = check(war, f"{who} invaded {other}.").findings
    assert [f.quote for f in invaded if f.verdict == "not_covered"] == ["invaded"]


LOSSES = {
    "Chaudhary": ("afghan-losses-chaudhary", "274 Afghan soldiers"),
    "Mujahid": ("pakistani-losses-mujahid", "55 Pakistani soldiers"),
}


@pytest.mark.parametrize("who", LOSSES)
@pytest.mark.parametrize(
    "done", ["were executed", "sent to hell", "martyred", "massacred", "murdered", "slaughtered"]
)
def test_a_judging_word_for_a_death_is_named_and_the_number_held(war: Index, who: str, done: str) -> None:
    claim, lost = LOSSES[who]
    verb = "" if done.startswith("were") else "were "
    found = check(war, f"{who} said {lost} {verb}{done}.").findings
    assert [(f.verdict, f.claim) for f in found] == [("matches", claim), ("not_covered", None)]
    assert found[1].quote == done


def test_so_it_is_for_those_who_were_captured_and_for_a_declared_war(war: Index) -> None:
    for message, words in {
        "Asif declared a holy war.": "holy war",
        "Mujahid said, without evidence, that 55 Pakistani soldiers were killed.": "without evidence",
        "Chaudhary said, without evidence, that 274 Afghan soldiers were killed.": "without evidence",
    }.items():
        found = check(war, message).findings
        assert [f.quote for f in found if f.verdict == "not_covered"] == [words]
        assert [f.verdict for f in found if f.claim] == ["matches"]


def test_a_question_colours_nothing(war: Index) -> None:
    for message in ("Were 274 Afghan soldiers martyred, as Chaudhary said?",):
        assert all(f.quote != "martyred" for f in check(war, message).findings)


def test_what_is_denied_colours_nothing(war: Index) -> None:
    message = "This didn't come out of nowhere, there were months of mounting tensions and clashes before it."
    assert check(war, message).verdict == "matches"


@pytest.mark.parametrize("done", ["were martyred", "embraced martyrdom", "shaheed"])
@pytest.mark.parametrize(
    ("who", "own", "others"),
    [
        ("Chaudhary", "12 Pakistani soldiers", "274 Afghan soldiers"),
        ("Mujahid", "13 Afghan soldiers", "55 Pakistani soldiers"),
    ],
)
def test_how_a_side_mourns_its_own_colours_nothing(
    war: Index, who: str, own: str, others: str, done: str
) -> None:
    assert check(war, f"{who} said {own} {done}.").verdict == "matches"
    assert check(war, f"{who} said {others} {done}.").verdict != "matches"


@pytest.mark.parametrize(
    "end", ["to keep people calm", "just to boost morale", "to save face", "to look strong"]
)
def test_to_what_end_somebody_says_it_is_not_covered(briefings: dict[str, Index], end: str) -> None:
    for briefing, told in (
        ("war", "Chaudhary says 12 Pakistani soldiers were killed"),
        ("war", "Mujahid says 55 Pakistani soldiers were killed"),
        ("orla", "Lund says nine residents were killed"),
    ):
        checked = check(briefings[briefing], f"{told} {end}.")
        assert [found.verdict for found in checked.findings] == ["matches", "not_covered"]
        assert checked.findings[1].quote == end
    assert check(briefings["war"], f"The army says 12 {end}. The true toll is 55.").verdict == "conflicting"
