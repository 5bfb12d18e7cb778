"""Tells whether a message says whose a claim is, or need not: what is the publisher's, or of oneself."""

from bot.answering.claims.figure_query import claims_by
from bot.answering.claims.index import Entry, Index
from bot.answering.reading.question import Question, Slot
from bot.briefing.folding import fold


def attributes(index: Index, entry: Entry, question: Question) -> bool:
    """Tell whether somebody is named as saying it; "says" next to no name may be any word ("issues")."""
    if any(claims_by(index, entry, slot.value) for slot in question.find("claimant", "person")):
        return True
    name = fold(index.names.get(entry.claim.claimant or "", "")).split()
    named = [*question.find("party", "actor"), *(s for s in question.find("unknown") if s.value in name)]
    speech = [s for s in question.find("ask") if s.value in {"says", "admits", "according-to"}]
    return any(_next_to(question, speaker, said) for speaker in named for said in speech)


def is_claimants_deed(index: Index, entry: Entry, question: Question) -> bool:
    """Tell whether the message has the claimant do what it claims of itself, which attributes it."""
    claim = entry.claim
    if claim.actor is None or (claim.claimant != claim.actor and claim.speech_act != "announces"):
        return False
    doers = {index.sides.get(slot.value) for slot in question.find("actor", "party")}
    return entry.side in doers and entry.side == index.sides[claim.actor]


def is_publishers(index: Index, entry: Entry, question: Question) -> bool:
    """Tell whether what is said stands around the claimant's words, in the publisher's own voice."""
    claim = entry.claim
    if not claim.attributed or not question.find("topic") or index.contested_by[claim.id]:
        return False
    around = claim.statement.replace(claim.attributed, " ", 1)
    own, theirs = (index.reader.read(text).values("topic") for text in (around, claim.attributed))
    return question.values("topic") <= own - theirs


def _next_to(question: Question, one: Slot, other: Slot) -> bool:
    """Tell whether nothing that is named stands between two slots."""
    first, last = sorted((one.at, other.at))
    return not any(first < slot.at < last for slot in question.slots)
