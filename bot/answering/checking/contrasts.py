"""Parts from what somebody did who is said not to have done it ("Lund, not Holt, said so")."""

import re
from typing import NamedTuple

from bot.answering.claims.index import Index
from bot.answering.reading.question import ANYBODY, SlotKind
from bot.answering.reading.text import found_in

_NOT = re.compile(
    r",?\s+(?:and\s+not|not|rather than|instead of)\s+(?:by\s+)?(?P<who>[^\s,.;:][^,.;:]{0,79}?)"
    r"\s*(?:,|(?=[.!]*\s*$))",
    re.IGNORECASE,
)
# The same with whom or where it was not put first ("not Holt but Lund said so").
_NOT_BUT = re.compile(
    r"\bnot\s+(?P<no>(?:(?:in|at|on|by|the)\s+)*[^\s,.;:–—][^,.;:–—]{0,39}?),?\s+but\s+(?:rather\s+)?",
    re.IGNORECASE,
)
_PLACED: tuple[SlotKind, ...] = ("place", "date")


class Contrast(NamedTuple):
    """A sentence without whom it contrasts its doer with, and the sentence as it would be of them."""

    told: str
    denied: str


def contrast(index: Index, sentence: str) -> Contrast | None:
    """Return what is told of one and denied of another in its place."""
    for found in found_in(sentence, _NOT):
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


def straightened(index: Index, sentence: str) -> str:
    """Put what is not so behind what is: "not Tarn but Wex was hit" as "Wex, not Tarn, was hit"."""
    for found in found_in(sentence, _NOT_BUT):
        rest = sentence[found.end() :]
        denied = index.reader.read(found["no"]).naming
        told = index.reader.read(rest).naming[:1]
        same = _PLACED if told and told[0].kind in _PLACED else ANYBODY
        if denied and told and told[0].at <= 1 and {slot.kind for slot in (*denied, *told)} <= set(same):
            end = rest.index(told[0].words) + len(told[0].words)
            return f"{sentence[: found.start()]}{rest[:end]}, not {found['no']},{rest[end:]}"
    return sentence
