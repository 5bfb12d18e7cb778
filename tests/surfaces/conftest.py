"""Runs the program with the shipped knowledge, away from the settings of whoever runs the tests."""

from __future__ import annotations

import io
import os
import sys
from typing import TYPE_CHECKING, Protocol

import pytest

from bot.surfaces.cli import main
from tests.shipped import copied, languages_of, learnt_in

if TYPE_CHECKING:
    from pathlib import Path


class Bot(Protocol):
    """Runs a command: status, output, complaints."""

    def __call__(self, *arguments: str, stdin: str = "") -> tuple[int, str, str]: ...


@pytest.fixture(scope="session")
def cache_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the home of a cache in which the shipped knowledge is ready."""
    return learnt_in(tmp_path_factory.mktemp("cache"))


@pytest.fixture(autouse=True)
def environment(cache_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Unset every setting, and share one cache among these tests."""
    for name in list(os.environ):
        if name.upper().startswith("BRIEFING_BOT_") or name in {"NO_COLOR", "COLUMNS", "FORCE_COLOR"}:
            monkeypatch.delenv(name)
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache_home))


@pytest.fixture
def folder(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """Return a copy of the shipped knowledge that a test may change."""
    return copied(tmp_path / "knowledge", languages_of(request))


@pytest.fixture
def bot(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Bot:
    """Return the program, to be run within this process."""

    def run(*arguments: str, stdin: str = "") -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode())))
        status = main(arguments)
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return run
