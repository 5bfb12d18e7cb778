"""Tells whether a message quotes a statement, or has words in quotation marks that nobody said."""

from bot.answering.claims.index import Entry, Index
from bot.answering.reading.text import quoted
from bot.answering.showing.checked import Finding
from bot.briefing.folding import fold

# Words in quotation marks from here on are somebody's words, fewer may be irony.
_QUOTATION = 3
SHORTEST = 8  # code points of words in quotation marks that tell which claim is meant


def quotes(entry: Entry, text: str) -> bool:
    """Tell whether *text* quotes the statement, in whatever quotation marks."""
    return any(_stands_in(entry, words) for words in quoted(text) if len(words) >= SHORTEST)


def sayings(text: str) -> list[str]:
    """Return what *text* has in quotation marks as somebody's words."""
    return [words for words in quoted(text) if len(words.split()) >= _QUOTATION]


def invented(index: Index, text: str) -> list[str]:
    """Return what *text* has in quotation marks as somebody's words, and no statement of the briefing has."""
    return [words for words in sayings(text) if not any(_stands_in(entry, words) for entry in index.entries)]


def verbatim(index: Index, sentence: str) -> list[Finding]:
    """Return the claims whose statement a sentence repeats word for word, attribution and all."""
    folded = fold(sentence).strip()
    same = (entry.claim.id for entry in index.entries if entry.folded == folded)
    return [Finding(sentence, "matches", claim=claim) for claim in same]


def _stands_in(entry: Entry, words: str) -> bool:
    return fold(words.strip(" .,!?")) in entry.folded
