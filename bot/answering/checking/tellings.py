"""Parts a sentence of a message into tellings: each has its own doer, places and days."""

import re
from dataclasses import dataclass, replace
from itertools import pairwise, zip_longest
from typing import Literal, NamedTuple

from bot.answering.checking.assertions import Assertion, event_assertion
from bot.answering.checking.clause import SPEAKING, UNTOLD
from bot.answering.checking.speakers import in_account, speaking
from bot.answering.claims.conflicts import turned
from bot.answering.claims.index import Index
from bot.answering.reading.cues import has_cue
from bot.answering.reading.order_words import INTERVAL, NEXT
from bot.answering.reading.question import SPOKEN, Question, Slot, SlotKind

Order = Literal["before", "after"]

# Where one telling may end and the next begin; a comma inside a number or before a year parts nothing.
# White space is taken from its start, or a long run of it would be tried from each of its characters.
_JOINT = re.compile(
    r"(?:(?<!\s)\s+)?(?:(?<!\d),|,(?!\s+\d{4}\b)|[;:=—–])\s+(?:(?:and|but)\s+)?"
    rf"(?:{INTERVAL})?(?:(?P<after_comma>while|after(?! that\b)|before|then|following)\b\s*)?"
    rf"|(?<!\s)\s+(?:(?<!for ){INTERVAL})?"
    r"(?P<word>(?:and\s+)?(?:as\s+soon\s+as|(?:by\s+the\s+time|the\s+(?:moment|minute|instant))(?:\s+that)?)|and|but|while|whereas|although|though|(?:even|just)\s+as|when|until"
    r"|after(?! that\b)|before|followed|following|preceded)\s+",
    re.IGNORECASE,
)
_LONGEST_JOINT = 18  # code points
# What opens a sentence whose second telling no comma parts from the first.
_MEANWHILE = re.compile(r"(?:while|whilst|as|when|after|before|although|though)\b[^,;:—–]+", re.IGNORECASE)
_ARTICLE = re.compile(r"\bthe\s+$", re.IGNORECASE)
_WHERE = re.compile(r"(?:which is\s+)?where\b|home (?:of|to)\b|(?:the\s+)?seat of\b", re.IGNORECASE)
_THAT = re.compile(r"that\b", re.IGNORECASE)
_FIRST = re.compile(r"\bfirst\b", re.IGNORECASE)
# A sentence may begin with what came first, or last ("After Orla closed it, …").
_LED = re.compile(r"\W*(?:(?P<before>before)|after|following|once)\b", re.IGNORECASE)
_BY = re.compile(r"by\b", re.IGNORECASE)
# Whose somebody is whom a telling begins with: theirs who did what the one before tells.
_THEIRS = re.compile(r"(?:its|their)\b", re.IGNORECASE)
_BEARING: tuple[SlotKind, ...] = (
    "place",
    "date",
    "claimant",
    "person",
    "number",
    "negation",
    "other-place",
    "measure",
    "other-party",
)
_DOERS: tuple[SlotKind, ...] = ("actor", "party", "side", "claimant", "person", "other-party")


class _Piece(NamedTuple):
    """Words between two joints, with the joint before them and what they name."""

    start: int
    end: int
    joint: str
    text: str
    question: Question

    @property
    def tells(self) -> bool:
        """Tell whether anything is said to be or to have happened."""
        return bool(self.question.values("topic") - UNTOLD)


@dataclass(frozen=True, slots=True)
class Telling:
    """What one clause asserts, as read with and without whoever speaks in the sentence.

    `order` is whether it is said to have been before or after the telling that precedes it.
    """

    readings: tuple[Assertion, ...]
    order: Order | None


def tellings(index: Index, sentence: str) -> tuple[Telling, ...]:
    """Return the tellings of a sentence, in its order."""
    pieces = _pieces(index, sentence)
    groups: list[list[_Piece]] = []
    leading: list[_Piece] = []
    for piece, following in zip_longest(pieces, pieces[1:]):
        if following and _is_first_of(piece, following):
            leading.append(piece)
        elif groups and not _begins(piece, groups[-1][-1]):
            # What follows "where …" goes on with what this interrupted.
            back = -2 if len(groups) > 1 and _WHERE.match(groups[-1][0].text) else -1
            groups[back] += [] if _is_chatter(piece) else [piece]
        elif len(groups) > 1 and _is_put_off(piece, groups[-2][-1]):
            groups[-2].append(piece)
        elif piece.tells or groups:
            groups.append([*leading, piece])
            leading = leading if _WHERE.match(piece.text) else []
        else:
            leading.append(piece)
    if leading and groups:
        groups[-1] += leading
    return _tellings_of(index, sentence, groups, pieces)


def _pieces(index: Index, sentence: str) -> list[_Piece]:
    found, start, joint = [], 0, ""
    for end, following, word in (*_joints(index, sentence), (len(sentence), 0, "")):
        text = sentence[start:end]
        if text.strip():
            found.append(_Piece(start, end, joint, text, index.reader.read(text)))
        start, joint = following, word
    return found


def _joints(index: Index, sentence: str) -> list[tuple[int, int, str]]:
    """Return where a piece ends, where the next one starts, and by what word it is joined."""
    found = [
        (joint.start(), joint.end(), (joint["word"] or joint["after_comma"] or ",").casefold())
        for joint in _JOINT.finditer(sentence)
    ]
    parted = _main_clause(turned(index, index.reader.read(lead))) if (lead := _led(index, sentence)) else None
    return found if parted is None else sorted([*found, (*parted, "while")])


def _led(index: Index, sentence: str) -> str | None:
    """Return what a sentence opens with that no comma parts from what it tells; what follows names nobody."""
    lead = _MEANWHILE.match(sentence)
    rest = index.reader.read(sentence[lead.end() :]) if lead else None
    return lead.group() if lead and rest and not rest.find(*_DOERS, "place") else None


def _main_clause(question: Question) -> tuple[int, int] | None:
    """Return between which characters a second telling begins ("While Wex was hit the talks went on")."""
    told = [
        slot
        for slot in question.naming
        if slot.kind in {"topic", "target", *_DOERS} or (slot.kind == "place" and _is_subject(question, slot))
    ]
    acts = [n for n, slot in enumerate(told) if slot.kind == "topic" and slot.value not in UNTOLD]
    for n in acts[1:]:
        doer = told[n - 1].kind != "topic" and not _goes_on(question, told[n - 1])
        # "When Wex hit Orla from the air" has whom it hit right behind the verb.
        doer = doer and not _is_met(question, told[n - 2], told[n - 1])
        if doer or (told[n].value != told[acts[0]].value and not _goes_on(question, told[n])):
            text, first = question.text, told[n - doer]
            at = text.find(first.words, text.find(told[acts[0]].words) + 1)
            before = _ARTICLE.sub("", text[:at])
            return len(before.rstrip()), len(before)
    return None


def _is_met(question: Question, act: Slot, name: Slot) -> bool:
    """Tell whether a name right behind an act is whom it was done to, and no auxiliary follows."""
    after = question.after(name.at)
    helped = has_cue(after, "possesses", "passive", "did")
    return name.kind == "target" and name.at == act.at + 1 and not helped


def _is_subject(question: Question, place: Slot) -> bool:
    """Tell whether it is a place of which something is said ("the border was …")."""
    return has_cue(question.after(place.at), "passive")


def _goes_on(question: Question, slot: Slot) -> bool:
    """Tell whether a word belongs to what was told before it ("… were hit by them", "ready to talk")."""
    before = question.before(slot.at)
    to = before is not None and before.words == "to"
    return to or has_cue(before, "at", "of", "by", "with", "against")


def _is_chatter(piece: _Piece) -> bool:
    """Tell whether a clause that only a conjunction joins says nothing of what is told before it."""
    return (
        not piece.tells
        and len(piece.joint) > 1
        and piece.joint != "until"
        and not piece.question.find(*_BEARING)
    )


def _is_first_of(piece: _Piece, following: _Piece) -> bool:
    """Tell whether a place is one of several that the next telling opens with ("Tarn and Wex were hit")."""
    named = piece.question.naming
    opening = following.question.naming[:1]
    opens = bool(opening) and opening[0].kind == "place" and following.joint == "and"
    later = following.tells or bool(NEXT.search(following.text))
    return bool(named) and all(slot.kind == "place" for slot in named) and opens and later


def _is_put_off(piece: _Piece, saying: _Piece) -> bool:
    """Tell whether a piece is what was being said before another was put in ("denies, as he can, that …")."""
    said = saying.question.asks(*SPEAKING) or bool(saying.question.values("topic") & SPOKEN)
    return said and piece.joint == "," and bool(_THAT.match(piece.text))


def _begins(piece: _Piece, last: _Piece) -> bool:
    """Tell whether a piece is a telling of its own, and no more of the last one."""
    question = piece.question
    if piece.tells:
        # "Tensions and clashes" and "struck and bombed" are one; a doer or a place begins another.
        return piece.joint != "and" or bool(question.find(*_DOERS, "place")) or question.asks("there")
    if not question.find("place", "date") or question.find("claimant", "person"):
        return False
    listed = question.find("place") and question.find("date") and last.question.find("date")
    ordered = piece.joint in {"before", "after", "then"} and question.find("place")
    return bool(listed or ordered or NEXT.search(piece.text))


def _tellings_of(
    index: Index, sentence: str, groups: list[list[_Piece]], pieces: list[_Piece]
) -> tuple[Telling, ...]:
    found: list[Telling] = []
    speaker = _speaker(index, sentence, pieces[0]) if pieces else []
    before: Question | None = None
    for number, group in enumerate(groups):
        first = next((piece for piece in group if piece.tells), group[-1])
        quote = sentence[group[0].start : group[-1].end] if _is_run(group) else first.text
        text = ", ".join(piece.text for piece in group)
        if _WHERE.match(group[0].text):
            # "…, where they are based" is said of the place right before it.
            place = [
                s for piece in pieces if piece.end < group[0].start for s in piece.question.find("place")
            ]
            text = f"{place[-1].words} {text}" if place else text
        assertion = replace(event_assertion(index, text, sentence), quote=quote)
        question = assertion.question
        if before and not any(piece.tells for piece in group):
            kinds = {"topic", "actor", "target"} | (set() if question.find("place") else {"place"})
            question = _with(question, [slot for slot in before.slots if slot.kind in kinds])
            assertion = replace(assertion, question=question)
        if before and _THEIRS.match(first.text) and len(before.values("actor", "party")) == 1:
            question = _with(question, [before.find("actor", "party")[0]])
            assertion = replace(assertion, question=question)
        readings = _spoken(assertion, speaker, that=bool(_THAT.match(first.text)))
        found.append(Telling(readings, _order(group, groups[number - 1]) if found else None))
        before = question
    return tuple(found)


def alone(index: Index, sentence: str, text: str, order: Order | None) -> Telling:
    """Return what *text* tells, a part of a sentence, by whoever speaks in that."""
    pieces = _pieces(index, sentence)
    speaker = _speaker(index, sentence, pieces[0]) if pieces else []
    return Telling(_spoken(event_assertion(index, text, sentence), speaker, that=False), order)


def _spoken(assertion: Assertion, speaker: list[Slot], *, that: bool) -> tuple[Assertion, ...]:
    """Return the readings of an assertion, by whoever speaks and, unless it follows "that", by nobody."""
    if not speaker or assertion.question.find("claimant", "person"):
        return (assertion,)
    spoken = replace(assertion, question=_with(assertion.question, speaker))
    return (spoken,) if that else (spoken, assertion)


def _is_run(group: list[_Piece]) -> bool:
    """Tell whether nothing of another telling stands between the pieces."""
    return all(after.start - before.end < _LONGEST_JOINT for before, after in pairwise(group))


def _speaker(index: Index, sentence: str, first: _Piece) -> list[Slot]:
    """Return who says all of a sentence, if it names just one who says anything ("Lund: …")."""
    whole = index.reader.read(sentence)
    named = speaking(whole)
    heads = sentence[first.end :].lstrip().startswith((":", "=")) and not first.tells
    if len({slot.value for slot in named}) != 1 or not (heads or whole.asks(*SPEAKING)):
        return []
    if named[0].owns and not in_account(whole, named[0]):
        return []
    said = [slot for slot in whole.find("ask") if slot.value in SPEAKING][:1]
    return [named[0], *(said or [Slot("ask", "says", ":", 0)])]


def _with(question: Question, slots: list[Slot]) -> Question:
    """Add what another clause named before everything that a question names itself."""
    added = tuple(slot._replace(at=n - len(slots)) for n, slot in enumerate(slots))
    return replace(question, slots=(*added, *question.slots))


def _order(group: list[_Piece], before: list[_Piece]) -> Order | None:
    """Return where a telling stands to the one *before* it, which may begin with the word for it."""
    joint, text = group[0].joint, group[0].text
    led = _LED.match(before[0].text)
    if joint in {"after", "following"} or _FIRST.search(text):
        return "before"
    if joint in {"followed", "preceded"}:
        return "after" if bool(_BY.match(text)) == (joint == "followed") else "before"
    if joint in {"before", "then"} or NEXT.search(text):
        return "after"
    if led is None or joint not in {",", "while"}:
        return None
    return "before" if led["before"] else "after"
