"""What was not answered well comes back grouped, and ready for a curator to paste."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from bot.desk.asking import ask
from bot.desk.desk import open_desk
from bot.desk.recording import record_feedback, record_question
from bot.desk.settings import PrivacySettings
from bot.desk.unanswered import UnansweredGroup, toml, unanswered
from tests.shipped import CONTESTED

if TYPE_CHECKING:
    from bot.desk.desk import Desk
    from bot.desk.recording import FeedbackKind
    from bot.desk.settings import Settings


_MEMBERS = count(1)


def asked(desk: Desk, *questions: str) -> None:
    for words in questions:
        reply = ask(desk.knowledge, words)
        record_question(desk, member=1, edition=desk.knowledge.digest, question=words, reply=reply)


async def rated(
    desk: Desk, kind: FeedbackKind, question: str, *claims: str, remark: str | None = None
) -> None:
    """Rate an answer as somebody who has rated none, of whom one rating of it would count."""
    assert await record_feedback(
        desk,
        member=next(_MEMBERS),
        edition="e",
        claims=claims,
        kind=kind,
        reason=remark,
        question=question,
    )


async def test_nothing(desk: Desk) -> None:
    asked(desk, CONTESTED)
    await rated(desk, "up", CONTESTED)
    assert await unanswered(desk) == ()


async def test_groups(desk: Desk) -> None:
    asked(
        desk,
        "What is the capital of France?",
        "what is   the capital of france",
        "What’s the capital of France?",
        "what is   the capital of france",
        "How high is Mount Everest?",
        CONTESTED,
    )
    await rated(desk, "none_of_these", "who started it?")
    await rated(desk, "down", CONTESTED)
    await rated(desk, "down", CONTESTED)
    found = await unanswered(desk)
    assert found is not None
    assert [(one.count, one.phrasings, one.reason) for one in found] == [
        (
            4,
            (
                "what is the capital of france",
                "What’s the capital of France?",
                "What is the capital of France?",
            ),
            "not_covered",
        ),
        (2, (CONTESTED,), "down"),
        (1, ("How high is Mount Everest?",), "not_covered"),
        (1, ("who started it?",), "none_of_these"),
    ]
    assert tomllib.loads(toml(found))["phrasings"] == [words for one in found for words in one.phrasings]


async def test_without_words_there_are_counts(settings: Settings) -> None:
    async with open_desk(replace(settings, privacy=PrivacySettings())) as desk:
        asked(desk, "What is the capital of France?", "How high is Mount Everest?")
        for claims in (("one", "two"), ("three",), ("one", "two"), ("one", "two")):
            await rated(desk, "down", CONTESTED, *claims)
        found = await unanswered(desk)
        assert found is not None
        assert [(one.count, one.phrasings, one.reason, one.claims) for one in found] == [
            (3, (), "down", ("one", "two")),
            (2, (), "not_covered", ()),
            (1, (), "down", ("three",)),
        ]


async def test_what_members_wrote_is_with_what_they_wrote_it_to(desk: Desk) -> None:
    await rated(desk, "down", CONTESTED, "one", remark="not   what I asked")
    await rated(desk, "down", CONTESTED.lower(), "one", remark="too long")
    await rated(desk, "down", CONTESTED, "one", remark="too long")
    await rated(desk, "down", CONTESTED, "two")
    found = await unanswered(desk)
    assert found is not None
    assert [(one.count, one.claims, set(one.remarks)) for one in found] == [
        (3, ("one",), {"not what I asked", "too long"}),
        (1, ("two",), set()),
    ]


def group(*phrasings: str, remarks: tuple[str, ...] = ()) -> UnansweredGroup:
    return UnansweredGroup(3, phrasings, "down", ("one", "two"), remarks)


def test_a_phrasing_with_a_figure_is_no_suggestion() -> None:
    assert toml([group('the "12" dead', "who?"), group("when?", remarks=("too long",))]) == (
        "phrasings = [\n"
        "    # 3 × down, one, two\n"
        '    # "the \\"12\\" dead",\n'
        '    "who?",\n'
        "    # 3 × down, one, two\n"
        "    # : too long\n"
        '    "when?",\n'
        "]\n"
    )


@given(st.lists(st.lists(st.text())))
def test_what_is_pasted_is_what_was_asked(asked: list[list[str]]) -> None:
    plain = [one for each in asked for one in each if not any(map(str.isdigit, one))]
    assert tomllib.loads(toml(group(*each) for each in asked))["phrasings"] == plain


@given(st.lists(st.text(st.characters(exclude_categories=[])), min_size=1))
def test_whatever_was_asked_can_be_written_down(phrasings: list[str]) -> None:
    tomllib.loads(toml([group(*phrasings, remarks=tuple(phrasings))]).encode().decode())
