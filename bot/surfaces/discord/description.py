"""Describes a chart for those who do not see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answering.showing import sentences, wording
from bot.answering.showing.figure_table import blocks
from bot.answering.showing.frame import ENGLISH
from bot.surfaces import listings
from bot.surfaces.discord import words
from bot.surfaces.discord.layout import against
from bot.surfaces.discord.statements import authors

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from bot.answering.showing.figure_table import FigureRow, FigureTable
    from bot.answering.showing.frame import Frame
    from bot.answering.showing.reply import ShownClaim

LONGEST_ALT = 1024  # characters that Discord takes as a picture's description

_Cell = tuple[str, str]  # of whom something is said, and what


def alt_text(table: FigureTable, frame: Frame = ENGLISH) -> tuple[str, bool]:
    """Return what a chart shows, for those who do not see it, and whether that is all of it.

    What does not fit is cut after a whole figure.
    """
    parts = [frame.around(words.ALT_SENTENCE, text=wording.figures_title(frame, harm=table.harm))]
    if table.caveats:
        by = wording.caveat_by(frame, authors(table.caveats).values())
        limit = f"{frame(sentences.NOT_VERIFIED)} {by}"
        parts.append(frame.around(words.ALT_SENTENCE, text=limit))
    shown = {one.claim.id: one for one in table.claims}
    told: dict[str, list[str]] = {}
    text = shorter = ""
    cut = f" {frame(words.ALT_MORE)}"
    # Who gives no figure is said of all or of none: a part of it would be of one side.
    for cells in (*([_figure(frame, row, shown)] for row in table.rows), list(_blanks(frame, table))):
        for who, what in cells:
            told.setdefault(who, []).append(what)
        text = " ".join((*parts, *(_row(frame, *each) for each in told.items())))
        if len(text) > LONGEST_ALT:
            return shorter + cut, False
        if len(text) <= LONGEST_ALT - len(cut):
            shorter = text
    return text, True


def _row(frame: Frame, who: str, told: Iterable[str]) -> str:
    joined = f"{frame(sentences.ALSO)} ".join(told)
    return frame.around(words.ALT_ROW, claimant=who, figures=joined)


def _figure(frame: Frame, row: FigureRow, shown: Mapping[str, ShownClaim]) -> _Cell:
    """Return who claims a figure and who contests it, and the figure."""
    name = listings.name(frame, row.claimant)
    made = frame.around(sentences.COUNTER_CLAIM, made=name) if row.counters else name
    contested = against(frame, row, shown)
    figure = frame.around(
        words.ALT_FIGURE,
        number=wording.number(frame, row.figure),
        harmed=wording.harmed(frame, row.figure.group, row.places),
        measure=frame.name(row.measure),
    )
    return f"{made}{frame(sentences.COMMA)}{contested}" if contested else made, figure


def _blanks(frame: Frame, table: FigureTable) -> Iterator[_Cell]:
    """Yield who gives no figure, and of what."""
    for block in blocks(table):
        what = wording.counted(frame, block.side, block.measure, harm=block.harm)
        for who, rows in block.cells:
            if not rows:
                yield f"{listings.name(frame, who)}{frame(sentences.COMMA)}{frame(sentences.BLANK)}", what
