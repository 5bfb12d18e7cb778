"""Work done in another process comes back as if it had been done here."""

from __future__ import annotations

import os
import signal
import sys
from typing import TYPE_CHECKING

import pytest

from bot.briefing.problems import Problem
from bot.desk.apart import apart
from bot.errors import ApartError, KnowledgeError, UnknownNameError

if TYPE_CHECKING:
    from pathlib import Path

PROBLEMS = (Problem("claims.toml", 3, "amiss"), Problem("source.txt", 1, "missing"))


def who() -> int:
    sys.stdout.write("what work prints is no result")
    return os.getpid()


def fail(error: Exception) -> None:
    raise error


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def test_it_is_done_in_another_process() -> None:
    assert apart(sorted, [3, 1, 2]) == [1, 2, 3]
    assert apart(who) != os.getpid()


@pytest.mark.parametrize(
    "error", [KnowledgeError(PROBLEMS), UnknownNameError("side", "us", ["them"]), ValueError("x")]
)
def test_what_is_raised_there_is_raised_here(error: Exception) -> None:
    with pytest.raises(type(error)) as caught:
        apart(fail, error)
    assert str(caught.value) == str(error)
    assert vars(caught.value) == vars(error)


def test_an_end_before_the_work_is_done_is_told() -> None:
    with pytest.raises(ApartError, match=f"ended with -{signal.SIGKILL:d}"):
        apart(die)


@pytest.mark.parametrize("program", [None, "#!/bin/sh\nexit 3\n"], ids=["none", "another"])
def test_where_no_process_can_be_started_it_is_done_here(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, program: str | None
) -> None:
    python = tmp_path / "python"
    if program:
        python.write_text(program)
        python.chmod(0o700)
    monkeypatch.setattr(sys, "executable", str(python))
    assert apart(who) == os.getpid()
    with pytest.raises(KnowledgeError):
        apart(fail, KnowledgeError(PROBLEMS))
