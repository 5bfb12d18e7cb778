"""What examples teach: which claim a question is after in words that nobody listed, and when to be silent.

They are asked only where something is left open: not for figures that the rules find, or who is who.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answering.claims.figure_query import figure_query, figures_meeting
from bot.answering.deciding import grounds
from bot.answering.deciding.case import Case
from bot.answering.deciding.event_rules import asks_of_a_place, asks_of_no_event, asks_what_did_not_happen
from bot.answering.deciding.forms import has_fixed_form
from bot.answering.deciding.grounds import same
from bot.answering.deciding.matter import heads, is_counted, is_the_matter
from bot.answering.deciding.outcome import CLOSED, Abstention, Answer, Choice, Premise, Shown
from bot.answering.deciding.phrasing_rules import AS_PHRASED, UNEXPLAINED, offering, shows
from bot.answering.deciding.presuming import is_presumed
from bot.answering.deciding.unknown_words import is_beside_the_point, is_main_verb
from bot.answering.reading.question import ANYBODY, SPEAKERS, SPOKEN
from bot.answering.retrieval.terms import words_of

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from bot.answering.claims.conflicts import Conflict
    from bot.answering.claims.index import Index
    from bot.answering.deciding.outcome import Outcome
    from bot.answering.reading.question import Slot
    from bot.answering.retrieval.learning import Trial
    from bot.answering.retrieval.ranking import Ranking

# What names so many things, or is so like a known phrasing (0-100), is understood by what it names.
NAMED, KNOWN = 3, 75.0
# A few words with a measure ask for all its figures.
BARE = 4


def is_open(index: Index, outcome: Outcome) -> bool:
    """Tell whether how a question is asked may say more than what it names."""
    receipt = outcome.receipt
    question = receipt.question
    if has_fixed_form(Case(index, question, receipt.ranked)):
        return False
    worded = len(question.text.split()) > BARE
    match outcome:
        case Abstention(reason=reason):
            # Whoever counts those of a side is told that there is no such figure.
            counted = question.find("victims") and question.find("side", "party", "target")
            return reason in UNEXPLAINED or (reason == "no_figure" and not counted)
        case Choice():
            return worded
        case _ if receipt.rule == "figures":
            counting = question.asks("how-many", "total", "compare", "who-claims") or question.hears("only")
            return worded and not counting and not question.find("number", "side", *SPEAKERS)
        case _ if receipt.rule == "phrasings":
            # What somebody says is all that they say, whoever they are.
            told = question.asks("says") and not question.find("qualifier")  # "what is said about him"
            if told and {feature.partition(":")[0] for feature in index.bag(question)} == {"claimant"}:
                return False
            named = sum(not feature.startswith("ask:") for feature in index.bag(question))
            known = receipt.ranked[0].score >= KNOWN
            listed = question.asks("what-happened") and question.find("place", "date")
            return named < NAMED and not (known and named > 1) and not listed
        case _:
            return receipt.rule not in CLOSED


def by_example(case: Case, outcome: Outcome, ranking: Ranking, *, glossed: bool = False) -> Outcome:
    """Answer with what there is trust in: what the rules say, the claim that is asked for, or nothing.

    A gloss says what a question names better than how it is asked: what the rules answer stays or is doubted.
    """
    trust = ranking.trust
    if trust is None or not ranking.matches:
        return outcome
    claim = ranking.matches[0].claim
    hard = _hard(case, claim, ranking.unheard)
    if _is_misled(outcome, ranking, hard):
        return outcome
    given = _grounds_of_given(case, outcome, ranking)
    found = None if glossed and given else _grounds_of_found(case, outcome, ranking, hard)
    if given is not None and trust.trusts_given(given) and shows(case.index, outcome, claim):
        return outcome
    if found is not None and trust.prefers_found(found, given):
        if taken := _taken(case, claim, hard):
            return case.premise([claim], taken, "the briefing has it otherwise")
        return Answer((Shown(claim, "answer"),), case.receipt(AS_PHRASED))
    if given is not None:
        trusted = trust.trusts_given(given)
        return outcome if trusted else case.abstain("not_covered", case.words("unknown"))
    return offering(outcome, ranking) if isinstance(outcome, Abstention) else outcome


def on_trial(case: Case, outcome: Outcome, ranking: Ranking, claim: str | None) -> Trial:
    """Return what an example that asks for a claim could be answered with, and which of it is right."""
    from bot.answering.retrieval.learning import Trial  # noqa: PLC0415 - numpy is slow to import

    index = case.index
    given = isinstance(outcome, Answer | Premise)
    right = given and claim is not None and shows(index, outcome, claim)
    hard = _hard(case, ranking.matches[0].claim, ranking.unheard)
    if not is_open(index, outcome) or _is_misled(outcome, ranking, hard):
        return Trial(
            None, None, found_right=False, given_right=right, answered=given, covered=claim is not None
        )
    return Trial(
        _grounds_of_found(case, outcome, ranking, hard),
        _grounds_of_given(case, outcome, ranking),
        found_right=claim is not None and same(index, ranking.matches[0].claim, claim),
        given_right=right,
        answered=False,
        covered=claim is not None,
    )


def _is_misled(outcome: Outcome, ranking: Ranking, hard: list[Conflict]) -> bool:
    """Tell whether a question that the rules answer is asked like a claim that it forbids."""
    return isinstance(outcome, Answer | Premise) and bool(hard) and ranking.share(0) > ranking.none


def _grounds_of_given(case: Case, outcome: Outcome, ranking: Ranking) -> grounds.Grounds | None:
    """Return the grounds for what the rules answer, None where they do not."""
    if not isinstance(outcome, Answer | Premise):
        return None
    return grounds.of_given(case, outcome, ranking)


def _grounds_of_found(
    case: Case, outcome: Outcome, ranking: Ranking, hard: list[Conflict]
) -> grounds.Grounds | None:
    """Return the grounds for the claim that is asked for, None where something that is named forbids it."""
    claim = ranking.matches[0].claim
    # What two people say is no one claim.
    several = len(case.question.values("person")) > 1
    left_out = case.excludes(case.index.by_id[claim])
    if (
        several
        or left_out
        or asks_what_did_not_happen(case)
        or asks_of_a_place(case)
        or asks_of_no_event(case)
    ):
        return None
    counts = case.question.asks("how-many") and case.question.find("victims")
    if counts and figure_query(case.index, case.question) is None:
        return None  # how many live somewhere is not how many were harmed there
    if (hard or not _is_meant(case, claim)) and not _taken(case, claim, hard):
        return None
    return grounds.of_found(case, outcome, ranking, len(_strange_words(case, claim, ranking.unheard)))


def _hard(case: Case, claim: str, unheard: AbstractSet[str]) -> list[Conflict]:
    """Return what a question names that forbids a claim which it is asked like.

    What it names and the claim lacks is mostly a matter of words. Whoever names a side, a speaker, a day, a
    place or a figure means just that, and so does who asks when, where or why. A yes or no would be said of
    every word.
    """
    strange = [] if case.is_yes_no else _strange_words(case, claim, unheard)
    return [
        one
        for one in case.conflicts[claim]
        if one not in strange and not _is_soft(case, claim, one.slot, unheard)
    ]


def _strange_words(case: Case, claim: str, unheard: AbstractSet[str]) -> list[Conflict]:
    """Return the ordinary words of a question that nothing explains, but for what somebody did.

    What no dictionary has is a name.
    """
    is_word = case.index.reader.lexicon.is_word
    return [
        one
        for one in case.conflicts[claim]
        if one.slot.kind == "unknown"
        and is_word(one.slot.value)
        and not is_the_matter(case, one.slot)
        and not is_main_verb(case.question.spans, one.slot.at)
        and not _is_soft(case, claim, one.slot, unheard)
    ]


def _is_meant(case: Case, claim: str) -> bool:
    """Tell whether a claim is what a question wants, whatever it names.

    Of a claim with figures one has to count what the question counts, and whoever asks for a denial names
    first who denies.
    """
    index, entry = case.index, case.index.by_id[claim]
    if entry.claim.figures and (query := figure_query(index, case.question)):
        return any(row.entry is entry for row in figures_meeting(index, query.without("topics")))
    named = case.question.find(*ANYBODY)
    sides = index.sides_of(named)
    if case.question.asks("identity") and sides and entry.side not in {None, *sides}:
        return False  # who somebody is no claim of the other side says
    if entry.claim.speech_act != "denies" or not named:
        return True
    if index.side_of(named[0].value) == entry.side:
        return not (
            case.is_yes_no and named[0].owns and case.question.asks("true")
        )  # their own are not denied
    # "Who rejected Orla's claims?" names whose claims they are.
    if any(index.side_of(slot.value) == entry.side for slot in named):
        return False
    return case.question.asks("who", "who-claims") and all(slot.owns for slot in named)


def _is_soft(case: Case, claim: str, slot: Slot, unheard: AbstractSet[str]) -> bool:
    """Tell whether a claim may lack what a slot names, where no text learnt from has the words `unheard`."""
    one = case.index.by_id[claim].claim
    match slot.kind:
        case "topic":
            if slot.value == "cause" and one.speech_act == "denies":
                return False  # why it is denied nobody says
            # Another act is no answer to it, nor what was never posted, nor what somebody says of another
            # matter, nor where they are.
            theirs = case.question.asks("says", "where") and case.question.find(*SPEAKERS)
            return slot.value not in {"response", "social-post"} and (slot.value in SPOKEN or not theirs)
        case "other-medium":
            return True
        case "unknown":
            heard = not is_the_matter(case, slot) and unheard.isdisjoint(words_of(slot.words))
            return (heard and not is_main_verb(case.question.spans, slot.at)) or is_beside_the_point(
                case.index, case.question.spans, slot
            )
        case "elsewhere":
            if _is_asked_about(case, slot) or heads(case, slot):
                return False
            # Of another subject, unless learnt to mean nothing; of several words each may be heard apart.
            told = is_counted(case, slot) or case.question.find("unknown")
            return not told and len(words := words_of(slot.words)) == 1 and unheard.isdisjoint(words)
        case "victims":
            return not one.figures
        case "claimant":
            # Whoever asks for a denial may name whose claim is denied.
            return one.speech_act == "denies"
        case _:
            return False


def _is_asked_about(case: Case, slot: Slot) -> bool:
    """Tell whether a yes or no is asked of something that nothing explains ("was any mosque hit")."""
    kinds = {meaning.kind for meaning in case.question.spans[slot.at].meanings}
    return case.is_yes_no and kinds == {"elsewhere"} and not case.question.alternative


def _taken(case: Case, claim: str, wrong: list[Conflict]) -> str:
    """Return the words that have it wrong who spoke or acted, if that is all that a question has wrong.

    What a side says of itself the other may do as well, unless it announces it.
    """
    wrong = [conflict for conflict in wrong if conflict.slot.value != "why"]
    fields = {conflict.field for conflict in wrong}
    entry = case.index.by_id[claim]
    of_itself = entry.claim.actor and entry.side == case.index.sides[entry.claim.actor]
    if not fields <= {"direction", "claimant"} or (of_itself and entry.claim.speech_act != "announces"):
        return ""
    if not all(is_presumed(case, field, entry, wrong) for field in fields):
        return ""
    return ", ".join(dict.fromkeys(conflict.slot.words for conflict in wrong))
