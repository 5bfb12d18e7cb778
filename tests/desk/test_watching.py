"""A folder that is watched is proposed whenever it has changed, and taken over when that can be."""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
from typing import TYPE_CHECKING

from bot.briefing.folder import digest
from bot.desk.desk import open_desk
from bot.desk.ledger import history
from bot.desk.reloading import Proposal, accept, look, propose, propose_rollback, take_over, watch
from bot.errors import BotError, KnowledgeError
from tests.desk import edits
from tests.shipped import BRIEFING

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from bot.desk.desk import Desk
    from bot.desk.settings import Settings

PATIENCE = 20  # seconds for the system to tell of a change; it takes a fraction of one


async def accepted(desk: Desk, proposal: Proposal) -> None:
    await accept(desk, proposal, who="ann", where="a server", why="")


async def held_still(desk: Desk) -> Proposal | BotError | None:
    """Look twice, as nothing is proposed that may still be being written."""
    assert await look(desk) is None
    return await look(desk)


async def test_what_is_half_written_is_not_proposed(desk: Desk, folder: Path) -> None:
    file = folder / "words.en.txt"
    whole = file.read_bytes() + b"\nwholly\n"
    for part in (whole[: len(whole) // 3], whole[: len(whole) // 2], whole):
        file.write_bytes(part)
        assert await look(desk) is None
    found = await look(desk)
    assert isinstance(found, Proposal)
    assert found.digest == digest(folder)
    assert await look(desk) is None


async def test_changes_of_the_folder_are_proposed(desk: Desk, folder: Path) -> None:
    async with asyncio.timeout(PATIENCE):
        edits.rephrase(folder)
        async for found in watch(desk):
            if isinstance(found, Proposal):
                assert found.digest == digest(folder)
                edits.spoil(folder)
            else:
                assert "claims.toml" in str(found)
                break


async def test_a_file_that_is_only_touched_undoes_no_rollback(desk: Desk, folder: Path) -> None:
    first = desk.knowledge.digest
    edits.rephrase(folder)
    second = await held_still(desk)
    assert isinstance(second, Proposal)
    await accepted(desk, second)
    await accepted(desk, await propose_rollback(desk, first))
    (folder / "words.en.txt").touch()
    (folder / ".swap").write_text("an editor's")
    assert await look(desk) is None
    edits.rephrase_again(folder)
    third = await held_still(desk)
    assert isinstance(third, Proposal)
    assert third.digest == digest(folder)
    assert await look(desk) is None


async def test_what_cannot_be_recorded_is_taken_over_later(
    settings: Settings, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.desk.storage.BUSY_SECONDS", 0)
    async with open_desk(settings) as desk:
        before = desk.knowledge
        edits.rephrase(folder)
        other = sqlite3.connect(settings.storage or "", isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        found = await held_still(desk)
        assert isinstance(found, Proposal)
        await take_over(desk, found)
        assert desk.knowledge is before
        (trouble,) = desk.health.troubles
        assert "the folder has changed and is not taken over yet" in trouble
        assert "database is locked" in trouble
        other.close()
        again = await look(desk)
        assert isinstance(again, Proposal)
        await take_over(desk, again)
        assert desk.knowledge.digest == digest(folder)
        assert not desk.health.troubles
        assert await look(desk) is None


async def test_what_was_taken_back_meanwhile_is_no_trouble(desk: Desk, folder: Path) -> None:
    edits.rephrase(folder)
    overtaken = await held_still(desk)
    assert isinstance(overtaken, Proposal)
    edits.rephrase_again(folder)
    await accepted(desk, await propose(desk))
    await take_over(desk, overtaken)
    assert desk.health.troubles
    same = await held_still(desk)
    assert isinstance(same, Proposal)
    await take_over(desk, same)
    assert not desk.health.troubles
    assert len(await history(desk)) == 2


async def test_what_is_refused_is_entered_once(desk: Desk, folder: Path) -> None:
    before = desk.knowledge
    edits.spoil(folder)
    found = await held_still(desk)
    assert isinstance(found, KnowledgeError)
    await take_over(desk, found)
    assert await look(desk) is None
    entry = (await history(desk))[0]
    assert (entry.who, entry.what, entry.edition) == ("auto_reload", "refused", None)
    assert "claims.toml" in entry.why
    assert desk.knowledge is before


async def test_a_folder_that_is_mended_is_no_trouble(settings: Settings, folder: Path) -> None:
    async with open_desk(settings):
        pass
    source = folder / BRIEFING / "source.txt"
    good = source.read_text(encoding="utf-8")
    edits.spoil(folder)
    async with open_desk(settings) as desk:
        assert "the edition accepted last answers" in desk.health.troubles[0]
        source.write_text(good, encoding="utf-8")
        assert (await propose(desk)).changes.empty
        assert not desk.health.troubles


async def test_a_folder_that_cannot_be_watched_is_told_of(desk: Desk, folder: Path) -> None:
    shutil.rmtree(folder)
    (error,) = [one async for one in watch(desk)]
    assert "it cannot be read" in str(error)
    assert any("the knowledge folder is not watched any more" in one for one in desk.health.troubles)
