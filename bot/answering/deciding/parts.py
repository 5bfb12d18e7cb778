"""Takes apart what asks more than one thing, and puts together what its parts are answered with."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from bot.answering.deciding.beyond_figures import asks_part
from bot.answering.deciding.outcome import Answer, Premise
from bot.answering.reading.cues import has_cue
from bot.answering.reading.question import ANYBODY, COUNTS, STRANGE, Question
from bot.answering.reading.text import opening, sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.answering.claims.index import Index
    from bot.briefing.known_ids import Topic

# Two questions in one: ", and who …", " or did …", "…; …".
_PARTS = re.compile(
    r",\s+(?:and|but|or|so)\s+(?:then\s+)?"
    r"|\s+and\s+(?=whether\b)"
    r"|\s+(?:and|or|but)\s+(?:then\s+)?(?=(?:who|what|when|where|why|how|did|does|do|is|are|was|were|has|have)\b)"
    r"|[?;]\s*",
    re.IGNORECASE,
)
# "What happened on Thursday, what on Friday": one that asks from its beginning, and what it goes on with.
_GOES_ON = re.compile(
    r",\s+(?=(?:what(?:['’]?s)?|how)\s+(?!(?:about|a|an)\b)|(?:why|when|where)\s+(?:did|does|do|is|was|were)\b)",
    re.IGNORECASE,
)
# Not "when she spoke, …", which only says of what time it is asked.
_ASKS = re.compile(
    r"(?:[^,:]*:\s+)?(?:(?:who|what|why|how|which)\b|(?:when|where)\s+(?:did|does|do|is|are|was|were)\b)",
    re.IGNORECASE,
)
# "The dates of the raid and of the talks".
_OF_EACH = re.compile(
    r"(?>(?P<asked>.*?)\s+(?=of\s))(?P<one>of\s+.+?),?\s+and\s+(?P<last>of\s+.+)", re.IGNORECASE
)
_QUOTED: Topic = "quotation"
# What goes back to what was told, and what somebody says of that first.
_BACK = re.compile(r"\b(?:it|that|this|they|them|those|these|he|she|him|her|so)\b", re.IGNORECASE)
_GLAD = re.compile(
    rf"{opening()}(?:(?:(?:it|that)(?:['’]?s|\s+is)|(?:i['’]?m|i\s+am))\s+)?(?:so\s+|very\s+)?"
    r"(?:good|great|nice|glad|happy|sad|sorry|odd|strange|funny|weird|amazing|lucky|thank\s+god|relieved|interesting|impressive)"
    r"(?:\s+(?:to\s+(?:hear|see|know|read)|thing|news))?\s+(?:that\s+)?",
    re.IGNORECASE,
)
# "Wex: …": what all that follows is asked of.
_SUBJECT = re.compile(r"\W*+(?:\w++ ?){1,3}: *")
MAX_PARTS = 3
_END = " ?.!"
# Words that are no question of their own.
FRAGMENT = 2


def parts_of(index: Index, question: Question) -> list[Question]:
    """Return the questions that a sentence joins, nothing where it is one or more than can be told apart."""
    if asks_part(question):
        return []  # "how many from the air and how many on land" divides one count
    texts: list[str] = []
    joined = filter(str.strip, _PARTS.split(question.text))
    for part in (one for text in joined for one in (_GOES_ON.split(text) if _ASKS.match(text) else [text])):
        # "When and where did …" asks twice of one thing.
        lone = texts and len(texts[-1].split()) == 1
        texts[-1:] = [f"{texts[-1]} and {part}"] if lone else [*texts[-1:], part]
    texts = _of_each(index, *texts) if len(texts) == 1 else _of_the_same(index, texts)
    return [index.reader.read(part) for part in texts] if 1 < len(texts) <= MAX_PARTS else []


def _of_the_same(index: Index, texts: list[str]) -> list[str]:
    """Ask of all parts what the first begins with: "Wex: which day was it raided, and what was the toll"."""
    subject = _SUBJECT.match(texts[0])
    if subject is None or not index.reader.read(subject.group()).find("place", *ANYBODY):
        return texts
    return [texts[0], *(subject.group() + text for text in texts[1:])]


def _of_each(index: Index, text: str) -> list[str]:
    """Ask for the dates or the names "of" two things of each of them."""
    each = _OF_EACH.match(text)
    spans = index.reader.read(each["asked"]).spans if each else ()
    if each is None or not spans or not has_cue(spans[-1], "when", "names", "identity"):
        return [text]
    return [f"{each['asked']} {each['one']}", f"{each['asked']} {each['last']}"]


def with_account(index: Index, text: str) -> str:
    """Return *text* with a sentence that only says by whose account, or in whose words, joined on."""
    said = sentences(text)
    for asked, account in pairwise(said):
        begun, added = index.reader.read(asked), index.reader.read(account)
        by = begun.marked and _is_account(added) and not begun.find("person", "claimant")
        if by or (begun.find("topic") and _is_of_words(added)):
            return text.replace(asked, asked.rstrip(_END), 1).replace(
                account, f", {account.rstrip(_END)}?", 1
            )
    return text


def _is_account(part: Question) -> bool:
    """Tell whether a sentence is no more than "according to her", "by her own count"."""
    first = next(iter(part.spans), None)
    by = has_cue(first, "by") and (part.hears("account") or part.asks("says"))
    named = {slot.kind for slot in part.slots if slot.value != "claims"}
    speaking = named - {"ask"} and named <= {"ask", "claimant", "person", "party", "actor"}
    return bool(speaking) and (by or has_cue(first, "according-to"))


def _is_of_words(part: Question) -> bool:
    """Tell whether a sentence is no more than "show me both quotes"."""
    return [slot.value for slot in part.naming] == [_QUOTED]


def declines(part: Question) -> bool:
    """Tell whether a sentence says what is not wanted ("don't give me hers again")."""
    told = part.find(*COUNTS, "victims", "topic", "actor", "target")
    first = next((one for one in part.spans if has_cue(one, "negation") or not one.ids("aside")), None)
    return has_cue(first, "negation") and not part.marked and not told


def questioned(index: Index, parts: Sequence[Question]) -> Sequence[Question]:
    """Return the sentences that ask: by a question mark, more than a fragment if any is, or else by a word.

    "They raided it on Sunday. True?" asks of a deed of which nothing is counted, "27 or what? I need the
    wounded" for the wounded.
    """
    marked = [part for part in parts if part.marked]
    whole = [part for part in marked if not is_fragment(part)]
    asking = whole or marked or [part for part in parts if part.find("ask")]
    if asking and all({slot.kind for slot in part.naming} == {"number"} for part in asking):
        return [part for part in parts if part.find("measure") and not part.find("number")] or asking
    if not all(part.points and part.asks("true", "false") for part in asking):
        return asking
    deeds = [part for part in parts if index.reader.acts & part.topics]
    return [deed for deed in deeds if not deed.find(*COUNTS)] or asking


def goes_back(part: Question) -> bool:
    """Tell whether a sentence only asks of what was told before ("how did they do it")."""
    named = part.find(*ANYBODY, "place", "date", "number", "measure", "victims", *STRANGE[1:])
    return not named and bool(_BACK.search(part.text))


def granting(index: Index, part: Question) -> Question:
    """Read what is told as taken for granted: as who asks why it is so takes it."""
    return index.reader.read(f"why {_GLAD.sub('', part.text).rstrip(_END)}")


def is_fragment(part: Question) -> bool:
    """Tell whether a sentence is a word or two that only go on with another ("army?", "Orla or Arden?")."""
    chosen = part.alternative and {slot.kind for slot in part.slots} <= set(ANYBODY)
    return (chosen or len(part.text.split()) <= FRAGMENT) and not part.find("ask")


def is_strange(part: Question) -> bool:
    """Tell whether a fragment names nothing but things that the briefing has nothing of ("airport?")."""
    return is_fragment(part) and bool(part.naming) and len(part.find(*STRANGE)) == len(part.naming)


def merged(outcomes: Sequence[Answer | Premise], left: Sequence[Question]) -> Answer | Premise:
    """Return one outcome that shows what all show, and names what of the question is left open."""
    unanswered = "; ".join(part.text.strip(_END) for part in left) or None
    first = next((outcome for outcome in outcomes if isinstance(outcome, Premise)), outcomes[0])
    shown = tuple(dict.fromkeys(shown for outcome in outcomes for shown in outcome.shown))
    return replace(first, shown=shown, left=unanswered)
