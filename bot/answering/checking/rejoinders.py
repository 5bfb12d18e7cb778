"""Holds who is said to confirm, admit or deny what was told before against whose claim that is."""

import re
from collections.abc import Iterable
from itertools import pairwise

from bot.answering.checking.asserting import parts
from bot.answering.checking.assertions import event_assertion
from bot.answering.checking.event_check import check_event
from bot.answering.checking.pronouns import OF_ANYBODY
from bot.answering.claims.figure_query import claims_by
from bot.answering.claims.index import Index
from bot.answering.reading.cues import has_cue
from bot.answering.reading.question import ANYBODY, Question, Slot, SlotKind
from bot.answering.showing.checked import Finding
from bot.briefing.known_ids import Ask, Topic

_WHO: tuple[SlotKind, ...] = (*ANYBODY, "other-party", "other-medium")
_AGAINST: frozenset[Topic] = frozenset({"denial", "unwilling"})
_REPLIES: frozenset[Topic] = frozenset({"verification", "acceptance", *_AGAINST})
_ASSENTS: tuple[Ask, ...] = ("admits", "agrees")
# "And the" before a name
_ARTICLES = 2
# What joins a rejoinder to what it is said of, looked for only where that ends.
_JOINT = re.compile(
    r"(?=.{0,80}\Z)[\s,;:—–]*(?:\b(?:and|but|while|whereas|although|though|as)\b\s*)*$",
    re.IGNORECASE | re.DOTALL,
)

_SAYS = (
    r"(?:sa(?:id|ys)|report(?:s|ed)|wr(?:ote|ites)|state[sd]|claim(?:s|ed)|announce[sd]|found|thinks?|has|had"
    r"|gives?|gave)"
)
_NAMED = r"(?P<{}>(?:(?!\b(?:and|but|while|as|so|that|who|which)\b)[^\s,;:]+\s+){{1,5}}?)"
# "And Orla said the same", "as did Orla"
_SAME = re.compile(
    rf"\b{_NAMED.format('who')}(?:also\s+|has\s+|have\s+)?{_SAYS}\s+(?:exactly\s+|much\s+|just\s+)?"
    r"(?:the\s+(?:very\s+)?same(?:\s+thing)?|likewise|as\s+much|so\s+too)\b(?!\s+(?:\w+\s+)?(?:about|of|for|to)\b)"
    rf"|\b(?:and\s+)?(?:as|so)\s+(?:did|does|do|has|have|had)\s+(?P<behind>[^,;:.!?]{{2,40}})(?=\W*$)",
    re.IGNORECASE,
)


def agreeing(sentence: str) -> str:
    """Return a sentence with who is said to say the same as who confirms it ("…, and so did Orla")."""

    def confirms(same: re.Match[str]) -> str:
        return f"{same['who'].strip()} confirmed it" if same["who"] else f"and {same['behind']} confirmed it"

    return _SAME.sub(confirms, sentence)


def is_rejoinder(question: Question) -> bool:
    """Tell whether somebody only confirms, admits, accepts or denies what was told ("and Orla admits it")."""
    who, topics = _who(question), question.values("topic")
    others = {slot.at for slot in question.naming if slot.kind not in {"topic", "negation"}}
    if (
        not (who or OF_ANYBODY.match(question.text))
        or others - {slot.at for slot in who}
        or not all(_replies(question, slot) for slot in who)
    ):
        return False
    # Whose claims are accepted or denied is a matter of its own.
    replies = topics <= _REPLIES if topics & {"acceptance", "denial"} else topics <= _REPLIES | {"claims"}
    return replies and (bool(topics & _REPLIES) or question.asks(*_ASSENTS))


def parted(index: Index, sentence: str) -> tuple[str, list[str]]:
    """Return what a sentence tells, and apart from it who is said to confirm or deny that."""
    told, rejoinders = sentence, list[str]()
    for part, following in pairwise((*parts(index, sentence)[1:], "")):
        question = index.reader.read(part)
        if not is_rejoinder(question):
            continue
        rejoinders.append(part)
        before, _, after = told.rpartition(part)
        # "Orla says no way, 55" has Orla give the number, too.
        names = _names(question) if _counts_on(index, following) else ""
        told = f"{_JOINT.sub('', before)}{names and f', {names} said'}{after}"
    return told, rejoinders


def _counts_on(index: Index, following: str) -> bool:
    """Tell whether what follows who replies is a number, and nobody else's."""
    question = index.reader.read(following)
    return [slot.kind for slot in question.slots[:1]] == ["number"] and not question.find(*_WHO)


def _names(question: Question) -> str:
    """Return who replies, in the words of the message."""
    return ", ".join(slot.words for slot in _who(question))


def check_rejoinder(index: Index, text: str, told: Iterable[str]) -> list[Finding]:
    """Return what differs between *text* and what the briefing has of whoever replies to the claims *told*.

    Nothing where they claim or contest it themselves: that is shown with it.
    """
    nothing = [Finding(text, "not_covered")]
    question = index.reader.read(text)
    who = _who(question)
    if not who:
        return nothing
    entries = [index.by_id[claim] for claim in dict.fromkeys(told)]
    contesting = dict.fromkeys(other for entry in entries for other in index.contested_by[entry.claim.id])
    counted = [entry for entry in entries if entry.claim.figures]
    found = check_event(index, event_assertion(index, text, text))
    heard = contesting if not counted else {*contesting, *_of_media(index, who)}
    replies = [f for f in found if f.claim in heard]
    if replies:
        return replies
    theirs = [other for other in contesting if _is_claimed_by(index, other, who)]
    if question.values("topic") & _AGAINST or _refuses(question):
        return [] if theirs else nothing
    if question.find("negation"):
        return nothing
    if any(claims_by(index, entry, slot.value) for entry in entries for slot in who):
        return []
    names = _names(question)
    differing = [
        Finding(text, "distorts", "claimant", names, index.names[entry.claim.claimant], entry.claim.id)
        for entry in counted
        if entry.claim.claimant
    ]
    if not differing:
        claims = (index.by_id[other].claim for other in theirs)
        differing = [
            Finding(text, "distorts", "direction", text, claim.attributed or claim.statement, claim.id)
            for claim in claims
        ]
    return differing or nothing


def _who(question: Question) -> tuple[Slot, ...]:
    """Return who replies, by name, by a place that stands for them, or as both sides."""
    places = question.find("place")
    seated = [s._replace(value=one) for s in places for one in question.spans[s.at].ids("party")]
    first = question.naming[:1]
    # "The Gazette confirmed it", whoever that may be
    stranger = first if first and first[0].kind == "unknown" and first[0].at <= _ARTICLES else ()
    named = (*question.find(*_WHO), *seated) or stranger
    return named or tuple(slot for slot in question.find("ask") if slot.value == "both")


def _refuses(question: Question) -> bool:
    """Tell whether somebody does not confirm something, from "admits that it had no proof"."""
    said = [slot.at for slot in question.find("ask", "topic") if slot.value in {*_ASSENTS, "acceptance"}]
    return any(slot.at < min(said, default=len(question.spans)) for slot in question.find("negation"))


def _replies(question: Question, who: Slot) -> bool:
    """Tell whether somebody stands where who replies does, and not whose claims are meant."""
    by = question.before(who.at)
    verbs = [s.at for s in question.slots if s.value in {*_REPLIES, *_ASSENTS}]
    return not who.owns and (who.at < min(verbs, default=-1) or has_cue(by, "by"))


def _of_media(index: Index, who: Iterable[Slot]) -> set[str]:
    """Return the claims of the media among who replies: what they say is of the numbers."""
    media = index.reader.media & {slot.value for slot in who}
    return {entry.claim.id for entry in index.entries if entry.claim.claimant in media}


def _is_claimed_by(index: Index, claim: str, who: Iterable[Slot]) -> bool:
    return index.by_id[claim].side in index.sides_of(who)
