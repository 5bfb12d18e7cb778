"""Tells who is said to have done what, and whether a claim's doer is said to have done another's deed."""

from itertools import zip_longest
from typing import NamedTuple

from bot.answering.claims.index import Entry, Index
from bot.answering.reading.cues import has_cue
from bot.answering.reading.question import Question, Slot
from bot.briefing.known_ids import Topic

_DRONE: Topic = "drone"
_BY_MEANS_OF = frozenset({"with", "by", "in", "using", "through", "via"})


class Deed(NamedTuple):
    """An act, and who is said to have done it."""

    doer: Slot
    act: Slot


def deeds(index: Index, question: Question) -> tuple[Deed, ...]:
    """Return who did what: a doer's act follows it, or stands before it ("the attack by …")."""
    acts = index.reader.acts
    order = [s for s in question.slots if s.kind == "actor" or (s.kind == "topic" and s.value in acts)]
    found: list[Deed] = []
    doer: Slot | None = None
    for slot, following in zip_longest(order, order[1:]):
        if slot.kind == "topic":
            if following is not None and following.kind == "actor" and _does_no_more(order, following):
                found.append(Deed(following, slot))
            elif doer is not None:
                found.append(Deed(doer, slot))
        else:
            doer = slot
    return tuple(found)


def _first_deeds(index: Index, question: Question) -> tuple[Deed, ...]:
    """Return the first that each doer did: what follows may be its object ("negotiates over the attack")."""
    return tuple({deed.doer: deed for deed in reversed(deeds(index, question))}.values())


def never_flown(index: Index, entry: Entry, question: Question) -> tuple[Slot, ...]:
    """Return the act from the air that a claim's doer is said to have done, if none is told of them."""
    actor = entry.claim.actor
    if actor is None or index.sides[actor] in index.airborne or not question.hears("by-air"):
        return ()
    if "response" in question.values("topic"):
        return ()  # "how did they react to the air strikes"
    first = _first_deeds(index, question)
    # "They hit it with air strikes" has by what they did it behind what they did.
    means = [d for d in deeds(index, question) if d not in first and _is_means(question, d.act)]
    drones = _DRONE in entry.claim.topics  # which come from the air, too
    own = [
        d.act
        for d in (*first, *([] if drones else means))
        if index.side_of(d.doer.value) == index.sides[actor]
    ]
    return tuple(act for act in own if has_cue(question.spans[act.at], "by-air"))


def _is_means(question: Question, act: Slot) -> bool:
    """Tell whether words are for how something else is done ("with air strikes", "from the air")."""
    words = question.spans[act.at].words
    before = question.before(act.at)
    return words.startswith("from ") or (before is not None and before.words in _BY_MEANS_OF)


def did_otherwise(index: Index, entry: Entry, question: Question) -> bool:
    """Tell whether a claim's doer is said to have done what the briefing has only the other side do.

    Where the claim has them refuse just that ("agreed to talks"), it is told of them.
    """
    if entry.claim.actor is None:
        return False
    side = index.sides[entry.claim.actor]
    named = question.values("topic").intersection(entry.claim.topics) - index.opposites.keys()
    refused = {index.opposites.get(topic) for topic in entry.claim.topics if named}
    for deed in _first_deeds(index, question):
        if deed.act.value in refused:
            continue
        doers = {
            index.sides[other.claim.actor]
            for other in index.entries
            if other.claim.actor and deed.act.value in index.kinds(other.claim.topics)
        }
        if doers and side not in doers and index.side_of(deed.doer.value) == side:
            return True
    return False


def _does_no_more(order: list[Slot], doer: Slot) -> bool:
    """Tell whether no act follows a doer before the next doer: then what stands before it is its act."""
    after = [slot for slot in order if slot.at > doer.at][:1]
    return not after or after[0].kind == "actor"


def one_direction(index: Index, question: Question) -> Question:
    """Leave out who did what to whom where both sides act: then no one claim is meant by it."""
    actors = question.find("actor")
    if len({index.sides.get(slot.value) for slot in actors}) <= 1:
        return question
    retaliating = [deed.doer for deed in deeds(index, question) if deed.act.value == "retaliation"]
    if retaliating:
        dropped = [slot for slot in actors if slot not in retaliating[:1]]
        return question.keeping(lambda slot: slot.kind != "target" and slot not in dropped)
    return question.keeping(lambda slot: slot.kind not in {"actor", "target"})
