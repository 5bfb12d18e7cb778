"""Sends what was laid out, and turns what goes wrong into one sentence for the member."""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeVar

import discord
from discord.http import MultipartParameters

from bot.answering.showing import wording
from bot.errors import BotError, KnowledgeError, ProposalError, StorageError, UnknownNameError
from bot.surfaces.discord import words
from bot.surfaces.discord.cards import card, page_line, sentence_card
from bot.surfaces.discord.escaping import escaped
from bot.surfaces.discord.speaking import frame_of

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Hashable, Sequence

    from discord import ui
    from discord.http import HTTPClient

    from bot.answering.showing.frame import Frame
    from bot.surfaces.discord.client import BriefingBot
    from bot.surfaces.discord.memory import Components

    Interaction = discord.Interaction[BriefingBot]
    _Show = Callable[[Interaction, ui.LayoutView], Awaitable[object]]

log = logging.getLogger(__name__)
_Sent = TypeVar("_Sent")

_UNKNOWN_INTERACTION, _ALREADY_ANSWERED = 10062, 40060
_NO_HISTORY = 160002  # Discord's code for a reply where the channel's history may not be read
_BAD_REQUEST = 400
_PASSING = {429, 503}  # Too Many Requests, Service Unavailable
_LONGEST_WAIT = 5.0  # seconds that a refused message is held back before it is given up
IN_TIME = 2.0  # seconds, likewise, of the first response to an interaction, for which Discord waits three
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
        edit = interaction.edit_original_response
        if files:  # which are closed once they are sent
            return (await edit(view=view, attachments=list(files))).id
        return (await patiently(lambda: edit(view=view, attachments=[]), _LONGEST_WAIT)).id
    send = interaction.response.send_message
    return (await patiently(lambda: send(view=view, ephemeral=private), IN_TIME)).message_id


async def respond_in_place(interaction: Interaction, view: ui.LayoutView) -> None:
    """Show another card where the button of an interaction stands."""
    await patiently(lambda: interaction.response.edit_message(view=view, attachments=[]), IN_TIME)


async def think(interaction: Interaction, *, private: bool = True) -> None:
    """Have Discord wait for the answer to an interaction."""
    defer = interaction.response.defer
    await patiently(lambda: defer(ephemeral=private, thinking=True), IN_TIME)


async def think_in_place(interaction: Interaction) -> None:
    """Have Discord wait for another card where the button of an interaction stands."""
    await patiently(interaction.response.defer, IN_TIME)


async def held_back(interaction: Interaction, frame: Frame, channel: int | None = None) -> bool:
    """Count a question of a member; where that is too many, tell them and return True.

    So it is where they may not write in the *channel* that the answer is to be posted to.
    """
    if channel and not _may_write(interaction):
        refused: str | None = frame(words.MAY_NOT_WRITE)
    else:
        refused = interaction.client.limits.refuse(frame, interaction.user.id, channel)
    if refused:
        await respond(interaction, sentence_card(refused))
    return bool(refused)


def _may_write(interaction: Interaction) -> bool:
    """Tell whether who acts may write where they act; outside servers everybody may."""
    if interaction.guild_id is None:
        return True
    if isinstance(interaction.channel, discord.Thread):
        return interaction.permissions.send_messages_in_threads
    return interaction.permissions.send_messages


async def way_to_show(interaction: Interaction, frame: Frame) -> _Show | None:
    """Return how to show what a card turns to: in place, or to the member alone where others see the card.

    That counts as a question; None where it is too many, and the member was told.
    """
    ephemeral = interaction.message is not None and interaction.message.flags.ephemeral
    if ephemeral or interaction.context.dm_channel:  # a direct message to the bot
        return respond_in_place
    return None if await held_back(interaction, frame) else respond


async def post(interaction: Interaction, frame: Frame, content: Hashable, view: ui.LayoutView) -> None:
    """Post to the channel what a member has seen alone; where it stands there already, tell them so."""
    channel = interaction.channel_id or 0
    if await held_back(interaction, frame, channel):
        return
    async with interaction.client.limits.posting(interaction.guild_id, channel, content) as posting:
        if posting.again:
            await respond(interaction, sentence_card(frame.around(words.SAME_AGAIN, link=posting.link)))
        else:
            posting.sent = await respond(interaction, view, private=False)


async def respond_again(interaction: Interaction, view: ui.LayoutView) -> None:
    """Send another message, to the member alone, after the answer to an interaction."""
    send = interaction.followup.send
    await patiently(lambda: send(view=view, ephemeral=True), _LONGEST_WAIT)


async def respond_pages(
    interaction: Interaction, frame: Frame, pages: Sequence[Sequence[str]], lead: Sequence[str] = ()
) -> None:
    """Answer an interaction to its member alone, a page a message."""
    first, *rest = pages
    await respond(interaction, card((*lead, *first, page_line(frame, 1, len(pages)))))
    await respond_further(interaction, frame, rest, after=1)


async def respond_further(
    interaction: Interaction, frame: Frame, pages: Sequence[Sequence[str]], *, after: int = 0
) -> None:
    """Send more pages to the member alone, which come *after* so many."""
    of = after + len(pages)
    for number, page in enumerate(pages, start=after + 1):
        await respond_again(interaction, card((*page, page_line(frame, number, of))))


async def guarded(interaction: Interaction, act: Callable[[], Awaitable[None]]) -> None:
    """Do the work of an interaction; a fault becomes a sentence to its member and a line in the log."""
    with interaction.client.at_work():
        try:
            if await may_begin(interaction):
                await act()
        except Exception as error:  # noqa: BLE001 - whatever it is, the member must not wait in vain
            await excuse(interaction, error)


async def may_begin(interaction: Interaction) -> bool:
    """Tell whether anything may begin; once the bot is told to stop, the member is told so instead."""
    if not interaction.client.leaving:
        return True
    if interaction.type is not discord.InteractionType.autocomplete:
        await respond(interaction, sentence_card((await frame_of(interaction))(words.LEAVING)))
    return False


async def excuse(interaction: Interaction, error: BaseException) -> None:
    """Tell a member what went wrong, where they can still be told."""
    error = getattr(error, "original", error)
    if isinstance(error, discord.HTTPException) and error.code in {_UNKNOWN_INTERACTION, _ALREADY_ANSWERED}:
        log.warning("an interaction came to nothing: %s", error)
        return
    frame = await frame_of(interaction)
    if isinstance(error, UnknownNameError):
        sentence = escaped(wording.unknown_name(frame, error.name, error.known))
    elif isinstance(error, ProposalError):
        sentence = frame(str(error))
    elif isinstance(error, StorageError):
        log.error("an interaction failed: %s", error)
        sentence = frame(words.STORAGE_FAILED)
    elif isinstance(error, BotError):
        sentence = escaped(str(error))
    else:
        log.error("an interaction failed", exc_info=error)
        sentence = frame(words.FAILED)
    try:
        if interaction.response.is_done():
            # What was already shown stays; where nothing was, this takes the place of "thinking".
            await respond_again(interaction, sentence_card(sentence))
        else:
            await respond(interaction, sentence_card(sentence))
    except discord.HTTPException as silence:
        log.warning("a member could not be told of it: %s", silence)


async def deliver(
    http: HTTPClient, message: discord.Message, components: Components, *, asked: bool = True
) -> int | None:
    """Reply in place to a message, pinging nobody, and return the reply's id.

    None where the bot may not write there, of which only who has *asked* is told. Where it may not read the
    channel's history, or the message is gone, the reply stands alone.
    """
    reference = {
        "message_id": str(message.id),
        "channel_id": str(message.channel.id),
        "fail_if_not_exists": False,
    }
    channel, card_alone = message.channel.id, {**_CARD, "components": components}
    try:
        try:
            return await _send(http, channel, {"message_reference": reference, **card_alone})
        except discord.HTTPException as error:
            if not _is_about_the_reference(error):
                raise
            return await _send(http, channel, card_alone)
    except discord.Forbidden as error:
        log.warning("no reply in channel %s: %s", channel, error)
        if asked:
            with suppress(discord.HTTPException):
                await message.add_reaction(words.CANNOT_WRITE)
    except discord.NotFound:
        pass
    except discord.HTTPException as error:
        log.warning("a reply in channel %s failed: %s", channel, error)
    return None


def _is_about_the_reference(error: discord.HTTPException) -> bool:
    return error.code == _NO_HISTORY or (error.status == _BAD_REQUEST and "message_reference" in error.text)


async def patiently(send: Callable[[], Awaitable[_Sent]], longest: float) -> _Sent:
    """Send something; once more where Discord is overloaded or limits the rate, if the wait is not too long.

    discord.py takes a limit that a proxy passes on for a ban, and raises at once.
    """
    try:
        return await send()
    except discord.HTTPException as error:
        wait = _wait(error)
        if wait is None or wait > longest:
            raise
    await asyncio.sleep(wait)
    return await send()


async def _send(http: HTTPClient, channel: int, payload: dict[str, Any]) -> int:
    """Send a message that is laid out already, and return its id.

    `Messageable.send` would lay it out anew, and make objects of the whole card that comes back.
    """
    parameters = MultipartParameters(payload, None, None)
    sent = await patiently(lambda: http.send_message(channel, params=parameters), _LONGEST_WAIT)
    return int(sent["id"])


def _wait(error: discord.HTTPException) -> float | None:
    """Return after how many seconds to try again, None where that is no use."""
    if error.status not in _PASSING:
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
    return "\n".join((*lines, *([frame(words.MORE, count=left)] if left > 0 else [])))
