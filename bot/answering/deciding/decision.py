"""Decides what a question gets: claims, a correction, a choice, or an honest abstention.

From the top down: a text, its sentences, what one of them joins, and one question, which the rules decide.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from bot.answering.claims.deeds import one_direction
from bot.answering.deciding import confirming, granted
from bot.answering.deciding.alternatives import beside_guesses, left_open, without_unknown
from bot.answering.deciding.case import Case
from bot.answering.deciding.each_doer import of_each_doer
from bot.answering.deciding.event_rules import is_sure
from bot.answering.deciding.example_rules import by_example, is_open, on_trial
from bot.answering.deciding.identity_rules import WHO_IT_IS
from bot.answering.deciding.lead_in import in_third_person, without_lead_in
from bot.answering.deciding.ordering import order_in
from bot.answering.deciding.others import whom_it_leaves
from bot.answering.deciding.outcome import Abstention, Answer, Premise, Shown
from bot.answering.deciding.parts import (
    declines,
    goes_back,
    granting,
    is_strange,
    merged,
    parts_of,
    questioned,
    with_account,
)
from bot.answering.deciding.phrasing_rules import AS_PHRASED, by_phrasing, rests_on_words, shows
from bot.answering.deciding.resolving import in_reply, is_reply, resolved
from bot.answering.deciding.rules import by_rules
from bot.answering.deciding.titles import retitled
from bot.answering.deciding.unknown_words import beside_the_point, stands
from bot.answering.deciding.unmeant import without_contrast, without_denial
from bot.answering.reading.question import ELSEWHERE
from bot.answering.reading.text import MAX_CHARACTERS, clean, sentences
from bot.answering.retrieval.terms import words_of
from bot.briefing.folding import bare

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.answering.claims.index import Index
    from bot.answering.deciding.outcome import Outcome, Reason
    from bot.answering.reading.question import Question
    from bot.answering.retrieval.learning import Trial
    from bot.answering.retrieval.ranking import Ranking

# Words of a gloss that say how a question is asked.
LEAST_GLOSSED = 4
_INSTRUCTION: Reason = "instruction"
# A sentence that is abstained from for one of these says nothing about the others.
_EMPTY = frozenset({"too_vague", "not_a_question"})


def decide(index: Index, text: str, *, glossed: bool = False) -> Outcome:
    """Return the outcome of the question *text*, by what it names or else by how the claims are asked for.

    A gloss has one word for all that is beside the point, so that no example tells whether it means anything.
    """
    text = in_third_person(index, text)
    outcome = granted.corrected(index, text, _weighed(index, text, glossed=glossed))
    outcome = confirming.confirmed(index, text, outcome) or outcome
    if isinstance(outcome, Abstention) and outcome.reason == "not_covered" and outcome.about:
        # That there is nothing on them would be false of words that the source has.
        lacking = [words for words in outcome.about.split(", ") if not stands(index, words)]
        return replace(outcome, about=", ".join(lacking) or None)
    return outcome


def tried(index: Index, text: str, claim: str | None, ranking: Ranking) -> Trial:
    """Return what an example that asks for a claim could be answered with, when it ranks like this."""
    outcome = _by_names(index, text)
    return on_trial(_case_of(index, outcome, clean(text)), outcome, ranking, claim)


def _weighed(index: Index, text: str, *, glossed: bool) -> Outcome:
    """Return the outcome by what a question names or else by how the claims are asked for."""
    outcome = _by_names(index, text)
    if (phrased := index.phrased.get(bare(text))) and not shows(index, outcome, phrased):
        return Answer((Shown(phrased, "answer"),), replace(outcome.receipt, rule=AS_PHRASED))
    if index.ranking is None:
        return outcome
    said = clean(text)
    if index.learnt:
        # Few words are what is left of a question that the vocabulary has no more of.
        few = glossed and len(text.split()) < LEAST_GLOSSED
        if phrased or few or not is_open(index, outcome):
            return outcome
        ranking = index.ranking(said)
        if glossed:
            beside = (words_of(slot.words) for slot in outcome.receipt.question.find("elsewhere"))
            ranking = ranking._replace(unheard=ranking.unheard.union(*beside))
        if ranking.trust is not None:
            return by_example(_case_of(index, outcome, said), outcome, ranking, glossed=glossed)
    if rests_on_words(index, outcome):
        case = _case_of(index, outcome, said)
        if not index.labelled or case.eligible:
            return by_phrasing(case, outcome, index.ranking(said))
    return outcome


def _case_of(index: Index, outcome: Outcome, text: str) -> Case:
    """Return the case of a whole text, which was most often read already."""
    receipt = outcome.receipt
    if receipt.question.text == text:
        return Case(index, receipt.question, receipt.ranked)
    return Case.about(index, index.reader.read(text))


def _by_names(index: Index, text: str) -> Outcome:
    """Return the outcome by what a text names, of the sentences that ask or else of those that tell."""
    if len(text) > MAX_CHARACTERS:
        return Case.about(index, index.reader.read("")).abstain("too_long")
    text = clean(text)
    if order := order_in(index, text):
        return Case.about(index, order).abstain(_INSTRUCTION)
    text = with_account(index, without_lead_in(index, text))
    said = sentences(text)
    if len(said) < 2:  # noqa: PLR2004 - a single sentence is the whole question
        return _whole_or_parts(index, index.reader.read(text))
    parts = [index.reader.read(part) for part in said]
    if len(wanted := [part for part in parts if not declines(part)]) == 1:
        return _whole_or_parts(index, wanted[0])
    asking = questioned(index, parts)
    if outcome := _of_guesses(index, asking, parts):
        return outcome
    marked = [part for part in parts if part.marked]
    for some in (asking, [part for part in parts if part not in asking]):
        outcomes = [_whole_or_parts(index, resolved(index, part, parts)) for part in some]
        spoken = [outcome for outcome in outcomes if isinstance(outcome, Answer | Premise)]
        silent = [
            outcome
            for outcome in outcomes
            if isinstance(outcome, Abstention) and outcome.reason not in _EMPTY
        ]
        if some is asking and any(outcome.receipt.question.find("other-place") for outcome in silent):
            return silent[0]
        if spoken:
            return merged(spoken, [one.receipt.question for one in silent if one.receipt.question in marked])
        if silent:
            return _taken_before(index, some, parts) or silent[0]
    return _sentence(index, index.reader.read(text))


def _of_guesses(index: Index, asking: Sequence[Question], parts: Sequence[Question]) -> Outcome | None:
    """Decide whether it was one of some things that the briefing has nothing of, where no more is asked.

    "What was hit in Wex? The mill? The bridge?"
    """
    guesses = [part for part in parts if part.marked and part not in asking]
    if not asking or not guesses or not all(map(is_strange, guesses)):
        return None
    lacking = ", ".join(slot.words for part in guesses for slot in part.naming)
    asked = beside_guesses(_whole_or_parts(index, asking[0]), guesses, lacking)
    return asked or Case.about(index, asking[0]).abstain("not_covered", lacking)


def _taken_before(index: Index, asking: Sequence[Question], parts: Sequence[Question]) -> Outcome | None:
    """Return a correction of what is told first, where the question goes back to it ("isn't that low")."""
    if not all(map(goes_back, asking)):
        return None
    told = (_whole_or_parts(index, granting(index, part)) for part in parts if part not in asking)
    return next((one for one in told if isinstance(one, Premise)), None)


def _whole_or_parts(index: Index, question: Question) -> Outcome:
    """Decide a single sentence, as a whole or else for each of the questions that it joins."""
    whole = of_each_doer(index, question, _sentence)
    if isinstance(whole, Abstention) and whole.reason in {_INSTRUCTION, "not_a_question"}:
        return whole
    listed = ";" in question.text
    parts = _in_parts(index, question, whole=isinstance(whole, Answer) and not listed)
    if isinstance(whole, Abstention):
        return parts or whole
    # What is answered as a whole is so again in parts only if each is a question of its own.
    return parts if isinstance(whole, Answer) and parts and (listed or not parts.left) else whole


def _in_parts(index: Index, question: Question, *, whole: bool) -> Answer | Premise | None:
    """Answer what can be answered of a question that asks two things, and say what could not.

    Where the *whole* has an answer, a part that only goes on with it is no question of its own.
    """
    read = parts_of(index, question)
    if not read or not (
        read[0].marked
        or read[0].find("ask")
        or read[0].mentions("verification")
        or is_reply(read[-1])  # "she threatens them and what do they answer"
    ):
        return None
    parts = [resolved(index, part, read) for part in read]
    named = ({feature for feature in index.bag(part) if not feature.startswith("ask:")} for part in parts)
    if whole and any(
        len(one) == 1 and part.find("topic", "measure") for one, part in zip(named, parts, strict=True)
    ):
        return None
    outcomes: list[Outcome] = []
    for part, meant in zip(read, parts, strict=True):
        outcome = _sentence(index, meant)
        replying = part is not meant and is_reply(part)
        outcomes.append(in_reply(index, outcome, outcomes) if replying else outcome)
    spoken = [outcome for outcome in outcomes if isinstance(outcome, Answer | Premise)]
    left = [part for part, one in zip(parts, outcomes, strict=True) if isinstance(one, Abstention)]
    strange = any(part.find(*ELSEWHERE) for part in left)
    return None if strange or not spoken else merged(spoken, left)


def _sentence(index: Index, question: Question) -> Outcome:
    """Decide a question as it is, or without what it calls somebody that they are not."""
    outcome = _untitled(index, question)
    if isinstance(outcome, Premise) or outcome.receipt.rule == WHO_IT_IS:
        return outcome  # whoever holds the office is shown
    return retitled(index, question, partial(_untitled, index)) or outcome


def _untitled(index: Index, question: Question) -> Outcome:
    """Decide a question whatever it calls people."""
    meant = without_denial(without_contrast(whom_it_leaves(index, question)))
    case = Case.about(index, one_direction(index, meant))
    outcome = by_rules(case)
    if isinstance(outcome, Abstention) and (left_out := beside_the_point(index, question)):
        rest = case.without(left_out)
        again = by_rules(rest)
        if isinstance(again, Answer) and is_sure(rest):
            return again
    if isinstance(outcome, Abstention) and (known := without_unknown(index, question)):
        return left_open(index, known, _untitled(index, index.reader.read(known.rest))) or outcome
    return outcome
