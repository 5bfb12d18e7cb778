"""Claims are ranked by what they have in common with a question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answering.claims import likeness

if TYPE_CHECKING:
    import pytest

    from bot.answering.claims.index import Index


def test_of_a_long_briefing_the_most_like_are_ranked(orla: Index, monkeypatch: pytest.MonkeyPatch) -> None:
    bag = orla.bag(orla.reader.read("How many residents died in the flood?"))
    all_of_them = orla.rank(bag)
    assert {one.entry for one in all_of_them} == set(orla.entries)
    monkeypatch.setattr(likeness, "MOST_RANKED", 4)
    assert orla.rank(bag)[0] == all_of_them[0]
    assert len(orla.rank(bag)) == 4
    monkeypatch.setattr(likeness, "MOST_RANKED", len(orla.entries) - 1)
    assert orla.rank(bag) == all_of_them[:-1]
