"""Tells whether a message says the opposite of a claim, and in which of its words.

A clause opposes a claim only where it names somebody and what the claim tells of (its act, where it has one;
that somebody is ready for one or not is none), where what negates or turns this stands in the same clause
and near it, and where its own few words can be shown for that. What names less is no account of the claim,
and so not covered.
"""

import re

from bot.answering.checking.quoting import quotes
from bot.answering.claims.index import Entry, Index
from bot.answering.reading.question import AGENTS, ANYBODY, SPOKEN, Question, Slot
from bot.answering.reading.text import tokenise
from bot.briefing.known_ids import Topic
from bot.briefing.models import Claim

# How somebody stands to an act, and what everything here is about, is no act.
_NO_ACT: frozenset[Topic] = frozenset({"willing", "unwilling", "war"})
_ATTACK: Topic = "attack"
# Words between an act and what negates it ("has never in all those years sought to settle it by talks").
_REACH = 12
_PARTED = re.compile(r"[.;:!?—–]\s|\n")
# How a negation begins that stands at a verb.
_NOT = ("not", "did", "didn", "do", "does", "has", "have", "had", "never", "no longer")


def opposing(index: Index, entry: Entry, question: Question, asserted: Question) -> str | None:
    """Return the words by which a message says the opposite of a claim, None where it does not.

    `asserted` is the question as it was before its opposites were turned.
    """
    told = _kinds_told(index, entry.claim)
    acts = [
        slot
        for slot in question.find("topic")
        if f"topic:{slot.value}" in entry.features and not told.isdisjoint(index.kinds((slot.value,)))
    ]
    said = {*question.slots}
    for turned in (slot for slot in asserted.find("topic") if slot not in said):
        # "No talks" turns an act and names it, "says no" only turns it, if no act stands beside.
        within = (index.reader.read(word).values("topic") for word in turned.words.split())
        named = question.values("topic").union(*within) - _NO_ACT - SPOKEN
        if acts or named:
            return turned.words
    if not acts or not _names_whose(index, entry, question):
        return None
    if admits(index, entry.claim, question):
        return next(slot.words for slot in question.find("ask") if slot.value == "admits")
    noes = [*question.find("negation"), *(s for s in question.find("topic") if s.value == "denial")]
    if not noes:
        return acts[0].words if entry.negated else None
    near = (words for no in noes for act in acts if (words := _together(question, no, act)))
    return min(near, key=len, default=None)


def _names_whose(index: Index, entry: Entry, question: Question) -> bool:
    """Tell whether a message names who or where it is of: "nobody wants talks" is of anybody."""
    named = question.find(*ANYBODY, "place", "other-party") or question.asks("both", "them")
    return bool(named) or entry.claim.claimant in index.reader.media or quotes(entry, question.text)


def admits(index: Index, claim: Claim, question: Question) -> bool:
    """Tell whether a claimant is said to admit what they claim; a medium has no side to admit against.

    Who states an attack by their own side may be said to acknowledge it.
    """
    side = index.sides.get(claim.claimant or "")
    own = claim.speech_act == "states" and claim.actor is not None and index.sides[claim.actor] == side
    own_attack = own and _ATTACK in index.kinds(claim.topics)
    claims = claim.claimant is not None and claim.claimant not in index.reader.media
    return question.asks("admits") and claims and not own_attack


def _kinds_told(index: Index, claim: Claim) -> frozenset[str]:
    """Return what a claim tells of: its act, where it has one."""
    topics = set(claim.topics) - _NO_ACT
    acts = topics & index.reader.acts
    # To deny is an act itself, whatever is denied.
    return index.kinds(acts if acts and claim.speech_act != "denies" else topics)


def _together(question: Question, one: Slot, other: Slot) -> str | None:
    """Return the words from one slot to another, None where they stand apart."""
    first, last = sorted((max(one.at, 0), max(other.at, 0)))
    if last - first > _REACH:
        return None
    tokens, spans = tokenise(question.text), question.spans
    words = question.text[tokens[spans[first].first].start : tokens[spans[last].last - 1].end]
    return None if _PARTED.search(words) else words


def did_not_say(index: Index, entry: Entry, question: Question) -> bool:
    """Tell whether it is the saying that did not happen ("she did not deny it", "he never said so").

    Who did not say what they deny, or what the other side says of them, has denied it.
    """
    said = question.find("topic", *AGENTS)
    told = {slot.at for slot in said if slot.value in {"denial", "accusation"}}
    no = _noes(question)
    first = {min((slot.at for slot in said if slot.at > at), default=-1) for at in no}
    own = any(index.side_of(slot.value) == entry.side for slot in question.find("claimant", "person"))
    silent = own and entry.claim.speech_act != "denies" and said_nothing(question)
    return silent or bool(first & told)


def said_nothing(question: Question) -> bool:
    """Tell whether somebody is said not to have said something ("did not say", "says not … that")."""
    said = {slot.at for slot in question.find("ask") if slot.value == "says"}
    that = {at for at, span in enumerate(question.spans) if span.words == "that"}
    return any(at + 1 in said or (at - 1 in said and at + 1 in that) for at in _noes(question))


def _noes(question: Question) -> list[int]:
    """Return where negations stand that deny a verb."""
    return [slot.at for slot in question.find("negation") if slot.value.startswith(_NOT)]
