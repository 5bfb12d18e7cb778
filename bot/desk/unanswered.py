"""Groups what was not answered well, for whoever curates the knowledge."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz import fuzz
from sqlalchemy import select

from bot.desk.ledger import store_of
from bot.desk.recording import oldest, spared
from bot.desk.storage import FEEDBACK, QUESTIONS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.desk.desk import Desk

_ALIKE = 75  # of 100 by token_set_ratio


@dataclass(frozen=True, slots=True)
class UnansweredGroup:
    """Questions that are alike; `reason` is an abstention's or the kind of feedback.

    `toml` has the phrasings ready to paste into a claim; without kept words there are none.
    """

    count: int
    phrasings: tuple[str, ...]
    reason: str
    toml: str


async def unanswered(desk: Desk) -> tuple[UnansweredGroup, ...] | None:
    """Return abstentions, "none of these" and 👎 that are kept, by likeness, the most frequent first."""

    async def read() -> list[tuple[str | None, str]]:
        async with store_of(desk).reading() as connection:
            asked = select(QUESTIONS.c.text, QUESTIONS.c.reason).where(
                QUESTIONS.c.outcome == "abstention", QUESTIONS.c.asked_at >= oldest(desk)
            )
            disliked = select(FEEDBACK.c.text, FEEDBACK.c.kind).where(
                FEEDBACK.c.kind != "up", FEEDBACK.c.at >= oldest(desk)
            )
            return [
                (row[0], row[1]) for query in (asked, disliked) for row in await connection.execute(query)
            ]

    return _grouped(await spared(desk, "reading", read(), instead=[]))


def _grouped(rows: Iterable[tuple[str | None, str]]) -> tuple[UnansweredGroup, ...]:
    groups: list[tuple[str, list[str | None]]] = []
    for text, reason in rows:
        for known, texts in groups:
            first = texts[0]
            if known == reason and (
                (text is None and first is None)
                or (text and first and fuzz.token_set_ratio(text, first) >= _ALIKE)
            ):
                texts.append(text)
                break
        else:
            groups.append((reason, [text]))
    found = []
    for reason, texts in groups:
        phrasings = tuple(dict.fromkeys(text for text in texts if text))
        found.append(UnansweredGroup(len(texts), phrasings, reason, _toml(phrasings)))
    return tuple(sorted(found, key=lambda group: -group.count))


def _toml(phrasings: tuple[str, ...]) -> str:
    lines = [f"  {_quoted(phrasing)},\n" for phrasing in phrasings]
    return f"phrasings = [\n{''.join(lines)}]\n" if lines else ""


def _quoted(text: str) -> str:
    """Return a TOML basic string, which is JSON's but for the one control character that JSON allows."""
    whole = text.encode(errors="replace").decode()
    return json.dumps(whole, ensure_ascii=False).replace("\x7f", "\\u007f")
