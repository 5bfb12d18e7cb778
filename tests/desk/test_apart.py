"""Work done in another process comes back as if it had been done here."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from traceback import format_exception
from typing import TYPE_CHECKING

import pytest

from bot.briefing.problems import Problem
from bot.desk.apart import end_all, run_apart
from bot.errors import ApartError, KnowledgeError, UnknownNameError
from tests.shipped import MEASURING, ROOT

if TYPE_CHECKING:
    from pathlib import Path

PROBLEMS = (Problem("claims.toml", 3, "amiss"), Problem("source.txt", 1, "missing"))


@pytest.fixture(autouse=True)
def _measured(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in MEASURING.items():
        monkeypatch.setenv(name, value)


def who() -> int:
    sys.stdout.write("what work prints is no result")
    return os.getpid()


def fail(error: Exception) -> None:
    raise error


def end_by(number: int, parent: int) -> int:
    if os.getpid() != parent:
        os.kill(os.getpid(), number)
    return os.getpid()


def wait(pipe: Path) -> None:
    with pipe.open("w") as opened:
        opened.write("started\n")
        opened.flush()
        signal.pause()


@pytest.fixture
def pipe(tmp_path: Path) -> Path:
    """Return a pipe, which whoever reads it finds at its end when the other process has ended."""
    os.mkfifo(tmp_path / "pipe")
    return tmp_path / "pipe"


def test_it_is_done_in_another_process() -> None:
    assert run_apart(sorted, [3, 1, 2]) == [1, 2, 3]
    assert run_apart(who) != os.getpid()


@pytest.mark.parametrize(
    "error", [KnowledgeError(PROBLEMS), UnknownNameError("side", "us", {"them": 1}.keys()), ValueError("x")]
)
def test_what_is_raised_there_is_raised_here(error: Exception) -> None:
    with pytest.raises(type(error)) as caught:
        run_apart(fail, error)
    assert str(caught.value) == str(error)
    assert caught.value.args == error.args
    told = "".join(format_exception(caught.value))
    assert ("in fail" in told) is isinstance(error, ValueError)


# As it is killed where memory runs out, at the end of its time, by a fault of a library, or told to end.
@pytest.mark.parametrize(
    "number", [signal.SIGKILL, signal.SIGALRM, signal.SIGSEGV, signal.SIGTERM, signal.SIGINT]
)
def test_what_a_process_is_ended_over_is_done_nowhere_else(
    number: signal.Signals, caplog: pytest.LogCaptureFixture
) -> None:
    said = signal.strsignal(number)
    with pytest.raises(ApartError, match=rf"has been ended \({said}\)"):
        run_apart(end_by, number, os.getpid())
    assert not caplog.records


def test_all_that_is_under_way_can_be_ended(pipe: Path) -> None:
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(run_apart, wait, pipe)
        with pipe.open() as opened:
            assert opened.readline() == "started\n"
            end_all()
            assert opened.read() == ""
        with pytest.raises(ApartError):
            waiting.result()


def test_it_ends_with_the_process_that_waits_for_it(pipe: Path) -> None:
    program = (
        "import sys\n"
        "from pathlib import Path\n"
        "from tests.desk.test_apart import run_apart, wait\n"
        "run_apart(wait, Path(sys.argv[1]))\n"
    )
    command = [sys.executable, "-c", program, pipe]
    with subprocess.Popen(command, cwd=ROOT) as waiting, pipe.open() as opened:
        assert opened.readline() == "started\n"
        waiting.kill()
        assert opened.read() == ""


def test_what_python_prints_as_it_starts_is_no_result(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "sitecustomize.py").write_text("print('hello')\n")
    monkeypatch.syspath_prepend(tmp_path)
    assert run_apart(who) != os.getpid()


@pytest.mark.parametrize("program", [None, "#!/bin/sh\nexit 3\n"], ids=["none", "another"])
def test_where_no_process_can_be_started_it_is_done_here(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, program: str | None
) -> None:
    python = tmp_path / "python"
    if program:
        python.write_text(program)
        python.chmod(0o700)
    monkeypatch.setattr(sys, "executable", str(python))
    assert run_apart(who) == os.getpid()
    with pytest.raises(KnowledgeError):
        run_apart(fail, KnowledgeError(PROBLEMS))
