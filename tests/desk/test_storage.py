"""The database is made once, by whoever comes first, and what goes wrong with it is one sentence."""

from __future__ import annotations

import asyncio
import sqlite3
import stat
import subprocess
import sys
from contextlib import suppress
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import create_engine, select, text

from bot.desk import migrating
from bot.desk.storage import AUDIT, EDITIONS, METADATA, SETTINGS, open_for_reading, open_store
from bot.errors import StorageError
from tests.shipped import ROOT

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "state" / "bot 1?%2.sqlite3"


def modes(folder: Path) -> dict[str, int]:
    return {path.name: stat.S_IMODE(path.stat().st_mode) for path in (folder, *folder.iterdir())}


async def test_a_new_database_is_its_owners_alone(file: Path) -> None:
    store = await open_store(file)
    await store.close()
    assert modes(file.parent) == {file.parent.name: 0o700, file.name: 0o600}


async def test_how_a_connection_is_set_up(file: Path) -> None:
    store = await open_store(file)
    wanted = {"journal_mode": "wal", "foreign_keys": 1, "synchronous": 2, "secure_delete": 1}
    async with store.reading() as connection:
        found = {name: await connection.scalar(text(f"PRAGMA {name}")) for name in wanted}
        assert await connection.scalar(text("PRAGMA busy_timeout")) == migrating.BUSY_SECONDS * 1000
    assert found == wanted
    await store.close()


def test_the_migrations_make_the_tables_that_are_used(tmp_path: Path) -> None:
    migrating.migrate(tmp_path / "migrated")
    engine = create_engine(f"sqlite:///{tmp_path / 'used'}")
    METADATA.create_all(engine)
    engine.dispose()
    made = []
    for name in ("migrated", "used"):
        connection = sqlite3.connect(tmp_path / name)
        told = connection.execute(
            "SELECT name, sql FROM sqlite_master WHERE tbl_name != 'alembic_version' ORDER BY name"
        )
        made.append([(name, "".join((sql or "").split())) for name, sql in told])
        connection.close()
    assert made[0] == made[1]


async def test_a_database_of_an_older_version_is_brought_up_to_date(file: Path) -> None:
    await (await open_store(file)).close()
    connection = sqlite3.connect(file)
    connection.executescript(
        "DROP TABLE members; ALTER TABLE questions DROP COLUMN asked_of;"
        "UPDATE alembic_version SET version_num = '0001'"
    )
    await (await open_store(file)).close()
    assert connection.execute("SELECT * FROM members").fetchall() == []
    assert connection.execute("SELECT asked_of FROM questions").fetchall() == []
    assert connection.execute("SELECT version_num FROM alembic_version").fetchall() == [("0003",)]
    connection.close()


async def test_the_secret_stays_the_same_and_is_each_databases_own(file: Path, tmp_path: Path) -> None:
    secrets = []
    for path in (file, file, tmp_path / "another"):
        store = await open_store(path)
        secrets.append(store.secret)
        await store.close()
    assert secrets[0] == secrets[1] != secrets[2]
    assert len(secrets[0]) == 32


async def test_a_transaction_is_whole_or_not_at_all(file: Path) -> None:
    store = await open_store(file)
    row = {"server": 1, "channel": 2, "key": "ambient", "value": "on"}
    with suppress(ZeroDivisionError):
        async with store.writing() as connection:
            await connection.execute(SETTINGS.insert().values(row))
            raise ZeroDivisionError
    async with store.reading() as connection:
        assert (await connection.execute(select(SETTINGS))).all() == []
    await store.close()


async def test_foreign_keys_hold(file: Path) -> None:
    store = await open_store(file)
    entry = {"at": 1, "who": "m", "what": "reload", "why": "", "edition": "no such"}
    with pytest.raises(StorageError, match="the database cannot be written: FOREIGN KEY constraint failed"):
        async with store.writing() as connection:
            await connection.execute(AUDIT.insert().values(entry))
    await store.close()


async def test_the_sentence_tells_no_value(file: Path) -> None:
    store = await open_store(file)
    edition = {"digest": "d", "packed": b"words of somebody", "accepted_at": 1}
    async with store.writing() as connection:
        await connection.execute(EDITIONS.insert().values(edition))
    with pytest.raises(StorageError) as caught:
        async with store.writing() as connection:
            await connection.execute(EDITIONS.insert().values(edition))
    assert str(caught.value) == "the database cannot be written: UNIQUE constraint failed: editions.digest"
    await store.close()


def test_processes_that_start_at_once_make_one_database(file: Path) -> None:
    code = """
import asyncio, sys
from pathlib import Path
from bot.desk.storage import open_store
async def run():
    sys.stdin.readline()
    store = await open_store(Path(sys.argv[1]))
    print(store.secret.hex())
    await store.close()
asyncio.run(run())
"""
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", code, str(file)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(4)
    ]
    for process in processes:
        assert process.stdin
        process.stdin.write("go\n")
        process.stdin.flush()
    said = [process.communicate(timeout=60)[0] for process in processes]
    assert [process.returncode for process in processes] == [0, 0, 0, 0]
    assert len(set(said)) == 1
    connection = sqlite3.connect(file)
    assert connection.execute("SELECT version_num FROM alembic_version").fetchall() == [("0003",)]
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    connection.close()


def test_a_migration_that_fails_leaves_nothing(file: Path) -> None:
    file.parent.mkdir()
    # A table of that name is in the way of the last one that the migration makes.
    connection = sqlite3.connect(file)
    connection.execute("CREATE TABLE secrets (name)")
    with pytest.raises(Exception, match="table secrets already exists"):
        migrating.migrate(file)
    assert connection.execute("SELECT name FROM sqlite_master").fetchall() == [("secrets",)]
    connection.close()


def test_the_migrations_before_one_that_fails_stay(file: Path) -> None:
    file.parent.mkdir()
    connection = sqlite3.connect(file)
    connection.execute("CREATE TABLE members (name)")
    with pytest.raises(Exception, match="table members already exists"):
        migrating.migrate(file)
    assert connection.execute("SELECT version_num FROM alembic_version").fetchall() == [("0001",)]
    connection.execute("DROP TABLE members")
    migrating.migrate(file)
    assert connection.execute("SELECT version_num FROM alembic_version").fetchall() == [("0003",)]
    connection.close()


# ---- What cannot be opened -------------------------------------------------------------------------


async def test_a_database_of_a_newer_version_is_left_alone(file: Path) -> None:
    await (await open_store(file)).close()
    connection = sqlite3.connect(file)
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.commit()
    connection.close()
    with pytest.raises(StorageError, match=r"the database is of a newer version of the bot: .*9999"):
        await open_store(file)


@pytest.mark.parametrize("content", [b"no database at all" * 100, b"SQLite format 3\0" + b"\xff" * 4096])
def test_a_corrupt_file_is_left_alone(file: Path, content: bytes) -> None:
    file.parent.mkdir()
    file.write_bytes(content)
    with pytest.raises(StorageError, match="the database cannot be opened: "):
        asyncio.run(open_store(file))
    assert file.read_bytes() == content


async def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StorageError, match=r"the database cannot be opened: .*(exists|directory)"):
        await open_store(tmp_path / "file" / "bot.sqlite3")


async def test_a_locked_database(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(migrating, "BUSY_SECONDS", 0)
    await (await open_store(file)).close()
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(StorageError, match="the database cannot be opened: database is locked"):
        await open_store(file)
    async with open_for_reading(file) as reader, reader.reading() as connection:
        assert (await connection.execute(select(EDITIONS.c.digest))).all() == []
    other.close()


async def test_what_is_not_there_cannot_be_read(file: Path) -> None:
    with pytest.raises(StorageError, match="the database cannot be read: No such file"):
        async with open_for_reading(file):
            pass
    assert not list(file.parent.parent.glob("state/*"))


async def test_a_reader_cannot_write(file: Path) -> None:
    await (await open_store(file)).close()
    row: dict[str, Any] = {"server": 1, "channel": 2, "key": "ambient", "value": "on"}
    async with open_for_reading(file) as reader:
        with pytest.raises(StorageError, match="attempt to write a readonly database"):
            async with reader.writing() as connection:
                await connection.execute(SETTINGS.insert().values(row))


def test_a_migration_is_named_after_its_revision() -> None:
    """The last one by name is how a start tells that there is nothing to do."""
    versions = files("bot.desk.migrations.versions")
    named = [file for file in versions.iterdir() if file.name.startswith("v")]
    assert len(named) > 1
    for file in named:
        revision = file.name[1:].partition("_")[0]
        assert f'\nrevision = "{revision}"\n' in file.read_text()
