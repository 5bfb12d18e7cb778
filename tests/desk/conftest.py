"""Keeps tests off the settings and the cache of whoever runs them."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest

from tests.shipped import FOLDER

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def cache_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a cache of the test's own, with no setting in the environment."""
    for name in list(os.environ):
        if name.upper().startswith("BRIEFING_BOT_"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "briefing-bot"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a copy of the shipped knowledge that a test may change."""
    return shutil.copytree(FOLDER, tmp_path / "knowledge")
