"""Puts a number, or whose it is, where words stand for it ("all of whom", "12 from their own army")."""

import re

from bot.answering.claims.index import Index
from bot.answering.reading.text import clauses, found_in

_ALL_OF = re.compile(
    r"\b(?:all|each|every(?:\s+single)?\s+one)\s+of\s+(?:whom|them|these|those)\b", re.IGNORECASE
)
# One of them, as against every one of them.
_ONE_OF = re.compile(
    r"(?<!\bevery )(?<!\beach )(?<!\bevery single )\bone\s+of\s+(?:the|his|her|its|their|our)\s+",
    re.IGNORECASE,
)
# Whose own account it is of whom a sentence counts ("dead Danish nurses: 12 from their own army").
_THEIR_OWN = re.compile(
    r"\b(?P<by>according to|from|per|says?|said|reports?|reported)\s+(?:their|its)\s+own\s+"
    r"(?:army|military|armed\s+forces|forces|side|government|spokes\w+|ministry|officials|leaders|people)\b",
    re.IGNORECASE,
)
# How exact a number is, parted from it by commas ("killed, at the most, 12", "12 killed, tops").
_BOUND = (
    r"(?:at\s+(?:the\s+)?(?:very\s+)?(?:most|least|max(?:imum)?)|tops|max(?:imum)?|or\s+(?:more|less|fewer))"
)
_BOUND_APART = re.compile(
    rf"\s*,\s+(?P<bound>{_BOUND})(?:\s*,(?=\s+\d)|(?=\s*(?:[,.;:!?)]|$)))", re.IGNORECASE
)
# What those who gave their lives did; nobody says a number by it.
_GAVE = re.compile(
    r"\b(?:gave|give|gives|given|giving|offered|sacrificed)\s+(?=(?:\S+\s+){1,3}?(?:martyrs?|lives|souls|shaheeds?)\b)",
    re.IGNORECASE,
)
# "Bakers, millers and nurses" are counted as one.
_LIST = re.compile(r"\b(?P<first>\w+)(?P<comma>,)\s+(?P<more>\w+(?:\s+\w+)?),?\s+(?:and|&)\s+(?P<last>\w+)")


def recounted(index: Index, sentence: str) -> str:
    """Return a sentence with the numbers that its words stand for, where these count what was done."""
    sentence = _listed(index, sentence)
    sentence = _BOUND_APART.sub(r" \g<bound>", sentence)
    sentence = _owned(index, _GAVE.sub("lost ", sentence))
    if _ONE_OF.search(sentence) and index.reader.read(sentence).find("measure"):
        sentence = _ONE_OF.sub("one ", sentence)
    for found in reversed([*found_in(sentence, _ALL_OF)]):
        numbers = index.reader.read(sentence[: found.start()]).find("number")
        told = index.reader.read(clauses(sentence[found.start() :])[0])
        if numbers and (told.find("measure") or index.reader.read(_clause(sentence, found)).find("measure")):
            sentence = f"{sentence[: found.start()]}{numbers[-1].value}{sentence[found.end() :]}"
    return sentence


def _listed(index: Index, sentence: str) -> str:
    """Return a sentence with those whom a number counts together joined by "and", not by commas."""
    for found in reversed([*found_in(sentence, _LIST)]):
        ends = [index.reader.read(found[one]).find("victims") for one in ("first", "last")]
        if all(ends) and index.reader.read(sentence[: found.start()]).find("number"):
            at = found.start("comma")
            sentence = f"{sentence[:at]} and{sentence[at + 1 :]}"
    return sentence


def _owned(index: Index, sentence: str) -> str:
    """Return a sentence with the name of the only side that it counts where it is their own account."""
    if not (own := _THEIR_OWN.search(sentence)):
        return sentence
    counted = index.reader.read(sentence[: own.start()]).find("side")
    sides = index.sides_of(counted)
    name = index.names[next(iter(sides))] if len(sides) == 1 else None
    return _THEIR_OWN.sub(rf"\g<by> {name}", sentence) if name else sentence


def _clause(sentence: str, found: re.Match[str]) -> str:
    """Return the clause that these words stand in, up to them ("the bodies of …")."""
    return clauses(sentence[: found.start()])[-1]
