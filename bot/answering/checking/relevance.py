"""Tells whether a message speaks of a claim's matter at all, or of another that only has little in common."""

import re
from collections.abc import Iterable
from itertools import pairwise

from bot.answering.checking.clause import SPEAKING
from bot.answering.checking.instead import is_object
from bot.answering.claims.conflicts import Conflict
from bot.answering.claims.index import Entry, Index
from bot.answering.reading.cues import has_cue
from bot.answering.reading.office_words import names_office
from bot.answering.reading.question import ANYBODY, PARTIES, SPOKEN, Question
from bot.answering.reading.text import tokenise
from bot.briefing.models import Claim

# From so many differences on a message is about something else, if all that it shares is common: a topic
# that so many claims have. A word that the briefing does not know is a difference.
_TOO_MANY, _COMMON = 2, 4
# That anybody posts something is of no claim on what one person posted.
_POSTED = "topic:social-post"
_AGREES = re.compile(
    r"\b(?:agree[ds]?|agreeing|consent(?:s|ed)?|assent(?:s|ed)?|accept(?:s|ed)?)\b", re.IGNORECASE
)
_OFFERS = re.compile(r"\boffer(?:s|ed|ing)?\s+to\b", re.IGNORECASE)
_THINGS = frozenset({"elsewhere", "other-party"})


def denies_own(index: Index, entry: Entry, question: Question) -> bool:
    """Tell whether it is the claimant's own side's claims that it is, or nobody, who is said to deny them."""
    own, others = _owners(index, entry, question)
    return own and others <= {entry.side}


def accepts_others(index: Index, entry: Entry, question: Question) -> bool:
    """Tell whether it is the claimant's own side's claims that somebody else is said to accept, or deny."""
    own, others = _owners(index, entry, question)
    return entry.claim.speech_act == "denies" and own and entry.side not in others


def _owners(index: Index, entry: Entry, question: Question) -> tuple[bool, frozenset[str]]:
    """Return whether the claimant's side is whose claims are named, and which other sides are named."""
    # Whoever speaks elsewhere stands before all that is named here.
    named = [slot for slot in question.find("claimant", "person", "party", "side") if slot.at >= 0]
    owners = {
        before.at
        for before, after in pairwise(question.slots)
        if before in named and after.kind == "topic" and after.value in {"claims", "accusation"}
    }
    others = index.sides_of(slot for slot in named if slot.at not in owners)
    own = any(index.side_of(slot.value) == entry.side for slot in named if slot.at in owners)
    return own, others


def offers_instead(claim: Claim, question: Question) -> bool:
    """Tell whether somebody is said to offer what a claim has accepted: another’s offer."""
    accepted = _AGREES.search(claim.attributed or claim.statement)
    offers = _OFFERS.search(question.text) and not _AGREES.search(question.text)
    return bool(accepted and offers) and not _OFFERS.search(claim.attributed or claim.statement)


def answers_instead(claim: Claim, question: Question) -> bool:
    """Tell whether a message has an offer answered, where a claim has it made ("Arden agreed to talks").

    What somebody else answered is another matter than who offered it.
    """
    unwilling = "unwilling" in question.values("topic")
    return "willing" in claim.topics and (unwilling or bool(_AGREES.search(question.text)))


def denies_another(claim: Claim, question: Question) -> bool:
    """Tell whether what is not accepted is no account of anybody's ("nobody accepts the border")."""
    told = question.values("topic") & set(claim.topics) - {"denial", "acceptance"}
    counted = question.find("measure", "number", "victims")
    judged = question.asks("says", "true", "false") or question.hears("account")
    return claim.speech_act == "denies" and not (told or counted or judged)


def is_of_themselves(index: Index, differing: Iterable[Conflict], question: Question) -> bool:
    """Tell whether somebody of whom the briefing tells nothing speaks of nobody else ("he can end this")."""
    strangers = [
        c.slot
        for c in differing
        if c.field == "claimant"
        and c.slot.kind == "other-party"
        and not names_office(index.reader.lexicon, c.slot.words)
    ]
    return bool(strangers) and not question.find(*ANYBODY, "place")


def blames(index: Index, question: Question) -> bool:
    """Tell whether somebody is said to have begun or worsened it, and not by what: no claim says who did."""
    topics = question.values("topic")
    if _worsens(index, question):
        return True
    places = question.find("place")
    begun = next((slot.at for slot in question.find("topic") if slot.value == "cause"), -1)
    # A seat of government that does something stands for whom it is the seat of.
    seats = [s for s in places if s.value in index.seats and s.at < begun]
    seats = [s for s in seats if not has_cue(question.before(s.at), "at")]
    return (
        "cause" in topics
        and topics.isdisjoint(index.reader.acts | SPOKEN)
        and bool(seats or question.find(*ANYBODY))
        and len(places) == len(seats)
        and not question.find("measure")
    )


def _worsens(index: Index, question: Question) -> bool:
    """Tell whether it is one side, before the word for tension, that is said to have raised it."""
    topics, tense = question.values("topic"), question.find("topic")
    word = next((slot for slot in tense if slot.value == "tension"), None)
    if word is None:
        return False
    at = word.at
    before = [slot for slot in question.find(*PARTIES, "other-party") if 0 <= slot.at < at]
    met = [slot for slot in before if has_cue(question.before(slot.at), "of", "by", "with", "against", "at")]
    sides = index.sides_of(before)
    # "… were mounting"
    grew = has_cue(question.before(at), "passive") or word.words.startswith(("was ", "were ", "is ", "are "))
    return len(sides) == 1 and not met and not grew and topics.isdisjoint(index.reader.acts | SPOKEN)


def is_no_check(index: Index, question: Question) -> bool:
    """Tell whether nothing is said to be verified or not: accounts differ, or need not be believed."""
    checks = [slot.words for slot in question.find("topic") if slot.value == "verification"]
    if not index.reader.media.isdisjoint(question.values("claimant")):
        return not checks
    # The slot may be one that another clause gave, so its words are read again.
    read = index.reader.lexicon.read
    return all(any(has_cue(span, "credits") for span in read(words)) for words in checks)


def hit_otherwise(index: Index, entry: Entry, question: Question) -> bool:
    """Tell whether a claim's doer is said to have hit such places as only the other side did ("towns")."""
    side = index.sides.get(entry.claim.actor or "")
    acts = question.values("topic") & index.kinds(entry.claim.topics) & index.reader.acts
    doers = index.sides_of(question.find("actor"))
    sites = {token.stem for span in question.spans if has_cue(span, "site") for token in tokenise(span.words)}
    if not acts or not sites or doers != {side}:
        return False
    own: set[str] = set()
    others: set[str] = set()
    for one in index.entries:
        if one.claim.actor and acts & index.kinds(one.claim.topics):
            told = own if index.sides[one.claim.actor] == side else others
            told |= {token.stem for token in tokenise(one.claim.statement)}
    return bool(sites & (others - own))


def is_another(index: Index, entry: Entry, differing: int, question: Question) -> bool:
    """Tell whether so much differs that something else is spoken of, with a side or a day in common."""
    shared = {f"topic:{topic}" for topic in question.values("topic")} & entry.features
    named = question.find(*ANYBODY)
    common = all(
        sum(topic in other.features for other in index.entries) >= _COMMON or (topic == _POSTED and not named)
        for topic in shared
    )
    strange = any(
        slot.kind in {"elsewhere", "unknown"} and not entry.has_words(slot.words)
        for slot in question.slots
        if not is_object(index, slot, question)  # which is a difference by itself
    )
    differing += strange
    return _foreign_doer(index, question) or differing >= (_TOO_MANY if common else _TOO_MANY + 1)


def _foreign_doer(index: Index, question: Question) -> bool:
    """Tell whether something that the briefing does not know does what is done ("the Danish krone fell")."""
    slots = question.naming
    if question.asks(*SPEAKING):
        return False
    acts = [n for n, s in enumerate(slots) if s.kind == "topic" and s.value in index.reader.acts]
    before = [
        slot.kind
        for slot in slots[: acts[0] if acts else None]
        # "Orla retracted its claim", "Orla's king declared it"
        if not slot.words.endswith("ed")
        and not (slot.kind == "other-party" and names_office(index.reader.lexicon, slot.words))
    ]
    owned = any(one in {"party", "side"} and two in _THINGS for one, two in pairwise(before))
    alone = bool(before) and "actor" not in before
    others = before[:1] == ["other-party"] and question.asks("future")
    # "Norway offered a hand": what none of its parties is ready for a briefing does not say.
    first = slots[: acts[0] + 1] if acts else slots[:0]
    ready = len(first) > 1 and first[-1].value == "willing"
    office = ready and names_office(index.reader.lexicon, first[0].words)
    others = others or (
        ready
        and first[0].kind in {"other-party", "actor"}
        and first[0].value not in index.sides
        and not office
    )
    return owned or others or (alone and before[0] == "elsewhere")
