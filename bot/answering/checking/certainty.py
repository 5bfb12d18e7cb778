"""Finds what a message has as only possible, or as begun, or on a condition, where a statement has not."""

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from bot.answering.claims.index import Index
from bot.answering.reading.cues import has_cue
from bot.answering.reading.question import Question
from bot.answering.reading.text import APART, tokenise
from bot.briefing.folding import fold, stem
from bot.briefing.known_ids import Cue, Topic
from bot.briefing.models import Claim

_WILLING: Topic = "willing"
FEW: Cue = "few"
_MANY, _ALWAYS = "many", "always"
# What may come, as against what is.
_POSSIBLE = re.compile(
    r"\b(?:(?:might|may|could|would)(?!\s+(?:not|never|\d))|possibly|perhaps|one day|some day|sooner or later"
    r"|eventually|(?:is|are|was|were) (?:going|about) to|threaten(?:s|ed)? to|risks? of|danger of|possible"
    r"|possibility of|potential|looming|imminent|(?:warn(?:s|ed|ing)?|caution(?:s|ed|ing)?) (?:only )?of"
    r"|(?:(?:fear|predict|expect|foresee|forecast|anticipate|foretell)(?:s|d|ed|ing)?|foresaw|foretold)"
    r"(?= (?:that )?(?:an?|the|it|this|there)\b))\b",
    re.IGNORECASE,
)
# What is told as done cannot only have been possible.
DOUBTED = re.compile(
    r"\b(?:(?<!you\s)(?<!\bI\s)(?<!we\s)might(?!\s+(?:not|never|I|we)\b)|(?:may|could)\s+(?:have|possibly|perhaps|conceivably)"
    r"|may\s+(?:be|well|consider|want|wish|one|some)|possibly|perhaps|maybe|probably|(?:one|some)\s?day)\b",
    re.IGNORECASE,
)
_SO_THAT = re.compile(r"\b(?:so|in order)\b", re.IGNORECASE)
_PARTS = re.compile(r"[,;:.]")
# Words between such a one and what may come, which no other clause tells: it may be far behind it.
_REACH = 4
_BY_NOW = r"(?:(?:already|now|just|finally|even|since) )*"
# What is not so, or not yet.
_UNDONE = "".join(
    f"(?<!{word} )"
    for word in ("to", "not", "n['’]t", "never", "would", "will", "could", "can", "may", "might")
)
_TALKS = r"(?:talks|negotiations?|negotiating|dialogue|diplomacy)"
# What came of talks, which were held then ("the talks were a success", "they struck a deal").
_CAME_OF_IT = re.compile(
    rf"\b(?P<talks>{_TALKS}\b[^,;:.]*?)\s+{_UNDONE}(?:(?:have|has|had) )?{_BY_NOW}"
    r"(?:achieved|secured|delivered|produced|yielded|won|(?:brought|brings) about|led to|resulted in"
    r"|succeeded(?: in)?|worked|paid off|(?:bore|borne) fruit"
    r"|(?:were|was|been|are|is) (?:a (?:\w+ )?success|(?:\w+ly )?(?:successful|fruitful)))\b(?! nothing)",
    re.IGNORECASE,
)
_DEAL = re.compile(
    rf"\b{_UNDONE}(?:(?:have|has|had) )?{_BY_NOW}"
    r"(?:(?:struck|reached|signed|made|cut|sealed|closed|clinched|inked|concluded|secured"
    r"|hammered out|come to|came to|arrived at|agreed(?: (?:up)?on)?)"
    r"(?: (?:an?|the|their))?(?: (?:final|full|formal|lasting|historic|new|peace))*"
    r" (?:deal|agreement|accord|pact|treaty|settlement|terms|peace)"
    r"|(?:concluded|finished|completed|finali[sz]ed|wrapped up|held)(?: (?:the|their|its))?"
    rf"(?= (?:\w+ )?{_TALKS}\b)"
    r"|agreed(?= (?:with [^,;:.]{1,30} )?(?:to|on) (?:an? )?(?:end|stop|halt|peace)\b))",
    re.IGNORECASE,
)
_HELD = "are already in talks"
# What somebody is only ready for is told as what is being done.
_BEGUN = re.compile(
    rf"\b(?:under\s?way|(?:have|has|had) {_BY_NOW}"
    r"(?:begun|started|opened|resumed|concluded|ended|stopped|brought|put|agreed|taken place"
    r"|been (?:held|concluded))"
    rf"|{_TALKS}\s[^,;:.]*?{_UNDONE}(?:ended|stopped|brought|put)\b(?! to)"
    r"|negotiated (?:an?|the) (?:end|peace|halt|stop)"
    r"|(?:already|now|currently) (?:talking|negotiating|in talks|in negotiations))\b",
    re.IGNORECASE,
)
_GOING_ON = re.compile(r"\b(?:in progress|ongoing|in full swing|taking place|being held)\b", re.IGNORECASE)
_BRINK = re.compile(r"\bon the (?:brink|verge|edge) of(?: an?)?\b", re.IGNORECASE)
_NEITHER = re.compile(
    r"\b(?:neither|no)\s+(?:side|party|country|nation|state|government|army|military|camp|belligerent|town)\b",
    re.IGNORECASE,
)
_TIME_IS_OVER = re.compile(
    r"\b(?:the\s+)?time\s+(?:for|of)\s+(?:talk(?:s|ing)?|negotiat\w+|dialogue|diplomacy)\b(?P<whose>[^,;:.]*?)"
    r"\s+(?:is|are|was|has|had)\s+(?:now\s+|long\s+)?(?:over|past|passed|gone|up|run\s+out)\b",
    re.IGNORECASE,
)
_CONDITION = re.compile(
    r",?\s*\b(?P<if>(?:but\s+)?only\s+(?:if|when|after|once)(?!\s+(?:that|this)\b)|on\s+(?:the\s+)?condition\b"
    r"|provided\b|providing\s+that|as\s+long\s+as|so\s+long\s+as|unless|conditional\s+(?:up)?on|contingent\s+(?:up)?on"
    r"|depends?\s+(?:up)?on|hinges?\s+(?:up)?on)\b.*$",
    re.IGNORECASE | re.DOTALL,
)

# What has something as small ("a limited war"), and what a statement has as large ("a full-scale war").
_SLIGHT = re.compile(
    r"\b(?:(?:rather|very|quite|just|merely|only) )?(?:limited|minor|small(?:[- ]scale)?|little|brief|partial"
    r"|local(?:i[sz]ed)?|low[- ](?:level|intensity)|restricted|contained|modest|mild)(?= (?P<noun>\w+))\s",
    re.IGNORECASE,
)
_LARGE = frozenset(
    {"full", "scale", "open", "total", "major", "heavy", "massive", "all-out", "out", "intense"}
)

_SAID_BEHIND = re.compile(
    r"^(?:\s+\S+){1,6}?\s+(?:said|says)\W*$|^\s+(?:said|says|according\s+to)\b", re.IGNORECASE
)


class Conditional(NamedTuple):
    """What a sentence says, and the words that limit how far, or on what condition, it is so."""

    told: str
    words: str


def supposed(claim: Claim, question: Question) -> str | None:
    """Return the words by which a message has as only possible what a claim has as so."""
    possible = _POSSIBLE if claim.speech_act == "announces" else DOUBTED
    if possible.search(claim.statement):
        return None
    told = [slot.at for slot in question.find("topic") if slot.value in claim.topics]
    speaking = [slot.at for slot in question.find("claimant", "person")]
    starts = [token.start for token in tokenise(question.text)]
    for found in possible.finditer(question.text):
        if _SO_THAT.search(_PARTS.split(question.text[: found.start()])[-1]):
            continue  # to what end, which may yet come
        token = sum(start < found.start() for start in starts)
        at = sum(span.last <= token for span in question.spans)
        end = APART.search(question.text, found.end())
        last = sum(start < end.start() for start in starts) if end else len(starts)
        # "It might be news that Lund declared it" has it as declared.
        last = min([last, *(question.spans[one].first for one in speaking if at < one)])
        ahead = any(at < one and question.spans[one].first < last for one in told)
        if ahead or any(abs(one - at) <= _REACH for one in told):
            return found.group()
    return None


def doubted(statement: str, text: str) -> str | None:
    """Return the words by which a text has as only possible what a statement has as so."""
    found = None if DOUBTED.search(statement) else DOUBTED.search(text)
    return found.group() if found else None


def fewer(claim: Claim, question: Question) -> str | None:
    """Return the words by which a message has few of what a statement has many."""
    tokens = tokenise(claim.statement)
    for few, counted in pairwise(question.spans):
        many = {after.stem for token, after in pairwise(tokens) if token.word == _MANY}
        if has_cue(few, FEW) and tokenise(counted.words)[0].stem in many:
            return few.typed
    return None


def seldom(claim: Claim, question: Question) -> str | None:
    """Return the words by which a message has as rare, or as new, what a statement has always been."""
    said, told = ({t.word for t in tokenise(text)} for text in (claim.statement, question.text))
    if _ALWAYS not in said - told:
        return None
    return next((span.typed for span in question.spans if has_cue(span, "seldom")), None)


def plainly(text: str) -> str:
    """Return *text* in the vocabulary’s words for what is going on, for what may come and what is over."""
    text = _NEITHER.sub("neither of the two sides", text)
    text = _TIME_IS_OVER.sub(r"no talks\g<whose>", text)
    text = _DEAL.sub(_HELD, _CAME_OF_IT.sub(r"\g<talks> have taken place", text))
    return _BRINK.sub("in possible", _GOING_ON.sub("under way", text))


def begun(claim: Claim, question: Question) -> str | None:
    """Return the words by which a message has as being done what a claim only is ready for."""
    found = _BEGUN.search(question.text)
    if found is None or _WILLING not in claim.topics or _WILLING in question.values("topic"):
        return None
    return None if question.find("negation") else found.group()


def conditional(sentence: str) -> Conditional | None:
    """Return what a sentence says on a condition ("they will talk only if …"), None where it has none."""
    found = _CONDITION.search(sentence)
    told = sentence[: found.start()] if found else ""
    if not found or not told.strip():
        return None
    words, comma, who = found.group().rpartition(",")
    said = comma and _SAID_BEHIND.search(who)
    if said:  # "…, but only if they stop, Lund said"
        return Conditional(f"{told}, {who.strip()}", words.strip(" ,."))
    return Conditional(told, found.group().strip(" ,."))


def belittled(sentence: str) -> Conditional | None:
    """Return what a sentence says of something that it has as small, None where it has nothing so."""
    found = _SLIGHT.search(sentence)
    if found is None:
        return None
    told = f"{sentence[: found.start()]}{sentence[found.end() :]}"
    return Conditional(told, f"{found.group().strip()} {found['noun']}")


def large(index: Index, claims: Iterable[str], words: str) -> list[Claim]:
    """Return which of these claims have as large what *words* have as small."""
    noun = tokenise(words)[-1].stem
    told = ((index.by_id[one].claim, tokenise(index.by_id[one].claim.statement)) for one in claims)
    return [
        claim
        for claim, tokens in told
        if any(one.word in _LARGE and two.stem == noun for one, two in pairwise(tokens))
    ]


def unconditional(index: Index, claims: Iterable[str]) -> list[Claim]:
    """Return which of these claims have somebody ready for something on no condition."""
    willing = [index.by_id[one].claim for one in claims if _WILLING in index.by_id[one].claim.topics]
    return [claim for claim in willing if not _CONDITION.search(claim.statement)]


def is_wanted(claim: Claim, question: Question) -> bool:
    """Tell whether a message, too, says that somebody wants what a claim says is wanted."""
    said = {stem(word) for span in question.spans for word in span.words.split()}
    return any(said.issuperset(map(stem, fold(words).split())) for words in claim.wanted)
