"""The bot in a simulated Discord, shown in the browser by a process of its own."""

from __future__ import annotations

import json
import signal
import tomllib
import urllib.request
from typing import TYPE_CHECKING

import pytest

from bot.briefing.folder import EXAMPLES
from bot.desk.asking import ask
from bot.surfaces.discord.preview import _opening_question
from tests.previewing import previewing
from tests.shipped import BRIEFING, FOLDER, knowledge

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(folder: Path) -> Path:
    """Return a copy with so few examples that they are learnt from in a moment."""
    whole = tomllib.loads((FOLDER / BRIEFING / EXAMPLES).read_text(encoding="utf-8"))
    answered = [f"{claim} = {json.dumps(texts[:5])}" for claim, texts in whole["answered"].items()]
    unanswered = f"unanswered = {json.dumps(whole['unanswered'][:100])}"
    few = "\n".join([unanswered, "[answered]", *answered])
    (folder / BRIEFING / EXAMPLES).write_text(few, encoding="utf-8")
    return folder


def test_it_says_an_address_that_answers_and_ends_with_ctrl_c(tmp_path: Path, folder: Path) -> None:
    with previewing(tmp_path, folder) as (process, address):
        assert address.startswith("http://127.0.0.1:")
        with urllib.request.urlopen(address, timeout=30) as answer:  # noqa: S310 - it is this machine's own
            assert answer.status == 200
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=30)
    learning = f"learning from the examples of {BRIEFING}, once for this edition\n"
    assert (process.returncode, out, err) == (0, "", learning)


def test_it_opens_with_a_question_that_both_sides_answer() -> None:
    reply = ask(knowledge(), _opening_question(knowledge()))
    assert {"answer", "counter_claim"} <= {one.role for one in reply.claims}
