"""Shows the audit log, page by page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord
from discord import ui

from bot.answering.showing.frame import ENGLISH
from bot.desk.ledger import history
from bot.surfaces.discord import words
from bot.surfaces.discord.cards import card
from bot.surfaces.discord.escaping import clipped
from bot.surfaces.discord.lasting import LastingButton
from bot.surfaces.discord.proposals import let_change
from bot.surfaces.discord.responding import respond, think_in_place
from bot.surfaces.discord.speaking import frame_of

if TYPE_CHECKING:
    import re
    from typing import Self

    from bot.answering.showing.frame import Frame
    from bot.surfaces.discord.responding import Interaction

_EACH = 8  # entries on a page, which fit whatever is in them
_LONGEST = 200  # characters of a part of an entry
_CHANNELS = ("ambient", "briefing")  # what is set for a channel, named by its number


async def show_history(interaction: Interaction, frame: Frame, page: int = 0) -> None:
    """Answer an interaction that was deferred with a page of the audit log, the newest on page 0."""
    entries = await history(interaction.client.desk, limit=_EACH + 1, skip=page * _EACH)
    lines = [words.audit_line(one, _shown, _place(one.what, one.where)) for one in entries[:_EACH]]
    turns = [HistoryPage(page - 1, words.EARLIER, frame)] if page else []
    turns += [HistoryPage(page + 1, words.LATER, frame)] if len(entries) > _EACH else []
    await respond(interaction, card(["\n".join(lines) or frame(words.NOTHING_FOUND)], turns))


class HistoryPage(LastingButton, template=r"knowledge:history:(?P<page>\d{1,6})"):
    """Turns to another page of the audit log."""

    def __init__(self, page: int, label: str = words.LATER, frame: Frame = ENGLISH) -> None:
        self.page = page
        super().__init__(
            ui.Button(
                label=frame(label),
                style=discord.ButtonStyle.secondary,
                custom_id=f"knowledge:history:{page}",
            )
        )

    @classmethod
    def read(cls, _item: ui.Item[Any], match: re.Match[str]) -> Self:
        """Return the button of a message."""
        return cls(int(match["page"]))

    async def act(self, interaction: Interaction) -> None:
        """Turn to it."""
        frame = await frame_of(interaction)
        if not await let_change(interaction, frame):
            return
        await think_in_place(interaction)
        await show_history(interaction, frame, self.page)


def _shown(text: str) -> str:
    return clipped(text, _LONGEST)


def _place(what: str, where: str | None) -> str:
    """Return where something was done as Discord shows it, and by its number for whoever is not there."""
    if where is None:
        return ""
    return f"<#{where}> ({where})" if what in _CHANNELS and where.isdecimal() else clipped(where, _LONGEST)
