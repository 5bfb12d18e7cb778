"""What an operator may set, and where each setting comes from.

Later ones win: the default, the file given with --config, BRIEFING_BOT_* in the environment, the command
line.
"""

import os
from dataclasses import dataclass
from pathlib import Path

from bot.errors import ConfigError

PREFIX = "BRIEFING_BOT_"


@dataclass(frozen=True, slots=True)
class DiscordSettings:
    """How the bot reaches Discord; without `shard_ids` all run, and Discord says how many there are."""

    token_file: Path | None = None
    api_url: str | None = None
    gateway_url: str | None = None
    shard_ids: tuple[int, ...] | None = None
    shard_count: int | None = None
    message_content: bool = False


@dataclass(frozen=True, slots=True)
class PrivacySettings:
    """What is kept of questions; `keep_days` is how long anything is kept of them."""

    keep_questions: bool = False
    keep_days: int = 30


@dataclass(frozen=True, slots=True)
class ModeratorSettings:
    """Who may change the knowledge: ids of servers (with Manage Server there), of roles, of members."""

    servers: tuple[int, ...] = ()
    roles: tuple[int, ...] = ()
    members: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class CooldownSettings:
    """How many questions a member and a channel have in so many seconds.

    In a channel the same answer is given again only after `repeat_seconds`.
    """

    member_questions: int = 5
    member_seconds: float = 30
    channel_questions: int = 20
    channel_seconds: float = 60
    repeat_seconds: float = 300


@dataclass(frozen=True, slots=True)
class SemanticSettings:
    """Whether a sentence encoder helps to rank, and where it is: folders, or packages that are installed.

    Without `model` it is the extra's own; without `tokenizer` that is where the model is.
    """

    enabled: bool = False
    model: str | None = None
    tokenizer: str | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings in force.

    `briefing` is the one asked by default, `cache` whether compiled knowledge is kept between runs,
    `auto_reload` whether a change of the folder is taken over without a moderator, `support` whom to
    turn to. `storage` is the database's file, None where `database_file` says. `selective_risk` (0-1) is how
    often an answer found by its phrasings alone may be wrong.
    """

    knowledge: Path
    briefing: str | None = None
    cache: bool = True
    auto_reload: bool = False
    support: str | None = None
    storage: Path | None = None
    selective_risk: float = 0.01
    discord: DiscordSettings = DiscordSettings()
    privacy: PrivacySettings = PrivacySettings()
    moderators: ModeratorSettings = ModeratorSettings()
    cooldowns: CooldownSettings = CooldownSettings()
    semantic: SemanticSettings = SemanticSettings()


def read_settings(file: Path | None = None) -> Settings:
    """Read the file, if one is given, and the environment; ConfigError names file and key."""
    # pydantic-settings takes longer to import than a whole question may take.
    if file is None and not any(name.upper().startswith(PREFIX) for name in os.environ):
        return Settings(shipped_knowledge())
    from bot.desk.configuration import read_configuration  # noqa: PLC0415 - see above

    given = read_configuration(file)
    return Settings(
        knowledge=given.knowledge,
        briefing=given.briefing,
        cache=given.cache,
        auto_reload=given.auto_reload,
        support=given.support,
        storage=given.storage.path,
        selective_risk=given.selective_risk,
        discord=DiscordSettings(**given.discord.model_dump()),
        privacy=PrivacySettings(**given.privacy.model_dump()),
        moderators=ModeratorSettings(**given.moderators.model_dump()),
        cooldowns=CooldownSettings(**given.cooldowns.model_dump()),
        semantic=SemanticSettings(**given.semantic.model_dump()),
    )


def database_file(settings: Settings) -> Path:
    """Return the database's file, by default in $XDG_STATE_HOME/briefing-bot; ConfigError without a home."""
    if settings.storage:
        return settings.storage
    given = os.environ.get("XDG_STATE_HOME", "")
    # The XDG specification has relative paths ignored.
    if Path(given).is_absolute():
        return Path(given) / "briefing-bot" / "bot.sqlite3"
    try:
        root = Path.home() / ".local" / "state"
    except RuntimeError:
        raise ConfigError(
            "there is no home for the database: set storage.path in the configuration"
        ) from None
    return root / "briefing-bot" / "bot.sqlite3"


def shipped_knowledge() -> Path:
    """Return the knowledge beside the package in a checkout, within it where it is installed."""
    package = Path(__file__).parent.parent
    installed = package / "_knowledge"
    return installed if installed.exists() else package.parent / "knowledge"
