"""Keeps tests off the settings and the cache of whoever runs them."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest

from bot.briefing.folder import read_folder
from bot.desk.desk import open_desk
from bot.desk.editions import make_ready
from bot.desk.settings import PrivacySettings, Settings
from tests.desk import edits
from tests.shipped import copied, languages_of, new_database

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from bot.desk.desk import Desk


def cache_in(home: Path, *folders: Path) -> Path:
    """Make a cache in which everything of these folders is ready."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(home))
        for folder in folders:
            make_ready(Settings(folder), read_folder(folder))
    return home / "briefing-bot"


@pytest.fixture(scope="session")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the cache as the bot leaves it once the folder has been rephrased."""
    home = tmp_path_factory.mktemp("cache")
    first, second = copied(home / "first"), copied(home / "second")
    edits.rephrase(second)
    return cache_in(home, first, second)


@pytest.fixture(autouse=True)
def cache_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a cache of the test's own, with no setting in the environment."""
    for name in list(os.environ):
        if name.upper().startswith("BRIEFING_BOT_"):
            monkeypatch.delenv(name)
    monkeypatch.delenv("DISCORD_TOKEN", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return tmp_path / "cache" / "briefing-bot"


@pytest.fixture
def folder(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """Return a copy of the shipped knowledge that a test may change."""
    return copied(tmp_path / "knowledge", languages_of(request))


@pytest.fixture
def settings(folder: Path, cache_home: Path, compiled: Path) -> Settings:
    """Return settings with a folder, a database and a filled cache of the test's own."""
    shutil.copytree(compiled, cache_home)
    storage = folder.parent / "bot.sqlite3"
    storage.write_bytes(new_database())
    return Settings(folder, storage=storage, privacy=PrivacySettings(keep_questions=True))


@pytest.fixture
async def desk(settings: Settings) -> AsyncIterator[Desk]:
    async with open_desk(settings) as opened:
        yield opened
