"""Finds the language in which to speak to a member: the one they set, else that of what they see or ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.desk.catalogues import frame_in
from bot.desk.preferences import member_language

if TYPE_CHECKING:
    from bot.answering.showing.frame import Frame
    from bot.surfaces.discord.responding import Interaction


async def frame_of(interaction: Interaction, otherwise: Frame | None = None) -> Frame:
    """Return the frame of what a member alone sees; without *otherwise* their Discord's language counts."""
    chosen = await member_language(interaction.client.desk, interaction.user.id)
    if chosen:
        return frame_in(chosen)
    return otherwise or frame_in(interaction.locale.value)


def frame_of_server(interaction: Interaction, otherwise: Frame) -> Frame:
    """Return the frame of what a channel sees where nothing was asked; *otherwise* without a server."""
    locale = interaction.guild_locale
    return frame_in(locale.value) if locale else otherwise
