"""Sends files: a card with one of text, for what is too long to be read in a channel."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

import discord
from discord import ui

from bot.surfaces.discord.responding import respond

if TYPE_CHECKING:
    from bot.surfaces.discord.responding import Interaction


class Attached(discord.File):
    """A file that is sent under the id of an attachment as Discord's schema has it, which is no number."""

    def to_dict(self, index: int) -> dict[str, Any]:
        """Return what is said of the file beside it."""
        return super().to_dict(index) | {"id": str(index)}


async def respond_with_file(interaction: Interaction, view: ui.LayoutView, name: str, text: str) -> None:
    """Answer an interaction, to its member alone, with a card and a file under it."""
    view.add_item(ui.File(f"attachment://{name}"))
    # A lone surrogate, as some file names have, is no text to others.
    file = Attached(BytesIO(text.encode(errors="replace")), name)
    await respond(interaction, view, files=[file])
