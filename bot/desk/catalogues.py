"""Finds the frame to answer in, and reads its catalogue when it is first needed.

English has no catalogue: whoever asks in it waits for none.
"""

from __future__ import annotations

import hashlib
import io
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from bot.answering.showing.frame import ENGLISH, FIRST_STRONG_ISOLATE, POP_ISOLATE, Frame
from bot.desk import cache as desk_cache
from bot.errors import UnknownNameError

if TYPE_CHECKING:
    from bot.desk.knowledge import Knowledge

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


def frame_for(language: str | None) -> Frame:
    """Return the frame that somebody wants, English for none; UnknownNameError for one that there is not."""
    if language and _primary(language) not in LANGUAGES:
        raise UnknownNameError("language", language, LANGUAGES)
    return frame_in(language)


def frame_asked(
    knowledge: Knowledge, question: str, language: str | None = None, briefing: str | None = None
) -> Frame:
    """Return the frame that is wanted, or else that of the language in which a question is read."""
    if language:
        return frame_for(language)
    return frame_in(knowledge.indexes(briefing)[0].language_of(question))


def frame_in(tag: str | None) -> Frame:
    """Return the frame of a language or a variety of it, English where there is none."""
    primary = _primary(tag or "en")
    return _frame(primary if primary in LANGUAGES else "en")


def _primary(tag: str) -> str:
    """Return the language of a tag: "ur" of "ur-PK", "ur_PK" and "ur-Latn"."""
    return tag.lower().replace("_", "-").partition("-")[0]


@cache
def _frame(language: str) -> Frame:
    if language == "en":
        return ENGLISH
    data = (_CATALOGUES / f"{language}.po").read_bytes()
    sentences = desk_cache.read(dict, *_key(data)) or _sentences(data)
    if language in _RIGHT_TO_LEFT:
        sentences = {english: _isolated(theirs) for english, theirs in sentences.items()}
    return Frame(language, sentences, right_to_left=language in _RIGHT_TO_LEFT)


def keep_catalogues() -> None:
    """Read every catalogue beforehand, so that a running bot needs nothing that reads one."""
    for language in LANGUAGES.keys() - {"en"}:
        data = (_CATALOGUES / f"{language}.po").read_bytes()
        if not desk_cache.cache_file(*_key(data)).exists():
            desk_cache.write(_sentences(data), *_key(data))


def _key(data: bytes) -> tuple[str, str]:
    return ("catalogue", hashlib.sha256(data).hexdigest())


def _sentences(data: bytes) -> dict[str, str]:
    from babel.messages.pofile import read_po  # noqa: PLC0415 - English is answered without

    catalogue = read_po(io.BytesIO(data))
    return {str(one.id): str(one.string) for one in catalogue if one.id and one.string}


def _isolated(sentence: str) -> str:
    """Isolate what a sentence from right to left has in Latin letters, such as the name of a command."""

    def apart(found: re.Match[str]) -> str:
        return f"{FIRST_STRONG_ISOLATE}{found[1]}{POP_ISOLATE}" if found[1] else found[0]

    return re.sub(_LATIN, apart, sentence, flags=re.ASCII)
