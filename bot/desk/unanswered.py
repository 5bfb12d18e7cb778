"""Groups what was not answered well, for whoever curates the knowledge."""

from __future__ import annotations

import asyncio
import json
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process
from sqlalchemy import func, select

from bot.answering.text import clean, fold
from bot.desk.ledger import store_of
from bot.desk.recording import UNREADABLE, flush, oldest, spared
from bot.desk.storage import FEEDBACK, QUESTIONS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.desk.desk import Desk

ALIKE = 80  # of 100 by token_sort_ratio; another name or date in a question of six words is about there
MOST_WORDINGS = 2000  # of the newest; to compare more takes seconds
MOST_PHRASINGS = 20  # of a group; more teach a curator nothing


@dataclass(frozen=True, slots=True)
class UnansweredGroup:
    """Questions that are alike, in the words they came in, the most frequent first.

    `reason` is an abstention's, or "none_of_these" or "down". `toml` has the phrasings ready to paste into
    a claim. What was asked while words were not kept is one group for each reason, without phrasings.
    """

    count: int
    phrasings: tuple[str, ...]
    reason: str
    toml: str


async def unanswered(desk: Desk) -> tuple[UnansweredGroup, ...] | None:
    """Return abstentions, "none of these" and 👎 by likeness, the most frequent first; None if unreadable."""

    async def read() -> list[tuple[str, str | None, int]]:
        asked, rated = QUESTIONS.c, FEEDBACK.c
        queries = (
            select(asked.reason, asked.text, func.count())
            .where(asked.outcome == "abstention", asked.asked_at >= oldest(desk))
            .group_by(asked.reason, asked.text)
            .order_by(func.max(asked.id).desc()),
            select(rated.kind, rated.text, func.count())
            .where(rated.kind != "up", rated.at >= oldest(desk))
            .group_by(rated.kind, rated.text)
            .order_by(func.max(rated.id).desc()),
        )
        async with store_of(desk).reading() as connection:
            return [
                (row[0], row[1], row[2])
                for query in queries
                for row in await connection.execute(query.limit(MOST_WORDINGS))
            ]

    await flush(desk)
    rows = await spared(desk, UNREADABLE, read(), instead=None)
    return None if rows is None else await asyncio.to_thread(_grouped, rows)


def _grouped(rows: Iterable[tuple[str, str | None, int]]) -> tuple[UnansweredGroup, ...]:
    by_reason: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for reason, text, count in rows:
        by_reason[reason][" ".join(clean(text or "").split())] += count
    groups = [group for reason, wordings in by_reason.items() for group in _alike(reason, wordings)]
    return tuple(sorted(groups, key=lambda group: -group.count))


def _alike(reason: str, wordings: Counter[str]) -> list[UnansweredGroup]:
    """Put each wording to the first of the more frequent ones that is like it."""
    members: dict[str, list[str]] = {}  # by the folded words of a group's first
    for wording, _ in wordings.most_common():
        folded = fold(wording)
        near = process.extractOne(folded, list(members), scorer=fuzz.token_sort_ratio, score_cutoff=ALIKE)
        members.setdefault(near[0] if near else folded, []).append(wording)
    return [_group(reason, group, sum(wordings[one] for one in group)) for group in members.values()]


def _group(reason: str, wordings: list[str], count: int) -> UnansweredGroup:
    phrasings = tuple(one for one in wordings if one)[:MOST_PHRASINGS]
    return UnansweredGroup(count, phrasings, reason, toml(phrasings) if phrasings else "")


def toml(phrasings: Iterable[str]) -> str:
    """Return phrasings as a list in TOML; those with a figure are no suggestions and stand in comments."""
    lines = (f"    {'# ' if any(map(str.isdigit, one)) else ''}{_quoted(one)},\n" for one in phrasings)
    return f"phrasings = [\n{''.join(lines)}]\n"


def _quoted(text: str) -> str:
    """Return a basic string: TOML's are JSON's but for the one control character that JSON allows."""
    whole = text.encode(errors="replace").decode()
    return json.dumps(whole, ensure_ascii=False).replace("\x7f", "\\u007f")
