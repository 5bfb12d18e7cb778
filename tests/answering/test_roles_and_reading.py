"""Who says, who does it, to whom, and whose losses: told apart by the words around a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.answering.conftest import slots

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.answering.claims.index import Index
    from bot.answering.reading.question import SlotKind

ROLES: tuple[SlotKind, ...] = (
    "claimant",
    "actor",
    "target",
    "side",
    "party",
    "person",
    "place",
)

WAR = {
    # who kills whom
    "How many Taliban fighters did Pakistan kill?": {"side": "taliban-government", "actor": "pakistan"},
    "How many Afghans did Pakistan kill?": {"side": "afghanistan", "actor": "pakistan"},
    "How many Pakistani soldiers were killed by the Taliban?": {
        "side": "pakistan",
        "actor": "taliban-government",
    },
    "Pakistan killed how many?": {"actor": "pakistan"},
    "How many Pakistani were killed?": {"side": "pakistan"},
    "Pakistani soldiers killed": {"side": "pakistan"},
    "How many soldiers did Pakistan lose?": {"side": "pakistan"},
    "losses suffered by Pakistan": {"side": "pakistan"},
    "Pakistan’s losses": {"side": "pakistan"},
    "losses on the Pakistani side": {"side": "pakistan"},
    "the soldiers of Afghanistan who were killed": {"side": "afghanistan"},
    "bodies in Taliban custody": {"actor": "taliban-government"},
    # who says
    "What does the Taliban say?": {"claimant": "taliban-government"},
    "How many did the Taliban say were killed?": {"claimant": "taliban-government"},
    "How many Pakistani soldiers did the Taliban say it killed?": {
        "side": "pakistan",
        "claimant": "taliban-government",
    },
    "How many Taliban fighters did Pakistan say it killed?": {
        "side": "taliban-government",
        "claimant": "pakistan",
    },
    "According to Pakistan, how many died?": {"claimant": "pakistan"},
    "the dead in numbers we have from the Afghan army": {"claimant": "afghan-forces"},
    "How many from the Afghan army were killed?": {"side": "afghan-forces"},
    "How many killed from the Pakistani army?": {"side": "pakistan-military"},
    "From Pakistani soldiers, were any captured?": {"side": "pakistan"},
    "From Afghan soldiers, were any captured?": {"side": "afghanistan"},
    "the toll as per the Taliban": {"claimant": "taliban-government"},
    "the toll claimed by Pakistan": {"claimant": "pakistan"},
    "denied by Afghanistan": {"claimant": "afghanistan"},
    "Pakistan's own figures on its dead": {"claimant": "pakistan"},
    "What is Afghanistan accused of?": {"party": "afghanistan"},
    "Is Pakistan accused of it?": {"party": "pakistan"},
    "Which part of Pakistan did the drones strike?": {"target": "pakistan"},
    "the Pakistani side said 12 died": {"claimant": "pakistan"},
    "Pakistan’s claims": {"claimant": "pakistan"},
    "Pakistan’s death toll claim": {"claimant": "pakistan"},
    "does Mujahid reject Pakistan’s claims": {"person": "zabihullah-mujahid", "party": "pakistan"},
    "the Afghan side said they negotiate": {"claimant": "afghanistan"},
    "the civilians Pakistan killed": {"actor": "pakistan"},
    "Pakistani wounded soldiers": {"side": "pakistan"},
    # who attacks whom
    "Did Pakistan attack Afghanistan?": {"actor": "pakistan", "target": "afghanistan"},
    "Was Afghanistan attacked by Pakistan?": {"target": "afghanistan", "actor": "pakistan"},
    "Was Pakistan attacked?": {"target": "pakistan"},
    "What was attacked with Afghan drones?": {"actor": "afghanistan"},
    "What was attacked with Pakistani drones?": {"actor": "pakistan"},
    "Has Pakistan been attacked?": {"target": "pakistan"},
    "Pakistan was struck": {"target": "pakistan"},
    "Pakistan is striking Afghanistan": {"actor": "pakistan", "target": "afghanistan"},
    "Who attacked Pakistan?": {"target": "pakistan"},
    "strikes by Pakistan": {"actor": "pakistan"},
    "strikes on Pakistan": {"target": "pakistan"},
    "attacks against Afghanistan": {"target": "afghanistan"},
    "Pakistan’s strikes": {"actor": "pakistan"},
    "Pakistani strikes on Afghanistan": {"actor": "pakistan", "target": "afghanistan"},
    "what they say about Pakistan’s strikes": {"actor": "pakistan"},
    "the Afghan side attacked": {"actor": "afghanistan"},
    "Afghan cities hit": {"target": "afghanistan"},
    "Why did Pakistan attack?": {"actor": "pakistan"},
    # one of two
    "Pakistan or Afghanistan?": {"party": {"pakistan", "afghanistan"}},
    "Pakistan and Afghanistan agree": {"party": {"pakistan", "afghanistan"}},
    # a name that is a city's and a government's
    "killed in Kabul": {"place": "kabul"},
    "strike on Kabul": {"place": "kabul"},
    "Kabul was hit": {"place": "kabul"},
    "did Kabul hit Pakistan": {"actor": "afghanistan", "target": "pakistan"},
    "Kabul said": {"claimant": "afghanistan"},
    "Kabul’s losses": {"side": "afghanistan"},
    "Kabul or Islamabad?": {"party": {"afghanistan", "pakistan"}},
    "soldiers killed by Pakistan in Kabul": {"actor": "pakistan", "place": "kabul"},
    # media claim, whatever they are said to do
    "Al Jazeera verified": {"claimant": "al-jazeera"},
    "did Al Jazeera attack": {"claimant": "al-jazeera"},
    "Al Jazeera’s losses": {"claimant": "al-jazeera"},
    # offices, and those of the other side
    "Pakistan’s defence minister": {"person": "khawaja-asif"},
    "the Taliban spokesman": {"person": "zabihullah-mujahid"},
    "Afghanistan’s defence minister": {"party": "afghanistan"},
    "the Taliban’s defence minister": {"party": "taliban-government"},
}
FLOOD = {
    "How many residents did Belmar kill?": {"actor": "belmar"},
    "the Belmar side said they were injured": {"claimant": "belmar"},
    "did they report Belmar for the flooding": {"actor": "belmar"},
    "the toll attributed to Belmar": {"claimant": "belmar"},
    "Did Belmar flood Arden?": {"actor": "belmar", "place": "arden-town"},
    "Was Arden flooded by Belmar?": {"actor": "belmar", "place": "arden-town"},
    "Was Belmar flooded?": {"target": "belmar"},
    # nobody undergoes what they are prepared to do
    "Is Belmar prepared to flood Arden?": {"actor": "belmar", "place": "arden-town"},
    "Belmar’s soldiers injured": {"side": "belmar"},
    "According to Arden": {"claimant": "arden"},
    "Arden said": {"claimant": "arden"},
    "in Arden": {"place": "arden-town"},
    "Arden or Belmar": {"party": {"arden", "belmar"}},
    "What did the Gazette flood?": {"claimant": "gazette"},
    "Arden’s mayor": {"person": "ina-holt"},
    "Belmar’s mayor": {"party": "belmar"},
}


def roles(index: Index, text: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for kind, value in slots(index, text, *ROLES):
        found.setdefault(kind, set()).add(value.casefold())
    return found


def sets(expected: dict[str, str | set[str]]) -> dict[str, set[str]]:
    return {kind: value if isinstance(value, set) else {value} for kind, value in expected.items()}


@pytest.mark.parametrize(("text", "expected"), WAR.items(), ids=WAR)
def test_roles(war: Index, text: str, expected: dict[str, str | set[str]]) -> None:
    assert roles(war, text) == sets(expected)


@pytest.mark.parametrize(("text", "expected"), FLOOD.items(), ids=FLOOD)
def test_roles_in_another_briefing(orla: Index, text: str, expected: dict[str, str | set[str]]) -> None:
    assert roles(orla, text) == sets(expected)


@pytest.mark.parametrize("text", [text for text in WAR if "pakistan" in text.casefold()])
def test_no_role_for_whom_a_briefing_does_not_know(orla: Index, text: str) -> None:
    known = {*orla.sides, *(place.id for place in orla.briefing.places)}
    assert {value for _, value in slots(orla, text, *ROLES)} <= known


def test_a_capital_that_stands_for_a_party_is_another_place_when_struck(
    changed_orla: Callable[..., Index],
) -> None:
    index = changed_orla(("briefing.toml", 'aliases.en = ["belmar"]', 'aliases.en = ["belmar", "lahore"]'))
    assert slots(index, "who flooded lahore?", "other-place", "target") == [("other-place", "lahore")]
    assert slots(index, "Lahore flooded Millbank", "actor") == [("actor", "belmar")]


ASKED = {
    "How many died?": ("ask", "how-many"),
    "when was it": ("ask", "when"),
    "which cities": ("ask", "where"),
    "why": ("ask", "why"),
    "how long": ("ask", "how-long"),
    "did nobody die": ("negation", "nobody"),
    "it wasn’t true": ("negation", "wasnt"),
    "many soldiers": ("qualifier", "many"),
    "drones": ("topic", "drone"),
    "flibbertigibbet": ("unknown", "flibbertigibbet"),
    "the weather": ("elsewhere", "weather"),
    "soldiers": ("victims", "soldiers"),
    "wounded": ("measure", "hurt"),
}


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("the towns that Ina Holt named", {"says"}),
        ("the name of Ina Holt", {"kind-of", "names"}),
        ("Ina Holt’s name", {"kind-of", "names"}),
    ],
)
def test_what_somebody_named_is_no_name_of_theirs(orla: Index, text: str, asks: set[str]) -> None:
    assert {value for kind, value in slots(orla, text, "ask")} == asks


@pytest.mark.parametrize(("text", "slot"), ASKED.items(), ids=ASKED)
def test_other_slots(war: Index, text: str, slot: tuple[str, str]) -> None:
    assert slot in slots(war, text)


def test_a_slot_keeps_the_words_it_was_found_in(war: Index) -> None:
    (slot,) = war.reader.read("Pakistan’s Defense Minster").find("person")
    assert slot.value == "khawaja-asif"
    assert slot.repaired
    assert "minst" in slot.words.casefold()


def test_slots_stand_in_the_order_of_the_words(war: Index) -> None:
    slots_ = war.reader.read("On 27 February Pakistan said 12 of its soldiers were killed in Kabul").slots
    assert [slot.at for slot in slots_] == sorted(slot.at for slot in slots_)


WORDS = st.sampled_from([
    "Pakistan", "Kabul", "Arden", "Belmar", "Holt", "Lund", "Taliban’s", "mayor", "Mujahid", "said",
    "killed", "flooded", "by", "was", "did", "or", "and", "not", "12", "27th", "February", "how",
    "many", "who", "the", "of", "in", "soldiers", "residents", "?", ",", "between", "dozen", "%",
    "weekend", "“x”", "\ud800", "\u202e", "زمان"
])  # fmt: skip


@given(st.lists(WORDS, max_size=12).map(" ".join))
@settings(max_examples=200)
def test_any_words_can_be_read(briefings: dict[str, Index], text: str) -> None:
    for index in briefings.values():
        question = index.reader.read(text)
        assert all(slot.words and slot.at >= 0 for slot in question.slots)
        assert question == index.reader.read(text)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("pakistans strikes hit what", "Pakistan's strikes hit what"),
        ("afghanistans strikes hit what", "Afghanistan's strikes hit what"),
        ("pakistans operations killed how many", "Pakistan's operations killed how many"),
        ("what are mujahids claims", "what are Mujahid's claims"),
    ],
)
def test_a_name_with_an_s_owns_without_an_apostrophe(war: Index, typed: str, meant: str) -> None:
    assert slots(war, typed) == slots(war, meant)
    assert [span.possessive for span in war.reader.read(typed).spans].count(True) == 1


@pytest.mark.parametrize("side", ["Pakistan", "Afghanistan"])
def test_an_unknown_word_stands_between_an_owner_and_its_deed(war: Index, side: str) -> None:
    assert ("actor", side.casefold()) in slots(war, f"{side}'s relentless operations killed how many")
