"""Reads the configuration with pydantic-settings and says in one sentence what is wrong with it."""

import json
import os
import tomllib
from collections.abc import Container
from pathlib import Path
from typing import Annotated, Any, Self
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    NonNegativeFloat,
    NonNegativeInt,
    PositiveInt,
    StringConstraints,
    ValidationError,
    model_validator,
)
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    SettingsError,
    TomlConfigSettingsSource,
)

from bot.briefing.problems import printable
from bot.desk.settings import PREFIX, Settings, shipped_knowledge
from bot.errors import ConfigError

_DEFAULT = Settings(shipped_knowledge())
_MOST_DAYS = 3650  # whom a question is of is looked for under as many codes
_NESTED = "__"  # stands in a variable between a table and its key


# Relative paths in the file are taken from where the file is.
_PATHS = (("", "knowledge"), ("discord", "token_file"), ("storage", "path"))

# So are these, unless they name a package: that is a plain name, as it is imported.
_FOLDERS_OR_PACKAGES = (("semantic", "model"), ("semantic", "tokenizer"))


def _with_a_host(address: str) -> str:
    """Refuse an address that names no host, or a port that there cannot be."""
    parts = urlsplit(address)
    if not parts.hostname or parts.port == 0:
        raise ValueError("it names no host, or port 0")
    return address


def _a_path(value: Any) -> Any:  # noqa: ANN401 - pydantic refuses what is none at all
    """Refuse an empty path, which would be the folder of the file, and one that no system takes."""
    if not str(value) or "\0" in str(value):
        raise ValueError("it is no path")
    return value


_HOST = AfterValidator(_with_a_host)
_Path = Annotated[Path, BeforeValidator(_a_path)]


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False)


class DiscordTable(_Table):
    """The keys of [discord]."""

    token_file: _Path | None = _DEFAULT.discord.token_file
    api_url: Annotated[str, StringConstraints(pattern=r"^https?://\S+$"), _HOST] | None = (
        _DEFAULT.discord.api_url
    )
    gateway_url: Annotated[str, StringConstraints(pattern=r"^wss?://\S+$"), _HOST] | None = (
        _DEFAULT.discord.gateway_url
    )
    shard_ids: Annotated[tuple[NonNegativeInt, ...], Field(min_length=1)] | None = _DEFAULT.discord.shard_ids
    shard_count: PositiveInt | None = _DEFAULT.discord.shard_count
    message_content: bool = _DEFAULT.discord.message_content


class _Sharded(DiscordTable):
    """The keys of [discord], from wherever they come, held against each other."""

    @model_validator(mode="after")
    def _shards_are_of_the_count(self) -> Self:
        if self.shard_ids and len(set(self.shard_ids)) < len(self.shard_ids):
            raise ValueError("shard_ids has one twice")
        if self.shard_ids and (self.shard_count is None or max(self.shard_ids) >= self.shard_count):
            raise ValueError("shard_ids need a shard_count that is greater than each")
        return self


class StorageTable(_Table):
    """The keys of [storage]."""

    path: _Path | None = _DEFAULT.storage


class PrivacyTable(_Table):
    """The keys of [privacy]."""

    keep_questions: bool = _DEFAULT.privacy.keep_questions
    keep_days: Annotated[PositiveInt, Field(le=_MOST_DAYS)] = _DEFAULT.privacy.keep_days


class ModeratorsTable(_Table):
    """The keys of [moderators]."""

    servers: tuple[PositiveInt, ...] = _DEFAULT.moderators.servers
    roles: tuple[PositiveInt, ...] = _DEFAULT.moderators.roles
    members: tuple[PositiveInt, ...] = _DEFAULT.moderators.members


class CooldownsTable(_Table):
    """The keys of [cooldowns]."""

    member_questions: PositiveInt = _DEFAULT.cooldowns.member_questions
    member_seconds: NonNegativeFloat = _DEFAULT.cooldowns.member_seconds
    channel_questions: PositiveInt = _DEFAULT.cooldowns.channel_questions
    channel_seconds: NonNegativeFloat = _DEFAULT.cooldowns.channel_seconds
    repeat_seconds: NonNegativeFloat = _DEFAULT.cooldowns.repeat_seconds


class SemanticTable(_Table):
    """The keys of [semantic]."""

    enabled: bool = _DEFAULT.semantic.enabled
    model: Annotated[str, StringConstraints(min_length=1)] | None = _DEFAULT.semantic.model
    tokenizer: Annotated[str, StringConstraints(min_length=1)] | None = _DEFAULT.semantic.tokenizer


class Keys(_Table):
    """The keys of the file."""

    knowledge: _Path = _DEFAULT.knowledge
    briefing: str | None = _DEFAULT.briefing
    cache: bool = _DEFAULT.cache
    selective_risk: Annotated[float, Field(ge=0, le=0.5)] = _DEFAULT.selective_risk
    auto_reload: bool = _DEFAULT.auto_reload
    support: str | None = _DEFAULT.support
    discord: DiscordTable = DiscordTable()
    storage: StorageTable = StorageTable()
    privacy: PrivacyTable = PrivacyTable()
    moderators: ModeratorsTable = ModeratorsTable()
    cooldowns: CooldownsTable = CooldownsTable()
    semantic: SemanticTable = SemanticTable()


class Configuration(Keys, BaseSettings):
    """The keys of the file and of the environment, where they follow the prefix."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX,
        env_nested_delimiter=_NESTED,
        env_ignore_empty=True,
        extra="forbid",
        frozen=True,
    )

    discord: _Sharded = _Sharded()

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],  # noqa: ARG003 - pydantic-settings gives all
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - pydantic-settings gives all
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - pydantic-settings gives all
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Have the environment win over what the file gives."""
        return env_settings, init_settings


def read_configuration(file: Path | None) -> Configuration:
    """Read the file, if one is given, and the environment; ConfigError at the first thing that is wrong."""
    _refuse_unknown_variables()
    given = _in_file(file) if file else {}
    try:
        return Configuration(**given)
    except ValidationError as error:
        raise ConfigError(_sentence(error, file, os.environ)) from None
    except SettingsError as error:
        lists = "a list in a variable is written as in BRIEFING_BOT_MODERATORS__ROLES='[1, 2]'"
        table = next((one for one in Configuration.model_fields if f'"{one}"' in str(error)), "")
        variable = f"{PREFIX}{table}".upper()
        raise ConfigError(f"{variable}… in the environment cannot be used: {lists}") from None


def _in_file(file: Path) -> dict[str, Any]:
    """Return what the file gives, with a relative folder taken from where the file is."""
    if not file.is_file():
        raise ConfigError(f"{_name(file)} is not there, or is no file")
    try:
        given = TomlConfigSettingsSource(Configuration, file).toml_data
    except OSError as error:
        raise ConfigError(f"{_name(file)} cannot be read: {error.strerror}") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{_name(file)} is not TOML: {printable(str(error))}") from None
    for table, key in _PATHS:
        values = given.get(table, {}) if table else given
        if isinstance(values, dict) and isinstance(path := values.get(key), str) and path:
            values[key] = file.parent / Path(path).expanduser()
    for table, key in _FOLDERS_OR_PACKAGES:
        values = given.get(table)
        place = values.get(key) if isinstance(values, dict) else None
        if isinstance(place, str) and place and not place.isidentifier():
            # Absolute, for a folder beside the file would else be a plain name again.
            given[table][key] = str(file.absolute().parent / Path(place).expanduser())
    try:
        # A variable is text whatever its kind is, a value in the file has a kind of its own.
        Keys.model_validate_json(json.dumps(given, default=str), strict=True)
    except ValidationError as error:
        raise ConfigError(_sentence(error, file, ())) from None
    return given


def variables() -> tuple[str, ...]:
    """Return the name of every variable that sets something."""
    names = (
        name
        for key in Configuration.model_fields
        for name in [f"{key}{_NESTED}{inner}" for inner in _keys_of(key)] or [key]
    )
    return tuple(PREFIX + name.upper() for name in names)


def _keys_of(key: str) -> tuple[str, ...]:
    """Return the keys of a table, none for what is no table."""
    table = Configuration.model_fields[key].annotation
    return tuple(table.model_fields) if isinstance(table, type) and issubclass(table, _Table) else ()


def _refuse_unknown_variables() -> None:
    known = variables()
    for name in sorted(os.environ):
        if name.upper().startswith(PREFIX) and name.upper() not in known:
            raise ConfigError(f"the environment sets {printable(name)}, and there is no such setting")


def _sentence(error: ValidationError, file: Path | None, given: Container[str]) -> str:
    """Say what is wrong first, and where: in a variable, where one is *given*, or in the file."""
    first = error.errors(include_url=False)[0]
    steps = [str(step) for step in first["loc"]]
    key = printable(".".join(steps))
    variable = PREFIX + _NESTED.join(steps[:2]).upper()
    where = f"{variable} in the environment"
    if file and variable not in given:
        where = f"{_name(file)}: {key}"
    if first["type"] == "extra_forbidden":
        known = _keys_of(steps[0]) if len(steps) > 1 else tuple(Configuration.model_fields)
        return f"{where} is no setting, only {', '.join(known)} are"
    return f"{where} cannot be used: {first['msg'][:1].lower()}{first['msg'][1:]}"


def _name(file: Path) -> str:
    return f"the configuration file {printable(str(file))}"
