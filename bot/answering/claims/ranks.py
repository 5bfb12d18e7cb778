"""Tells whom those count among who are named as members of a side: whoever fights in its ranks."""

from bot.answering.claims.index import Index
from bot.answering.reading.cues import has_cue
from bot.answering.reading.question import Question, Slot
from bot.answering.reading.reader import COMBATANTS
from bot.answering.reading.text import tokenise

_ITS = frozenset({"its", "his", "her"})


def are_their_own(question: Question) -> bool:
    """Tell whether those who are counted are called somebody's own ("Orla says 12 of its nurses …").

    So are "all its nurses". "Their" is theirs of whom alone is spoken, and who is more than one.
    """
    own = _ITS if question.find("person", "party", "actor", "target") else {*_ITS, "their"}
    counted = (slot.at for slot in question.find("victims") if slot.at > 1)
    before = (question.spans[at - 2 : at] for at in counted)
    return any((has_cue(of, "of") or of.words == "all") and whose.words in own for of, whose in before)


def members(index: Index, question: Question) -> frozenset[str]:
    """Return whom members of a side's part count among, which has a name for them: whoever fights."""
    parties = {party.id: party for party in index.briefing.parties}
    named = [parties[slot.value] for slot in question.find("side", "party") if slot.value in parties]
    ours = bool(named) and all(party.people and party.side != party.id for party in named)
    words = [[token.word for token in tokenise(slot.words)] for slot in question.find("side", "party")]
    ours = ours or (bool(words) and all(not index.reader.armed.isdisjoint(said) for said in words))
    return frozenset({COMBATANTS}) if ours else frozenset()


def by_any_name(index: Index, harmed: frozenset[str], *, own: bool) -> frozenset[str]:
    """Return the harmed, of whoever fights in somebody's own ranks those that are counted by any name."""
    fighting = bool(harmed) and all(COMBATANTS in index.broader.get(one, ()) for one in harmed)
    return frozenset({COMBATANTS}) if own and fighting else harmed


def is_no_side(index: Index, slot: Slot) -> bool:
    """Tell whether the harmed are a part of a side that no figure counts: its leaders, its officials."""
    party = next((party for party in index.briefing.parties if party.id == slot.value), None)
    if party is None or party.side == party.id or party.people:
        return False
    return not any(token.word in index.reader.armed for token in tokenise(slot.words))
