"""The bot in a simulated Discord, shown in the browser by a process of its own."""

from __future__ import annotations

import signal
import urllib.request
from typing import TYPE_CHECKING

from bot.desk.asking import ask
from bot.surfaces.discord.preview import _opening_question
from tests.previewing import previewing
from tests.shipped import BRIEFING, knowledge

if TYPE_CHECKING:
    from pathlib import Path


def test_it_says_an_address_that_answers_and_ends_with_ctrl_c(tmp_path: Path) -> None:
    with previewing(tmp_path) as (process, address):
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
