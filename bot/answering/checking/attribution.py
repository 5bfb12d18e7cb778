"""Tells whether a message says whose a claim is, or need not: what is the publisher's, or of oneself."""

from bot.answering.claims.figure_query import claims_by
from bot.answering.claims.index import Entry, Index
from bot.answering.reading.cues import ends_passive
from bot.answering.reading.question import SPOKEN, Question, Slot
from bot.answering.reading.text import QUOTED
from bot.briefing.folding import fold


def is_attributed(index: Index, entry: Entry, question: Question, carried: frozenset[str]) -> bool:
    """Tell whether a message says whose a claim is, or *carried* it on from before, or need not say so."""
    claim = entry.claim
    outlets = claim.claimant in index.reader.media and not question.find("claimant", "person", "other-party")
    return (
        claim.claimant is None
        or outlets
        or attributes(index, entry, question)
        or is_carried(index, entry, question, carried)
        or (not index.contested_by[claim.id] and _is_claimants_deed(index, entry, question))
        or _is_publishers(index, entry, question)
    )


def is_carried(index: Index, entry: Entry, question: Question, carried: frozenset[str]) -> bool:
    """Tell whether whoever is *carried* from elsewhere claims it, and nobody else is named."""
    return not question.find("claimant", "person") and any(claims_by(index, entry, one) for one in carried)


def attributes(index: Index, entry: Entry, question: Question) -> bool:
    """Tell whether somebody is named as saying it; "says" next to no name may be any word ("issues")."""
    if any(claims_by(index, entry, slot.value) for slot in question.find("claimant", "person")):
        return True
    name = fold(index.names.get(entry.claim.claimant or "", "")).split()
    named = [*question.find("party", "actor"), *(s for s in question.find("unknown") if s.value in name)]
    speech = [s for s in question.find("ask") if s.value in {"says", "admits", "according-to"}]
    return any(
        _next_to(question, speaker, said)
        for speaker in named
        for said in speech
        # "Nurses are given shelter" has nobody say anything before the verb.
        if speaker.at > said.at or not ends_passive(question.before(said.at))
    )


def _is_claimants_deed(index: Index, entry: Entry, question: Question) -> bool:
    """Tell whether the message has the claimant do what it claims of itself, which attributes it."""
    claim = entry.claim
    if claim.actor is None or (claim.claimant != claim.actor and claim.speech_act != "announces"):
        return False
    doers = {index.sides.get(slot.value) for slot in question.find("actor", "party")}
    return entry.side in doers and entry.side == index.sides[claim.actor]


def _is_publishers(index: Index, entry: Entry, question: Question) -> bool:
    """Tell whether what is said stands around a claimant's words, in the publisher's own voice."""
    claim, topics = entry.claim, question.values("topic")
    if not topics:
        return False
    contested = bool(index.contested_by[claim.id])
    if claim.speech_act == "announces" and not contested:
        return any(_is_reported(index, other, topics) for other in index.entries)
    # Of what is contested all that is said of it is: the publisher's is what leads to it.
    if not claim.attributed or (contested and topics & SPOKEN):
        return False
    # What one of two claims denies, the other one alleges in the same sentence.
    same = [e.claim.attributed for e in index.entries if contested and e.claim.statement == claim.statement]
    own, *theirs = (
        index.reader.read(text).values("topic")
        for text in (_around(entry), claim.attributed, *filter(None, same))
    )
    return topics <= own.difference(*theirs)


def _is_reported(index: Index, entry: Entry, topics: frozenset[str]) -> bool:
    """Tell whether the publisher says that something was done, if only in words of others what it was."""
    around = _around(entry)
    if not topics <= index.reader.read(around).values("topic"):
        return False
    return not topics.isdisjoint(index.reader.read(QUOTED.sub(" ", around)).values("topic"))


def _around(entry: Entry) -> str:
    attributed = entry.claim.attributed
    return entry.claim.statement.replace(attributed, " ", 1) if attributed else ""


def _next_to(question: Question, one: Slot, other: Slot) -> bool:
    """Tell whether nothing that is named stands between two slots."""
    first, last = sorted((one.at, other.at))
    return not any(first < slot.at < last for slot in question.slots)
