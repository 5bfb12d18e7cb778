"""Tells what is asked beyond what a claim says: names that it leaves out, how, why, or on what terms."""

import re
from collections.abc import Callable

from bot.answering.claims.figure_query import claims_by, figure_query, is_worded
from bot.answering.deciding.case import Case
from bot.answering.deciding.outcome import Outcome
from bot.answering.deciding.premise_rules import lacks_only_why
from bot.answering.reading.cues import has_cue
from bot.answering.reading.question import COUNTS, SPEAKERS
from bot.answering.reading.text import opening
from bot.answering.reading.vocabulary import Span
from bot.briefing.known_ids import Ask, Measure, Topic

_HURT: Measure = "hurt"
_NEGOTIATION: Topic = "negotiation"
_BASE: Topic = "military-base"
# What a claim that has one of these tells of how harm was done.
_MEANS: frozenset[Topic] = frozenset({"attack", "air-strike", "drone"})
# What may be asked of the deed besides who was hit.
_OF_THE_DEED: tuple[Ask, ...] = ("who", "when", "what-happened")
_TWO = 2
# "Which capital": words up to what is to be named.
_BESIDE_WHICH = 1
# "Which of the Danish bases", "what bases", "name the bases".
_WHICH = re.compile(
    rf"{opening()}(?:(?:which|what)\b|(?:name|list)\s+(?:me\s+)?(?:the|all|those|these)\b|(?:the\s+)?names\s+of\b)",
    re.IGNORECASE,
)
# "How did they die", "in what way were they hurt", "what weapon killed them".
_HOW = re.compile(
    rf"{opening()}(?:(?:how|by\s+what\s+means|in\s+what\s+way|in\s+what\s+manner)\s+(?:exactly\s+)?"
    r"(?:did|do|does|were|was|have|had|has)\b|(?:(?:by|with)\s+)?(?:what|which)\s+(?:\w+\s+)?(?:weapons?|arms|device)\b)",
    re.IGNORECASE,
)
_EVIDENCE = re.compile(
    r"\b(?:what|which|where(?:['’]?s|\s+is))\s+(?:(?:the|hard|actual|real|solid|kind\s+of|sort\s+of)\s+)*"
    r"(?:evidence|proofs?|substantiation|documentation)\b",
    re.IGNORECASE,
)
# "On what terms would they negotiate", "which country would host the talks", "who mediates".
_TERMS = re.compile(
    r"\b(?:(?:what|which|whose|any)\s+(?:\w+\s+)?(?:pre-?conditions?|conditions?|terms|concessions?|guarantees?"
    r"|agenda|format)"
    r"|(?:which|what)\s+(?:third\s+)?(?:\w+\s+)?(?:country|countries|nation|state|government|capital|city)\s+"
    r"(?:\w+\s+){0,3}?(?:host|hosts|hosting|mediate|mediates|mediating|broker|brokers|brokering|chair|chairs)"
    r"|(?:who|whom)(?:['’]?s)?\s+(?:\w+\s+){0,3}?(?:host|hosts|hosting|mediate|mediates|mediating|broker|brokers"
    r"|brokering|chair|chairs|facilitates?))\b",
    re.IGNORECASE,
)
# "Were hers hurt more seriously": how many were, not how badly, is counted.
_HOW_BADLY = re.compile(
    r"\b(?:more|less|most|least|as)\s+(?:seriously|severely|badly|gravely|critically|lightly)\b",
    re.IGNORECASE,
)
# "In which hospital are the hurt", "who treats them", "where were they flown".
_CARED_FOR = re.compile(
    rf"{opening()}(?:(?:at|in|to|by|into|from|under)\s+)?(?:where|which|what|who|whose|whom|how)\b.*?\b(?P<care>"
    r"treat(?:s|ed|ing|ments?)?|hospitals?|hospitali[sz]ed|clinics?|wards?|infirmar(?:y|ies)|surger(?:y|ies)"
    r"|surgeons?|doctors?|medics?|medical|(?:being\s+)?cared\s+for|caring\s+for|tended|nursed|looked\s+after"
    r"|operated\s+on|recovering|recuperating|convalescing|evacuated|airlifted|flown|transferred|taken|brought)\b",
    re.IGNORECASE,
)
_FIRST = re.compile(r"\b(?:first|earlier|earliest|sooner|before|last|latest)\b", re.IGNORECASE)
# "What kind of targets did drones hit" asks for no names.
_KIND = re.compile(r"\b(?:kind|sort|type|nature|category)s?\b", re.IGNORECASE)


def untold(case: Case) -> Outcome | None:
    """Abstain from what is asked beyond all that a claim says of the matter."""
    return case.abstain("not_covered") if asks_untold(case) else None


def asks_untold(case: Case) -> bool:
    """Tell whether more is asked than any claim says."""
    return any(form(case) for form in _FORMS)


def _asks_for_names(case: Case) -> bool:
    """Tell whether those of a kind are to be named of whom a claim only says that there were some."""
    question = case.question
    struck_how = question.values("topic") - {_BASE, "attack"}
    named = [s for s in question.topic_slots(_BASE) if not (struck_how and _KIND.search(s.words))]
    if not named or not _WHICH.match(question.text) or question.asks(*_OF_THE_DEED):
        return False
    # "Which bases": no more than whose they are stands between.
    head = question.spans[1 : named[0].at]
    return all(map(_says_whose, head)) and bool(case.good())


def _says_whose(span: Span) -> bool:
    """Tell whether a word only says whose something is ("of the Danish")."""
    return has_cue(span, "of") or (
        bool(span.ids("aside", "party", "people", "place")) and not span.ids("cue")
    )


def _asks_in_what_way(case: Case) -> bool:
    """Tell whether it is asked how those came to harm who are only counted."""
    question = case.question
    other = question.find(*SPEAKERS) or question.asks("says", "how-many", "compare", "agrees")
    query = figure_query(case.index, question)
    if query is None or other or not query.measures or not _HOW.match(question.text):
        return False
    found = case.figures(query.without("topics"))
    return bool(found) and all(_MEANS.isdisjoint(row.entry.claim.topics) for row in found)


def _asks_whose_were_hurt_worse(case: Case) -> bool:
    """Tell whether the hurt of those who are counted is compared ("are his 27 hurt more badly")."""
    question = case.question
    counted = question.find("measure") and question.find("number")
    return bool(counted) and bool(_HOW_BADLY.search(question.text))


def _asks_who_cares_for_them(case: Case) -> bool:
    """Tell whether it is asked where or by whom the hurt are treated, unless a claim has it."""
    question = case.question
    told = _CARED_FOR.search(question.text)
    spoken = question.asks("how-many", "says", "who-claims", "according-to") or question.find("topic")
    if not told or spoken or question.values("measure") != {_HURT}:
        return False
    counted = (entry for entry in case.index.entries if entry.claim.figures)
    return not any(is_worded(entry, told["care"].casefold()) for entry in counted)


def _asks_for_evidence(case: Case) -> bool:
    """Tell whether it is asked by what something is proven that is only alleged."""
    if not _EVIDENCE.search(case.question.text):
        return False
    claims = (entry.claim for entry in case.index.entries if entry.claim.speech_act == "alleges")
    alleged = case.index.reader.acts.intersection(topic for claim in claims for topic in claim.topics)
    return bool(alleged & case.question.topics)


def _asks_on_what_terms(case: Case) -> bool:
    """Tell whether it is asked on what terms, where or through whom talks would be held."""
    question = case.question
    if not question.mentions(_NEGOTIATION):
        return False
    as_read = question.text
    for slot in question.slots:
        as_read = as_read.replace(slot.words, slot.repaired or slot.words)
    return bool(_TERMS.search(as_read))


def _asks_what_others_said(case: Case) -> bool:
    """Tell whether it is asked what those say who are only spoken of ("did the rebels themselves say …")."""
    question, index = case.question, case.index
    said = next((slot.at for slot in question.ask_slots("says")), None)
    own = [slot.at for slot in question.ask_slots("own")]
    speakers = [slot for slot in question.find("claimant") if slot.at + 1 in own and not slot.owns]
    if said is None or question.find(*COUNTS, "person") or question.asks("why", "when"):
        return False
    return any(not any(claims_by(index, e, slot.value) for e in index.entries) for slot in speakers)


def _asks_why_it_is_so(case: Case) -> bool:
    """Tell whether it is asked why something is where it is, of which no more is told."""
    question = case.question
    if not question.asks("why") or not question.find("place") or question.find(*COUNTS):
        return False
    topics = question.topics
    like = [one.entry for one in case.ranked if one.score >= case.index.threshold]
    is_so = (
        topics <= set(entry.claim.topics)
        and entry.claim.actor is None
        and entry.claim.claimant is None
        and lacks_only_why(case.conflicts[entry.claim.id])
        for entry in like
    )
    return bool(topics) and not topics & case.index.reader.acts and any(is_so)


def _asks_which_place_was_first(case: Case) -> bool:
    """Tell whether it is asked which of some places came first that are told of in one breath."""
    question, places = case.question, case.question.values("place")
    chosen = question.alternative or question.asks("both") or case.is_yes_no
    if len(places) < _TWO or not chosen or not _FIRST.search(question.text):
        return False
    good = case.good()
    return bool(good) and places <= set(good[0].entry.claim.places)


def _asks_which_does_it(case: Case) -> bool:
    """Tell whether it is asked which of a kind does what is told of none ("which capital hosts the talks").

    What only says what a place is has no doer; its sentence may tell more of that place.
    """
    question, index = case.question, case.index
    which = _WHICH.match(question.text)
    kind = next((slot for slot in question.find("topic") if which and slot.at <= _BESIDE_WHICH), None)
    if kind is None or kind.value in index.reader.acts:
        return False
    of_it = [entry for entry in index.entries if kind.value in entry.claim.topics]
    claims = [entry.claim for entry in of_it]
    done = question.topics - {kind.value}
    lies = bool(of_it) and all(one.places and one.actor is None and not one.figures for one in claims)
    return lies and not any(done <= entry.told for entry in of_it)


_FORMS: tuple[Callable[[Case], bool], ...] = (
    _asks_for_names,
    _asks_in_what_way,
    _asks_whose_were_hurt_worse,
    _asks_who_cares_for_them,
    _asks_for_evidence,
    _asks_on_what_terms,
    _asks_what_others_said,
    _asks_why_it_is_so,
    _asks_which_place_was_first,
    _asks_which_does_it,
)
