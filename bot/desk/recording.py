"""Keeps what was asked and how it was liked, without who; nothing here fails because of the database."""

from __future__ import annotations

import hashlib
import hmac
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeVar

from sqlalchemy import func, select

from bot.desk.ledger import store_of
from bot.desk.storage import FEEDBACK, QUESTIONS
from bot.errors import StorageError

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from sqlalchemy import Table

    from bot.answering.reply import Reply
    from bot.desk.desk import Desk
    from bot.desk.knowledge import Knowledge

FeedbackKind = Literal["up", "down", "none_of_these"]
_Result = TypeVar("_Result")

DAY = 24 * 60 * 60  # seconds


class Held(NamedTuple):
    """How much is kept of a member; `texts` are the rows that have words of theirs."""

    questions: int
    feedback: int
    texts: int


async def record_question(
    desk: Desk, *, member: int, knowledge: Knowledge, question: str, reply: Reply
) -> None:
    """Keep how a question was answered."""
    row = {
        "asked_at": int(desk.clock()),
        "edition": knowledge.digest,
        "briefing": reply.briefing,
        "outcome": reply.outcome,
        "reason": reply.reason,
        "claims": " ".join(one.claim.id for one in reply.claims),
        "text": question if desk.settings.privacy.keep_questions else None,
        "asker": _asker(desk, member, _day(desk)),
    }
    await spared(desk, "questions", _insert(desk, QUESTIONS, row), instead=None)


async def record_feedback(  # noqa: PLR0913 - a row has so many columns
    desk: Desk,
    *,
    member: int,
    edition: str,
    claims: tuple[str, ...],
    kind: FeedbackKind,
    reason: str | None,
    question: str | None,
) -> bool:
    """Keep what a member thinks of an answer, and tell whether it is on the disk."""
    row = {
        "at": int(desk.clock()),
        "edition": edition,
        "claims": " ".join(claims),
        "kind": kind,
        "reason": reason,
        "text": question if desk.settings.privacy.keep_questions else None,
        "asker": _asker(desk, member, _day(desk)),
    }
    return await spared(desk, "feedback", _insert(desk, FEEDBACK, row), instead=False)


async def kept_questions(desk: Desk) -> tuple[tuple[str, str], ...]:
    """Return the questions whose words are kept, each once with its briefing."""

    async def read() -> tuple[tuple[str, str], ...]:
        async with store_of(desk).reading() as connection:
            rows = await connection.execute(
                select(QUESTIONS.c.briefing, QUESTIONS.c.text)
                .where(QUESTIONS.c.text.is_not(None), QUESTIONS.c.asked_at >= oldest(desk))
                .distinct()
            )
            return tuple((row.briefing, row.text) for row in rows)

    return await spared(desk, "reading", read(), instead=())


async def forget(desk: Desk, member: int) -> int:
    """Delete all that is kept of a member, and return how many rows that were."""

    async def delete() -> int:
        deleted = 0
        async with store_of(desk).writing() as connection:
            for table in (QUESTIONS, FEEDBACK):
                result = await connection.execute(
                    table.delete().where(table.c.asker.in_(_askers(desk, member)))
                )
                deleted += result.rowcount
        await store_of(desk).shrink_log()
        return deleted

    return await spared(desk, "forgetting", delete(), instead=0)


async def held_on(desk: Desk, member: int) -> Held:
    """Count what is kept of a member."""

    async def count() -> Held:
        async with store_of(desk).reading() as connection:
            counts = []
            for table in (QUESTIONS, FEEDBACK):
                counting = select(func.count(), func.count(table.c.text))
                mine = table.c.asker.in_(_askers(desk, member))
                counts.append((await connection.execute(counting.where(mine))).one())
        (questions, texts), (feedback, more) = counts
        return Held(questions, feedback, texts + more)

    return await spared(desk, "reading", count(), instead=Held(0, 0, 0))


async def purge(desk: Desk) -> int:
    """Delete what is older than is kept, and return how many rows that were."""

    async def delete() -> int:
        deleted = 0
        async with store_of(desk).writing() as connection:
            for table, at in ((QUESTIONS, QUESTIONS.c.asked_at), (FEEDBACK, FEEDBACK.c.at)):
                deleted += (await connection.execute(table.delete().where(at < oldest(desk)))).rowcount
        await store_of(desk).shrink_log()
        return deleted

    return await spared(desk, "purging", delete(), instead=0)


async def spared(desk: Desk, kind: str, work: Awaitable[_Result], *, instead: _Result) -> _Result:
    """Do work on the database; where that fails, note it in the health and return *instead*."""
    try:
        done = await work
    except StorageError as error:
        desk.health.note(kind, f"{kind}: {error}")
        return instead
    desk.health.clear(kind)
    return done


def oldest(desk: Desk) -> int:
    """Return the first second of which anything is kept."""
    return (_day(desk) - desk.settings.privacy.keep_days) * DAY


async def _insert(desk: Desk, table: Table, row: dict[str, Any]) -> bool:
    async with store_of(desk).writing() as connection:
        await connection.execute(table.insert().values(row))
    return True


def _day(desk: Desk) -> int:
    return int(desk.clock()) // DAY


def _askers(desk: Desk, member: int) -> list[bytes]:
    """Return what a member was called on every day that is kept."""
    today = _day(desk)
    days = range(today - desk.settings.privacy.keep_days, today + 1)
    return [_asker(desk, member, day) for day in days]


def _asker(desk: Desk, member: int, day: int) -> bytes:
    """Return a name for a member that is another each day, and that only the database's secret leads to."""
    secret = desk.store.secret if desk.store else b""
    return hmac.digest(secret, f"{day}:{member}".encode(), hashlib.sha256)
