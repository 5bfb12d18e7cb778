"""Finds what another edition would change."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Literal, NamedTuple

from bot.answering.showing import sentences, wording
from bot.answering.showing.frame import ENGLISH
from bot.answering.showing.reply import caveats_of, with_counter_claims
from bot.desk.asking import ask
from bot.desk.changed_entries import changed_entries

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.answering.claims.index import Index
    from bot.answering.showing.reply import Reply
    from bot.briefing.models import Claim
    from bot.desk.changed_entries import ChangedEntries
    from bot.desk.knowledge import Knowledge
    from bot.desk.recording import KeptQuestion


_MOST_COMPARED = 2_000  # words of a text; which are the same takes the square of their number


class Words(NamedTuple):
    """Words that both have, or only the one before, or only the new one."""

    kind: Literal["same", "gone", "new"]
    text: str


@dataclass(frozen=True, slots=True)
class ChangedText:
    """What both editions have under a name and that differs; `before` and `after` are all that it says."""

    name: str
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
    """How an edition differs from another, claim by claim.

    `files` are the names of the files that differ. `unpaired` are claims that were contested and that
    nothing contests any more: their counter-claim went, which nobody may overlook. `heads` are what members
    see of a briefing and that is no claim, of one that comes or goes as well; `entries` are how many of those
    that questions are read by come and go.
    """

    files: tuple[str, ...]
    added: tuple[str, ...]
    removed: tuple[str, ...]
    changed: tuple[ChangedText, ...]
    unpaired: tuple[str, ...]
    heads: tuple[ChangedText, ...]
    entries: tuple[ChangedEntries, ...]
    outcomes: tuple[ChangedOutcome, ...]

    @property
    def empty(self) -> bool:
        """Tell whether the editions are the same."""
        return not self.files


def changes(before: Knowledge, after: Knowledge, questions: Iterable[KeptQuestion] = ()) -> Changes:
    """Return what changes from one edition to another, for claims and for questions that were asked."""
    # Named alike in both, or a briefing that comes would have every claim of the others go and come.
    several = len(before.briefings) > 1 or len(after.briefings) > 1
    old, new = _claims(before, several=several), _claims(after, several=several)
    contested = _contested(before, several=several)
    old_heads, new_heads = _heads(before, several=several), _heads(after, several=several)
    files = tuple(_files(before, after))
    return Changes(
        files=files,
        added=tuple(sorted(new.keys() - old.keys())),
        removed=tuple(sorted(old.keys() - new.keys())),
        changed=tuple(_differing(old, new, old.keys() & new.keys())),
        unpaired=tuple(
            claim
            for claim, is_ in _contested(after, several=several).items()
            if not is_ and contested.get(claim)
        ),
        heads=tuple(_differing(old_heads, new_heads, old_heads.keys() | new_heads.keys())),
        entries=tuple(changed_entries(before.contents.files, after.contents.files, files)),
        outcomes=tuple(_outcomes(before, after, questions, several=several)),
    )


def word_by_word(before: str, after: str) -> tuple[Words, ...]:
    """Return the words of two texts in order; those of a kind joined give back each text.

    Of very long texts nothing is the same.
    """
    old, new = re.findall(r"\S+\s*", before), re.findall(r"\S+\s*", after)
    if max(len(old), len(new)) > _MOST_COMPARED:
        return tuple(words for words in (Words("gone", before), Words("new", after)) if words.text)
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


def told(reply: Reply, *, several: bool) -> str:
    """Return what a member would notice of a reply, in a line; of *several* briefings it says which."""
    shown = [(reply.briefing, one.claim.id) for one in reply.claims if one.role != "counter_claim"]
    if reply.outcome == "choice":
        shown = [(one.source.briefing if one.source else reply.briefing, one.claim) for one in reply.choices]
    claims = ", ".join(_name(briefing, claim, several=several) for briefing, claim in shown)
    reason = reply.reason if reply.outcome == "abstention" else None
    return ": ".join(part for part in (reply.outcome, reason, claims) if part)


def _differing(old: dict[str, str], new: dict[str, str], names: Iterable[str]) -> Iterator[ChangedText]:
    for name in sorted(names):
        before, after = old.get(name, ""), new.get(name, "")
        if before != after:
            yield ChangedText(name, before, after, word_by_word(before, after))


def _heads(knowledge: Knowledge, *, several: bool) -> dict[str, str]:
    """Return what stands under the replies and in the listings of each briefing, as its file calls it."""
    found: dict[str, str] = {}
    for id_ in knowledge.briefings:
        briefing = knowledge.index(id_).briefing
        seen = {
            "title": briefing.title,
            "edition_date": briefing.edition_date.isoformat(),
            "covers_until": briefing.covers_until.isoformat(),
            **{f"{source.id}/note": source.note for source in briefing.sources},
        }
        found |= {_name(id_, name, several=several): text for name, text in seen.items()}
    return found


def _claims(knowledge: Knowledge, *, several: bool) -> dict[str, str]:
    """Return all that members see of each claim and all that it is found by, as text."""
    found = {}
    for id_ in knowledge.briefings:
        index = knowledge.index(id_)
        for claim in index.briefing.claims:
            # One that was retracted or superseded is never shown.
            seen = _lines_shown(index, claim) if claim.id in index.by_id else (claim.statement,)
            found[_name(claim.briefing, claim.id, several=several)] = "\n".join((*seen, *_found_by(claim)))
    return found


def _name(briefing: str, name: str, *, several: bool) -> str:
    return f"{briefing}/{name}" if several else name


def _lines_shown(index: Index, claim: Claim) -> Iterator[str]:
    shown = with_counter_claims(index, [(claim.id, "answer")])[0]
    who = shown.claimant
    office = f" ({who.office})" if who and who.office else ""
    yield f"{who.name if who else sentences.PUBLISHERS_VOICE}{office} {_act(claim)}:"
    yield claim.statement
    for figure in claim.figures:
        side = index.names[figure.side] if figure.side else None
        harmed = wording.harmed(ENGLISH, figure.group, (index.names[place] for place in figure.places))
        harm = index.harms(figure.measure)
        heading = wording.counted(ENGLISH, side, index.names[figure.measure], harm=harm)
        yield f"{heading}: {wording.number(ENGLISH, figure)} – {harmed}"
    if shown.disputants:
        yield wording.contested(ENGLISH, shown.disputants)
    if shown.unanswered_by:
        yield wording.unanswered(ENGLISH, shown.unanswered_by)
    for caveat in caveats_of(index, [shown]):
        yield f"{wording.caveat(ENGLISH, caveat.author)} {caveat.caveat.passage.text}"
    if claim.note:
        yield ENGLISH(sentences.NOTE, note=claim.note)


def _act(claim: Claim) -> str:
    return wording.act(ENGLISH, claim.speech_act, claim.attributed)


def _found_by(claim: Claim) -> Iterator[str]:
    """Return the rest of what a curator writes of a claim, a line each."""
    fields = {
        "standing": None if claim.standing == "current" else claim.standing,
        "speaker": claim.speaker,
        "said": claim.said,
        "when": "; ".join(claim.when),
        "happened": wording.period(ENGLISH, *claim.happened) if claim.happened else None,
        "day": wording.period(ENGLISH, *claim.day) if claim.day else None,
        "actor": claim.actor,
        "target": claim.target,
        "places": ", ".join(claim.places),
        "people": ", ".join(claim.people),
        "topics": ", ".join(claim.topics),
        "phrasings": " / ".join(claim.phrasings),
    }
    yield from (f"{name}: {value}" for name, value in fields.items() if value)


def _contested(knowledge: Knowledge, *, several: bool) -> dict[str, bool]:
    """Tell of each claim whether another contests it."""
    return {
        _name(id_, claim.id, several=several): bool(knowledge.index(id_).contested_by.get(claim.id))
        for id_ in knowledge.briefings
        for claim in knowledge.index(id_).briefing.claims
    }


def _files(before: Knowledge, after: Knowledge) -> Iterator[str]:
    old, new = before.contents.files, after.contents.files
    yield from (name for name in sorted(old.keys() | new.keys()) if old.get(name) != new.get(name))


def _outcomes(
    before: Knowledge, after: Knowledge, questions: Iterable[KeptQuestion], *, several: bool
) -> Iterator[ChangedOutcome]:
    for asked in questions:
        old, new = (
            told(_reply_now(before, asked), several=several),
            told(_reply_now(after, asked), several=several),
        )
        if old != new:
            yield ChangedOutcome(asked.text, old, new)


def _reply_now(knowledge: Knowledge, asked: KeptQuestion) -> Reply:
    """Return the reply to a question, which is routed where the briefing that was set is not there."""
    there = asked.asked_of in knowledge.briefings
    return ask(knowledge, asked.text, briefing=asked.asked_of if there else None)
