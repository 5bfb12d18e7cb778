"""A running bot says how it is, and another process can read that."""

from __future__ import annotations

import asyncio
import json
import logging
import os
import shutil
import stat
import subprocess
import sys
import time
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.desk.health import FRESH_SECONDS, Health, Trouble, health_file, read_health, told, write_health
from bot.desk.settings import Settings
from tests.shipped import FOLDER, ROOT, run

if TYPE_CHECKING:
    from pathlib import Path

    from bot.desk.desk import Desk


def health(desk_settings: Settings, *options: str) -> tuple[int, str]:
    assert desk_settings.storage
    done = run("health", *options, BRIEFING_BOT_STORAGE__PATH=str(desk_settings.storage))
    assert not done.stderr
    return done.returncode, done.stdout.decode().strip()


def test_a_trouble_is_logged_once_until_it_is_over(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    one = Health()
    assert not one.troubles
    one.clear(Trouble.STORAGE)
    for sentence in ("it is full", "it is still full"):
        one.keep(Trouble.STORAGE, sentence)
    one.keep(Trouble.FEEDBACK, "it is down")
    assert one.troubles == ("it is still full", "it is down")
    assert one.troubles
    one.clear(Trouble.STORAGE)
    assert one.troubles == ("it is down",)
    one.keep(Trouble.STORAGE, "it is full again")
    assert [record.message for record in caplog.records] == [
        "it is full",
        "it is down",
        "this is over: it is still full",
        "it is full again",
    ]


def test_no_bot(settings: Settings) -> None:
    assert read_health(settings) is None
    status, line = health(settings)
    assert status == 1
    assert line.startswith("no bot has said how it is in ")


async def test_a_bot_that_is_well(desk: Desk) -> None:
    write_health(desk, ready=True, latency=0.0421)
    report = read_health(desk.settings)
    assert report
    assert report.healthy
    assert report.edition == desk.knowledge.digest
    line = f"the bot answers from edition {desk.knowledge.digest[:12]}, 42 ms from Discord"
    assert health(desk.settings) == (0, line)
    assert health(desk.settings, "--live") == (0, line)


async def test_a_bot_in_trouble_answers_and_is_not_well(desk: Desk) -> None:
    desk.health.keep(Trouble.STORAGE, "the disk is full")
    write_health(desk, ready=True)
    line = "the bot answers, and is in trouble: the disk is full"
    assert health(desk.settings) == (1, line)
    assert health(desk.settings, "--live") == (0, line)


async def test_a_bot_that_is_not_connected(desk: Desk) -> None:
    desk.health.keep(Trouble.STORAGE, "the disk is full")
    write_health(desk, ready=False, latency=float("nan"))
    line = "the bot is running and not connected to Discord; the disk is full"
    assert health(desk.settings) == (1, line)
    assert health(desk.settings, "--live") == (0, line)


async def test_a_bot_that_says_nothing_any_more(desk: Desk) -> None:
    write_health(desk, ready=True)
    report = read_health(desk.settings)
    assert report
    old = replace(report, at=report.at - FRESH_SECONDS - 1)
    assert not old.live
    assert not old.healthy
    assert told(old, desk.settings).startswith("no sign of life since 20")
    file = health_file(desk.settings)
    file.write_text(json.dumps(json.loads(file.read_bytes()) | {"at": time.time() - 1000}))
    status, line = health(desk.settings)
    assert status == 1
    assert line.endswith(f"the bot is not running, or cannot write {file}")


async def test_a_bot_that_was_stopped(desk: Desk) -> None:
    write_health(desk, ready=False, stopped=True)
    status, line = health(desk.settings)
    assert status == 1
    assert line.startswith("the bot was stopped at 20")
    assert health(desk.settings, "--live") == (1, line)


async def test_a_bot_that_was_killed(desk: Desk) -> None:
    write_health(desk, ready=True)
    file = health_file(desk.settings)
    state = json.loads(file.read_bytes())
    gone = await asyncio.create_subprocess_exec(sys.executable, "-c", "")
    await gone.wait()
    file.write_text(json.dumps(state | {"pid": gone.pid}))
    status, line = health(desk.settings)
    assert status == 1
    assert line.endswith(f"its process {gone.pid} ended without being stopped")
    assert health(desk.settings, "--live") == (1, line)
    # Seen from outside of its container a number says nothing.
    file.write_text(json.dumps(state | {"pid": gone.pid, "host": "elsewhere"}))
    assert health(desk.settings)[0] == 0


@pytest.mark.parametrize("latency", [float("nan"), float("inf"), -1.0, None])
async def test_a_latency_that_is_none(desk: Desk, latency: float | None) -> None:
    write_health(desk, ready=True, latency=latency)
    report = read_health(desk.settings)
    assert report
    assert report.latency is None
    assert told(report, desk.settings) == f"the bot answers from edition {desk.knowledge.digest[:12]}"


@pytest.mark.parametrize("content", ["", "{", "[]", "{}", '{"at": 1}', '{"at": "x", "troubles": 7}'])
async def test_what_is_no_state_is_no_sign_of_life(desk: Desk, content: str) -> None:
    health_file(desk.settings).write_text(content)
    assert read_health(desk.settings) is None


async def test_the_file_is_replaced_whole_and_leaves_nothing_behind(desk: Desk) -> None:
    write_health(desk, ready=True)
    file = health_file(desk.settings)
    inode = file.stat().st_ino
    write_health(desk, ready=True)
    assert file.stat().st_ino != inode
    assert not [one for one in file.parent.glob("bot.*") if str(os.getpid()) in one.name]


async def test_a_state_that_cannot_be_written_is_noted(desk: Desk) -> None:
    file = health_file(desk.settings)
    file.mkdir()
    write_health(desk, ready=True)
    assert desk.health.troubles == ("the state of health cannot be written anew: Is a directory",)
    file.rmdir()
    write_health(desk, ready=True)
    assert not desk.health.troubles


async def test_a_state_that_has_no_room_is_written_over_the_one_before(desk: Desk) -> None:
    write_health(desk, ready=True)
    before = read_health(desk.settings)
    assert before
    size = health_file(desk.settings).stat().st_size
    in_the_way = health_file(desk.settings).with_suffix(f".{os.getpid()}")
    in_the_way.mkdir()
    others = [trouble for trouble in Trouble if trouble is not Trouble.HEALTH]
    for trouble in others:
        desk.health.failed(trouble, "x" * 250)
        write_health(desk, ready=True)
    report = read_health(desk.settings)
    assert report
    assert report.at > before.at
    assert report.live
    assert not report.healthy
    assert report.troubles[1] == "the state of health cannot be written anew: Is a directory"
    assert report.troubles == desk.health.troubles[: len(report.troubles)]
    assert health_file(desk.settings).stat().st_size == size
    in_the_way.rmdir()
    for _ in range(2):  # the first still says what is over with it
        write_health(desk, ready=True)
    report = read_health(desk.settings)
    assert report
    assert len(report.troubles) == len(others)


async def test_a_state_that_has_no_room_at_all_is_not_cut(desk: Desk) -> None:
    desk.health.keep(Trouble.STORAGE, "the disk is full" * 1_000)
    write_health(desk, ready=True)
    before = health_file(desk.settings).read_bytes().rstrip()
    health_file(desk.settings).write_bytes(before)
    health_file(desk.settings).with_suffix(f".{os.getpid()}").mkdir()
    desk.health.keep(Trouble.STORAGE, "the disk is still full" * 1_000)
    write_health(desk, ready=True)
    assert health_file(desk.settings).read_bytes() == before


async def test_the_file_is_in_a_folder_of_the_owners(desk: Desk, tmp_path: Path) -> None:
    desk.settings = replace(desk.settings, storage=tmp_path / "new" / "bot.sqlite3")
    write_health(desk, ready=True)
    folder = health_file(desk.settings).parent
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    shutil.rmtree(folder)


def test_the_file_is_beside_the_database() -> None:
    settings = Settings(FOLDER)
    assert health_file(settings).name == "bot.health.json"


def test_each_process_of_a_bot_has_its_own() -> None:
    settings = Settings(FOLDER)
    files = {
        health_file(replace(settings, discord=replace(settings.discord, shard_ids=one))).name
        for one in ((1, 0), (2, 3), None)
    }
    assert files == {"bot.shard-0.health.json", "bot.shard-2.health.json", "bot.health.json"}


def test_reading_it_imports_nothing_heavy() -> None:
    code = (
        "import sys; from bot.surfaces.cli import main; main(['health']);"
        "assert not {'pydantic', 'sqlalchemy', 'aiosqlite', 'discord'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, cwd=ROOT)
