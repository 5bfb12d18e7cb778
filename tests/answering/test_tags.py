"""Tags and flags behind a message, which are no part of what it tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.answering.checking.messages import check

if TYPE_CHECKING:
    from bot.answering.claims.index import Index


@pytest.mark.parametrize(
    "message",
    [
        "Pakistan wiped out at least 274 of them 💪 #PakArmy #OpenWar",
        "Lots of Pakistani troops were taken prisoner #Kandahar #Emirate",
        "Lots of Pakistani troops were taken prisoner! #Kandahar",
        "55 Pakistani soldiers killed #Mujahid",
        "we killed 55 of theirs and we're keeping 23 bodies 🇦🇫🇦🇫",
        "we killed 274 of them 🇵🇰🇵🇰",
        "they killed 12 of ours 🇵🇰",
    ],
)
def test_what_it_is_filed_under_names_nobody(war: Index, message: str) -> None:
    assert check(war, message).verdict == "conflicting"


@pytest.mark.parametrize(
    ("message", "verdict"),
    [
        ("Pakistan struck #Kabul and #Kandahar", "matches"),
        ("Pakistan struck #Kabul #Paktia", "distorts"),
        ("Pakistan struck Kabul and Kandahar #Laghman #Afghanistan", "distorts"),
        ("55 Pakistani soldiers killed says #Mujahid", "matches"),
        ("we killed 274 of them 🇦🇫", "distorts"),
        ("#OpenWar #PakArmy", "not_covered"),
    ],
)
def test_but_a_tag_in_a_sentence_is_a_word_of_it(war: Index, message: str, verdict: str) -> None:
    assert check(war, message).verdict == verdict


def test_in_an_invented_briefing(orla: Index) -> None:
    assert check(orla, "Belmar flooded Millbank and Wexcombe #flood #april").verdict == "matches"
    assert check(orla, "Belmar flooded #Tarn").verdict == "distorts"
