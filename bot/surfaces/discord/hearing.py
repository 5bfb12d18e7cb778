"""Hears questions: mentions, replies, direct messages, `/ask`, and channels where the bot may speak up."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.desk.catalogues import frame_asked, frame_in
from bot.desk.preferences import ambient_channels, member_language
from bot.desk.suggesting import covered_questions, nearly_word_for_word
from bot.surfaces.discord import words
from bot.surfaces.discord.answer_cards import answer, answer_privately
from bot.surfaces.discord.cards import laid_out, sentence_card
from bot.surfaces.discord.limits import content_of
from bot.surfaces.discord.memory import LONG, record
from bot.surfaces.discord.pinning import briefing_choices, briefing_named, channels_of, pinned_in
from bot.surfaces.discord.responding import deliver, held_back, respond, think
from bot.surfaces.discord.speaking import frame_of
from bot.surfaces.discord.spoken import spoken

if TYPE_CHECKING:
    from discord import ui

    from bot.answering.deciding.outcome import Reason
    from bot.answering.showing.frame import Frame
    from bot.answering.showing.reply import Reply
    from bot.desk.knowledge import Knowledge
    from bot.surfaces.discord.client import BriefingBot
    from bot.surfaces.discord.memory import Answered, Components
    from bot.surfaces.discord.responding import Interaction

log = logging.getLogger(__name__)

_HEARD = (discord.MessageType.default, discord.MessageType.reply)
# A reply to the bot that is no question, “thanks” say, needs no answer in a channel.
_CHATTER: set[Reason] = {"not_a_question", "too_vague", "unresolved"}
LONGEST_QUESTION = 4_000


class Asking(commands.Cog):
    """Answers questions."""

    def __init__(self, bot: BriefingBot) -> None:
        self.bot = bot

    @app_commands.command(
        name="ask", description="Ask the briefing; only you see the answer unless you post it"
    )
    @app_commands.describe(
        question="In your own words; typing errors are fine",
        visible="Show the answer to the channel at once",
        briefing="Of which briefing, where there are several",
    )
    async def ask(
        self,
        interaction: Interaction,
        question: app_commands.Range[str, 1, LONGEST_QUESTION],
        visible: bool = False,  # noqa: FBT001, FBT002 - an option of the command
        briefing: str | None = None,
    ) -> None:
        """Answer, to the asker alone or to the channel."""
        bot = self.bot
        said = spoken(question, self._own_id)
        knowledge = bot.desk.knowledge  # that of the moment, whatever is reloaded meanwhile
        pinned = briefing_named(knowledge, briefing).briefing.id if briefing else None
        pinned = pinned or await pinned_in(bot, interaction)
        public = bot.answers.frame(knowledge, said, pinned)
        frame = await frame_of(interaction, public)
        channel = interaction.channel_id if visible else None
        if await held_back(interaction, frame, channel):
            return
        if not visible:
            await answer_privately(interaction, knowledge, said, public, pinned)
            return
        if len(said) >= LONG:
            await think(interaction, private=False)
        one = await bot.answers.to(knowledge, said, public, pinned)
        content = content_of(one.edition, public.language, one.reply)
        async with bot.limits.posting(interaction.guild_id, interaction.channel_id or 0, content) as posting:
            if posting.again:
                again = sentence_card(public.around(words.SAME_AGAIN, link=posting.link))
                await respond(interaction, again, private=False)
            else:
                shown = await answer(bot, knowledge, one, public, private=False)
                posting.sent = await respond(interaction, shown, private=False)
        record(bot.desk, interaction.user.id, one)

    @ask.autocomplete("question")
    async def _covered(self, interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        knowledge = self.bot.desk.knowledge
        asked = getattr(interaction.namespace, "briefing", None)
        briefing = asked if asked in knowledge.briefings else await pinned_in(self.bot, interaction)
        found = covered_questions(knowledge, typed, briefing=briefing)
        return [app_commands.Choice(name=one, value=one) for one in found]

    ask.autocomplete("briefing")(briefing_choices)

    async def hear(self, message: discord.Message) -> None:
        """Answer a message that is meant for the bot, or that an ambient channel asks word for word."""
        bot = self.bot
        if message.author.bot or message.webhook_id or message.type not in _HEARD or bot.leaving:
            return
        direct = isinstance(message.channel, discord.DMChannel)
        addressed = direct or self._is_named(message) or self._is_replied_to(message)
        if addressed or await self._may_speak_up(message):
            with bot.at_work():
                try:
                    await self._answer(message, addressed=addressed, direct=direct)
                except Exception:
                    log.exception("a message could not be answered")
                    if addressed:
                        frame = frame_asked(bot.desk.knowledge, message.content)
                        await self._deliver(message, sentence_card(frame(words.FAILED)))

    async def _answer(self, message: discord.Message, *, addressed: bool, direct: bool) -> None:
        bot = self.bot
        question = spoken(self._without_name(message.content), self._own_id)
        knowledge = bot.desk.knowledge
        briefing = await pinned_in(bot, message)
        if not addressed and not (question and nearly_word_for_word(knowledge, question, briefing=briefing)):
            return
        # In a channel others read too, so that only the question's language counts.
        chosen = await member_language(bot.desk, message.author.id) if direct else None
        frame = frame_in(chosen) if chosen else bot.answers.frame(knowledge, question, briefing)
        refused = bot.limits.refuse(frame, message.author.id, message.channel.id)
        if refused:
            if addressed and bot.limits.tells(message.author.id):
                await self._deliver(message, sentence_card(refused))
            return
        if not question:
            await self._deliver(message, sentence_card(self._invitation(message, knowledge, frame, briefing)))
            return
        one = await bot.answers.to(knowledge, question, frame, briefing)
        reply = one.reply
        if self._points(message, reply):
            await self._deliver(message, sentence_card(frame(words.USE_MENU)))
            return
        if self._is_chatter(message, reply) or not (addressed or reply.claims):
            return
        server = message.guild.id if message.guild else None
        content = content_of(knowledge.digest, frame.language, reply)
        async with bot.limits.posting(server, message.channel.id, content) as posting:
            if posting.again:
                await self._deliver(message, sentence_card(frame.around(words.SAME_AGAIN, link=posting.link)))
            else:
                shown = await self._posted(knowledge, one)
                posting.sent = await deliver(bot.http, message, shown, asked=addressed)
        record(bot.desk, message.author.id, one)

    async def _posted(self, knowledge: Knowledge, one: Answered) -> Components:
        """Return an answer's card as it is posted to a channel, and keep the answer for its receipt."""
        if one.posted:
            self.bot.answered.keep(one, one.number)
        else:
            one.posted[:] = laid_out(await answer(self.bot, knowledge, one, one.frame, private=False))
        return one.posted

    async def _deliver(self, message: discord.Message, view: ui.LayoutView) -> None:
        await deliver(self.bot.http, message, laid_out(view))

    def _invitation(
        self, message: discord.Message, knowledge: Knowledge, frame: Frame, briefing: str | None
    ) -> str:
        """Return what to say to a bare mention."""
        if message.reference is not None:
            return frame(words.USE_MENU)
        example = next(iter(covered_questions(knowledge, "", briefing=briefing)), "")
        return frame(words.ASK_ME, example=example)

    async def _may_speak_up(self, message: discord.Message) -> bool:
        """Tell whether a message that is not meant for the bot is put to nobody, in an ambient channel."""
        if message.mentions or message.raw_role_mentions or message.reference:
            return False
        ambient = await ambient_channels(self.bot.desk)
        return not ambient.isdisjoint(channels_of(message.channel))

    @property
    def _own_id(self) -> int | None:
        return self.bot.user.id if self.bot.user else None

    def _is_named(self, message: discord.Message) -> bool:
        """Tell whether a message mentions the bot, or begins with its name, typed out, behind an @."""
        user = self.bot.user
        if user is None:
            return False
        return (
            any(one.id == user.id for one in message.mentions)
            or self._without_name(message.content) != message.content
        )

    def _is_replied_to(self, message: discord.Message) -> bool:
        """Tell whether a message replies to the bot without a ping, where its words can be read."""
        user, reference = self.bot.user, message.reference
        if user is None or reference is None or not self.bot.intents.message_content:
            return False
        resolved = reference.resolved
        return (
            isinstance(resolved, discord.Message) and resolved.author.id == user.id and bool(message.content)
        )

    def _without_name(self, content: str) -> str:
        name = f"@{self.bot.user.name}" if self.bot.user else "@"
        return content[len(name) :] if content.casefold().startswith(f"{name} ".casefold()) else content

    def _points(self, message: discord.Message, reply: Reply) -> bool:
        """Tell whether a reply to somebody asks only whether or whence that is: "is this true?"."""
        asked = reply.receipt.question if reply.receipt else None
        meant = message.reference.resolved if message.reference else None
        somebodys = isinstance(meant, discord.Message) and meant.author != self.bot.user
        return somebodys and asked is not None and asked.points

    def _is_chatter(self, message: discord.Message, reply: Reply) -> bool:
        """Tell whether a reply to the bot only goes on talking; who writes its name wants an answer."""
        named = self.bot.user is not None and f"{self.bot.user.id}>" in message.content
        return message.reference is not None and not named and reply.reason in _CHATTER

    @commands.Cog.listener()
    async def on_raw_message_delete(self, gone: discord.RawMessageDeleteEvent) -> None:
        """Forget an answer that was deleted, so that nothing links to it."""
        self.bot.limits.forget(gone.channel_id, {gone.message_id})

    @commands.Cog.listener()
    async def on_raw_bulk_message_delete(self, gone: discord.RawBulkMessageDeleteEvent) -> None:
        """Forget answers that were deleted together."""
        self.bot.limits.forget(gone.channel_id, gone.message_ids)
