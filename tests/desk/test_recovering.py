"""A database that could not be used is used as soon as it can be, and the trouble is over."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from bot.desk.asking import ask
from bot.desk.desk import open_desk
from bot.desk.health import Trouble, write_health
from bot.desk.ledger import history
from bot.desk.preferences import ambient_channels, forget_server, set_ambient
from bot.desk.recording import Held, held_on, purge, record_feedback, record_question
from bot.desk.recovering import recover
from bot.desk.reloading import accept, follow, propose, propose_rollback
from bot.errors import StorageError
from tests.desk import edits
from tests.shipped import CONTESTED

if TYPE_CHECKING:
    from pathlib import Path

    from bot.desk.desk import Desk
    from bot.desk.settings import Settings

MEMBER = 1


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.desk.storage.BUSY_SECONDS", 0)
    monkeypatch.setattr("bot.desk.migrating.BUSY_SECONDS", 0)


@pytest.fixture
def database(settings: Settings) -> Path:
    assert settings.storage
    return settings.storage


def locked(database: Path) -> sqlite3.Connection:
    """Keep a database from being opened, and from being written by whoever has it open."""
    other = sqlite3.connect(database, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    return other


async def use(desk: Desk) -> bool:
    """Ask and rate once, and tell whether the rating was kept."""
    reply = ask(desk.knowledge, CONTESTED)
    record_question(desk, member=MEMBER, edition=desk.knowledge.digest, question=CONTESTED, reply=reply)
    return await record_feedback(
        desk, member=MEMBER, edition="e", claims=("one",), kind="up", reason=None, question=None
    )


async def test_a_database_that_is_locked_at_the_start_is_opened_later(
    settings: Settings, database: Path
) -> None:
    other = locked(database)
    async with open_desk(settings) as desk:
        assert not await use(desk)
        await recover(desk)
        assert desk.store is None
        assert "nothing is recorded: the database cannot be opened: database is locked" in (
            desk.health.troubles
        )
        other.close()
        await recover(desk)
        assert not desk.health.troubles
        assert desk.pending.lost == 1
        assert await use(desk)
        assert await held_on(desk, MEMBER) == Held(1, 1)
        (entry,) = await history(desk)
        assert (entry.what, entry.edition) == ("start", desk.knowledge.digest)
    async with open_desk(settings) as desk:
        assert await held_on(desk, MEMBER) == Held(1, 1)


@pytest.mark.parametrize("replaced", [False, True])
async def test_a_database_whose_file_is_taken_away_takes_nothing_and_is_opened_anew(
    settings: Settings, database: Path, folder: Path, *, replaced: bool
) -> None:
    async with open_desk(settings) as desk:
        assert await use(desk)
        await desk.pending.flush()
        copy = database.with_name("copy")
        with closing(sqlite3.connect(database)) as source, closing(sqlite3.connect(copy)) as other:
            source.backup(other)
        for one in ("", "-wal", "-shm"):
            database.with_name(f"{database.name}{one}").unlink()
        if replaced:
            copy.rename(database)
        edits.end_dispute(folder)
        proposal = await propose(desk)
        with pytest.raises(StorageError, match="its file was removed or replaced while the bot runs"):
            await accept(desk, proposal, who="one", where=None, why="x")
        assert not await use(desk)
        assert desk.health.troubles
        await recover(desk)
        assert not desk.health.troubles
        await accept(desk, proposal, who="one", where=None, why="x")
        assert await use(desk)
        assert await held_on(desk, MEMBER) == Held(2 if replaced else 1, 1)
    async with open_desk(settings) as desk:
        assert desk.knowledge.digest == proposal.digest
        assert [one.who for one in await history(desk)] == ["one", "operator"]


async def test_trouble_is_over_though_nobody_comes_to_see_it(settings: Settings, database: Path) -> None:
    async with open_desk(settings) as desk:
        other = locked(database)
        assert not await use(desk)
        assert await held_on(desk, MEMBER) == Held(0, 0)
        assert await purge(desk) == 0
        before = desk.health.troubles
        assert len(before) == 3
        await recover(desk)
        assert desk.health.troubles == before
        other.close()
        await recover(desk)
        assert not desk.health.troubles


async def test_servers_that_were_left_meanwhile_are_forgotten_later(
    settings: Settings, database: Path
) -> None:
    async with open_desk(settings) as desk:
        for server in (1, 2, 3):
            await set_ambient(desk, server=server, channel=10 * server, on=True, who="ann")
        other = locked(database)
        await forget_server(desk, 1)
        await forget_server(desk, 2)
        await recover(desk)
        assert [Trouble.SERVER_LEFT in one for one in desk.health.troubles] == [True]
        other.close()
        await recover(desk)
        assert not desk.health.troubles
        assert await ambient_channels(desk) == {30}
        await set_ambient(desk, server=1, channel=10, on=True, who="ann")  # invited anew
        await forget_server(desk, 3)
        assert await ambient_channels(desk) == {10}


async def test_a_server_that_is_back_before_it_was_forgotten_keeps_what_it_sets(
    settings: Settings, database: Path
) -> None:
    async with open_desk(settings) as desk:
        await set_ambient(desk, server=1, channel=10, on=True, who="ann")
        other = locked(database)
        await forget_server(desk, 1)
        with pytest.raises(StorageError):
            await set_ambient(desk, server=1, channel=11, on=True, who="ann")
        other.close()
        await set_ambient(desk, server=1, channel=11, on=True, who="ann")
        await recover(desk)
        assert not desk.health.troubles
        assert await ambient_channels(desk) == {11}


# What `recover`, `follow` and the next sign of life do not find to be over, and when it is.
OTHERWISE = {
    Trouble.STORAGE: "once a database can be opened",
    Trouble.ACCEPTED: "once an edition is accepted",
    Trouble.FOLDER: "once the folder is proposed and has no problem",
    Trouble.AUTO_RELOAD: "once what the folder holds is taken over, which is tried with each look",
    Trouble.WATCHING: "once the folder is watched, which is tried again and again",
    Trouble.RECOVERING_ENDED: "once it is done without a defect, as the others that have ended",
    Trouble.FOLLOWING_ENDED: "",
    Trouble.TIDYING_ENDED: "",
    Trouble.WATCHING_ENDED: "",
    Trouble.TELLING_ENDED: "",
}


async def test_no_trouble_stays_once_it_is_over(desk: Desk) -> None:
    for trouble in Trouble:
        desk.health.failed(trouble, "the disk is full")
    await recover(desk)
    await follow(desk)
    write_health(desk, ready=True)
    assert {one for one in Trouble if one in desk.health} == set(OTHERWISE)


async def test_a_start_that_could_not_be_recorded_is_recorded_later(
    settings: Settings, database: Path
) -> None:
    async with open_desk(settings):
        pass
    edits.rephrase(settings.knowledge)
    connection = sqlite3.connect(database, isolation_level=None)
    connection.execute("CREATE TRIGGER full BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'no room'); END")
    async with open_desk(settings) as desk:
        await recover(desk)
        assert desk.health.troubles
        connection.execute("DROP TRIGGER full")
        await recover(desk)
        assert not desk.health.troubles
        assert (await history(desk))[0].edition == desk.knowledge.digest
    connection.close()


async def test_what_moderators_went_back_to_answers_once_the_database_says_so(
    settings: Settings, database: Path, tmp_path: Path
) -> None:
    who = {"who": "m", "where": None, "why": ""}
    async with open_desk(settings) as desk:
        first = desk.knowledge.digest
        edits.rephrase(settings.knowledge)
        await accept(desk, await propose(desk), **who)
        await accept(desk, await propose_rollback(desk, first), **who)
    shutil.move(database, tmp_path / "aside")
    shutil.copy(settings.knowledge / "vocabulary.toml", database)
    async with open_desk(settings) as desk:
        assert desk.knowledge.digest != first
        await recover(desk)
        assert desk.store is None
        shutil.move(tmp_path / "aside", database)
        await recover(desk)
        assert await follow(desk)
        assert desk.knowledge.digest == first
        assert not desk.health.troubles
        assert [entry.what for entry in await history(desk)] == ["rollback", "reload", "start"]
