"""Corrects who would have it confirmed that one side began and the other answered, the wrong way round."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.answering.deciding.case import MAX_ANSWERS, Case
from bot.answering.deciding.outcome import Abstention, Premise
from bot.answering.reading.question import COUNTS, PARTIES, STRANGE
from bot.answering.reading.text import clean, opening, sentences

if TYPE_CHECKING:
    from bot.answering.claims.index import Index
    from bot.answering.deciding.outcome import Outcome
    from bot.answering.reading.question import Question
    from bot.briefing.known_ids import Topic

# Of these only one side's is told of what the other did.
_ANSWERING: frozenset[Topic] = frozenset({"retaliation", "response"})
# "Is it true that …", "am I right that …", "did …": what stands before what is to be confirmed.
_LEAD = re.compile(
    rf"{opening('hang on')}(?:"
    r"(?:is|was|isn[’']?t|wasn[’']?t|ain[’']?t)\s+it\s+(?:not\s+)?(?:true|correct|right|a\s+fact|the\s+case|that)(?:\s+that)?\s+"
    r"|am\s+i\s+(?:right|correct)\s+(?:that|in\s+(?:thinking|saying)(?:\s+that)?|to\s+(?:think|say)(?:\s+that)?)\s+"
    r"|(?:did|does|do|didn[’']?t)\s+)?",
    re.IGNORECASE,
)
# "…, correct?", "…, isn’t that so?", "…, didn’t they?"
_TAG = re.compile(
    r"(?<![,\s–—-])[,\s–—-]+(?:(?:is(?:n[’']?t)?|am)\s+(?:that|it|i)\s+)?"
    r"(?:yeah|yes|no|right|correct|true|so|ok|okay|innit|eh|huh|(?:\w+n[’']?t|did|was)\s+(?:it|they|he|she))$",
    re.IGNORECASE,
)
_APART = ",–—-"
_INVERTED = re.compile(
    rf"{opening()}(?:is|are|was|were|do|does|did|has|have|had|can|could|would|will)\b",
    re.IGNORECASE,
)
# "Wex’s the capital".
_IS = re.compile(r"(?<=\w)['’]s(?=\s+(?:the|a|an|in)\b)", re.IGNORECASE)
END = " ?!.,;:–—-"


def confirmed(index: Index, text: str, outcome: Outcome) -> Outcome | None:
    """Return who answered whom as the claims have it, None where nothing of it is to be confirmed."""
    if isinstance(outcome, Abstention) and outcome.reason != "not_covered":
        return None
    for sentence in sentences(clean(text)):
        if not _ANSWERING & index.reader.read(sentence).topics:
            continue
        told = without_tag(_LEAD.sub("", sentence))
        question = index.reader.read(told)
        if not is_of_two(index, question) or not _would_have_it_confirmed(index, sentence):
            continue
        # What checks messages is slow to import, and few questions are of who answered whom.
        from bot.answering.checking.messages import check  # noqa: PLC0415

        case, checked = Case.about(index, question), check(index, told)
        claims = list(dict.fromkeys(f.claim for f in checked.findings if f.claim))[:MAX_ANSWERS]
        if checked.verdict == "matches" and isinstance(outcome, Premise):
            return case.answer(claims, "phrasings")
        wrong = [f for f in checked.findings if f.field == "direction"]
        turned = {f.claim for f in wrong}
        if wrong and turned.issuperset(f.claim for f in checked.findings):
            said = ", ".join(dict.fromkeys(f.said or f.quote for f in wrong))
            return case.premise(claims, said, "the briefing has it otherwise")
    return None


def is_tagged(sentence: str) -> bool:
    """Tell whether a sentence ends in words that would have it confirmed ("…, right?", "…, isn’t it?").

    "Are her figures right" asks for them.
    """
    tag = _TAG.search(sentence.rstrip(END))
    return tag is not None and (tag[0][0] in _APART or not _INVERTED.match(sentence))


def without_tag(sentence: str) -> str:
    """Return what a sentence would have confirmed."""
    return _IS.sub(" is", _TAG.sub("", sentence.rstrip(END))).rstrip(END)


def is_of_two(index: Index, question: Question) -> bool:
    """Tell whether it is told what one side did and that the other answered, with nothing counted."""
    sides = index.sides_of(question.find(*PARTIES))
    sides |= {index.side_of(index.seats[one]) for one in question.values("place") & index.seats.keys()}
    other = question.find(*COUNTS, "person", "negation", *STRANGE)
    return bool(_ANSWERING & question.topics) and len(sides) > 1 and not other


def _would_have_it_confirmed(index: Index, sentence: str) -> bool:
    return is_tagged(sentence) or Case.about(index, index.reader.read(sentence)).is_yes_no
