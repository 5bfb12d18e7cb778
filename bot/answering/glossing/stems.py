"""Cuts words down to what they share with their other forms and spellings."""

from functools import lru_cache

import Stemmer

from bot.briefing.folding import fold


@lru_cache(maxsize=16)
def longest_first(endings: tuple[str, ...]) -> tuple[str, ...]:
    """Return folded endings, the longest first."""
    return tuple(fold(ending) for ending in sorted(endings, key=len, reverse=True))


@lru_cache(maxsize=8)
def _stemmer(algorithm: str) -> Stemmer.Stemmer:
    return Stemmer.Stemmer(algorithm)


@lru_cache(maxsize=16384)
def stemmed(algorithm: str, word: str) -> str:
    """Return the stem of a word by the rules of a language that has a stemmer."""
    return str(_stemmer(algorithm).stemWord(word))


@lru_cache(maxsize=16384)
def sounded(sounds: tuple[str, ...], word: str) -> str:
    """Return a word in the letters that stand for its sounds, so that each way to spell it is one."""
    word = f"^{word}$"
    for sound in sounds:
        written, read = sound.split(" ")
        word = word.replace(written, read)
    return word.strip("^$")
