"""Puts a briefing's claims in the order of what they tell of, as exactly as the source dates it."""

from dataclasses import dataclass
from datetime import date

from bot.answering.claims.index import Entry, Index
from bot.answering.showing.imprint import Imprint
from bot.answering.showing.reply import ShownCaveat, ShownClaim, caveats_of, with_counter_claims


@dataclass(frozen=True, slots=True)
class Moment:
    """A time as the source words it, with the claims on it.

    `happened` is the source's date; `day` is a curator's reading of the words, to be marked as such.
    """

    words: tuple[str, ...]
    said: str | None
    happened: tuple[date, date] | None
    day: tuple[date, date] | None
    claims: tuple[ShownClaim, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """The moments in order of time, then those without a date in order of the source."""

    moments: tuple[Moment, ...]
    caveats: tuple[ShownCaveat, ...]
    imprint: Imprint


def timeline(index: Index) -> Timeline:
    """Return every claim that the source gives a time, with those that contest it."""
    timed = [e for e in index.entries if e.claim.happened or e.claim.day or e.claim.when or e.claim.said]
    moments = tuple(_moment(index, group) for group in _groups(sorted(timed, key=_place)))
    shown = [claim for moment in moments for claim in moment.claims]
    return Timeline(moments, caveats_of(index, shown), Imprint.of(index))


def _place(entry: Entry) -> tuple[date, int]:
    period = entry.claim.happened or entry.claim.day
    return (period[0] if period else date.max, entry.order)


def _groups(entries: list[Entry]) -> list[list[Entry]]:
    """Join claims that one sentence puts on one day."""
    groups: dict[tuple[object, ...], list[Entry]] = {}
    for entry in entries:
        claim = entry.claim
        key = (claim.passage, claim.said, claim.happened, claim.day)
        groups.setdefault(key, []).append(entry)
    return list(groups.values())


def _moment(index: Index, entries: list[Entry]) -> Moment:
    first = entries[0].claim
    return Moment(
        words=tuple(dict.fromkeys(words for entry in entries for words in entry.claim.when)),
        said=first.said,
        happened=first.happened,
        day=first.day,
        claims=with_counter_claims(index, [(entry.claim.id, "answer") for entry in entries]),
    )
