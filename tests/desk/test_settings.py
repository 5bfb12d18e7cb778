"""Settings come from a file and the environment, and what is wrong with them is said in one sentence."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from bot.desk.configuration import Configuration
from bot.desk.settings import Settings, read_settings, shipped_knowledge
from bot.errors import ConfigError
from tests.shipped import FOLDER, ROOT


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config.toml"


def test_without_file_and_environment() -> None:
    assert read_settings() == Settings(knowledge=FOLDER, briefing=None, cache=True)


def test_nothing_given_needs_no_pydantic_settings() -> None:
    code = (
        "import sys; from bot.desk.settings import read_settings; read_settings();"
        "assert not {'pydantic', 'tomllib'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT)


def test_file(file: Path) -> None:
    file.write_text('knowledge = "there"\nbriefing = "one"\ncache = false\n')
    assert read_settings(file) == Settings(file.parent / "there", "one", cache=False)


def test_a_folder_in_the_file_may_be_absolute_or_at_home(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(file.parent / "home"))
    file.write_text(f'knowledge = "{file.parent}/absolute"\n')
    assert read_settings(file).knowledge == file.parent / "absolute"
    file.write_text('knowledge = "~/mine"\n')
    assert read_settings(file).knowledge == file.parent / "home" / "mine"


def test_the_environment_wins_over_the_file(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file.write_text('briefing = "one"\ncache = true\n')
    monkeypatch.setenv("BRIEFING_BOT_BRIEFING", "two")
    monkeypatch.setenv("BRIEFING_BOT_CACHE", "no")
    assert read_settings(file) == Settings(FOLDER, "two", cache=False)


def test_the_environment_alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("BRIEFING_BOT_KNOWLEDGE", str(tmp_path))
    monkeypatch.setenv("BRIEFING_BOT_BRIEFING", "")
    assert read_settings() == Settings(tmp_path)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ('colour = "red"', "colour is no setting, only knowledge, briefing, cache are"),
        ("cache = 7", "cache cannot be used: input should be a valid boolean"),
        ("knowledge = 7", "knowledge cannot be used: input is not a valid path"),
        ("briefing = []", "briefing cannot be used: input should be a valid string"),
        ("[cache]\nsize = 1", "cache cannot be used: input should be a valid boolean"),
        ("cache = ", "is not TOML: Invalid value (at end of document)"),
        ('briefing = "\udce4"', "is not TOML: 'utf-8' codec can't decode"),
    ],
)
def test_a_bad_file(file: Path, text: str, sentence: str) -> None:
    file.write_text(text, errors="surrogateescape")
    with pytest.raises(ConfigError) as caught:
        read_settings(file)
    message = str(caught.value)
    assert str(file) in message
    assert sentence in message
    assert "\n" not in message


def test_no_file(file: Path) -> None:
    with pytest.raises(ConfigError, match=re.escape(f"{file} is not there, or is no file")):
        read_settings(file)
    file.mkdir()
    with pytest.raises(ConfigError, match="is no file"):
        read_settings(file)


@pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="needs a file that nobody can read, as Linux has"
)
def test_a_file_that_cannot_be_read() -> None:
    with pytest.raises(ConfigError, match=r"/proc/self/mem cannot be read: \w+"):
        read_settings(Path("/proc/self/mem"))


def test_a_bad_variable_is_named_and_not_the_file(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file.write_text("cache = true\n")
    monkeypatch.setenv("BRIEFING_BOT_CACHE", "perhaps")
    with pytest.raises(ConfigError, match=r"^BRIEFING_BOT_CACHE in the environment cannot be used: "):
        read_settings(file)


def test_an_unknown_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEFING_BOT_CASH", "yes")
    with pytest.raises(ConfigError, match="sets BRIEFING_BOT_CASH, and there is no such setting"):
        read_settings()


def test_the_example_can_be_used() -> None:
    assert read_settings(ROOT / "config.example.toml") == Settings(FOLDER)


def test_the_example_explains_every_setting(file: Path) -> None:
    text = (ROOT / "config.example.toml").read_text(encoding="utf-8")
    whole = re.sub(r"^# (\w+ = )", r"\1", text, flags=re.MULTILINE)
    assert set(tomllib.loads(whole)) == set(Configuration.model_fields)
    assert all(f"BRIEFING_BOT_{key.upper()}" in text for key in Configuration.model_fields)
    file.write_text(whole)
    assert read_settings(file).knowledge == file.parent / "knowledge"


def test_an_installed_package_brings_its_knowledge(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert shipped_knowledge() == FOLDER
    package = tmp_path / "bot"
    (package / "_knowledge").mkdir(parents=True)
    monkeypatch.setattr("bot.desk.settings.__file__", str(package / "desk" / "settings.py"))
    assert shipped_knowledge() == package / "_knowledge"
