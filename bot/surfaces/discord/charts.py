"""Draws charts off the loop, one at a time, and keeps the last ones."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Hashable

    from bot.answering.showing.figure_table import FigureTable
    from bot.answering.showing.frame import Frame

_MOST = 32  # pictures of about 60 kB


class Charts:
    """Pictures of figures, each drawn once for an edition."""

    def __init__(self) -> None:
        self._drawn: OrderedDict[Hashable, bytes] = OrderedDict()
        # matplotlib's settings are the process's, so two drawings must not meet.
        self._drawing = asyncio.Lock()

    async def png(self, digest: str, narrowed: Hashable, table: FigureTable, frame: Frame) -> BytesIO:
        """Return the picture of a table of figures."""
        key = (digest, frame.language, narrowed)
        async with self._drawing:
            if key not in self._drawn:
                self._drawn[key] = await asyncio.to_thread(_draw, table, frame)
                while len(self._drawn) > _MOST:
                    self._drawn.popitem(last=False)
            self._drawn.move_to_end(key)
            return BytesIO(self._drawn[key])


def _draw(table: FigureTable, frame: Frame) -> bytes:
    from bot.surfaces.chart import png  # noqa: PLC0415 - matplotlib takes half a second, off the loop

    return png(table, frame)
