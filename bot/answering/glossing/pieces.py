"""Holds what an English gloss is made of: pieces, each of a kind that its language gives it a place by."""

from typing import Literal, NamedTuple

Kind = Literal[
    "name",
    "people",
    "noun",
    "verb",
    "many",
    "who",
    "front",
    "not",
    "before",
    "after",
    "and",
    "end",
    "doer",
    "undergoer",
    "owner",
    "owned",
    "agent",
]


class Piece(NamedTuple):
    """English words that stand for the asker's words from `start` to `end` (code points)."""

    english: str
    kind: Kind
    start: int
    end: int
    bare: bool = True  # no preposition or marker says what part it plays
    acts: bool = False  # marked as the doer
    about: bool = False  # a verb used as a noun
    place: bool = False
    owns: bool = False  # a name that something belongs to

    @property
    def may_act(self) -> bool:
        """Tell whether it may be who does something, for nothing says what other part it plays."""
        return self.kind in {"name", "who"} and self.bare and self.english != "whom"
