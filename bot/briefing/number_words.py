"""Reads the numbers that words spell ("two hundred and twelve"), as the vocabulary has the words."""

from collections.abc import Iterator, Mapping

from bot.briefing.folding import bare, fold
from bot.briefing.known_ids import Cue

# Cues of the vocabulary that are numbers begin with this.
NUMBER_CUE = "number-"
# Cues of the vocabulary that say how exact the number after them is.
EXACTNESS: tuple[Cue, ...] = ("at-least", "more-than", "less-than", "exactly", "about")
# What multiplies the number before it.
MULTIPLIERS = (100, 1_000, 100_000, 1_000_000, 10_000_000, 1_000_000_000)
_TEN, _DOZEN, _HUNDRED = 10, 12, 100

NumberWords = Mapping[str, int]
# A number so far: what is whole already, and what the next word may still multiply.
SoFar = tuple[int, int]


def joined(so_far: SoFar, part: int) -> SoFar | None:
    """Return a number with one more word of it, None where that begins another ("twelve thirty")."""
    whole, current = so_far
    if part == _DOZEN and 0 < current < _TEN:
        return whole, current * part
    if part in MULTIPLIERS:
        many = max(current, 1) * part
        return (whole, many) if part == _HUNDRED else (whole + many, 0)
    goes_on = current % _HUNDRED == 0 or (current % _TEN == 0 and part < _TEN)
    return (whole, current + part) if goes_on else None


def takes_and(so_far: SoFar) -> bool:
    """Tell whether "and" goes on with a number: "two hundred and twelve" is one, "twelve and thirty" two."""
    return sum(so_far) > 0 and sum(so_far) % _HUNDRED == 0


def spelt(words: str, known: NumberWords) -> frozenset[int]:
    """Return the numbers that words spell out; "several hundred" gives none."""
    found: list[int] = []
    so_far: SoFar | None = None
    linked = False
    for at, alias in _read(typed(words).split(), known):
        part = known.get(alias)
        if part is None:
            linked = alias == "and" and so_far is not None and takes_and(so_far)
            so_far = so_far if linked else None
            continue
        more = joined(so_far, part) if so_far is not None else None
        if more is not None:
            found.pop()
        elif part in MULTIPLIERS and at and alias.count(" ") == 0:
            continue
        so_far = more or joined((0, 0), part)
        found.append(sum(so_far or (0, 0)))
    return frozenset(found)


def multiplied_by(following: str, known: NumberWords) -> int:
    """Return by what the word that follows digits multiplies them ("3 million"), 1 where it does not."""
    word = next(iter(typed(following).split()), "")
    return number if (number := known.get(word, 1)) in MULTIPLIERS else 1


def _read(tokens: list[str], known: NumberWords) -> Iterator[tuple[int, str]]:
    """Yield the longest words for numbers among tokens, and the tokens between, with where each begins."""
    longest = max((alias.count(" ") + 1 for alias in known), default=1)
    at = 0
    while at < len(tokens):
        runs = (" ".join(tokens[at : at + length]) for length in range(longest, 0, -1))
        words = next((run for run in runs if run in known), tokens[at])
        yield at, words
        at += words.count(" ") + 1


def typed(words: str) -> str:
    """Return words as those of the vocabulary are compared with them."""
    return bare(fold(words))
