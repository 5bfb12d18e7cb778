"""Who did it, swapped in every clause that a message may tell it in, is never what the briefing has."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.answering.checking.messages import check

if TYPE_CHECKING:
    from bot.answering.claims.index import Index

CLAUSES = (
    "{}.",
    "It all kicked off when {}.",
    "It all kicked off when {}, don't let anyone tell you otherwise.",
    "This started after {}.",
    "After {}, everything went downhill.",
    "People are angry because {}.",
    "People were angry when {}, as usual.",
    "Remember that {}, folks, whatever the media says.",
    "Once {}, it was clear to everybody.",
    "It happened as {}, no matter who says otherwise.",
    "{}, and anyone who says otherwise is lying.",
    "That was before {}.",
    "Ever since {}, nobody sleeps.",
    "Everything changed the day {}.",
    "It was all over the news that {}.",
    "I can't believe {}.",
)
# Each statement of a side, told of the other.
SWAPPED = {
    "war": (
        "Afghanistan carried out air strikes inside Pakistan last weekend",
        "the Taliban conducted strikes in Pakistan last weekend",
        "the Afghans launched air strikes on Pakistan last weekend",
        "Afghanistan hit Pakistan with air strikes",
        "Kabul struck Pakistan from the air last weekend",
        "air strikes were carried out inside Pakistan last weekend by the Afghan air force",
        "the side that launched air strikes inside Pakistan was Afghanistan",
        "Afghanistan, which carried out air strikes inside Pakistan last weekend, began it",
        "Pakistan launched retaliatory attacks on Afghanistan along the border on February 26",
        "Pakistan retaliated along the border on February 26",
        "Afghanistan struck Kabul and Kandahar on February 27",
        "the Taliban bombed Kandahar on February 27",
        "Afghanistan bombed several major cities",
        "Mujahid said Pakistan launched drone attacks on military bases in Afghanistan on Thursday",
        "Mujahid said Afghanistan's strikes hit Paktia on Thursday night",
        "Mujahid said Afghanistan's strikes targeted Khost on Friday",
        "Afghanistan attacked the cities of Khost and Paktika",
        "Afghanistan alleged Pakistan was sheltering militants",
        "Pakistan denied sheltering militants",
        "Pakistan said it was willing to negotiate with the Taliban leaders",
        "Pakistan was ready to negotiate with Afghanistan",
        "the Taliban government announced a full-scale confrontation with Pakistan",
        "the Taliban declared open war on Pakistan",
        "the Taliban killed 274 Pakistani soldiers",
        "Pakistan killed 55 Afghan soldiers",
        "Pakistan captured many Afghan soldiers",
        "Pakistan holds 23 bodies of Afghan soldiers",
        "Pakistan rejected Mujahid's claims as not true",
        "Afghanistan killed 19 civilians in Khost and Paktika",
        "Chaudhary said 12 Afghan soldiers were killed",
        "Mujahid said 13 Pakistani soldiers were killed",
    ),
    "orla": (
        "Arden opened the sluices on April 3",
        "Arden flooded Millbank and Wexcombe",
        "Belmar closed the old canal on April 2",
        "the town that closed the old canal was Belmar",
        "Holt said the flooding by Arden killed 14 residents in Millbank",
        "Arden was ready to negotiate with Belmar over the canal",
        "Belmar alleged Arden was hiding a broken gauge",
        "Arden denied hiding a broken gauge",
        "the council of Belmar announced a day of silence",
        "Holt rejected Belmar's claims as not true",
        "Lund said 14 residents were killed in Millbank",
        "Holt said 6 Belmar soldiers were injured",
    ),
    "vardholm": (
        "the commission alleged that the Hearth Union was hiding nine ballot boxes in Norrvik",
        "the Hearth Union denied hiding ballot boxes",
        "the Hearth Union announced a recount in Norrvik",
        "the ones who announced a recount in Norrvik were the Hearth Union",
        "Ekholm rejected the count as a fairy tale",
        "Brandt was ready to talk with the Tide Party about a coalition",
        "the Hearth Union won 18,204 votes",
        "the Tide Party won 17,960 votes",
        "Ekholm said her party won at least 18,900 votes",
    ),
}


@pytest.mark.parametrize(
    ("briefing", "swapped"), [(name, told) for name, each in SWAPPED.items() for told in each]
)
def test_sides_swapped_in_any_clause_are_not_what_the_briefing_has(
    briefings: dict[str, Index], briefing: str, swapped: str
) -> None:
    messages = [clause.format(swapped) for clause in CLAUSES]
    stamped = {message: check(briefings[briefing], message).verdict for message in messages}
    assert {m: v for m, v in stamped.items() if v in {"matches", "conflicting"}} == {}


@pytest.mark.parametrize(
    ("briefing", "told"),
    [
        ("war", "Pakistan carried out air strikes inside Afghanistan last weekend"),
        ("war", "the side that launched air strikes inside Afghanistan last weekend was Pakistan"),
        ("war", "Afghanistan retaliated along the border on February 26"),
        ("war", "Mujahid said Afghanistan attacked bases in Pakistan from the air on Thursday"),
        ("war", "Pakistan struck Kabul from the air on February 27"),
        ("orla", "Belmar flooded Millbank and Wexcombe"),
        ("orla", "the town that closed the old canal was Arden"),
        ("vardholm", "the commission announced a recount in Norrvik"),
    ],
)
def test_the_same_of_whom_the_briefing_has_it(briefings: dict[str, Index], briefing: str, told: str) -> None:
    for message in (f"{told}.", f"{told}, don't let anyone tell you otherwise.", f"That was before {told}."):
        assert check(briefings[briefing], message).verdict == "matches", message


@pytest.mark.parametrize(
    "said", ["don't let anyone tell you that Pakistan struck Kabul", "don't believe those who say 12 died"]
)
def test_what_a_reader_is_warned_of_by_name_is_not_brushed_aside(war: Index, said: str) -> None:
    assert check(war, f"Pakistan struck Kabul on February 27, {said}.").verdict != "matches"
