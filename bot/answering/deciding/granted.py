"""Corrects what a question takes for granted, by holding it against the claims as if a message said it.

Whoever asks why something is so says that it is so ("why did Belmar close the canal", "Belmar closed the
canal, so why …?"). Whether anything had it so is for `checking` to tell.
"""

from __future__ import annotations

import re
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from bot.answering.deciding.case import MAX_ANSWERS, Case
from bot.answering.deciding.confirming import END, is_of_two, is_tagged, without_tag
from bot.answering.deciding.event_rules import is_after_edition
from bot.answering.deciding.outcome import Abstention, Answer, Choice, Premise
from bot.answering.deciding.parts import merged
from bot.answering.reading.question import COUNTS, SPEAKERS
from bot.answering.reading.text import clean, opening, sentences, tokenise

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.answering.claims.index import Entry, Index
    from bot.answering.deciding.outcome import Outcome, Rule
    from bot.answering.reading.question import Question
    from bot.briefing.known_ids import Ask, Topic

# Abstained from for another reason, a question takes nothing for granted.
_OPEN = frozenset({"not_covered", "no_figure", "too_vague"})
_UNVERIFIED: Rule = "nothing is verified"
_WILLING: Topic = "willing"
_SATURDAY = 5
# Nobody asks why of more in one breath, and each is held against all claims as a message is.
_MOST_TOLD = 4
# "Explain the raid on Wex".
_EXPLAIN = re.compile(
    opening("please", "pls", "can", "could", "someone", "somebody", "anyone", "you")
    + r"(?:explain|justify)\s+(?:(?:to\s+)?(?:me|us)\s+)?(?:how\s+|that\s+)?",
    re.IGNORECASE,
)
# "How did they end up with 12 dead".
_HOW = re.compile(
    rf"{opening()}how\s+(?:did|do|does|could)\s+"
    r"(?=.*\b(?:ends?\s+up|wind\s+up|wound\s+up|comes?\s+to|gets?\s+to|manage[sd]?\s+to|let|lets)\b)",
    re.IGNORECASE,
)
# "What was the reason Wex was hit", "what prompted the raid on Wex".
_REASON = re.compile(
    rf"{opening()}what(?:['’]?s|\s+is|\s+was|\s+were)?\s+(?:"
    r"the\s+(?:reasons?|motives?|causes?|trigger|logic|rationale|justification|point)\s+"
    r"(?:(?:for|of|behind|that|why)\s+)?|(?:prompted|led|drove|caused|triggered|moved|pushed)\s+(?:to\s+)?)",
    re.IGNORECASE,
)
# "Is it that …", "did they …": what stands between the word that asks and what is taken for granted.
_AUXILIARY = re.compile(r"^\W*(?:['’](?:s|d)\s+)?(?:(?:is|was)\s+it\s+that|did|does|do)\s+", re.IGNORECASE)
# "…, so that's why …", "…, then how come …"; looked for only where what is told ends.
_SO = re.compile(
    r"(?=.{0,80}\Z)(?:[,;]|\b(?:so|then|and|but|that['’]?s|that\s+is|is|was)\b|\s)+$",
    re.IGNORECASE | re.DOTALL,
)
# "Since Belmar confirmed it, why …", "if they really did, then why …".
_SINCE = re.compile(opening("if", "as", "because", "given", "since", "now", "that"), re.IGNORECASE)
# "Y did they", "so y".
_SHORT = re.compile(r"(?:^|(?<=[,.;?!]))(\s*(?:(?:so|and|but)\s+)?)y(?=\s+\w)", re.IGNORECASE)
# "Once Belmar had closed it, why did Arden …": in what order, if both were so.
_ONCE = re.compile(rf"{opening()}(?:(?:right|just|only)\s+)?(?:once|after|as\s+soon\s+as)\b", re.IGNORECASE)
# "… only after Belmar had": in what order, and no condition.
_ONLY = re.compile(r"\bonly\s+(?=(?:after|once|when)\b)", re.IGNORECASE)
# "… why did Arden answer them with a threat": it made one.
_REPLYING = re.compile(
    r"\b(?:answer|respond|reply|react|counter)\s+(?:to\s+)?(?:(?:them|him|her|it|this|that)\s+)?(?:with|by)\s+",
    re.IGNORECASE,
)
# "What evidence has Arden for its claim that …": Arden claims it.
_GROUNDS = re.compile(
    r"^\W*(?:what|which|where['’]?s|where\s+is)\s+(?:the\s+)?(?:evidence|proof|basis|grounds?|support)\s+"
    r"(?:do|does|did|has|have|can)\s+(?P<who>.+?)\s+(?:(?:have|has|got|offer|give|show|cite|present|produce)\w*\s+)?"
    r"(?:for|behind|to\s+back|to\s+support|to\s+prove)\s+(?:its|their|his|her|the)\s+"
    r"(?:charge|claim|allegation|accusation|assertion|complaint)s?\s+that\s+(?P<what>.+)$",
    re.IGNORECASE,
)
# "Given that it was closed, who …", "now Belmar has closed it, what …": what is told first.
# So is what "she says" in "if she says …, who …".
_GIVEN = re.compile(
    rf"{opening()}(?:(?:given|since|seeing|considering|now)\s+(?:that\s+)?"
    r"|if\s+(?=[^,]*\b(?:says?|claims?|insists?|maintains?|admits?|denies|deny|states?|holds?|swears?|said|claimed)\b))"
    r"(?P<told>.+?),\s+"
    r"(?:then\s+)?(?=(?:who|what|how|when|where|which|whose|can|could|did|does|do|is|are|was|were|will|would)\b)",
    re.IGNORECASE,
)
_UNDONE = re.compile(r"(?:\bnot|n['’]?t|\bnever)$", re.IGNORECASE)
# Who asks one of these tells nothing.
_ASKING: tuple[Ask, ...] = (
    "how-many", "who", "identity", "when", "clock", "where", "why", "what-happened", "who-claims",
    "definition", "compare", "names",
)  # fmt: skip


class _Difference(NamedTuple):
    """In what something told differs from a claim, and the words for it."""

    field: str | None
    said: str
    claim: str


def corrected(index: Index, text: str, outcome: Outcome) -> Outcome:
    """Return a correction of what *text* takes for granted, or its *outcome* where nothing is otherwise."""
    match outcome:
        case Answer() | Choice():
            pass
        case Abstention(reason=reason) if reason in _OPEN:
            pass
        case Premise() if outcome.receipt.rule == _UNVERIFIED:
            pass  # nor may it have been said at all
        case _:
            return outcome
    asked = _SHORT.sub(r"\1why", clean(text))
    told = islice(_taken_for_granted(index, asked), _MOST_TOLD)
    found = (_correction(index, one) for one in told)
    first = next((one for one in found if one is not None), None)
    if isinstance(first, Premise) and isinstance(outcome, Premise):
        return merged((first, outcome), ())
    return first or outcome


def _taken_for_granted(index: Index, text: str) -> Iterator[str]:
    """Yield what is told where it is asked why, in a sentence of its own or before or behind the word."""
    said = [(sentence, index.reader.read(sentence)) for sentence in sentences(text)]
    for n, (sentence, question) in enumerate(said):
        asking = question.asks("why")
        if asking:
            yield from _around_the_word(index, sentence, question)
        elif alleged := _GROUNDS.match(sentence):
            yield f"{alleged['who']} alleges that {alleged['what'].rstrip(END)}"
        elif explained := _EXPLAIN.match(sentence) or _HOW.match(sentence) or _REASON.match(sentence):
            yield sentence[explained.end() :].rstrip(END)
        elif any(other.asks("why") for _, other in said[n + 1 : n + 2]) and not _is_heard(question):
            yield without_tag(sentence)
        elif given := _GIVEN.match(sentence):
            yield given["told"]
        elif is_tagged(sentence) and not question.asks(*_ASKING) and not _is_heard(question):
            told = without_tag(sentence)
            if not is_of_two(index, index.reader.read(told)):  # of who answered whom more is open
                yield told


def _is_heard(question: Question) -> bool:
    """Tell whether something is only told as what somebody says whom the briefing does not know."""
    says = [slot.at for slot in question.ask_slots("says")]
    return bool(says) and not any(slot.at < says[0] for slot in question.find(*SPEAKERS))


def _around_the_word(index: Index, sentence: str, question: Question) -> Iterator[str]:
    at = next(slot.at for slot in question.ask_slots("why"))
    tokens, span = tokenise(sentence), question.spans[at]
    rest = _AUXILIARY.sub("", sentence[tokens[span.last - 1].end :]).rstrip(END)
    if _ONCE.match(sentence):
        yield f"{sentence[: tokens[span.first].start]}{_REPLYING.sub('say ', rest)}"
    head = _SO.sub("", sentence[: tokens[span.first].start].rstrip(END))
    head = without_tag(_SINCE.sub("", head))
    if index.reader.read(head).naming:
        yield head
        if question.hears("pronoun"):
            return
    yield rest


def _correction(index: Index, told: str) -> Outcome | None:
    # What checks messages is slow to import, and few questions ask why.
    from bot.answering.checking.certainty import DOUBTED  # noqa: PLC0415
    from bot.answering.checking.messages import check  # noqa: PLC0415
    from bot.answering.checking.noughts import noughts  # noqa: PLC0415

    if DOUBTED.search(told):
        return None  # "why might they have done it" takes nothing for granted
    told = _ONLY.sub("", told)
    case = Case.about(index, index.reader.read(told))
    denied = case.question.find("negation")
    # "Nobody is missing" counts, where "they didn't" denies.
    none = bool(noughts(case.question)) and not any(_UNDONE.search(slot.words) for slot in denied)
    if len(case.question.naming) < 2 or (denied and not none):  # noqa: PLR2004 - one thing is no telling
        return None  # and what was not done, or not as far as is known, is told by the rules
    findings = check(index, told).findings
    wrong = [
        _Difference(one.field, one.said or one.quote, one.claim)
        for one in findings
        if one.verdict == "distorts" and one.claim
    ]
    wrong = [one for one in wrong if _is_otherwise(case, one, none=none)]
    claims = [one.claim for one in wrong]
    if any(one.field == "order" for one in wrong):  # which is of both
        claims += [one.claim for one in findings if one.claim]
    claims = list(dict.fromkeys(claims))[:MAX_ANSWERS]
    words = ", ".join(dict.fromkeys(_words(case, one) for one in wrong))
    return case.premise(claims, words, "the briefing has it otherwise") if claims else None


def _is_otherwise(case: Case, finding: _Difference, *, none: bool) -> bool:
    """Tell whether the briefing has it otherwise, where it might not have been so as well."""
    question, entry = case.question, case.index.by_id[finding.claim]
    refused = any(case.index.opposites.get(topic) == _WILLING for topic in question.topics)
    if refused or question.find("other-party", "other-medium"):
        return False  # what one side offers the other may refuse; somebody else may have said or done it too
    match finding.field:
        case "place":
            # Who was hit in one place on a day was not in another; of attacks there may have been one there.
            placed = question.find("place") and question.find("date") and not question.find("other-place")
            lies = not question.find("topic", "measure")  # where a place lies, whatever was done there
            return bool(entry.claim.places) and (entry.claim.actor is None or bool(placed) or lies)
        case "date":
            return any(_was_idle(case.index, entry, slot.value) for slot in question.find("date"))
        case "figure" | "measure" | "victim":
            # "Dozens" of what is counted as one; of words no more is told.
            counted = none or bool(question.find("number"))
            return counted or (finding.field == "figure" and "many" in question.values("qualifier"))
        case "claimant":
            # What somebody says of no more than what was done, the other side may say too.
            topics = question.topics  # who is only somebody’s spokesman does nothing
            only_acts = topics and topics <= case.index.reader.acts and not question.find(*COUNTS)
            return not only_acts
        case "direction" | "order":
            return True
        case _:
            return False  # that a claim has lost its attribution makes it no other


def _was_idle(index: Index, entry: Entry, value: str) -> bool:
    """Tell whether a claim's deed was not done on a day: not later, and not on one told of as a weekend's."""
    year = str(entry.days[0].year) if entry.claim.happened else ""
    try:
        day = date.fromisoformat(f"{year}-{value[2:]}" if value.startswith("--") else value)
    except ValueError:
        return False  # a weekday, or no day at all
    return bool(year) and not is_after_edition(index, day.isoformat()) and day.weekday() < _SATURDAY


def _words(case: Case, finding: _Difference) -> str:
    """Return the asker's words for what differs; of what is counted, the number."""
    told = finding.said in case.question.text and finding.field != "measure"
    return finding.said if told else case.words("number") or finding.said
