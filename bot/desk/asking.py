"""Answers a question from a briefing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answering.decision import decide
from bot.answering.reply import Reply, caveats_of, reply_to, which_briefing, with_counter_claims

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.answering.index import Index
    from bot.answering.outcome import ShownRole
    from bot.desk.knowledge import Knowledge


def ask(knowledge: Knowledge, question: str, *, briefing: str | None = None) -> Reply:
    """Return the reply to a question, of the briefing named or set or else of the one it is about.

    Its receipt says how it was reached.
    """
    indexes = knowledge.indexes(briefing)
    if len(indexes) == 1:
        return reply_to(indexes[0], decide(indexes[0], question))
    from bot.answering.routing import route  # noqa: PLC0415 - most folders have a single briefing

    routed = route(indexes, question)
    if routed.rivals:
        return which_briefing(routed.rivals, among=len(indexes))
    return reply_to(routed.index, routed.outcome, among=len(indexes))


def show_again(index: Index, shown: Iterable[tuple[str, ShownRole]]) -> Reply:
    """Return a reply with these claims, as after a restart, when the question is no longer known."""
    claims = with_counter_claims(index, shown)
    corrects = any(one.role == "correction" for one in claims)
    briefing = index.briefing
    return Reply(
        outcome="premise" if corrects else "answer",
        reason="false_premise" if corrects else None,
        about=None,
        remark=None,
        left=None,
        claims=claims,
        choices=(),
        caveats=caveats_of(index, claims),
        briefing=briefing.id,
        title=briefing.title,
        edition_date=briefing.edition_date.isoformat(),
        covers_until=briefing.covers_until.isoformat(),
        source_note=" ".join(source.note for source in briefing.sources),
        receipt=None,
    )
