"""Writes text for people: broken at spaces on a terminal, as it is elsewhere."""

import os
import sys
from io import TextIOWrapper
from pathlib import Path

# Longer lines tire the eye, however wide the terminal.
WIDEST = 96


def prepare_streams() -> None:
    """Make the streams UTF-8 that never fails, whatever the locale and whatever stands in an argument."""
    # Whoever started us may have closed any of them.
    if sys.stdin is None:
        sys.stdin = Path(os.devnull).open(encoding="utf-8")  # noqa: SIM115 - open as long as we run
    if sys.stdout is None:
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - as above
    if sys.stderr is None:
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - as above
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    if isinstance(sys.stdin, TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8", errors="replace", newline="\n")


def abandon_output() -> None:
    """Point standard output at nothing, or Python would complain again when it flushes on leaving."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def say(text: str) -> None:
    """Write a line at once: whoever feeds lines one by one waits for each reply."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def say_text(text: str) -> None:
    """Write text that may be long."""
    if sys.stdout.isatty():
        from bot.surfaces.wrapping import wrapped  # noqa: PLC0415 - only a terminal needs it

        text = wrapped(text, min(os.get_terminal_size(sys.stdout.fileno()).columns, WIDEST))
    say(text)


def complain(*complaints: object) -> None:
    """Write each on a line of standard error."""
    for complaint in complaints:
        sys.stderr.write(f"{complaint}\n")
