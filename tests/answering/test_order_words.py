"""Words of time that put what the source tells after what it told before, asked about or in a message."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.answering.checking.messages import check
from tests.answering.conftest import ask, shown

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.answering.claims.index import Index

WORDS = "Later on Saturday evening"  # of the invented source
OFFERED, SILENCE = "Lund said Belmar was ready to negotiate", "the council announced a day of silence"
ASKED = (
    f"Did Lund say Belmar was ready to negotiate before {SILENCE}?",
    f"Did the council announce a day of silence before {OFFERED}?",
)
TOLD = (f"{OFFERED} before {SILENCE}.", f"{SILENCE.capitalize()} before {OFFERED}.")


def changed(changed_orla: Callable[..., Index], words: str) -> Index:
    return changed_orla(*((file, WORDS, words) for file in ("source.txt", "claims.toml")))


@pytest.mark.parametrize(
    "words",
    [
        *("Later", "Later that evening", "Hours later", "Two days later", "Much later"),
        *("Then", "Next", "The next day", "After that", "Afterwards", "Shortly afterwards"),
    ],
)
def test_what_is_told_later_came_after(changed_orla: Callable[..., Index], words: str) -> None:
    index = changed(changed_orla, words)
    assert [shown(ask(index, text)) for text in ASKED] == [{"ready-lund", "silence-council"}] * 2
    assert [check(index, text).verdict for text in TOLD] == ["matches", "distorts"]


@pytest.mark.parametrize("words", ["On Saturday evening", "By then", "Until then", "In the afternoon"])
def test_other_words_of_time_say_no_order(changed_orla: Callable[..., Index], words: str) -> None:
    index = changed(changed_orla, words)
    assert [shown(ask(index, text)) for text in ASKED] == [set(), set()]
    assert [check(index, text).verdict for text in TOLD] == ["not_covered", "not_covered"]


@pytest.mark.parametrize(
    ("briefing", "question", "claims"),
    [
        (
            "war",
            "Did the offer of dialogue come before or after the minister's 'open war' post?",
            {"ready-to-negotiate-mujahid", "open-war-asif"},
        ),
        (
            "war",
            "which came later, the report of 19 civilians or mujahids 13 injured",
            {"civilian-losses-government", "afghan-losses-mujahid"},
        ),
        (
            "war",
            "which came first, mujahid's 55 or the government's 19 civilians",
            {"pakistani-losses-mujahid", "civilian-losses-government"},
        ),
        (
            "orla",
            "which came later, the report of 14 killed or the report of nine killed",
            {"arden-losses-holt", "arden-losses-lund"},
        ),
    ],
)
def test_of_two_in_an_order_both_are_shown(
    briefings: dict[str, Index], briefing: str, question: str, claims: set[str]
) -> None:
    reply = ask(briefings[briefing], question)
    assert (reply.outcome, shown(reply)) == ("answer", claims)
