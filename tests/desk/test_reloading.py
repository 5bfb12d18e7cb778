"""An edition is proposed, shown, accepted in one step, and can be taken back."""

from __future__ import annotations

import asyncio
import sqlite3
from typing import TYPE_CHECKING, Any

import pytest

from bot.answering.showing import sentences
from bot.briefing.folder import digest
from bot.desk import reloading
from bot.desk.asking import ask
from bot.desk.desk import open_desk
from bot.desk.editions import open_folder
from bot.desk.ledger import editions, history
from bot.desk.recording import record_question
from bot.desk.reloading import Proposal, accept, enter, follow, propose, propose_rollback
from bot.errors import KnowledgeError, ProposalError, StorageError
from tests.desk import edits
from tests.shipped import BRIEFING, CONTESTED

if TYPE_CHECKING:
    from pathlib import Path

    from bot.desk.desk import Desk
    from bot.desk.knowledge import Knowledge
    from bot.desk.settings import Settings


async def accepted(desk: Desk, proposal: Proposal, why: str = "") -> None:
    await accept(desk, proposal, who="ann", where="a server", why=why)


async def test_a_folder_that_did_not_change(desk: Desk) -> None:
    proposal = await propose(desk)
    assert proposal.digest == proposal.instead_of == desk.knowledge.digest
    assert proposal.changes.empty


async def test_accepting_swaps_in_one_step(desk: Desk, folder: Path) -> None:
    edits.drop_claim(folder, "always-negotiations-mujahid")
    in_flight = desk.knowledge
    proposal = await propose(desk)
    assert desk.knowledge is in_flight
    assert proposal.digest == digest(folder)
    assert proposal.changes.removed == ("always-negotiations-mujahid",)
    await accepted(desk, proposal, "he said it later")
    assert desk.knowledge is proposal.knowledge
    assert "always-negotiations-mujahid" in in_flight.index().by_id
    entry = (await history(desk))[0]
    assert (entry.who, entry.where, entry.what, entry.why) == (
        "ann", "a server", "reload", "he said it later",
    )  # fmt: skip
    assert entry.edition == proposal.digest
    assert [one.current for one in await editions(desk)] == [True, False]


async def test_what_was_shown_is_what_is_accepted(desk: Desk, folder: Path) -> None:
    edits.rephrase(folder)
    proposal = await propose(desk)
    edits.spoil(folder)
    await accepted(desk, proposal)
    assert desk.knowledge.digest == proposal.digest
    assert ask(desk.knowledge, CONTESTED).outcome == "answer"


async def test_every_problem_is_told_and_the_old_edition_answers(desk: Desk, folder: Path) -> None:
    before = desk.knowledge
    edits.spoil(folder)
    (folder / "words.en.txt").write_bytes(b"\xff")
    with pytest.raises(KnowledgeError) as caught:
        await propose(desk)
    files = {problem.file.removeprefix(f"{folder}/") for problem in caught.value.problems}
    assert files == {f"{BRIEFING}/claims.toml", "words.en.txt"}
    assert desk.knowledge is before


async def test_a_folder_that_is_refused_is_a_trouble_until_it_is_good_again(desk: Desk, folder: Path) -> None:
    first = desk.knowledge.digest
    edits.rephrase(folder)
    await accepted(desk, await propose(desk))
    good = (folder / BRIEFING / "source.txt").read_bytes()
    edits.spoil(folder)
    for refused in range(2):
        with pytest.raises(KnowledgeError):
            await propose(desk)
        (trouble,) = desk.health.troubles
        assert trouble.startswith(
            "the edition accepted last answers, not the folder, since the knowledge cannot"
        )
        if not refused:
            await accepted(desk, await propose_rollback(desk, first))
            assert desk.health.troubles == (trouble,)
    (folder / BRIEFING / "source.txt").write_bytes(good)
    assert not (await propose(desk)).changes.empty
    assert not desk.health.troubles


async def test_kept_questions_are_asked_again(desk: Desk, folder: Path) -> None:
    words = "What exactly did Mujahid say about negotiations?"
    for question in (words, CONTESTED, words):
        reply = ask(desk.knowledge, question)
        record_question(desk, member=1, edition=desk.knowledge.digest, question=question, reply=reply)
    edits.drop_claim(folder, "always-negotiations-mujahid")
    (outcome,) = (await propose(desk)).changes.outcomes
    assert outcome.question == words


async def test_a_proposal_that_another_overtook_is_refused(desk: Desk, folder: Path) -> None:
    edits.rephrase(folder)
    first = await propose(desk)
    edits.rephrase_again(folder)
    second = await propose(desk)
    results = await asyncio.gather(accepted(desk, first), accepted(desk, second), return_exceptions=True)
    assert results[0] is None
    assert isinstance(results[1], ProposalError)
    assert str(results[1]) == sentences.PROPOSE_AGAIN
    assert desk.knowledge is first.knowledge
    assert len(await history(desk)) == 2


async def test_a_proposal_that_is_accepted_twice_at_once_is_accepted_once(desk: Desk, folder: Path) -> None:
    edits.rephrase(folder)
    proposal = await propose(desk)
    assert await asyncio.gather(accepted(desk, proposal), accepted(desk, proposal)) == [None, None]
    assert desk.knowledge is proposal.knowledge
    assert len(await history(desk)) == 2


async def test_what_another_process_accepted_is_not_overwritten(settings: Settings, folder: Path) -> None:
    async with open_desk(settings) as one, open_desk(settings) as other:
        edits.rephrase(folder)
        await accepted(one, await propose(one))
        before = other.knowledge
        with pytest.raises(ProposalError, match=sentences.PROPOSE_LATER):
            await accepted(other, await propose_rollback(other, before.digest))
        assert other.knowledge is before
        assert await follow(other)
        assert other.knowledge.digest == one.knowledge.digest != before.digest
        assert not await follow(other)
        assert not await follow(one)
        await accepted(other, await propose_rollback(other, before.digest))
        assert await follow(one)
        assert one.knowledge.digest == before.digest


async def test_what_another_process_accepted_and_is_damaged_is_not_taken_over(
    settings: Settings, folder: Path
) -> None:
    async with open_desk(settings) as one, open_desk(settings) as other:
        before = other.knowledge
        edits.rephrase(folder)
        await accepted(one, await propose(one))
        connection = sqlite3.connect(settings.storage or "")
        connection.execute("UPDATE editions SET packed = x'00' WHERE digest = ?", (one.knowledge.digest,))
        connection.commit()
        connection.close()
        assert not await follow(other)
        assert other.knowledge is before
        assert (
            "what another process has accepted is not taken over: the stored edition"
            in (other.health.troubles[0])
        )


async def test_without_a_database_there_is_nothing_to_follow(desk: Desk) -> None:
    store, desk.store = desk.store, None
    assert not await follow(desk)
    desk.store = store


async def test_what_cannot_be_recorded_is_not_accepted(
    settings: Settings, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.desk.storage.BUSY_SECONDS", 0)
    async with open_desk(settings) as desk:
        edits.rephrase(folder)
        proposal = await propose(desk)
        before = desk.knowledge
        other = sqlite3.connect(settings.storage or "", isolation_level=None)
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StorageError, match="the database cannot be written: database is locked"):
            await accepted(desk, proposal)
        assert desk.knowledge is before
        other.close()
        await accepted(desk, proposal)
        assert desk.knowledge is proposal.knowledge


async def test_rolling_back_and_forth(desk: Desk, folder: Path) -> None:
    first = desk.knowledge.digest
    edits.drop_claim(folder, "always-negotiations-mujahid")
    await accepted(desk, await propose(desk))
    second = desk.knowledge.digest
    edits.spoil(folder)
    back = await propose_rollback(desk, first)
    assert back.changes.added == ("always-negotiations-mujahid",)
    await accepted(desk, back)
    assert desk.knowledge.digest == first
    await accepted(desk, await propose_rollback(desk, second))
    assert desk.knowledge.digest == second
    assert [entry.what for entry in await history(desk)] == ["rollback", "rollback", "reload", "start"]
    assert [entry.what for entry in await history(desk, 1)] == ["rollback"]
    assert [one.digest for one in await editions(desk)] == [second, first]


async def test_an_edition_that_is_not_kept(desk: Desk) -> None:
    with pytest.raises(ProposalError, match=sentences.NO_EDITION):
        await propose_rollback(desk, "0" * 64)


async def test_a_beginning_names_one_edition(desk: Desk, folder: Path) -> None:
    first = desk.knowledge.digest
    edits.rephrase(folder)
    await accepted(desk, await propose(desk))
    second = desk.knowledge.digest
    same = next(n for n in range(64) if first[n] != second[n])
    assert (await propose_rollback(desk, f" {first[: same + 1].upper()} ")).digest == first
    with pytest.raises(ProposalError, match=sentences.SEVERAL_EDITIONS):
        await propose_rollback(desk, first[:same])
    with pytest.raises(ProposalError, match=sentences.NO_EDITION):
        await propose_rollback(desk, "%")


async def test_anything_else_can_be_entered(desk: Desk) -> None:
    await enter(desk, who="ann", where=None, what="settings", why="colour")
    entry = (await history(desk))[0]
    assert (entry.what, entry.why, entry.edition) == ("settings", "colour", None)
    assert [one.current for one in await editions(desk)] == [True]


async def test_questions_go_on_while_a_folder_is_read(desk: Desk, folder: Path) -> None:
    edits.rephrase(folder, edits.UNKEPT)
    answered = 0
    reading = asyncio.create_task(propose(desk))
    while not reading.done():
        ask(desk.knowledge, CONTESTED)
        answered += 1
        await asyncio.wait({reading}, timeout=0.001)  # as long as it takes to hand over between threads
    await reading
    assert answered > 10  # were the folder read here, it would be two or three


async def test_one_edition_is_made_ready_at_a_time(
    desk: Desk, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    edits.rephrase(folder)
    under_way, most = [0], [0]

    def opened(*given: Any) -> Knowledge:  # noqa: ANN401 - as that which it stands for
        under_way[0] += 1
        most[0] = max(most[0], under_way[0])
        try:
            return open_folder(*given)
        finally:
            under_way[0] -= 1

    monkeypatch.setattr(reloading, "open_folder", opened)
    proposals = await asyncio.gather(*(propose(desk) for _ in range(4)))
    assert {one.digest for one in proposals} == {digest(folder)}
    assert most == [1]
