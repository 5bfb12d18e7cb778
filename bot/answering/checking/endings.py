"""Reads that fighting ended, or did not, in whatever words ("the guns fell silent", "came to a halt")."""

import re
from itertools import pairwise

from bot.answering.claims.index import Index
from bot.answering.reading.question import AGENTS, Question
from bot.answering.reading.text import tokenise
from bot.briefing.known_ids import Topic
from bot.briefing.models import Claim

_FIGHTING: Topic = "fighting"
_CALM: Topic = "calm"
# What falls silent where people fight.
_ARMS = re.compile(
    r"\b(?:guns?|weapons?|artillery|cannons?|rifles?|mortars?)\b"
    r"(?=[^,;:.]{0,120}?\b(?:f[ae]ll(?:en)?|went|go(?:ne|es)?|are|is|were|was|stay(?:ed)?|remain(?:ed)?)"
    r"\s+(?:silent|quiet)\b)",
    re.IGNORECASE,
)
_END = (
    r"(?:stop(?:ped|s)?|ceas(?:ed?|es)|halt(?:ed|s)?|end(?:ed|s)?|paus(?:ed?|es)|peter(?:ed|s) out"
    r"|subsid(?:ed?|es)|c[ao]mes? to an? (?:\w+ )?(?:halt|end|stop|standstill)"
    r"|(?:ground|grinds?) to a (?:halt|standstill)"
    r"|(?:(?:was|were)|(?:has|have|had) been) (?:suspended|halted|stopped|paused))"
)
# "Was over when …", and not over what it was.
_OVER = (
    r"(?:(?:already|all|long|now|finally|yet)\s+)*(?:over|finished|done with)"
    r"(?=\s*(?:[^\s\w]|$)|\s+(?:when|by|before|after|while|once|as|and|but|on|at|in|there|along|since|already)\b)"
)
_ENDED = re.compile(
    r"\b(?:(?P<no>(?:did|does|do|has|have|had)(?:\s+not|n['’]t)\s+(?:yet\s+)?|never\s+|without\s+)?"
    rf"(?:(?:has|have|had)\s+)?(?:already\s+)?{_END}"
    rf"|(?:is|are|was|were|(?:has|have|had)\s+been)(?P<not>\s+not|n['’]t|\s+never)?\s+{_OVER})\b",
    re.IGNORECASE,
)
# What ends what stands behind it ("called off the talks").
_ENDING = re.compile(
    r"\b(?:end(?:s|ed|ing)?(?:\s+(?:of|to))?|call(?:s|ed|ing)?\s+off|cancel(?:s|l?ed|l?ing)?"
    r"|(?:breaks?|broke|breaking)\s+off|suspend(?:s|ed|ing)?|abandon(?:s|ed|ing)?)"
    r"\s+(?:(?:the|all|its|their|any|this|an?)\s+)*$",
    re.IGNORECASE,
)
# What whoever is ready to talk would end.
_WILLING: Topic = "willing"
_WAR: frozenset[Topic] = frozenset({"war", "fighting", "tension"})
# The vocabulary’s words for what ended and what did not.
_STOPPED, _WENT_ON = "has stopped", "went on"


def read_endings(index: Index, text: str) -> Question:
    """Read *text* with what it says of how fighting ended, or went on, in the vocabulary’s words."""
    plain = _ARMS.sub(_FIGHTING, text)
    for found in reversed([*_ENDED.finditer(plain)]):
        told = [
            s for s in index.reader.read(plain[: found.start()]).naming if s.kind not in {"place", "date"}
        ]
        if told and told[-1].value == _FIGHTING:
            words = _WENT_ON if found["no"] or found["not"] else _STOPPED
            plain = f"{plain[: found.start()]}{words}{plain[found.end() :]}"
    question = index.reader.read(plain)
    # Whoever falls silent themselves ends no fighting.
    silent = {two.at for one, two in pairwise(question.naming) if two.value == _CALM and one.kind in AGENTS}
    return question.keeping(lambda slot: slot.at not in silent or slot.kind != "topic")


def ended(claim: Claim, question: Question) -> str | None:
    """Return the words by which a message has ended what a statement has begun or offered."""
    tokens = tokenise(question.text)
    meant = _WAR if _WILLING in claim.topics else frozenset()
    for slot in question.find("topic"):
        if slot.value not in claim.topics or slot.value in meant:
            continue
        before = question.text[: tokens[question.spans[slot.at].first].start]
        if found := _ENDING.search(before):
            return f"{found.group()}{slot.words}"
    return None
