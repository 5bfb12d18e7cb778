"""Leaves out who asks, for whom and of whom they think what, and names the side that is their own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.answering.reading.question import ANYBODY, PARTIES
from bot.answering.reading.text import sentences

if TYPE_CHECKING:
    from bot.answering.claims.index import Index

_QUESTION = (
    r"(?:who|whom|whose|what|when|where|why|how|which|did|does|do|was|were|is|are|has|have|had|can|could)\b"
)
# "A pupil wants to know …", "one of my readers asks whether …".
_ANOTHER = re.compile(
    r"^\W*(?P<who>(?:an?|the|some|my|our|one\s+of\s+(?:my|our|the))\s+(?:\w+\s+){1,3}?)"
    r"(?:(?:wants?|wanted|needs?|wishes|would\s+(?:like|love))\s+(?:me\s+)?to\s+(?:know|hear|learn|find\s+out)"
    r"|(?:(?:is|was|keeps?|has\s+been|has)\s+)?(?:asks?|asked|asking|wonders?|wondered|wondering)(?:\s+(?:me|us))?)\s*[:,]?\s+"
    rf"(?=(?:{_QUESTION}|whether\b|if\b))",
    re.IGNORECASE,
)
# "Since your page always praises them: …": what the bot is thought to be, whoever is named with it.
_OF_THE_PAGE = re.compile(
    r"^\W*(?:since|as|because|given\s+that|seeing\s+(?:as|that)|considering)\s+(?:(?:that\s+)?(?:your|this|the)\s+"
    r"(?:page|site|website|channel|bot|account|app|server|service|project|feed|blog|outlet|team)"
    r"|you(?:\s+(?:lot|people|guys|all|folks))?\s+(?:always|never|only\s+ever|keep))\b[^?\d]*?[:,–—]\s+"
    rf"(?={_QUESTION})",
    re.IGNORECASE,
)
# "For the envoy's 8 o'clock note: …", "for tomorrow's front page: …".
_FOR_A_PAPER = re.compile(
    r"^\W*(?:(?:this|it)(?:\s+is|['’]s)\s+)?for\s+[^:?.]*\b(?:notes?|brief|briefing|memo|bulletin|report|dossier|paper"
    r"|page|newsletter|slides?|worksheet|quiz|lesson|graphic|map|caption|headline|script|speech|talking\s+points"
    r"|file|dispatch|broadcast|show|programme|podcast|digest|meeting)\s*:\s+(?=\S)",
    re.IGNORECASE,
)
_HE = re.compile(r"\b(?:he|she|him|her|his|they|them|their)\b", re.IGNORECASE)

LONGEST_OF_ONESELF = 14  # words
# "I am with the Orla militia.", "Orla officer here, …".
_I_AM = re.compile(
    r"^\W*(?:\w+[.,!]\s+)?(?:(?:i|we)(?:\s+(?:am|are|serve|fight|work|served|fought)|['’]?m|['’]re)\b[^?:]*?"
    r"|[^?:,.]*?\bhere)\s*[.,:!;–—]+\s+",
    re.IGNORECASE,
)
# "Our own side", "our spokesman", "we lost", "of ours".
_OUR_SIDE = re.compile(r"\b(?:our|my)\s+(?:own\s+)?side\b|\b(?:we|us|ours)\b", re.IGNORECASE)
_OUR = re.compile(r"\b(?:our|my)\b", re.IGNORECASE)


def without_who_asks(index: Index, text: str) -> str:
    """Return *text* without who would know it, for what, or why the bot is asked, before the question."""
    if asked := _ANOTHER.match(text):
        who = index.reader.read(asked["who"])
        return text if who.find(*ANYBODY) else text[asked.end() :]
    if said := _OF_THE_PAGE.match(text):
        return text[said.end() :]
    if paper := _FOR_A_PAPER.match(text):
        tail = text[paper.end() :]
        meant = index.reader.read(paper[0]).find("person") and _HE.search(tail)
        return tail if index.reader.read(tail).naming and not meant else text
    return text


def naming_their_side(index: Index, text: str) -> str:
    """Return what is asked of "our own" as asked of the side that the asker first says is theirs."""
    first = next(iter(sentences(text)), "")
    told = _I_AM.match(text)
    if told is None or len(told[0].split()) > LONGEST_OF_ONESELF or ("?" in first and "," not in told[0]):
        return text
    read, rest = index.reader.read(told[0]), text[told.end() :]
    sides = index.sides_of(read.find(*PARTIES)) & index.belligerents
    if len(sides) != 1 or read.find("person", "measure", "number") or not _OUR.search(rest):
        return text
    name = index.names[next(iter(sides))]
    return _OUR.sub(f"{name}’s", _OUR_SIDE.sub(name, rest))
