"""The exceptions meant for people: each is one clear sentence, shown without a traceback.

BotError
├── KnowledgeError    the knowledge folder has problems; `problems` holds them all
├── ConfigError       the configuration cannot be used
├── UnknownNameError  somebody asked for a briefing, a party, a measure that there is none of
├── ProvenanceError   a statement is not its source's words; the reply is withheld
├── StorageError      the database cannot be used
├── ProposalError     a change of the knowledge cannot be made
├── ApartError        what another process did was ended before it was done
│   └── StoppedError  it was ended since the bot stops, which is no trouble
└── EncoderError      the sentence encoder cannot be used

Any other exception is a defect of the bot.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.briefing.problems import Problem

_LONGEST_NAME = 60  # code points of a name that is echoed


class BotError(Exception):
    """Say in one sentence what a person can put right."""


class KnowledgeError(BotError):
    """Refuse a knowledge folder, with every problem found in it (at least one)."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        """Keep the problems and make the sentence of the first of them."""
        super().__init__(problems)
        self.problems = problems

    def __str__(self) -> str:
        more = f" (and {len(self.problems) - 1} more)" if len(self.problems) > 1 else ""
        return f"the knowledge cannot be loaded: {self.problems[0]}{more}"


class ConfigError(BotError):
    """Refuse a configuration."""


class UnknownNameError(BotError):
    """Refuse a name that the knowledge does not have, with those it has."""

    def __init__(self, kind: str, name: str, known: Iterable[str]) -> None:
        """Keep what was asked for and what there is, and make the sentence of both."""
        known = tuple(known)
        super().__init__(kind, name, known)  # of which another process makes it again
        shown = name if len(name) <= _LONGEST_NAME else name[:_LONGEST_NAME] + "…"
        printable = "".join(char if char.isprintable() else "�" for char in shown)
        self.name, self.known = printable, known
        self._lead = f"there is no {kind} “{printable}” here" if name else f"no {kind} is named"

    def __str__(self) -> str:
        return f"{self._lead}; there are: {', '.join(self.known) or 'none'}"


class ProvenanceError(BotError):
    """Withhold a reply whose statement is not word for word its source's."""


class StorageError(BotError):
    """Refuse what needs the database."""


class ProposalError(BotError):
    """Refuse a change of the knowledge, with a sentence that the catalogues have."""


class ApartError(BotError):
    """Say that what another process did was ended before it was done."""


class StoppedError(ApartError):
    """Say that what another process did was ended since the bot stops."""


class EncoderError(BotError):
    """Refuse a sentence encoder."""
