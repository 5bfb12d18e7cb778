"""Which edition answers after a start, and what a broken database or folder leaves of the bot."""

from __future__ import annotations

import sqlite3
import sys
from typing import TYPE_CHECKING

import pytest

from bot.briefing.folder import digest
from bot.desk import migrating
from bot.desk.asking import ask
from bot.desk.desk import open_desk
from bot.desk.ledger import editions, history
from bot.desk.recording import forget, held_on, purge, record_feedback, record_question
from bot.desk.reloading import accept, propose, propose_rollback
from bot.desk.unanswered import unanswered
from bot.errors import ApartError, KnowledgeError, StorageError
from tests.desk import edits
from tests.shipped import CONTESTED, plain

if TYPE_CHECKING:
    from pathlib import Path

    from bot.desk.desk import Desk
    from bot.desk.settings import Settings


def answers(desk: Desk) -> bool:
    return ask(desk.knowledge, CONTESTED).outcome == "answer"


async def test_the_first_start_accepts_the_folder(settings: Settings) -> None:
    async with open_desk(settings) as desk:
        assert not desk.health.troubles
        assert desk.knowledge.digest == plain().digest
        (entry,) = await history(desk)
        assert (entry.who, entry.where, entry.what, entry.why) == ("operator", None, "start", "at start")
        assert entry.edition == desk.knowledge.digest
        assert [(one.digest, one.current) for one in await editions(desk)] == [(entry.edition, True)]


async def test_the_next_start_changes_nothing(settings: Settings) -> None:
    for _ in range(2):
        async with open_desk(settings) as desk:
            assert len(await history(desk)) == 1
            assert len(await editions(desk)) == 1


async def test_a_folder_that_was_edited_is_accepted_at_start(settings: Settings, folder: Path) -> None:
    async with open_desk(settings) as desk:
        before = desk.knowledge.digest
    edits.rephrase(folder)
    async with open_desk(settings) as desk:
        assert desk.knowledge.digest == digest(folder) != before
        assert [entry.what for entry in await history(desk)] == ["start", "start"]
        assert [one.digest for one in await editions(desk)] == [desk.knowledge.digest, before]


async def test_a_broken_folder_leaves_the_accepted_edition(settings: Settings, folder: Path) -> None:
    async with open_desk(settings) as desk:
        before = desk.knowledge.digest
    edits.spoil(folder)
    async with open_desk(settings) as desk:
        assert desk.knowledge.digest == before
        assert answers(desk)
        (trouble,) = desk.health.troubles
        assert "the edition accepted last answers, not the folder, since the knowledge cannot be" in trouble
        assert "claims.toml:" in trouble
        assert len(await history(desk)) == 1
        # The folder is mended.
        edits.replace(folder, "border-fighting-2026/source.txt", "13 Pakistani", "12 Pakistani")
        edits.rephrase(folder)
        await accept(desk, await propose(desk), who="m", where=None, why="mended")
        assert not desk.health.troubles


async def test_a_broken_folder_and_no_accepted_edition_is_no_start(settings: Settings, folder: Path) -> None:
    edits.spoil(folder)
    with pytest.raises(KnowledgeError, match=r"claims\.toml"):
        async with open_desk(settings):
            pass


async def test_a_rollback_outlives_a_restart_until_the_folder_changes(
    settings: Settings, folder: Path
) -> None:
    async with open_desk(settings) as desk:
        first = desk.knowledge.digest
        edits.rephrase(folder)
        await accept(desk, await propose(desk), who="m", where="s", why="new")
        await accept(desk, await propose_rollback(desk, first), who="m", where="s", why="it was wrong")
        assert desk.knowledge.digest == first
    async with open_desk(settings) as desk:
        assert desk.knowledge.digest == first
        assert not desk.health.troubles
        assert [entry.what for entry in await history(desk)] == ["rollback", "reload", "start"]
    edits.replace(folder, "words.en.txt", "\n", "\n\n")
    async with open_desk(settings) as desk:
        assert desk.knowledge.digest == digest(folder) != first


async def test_a_rollback_holds_though_the_database_cannot_be_written(
    settings: Settings, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_desk(settings) as desk:
        first = desk.knowledge.digest
        edits.rephrase(folder)
        await accept(desk, await propose(desk), who="m", where=None, why="new")
        await accept(desk, await propose_rollback(desk, first), who="m", where=None, why="wrong")
    monkeypatch.setattr(migrating, "BUSY_SECONDS", 0)
    other = sqlite3.connect(settings.storage or "", isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    async with open_desk(settings) as desk:
        assert desk.store is None
        assert desk.knowledge.digest == first
    other.close()


async def test_a_damaged_edition_does_not_keep_a_good_folder_from_answering(
    settings: Settings, folder: Path
) -> None:
    async with open_desk(settings) as desk:
        first = desk.knowledge.digest
        edits.rephrase(folder)
        await accept(desk, await propose(desk), who="m", where=None, why="new")
        await accept(desk, await propose_rollback(desk, first), who="m", where=None, why="wrong")
    connection = sqlite3.connect(settings.storage or "")
    connection.execute("UPDATE editions SET packed = x'00' WHERE digest = ?", (first,))
    connection.commit()
    connection.close()
    async with open_desk(settings) as desk:
        assert desk.knowledge.digest == digest(folder)
        (trouble,) = desk.health.troubles
        assert (
            trouble == f"the edition accepted last cannot answer: the stored edition {first[:12]} is damaged"
        )
        edits.rephrase_again(folder)
        await accept(desk, await propose(desk), who="m", where=None, why="another")
        assert not desk.health.troubles
    edits.spoil(folder)
    connection = sqlite3.connect(settings.storage or "")
    connection.execute("UPDATE editions SET packed = x'00'")
    connection.commit()
    connection.close()
    with pytest.raises(KnowledgeError, match=r"claims\.toml"):
        async with open_desk(settings):
            pass


# ---- Without a database ----------------------------------------------------------------------------


async def nothing_is_kept_and_nothing_raised(desk: Desk) -> None:
    reply = ask(desk.knowledge, CONTESTED)
    assert reply.outcome == "answer"
    record_question(desk, member=1, edition=desk.knowledge.digest, question=CONTESTED, reply=reply)
    assert not await record_feedback(
        desk, member=1, edition="e", claims=(), kind="up", reason=None, question=None
    )
    assert await forget(desk, 1) is None
    assert await held_on(desk, 1) is None
    assert await unanswered(desk) is None
    assert await purge(desk) == 0


@pytest.mark.parametrize("content", [b"no database", b"SQLite format 3\0" + b"\xff" * 9000])
async def test_a_corrupt_database(
    settings: Settings, folder: Path, content: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    assert settings.storage
    settings.storage.write_bytes(content)
    async with open_desk(settings) as desk:
        assert desk.store is None
        assert "nothing is recorded: the database cannot be opened" in desk.health.troubles[0]
        for _ in range(3):
            await nothing_is_kept_and_nothing_raised(desk)
        edits.rephrase(folder)
        proposal = await propose(desk)
        before = desk.knowledge
        with pytest.raises(StorageError, match="the database could not be opened when the bot started"):
            await accept(desk, proposal, who="m", where=None, why="")
        assert desk.knowledge is before
        with pytest.raises(StorageError):
            await history(desk)
    assert settings.storage.read_bytes() == content
    lost = [record.message for record in caplog.records if "not recorded" in record.message]
    assert len(lost) == len(set(lost)) == 3
    assert lost[-1] == "of the questions since the start 3 are not recorded"


async def test_where_memory_runs_out_beside_the_bot_goes_on_with_what_it_has(
    settings: Settings, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert settings.storage
    settings.storage.unlink()
    python = folder / "python"
    python.write_text("#!/bin/sh\nkill -9 $$\n")
    python.chmod(0o700)
    monkeypatch.setattr(sys, "executable", str(python))
    async with open_desk(settings) as desk:
        assert desk.store is None
        assert any("nothing is recorded: what was under way" in trouble for trouble in desk.health.troubles)
        before = desk.knowledge
        edits.rephrase(folder, edits.UNKEPT)
        with pytest.raises(ApartError, match="more memory"):
            await propose(desk)
        assert desk.knowledge is before
        assert ask(desk.knowledge, CONTESTED).outcome == "answer"


async def test_a_database_locked_by_another(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("bot.desk.storage.BUSY_SECONDS", 0)
    async with open_desk(settings) as desk:
        other = sqlite3.connect(settings.storage or "", isolation_level=None)
        other.execute("BEGIN EXCLUSIVE")
        reply = ask(desk.knowledge, CONTESTED)
        for _ in range(3):
            record_question(desk, member=1, edition=desk.knowledge.digest, question="q", reply=reply)
            assert not await record_feedback(
                desk, member=1, edition="e", claims=(), kind="up", reason=None, question=None
            )
        assert await forget(desk, 1) is None
        assert "feedback is not recorded: the database cannot be written: database is locked" in (
            desk.health.troubles
        )
        assert len(caplog.records) == 3
        other.close()
        assert await record_feedback(
            desk, member=1, edition="e", claims=(), kind="up", reason=None, question=None
        )
        record_question(desk, member=1, edition=desk.knowledge.digest, question="q", reply=reply)
        assert await forget(desk, 1) == 2
        assert not desk.health.troubles


async def test_an_edition_that_was_accepted_elsewhere_is_no_trouble_at_start(settings: Settings) -> None:
    async with open_desk(settings) as one, open_desk(settings) as other:
        assert not one.health.troubles
        assert not other.health.troubles
        assert one.recorded == other.recorded == one.knowledge.digest


async def test_a_start_that_cannot_be_recorded_is_told_of(settings: Settings, folder: Path) -> None:
    async with open_desk(settings) as desk:
        before = desk.recorded
    edits.rephrase(folder)
    refusing = "CREATE TRIGGER full BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'no room'); END"
    with sqlite3.connect(settings.storage or "") as connection:
        connection.execute(refusing)
    async with open_desk(settings) as desk:
        assert desk.knowledge.digest == digest(folder)
        assert desk.recorded == before
        (trouble,) = desk.health.troubles
        assert trouble.startswith("which edition answers since the start is not recorded: ")
        assert trouble.endswith("no room")
    connection.execute("DROP TRIGGER full")
    connection.close()
    async with open_desk(settings) as desk:
        assert not desk.health.troubles
        assert desk.recorded == digest(folder)
