"""Holds what a message says happened against one claim that it is about: in what it differs from that."""

from collections.abc import Iterator
from itertools import islice

from bot.answering.checking.assertions import Assertion
from bot.answering.checking.attribution import attributes, is_attributed, is_carried
from bot.answering.checking.certainty import supposed
from bot.answering.checking.degrees import fewer, permitted, seldom
from bot.answering.checking.event_likeness import Match
from bot.answering.checking.means import by_other_means
from bot.answering.checking.opposing import admits, did_not_say, opposing
from bot.answering.checking.progress import begun, ended
from bot.answering.checking.quoting import invented, quotes, sayings
from bot.answering.checking.scope import alone, everywhere, narrowed, spared, untouched, wholly
from bot.answering.claims.conflicts import Conflict
from bot.answering.claims.figure_query import claims_by
from bot.answering.claims.index import Entry, Index
from bot.answering.reading.question import Question
from bot.answering.showing import sentences
from bot.answering.showing.checked import Difference, DifferingField, Finding, Verdict
from bot.briefing.models import Claim

_FIELDS: dict[str, DifferingField] = {
    "place": "place",
    "date": "date",
    "direction": "direction",
    "claimant": "claimant",
    "medium": "attribution",
    "object": "victim",
}


class Comparison:
    """A message beside a claim that it is about.

    `question` is what it says, with every denial turned into what it denies; it `denies` where one was.
    """

    def __init__(
        self, index: Index, match: Match, assertion: Assertion, question: Question, *, denies: bool
    ) -> None:
        self._index = index
        self._entry, self._claim = match.entry, match.entry.claim
        self._slots = match.differing
        self._assertion, self._question = assertion, question
        # "Will not negotiate" is what is claimed of who is unwilling.
        agrees = denies and not index.negations.isdisjoint(self._claim.topics)
        says_no = agrees or bool(question.find("negation")) or "denial" in question.values("topic")
        self._denies = denies and not agrees
        self._unsaid = did_not_say(index, self._entry, question)
        self._negated = self._entry.negated != (says_no and not self._unsaid)

    def findings(self) -> list[Finding]:
        """Return in what the two differ, else that they agree, or that it is not said whose claim it is."""
        index, claim, question = self._index, self._claim, self._question
        if denial := self._denial():
            theirs, carried = index.by_id[denial], self._assertion.carried
            named = attributes(index, theirs, question) or is_carried(index, theirs, question, carried)
            return [self._matches(denial) if named else self._unattributed(denial)]
        found: list[Difference] = [
            (_FIELDS[c.field], c.slot.words, _what_the_claim_has(index, self._entry, c)) for c in self._slots
        ]
        # "One has said so, the other has not" says no only of one.
        if not found and (singled := alone(index, self._entry, self._assertion)):
            found.append(("claimant", singled, claim.statement))
        if self._turns():
            words = opposing(index, self._entry, question, self._assertion.question)
            if words is None and (self._denies or not found):
                return []  # it names too little to be said to differ
            if words:
                has = claim.attributed or claim.statement
                found.append(("direction", self._quoted(words), has))
        found = found or [*islice(self._limits(), 1)]
        if not (found or self._is_attributed()):
            return [self._unattributed(claim.id)]
        differing = found or self._misquoted()
        distorted = [Finding(self._assertion.quote, "distorts", *one, claim.id) for one in differing]
        return distorted or [self._matches(claim.id)]

    def _denial(self) -> str | None:
        """Return the claim that denies this one, where a message only says no to it."""
        if not self._negated or self._slots or self._unsaid:
            return None
        # Whoever is said to say no to their own claim has not denied it.
        named = self._question.find("claimant", "person")
        if any(claims_by(self._index, self._entry, slot.value) for slot in named):
            return None
        others = self._index.contested_by[self._claim.id]
        return next((o for o in others if self._index.by_id[o].claim.speech_act == "denies"), None)

    def _turns(self) -> bool:
        """Tell whether a message may say the opposite of the claim."""
        unsaid = self._unsaid and not self._entry.negated
        turns = self._denies or self._negated or unsaid
        return turns or admits(self._index, self._claim, self._question)

    def _limits(self) -> Iterator[Difference]:
        """Yield in what a message has it surer, rarer, by other means, of fewer or at other places."""
        index, claim, question = self._index, self._claim, self._question
        for read in (supposed, begun, ended, fewer, seldom, permitted):
            if words := read(claim, question):
                yield "direction", self._quoted(words), claim.statement
        if words := by_other_means(index, claim, question):
            yield "direction", self._quoted(words), claim.statement
        if words := narrowed(index, claim, question):
            yield "claimant", words, claim.statement
        for placed in (untouched, spared, wholly, everywhere):
            if words := placed(index, claim, self._assertion):
                yield "place", words, _places(index, claim)

    def _misquoted(self) -> list[Difference]:
        """Return what a message puts into the mouth of whoever it has the claim from."""
        within = self._assertion.within
        words = invented(self._index, within) or ([] if quotes(self._entry, within) else sayings(within))
        return [("attribution", one, self._claim.statement) for one in words[:1]]

    def _is_attributed(self) -> bool:
        cites = quotes(self._entry, self._assertion.within) and self._question.asks("says")
        return cites or is_attributed(self._index, self._entry, self._question, self._assertion.carried)

    def _quoted(self, words: str) -> str:
        """Return words of the message as it has them, else all that is quoted of it."""
        return words if words in self._assertion.quote else self._assertion.quote

    def _matches(self, claim: str) -> Finding:
        return Finding(self._assertion.quote, "matches", claim=claim)

    def _unattributed(self, claim: str) -> Finding:
        verdict: Verdict = "conflicting" if self._index.contested_by[claim] else "distorts"
        who = self._index.by_id[claim].claim.claimant
        has = self._index.names[who] if who else None
        return Finding(self._assertion.quote, verdict, "attribution", None, has, claim)


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
