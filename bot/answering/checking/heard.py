"""Finds what other sentences of a message give one that leaves it out: who speaks, and where it was."""

from collections.abc import Iterable
from typing import NamedTuple

from bot.answering.claims.index import Index
from bot.answering.reading.question import Slot


class Heard(NamedTuple):
    """What other sentences give one that leaves it out: who speaks, and the places that were named last."""

    speakers: frozenset[str]
    places: tuple[Slot, ...]


def speakers_of(
    index: Index, said: Iterable[str], *, told: bool = False, counting: bool = False
) -> frozenset[str]:
    """Return whom a sentence names that says nothing but who said it ("That is what she says").

    Or whatever it says beside, or in whose account it is, as *told*, or what it counts as well.
    """
    for sentence in said:
        question = index.reader.read(sentence)
        speakers = question.values("claimant", "person")
        subject = question.values("topic") - {"verification", "claims"}
        counts = question.find("measure", "number") or question.hears("many")
        account = (
            told and question.hears("account") and any(s.owns for s in question.find("claimant", "person"))
        )
        attributes = (account or question.asks("says", "according-to")) and (counting or not counts)
        if len(speakers) == 1 and attributes and (told or not subject):
            return speakers
    return frozenset()
