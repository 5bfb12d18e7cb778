"""Reads what a question means by words that have another meaning by themselves."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise

from bot.answering.reading.around import BODIES, KILLED
from bot.answering.reading.cues import has_cue, has_topic, reads
from bot.answering.reading.office_words import SEAT
from bot.answering.reading.question import ANYBODY, COUNTS, STRANGE, Question, Slot, SlotKind
from bot.answering.reading.vocabulary import Span
from bot.briefing.known_ids import Ask, Cue, Topic, Victims

_SOURCE: Topic = "origin-of-text"
_CAUSE: Topic = "cause"
_GIVEN: Ask = "who-claims"
_RECENT: Topic = "recency"
_BEGUN: frozenset[Topic] = frozenset({"cause", "first-blow"})
# What has a cause rather than a source ("where does this row come from").
_CAUSED: frozenset[Topic] = frozenset({"war", "fighting", "tension", "cause", "first-blow"})
_STRIKING: frozenset[Topic] = frozenset({"attack", "air-strike", "retaliation"})
# Whose bodies they are.
_WHOSE = ("victims", "people", "party")
_DOERS: tuple[SlotKind, ...] = ("actor", "party", "person")
_TALKS: Topic = "negotiation"
# What somebody talks for.
_AIMS = frozenset({"aim", "aims", "goal", "goals", "purpose", "purposes", "objective", "objectives"})
_NEAR_TALKS = 4  # "aim of all these talks"
_SHELTERING: Topic = "sheltering"
_MILITANTS: Topic = "militants"
_FIGHTING: frozenset[Victims] = frozenset({"combatants", "fighters"})
_DENIAL: Topic = "denial"
_UNWILLING: Topic = "unwilling"
# What one refuses rather than denies, and how far behind that it may stand.
_OFFERS = frozenset({"offer", "offers", "proposal", "proposals", "invitation", "invitations"})
_NEAR_OFFER = 4  # "rejected the minister's offer"
_SPARED: Topic = "spared"
_LEAVING = frozenset({"leave", "leaves", "left", "leaving"})
_NAMES = ("place", "party", "people", "person", "victims", "measure")
_LAND = frozenset({"country", "nation", "homeland", "side"})
_QUOTED: Topic = "quotation"
_ORDER: Topic = "instruction"
# What somebody does with an office; by itself an army does it with land, and a glass is filled.
_HOLDING = frozenset({"occupy", "occupies", "occupied", "occupying", "fill", "fills", "filled", "filling"})
# Before what somebody strikes with, or by whose account.
_MEANS: tuple[Cue, ...] = ("with", "by", "according-to")


def as_meant(question: Question, sides: Mapping[str, str]) -> Question:
    """Return a question with what its words mean beside each other."""
    read = _of_its_cause(_of_what_is_recent(_of_where_they_are_held(_of_bodies(question))))
    read = _of_those_sheltered(_of_what_talks_are_for(_of_an_offer(read)))
    read = _of_all_that_is_said(_of_an_office(_of_a_pretence(_of_a_deed(read))))
    return _turned_on_oneself(_left_alone(read), sides)


def _of_bodies(question: Question) -> Question:
    """Take "the dead bakers’ bodies" as of the bodies alone: who is held dead is not who was killed."""
    counted = [slot for slot in question.find("measure") if slot.value in {KILLED, BODIES}]
    for one, other in pairwise(counted):
        between = question.spans[one.at + 1 : other.at]
        # "The 55 killed and the bodies" are two counts.
        if one.value != other.value and all(span.words == "of" or span.ids(*_WHOSE) for span in between):
            return question.without(slot for slot in counted if slot.value == KILLED)
    return question


def _of_a_pretence(question: Question) -> Question:
    """Take "is Orla pretending …" as of what it says: only the bot itself is told to pretend."""
    spans, names = question.spans, {slot.at for slot in question.find(*ANYBODY)}

    def is_of_somebody(slot: Slot) -> bool:
        if not has_cue(spans[slot.at], "slants"):
            return False
        named = max((at for at in names if at < slot.at), default=None)
        between = spans[named + 1 : slot.at] if named is not None else ()
        return named is not None and all(
            span.ids("aside", *_WHOSE) or has_cue(span, "passive") or has_cue(span, "did") for span in between
        )

    return question.without(filter(is_of_somebody, question.topic_slots(_ORDER)))


def _of_a_deed(question: Question) -> Question:
    """Take "who shot Holt" and "was Holt shot" as of a deed that nobody here knows, not as of who that is."""
    named, spans = question.naming, question.spans
    if not question.find("person") or any(slot.kind not in ANYBODY for slot in named):
        return question
    done = [
        Slot("unknown", span.words, span.typed, at)
        for at, span in enumerate(spans)
        if has_cue(span, "participle") and not span.ids("topic", "measure")
    ]
    return question.adding(*done)


def _of_what_talks_are_for(question: Question) -> Question:
    """Take "the aim of the talks" as of the talks: whether an aim is told is for the rules."""
    talks = {slot.at for slot in question.topic_slots(_TALKS)}
    aims = (at for at, span in enumerate(question.spans) if not _AIMS.isdisjoint(span.words.split()))
    dropped = {at for at in aims if not talks.isdisjoint(range(at + 1, at + _NEAR_TALKS))}
    return question.keeping(lambda slot: slot.at not in dropped)


def _of_an_offer(question: Question) -> Question:
    """Take "did Orla reject the offer" as of what it refuses to do: only a claim can be denied."""
    denials = question.topic_slots(_DENIAL)
    offers = [at for at, span in enumerate(question.spans) if span.words.split()[-1] in _OFFERS]
    at = {one.at: offer for one in denials for offer in offers if 0 < offer - one.at <= _NEAR_OFFER}
    if not at:
        return question
    slots = []
    for slot in question.slots:
        said = slot.at in {*at, *at.values()} and slot.kind in {"topic", "ask"}
        if slot.at in at and slot.kind == "topic":
            slots.append(slot._replace(value=_UNWILLING))
        elif slot.kind == "claimant" and slot.at < min(at):
            slots.append(slot._replace(kind="actor"))
        elif not said:
            slots.append(slot)
    return replace(question, slots=tuple(slots))


def _of_those_sheltered(question: Question) -> Question:
    """Take "does Orla hide those gunmen" as of militants, who are not counted."""
    if not question.mentions(_SHELTERING) or question.find(*COUNTS):
        return question
    slots = (
        slot._replace(kind="topic", value=_MILITANTS)
        if slot.kind == "victims" and slot.value in _FIGHTING
        else slot
        for slot in question.slots
        if slot.kind != "side" or not reads(question.before(slot.at), "from")  # wherever they are from
    )
    return replace(question, slots=tuple(slots))


def _of_an_office(question: Question) -> Question:
    """Take "what post does she occupy" as of who she is: an office is no land."""
    if not question.asks("identity") or len(question.find("person")) != 1:
        return question
    return question.keeping(lambda slot: slot.kind not in STRANGE or slot.words.casefold() not in _HOLDING)


def _of_all_that_is_said(question: Question) -> Question:
    """Take "quote both of her statements on it" as of all of them, whether or not each is in her words."""
    both = question.asks("both") and question.asks("says") and len(question.find("person")) == 1
    return question.without(question.topic_slots(_QUOTED)) if both else question


def _of_where_they_are_held(question: Question) -> Question:
    """Take a prison or a morgue that something is done to, not that anybody lies in, as a place unknown."""
    struck = question.topics & _STRIKING and not question.find("measure")
    held = [at for at, span in enumerate(question.spans) if struck and has_cue(span, "custody")]
    strange = [Slot("elsewhere", question.spans[at].words, question.spans[at].typed, at) for at in held]
    return question.adding(*strange)


def _left_alone(question: Question) -> Question:
    """Take "left Wex alone" as of what was spared."""
    spans = question.spans
    for alone in question.find("ask"):
        left = next((at for at in range(alone.at - 1, -1, -1) if spans[at].words in _LEAVING), None)
        between = spans[left + 1 : alone.at] if alone.value == "alone" and left is not None else ()
        if left is None or not any(span.ids(*_NAMES) for span in between):
            continue
        if all(span.ids(*_NAMES) or span.has("aside", "grammar") for span in between):
            spared = Slot("topic", _SPARED, " ".join(span.typed for span in spans[left : alone.at + 1]), left)
            return question.without([alone]).adding(spared)
    return question


def _of_what_is_recent(question: Question) -> Question:
    """Leave out what only says of a deed that it is the latest: "why did the recent fighting begin"."""
    asked = question.asks("why", "who", "where") or question.topics & _BEGUN
    if not asked or question.asks("what-happened"):
        return question  # "who has the latest news of the war"
    beside = {
        at
        for slot in question.find("topic")
        if slot.value in _CAUSED | _STRIKING
        for at in (slot.at - 1, slot.at + 1)
    }
    return question.without(slot for slot in question.topic_slots(_RECENT) if slot.at in beside)


def _of_its_cause(question: Question) -> Question:
    """Read "where did the war come from" as of its cause: a text has a source, and so has what it counts."""
    topics = question.topics
    if any(slot.value == _CAUSE and slot.words.endswith("from") for slot in question.find("topic")):
        question = question.without(question.ask_slots("where"))
    counted = question.find(*COUNTS, "person", *STRANGE)
    sources = [slot for slot in question.ask_slots(_GIVEN) if slot.words.endswith("from")]
    if sources and question.asks("where") and topics and topics <= _CAUSED and not counted:
        kept = question.without(question.ask_slots("where", _GIVEN))
        return kept.adding(*(slot._replace(kind="topic", value=_CAUSE) for slot in sources))
    if _SOURCE not in topics or not topics & _CAUSED or topics - _CAUSED - {_SOURCE} or counted:
        return question
    slots = (slot._replace(value=_CAUSE) if slot.value == _SOURCE else slot for slot in question.slots)
    return replace(question, slots=tuple(slots))


def _turned_on_oneself(question: Question, sides: Mapping[str, str]) -> Question:
    """Take "why did Orla raid its own towns" as of an act of Orla against Orla."""
    named = question.find(*ANYBODY)
    owners = {sides.get(slot.value) for slot in named}
    struck = question.topics & _STRIKING and not question.find("measure", "target")
    if not struck or len(owners) != 1 or not any(slot.kind in _DOERS for slot in named):
        return question
    spans, side = question.spans, sides.get(named[0].value)
    at = next((n for n, span in enumerate(spans) if has_cue(span, "own")), None)
    if side is None or at is None or not _is_struck(spans, at):
        return question
    words = " ".join(span.typed for span in spans[at : at + 2])
    # Another language may have "Orla its own towns raided".
    done = (slot._replace(kind="actor") if slot.kind == "party" else slot for slot in question.slots)
    return replace(question, slots=tuple(done)).adding(Slot("target", side, words, at))


def _is_struck(spans: tuple[Span, ...], at: int) -> bool:
    """Tell whether it is their own places or people that are told of, and not what they strike with."""
    before = spans[at - 1] if at else None
    # "Orla's own army" is who strikes.
    led = before is not None and (before.possessive or has_cue(before, *_MEANS))
    owned = spans[at + 1] if at + 1 < len(spans) else None
    if led or owned is None:
        return False
    named = owned.ids("place", "victims", "people") or has_topic(owned, SEAT)
    return bool(named) or has_cue(owned, "site") or owned.words in _LAND
