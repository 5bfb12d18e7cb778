"""Groups what was not answered well, for whoever curates the knowledge."""

from __future__ import annotations

import asyncio
import json
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz import fuzz, process
from sqlalchemy import func, literal, null, select

from bot.answering.reading.text import clean
from bot.briefing.folding import fold
from bot.desk.attempting import attempt
from bot.desk.health import Trouble
from bot.desk.ledger import store_of
from bot.desk.recording import oldest
from bot.desk.storage import FEEDBACK, QUESTIONS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.desk.desk import Desk

ALIKE = 80  # of 100 by token_sort_ratio: “how high / how tall is it” has 80, “capital of France / Spain” 77
MOST_WORDINGS = 2000  # of the newest; to compare more takes seconds
MOST_PHRASINGS = 20  # of a group; more teach a curator nothing


class _Row(NamedTuple):
    """What came some times in the same words; `claims` were shown for it, `remark` was written to it."""

    briefing: str
    reason: str
    claims: str
    text: str | None
    remark: str | None
    times: int


@dataclass(frozen=True, slots=True)
class UnansweredGroup:
    """Questions that are alike, in the words they came in, the most frequent first.

    `reason` is an abstention's, or "none_of_these" or "down"; `claims` were shown then, and `remarks` is
    what members wrote to it. What was asked while words were not kept is one group for each reason and
    claims, without phrasings. `briefing` is the one that did not answer, "" for the only one and what is
    known by its claims.
    """

    count: int
    phrasings: tuple[str, ...]
    reason: str
    claims: tuple[str, ...]
    remarks: tuple[str, ...]
    briefing: str = ""

    @property
    def about(self) -> str:
        """Return what they have in common, in a few words."""
        return ", ".join(filter(None, (self.briefing, self.reason, *self.claims)))


async def unanswered(desk: Desk) -> tuple[UnansweredGroup, ...] | None:
    """Return abstentions, "none of these" and 👎 by likeness, the most frequent first; None if unreadable."""

    async def read() -> list[_Row]:
        asked, rated = QUESTIONS.c, FEEDBACK.c
        briefing = asked.briefing if len(desk.knowledge.briefings) > 1 else literal("")
        queries = (
            select(briefing, asked.reason, literal(""), asked.text, null(), func.count())
            .where(asked.outcome == "abstention", asked.asked_at >= oldest(desk))
            .group_by(briefing, asked.reason, asked.text)
            .order_by(func.max(asked.id).desc()),
            select(literal(""), rated.kind, rated.claims, rated.text, rated.reason, func.count())
            .where(rated.kind != "up", rated.at >= oldest(desk))
            .group_by(rated.kind, rated.claims, rated.text, rated.reason)
            .order_by(func.max(rated.id).desc()),
        )
        async with store_of(desk).reading() as connection:
            return [
                _Row(*row)
                for query in queries
                for row in await connection.execute(query.limit(MOST_WORDINGS))
            ]

    await desk.pending.flush()
    rows = await attempt(desk, Trouble.UNREADABLE, read(), instead=None)
    return None if rows is None else await asyncio.to_thread(_grouped, rows)


def _grouped(rows: Iterable[_Row]) -> tuple[UnansweredGroup, ...]:
    cases: defaultdict[tuple[str, str, str], list[_Row]] = defaultdict(list)
    for row in rows:
        cases[row.briefing, row.reason, row.claims].append(row)
    groups = [group for case in cases.values() for group in _groups_alike(case)]
    return tuple(sorted(groups, key=lambda group: -group.count))


def _groups_alike(rows: list[_Row]) -> list[UnansweredGroup]:
    """Put each row of one case to the first of the more frequent ones that is like it."""
    members: dict[str, list[_Row]] = {}  # by the folded words of a group's first
    for row in sorted(rows, key=lambda row: -row.times):
        folded = fold(_plain(row.text))
        near = process.extractOne(folded, list(members), scorer=fuzz.token_sort_ratio, score_cutoff=ALIKE)
        members.setdefault(near[0] if near else folded, []).append(row)
    return [_group(group) for group in members.values()]


def _group(rows: list[_Row]) -> UnansweredGroup:
    counts: Counter[str] = Counter()
    for row in rows:
        counts[_plain(row.text)] += row.times
    phrasings = tuple(wording for wording, _ in counts.most_common() if wording)[:MOST_PHRASINGS]
    remarks = dict.fromkeys(_plain(row.remark) for row in rows if row.remark)
    return UnansweredGroup(
        count=counts.total(),
        phrasings=phrasings,
        reason=rows[0].reason,
        claims=tuple(rows[0].claims.split()),
        remarks=tuple(remarks)[:MOST_PHRASINGS],
        briefing=rows[0].briefing,
    )


def _plain(words: str | None) -> str:
    """Return words in one line, without what cannot be seen."""
    return " ".join(clean(words or "").split())


def toml(groups: Iterable[UnansweredGroup]) -> str:
    """Return groups as one list in TOML to paste phrasings from, under comments that say how each came.

    Phrasings with a figure are no suggestions and stand in comments too.
    """
    lines = ["phrasings = ["]
    for group in groups:
        lines.append(f"    # {group.count} × {_plain(group.about)}")
        lines += [f"    # : {_plain(remark)}" for remark in group.remarks]
        for one in group.phrasings:
            lines.append(f"    {'# ' if any(map(str.isdigit, one)) else ''}{_basic_string(one)},")
    return "\n".join((*lines, "]\n"))


def _basic_string(text: str) -> str:
    """Return a basic string: TOML's are JSON's but for the one control character that JSON allows."""
    whole = text.encode(errors="replace").decode()
    return json.dumps(whole, ensure_ascii=False).replace("\x7f", "\\u007f")
