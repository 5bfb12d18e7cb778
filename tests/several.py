"""Several briefings in one folder: the shipped one and two invented ones, on a flood and on an election."""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path

from bot.desk.knowledge import Knowledge
from bot.desk.settings import Settings
from tests.shipped import BRIEFING, FOLDER, copied

ORLA = Path(__file__).parent / "orla"
VARDHOLM = Path(__file__).parent / "vardholm"
TITLES = {
    "orla": "The Orla flood, edition of 2031-06-01 [orla]",
    "vardholm": "The Vardholm election, edition of 2033-10-01 [vardholm]",
    BRIEFING: f"Pakistan–Afghanistan fighting, February 2026, edition of 2026-11-22 [{BRIEFING}]",
}
FITS_TWO = "How many civilians were killed?"
NAMES_ONE = "How many votes did the Tide Party win?"


def add_others(folder: Path) -> Path:
    """Put the invented briefings beside what the folder has."""
    for one in (ORLA, VARDHOLM):
        shutil.copytree(one, folder / one.name)
    return folder


def several(folder: Path) -> Path:
    """Make a folder with all three."""
    return add_others(copied(folder))


def source_of(briefing: str) -> str:
    """Return the text that a briefing rests on."""
    folder = {"orla": ORLA, "vardholm": VARDHOLM}.get(briefing, FOLDER / briefing)
    return (folder / "source.txt").read_text(encoding="utf-8")


@cache
def knowledge_in(folder: Path) -> Knowledge:
    return Knowledge(Settings(folder, cache=False))
