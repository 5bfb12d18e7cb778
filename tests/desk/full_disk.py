"""Runs a desk on a small disk that fills up, and says what happened; a test mounts the disk for it."""

from __future__ import annotations

import asyncio
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.desk.asking import ask
from bot.desk.desk import open_desk
from bot.desk.health import read_health, write_health
from bot.desk.recording import held_on, record_feedback, record_question
from bot.desk.recovering import recover
from bot.desk.reloading import accept, propose
from bot.desk.settings import Settings
from bot.errors import StorageError
from tests.desk import edits
from tests.shipped import CONTESTED

if TYPE_CHECKING:
    from bot.desk.desk import Desk

MEMBER = 1
DISK, FOLDER = Path(sys.argv[1]), Path(sys.argv[2])
DATABASE, FILLER = DISK / "bot.sqlite3", DISK / "filler"


def fill() -> None:
    with FILLER.open("ab", buffering=0) as filler:
        try:
            while filler.write(b"x" * 512):
                pass
        except OSError:
            return


async def feedback(desk: Desk, reason: str | None = None) -> bool:
    return await record_feedback(
        desk, member=MEMBER, edition="e", claims=(), kind="up", reason=reason, question=None
    )


async def run() -> dict[str, Any]:
    said: dict[str, Any] = {}
    settings = Settings(FOLDER, storage=DATABASE)
    async with open_desk(settings) as desk:
        write_health(desk, ready=True)
        said["well before"] = not desk.health.troubles
        fill()
        kept = 0
        while await feedback(desk, "x" * 2000):
            kept += 1
        reply = ask(desk.knowledge, CONTESTED)
        record_question(desk, member=MEMBER, edition=desk.knowledge.digest, question="q", reply=reply)
        await desk.pending.flush()
        await recover(desk)
        write_health(desk, ready=True)
        report = read_health(settings)
        said |= {
            "answered": reply.outcome,
            "troubles": desk.health.troubles,
            "told": report and (report.live, report.troubles),
        }
        before = desk.knowledge
        edits.rephrase(FOLDER)
        try:
            await accept(desk, await propose(desk), who="m", where=None, why="")
        except StorageError as error:
            said |= {"refused": str(error), "same edition": desk.knowledge is before}
        FILLER.unlink()
        write_health(desk, ready=True)
        await recover(desk)
        said["well again"] = not desk.health.troubles
        kept += await feedback(desk)
    async with open_desk(settings) as desk:
        held = await held_on(desk, MEMBER)
        said |= {"confirmed": kept, "there": held and held.feedback, "well after": not desk.health.troubles}
    DATABASE.unlink()
    fill()
    async with open_desk(settings) as desk:
        said |= {
            "answered from the start": ask(desk.knowledge, CONTESTED).outcome,
            "troubles from the start": desk.health.troubles,
        }
        await recover(desk)
        said["still in trouble"] = bool(desk.health.troubles)
        FILLER.unlink()
        await recover(desk)
        said["well after all"] = not desk.health.troubles and await feedback(desk)
    return said


if __name__ == "__main__":
    sys.stdout.write(json.dumps(asyncio.run(run())))
