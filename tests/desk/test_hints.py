"""What is no fault of a briefing, and yet seldom meant, is told to a curator with what to do."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from bot.desk.settings import Settings
from bot.desk.validating import calibrations
from bot.surfaces.calibration_report import report
from tests.several import ORLA, VARDHOLM
from tests.shipped import FOLDER

if TYPE_CHECKING:
    from pathlib import Path

CLAIMS, BRIEFING = "claims.toml", "briefing.toml"
UNPLACED = (
    'The figure "killed 14 residents" of arden-losses-holt has no places, so nobody finds it who names '
    "one: give it those of the claim that hold for the number."
)
FEWER = (
    "arden-losses-holt and arden-losses-lund count killed of arden, one of civilians and one of people, so "
    "neither contests the other: give both the same victims, or tie them in a [[dispute]]."
)
TWO_KINDS = (
    '"damage" is read as the measure rescued and as the topic attack: put a word beside it, or take '
    'it over with own_words = ["damage"] at the top of briefing.toml.'
)
HINTS: dict[str, tuple[str, dict[str, str], list[str]]] = {
    "nothing": (CLAIMS, {}, []),
    "a figure without the place of its claim": (
        CLAIMS,
        {'places = ["millbank"]\nwords = "killed': 'words = "killed'},
        [UNPLACED],
    ),
    "fewer people on one side": (
        CLAIMS,
        {
            'civilians"]\nside = "arden"\nmin = 9': 'people"]\nside = "arden"\nmin = 9',
            "contested = true\n": "",  # by each other, which they no longer are
        },
        [FEWER],
    ),
    "a shared word of another kind": (
        BRIEFING,
        {'"saved from the water"': '"saved from the water", "damage"'},
        [TWO_KINDS],
    ),
}


@pytest.fixture
def flood(tmp_path: Path) -> Path:
    """Return a folder with the invented briefing alone, which a test may change."""
    for name in ("vocabulary.toml", "words.en.txt"):
        (tmp_path / "flood").mkdir(exist_ok=True)
        shutil.copy(FOLDER / name, tmp_path / "flood")
    shutil.copytree(ORLA, tmp_path / "flood" / "orla")
    return tmp_path / "flood"


@pytest.mark.parametrize(("name", "changes", "found"), HINTS.values(), ids=HINTS)
def test_a_hint(flood: Path, name: str, changes: dict[str, str], found: list[str]) -> None:
    text = (flood / "orla" / name).read_text(encoding="utf-8")
    for old, new in changes.items():
        assert old in text
        text = text.replace(old, new)
    (flood / "orla" / name).write_text(text, encoding="utf-8")
    (one,) = calibrations(Settings(flood, cache=False))
    assert list(one.hints) == found
    lines = report(one, 0.01).split("\n")
    assert all(f"- {hint}" in lines for hint in found)


def test_who_curates_is_told_what_the_shares_mean(flood: Path) -> None:
    shutil.copytree(VARDHOLM, flood / "vardholm")
    for one in calibrations(Settings(flood, cache=False)):
        told = report(one._replace(lost=(("a", "who?", ()),)), 0.01)
        assert "coverage, the share of them answered without asking back by phrasing alone, " in told
        assert "What a question names is looked at before, and answers most." in told
        why = f'`briefing-bot why --briefing {one.briefing} "…"` tells why'
        assert f"find their own claim ({why}): 1\n" in told
