"""Finds what a message has as only possible, or as only wanted, where a statement has it as so."""

import re

from bot.answering.reading.question import Question
from bot.answering.reading.text import APART, tokenise
from bot.briefing.folding import fold, stem
from bot.briefing.models import Claim

# What may come, as against what is.
_POSSIBLE = re.compile(
    r"\b(?:(?:might|may|could|would)(?!\s+(?:not|never|\d))|possibly|perhaps|one day|some day|sooner or later"
    r"|eventually|(?:is|are|was|were) (?:going|about) to|threaten(?:s|ed)? to|risks? of|danger of|possible"
    r"|possibility of|potential|looming|imminent|(?:warn(?:s|ed|ing)?|caution(?:s|ed|ing)?) (?:only )?of"
    r"|(?:(?:fear|predict|expect|foresee|forecast|anticipate|foretell)(?:s|d|ed|ing)?|foresaw|foretold)"
    r"(?= (?:that )?(?:an?|the|it|this|there)\b))\b",
    re.IGNORECASE,
)
# What is told as done cannot only have been possible.
DOUBTED = re.compile(
    r"\b(?:(?<!you\s)(?<!\bI\s)(?<!we\s)might(?!\s+(?:not|never|I|we)\b)|(?:may|could)\s+(?:have|possibly|perhaps|conceivably)"
    r"|may\s+(?:be|well|consider|want|wish|one|some)|possibly|perhaps|maybe|probably|(?:one|some)\s?day)\b",
    re.IGNORECASE,
)
_SO_THAT = re.compile(r"\b(?:so|in order)\b", re.IGNORECASE)
_PARTS = re.compile(r"[,;:.]")
# Words between such a one and what may come, which no other clause tells: it may be far behind it.
_REACH = 4


def supposed(claim: Claim, question: Question) -> str | None:
    """Return the words by which a message has as only possible what a claim has as so."""
    possible = _POSSIBLE if claim.speech_act == "announces" else DOUBTED
    if possible.search(claim.statement):
        return None
    told = [slot.at for slot in question.find("topic") if slot.value in claim.topics]
    speaking = [slot.at for slot in question.find("claimant", "person")]
    starts = [token.start for token in tokenise(question.text)]
    for found in possible.finditer(question.text):
        if _SO_THAT.search(_PARTS.split(question.text[: found.start()])[-1]):
            continue  # to what end, which may yet come
        token = sum(start < found.start() for start in starts)
        at = sum(span.last <= token for span in question.spans)
        end = APART.search(question.text, found.end())
        last = sum(start < end.start() for start in starts) if end else len(starts)
        # "It might be news that Lund declared it" has it as declared.
        last = min([last, *(question.spans[one].first for one in speaking if at < one)])
        ahead = any(at < one and question.spans[one].first < last for one in told)
        if ahead or any(abs(one - at) <= _REACH for one in told):
            return found.group()
    return None


def doubted(statement: str, text: str) -> str | None:
    """Return the words by which a text has as only possible what a statement has as so."""
    found = None if DOUBTED.search(statement) else DOUBTED.search(text)
    return found.group() if found else None


def is_wanted(claim: Claim, question: Question) -> bool:
    """Tell whether a message, too, says that somebody wants what a claim says is wanted."""
    said = {stem(word) for span in question.spans for word in span.words.split()}
    return any(said.issuperset(map(stem, fold(words).split())) for words in claim.wanted)
