"""A conversation: in colour on a terminal, in plain text elsewhere."""

from __future__ import annotations

import fcntl
import io
import os
import pty
import re
import select
import struct
import sys
import termios
from typing import TYPE_CHECKING

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput
from rich.console import Console

from bot.desk.asking import ask
from bot.surfaces import chat, plain, terminal_cards
from tests.shipped import CONTESTED, ROOT, SOURCE, knowledge, measured, run
from tests.terminal import rest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.surfaces.conftest import Bot

WELCOME = "Pakistan–Afghanistan fighting, February 2026. Ask a question, or /help. Ctrl-D leaves."
QUESTIONS = (
    CONTESTED,
    "Who said what about Pakistani losses, and is any of it verified?",
    "Does Afghanistan shelter militants?",
    "Are the figures verified?",
    "What is your source?",
    "???",
)


@pytest.fixture
def conversation() -> chat.Conversation:
    return chat.Conversation(knowledge(), None)


# ---- Plain -----------------------------------------------------------------------------------------


def test_lines_from_a_pipe(bot: Bot) -> None:
    status, out, err = bot("chat", stdin=f"{CONTESTED}\n\n/sources\n  \n/why")
    assert (status, err) == (0, "")
    sources, why = bot("sources")[1], bot("why", CONTESTED)[1]
    assert out == f"{WELCOME}\n\n{bot('ask', CONTESTED)[1]}\n{sources}\n{why}\n"


def test_commands(bot: Bot) -> None:
    for command in ("figures", "timeline", "sources", "quotes", "quotes khawaja asif"):
        _, out, _ = bot("chat", stdin=f"/{command}\n")
        assert out == f"{WELCOME}\n\n{bot(*command.split())[1]}\n"


def test_help_names_every_command(conversation: chat.Conversation) -> None:
    text = conversation.respond("/help")
    assert isinstance(text, str)
    assert all(f"\n{command} " in text for command in chat.COMMANDS)
    assert conversation.respond("/dance now") == "There is no such command.\n" + text


@pytest.mark.parametrize("fragment", ["and theirs?", "when?", "how many died there?", "do they deny it?"])
def test_a_question_that_goes_on_with_the_last_is_told_that_it_stands_alone(
    conversation: chat.Conversation, fragment: str
) -> None:
    conversation.respond("How many civilians died in Khost?")
    found = conversation.respond(fragment)
    assert not isinstance(found, str)
    assert found is not None
    assert plain.reply(found).startswith(
        "Each question stands alone, and this one leaves open who, what or where is meant."
    )


def test_why_before_a_question(conversation: chat.Conversation) -> None:
    assert conversation.respond("/why") == "Nothing has been asked yet."


def test_a_name_that_is_not_there_ends_nothing(bot: Bot) -> None:
    status, out, err = bot("chat", stdin="/quotes napoleon\n???\n")
    assert (status, err) == (0, "")
    assert "There is no such name here: “napoleon”. There are: Khawaja Asif" in out
    assert out.endswith(bot("ask", "???")[1] + "\n")


def test_a_pipe_gets_no_escape_and_no_prompt() -> None:
    done = run("chat", stdin=f"{CONTESTED}\n", FORCE_COLOR="1", TERM="xterm-256color")
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"\x1b" not in done.stdout
    assert b"\n? " not in done.stdout


# ---- Cards -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("width", [40, 96])
def test_cards_hold_all_of_the_text(question: str, width: int) -> None:
    found = ask(knowledge(), question)
    output = io.StringIO()
    console = Console(file=output, width=width, highlight=False)
    for card in terminal_cards.cards(found):
        console.print(card, width=width)
    shown = "".join(char for char in output.getvalue() if char not in "│╭╮╰╯─> \n")
    wanted = re.sub(r"^> ", "", plain.reply(found), flags=re.MULTILINE)
    assert shown == "".join(char for char in wanted if char not in "─> \n")


def test_markup_of_rich_is_only_text() -> None:
    found = ask(knowledge(), "[bold red]drones[/] :smile:")
    output = io.StringIO()
    Console(file=output, width=200, highlight=False).print(*terminal_cards.cards(found), sep="\n")
    assert plain.introduction(found) in output.getvalue()


@pytest.fixture
def keys(capsys: pytest.CaptureFixture[str]) -> Iterator[object]:
    """Return a function that converses with what is typed, and returns what is shown."""

    def converse(typed: str) -> str:
        with create_pipe_input() as pipe, create_app_session(input=pipe, output=DummyOutput()):
            pipe.send_text(typed)
            terminal_cards.converse(chat.Conversation(knowledge(), None), "Title")
        return capsys.readouterr().out

    return converse


def test_typing(keys: object) -> None:
    assert callable(keys)
    shown = keys(f"{CONTESTED}\rnever mind\x03\r/why\r\x04")
    assert shown.startswith("Title. Ask a question")
    assert shown.count("Zabihullah Mujahid (Taliban government spokesperson) stated and denied") == 1
    assert shown.count("Decided by") == 1
    assert "never mind" not in shown


# ---- Terminals -------------------------------------------------------------------------------------


READY = "\x1b[?2004h"  # prompt_toolkit waits for keys


class Terminal:
    """The program on a terminal of its own."""

    def __init__(self, *arguments: str, **environment: str) -> None:
        self.shown, self.seen = "", 0  # all of it, and how much of it was read
        self.pid, self.descriptor = pty.fork()
        if self.pid == 0:  # pragma: no cover - the program's process
            os.chdir(ROOT)
            program = [sys.executable, "-m", "bot", *arguments]
            os.execve(sys.executable, program, measured() | environment)  # noqa: S606 - needs no shell
        fcntl.ioctl(self.descriptor, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 90, 0, 0))

    def read(self, until: str) -> str:
        """Return what is shown next, up to some words."""
        while (found := self.shown.find(until, self.seen)) < 0:
            ready, _, _ = select.select([self.descriptor], [], [], 30)
            assert ready, f"waited in vain for {until!r} after {self.shown[self.seen :]!r}"
            piece = os.read(self.descriptor, 65_536).decode(errors="replace")
            if "\x1b[6n" in piece:  # a terminal answers where its cursor is
                self.type("\x1b[1;1R")
            self.shown += piece
        before, self.seen = self.seen, found + len(until)
        return self.shown[before : self.seen]

    def type(self, keys: str) -> None:
        os.write(self.descriptor, keys.encode())

    def leave(self) -> int:
        """Return the exit status after Ctrl-D."""
        self.type("\x04")
        self.shown += rest(self.descriptor)
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])


def test_a_terminal_gets_cards() -> None:
    terminal = Terminal("chat", TERM="xterm-256color")
    terminal.read("Ctrl-D leaves.")
    terminal.read(READY)
    terminal.type("abc\x03")
    terminal.read(READY)
    terminal.type(f"{CONTESTED}\r")
    assert "\x1b[1mLt Gen Ahmed Sharif Chaudhary" in terminal.read("rejects-mujahid.")
    assert "╭" in terminal.shown
    terminal.read(READY)
    terminal.type("\x1b[A")  # up: what was asked before
    terminal.read("killed?")
    terminal.type("\x03")
    terminal.read(READY)
    assert terminal.leave() == 0


@pytest.mark.parametrize("plainly", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_a_terminal_without_colour_gets_plain_text(plainly: dict[str, str]) -> None:
    terminal = Terminal("chat", **({"TERM": "xterm-256color"} | plainly))
    terminal.read("leaves.")
    terminal.read("? ")
    terminal.type("abc\x03")
    terminal.read("? ")
    terminal.type(f"{CONTESTED}\n")
    shown = terminal.read("rejects-mujahid.")
    terminal.read("? ")
    assert terminal.leave() == 0
    assert "\x1b" not in terminal.shown
    lines = shown.replace("\r", "").split("\n")
    assert all(line.removeprefix("> ") in SOURCE for line in lines if line.startswith("> "))


def test_an_empty_no_color_says_nothing() -> None:
    terminal = Terminal("chat", TERM="xterm-256color", NO_COLOR="")
    terminal.read("\x1b[1m")
    terminal.read(READY)
    assert terminal.leave() == 0


class Keyboard(io.StringIO):
    """Standard input at a terminal, with Ctrl-C before the first line."""

    interrupted = False

    def isatty(self) -> bool:
        return True

    def readline(self, size: int = -1, /) -> str:
        if not self.interrupted:
            self.interrupted = True
            raise KeyboardInterrupt
        return super().readline(size)


def test_ctrl_c_begins_a_line_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 90, 0, 0))
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setattr(sys, "stdin", Keyboard("???\n"))
    with os.fdopen(theirs, "w", encoding="utf-8") as terminal:
        monkeypatch.setattr(sys, "stdout", terminal)
        chat.chat(knowledge())
    shown = rest(ours)
    assert shown.count("? ") == 3  # before and after the interrupt, and after the reply
    assert shown.endswith("\n\n? ")


def test_a_terminal_in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    ours, theirs = pty.openpty()
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setattr("bot.surfaces.terminal_cards.converse", lambda _, title: seen.append(title))
    with os.fdopen(theirs, "w", encoding="utf-8") as terminal:
        monkeypatch.setattr(sys, "stdin", terminal)
        monkeypatch.setattr(sys, "stdout", terminal)
        chat.chat(knowledge())
    os.close(ours)
    assert seen == ["Pakistan–Afghanistan fighting, February 2026"]
