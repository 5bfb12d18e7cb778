"""The shipped knowledge and ways to run the program over it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

from bot.desk.knowledge import Knowledge
from bot.desk.settings import Settings

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "knowledge"
BRIEFING = "border-fighting-2026"
SOURCE = (FOLDER / BRIEFING / "source.txt").read_text(encoding="utf-8")
CAVEAT = (
    "Al Jazeera said it could not independently verify the casualty and injury figures "
    "claimed by either side."
)
CONTESTED = "How many Pakistani soldiers were killed?"


@cache
def knowledge() -> Knowledge:
    return Knowledge(Settings(FOLDER, cache=False))


def unmeasured() -> dict[str, str]:
    """Return the environment without what has coverage measure a process, which imports much itself."""
    return {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")}


def run(
    *arguments: str | bytes, stdin: str | bytes = b"", **environment: str
) -> subprocess.CompletedProcess[bytes]:
    """Run the program as a process of its own, with the environment changed."""
    return subprocess.run(
        [sys.executable, "-m", "bot", *arguments],
        input=stdin.encode() if isinstance(stdin, str) else stdin,
        capture_output=True,
        check=False,
        cwd=ROOT,
        env=os.environ | environment,
        timeout=60,
    )


def objects(lines: str | bytes) -> list[dict[str, Any]]:
    """Return the JSON objects of a program's output, one a line, as strict readers would."""
    text = lines.decode("utf-8") if isinstance(lines, bytes) else lines
    found = [json.loads(line) for line in text.split("\n")[:-1]]
    text.encode("utf-8")
    return found
