"""Tells in what language somebody writes, by letters and words that only it has."""

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from bot.answering.reading.text import is_flag, tokenise
from bot.briefing.folding import fold
from bot.briefing.models import Alias, Briefing, Language

if TYPE_CHECKING:
    from bot.answering.reading.vocabulary import Lexicon

_NAMES = frozenset({"party", "people", "person", "place"})
# A letter that no other language has says more than a word, which another may have too; so does a long word.
LETTER = 2
LONG = 10


class Signs(NamedTuple):
    """What tells a language: folded words, one a line, and letters."""

    tag: str
    words: str
    letters: str


def signs_of(languages: Iterable[Language]) -> tuple[Signs, ...]:
    """Return the signs of languages, small enough to be read back at every start."""
    return tuple(
        Signs(one.tag, "\n".join(sorted({fold(word) for word in one.grammar.signs})), one.grammar.letters)
        for one in languages
    )


def language_of(
    text: str, signs: Sequence[Signs], is_english: Callable[[str, str], bool | None] = lambda *_: False
) -> str | None:
    """Return the tag of the language of *text*, None where it is English or names only.

    A language needs a sign that is no English word, and more signs than there are other English words. Names,
    for which *is_english* gives None, are of no language; it is asked for a word as it is compared and as it
    was typed, "" where it is not misspelt.
    """
    # "V." may be short for a word of any language.
    tokens = [
        (token.word, text[token.start : token.end])
        for token in tokenise(text)
        if not is_flag(token.word) and not (len(token.word) == 1 and text[token.end : token.end + 1] == ".")
    ]
    letters, heard = set(text.lower()), {word for word, _ in tokens}
    is_english = cache(is_english)
    best: tuple[int, str | None] = (0, None)
    for one in signs:
        known = _lines(one.words)
        # Most questions have no sign of most languages, and need not be weighed for them.
        lettered = not letters.isdisjoint(one.letters)
        if not lettered and heard.isdisjoint(known):
            continue
        marked = any(letter in text for letter in one.letters if not letter.isalpha())
        lead, sure = LETTER * marked, marked
        for word, typed in tokens:
            # A sign as it stands is no misspelt word of English.
            english = is_english(word, "" if word in known else typed)
            if english is None:
                continue
            sign = word in known
            own = (lettered and _has(typed, one.letters)) or (
                sign and len(word) >= LONG and is_english(word, typed) is False
            )
            told = LETTER if own else int(sign)
            lead += told or -int(english)
            sure = sure or (told > 0 and not english)
        if sure and lead > best[0]:
            best = (lead, one.tag)
    if best[1] or text.isascii():
        return best[1]
    return _by_script([typed for _, typed in tokens], signs)


def own_names(lexicon: "Lexicon") -> frozenset[str]:
    """Return the words that are in people's names and in nothing else, as "sharif" is in a longer one."""
    named: set[str] = set()
    others: set[str] = set()
    for words, meanings in lexicon.aliases():
        of_people = all(meaning.kind == "person" for meaning in meanings)
        (named if of_people else others).update(words.split())
    return frozenset(named - others)


def is_english(lexicon: "Lexicon", names: frozenset[str], word: str, typed: str) -> bool | None:
    """Tell whether a word is one that English has, be it misspelt, None for a name.

    What is two edits away may be another language’s ("bombardiert"), and so may what has more than letters.
    """
    if kinds := {meaning.kind for meaning in lexicon.meanings(word)}:
        return None if kinds <= _NAMES else True
    if word in names:
        return None
    if word in lexicon.known_words or lexicon.is_part(word):
        return True
    meant = lexicon.repair(word) if typed.isascii() and typed.isalpha() else None
    if meant is None or not lexicon.meanings(meant):
        return False
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - most questions have nothing to compare

    return is_english(lexicon, names, meant, meant) if OSA.distance(word, meant) == 1 else False


def own_briefing(briefing: Briefing, tags: Iterable[str]) -> Briefing:
    """Return a briefing without its words in languages that are read apart."""
    left = {tag.lower() for tag in tags}

    def kept(aliases: tuple[Alias, ...]) -> tuple[Alias, ...]:
        return tuple(alias for alias in aliases if alias.language.lower() not in left)

    return replace(
        briefing,
        parties=tuple(p._replace(aliases=kept(p.aliases), people=kept(p.people)) for p in briefing.parties),
        people=tuple(p._replace(aliases=kept(p.aliases)) for p in briefing.people),
        places=tuple(p._replace(aliases=kept(p.aliases)) for p in briefing.places),
        concepts=tuple(p._replace(aliases=kept(p.aliases)) for p in briefing.concepts),
    )


def _by_script(words: Sequence[str], signs: Sequence[Signs]) -> str | None:
    """Return the first language that is written in the script of most words, where that is not Latin."""
    scripts = [_script(word) for word in words if not word[0].isdecimal()]
    foreign = [script for script in scripts if script != "LATIN"]
    if len(foreign) * 2 <= len(scripts):
        return None
    return next((one.tag for one in signs if _script(one.words) == foreign[0]), None)


def _script(word: str) -> str:
    letter = next((c for c in word if c.isalpha()), "a")
    return unicodedata.name(letter, "").partition(" ")[0]


def _has(word: str, letters: str) -> bool:
    return any(letter in letters for letter in word.lower())


@lru_cache(maxsize=32)
def _lines(text: str) -> frozenset[str]:
    return frozenset(text.split("\n"))
