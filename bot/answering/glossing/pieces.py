"""Holds what an English gloss is made of: pieces, each of a kind that its language gives it a place by."""

from typing import Literal, NamedTuple

PieceKind = Literal[
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

# English words of pieces that tell what is said, and that make what is done undergone.
TELLING = frozenset({"said", "admit", "lied", "proved", "exaggerated", "rightly said", "exaggerated said"})
PASSIVE = frozenset({"were", "was", "is", "are"})
# Whom somebody has, if people beside them have them.
KEPT = frozenset({"bodies held", "prisoners"})

# A letter that no word of the vocabulary begins with: what is unknown is not to be read as English.
UNREAD = "\u0298"


class Piece(NamedTuple):
    """English words that stand for the asker's words from `start` to `end` (code points)."""

    english: str
    kind: PieceKind
    start: int
    end: int
    bare: bool = True  # no preposition or marker says what part it plays
    acts: bool = False  # marked as the doer
    about: bool = False  # a verb used as a noun
    place: bool = False
    owns: bool = False  # a name that something belongs to
    office: str | None = None  # of somebody, the office that names them here, "" where their name does

    @property
    def may_act(self) -> bool:
        """Tell whether it may be who does something, for nothing says what other part it plays."""
        return self.kind in {"name", "who"} and self.bare and self.english != "whom"


def touch(one: Piece, other: Piece) -> bool:
    """Tell whether nothing, no article either, stands between two words."""
    return one.end <= other.start <= one.end + 1


def after(pieces: list[Piece], at: int) -> Piece | None:
    """Return the piece that follows the one at this place."""
    return pieces[at + 1] if at + 1 < len(pieces) else None


def behind_joined(pieces: list[Piece], at: int) -> int:
    """Return where the names end that "and" joins to the one before this place: who act together stay so."""
    while [piece.kind for piece in pieces[at : at + 2]] == ["and", "name"]:
        at += 2
    return at


def did(piece: Piece) -> Piece:
    """Return the "did" that English asks with, at the place of a piece."""
    return Piece("did", "noun", piece.start, piece.start)
