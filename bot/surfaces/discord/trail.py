"""Writes into a button which claims it is about, so that it works after a restart and a reload.

A custom id has 100 characters. It holds the edition and, for each claim, a key of its id and a key of
what it says, so that a claim that has changed since is known without asking the storage. Where a reply
is still in memory, its number there leads to the question too.
"""

from __future__ import annotations

import hashlib
from base64 import urlsafe_b64encode
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from bot.answering.claims.index import once_an_index
from bot.answering.showing.reply import with_counter_claims
from bot.desk.catalogues import LANGUAGES

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Sequence

    from bot.answering.claims.index import Index
    from bot.answering.deciding.outcome import ShownRole
    from bot.answering.showing.reply import ShownClaim
    from bot.desk.knowledge import Knowledge

LANGUAGE = "|".join(LANGUAGES)  # of a card, in a pattern
EDITION = 8  # hexadecimal digits of an edition's digest
_ID, _CONTENT = 5, 3  # characters of base64: one in a thousand million, one in a quarter of a million
_ROLES: dict[str, ShownRole] = {"a": "answer", "o": "counter_claim", "r": "correction", "x": "context"}
_LETTERS = {role: letter for letter, role in _ROLES.items()}
MOST = 7  # claims that fit in a custom id
NUMBER = 7  # characters of a reply's number in memory

PATTERN = (
    rf"(?P<arg>[\w.-]{{0,12}}):(?P<edition>[0-9a-f]{{{EDITION}}}):"
    rf"(?P<number>[0-9a-z]{{0,{NUMBER}}})(?:\.(?P<language>{LANGUAGE}))?:"
    rf"(?P<more>\+?)(?P<claims>(?:[{''.join(_ROLES)}][\w-]{{{_ID + _CONTENT}}}){{0,{MOST}}})"
)

# A covered question, by the keys of its claim and its phrasing; in older messages without an edition.
COVERED = (
    rf"ask:(?P<reference>[\w-]{{{_ID}}}:[\w-]{{{_ID}}})(?:\.(?P<language>{LANGUAGE}))?"
    rf"(?:~(?P<edition>[0-9a-f]{{{EDITION}}}))?"
)


class Step(NamedTuple):
    """One claim on the trail."""

    role: ShownRole
    id_key: str
    content_key: str


@dataclass(frozen=True, slots=True)
class Found:
    """A claim of the trail as the knowledge has it now."""

    index: Index
    claim: str
    role: ShownRole
    changed: bool


@dataclass(frozen=True, slots=True)
class Trail:
    """What a button remembers: an edition, a reply's number in memory ("" for none), claims in order.

    `language` is the question's, in which a channel sees it; `more` tells that there were more than fit.
    """

    edition: str
    number: str
    steps: tuple[Step, ...]
    more: bool = False
    language: str = "en"

    @classmethod
    def of(
        cls,
        digest: str,
        index: Index,
        shown: Iterable[ShownClaim],
        number: str = "",
        *,
        language: str = "en",
    ) -> Trail:
        """Return the trail to claims as they are shown, to as many as fit."""
        trail = cls(digest[:EDITION], number, (), language=language)
        return trail.to(index, ((one.role, one.claim.id) for one in shown))

    def to(self, index: Index, claims: Iterable[tuple[ShownRole, str]]) -> Trail:
        """Return the trail to other claims, to as many as fit."""
        steps = [
            Step(role, id_key(index.briefing.id, claim), content_key(index, claim)) for role, claim in claims
        ]
        return replace(self, steps=tuple(steps[:MOST]), more=len(steps) > MOST)

    @classmethod
    def read(cls, match: re.Match[str]) -> Trail:
        """Return the trail in a custom id that matched PATTERN."""
        width = 1 + _ID + _CONTENT
        claims = match["claims"]
        pieces = [claims[at : at + width] for at in range(0, len(claims), width)]
        steps = tuple(Step(_ROLES[p[0]], p[1 : 1 + _ID], p[1 + _ID :]) for p in pieces)
        return cls(match["edition"], match["number"], steps, bool(match["more"]), match["language"] or "en")

    def custom_id(self, verb: str, arg: str = "") -> str:
        """Return the custom id of a button that does *verb*."""
        claims = "".join(_LETTERS[step.role] + step.id_key + step.content_key for step in self.steps)
        number = self.number if self.language == "en" else f"{self.number}.{self.language}"
        return f"{verb}:{arg}:{self.edition}:{number}:{'+' if self.more else ''}{claims}"

    def changed(self, found: Sequence[Found]) -> bool:
        """Tell whether a claim on the trail is gone, or says something else than when it was shown."""
        return len(found) < len(self.steps) or any(one.changed for one in found)

    def follow(self, knowledge: Knowledge) -> tuple[Found, ...]:
        """Return those claims that the knowledge still has; one of a retracted or unclear key is left out."""
        found = []
        for step in self.steps:
            place = find_claim(knowledge, step.id_key)
            if place:
                index, claim = place
                found.append(Found(index, claim, step.role, content_key(index, claim) != step.content_key))
        return tuple(found)


def changed_since(edition: str, knowledge: Knowledge) -> bool:
    """Tell whether the knowledge is another than that of an edition's first digits, "" where not known."""
    return edition not in {"", knowledge.digest[:EDITION]}


def id_key(briefing: str, claim: str) -> str:
    """Return the key of a claim's id."""
    return _key(f"{briefing}\0{claim}", _ID)


def phrasing_key(phrasing: str) -> str:
    """Return the key of a phrasing among those of its claim."""
    return _key(phrasing, _ID)


def content_key(index: Index, claim: str) -> str:
    """Return the key of all that a reader sees of a claim."""
    keys = _content_keys(index)
    if claim not in keys:
        keys[claim] = _content_key(index, claim)
    return keys[claim]


@once_an_index
def _content_keys(_: Index) -> dict[str, str]:
    """Return the keys of what claims say, none yet: each is made when it is first wanted."""
    return {}


def _content_key(index: Index, claim: str) -> str:
    shown, *against = with_counter_claims(index, [(claim, "answer")])
    one = shown.claim
    caveats = [(c.id, c.passage.text, c.author) for c in index.briefing.caveats if c.id in shown.caveats]
    counters = [other.claim.statement for other in against]
    figures = [(f.measure, f.group, f.side, f.minimum, f.maximum, f.qualifier, f.places) for f in one.figures]
    seen = (one.statement, shown.claimant, one.speech_act, one.attributed, one.note, figures)
    return _key(repr((seen, caveats, shown.disputants, shown.unanswered_by, counters)), _CONTENT)


def _key(text: str, length: int) -> str:
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()
    return urlsafe_b64encode(digest).decode()[:length]


def find_claim(knowledge: Knowledge, key: str) -> tuple[Index, str] | None:
    """Return the claim of an id key, None where there is none or more than one."""
    places = []
    for briefing in knowledge.briefings:
        index = knowledge.index(briefing)
        places += [(index, claim) for claim in _keys(index).get(key, ())]
    return places[0] if len(places) == 1 else None


@once_an_index
def _keys(index: Index) -> dict[str, list[str]]:
    """Return the claims of each key."""
    table: dict[str, list[str]] = {}
    for claim in index.by_id:
        table.setdefault(id_key(index.briefing.id, claim), []).append(claim)
    return table
