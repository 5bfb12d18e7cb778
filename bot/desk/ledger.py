"""Keeps which edition was accepted when, by whom and why; and whatever else moderators do."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import func, select

from bot.answering.showing import sentences
from bot.desk.editions import pack
from bot.desk.storage import AUDIT, EDITIONS
from bot.errors import ProposalError, StorageError

if TYPE_CHECKING:
    from sqlalchemy import Select
    from sqlalchemy.ext.asyncio import AsyncConnection

    from bot.desk.desk import Desk
    from bot.desk.knowledge import Knowledge
    from bot.desk.storage import Store


class Accepted(NamedTuple):
    """The edition accepted last; `instead_of` is the digest of the folder that it was rolled back from."""

    digest: str
    packed: bytes
    instead_of: str | None


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """Who did what, where and why; `edition` is the one that answered from then on, if that changed."""

    at: datetime
    who: str
    where: str | None
    what: str
    why: str
    edition: str | None


@dataclass(frozen=True, slots=True)
class StoredEdition:
    """An edition that was accepted and can be again; `accepted_at` and `why` are of the last time."""

    digest: str
    accepted_at: datetime
    why: str
    current: bool


def _latest() -> Select[tuple[str, bytes, str, str | None]]:
    return (
        select(EDITIONS.c.digest, EDITIONS.c.packed, AUDIT.c.what, AUDIT.c.folder)
        .join(AUDIT, AUDIT.c.edition == EDITIONS.c.digest)
        .order_by(AUDIT.c.id.desc())
        .limit(1)
    )


async def accepted(store: Store) -> Accepted | None:
    """Return the edition accepted last, None when there was none yet."""
    async with store.reading() as connection:
        row = (await connection.execute(_latest())).one_or_none()
    if row is None:
        return None
    return Accepted(row.digest, row.packed, row.folder if row.what == "rollback" else None)


async def record_edition(  # noqa: PLR0913 - an entry has so many columns
    desk: Desk, knowledge: Knowledge, *, who: str, where: str | None, what: str, why: str, folder: str | None
) -> None:
    """Record an edition as the accepted one, in one transaction with the entry that says so.

    Raises StorageError when that cannot be, ProposalError when another process accepted one meanwhile.
    """
    store = store_of(desk)
    packed = await asyncio.to_thread(pack, knowledge.contents)
    now = int(desk.clock())
    async with store.writing() as connection:
        latest = await _current(connection)
        if latest not in (desk.recorded, knowledge.digest):
            raise ProposalError(sentences.PROPOSE_LATER)
        kept = select(EDITIONS.c.digest).where(EDITIONS.c.digest == knowledge.digest)
        if await connection.scalar(kept) is None:
            row = {"digest": knowledge.digest, "packed": packed, "accepted_at": now}
            await connection.execute(EDITIONS.insert().values(row))
        await connection.execute(
            AUDIT.insert().values(
                at=now, who=who, place=where, what=what, why=why, edition=knowledge.digest, folder=folder
            )
        )
    desk.recorded = knowledge.digest


async def audit(desk: Desk, *, who: str, where: str | None, what: str, why: str) -> None:
    """Enter something that changes no edition; StorageError when it cannot be."""
    async with store_of(desk).writing() as connection:
        await connection.execute(
            AUDIT.insert().values(at=int(desk.clock()), who=who, place=where, what=what, why=why)
        )


async def history(desk: Desk, limit: int = 20, skip: int = 0) -> tuple[AuditEntry, ...]:
    """Return entries, the newest first and without so many of them; StorageError for what cannot be read."""
    newest = select(AUDIT).order_by(AUDIT.c.id.desc())
    async with store_of(desk).reading() as connection:
        rows = await connection.execute(newest.limit(limit).offset(skip))
        return tuple(
            AuditEntry(_time(row.at), row.who, row.place, row.what, row.why, row.edition) for row in rows
        )


async def editions(desk: Desk) -> tuple[StoredEdition, ...]:
    """Return every edition kept, the one accepted last first; StorageError when they cannot be read."""
    last = select(func.max(AUDIT.c.id)).where(AUDIT.c.edition.is_not(None)).group_by(AUDIT.c.edition)
    async with store_of(desk).reading() as connection:
        rows = await connection.execute(
            select(AUDIT).where(AUDIT.c.id.in_(last.scalar_subquery())).order_by(AUDIT.c.id.desc())
        )
        return tuple(
            StoredEdition(row.edition, _time(row.at), row.why, number == 0) for number, row in enumerate(rows)
        )


async def current(desk: Desk) -> str | None:
    """Return the digest of the edition accepted last; StorageError when that cannot be read."""
    async with store_of(desk).reading() as connection:
        return await _current(connection)


async def stored(desk: Desk, digest: str) -> tuple[str, bytes]:
    """Return the digest of an edition and how it was packed; what only it begins with names it too.

    Raises ProposalError when there is no such, StorageError when that cannot be read.
    """
    named = select(EDITIONS).where(EDITIONS.c.digest.startswith(digest, autoescape=True))
    async with store_of(desk).reading() as connection:
        found = (await connection.execute(named.limit(2))).all()
    if len(found) > 1:
        raise ProposalError(sentences.SEVERAL_EDITIONS)
    if not found:
        raise ProposalError(sentences.NO_EDITION)
    return found[0].digest, bytes(found[0].packed)


def store_of(desk: Desk) -> Store:
    """Return the open database; StorageError when there is none."""
    if desk.store is None:
        raise StorageError("the database could not be opened when the bot started")
    return desk.store


async def _current(connection: AsyncConnection) -> str | None:
    return await connection.scalar(
        select(AUDIT.c.edition).where(AUDIT.c.edition.is_not(None)).order_by(AUDIT.c.id.desc()).limit(1)
    )


def _time(seconds: int) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)
