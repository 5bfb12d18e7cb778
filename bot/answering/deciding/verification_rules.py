"""Rules for whether what is claimed is verified."""

from dataclasses import replace

from bot.answering.claims.figure_query import claims_by, figure_query
from bot.answering.deciding.about_rules import META
from bot.answering.deciding.case import Case
from bot.answering.deciding.mixed_up import mixed_up
from bot.answering.deciding.outcome import Outcome, Rule
from bot.answering.reading.cues import has_cue
from bot.answering.reading.question import AGENTS, ANYBODY, COUNTS, ELSEWHERE, STRANGE, Question, SlotKind
from bot.briefing.known_ids import Topic

_VERIFICATION: Topic = "verification"
# What a claim that is denied may count.
_COUNTING: tuple[SlotKind, ...] = (*COUNTS, "victims", "side")


def others_verify(case: Case) -> Outcome | None:
    """Correct who takes for granted that others verified a figure ("how many dead did the UN confirm")."""
    question = case.question
    counted = question.find(*COUNTS) and not case.is_yes_no
    if not _asks_of_proof(case) or not question.find(*ELSEWHERE) or not counted:
        return None
    about = case.words("elsewhere", "other-place", "other-party")
    if question.asks("false"):
        return case.abstain("not_covered", about)  # who is blamed
    return case.premise(case.verifying, about, "nothing is verified")


def disbelief(case: Case) -> Outcome | None:
    """Answer who disputes that another's claims are true with what they say of those."""
    question = case.question
    if not _asks_what_is_proven(case):
        return None
    if _asks_who_disbelieves(question):
        return _denied_by_others(case)
    if not _asks_of_anothers(case):
        return None
    asks_why = question.asks("why", "when")
    confirmed = asks_why and question.find("person") and not question.asks("false")
    return _denial(case) if question.mentions("claims") or confirmed else None


def taken_as_verified(case: Case) -> Outcome | None:
    """Correct who takes for granted that something is verified ("why was it confirmed")."""
    question = case.question
    if not _asks_what_is_proven(case):
        return None
    proven = min(s.at for s in question.find("topic", "ask") if s.value in {_VERIFICATION, "admits"})
    denying = any(slot.at < proven for slot in question.find("negation"))
    # Not whose account is named ("confirmed her version").
    says = any(not has_cue(question.spans[slot.at], "account") for slot in question.ask_slots("says"))
    reporters = [slot.at for slot in question.find("claimant") if slot.value in case.index.reader.media]
    among = any(_stands_within(question, at, proven) for at in reporters)
    told = (
        says
        or question.asks("who-claims")
        or (question.asks("who") and not among)
        or case.is_yes_no
        or question.find("negation")
    )
    asked_why = (question.asks("why", "when") or case.presumes) and not denying
    if asked_why or (reporters and not told):
        return case.premise(case.verifying, case.words("topic"), "nothing is verified")
    return None


def _stands_within(question: Question, at: int, proven: int) -> bool:
    """Tell whether one of those is asked for whose reporters are named before what they confirmed."""
    who = [slot.at for slot in question.ask_slots("who") if slot.at < at < proven]
    return any(
        span.words in {"at", "from", "in", "with", "of"} for one in who for span in question.spans[one:at]
    )


def verified(case: Case) -> Outcome | None:
    """Answer what is verified, with the figures where some are meant."""
    question = case.question
    if not _asks_what_is_proven(case):
        return None
    query = figure_query(case.index, question)
    if query is None:
        # "Is Holt reliable" is asked of her, and not like any claim of hers.
        others = [slot for slot in question.naming if slot.value != _VERIFICATION]
        of_somebody = case.is_yes_no and [slot.kind in ANYBODY for slot in others] == [True]
        rule: Rule = "whether figures are verified" if of_somebody else "what is verified"
        return case.answer(case.verifying, rule)
    rows = case.figures(query.without("topics"))
    reported = question.values("claimant") & case.index.reader.media
    if question.find("number") and query.measures and not rows and not reported:
        return None  # a number that nobody gave is corrected, not said to be unverified
    if len(question.find("number")) > 1 and mixed_up(case, rows):
        return None
    numbered = question.values("number") & case.index.known_numbers
    specific = query.measures and (query.victims or query.sides)
    if specific and question.find("actor", "target") and not rows and not reported:
        return None  # what nobody counts so was claimed by nobody, and is not only unverified
    compared = specific and (
        question.asks("who", "identity", "who-claims", "compare", "both")
        or case.is_yes_no
        or not question.find("ask")  # "a nurse is missing, correct?"
    )
    if not (numbered or compared or question.asks("how-many")):
        return case.answer(case.verifying, "what is verified")
    return case.answer([*case.verifying, *case.claims(rows, query)], "whether figures are verified")


def _asks_of_proof(case: Case) -> bool:
    """Tell whether it is asked what is verified, whatever else is named.

    A side that confirms something admits it; who only reports would have verified it.
    """
    question = case.question
    # "Is it true that nobody was captured" is answered by who says how many were.
    counted = question.asks("true") and question.find("negation") and question.find("measure")
    reported = question.asks("admits") and question.values("claimant") & case.index.reader.media
    admitting = question.asks("admits") and not _admits_it_could_not(question)
    proven = question.mentions(_VERIFICATION) and not admitting
    return bool(reported or proven) and not counted


def _admits_it_could_not(question: Question) -> bool:
    """Tell whether it is asked who admits that they did not verify something ("which outlet admits …")."""
    admits = min(slot.at for slot in question.ask_slots("admits"))
    return not question.find(*AGENTS) and any(slot.at > admits for slot in question.find("negation"))


def _asks_what_is_proven(case: Case) -> bool:
    """Tell whether it is asked what is verified, of nothing but claims."""
    question = case.question
    if not _asks_of_proof(case):
        return False
    topics = question.topics
    # "May I post that number as confirmed" is not about a post.
    posting = (
        {"social-post", "quotation"} if question.find(*COUNTS) and not question.find("person") else set()
    )
    # "Who is behind the disclaimer on the numbers" asks for no cause.
    behind = {"cause"} if "claims" in topics and not question.asks("why") else set()
    other = topics - META - {_VERIFICATION, "claims", "denial"} - posting - behind
    placed = question.find("place") and not _counted_there(case)
    return not (other or placed or question.find("date", *STRANGE))


def _asks_of_anothers(case: Case) -> bool:
    """Tell whether somebody is asked to have verified what the other side, or another person, claims."""
    question, media = case.question, case.index.reader.media
    if _is_between_two(question) or question.values("claimant") & media:
        return False  # "why did reporters verify hers, not his"
    sides = {case.index.sides.get(speaker) for speaker in question.values(*AGENTS) - media}
    numbers = {slot.at for slot in question.topic_slots("claims")}
    return len(sides) > 1 or any(slot.at + 1 not in numbers for slot in question.find("person"))


def _asks_who_disbelieves(question: Question) -> bool:
    """Tell whether it is asked who holds somebody's account to be false ("who called her version a lie")."""
    agents = question.find(*AGENTS)
    held = question.asks("false") and question.asks("says", "who-claims", "kind-of", "names")
    asked = question.asks("who", "identity", "who-claims") and not question.alternative
    return bool(agents) and held and asked and all(slot.owns for slot in agents)


def _denied_by_others(case: Case) -> Outcome:
    """Answer who says of an account that it is false with the denials of those whose it is not."""
    index = case.index
    whose = index.sides_of(case.question.find(*AGENTS))
    denials = (one for one in index.entries if one.claim.speech_act == "denies" and one.side not in whose)
    claims = [one.claim.id for one in denials if "claims" in one.claim.topics]
    if not claims:
        return case.abstain("not_covered")
    return case.answer(claims, "what one side says of the other’s claims")


def _is_between_two(question: Question) -> bool:
    """Tell whether two are asked of alike: "who lies, she or he", "are hers more reliable than his"."""
    either = question.alternative and question.asks("who", "identity")
    return bool(either) or all(slot.owns for slot in question.find(*AGENTS))


def _counted_there(case: Case) -> bool:
    """Tell whether there is a figure of what is counted at the place that is named."""
    query = figure_query(case.index, case.question)
    return query is not None and bool(case.figures(query.without("topics", "sides", "claimants")))


def _denial(case: Case) -> Outcome | None:
    """Answer whether one side holds the other's claims to be true from what it says of them."""
    slots = tuple(
        slot._replace(value="denial") if slot.value == "verification" else slot
        for slot in case.question.slots
        if not (slot.kind == "ask" and slot.value in {"why", "when", "says"})
    )
    question = replace(case.question, slots=slots).keeping(lambda slot: slot.kind not in _COUNTING)
    unspoken = question.keeping(lambda slot: slot.kind != "claimant")
    good = Case.about(case.index, question).good() or Case.about(case.index, unspoken).good()
    named = case.question.find("person") or case.question.find("claimant", "party", "actor")
    speakers = {s.value for s in named if not s.owns} or {s.value for s in named}  # not whose they are
    if not (good := tuple(c for c in good if any(claims_by(case.index, c.entry, one) for one in speakers))):
        return None
    claims = [good[0].entry.claim.id]
    if (case.question.asks("why", "when") or case.presumes) and not case.question.asks("false"):
        return case.premise(claims, case.words("topic"), "the opposite is claimed")
    return case.answer(claims, "what one side says of the other’s claims")
