"""Finds who or what a message has in the place of whom or what a claim tells of."""

from bot.answering.checking.clause import SPEAKING, peopled
from bot.answering.claims.figure_query import claims_by
from bot.answering.claims.index import Entry, Index
from bot.answering.reading.cues import has_cue
from bot.answering.reading.office_words import names_office
from bot.answering.reading.question import PARTIES, Question, Slot
from bot.briefing.models import Claim

# What an act was done to stands a word or two behind it ("attacks on the villages").
_REACH = 3


def done_to(index: Index, slot: Slot, question: Question) -> bool:
    """Tell whether another country or group is what an act was done to, or with ("talks with Norway")."""
    acts = [other for other in question.find("topic") if other.value in index.reader.acts]
    before = question.before(slot.at)
    met = has_cue(before, "against", "with")
    met = met or (before is not None and not index.reader.acts.isdisjoint(before.ids("topic")))
    met = met or (has_cue(before, "at") and not question.find("target"))  # "talks with her in Norway"
    return slot.kind == "other-party" and met and any(act.at < slot.at for act in acts)


def peoples(index: Index, claim: Claim, question: Question) -> list[Slot]:
    """Return a side's people, if something is said to be done to them that was to only some of theirs."""
    if claim.target is None or index.sides[claim.target] == claim.target:
        return []
    people = peopled(question)
    return [slot for slot in question.find("target") if slot.at in people]


def is_object(index: Index, slot: Slot, question: Question) -> bool:
    """Tell whether something that the briefing does not know is what an act was done to."""
    if slot.kind != "elsewhere":
        return False
    before = [other for other in question.slots if other.at < slot.at][-1:]
    acts = [one.at for one in question.find("topic") if one.value in index.reader.acts]
    # What somebody threatened to use is nothing that they threatened.
    done_to = any(
        other.at in acts
        and slot.at - other.at <= _REACH
        and all(span.words != "to" for span in question.spans[other.at + 1 : slot.at])
        for other in before
    )
    # "Harbours were struck", "harbours in the north have been struck"
    verbs = [at for at in acts if at > slot.at and has_cue(question.before(at), "passive")]
    return done_to or (bool(verbs) and not any(s.kind in PARTIES for s in question.slots if s.at < verbs[0]))


def speaks_instead(index: Index, claim: Claim, question: Question, slot: Slot) -> bool:
    """Tell whether somebody else is said to say what a person did ("Orla's army chief said")."""
    of = any(one.at == slot.at - 1 for one in question.find(*PARTIES))
    says = any(one.value == "says" and one.at == slot.at + 1 for one in question.find("ask"))
    unnamed = slot.kind == "unknown" and of and says and claim.claimant in index.people
    return slot.kind == "other-party" or unnamed


def announces_instead(index: Index, claim: Claim, question: Question, slot: Slot) -> bool:
    """Tell whether another office-holder is said to do what one person did ("the king declared it")."""
    if claim.speech_act != "announces" or claim.claimant not in index.people or slot.kind != "other-party":
        return False
    following = next((s for s in question.slots if s.at > slot.at and s.kind not in PARTIES), None)
    tells = following is not None and (following.value in SPEAKING or following.value in claim.topics)
    met = has_cue(question.before(slot.at), "of", "by", "with", "against", "at")
    too = claim.claimant in question.values("person", "claimant")  # "the king and Lund declared it"
    office = names_office(index.reader.lexicon, slot.words)
    return office and tells and not (met or too or slot.owns)


def told_instead(index: Index, entry: Entry, question: Question) -> list[Slot]:
    """Return whom a claimant is said to tell of, or to call something, where they tell of somebody else."""
    named = question.find("claimant", "person", "party")
    own = [slot for slot in named if claims_by(index, entry, slot.value)]
    if not own:
        return []
    others = [slot for slot in named if slot.at > own[0].at and slot not in own]
    told = [one for one in entry.claim.people if not claims_by(index, entry, one)]
    instead = [
        s for s in others if told and s.kind == "person" and not s.owns and s.value not in entry.claim.people
    ]
    if question.asks("names"):
        sides = {f"party:{index.side_of(slot.value)}": slot for slot in others if slot.kind != "person"}
        instead += [slot for party, slot in sides.items() if party not in entry.features]
    return instead
