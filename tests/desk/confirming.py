"""Keeps feedback and editions and says so each time, until it is killed."""

from __future__ import annotations

import asyncio
import itertools
import sys
from pathlib import Path

from bot.desk.desk import open_desk
from bot.desk.preferences import set_ambient
from bot.desk.recording import record_feedback
from bot.desk.reloading import accept, propose
from bot.desk.settings import Settings
from tests.desk import edits

MEMBER = 1


def say(*words: object) -> None:
    sys.stdout.write(" ".join(map(str, words)) + "\n")
    sys.stdout.flush()


async def run(folder: Path, database: Path) -> None:
    async with open_desk(Settings(folder, storage=database)) as desk:
        edits.rephrase(folder)
        await accept(desk, await propose(desk), who="m", where=None, why="")
        say("edition", desk.knowledge.digest)
        for number in itertools.count():
            if await record_feedback(
                desk, member=MEMBER, edition="e", claims=(), kind="up", reason=str(number), question=None
            ):
                say("feedback", number)
            await set_ambient(desk, server=1, channel=number, on=True, who="m")
            say("ambient", number)


if __name__ == "__main__":
    asyncio.run(run(Path(sys.argv[1]), Path(sys.argv[2])))
