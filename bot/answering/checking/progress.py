"""Reads how far fighting or talks have come: begun, going on, or at an end ("the guns fell silent")."""

import re
from itertools import pairwise

from bot.answering.claims.index import Index
from bot.answering.reading.question import AGENTS, Question
from bot.answering.reading.text import found_in, tokenise
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
_BY_NOW = r"(?:(?:already|now|just|finally|even|since) )*"
# What is not so, or not yet.
_UNDONE = "".join(
    f"(?<!{word} )"
    for word in ("to", "not", "n['’]t", "never", "would", "will", "could", "can", "may", "might")
)
_TALKS = r"(?:talks|negotiations?|negotiating|dialogue|diplomacy)"
# What came of talks, which were held then ("the talks were a success", "they struck a deal").
_CAME_OF_IT = re.compile(
    rf"\b(?P<talks>{_TALKS}\b[^,;:.]*?)\s+{_UNDONE}(?:(?:have|has|had) )?{_BY_NOW}"
    r"(?:achieved|secured|delivered|produced|yielded|won|(?:brought|brings) about|led to|resulted in"
    r"|succeeded(?: in)?|worked|paid off|(?:bore|borne) fruit"
    r"|(?:were|was|been|are|is) (?:a (?:\w+ )?success|(?:\w+ly )?(?:successful|fruitful)))\b(?! nothing)",
    re.IGNORECASE,
)
_DEAL = re.compile(
    rf"\b{_UNDONE}(?:(?:have|has|had) )?{_BY_NOW}"
    r"(?:(?:struck|reached|signed|made|cut|sealed|closed|clinched|inked|concluded|secured"
    r"|hammered out|come to|came to|arrived at|agreed(?: (?:up)?on)?)"
    r"(?: (?:an?|the|their))?(?: (?:final|full|formal|lasting|historic|new|peace))*"
    r" (?:deal|agreement|accord|pact|treaty|settlement|terms|peace)"
    r"|(?:concluded|finished|completed|finali[sz]ed|wrapped up|held)(?: (?:the|their|its))?"
    rf"(?= (?:\w+ )?{_TALKS}\b)"
    r"|agreed(?= (?:with [^,;:.]{1,30} )?(?:to|on) (?:an? )?(?:end|stop|halt|peace)\b))",
    re.IGNORECASE,
)
_HELD = "are already in talks"
# What somebody is only ready for is told as what is being done.
_BEGUN = re.compile(
    rf"\b(?:under\s?way|(?:have|has|had) {_BY_NOW}"
    r"(?:begun|started|opened|resumed|concluded|ended|stopped|brought|put|agreed|taken place"
    r"|been (?:held|concluded))"
    rf"|{_TALKS}\s[^,;:.]*?{_UNDONE}(?:ended|stopped|brought|put)\b(?! to)"
    r"|negotiated (?:an?|the) (?:end|peace|halt|stop)"
    r"|(?:already|now|currently) (?:talking|negotiating|in talks|in negotiations))\b",
    re.IGNORECASE,
)
_GOING_ON = re.compile(r"\b(?:in progress|ongoing|in full swing|taking place|being held)\b", re.IGNORECASE)
_BRINK = re.compile(r"\bon the (?:brink|verge|edge) of(?: an?)?\b", re.IGNORECASE)
_NEITHER = re.compile(
    r"\b(?:neither|no)\s+(?:side|party|country|nation|state|government|army|military|camp|belligerent|town)\b",
    re.IGNORECASE,
)
_TIME_IS_OVER = re.compile(
    r"\b(?:the\s+)?time\s+(?:for|of)\s+(?:talk(?:s|ing)?|negotiat\w+|dialogue|diplomacy)\b(?P<whose>[^,;:.]*?)"
    r"\s+(?:is|are|was|has|had)\s+(?:now\s+|long\s+)?(?:over|past|passed|gone|up|run\s+out)\b",
    re.IGNORECASE,
)


def read_progress(index: Index, text: str) -> Question:
    """Read *text* with what it says of how fighting or talks ended, or went on, in the vocabulary’s words."""
    plain = _ARMS.sub(_FIGHTING, _put_plainly(text))
    for found in reversed([*found_in(plain, _ENDED)]):
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


def begun(claim: Claim, question: Question) -> str | None:
    """Return the words by which a message has as being done what a claim only is ready for."""
    found = _BEGUN.search(question.text)
    if found is None or _WILLING not in claim.topics or _WILLING in question.values("topic"):
        return None
    return None if question.find("negation") else found.group()


def _put_plainly(text: str) -> str:
    """Return *text* in the vocabulary’s words for what is going on, for what may come and what is over."""
    text = _NEITHER.sub("neither of the two sides", text)
    text = _TIME_IS_OVER.sub(r"no talks\g<whose>", text)
    text = _DEAL.sub(_HELD, _CAME_OF_IT.sub(r"\g<talks> have taken place", text))
    return _BRINK.sub("in possible", _GOING_ON.sub("under way", text))
