"""Who says what a message tells: ahead of it, behind it, in a sentence before; and who is only spoken of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.answering.checking.messages import check

if TYPE_CHECKING:
    from bot.answering.claims.index import Index

GAVE_AFGHAN, GAVE_PAKISTANI = "at least 274 Afghan soldiers were killed", "55 Pakistani soldiers were killed"
# Who says it, the other side, and what each says of the other's dead.
SIDES = (("Pakistan", "Afghanistan", GAVE_AFGHAN), ("Afghanistan", "Pakistan", GAVE_PAKISTANI))
SPOKESMEN = (("Chaudhary", "Mujahid", GAVE_AFGHAN), ("Mujahid", "Chaudhary", GAVE_PAKISTANI))


@pytest.mark.parametrize(("who", "other", "counted"), SIDES)
@pytest.mark.parametrize("sign", [":", " ="])
def test_who_stands_ahead_of_the_others_dead_says_it(
    war: Index, who: str, other: str, counted: str, sign: str
) -> None:
    assert check(war, f"{who}{sign} {counted}").verdict == "matches"
    assert check(war, f"{other}{sign} {counted}").verdict == "conflicting"  # it may be a list of their own


@pytest.mark.parametrize(
    "tally",
    [
        "Pakistan: 12 dead, 27 wounded",
        "Afghanistan: 13 dead",
        "Kabul: 13 killed",
        "Pak army: 12 KIA / 27 WIA / 1 MIA",
        "Afghan army: 13 KIA / 22 WIA",
        "Pakistani army: 274 killed",
        "Afghan army: 55 killed",
    ],
)
def test_whose_dead_are_listed_says_nothing(war: Index, tally: str) -> None:
    assert check(war, tally).verdict == "conflicting"


@pytest.mark.parametrize(
    ("briefing", "message", "verdict"),
    [
        ("war", "ISPR: 274 Afghan soldiers and fighters eliminated, 400 wounded.", "matches"),
        ("war", "Pakistan's military: 274 Afghan soldiers killed.", "matches"),
        ("war", "Taliban govt: 55 Pakistani soldiers killed.", "matches"),
        ("war", "Taliban spox: 55 Pakistani soldiers killed.", "matches"),
        ("war", "Pak mil spokesman = minimum 274 killed on the Afghan side.", "matches"),
        ("war", "Taliban spox has confirmed at least 274 of their soldiers are dead.", "distorts"),
        ("war", "Pak spox has confirmed 55 of their soldiers are dead.", "distorts"),
        ("war", "Pakistan: Afghanistan shelters Pakistani Taliban militants.", "matches"),
        ("war", "Lt Gen Ahmed Sharif's briefing: 27 of our soldiers wounded.", "matches"),
        ("orla", "Arden: 14 residents killed", "conflicting"),
        ("orla", "Harbour master = nine residents killed", "matches"),
        ("vardholm", "Commission: Tide Party won 18,204 votes and 11 seats", "matches"),
        ("vardholm", "Hearth Union: at least 18,900 votes", "conflicting"),
    ],
)
def test_a_heading_by_whatever_name(
    briefings: dict[str, Index], briefing: str, message: str, verdict: str
) -> None:
    assert check(briefings[briefing], message).verdict == verdict


@pytest.mark.parametrize(("who", "other", "counted"), SPOKESMEN)
@pytest.mark.parametrize(
    "behind",
    [
        ", by {}'s telling",
        ", in {}'s account",
        ", or so {} would have us believe",
        ". That's {}'s count.",
        ". {}'s version, not mine.",
    ],
)
def test_who_said_it_may_stand_behind(war: Index, who: str, other: str, counted: str, behind: str) -> None:
    assert check(war, counted + behind.format(who)).verdict == "matches"
    assert check(war, counted + behind.format(other)).verdict == "distorts"


@pytest.mark.parametrize(
    ("briefing", "message"),
    [
        ("war", "Mujahid said 13 Afghan soldiers were killed. Also thirteen civilians were injured."),
        ("war", "Chaudhary said at least 274 Afghan soldiers were killed. More than 400 wounded acc to him."),
        (
            "war",
            "Mujahid called the Pakistani numbers not true. He gives 55 dead Pakistani soldiers instead.",
        ),
        (
            "war",
            "Kabul govt statement Friday evening. Pakistan attacked Khost and Paktika. 19 civilians died.",
        ),
        ("orla", "Holt said the flooding killed 14 residents. At least 40 were injured in Millbank."),
        ("orla", "Lund said nine residents were killed. Many residents were rescued."),
        ("vardholm", "Aam said turnout was 71 percent. 412 ballots were spoiled."),
    ],
)
def test_who_spoke_speaks_on(briefings: dict[str, Index], briefing: str, message: str) -> None:
    assert check(briefings[briefing], message).verdict == "matches"


@pytest.mark.parametrize(
    ("briefing", "message"),
    [
        # what follows is the other side's, the writer's own, or behind what is the publisher's
        ("war", "Mujahid said 13 Afghan soldiers were killed. 12 Pakistani soldiers were killed."),
        ("war", "Chaudhary said 12 Pakistani soldiers were killed. 13 Afghan soldiers were killed."),
        ("war", "Mujahid said 13 Afghan soldiers were killed. In truth 55 Pakistani soldiers were killed."),
        ("war", "Chaudhary said at least 274 Afghan soldiers were killed. We lost only 12 soldiers."),
        ("war", "Al Jazeera could not verify the figures. 55 Pakistani soldiers were killed."),
        ("war", "Nobody believes what Mujahid says. 55 Pakistani soldiers were killed."),
        (
            "war",
            "Mujahid said 13 Afghan soldiers fell. Pakistan denies it. 55 Pakistani soldiers were killed.",
        ),
        ("war", "Mujahid said 13 Afghan soldiers were killed? 55 Pakistani soldiers were killed."),
        ("orla", "Holt said 14 residents were killed. Nine residents were killed."),
        (
            "orla",
            "Holt said 14 were killed. Belmar opened the sluices on April 3. 40 residents were injured.",
        ),
    ],
)
def test_who_spoke_says_nothing_that_is_not_theirs(
    briefings: dict[str, Index], briefing: str, message: str
) -> None:
    found = check(briefings[briefing], message).findings
    assert found[-1].verdict == "conflicting"
    assert found[-1].field == "attribution"
    assert [f for f in found if f.verdict == "distorts"] == []


@pytest.mark.parametrize(("who", "other", "counted"), SPOKESMEN)
def test_whoever_is_told_says_nothing(war: Index, who: str, other: str, counted: str) -> None:
    for whom in (other, "Al Jazeera", "Pakistan", "the Taliban government"):
        for message in (f"{who} told {whom} that {counted}.", f"{counted}, {who} told {whom}."):
            assert check(war, message).verdict == "matches", message
    assert check(war, f"As told by {who}, {counted}.").verdict == "matches"
    assert check(war, f"{other} told {who} that {counted}.").verdict == "distorts"


@pytest.mark.parametrize(
    ("briefing", "message"),
    [
        ("war", "Only 13 Afghan soldiers were killed, all else is lies from Islamabad."),
        ("war", "Only 12 Pakistani soldiers were killed, the rest is fake news from Mujahid."),
        ("war", "The Taliban lie about thirteen dead soldiers."),
        ("war", "Pakistan lies about 12 dead Pakistani soldiers."),
        ("orla", "Only 14 residents were killed, all else is lies from Belmar."),
        ("orla", "Only nine residents were killed, all else is lies from Holt."),
    ],
)
def test_whoever_is_called_a_liar_says_nothing(
    briefings: dict[str, Index], briefing: str, message: str
) -> None:
    assert check(briefings[briefing], message).findings[0].field == "attribution"
    assert check(briefings[briefing], message).verdict == "conflicting"


def test_whose_count_is_turned_down_says_nothing(war: Index, vardholm: Index) -> None:
    told = "dismissed {}'s tally as untrue and countered with one of his own: {}."
    assert check(war, f"Mujahid {told.format('Islamabad', '55 Pakistani troops dead')}").verdict == "matches"
    found = check(war, f"Chaudhary {told.format('Kabul', '12 Pakistani troops dead')}").findings
    assert found[0].verdict == "matches"
    brandt = "Brandt rejected the commission's count and gave one of his own: at least 18,900 votes."
    assert check(vardholm, brandt).findings[0].verdict == "matches"


@pytest.mark.parametrize(
    "message",
    [
        "Kabul rejects the charge, levelled by Islamabad, that it shelters Pakistani Taliban militants.",
        "Pakistan alleged, in a charge denied by Kabul, that Afghanistan shelters Taliban militants.",
    ],
)
def test_who_accuses_and_who_denies_in_one_sentence(war: Index, message: str) -> None:
    assert check(war, message).verdict == "matches"


@pytest.mark.parametrize(
    ("who", "verdict"),
    [("Pakistan hit several big cities", "matches"), ("Afghanistan hit Kabul", "distorts")],
)
def test_whose_minister_it_is_a_clause_before_says(war: Index, who: str, verdict: str) -> None:
    found = check(war, f"{who}, its minister declares open war.").findings
    assert [f.verdict for f in found if f.claim == "open-war-asif"] == [verdict]


@pytest.mark.parametrize(
    ("who", "said"), [("ISPR", "12 shaheed, 27 injured"), ("Afghan govt", "19 civilians killed")]
)
def test_who_speaks_for_a_side_says_what_stands_under_their_name(war: Index, who: str, said: str) -> None:
    assert check(war, f"{who}: {said}.").verdict == "matches"


@pytest.mark.parametrize(
    ("message", "verdict"),
    [
        ("Taliban: 13 dead", "conflicting"),
        ("Taliban: 55 dead", "conflicting"),
        ("Afghan Taliban: 13 dead", "conflicting"),
        ("Taliban govt: 55 dead", "matches"),
        ("ISPR: 12 dead", "matches"),
        ("The Taliban lie that 55 Pakistani soldiers were killed.", "not_covered"),
        ("Pakistan lies that 274 Afghan soldiers were killed.", "not_covered"),
        ("The Taliban claim 55 Pakistani soldiers were killed.", "matches"),
        ("Mujahid claims parts of Kabul were hit on Thursday night.", "matches"),
        ("Mujahid claims the whole of Kabul got hit on Thursday night.", "distorts"),
    ],
)
def test_a_bare_name_and_a_verb_behind_it(war: Index, message: str, verdict: str) -> None:
    assert check(war, message).verdict == verdict
