"""The commands that show what the briefing holds, and what the bot is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands, ui
from discord.ext import commands

from bot.answering.claims.naming import matching
from bot.answering.deciding.routing import newest_first
from bot.answering.showing.figure_table import claimants_named, measures_named, sides_named
from bot.answering.showing.frame import ENGLISH
from bot.answering.showing.quotations import speakers_named
from bot.desk.browsing import sources
from bot.desk.catalogues import LANGUAGES, frame_in
from bot.desk.preferences import member_language, set_language
from bot.desk.recording import forget, held_on
from bot.surfaces.discord import words
from bot.surfaces.discord.cards import sentence_card
from bot.surfaces.discord.escaping import escaped
from bot.surfaces.discord.lasting import LastingButton
from bot.surfaces.discord.narrowing import known, speakers
from bot.surfaces.discord.paging import plain_pages
from bot.surfaces.discord.pinning import briefing_choices, completed, meant, title_of
from bot.surfaces.discord.responding import held_back, respond, respond_pages, think
from bot.surfaces.discord.shelf import Shelf, key_of
from bot.surfaces.discord.shelf_cards import browse, send_chart
from bot.surfaces.discord.speaking import frame_of

if TYPE_CHECKING:
    import re
    from typing import Self

    from bot.answering.claims.index import Index
    from bot.answering.showing.figure_table import Filter
    from bot.answering.showing.frame import Frame
    from bot.desk.browsing import SourceShelf
    from bot.desk.knowledge import Knowledge
    from bot.surfaces.discord.client import BriefingBot
    from bot.surfaces.discord.responding import Interaction

_OF_QUESTION = "question"
_WHICH = "Of which briefing, where there are several; else this channel’s, or the newest"


class Listings(commands.Cog):
    """Shows the briefing without a question."""

    def __init__(self, bot: BriefingBot) -> None:
        self.bot = bot

    @app_commands.command(name="figures", description="Who claims what number of whom, by party")
    @app_commands.describe(
        side="Only victims of this side",
        measure="Only what is counted so: killed, wounded …",
        claimant="Only what this person or party claims",
        chart="Draw it",
        briefing=_WHICH,
    )
    async def figures(
        self,
        interaction: Interaction,
        side: str | None = None,
        measure: str | None = None,
        claimant: str | None = None,
        chart: bool = False,  # noqa: FBT001, FBT002 - an option of the command
        briefing: str | None = None,
    ) -> None:
        """Show the table or the chart."""
        index, frame = await meant(self.bot, interaction, briefing), await frame_of(interaction)
        shelf = Shelf(
            "figures",
            _key(index, frame, "side", side),
            _key(index, frame, "measure", measure),
            _key(index, frame, "claimant", claimant),
            language=frame.language,
        )
        if not chart:
            await self._browse(interaction, shelf, index)
            return
        if not await held_back(interaction, frame):
            await send_chart(interaction, index, shelf, private=True)

    @figures.autocomplete("side")
    async def _sides(self, interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        frame = await frame_of(interaction)
        return completed(known(await self._briefing_meant(interaction), "side", frame), typed)

    @figures.autocomplete("measure")
    async def _measures(self, interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        frame = await frame_of(interaction)
        return completed(known(await self._briefing_meant(interaction), "measure", frame), typed)

    @figures.autocomplete("claimant")
    async def _claimants(self, interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        frame = await frame_of(interaction)
        return completed(known(await self._briefing_meant(interaction), "claimant", frame), typed)

    @app_commands.command(name="quotes", description="What is in quotation marks, and whose words they are")
    @app_commands.describe(person="Only the words of this person", briefing=_WHICH)
    async def quotes(
        self, interaction: Interaction, person: str | None = None, briefing: str | None = None
    ) -> None:
        """Show the quotations."""
        index = await meant(self.bot, interaction, briefing)
        key = key_of(speakers_named(index, person)[0]) if person else ""
        language = (await frame_of(interaction)).language
        await self._browse(interaction, Shelf("quotes", claimant=key, language=language), index)

    @quotes.autocomplete("person")
    async def _people(self, interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        return completed(speakers(await self._briefing_meant(interaction)), typed)

    @app_commands.command(name="timeline", description="What the briefing tells of, in order of time")
    @app_commands.describe(briefing=_WHICH)
    async def timeline(self, interaction: Interaction, briefing: str | None = None) -> None:
        """Show the timeline."""
        language = (await frame_of(interaction)).language
        index = await meant(self.bot, interaction, briefing)
        await self._browse(interaction, Shelf("timeline", language=language), index)

    @app_commands.command(name="sources", description="What the briefing rests on")
    @app_commands.describe(briefing=_WHICH)
    async def sources(self, interaction: Interaction, briefing: str | None = None) -> None:
        """Show the sources."""
        language = (await frame_of(interaction)).language
        index = await meant(self.bot, interaction, briefing)
        await self._browse(interaction, Shelf("sources", language=language), index)

    figures.autocomplete("briefing")(briefing_choices)
    quotes.autocomplete("briefing")(briefing_choices)
    timeline.autocomplete("briefing")(briefing_choices)
    sources.autocomplete("briefing")(briefing_choices)

    @app_commands.command(name="about", description="What this bot is and which briefing it quotes")
    async def about(self, interaction: Interaction) -> None:
        """Show what the bot is."""
        knowledge, frame = self.bot.desk.knowledge, await frame_of(interaction)
        several = len(knowledge.indexes()) > 1
        text = _about_several(frame, knowledge) if several else _about(frame, sources(knowledge))
        contact = self.bot.desk.settings.support
        if contact:
            text += "\n" + frame.around(words.SUPPORT, contact=escaped(contact))
        await respond_pages(interaction, frame, plain_pages(frame, [text]))

    @app_commands.command(name="help", description="How to ask")
    async def help(self, interaction: Interaction) -> None:
        """Show how to ask."""
        moderates = interaction.permissions.manage_guild and interaction.guild_id is not None
        frame = await frame_of(interaction)
        parts = (words.HELP, words.HELP_MODERATORS) if moderates else (words.HELP,)
        await respond(interaction, sentence_card("\n".join(map(frame, parts))))

    @app_commands.command(name="privacy", description="What is kept of you, and how to have it deleted")
    async def privacy(self, interaction: Interaction) -> None:
        """Show what is kept."""
        desk = self.bot.desk
        await think(interaction)
        frame = await frame_of(interaction)
        kept = await held_on(desk, interaction.user.id)
        settings = desk.settings.privacy
        mine = frame(words.NOT_COUNTED)
        if kept:
            language = frame.value(LANGUAGES[kept.language]) if kept.language else frame(words.NO_LANGUAGE)
            mine = frame.around(
                words.HELD,
                questions=frame.value(str(kept.questions)),
                ratings=frame.value(str(kept.feedback)),
                language=language,
            )
        text = frame.around(
            words.PRIVACY,
            text=frame(words.PRIVACY_TEXT if settings.keep_questions else words.PRIVACY_NO_TEXT),
            days=frame.value(str(settings.keep_days)),
            mine=mine,
        )
        await respond(interaction, sentence_card(text, [ForgetMe(frame)]))

    @app_commands.command(name="language", description="Choose the language of the bot’s own words to you")
    @app_commands.describe(choice="Statements always stay in the words of their source")
    @app_commands.choices(
        choice=[
            *(app_commands.Choice(name=name, value=tag) for tag, name in LANGUAGES.items()),
            app_commands.Choice(name="that of the question", value=_OF_QUESTION),
        ]
    )
    async def language(self, interaction: Interaction, choice: str | None = None) -> None:
        """Keep the choice, or say what it is."""
        desk, member = self.bot.desk, interaction.user.id
        await think(interaction)
        if choice:
            await set_language(desk, member, None if choice == _OF_QUESTION else choice)
        chosen, frame = await member_language(desk, member), await frame_of(interaction)
        if chosen:
            told = frame(words.LANGUAGE_SET if choice else words.LANGUAGE_IS, language=LANGUAGES[chosen])
        else:
            told = frame(words.LANGUAGE_OF_QUESTION if choice else words.LANGUAGE_IS_QUESTIONS)
        unchecked = [] if frame is ENGLISH else [f"-# {frame(words.UNCHECKED)}"]
        await respond(interaction, sentence_card("\n".join((told, frame(words.STATEMENTS_STAY), *unchecked))))

    async def _briefing_meant(self, interaction: Interaction) -> Index:
        """Return the briefing that is meant while somebody is still typing."""
        wanted = getattr(interaction.namespace, "briefing", None)
        known_ = self.bot.desk.knowledge.briefings
        return await meant(self.bot, interaction, wanted if wanted in known_ else None)

    async def _browse(self, interaction: Interaction, shelf: Shelf, index: Index) -> None:
        if await held_back(interaction, frame_in(shelf.language)):
            return
        knowledge = self.bot.desk.knowledge
        await respond(interaction, browse(knowledge, index, shelf, private=True))


class ForgetMe(LastingButton, template="forget-me"):
    """Deletes what is kept of the member who presses it."""

    def __init__(self, frame: Frame = ENGLISH) -> None:
        super().__init__(
            ui.Button(label=frame(words.FORGET_ME), style=discord.ButtonStyle.danger, custom_id="forget-me")
        )

    @classmethod
    def read(cls, _item: ui.Item[Any], _match: re.Match[str]) -> Self:
        """Return the button of a message."""
        return cls()

    async def act(self, interaction: Interaction) -> None:
        """Delete it."""
        await think(interaction)
        frame = await frame_of(interaction)
        count = await forget(interaction.client.desk, interaction.user.id)
        told = frame(words.NOT_DELETED) if count is None else frame(words.FORGOTTEN, count=count)
        await respond(interaction, sentence_card(told))


def _about(frame: Frame, shelf: SourceShelf) -> str:
    return frame(
        words.ABOUT,
        title=escaped(shelf.imprint.title),
        until=shelf.imprint.covers_until,
        edition=shelf.imprint.edition_date,
        digest=f"`{shelf.digest[:12]}`",
    )


def _about_several(frame: Frame, knowledge: Knowledge) -> str:
    about = frame(words.ABOUT_SEVERAL, digest=f"`{knowledge.digest[:12]}`")
    listed = [f"- {escaped(title_of(index, frame))}" for index in newest_first(knowledge.indexes())]
    return "\n".join((about, *listed))


def _key(index: Index, frame: Frame, by: Filter, wanted: str | None) -> str:
    return key_of(_id_meant(index, frame, by, wanted)) if wanted else ""


def _id_meant(index: Index, frame: Frame, by: Filter, wanted: str) -> str:
    """Return the id of what figures are narrowed to, by its id, name or alias; UnknownNameError for none."""
    offered = matching(wanted, {one: (name,) for one, name in known(index, by, frame).items()})
    if offered:
        return offered[0]
    match by:
        case "side":
            return next(iter(sides_named(index, wanted)))
        case "measure":
            return measures_named(index, wanted)[0]
        case "claimant":
            return claimants_named(index, wanted)[0]
