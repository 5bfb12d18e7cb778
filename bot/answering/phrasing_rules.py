"""The last rule: what no slot explains may still be asked as a curator has phrased it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.answering.event_rules import is_presumed
from bot.answering.figures import figure_query, rows, without
from bot.answering.outcome import Abstention, Answer, Choice, Premise, Receipt, Shown
from bot.answering.retrieval.terms import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Set as AbstractSet

    from bot.answering.case import Case
    from bot.answering.events import Conflict
    from bot.answering.index import Index
    from bot.answering.outcome import Outcome
    from bot.answering.question import Slot
    from bot.answering.retrieval.ranking import Ranking

# An abstention for one of these may only mean that the vocabulary is poor.
UNEXPLAINED = frozenset({"not_covered", "too_vague"})
MOST_OFFERED = 3
AS_PHRASED = "asked as it is phrased"  # the receipt's word for it
_NAMES = ("place", "party", "claimant", "date")
# What names so many things, or is so like a known phrasing (0-100), is understood by what it names.
NAMED, KNOWN = 3, 75.0
# Hardly more words than a measure ask for all its figures.
BARE = 2
# So many claims are no answer to what is asked in few words.
MANY = 4


def rests_on_words(index: Index, outcome: Outcome) -> bool:
    """Tell whether an outcome rests on words in common, with no name and no label of a curator's."""
    match outcome:
        case Abstention(reason=reason):
            return reason in UNEXPLAINED
        case Answer(receipt=Receipt(rule="phrasings" | "the opposite is claimed", question=question)):
            return not any(_is_label(index, named) for named in index.bag(question))
        case _:
            return False


def rests_on_little(index: Index, outcome: Outcome) -> bool:
    """Tell whether a question names so little that how it is asked may say more."""
    if isinstance(outcome, Abstention):
        return outcome.reason in UNEXPLAINED
    receipt = outcome.receipt
    named = sum(not feature.startswith("ask:") for feature in index.bag(receipt.question))
    match receipt.rule:
        case "phrasings":
            listed = receipt.question.asks("what-happened") and receipt.question.find("place", "date")
            known = named > 1 and receipt.ranked[0].score >= KNOWN
            return named < NAMED and not known and not listed
        case "figures" | "figures with that number" | "no such figure":
            counted = receipt.question.asks("how-many") or receipt.question.find("number")
            return named < NAMED and not counted and len(receipt.question.text.split()) > BARE
        case rule:
            return rule != "who somebody is"


def shows(index: Index, outcome: Outcome, claim: str) -> bool:
    """Tell whether an outcome shows a claim, or another with its statement."""
    shown = outcome.shown if isinstance(outcome, Answer | Premise) else ()
    return states(index, (one.claim for one in shown), claim)


def states(index: Index, shown: Iterable[str], claim: str) -> bool:
    """Tell whether a claim is shown, or another with its statement."""
    statement = index.by_id[claim].claim.statement
    return any(index.by_id[one].claim.statement == statement for one in shown)


def by_phrasing(case: Case, outcome: Outcome, ranking: Ranking) -> Outcome:
    """Answer with the claim whose phrasings are asked for beyond doubt, or offer those that may be meant.

    Whatever a question names still has to agree with the claim. Where only words that the claim does not
    have are in the way, it is offered and not given: they may change what is asked. Nothing is offered where
    a curator has said of the claims what they are about, and the question names nothing of it.
    """
    matches = [match.claim for match in ranking.matches]
    fit = [claim for claim in matches if _fits(case, claim)]
    if ranking.covered and fit[:1] == matches[:1]:
        if ranking.certain and not case.conflicts[fit[0]]:
            return Answer((Shown(fit[0], "answer"),), case.receipt(AS_PHRASED))
        if len(fit) > 1 and not case.index.labelled:
            return Choice(tuple(fit[:MOST_OFFERED]), case.receipt("asked much as these are phrased"))
    if not isinstance(outcome, Abstention):
        return case.abstain("not_covered", case.words("unknown"))
    return _offering(outcome, ranking)


def by_example(case: Case, outcome: Outcome, ranking: Ranking) -> Outcome:
    """Answer as examples have taught: with the claim asked for beyond doubt, or not at all.

    A few claims that a question which names little was answered with stay beside it.
    """
    if ranking.strange and not isinstance(outcome, Abstention):
        return case.abstain("not_covered", case.words("unknown"))
    if ranking.certain:
        claim = ranking.matches[0].claim
        hard = _hard(case, claim, ranking.unheard)
        given = not hard and counts_what_is_asked(case, claim)
        if isinstance(outcome, Answer | Premise) and len(outcome.shown) < MANY:
            if given and not shows(case.index, outcome, claim):
                return replace(outcome, shown=(Shown(claim, outcome.shown[0].role), *outcome.shown))
        elif given:
            return Answer((Shown(claim, "answer"),), case.receipt(AS_PHRASED))
        elif not isinstance(outcome, Answer | Premise) and (taken := _taken(case, claim, hard)):
            return case.premise([claim], taken, "the briefing has it otherwise")
    return _offering(outcome, ranking) if isinstance(outcome, Abstention) else outcome


def may_be_given(case: Case, claim: str) -> bool:
    """Tell whether nothing that a question names forbids to answer it with a claim that it is phrased as."""
    return not _hard(case, claim, frozenset()) and counts_what_is_asked(case, claim)


def counts_what_is_asked(case: Case, claim: str) -> bool:
    """Tell whether a claim that counts something has a figure of what the question counts, if it does."""
    if not case.index.by_id[claim].claim.figures:
        return True
    query = figure_query(case.index, case.question)
    found = rows(case.index, without(query, "topics")) if query else ()
    return query is None or any(row.entry.claim.id == claim for row in found)


def _hard(case: Case, claim: str, unheard: AbstractSet[str]) -> list[Conflict]:
    """Return what a question names that forbids a claim which it is phrased as.

    What it names and the claim lacks is mostly a matter of words. Whoever names a side, a speaker, a day, a
    place or a figure means just that, and so does who asks when, where or why.
    """
    return [one for one in case.conflicts[claim] if not _is_soft(case.index, claim, one.slot, unheard)]


def _is_soft(index: Index, claim: str, slot: Slot, unheard: AbstractSet[str]) -> bool:
    entry = index.by_id[claim]
    match slot.kind:
        case "topic" | "unknown" | "other-medium":
            return True
        case "elsewhere":
            # Of another subject, unless it was learnt to mean nothing.
            return unheard.isdisjoint(words_of(slot.words))
        case "ask":
            return slot.value == "kind-of"
        case "place":
            # Where a side's government sits stands for the side.
            seat = index.seats.get(slot.value)
            return seat is not None and f"party:{index.side_of(seat)}" in entry.labels
        case "victims":
            return not entry.claim.figures
        case "claimant":
            # Whoever asks for a denial may name whose claim is denied.
            return entry.claim.speech_act == "denies"
        case _:
            return False


def _taken(case: Case, claim: str, hard: list[Conflict]) -> str:
    """Return the words for what a question takes wrongly for granted, if that is all it has wrong."""
    wrong = [conflict for conflict in hard if conflict.slot.value != "why"]
    entry = case.index.by_id[claim]
    if not all(is_presumed(case, field, entry, wrong) for field in {conflict.field for conflict in wrong}):
        return ""
    return ", ".join(dict.fromkeys(conflict.slot.words for conflict in wrong))


def _offering(outcome: Abstention, ranking: Ranking) -> Abstention:
    if outcome.nearest or not ranking.covered:
        return outcome
    return replace(outcome, nearest=tuple(match.claim for match in ranking.matches[:MOST_OFFERED]))


def _is_label(index: Index, named: str) -> bool:
    """Tell whether what a question names is a name, or what a curator says of a claim, or its opposite."""
    kind, _, value = named.partition(":")
    return kind in _NAMES or f"{kind}:{index.opposites.get(value, value)}" in index.labels


def _fits(case: Case, claim: str) -> bool:
    return all(conflict.slot.kind == "unknown" for conflict in case.conflicts[claim])
