"""The token comes from the environment or a file, and nothing repeats it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.desk.settings import DiscordSettings, Settings
from bot.desk.token import read_token
from bot.errors import ConfigError
from tests.shipped import FOLDER

if TYPE_CHECKING:
    from pathlib import Path

TOKEN = "MTk4NjIyNDgz.Cl2FMQ.ZnCjm1XVW7vRze4b7Cq4se7kKWs"  # noqa: S105 - Discord's own example


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "token"


def settings(file: Path | None) -> Settings:
    return Settings(FOLDER, discord=DiscordSettings(token_file=file))


def test_the_environment_wins_over_the_file(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file.write_text("another\n")
    monkeypatch.setenv("DISCORD_TOKEN", f" {TOKEN}\n")
    assert read_token(settings(file)) == TOKEN


@pytest.mark.parametrize("variable", [None, "", " "])
def test_the_file(file: Path, monkeypatch: pytest.MonkeyPatch, variable: str | None) -> None:
    if variable is not None:
        monkeypatch.setenv("DISCORD_TOKEN", variable)
    file.write_text(f"{TOKEN}\n")
    assert read_token(settings(file)) == TOKEN


def test_none() -> None:
    with pytest.raises(ConfigError, match=r"^there is no token: set DISCORD_TOKEN, or discord.token_file in"):
        read_token(settings(None))


def test_a_file_that_is_not_there_or_empty(file: Path) -> None:
    with pytest.raises(ConfigError, match=r"token cannot be read: No such file or directory$"):
        read_token(settings(file))
    file.write_text(" \n")
    with pytest.raises(ConfigError, match=r"token is empty$"):
        read_token(settings(file))


@pytest.mark.parametrize("content", [f"Bot {TOKEN}", f"{TOKEN}\n{TOKEN}", f"{TOKEN}\0", f"{TOKEN}é"])
def test_what_is_no_token_is_refused_and_not_repeated(
    file: Path, monkeypatch: pytest.MonkeyPatch, content: str
) -> None:
    file.write_text(content)
    with pytest.raises(ConfigError, match=r"token holds more than a token, or none$") as caught:
        read_token(settings(file))
    assert TOKEN not in str(caught.value)
    if "\0" not in content:
        monkeypatch.setenv("DISCORD_TOKEN", content)
        with pytest.raises(ConfigError, match=r"^DISCORD_TOKEN holds more than a token, or none$"):
            read_token(settings(None))
