"""Tells which sentences say of a claim told before what it does not have.

That it is true, agreed on, proven, taken back or made up, whom it hit and how many it was, is more than an
aside; that it is sad, and what somebody is called for it, is none of a briefing's matters.
"""

import re
from collections.abc import Sequence

from bot.answering.checking.clause import UNTOLD
from bot.answering.claims.index import Entry, Index
from bot.answering.reading.cues import has_cue, is_participle
from bot.answering.reading.question import AGENTS, Question, Slot, SlotKind
from bot.answering.reading.text import quoted, tokenise
from bot.briefing.known_ids import Ask, Cue

_NAMED: tuple[SlotKind, ...] = (*AGENTS, "place", "other-place", "other-party", "other-medium")
# Said of oneself, or of those who read it.
OF_ONESELF = re.compile(
    r"\b(?:I|I['’]\w+|me|my|mine|we|we['’]\w+|us|our|you|you['’]\w+|your|yours|people|ppl|guys|folks)\b",
    re.IGNORECASE,
)
OF_ANYBODY = re.compile(r"\b(?:nobody|no one|everybody|everyone)\b", re.IGNORECASE)
POINTING = re.compile(r"\b(?:it|this|that|these|those|they|them|he|she|none)\b", re.IGNORECASE)
# What is done with what was said ("later she took it back").
_TREATED = re.compile(
    r"\b(?:he|she|they|it)\s+(?:(?:\w+ly|later|then|has|have|had)\s+)*"
    r"(?P<verb>\w{2,}ed|made|took|taken|gave|given|withdrew|withdrawn)\s+(?:it|this|that|these|those|them)\b",
    re.IGNORECASE,
)
# Whoever is called a single word is judged: "he is honest".
_CALLED = re.compile(
    r"\b(?:he|she|they)(?:['’](?:s|re)|\s+(?:is|are))\s+(?:an?\s+|so\s+|\w+ly\s+)*\w+(?<!ing)(?<!ed)\W*$",
    re.IGNORECASE,
)
# "There is video", not "the nurses there are few".
_THERE_IS = re.compile(
    r"(?:^|[,;:—–]|\b(?:and|but|so|that|because|now|also))\s*there\s+(?:is|are|was|were)\b", re.IGNORECASE
)
# What whoever writes is doing says nothing of what follows ("Not picking a fight, just reading: …").
_DOING = re.compile(r"^\W*(?:(?:not|just|only|simply|merely)\s+)*\w{2,}ing\b", re.IGNORECASE)
# Nor does what they tell whoever reads it ("Let nobody tell you otherwise: …", "Make no mistake: …").
_TOLD_YOU = re.compile(
    r"^\W*(?:(?:and|so|but|ok|okay|guys|folks|people)\W+)*(?:let|make|take|mark|note|remember|forget"
    r"|never mind|don['’]?t|do not|stop|look|listen|no doubt|without a doubt|face it|fun fact|reminder"
    r"|for the record|to be clear|read)\b",
    re.IGNORECASE,
)
# What a writer calls their own words, or was asked for.
_FRAME = re.compile(
    r"\b(?:check|summary|recap|rundown|breakdown|overview|order|timeline|chronology|context|background"
    r"|facts?|thread|note|point|question|lesson|homework|quiz|gist|short|nutshell|tl;?dr|explainer|explanation"
    r"|correction|clarification|reminder|thought|one (?:line|sentence|word))\b",
    re.IGNORECASE,
)
_ASKED_FOR = re.compile(
    r"^\W*(?:was|were|been|got|just)\s+(?:told|asked|assigned|supposed|made)\b", re.IGNORECASE
)
_IS_THE = re.compile(
    r"\W*(?:that|this|it|those|these|they)(?:['’](?:s|re)|\s+(?:is|are|was|were))\s+the\b", re.IGNORECASE
)
# Whom a writer forestalls says nothing of what follows ("Before anyone asks, …").
_BEFORE_ANYBODY = re.compile(
    r"^\W*(?:before|in case)\s+(?:any(?:one|body)|some(?:one|body)|you)\b[^,;:—–\d]*,\s*",
    re.IGNORECASE,
)
# Between signs stands what only heads it ("🔴 BULLETIN 🔴 …").
_TITLE = re.compile(
    r"^[^\w\s\"'“”‘’(\[#@-]+\s*(?P<title>[A-Z][A-Z !’'-]*[A-Z!])\s*[^\w\s\"'“”‘’(\[#@.,;:!?-]+\s*"
)
# Whose account it is, and the word for it.
_OWNED = 2
# So many words judge; more of them are about somebody ("those rats lie: …").
_VERDICT = 2
_HELD: tuple[Ask, ...] = ("agrees", "true", "false")
_SLANTS: tuple[Cue, ...] = ("true", "false", "slants")


def is_remark(index: Index, question: Question, new: Sequence[Slot], told: Sequence[Entry]) -> bool:
    """Tell whether a sentence says more than an aside of what was *told*, which lacks what is *new*."""
    anybody = bool(OF_ANYBODY.match(question.text))
    if question.find(*_NAMED) or OF_ONESELF.search(question.text) or not (anybody or _points(question)):
        return False
    return (
        (anybody and question.asks("says", "according-to"))
        or _treats(question)
        or _judges(index, question)
        or any(_adds(question, slot) for slot in new)
        or any(_is_of_others(index, question, slot, told) for slot in question.find("victims"))
    )


_DID_YOU_KNOW = re.compile(r"\W*did\s+(?:you|u|y'?all)\s+(?:all\s+)?know\b", re.IGNORECASE)


def only_asks(question: Question) -> bool:
    """Tell whether a sentence only asks, of what was told ("can anybody confirm?") or whether it was so.

    Whoever asks why, or whether it was not so, takes it to have been.
    """
    asks = bool(question.spans) and has_cue(question.spans[0], "did", "passive")
    told = question.find("negation") or question.asks("true", "false", "agrees")
    whether = asks and not told and not _DID_YOU_KNOW.match(question.text)
    return question.marked and (whether or {slot.value for slot in question.naming} <= {"verification"})


def calls_true(question: Question) -> bool:
    """Tell whether what was told is called true, and by nobody checked ("that’s the real toll")."""
    counts = {slot.at for slot in question.find("measure")}
    judging = [s for s in question.find("topic") if s.value == "verification" and s.at + 1 in counts]
    return (
        bool(_IS_THE.match(question.text))
        and {slot.at for slot in question.naming} == {at for s in judging for at in (s.at, s.at + 1)}
        and not any(is_participle(question.spans[s.at]) for s in judging)
    )


def without_preamble(index: Index, sentence: str) -> str:
    """Return a sentence without what its writer says of themselves, or of it, before what it tells."""
    sentence = _BEFORE_ANYBODY.sub("", sentence)
    title = _TITLE.match(sentence)
    if title and all(slot.kind == "unknown" for slot in index.reader.read(title["title"]).slots):
        sentence = sentence[title.end() :]
    head, colon, rest = sentence.partition(": ")
    question = index.reader.read(head)
    own = _DOING.match(head) or _TOLD_YOU.match(head) or judged(index, sentence) or _is_frame(question)
    return rest if colon and own and not _names(question) else sentence


def _is_frame(question: Question) -> bool:
    """Tell whether words only say what a writer is about to do ("The order of things, as I see it")."""
    tells = question.values("topic") - UNTOLD or question.find("negation") or question.asks("true", "false")
    own = any(words.search(question.text) for words in (OF_ONESELF, _ASKED_FOR, _FRAME))
    return own and not tells


def judged(index: Index, sentence: str) -> str | None:
    """Return the words before a colon by which a writer calls all that follows untrue ("Fake: …")."""
    head, colon, _ = sentence.partition(": ")
    question = index.reader.read(head)
    longer = len(question.spans) > _VERDICT and not OF_ONESELF.search(head)
    if not colon or longer or _names(question):
        return None
    return head if question.asks("false") or "denial" in question.values("topic") else None


def _names(question: Question) -> bool:
    return bool(question.find(*_NAMED, "date", "measure", "number", "side", "target"))


def heading(index: Index, sentence: str) -> frozenset[str]:
    """Return whose account follows a sentence that names no more than that ("Lund's list, for you all.")."""
    question = index.reader.read(sentence.partition(",")[0])
    owners = frozenset(slot.value for slot in question.find("claimant", "person") if slot.owns)
    return owners if question.hears("account") and len(question.spans) == _OWNED else frozenset()


def only_quotes(question: Question) -> bool:
    """Tell whether whoever writes only says whom they quote ("I'm quoting the spokesman")."""
    telling = question.values("topic") - UNTOLD or quoted(question.text)
    return not telling and OF_ONESELF.match(question.text) is not None


def slant(index: Index, question: Question) -> str | None:
    """Return the words by which a message has somebody do more with a claim than say it ("he lied that …").

    A verb that nothing explains does more than one of saying; what a medium concedes it says.
    """
    for at, span in enumerate(question.spans):
        who = next((slot for slot in reversed(question.naming) if slot.at < at), None)
        unknown = all(m.kind == "elsewhere" for m in span.meanings) and span.words.endswith("ed")
        after = question.after(at)
        says = has_cue(after, "says")
        # "The Danes lie that …"
        spoken = who is not None and (who.kind in AGENTS or (after is not None and after.words == "that"))
        if (
            who
            and who.value not in index.reader.media
            and not _is_account(question, who)
            and (spoken or says)
            and (unknown or has_cue(span, *_SLANTS))
        ):
            tokens = tokenise(question.text)
            first = tokens[question.spans[who.at].first]
            return question.text[first.start : tokens[span.last - 1].end]
    return None


def _is_account(question: Question, who: Slot) -> bool:
    """Tell whether it is somebody's account that is called something ("the Danish account is untrue")."""
    after = question.spans[who.at + 1] if who.at < len(question.spans) - 1 else None
    return not who.owns and after is not None and after.words in {"account", "version", "figures", "numbers"}


def nameless_doer(question: Question) -> str | None:
    """Return who is said to have harmed those who are counted, by no name that anybody knows ("raiders")."""
    for one, harm, other in zip(question.slots, question.slots[1:], question.slots[2:], strict=False):
        verb = harm.kind == "measure" and has_cue(question.spans[harm.at], "harms")
        if one.kind == "unknown" and verb and other.kind == "number" and harm.at == one.at + 1:
            return f"{one.words} {harm.words}"
    return None


def _points(question: Question) -> bool:
    """Tell whether a sentence has words for what was said before ("it", "the figure")."""
    return bool(POINTING.search(question.text)) or question.hears("account")


def _treats(question: Question) -> bool:
    """Tell whether somebody did more with what was said than to say it ("she took it back")."""
    treated = _TREATED.search(question.text)
    told = (span for span in question.spans if has_cue(span, "says"))
    return treated is not None and all(span.typed != treated["verb"] for span in told)


def _judges(index: Index, question: Question) -> bool:
    """Tell whether something is said to be so or not, to be shared or to be contested."""
    if question.values("topic") & {"acceptance", "denial"}:
        return True
    if _CALLED.search(question.text):
        return False
    if "verification" not in question.values("topic"):
        return question.asks(*_HELD)
    # What nobody could verify the briefing may have itself.
    unverified = any(e.negated and "topic:verification" in e.features for e in index.entries)
    return not (unverified and question.find("negation"))


def _adds(question: Question, slot: Slot) -> bool:
    if slot.kind == "elsewhere":
        return bool(_THERE_IS.search(question.text))
    return slot.kind in {"number", "measure"}


def _is_of_others(index: Index, question: Question, victims: Slot, told: Sequence[Entry]) -> bool:
    """Tell whether those who were hit are said to be such as nobody was ("they were nurses")."""
    before, words, _ = question.text.partition(victims.words)
    new = victims.value != "people" and not any(index.feature(victims) in e.features for e in told)
    return new and bool(words and POINTING.search(before))
