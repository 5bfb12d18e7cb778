"""Loads an edition where something of it has to be compiled."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.briefing.folder import Contents
    from bot.briefing.models import Edition


class Loading:
    """The files of an edition, loaded when that is first needed and for as long as it may be again."""

    def __init__(self, contents: Contents) -> None:
        self.contents = contents
        self._edition: Edition | None = None

    def edition(self) -> Edition:
        """Return the edition; KnowledgeError with every problem of its files."""
        if self._edition is None:
            # The loader imports pydantic, which a run that finds all kept need not wait for.
            from bot.briefing.loader import load  # noqa: PLC0415

            self._edition = load(self.contents)
        return self._edition

    def forget(self) -> None:
        """Let go of the edition: what is compiled has all that an answer needs."""
        self._edition = None
