"""Parts from what somebody did who is said not to have done it ("Lund, not Holt, said so")."""

import re
from typing import NamedTuple

from bot.answering.claims.index import Index
from bot.answering.reading.question import ANYBODY

_NOT = re.compile(
    r",?\s+(?:and\s+not|not|rather than|instead of)\s+(?:by\s+)?(?P<who>[^,.;:]+?)\s*(?:,|(?=[.!]*\s*$))",
    re.IGNORECASE,
)


class Contrast(NamedTuple):
    """A sentence without whom it contrasts its doer with, and the sentence as it would be of them."""

    told: str
    denied: str


def contrast(index: Index, sentence: str) -> Contrast | None:
    """Return what is told of one and denied of another in its place."""
    for found in _NOT.finditer(sentence):
        before, after = sentence[: found.start()], sentence[found.end() :]
        who = index.reader.read(found["who"]).naming
        read = index.reader.read(before)
        # "Struck Wex, not Tarn" contrasts where it was.
        named = () if read.naming[-1:] and read.naming[-1].kind in {"place", "date"} else read.find(*ANYBODY)
        if named and who and all(slot.kind in ANYBODY for slot in who) and named[-1].words in before:
            start = before.rindex(named[-1].words)
            instead = f"{before[:start]}{found['who']}{before[start + len(named[-1].words) :]}"
            return Contrast(f"{before}{after}", f"{instead}{after}")
    return None
