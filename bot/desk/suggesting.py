"""Offers covered questions while somebody types, and knows one that is asked nearly word for word."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process

from bot.briefing.folding import fold

if TYPE_CHECKING:
    from bot.answering.index import Index
    from bot.desk.knowledge import Knowledge

# Fuzzy scores, 0-100. The first only ranks suggestions; the second has to be close to certainty.
_LIKE_ENOUGH, _NEARLY = 45.0, 95.0
_MOST_OF_A_CLAIM = 2
_SHORTEST_UNASKED = 12  # folded characters of a question that is answered unasked


def covered_questions(
    knowledge: Knowledge, typed: str, *, briefing: str | None = None, most: int = 25, longest: int = 100
) -> list[str]:
    """Return covered questions like what somebody is typing, best first, at most two of a claim.

    None has a digit: a number without its claimant is no suggestion. With nothing typed it is one a claim.
    """
    phrasings = [one for index in knowledge.indexes(briefing) for one in _phrasings(index)]
    if not typed.strip():
        firsts = {claim: text for text, _, claim in reversed(phrasings) if len(text) <= longest}
        return list(reversed(firsts.values()))[:most]
    found = process.extract(
        fold(typed[:longest]),
        [folded for _, folded, _ in phrasings],
        scorer=fuzz.partial_token_sort_ratio,
        limit=4 * most,
    )
    shown: list[str] = []
    times: Counter[str] = Counter()
    for _, score, at in found:
        text, _, claim = phrasings[at]
        if score >= _LIKE_ENOUGH and len(text) <= longest and times[claim] < _MOST_OF_A_CLAIM:
            times[claim] += 1
            shown.append(text)
    return shown[:most]


def nearly_word_for_word(knowledge: Knowledge, question: str, *, briefing: str | None = None) -> bool:
    """Tell whether a question is one of the phrasings, give or take a letter: enough to speak unasked."""
    folded = fold(question).rstrip(" ?!.؟")
    if len(folded) < _SHORTEST_UNASKED:
        return False
    indexes = knowledge.indexes(briefing)
    known = [text.rstrip(" ?!.؟") for index in indexes for _, text, _ in _phrasings(index)]
    return process.extractOne(folded, known, scorer=fuzz.ratio, score_cutoff=_NEARLY) is not None


@lru_cache(maxsize=64)
def _phrasings(index: Index) -> tuple[tuple[str, str, str], ...]:
    """Return every phrasing without a digit, as written and folded, with its claim."""
    return tuple(
        (text, fold(text), f"{index.briefing.id}/{entry.claim.id}")
        for entry in index.entries
        for text in entry.claim.phrasings
        if not any(char.isdigit() for char in text)
    )
