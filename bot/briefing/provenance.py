"""Proves that a statement is whole sentences of its source, to the letter."""

from bisect import bisect_left
from dataclasses import dataclass
from operator import itemgetter

from rapidfuzz import fuzz, process
from rapidfuzz.distance import Prefix

from bot.briefing.models import Passage, Source
from bot.briefing.problems import shown
from bot.briefing.sentences import Span, sentences

_CONTEXT = 32  # code points of prefix and suffix, as in W3C TextQuoteSelector examples
_GLIMPSE = 24  # code points shown of the first difference


@dataclass(frozen=True, slots=True)
class Divided:
    """A source with its sentences, divided once for all statements."""

    source: Source
    sentences: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Unproved:
    """Why a statement has no proof, in one sentence."""

    reason: str


def divide(source: Source, language: str) -> Divided:
    """Find the sentences of a source in a language (BCP 47 tag)."""
    return Divided(source, sentences(source.text, language))


def prove(statement: str, divided: Divided, language: str) -> Passage | Unproved:
    """Find the one place where a statement stands in a source that is not blank, whole sentences only."""
    text = divided.source.text
    if statement != statement.strip():
        return Unproved("the statement begins or ends with white space, so take that away")
    start = text.find(statement)
    if start < 0:
        return Unproved(_nearest(statement, divided, language))
    again = text.find(statement, start + 1)
    if again >= 0:
        where = f"lines {_line(text, start)} and {_line(text, again)}"
        return Unproved(
            f"the statement stands in {divided.source.file} more than once, at {where}, "
            "so take in a sentence before or after it"
        )
    end = start + len(statement)
    if not _is_among(start, divided.sentences, 0):
        return Unproved(_partial(divided, start, "begin where a sentence begins"))
    if not _is_among(end, divided.sentences, 1):
        return Unproved(_partial(divided, end - 1, "end where a sentence ends"))
    return Passage(
        source=divided.source.id,
        text=statement,
        start=start,
        end=end,
        prefix=text[max(0, start - _CONTEXT) : start],
        suffix=text[end : end + _CONTEXT],
    )


def _is_among(place: int, spans: tuple[Span, ...], side: int) -> bool:
    """Tell whether one of many spans, which are in order, begins (0) or ends (1) at a place."""
    at = bisect_left(spans, place, key=itemgetter(side))
    return at < len(spans) and spans[at][side] == place


def _partial(divided: Divided, at: int, what: str) -> str:
    text = divided.source.text
    whole = next(text[first:last] for first, last in divided.sentences if at < last)
    where = f"{divided.source.file}:{_line(text, at)}"
    return f"the statement does not {what}, the whole sentence at {where} is {shown(whole)}"


def _nearest(statement: str, divided: Divided, language: str) -> str:
    text, spans = divided.source.text, divided.sentences
    # Compared with runs of as many sentences, so that a long statement meets its like.
    run = min(len(sentences(statement, language)), len(spans))
    runs = [(spans[i][0], spans[i + run - 1][1]) for i in range(len(spans) - run + 1)]
    passage, _, index = process.extractOne(statement, [text[a:b] for a, b in runs], scorer=fuzz.ratio)
    same = Prefix.similarity(passage, statement)
    theirs, ours = passage[same : same + _GLIMPSE], statement[same : same + _GLIMPSE]
    where = f"{divided.source.file}:{_line(text, runs[index][0])}"
    return (
        f"the statement does not stand in the source to the letter, the nearest is {where} "
        f"{shown(passage)}, which has {shown(theirs)} where the statement has {shown(ours)}"
    )


def _line(text: str, index: int) -> int:
    return text.count("\n", 0, index) + 1
