"""What an operator may set, and where each setting comes from.

Later ones win: the default, the file given with --config, BRIEFING_BOT_* in the environment, the command
line.
"""

import os
from dataclasses import dataclass
from pathlib import Path

PREFIX = "BRIEFING_BOT_"


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings in force.

    `briefing` is the one asked by default, `cache` whether compiled knowledge is kept between runs.
    """

    knowledge: Path
    briefing: str | None = None
    cache: bool = True


def read_settings(file: Path | None = None) -> Settings:
    """Read the file, if one is given, and the environment; ConfigError names file and key."""
    # pydantic-settings takes longer to import than a whole question may take.
    if file is None and not any(name.upper().startswith(PREFIX) for name in os.environ):
        return Settings(shipped_knowledge())
    from bot.desk.configuration import read_configuration  # noqa: PLC0415 - see above

    given = read_configuration(file)
    return Settings(given.knowledge or shipped_knowledge(), given.briefing, given.cache)


def shipped_knowledge() -> Path:
    """Return the knowledge beside the package in a checkout, within it where it is installed."""
    package = Path(__file__).parent.parent
    installed = package / "_knowledge"
    return installed if installed.exists() else package.parent / "knowledge"
