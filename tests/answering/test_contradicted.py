"""What a message says against a claim in words of the opposite, whoever it is that did or said it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.answering.checking.messages import check

if TYPE_CHECKING:
    from bot.answering.claims.index import Index

OPEN_WAR = "“Now it is an open war between us and you”"
NEGOTIATIONS = "“this time we also want to resolve this issue through negotiations”"
WORDS_OF_OTHERS = {
    f"Mujahid just posted {OPEN_WAR} on X and they cry victim": "distorts",
    f"Mujahid told reporters: {OPEN_WAR} 55 Pakistanis died.": "distorts",
    f"Asif said {NEGOTIATIONS}, what a clown": "distorts",
    f"Asif said {NEGOTIATIONS}, and 12 of his men died.": "distorts",
    f"Asif just posted {OPEN_WAR} on X": "matches",
    f"Mujahid said {NEGOTIATIONS}, what a clown": "matches",
    f"Mujahid called Asif's {OPEN_WAR} a threat.": "matches",
}
QUIET = {
    "while pak was bombing Kabul on 27 feb the border was totally silent, zero fight there": "distorts",
    "On 27 February the border was dead quiet even as Kabul was bombed.": "distorts",
    "There was a lull along the border while the cities were struck on the 27th.": "distorts",
    "The fighting along the border paused while Pakistan struck Kabul on February 27.": "distorts",
    "Asif has been silent since.": "not_covered",
}
EASING = {
    "Asif's “open war” came after months in which tensions of the two had been easing.": "distorts",
    "tensions between pak and afg were cooling for months": "distorts",
    "tensions between pak and afg were mounting for months": "matches",
    "Taliban leaders said they want to negotiate to ease tensions.": "matches",
}
UNPROVOKED = {
    "The attacks by Afghanistan along the border on Feb 26 were unprovoked.": "distorts",
    "Out of nowhere Afghanistan attacked along the border on February 26.": "distorts",
    "Pakistan's unprovoked air strikes last weekend started the violence.": "not_covered",
}
TURNED = {
    "Afghans attacked the border FIRST, pak's weekend airstrikes was only the answer to that #x": "distorts",
    "The Afghans hit the border on 26 Feb: Pakistan's weekend strikes were retaliation for it.": "distorts",
    "Pakistan struck first last weekend, and the Afghan attacks of 26 February were retaliation.": "matches",
}
ALIVE = {
    "Mujahid says they have 23 pak soldiers ALIVE in their hands, who will pay ransom": "distorts",
    "Mujahid says afghan forces hold 23 living Pakistani soldiers.": "distorts",
    "Chaudhary says 274 Afghan soldiers are alive in Pakistani custody.": "distorts",
    "Mujahid says Afghan forces hold 23 bodies of Pakistani soldiers.": "matches",
}
OFTEN = {
    "Mujahid says they rarely tried to resolve issues through negotiations.": "distorts",
    "Only now, for the first time, does the Emirate want to resolve an issue by negotiation, said Mujahid.": (
        "distorts"
    ),
    "Mujahid says they always tried to resolve issues through negotiations.": "matches",
}
FEW = {
    "Chaudhary says a handful of Afghan fighters were killed.": "distorts",
    "Mujahid says a handful of Pakistani soldiers were captured.": "distorts",
}
WARLIKE = {
    "Mujahid's government is ready to fight on.": "distorts",
    "Taliban leaders are ready to talk and stop the fighting.": "matches",
}


@pytest.mark.parametrize(
    ("message", "verdict"),
    [
        *WORDS_OF_OTHERS.items(),
        *QUIET.items(),
        *EASING.items(),
        *UNPROVOKED.items(),
        *TURNED.items(),
        *ALIVE.items(),
        *OFTEN.items(),
        *FEW.items(),
        *WARLIKE.items(),
    ],
)
def test_the_opposite_of_a_claim(war: Index, message: str, verdict: str) -> None:
    assert check(war, message).verdict == verdict


@pytest.mark.parametrize(
    ("message", "verdict"),
    [
        ("Lund announced a “day of silence”, the old fox", "distorts"),
        ("The council of Arden announced a “day of silence”.", "matches"),
        ("Lund: nine residents alive in Millbank.", "distorts"),
        ("Holt: 14 residents are alive, she said.", "distorts"),
    ],
)
def test_the_same_of_a_flood(orla: Index, message: str, verdict: str) -> None:
    assert check(orla, message).verdict == verdict


@pytest.mark.parametrize(
    ("who", "verdict"), [("Brandt", "distorts"), ("Ekholm", "distorts"), ("Aam", "matches")]
)
def test_the_same_of_an_election(vardholm: Index, who: str, verdict: str) -> None:
    assert check(vardholm, f"{who} said “We will respect every ballot”").verdict == verdict


@pytest.mark.parametrize(
    ("told", "verdict"),
    [
        ("The border had gone quiet {}, fighting there was over.", "distorts"),
        ("The fighting along the border was over {}.", "distorts"),
        ("The fighting along the border was already over {}.", "distorts"),
        ("The fighting along the border had died down {}.", "distorts"),
        ("The fighting along the border was not over {}.", "matches"),
        ("The fighting along the border continued {}.", "matches"),
    ],
)
@pytest.mark.parametrize(
    "when", ["by the time Pakistan struck Kabul on the 27th", "when Pakistan struck Kabul"]
)
def test_what_went_on_was_not_over(war: Index, told: str, when: str, verdict: str) -> None:
    assert check(war, told.format(when)).verdict == verdict
