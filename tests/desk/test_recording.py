"""What is kept of members, for how long, and that nothing of it names them."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given
from hypothesis import settings as trying
from hypothesis import strategies as st
from sqlalchemy import select

from bot.desk import pending, recording
from bot.desk.asking import ask
from bot.desk.desk import open_desk
from bot.desk.recording import (
    DAY,
    Held,
    forget,
    held_on,
    kept_questions,
    purge,
    record_feedback,
    record_question,
)
from bot.desk.settings import PrivacySettings, Settings
from bot.desk.storage import FEEDBACK, QUESTIONS
from tests.shipped import BRIEFING, CONTESTED, FOLDER

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from bot.desk.desk import Desk
    from bot.desk.recording import FeedbackKind

ANN, BEN = 198622483471925248, 53908232506183680  # ids as Discord's own examples have them
# A file may well have eight bytes in a row that are all alike, or nearly.
IDS = st.integers(10**16, 2**64 - 1).filter(lambda number: len(set(number.to_bytes(8, "big"))) > 5)


def question(desk: Desk, member: int = ANN, words: str = CONTESTED, asked_of: str | None = None) -> None:
    reply = ask(desk.knowledge, words)
    record_question(
        desk, member=member, edition=desk.knowledge.digest, question=words, reply=reply, asked_of=asked_of
    )


async def feedback(
    desk: Desk,
    member: int = ANN,
    kind: FeedbackKind = "down",
    reason: str | None = None,
    words: str | None = None,
) -> None:
    assert await record_feedback(
        desk,
        member=member,
        edition=desk.knowledge.digest,
        claims=("one", "two"),
        kind=kind,
        reason=reason,
        question=words,
    )


async def rows(desk: Desk, table: object = QUESTIONS) -> list[dict[str, object]]:
    assert desk.store
    await desk.pending.flush()
    async with desk.store.reading() as connection:
        found = await connection.execute(select(QUESTIONS if table is QUESTIONS else FEEDBACK))
        return [dict(row) for row in found.mappings()]


def later(desk: Desk, days: float) -> None:
    now = desk.clock()
    desk.clock = lambda: now + days * DAY


async def test_what_is_kept_of_a_question(desk: Desk) -> None:
    question(desk)
    (row,) = await rows(desk)
    reply = ask(desk.knowledge, CONTESTED)
    assert row.pop("asker")
    assert abs(int(str(row.pop("asked_at"))) - desk.clock()) < 60
    assert row == {
        "id": 1,
        "edition": desk.knowledge.digest,
        "briefing": BRIEFING,
        "outcome": "answer",
        "reason": None,
        "claims": " ".join(one.claim.id for one in reply.claims),
        "text": CONTESTED,
        "asked_of": None,
    }


async def test_what_is_kept_of_feedback(desk: Desk) -> None:
    await feedback(desk, kind="none_of_these", reason="not mine", words="who?")
    (row,) = await rows(desk, FEEDBACK)
    kept = {key: row[key] for key in ("edition", "claims", "kind", "reason", "text")}
    assert kept == {
        "edition": desk.knowledge.digest,
        "claims": "one two",
        "kind": "none_of_these",
        "reason": "not mine",
        "text": "who?",
    }


async def test_words_are_kept_only_where_that_is_set(settings: Settings) -> None:
    async with open_desk(replace(settings, privacy=PrivacySettings())) as desk:
        question(desk)
        await feedback(desk, words="who?")
        assert [row["text"] for row in await rows(desk) + await rows(desk, FEEDBACK)] == [None, None]
        assert await held_on(desk, ANN) == Held(questions=1, feedback=1)
        assert await kept_questions(desk) == ()


async def test_words_go_when_they_are_no_longer_to_be_kept(settings: Settings) -> None:
    async with open_desk(settings) as desk:
        question(desk)
        await feedback(desk, reason="said to the moderators", words="who?")
    async with open_desk(replace(settings, privacy=PrivacySettings())) as desk:
        assert [row["text"] for row in await rows(desk) + await rows(desk, FEEDBACK)] == [None, None]
        assert await held_on(desk, ANN) == Held(questions=1, feedback=1)


async def test_a_burst_is_written_together_and_whole(desk: Desk) -> None:
    reply = ask(desk.knowledge, CONTESTED)
    for n in range(2000):
        record_question(desk, member=n, edition=desk.knowledge.digest, question=f"q{n}", reply=reply)
    assert [row["text"] for row in await rows(desk)] == [f"q{n}" for n in range(2000)]
    assert not desk.health.troubles


async def test_what_was_asked_before_the_end_is_kept(settings: Settings) -> None:
    async with open_desk(settings) as desk:
        question(desk)
    with suppress(ZeroDivisionError):
        async with open_desk(settings) as desk:
            question(desk)
            raise ZeroDivisionError
    async with open_desk(settings) as desk:
        assert await held_on(desk, ANN) == Held(questions=2, feedback=0)


async def test_whoever_stops_waiting_does_not_stop_the_writing(desk: Desk) -> None:
    question(desk)
    waiting = asyncio.create_task(desk.pending.flush())
    await asyncio.sleep(0)
    waiting.cancel()
    assert len(await rows(desk)) == 1


async def test_what_the_database_cannot_keep_up_with_is_lost(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pending, "MOST_PENDING", 2)
    for _ in range(5):
        question(desk)
    told = "questions are answered and not recorded, 3 so far: the database does not keep up"
    assert desk.health.troubles == (told,)
    assert len(await rows(desk)) == 2
    assert not desk.health.troubles


# ---- Who asked -------------------------------------------------------------------------------------


async def test_a_member_is_the_same_all_day_and_another_the_next(desk: Desk) -> None:
    desk.clock = lambda: 20_000.0 * DAY
    question(desk)
    question(desk, BEN)
    later(desk, 0.99)
    question(desk)
    later(desk, 0.01)
    question(desk)
    ann, ben, same, next_day = [row["asker"] for row in await rows(desk)]
    assert ann == same
    assert len({ann, ben, next_day}) == 3


async def test_a_member_is_another_in_another_database(settings: Settings, tmp_path: Path) -> None:
    askers = []
    for name in ("one", "two"):
        async with open_desk(replace(settings, storage=tmp_path / name)) as desk:
            desk.clock = lambda: 20_000.0 * DAY
            question(desk)
            askers.append((await rows(desk))[0]["asker"])
    assert askers[0] != askers[1]


@trying(
    max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], database=None
)
@given(member=IDS, other=IDS)
def test_no_id_is_in_the_files(settings: Settings, member: int, other: int) -> None:
    async def fill() -> None:
        async with open_desk(settings) as desk:
            question(desk, member, f"Is <@{other}> right, or <@!{other}>, {other}, <@&{member}>?")
            await feedback(desk, member, "down", f"ask <@{other}>", f"Is {other} right?")
            await desk.pending.flush()
            found.append(everything(settings))
        found.append(everything(settings))

    found: list[bytes] = []
    asyncio.run(fill())
    for files in found:
        for id_ in (member, other):
            assert str(id_).encode() not in files
            assert f"{id_:x}".encode() not in files
            assert id_.to_bytes(8, "big") not in files
            assert id_.to_bytes(8, "little") not in files
        assert b"right" in files


def everything(settings: Settings) -> bytes:
    """Return the bytes of the database and of its log."""
    assert settings.storage
    return b"".join(file.read_bytes() for file in settings.storage.parent.glob("bot.sqlite3*"))


# ---- Forgetting ------------------------------------------------------------------------------------


async def test_a_member_is_forgotten_on_every_day(desk: Desk, settings: Settings) -> None:
    for _ in range(desk.settings.privacy.keep_days + 1):
        question(desk, ANN, "who was Ann?")
        await feedback(desk, ANN, reason="I am Ann")
        later(desk, 1)
    question(desk, BEN, "who was Ben?")
    assert await held_on(desk, ANN) == Held(31, 31)
    assert await held_on(desk, BEN) == Held(1, 0)
    assert b"Ann" in everything(settings)
    assert await forget(desk, ANN) == 62
    assert await held_on(desk, ANN) == Held(0, 0)
    assert await held_on(desk, BEN) == Held(1, 0)
    assert b"Ann" not in everything(settings)
    assert await forget(desk, ANN) == 0


async def test_what_should_be_gone_already_is_forgotten_too(desk: Desk, settings: Settings) -> None:
    question(desk, ANN, "who was Ann?")
    await feedback(desk, ANN, reason="I am Ann")
    later(desk, 20)
    # As after a start with fewer days to keep, at which the purge could not run.
    desk.settings = replace(desk.settings, privacy=PrivacySettings(keep_questions=True, keep_days=7))
    assert await forget(desk, ANN) == 0
    assert b"Ann" not in everything(settings)


async def test_what_is_too_old_goes(desk: Desk, settings: Settings) -> None:
    question(desk, words="an old question")
    await feedback(desk, reason="an old reason")
    later(desk, 29.9)
    question(desk, words="a new question")
    assert await purge(desk) == 0
    later(desk, 0.2)
    assert await purge(desk) == 2
    assert [row["text"] for row in await rows(desk)] == ["a new question"]
    assert b"an old" not in everything(settings)


async def test_a_start_purges(settings: Settings) -> None:
    async with open_desk(settings) as desk:
        desk.clock = lambda: 20_000.0 * DAY
        question(desk)
    async with open_desk(settings) as desk:
        assert await rows(desk) == []


# ---- What goes wrong -------------------------------------------------------------------------------


async def test_words_that_cannot_be_written_lose_nothing(desk: Desk) -> None:
    for words in ("first?", "half an emoji \ud83d?", "last?"):
        question(desk, words=words)
    await feedback(desk, reason="half \ud83d", words="half \ud83d")
    assert [row["text"] for row in await rows(desk)] == ["first?", "half an emoji ??", "last?"]
    assert [(row["reason"], row["text"]) for row in await rows(desk, FEEDBACK)] == [("half ?", "half ?")]
    assert not desk.health.troubles


async def test_a_defect_while_questions_are_written_is_told_and_stops_nothing(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def out_of_memory(*_: object) -> None:
        raise MemoryError

    with monkeypatch.context() as patch:
        patch.setattr(pending, "_insert", out_of_memory)
        question(desk)
        await desk.pending.flush()
    assert desk.pending.lost == 1
    assert "MemoryError" in "".join(desk.health.troubles)
    assert await held_on(desk, ANN) == Held(0, 0)
    question(desk)
    assert await held_on(desk, ANN) == Held(1, 0)
    assert not desk.health.troubles


# ---- Asked again for a proposal --------------------------------------------------------------------


async def test_the_kept_questions_are_each_once_and_the_newest_first(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    for words in ("first?", "second?", "first?"):
        question(desk, words=words)
    question(desk, words="first?", asked_of=BRIEFING)
    assert await kept_questions(desk) == ((BRIEFING, "first?"), (None, "first?"), (None, "second?"))
    monkeypatch.setattr(recording, "MOST_COMPARED", 1)
    assert await kept_questions(desk) == ((BRIEFING, "first?"),)
    later(desk, 31)
    assert await kept_questions(desk) == ()


def test_the_shipped_default_keeps_no_words() -> None:
    assert Settings(FOLDER).privacy == PrivacySettings(keep_questions=False, keep_days=30)
