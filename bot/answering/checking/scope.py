"""Finds what a message says was all ("only there", "only they", "his claims") where the briefing has more."""

import re
from collections.abc import Iterable, Iterator
from itertools import takewhile

from bot.answering.checking.assertions import Assertion
from bot.answering.checking.clause import NOTHING_ELSE
from bot.answering.claims.index import Entry, Index
from bot.answering.reading.cues import has_cue, has_topic
from bot.answering.reading.question import ANYBODY, PARTIES, Question, Slot
from bot.answering.reading.text import found_in, tokenise
from bot.answering.showing.checked import Finding
from bot.briefing.folding import fold
from bot.briefing.models import Claim

# "Only" may limit what was done there, "just" before a verb is a while ago.
_ONLY = re.compile(
    r"(?<!not )(?<!n't )(?<!n’t )(?<!not the )(?<!n't the )(?<!n’t the )"
    r"\b(?P<only>only|solely|exclusively|purely|nothing but|just)\s+(?:(?:in|by)\s+)?",
    re.IGNORECASE,
)
# "Only one side has", "one side has, the other has not"
_SIDE = (
    r"(?:side|party|camp|town|country|nation|state|government|army|military|capital|neighbou?r|belligerent)"
)
_ONE = rf"one\s+(?:of\s+(?:the\s+)?(?:two|them)(?:\s+\w+)?|{_SIDE}|of\s+the\s+\w+s)"
_ONE_SIDE = re.compile(
    rf"\b(?<!not )(?:only|just|merely)\s+{_ONE}\b"
    rf"|\b{_ONE}\b(?=.*\bthe\s+other\b[^,;:]*(?:\bnot?\b|n['’]t\b|\bnone\b))",
    re.IGNORECASE,
)
# "The Danes alone", "the Danes and nobody else"
_NOBODY_ELSE = re.compile(
    r"\b(?:alone|exclusively|only(?=\s*(?:[,.;:!?]|$))|and\s+(?:nobody|no[\s-]?one|none)\s+else)\b",
    re.IGNORECASE,
)
_WHOLE = re.compile(
    r"\b(?<!not )(?:the\s+(?:whole|entirety)\s+of|(?:the\s+)?(?:whole|entire)|all(?:\s+of)?"
    r"|every\s+(?:part|corner|district|quarter|inch)\s+of)\s+(?:the\s+)?(?:(?:city|town|province)\s+of\s+)?",
    re.IGNORECASE,
)
_LAND = r"(?:country|nation|land|region|world|island|county|continent)"
_EVERYWHERE = re.compile(
    r"\b(?<!not )(?:(?:in|across|throughout|all\s+over|over)\s+(?:the\s+)?(?:whole|entire)\s+"
    rf"(?:of\s+the\s+)?{_LAND}|(?:all\s+over|throughout)\s+the\s+{_LAND}"
    r"|nation-?wide|country-?wide|everywhere)\b",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\b(?:parts?|some)\s+of\s+", re.IGNORECASE)
_NOT_THERE = re.compile(r"\b(?:not|instead of|rather than)\s+(?:in\s+|at\s+)?", re.IGNORECASE)
_THE_ONLY = re.compile(r"\bthe only (?:city|place|town|village|province|area|region)\b", re.IGNORECASE)
_NONE = frozenset({"no", "not", "none", "without", "excluding"})
_ANY = frozenset({"any", "a", "an", "the", "single", "kind", "of", "them", "counting", "including", "were"})
# Two words that are joined, with at least three letters each.
_AND = re.compile(r"\b(\w{3,}) and (\w{3,})")
_ALONE = re.compile(
    r"\b(?P<before>\w+)(?:\s+(?:strikes|raids|attacks|operations?|forces))?\s+alone\b"
    r"|\b(?<!not )(?:only|solely|purely|exclusively|nothing but)\s+(?:by|from|in|on)?\s*(?:the\s+)?"
    r"(?P<after>\w+)"
    r"|\b(?:all\s+(?:(?:of\s+(?:them|whom)|\d+)\s+)?(?:are|were)|(?:are|were)\s+all)\s+(?:regular\s+)?(?P<all>\w+)",
    re.IGNORECASE,
)
# "No men on the ground", where it was "air and ground operations"
_NO_PART = re.compile(
    r"\b(?:no|without(?:\s+any)?|not\s+(?:an?|any|one|a\s+single))\s+(?P<who>\w+)\s+(?:were\s+|was\s+)?(?:on|from|in)"
    r"\s+(?:the\s+)?(?P<what>\w+)",
    re.IGNORECASE,
)
_TAKING_PART = frozenset(
    {
        "boots",
        "forces",
        "units",
        "men",
        "people",
        "one",
        "body",
        "planes",
        "jets",
        "aircraft",
        "boats",
        "ships",
    }
)
_OTHERS = re.compile(r"\bother\b", re.IGNORECASE)
_NAME_REACH = 80  # code points


def alone(index: Index, entry: Entry, assertion: Assertion) -> str | None:
    """Return the words by which a message says that only one side reported what both did."""
    if not entry.both:
        return None
    if one := _ONE_SIDE.search(assertion.within):
        return one.group()
    for found in found_in(assertion.quote, _NOBODY_ELSE):
        before = assertion.quote[: found.start()].rstrip(" ,")
        read = index.reader.read(before)
        last = read.spans[-1:]
        if last and last[0].ids("party", "people", "person") and not read.find("negation"):
            return f"{last[0].typed} {found.group()}"
    for found in _ONLY.finditer(assertion.quote):
        first = _next(index, assertion.quote, found)
        named = first.slots[:1] and first.spans[first.slots[0].at].ids("party")
        if named or (first.slots and first.slots[0].kind in PARTIES):
            return f"{found.group()}{first.slots[0].words}".strip()
    return None


def narrowed(index: Index, claim: Claim, question: Question) -> str | None:
    """Return whose claims a message says a caveat is on, where it is on those of others as well."""
    limited = next((c.sides for c in index.briefing.caveats if c.passage.text == claim.statement), ())
    seats = [s._replace(value=index.seats[s.value]) for s in question.find("place") if s.value in index.seats]
    named = [slot for slot in (*question.find(*ANYBODY), *seats) if index.side_of(slot.value) in limited]
    # Who is only told of it has no claims in it.
    owning = [s for s in named if s.owns or _owns_figures(question, s)]
    if not owning or index.sides_of(named) >= set(limited):
        return None
    return ", ".join(slot.words for slot in owning)


def _owns_figures(question: Question, who: Slot) -> bool:
    """Tell whether figures are somebody's by the words around a name ("figures of …", "Danish figures")."""
    following = question.spans[who.at + 1 :][:1]
    figures = any(span.ids("measure") or has_topic(span, "claims") for span in following)
    return figures or has_cue(question.before(who.at), "of", "by", "according-to")


def spared(index: Index, claim: Claim, assertion: Assertion) -> str | None:
    """Return the words by which a message says that a place was not touched which was."""
    for found in _NOT_THERE.finditer(assertion.within):
        first = _next(index, assertion.within, found).slots[:1]
        if first and first[0].kind == "place" and first[0].at == 0 and first[0].value in claim.places:
            return f"{found.group()}{first[0].words}".strip()
    return None


def wholly(index: Index, claim: Claim, assertion: Assertion) -> str | None:
    """Return the words by which a message says that all of a place was touched, where it was parts of it."""
    partly: set[str] = set()
    for found in _PARTS.finditer(claim.statement):
        slots = index.reader.read(claim.statement[found.end() :]).naming
        partly.update(slot.value for slot in takewhile(lambda slot: slot.kind == "place", slots))
    for found in _WHOLE.finditer(assertion.within):
        first = _next(index, assertion.within, found).slots[:1]
        if first and first[0].at == 0 and first[0].value in partly:
            return f"{found.group()}{first[0].words}"
    return None


def _next(index: Index, text: str, found: re.Match[str]) -> Question:
    """Return what stands behind words as far as a name reaches; all that follows would be read for each."""
    return index.reader.read(text[found.end() : found.end() + _NAME_REACH])


def everywhere(_index: Index, claim: Claim, assertion: Assertion) -> str | None:
    """Return the words by which a message has everywhere what a claim has in some places."""
    found = _EVERYWHERE.search(assertion.quote)
    return found.group() if found and claim.places and not _EVERYWHERE.search(claim.statement) else None


def excluded(index: Index, claims: Iterable[str], sentence: str) -> Iterator[Finding]:
    """Yield how a sentence says that something was no part of what a statement has ("no planes").

    Or that one of two things was all of it ("boats alone", where boats and planes were).
    """
    question = index.reader.read(sentence)
    for claim in claims:
        statement = index.by_id[claim].claim.statement
        for what in question.find("topic"):
            words = {token.stem for token in tokenise(what.words)}
            no = _none_before(question, what)
            if no and words <= {token.stem for token in tokenise(statement)}:
                yield Finding(sentence, "distorts", "direction", f"{no} {what.words}", statement, claim)
        for group in (figure.group for figure in index.by_id[claim].claim.figures):
            if left_out := _left_out(question, group):
                yield Finding(sentence, "distorts", "victim", left_out, group, claim)
        if one := _single(statement, sentence) or _without_part(index, statement, sentence):
            yield Finding(sentence, "distorts", "direction", one, statement, claim)


def _left_out(question: Question, group: str) -> str | None:
    """Return by what words none of one kind is said to be in a *group* of two ("no cows", "not cows")."""
    pair = {fold(one) for joined in _AND.findall(group) for one in joined}
    # "They lost no cows" leaves nobody out of a number.
    for whom in question.find("victims", "unknown") if question.find("number") else ():
        no = _none_before(question, whom)
        if no and fold(whom.words).split()[0] in pair:
            return f"{no} {whom.words}"
    return None


def _none_before(question: Question, what: Slot) -> str | None:
    """Return the "no" or "without" right before something, or before "any" of it."""
    before = [span for span in question.spans[: what.at] if span.words not in _ANY][-1:]
    return next((span.typed for span in before if span.words in _NONE), None)


def _single(statement: str, sentence: str) -> str | None:
    """Return by what words a sentence has only one of two things that a statement joins by "and"."""
    joined = [{fold(one) for one in pair} for pair in _AND.findall(statement)]
    for found in _ALONE.finditer(sentence):
        word = fold(found["before"] or found["after"] or found["all"])
        for pair in joined:
            # "Airpower alone" where it was "air and ground operations"
            if any(word.startswith(one) for one in pair) and not all(one in fold(sentence) for one in pair):
                return found.group()
    return None


def _without_part(index: Index, statement: str, sentence: str) -> str | None:
    """Return by what words a sentence has nobody in one of two things that a statement joins by "and"."""
    joined = {fold(one) for pair in _AND.findall(statement) for one in pair}
    for found in _NO_PART.finditer(sentence):
        who = found["who"]
        takes_part = who.casefold() in _TAKING_PART or index.reader.read(who).find("victims")
        if takes_part and fold(found["what"]) in joined:
            return found.group()
    return None


def untouched(index: Index, claim: Claim, assertion: Assertion) -> str | None:
    """Return the words by which a message says that nothing else was touched, though more was."""
    named = assertion.question.values("place")
    if not named or not set(claim.places) & named:
        return None
    # What has no time of its own is no event that others are told of beside.
    beside = (claim.happened or claim.when) and _OTHERS.search(claim.statement)
    more = set(claim.places) - named or beside
    words = (
        NOTHING_ELSE.search(assertion.within)
        or _THE_ONLY.search(assertion.quote)
        or _limit(index, assertion.quote)
    )
    return words.group().strip() if words and more else None


def _limit(index: Index, text: str) -> re.Match[str] | None:
    """Return the "only" that stands before a place, or before what was done there."""
    for found in _ONLY.finditer(text):
        first = index.reader.read(text[found.end() :]).slots[:1]
        just = found["only"].casefold() == "just"
        if first and (first[0].kind == "place" or (not just and first[0].value in index.reader.acts)):
            return found
    return None
