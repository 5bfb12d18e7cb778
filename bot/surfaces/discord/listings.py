"""The commands that show what the briefing holds, and what the bot is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands, ui
from discord.ext import commands

from bot.answering.naming import named, people
from bot.answering.routing import newest_first
from bot.answering.table import claimants_named, measures_named, sides_named
from bot.desk.browsing import sources
from bot.desk.recording import forget, held_on
from bot.surfaces.discord import words
from bot.surfaces.discord.browsing import browse, known, send_chart, speakers
from bot.surfaces.discord.cards import note
from bot.surfaces.discord.escaping import escaped
from bot.surfaces.discord.pinning import completed, meant, title_of, titles
from bot.surfaces.discord.responding import guarded, respond
from bot.surfaces.discord.shelf import Shelf, key_of

if TYPE_CHECKING:
    import re
    from typing import Self

    from bot.answering.index import Index
    from bot.desk.browsing import SourceShelf
    from bot.desk.knowledge import Knowledge
    from bot.surfaces.discord.client import BriefingBot
    from bot.surfaces.discord.responding import Interaction
    from bot.surfaces.discord.shelf import Filter


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
        index = await meant(self.bot, interaction, briefing)
        shelf = Shelf(
            "figures",
            _key(index, "side", side),
            _key(index, "measure", measure),
            _key(index, "claimant", claimant),
        )
        with self.bot.at_work():
            if chart:
                await send_chart(interaction, shelf.of(self.bot.desk.knowledge, index), private=True)
            else:
                await self._browse(interaction, shelf, index)

    @figures.autocomplete("side")
    async def _sides(self, interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        return completed(known(await self._asked(interaction), "side"), typed)

    @figures.autocomplete("measure")
    async def _measures(self, interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        return completed(known(await self._asked(interaction), "measure"), typed)

    @figures.autocomplete("claimant")
    async def _claimants(self, interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        return completed(known(await self._asked(interaction), "claimant"), typed)

    @app_commands.command(name="quotes", description="What is in quotation marks, and whose words they are")
    @app_commands.describe(person="Only the words of this person", briefing=_WHICH)
    async def quotes(
        self, interaction: Interaction, person: str | None = None, briefing: str | None = None
    ) -> None:
        """Show the quotations."""
        index = await meant(self.bot, interaction, briefing)
        one = index.briefing
        names = [someone.name for someone in one.people]
        key = key_of(named("person", person, people(one), names)[0]) if person else ""
        await self._browse(interaction, Shelf("quotes", claimant=key), index)

    @quotes.autocomplete("person")
    async def _people(self, interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        return completed(speakers(await self._asked(interaction)), typed)

    @app_commands.command(name="timeline", description="What the briefing tells of, in order of time")
    @app_commands.describe(briefing=_WHICH)
    async def timeline(self, interaction: Interaction, briefing: str | None = None) -> None:
        """Show the timeline."""
        await self._browse(interaction, Shelf("timeline"), await meant(self.bot, interaction, briefing))

    @app_commands.command(name="sources", description="What the briefing rests on")
    @app_commands.describe(briefing=_WHICH)
    async def sources(self, interaction: Interaction, briefing: str | None = None) -> None:
        """Show the sources."""
        await self._browse(interaction, Shelf("sources"), await meant(self.bot, interaction, briefing))

    @figures.autocomplete("briefing")
    @quotes.autocomplete("briefing")
    @timeline.autocomplete("briefing")
    @sources.autocomplete("briefing")
    async def _briefings(self, _interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        return completed(titles(self.bot.desk.knowledge), typed)

    @app_commands.command(name="about", description="What this bot is and which briefing it quotes")
    async def about(self, interaction: Interaction) -> None:
        """Show what the bot is."""
        knowledge = self.bot.desk.knowledge
        several = len(knowledge.indexes()) > 1
        text = _about_several(knowledge) if several else _about(sources(knowledge))
        contact = self.bot.desk.settings.support
        if contact:
            text += "\n" + words.SUPPORT.format(contact=escaped(contact))
        await respond(interaction, note(text))

    @app_commands.command(name="help", description="How to ask")
    async def help(self, interaction: Interaction) -> None:
        """Show how to ask."""
        moderates = interaction.permissions.manage_guild and interaction.guild_id is not None
        await respond(
            interaction, note("\n".join((words.HELP, *([words.HELP_MODERATORS] if moderates else []))))
        )

    @app_commands.command(name="privacy", description="What is kept of you, and how to have it deleted")
    async def privacy(self, interaction: Interaction) -> None:
        """Show what is kept."""
        desk = self.bot.desk
        await interaction.response.defer(ephemeral=True, thinking=True)
        kept = await held_on(desk, interaction.user.id)
        settings = desk.settings.privacy
        text = words.PRIVACY.format(
            text=words.PRIVACY_TEXT if settings.keep_questions else words.PRIVACY_NO_TEXT,
            days=settings.keep_days,
            mine=words.held(kept.questions, kept.feedback) if kept else words.NOT_COUNTED,
        )
        await respond(interaction, note(text, [ForgetMe()]))

    async def _asked(self, interaction: Interaction) -> Index:
        """Return the briefing that is meant while somebody is still typing."""
        wanted = getattr(interaction.namespace, "briefing", None)
        known_ = self.bot.desk.knowledge.briefings
        return await meant(self.bot, interaction, wanted if wanted in known_ else None)

    async def _browse(self, interaction: Interaction, shelf: Shelf, index: Index) -> None:
        with self.bot.at_work():
            knowledge = self.bot.desk.knowledge
            await respond(interaction, browse(knowledge, shelf.of(knowledge, index), private=True))


class ForgetMe(ui.DynamicItem[ui.Button[ui.LayoutView]], template="forget-me"):
    """Deletes what is kept of the member who presses it."""

    def __init__(self) -> None:
        super().__init__(
            ui.Button(label=words.FORGET_ME, style=discord.ButtonStyle.danger, custom_id="forget-me")
        )

    @classmethod
    async def from_custom_id(
        cls, _interaction: Interaction, _item: ui.Item[Any], _match: re.Match[str], /
    ) -> Self:
        """Return the button of a message."""
        return cls()

    async def callback(self, interaction: Interaction) -> None:
        """Delete it."""
        await guarded(interaction, self._act(interaction))

    async def _act(self, interaction: Interaction) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        count = await forget(interaction.client.desk, interaction.user.id)
        await respond(
            interaction, note(words.NOT_DELETED if count is None else words.FORGOTTEN.format(count=count))
        )


def _about(shelf: SourceShelf) -> str:
    return words.ABOUT.format(
        title=escaped(shelf.title),
        until=shelf.covers_until,
        edition=shelf.edition_date,
        digest=shelf.digest[:12],
    )


def _about_several(knowledge: Knowledge) -> str:
    listed = [f"- {escaped(title_of(index))}" for index in newest_first(knowledge.indexes())]
    return "\n".join((words.ABOUT_SEVERAL.format(digest=knowledge.digest[:12]), *listed))


def _key(index: Index, by: Filter, wanted: str | None) -> str:
    return key_of(_meant(index, by, wanted)) if wanted else ""


def _meant(index: Index, by: Filter, wanted: str) -> str:
    """Return the id of what figures are narrowed to, by its id, name or alias; UnknownNameError for none."""
    if wanted in known(index, by):
        return wanted
    match by:
        case "side":
            return next(iter(sides_named(index, wanted)))
        case "measure":
            return measures_named(index, wanted)[0]
        case "claimant":
            return claimants_named(index, wanted)[0]


ITEMS = (ForgetMe,)
