"""Starts `python -m bot preview` as whoever tries the bot does."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tests.shipped import FOLDER, ROOT, measured

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_SAID = re.compile(r"A simulated Discord, on this machine only: (http://\S+)\nCtrl-C ends it\.\n")


@contextmanager
def previewing(folder: Path, knowledge: Path = FOLDER) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Run the preview of the knowledge, with its cache in *folder*; the process and its address."""
    settings = [name for name in os.environ if name.upper().startswith("BRIEFING_BOT_")]
    with subprocess.Popen(
        [sys.executable, "-m", "bot", "preview", "--no-browser"],
        cwd=ROOT,
        env={
            **{name: value for name, value in measured().items() if name not in settings},
            "BRIEFING_BOT_KNOWLEDGE": str(knowledge),
            "XDG_CACHE_HOME": str(folder / "cache"),
            "XDG_STATE_HOME": str(folder / "state"),
        },
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            assert process.stdout is not None
            said = _SAID.fullmatch(process.stdout.readline() + process.stdout.readline())
            assert said, process.communicate(timeout=30)
            yield process, said[1]
        finally:
            process.kill()
