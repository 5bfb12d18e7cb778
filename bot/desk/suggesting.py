"""Offers covered questions while somebody types, and knows one that is asked nearly word for word."""

from __future__ import annotations

from array import array
from collections import Counter
from heapq import nsmallest
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz import fuzz, process

from bot.answering.claims.index import once_an_index
from bot.briefing.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.answering.claims.index import Index
    from bot.desk.knowledge import Knowledge

# Fuzzy scores, 0-100. The first only ranks suggestions; the second has to be close to certainty.
_LIKE_ENOUGH, _NEARLY = 45.0, 95.0
_MOST_OF_A_CLAIM = 2
# Phrasings that are compared with what is typed, and those looked at to find them; both take milliseconds.
MOST_COMPARED, MOST_HOLDERS = 1_000, 20_000
LONGEST = 100  # characters of a suggestion
_SHORTEST_UNASKED = 12  # folded characters of a question that is answered unasked
_END = " ?!.؟"


class Phrasing(NamedTuple):
    """A phrasing as written, and folded without its end, with its claim."""

    text: str
    folded: str
    claim: str


class Covered:
    """The phrasings of a briefing, and which of them have which three letters of a word in a row."""

    def __init__(self, phrasings: Iterable[Phrasing]) -> None:
        self.all = tuple(phrasings)
        self.folded = tuple(one.folded for one in self.all)
        # A number without its claimant is no suggestion.
        self.phrasings = tuple(one for one in self.all if not any(map(str.isdigit, one.text)))
        short = [one for one in reversed(self.phrasings) if len(one.text) <= LONGEST]
        self.first = {one.claim: one.text for one in short}
        self._holders: dict[str, array[int]] = {}
        if len(self.phrasings) > MOST_COMPARED:
            for number, one in enumerate(self.phrasings):
                for letters in _letters(one.folded):
                    holders = self._holders.setdefault(letters, array("I"))
                    if len(holders) < MOST_HOLDERS:
                        holders.append(number)

    def like(self, folded: str) -> Sequence[Phrasing]:
        """Return the phrasings that may be like what is typed: of very many those that share most of it."""
        if len(self.phrasings) <= MOST_COMPARED:
            return self.phrasings
        shared: Counter[int] = Counter()
        left = MOST_HOLDERS
        # The rare ones first: what all phrasings have tells none from another.
        for holders in sorted((self._holders.get(one, ()) for one in _letters(folded)), key=len):
            shared.update(holders[:left])
            left -= len(holders)
            if left <= 0:
                break
        likely = nsmallest(MOST_COMPARED, shared, key=lambda number: (-shared[number], number))
        return [self.phrasings[number] for number in likely or range(MOST_COMPARED)]


def covered_questions(
    knowledge: Knowledge, typed: str, *, briefing: str | None = None, most: int = 25
) -> list[str]:
    """Return covered questions like what somebody is typing, best first, at most two of a claim.

    None has a digit: a number without its claimant is no suggestion. With nothing typed it is one a claim.
    """
    covered = [covered_by(index) for index in knowledge.indexes(briefing)]
    if not typed.strip():
        firsts = (text for one in covered for text in reversed(one.first.values()))
        return list(islice(firsts, most))
    folded = fold(typed[:LONGEST])
    phrasings = [phrasing for one in covered for phrasing in one.like(folded)]
    found = process.extract(
        folded,
        [one.folded for one in phrasings],
        scorer=fuzz.partial_token_sort_ratio,
        limit=4 * most,
    )
    shown: list[str] = []
    times: Counter[str] = Counter()
    for _, score, at in found:
        text, _, claim = phrasings[at]
        if score >= _LIKE_ENOUGH and len(text) <= LONGEST and times[claim] < _MOST_OF_A_CLAIM:
            times[claim] += 1
            shown.append(text)
    return shown[:most]


def nearly_word_for_word(knowledge: Knowledge, question: str, *, briefing: str | None = None) -> bool:
    """Tell whether a question is one of the phrasings, give or take a letter: enough to speak unasked.

    It has to name what the phrasing names: "didn't" and "where" are a letter or two from "did" and "when".
    """
    folded = fold(question).rstrip(_END)
    if len(folded) < _SHORTEST_UNASKED:
        return False
    for index in knowledge.indexes(briefing):
        covered = covered_by(index)
        found = process.extractOne(folded, covered.folded, scorer=fuzz.ratio, score_cutoff=_NEARLY)
        if found and _what_it_names(index, question) == _what_it_names(index, covered.all[found[2]].text):
            return True
    return False


def _what_it_names(index: Index, text: str) -> tuple[frozenset[str], bool]:
    question = index.reader.read(text)
    return frozenset(index.bag(question)), bool(question.find("negation"))


@once_an_index
def covered_by(index: Index) -> Covered:
    """Return what a briefing covers; the first time that takes two seconds for 100,000 phrasings."""
    return Covered(
        Phrasing(text, fold(text).rstrip(_END), f"{index.briefing.id}/{entry.claim.id}")
        for entry in index.entries
        for text in entry.claim.phrasings
    )


def _letters(folded: str) -> set[str]:
    return {f" {word}"[at : at + 3] for word in folded.split() for at in range(max(1, len(word) - 1))}
