"""Finds the language in which to speak to a member: the one they set, else that of what they see or ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.desk.frames import LANGUAGES, frame_for
from bot.desk.preferences import member_language

if TYPE_CHECKING:
    import discord

    from bot.answering.frame import Frame
    from bot.surfaces.discord.client import BriefingBot
    from bot.surfaces.discord.responding import Interaction


async def frame_of(interaction: Interaction, otherwise: Frame | None = None) -> Frame:
    """Return the frame of what a member alone sees; without *otherwise* their Discord's language counts."""
    bot: BriefingBot = interaction.client
    chosen = await member_language(bot.desk, interaction.user.id)
    if chosen:
        return frame_for(chosen)
    if otherwise:
        return otherwise
    return frame_in(interaction.locale)


def frame_in(locale: discord.Locale) -> Frame:
    """Return the frame of a language of Discord's, English for one that the bot does not speak."""
    tag = locale.value.partition("-")[0]
    return frame_for(tag if tag in LANGUAGES else "en")
