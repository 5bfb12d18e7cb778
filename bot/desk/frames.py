"""Finds the frame to answer in, and reads its catalogue when it is first needed.

English has no catalogue: whoever asks in it waits for none.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from bot.answering.frame import ENGLISH, FIRST_STRONG_ISOLATE, POP_ISOLATE, Frame
from bot.answering.languages import language_of
from bot.errors import UnknownNameError

# Each under its own name, as a member picks it.
LANGUAGES = {
    "en": "English",
    "ur": "اردو",
    "ps": "پښتو",
    "fa": "فارسی",
    "de": "Deutsch",
    "fr": "français",
    "es": "español",
}
_RIGHT_TO_LEFT = frozenset({"ur", "ps", "fa"})
# A placeholder, which is filled later; else what stands between backticks, or Latin words in a row.
_LATIN = r"\{\w+\}|(`[^`]+`|/?[A-Za-z][\w+-]*(?: \[?[A-Za-z][\w+-]*\]?)*)"
_CATALOGUES = Path(__file__).parent.parent / "locale"


def frame_for(language: str | None, question: str = "") -> Frame:
    """Return the frame of a language, by default of that of the question; UnknownNameError for another."""
    if language is None:
        found = language_of(question)
        return _frame(found) if found in LANGUAGES else ENGLISH
    # "ur-PK" and "ur_PK" are ways to write it too.
    tag = language.lower().replace("_", "-").partition("-")[0]
    if tag not in LANGUAGES:
        raise UnknownNameError("language", language, LANGUAGES)
    return _frame(tag)


@cache
def _frame(language: str) -> Frame:
    if language == "en":
        return ENGLISH
    from babel.messages.pofile import read_po  # noqa: PLC0415 - English is answered without

    with (_CATALOGUES / f"{language}.po").open("rb") as file:
        catalogue = read_po(file)
    sentences = {str(one.id): str(one.string) for one in catalogue if one.id and one.string}
    if language in _RIGHT_TO_LEFT:
        sentences = {english: _isolated(theirs) for english, theirs in sentences.items()}
    return Frame(language, sentences, right_to_left=language in _RIGHT_TO_LEFT)


def _isolated(sentence: str) -> str:
    """Isolate what a sentence from right to left has in Latin letters, such as the name of a command."""

    def apart(found: re.Match[str]) -> str:
        return f"{FIRST_STRONG_ISOLATE}{found[1]}{POP_ISOLATE}" if found[1] else found[0]

    return re.sub(_LATIN, apart, sentence, flags=re.ASCII)
