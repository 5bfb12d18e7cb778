"""Puts a number where words stand for one ("all of whom", "one of his nurses")."""

import re

from bot.answering.claims.index import Index
from bot.answering.reading.text import clauses

_ALL_OF = re.compile(
    r"\b(?:all|each|every(?:\s+single)?\s+one)\s+of\s+(?:whom|them|these|those)\b", re.IGNORECASE
)
_ONE_OF = re.compile(r"\bone\s+of\s+(?:the|his|her|its|their|our)\s+", re.IGNORECASE)


def recounted(index: Index, sentence: str) -> str:
    """Return a sentence with the numbers that its words stand for, where these count what was done."""
    if _ONE_OF.search(sentence) and index.reader.read(sentence).find("measure"):
        sentence = _ONE_OF.sub("one ", sentence)
    for found in reversed([*_ALL_OF.finditer(sentence)]):
        numbers = index.reader.read(sentence[: found.start()]).find("number")
        told = index.reader.read(clauses(sentence[found.start() :])[0])
        if numbers and (told.find("measure") or index.reader.read(_clause(sentence, found)).find("measure")):
            sentence = f"{sentence[: found.start()]}{numbers[-1].value}{sentence[found.end() :]}"
    return sentence


def _clause(sentence: str, found: re.Match[str]) -> str:
    """Return the clause that these words stand in, up to them ("the bodies of …")."""
    return clauses(sentence[: found.start()])[-1]
