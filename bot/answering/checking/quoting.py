"""Tells whether a message quotes a statement, or has words in quotation marks that nobody said."""

import re

from bot.answering.claims.index import Entry, Index
from bot.answering.reading.text import quoted
from bot.answering.showing.checked import Finding
from bot.briefing.folding import fold

_ARTICLES = re.compile(r"\b(?:an?|the)\s+", re.IGNORECASE)
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


def misquoted(index: Index, sentence: str) -> list[Finding]:
    """Return whom a sentence quotes with a word in the place of one that they said ("a small flood")."""
    named = index.reader.read(sentence).values("person", "claimant")
    quotations = [words for words in quoted(sentence) if not any(_stands_in(e, words) for e in index.entries)]
    return [
        Finding(sentence, "distorts", "attribution", words, entry.claim.statement, entry.claim.id)
        for words in quotations
        for entry in index.entries
        if entry.claim.claimant in named and _is_reworded(_bare(words), entry.claim.statement)
    ]


def _is_reworded(said: list[str], statement: str) -> bool:
    """Tell whether a noun that a statement quotes has other words before it."""
    if not 1 < len(said) < _QUOTATION:
        return False
    for own in (one for words in quoted(statement) for one in _ARTICLES.split(words)):
        theirs = _bare(own)[: len(said)]
        if len(theirs) == len(said) and theirs[-1] == said[-1] and theirs != said:
            return True
    return False


def _bare(words: str) -> list[str]:
    """Return the words of a quotation without an article at their head, a hyphenated one as one."""
    return [fold(word) for word in _ARTICLES.split(words)[-1].strip(" .,!?").split()]


def verbatim(index: Index, sentence: str) -> list[Finding]:
    """Return the claims whose statement a sentence repeats word for word, attribution and all."""
    folded = fold(sentence).strip()
    same = (entry.claim.id for entry in index.entries if entry.folded == folded)
    return [Finding(sentence, "matches", claim=claim) for claim in same]


def _stands_in(entry: Entry, words: str) -> bool:
    return fold(words.strip(" .,!?")) in entry.folded
