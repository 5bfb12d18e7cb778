"""What a message says besides what the briefing has is named, and what asserts nothing is passed over."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.answering.checking.messages import check
from tests.answering.held import Held, other, same

if TYPE_CHECKING:
    from bot.answering.claims.index import Index

COVERED = "Mujahid said 55 Pakistani soldiers were killed."
UNCOVERED = [
    "400 died in Kabul.",
    "Pakistan used chemical weapons in Kabul.",
    "India attacked.",
    "Afghanistan’s president fled to Dubai.",
    "Asif was killed in a strike.",
    "Kabul is under siege.",
    "Napalm was used.",
    "They beheaded prisoners.",
    "Three schools were burned down.",
    "A ceasefire was signed yesterday.",
    "Reuters could not verify the figures.",
    "Asif said Pakistan should flood Delhi.",
    "Pakistan wants war.",
    "The Taliban want war.",
    "India is a terrorist state.",
]
ASSERTING_NOTHING = [
    "lol",
    "source?",
    "Good morning everybody!",
    "You idiots.",
    "What a joke.",
    "Afghans are dogs.",
    "Pakistan is evil.",
    "The Taliban are cowards.",
    "Pray for Kabul.",
    "Long live Pakistan!",
    "Pakistan should be ashamed.",
    "Did Pakistan use napalm?",
    "I don’t believe any of it.",
    "My heart goes out to the families.",
    "Let’s hope somebody picks up the phone.",
    "Shame on Afghanistan",
    "Thanks for posting.",
    "Make of it what you will.",
    "That’s crazy.",
]


@pytest.mark.parametrize("said", UNCOVERED)
def test_what_a_message_says_besides_is_named(war: Index, said: str) -> None:
    for message in (f"{COVERED} {said}", f"{said} {COVERED}"):
        checked = check(war, message)
        assert checked.verdict == "not_covered"
        assert [f.quote for f in checked.findings if f.verdict == "not_covered"] == [said]
        assert "pakistani-losses-mujahid" in {one.claim.id for one in checked.claims}
    assert [(f.quote, f.verdict) for f in check(war, said).findings] == [(said, "not_covered")]


@pytest.mark.parametrize("said", ASSERTING_NOTHING)
def test_what_asserts_nothing_is_passed_over(war: Index, said: str) -> None:
    assert check(war, f"{COVERED} {said}").findings == check(war, COVERED).findings
    assert check(war, said).findings == ()


@pytest.mark.parametrize(
    ("covered", "besides"),
    [
        ("Asif declared open war and", "said Afghans are animals."),
        ("Asif declared open war and", "resigned."),
        ("Pakistan struck Kabul and", "used chemical weapons."),
        ("Pakistan struck Kabul and", "poisoned the wells."),
        ("Pakistan struck Kabul while", "India attacked Lahore."),
    ],
)
def test_a_clause_that_the_briefing_lacks_is_named(war: Index, covered: str, besides: str) -> None:
    checked = check(war, f"{covered} {besides}")
    assert (checked.verdict, len(checked.claims) > 0) == ("not_covered", True)
    assert [f.quote for f in checked.findings if f.verdict == "not_covered"] == [besides]


@pytest.mark.parametrize(
    "message",
    [
        "Mujahid said 55 Pakistani soldiers were killed, lol",
        "Mujahid said 55 Pakistani soldiers were killed and that’s a lot of sons.",
        "Pakistan struck Kabul, Kandahar and other cities.",
        "Pakistan struck Kabul and I am scared.",
        "Asif declared open war, what a clown.",
        "Asif declared open war, thanks for nothing",
    ],
)
def test_a_clause_that_asserts_nothing_is_passed_over(war: Index, message: str) -> None:
    assert check(war, message).verdict == "matches"


def test_what_differs_leaves_what_is_not_covered(war: Index) -> None:
    checked = check(war, "274 civilians were killed. India attacked.")
    assert checked.verdict == "distorts"
    assert [f.quote for f in checked.findings if f.verdict == "not_covered"] == ["India attacked."]


BESIDE: dict[tuple[str, str], Held] = {
    # what stands beside a number is held against the claims as in a sentence of its own
    ("Pakistan struck Kabul on February 27", ", killing 274 Afghan soldiers."): same("strikes-27-february"),
    ("Afghanistan struck Kabul on February 27", ", killing 274 Afghan soldiers."): other(
        "direction", "strikes-27-february"
    ),
    ("Afghanistan retaliated on February 26", ", killing 55 Pakistani soldiers."): same(
        "retaliation-26-february"
    ),
    ("Pakistan retaliated on February 26", ", killing 55 Pakistani soldiers."): other(
        "direction", "retaliation-26-february"
    ),
    ("Pakistan struck Kabul and Kandahar on February 27", " and killed 19 civilians there."): same(
        "strikes-27-february"
    ),
    ("Mujahid declared open war.", "Chaudhary said 274 Afghan soldiers were killed and "): other(
        "claimant", "open-war-asif"
    ),
    ("Asif offered talks.", "Mujahid said 55 Pakistani soldiers were killed and "): other(
        "claimant", "ready-to-negotiate-mujahid"
    ),
    ("Afghanistan struck Kabul.", "Chaudhary said 274 Afghan soldiers were killed, and "): other(
        "direction", "strikes-27-february"
    ),
    # … though the number's own claim has the act and the place
    (
        "Afghanistan struck Khost and Paktika.",
        "Afghanistan’s government reported 19 civilians killed after ",
    ): other("direction", "strikes-friday-mujahid"),
}


@pytest.mark.parametrize(("words", "rest"), BESIDE)
def test_what_stands_beside_a_number_is_checked(war: Index, words: str, rest: str) -> None:
    checked = check(war, f"{rest}{words}" if words.endswith(".") else f"{words}{rest}")
    held = BESIDE[words, rest]
    beside = [(f.verdict, f.field, f.claim) for f in checked.findings if f.quote == words]
    assert (held.verdict, held.field, held.claim) in beside
    assert not any(f.verdict == "not_covered" for f in checked.findings)


@pytest.mark.parametrize(
    "message",
    [
        "Afghanistan’s government reported 19 civilians killed after Pakistan struck Khost and Paktika.",
        "Mujahid said 55 Pakistani soldiers were killed, and that strikes hit Paktia on Thursday night.",
    ],
)
def test_what_stands_beside_a_number_may_be_fine(war: Index, message: str) -> None:
    assert check(war, message).verdict == "matches"


@pytest.mark.parametrize(
    ("message", "field"),
    [
        ("Pakistan struck Kabul. Afghanistan’s government said 19 civilians were killed there.", "place"),
        ("Pakistan struck Kandahar. Afghanistan’s government said 26 were wounded there.", "place"),
        ("Pakistan struck Khost. Afghanistan’s government said 19 civilians were killed there.", None),
        ("Pakistan struck Kabul. There were 19 civilians killed, Afghanistan’s government said.", None),
        ("Pakistan struck Kabul. The Taliban leadership is based there.", "place"),
        ("Pakistan struck Kandahar. The Taliban leadership is based there.", None),
        ("I live in Kandahar. It is sunny. Pakistan struck there on February 27.", None),
    ],
)
def test_there_is_where_a_sentence_before_says(war: Index, message: str, field: str | None) -> None:
    assert check(war, message).findings[-1].field == field


@pytest.mark.parametrize(
    ("counted", "claim"),
    [
        ("12 Pakistani soldiers were killed.", "pakistani-losses-chaudhary"),
        ("55 Pakistani soldiers were killed.", "pakistani-losses-mujahid"),
        ("13 Afghan soldiers were killed.", "afghan-losses-mujahid"),
    ],
)
@pytest.mark.parametrize("joint", ["Both sides agree that", "Both sides said"])
def test_one_sides_number_is_not_both_sides(war: Index, joint: str, counted: str, claim: str) -> None:
    (found,) = check(war, f"{joint} {counted}").findings
    assert (found.verdict, found.field, found.said) == ("distorts", "claimant", "Both sides")
    assert found.claim == claim


def test_places_in_a_row_are_one_thing_said(war: Index) -> None:
    (found,) = check(war, "19 civilians were killed in Kabul and Kandahar.").findings
    assert (found.verdict, found.field) == ("distorts", "place")


@pytest.mark.parametrize("message", ["27 wounded and two missing.", "12 killed, 27 hurt and two missing."])
def test_a_number_that_goes_on_counting_is_of_the_same_claim(war: Index, message: str) -> None:
    *_, found = check(war, message).findings
    assert (found.verdict, found.field, found.said) == ("distorts", "figure", "2")
    assert (found.claim, found.briefing) == ("pakistani-losses-chaudhary", "one was missing")
