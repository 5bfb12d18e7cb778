"""Checks what a sentence says happened: telling by telling where the briefing has each, else as a whole."""

import re
from dataclasses import replace

from bot.answering.checking.assertions import event_assertion
from bot.answering.checking.consequence import begun_otherwise, consequence
from bot.answering.checking.contrasts import contrast
from bot.answering.checking.event_check import check_event
from bot.answering.checking.heard import Heard, given, spoken
from bot.answering.checking.sequence import disorder
from bot.answering.checking.tellings import Telling, tellings
from bot.answering.claims.index import Index
from bot.answering.claims.together import is_somebodys, together
from bot.answering.reading.question import ANYBODY
from bot.answering.showing.checked import Finding

# From so many tellings on each is held against the claims by itself.
_SEVERAL = 2
# What something is said to be no more than, beside what happened ("…, it's just a quarrel").
_NO_MORE_THAN = re.compile(
    r",\s+(?:it|that|this)(?:['’]s|\s+(?:is|was|will\s+be))\s+(?:all\s+)?(?:just|only|merely|simply|nothing\s+(?:but|more))\b",
    re.IGNORECASE,
)


def events(index: Index, sentence: str, heard: Heard) -> list[Finding]:
    """Check what a sentence says happened: what several did together, or one and not another, by each."""
    if apart := contrast(index, sentence):
        denied = _happened(index, apart.denied, heard)
        also = denied and all(f.verdict == "matches" for f in denied)
        return [*events(index, apart.told, heard), *([Finding(sentence, "not_covered")] if also else [])]
    found = _happened(index, sentence, heard)
    one_sided = all(f.claim and is_somebodys(index, f.claim) for f in found)
    agrees = all(f.verdict == "matches" or f.field == "attribution" for f in found)
    doers = together(index, sentence) if found and one_sided and agrees else None
    each = [_happened(index, text, heard) for text in doers.texts] if doers else []
    if doers is None or (all(each) and all(f.verdict == "matches" for some in each for f in some)):
        return found
    told = [f for some in each for f in some or [Finding(sentence, "not_covered")]]
    return [replace(f, said=doers.words) if f.said and f.said not in sentence else f for f in told]


def _happened(index: Index, sentence: str, heard: Heard) -> list[Finding]:
    """Check what a sentence says happened, without what it only calls that where it has nothing with it."""
    found = _findings_told(index, sentence, heard)
    called = _NO_MORE_THAN.search(sentence)
    return _findings_told(index, sentence[: called.start()], heard) if called and not found else found


def _findings_told(index: Index, sentence: str, heard: Heard) -> list[Finding]:
    """Check what a sentence tells, telling by telling where the briefing has each, else whole."""
    if led := consequence(index, sentence):
        halves = [best_findings(index, half, heard) for half in led]
        told = [finding for findings in halves for finding in findings]
        if told:
            lacking = [] if all(halves) else [Finding(sentence, "not_covered")]
            return [*disorder(index, led, halves, caused=True), *lacking, *told]
    if began := begun_otherwise(index, sentence):
        return [began]
    all_of_it = given(event_assertion(index, sentence, sentence), heard)
    whole = check_event(index, spoken(index, all_of_it, heard.speakers))
    parts = tellings(index, sentence)
    if not index.reader.read(sentence).find("claimant", "person"):
        parts = tuple(_telling_by(index, part, heard.speakers) for part in parts)
    apart = [best_findings(index, part, heard) for part in parts]
    if len(parts) < _SEVERAL:
        return whole or (apart[0] if apart else [])
    told = [finding for findings in apart for finding in findings]
    unordered = disorder(index, parts, apart)
    if not told and not unordered:
        return whole
    # What is said to have been done and no claim has is not had by what stands beside it.
    deeds = (part for part, has in zip(parts, apart, strict=True) if not has and _is_deed(index, part))
    lacking = [Finding(part.readings[0].quote, "not_covered") for part in deeds]
    if unordered or not whole or any(f.verdict == "distorts" for f in whole):
        return [*unordered, *told, *lacking]
    if all(apart):
        return told
    return whole + [f for f in told if f.field == "direction" and f not in whole]


def _is_deed(index: Index, part: Telling) -> bool:
    """Tell whether somebody named there is said to have done something, or to have had it done to them."""
    question = part.readings[0].question
    named = any(slot.at >= 0 for slot in question.find(*ANYBODY, "place"))  # whoever speaks stands before
    return named and not index.reader.acts.isdisjoint(question.values("topic"))


def _telling_by(index: Index, part: Telling, speakers: frozenset[str]) -> Telling:
    """Give a telling of a sentence that names nobody to whom another sentence names as saying it."""
    return replace(part, readings=tuple(spoken(index, one, speakers) for one in part.readings))


def best_findings(index: Index, part: Telling, heard: Heard) -> list[Finding]:
    """Return what is found of a telling as it is read best, by whoever speaks or by nobody."""
    readings = [found for one in part.readings if (found := check_event(index, given(one, heard)))]
    fine = [found for found in readings if all(f.verdict != "distorts" for f in found)]
    return next(iter((*fine, *readings)), [])
