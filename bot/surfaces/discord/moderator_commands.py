"""The commands of those who look after the knowledge and the servers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

import discord
from discord import app_commands
from discord.ext import commands

from bot.answering.deciding.routing import newest_first
from bot.desk.ledger import editions
from bot.desk.preferences import ambient_channels, pinned, pins, set_ambient, set_briefing
from bot.desk.reloading import propose, propose_rollback
from bot.surfaces.discord import words
from bot.surfaces.discord.cards import LONGEST_OPTION, MOST_OPTIONS, sentence_card, shortened
from bot.surfaces.discord.escaping import escaped
from bot.surfaces.discord.journal import show_history
from bot.surfaces.discord.paging import plain_pages
from bot.surfaces.discord.pinning import (
    briefing_choices,
    briefing_named,
    channels_of,
    lapsed,
    title_of,
    titles,
)
from bot.surfaces.discord.proposals import let_change, manages, may_change, show_proposal, signed
from bot.surfaces.discord.responding import respond, respond_pages, think
from bot.surfaces.discord.speaking import frame_of
from bot.surfaces.discord.unanswered_card import show_unanswered

if TYPE_CHECKING:
    from bot.answering.showing.frame import Frame
    from bot.desk.desk import Desk
    from bot.surfaces.discord.client import BriefingBot
    from bot.surfaces.discord.responding import Interaction

_DIGITS = 12  # of an edition's digest


# Only where the bot itself is: whoever installs it for themselves moderates nothing.
_SERVERS = app_commands.AppCommandContext(guild=True, dm_channel=False, private_channel=False)
_INSTALLED = app_commands.AppInstallationType(guild=True, user=False)


def _group(name: str, description: str) -> app_commands.Group:
    """Return a group of commands that Discord shows to who has Manage Server."""
    return app_commands.Group(
        name=name,
        description=description,
        allowed_contexts=_SERVERS,
        allowed_installs=_INSTALLED,
        default_permissions=discord.Permissions(manage_guild=True),
    )


class PickedChannel(app_commands.Transformer):
    """Takes a channel that is picked as `channels_of` has it, for the bot keeps none to look it up in."""

    @property
    def type(self) -> discord.AppCommandOptionType:
        """Say that it is a channel."""
        return discord.AppCommandOptionType.channel

    @property
    def channel_types(self) -> list[discord.ChannelType]:
        """Say which: those that people write in, and forums, which have threads."""
        kinds = discord.ChannelType
        threads = [kinds.news_thread, kinds.private_thread, kinds.public_thread]
        # Discord's published schema has no media channels; one of them would have every command refused.
        return [kinds.text, kinds.news, kinds.forum, kinds.voice, *threads]

    async def transform(
        self,
        _interaction: discord.Interaction[Any],
        value: app_commands.AppCommandChannel | app_commands.AppCommandThread,
        /,
    ) -> tuple[int, ...]:
        """Return its id, and that of the channel that it is in."""
        return channels_of(value)


_Channels = app_commands.Transform[tuple[int, ...], PickedChannel]
_Reason = app_commands.Range[str, 1, 200]  # characters, as many as the history shows


class Moderating(commands.Cog):
    """Reloads the knowledge, shows what was not answered, sets where the bot speaks up."""

    knowledge = _group("knowledge", "Look after the knowledge")
    questions = _group("questions", "See what members ask")
    settings = _group("settings", "Set how the bot behaves in this server")

    def __init__(self, bot: BriefingBot) -> None:
        self.bot = bot

    @knowledge.command(name="status", description="Which edition answers, and whether all is well")
    async def status(self, interaction: Interaction) -> None:
        """Show the edition and the health."""
        desk, frame = self.bot.desk, await frame_of(interaction)
        if not (manages(interaction) or may_change(interaction)):
            await respond(interaction, sentence_card(frame(words.NOT_ALLOWED)))
            return
        gone = await lapsed(self.bot, interaction, frame)  # reads settings, which may be in trouble
        troubles = [*map(escaped, desk.health.troubles), *gone]
        lines = [f"- ⚠ {one}" for one in troubles] or [f"- {frame(words.ALL_WELL)}"]
        for index in newest_first(desk.knowledge.indexes()):
            edition = frame(
                words.EDITION,
                digest=f"`{desk.knowledge.digest[:_DIGITS]}`",
                edition=index.briefing.edition_date,
                claims=len(index.entries),
            )
            lines += [f"**{escaped(index.briefing.title)}**", edition]
        await respond_pages(interaction, frame, plain_pages(frame, ["\n".join(lines)]))

    @knowledge.command(name="reload", description="Read the folder again and see what would change")
    @app_commands.describe(reason="Why; it is kept with the edition")
    async def reload(self, interaction: Interaction, reason: _Reason = "") -> None:
        """Validate the folder off the loop and show what would change, to be applied or discarded."""
        frame = await frame_of(interaction)
        if not await let_change(interaction, frame):
            return
        await think(interaction)
        await show_proposal(self.bot, interaction, frame, propose(self.bot.desk), reason, words.REFUSED)

    @knowledge.command(name="history", description="What was changed, by whom and why")
    async def history(self, interaction: Interaction) -> None:
        """Show the audit log, newest first."""
        frame = await frame_of(interaction)
        if not await let_change(interaction, frame):
            return
        await think(interaction)
        await show_history(interaction, frame)

    @knowledge.command(name="rollback", description="Go back to an edition that was accepted before")
    @app_commands.describe(edition="Which edition", reason="Why; it is kept with the edition")
    async def rollback(self, interaction: Interaction, edition: str, reason: _Reason = "") -> None:
        """Show what going back would change, to be applied or discarded."""
        frame = await frame_of(interaction)
        if not await let_change(interaction, frame):
            return
        await think(interaction)
        making = propose_rollback(self.bot.desk, edition)
        await show_proposal(self.bot, interaction, frame, making, reason, words.REFUSED_EDITION)

    @rollback.autocomplete("edition")
    async def _editions(self, interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        if not may_change(interaction):
            return []
        frame = await frame_of(interaction)
        found = await editions(self.bot.desk)
        return [
            app_commands.Choice(
                name=shortened(words.edition_label(frame, one), LONGEST_OPTION), value=one.digest
            )
            for one in found
            if not one.current and one.digest.startswith(typed.strip()[:64])
        ][:MOST_OPTIONS]

    @questions.command(
        name="unanswered", description="What was asked and not answered, ready for the curator"
    )
    async def unanswered(self, interaction: Interaction) -> None:
        """Show the groups of unanswered questions, and all of them as a file of TOML."""
        frame = await frame_of(interaction)
        if not await let_change(interaction, frame):
            return
        await think(interaction)
        await show_unanswered(self.bot, interaction, frame)

    @settings.command(name="ambient", description="Let the bot answer in a channel without being mentioned")
    @app_commands.describe(state="On or off", channel="Which channel; this one if left out")
    async def ambient(
        self,
        interaction: Interaction,
        state: Literal["on", "off"],
        channel: _Channels | None = None,
    ) -> None:
        """Switch the ambient mode of a channel."""
        frame = await frame_of(interaction)
        allowed = await _allowed_place(interaction, channel, frame)
        if allowed is None:
            return
        server, (where, *around) = allowed
        on = state == "on"
        if on and not self.bot.intents.message_content:
            await respond(interaction, sentence_card(frame(words.AMBIENT_NEEDS_CONTENT)))
            return
        await think(interaction)
        await set_ambient(
            self.bot.desk,
            server=server,
            channel=where,
            on=on,
            who=signed(interaction)["who"],
        )
        goes_on = not (on or (await ambient_channels(self.bot.desk)).isdisjoint(around))
        text = words.AMBIENT_ON if on else words.AMBIENT_AROUND if goes_on else words.AMBIENT_OFF
        await respond(interaction, sentence_card(frame(text, channel=f"<#{where}>")))

    @settings.command(
        name="briefing", description="Answer from one briefing in a channel, or from whichever fits"
    )
    @app_commands.describe(
        briefing="Which; left out, that of the server, or whichever a question is about",
        channel="Which channel; this one if left out",
        everywhere="For every channel that has none of its own",
    )
    async def briefing(
        self,
        interaction: Interaction,
        briefing: str | None = None,
        channel: _Channels | None = None,
        everywhere: bool = False,  # noqa: FBT001, FBT002 - an option of the command
    ) -> None:
        """Set the briefing of a channel or of the server."""
        frame = await frame_of(interaction)
        allowed = await _allowed_place(interaction, channel, frame)
        if allowed is None:
            return
        server, channels = allowed
        desk = self.bot.desk
        index = briefing_named(desk.knowledge, briefing) if briefing else None
        await think(interaction)
        await set_briefing(
            desk,
            server=server,
            channel=None if everywhere else channels[0],
            briefing=index.briefing.id if index else None,
            who=signed(interaction)["who"],
        )
        text = words.BRIEFING_SET if index else words.BRIEFING_ROUTED
        if not (index or everywhere) and (around := await pinned(desk, server=server, channels=channels)):
            index, text = desk.knowledge.index(around), words.BRIEFING_AROUND
        place = frame(words.WHOLE_SERVER) if everywhere else frame.value(f"<#{channels[0]}>")
        title = escaped(title_of(index, frame)) if index else ""
        lines = [frame.around(text, where=place, briefing=title)]
        if everywhere:
            lines += await _keeping_own(desk, server, frame)
        await respond_pages(interaction, frame, plain_pages(frame, ["\n".join(lines)]))

    briefing.autocomplete("briefing")(briefing_choices)


async def _keeping_own(desk: Desk, server: int, frame: Frame) -> list[str]:
    """Return a line for each channel of a server that has a briefing of its own, under a heading."""
    known = titles(desk.knowledge, frame)
    lines = [
        f"- {frame.value(f'<#{one.channel}>')}: {escaped(known[one.briefing])}"
        for one in await pins(desk)
        if one.server == server and one.channel and one.briefing in known
    ]
    return [frame(words.KEEPING_OWN, count=len(lines)), *lines] if lines else []


async def _allowed_place(
    interaction: Interaction, channels: tuple[int, ...] | None, frame: Frame
) -> tuple[int, tuple[int, ...]] | None:
    """Return the server and the channels that a moderator sets something for, or say why that cannot be."""
    here = interaction.channel
    where = channels or (channels_of(here) if here else None)
    if not manages(interaction):
        await respond(interaction, sentence_card(frame(words.NOT_ALLOWED)))
    elif interaction.guild_id is None or where is None:
        await respond(interaction, sentence_card(frame(words.ONLY_IN_SERVER)))
    else:
        return interaction.guild_id, where
    return None
