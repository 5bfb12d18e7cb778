"""Settings come from a file and the environment, and what is wrong with them is said in one sentence."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from bot.desk.configuration import variables
from bot.desk.settings import (
    CooldownSettings,
    DiscordSettings,
    ModeratorSettings,
    PrivacySettings,
    SemanticSettings,
    Settings,
    database_file,
    read_settings,
    shipped_knowledge,
)
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


def test_an_encoder_is_a_folder_from_where_the_file_is_or_a_package(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.write_text('[semantic]\nenabled = true\nmodel = "./minilm"\ntokenizer = "minilm"\n')
    assert read_settings(file).semantic == SemanticSettings(
        enabled=True, model=str(file.parent / "minilm"), tokenizer="minilm"
    )
    monkeypatch.chdir(file.parent)
    assert read_settings(Path(file.name)).semantic.model == str(file.parent / "minilm")
    file.write_text('[semantic]\nmodel = ""\n')
    with pytest.raises(
        ConfigError, match=r"config\.toml: semantic\.model cannot be used: string should have"
    ):
        read_settings(file)


def test_the_environment_wins_over_the_file(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file.write_text('briefing = "one"\ncache = true\n')
    monkeypatch.setenv("BRIEFING_BOT_BRIEFING", "two")
    monkeypatch.setenv("BRIEFING_BOT_CACHE", "no")
    assert read_settings(file) == Settings(FOLDER, "two", cache=False)


def test_the_environment_alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("BRIEFING_BOT_KNOWLEDGE", str(tmp_path))
    monkeypatch.setenv("BRIEFING_BOT_BRIEFING", "")
    assert read_settings() == Settings(tmp_path)


def test_what_is_not_set_is_as_where_nothing_is(file: Path) -> None:
    file.write_text("[discord]\n[storage]\n[privacy]\n[moderators]\n[cooldowns]\n[semantic]\n")
    assert read_settings(file) == read_settings()


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ('colour = "red"', "colour is no setting, only knowledge, briefing, cache, selective_risk, "),
        ("cache = 7", "cache cannot be used: input should be a valid boolean"),
        ("knowledge = 7", "knowledge cannot be used: input should be a valid string"),
        ("briefing = []", "briefing cannot be used: input should be a valid string"),
        ("[discord]\ntoken = 'x'", "discord.token is no setting, only token_file, api_url, gateway_url, "),
        ("[discord]\napi_url = 'http://x:99999'", "discord.api_url cannot be used: "),
        ("[discord]\ngateway_url = 'ws://x:port'", "discord.gateway_url cannot be used: "),
        ("[discord]\ngateway_url = 'ws://:80'", "discord.gateway_url cannot be used: "),
        ("[discord]\napi_url = 'localhost'", "discord.api_url cannot be used: string should match pattern"),
        (
            "[discord]\nshard_ids = [2]\nshard_count = 2",
            "discord cannot be used: value error, shard_ids need a ",
        ),
        ("[privacy]\nkeep_days = 0", "privacy.keep_days cannot be used: input should be greater than 0"),
        (
            f"[privacy]\nkeep_days = {10**16}",
            "privacy.keep_days cannot be used: input should be less than or",
        ),
        ("[cooldowns]\nmember_seconds = nan", "cooldowns.member_seconds cannot be used: "),
        (
            "[moderators]\nroles = ['me']",
            "moderators.roles.0 cannot be used: input should be a valid int",
        ),
        ("cache = 'true'", "cache cannot be used: input should be a valid boolean"),
        ("cache = 1", "cache cannot be used: input should be a valid boolean"),
        ("selective_risk = false", "selective_risk cannot be used: input should be a valid number"),
        ("briefing = 2026-01-01", "briefing cannot be used: input should be a valid string"),
        ("knowledge = ''", "knowledge cannot be used: value error, it is no path"),
        ("[discord]\ntoken_file = ''", "discord.token_file cannot be used: value error, it is no path"),
        (
            '[discord]\ntoken_file = "\\u0000"',
            "discord.token_file cannot be used: value error, it is no path",
        ),
        ("[discord]\nshard_count = true", "discord.shard_count cannot be used: input should be a valid int"),
        (
            "[discord]\nshard_ids = [0, 0]\nshard_count = 1",
            "discord cannot be used: value error, shard_ids has",
        ),
        ("[storage]\npath = ''", "storage.path cannot be used: value error, it is no path"),
        ("[privacy]\nkeep_days = true", "privacy.keep_days cannot be used: input should be a valid int"),
        ("[privacy]\nkeep_days = '7'", "privacy.keep_days cannot be used: input should be a valid int"),
        (
            "[privacy]\nkeep_questions = 1",
            "privacy.keep_questions cannot be used: input should be a valid bo",
        ),
        (
            "[moderators]\nmembers = [true]",
            "moderators.members.0 cannot be used: input should be a valid int",
        ),
        ("[cooldowns]\nmember_seconds = false", "cooldowns.member_seconds cannot be used: input should be a"),
        ("moderators = 7", "moderators cannot be used: input should be an object"),
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


def test_tables(file: Path) -> None:
    file.write_text("""
        auto_reload = true
        support = "ask Ann"
        [discord]
        token_file = "token"
        api_url = "http://localhost:1/api"
        shard_ids = [0, 1]
        shard_count = 2
        [storage]
        path = "~/bot.sqlite3"
        [privacy]
        keep_days = 7
        [moderators]
        servers = [1]
        members = [2, 3]
        [cooldowns]
        member_seconds = 0.5
    """)
    found = read_settings(file)
    assert found.auto_reload
    assert found.support == "ask Ann"
    assert found.discord == DiscordSettings(
        token_file=file.parent / "token", api_url="http://localhost:1/api", shard_ids=(0, 1), shard_count=2
    )
    assert found.storage == Path.home() / "bot.sqlite3"
    assert found.privacy == PrivacySettings(keep_days=7)
    assert found.moderators == ModeratorSettings(servers=(1,), members=(2, 3))
    assert found.cooldowns == CooldownSettings(member_seconds=0.5)


def test_the_file_and_the_environment_make_one_table(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file.write_text("[discord]\nshard_ids = [2]\n")
    monkeypatch.setenv("BRIEFING_BOT_DISCORD__SHARD_COUNT", "4")
    monkeypatch.setenv("BRIEFING_BOT_PRIVACY__KEEP_QUESTIONS", "1")
    found = read_settings(file)
    assert (found.discord.shard_ids, found.discord.shard_count) == ((2,), 4)
    assert found.privacy.keep_questions


def test_the_environment_sets_single_keys_of_a_table(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file.write_text('[discord]\napi_url = "http://file"\ngateway_url = "ws://file"\n')
    monkeypatch.setenv("BRIEFING_BOT_DISCORD__API_URL", "http://environment")
    monkeypatch.setenv("BRIEFING_BOT_MODERATORS__ROLES", "[1, 2]")
    monkeypatch.setenv("BRIEFING_BOT_STORAGE__PATH", "/data/bot.sqlite3")
    found = read_settings(file)
    assert found.discord.api_url == "http://environment"
    assert found.discord.gateway_url == "ws://file"
    assert found.moderators.roles == (1, 2)
    assert found.storage == Path("/data/bot.sqlite3")


@pytest.mark.parametrize(
    ("variable", "value", "sentence"),
    [
        (
            "BRIEFING_BOT_PRIVACY__KEEP_DAYS",
            "many",
            "BRIEFING_BOT_PRIVACY__KEEP_DAYS in the environment",
        ),
        ("BRIEFING_BOT_PRIVACY__DAYS", "3", "sets BRIEFING_BOT_PRIVACY__DAYS, and there is no such setting"),
        (
            "BRIEFING_BOT_MODERATORS__ROLES",
            "1, 2",
            "BRIEFING_BOT_MODERATORS… in the environment cannot be used: a list in a variable is written",
        ),
        ("BRIEFING_BOT_PRIVACY", "{", "BRIEFING_BOT_PRIVACY, and there is no such setting"),
    ],
)
def test_a_bad_variable_of_a_table(
    monkeypatch: pytest.MonkeyPatch, variable: str, value: str, sentence: str
) -> None:
    monkeypatch.setenv(variable, value)
    with pytest.raises(ConfigError, match=re.escape(sentence)):
        read_settings()


def test_where_the_database_is(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert database_file(Settings(FOLDER, storage=tmp_path / "here")) == tmp_path / "here"
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_STATE_HOME", "/var/state")
    assert database_file(Settings(FOLDER)) == Path("/var/state/briefing-bot/bot.sqlite3")
    with monkeypatch.context() as patch:
        patch.setattr("os.path.expanduser", lambda path: path)  # as for a user without a home
        patch.delenv("XDG_STATE_HOME")
        with pytest.raises(ConfigError, match=r"there is no home for the database: set storage\.path in"):
            database_file(Settings(FOLDER))
    for relative in ("", "relative"):
        monkeypatch.setenv("XDG_STATE_HOME", relative)
        assert database_file(Settings(FOLDER)) == tmp_path / ".local/state/briefing-bot/bot.sqlite3"


def test_the_example_can_be_used() -> None:
    assert read_settings(ROOT / "config.example.toml") == Settings(FOLDER)


def test_the_example_explains_every_setting(file: Path) -> None:
    text = (ROOT / "config.example.toml").read_text(encoding="utf-8")
    whole = re.sub(r"^# (\w+ = )", r"\1", text, flags=re.MULTILINE)
    shown = {
        f"{key}__{inner}" if inner else key
        for key, value in tomllib.loads(whole).items()
        for inner in (value if isinstance(value, dict) else [""])
    }
    assert {"BRIEFING_BOT_" + key.upper() for key in shown} == set(variables())
    file.write_text(whole)
    assert read_settings(file).knowledge == file.parent / "knowledge"


def test_an_installed_package_brings_its_knowledge(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert shipped_knowledge() == FOLDER
    package = tmp_path / "bot"
    (package / "_knowledge").mkdir(parents=True)
    monkeypatch.setattr("bot.desk.settings.__file__", str(package / "desk" / "settings.py"))
    assert shipped_knowledge() == package / "_knowledge"
