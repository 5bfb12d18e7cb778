"""Leaves out what its writer says around what a sentence tells: of it, of themselves, to their readers."""

import re

from bot.answering.checking.clause import UNTOLD
from bot.answering.checking.pronouns import OF_ONESELF
from bot.answering.claims.index import Index
from bot.answering.reading.cues import has_cue, means
from bot.answering.reading.question import AGENTS, Question, SlotKind
from bot.briefing.known_ids import Cue

# Whom a writer warns the reader of, and what these would say ("don’t let anyone tell you otherwise").
_ANYBODY = r"(?:any(?:one|body)(?: else)?|some(?:one|body)|people|folks|them|the (?:media|news|press)|those)"
_OTHERWISE = (
    r"(?:otherwise|different(?:ly)?|any different|(?:any|some)thing (?:else|different)"
    r"|the (?:opposite|contrary))"
)
_MISLED = (
    rf"(?:(?:and|so|but) )?(?:(?:don['’]?t|do not|never) (?:you )?(?:ever )?(?:dare )?let {_ANYBODY}"
    r"|let (?:nobody|no one)) (?:ever )?(?:tell|say|claim|fool|convince|persuade|lie)\b(?: to)?(?: you\b)?"
    rf"(?:(?: that)?(?: it['’]?s| it (?:is|was))? (?:{_OTHERWISE}|lies))?(?=\s*(?:[,;:—–.!?]|$))"
)
_GAINSAYING = (
    r"(?:(?:and|so|but) )?(?:(?:(?:don['’]?t|do not|never) (?:believe|trust|listen to)|no matter|never mind)"
    rf" (?:{_ANYBODY}|who)|any(?:one|body)|whoever|those)(?: (?:that|who))? (?:tells?|says?|claims?)\b"
    rf"(?: you\b)? {_OTHERWISE}(?: (?:is|are|['’]s)(?: just| simply)? (?:lying|wrong|mad|an? \w+))?"
    r"(?=\s*(?:[,;:—–.!?]|$))"
)
# What somebody says is brushed aside, so that nobody is quoted by it ("whatever they claim").
_WHATEVER = (
    r"(?:(?:whatever|(?:no matter|never mind|forget|ignore|regardless of|despite|in spite of|contrary to)"
    r" what|(?:don['’]?t|do not|stop) listen(?:ing)? to)\b[^,;:—–.!?]*"
    r"|it['’]?s not (?:like|as if) it\b[^,;:—–.!?]*"
    rf"|{_MISLED}|{_GAINSAYING}"
    r"|(?:(?:and|but)\s+)?(?:(?!\b(?:and|but)\b)[^,;:—–]){0,100}?\bcan (?:say|claim|deny) what(?:ever)? "
    r"(?:it|they|he|she) (?:wants?|likes?)\b)"
)
_REQUEST = r"(?:please|pls|plz|kindly)\b(?!\s+(?:note|remember|know|understand|see|be aware)\b)[^,;:—–]*"
# However many a sentence begins with are found at once: a message may consist of them.
_BRUSHED_ASIDE = re.compile(
    rf"^(?:(?:{_REQUEST}|{_WHATEVER})[\s,;:—–]*)+|(?:\s?[,;:—–]\s?|\s){_WHATEVER}", re.IGNORECASE
)
# What only says how sure whoever writes is; that there is no doubt of something is more.
_NO_DOUBT = re.compile(
    r"(?<!is )(?<!was )(?<!['’]s )(?<!has )(?<!have )(?<!had )(?<!be )(?<!with )"
    r"(?<!leave )(?<!leaves )(?<!left )"
    r"\b(?:no|without(?: an?y?)?) doubt\b,?(?! (?:that|about|of|over|on|as|remains?)\b)\s*",
    re.IGNORECASE,
)
# What only says that it is told parts nothing ("her complaint, as reported, is that …").
_AS_REPORTED = re.compile(r"(?<!\s),\s?as (?:reported|quoted|published|written),\s?", re.IGNORECASE)
_NAMED: tuple[SlotKind, ...] = (*AGENTS, "place", "other-place", "other-party", "other-medium")
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
# Whom a writer forestalls says nothing of what follows ("Before anyone asks, …").
_BEFORE_ANYBODY = re.compile(
    r"^\W*(?:before|in case)\s+(?:any(?:one|body)|some(?:one|body)|you)\b[^,;:—–\d]*,\s*",
    re.IGNORECASE,
)
# Between signs stands what only heads it ("🔴 BULLETIN 🔴 …").
_TITLE = re.compile(
    r"^[^\w\s\"'“”‘’(\[#@-]+\s*(?P<title>[A-Z][A-Z !’'-]*[A-Z!])\s*[^\w\s\"'“”‘’(\[#@.,;:!?-]+\s*"
)
# What a message is filed under stands behind what it tells, and is no part of that.
_TAGS = re.compile(r"(?P<before>^|\S)\s*(?<!\S)#\w[\w-]*(?:[\s,.!…]*(?<!\S)#\w[\w-]*)*[^\w#]*$")
_JOINS = "-–—:|/,(&+="
# Behind these a tag is a word of the sentence ("Belmar flooded #Wex", "says #Lund").
_INSIDE: tuple[Cue, ...] = ("of", "by", "with", "against", "at", "says", "according-to", "passive")
# "And Orla says no, we don't"
_SAYS_NO = re.compile(
    r"\b(?:says?|said|goes|went|replie[sd]|answers|answered|is\s+like)\s*[,:]?\s*[\"“'‘]?(?:nope|nah|no(?:\s+way)?)(?=[\s,.!\"”]|$)"
    r"(?:[,:!.]?\s+(?:we|they|it|he|she|i)\s+(?:do|did|does|are|is|have|has|had|was|were|am)(?:n['’]?t|\s+not)"
    r"|[,:!.]?\s+(?:we|they|it|he|she|i)['’](?:re|s|m|ve)\s+not)?[\"”'’]?(?=\s*(?:[,.;:!]|$|and\b|but\b))",
    re.IGNORECASE,
)
_TOLD_BEFORE = re.compile(r"[,;:—–]|\b(?:and|but|while)\b", re.IGNORECASE)
# How long ago it was says no more than the day beside it.
_AGO = re.compile(
    r"\b(?:already\s+)?(?:an?|one|two|three|four|five|six|\d+)\s+(?:(?:whole|full|entire)\s+)?(?:years?|months?|weeks?|days?)"
    r"\s+ago(?:\s+(?:already|now|today))?\b,?\s*(?:on\s+(?=\d))?",
    re.IGNORECASE,
)
# Whose account it is, and the word for it.
_OWNED = 2
# So many words judge; more of them are about somebody ("those rats lie: …").
_VERDICT = 2


def asserted(sentence: str) -> str:
    """Return what a sentence says without what it brushes aside ("…, whatever they claim").

    Whoever asks for something ("please …") asserts nothing; who "says no, we don't" denies it.
    """
    rest, sentence = None, _NO_DOUBT.sub("", _AS_REPORTED.sub(" ", _denied(sentence)))
    while rest != sentence:
        rest, sentence = sentence, _BRUSHED_ASIDE.sub("", sentence).strip(" ,;:—–")
    return sentence


def _denied(sentence: str) -> str:
    """Return a sentence with who says no to what it tells before as who denies it."""
    says_no = _SAYS_NO.search(sentence)
    told = says_no and _TOLD_BEFORE.search(sentence[: says_no.start()])
    return _SAYS_NO.sub("denies it", sentence) if told else sentence


def without_preamble(index: Index, sentence: str) -> str:
    """Return a sentence without what its writer says of themselves, or of it, before what it tells."""
    sentence = _BEFORE_ANYBODY.sub("", sentence)
    undated = _AGO.sub("", sentence)
    sentence = undated if undated != sentence and index.reader.read(undated).find("date") else sentence
    title = _TITLE.match(sentence)
    if title and all(slot.kind == "unknown" for slot in index.reader.read(title["title"]).slots):
        sentence = sentence[title.end() :]
    head, colon, rest = sentence.partition(": ")
    question = index.reader.read(head)
    own = _DOING.match(head) or _TOLD_YOU.match(head) or judged(index, sentence) or _is_frame(question)
    return rest if colon and own and not _names(question) else sentence


def untagged(index: Index, sentence: str) -> str:
    """Return a sentence without the tags behind it ("… #orla #flood"), unless it goes on with them."""
    found = _TAGS.search(sentence)
    if not found:
        return sentence
    told, tags = sentence[: found.end("before")], sentence[found.end("before") :]
    question = index.reader.read(told)
    last = question.spans[-1] if question.spans and found["before"].isalnum() else None
    acts = last and not index.reader.acts.isdisjoint(last.ids("topic"))
    goes_on = acts or has_cue(last, *_INSIDE) or means(last, "grammar") or found["before"] in {*_JOINS}
    listed = question.find("place") and index.reader.read(tags).find("place")
    return sentence if goes_on or listed else told


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
