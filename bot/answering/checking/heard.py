"""Finds what other sentences of a message give one that leaves it out: who speaks, and where it was."""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from bot.answering.checking.assertions import Assertion
from bot.answering.checking.clause import SPEAKING
from bot.answering.checking.pronouns import OF_ANYBODY
from bot.answering.checking.speakers import speaking
from bot.answering.claims.figure_query import claims_by
from bot.answering.claims.index import Index
from bot.answering.reading.cues import has_cue
from bot.answering.reading.question import AGENTS, ANYBODY, SPEAKERS, Question, Slot, SlotKind
from bot.answering.reading.text import opening
from bot.answering.showing.checked import Finding

# Where whoever writes takes over from whom they quoted, or sets something against it.
_OWN_VOICE = re.compile(
    opening("lmao", r"haha\w*", "no", "nope", "nah", "sorry")
    + r"(?:but|however|yet|still|meanwhile|although|though|whereas|actually|really|obviously|clearly"
    r"|(?:(?:in|the|my|our) )?(?:(?:real|true|actual) )?(?:facts?|truth|reality|numbers?|figures?|toll|count)"
    r"|i|we|us|our|my)\b",
    re.IGNORECASE,
)


# Where the writer has what they tell from ("It's in her statement", "All straight from Lund").
_IS_FROM = re.compile(
    r"\W*(?:(?:(?:all\s+(?:of\s+)?)?(?:it|that|this|these|those)|they)(?:(?:['’]s|['’]re|\s+(?:is|are|was|were|comes?|came|stands?))?"
    r"\s+(?:(?:all|right|straight|there|taken|only|just)\s+)*)|(?:all|taken|straight)\s+|(?:the\s+|my\s+)?source\W+)"
    r"(?:(?:from|in|on|per|out\s+of)\b|(?<=:\s))",
    re.IGNORECASE,
)


# "That’s Lund talking, not me"
_SPEAKS = re.compile(
    r"\W*(?:(?:that|this|it)(?:['’]s|\s+(?:is|was))|those\s+(?:are|were))\s+(?:(?:all|just|only)\s+)?"
    r"(?P<who>[^,;:.!?]{1,60}?)(?:\s+(?:talking|speaking)|['’]s?\s+words)\b",
    re.IGNORECASE,
)
_TOLD: tuple[SlotKind, ...] = (
    "number",
    "measure",
    "victims",
    "place",
    "date",
    "topic",
    *ANYBODY,
    "other-party",
)


class Heard(NamedTuple):
    """What other sentences give one that leaves it out: who speaks, and the places that were named last.

    `carried` are who spoke before and may still be speaking.
    """

    speakers: frozenset[str]
    places: tuple[Slot, ...]
    carried: frozenset[str] = frozenset()


def given(assertion: Assertion, heard: Heard) -> Assertion:
    """Give what a sentence says the places and whoever may say it that others named."""
    return replace(_with_places(assertion, heard.places), carried=assertion.carried | heard.carried)


def spoken(index: Index, assertion: Assertion, heard: frozenset[str]) -> Assertion:
    """Give what a sentence says to whom another sentence names as saying it, if it names nobody itself."""
    question = assertion.question
    if not heard or question.find("claimant", "person"):
        return assertion
    if question.find(*AGENTS):
        return replace(assertion, carried=assertion.carried | heard)
    slots = (*(Slot("claimant", one, index.names[one], -1) for one in heard), *question.slots)
    return replace(assertion, question=replace(question, slots=slots))


def _points_back(question: Question) -> bool:
    """Tell whether something is said to have been where another sentence says ("there"; not "there were")."""
    if question.find("place", "other-place"):
        return False
    after = (question.spans[slot.at + 1 :][:1] for slot in question.find("ask") if slot.value == "there")
    return any(not following or not has_cue(following[0], "passive") for following in after)


def _with_places(assertion: Assertion, there: tuple[Slot, ...]) -> Assertion:
    """Give what a sentence says the places that another one named, if it only points to them."""
    question = assertion.question
    if not there or not _points_back(question):
        return assertion
    slots = tuple(slot._replace(at=n - len(there)) for n, slot in enumerate(there))
    places = assertion.places | {slot.value for slot in there}
    return replace(
        assertion,
        question=replace(question, slots=(*slots, *question.slots)),
        places=places,
        around=assertion.around | places,
    )


def speakers_of(
    index: Index, said: Iterable[str], *, told: bool = False, counting: bool = False
) -> frozenset[str]:
    """Return whom a sentence names that says nothing but who said it ("That is what she says").

    Or whatever it says beside, or in whose account it is, as *told*, or what it counts as well.
    """
    for sentence in said:
        if source := source_of(index, sentence):
            return source
        question = index.reader.read(sentence)
        named = question.values("claimant", "person")
        subject = question.values("topic") - {"verification", "claims"}
        # "That's not what she says", but "her version, not mine"
        said_at = max((slot.at for slot in question.find("ask") if slot.value in SPEAKING), default=-1)
        unverified = question.find("negation") and "verification" in question.values("topic")
        denied = any(slot.at < said_at for slot in question.find("negation"))
        doubted = unverified or denied or OF_ANYBODY.match(sentence)
        counts = question.find("measure", "number") or question.hears("many")
        account = (
            told and question.hears("account") and any(s.owns for s in question.find("claimant", "person"))
        )
        attributes = (account or question.asks("says", "according-to")) and (counting or not counts)
        if len(named) == 1 and attributes and not doubted and (told or not subject):
            return named
    return frozenset()


def source_of(index: Index, sentence: str) -> frozenset[str]:
    """Return from whom a sentence says that all before it is, and no more ("It's in Lund's post")."""
    if (speaks := _SPEAKS.match(sentence)) and (who := index.reader.read(speaks["who"])).find(*SPEAKERS):
        rest = index.reader.read(sentence[speaks.end() :])
        return frozenset() if rest.find(*_TOLD) else who.values(*SPEAKERS)
    question = index.reader.read(sentence)
    named = question.values("claimant", "person")
    others = question.find("number", "measure", "victims", "place", "date", "negation", "other-party")
    return named if _IS_FROM.match(sentence) and len(named) == 1 and not others else frozenset()


def carried_on(
    index: Index, sentence: str, found: Iterable[Finding], before: frozenset[str]
) -> frozenset[str]:
    """Return who may still be speaking after a sentence, of which this was *found*: its own speaker.

    Or who spoke *before* it, unless it tells what is not theirs.
    """
    question = index.reader.read(sentence)
    entries = [index.by_id[f.claim] for f in found if f.claim]
    named = frozenset(slot.value for slot in speaking(question))
    if question.find("claimant", "person"):
        theirs = any(claims_by(index, entry, one) for entry in entries for one in named)
        one_side = len({index.sides.get(one) for one in named}) == 1
        doubted = question.find("negation") or question.values("topic") & {"verification", "acceptance"}
        judged = bool(doubted or OF_ANYBODY.match(sentence))
        said = theirs or (question.asks(*SPEAKING) and not judged)
        return named if one_side and said and not question.marked else frozenset()
    if entries:
        return frozenset(one for one in before if all(claims_by(index, entry, one) for entry in entries))
    return frozenset() if question.find(*ANYBODY, "place", "other-party", "number") else before


def may_go_on(sentence: str) -> bool:
    """Tell whether a sentence may go on with what somebody said, and its writer does not take over."""
    return _OWN_VOICE.match(sentence) is None
