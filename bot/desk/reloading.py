"""Replaces the edition that answers: shows what would change, then swaps in one step."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from bot.answering.showing import sentences
from bot.briefing.folder import read_folder
from bot.desk.attempting import attempt
from bot.desk.changes import Changes, changes
from bot.desk.desk import note_refused
from bot.desk.editions import open_edition, open_folder
from bot.desk.health import Trouble
from bot.desk.ledger import audit, current, record_edition, stored
from bot.desk.preferences import pins
from bot.desk.recording import kept_questions
from bot.errors import BotError, KnowledgeError, ProposalError, StoppedError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.briefing.folder import Contents
    from bot.desk.desk import Desk
    from bot.desk.knowledge import Knowledge
    from bot.desk.preferences import Pin
    from bot.desk.recording import KeptQuestion
    from bot.desk.settings import Settings

_log = logging.getLogger(__name__)

LOOK_EVERY = 2000  # milliseconds; not every file system tells of changes, and a look takes two


@dataclass(frozen=True, slots=True)
class Proposal:
    """An edition that could answer, and what it would change against the one with the digest `instead_of`.

    `folder` is the digest of what the folder held when this was made; `rollback` tells that the edition
    is an older one; `compared` is how many kept questions were asked of both; `lapsing` is where a
    briefing is set that the edition does not have any more.
    """

    digest: str
    knowledge: Knowledge
    changes: Changes
    instead_of: str
    folder: str
    rollback: bool
    compared: int
    lapsing: tuple[Pin, ...]


class _Kept(NamedTuple):
    """What the database has that another edition may answer otherwise."""

    questions: tuple[KeptQuestion, ...]
    pins: tuple[Pin, ...]


async def propose(desk: Desk, contents: Contents | None = None) -> Proposal:
    """Read the folder, or take what was read of it, and say what it would change.

    Raises KnowledgeError with every problem of it.
    """
    kept = _Kept(await kept_questions(desk), await pins(desk))
    try:
        async with desk.preparing:
            proposal = await asyncio.to_thread(_proposal, desk.settings, desk.knowledge, kept, contents)
    except KnowledgeError as error:
        note_refused(desk.health, error)
        raise
    desk.health.clear(Trouble.FOLDER)
    return proposal


async def propose_rollback(desk: Desk, digest: str) -> Proposal:
    """Open an edition that was accepted before and say what it would change.

    The beginning of its *digest* is enough. Raises ProposalError when it is not kept, StorageError when it
    cannot be read, KnowledgeError when it does not satisfy today's rules.
    """
    digest, packed = await stored(desk, digest.strip().lower())
    kept = _Kept(await kept_questions(desk), await pins(desk))
    async with desk.preparing:
        return await asyncio.to_thread(
            _rollback_proposal, desk.settings, desk.knowledge, kept, packed, digest
        )


async def accept(desk: Desk, proposal: Proposal, *, who: str, where: str | None, why: str) -> None:
    """Record the edition and have it answer from now on; questions in flight keep theirs.

    Raises ProposalError when another edition answers than when the proposal was made, StorageError when
    it cannot be recorded; then nothing changes.
    """
    async with desk.changing:
        if desk.knowledge is proposal.knowledge:
            return  # as who presses twice means it
        if desk.knowledge.digest != proposal.instead_of:
            raise ProposalError(sentences.PROPOSE_AGAIN)
        what = "rollback" if proposal.rollback else "reload"
        await record_edition(
            desk, proposal.knowledge, who=who, where=where, what=what, why=why, folder=proposal.folder
        )
        _adopt(desk, proposal.knowledge)


async def enter(desk: Desk, *, who: str, where: str | None, what: str, why: str) -> None:
    """Enter what changed no edition into the audit log; where that cannot be, the health says so."""
    entry = audit(desk, who=who, where=where, what=what, why=why)
    await attempt(desk, Trouble.AUDIT, entry, instead=None)


async def follow(desk: Desk) -> bool:
    """Take over the edition that another process has accepted, and tell whether there was one.

    Processes that serve shards of one bot share a database; each runs this every minute.
    """
    if desk.store is None:
        return False
    try:
        digest = await current(desk)
        if digest is None or digest == desk.recorded:
            desk.health.clear(Trouble.FOLLOWING)
            return False
        async with desk.preparing:
            _, packed = await stored(desk, digest)
            knowledge = await asyncio.to_thread(open_edition, desk.settings, packed, digest)
        async with desk.changing:
            if await current(desk) != digest or digest == desk.recorded:
                return False  # another was accepted meanwhile
            desk.recorded = digest
            _adopt(desk, knowledge)
    except StoppedError:
        return False
    except BotError as error:
        desk.health.failed(Trouble.FOLLOWING, error)
        return False
    desk.health.clear(Trouble.FOLLOWING)
    return True


def _adopt(desk: Desk, knowledge: Knowledge) -> None:
    """Have an edition that is recorded answer from now on; how the one before came to answer is past."""
    desk.knowledge = knowledge
    desk.health.clear(Trouble.EDITION)
    desk.health.clear(Trouble.ACCEPTED)


async def take_over(desk: Desk, found: Proposal | BotError) -> None:
    """Accept what the folder holds without a moderator; what cannot be accepted now is proposed again."""
    try:
        if isinstance(found, BotError):
            _log.error("%s; the old edition goes on answering", found)
            await enter(desk, who="auto_reload", where=None, what="refused", why=str(found))
        elif not found.changes.empty:
            await accept(desk, found, who="auto_reload", where=None, why="the folder changed")
    except BotError as error:
        desk.folder = None
        desk.health.failed(Trouble.AUTO_RELOAD, error)
    else:
        desk.health.clear(Trouble.AUTO_RELOAD)


async def watch(desk: Desk) -> AsyncIterator[Proposal | BotError]:
    """Propose what the folder holds whenever it has changed, or say why it cannot be proposed."""
    from watchfiles import awatch  # noqa: PLC0415 - most bots are told when to reload

    try:
        if (found := await look(desk)) is not None:
            yield found
        async for _ in awatch(desk.settings.knowledge, rust_timeout=LOOK_EVERY, yield_on_timeout=True):
            desk.health.clear(Trouble.WATCHING)
            if (found := await look(desk)) is not None:
                yield found
    except (OSError, RuntimeError) as error:  # as watchfiles raises for a folder that it cannot watch
        desk.health.failed(Trouble.WATCHING, error)
        if (found := await look(desk)) is not None:
            yield found


async def look(desk: Desk) -> Proposal | BotError | None:
    """Return what the folder holds if it has changed, or why it cannot be proposed; else None.

    What one look finds may still be being written, and half a list of words has no problem: only what the
    next look finds as well is proposed. A file that was only touched is no change, or it would undo a
    rollback.
    """
    contents = await asyncio.to_thread(read_folder, desk.settings.knowledge)
    folder = contents.digest
    held, desk.seen = folder == desk.seen, folder
    if folder == desk.folder or not held:
        return None
    desk.folder = folder
    try:
        return await propose(desk, contents)
    except BotError as error:
        return error


def _proposal(settings: Settings, present: Knowledge, kept: _Kept, contents: Contents | None) -> Proposal:
    knowledge = open_folder(settings, contents)
    return _compared(present, knowledge, kept, folder=knowledge.digest, rollback=False)


def _rollback_proposal(
    settings: Settings, present: Knowledge, kept: _Kept, packed: bytes, digest: str
) -> Proposal:
    knowledge = open_edition(settings, packed, digest)
    return _compared(present, knowledge, kept, folder=read_folder(settings.knowledge).digest, rollback=True)


def _compared(
    present: Knowledge, knowledge: Knowledge, kept: _Kept, *, folder: str, rollback: bool
) -> Proposal:
    gone = set(present.briefings) - set(knowledge.briefings)
    return Proposal(
        knowledge.digest,
        knowledge,
        changes(present, knowledge, kept.questions),
        present.digest,
        folder=folder,
        rollback=rollback,
        compared=len(kept.questions),
        lapsing=tuple(one for one in kept.pins if one.briefing in gone),
    )
