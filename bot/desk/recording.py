"""Keeps what was asked and how it was liked, without who; nothing here raises because of the database.

Questions are written a moment after they were asked, for nobody was told that they are kept. Feedback is on
the disk before the member is thanked.
"""

from __future__ import annotations

import hashlib
import hmac
import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from sqlalchemy import false, func, select, true

from bot.desk.attempting import attempt
from bot.desk.health import Trouble
from bot.desk.ledger import store_of
from bot.desk.storage import FEEDBACK, MEMBERS, QUESTIONS

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncConnection

    from bot.answering.showing.reply import Reply
    from bot.desk.desk import Desk

FeedbackKind = Literal["up", "down", "none_of_these"]

DAY = 24 * 60 * 60  # seconds
_EDITION = 8  # digits of an edition that a button remembers
MOST_COMPARED = 1000  # questions; two answers to each take a second or two in all

# Discord's ids have 17 to 20 digits; a mention of a member holds one.
_IDS = re.compile(r"<?[@#&!:]*\d{15,20}>?")


class Held(NamedTuple):
    """What is kept of a member, by number, and the language chosen."""

    questions: int
    feedback: int
    language: str | None = None


class KeptQuestion(NamedTuple):
    """A question in its words, and the briefing that was set or named for it, None where it was routed."""

    asked_of: str | None
    text: str


def record_question(
    desk: Desk, *, member: int, edition: str, question: str, reply: Reply, asked_of: str | None = None
) -> None:
    """Have it written soon how a question was answered; it is lost if the bot is killed before.

    `asked_of` is the briefing that was set or named for it, None where it was routed.
    """
    desk.pending.add(
        {
            "asked_at": int(desk.clock()),
            "edition": edition,
            "briefing": reply.briefing,
            "asked_of": asked_of,
            "outcome": reply.outcome,
            "reason": reply.reason,
            "claims": " ".join(one.claim.id for one in reply.claims),
            "text": _words_kept(desk, question),
            "asker": _asker(desk, member, _day(desk)),
        }
    )


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
    """Keep what a member thinks of an answer, the last of a day, and tell whether it is on the disk."""
    row = {
        "at": int(desk.clock()),
        "edition": edition,
        "claims": " ".join(claims),
        "kind": kind,
        "reason": _written(reason) if reason else None,
        "text": _words_kept(desk, question) if question else None,
        "asker": _asker(desk, member, _day(desk)),
    }
    said = FEEDBACK.c.text == row["text"] if row["text"] else false()

    async def replace() -> bool:
        earlier = FEEDBACK.delete().where(
            FEEDBACK.c.asker == row["asker"],
            FEEDBACK.c.kind.in_((kind,) if kind == "none_of_these" else ("up", "down")),
            FEEDBACK.c.claims == row["claims"],
            func.substr(FEEDBACK.c.edition, 1, _EDITION) == edition[:_EDITION],
            # Without a claim only its words tell an answer from another, which a restart forgets.
            true() if claims and kind != "none_of_these" else said,
        )
        async with store_of(desk).writing() as connection:
            await connection.execute(earlier)
            await connection.execute(FEEDBACK.insert(), [row])
        return True

    return await attempt(desk, Trouble.FEEDBACK, replace(), instead=False)


async def kept_questions(desk: Desk) -> tuple[KeptQuestion, ...]:
    """Return the newest questions whose words are kept, each once for whatever it was asked of."""

    async def read() -> tuple[KeptQuestion, ...]:
        async with store_of(desk).reading() as connection:
            rows = await connection.execute(
                select(QUESTIONS.c.asked_of, QUESTIONS.c.text)
                .where(QUESTIONS.c.text.is_not(None), QUESTIONS.c.asked_at >= oldest(desk))
                .group_by(QUESTIONS.c.asked_of, QUESTIONS.c.text)
                .order_by(func.max(QUESTIONS.c.id).desc())
                .limit(MOST_COMPARED)
            )
            return tuple(KeptQuestion(*row) for row in rows)

    await desk.pending.flush()
    return await attempt(desk, Trouble.UNREADABLE, read(), instead=())


async def forget(desk: Desk, member: int) -> int | None:
    """Delete all that is kept of a member, and return how many rows that were, None when it failed.

    What is too old goes with it, whoever it is of: after a purge that failed, or with fewer days to keep than
    before, nobody can tell any more whose it is.
    """

    async def delete() -> int:
        deleted = 0
        async with store_of(desk).writing() as connection:
            for table in (QUESTIONS, FEEDBACK):
                result = await connection.execute(
                    table.delete().where(table.c.asker.in_(_askers(desk, member)))
                )
                deleted += result.rowcount
            mine = MEMBERS.c.member == lasting_code(desk, member)
            deleted += (await connection.execute(MEMBERS.delete().where(mine))).rowcount
            await _drop_old(desk, connection)
        await store_of(desk).shrink_log()
        return deleted

    await desk.pending.flush()
    count = await attempt(desk, Trouble.UNFORGOTTEN, delete(), instead=None)
    desk.languages.pop(member, None)
    return count


async def held_on(desk: Desk, member: int) -> Held | None:
    """Count what is kept of a member, None when that cannot be read."""

    async def count() -> Held:
        counts = []
        async with store_of(desk).reading() as connection:
            for table in (QUESTIONS, FEEDBACK):
                mine = table.c.asker.in_(_askers(desk, member))
                counts.append(await connection.scalar(select(func.count()).where(mine)) or 0)
            theirs = MEMBERS.c.member == lasting_code(desk, member)
            language = await connection.scalar(select(MEMBERS.c.language).where(theirs))
        return Held(counts[0], counts[1], language)

    await desk.pending.flush()
    return await attempt(desk, Trouble.UNREADABLE, count(), instead=None)


async def purge(desk: Desk) -> int:
    """Delete what is no longer to be kept, and return how many rows that were; run it daily."""

    async def delete() -> int:
        async with store_of(desk).writing() as connection:
            deleted = await _drop_old(desk, connection)
            if not desk.settings.privacy.keep_questions:
                for table in (QUESTIONS, FEEDBACK):
                    with_words = table.c.text.is_not(None)
                    await connection.execute(table.update().values(text=None).where(with_words))
        await store_of(desk).shrink_log()
        return deleted

    await desk.pending.flush()
    return await attempt(desk, Trouble.UNPURGED, delete(), instead=0)


async def _drop_old(desk: Desk, connection: AsyncConnection) -> int:
    """Delete what is no longer to be kept, and return how many rows that were."""
    deleted = 0
    for table, at in ((QUESTIONS, QUESTIONS.c.asked_at), (FEEDBACK, FEEDBACK.c.at)):
        deleted += (await connection.execute(table.delete().where(at < oldest(desk)))).rowcount
    return deleted


def oldest(desk: Desk) -> int:
    """Return the first second of which anything is kept."""
    return int(desk.clock()) - desk.settings.privacy.keep_days * DAY


def _words_kept(desk: Desk, words: str) -> str | None:
    """Return what is kept of a member's words."""
    return _written(words) if desk.settings.privacy.keep_questions else None


def _written(words: str) -> str:
    """Return a member's words as they can be written, without ids."""
    return _IDS.sub("…", words.encode("utf-8", "replace").decode())


def _day(desk: Desk) -> int:
    return int(desk.clock()) // DAY


def _askers(desk: Desk, member: int) -> list[bytes]:
    """Return what a member is called on every day of which something may be there."""
    today = _day(desk)
    # One day more, as a row may have waited for the daily purge.
    days = range(today - desk.settings.privacy.keep_days - 1, today + 1)
    return [_asker(desk, member, day) for day in days]


def _asker(desk: Desk, member: int, day: int) -> bytes:
    """Return a name for a member that is another each day, and that only the database's secret leads to."""
    return _code(desk, f"{day}:{member}")


def lasting_code(desk: Desk, member: int) -> bytes:
    """Return a name for a member that stays, and that no question is under."""
    return _code(desk, f"member:{member}")


def _code(desk: Desk, text: str) -> bytes:
    secret = desk.store.secret if desk.store else b""
    return hmac.digest(secret, text.encode(), hashlib.sha256)
