"""The command line as a program: options, exit status, streams, and what it imports."""

from __future__ import annotations

import gc
import importlib
import io
import os
import pty
import runpy
import signal
import subprocess
import sys
import termios
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.surfaces.cli import console, main
from tests.shipped import BRIEFING, CONTESTED, FOLDER, ROOT, SOURCE
from tests.terminal import rest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.surfaces.conftest import Bot


@pytest.fixture(autouse=True)
def collecting() -> Iterator[None]:
    """Put back what the program sets for the whole process."""
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)
    gc.unfreeze()


COMMANDS = ["ask", "chat", "check", "figures", "quotes", "sources", "timeline", "validate", "why"]


# ---- Options and exit status -----------------------------------------------------------------------


def test_the_help_names_every_command(bot: Bot) -> None:
    status, out, _ = bot("--help")
    assert status == 0
    assert [line.split()[0] for line in out.splitlines() if line.startswith("    ")][: len(COMMANDS)]
    for command in COMMANDS:
        assert f"\n    {command} " in out
        assert bot(command, "--help")[0] == 0


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["dance"],
        ["ask"],
        ["ask", "--loud", "hi"],
        ["figures", "--chart"],
        ["figures", "--chart", "x.jpg"],
        ["preview", "--port", "80x"],
    ],
)
def test_wrong_usage(bot: Bot, arguments: list[str]) -> None:
    status, out, err = bot(*arguments)
    assert (status, out) == (2, "")
    assert err.startswith("usage: briefing-bot")


@pytest.mark.parametrize(
    ("command", "option"),
    [
        ("validate", "lang"),
        ("validate", "briefing"),
        ("health", "lang"),
        ("health", "briefing"),
        ("run", "lang"),
        ("preview", "lang"),
    ],
)
def test_an_option_that_a_command_has_no_use_for_is_wrong_usage(bot: Bot, command: str, option: str) -> None:
    given = (f"--{option}", "de")
    for arguments in ((*given, command), (command, *given)):
        status, out, err = bot(*arguments)
        assert (status, out) == (2, "")
        assert err.endswith(f"briefing-bot: error: {command} has no use for --{option}\n")
    assert f"--{option}" not in bot(command, "--help")[1]
    assert f"--{option}" in bot("ask", "--help")[1]


def test_a_language_that_is_not_spoken_is_refused_though_nothing_is_asked(bot: Bot) -> None:
    status, out, err = bot("ask", "--lang", "tlh", "-", stdin="")
    assert (status, out) == (2, "")
    assert err.startswith("briefing-bot: there is no language “tlh” here; there are: ")


def test_common_options_stand_before_or_after_the_command(bot: Bot, folder: Path, tmp_path: Path) -> None:
    config = tmp_path / "config.toml"
    config.write_text('knowledge = "elsewhere"\ncache = false\n')
    common = ["--knowledge", str(folder), "--config", str(config), "--briefing", BRIEFING]
    for arguments in (
        [*common, "sources"],
        ["sources", *common],
        [*common[:2], "sources", *common[2:]],
        ["--knowledge", "/nowhere", "sources", *common],
    ):
        assert bot(*arguments)[::2] == (0, ""), arguments


def test_options_may_stand_around_the_question(bot: Bot) -> None:
    assert bot("ask", "--json", CONTESTED) == bot("ask", CONTESTED, "--json")


def test_the_command_line_wins_over_the_file(bot: Bot, tmp_path: Path) -> None:
    config = tmp_path / "config.toml"
    config.write_text('knowledge = "elsewhere"\n')
    assert bot("sources", "--config", str(config))[0] == 1
    assert bot("sources", "--config", str(config), "--knowledge", str(FOLDER))[0] == 0


def test_a_briefing_that_is_not_there_is_wrong_usage(bot: Bot) -> None:
    assert bot("ask", "--briefing", "flood", "hi") == (
        2,
        "",
        f"briefing-bot: there is no briefing “flood” here; there are: {BRIEFING}\n",
    )


def test_a_bad_configuration(bot: Bot, tmp_path: Path) -> None:
    config = tmp_path / "config.toml"
    config.write_text("cache = 7\n")
    status, out, err = bot("ask", "hi", "--config", str(config))
    assert (status, out) == (1, "")
    assert err.startswith(f"briefing-bot: the configuration file {config}: cache cannot be used")
    assert err.count("\n") == 1


def test_a_statement_that_cannot_be_proved_is_withheld(bot: Bot, monkeypatch: pytest.MonkeyPatch) -> None:
    from bot.errors import ProvenanceError  # noqa: PLC0415 - only this test raises it

    def withhold(*_: object, **__: object) -> None:
        raise ProvenanceError("The statement is not the source's words.")

    monkeypatch.setattr("bot.desk.asking.ask", withhold)
    assert bot("ask", "hi") == (1, "", "briefing-bot: The statement is not the source's words.\n")


def test_the_script(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["briefing-bot", "sources"])
    with pytest.raises(SystemExit) as left:
        console()
    assert left.value.code == 0
    assert capsys.readouterr().out.startswith("Pakistan–Afghanistan")


def test_the_module(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["bot", "sources"])
    importlib.import_module("bot.__main__")  # does nothing yet
    assert capsys.readouterr().out == ""
    monkeypatch.delitem(sys.modules, "bot.__main__")
    with pytest.raises(SystemExit) as left:
        runpy.run_module("bot", run_name="__main__")
    assert left.value.code == 0


# ---- Streams ---------------------------------------------------------------------------------------


def test_a_reader_that_leaves_is_no_error() -> None:
    for command in ("ask hi", "figures", "figures --json", "ask --json -"):
        shell = f"yes 'how many soldiers died' | {sys.executable} -m bot {command} | head -n 1"
        done = subprocess.run(["/bin/sh", "-c", shell], capture_output=True, cwd=ROOT, check=True, timeout=60)
        assert done.stdout.count(b"\n") == 1
        assert done.stderr == b""


@pytest.mark.parametrize("file", ["closed", "full"])
def test_output_that_cannot_be_written(
    file: str, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    if file == "full":
        output = Path("/dev/full").open("w", encoding="utf-8")  # noqa: SIM115 - closed below
    else:
        reader, writer = os.pipe()
        os.close(reader)
        output = os.fdopen(writer, "w", encoding="utf-8")
    with output:
        monkeypatch.setattr(sys, "stdout", output)
        status = main(["sources"])
    err = capfd.readouterr().err
    if file == "full":
        assert (status, err) == (2, "briefing-bot: the output cannot be written: No space left on device\n")
    else:
        assert (status, err) == (0, "")


def test_streams_of_others_are_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    output = io.StringIO()
    monkeypatch.setattr(sys, "stdout", output)
    monkeypatch.setattr(sys, "stdin", io.StringIO("???\n"))
    assert main(["ask", "-"]) == 0
    assert output.getvalue().startswith("Nothing there ")


def test_no_output_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    shell = f"{sys.executable} -m bot sources >&-"
    done = subprocess.run(["/bin/sh", "-c", shell], capture_output=True, cwd=ROOT, check=True, timeout=60)
    assert done.stderr == b""
    monkeypatch.setattr(sys, "stdout", None)
    assert main(["sources"]) == 0
    sys.stdout.close()


def asking(*options: str) -> subprocess.Popen[bytes]:
    """Start the program on questions that are yet to come."""
    pipe = subprocess.PIPE
    program = [sys.executable, "-m", "bot", "ask", *options, "-"]
    return subprocess.Popen(program, stdin=pipe, stdout=pipe, stderr=pipe, cwd=ROOT)


def test_an_interrupt(bot: Bot, monkeypatch: pytest.MonkeyPatch) -> None:
    with asking() as process:
        assert process.stdin
        assert process.stdout
        process.stdin.write(b"hi\n")
        process.stdin.flush()
        assert process.stdout.readline()  # so it is waiting for the next
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (130, b"")

    def interrupt(_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("bot.surfaces.cli._knowledge", interrupt)
    assert bot("sources")[0] == 130


def test_a_reply_comes_before_the_next_question() -> None:
    with asking("--json") as process:
        assert process.stdin
        assert process.stdout
        for _ in range(3):
            process.stdin.write(b"how many soldiers died\n")
            process.stdin.flush()
            assert process.stdout.readline().endswith(b"}\n")
        assert process.communicate(timeout=60) == (b"", b"")
    assert process.returncode == 0


@pytest.mark.parametrize("columns", [40, 80, 300])
def test_lines_fit_the_terminal(columns: int, monkeypatch: pytest.MonkeyPatch) -> None:
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (24, columns))
    with os.fdopen(theirs, "w", encoding="utf-8") as terminal:
        monkeypatch.setattr(sys, "stdout", terminal)
        assert main(["ask", CONTESTED]) == 0
    text = rest(ours)
    assert max(map(len, text.splitlines())) <= min(columns, 96)
    assert "\x1b" not in text
    blocks = [[line for line in block.split("\n") if line.startswith("> ")] for block in text.split("\n\n")]
    statements = [" ".join(line.removeprefix("> ") for line in block) for block in blocks if block]
    assert len(statements) == 3
    assert all(statement in SOURCE for statement in statements)


# ---- Imports ---------------------------------------------------------------------------------------


def imported(arguments: list[str]) -> set[str]:
    """Return the packages that a run of the program imports."""
    code = (
        "import sys; from bot.surfaces.cli import main; status = main(sys.argv[1:]); sys.stderr.write("
        "'\\n'.join(sorted({name.partition('.')[0] for name in sys.modules}))); sys.exit(status)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True,
        check=True,
        cwd=ROOT,
        timeout=60,
    )
    return set(done.stderr.decode().split())


NEEDLESS = {
    "asyncio", "discord", "email", "logging", "matplotlib", "numpy", "prompt_toolkit", "pydantic",
    "pydantic_settings", "rich", "shutil", "sqlite3", "tempfile", "tomllib",
}  # fmt: skip


@pytest.mark.parametrize(
    "arguments", [["ask", CONTESTED], ["ask", "--json", CONTESTED], ["ask", "hw many soldeirs"]]
)
def test_a_question_imports_nothing_that_it_does_not_need(bot: Bot, arguments: list[str]) -> None:
    assert bot(*arguments)[0] == 0  # so the knowledge is compiled
    found = imported(arguments)
    assert not found & NEEDLESS
    assert ("json" in found) == ("--json" in arguments)


@pytest.mark.parametrize(
    "question", ["What is the capital of France?", "why is Islamabad so corss with its nieghbour"]
)
def test_what_is_learnt_is_asked_without_what_it_was_learnt_with(bot: Bot, question: str) -> None:
    assert bot("ask", question)[0] == 0
    found = imported(["ask", question])
    assert "mmap" in found  # which opens what is learnt, and nothing else
    assert not found & NEEDLESS
