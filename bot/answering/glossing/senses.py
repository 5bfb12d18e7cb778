"""Tells what English words are in a sentence, by what they mean."""

from collections.abc import Set as AbstractSet
from typing import NamedTuple

from bot.answering.glossing.pieces import PieceKind
from bot.answering.reading.text import tokens_of
from bot.answering.reading.vocabulary import Lexicon
from bot.briefing.known_ids import Cue, Elsewhere, Topic

NAMES = frozenset({"party", "person", "place"})
_STRANGE_NAMES: frozenset[Elsewhere] = frozenset(
    {"other-countries", "other-groups", "other-places", "other-offices"}
)
_VERBAL: frozenset[Cue] = frozenset(
    {"says", "admits", "loses", "harms", "passive", "agrees", "possesses", "slants"}
)
_SPEECH: frozenset[Topic] = frozenset(
    {"denial", "accusation", "acceptance", "verification", "social-post", "rejection"}
)
_BEFORE: frozenset[Cue] = frozenset({"at", "by", "against", "of", "with", "according-to", "instead"})
_FRONT: frozenset[Cue] = frozenset({"when", "where", "why", "did", "what-happened", "who-claims", "clock"})
_BY_WORD: dict[str, PieceKind] = {
    **dict.fromkeys(("and", "or"), "and"),
    **dict.fromkeys(("who", "whom"), "who"),
    **dict.fromkeys(("to", "from", "between", "before", "after", "about"), "before"),
    "that": "end",
    "with what": "front",
    "which": "many",
}


class Sense(NamedTuple):
    """The English words that stand for some words, the kind of piece that they are, and its office."""

    english: str
    kind: PieceKind
    office: str | None = None


def sense(words: str, english: Lexicon, acts: AbstractSet[str]) -> Sense:
    """Return English words with the kind of piece that they are; *acts* are what somebody does."""
    return Sense(words, _kind(words, english, acts))


def _kind(words: str, english: Lexicon, acts: AbstractSet[str]) -> PieceKind:
    if words in _BY_WORD:
        return _BY_WORD[words]
    meanings = [m for span in english.spans(tokens_of(words), words) for m in span.meanings]
    kinds = {m.kind for m in meanings}
    cues = {m.id for m in meanings if m.kind == "cue"}
    topics = {m.id for m in meanings if m.kind == "topic"}
    told: tuple[tuple[PieceKind, object], ...] = (
        ("before", cues & _BEFORE and not topics and "measure" not in kinds),
        ("people", "people" in kinds),
        ("name", kinds & NAMES or _STRANGE_NAMES.intersection(m.id for m in meanings)),
        ("many", cues & {"how-many", "many"}),
        ("noun", any(cue.startswith("month-") for cue in cues)),  # "may" is more than a month
        ("front", cues & _FRONT and not topics),
        ("not", "negation" in cues and not topics),
        ("verb", "measure" in kinds or cues & _VERBAL or topics & (acts | _SPEECH)),
    )
    return next((kind for kind, is_so in told if is_so), "noun")
