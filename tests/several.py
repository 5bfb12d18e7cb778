"""Several briefings in one folder: the shipped one and two invented ones, on a flood and on an election."""

from __future__ import annotations

import re
import shutil
from functools import cache
from pathlib import Path

from bot.desk.knowledge import Knowledge
from bot.desk.settings import Settings
from tests.shipped import BRIEFING, FOLDER, copied, have_ready

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


def many(folder: Path, titles: dict[str, str]) -> Path:
    """Make a folder with copies of one briefing under these ids and titles, with few words to read it by."""
    for id_, title in titles.items():
        shutil.copytree(ORLA, folder / id_)
        file = folder / id_ / "briefing.toml"
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace('"The Orla flood"', f'"{title}"', 1), encoding="utf-8")
    words = (FOLDER / "vocabulary.toml").read_text(encoding="utf-8")
    few = re.sub(r'^(aliases\.en = \[\s*"[^"]*",?)[^]]*', r"\1", words, flags=re.MULTILINE)
    (folder / "vocabulary.toml").write_text(few, encoding="utf-8")
    have_ready(folder)
    return folder


def source_of(briefing: str) -> str:
    """Return the text that a briefing rests on."""
    folder = {"orla": ORLA, "vardholm": VARDHOLM}.get(briefing, FOLDER / briefing)
    return (folder / "source.txt").read_text(encoding="utf-8")


@cache
def knowledge_in(folder: Path) -> Knowledge:
    return Knowledge(Settings(folder, cache=False))
