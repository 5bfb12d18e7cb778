"""Tells whether a message quotes a statement, or has words in quotation marks that nobody said."""

import re

from bot.answering.checking.clause import SPEAKING
from bot.answering.claims.index import Entry, Index
from bot.answering.reading.question import AGENTS, Slot
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


def miscredited(index: Index, sentence: str) -> list[Finding]:
    """Return that what somebody is said to have said, word for word, somebody of the other side said."""
    whole = index.reader.read(sentence)
    if whole.find("negation"):
        return []
    sides = index.sides_of(whole.find(*AGENTS))
    found: list[Finding] = []
    for words in sayings(sentence):
        owners = [e for e in index.entries if e.claim.claimant and _is_said(e, words)]
        who = _credited(index, sentence, words)
        if owners and who and sides.isdisjoint(e.side for e in owners):
            claim = owners[0].claim
            theirs = index.names[claim.claimant or ""]
            found.append(Finding(sentence, "distorts", "claimant", who.words, theirs, claim.id))
    return found


def _is_said(entry: Entry, words: str) -> bool:
    """Tell whether these words stand between a statement’s own quotation marks."""
    return any(fold(words.strip(" .,!?")) in fold(own) for own in quoted(entry.claim.statement))


def _credited(index: Index, sentence: str, words: str) -> Slot | None:
    """Return who is named beside a quotation as saying it: last before it, else first after it."""
    before, _, after = sentence.partition(words)
    for text, at in ((before, -1), (after, 0)):
        question = index.reader.read(text)
        named = [slot for slot in question.find(*AGENTS) if not slot.owns]
        says = question.asks(*SPEAKING) or "social-post" in question.values("topic") or ":" in text
        if named and says:
            return named[at]
    return None


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
