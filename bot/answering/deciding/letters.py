"""Leaves of a letter what it asks, without greeting and close; what two sentences of it ask is put in one."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from bot.answering.reading.question import ANYBODY
from bot.answering.reading.text import sentences

if TYPE_CHECKING:
    from bot.answering.claims.index import Index

# "Dear Sir or Madam, …", "good evening.", "forgive an old man for troubling you."
_GREETING = re.compile(
    r"^\W*(?:dear\s+(?:\w+\s+){0,3}?\w+\s*[,!:–—]\s*"
    r"|(?:hello|hi|greetings|salaams?|good\s+(?:morning|afternoon|evening|day))(?:\s+\w+){0,3}\s*[.!]\s*)",
    re.IGNORECASE,
)
_PARDON = re.compile(
    r"^\W*(?:please\s+)?(?:forgive|pardon|excuse|sorry|apologies|i\s+apologi[sz]e)\b[^?]*$", re.IGNORECASE
)
_CLOSE = re.compile(
    r"^\W*(?:(?:with\s+)?(?:(?:my|our)\s+)?(?:kind(?:est)?|best|warm(?:est)?|many|respectful)\s+(?:regards|wishes|thanks)"
    r"|regards|yours|sincerely|faithfully|respectfully|god\s+bless|bless\s+you|thank\s+you|thanks|gratefully)\b[^?]*$",
    re.IGNORECASE,
)
# "I am 77 and mix things up": nothing that it says of whoever writes is asked.
_ONESELF = re.compile(r"^\W*(?:i|we)\b[^?]*$", re.IGNORECASE)
# Where they were may be where it is asked about.
_OF_ONESELF = frozenset({"unknown", "elsewhere", "other-medium", "number", "ask", "qualifier", "negation"})
# "… but I missed the names of the towns. Could you write them down for me?"
_MISSED = re.compile(
    r"^\W*(?:(?:and|but|so)\s+)?(?:(?:they|he|she|it|someone|somebody|the\s+(?:radio|news|announcer|man|woman|presenter))\s+"
    r"(?:said|say|says|told\s+us)\s+(?:that\s+)?)?(?P<told>.+?)[,;]?\s+(?:but|and|though|only|yet)\s+(?:[^,;]*?\s)?(?:i|we)\s+"
    r"(?:\w+\s+)?(?:missed|forgot|(?:did\s+not|didn[’']?t|could\s+not|couldn[’']?t|never)\s+"
    r"(?:catch|caught|hear|heard|get|got|make\s+out|note)|(?:can(?:no|[’'])?t|do\s+not|don[’']?t)\s+(?:recall|remember|know))\s+"
    r"(?P<what>(?:the|which|how|who|what|when|where)\s+[^,;]+?)\W*$",
    re.IGNORECASE,
)
_WANTED = re.compile(
    r"^\W*(?:(?:could|can|would|will)\s+(?:you|someone|anyone|somebody)\s+(?:please\s+|kindly\s+)?|please\s+|kindly\s+)"
    r"(?:write|list|name|tell|give|send|spell|note|put|jot|repeat|read|say|supply|provide)\s+(?:me\s+)?"
    r"(?:them|it|those|these|that)\b(?:\s+(?:down|out|up|over|again|all|to|for|me|us))*\W*$",
    re.IGNORECASE,
)


def as_asked(index: Index, text: str) -> str:
    """Return what a text of several sentences asks, without what only a letter has."""
    greeting = _GREETING.match(text)
    # Whom a question goes to whose side the briefing knows is whom "your" means.
    met = greeting is not None and not index.reader.read(greeting[0]).find(*ANYBODY, "place")
    said = list(sentences(text[greeting.end() :] if greeting and met else text))
    while len(said) > 1 and _CLOSE.match(said[-1]):
        said.pop()
    for told, wanted in pairwise(said):
        if _WANTED.match(wanted) and (missed := _MISSED.match(told)):
            return f"{missed['told']}, {missed['what']}?"
    asked = [one for one in said if not (_PARDON.match(one) or _tells_of_oneself(index, one))]
    return " ".join(asked) if asked and len(asked) < len(sentences(text)) else text


def _tells_of_oneself(index: Index, sentence: str) -> bool:
    """Tell whether a sentence names nothing of the briefing, and says something of whoever writes."""
    if not _ONESELF.match(sentence):
        return False
    read = index.reader.read(sentence)
    wanted = read.asks("how-many", "who", "when", "where", "why", "what-happened")
    return not wanted and bool(read.naming) and all(slot.kind in _OF_ONESELF for slot in read.slots)
