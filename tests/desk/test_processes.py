"""What only a process of its own can show: a kill at any moment, and a disk that is full."""

from __future__ import annotations

import json
import shutil
import sqlite3
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from bot.desk.desk import open_desk
from bot.desk.preferences import ambient_channels
from bot.desk.recording import held_on
from tests.desk.confirming import MEMBER
from tests.shipped import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from bot.desk.settings import Settings


@pytest.mark.parametrize("lines", [1, 2, 50, 173])
async def test_a_kill_loses_nothing_that_was_confirmed(settings: Settings, lines: int) -> None:
    assert settings.storage
    said = confirmed_until_killed(settings.knowledge, settings.storage, lines)
    connection = sqlite3.connect(settings.storage)
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    connection.close()
    async with open_desk(settings) as desk:
        assert not desk.health.troubles
        assert said["edition"] == [desk.knowledge.digest]
        held = await held_on(desk, MEMBER)
        assert held
        assert held.feedback >= len(said["feedback"])
        assert await ambient_channels(desk) >= set(map(int, said["ambient"]))


def confirmed_until_killed(folder: Path, database: Path, lines: int) -> dict[str, list[str]]:
    """Kill a process once it has confirmed so much, and return all that it had confirmed by then."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.desk.confirming", folder, database],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout
        whole = [process.stdout.readline() for _ in range(lines)]
        process.kill()
        whole += process.stdout.readlines()
    said: dict[str, list[str]] = {"edition": [], "feedback": [], "ambient": []}
    for line in whole:
        if line.endswith("\n"):
            kind, value = line.split()
            said[kind].append(value)
    return said


def test_a_full_disk(tmp_path: Path, folder: Path, cache_home: Path, compiled: Path) -> None:
    shutil.copytree(compiled, cache_home)
    (disk := tmp_path / "disk").mkdir()
    mount = f'mount -t tmpfs -o size=4m tmpfs "{disk}" && exec "$@"'
    alone = [shutil.which("unshare") or "false", "-m", "sh", "-c", mount, "sh"]
    if subprocess.run([*alone, "true"], check=False, capture_output=True).returncode:
        pytest.skip("needs a small disk of its own, which only root can mount")
    done = subprocess.run(
        [*alone, sys.executable, "-m", "tests.desk.full_disk", disk, folder],
        cwd=ROOT,
        check=False,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    said = json.loads(done.stdout)
    assert said["well before"]
    assert said["answered"] == "answer"
    full = "the database cannot be written: database or disk is full"
    troubles = [
        f"feedback is not recorded: {full}",
        f"questions are answered and not recorded, 1 so far: {full}",
        "the state of health cannot be written anew: No space left on device",
    ]
    assert said["troubles"] == troubles
    assert said["told"] == [True, troubles]
    assert said["refused"] == full
    assert said["same edition"]
    assert said["well again"]
    assert said["confirmed"] == said["there"]
    assert said["well after"]
    assert said["answered from the start"] == "answer"
    assert "nothing is recorded: the database cannot be opened: " in said["troubles from the start"][0]
    assert said["still in trouble"]
    assert said["well after all"]
    assert done.stderr.count("questions are answered and not recorded") == 1
    assert done.stderr.count("of the questions since the start 1 are not recorded") == 1
