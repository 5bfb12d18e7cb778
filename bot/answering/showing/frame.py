"""Puts the bot's own words into a language; what stands in them, statements first, stays as it is.

English is in the code and is what a catalogue has its sentences under, so that English needs none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import bidirectional

if TYPE_CHECKING:
    from collections.abc import Mapping

# Between these, Unicode's bidirectional algorithm orders text by itself: what is inside and what is
# outside do not pull at each other's numbers and brackets.
FIRST_STRONG_ISOLATE, POP_ISOLATE = "\u2068", "\u2069"
RIGHT_TO_LEFT_MARK = "\u200f"
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})  # Unicode's classes of letters and digits that run so


class Frame:
    """A language to speak in: its tag and direction, and its sentences by their English ones."""

    __slots__ = ("_sentences", "language", "right_to_left")

    def __init__(self, language: str, sentences: Mapping[str, str], *, right_to_left: bool = False) -> None:
        self.language = language
        self.right_to_left = right_to_left
        self._sentences = sentences

    def __call__(self, sentence: str, **values: object) -> str:
        """Return a sentence with values in it, each kept apart from the words around it."""
        return self.around(sentence, **{name: self.value(f"{value}") for name, value in values.items()})

    def around(self, sentence: str, **parts: str) -> str:
        """Return a sentence with parts that are already in this frame."""
        text = self._sentences.get(sentence, sentence)
        return text.format_map(parts) if parts else text

    def value(self, text: str) -> str:
        """Return words that are not the frame's, isolated where one of the two runs from right to left."""
        if not text or not (self.right_to_left or _runs_from_right(text)):
            return text
        return FIRST_STRONG_ISOLATE + text + POP_ISOLATE

    def line(self, text: str) -> str:
        """Return a line that runs as the language does, though it may have no letter of it."""
        return RIGHT_TO_LEFT_MARK + text if self.right_to_left else text

    def name(self, text: str) -> str:
        """Return a name that the catalogue may have, as it has those of measures, else as a value."""
        return self._sentences.get(text) or self.value(text)


def _runs_from_right(text: str) -> bool:
    return not text.isascii() and not _RIGHT_TO_LEFT.isdisjoint(map(bidirectional, text))


ENGLISH = Frame("en", {})
