"""Reads the configuration with pydantic-settings and says in one sentence what is wrong with it."""

import os
import tomllib
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from bot.briefing.problems import printable
from bot.desk.settings import PREFIX
from bot.errors import ConfigError


class Configuration(BaseSettings):
    """The keys of the file, and after the prefix the names of the variables."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_ignore_empty=True, extra="forbid", frozen=True)

    knowledge: Path | None = None
    briefing: str | None = None
    cache: bool = True

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
        raise ConfigError(_sentence(error, file)) from None


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
    folder = given.get("knowledge")
    return (
        given | {"knowledge": file.parent / Path(folder).expanduser()} if isinstance(folder, str) else given
    )


def _refuse_unknown_variables() -> None:
    known = {PREFIX + key.upper() for key in Configuration.model_fields}
    for name in sorted(os.environ):
        if name.upper().startswith(PREFIX) and name.upper() not in known:
            raise ConfigError(f"the environment sets {printable(name)}, and there is no such setting")


def _sentence(error: ValidationError, file: Path | None) -> str:
    first = error.errors(include_url=False)[0]
    key = printable(".".join(str(step) for step in first["loc"]))
    variable = PREFIX + key.upper()
    if variable in os.environ or file is None:
        where = f"{variable} in the environment"
    else:
        where = f"{_name(file)}: {key}"
    if first["type"] == "extra_forbidden":
        return f"{where} is no setting, only {', '.join(Configuration.model_fields)} are"
    return f"{where} cannot be used: {first['msg'][:1].lower()}{first['msg'][1:]}"


def _name(file: Path) -> str:
    return f"the configuration file {printable(str(file))}"
