"""The last rules: what no slot explains may still be asked as a curator has phrased it, or as people ask."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.answering.beside import is_beside_the_point, is_main_verb
from bot.answering.event_rules import asks_of_a_place, asks_what_did_not_happen, is_presumed
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
    from bot.answering.question import Slot, SlotKind
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
# Rules that look at a word or two, so that a question may well be after something else.
_LOOSE = frozenset(
    {
        "what one side says of the other’s claims",
        "the figures side by side",
        "the opposite is claimed",
        "another’s claim",
        "nothing is admitted",
    }
)
_OWNERS = ("’s", "'s", "s’", "s'")
_SPEAKERS: tuple[SlotKind, ...] = ("claimant", "person", "party", "actor", "target", "side")


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
    receipt = outcome.receipt
    question = receipt.question
    # Whether somebody is or lies is no matter of how it is asked: each side gets the same.
    if question.asks("judges", "intends") or (question.asks("false") and question.find(*_SPEAKERS)):
        return False
    if isinstance(outcome, Abstention):
        return outcome.reason in UNEXPLAINED
    worded = len(question.text.split()) > BARE
    if isinstance(outcome, Choice):
        return worded
    named = sum(not feature.startswith("ask:") for feature in index.bag(question))
    match receipt.rule:
        case "phrasings":
            listed = question.asks("what-happened") and question.find("place", "date")
            known = named > 1 and receipt.ranked[0].score >= KNOWN
            return named < NAMED and not known and not listed
        case "figures":
            counted = question.asks("how-many", "both", "total", "compare") or question.find("number")
            return named < NAMED and not counted and worded
        case "what is verified":
            return not question.find("measure") and "claims" not in question.values("topic")
        case "the briefing has it otherwise":
            return not question.asks("why")
        case rule:
            return rule in _LOOSE


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

    A few claims that a question which names little was answered with stay beside it. What is answered with
    figures is never taken back, for whoever names a measure has asked for it.
    """
    if ranking.strange:
        kept = isinstance(outcome, Abstention) or outcome.receipt.rule == "figures"
        return outcome if kept else case.abstain("not_covered", case.words("unknown"))
    if ranking.certain and not _wants_none(case):
        claim = ranking.matches[0].claim
        hard = _hard(case, claim, ranking.unheard)
        given = not hard and _is_meant(case, claim)
        if isinstance(outcome, Abstention | Choice):
            if given:
                return Answer((Shown(claim, "answer"),), case.receipt(AS_PHRASED))
            if taken := _taken(case, claim, hard):
                return case.premise([claim], taken, "the briefing has it otherwise")
        elif given and isinstance(outcome, Answer):
            if len(outcome.shown) >= MANY:
                return Answer((Shown(claim, "answer"),), case.receipt(AS_PHRASED))
            if not shows(case.index, outcome, claim):
                return replace(outcome, shown=(Shown(claim, "answer"), *outcome.shown))
    return _offering(outcome, ranking) if isinstance(outcome, Abstention) else outcome


def may_be_given(case: Case, claim: str) -> bool:
    """Tell whether nothing that a question names forbids to answer it with a claim that it is phrased as."""
    return not _wants_none(case) and not _hard(case, claim, frozenset()) and _is_meant(case, claim)


def _wants_none(case: Case) -> bool:
    return asks_what_did_not_happen(case) or asks_of_a_place(case)


def _is_meant(case: Case, claim: str) -> bool:
    """Tell whether a claim is what a question wants, whatever it names.

    Of a claim with figures one has to count what the question counts, and whoever asks for a denial names
    first who denies.
    """
    index, entry = case.index, case.index.by_id[claim]
    if entry.claim.figures and (query := figure_query(index, case.question)):
        return any(row.entry is entry for row in rows(index, without(query, "topics")))
    named = case.question.find(*_SPEAKERS)
    if entry.claim.speech_act != "denies" or not named or index.side_of(named[0].value) == entry.side:
        return True
    # "Who rejected Orla's claims?" names whose claims they are.
    return case.question.asks("who", "who-claims") and all(slot.words.endswith(_OWNERS) for slot in named)


def _hard(case: Case, claim: str, unheard: AbstractSet[str]) -> list[Conflict]:
    """Return what a question names that forbids a claim which it is phrased as.

    What it names and the claim lacks is mostly a matter of words. Whoever names a side, a speaker, a day, a
    place or a figure means just that, and so does who asks when, where or why.
    """
    return [one for one in case.conflicts[claim] if not _is_soft(case, claim, one.slot, unheard)]


def _is_soft(case: Case, claim: str, slot: Slot, unheard: AbstractSet[str]) -> bool:
    """Tell whether a claim may lack what a slot names, where no text learnt from has the words `unheard`."""
    one = case.index.by_id[claim].claim
    match slot.kind:
        case "topic" | "other-medium":
            return True
        case "unknown":
            heard = unheard.isdisjoint(words_of(slot.words)) and not is_main_verb(
                case.index, case.question, slot
            )
            return heard or is_beside_the_point(case.index, case.question, slot)
        case "elsewhere":
            # Of another subject, unless learnt to mean nothing; of several words each may be heard apart.
            return len(words := words_of(slot.words)) == 1 and unheard.isdisjoint(words)
        case "victims":
            return not one.figures
        case "claimant":
            # Whoever asks for a denial may name whose claim is denied.
            return one.speech_act == "denies"
        case _:
            return False


def _taken(case: Case, claim: str, hard: list[Conflict]) -> str:
    """Return the words that have it wrong who spoke or acted, if that is all that a question has wrong.

    What a side says of itself the other may do as well, unless it announces it.
    """
    wrong = [conflict for conflict in hard if conflict.slot.value != "why"]
    fields = {conflict.field for conflict in wrong}
    entry = case.index.by_id[claim]
    of_itself = entry.claim.actor and entry.side == case.index.sides[entry.claim.actor]
    if not fields <= {"direction", "claimant"} or (of_itself and entry.claim.speech_act != "announces"):
        return ""
    if not all(is_presumed(case, field, entry, wrong) for field in fields):
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
