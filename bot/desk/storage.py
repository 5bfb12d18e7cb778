"""Holds the database: its tables, and transactions that are on the disk when they end.

Times are seconds since 1970 in UTC; claims are their ids with spaces between.
"""

from __future__ import annotations

import asyncio
import secrets
import sqlite3
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from sqlalchemy import (
    URL,
    BigInteger,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    event,
    select,
)
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import create_async_engine

from bot.desk.migrating import BUSY_SECONDS, migrate
from bot.errors import StorageError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

METADATA = MetaData()

EDITIONS = Table(
    "editions",
    METADATA,
    Column("digest", String(64), primary_key=True),
    Column("packed", LargeBinary, nullable=False),
    Column("accepted_at", BigInteger, nullable=False),
)
# `edition` is the one that answers from then on, NULL for an entry that changed none; `folder` is the
# digest of what the folder held.
AUDIT = Table(
    "audit",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("at", BigInteger, nullable=False),
    Column("who", Text, nullable=False),
    Column("place", Text),
    Column("what", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("edition", ForeignKey("editions.digest")),
    Column("folder", String(64)),
)
QUESTIONS = Table(
    "questions",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("asked_at", BigInteger, nullable=False),
    Column("edition", String(64), nullable=False),
    Column("briefing", Text, nullable=False),
    Column("outcome", Text, nullable=False),
    Column("reason", Text),
    Column("claims", Text, nullable=False),
    Column("text", Text),
    Column("asker", LargeBinary, nullable=False),
    Column("asked_of", Text),  # the briefing that was set or named for it
    Index("questions_by_time", "asked_at"),
    Index("questions_by_asker", "asker"),
)
FEEDBACK = Table(
    "feedback",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("at", BigInteger, nullable=False),
    Column("edition", String(64), nullable=False),
    Column("claims", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("reason", Text),
    Column("text", Text),
    Column("asker", LargeBinary, nullable=False),
    Index("feedback_by_time", "at"),
    Index("feedback_by_asker", "asker"),
)
SETTINGS = Table(
    "settings",
    METADATA,
    Column("server", BigInteger, primary_key=True),
    Column("channel", BigInteger, primary_key=True),
    Column("key", String(40), primary_key=True),
    Column("value", Text, nullable=False),
)
# What a member has chosen, under a code that lasts: `member` is no id, and on no question.
MEMBERS = Table(
    "members",
    METADATA,
    Column("member", LargeBinary, primary_key=True),
    Column("language", String(8), nullable=False),
)
SECRETS = Table(
    "secrets",
    METADATA,
    Column("name", String(40), primary_key=True),
    Column("value", LargeBinary, nullable=False),
)

_GONE = "its file was removed or replaced while the bot runs"
_SECRET_BYTES = 32  # as many as SHA-256 makes, which is what the key is for


class Store:
    """An open database; `secret` is what members' codes are keyed with."""

    def __init__(self, file: Path, engine: AsyncEngine) -> None:
        self._file, self._opened = file, _identity(file)
        self._engine = engine
        self._writer = engine.execution_options(writes=True)
        self.secret = b""

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncConnection]:
        """Open a transaction that sees one state of the database; StorageError for what goes wrong."""
        async with _as_storage_error("read"), self._engine.begin() as connection:
            self._look()
            yield connection

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[AsyncConnection]:
        """Open a transaction that is on the disk when this ends; StorageError for what goes wrong."""
        async with _as_storage_error("written"), self._writer.begin() as connection:
            self._look()
            yield connection

    @property
    def gone(self) -> bool:
        """Tell whether the file was removed or replaced since, so that what is written to it is lost."""
        return self._opened != _identity(self._file)

    def _look(self) -> None:
        if self.gone:
            raise OSError(_GONE)

    async def shrink_log(self) -> None:
        """Write the log into the database and empty it, so that what was deleted is nowhere any more."""
        async with _as_storage_error("written"), self._engine.connect() as connection:
            raw = await connection.get_raw_connection()
            # A result that is not read to its end would keep the connection from committing ever after.
            await raw.driver_connection.execute_fetchall("PRAGMA wal_checkpoint(TRUNCATE)")  # type: ignore[union-attr]

    async def close(self) -> None:
        """Close every connection."""
        await self._engine.dispose()


async def open_store(file: Path) -> Store:
    """Open the database, made or brought up to date as needed; StorageError when that cannot be."""
    async with _as_storage_error("opened"):
        await asyncio.to_thread(migrate, file)
    store = Store(file, _engine(str(file)))
    try:
        store.secret = await _secret(store)
    except BaseException:
        await store.close()
        raise
    return store


@asynccontextmanager
async def open_for_reading(file: Path) -> AsyncIterator[Store]:
    """Open a database that cannot be written, and close it; StorageError when it cannot be read either."""
    async with _as_storage_error("read"):
        await asyncio.to_thread(file.stat)  # SQLite's own words for a missing file leave that open
    store = Store(file, _engine(f"file:{quote(str(file))}", mode="ro", uri="true"))
    try:
        yield store
    finally:
        await store.close()


def _identity(file: Path) -> tuple[int, int] | None:
    """Return what tells a file from any other, None where there is none."""
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _engine(database: str, **query: str) -> AsyncEngine:
    engine = create_async_engine(
        URL.create("sqlite+aiosqlite", database=database, query=query),
        pool_size=2,
        max_overflow=2,
        connect_args={"timeout": BUSY_SECONDS},
    )
    event.listen(engine.sync_engine, "connect", _prepare)
    event.listen(engine.sync_engine, "begin", _begin)
    return engine


async def _secret(store: Store) -> bytes:
    async with store.writing() as connection:
        found = await connection.scalar(select(SECRETS.c.value).where(SECRETS.c.name == "askers"))
        if found is None:
            found = secrets.token_bytes(_SECRET_BYTES)
            await connection.execute(SECRETS.insert().values(name="askers", value=found))
        return bytes(found)


@asynccontextmanager
async def _as_storage_error(done: str) -> AsyncIterator[None]:
    """Turn what the layers below raise into one sentence."""
    try:
        yield
    except (SQLAlchemyError, sqlite3.Error, UnicodeError) as error:
        # The driver's own words are a sentence; SQLAlchemy's tell the statement and its values too.
        reason = str(getattr(error, "orig", None) or error).split("\n")[0]
        raise StorageError(f"the database cannot be {done}: {reason}") from error
    except OSError as error:
        raise StorageError(f"the database cannot be {done}: {error.strerror or error}") from error


def _prepare(connection: Any, _: object) -> None:  # noqa: ANN401 - SQLAlchemy's adapter has no public type
    """Set a connection up: SQLAlchemy begins its transactions, and a commit waits for the disk."""
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in ("foreign_keys = ON", "synchronous = FULL", "secure_delete = ON"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(connection: Any) -> None:  # noqa: ANN401 - as above
    # A writer that began as a reader fails when another wrote meanwhile, however long it would wait.
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
