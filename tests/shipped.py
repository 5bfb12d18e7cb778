"""The shipped knowledge and ways to run the program over it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from functools import cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import pytest

from bot.briefing.folder import EXAMPLES, read_folder
from bot.desk.cache import forget_oldest
from bot.desk.knowledge import Knowledge
from bot.desk.migrating import upgrade
from bot.desk.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "knowledge"
BRIEFING = "border-fighting-2026"
SOURCE = (FOLDER / BRIEFING / "source.txt").read_text(encoding="utf-8")
CAVEAT = (
    "Al Jazeera said it could not independently verify the casualty and injury figures "
    "claimed by either side."
)
CONTESTED = "How many Pakistani soldiers were killed?"

# What has coverage measure a process, taken out of the environment by tests/conftest.py.
MEASURING: dict[str, str] = {}
# What takes ten seconds to learn from the examples is kept from run to run.
LEARNT = ROOT / ".pytest_cache" / "knowledge"
_MAKE_READY = """
import sys
from pathlib import Path
from bot.desk.knowledge import Knowledge
from bot.desk.settings import Settings
Knowledge(Settings(Path(sys.argv[1]))).make_ready()
"""


@cache
def knowledge() -> Knowledge:
    opened = Knowledge(Settings(FOLDER, cache=False))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(LEARNT))
        have_ready(FOLDER)
        learnt = Knowledge(Settings(FOLDER)).retrieval()
        forget_oldest(LEARNT / "briefing-bot", "*.*", 40, 100_000_000)
    opened.index().ranking = partial(learnt.rank, known=opened.index().reader.lexicon.known_words)
    return opened


def have_ready(folder: Path) -> None:
    """Have a folder in the cache, compiled in another process, which is not measured."""
    if not Knowledge(Settings(folder)).is_ready():
        subprocess.run([sys.executable, "-c", _MAKE_READY, folder], cwd=ROOT, check=True)


@cache
def plain() -> Knowledge:
    """Return the knowledge as `copied` leaves it."""
    contents = read_folder(FOLDER)
    out = {*contents.languages.values(), f"{BRIEFING}/{EXAMPLES}"}
    files = {name: data for name, data in contents.files.items() if name not in out}
    return Knowledge(Settings(FOLDER, cache=False), replace(contents, files=files))


def learnt_in(home: Path) -> Path:
    """Put what was made ready into a cache of a test's own, whose home is returned."""
    knowledge()
    (home / "briefing-bot").mkdir(mode=0o700)
    for kind in ("*.retrieval", "*.pickle"):  # and nothing that another process is about to put there
        for file in (LEARNT / "briefing-bot").glob(kind):
            shutil.copy(file, home / "briefing-bot")
    return home


def copied(folder: Path, languages: Sequence[str] = ()) -> Path:
    """Copy the knowledge without what would be read or learnt from anew after every change.

    Those are its examples, and the words of other languages but those named, which are most of its lines.
    """
    shutil.copytree(FOLDER, folder, ignore=shutil.ignore_patterns(EXAMPLES, "vocabulary.*.toml"))
    for tag in languages:
        shutil.copy(FOLDER / f"vocabulary.{tag}.toml", folder)
    return folder


def languages_of(request: pytest.FixtureRequest) -> tuple[str, ...]:
    """Return the languages that a test is marked to need beside English."""
    marker = request.node.get_closest_marker("languages")
    return marker.args if marker else ()


@cache
def new_database() -> bytes:
    """Return a database without a row, since a start that runs the migrations takes half a second longer."""
    with TemporaryDirectory() as folder:
        upgrade(Path(folder) / "new")
        return (Path(folder) / "new").read_bytes()


def measured() -> dict[str, str]:
    """Return the environment with what has coverage measure a process."""
    return os.environ | MEASURING


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
