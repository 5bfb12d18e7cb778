"""Finds by what means a message has something done, where a statement has another."""

import re

from bot.answering.claims.index import Index
from bot.answering.reading.question import ANYBODY, STRANGE, Question, Slot
from bot.briefing.known_ids import Topic
from bot.briefing.models import Claim

_BY = r"\b(?:through|by(?:\s+means\s+of)?|via|with|using)\s+"
_THROUGH = re.compile(_BY.replace("with|using", "by means of") + r"(?P<means>\w+)", re.IGNORECASE)
_BY_MEANS = re.compile(_BY + r"(?P<means>[^,;:.!?—–]+)", re.IGNORECASE)
# What everything here is about may be a means, as an act may.
_WAR: Topic = "war"


def by_other_means(index: Index, claim: Claim, question: Question) -> str | None:
    """Return by what a message has done what a claim says is done through something else.

    In what one is to be talked with, or by whom, there is no means.
    """
    own = {m["means"] for m in _THROUGH.finditer(claim.attributed or claim.statement)}
    topics = frozenset(t for word in own for t in index.reader.read(word).values("topic"))
    if not topics:
        return None
    for found in _BY_MEANS.finditer(question.text):
        means = index.reader.read(found["means"])
        if topics & means.values("topic") or means.find(*ANYBODY, "place"):
            continue
        if any(_is_means(index, slot) for slot in means.slots):
            return found.group()
    return None


def _is_means(index: Index, slot: Slot) -> bool:
    act = slot.kind == "topic" and (slot.value == _WAR or slot.value in index.reader.acts)
    return act or slot.kind in STRANGE
