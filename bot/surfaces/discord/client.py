"""The bot's connection to Discord: what it listens to, what it keeps, when it writes its commands anew."""

from __future__ import annotations

import asyncio
import hashlib
import json
import logging
from contextlib import contextmanager
from math import isfinite
from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands, tasks

from bot.desk.apart import end_all
from bot.desk.definitions import definitions_hash, set_definitions_hash
from bot.desk.health import Trouble, write_health
from bot.desk.preferences import forget_server
from bot.desk.recording import purge
from bot.desk.recovering import recover
from bot.desk.reloading import follow, take_over, watch
from bot.surfaces.discord.buttons import hear_reason
from bot.surfaces.discord.charts import Charts
from bot.surfaces.discord.gateway import take_little
from bot.surfaces.discord.hearing import Asking
from bot.surfaces.discord.lasting import Lasting
from bot.surfaces.discord.limits import Limits
from bot.surfaces.discord.member_commands import Listings
from bot.surfaces.discord.memory import Answered, Answers, Memory, turning
from bot.surfaces.discord.message_menus import add_menus
from bot.surfaces.discord.moderator_commands import Moderating
from bot.surfaces.discord.responding import excuse, may_begin

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.desk.desk import Desk
    from bot.surfaces.discord.proposals import Offer

log = logging.getLogger(__name__)

RECEIPTS = 2_000  # recent replies that can still say how they came about
COMMON = 500  # questions whose answers are kept ready
PROPOSALS = 8  # changes of the knowledge that wait for a moderator
LEAVING = 10.0  # seconds that questions in flight are given when the bot is told to stop
_AGAIN = 1.0  # seconds until what other processes do is ended again, for another may have begun meanwhile
_BEAT, _DAY = 30, 24 * 3600  # seconds


class Tree(app_commands.CommandTree["BriefingBot"]):
    """The commands, whose faults are told to who called them, and which stopping waits for."""

    # What discord.py calls for every command and menu; there is no other place around them all.
    async def _call(self, interaction: discord.Interaction[BriefingBot]) -> None:
        with interaction.client.at_work():
            await super()._call(interaction)

    async def on_error(
        self, interaction: discord.Interaction[BriefingBot], error: app_commands.AppCommandError, /
    ) -> None:
        """Tell the member in one sentence."""
        await excuse(interaction, error)

    async def interaction_check(self, interaction: discord.Interaction[BriefingBot], /) -> bool:
        """Let nothing new begin once the bot is told to stop."""
        return await may_begin(interaction)


class BriefingBot(commands.AutoShardedBot):
    """Answers in Discord from a desk, and keeps no copy of members, messages or channels."""

    def __init__(self, desk: Desk) -> None:
        settings = desk.settings.discord
        super().__init__(
            command_prefix=commands.when_mentioned,
            help_command=None,
            tree_cls=Tree,
            intents=wanted_intents(message_content=settings.message_content),
            allowed_mentions=discord.AllowedMentions.none(),
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            max_messages=None,
            shard_count=settings.shard_count,
            shard_ids=list(settings.shard_ids) if settings.shard_ids else None,  # type: ignore[arg-type] # None is the default
            allowed_contexts=app_commands.AppCommandContext(
                guild=True, dm_channel=True, private_channel=True
            ),
            allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
        )
        self.desk = desk
        self.reading = asyncio.Lock()  # what is long is read in a thread, one message or question at a time
        self.answers = Answers(COMMON, self.reading)
        self.answered: Memory[Answered] = Memory(RECEIPTS)
        self.proposals: Memory[Offer] = Memory(PROPOSALS)
        self.charts = Charts()
        self.limits = Limits(desk.settings.cooldowns)
        self.leaving = False
        self._lost: set[int] = set()  # shards whose connection is gone, and not there again yet
        self._at_work = 0
        self._idle = asyncio.Event()
        self._idle.set()
        self._writing = asyncio.Lock()
        self._telling = asyncio.Lock()
        self._asking = Asking(self)
        take_little(self, roles=frozenset(desk.settings.moderators.roles))

    async def setup_hook(self) -> None:
        """Take on the commands and buttons, and write the commands to Discord where they have changed."""
        self.add_dynamic_items(*Lasting.every)
        add_menus(self.tree)
        await self.add_cog(self._asking)
        await self.add_cog(Listings(self))
        await self.add_cog(Moderating(self))
        await self._sync()
        self._beat.start()
        self._follow.start()
        self._tidy.start()
        if self.desk.settings.auto_reload:
            self._watch.start()

    async def _sync(self) -> None:
        definitions = json.dumps([c.to_dict(self.tree) for c in self.tree.get_commands()], sort_keys=True)
        key = hashlib.sha256(f"{self.application_id}\0{definitions}".encode()).hexdigest()
        if await definitions_hash(self.desk) == key:
            return
        try:
            await self.tree.sync()
        except discord.HTTPException as error:
            log.error("the commands could not be written to Discord: %s", error)  # noqa: TRY400 - the sentence says all
            return
        await set_definitions_hash(self.desk, key)

    # ---- What is under way ---------------------------------------------------------------------------

    @contextmanager
    def at_work(self) -> Iterator[None]:
        """Count something that a member waits for, so that stopping waits for it too."""
        self._at_work += 1
        self._idle.clear()
        try:
            yield
        finally:
            self._at_work -= 1
            if not self._at_work:
                self._idle.set()

    async def leave(self) -> None:
        """Begin nothing new, answer what is in flight, then close the connection."""
        self.leaving = True
        await self.close()

    async def close(self) -> None:
        """Wait for what is under way, end the tasks and close the connection."""
        try:
            await asyncio.wait_for(self._idle.wait(), LEAVING)
        except TimeoutError:
            log.warning("stopping with %d members unanswered", self._at_work)
        # A task that is cut short while it writes would leave the database's thread running.
        writing = asyncio.create_task(self._writing.acquire())
        while not writing.done():
            end_all()  # an edition that is being made ready would be waited for
            await asyncio.wait({writing}, timeout=_AGAIN)
        self._beat.cancel()
        self._follow.cancel()
        self._tidy.cancel()
        self._watch.cancel()
        self._writing.release()
        await self._say_how_it_is(stopped=True)
        await super().close()

    # ---- From time to time ---------------------------------------------------------------------------

    @contextmanager
    def _goes_on(self, trouble: Trouble) -> Iterator[None]:
        """Note a defect in what is done from time to time, which would end it for good, until it is over."""
        try:
            yield
        except Exception as error:
            log.exception(trouble)
            self.desk.health.failed(trouble, type(error).__name__)
        else:
            self.desk.health.clear(trouble)

    @tasks.loop(seconds=_BEAT)
    async def _beat(self) -> None:
        await self._say_how_it_is()

    @tasks.loop(seconds=_BEAT)
    async def _follow(self) -> None:
        # Another process with other shards may have accepted an edition, or been told another language.
        self.desk.languages.clear()
        async with self._writing:
            with self._goes_on(Trouble.RECOVERING_ENDED):
                await recover(self.desk)
            with self._goes_on(Trouble.FOLLOWING_ENDED), turning(self):
                await follow(self.desk)
        await self._say_how_it_is()

    @tasks.loop(seconds=_DAY)
    async def _tidy(self) -> None:
        async with self._writing:
            with self._goes_on(Trouble.TIDYING_ENDED):
                await purge(self.desk)

    @tasks.loop(seconds=_BEAT)  # where watching ends, it begins anew
    async def _watch(self) -> None:
        with self._goes_on(Trouble.WATCHING_ENDED):
            async for found in watch(self.desk):
                async with self._writing:
                    with turning(self):
                        await take_over(self.desk, found)
                self.desk.health.clear(Trouble.WATCHING_ENDED)

    async def on_message(self, message: discord.Message, /) -> None:
        """Answer it where it is meant for the bot: what follows a mention is no command's name."""
        await self._asking.hear(message)

    async def on_interaction(self, interaction: discord.Interaction[BriefingBot], /) -> None:
        """Hear what a form says; commands and buttons are heard elsewhere."""
        if interaction.type is discord.InteractionType.modal_submit:
            await hear_reason(interaction)

    async def on_ready(self) -> None:
        """Say so, for the operator and for the health check."""
        log.info("ready as %s in %d servers", self.user, len(self.guilds))
        if not self.guilds:
            log.info("invite it with %s", invitation(self.application_id))
        await self._say_how_it_is()

    async def on_shard_disconnect(self, shard: int) -> None:
        """Say that Discord is gone; discord.py goes on trying to reach it."""
        self._lost.add(shard)
        await self._say_how_it_is()

    async def on_shard_connect(self, shard: int) -> None:
        """Say that it is there again, in a new session."""
        await self._shard_is_back(shard)

    async def on_shard_resumed(self, shard: int) -> None:
        """Say that it is there again, in the session of before."""
        await self._shard_is_back(shard)

    async def _shard_is_back(self, shard: int) -> None:
        self._lost.discard(shard)
        await self._say_how_it_is()

    async def _say_how_it_is(self, *, stopped: bool = False) -> None:
        async with self._telling:
            stopped = stopped or self.is_closed()
            # discord.py never takes back that it was ready once.
            ready = self.is_ready() and not self._lost and not stopped
            latency = self.latency if ready and isfinite(self.latency) else None
            with self._goes_on(Trouble.TELLING_ENDED):
                await asyncio.to_thread(
                    write_health, self.desk, ready=ready, latency=latency, stopped=stopped
                )

    async def on_guild_remove(self, guild: discord.Guild) -> None:
        """Forget the settings of a server that the bot has left."""
        await forget_server(self.desk, guild.id)


def wanted_intents(*, message_content: bool) -> discord.Intents:
    """Return the least that mentions, replies, direct messages and the count of servers need."""
    intents = discord.Intents.none()
    intents.guilds = True
    intents.guild_messages = True
    intents.dm_messages = True
    intents.message_content = message_content
    return intents


def invitation(application: int | str | None) -> str:
    """Return the address at which a server takes the bot in, with no more permissions than it uses."""
    permissions = discord.Permissions(
        view_channel=True,
        send_messages=True,
        send_messages_in_threads=True,
        attach_files=True,
        read_message_history=True,  # without which no reply refers to its question
        add_reactions=True,  # which say that it may not write
    )
    scopes = ("bot", "applications.commands")
    return discord.utils.oauth_url(application or "", permissions=permissions, scopes=scopes)
