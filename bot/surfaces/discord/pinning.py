"""Says which briefing is meant in a channel, and offers briefings while somebody types."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands
from rapidfuzz import fuzz, process

from bot.answering.deciding.routing import newest_first
from bot.answering.showing import wording
from bot.answering.showing.imprint import Imprint
from bot.briefing.folding import fold
from bot.desk.preferences import pinned, pins
from bot.errors import UnknownNameError
from bot.surfaces.discord import words
from bot.surfaces.discord.cards import LONGEST_OPTION, MOST_OPTIONS, shortened
from bot.surfaces.discord.speaking import frame_of

if TYPE_CHECKING:
    from discord.abc import Snowflake

    from bot.answering.claims.index import Index
    from bot.answering.showing.frame import Frame
    from bot.desk.knowledge import Knowledge
    from bot.surfaces.discord.client import BriefingBot
    from bot.surfaces.discord.responding import Interaction

_LIKE_ENOUGH = 60.0  # 0-100, for a name that somebody is still typing


async def pinned_in(bot: BriefingBot, where: Interaction | discord.Message) -> str | None:
    """Return the briefing set for a channel, its parent or its server, None where none is."""
    if where.guild is None:
        return None
    channels = channels_of(where.channel) if where.channel else ()
    return await pinned(bot.desk, server=where.guild.id, channels=channels)


async def lapsed(bot: BriefingBot, interaction: Interaction, frame: Frame) -> list[str]:
    """Return a sentence on each place of a server that a briefing is set for which is not there."""
    return [
        frame.around(
            words.BRIEFING_LAPSED,
            where=frame.value(f"<#{one.channel}>") if one.channel else frame(words.WHOLE_SERVER),
            briefing=frame.value(f"`{one.briefing}`"),
        )
        for one in await pins(bot.desk)
        if one.server == interaction.guild_id and one.briefing not in bot.desk.knowledge.briefings
    ]


def channels_of(one: Snowflake) -> tuple[int, ...]:
    """Return the id of a channel and, of a thread or a forum’s post, that of the channel that it is in."""
    return (
        (one.id, one.parent_id)
        if isinstance(one, discord.Thread | app_commands.AppCommandThread)
        else (one.id,)
    )


async def meant(bot: BriefingBot, interaction: Interaction, wanted: str | None) -> Index:
    """Return the briefing of an id or a title, or else that of the channel, or else the newest."""
    knowledge = bot.desk.knowledge
    if wanted:
        return briefing_named(knowledge, wanted)
    return newest_first(knowledge.indexes(await pinned_in(bot, interaction)))[0]


def briefing_named(knowledge: Knowledge, wanted: str) -> Index:
    """Return the briefing of an id or a title; UnknownNameError for none."""
    for one in knowledge.briefings:
        index = knowledge.index(one)
        if fold(wanted.strip()) in {fold(one), fold(index.briefing.title)}:
            return index
    raise UnknownNameError("briefing", wanted, knowledge.briefings)


def titles(knowledge: Knowledge, frame: Frame) -> dict[str, str]:
    """Return every briefing's id with its title and date, the newest first."""
    found = newest_first(knowledge.index(one) for one in knowledge.briefings)
    return {index.briefing.id: title_of(index, frame) for index in found}


def title_of(index: Index, frame: Frame) -> str:
    """Return a briefing as one picks it."""
    return wording.titled(frame, Imprint.of(index))


async def briefing_choices(interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
    """Return the briefings that are like what somebody is typing."""
    return completed(titles(interaction.client.desk.knowledge, await frame_of(interaction)), typed)


def completed(names: dict[str, str], typed: str) -> list[app_commands.Choice[str]]:
    """Return those of the ids and names that are like what somebody is typing."""
    folded = {one: fold(name) for one, name in names.items()}
    order = list(names)
    if typed.strip():
        found = process.extract(
            fold(typed), folded, scorer=fuzz.WRatio, score_cutoff=_LIKE_ENOUGH, limit=MOST_OPTIONS
        )
        order = [one for _, _, one in found]
    return [
        app_commands.Choice(name=shortened(names[one], LONGEST_OPTION), value=one[:LONGEST_OPTION])
        for one in order[:MOST_OPTIONS]
    ]
