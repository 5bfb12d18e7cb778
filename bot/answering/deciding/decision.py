"""Decides what a question gets: claims, a correction, a choice, or an honest abstention."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from bot.answering.claims.deeds import one_direction
from bot.answering.deciding import confirming, granted, untold
from bot.answering.deciding.about_rules import about_itself, judgement, nothing_named, overview
from bot.answering.deciding.account_rules import account
from bot.answering.deciding.agreement_rules import agreement, dating
from bot.answering.deciding.alternatives import beside_guesses, left_open, without_unknown
from bot.answering.deciding.beginning_rules import began
from bot.answering.deciding.beyond_figures import beyond_figures
from bot.answering.deciding.case import Case
from bot.answering.deciding.charge_rules import answered_charge
from bot.answering.deciding.denial_rules import denied_deed
from bot.answering.deciding.each_doer import of_each_doer
from bot.answering.deciding.event_rules import about_each_other, beyond, events, is_sure, why_not
from bot.answering.deciding.example_rules import by_example, is_open, on_trial
from bot.answering.deciding.favour_rules import favoured
from bot.answering.deciding.figure_rules import comparison, figures
from bot.answering.deciding.identity_rules import WHO_IT_IS, identity
from bot.answering.deciding.lead_in import in_third_person, without_lead_in
from bot.answering.deciding.leaning import unresolved
from bot.answering.deciding.naming_rules import name_given
from bot.answering.deciding.only_rules import only
from bot.answering.deciding.opposite_rules import opposites
from bot.answering.deciding.order_rules import around, in_order
from bot.answering.deciding.ordering import order_in
from bot.answering.deciding.others import whom_it_leaves
from bot.answering.deciding.outcome import Abstention, Answer, Premise, Shown
from bot.answering.deciding.parts import (
    declines,
    goes_back,
    granting,
    is_fragment,
    is_strange,
    merged,
    parts_of,
    questioned,
)
from bot.answering.deciding.phrasing_rules import AS_PHRASED, by_phrasing, rests_on_words, shows
from bot.answering.deciding.premise_rules import (
    alleged,
    answered_to,
    false_premise,
    heavy,
    miscalled,
    undone,
)
from bot.answering.deciding.quotation_rules import containing, mixed_name, quoted, verbatim
from bot.answering.deciding.reason_rules import reasons
from bot.answering.deciding.resolving import in_reply, is_reply, resolved
from bot.answering.deciding.stance_rules import credence, stances
from bot.answering.deciding.titles import retitled
from bot.answering.deciding.unknown_words import beside_the_point, stands
from bot.answering.deciding.unmeant import without_contrast, without_denial
from bot.answering.deciding.verification_rules import disbelief, others_verify, taken_as_verified, verified
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

# The first rule that has something to say decides.
_RULES = (
    mixed_name,
    containing,
    verbatim,
    name_given,
    favoured,
    judgement,
    stances,
    overview,
    quoted,
    nothing_named,
    unresolved,
    about_itself,
    answered_charge,
    credence,
    others_verify,
    disbelief,
    taken_as_verified,
    verified,
    identity,
    in_order,
    around,
    miscalled,
    answered_to,
    dating,
    agreement,
    began,
    opposites,
    heavy,
    beyond_figures,
    only,
    denied_deed,
    untold.untold,
    figures,
    comparison,
    beyond,
    about_each_other,
    alleged,
    reasons,
    undone,
    account,
    events,
    false_premise,
)
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


def _weighed(index: Index, text: str, *, glossed: bool) -> Outcome:
    """Return the outcome by what a question names or else by how the claims are asked for."""
    outcome = _decided(index, text)
    if (phrased := index.phrased.get(bare(text))) and not shows(index, outcome, phrased):
        return Answer((Shown(phrased, "answer"),), replace(outcome.receipt, rule=AS_PHRASED))
    if index.ranking is None:
        return outcome
    if index.learnt:
        # Few words are what is left of a question that the vocabulary has no more of.
        few = glossed and len(text.split()) < LEAST_GLOSSED
        if phrased or few or not is_open(index, outcome):
            return outcome
        said = clean(text)
        ranking = index.ranking(said)
        if glossed:
            beside = (words_of(slot.words) for slot in outcome.receipt.question.find("elsewhere"))
            ranking = ranking._replace(unheard=ranking.unheard.union(*beside))
        if ranking.trust is not None:
            return by_example(_case_of(index, outcome, said), outcome, ranking, glossed=glossed)
    if rests_on_words(index, outcome):
        said = clean(text)
        case = _case_of(index, outcome, said)
        if not index.labelled or case.eligible:
            return by_phrasing(case, outcome, index.ranking(said))
    return outcome


def tried(index: Index, text: str, claim: str | None, ranking: Ranking) -> Trial:
    """Return what an example that asks for a claim could be answered with, when it ranks like this."""
    outcome = _decided(index, text)
    return on_trial(_case_of(index, outcome, clean(text)), outcome, ranking, claim)


def _case_of(index: Index, outcome: Outcome, text: str) -> Case:
    """Return the case of a whole text, which was most often read already."""
    receipt = outcome.receipt
    if receipt.question.text == text:
        return Case(index, receipt.question, receipt.ranked)
    return Case.about(index, index.reader.read(text))


def _decided(index: Index, text: str) -> Outcome:
    """Return the outcome of the sentences that ask, or else of those that tell."""
    if len(text) > MAX_CHARACTERS:
        return Case.about(index, index.reader.read("")).abstain("too_long")
    text = clean(text)
    if order := order_in(index, text):
        return Case.about(index, order).abstain(_INSTRUCTION)
    text = without_lead_in(index, text)
    said = sentences(text)
    if len(said) < 2:  # noqa: PLR2004 - a single sentence is the whole question
        return _whole_or_parts(index, index.reader.read(text))
    parts = [index.reader.read(part) for part in said]
    if len(wanted := [part for part in parts if not declines(part)]) == 1:
        return _whole_or_parts(index, wanted[0])
    marked = [part for part in parts if part.marked]
    asking = (
        [part for part in marked if not is_fragment(part)] or marked or [p for p in parts if p.find("ask")]
    )
    asking = list(questioned(index, asking, parts))
    if asking and (named := [part for part in marked if part not in asking]) and all(map(is_strange, named)):
        # "What was hit in Wex? The mill? The bridge?" is whether it was one of them.
        lacking = ", ".join(slot.words for part in named for slot in part.naming)
        asked = beside_guesses(_whole_or_parts(index, asking[0]), named, lacking)
        return asked or Case.about(index, asking[0]).abstain("not_covered", lacking)
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


def _sentence(index: Index, question: Question) -> Outcome:
    outcome = _untitled(index, question)
    if isinstance(outcome, Premise) or outcome.receipt.rule == WHO_IT_IS:
        return outcome  # whoever holds the office is shown
    return retitled(index, question, partial(_untitled, index)) or outcome


def _untitled(index: Index, question: Question) -> Outcome:
    """Decide a question whatever it calls people."""
    meant = without_denial(without_contrast(whom_it_leaves(index, question)))
    case = Case.about(index, one_direction(index, meant))
    outcome = _by_rules(case)
    if isinstance(outcome, Abstention) and (left_out := beside_the_point(index, question)):
        rest = case.without(left_out)
        again = _by_rules(rest)
        if isinstance(again, Answer) and is_sure(rest):
            return again
    if isinstance(outcome, Abstention) and (known := without_unknown(index, question)):
        return left_open(index, known, _untitled(index, index.reader.read(known.rest))) or outcome
    return outcome


def _by_rules(case: Case) -> Outcome:
    return next((one for rule in _RULES if (one := rule(case)) is not None), None) or why_not(case)


def _in_parts(index: Index, question: Question, *, whole: bool) -> Answer | Premise | None:
    """Answer what can be answered of a question that asks two things, and say what could not.

    Where the *whole* has an answer, a part that only goes on with it is no question of its own.
    """
    read = parts_of(index, question)
    if not read or not (
        read[0].marked
        or read[0].find("ask")
        or read[0].about("verification")
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
