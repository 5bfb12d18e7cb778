"""Reads what a clause of a message says, in the words that the vocabulary has for it."""

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

from bot.answering.checking.progress import read_progress
from bot.answering.checking.reported import MET, judged, warned
from bot.answering.claims.index import Index
from bot.answering.reading.cues import has_cue
from bot.answering.reading.question import STRANGE, Question, Slot
from bot.briefing.known_ids import Ask, Topic

# What is asked where somebody says something.
SPEAKING: tuple[Ask, ...] = ("says", "according-to", "admits")
# Who speaks and in what words is nothing that happened.
UNTOLD: frozenset[Topic] = frozenset({"quotation", "spokesperson", "claims"})
# Limits where something happened, and so denies nothing either.
NOTHING_ELSE = re.compile(
    r"\b(?:no (?:other )?(?:city|cities|places?|towns?|villages?|provinces?|areas?|regions?)"
    r"|nothing else|nowhere else)\b",
    re.IGNORECASE,
)
# What is said not to be all denies nothing.
_NOT_ONLY = re.compile(r"(?:\bnot|n['’]t)\s+(?:the\s+)?(?:only|just|merely)\b(?:\s+ones?\b)?", re.IGNORECASE)
# The vocabulary's word for who began, and what that is where it names a place.
_BLOW: dict[str, Topic] = {"first-blow": "attack"}
_READY: Topic = "willing"
_UNREADY: Topic = "unwilling"
_FIGHTS: frozenset[Topic] = frozenset({"fighting", "attack"})
_BEGINS = re.compile(r"\b(?:start\w*|beg[aiu]n\w*|br[eo]ak\w* out|open(?:ed|ing)?)$", re.IGNORECASE)
_BLOWS: frozenset[Topic] = frozenset({"attack", "fighting", "first-blow", "retaliation", "tension", "war"})
_COUNTING = frozenset({"number", "qualifier", "measure", "victims", "side"})


def read_clause(index: Index, text: str) -> Question:
    """Return what *text*, a clause of a message, names, without what slants it."""
    question = read_progress(index, _NOT_ONLY.sub(" ", NOTHING_ELSE.sub(" ", text)))
    for reading in _READINGS:
        question = reading(index, question)
    return question


def _without_counts_checked(index: Index, question: Question) -> Question:
    """Leave out what is counted where it stands for what could be verified, or could not."""
    if not verifies(index, question):
        return question
    # "Neither the 12 nor the 55 of her side": all of these are what could be verified.
    checked = max(s.at for s in question.find("topic") if s.value == "verification")
    # "…, the 55 was not", "… her claims, but not his"
    others = [s.at for s in question.find("number", "topic") if s.at > checked and s.value != "verification"]
    # "Her casualty figures" says whose they are, where no number does.
    counting = _COUNTING - (frozenset() if question.find("number") else {"side"})
    return question.keeping(
        lambda slot: (
            slot.kind not in counting and not (slot.kind == "negation" and others and slot.at > others[0])
        )
    )


def _placed_blows(_index: Index, question: Question) -> Question:
    """Read "here they hit first, there later" as blows, for it says nothing of who began."""
    if not question.find("place"):
        return question
    slots = (slot._replace(value=_BLOW.get(slot.value, slot.value)) for slot in question.slots)
    return replace(question, slots=tuple(slots))


def _armed_doers(index: Index, question: Question) -> Question:
    """Read "Danish troops struck" as of a side that strikes, not of troops that were harmed."""
    slots = question.naming
    doers: dict[int, Slot] = {}
    for one, two, three in zip(slots, slots[1:], slots[2:], strict=False):
        acts = three.kind == "topic" and three.value in index.reader.acts
        if one.kind == "side" and two.kind == "victims" and acts and not question.find("measure", "number"):
            doers |= {one.at: one._replace(kind="actor"), two.at: one._replace(kind="actor", at=two.at)}
    if not doers:
        return question
    return replace(question, slots=tuple(doers.get(slot.at, slot) for slot in question.slots))


def _unpeaceful(index: Index, question: Question) -> Question:
    """Read whom a message has ready to fight as unready for what their claim has them ready for."""
    ready = {index.sides[e.claim.actor] for e in index.entries if e.claim.actor and _READY in e.claim.topics}
    doers = index.sides_of(question.find("party", "actor", "claimant"))
    slots = question.naming
    fights = [
        (one, two)
        for one, two in pairwise(slots)
        if one.value == _READY and two.kind == "topic" and two.value in _FIGHTS
    ]
    if not fights or not doers or doers - ready or question.find("negation"):
        return question
    turned = {one: one._replace(value=_UNREADY) for one, _ in fights}
    dropped = {two for _, two in fights}
    return replace(question, slots=tuple(turned.get(s, s) for s in question.slots if s not in dropped))


def _without_threats(_index: Index, question: Question) -> Question:
    """Leave out a threat to do what the briefing does not know, which is what the clause is about."""
    spans, naming = question.spans, question.naming

    def threatens(slot: Slot) -> bool:
        to = [span.words for span in spans[slot.at + 1 : slot.at + 2]] == ["to"]
        after = next((one for one in naming if one.at > slot.at), None)
        return to and slot.words.casefold().startswith("threat") and (not after or after.kind in STRANGE)

    return question.keeping(lambda slot: slot.kind != "topic" or not threatens(slot))


def _peoples(index: Index, question: Question) -> Question:
    """Read "war on the Danish people" as something that is done to them."""
    if question.find("measure", "number"):
        return question
    people = peopled(question)

    def met(slot: Slot) -> bool:
        before = question.before(min(slot.at, people[slot.at].at))
        acts = before is not None and not index.reader.acts.isdisjoint(before.ids("topic"))
        return acts or has_cue(before, "against", "with", "at")

    def together(slot: Slot) -> str:
        first, last = sorted((slot.at, people[slot.at].at))
        return " ".join(span.typed for span in question.spans[first : last + 1])

    slots = (
        s._replace(kind="target", words=together(s)) if s.at in people and s.kind in MET and met(s) else s
        for s in question.slots
    )
    return replace(question, slots=tuple(slots))


def _unslanted(_index: Index, question: Question) -> Question:
    """Leave out the verb that says more than "said", which is named apart ("retracted that …")."""
    return question.keeping(
        lambda slot: slot.kind != "elsewhere" or not has_cue(question.spans[slot.at], "slants")
    )


def peopled(question: Question) -> dict[int, Slot]:
    """Return where a name stands whose people are meant ("the Danish people", "the people of Denmark")."""
    found: dict[int, Slot] = {}
    for people in question.find("victims"):
        if people.value == "people":
            found[people.at - 1] = people
            following = next((slot for slot in question.slots if slot.at > people.at), None)
            if following and question.before(following.at) == question.spans[people.at + 1]:
                found |= {following.at: people} if has_cue(question.before(following.at), "of") else {}
    return found


def _begun(_index: Index, question: Question) -> Question:
    """Leave out that talks or a war begin, or a war breaks out: nobody is said to have caused blows."""
    topics = question.find("topic")
    begins = [slot for slot in topics if slot.value == "cause" and _BEGINS.search(slot.words)]
    others = [slot for slot in topics if slot.value not in {"cause", "willing"}]
    dropped = {
        slot.at
        for slot in begins
        if others and min(others, key=lambda one: abs(one.at - slot.at)).value not in _BLOWS
    }
    return question.keeping(lambda slot: slot.at not in dropped or slot.value != "cause")


def _sites(_index: Index, question: Question) -> Question:
    """Read "civilian harbours" as harbours, and not as people who were harmed there."""
    things = {slot.at: slot for slot in question.find("elsewhere")}
    kinds = {s.at + 1: s for s in question.find("victims") if s.at + 1 in things and not s.owns}
    if not kinds or question.find("measure", "number"):
        return question
    kept = question.keeping(lambda slot: slot not in kinds.values())
    slots = (
        slot._replace(words=f"{kinds[slot.at].words} {slot.words}")
        if slot.kind == "elsewhere" and slot.at in kinds
        else slot
        for slot in kept.slots
    )
    return replace(kept, slots=tuple(slots))


def _without_contrasts(_index: Index, question: Question) -> Question:
    """Leave out where and when it was not, if it is said to have been elsewhere ("here, not there")."""
    taken = {slot.at for slot in question.slots}
    dropped: set[int] = set()
    for no in question.find("negation"):
        at = no.at + 1 if no.at + 1 in taken else no.at + 2  # "not in the capital"
        contrasted = [slot for slot in question.find("place", "date") if slot.at == at]
        if any(other.at < no.at for one in contrasted for other in question.find(one.kind)):
            dropped |= {no.at, at}
    return question.keeping(lambda slot: slot.at not in dropped)


def _undoubled(index: Index, question: Question) -> Question:
    """Read what is said not to be the opposite of something as that ("neither of the two was spared")."""
    opposite = next((s for s in question.find("topic") if s.value in index.opposites), None)
    no = [slot for slot in question.find("negation") if opposite and slot.at < opposite.at]
    if opposite is None or not no:
        return question
    told = any(no[0].at < s.at < opposite.at for s in question.slots if s.kind in {"topic", "measure"})
    said = any(no[0].at < s.at < opposite.at for s in question.find("ask") if s.value in SPEAKING)
    if told or said or opposite.words.startswith("not "):
        return question
    straight = opposite._replace(value=index.opposites[opposite.value])
    kept = question.keeping(lambda slot: slot not in no)
    return replace(kept, slots=tuple(straight if slot == opposite else slot for slot in kept.slots))


def verifies(index: Index, question: Question) -> bool:
    """Tell whether numbers stand for claims that a medium verified, or could not ("neither the 12 nor …")."""
    measures = question.values("measure")
    return (
        "verification" in question.values("topic")
        and not index.reader.media.isdisjoint(question.values("claimant"))
        and not question.values("victims") - {"people"}
        and (not measures or "casualties" in measures)
    )


# How a clause is read again, one after the other: whoever speaks first, then what is denied, then who did it.
_READINGS: tuple[Callable[[Index, Question], Question], ...] = (
    _unslanted,
    _without_threats,
    _unpeaceful,
    warned,
    _begun,
    _without_contrasts,
    judged,
    _undoubled,
    _sites,
    _armed_doers,
    _peoples,
    _without_counts_checked,
    _placed_blows,
)
