"""The two menus of a message: hold it against the briefing, or answer it."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import discord
from discord import app_commands

from bot.desk.catalogues import frame_asked
from bot.desk.checking import check
from bot.surfaces.discord import layout, words
from bot.surfaces.discord.answer_cards import answer_privately
from bot.surfaces.discord.cards import sentence_card
from bot.surfaces.discord.pinning import pinned_in
from bot.surfaces.discord.responding import respond, respond_pages, think
from bot.surfaces.discord.speaking import frame_of
from bot.surfaces.discord.spoken import spoken

if TYPE_CHECKING:
    from bot.answering.showing.frame import Frame
    from bot.surfaces.discord.client import BriefingBot
    from bot.surfaces.discord.responding import Interaction

CHECK, ANSWER = "Check this message", "Answer this"


def add_menus(tree: app_commands.CommandTree[BriefingBot]) -> None:
    """Add both menus, which a cog cannot declare."""
    tree.add_command(app_commands.ContextMenu(name=CHECK, callback=_check))
    tree.add_command(app_commands.ContextMenu(name=ANSWER, callback=_answer))


async def _check(interaction: Interaction, message: discord.Message) -> None:
    """Say to the member alone what the message has that the briefing has, has otherwise, or has not."""
    bot = interaction.client
    knowledge = bot.desk.knowledge
    briefing = await pinned_in(bot, interaction)
    frame, text = await _words_of(interaction, message, briefing)
    if text:
        await think(interaction)
        # A long message takes a second or two, and the other members are not to wait for it.
        async with bot.reading:
            found = await asyncio.to_thread(check, knowledge, text, briefing=briefing)
        await respond_pages(interaction, frame, layout.checked(found, frame))


async def _answer(interaction: Interaction, message: discord.Message) -> None:
    """Answer the message's question to the member alone."""
    bot = interaction.client
    knowledge = bot.desk.knowledge
    briefing = await pinned_in(bot, interaction)
    _, text = await _words_of(interaction, message, briefing)
    if text:
        public = bot.answers.frame(knowledge, text, briefing)
        await answer_privately(interaction, knowledge, text, public, briefing)


async def _words_of(
    interaction: Interaction, message: discord.Message, briefing: str | None
) -> tuple[Frame, str]:
    """Return a message's words, or those it forwards; none where the member was told why not."""
    bot = interaction.client
    own = message.author == bot.user
    text = "" if own else _text_of(message)
    asked = frame_asked(bot.desk.knowledge, text, briefing=briefing) if text else None
    frame = await frame_of(interaction, asked)
    refused = bot.limits.refuse(frame, interaction.user.id, None)
    if refused or not text:
        await respond(
            interaction, sentence_card(refused or frame(words.OWN_MESSAGE if own else words.NO_TEXT))
        )
        return frame, ""
    return frame, text


def _text_of(message: discord.Message) -> str:
    """Return what a message says, a part of it a line; a person's embeds only show where a link leads."""
    written: list[str | None] = [message.content, *(one.content for one in message.message_snapshots)]
    embeds = [one for snapshot in message.message_snapshots for one in snapshot.embeds]
    embeds += message.embeds if message.author.bot else []
    for one in embeds:
        written += [one.title, one.description]
        written += [f"{field.name}: {field.value}" for field in one.fields]
    return "\n".join(filter(None, (spoken(part or "") for part in written)))
