"""The questions made to mislead, asked where two other briefings lie beside the one they are about."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.desk.asking import ask
from bot.desk.knowledge import Knowledge
from bot.desk.settings import Settings
from tests.several import several
from tests.shipped import BRIEFING

if TYPE_CHECKING:
    from bot.answering.showing.reply import Reply

LEAST_UNMOVED = 0.85  # of what is answered with the briefing alone; the rest is asked back


@pytest.fixture(scope="module")
def three(tmp_path_factory: pytest.TempPathFactory) -> Knowledge:
    return Knowledge(Settings(several(tmp_path_factory.mktemp("three") / "knowledge"), cache=False))


def told(reply: Reply) -> tuple[object, ...]:
    return reply.outcome, reply.reason, reply.about, reply.left, reply.claims, reply.caveats


def test_none_is_answered_from_another_briefing(three: Knowledge) -> None:
    lines = (Path(__file__).parent / "questions.jsonl").read_text(encoding="utf-8").splitlines()
    answered = unmoved = 0
    for question in (json.loads(line)["q"] for line in lines):
        alone, routed = ask(three, question, briefing=BRIEFING), ask(three, question)
        if routed.claims:
            assert routed.briefing == BRIEFING, question
            assert told(routed) == told(alone), question
        elif alone.claims:
            # What the briefing would answer is never said to be covered by none.
            assert routed.outcome == "choice", question
        answered += bool(alone.claims)
        unmoved += bool(alone.claims) and bool(routed.claims)
    assert unmoved >= LEAST_UNMOVED * answered, f"{unmoved} of {answered}"
