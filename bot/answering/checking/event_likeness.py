"""Finds the claims that a message is about in what it says happened, with the slots in which they differ."""

from dataclasses import dataclass

from bot.answering.checking.certainty import is_wanted
from bot.answering.checking.instead import (
    announces_instead,
    done_to,
    is_object,
    peoples,
    speaks_instead,
    told_instead,
)
from bot.answering.checking.quoting import SHORTEST, quotes
from bot.answering.checking.relevance import denies_own, hit_otherwise, is_no_check, offers_instead
from bot.answering.claims.conflicts import Conflict, conflicts
from bot.answering.claims.deeds import did_otherwise
from bot.answering.claims.index import Candidate, Entry, Index
from bot.answering.reading.question import Question
from bot.answering.reading.text import quoted
from bot.briefing.models import Claim

# A message shares at least this with a phrasing (0-100) before it is held to be about the claim.
_ALIKE = 18.0
# A message may say more than the claim, but not mostly other things.
_STRANGE_SHARE = 0.4
# Claims on one matter are nearly as near as the nearest.
_AS_NEAR = 0.75
_ANOTHER_MATTER = frozenset({"topic", "measure", "victims", "figure"})


@dataclass(frozen=True, slots=True)
class Match:
    """A claim that a message is about, with the slots in which the two differ.

    `counts` is whether it is one of figures, which has what happened only as where they are from.
    """

    candidate: Candidate
    differing: tuple[Conflict, ...]
    counts: bool = False

    @property
    def entry(self) -> Entry:
        """Return the claim."""
        return self.candidate.entry

    @property
    def fields(self) -> frozenset[str]:
        """Return in what they differ."""
        return frozenset(c.field for c in self.differing)


def matches(index: Index, question: Question, quote: str, *, joint: bool) -> list[Match]:
    """Return the claims that a message is about, the nearest first; only those that it quotes, if any.

    It is *joint* where both sides act: one sentence may tell of both.
    """
    ranked = index.rank(index.bag(question))
    cited = [c for c in ranked if quotes(c.entry, quote)]
    found = [
        m for c in cited or ranked if c.score >= _ALIKE and (m := _match(index, c, question, joint=joint))
    ]
    return sorted(found, key=lambda m: (len(m.fields), m.counts, -m.candidate.score))


def as_near(ordered: list[Match], question: Question) -> list[Match]:
    """Return those that differ in the same as the nearest, and are nearly as near."""
    nearest, topics = ordered[0], question.values("topic")

    def is_near(match: Match) -> bool:
        claim = match.entry.claim
        # Where the publisher says it too, nobody's attribution is lost.
        publishers = not match.fields and claim.claimant is None and not topics.isdisjoint(claim.topics)
        return publishers or match.candidate.score >= _AS_NEAR * nearest.candidate.score

    alike = [m for m in ordered if (m.fields, m.counts) == (nearest.fields, nearest.counts)]
    return [m for m in alike if len(m.differing) <= len(nearest.differing) and is_near(m)]


def _match(index: Index, candidate: Candidate, question: Question, *, joint: bool) -> Match | None:
    """Return where the message and a claim differ, None where it is about something else."""
    entry = candidate.entry
    claim = entry.claim
    beside = _told_beside(index, entry, question) if joint else set()
    found = [c for c in conflicts(index, entry, question) if c.field != "ask" and c not in beside]
    if _is_something_else(index, entry, question, found):
        return None
    counts = _is_of_figures(index, claim, question)
    if counts and (found or not question.find("place")):
        return None
    words = [c.slot for c in found if c.field == "word"]
    mediums = [c.slot for c in found if c.slot.kind == "other-medium" and "topic:medium" in entry.features]
    foreign = [slot for slot in words if claim.actor and done_to(index, slot, question)]
    instead = [c.slot for c in found if announces_instead(index, claim, question, c.slot)]
    unknown = [slot for slot in words if slot not in {*mediums, *foreign, *instead}]
    strange = sum(index.weight(f) for slot in unknown if (f := index.feature(slot)))
    named = sum(index.weight(f) for f in index.bag(question))
    if strange > _STRANGE_SHARE * named and not quotes(entry, question.text):
        return None
    if _speaks(question):
        instead += [slot for slot in unknown if speaks_instead(index, claim, question, slot)]
    met = [slot._replace(kind="target") for slot in (*foreign, *peoples(index, claim, question))]
    objects = [slot for slot in words if is_object(index, slot, question)]
    objects += told_instead(index, entry, question)
    differing = (
        *(c for c in found if c.field != "word"),
        *(Conflict("direction", slot) for slot in met),
        *(Conflict("claimant", slot) for slot in instead),
        *(Conflict("medium", slot) for slot in mediums),
        *(Conflict("object", slot) for slot in objects),
    )
    return Match(candidate, differing, counts)


def _is_something_else(index: Index, entry: Entry, question: Question, found: list[Conflict]) -> bool:
    """Tell whether a message in which this was *found* to differ is on another matter than a claim."""
    claim = entry.claim
    if any(c.field in _ANOTHER_MATTER for c in found):
        return True
    if did_otherwise(index, entry, question) or hit_otherwise(index, entry, question):
        return True
    if claim.speech_act == "denies" and denies_own(index, entry, question):
        return True
    if claim.wanted and not is_wanted(claim, question):
        return True  # that somebody demands it does not say that it was done
    if offers_instead(claim, question):
        return True
    # Nobody but the outlet itself says what an outlet could not do.
    return claim.claimant in index.reader.media and (
        any(c.field == "claimant" for c in found) or is_no_check(index, question)
    )


def _is_of_figures(index: Index, claim: Claim, question: Question) -> bool:
    """Tell whether a claim only counts, and nothing is counted or told that it is about."""
    # What somebody is accused of is what an accusation is about, whatever it counts besides.
    if not claim.figures or claim.speech_act == "alleges":
        return False
    shared = question.values("topic") & set(claim.topics) - index.reader.acts
    return not (question.find("victims") or shared or question.asks("how-many"))


def _speaks(question: Question) -> bool:
    """Tell whether somebody is said to say something, or quoted."""
    return question.asks("says", "according-to") or any(
        len(words) >= SHORTEST for words in quoted(question.text)
    )


def _told_beside(index: Index, entry: Entry, question: Question) -> set[Conflict]:
    """Return in what a question differs from a claim, and not from another of the same sentence."""
    others = [o for o in index.entries if o.claim.statement == entry.claim.statement and o is not entry]
    found = [set(conflicts(index, other, question)) for other in others]
    own = conflicts(index, entry, question)
    return {c for c in own if c.field in {"place", "date"} and any(c not in there for there in found)}
