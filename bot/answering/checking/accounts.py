"""Puts whose account a sentence gives into plain words: "as she has it", "(Lund)", "its spokesman said"."""

import re

from bot.answering.checking.clause import SPEAKING
from bot.answering.claims.index import Index
from bot.answering.reading.cues import has_cue
from bot.answering.reading.question import ANYBODY, PARTIES, Question
from bot.answering.reading.text import QUOTED, tokenise
from bot.briefing.known_ids import Cue

# "As Lund has it", "the way the spokesman tells it", "if Lund is to be believed"
_AS_TOLD = re.compile(
    r"\b(?:as|the\s+way|if)\s+(?P<who>[^\s,;:()–—.!?][^,;:()–—.!?]{0,59}?)\s+(?:(?:has|had|puts?|tells?|told|presents?|presented"
    r"|gives?|gave|sees?|saw|counts?|counted|reckons?|reckoned|describes?|described|states?|stated|frames?"
    r"|framed|would\s+have|wants)\s+(?:it|them|things|the\s+(?:story|matter|figures?|numbers?|toll))"
    r"|(?:(?:is|are)\s+to|can)\s+be\s+(?:believed|trusted))\b",
    re.IGNORECASE,
)
_IF_TRUSTED = re.compile(
    r"\bif\s+(?:one|you|we|I)\s+(?:(?:can|may|could|is\s+to|are\s+to|want\s+to|choose\s+to)\s+)?"
    r"(?:trusts?|believes?|buys?|credits?|goes?\s+by|listens?\s+to)\s+(?P<who>[^,;:()–—.!?]{1,60})",
    re.IGNORECASE,
)
# "The man who speaks for them" is their spokesman.
_SPEAKS_FOR = re.compile(
    r"\bthe\s+(?:man|woman|guy|lady|gentleman|person|one|official|officer)\s+(?:who|that)\s+"
    r"(?:speaks|spoke|talks|is\s+speaking)\s+for\b",
    re.IGNORECASE,
)
_QUOTE = r"(?:quotes?|quotations?|words|statement|line)"
# "… is a genuine Lund quote, I checked"
_REAL_QUOTE = re.compile(
    r"(?P<words>[\"“][^\"“”]+[\"”])\s+(?:is|was|are|were)\s+(?:(?:indeed|really|actually|in\s+fact)\s+)?(?:an?\s+|the\s+)?"
    r"(?:(?:genuine|real|actual|authentic|true|direct|verbatim|exact|literal|legit\w*)\s+)+"
    rf"(?P<what>[^,;:–—.!?]{{0,40}}?\b{_QUOTE}(?:\s+(?:of|by|from)\s+[^,;:–—.!?]{{2,40}})?)(?=\s*(?:[,;:–—.!?]|$))"
    r"(?:,\s+(?:and\s+)?(?:I|we)(?:['’]ve)?\s+(?:\w+\s+)?(?:checked|looked|googled|read)\b[^,;:.!?]{0,20})?",
    re.IGNORECASE,
)
_QUOTED = re.compile(rf"\b{_QUOTE}(?:\s+(?:of|by|from)\b)?", re.IGNORECASE)
_RULERS_IN = re.compile(r"\b(?:government|govt|gov)\s+in\s+", re.IGNORECASE)
_CAME_OUT = re.compile(
    r"\b(?:did\s+)?(?:came|comes|come|went|goes|go|stood|stands|stepped|turned)\s+(?:right\s+|straight\s+)?"
    r"(?:out|up|ahead|forward|a?round|on\s+record)\s+and\s+(?P<said>\w+)",
    re.IGNORECASE,
)
# "(Lund)" behind what he says; "(DG of the guild)" ahead of it.
_IN_BRACKETS = re.compile(r"\s*[(\[]\s*(?P<who>[^()\[\]\d,;:]{2,40}?)\s*[)\]]\s*:?\s*")
# "Twelve nurses hurt, one missing – Lund"
_SIGNED = re.compile(r"(?:\s[-–—|]+|:)\s+(?P<who>[^\d,;:()–—|]{2,40}?)\s*[.!]*\s*$")
# "The Danes, according to Lund, lost twelve"
_PUT_IN = re.compile(
    r"\s?[,(–—]\s?(?:according to (?P<who>[^,;:()–—.!?]{1,60}?)"
    r"|(?P<said>[^,;:()–—.!?]{1,60}?) (?:says|said|reports|reported|claims|claimed|states|stated))"
    r"\s?[,)–—]\s?",
    re.IGNORECASE,
)
# So long may a name be beside "own", in code points.
_NAME_REACH = 40
_OWN = re.compile(r"(?<=['’]s)\s+own\b|(?<=s['’])\s+own\b", re.IGNORECASE)
# Behind these stands no subject.
_MET: tuple[Cue, ...] = ("of", "with", "against", "at")
# Behind a name each is what somebody does, before a verb or a preposition what is theirs.
_CLAIMS, _OF_THEIRS = frozenset({"claim", "claims"}), frozenset({"of", "by", "on", "about", "against", "and"})
_LIES = re.compile(r"(?:(?:is|are|was|were)\s+(?:\w+ly\s+)?lying|lies|lie|lied)\s+that\s+", re.IGNORECASE)
_THEIRS = frozenset({"its", "their"})


def plainly_attributed(index: Index, sentence: str) -> str:
    """Return a sentence that says whose account it gives in the words "according to" and a name."""
    sentence = _REAL_QUOTE.sub(lambda real: _quoted(index, real), sentence)
    sentence = _saying(index, _by_name(index, _without_own(index, sentence)))
    sentence = _CAME_OUT.sub(lambda came: _said(index, came), _SPEAKS_FOR.sub("the spokesman of", sentence))
    sentence = _RULERS_IN.sub(lambda rulers: _of(index, sentence, rulers), sentence)
    sentence = _IF_TRUSTED.sub(lambda told: _according(index, told), sentence)
    sentence = _AS_TOLD.sub(lambda told: _according(index, told), sentence)
    return _led(index, _signed(index, _unbracketed(index, sentence)))


def _saying(index: Index, sentence: str) -> str:
    """Return a sentence with who "claims" or lies that something was so as who says so."""
    question = index.reader.read(sentence)
    named = question.find(*ANYBODY)[:1]
    verb = question.spans[named[0].at + 1 : named[0].at + 3] if named and not named[0].owns else ()
    if not verb or not question.spans[named[0].at].ids("person", "party"):
        return sentence
    tokens = tokenise(sentence)
    claims = verb[0].words in _CLAIMS and verb[1:] and not has_cue(verb[1], "passive")
    if claims and verb[1].words not in _OF_THEIRS:
        return f"{sentence[: tokens[verb[0].first].start]}says{sentence[tokens[verb[0].last - 1].end :]}"
    lies = _LIES.match(sentence, tokens[verb[0].first].start)
    return f"{sentence[: lies.start()]}says that {sentence[lies.end() :]}" if lies else sentence


def _without_own(index: Index, sentence: str) -> str:
    """Return a sentence with somebody's "own" spokesman as their spokesman, where that names who speaks."""

    def without(found: re.Match[str]) -> str:
        before = sentence[max(found.start() - _NAME_REACH, 0) : found.start()]
        after = sentence[found.end() : found.end() + _NAME_REACH]
        named = index.reader.read(f"{before}{after}").find("claimant", "person")
        return (
            ""
            if any(slot.words not in f"{before}{found.group()}{after}" for slot in named)
            else found.group()
        )

    return _OWN.sub(without, sentence)


def _according(index: Index, told: re.Match[str]) -> str:
    return f"according to {told['who']}" if _is_name(index, told["who"]) else told.group()


def _said(index: Index, came: re.Match[str]) -> str:
    """Return what somebody said without how they came to ("came out and said")."""
    return came["said"] if index.reader.read(came["said"]).asks(*SPEAKING) else came.group()


def _quoted(index: Index, real: re.Match[str]) -> str:
    """Return what is called somebody's real quote as what they said."""
    who, quotes = _QUOTED.subn(" ", real["what"])
    who = who.strip()
    return f"{who} said {real['words']}" if quotes and _is_name(index, who) else real.group()


def _of(index: Index, sentence: str, rulers: re.Match[str]) -> str:
    """Return a government in a country as that of it."""
    read = index.reader.read(sentence[rulers.end() :])
    whose = read.slots[:1]
    named = whose and whose[0].kind in PARTIES and not read.spans[whose[0].at].ids("place")
    return "government of " if named else rulers.group()


def _led(index: Index, sentence: str) -> str:
    """Return a sentence with who says it ahead of it, where they part whom it tells of from what it tells."""
    found = _PUT_IN.search(sentence)
    who = (found["who"] or found["said"]) if found else ""
    if found is None or not _is_name(index, who):
        return sentence
    before, after = sentence[: found.start()], sentence[found.end() :]
    told, rest = index.reader.read(before), index.reader.read(after)
    # "Twelve nurses, Lund says, were killed" counts whom the rest tells of.
    counts = told.find("number") and (rest.find("number") or not rest.find("measure"))
    if counts or told.find("topic", "measure") or _names_speaker(index, f"{before} {after}"):
        return sentence
    return f"According to {who}, {before} {after}"


def _names_speaker(index: Index, words: str) -> bool:
    return bool(index.reader.read(words).find("claimant", "person"))


def _is_name(index: Index, words: str) -> bool:
    """Tell whether words name nothing but one who may say something."""
    slots = index.reader.read(f"according to {words}").naming
    return len({slot.value for slot in slots}) == 1 and slots[0].kind in {"claimant", "person"}


def _unbracketed(index: Index, sentence: str) -> str:
    """Return a sentence with who alone stands in brackets at either end of it as who says it.

    A party behind a number may be whose losses it is, so only a person says what stands before.
    """
    found = [*_IN_BRACKETS.finditer(sentence)]
    if len(found) != 1 or _names_speaker(index, _IN_BRACKETS.sub(" ", sentence)):
        return sentence
    who, start, end = found[0]["who"], found[0].start(), found[0].end()
    before, after = sentence[:start], sentence[end:]
    if not before.strip(" #*-–—•") and _is_name(index, who):
        return f"according to {who}, {after}"
    person = index.reader.read(who).find("person")
    return f"{before}, according to {who}{after}" if person and not after.strip(" .!?") else sentence


def _signed(index: Index, sentence: str) -> str:
    """Return a sentence with the person who alone stands behind it as who says it, ahead of it."""
    found = _SIGNED.search(sentence)
    who = found["who"] if found else ""
    if found is None or not _is_name(index, who) or not index.reader.read(who).find("person"):
        return sentence
    told = sentence[: found.start()]
    # Whose words are quoted is told by their marks.
    known = QUOTED.search(told) or _names_speaker(index, told)
    return sentence if known else f"according to {who}, {told}"


def _by_name(index: Index, sentence: str) -> str:
    """Return a sentence with who speaks for a side by name, where it says "its spokesman"."""
    question = index.reader.read(sentence)
    tokens, spans = tokenise(sentence), question.spans
    for office in reversed([s for s in question.find("topic") if s.value in index.office_topics]):
        if not office.at or spans[office.at - 1].words not in _THEIRS:
            continue
        side = _spoken_of(index, question, office.at)
        holders = [
            one for one in index.people if index.sides[one] == side and office.value in index.offices[one]
        ]
        after = spans[office.at + 1] if office.at + 1 < len(spans) else None
        if len(holders) == 1 and not (after and after.ids("person")):
            start, end = tokens[spans[office.at - 1].first].start, tokens[spans[office.at].last - 1].end
            sentence = f"{sentence[:start]}{index.names[holders[0]]}{sentence[end:]}"
    return sentence


def _spoken_of(index: Index, question: Question, at: int) -> str | None:
    """Return whose side is spoken of before a place: the only one that is not done something to, or by."""
    named = [slot for slot in question.find(*ANYBODY) if slot.at < at and slot.kind != "target"]
    sides = index.sides_of(s for s in named if not has_cue(question.before(s.at), *_MET))
    return next(iter(sides)) if len(sides) == 1 else None
