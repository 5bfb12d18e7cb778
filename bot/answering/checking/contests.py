"""Holds who is said to deny something, or that nobody does, apart from what is denied."""

import re
from typing import NamedTuple

from bot.answering.checking.pronouns import OF_ANYBODY
from bot.answering.claims.index import Index
from bot.answering.claims.together import runs
from bot.answering.reading.question import ANYBODY, Question
from bot.answering.reading.text import tokenise
from bot.answering.showing.checked import Finding

_THAT = re.compile(r",?\s+that\s+", re.IGNORECASE)
# What is held to be so by everybody.
_UNDISPUTED = re.compile(
    r"\W*it(?:['’]s|\s+is)\s+(?:undisputed|uncontested|agreed|beyond dispute)\b", re.IGNORECASE
)
# "Everybody agrees losses are heavy"
_ALL_AGREE = re.compile(
    r"^\W*(?:everybody|everyone|all(?:\s+(?:sides|parties))?|nobody|no\s+one)\s+(?:now\s+)?(?:agrees?|disputes?|denies)"
    r"(?=\s+(?!that\b|on\b|with\b|to\b|about\b|it\b|this\b))",
    re.IGNORECASE,
)
# Who denies that there were any denies all that are counted.
_DENIES_ANY = re.compile(r"\b(?:denies|denied|deny|denying)(?=\s+(?:any|even|a\s+single)\b)", re.IGNORECASE)
_ANY = re.compile(r"(?:(?:any|even\s+one|(?:even\s+)?a\s+single(?:\s+one)?)\s+)(?:of\s+)?", re.IGNORECASE)
# Whose an accusation is, or who denies it, put in before what it is ("the charge, levelled by Orla, that …").
_PUT_IN = re.compile(
    r"(?:\b(?:the|an?)\s+)?(?P<what>\b\w+)\s?[,(–—]\s?(?P<deed>\w+) by (?P<who>[^,;:()–—.!?]{1,60}?)\s?[,)–—]"
    r"(?=\s?that\b)",
    re.IGNORECASE,
)
# "The charge that they hide it, which Orla has made, has been rejected by …"
_PUT_BEHIND = re.compile(
    r"\b(?:the|an?)\s+(?P<what>\w+)(?P<told>\s+that\b[^,;:()–—.!?]+?)\s?[,(–—]\s?(?:which|one(?:\s+that)?|as)\s+"
    r"(?P<who>[^,;:()–—.!?]{1,60}?)\s+(?:(?:has|have|had)\s+)?(?P<deed>\w+)(?:\s+against\s+\w+)?\s?[,)–—]\s?"
    r"(?:(?:has|have|had)\s+been|is|was|are|were)\s+(?=\w+ by\b)",
    re.IGNORECASE,
)
# What a number is called that is somebody's.
_ACCOUNT = re.compile(
    r"(?:claim|figure|number|count|toll|estimate)s?|tally|tallies|(?:death|casualty) (?:toll|count|figure)s?"
)
# Behind it another number may be told ("… and gave one of her own: 12").
_GOES_ON = re.compile(r"[,:;—–]|\b(?:and|but)\b", re.IGNORECASE)
_TWO = 2


class Contest(NamedTuple):
    """What is denied or agreed on, and the words for that; there are no `deniers` where all agree.

    Where `none` is set, it is denied that there were any.
    """

    told: str
    words: str
    deniers: frozenset[str]
    none: bool = False


def contest(index: Index, sentence: str) -> Contest | None:
    """Return what a sentence says somebody denies, or both sides agree on ("she denied that …")."""
    if claims := _claims_denied(index, sentence):
        return claims
    plain = _DENIES_ANY.sub(r"\g<0> that", _ALL_AGREE.sub(r"\g<0> that", sentence))
    parts = _THAT.split(plain, maxsplit=1)
    head = index.reader.read(parts[0])
    if len(parts) < _TWO or head.find("number", "measure"):
        return None
    if words := _agreeing(index, head):
        return Contest(parts[1], words, frozenset())
    named = head.find("claimant", "person", "party")
    denies = "denial" in head.values("topic") and not head.find("negation") and len(named) == 1
    if not denies:
        return None
    told, deniers = index.reader.read(parts[1]), frozenset({named[0].value})
    if told.find("number"):
        return Contest(parts[1], head.text, deniers)
    none = _ANY.match(parts[1]) and told.find("victims", "side") and told.find("measure")
    return Contest(_ANY.sub("no ", parts[1], count=1), head.text, deniers, none=True) if none else None


def _claims_denied(index: Index, sentence: str) -> Contest | None:
    """Return whose number somebody is said to deny ("Orla rejected Arden’s claim of 12 dead")."""
    question = index.reader.read(sentence)
    named = question.find("claimant", "person", "party", "side")
    denial = next((slot.at for slot in question.find("topic") if slot.value == "denial"), -1)
    deniers = [slot for slot in named if slot.at < denial]
    owner = next((slot for slot in named if slot.owns and slot.at > denial), None)
    if len(deniers) != 1 or deniers[0].owns or owner is None or not question.find("number"):
        return None
    tokens = tokenise(question.text)
    start = tokens[question.spans[owner.at].first].start
    account = question.after(owner.at)
    others = any(slot.value == "says" and slot.at > owner.at + 1 for slot in question.find("ask"))
    if others or account is None or not _ACCOUNT.fullmatch(account.words):
        return None
    first = min(slot.at for slot in question.find("number"))
    between = question.text[start : tokens[question.spans[first].first].start]
    if _GOES_ON.search(between) or any(slot.at < owner.at for slot in question.find("negation", "number")):
        return None
    head = question.text[:start].strip()
    return Contest(question.text[start:], head, frozenset({deniers[0].value}))


def unbroken(index: Index, sentence: str) -> str:
    """Return a sentence with an accuser who is put in before what they accuse of, a denier behind that."""
    if behind := _PUT_BEHIND.search(sentence):
        accuses = index.reader.read(behind["what"]).values("topic") & {"accusation", "claims"}
        if accuses and index.reader.read(behind["who"]).find(*ANYBODY, "place"):
            rest = f"{behind['who']}’s {behind['what']}{behind['told']}, {sentence[behind.end() :]}"
            return f"{sentence[: behind.start()]}{rest}"
    put_in = _PUT_IN.search(sentence)
    if put_in is None or not index.reader.read(put_in["who"]).find(*ANYBODY, "place"):
        return sentence
    before, rest = sentence[: put_in.start()], sentence[put_in.end() :]
    deed = index.reader.read(put_in["deed"]).values("topic")
    if "denial" in deed:
        return f"{before}{put_in['what']}{rest.rstrip(' .!')}, {put_in['deed']} by {put_in['who']}"
    if deed <= {"accusation"} <= index.reader.read(put_in["what"]).values("topic"):
        return f"{before}{put_in['who']}’s {put_in['what']}{rest}"
    return sentence


def check_contest(index: Index, sentence: str, contested: Contest, told: list[Finding]) -> list[Finding]:
    """Return what the briefing has on who denies what is *told*, or agrees on it."""
    entries = [index.by_id[f.claim] for f in told if f.claim]
    nothing = Finding(contested.words if contested.words in sentence else sentence, "not_covered")
    if not contested.deniers:
        joint = [entry for entry in entries if not entry.both]
        return [
            Finding(sentence, "distorts", "claimant", contested.words, index.names[who], entry.claim.id)
            for entry in joint
            if (who := entry.claim.claimant)
        ] or [*told, *([nothing] if joint or OF_ANYBODY.match(contested.words) else [])]
    sides = {index.side_of(who) for who in contested.deniers}
    against = [index.by_id[o] for entry in entries for o in index.contested_by[entry.claim.id]]
    if own := [entry.claim for entry in entries if entry.side in sides]:
        said = own[0].attributed or own[0].statement
        return [Finding(sentence, "distorts", "direction", contested.words, said, own[0].id)]
    if contested.none:
        return [nothing]
    theirs = [entry for entry in against if entry.side in sides]
    denials = dict.fromkeys(entry.claim.id for entry in theirs if entry.claim.speech_act == "denies")
    if denials and all(f.verdict != "distorts" for f in told):
        return [Finding(sentence, "matches", claim=claim) for claim in denials]
    # Where it is had whose number it is, whoever denies it has not been heard.
    return told if theirs and all(f.verdict != "matches" for f in told) else [*told, nothing]


def _agreeing(index: Index, head: Question) -> str | None:
    """Return the words for those who agree, if they are both sides or everybody."""
    if OF_ANYBODY.match(head.text) and ("denial" in head.values("topic") or head.asks("agrees")):
        return head.text
    if undisputed := _UNDISPUTED.match(head.text):
        return undisputed.group()
    if not head.asks("agrees") or len(head.find("negation")):
        return None
    both = next((slot.words for slot in head.find("ask") if slot.value == "both"), None)
    sides = {index.side_of(slot.value) for run in runs(head) for slot in run}
    return both or (head.text if len(sides) >= _TWO else None)
