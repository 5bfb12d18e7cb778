"""More briefings than a select has room for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
import pytest

from bot.surfaces.discord.cards import LONGEST_OPTION, MOST_OPTIONS, options
from tests.several import many
from tests.surfaces.discord.conftest import World, within

if TYPE_CHECKING:
    from pathlib import Path

MANY = MOST_OPTIONS + 2
LONG = "The Orla flood" + " as it was told" * 8


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return many(tmp_path / "knowledge", {f"orla-{number:02}": f"{LONG} {number}" for number in range(MANY)})


async def test_the_briefing_that_is_shown_is_always_among_the_options(world: World) -> None:
    for briefing in ("orla-00", f"orla-{MANY - 1}"):
        result = await world.member.slash(world.channel, "figures", briefing=briefing)
        assert result.response is not None
        (select,) = (
            one
            for one in within(result.response)
            if one.get("type") == discord.ComponentType.select.value
            and one["custom_id"].startswith("briefing:")
        )
        assert len(select["options"]) == MOST_OPTIONS
        assert sum(one.get("default", False) for one in select["options"]) == 1
        assert all(len(one["label"]) == LONGEST_OPTION for one in select["options"])
        assert all(one["label"].endswith("…") for one in select["options"])
    found = await world.member.autocomplete(world.channel, "figures", "briefing", "")
    assert len(found) == MOST_OPTIONS
    assert all(one["name"].endswith("…") for one in found)


def test_options_are_the_first_ones_and_the_chosen_one() -> None:
    names = {f"{number}": f"name {number}" for number in range(4)}
    assert options(names, "1", 3) == [("0", "name 0"), ("1", "name 1"), ("2", "name 2")]
    assert options(names, "3", 3) == [("0", "name 0"), ("1", "name 1"), ("3", "name 3")]
    assert options(names, None, 3) == options(names, "gone", 3) == list(names.items())[:3]
    assert options(names, "0") == list(names.items())
