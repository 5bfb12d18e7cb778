"""The picture holds a bar for each number, and holds up in grey and on a phone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import matplotlib as mpl
import pytest
from matplotlib.colors import to_hex
from matplotlib.image import imread
from matplotlib.patches import Polygon

from bot.answering.showing import sentences
from bot.desk.browsing import figures
from bot.surfaces import chart
from tests.shipped import CAVEAT, knowledge

if TYPE_CHECKING:
    from pathlib import Path

    from bot.answering.showing.figure_table import FigureTable
    from tests.surfaces.conftest import Bot


def titled(table: FigureTable, title: str) -> FigureTable:
    return replace(table, imprint=table.imprint._replace(title=title))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "figures.png"


def texts(table: FigureTable) -> str:
    """Return what is written in the picture, line by line."""
    sheet = chart._Sheet(100.0)
    sheet.fill(table)
    return "\n".join(text.get_text() for text in sheet.figure.texts)


def bars(table: FigureTable) -> tuple[list[float], list[float]]:
    """Return the lengths in inches of the solid and the hatched bars, without the samples of the key."""
    sheet = chart._Sheet(100.0)
    sheet.fill(table)
    solid, hatched = [], []
    for shape in sheet.figure.findobj(Polygon):
        corners = shape.get_xy()
        if len(corners) == 5 and to_hex(shape.get_edgecolor()) == chart._BARS:
            length = corners[:, 0].max() - corners[:, 0].min()
            (hatched if shape.get_hatch() else solid).append(round(length * chart._WIDTH, 6))
    return solid[1:], hatched[2:]


def test_the_command(bot: Bot, file: Path) -> None:
    status, out, err = bot("figures", "--chart", str(file))
    assert (status, err) == (0, "")
    assert out == bot("figures")[1]
    picture = imread(file)
    height, width, _ = picture.shape
    assert width == 840
    assert height > width
    grey = picture[:, :, :3].mean(axis=2)
    assert grey.min() < 0.15
    assert 0.8 < grey.mean() < 0.99


def test_the_same_table_makes_the_same_picture() -> None:
    table = figures(knowledge())
    once = chart.png(table)
    with mpl.rc_context({"font.size": 30, "axes.facecolor": "red", "savefig.dpi": 30, "text.color": "white"}):
        assert chart.png(table) == once


def test_a_bar_for_each_number() -> None:
    solid, hatched = bars(figures(knowledge()))
    unit = hatched[1] / 400
    assert [round(length / unit) for length in hatched] == [274, 400]
    assert [round(length / unit) for length in solid if length > chart._THINNEST] == [
        13,
        19,
        22,
        26,
        13,
        12,
        55,
        27,
        23,
    ]
    assert solid.count(chart._THINNEST) == 1  # one missing


def test_the_words_in_it() -> None:
    words = texts(figures(knowledge())).split("\n")
    title = words[0]
    assert not any(char.isdigit() for char in title)
    for line in (
        "Victims: Afghanistan",
        "Victims: Pakistan",
        "killed",
        "bodies held",
        "at least 274",
        "more than 400",
    ):
        assert line in words
    assert words.count("Lt Gen Ahmed Sharif Chaudhary") == 5
    whole = " ".join(words)
    assert CAVEAT in whole
    assert "Pakistan–Afghanistan fighting, February 2026, edition of 2026-11-22." in whole
    assert "12 Pakistani soldiers; disputed by Zabihullah Mujahid" in whole
    # The caveat comes before the first bar, where no screen cuts it off.
    assert whole.index("Al Jazeera said") < whole.index("at least 274")


def test_each_way_to_draw_a_bar_is_explained() -> None:
    lines = texts(figures(knowledge())).split("\n")
    for meaning in (sentences.CHART_EXACT, sentences.CHART_OPEN, sentences.CHART_UP_TO, sentences.CHART_WORD):
        assert meaning in " ".join(lines)


def test_who_gives_no_figure_is_named_under_who_does() -> None:
    whole = texts(figures(knowledge(), side="Pakistan", measure="wounded")).replace("\n", " ")
    assert "Zabihullah Mujahid and Afghanistan’s government: not in this briefing" in whole
    whole = texts(figures(knowledge())).replace("\n", " ")
    assert "Zabihullah Mujahid and Afghanistan’s government: not in this briefing missing" in whole
    assert (
        "Lt Gen Ahmed Sharif Chaudhary and Afghanistan’s government: not in this briefing captured" in whole
    )


def test_a_word_is_no_bar() -> None:
    table = figures(knowledge(), measure="captured")
    assert bars(table) == ([], [])
    assert "“many”" in texts(table).split("\n")


def test_a_part_shows_what_contests_it_all_the_same() -> None:
    whole = texts(figures(knowledge(), claimant="Chaudhary", measure="killed")).replace("\n", " ")
    assert "Counter-claim – Zabihullah Mujahid 55" in whole
    assert "disputed by Zabihullah Mujahid" in whole


@pytest.mark.parametrize(
    ("low", "high", "words", "drawn"),
    [
        (10, 40, "10 to 40", (1, 1)),
        (None, 40, "up to 40", (1, 1)),
        (0, 0, "0", (1, 0)),
        (40, None, "40", (0, 1)),
    ],
)
def test_ranges(file: Path, low: int | None, high: int | None, words: str, drawn: tuple[int, int]) -> None:
    table = figures(knowledge(), measure="missing")
    row = table.rows[0]
    qualifier = "up to" if low is None else None
    figure = row.figure._replace(minimum=low, maximum=high, qualifier=qualifier)
    table = replace(table, rows=(replace(row, figure=figure),))
    file.write_bytes(chart.png(table))
    assert words in texts(table).split("\n")
    assert tuple(map(len, bars(table))) == drawn


def test_nothing_to_draw(file: Path) -> None:
    table = figures(knowledge(), side="Pakistan", measure="injured")
    file.write_bytes(chart.png(table))
    assert imread(file).shape[1] == 840


def test_signs_of_mathematics_are_only_signs(file: Path) -> None:
    table = titled(figures(knowledge(), measure="missing"), "$x$ & \\frac of _a_")
    file.write_bytes(chart.png(table))
    assert "$x$" in texts(table)


def test_a_word_that_is_longer_than_a_line_goes_on_below() -> None:
    word = "Wm" * 200
    table = titled(figures(knowledge()), f"before {word} after")
    sheet = chart._Sheet(100.0)
    sheet.fill(table)
    right = max(text.get_window_extent().x1 for text in sheet.figure.texts)
    assert right <= (chart._WIDTH - chart._MARGIN) * chart._DOTS + 1
    assert word in texts(table).replace("\n", "")


def test_a_file_that_cannot_be_written(bot: Bot, tmp_path: Path) -> None:
    file = tmp_path / "nowhere" / "figures.png"
    assert bot("figures", "--chart", str(file)) == (
        2,
        "",
        f"briefing-bot: {file} cannot be written: No such file or directory\n",
    )
