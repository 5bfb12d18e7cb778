"""Sends what was laid out, and turns what goes wrong into one sentence for the member."""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import discord
from discord.http import MultipartParameters

from bot.answering import wording
from bot.errors import BotError, KnowledgeError, UnknownNameError
from bot.surfaces.discord import words
from bot.surfaces.discord.cards import card, note, page_line
from bot.surfaces.discord.escaping import escaped
from bot.surfaces.discord.speaking import frame_of

if TYPE_CHECKING:
    from collections.abc import Awaitable, Hashable, Sequence

    from discord import ui
    from discord.http import HTTPClient

    from bot.answering.frame import Frame
    from bot.surfaces.discord.memory import Components

    Interaction = discord.Interaction[Any]  # its client is always the bot

log = logging.getLogger(__name__)

_UNKNOWN_INTERACTION, _ALREADY_ANSWERED = 10062, 40060
_LONGEST_WAIT = 5.0  # seconds that a refused message is held back before it is given up
# What every reply in a channel has: it is a layout, and pings nobody, not even whom it replies to.
_CARD = {
    "flags": discord.MessageFlags(components_v2=True).value,
    "allowed_mentions": {**discord.AllowedMentions.none().to_dict(), "replied_user": False},
}


async def respond(
    interaction: Interaction,
    view: ui.LayoutView,
    *,
    private: bool = True,
    files: Sequence[discord.File] = (),
) -> int | None:
    """Answer an interaction, to its member alone unless not *private*, and return the message's id."""
    if interaction.response.is_done():
        return (await interaction.edit_original_response(view=view, attachments=list(files))).id
    sent = await interaction.response.send_message(view=view, ephemeral=private, files=list(files))
    return sent.message_id


async def held_back(interaction: Interaction, frame: Frame, channel: int | None = None) -> bool:
    """Count a question of a member; where that is too many, tell them and return True."""
    refused = interaction.client.limits.refuse(frame, interaction.user.id, channel)
    if refused:
        await respond(interaction, note(refused))
    return bool(refused)


async def post(interaction: Interaction, frame: Frame, content: Hashable, view: ui.LayoutView) -> None:
    """Post to the channel what a member has seen alone; where it stands there already, tell them so."""
    channel = interaction.channel_id or 0
    if await held_back(interaction, frame, channel):
        return
    async with interaction.client.limits.posting(interaction.guild_id, channel, content) as posting:
        if posting.again:
            await respond(interaction, note(frame.around(words.SAME_AGAIN, link=posting.link)))
        else:
            posting.sent = await respond(interaction, view, private=False)


async def respond_pages(
    interaction: Interaction, frame: Frame, pages: Sequence[Sequence[str]], lead: Sequence[str] = ()
) -> None:
    """Answer an interaction to its member alone, a page a message."""
    first, *rest = pages
    await respond(interaction, card((*lead, *first, page_line(frame, 1, len(pages)))))
    for number, page in enumerate(rest, start=2):
        view = card((*page, page_line(frame, number, len(pages))))
        await interaction.followup.send(view=view, ephemeral=True)


async def guarded(interaction: Interaction, work: Awaitable[Any]) -> None:
    """Do the work of an interaction; a fault becomes a sentence to its member and a line in the log."""
    with interaction.client.at_work():
        try:
            await work
        except Exception as error:  # noqa: BLE001 - whatever it is, the member must not wait in vain
            await excuse(interaction, error)


async def excuse(interaction: Interaction, error: BaseException) -> None:
    """Tell a member what went wrong, where they can still be told."""
    error = getattr(error, "original", error)
    if isinstance(error, discord.HTTPException) and error.code in {_UNKNOWN_INTERACTION, _ALREADY_ANSWERED}:
        log.warning("an interaction came to nothing: %s", error)
        return
    frame = await frame_of(interaction)
    if isinstance(error, UnknownNameError):
        sentence = escaped(wording.unknown_name(frame, error.name, error.known))
    elif isinstance(error, BotError):
        sentence = escaped(str(error))
    else:
        log.error("an interaction failed", exc_info=error)
        sentence = frame(words.FAILED)
    try:
        if interaction.response.is_done():
            # What was already shown stays; where nothing was, this takes the place of "thinking".
            await interaction.followup.send(view=note(sentence), ephemeral=True)
        else:
            await respond(interaction, note(sentence))
    except discord.HTTPException as silence:
        log.warning("a member could not be told of it: %s", silence)


async def deliver(http: HTTPClient, message: discord.Message, components: Components) -> int | None:
    """Reply in place to a message, pinging nobody, and return the reply's id.

    None where the bot may not write there. Where it may not read the channel's history, or the message is
    gone, the reply stands alone.
    """
    reference = {
        "message_id": str(message.id),
        "channel_id": str(message.channel.id),
        "fail_if_not_exists": False,
    }
    for attempt in ({"message_reference": reference}, {}):
        try:
            return await _patiently(http, message.channel.id, {**attempt, **_CARD, "components": components})
        except discord.Forbidden as error:
            if not attempt:
                log.warning("no reply in channel %s: %s", message.channel.id, error)
                with suppress(discord.HTTPException):
                    await message.add_reaction(words.CANNOT_WRITE)
        except discord.NotFound:
            return None
        except discord.HTTPException as error:
            if not attempt or error.status >= 500:  # noqa: PLR2004 - Discord's own faults begin there
                log.warning("a reply in channel %s failed: %s", message.channel.id, error)
                return None
    return None


async def _patiently(http: HTTPClient, channel: int, payload: dict[str, Any]) -> int:
    """Send a message; once more where the rate is limited, which discord.py takes for a ban by a proxy."""
    try:
        return await _send(http, channel, payload)
    except discord.HTTPException as error:
        wait = _retry_after(error)
        if wait is None or wait > _LONGEST_WAIT:
            raise
        await asyncio.sleep(wait)
        return await _send(http, channel, payload)


async def _send(http: HTTPClient, channel: int, payload: dict[str, Any]) -> int:
    """Send a message that is laid out already, and return its id.

    `Messageable.send` would lay it out anew, and make objects of the whole card that comes back.
    """
    sent = await http.send_message(channel, params=MultipartParameters(payload, None, None))
    return int(sent["id"])


def _retry_after(error: discord.HTTPException) -> float | None:
    if error.status != 429:  # noqa: PLR2004 - Too Many Requests
        return None
    headers = getattr(error.response, "headers", {})
    try:
        return float(headers.get("Retry-After", 1))
    except ValueError:
        return None


def first_problems(frame: Frame, error: KnowledgeError, most: int) -> str:
    """Return the problems of a refused folder, a line each, and how many are left out."""
    lines = [f"- {escaped(str(problem))}" for problem in error.problems[:most]]
    left = len(error.problems) - most
    return "\n".join((*lines, *([frame(words.MORE_PROBLEMS, count=left)] if left > 0 else [])))
