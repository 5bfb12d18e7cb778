"""Finds the token that Discord knows the bot by; nothing here repeats it."""

import os

from bot.briefing.problems import printable
from bot.desk.settings import Settings
from bot.errors import ConfigError

VARIABLE = "DISCORD_TOKEN"

_LONGEST = 4096  # bytes; a token has about 70, and more than a page is another file


def read_token(settings: Settings) -> str:
    """Return the token of the environment or of the file set; ConfigError when there is none."""
    if token := os.environ.get(VARIABLE, "").strip():
        return _plain(token, VARIABLE)
    file = settings.discord.token_file
    if file is None:
        raise ConfigError(f"there is no token: set {VARIABLE}, or discord.token_file in the configuration")
    name = f"the token file {printable(str(file))}"
    try:
        with file.open("rb") as opened:
            token = opened.read(_LONGEST).decode("ascii", "replace").strip()
    except OSError as error:
        raise ConfigError(f"{name} cannot be read: {error.strerror}") from None
    if not token:
        raise ConfigError(f"{name} is empty")
    return _plain(token, name)


def _plain(token: str, where: str) -> str:
    """Return the token; ConfigError when it cannot be one, as it would fail later and less clearly."""
    if not token.isascii() or not token.isprintable() or " " in token:
        raise ConfigError(f"{where} holds more than a token, or none")
    return token
