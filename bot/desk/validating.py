"""Finds what is wrong with a knowledge folder."""

from pathlib import Path

from bot.briefing.loader import Examination, examine


def validate(folder: Path) -> Examination:
    """Return every problem of a folder, and its edition where there is none."""
    return examine(folder)
