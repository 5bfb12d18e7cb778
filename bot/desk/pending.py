"""Writes questions into the database together, shortly after they were asked: nobody waits for that."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, Any

from bot.desk.health import Trouble
from bot.desk.ledger import store_of
from bot.desk.storage import QUESTIONS
from bot.errors import StorageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.desk.desk import Desk

    Row = dict[str, Any]

_log = logging.getLogger(__name__)

# Each transaction waits for the disk, so that many questions share one.
GATHER_SECONDS = 0.25
MOST_PENDING = 10_000  # questions; more are asked only while the database hangs


class Pending:
    """The questions of a desk that are not in its database yet; `lost` counts those that never came there."""

    def __init__(self, desk: Desk) -> None:
        self.lost = 0
        self._desk = desk
        self._rows: list[Row] = []
        self._gathering: asyncio.TimerHandle | None = None
        self._writing: asyncio.Task[None] | None = None

    def add(self, row: Row) -> None:
        """Have a question written soon."""
        if len(self._rows) >= MOST_PENDING:
            self._lose(1, "the database does not keep up")
            return
        self._rows.append(row)
        if self._gathering is None:
            self._gathering = asyncio.get_running_loop().call_later(GATHER_SECONDS, self._start)

    async def flush(self) -> None:
        """Wait until every question so far is in the database, or known to be lost."""
        if self._gathering or self._rows:
            self._start()
        if self._writing:
            # Whoever stops waiting must not stop the writing.
            await asyncio.shield(self._writing)

    def _start(self) -> None:
        if self._gathering:
            self._gathering.cancel()
            self._gathering = None
        if self._writing is None or self._writing.done():
            self._writing = asyncio.create_task(self._write())

    async def _write(self) -> None:
        """Write what there is in one transaction, and again what came meanwhile."""
        while self._rows:
            rows, self._rows = self._rows, []
            try:
                await _insert(self._desk, rows)
            except StorageError as error:
                self._lose(len(rows), str(error))
            except Exception as error:  # noqa: BLE001 - no frame above hears of it but those that wait for it
                _log.exception(Trouble.UNRECORDED)
                self._lose(len(rows), type(error).__name__)
            else:
                self._desk.health.clear(Trouble.UNRECORDED)

    def _lose(self, count: int, why: str) -> None:
        self.lost += count
        sentence = f"{Trouble.UNRECORDED}, {self.lost} so far: {why}"
        self._desk.health.keep(Trouble.UNRECORDED, sentence)


async def _insert(desk: Desk, rows: Sequence[Row]) -> None:
    async with store_of(desk).writing() as connection:
        await connection.execute(QUESTIONS.insert(), rows)
