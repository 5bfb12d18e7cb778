"""Reads who warns of something as saying it, and whose claims are called true, or not, as accepted."""

import re
from dataclasses import replace

from bot.answering.claims.index import Index
from bot.answering.reading.cues import has_cue, has_topic
from bot.answering.reading.question import Question, Slot, SlotKind
from bot.briefing.known_ids import Topic

# Who may have had something said or done to them.
MET: tuple[SlotKind, ...] = ("side", "actor", "target", "party")
_POST: Topic = "social-post"
_WARNS = re.compile(r"warn", re.IGNORECASE)
_TELLS = re.compile(r"(?:warn|inform|remind|notif)(?:s|ed|ies|ied|ing)?|tells?|told|telling", re.IGNORECASE)
# What is fought over is no more than what all accounts are of.
_MATTERS: frozenset[Topic] = frozenset({"fighting", "war"})
_MATTER_REACH = 3
_SUPPORTS = re.compile(
    r"(?:back|support|bolster|vindicat|vouch|echo|side)(?:e?[sd]|ing|es)?(?:\s+(?:up|for|with))?",
    re.IGNORECASE,
)


def warned(_index: Index, question: Question) -> Question:
    """Read who "warned that …" as saying it, and whom they warned as told so: there nothing is verified."""
    named = _where_named(question)

    def speaks(at: int) -> bool:
        spans = question.spans[:at]
        while spans and (has_cue(spans[-1], "only") or has_topic(spans[-1], _POST)):
            spans = spans[:-1]  # "her post only warned"
        return len(spans) - 1 in named

    checks = (s for s in question.find("topic") if s.value == "verification")
    warns = {slot.at for slot in checks if _WARNS.match(slot.words) and speaks(slot.at)}
    slots = (
        slot._replace(kind="ask", value="says")
        if slot.at in warns and slot.kind == "topic"
        else slot._replace(kind="target")
        if slot.kind in MET and _is_told(question, slot.at)
        else slot
        for slot in question.slots
    )
    return replace(question, slots=tuple(slots))


def _is_told(question: Question, at: int) -> bool:
    """Tell whether somebody stands between a verb of telling and what they are told ("warned Orla that")."""
    before, after = question.before(at), question.spans[at + 1 :][:1]
    return (
        before is not None
        and _TELLS.fullmatch(before.words) is not None
        and bool(after)
        and after[0].words.split()[0] in {"that", "it", "this"}
    )


def _where_named(question: Question) -> set[int]:
    return {slot.at for slot in question.find("claimant", "person", "party", "actor")}


def judged(index: Index, question: Question) -> Question:
    """Read claims that are said to be true, or not, as accepted or denied, whosever they are."""
    question = _with_accounts(question)
    claims = [slot for slot in question.find("topic") if slot.value == "claims"]
    judged = [slot for slot in question.find("ask") if slot.value in {"true", "false"}]
    accepted = [slot for slot in question.find("topic") if slot.value == "acceptance"]
    no = question.find("negation")
    named = question.find("claimant", "party", "person", "actor")
    owned = bool(claims) and any(s.at < claims[0].at and s.owns for s in named[1:])
    if owned and index.reader.media.isdisjoint(s.value for s in named):
        # Who "confirms" or backs the other's claims accepts them.
        at = claims[0].at
        judged = judged or [s for s in question.slots if s.at < at and _is_support(s)]
    if not claims or not named or not (judged or (accepted and no)):
        return question
    one = (judged or accepted)[0]
    denied = one.value == "false" or bool(no)
    verdict = one._replace(kind="topic", value="denial" if denied else "acceptance")
    dropped = {"verification", "acceptance"}
    kept = question.keeping(
        lambda slot: slot != one and slot.kind not in {"negation", "measure"} and slot.value not in dropped
    )
    owner = max((s.at for s in kept.find("claimant", "party") if s.at < claims[0].at), default=-1)
    slots = (slot._replace(kind="party") if slot.at == owner else slot for slot in kept.slots)
    return replace(kept, slots=tuple(sorted((*slots, verdict), key=lambda slot: slot.at)))


def _with_accounts(question: Question) -> Question:
    """Read an account that is somebody's as what they claim ("Lund backed Holt's version")."""
    named = question.find("claimant", "party", "person", "actor")
    # "In her account, …" has nobody do anything with it.
    owners = {slot.at for slot in named if slot.owns and any(one.at < slot.at for one in named)}
    spans = question.spans
    owned = {at for at in range(1, len(spans)) if at - 1 in owners and has_cue(spans[at], "account")}
    # "Her version of the battle" is no more than her version.
    of = {at for at in owned if has_cue(spans[at + 1] if at + 1 < len(spans) else None, "of")}
    slots = (
        slot._replace(kind="topic", value="claims") if slot.at in owned and slot.value == "says" else slot
        for slot in question.slots
        if slot.value not in _MATTERS or not any(0 < slot.at - at <= _MATTER_REACH for at in of)
    )
    return replace(question, slots=tuple(slots)) if owned else question


def _is_support(slot: Slot) -> bool:
    return slot.value == "verification" or _SUPPORTS.fullmatch(slot.words) is not None
