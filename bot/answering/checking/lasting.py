"""Holds how long a message says that something went on before against how long a statement says it did."""

import re
from collections.abc import Iterator

from bot.answering.claims.index import Index
from bot.answering.reading.text import tokenise
from bot.answering.showing.checked import Finding

# "Months of quarrels", "a week's quarrels", but half a year is months.
_SPAN = re.compile(
    r"\b(?<!half a )(?<!half an )(?P<unit>minute|hour|day|week|fortnight|month|year|decade)(?P<many>s?)"
    r"(?:(?:['’]s?)?(?:\s+worth)?\s+of|['’]s?)\s+(?P<what>[^,;:.!?()—–]+)",
    re.IGNORECASE,
)


def lasted(index: Index, sentence: str) -> Iterator[Finding]:
    """Yield how a sentence has a span of time that no statement has ("a week of quarrels", not months)."""
    for found in _SPAN.finditer(sentence):
        told = _what(found)
        for entry in index.entries:
            given = [one for one in _SPAN.finditer(entry.claim.statement) if told & _what(one)]
            if given and not any(_is_as_long(found, one) for one in given):
                words = found.group().strip()
                yield Finding(sentence, "distorts", "date", words, given[0].group(), entry.claim.id)
                break


def _what(span: re.Match[str]) -> set[str]:
    """Return the words for what went on."""
    return {token.stem for token in tokenise(span["what"]) if len(token.word) > len("and")}


def _is_as_long(one: re.Match[str], other: re.Match[str]) -> bool:
    return (one["unit"].casefold(), bool(one["many"])) == (other["unit"].casefold(), bool(other["many"]))
