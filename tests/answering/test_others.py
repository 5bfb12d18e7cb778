"""“Besides soldiers” and “who isn’t a soldier” are civilians, and the other way round."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.answering.conftest import ask, shown

if TYPE_CHECKING:
    from bot.answering.claims.index import Index

CIVILIANS, SOLDIERS = {"arden-losses-holt"}, {"belmar-losses-lund"}


@pytest.mark.parametrize(
    ("question", "claims"),
    [
        ("nobody who isn't a soldier got injured though, right?", CIVILIANS),
        ("no one who’s not in the army was injured?", CIVILIANS),
        ("Was anyone other than troops injured?", CIVILIANS),
        ("who was injured besides soldiers", CIVILIANS),
        ("was anybody injured who wasn't fighting", CIVILIANS),
        ("nobody but soldiers or fighters got injured", CIVILIANS),
        ("how many of the injured were not soldiers?", CIVILIANS),
        ("who was injured except for civilians", SOLDIERS),
        ("nobody who isn't a civilian got injured, right?", SOLDIERS),
        # Near misses: soldiers are meant, or only some of them are left out.
        ("weren't soldiers injured?", SOLDIERS),
        ("did no soldier get injured?", SOLDIERS),
        ("how many soldiers other than officers were injured", set()),
    ],
)
def test_whom_words_leave_is_asked_about(orla: Index, question: str, claims: set[str]) -> None:
    assert shown(ask(orla, question)) == claims
