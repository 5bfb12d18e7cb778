"""Knows which words are for an office, or for a seat of government."""

from bot.answering.reading.cues import has_topic
from bot.answering.reading.vocabulary import Lexicon
from bot.briefing.known_ids import Elsewhere, Topic

# The vocabulary's word for a seat of government.
SEAT: Topic = "capital"
_OFFICES: Elsewhere = "other-offices"


def names_office(lexicon: Lexicon, words: str) -> bool:
    """Tell whether words name an office, whoever holds it."""
    return any(span.has("elsewhere", _OFFICES) for span in lexicon.read(words))


def names_seat(lexicon: Lexicon, words: str) -> bool:
    """Tell whether the name of a place ends in a word for a seat of government ("the Danish capital")."""
    last = (*lexicon.read(words)[-1:], *lexicon.read(words.rsplit(maxsplit=1)[-1]))
    return any(has_topic(span, SEAT) for span in last)
