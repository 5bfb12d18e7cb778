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
