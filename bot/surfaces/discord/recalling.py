"""Brings back what a button is about, as it was shown or as it stands now."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bot.desk.asking import show_again
from bot.surfaces.discord import layout
from bot.surfaces.discord.buttons import since

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.answering.claims.index import Index
    from bot.answering.showing.frame import Frame
    from bot.answering.showing.reply import Reply
    from bot.surfaces.discord.client import BriefingBot
    from bot.surfaces.discord.paging import Sheet
    from bot.surfaces.discord.trail import Trail


class Seen(NamedTuple):
    """How a reply is seen: in which frame, by its asker alone or by a channel, on which page."""

    frame: Frame
    private: bool
    page: int = 0


def recalled(bot: BriefingBot, trail: Trail, frame: Frame) -> tuple[Index, Reply, Sheet] | None:
    """Return the reply on a trail and its pages, with what has changed since; None where nothing is left.

    What is still in memory is shown as it was, unless a claim has changed since.
    """
    knowledge = bot.desk.knowledge
    kept = bot.answered.get(trail.number)
    if kept and kept.edition == knowledge.digest:
        return knowledge.index(kept.reply.briefing), kept.reply, kept.sheet_in(frame)
    found = trail.follow(knowledge)
    if not found:
        return None
    index = found[0].index
    asked = [(one.claim, one.role) for one in found if one.index is index and one.role != "counter_claim"]
    if kept and not trail.changed(found):
        return index, kept.reply, kept.sheet_in(frame)
    again = show_again(index, asked or [(found[0].claim, "answer")])
    leads = since(frame, trail, found)
    return index, again, led_by(leads, layout.reply(again, frame))


def led_by(lead: Sequence[str], sheet: Sheet) -> Sheet:
    """Return pages, each behind what is to be said first."""
    return tuple((*lead, *page) for page in sheet)
