"""Tells who says what a message tells: in its own sentence, ahead of it, or in one that went before."""

import re

from bot.answering.checking.clause import UNTOLD
from bot.answering.claims.index import Index
from bot.answering.claims.whose import counts_own
from bot.answering.reading.cues import has_cue
from bot.answering.reading.question import PARTIES, Question, Slot

# What parts a name from what is said under it ("Orla: …", "Orla = …").
_HEADS = re.compile(r"\s*[:=]\s")
# Who speaks for a side by no name of theirs ("and the government reported …").
_NAMELESS = re.compile(
    r"\b(?:the|its|their|his|her)\s+(?:own\s+)?(?:government|army|military|ministry|council|administration|authorities"
    r"|officials|regime|cabinet)\s+(?:(?:itself|also|later|then|meanwhile|has|have|had)\s+)*(?=\w)",
    re.IGNORECASE,
)


def nameless_speakers(index: Index, text: str, before: frozenset[str]) -> frozenset[str]:
    """Return the side of who spoke *before*, where an office that is nobody's in particular says a text."""
    found = _NAMELESS.search(text)
    after = index.reader.read(text[found.end() :]).spans[:1] if found else ()
    sides = {index.sides[one] for one in before if one in index.sides}
    return frozenset(sides) if has_cue(next(iter(after), None), "says") and len(sides) == 1 else frozenset()


def speaking(question: Question) -> tuple[Slot, ...]:
    """Return who may say what is told: not whose words somebody else speaks of, nor who is called a liar."""
    named = tuple(s for s in question.find("claimant", "person") if not _is_accused(question, s))
    return tuple(s for s in named if not _is_whose(question, s)) or named


def _is_whose(question: Question, who: Slot) -> bool:
    """Tell whether somebody is named as whose words something is said of ("Lund on the Danish account")."""
    after = question.spans[who.at + 1] if 0 <= who.at < len(question.spans) - 1 else None
    return who.owns or has_cue(after, "account")


def in_account(question: Question, owner: Slot) -> bool:
    """Tell whether a sentence tells what somebody's account has ("by Lund's telling"), and judges it not."""
    judges = question.asks("true", "false") or question.values("topic") & {"acceptance", "denial"}
    after = (span for span in question.spans[owner.at + 1 :] if not has_cue(span, "own"))
    return owner.owns and not judges and has_cue(next(after, None), "account", "says")


def headed(index: Index, sentence: str) -> Slot | None:
    """Return the party whose name alone heads a sentence ("Orla: …"): whose claim it is, or of whom."""
    head = _HEADS.search(sentence)
    question = index.reader.read(sentence[: head.start()]) if head else None
    named = tuple(slot for slot in question.naming if slot.value not in UNTOLD) if question else ()
    if not question or len({slot.value for slot in named}) != 1:
        return None
    seated = question.spans[named[0].at].ids("party") if named[0].kind == "place" else ()
    one = named[0]._replace(value=seated[0]) if seated else named[0]
    return one if seated or one.kind in PARTIES else None


def below(index: Index, sentence: str, clause: str) -> tuple[Slot | None, str]:
    """Return the party that heads a clause, or whose name it is that heads the next, and what is below it."""
    _, _, rest = sentence.partition(clause)
    if sign := _HEADS.search(clause):
        head = headed(index, clause)
        return head, clause[sign.end() :] if head else clause
    return headed(index, f"{clause}{rest}") if _HEADS.match(rest) else None, clause


def under(index: Index, head: Slot | None, question: Question) -> tuple[frozenset[str], frozenset[str]]:
    """Return who says what stands under the name of a party, and who may: of its own it may be a list.

    "Orla: twelve Danes fell" and "Orla's council: twelve fell" have them say it; "Orla: twelve fell" and
    "Orla's army: twelve fell" only count whose they are, and a place's name may be where they fell.
    """
    own = counts_own(index, question.values("measure"))
    named = question.find("side", "actor", "party") if own else question.find("side")
    counted = index.sides_of(named)
    fights = head is not None and (
        not index.reader.armed.isdisjoint(head.words.casefold().split()) or _has_people(index, head)
    )
    speaks = head is not None and head.value != index.side_of(head.value) and not fights  # for a side
    if head is None or not (counted or (speaks and question.find("measure"))):
        return frozenset(), frozenset()
    one = frozenset({head.value})
    if speaks or counted - {index.side_of(head.value)}:
        return one, frozenset()
    return frozenset(), one if head.kind != "place" else frozenset()


def _has_people(index: Index, head: Slot) -> bool:
    """Tell whether a bare name is of a party whose people may be those who fell, and of no office of it."""
    people = any(party.id == head.value and party.people for party in index.briefing.parties)
    read = (index.reader.lexicon.read(word) for word in head.words.split())
    return people and all(span.ids("party", "people") for spans in read for span in spans)


def _is_accused(question: Question, who: Slot) -> bool:
    """Tell whether somebody is only called a liar ("12 fell, all else is lies from Orla", "… Lund lies")."""
    told = min((slot.at for slot in question.find("number", "measure", "place")), default=len(question.spans))
    lies = [slot.at for slot in question.find("ask") if slot.value == "false" and slot.at > told]
    by = question.before(who.at)
    of = has_cue(by, "of", "by", "according-to")
    return who.at + 1 in lies or (of and question.spans.index(by) - 1 in lies)


def givers(question: Question, quantity: Slot, start: int, end: int, heard: frozenset[str]) -> frozenset[str]:
    """Return who gives this number: whoever is named next to it, else whoever was heard last."""
    slots = speaking(question)
    before = [s for s in slots if start < s.at < quantity.at]
    after = [s for s in slots if quantity.at < s.at < end]
    if start >= 0 and before and all(_in_brackets(question, s) for s in before):
        # "12 (Lund) vs 14 (Holt)": who stands in brackets is of the number before them.
        before = [s for s in after if _in_brackets(question, s)] or before
    return frozenset(s.value for s in before or after) or heard


def _in_brackets(question: Question, slot: Slot) -> bool:
    return re.search(rf"\(\s*{re.escape(slot.words)}\s*\)", question.text) is not None
