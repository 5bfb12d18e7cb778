"""Draws the figures of a briefing: a bar for each claim, as long as what it claims.

Nothing is told by colour alone, no bar stands for a word, and the caveats are in the picture.
"""

from __future__ import annotations

from io import BytesIO
from itertools import groupby
from typing import TYPE_CHECKING

import matplotlib as mpl
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.patches import Polygon

from bot.answering.showing import sentences, wording
from bot.answering.showing.figure_table import blocks
from bot.answering.showing.frame import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from bot.answering.showing.figure_table import Block, FigureRow, FigureTable
    from bot.answering.showing.frame import Frame

# Lengths are in inches. A phone shows 420 pixels: at twice that the picture is sharp there,
# and the smallest type is 12 pixels high.
_WIDTH, _MARGIN = 4.2, 0.18
_DOTS = 200  # per inch
_LABEL = 1.32  # kept free beside the longest bar for its number
_BAR, _ARROW, _THINNEST = 0.15, 0.1, 0.012
# Type is in points, with the distance of its lines in multiples of it.
_TITLE, _SIDE, _TEXT, _SMALL = 13.0, 11.0, 9.5, 8.6
_LEADING = 1.3
_INK, _QUIET, _BARS, _PALE, _BAND = "#1a1a1a", "#4d4d4d", "#35516b", "#e3e9ef", "#eceff2"


def png(table: FigureTable, frame: Frame = ENGLISH) -> bytes:
    """Return the figures as a PNG, the same bytes for the same table; from right to left it stays English."""
    # matplotlib's own font lacks letters of these languages, and another machine may have no other.
    frame = ENGLISH if frame.right_to_left else frame
    # The style of whoever runs this might hide what has to be seen.
    with mpl.rc_context(mpl.rcParamsDefault):
        mpl.rcParams.update({"font.family": "DejaVu Sans", "hatch.linewidth": 0.8})
        height = _Sheet(1.0, frame).fill(table)
        sheet = _Sheet(height, frame)
        sheet.fill(table)
        picture = BytesIO()
        sheet.figure.savefig(picture, format="png", metadata={"Software": None})
    return picture.getvalue()


class _Sheet:
    """A page that is filled from the top down."""

    def __init__(self, height: float, frame: Frame = ENGLISH) -> None:
        self._frame = frame
        self.figure = Figure(figsize=(_WIDTH, height), dpi=_DOTS, facecolor="white")
        self._canvas = FigureCanvasAgg(self.figure)
        self._height = height
        self._y = _MARGIN
        self._scale = 1.0  # inches a unit

    def fill(self, table: FigureTable) -> float:
        """Write and draw everything, and return the height that it takes."""
        frame = self._frame
        most = max(
            (n for row in table.rows for n in (row.figure.minimum, row.figure.maximum) if n), default=1
        )
        self._scale = (_WIDTH - 2 * _MARGIN - _LABEL) / most
        self._write(wording.figures_title(frame, harm=table.harm), _TITLE, bold=True)
        self._write(
            f"{frame.value(table.imprint.title)}. {frame(sentences.NEVER_ADDED)}", _SMALL, colour=_QUIET
        )
        self._caveats(table)
        self._key()
        claimants = {
            one.claim.id: frame.value(one.claimant.name) if one.claimant else frame(sentences.PUBLISHER)
            for one in table.claims
        }
        for (side, harm), group in groupby(blocks(table), key=lambda block: (block.side, block.harm)):
            self._side(wording.of_side(frame, side, harm=harm), group, claimants)
        self._y += 0.2
        self._line()
        self._y += 0.05
        self._write(wording.source(frame, table.imprint), _SMALL, colour=_QUIET)
        return self._y + _MARGIN

    def _caveats(self, table: FigureTable) -> None:
        """Write the caveats at the top, where no screen cuts them off from the first bar."""
        for one in table.caveats:
            self._y += 0.08
            self._write(wording.caveat(self._frame, one.author), _TEXT, bold=True)
            self._write(one.caveat.passage.text, _TEXT)

    def _key(self) -> None:
        sample = 0.3
        self._y += 0.08
        for meaning, open_, arrow in (
            (sentences.CHART_EXACT, False, False),
            (sentences.CHART_OPEN, True, True),
            (sentences.CHART_UP_TO, True, False),
        ):
            self._rectangle(_MARGIN, sample, open_=open_, arrow=arrow)
            self._write(
                self._frame(meaning), _SMALL, colour=_QUIET, indent=sample + _ARROW + 0.08, after=0.05
            )
        self._write(self._frame(sentences.CHART_WORD), _SMALL, colour=_QUIET)

    def _side(self, heading: str, group: Iterable[Block], claimants: dict[str, str]) -> None:
        self._y += 0.2
        self._line()
        self._y += 0.07
        self._write(heading, _SIDE, bold=True)
        for block in group:
            self._y += 0.1
            self._band()
            self._write(self._frame.name(block.measure), _TEXT, bold=True, indent=0.05)
            for row in (row for _, rows in block.cells for row in rows):
                self._row(row, claimants)
            self._blanks([who.name for who, rows in block.cells if who and not rows])

    def _row(self, row: FigureRow, claimants: dict[str, str]) -> None:
        frame = self._frame
        self._y += 0.1
        who = frame.value(row.claimant.name) if row.claimant else frame(sentences.PUBLISHERS_VOICE)
        self._write(
            frame.around(sentences.COUNTER_CLAIM, made=who) if row.counters else who, _TEXT, after=0.015
        )
        low, high = row.figure.minimum, row.figure.maximum
        if low is None and high is None:
            self._write(wording.quoted(frame, wording.number(frame, row.figure)), _TEXT, bold=True)
        else:
            end = self._bar(low or 0, high)
            self._write(wording.number(frame, row.figure), _TEXT, bold=True, indent=end + 0.06, after=0.02)
        about = wording.harmed(frame, row.figure.group, row.places)
        if row.named:
            who_else = dict.fromkeys(claimants[one] for one in row.named)
            about += f"{frame(sentences.ALSO)} {wording.disputed_by(frame, who_else)}"
        self._write(about, _SMALL, colour=_QUIET)

    def _blanks(self, names: list[str]) -> None:
        """Write who gives no figure, so that one side's bar is not taken for all there is to ask for."""
        if names:
            self._y += 0.1
            who = wording.joined(self._frame, map(self._frame.value, names))
            self._write(f"{who}: {self._frame(sentences.BLANK)}", _SMALL, colour=_QUIET)

    def _bar(self, low: int, high: int | None) -> float:
        """Draw a bar up to *low*, and on to *high* or with an open end; return where it ends."""
        length = max(low * self._scale, _THINNEST)
        self._rectangle(_MARGIN, length, open_=high is None)
        if high is None:
            return length + _ARROW
        if high > low:
            self._rectangle(_MARGIN + length, (high - low) * self._scale, open_=True, arrow=False)
        return max(high * self._scale, length)

    def _write(
        self,
        text: str,
        size: float,
        *,
        bold: bool = False,
        colour: str = _INK,
        indent: float = 0.0,
        after: float = 0.0,
    ) -> None:
        font = FontProperties(family="DejaVu Sans", size=size, weight="bold" if bold else "normal")
        half = size * (_LEADING - 1) / 72 / 2
        for line in self._broken(text, font, _WIDTH - 2 * _MARGIN - indent):
            self.figure.text(
                (_MARGIN + indent) / _WIDTH,
                1 - (self._y + half) / self._height,
                line,
                fontproperties=font,
                color=colour,
                va="top",
                parse_math=False,
            )
            self._y += size * _LEADING / 72
        self._y += after

    def _broken(self, text: str, font: FontProperties, width: float) -> list[str]:
        renderer = self._canvas.get_renderer()  # type: ignore[no-untyped-call] # matplotlib has it untyped

        def fits(line: str) -> bool:
            return bool(renderer.get_text_width_height_descent(line, font, ismath=False)[0] <= width * _DOTS)

        lines: list[str] = []
        for word in text.split():
            longer = f"{lines[-1]} {word}" if lines else word
            if lines and fits(longer):
                lines[-1] = longer
            else:
                lines += [word] if fits(word) else _parts(word, fits)
        return lines

    def _rectangle(self, x: float, length: float, *, open_: bool, arrow: bool = True) -> None:
        """Draw a bar, hatched where its end is open, with an arrow where it has none."""
        top, bottom = self._y + 0.005, self._y + 0.005 + _BAR
        face, hatch = (_PALE, "/////") if open_ else (_BARS, "")
        self._shape([(x, top), (x + length, top), (x + length, bottom), (x, bottom)], face, hatch=hatch)
        if open_ and arrow:
            self._shape(
                [(x + length, top), (x + length + _ARROW, (top + bottom) / 2), (x + length, bottom)], _BARS
            )

    def _band(self) -> None:
        """Lay a band behind the next line."""
        top, bottom = self._y - 0.02, self._y + _TEXT * _LEADING / 72 + 0.005
        right = _WIDTH - _MARGIN
        self._shape([(_MARGIN, top), (right, top), (right, bottom), (_MARGIN, bottom)], _BAND, edge=_BAND)

    def _line(self) -> None:
        self._shape([(_MARGIN, self._y), (_WIDTH - _MARGIN, self._y)], _INK, edge=_INK)

    def _shape(
        self, corners: list[tuple[float, float]], face: str, *, edge: str = _BARS, hatch: str = ""
    ) -> None:
        points = [(x / _WIDTH, 1 - y / self._height) for x, y in corners]
        transform = self.figure.transFigure
        self.figure.add_artist(
            Polygon(
                points,
                transform=transform,
                facecolor=face,
                edgecolor=edge,
                hatch=hatch or None,
                linewidth=0.9,
            )
        )


def _parts(word: str, fits: Callable[[str], bool]) -> list[str]:
    """Return a word that is too long for a line in parts that are not."""
    parts = [""]
    for letter in word:
        if parts[-1] and not fits(parts[-1] + letter):
            parts.append("")
        parts[-1] += letter
    return parts
