"""A question on its way to a decision: what it names, how the claims rank, what the rules conclude."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from bot.answering.claims.conflicts import Conflict, conflicts
from bot.answering.claims.figure_query import FigureQuery, Row, claims_by, figures_meeting
from bot.answering.claims.index import Candidate, Entry, Index
from bot.answering.deciding.outcome import (
    Abstention,
    Answer,
    Choice,
    Premise,
    Reason,
    Receipt,
    Remark,
    Rule,
    Shown,
    ShownRole,
)
from bot.answering.reading.cues import has_cue
from bot.answering.reading.question import AGENTS, PARTIES, Question, Slot, SlotKind

# A second claim is shown only when it is nearly as good as the first.
MARGIN_SHARE = 0.62
# What happened at one place or on one day belongs together, however it was asked for.
PLACED_SHARE = 0.35
MAX_ANSWERS = 3
# "What did she say?" is answered with all that she said, as far as a reply carries it.
MAX_SAID = 6
MAX_NEAREST = 3
MAX_CHOICES = 5
_SIDES = frozenset(PARTIES)


@dataclass(frozen=True)
class Case:
    """A question with everything that the rules look at."""

    index: Index
    question: Question
    ranked: tuple[Candidate, ...]

    @classmethod
    def about(cls, index: Index, question: Question) -> "Case":
        """Rank the claims for a question."""
        return cls(index, question, index.rank(index.bag(question)))

    def without(self, slots: Iterable[Slot]) -> "Case":
        """Return the case of the question without some of its slots."""
        return Case.about(self.index, self.question.without(slots))

    # ---- What is looked at -------------------------------------------------------------------------

    @cached_property
    def conflicts(self) -> "_Conflicts":
        """Return for each claim what the question names and the claim contradicts or lacks."""
        return _Conflicts(self.index, self.question)

    @property
    def eligible(self) -> tuple[Candidate, ...]:
        """Return the candidates that have all that the question names, best first."""
        return tuple(c for c in self.ranked if self.allows(c.entry))

    def allows(self, entry: Entry) -> bool:
        """Tell whether a claim has all that the question names, and is nobody's whom it does not mean."""
        return not self.conflicts[entry.claim.id] and not self.excludes(entry)

    def excludes(self, entry: Entry) -> bool:
        """Tell whether a claim is somebody's that the question says it does not mean."""
        if entry.claim.claimant in self.question.values("person"):
            return False  # "hers rather than her government's"
        return any(claims_by(self.index, entry, slot.value) for slot in self.question.excluded)

    @property
    def verifying(self) -> list[str]:
        """Return the claims about what is verified."""
        return [entry.claim.id for entry in self.index.entries if "verification" in entry.claim.topics]

    @property
    def subjects(self) -> frozenset[str]:
        """Return the features that name something, as against what is asked about it."""
        return frozenset(f for f in self.index.bag(self.question) if not f.startswith("ask:"))

    @property
    def subject_kinds(self) -> frozenset[str]:
        """Return of what kinds the subjects are: "place", "topic", …."""
        return frozenset(subject.partition(":")[0] for subject in self.subjects)

    @property
    def lists(self) -> bool:
        """Tell whether the question asks for whatever there is about a date or a place."""
        other = self.question.find("topic", "actor", "target", "claimant", "measure", "victims", "unknown")
        return (
            bool(self.question.find("date", "place")) and not other and not self.question.asks("when", "why")
        )

    @cached_property
    def is_yes_no(self) -> bool:
        """Tell whether the question's first word asks for yes or no: "did", "was", "isn't".

        Read from the text, for the spans may be borrowed or longer. Whether a tag ("…, right?") or a choice
        asks so too depends on the rule, which says so itself.
        """
        spans = self.index.reader.lexicon.read(self.question.text, 1)
        return any(has_cue(span, "did", "passive", "negation") for span in spans)

    @cached_property
    def presumes(self) -> bool:
        """Tell whether the question begins with what it takes for granted, or asks how that came about."""
        spans = self.index.reader.lexicon.read(self.question.text, 2)
        begun = [span.words for span in spans]
        named = self.question.find(*AGENTS, "side")
        if begun == ["how", "did"] and named:
            return True
        taking = [span for span in self.question.spans if has_cue(span, "presumes")]
        # "How does it feel now that …"; what is "since" may be since a day.
        felt = "how" in begun and any(span.words != "since" for span in taking)
        return felt or (bool(spans) and has_cue(spans[0], "presumes"))

    def good(self) -> tuple[Candidate, ...]:
        """Return the eligible candidates that are like enough to be an answer, best first."""
        # What a claim is asked against takes longest, so that the unlike are left out first.
        like = self.ranked if self.lists else (c for c in self.ranked if c.score >= self.index.threshold)
        return tuple(c for c in like if self.allows(c.entry))

    def words(self, *kinds: SlotKind) -> str:
        """Return the asker's words for these slots."""
        return ", ".join(dict.fromkeys(slot.words for slot in self.question.slots if slot.kind in kinds))

    def figures(self, query: FigureQuery) -> tuple[Row, ...]:
        """Return the figures that meet all of *query*, of nobody whom the question does not mean."""
        return tuple(row for row in figures_meeting(self.index, query) if not self.excludes(row.entry))

    def claims(self, rows: Iterable[Row], query: FigureQuery) -> list[str]:
        """Return the claims of *rows*, those of the named claimants first."""

        def place(row: Row) -> tuple[bool, int]:
            named = any(claims_by(self.index, row.entry, claimant) for claimant in query.claimants)
            return (not named, row.entry.order)

        found = list(rows)
        counted = [row for row in found if row.figure.minimum is not None or len(found) == 1] or found
        spoken = [row for row in found if row.figure.qualifier and row.figure.side]
        return list(dict.fromkeys(row.entry.claim.id for row in sorted((*counted, *spoken), key=place)))

    def counted(self, rows: tuple[Row, ...]) -> tuple[Row, ...]:
        """Return the figures of claims that have both of what is counted ("houses insured"), if any has."""
        joined = any({"and", "or"}.intersection(span.words.split()) for span in self.question.spans)
        if joined or len(self.question.values("measure")) < 2:  # noqa: PLR2004 - a single one is no two
            return rows
        lacking = frozenset({"measure", "victims"})
        both = (
            row for row in rows if lacking.isdisjoint(c.field for c in self.conflicts[row.entry.claim.id])
        )
        return tuple(both) or rows

    # ---- What is concluded -------------------------------------------------------------------------

    def answer(
        self, claims: Iterable[str], rule: Rule, *, role: ShownRole = "answer", remark: Remark | None = None
    ) -> Answer | Abstention:
        """Return an answer with these claims, an abstention where there are none."""
        claims = list(claims)
        if not claims:
            return self.abstain("not_covered")
        return Answer(tuple(Shown(c, role) for c in dict.fromkeys(claims)), self.receipt(rule), remark)

    def premise(self, claims: Iterable[str], taken: str, rule: Rule) -> Premise | Abstention:
        """Return a correction of what was *taken* for granted, an abstention where nothing corrects it."""
        claims = list(claims)
        if not claims:
            return self.abstain("not_covered", taken)
        return Premise(
            tuple(Shown(c, "correction") for c in dict.fromkeys(claims)), taken, self.receipt(rule)
        )

    def abstain(self, reason: Reason, about: str | None = None) -> Abstention:
        """Return an abstention with the nearest covered claims."""
        # Whoever names no more than a side is offered nothing of it: it would be its losses or its praise.
        ranked = self.ranked[:MAX_NEAREST] if self.subject_kinds - _SIDES else ()
        nearest = tuple(c.entry.claim.id for c in ranked if c.score > 0)
        return Abstention(reason, about or None, nearest, self.receipt(reason))

    def ask_back(self) -> Choice | Abstention:
        """Return the readings of a question that names too little, or an abstention where there are none."""
        near = [c.entry.claim.id for c in self.eligible if c.score > 0]
        if len(near) < 2:  # noqa: PLR2004 - a single reading is no choice
            return self.abstain("too_vague")
        return Choice(tuple(near[:MAX_CHOICES]), self.receipt("too_vague"))

    def receipt(self, rule: Rule) -> Receipt:
        """Return what was found and weighed, with the rule that decided."""
        return Receipt(self.index, self.question, self.ranked, self.index.threshold, rule)


class _Conflicts(dict[str, tuple[Conflict, ...]]):
    """What a question and each claim have against each other, found when it is first asked for."""

    def __init__(self, index: Index, question: Question) -> None:
        super().__init__()
        self._index, self._question = index, question

    def __missing__(self, claim: str) -> tuple[Conflict, ...]:
        found = self[claim] = conflicts(self._index, self._index.by_id[claim], self._question)
        return found
