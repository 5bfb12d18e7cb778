"""Holds what somebody says has happened, or was said, against the briefing's claims."""

from dataclasses import dataclass

from bot.answering.checking.assertions import Assertion
from bot.answering.checking.attribution import attributes, is_attributed, is_carried
from bot.answering.checking.certainty import begun, fewer, is_wanted, seldom, supposed
from bot.answering.checking.endings import ended
from bot.answering.checking.means import by_other_means
from bot.answering.checking.offices import office_held
from bot.answering.checking.opposing import admits, did_not_say, opposing, said_nothing
from bot.answering.checking.quoting import SHORTEST, invented, quotes, sayings
from bot.answering.checking.relevance import (
    accepts_others,
    announces_instead,
    answers_instead,
    blames,
    denies_own,
    done_to,
    hit_otherwise,
    is_another,
    is_no_check,
    is_object,
    peoples,
    speaks_instead,
    told_instead,
)
from bot.answering.checking.remarks import only_quotes
from bot.answering.checking.scope import alone, narrowed, spared, untouched, wholly
from bot.answering.claims.conflicts import Conflict, conflicts, turned
from bot.answering.claims.deeds import did_otherwise, one_direction
from bot.answering.claims.figure_query import claims_by
from bot.answering.claims.index import Candidate, Entry, Index
from bot.answering.reading.question import STRANGE, Question
from bot.answering.reading.text import quoted
from bot.answering.showing import sentences
from bot.answering.showing.checked import DifferingField, Finding, Verdict
from bot.briefing.models import Claim

# A message shares at least this with a phrasing (0-100) before it is held to be about the claim.
_ALIKE = 18.0
# A message may say more than the claim, but not mostly other things.
_STRANGE_SHARE = 0.4
# Claims on one matter are nearly as near as the nearest, and a few of them are enough.
_AS_NEAR = 0.75
_MOST = 3
# How a message may have been elsewhere, or nowhere else, or all over a place.
_PLACING = (untouched, spared, wholly)
# One thing named is no assertion.
_LEAST_NAMED = 2
_NO_SUBJECT = frozenset({"topic:quotation", "topic:claims", "victims:people"})
_ANOTHER_MATTER = frozenset({"topic", "measure", "victims", "figure"})
_FIELDS: dict[str, DifferingField] = {
    "place": "place",
    "date": "date",
    "direction": "direction",
    "claimant": "claimant",
    "medium": "attribution",
    "object": "victim",
}


@dataclass(frozen=True, slots=True)
class _Match:
    """A claim that a message is about, with the slots in which the two differ.

    `counts` is whether it is one of figures, which has what happened only as where they are from.
    """

    candidate: Candidate
    differing: tuple[Conflict, ...]
    counts: bool = False

    @property
    def score(self) -> float:
        """Return how alike message and claim are, 0-100."""
        return self.candidate.score

    @property
    def fields(self) -> frozenset[str]:
        """Return in what they differ."""
        return frozenset(c.field for c in self.differing)


def _is_near(match: _Match, nearest: _Match, topics: frozenset[str]) -> bool:
    claim = match.candidate.entry.claim
    publishers = not match.fields and claim.claimant is None and not topics.isdisjoint(claim.topics)
    return publishers or match.score >= _AS_NEAR * nearest.score


def _distance(match: _Match) -> tuple[int, bool, float]:
    return len(match.fields), match.counts, -match.score


def check_event(index: Index, assertion: Assertion) -> list[Finding]:
    """Return what differs between *assertion* and the claim it is nearest to, or that it is one side's."""
    if office := office_held(index, assertion):
        return [office]
    asserted = assertion.question
    if asserted.values("topic") & {"acceptance", "denial"}:
        # "Accepts them as true" verifies nothing.
        asserted = asserted.keeping(lambda slot: slot.value != "verification")
    straight = turned(index, asserted)
    denies = straight != asserted
    question = one_direction(index, straight)
    listed = question.find("date") and question.find("place") and not question.find("negation", *STRANGE)
    told = question.find("topic") or listed
    if not (told or _is_uncounted(question)) or only_quotes(question) or blames(index, question):
        return []
    bag = index.bag(question)
    # Whoever speaks elsewhere is nothing that is said here.
    here = index.bag(question.keeping(lambda slot: slot.at >= 0 or slot.kind not in {"claimant", "person"}))
    named = [f for f in here if not f.startswith("ask:") and f not in _NO_SUBJECT]
    # What could not be verified is an outlet's caveat, whoever says so.
    unverified = {"verification", "claims"} <= question.values("topic") and question.find("negation")
    if len(named) < _LEAST_NAMED - (question.asks("both") or bool(unverified)):
        return []
    ranked = index.rank(bag)
    cited = tuple(c for c in ranked if quotes(c.entry, assertion.quote))
    # Where both sides act, one sentence may tell of both.
    joint = question != straight
    matches = [
        m for c in cited or ranked if c.score >= _ALIKE and (m := _match(index, c, question, joint=joint))
    ]
    if not matches:
        return []
    ordered = sorted(matches, key=_distance)
    nearest = ordered[0]
    if not told and nearest.differing:
        return []  # so little says nothing of whom it was instead
    about = nearest.candidate.entry
    if "claimant" in nearest.fields and said_nothing(question):
        return []  # nobody has it that she says what he says
    answered = "direction" in nearest.fields and answers_instead(about.claim, assertion.question)
    if answered or (denies and accepts_others(index, about, question)):
        return []  # what they reply to what is claimed of them, or offered, no claim of theirs has
    if not quotes(about, question.text) and is_another(index, about, len(nearest.fields), question):
        return []
    # Where the publisher says it too, nobody's attribution is lost.
    alike = [m for m in ordered if (m.fields, m.counts) == (nearest.fields, nearest.counts)]
    same = [m for m in alike if len(m.differing) <= len(nearest.differing)]
    near = [m for m in same if _is_near(m, nearest, question.values("topic"))]
    found = (_findings(index, m, assertion, question, denies=denies) for m in near)
    checked = [findings for findings in found if findings]
    rare = [f for findings in checked for f in findings if seldom(index.by_id[f.claim or ""].claim, question)]
    if rare or not checked:
        return rare  # what else agrees says nothing of how often
    best = min(checked, key=lambda findings: findings[0].verdict != "matches")
    agreeing = [findings for findings in checked if findings[0].verdict == best[0].verdict]
    return [finding for findings in agreeing[:_MOST] for finding in findings]


def _is_uncounted(question: Question) -> bool:
    """Tell whether somebody says who were harmed and where, and not how many ("says nurses died in Wex")."""
    whom = question.find("measure") and question.find("victims")
    where = question.find("place") and question.find("claimant", "person")
    return bool(whom and where and not question.find("number", "negation"))


def _told_beside(index: Index, entry: Entry, question: Question) -> set[Conflict]:
    """Return in what a question differs from a claim, and not from another of the same sentence."""
    others = [o for o in index.entries if o.claim.statement == entry.claim.statement and o is not entry]
    found = [set(conflicts(index, other, question)) for other in others]
    own = conflicts(index, entry, question)
    return {c for c in own if c.field in {"place", "date"} and any(c not in there for there in found)}


def _match(index: Index, candidate: Candidate, question: Question, *, joint: bool) -> _Match | None:
    """Return where the message and a claim differ, None where it is about something else."""
    entry = candidate.entry
    claim = entry.claim
    beside = _told_beside(index, entry, question) if joint else set()
    found = [c for c in conflicts(index, entry, question) if c.field != "ask" and c not in beside]
    another = any(c.field in _ANOTHER_MATTER for c in found)
    if another or did_otherwise(index, entry, question) or hit_otherwise(index, entry, question):
        return None
    if claim.speech_act == "denies" and denies_own(index, entry, question):
        return None
    if claim.wanted and not is_wanted(claim, question):
        return None  # that somebody demands it does not say that it was done
    # Nobody but the outlet itself says what an outlet could not do.
    if claim.claimant in index.reader.media and (
        any(c.field == "claimant" for c in found) or is_no_check(index, question)
    ):
        return None
    shared = question.values("topic") & set(claim.topics) - index.reader.acts
    # What somebody is accused of is what an accusation is about, whatever it counts besides.
    counts = bool(claim.figures) and claim.speech_act != "alleges"
    counts = counts and not question.find("victims") and not shared and not question.asks("how-many")
    if counts and (found or not question.find("place")):
        return None
    mediums = [c.slot for c in found if c.slot.kind == "other-medium" and "topic:medium" in entry.features]
    foreign = [
        c.slot for c in found if c.field == "word" and claim.actor and done_to(index, c.slot, question)
    ]
    instead = [c.slot for c in found if announces_instead(index, claim, question, c.slot)]
    met = (*foreign, *peoples(index, claim, question))
    others = [Conflict("direction", slot._replace(kind="target")) for slot in met]
    others += [Conflict("claimant", slot) for slot in instead]
    known = {*mediums, *foreign, *instead}
    strange = [f for c in found if c.field == "word" and c.slot not in known and (f := index.feature(c.slot))]
    named = sum(index.weight(f) for f in index.bag(question))
    speaks = question.asks("says", "according-to") or any(
        len(words) >= SHORTEST for words in quoted(question.text)
    )
    words = [c for c in found if speaks and c.field == "word"]
    strangers = [c for c in words if speaks_instead(index, claim, question, c.slot)]
    mostly_strange = sum(index.weight(f) for f in strange) > _STRANGE_SHARE * named
    if mostly_strange and not quotes(entry, question.text):
        return None
    others += [Conflict("claimant", c.slot) for c in strangers if c.slot not in known]
    others += [Conflict("medium", slot) for slot in mediums]
    others += [
        Conflict("object", c.slot) for c in found if c.field == "word" and is_object(index, c.slot, question)
    ]
    others += [Conflict("object", slot) for slot in told_instead(index, entry, question)]
    return _Match(candidate, (*(c for c in found if c.field != "word"), *others), counts)


def _findings(
    index: Index, match: _Match, assertion: Assertion, question: Question, *, denies: bool
) -> list[Finding]:
    entry = match.candidate.entry
    claim = entry.claim

    def finding(verdict: Verdict, of: str, field: DifferingField | None = None, *said: str | None) -> Finding:
        mine, briefings = said or (None, None)
        return Finding(assertion.quote, verdict, field, mine, briefings, of)

    def unattributed(of: str) -> Finding:
        verdict: Verdict = "conflicting" if index.contested_by[of] else "distorts"
        who = index.by_id[of].claim.claimant
        return finding(verdict, of, "attribution", None, index.names[who] if who else None)

    # "Will not negotiate" is what is claimed of who is unwilling.
    agrees = denies and not index.negations.isdisjoint(claim.topics)
    says_no = agrees or bool(question.find("negation")) or "denial" in question.values("topic")
    unsaid = did_not_say(index, entry, question)
    negated = entry.negated != (says_no and not unsaid)
    denials = [o for o in index.contested_by[claim.id] if index.by_id[o].claim.speech_act == "denies"]
    # Whoever is said to say no to their own claim has not denied it.
    themselves = any(claims_by(index, entry, slot.value) for slot in question.find("claimant", "person"))
    if negated and denials and not match.differing and not unsaid and not themselves:
        theirs = index.by_id[denials[0]]
        named = attributes(index, theirs, question) or is_carried(index, theirs, question, assertion.carried)
        return [finding("matches", denials[0]) if named else unattributed(denials[0])]
    found = [
        finding("distorts", claim.id, _FIELDS[c.field], c.slot.words, _what_the_claim_has(index, entry, c))
        for c in match.differing
    ]
    # "One has said so, the other has not" says no only of one.
    singled = None if found else alone(index, entry, assertion)
    found += [finding("distorts", claim.id, "claimant", singled, claim.statement)] if singled else []
    denies = denies and not agrees
    if denies or negated or (unsaid and not entry.negated) or admits(index, claim, question):
        words = opposing(index, entry, question, assertion.question)
        if words is None and (denies or not found):
            return []  # it names too little to be said to differ
        if words:
            own = words if words in assertion.quote else assertion.quote
            has = claim.attributed or claim.statement
            found.append(finding("distorts", claim.id, "direction", own, has))
    if found:
        return found
    sure = (read(claim, question) for read in (supposed, begun, ended, fewer, seldom))
    if unsure := next(filter(None, sure), None) or by_other_means(index, claim, question):
        own = unsure if unsure in assertion.quote else assertion.quote
        return [finding("distorts", claim.id, "direction", own, claim.statement)]
    if singled := narrowed(index, claim, question):
        return [finding("distorts", claim.id, "claimant", singled, claim.statement)]
    if touched := next(filter(None, (read(index, claim, assertion) for read in _PLACING)), None):
        return [finding("distorts", claim.id, "place", touched, _places(index, claim))]
    cites = quotes(entry, assertion.within)
    if is_attributed(index, entry, question, assertion.carried) or (cites and question.asks("says")):
        misquoted = invented(index, assertion.within) or ([] if cites else sayings(assertion.within))
        if misquoted:
            return [finding("distorts", claim.id, "attribution", misquoted[0], claim.statement)]
        return [finding("matches", claim.id)]
    return [unattributed(claim.id)]


def _what_the_claim_has(index: Index, entry: Entry, conflict: Conflict) -> str:
    """Return what the claim has where the message differs."""
    claim = entry.claim
    match conflict.field:
        case "date":
            return ", ".join((*claim.when, *([claim.said] if claim.said else []))) or sentences.NO_DATE
        case "direction":
            who = claim.target if conflict.slot.kind == "target" else claim.actor
            return index.names[who] if who else sentences.NOT_NAMED
        case "medium" | "object":
            return claim.statement
        case "claimant":
            return index.names[claim.claimant] if claim.claimant else sentences.OWN_VOICE
        case _:
            return _places(index, claim)


def _places(index: Index, claim: Claim) -> str:
    return ", ".join(index.names[place] for place in claim.places) or sentences.NOT_NAMED
