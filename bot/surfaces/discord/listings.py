"""The commands that show what the briefing holds, and what the bot is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands, ui
from discord.ext import commands
from rapidfuzz import fuzz, process

from bot.answering.frame import ENGLISH
from bot.answering.naming import named, people
from bot.answering.table import claimants_named, measures_named, sides_named
from bot.answering.text import fold
from bot.desk.browsing import sources
from bot.desk.frames import LANGUAGES
from bot.desk.preferences import member_language, set_language
from bot.desk.recording import forget, held_on
from bot.surfaces.discord import words
from bot.surfaces.discord.browsing import Shelf, browse, key_of, known, send_chart, speakers
from bot.surfaces.discord.cards import note
from bot.surfaces.discord.escaping import escaped
from bot.surfaces.discord.responding import guarded, respond
from bot.surfaces.discord.speaking import frame_of

if TYPE_CHECKING:
    import re
    from typing import Self

    from bot.answering.frame import Frame
    from bot.answering.index import Index
    from bot.surfaces.discord.browsing import Filter
    from bot.surfaces.discord.client import BriefingBot
    from bot.surfaces.discord.responding import Interaction

_OF_QUESTION = "question"
_MOST_CHOICES = 25
_LIKE_ENOUGH = 60.0  # 0-100, for a name that somebody is still typing


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
    )
    async def figures(
        self,
        interaction: Interaction,
        side: str | None = None,
        measure: str | None = None,
        claimant: str | None = None,
        chart: bool = False,  # noqa: FBT001, FBT002 - an option of the command
    ) -> None:
        """Show the table or the chart."""
        shelf = Shelf(
            "figures",
            self._key("side", side),
            self._key("measure", measure),
            self._key("claimant", claimant),
            language=(await frame_of(interaction)).language,
        )
        with self.bot.at_work():
            if chart:
                await send_chart(interaction, shelf, private=True)
            else:
                await self._browse(interaction, shelf)

    @figures.autocomplete("side")
    async def _sides(self, interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        frame = await frame_of(interaction)
        return _choices(known(self.bot.desk.knowledge.index(), "side", frame), typed)

    @figures.autocomplete("measure")
    async def _measures(self, interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        frame = await frame_of(interaction)
        return _choices(known(self.bot.desk.knowledge.index(), "measure", frame), typed)

    @figures.autocomplete("claimant")
    async def _claimants(self, interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        frame = await frame_of(interaction)
        return _choices(known(self.bot.desk.knowledge.index(), "claimant", frame), typed)

    @app_commands.command(name="quotes", description="What is in quotation marks, and whose words they are")
    @app_commands.describe(person="Only the words of this person")
    async def quotes(self, interaction: Interaction, person: str | None = None) -> None:
        """Show the quotations."""
        briefing = self.bot.desk.knowledge.index().briefing
        names = [one.name for one in briefing.people]
        key = key_of(named("person", person, people(briefing), names)[0]) if person else ""
        language = (await frame_of(interaction)).language
        await self._browse(interaction, Shelf("quotes", claimant=key, language=language))

    @quotes.autocomplete("person")
    async def _people(self, _interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        return _choices(speakers(self.bot.desk.knowledge.index()), typed)

    @app_commands.command(name="timeline", description="What the briefing tells of, in order of time")
    async def timeline(self, interaction: Interaction) -> None:
        """Show the timeline."""
        language = (await frame_of(interaction)).language
        await self._browse(interaction, Shelf("timeline", language=language))

    @app_commands.command(name="sources", description="What the briefing rests on")
    async def sources(self, interaction: Interaction) -> None:
        """Show the sources."""
        language = (await frame_of(interaction)).language
        await self._browse(interaction, Shelf("sources", language=language))

    @app_commands.command(name="about", description="What this bot is and which briefing it quotes")
    async def about(self, interaction: Interaction) -> None:
        """Show what the bot is."""
        frame = await frame_of(interaction)
        shelf = sources(self.bot.desk.knowledge)
        text = frame(
            words.ABOUT,
            title=escaped(shelf.title),
            until=shelf.covers_until,
            edition=shelf.edition_date,
            digest=f"`{shelf.digest[:12]}`",
        )
        contact = self.bot.desk.settings.support
        if contact:
            text += "\n" + frame.around(words.SUPPORT, contact=escaped(contact))
        await respond(interaction, note(text))

    @app_commands.command(name="help", description="How to ask")
    async def help(self, interaction: Interaction) -> None:
        """Show how to ask."""
        moderates = interaction.permissions.manage_guild and interaction.guild_id is not None
        frame = await frame_of(interaction)
        parts = (words.HELP, words.HELP_MODERATORS) if moderates else (words.HELP,)
        await respond(interaction, note("\n".join(map(frame, parts))))

    @app_commands.command(name="privacy", description="What is kept of you, and how to have it deleted")
    async def privacy(self, interaction: Interaction) -> None:
        """Show what is kept."""
        desk = self.bot.desk
        await interaction.response.defer(ephemeral=True, thinking=True)
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
        await respond(interaction, note(text, [ForgetMe(frame)]))

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
        await interaction.response.defer(ephemeral=True, thinking=True)
        if choice:
            await set_language(desk, member, None if choice == _OF_QUESTION else choice)
        chosen, frame = await member_language(desk, member), await frame_of(interaction)
        if chosen:
            told = frame(words.LANGUAGE_SET if choice else words.LANGUAGE_IS, language=LANGUAGES[chosen])
        else:
            told = frame(words.LANGUAGE_OF_QUESTION if choice else words.LANGUAGE_IS_QUESTIONS)
        unchecked = [] if frame is ENGLISH else [f"-# {frame(words.UNCHECKED)}"]
        await respond(interaction, note("\n".join((told, frame(words.STATEMENTS_STAY), *unchecked))))

    def _key(self, by: Filter, wanted: str | None) -> str:
        return key_of(_meant(self.bot.desk.knowledge.index(), by, wanted)) if wanted else ""

    async def _browse(self, interaction: Interaction, shelf: Shelf) -> None:
        with self.bot.at_work():
            await respond(interaction, browse(self.bot.desk.knowledge, shelf, private=True))


class ForgetMe(ui.DynamicItem[ui.Button[ui.LayoutView]], template="forget-me"):
    """Deletes what is kept of the member who presses it."""

    def __init__(self, frame: Frame = ENGLISH) -> None:
        super().__init__(
            ui.Button(label=frame(words.FORGET_ME), style=discord.ButtonStyle.danger, custom_id="forget-me")
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
        frame = await frame_of(interaction)
        count = await forget(interaction.client.desk, interaction.user.id)
        told = frame(words.NOT_DELETED) if count is None else frame(words.FORGOTTEN, count=count)
        await respond(interaction, note(told))


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


def _choices(names: dict[str, str], typed: str) -> list[app_commands.Choice[str]]:
    folded = {one: fold(name) for one, name in names.items()}
    order = list(names)
    if typed.strip():
        found = process.extract(
            fold(typed), folded, scorer=fuzz.WRatio, score_cutoff=_LIKE_ENOUGH, limit=_MOST_CHOICES
        )
        order = [one for _, _, one in found]
    return [app_commands.Choice(name=names[one][:100], value=one[:100]) for one in order[:_MOST_CHOICES]]


ITEMS = (ForgetMe,)
