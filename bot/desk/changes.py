"""Finds what another edition would change."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Literal, NamedTuple

from bot.desk.asking import ask

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.answering.reply import Reply
    from bot.briefing.models import Claim
    from bot.desk.knowledge import Knowledge


class Words(NamedTuple):
    """Words that both have, or only the one before, or only the new one."""

    kind: Literal["same", "gone", "new"]
    text: str


@dataclass(frozen=True, slots=True)
class ChangedClaim:
    """A claim that both editions have and that differs; `before` and `after` are all that it says."""

    claim: str
    before: str
    after: str
    words: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class ChangedOutcome:
    """A question that is answered otherwise; `before` and `after` are outcome, reason and claims."""

    question: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Changes:
    """What an edition has that the other has not; `unpaired` are contested claims that nothing contests."""

    added: tuple[str, ...]
    removed: tuple[str, ...]
    changed: tuple[ChangedClaim, ...]
    unpaired: tuple[str, ...]
    outcomes: tuple[ChangedOutcome, ...]

    @property
    def empty(self) -> bool:
        """Tell whether members would notice nothing."""
        return not (self.added or self.removed or self.changed or self.unpaired or self.outcomes)


def changes(before: Knowledge, after: Knowledge, questions: Iterable[tuple[str, str]] = ()) -> Changes:
    """Return what changes from one edition to another, for claims and for questions with their briefings."""
    old, new = _claims(before), _claims(after)
    return Changes(
        added=tuple(sorted(new.keys() - old.keys())),
        removed=tuple(sorted(old.keys() - new.keys())),
        changed=tuple(
            ChangedClaim(claim, old[claim], new[claim], word_by_word(old[claim], new[claim]))
            for claim in sorted(old.keys() & new.keys())
            if old[claim] != new[claim]
        ),
        unpaired=tuple(_unpaired(after)),
        outcomes=tuple(_outcomes(before, after, questions)),
    )


def word_by_word(before: str, after: str) -> tuple[Words, ...]:
    """Return the words of two texts in order; those of a kind joined give back each text."""
    old, new = re.findall(r"\S+\s*", before), re.findall(r"\S+\s*", after)
    found: list[Words] = []
    for tag, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            found.append(Words("same", "".join(old[i:j])))
            continue
        if i < j:
            found.append(Words("gone", "".join(old[i:j])))
        if k < m:
            found.append(Words("new", "".join(new[k:m])))
    return tuple(found)


def told(reply: Reply) -> str:
    """Return what a member would notice of a reply, in a line."""
    claims = ", ".join(one.claim.id for one in reply.claims if one.role != "counter_claim")
    choices = ", ".join(one.claim for one in reply.choices) if reply.outcome == "choice" else ""
    reason = reply.reason if reply.outcome == "abstention" else None
    return ": ".join(part for part in (reply.outcome, reason, claims or choices) if part)


def _claims(knowledge: Knowledge) -> dict[str, str]:
    """Return all that a card says of each claim, as text."""
    return {
        _name(knowledge, claim): _text(claim)
        for id_ in knowledge.briefings
        for claim in knowledge.index(id_).briefing.claims
    }


def _name(knowledge: Knowledge, claim: Claim) -> str:
    return claim.id if len(knowledge.briefings) == 1 else f"{claim.briefing}/{claim.id}"


def _text(claim: Claim) -> str:
    return claim.statement


def _unpaired(knowledge: Knowledge) -> Iterator[str]:
    for id_ in knowledge.briefings:
        index = knowledge.index(id_)
        for claim in index.briefing.claims:
            if claim.contested and not index.contested_by.get(claim.id):
                yield _name(knowledge, claim)


def _outcomes(
    before: Knowledge, after: Knowledge, questions: Iterable[tuple[str, str]]
) -> Iterator[ChangedOutcome]:
    for briefing, question in questions:
        if briefing in before.briefings and briefing in after.briefings:
            old = told(ask(before, question, briefing=briefing))
            new = told(ask(after, question, briefing=briefing))
            if old != new:
                yield ChangedOutcome(question, old, new)
