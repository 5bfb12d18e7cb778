"""Tells which words of a message assert something that none of the claims found has.

A greeting, a question, a wish and a judgement assert nothing that a briefing could have. What asserts
something has a doer, a place or a number, or else a verb, and a word that is new to what was found.
"""

import re
from collections.abc import Iterator, Sequence

from bot.answering.checking.added import added
from bot.answering.checking.assertions import event_assertion
from bot.answering.checking.clause import SPEAKING
from bot.answering.checking.coloured import colours, nameless_doer, slant
from bot.answering.checking.preamble import asserted, judged, without_preamble
from bot.answering.checking.pronouns import OF_ANYBODY, OF_ONESELF
from bot.answering.checking.quoting import invented
from bot.answering.checking.relevance import blames
from bot.answering.checking.remarks import is_remark
from bot.answering.checking.sentence_kinds import only_asks
from bot.answering.claims.index import Index
from bot.answering.claims.together import jointly
from bot.answering.reading.question import ANYBODY, STRANGE, Question, Slot, SlotKind
from bot.answering.reading.text import clauses
from bot.briefing.known_ids import Ask

_NAMED: tuple[SlotKind, ...] = (*ANYBODY, "place", "other-party", "other-place", "other-medium")
# What says of whom or how many something is, wherever it stands.
_BEARING: tuple[SlotKind, ...] = (*_NAMED, "number", "measure", "date")
_JOINED = re.compile(r"\s+and\s+", re.IGNORECASE)
_GOES_ON = re.compile(
    r"(?:(?:then|later|also)\s+)?(?:that|there|they|their|he|his|she|her|it|its|we|the|an?|used|\w+ed)\b",
    re.IGNORECASE,
)
# Asked, wished or bidden.
_UNSAID = re.compile(
    r"^\W*(?:(?:and|but|so|well|ok|okay|lol|wow|oh)\W+)*(?:who|what|when|where|why|how|which|whose|if|unless"
    r"|as long as|believe (?:it|him|her|them|me|that|this|what)|take it"
    r"|let|lets|may|hope\w*|pray\w*|imagine|thank\w*|thoughts|please|stop|don['’]?t|do not|forget"
    r"|remember|read|make|note|long live|can (?:we|you|some(?:body|one))|somebody tell|someone tell)\b",
    re.IGNORECASE,
)
# Supposed or wanted, unless somebody is said to have said so.
_SUPPOSED = re.compile(
    r"\b(?:must|should|shall|might|could(?!\s+not|n['’]t)|would|ought|deserve[sd]?|hope|(?:I|we|you)['’]d)\b",
    re.IGNORECASE,
)
# Said of what was said before, or of the weather.
_OF_THIS = re.compile(r"^\W*(?:it|it['’]s|its|this|that|that['’]s|those|these)\b", re.IGNORECASE)
_DONE = re.compile(
    r"\b(?:\w{2,}(?<!ne)(?<!spe)(?<!inde)(?<!bloodsh)ed|was|were|been|had|did|paid|got|gave|held|came|took|shot|went|fell|won|sent|made|began|left"
    r"|stole|ran|broke|could\s+not|couldn['’]t|(?:is|are)\s+\w+ing)\b",
    re.IGNORECASE,
)
# How something strikes whoever writes is nothing that is being done ("the discrepancy is glaring").
_STRIKING = re.compile(
    r"\b(?:is|are|was|were)\s+(?:(?:so|very|just|really|quite|too|simply|utterly|\w+ly)\s+)*(?:glaring|striking"
    r"|staggering|shocking|astonishing|astounding|amazing|appalling|sickening|disgusting|horrifying|terrifying"
    r"|heart-?\s?breaking|depressing|saddening|infuriating|embarrassing|humiliating|damning|telling|mind-?\s?blowing"
    r"|mind-?\s?boggling|baffling|confusing|puzzling|misleading|exhausting|chilling|troubling|worrying|surprising"
    r"|disturbing|alarming|frightening|boring|interesting|entertaining|devastating|overwhelming|gaping"
    r"|laugh(?:able|ing)|yawning|revolting|wearying|galling|maddening)\b",
    re.IGNORECASE,
)
# What one side is called or said to want, of which no briefing tells ("they want war").
_JUDGING: Ask = "judges"
# What something is said not to be, beside what it is.
_CONTRAST = re.compile(r",\s+not\s.*$", re.IGNORECASE | re.DOTALL)
# Whoever is called a single word is judged: "they are dogs".
_JUDGED = re.compile(
    r"\b(?:is|are|['’]re|['’]s)\s+(?:(?:all|just|only|nothing but|such|so|very|really|an?|the)\s+)*"
    r"(?P<word>\w+)\W*$",
    re.IGNORECASE,
)


def uncovered(
    index: Index, sentence: str, found: frozenset[str], *, whole: bool, follows: bool = False
) -> Iterator[str]:
    """Yield the clauses of a sentence that assert what the claims of these ids do not have.

    Or the *whole* sentence, of which nothing was found; it may say more of what it *follows*.
    """
    said = asserted(sentence)
    text = jointly(index, without_preamble(index, said))
    pieces = (text,) if whole else parts(index, text)
    asserting = [
        part
        for n, part in enumerate(pieces if whole or len(pieces) > 1 else ())
        if _remarks(index, part, found, follows=follows or n > 0)
        or (_asserts(index, part, found) and (whole or _has_subject(index, part)))
    ]
    question = index.reader.read(text)
    slanted, coloured = None, list[str]()
    if not whole and not is_unsaid(question):
        slanted = judged(index, said) or slant(index, question) or nameless_doer(question)
        named = [*asserting, *([slanted] if slanted else [])]
        for words in (*colours(index, question, found), *added(index, question, found)):
            if not any(words in part or part in words for part in (*named, *coloured)):
                coloured.append(words)
    for words in (*asserting, *([slanted] if slanted else []), *coloured):
        yield words if words in sentence else sentence


def _remarks(index: Index, text: str, found: frozenset[str], *, follows: bool) -> bool:
    """Tell whether *text* says of what it *follows*, the claims of these ids, what they do not have."""
    if not follows or not found:
        return False
    question = event_assertion(index, text, text).question
    if is_unsaid(question):
        return False
    new = [slot for slot in question.slots if _is_new(index, slot, found)]
    return is_remark(index, question, new, [index.by_id[one] for one in found])


def _asserts(index: Index, text: str, found: frozenset[str]) -> bool:
    """Tell whether *text* asserts something that the claims of these ids do not have."""
    question = event_assertion(index, _CONTRAST.sub("", text), text).question
    if is_unsaid(question):
        return False
    if any(question.asks(*SPEAKING) or ":" in text.partition(words)[0] for words in invented(index, text)):
        return True
    if blames(index, question):
        return True
    new = [slot for slot in question.slots if _is_new(index, slot, found)]
    if not new:
        return False
    done = bool(_DONE.search(_STRIKING.sub(" ", text)))
    if any(slot.kind == "number" for slot in new):
        return bool(question.find("measure", *STRANGE))
    names = question.find(*_NAMED)
    if not names:
        foreign = any(slot.kind in STRANGE for slot in new)
        aside = any(words.search(text) for words in (OF_ONESELF, OF_ANYBODY, _OF_THIS))
        return foreign and done and not aside
    stranger = names[0].kind in STRANGE
    told = [
        slot
        for slot in question.slots
        if slot is not names[0] and _tells_something(index, slot, stranger=stranger)
    ]
    return bool(told) and (done or told[-1].at > names[0].at) and not _is_judged(question, names[0], told)


def is_unsaid(question: Question) -> bool:
    """Tell whether something is only asked, wished, bidden or supposed."""
    supposed = _SUPPOSED.search(question.text) and not question.asks("says")
    return question.marked or bool(_UNSAID.search(question.text) or supposed)


def without_unsaid(index: Index, message: str, said: Sequence[str]) -> str:
    """Return a message without those of its sentences *said* that only ask, and the last that bid or wish."""
    for sentence in said:
        if only_asks(index.reader.read(sentence)):
            message = message.replace(sentence, "", 1)
    for sentence in reversed(said):
        left = message.rstrip()
        if not left.endswith(sentence):
            continue
        if not _UNSAID.search(sentence) or index.reader.read(sentence).find(*_BEARING):
            break
        message = left.removesuffix(sentence)
    return message.strip()


def parts(index: Index, sentence: str) -> tuple[str, ...]:
    """Return what a sentence says one after the other, each with what it says of whom."""
    return tuple(part for clause in clauses(sentence) for part in _parts(index, clause))


def _parts(index: Index, clause: str) -> Iterator[str]:
    start, last, end, before = 0, 0, 0, list[Slot]()
    for joint in (*_JOINED.finditer(clause), None):
        piece = clause[end : joint.start() if joint else None]
        slots = index.reader.read(piece).slots
        if end and _is_new_part(before, piece, slots):
            yield clause[start:last]
            start, before = end, []
        before += slots
        last, end = joint.span() if joint else (last, end)
    yield clause[start:]


def _is_new_part(before: Sequence[Slot], piece: str, slots: Sequence[Slot]) -> bool:
    """Tell whether "and" joins two things that are said, and not two names, places or the ends of a range."""
    opens = bool(slots) and slots[0].at == 0 and slots[0].kind in {"number", "ask", *_NAMED}
    counted = bool(before) and any(s.kind == "number" and s.at == before[-1].at for s in before)
    ranges = opens and slots[0].kind == "number" and counted
    tells = any(slot.kind in {"topic", "measure", "number", *STRANGE} for slot in before)
    lists = opens and all(slot.kind in {"place", "date"} for slot in slots)
    return tells and not ranges and not lists and (opens or bool(_GOES_ON.match(piece)))


def _has_subject(index: Index, part: str) -> bool:
    """Tell whether a part says of somebody or something what it says, or goes on with what was done."""
    return bool(index.reader.read(part).find("number", *_NAMED)) or bool(_GOES_ON.match(part))


def _is_new(index: Index, slot: Slot, found: frozenset[str]) -> bool:
    """Tell whether none of the claims found has what this names."""
    entries = [index.by_id[one] for one in found]
    match slot.kind:
        case "number":
            figures = [figure for entry in entries for figure in entry.claim.figures]
            ends = ((str(f.minimum), str(f.maximum), f"{f.minimum}-{f.maximum}") for f in figures)
            return all(slot.value not in numbers for numbers in ends)
        case "unknown" | "elsewhere":
            return not any(entry.has_words(slot.words) for entry in entries)
        case "topic" | "place" | "measure" | "other-party" | "other-place" | "other-medium":
            told = slot.kind != "topic" or _is_act(index, slot)
            return told and not any(index.feature(slot) in entry.features for entry in entries)
        case "ask":
            return slot.value == _JUDGING
        case _:
            return False


def _tells_something(index: Index, slot: Slot, *, stranger: bool) -> bool:
    """Tell whether a slot is what somebody did or was; of a *stranger* the briefing has not even a matter."""
    told = slot.kind in {"measure", *STRANGE} or slot.value == _JUDGING
    return told or _is_act(index, slot) or (stranger and slot.kind == "topic")


def _is_act(index: Index, slot: Slot) -> bool:
    return slot.kind == "topic" and slot.value in index.reader.acts


def _is_judged(question: Question, who: Slot, told: list[Slot]) -> bool:
    """Tell whether somebody is only called something, and nobody is said to have called them that."""
    judged = _JUDGED.search(question.text)
    return (
        judged is not None
        and who.kind != "place"
        and not question.asks("says")
        and [slot.words for slot in told] == [judged["word"]]
        and not judged["word"].endswith(("ing", "ed"))
    )
