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
UNREAD = (
    "Words of statements and phrasings that nothing reads: listened (1), dr (1), council (1). Make them "
    "aliases of what they name, or of an [[aside]] where they say nothing."
)
NOT_SHARED = 'The vocabulary has no "zither" to take over, so own_words can do without it.'
AHEAD = (
    "The day of belmar-losses-lund, 2031-12-24, is after covers_until 2031-04-05: right where the source "
    "looks ahead to it."
)
WORDS = (
    "The folder has no words.en.txt, so that ordinary words may be taken for typing errors: copy it from the "
    "bot's own knowledge folder."
)
SMALL_TALK = (
    "The folder has no small-talk.en.txt, so that chatter may be answered: copy it from the bot's own "
    "knowledge folder."
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
    "a word of its own that nobody shares": (
        BRIEFING,
        {"covers_until": 'own_words = ["strike", "zither"]\ncovers_until'},
        [NOT_SHARED],
    ),
    "a day ahead": (CLAIMS, {"day = 2031-04-03": "day = 2031-12-24"}, [AHEAD]),
}


@pytest.fixture
def flood(tmp_path: Path) -> Path:
    """Return a folder with the invented briefing alone, which a test may change."""
    for name in ("vocabulary.toml", "words.en.txt", "small-talk.en.txt"):
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
    assert list(one.hints) == [*found, UNREAD]
    lines = report(one, 0.01).split("\n")
    assert all(f"- {hint}" in lines for hint in found)


def test_words_that_nothing_reads_are_told_the_most_frequent_first(flood: Path) -> None:
    claims = flood / "orla" / CLAIMS
    text = claims.read_text(encoding="utf-8")
    claims.write_text(
        text.replace("were the losses heavy", "zithers, 5 zithers and dulcimers"), encoding="utf-8"
    )
    (one,) = calibrations(Settings(flood, cache=False))
    assert "reads: zithers (2), listened (1), dr (1), dulcimers (1), council (1). " in one.hints[-1]


def test_lists_of_words_that_are_missing_are_told(flood: Path) -> None:
    for name in ("words.en.txt", "small-talk.en.txt"):
        (flood / name).unlink()
    (one,) = calibrations(Settings(flood, cache=False))
    assert one.hints[:2] == (WORDS, SMALL_TALK)


def test_who_curates_is_told_what_the_shares_mean(flood: Path) -> None:
    shutil.copytree(VARDHOLM, flood / "vardholm")
    for one in calibrations(Settings(flood, cache=False)):
        told = report(one._replace(lost=(("a", "who?", ()),)), 0.01)
        assert "coverage, the share of them answered without asking back by phrasing alone, " in told
        assert "What a question names is looked at before, and answers most." in told
        why = f'`briefing-bot why --briefing {one.briefing} "…"` tells why'
        assert f"find their own claim ({why}): 1\n" in told
