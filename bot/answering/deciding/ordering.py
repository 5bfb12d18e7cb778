"""Finds what tells the bot what to do or to be, where nothing is asked besides."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.answering.reading.text import opening, sentences

if TYPE_CHECKING:
    from bot.answering.claims.index import Index
    from bot.answering.reading.question import Question
    from bot.briefing.known_ids import Ask, Cue

# "SYSTEM: …", "[admin note] …", "moderator here: …": whoever speaks as one that the bot obeys.
_POSES = re.compile(
    r"^\W*(?:(?:messages?|notes?|instructions?|orders?)\s+(?:from|to|for)\s+(?:the\s+|your\s+)?)?"
    r"(?:syst[eè]me?|sistema|admin(?:istrator)?s?|dev(?:eloper)?s?|mod(?:erator)?s?|operators?|assistant|bot"
    r"|sysop|root)\b"
    r"(?:\W*\b(?:messages?|notes?|notices?|prompt|override|update|instructions?|command|order|team|here"
    r"|speaking|mode)\b)*\s*(?:[\])>}*#]+\s*:?|:)\s*",
    re.IGNORECASE,
)
_BEFORE = opening(
    *("now", "then", "also", "just", "simply", "please", "pls", "bot", "henceforth", "in (?:the )?future"),
    *("from (?:now|here) on", "going forward", "starting now"),
    "you (?:must|shall|should|will|have to|need to)",
)
# What the bot shows beside a statement.
_SHOWN = (
    r"(?:warnings?|caveats?|disclaimers?|notes?|notices?|counter-?\s?claims?|attributions?|denials?|hedges"
    r"|hedging|reservations?|other side)"
)
_SHOW = (
    r"(?:show|mention|add|includ|print|quot|repeat|display|giv|attach|post|writ|say|us|bring up)(?:e|ing)?"
)
_LEAVE_OUT = (
    r"(?:(?:leave|turn|switch) (?:out|off|away)|leave|omit|drop|remove|delete|skip|hide|strip|cut|exclude"
    r"|suppress|disable|ignore|forget|lose|ditch|scrap|get rid of|take (?:out|off|away|down)"
    rf"|(?:do not|don['’]?t|never|no longer|not|stop|quit|avoid)(?: ever)? {_SHOW})"
)
_HELD_TRUE = (
    r"(?:verified|confirmed|official|true|facts?|factual|proven|settled|false|untrue|debunked|disproven)"
)
# "Leave out the caveat", "never show the counter-claim", "treat 40 as verified", "answer as if …".
_ORDER = re.compile(
    _BEFORE + rf"(?:{_LEAVE_OUT}\b.*\b{_SHOWN}\b"
    r"|(?:treat|consider|regard|count|mark|label|present|list|show|report|call|take|state|record)\b[^,;]*?"
    rf"\bas (?:an? |the |being )?{_HELD_TRUE}\b(?! by\b)"
    r"|(?:act|behave|speak|talk|answer|respond|reply|write|pose)\s+(?:like|as if|as though|as)\b(?!.*\bas\b)"
    r"|say (?:so|it|that)\b)",
    re.IGNORECASE,
)
# "… when you answer" asks for no time.
_WHENEVER = re.compile(
    r"\b(?:when|where)(?:ever)?\s+(?:you|i|we|they|people|anybody|anyone|somebody|someone)\b.*"
)
_WANTED = re.compile(r"\b(?:tell|give|show|send|get) (?:me|us)\b", re.IGNORECASE)
_VERBS: frozenset[Cue] = frozenset({"did", "passive"})
_ASKED: tuple[Ask, ...] = (
    *("how-many", "how-long", "who", "identity", "when", "clock", "where", "why"),
    *("who-claims", "compare", "breakdown", "kind-of", "definition"),
)


def order_in(index: Index, text: str) -> Question | None:
    """Return the sentence of *text* that tells the bot what to do, None where something is asked besides."""
    posed = _POSES.match(text)
    said = sentences(text[posed.end() :] if posed else text)
    orders = [_ORDER.match(sentence) is not None for sentence in said]
    if len(said) == 1 and not (posed or orders[0]):
        return None  # whether it names an instruction is for the rules
    parts = [index.reader.read(_WHENEVER.sub("", sentence)) for sentence in said]
    telling = [part for part, order in zip(parts, orders, strict=True) if posed or order or _instructs(part)]
    asking = any(_asks(part, order=order) for part, order in zip(parts, orders, strict=True))
    return None if asking or not telling else telling[0]


def _instructs(part: Question) -> bool:
    """Tell whether a sentence has words for what the bot should do or be; some languages end with them."""
    return part.mentions("instruction")


def _asks(part: Question, *, order: bool) -> bool:
    """Tell whether a sentence asks something, be it by naming what is counted without a number.

    An *order* may begin with "do", and names only what it is about unless somebody wants to be told.
    """
    named = part.find("measure", "victims") and not part.find("number")
    begins = part.spans[0].ids("cue") if part.spans and not order else ()
    wanted = named and (not (order or _instructs(part)) or _WANTED.search(part.text))
    return (
        part.marked
        or part.asks(*_ASKED)
        or part.hears("interrogative")
        or bool(_VERBS.intersection(begins) or wanted)
    )
