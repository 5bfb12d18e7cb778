"""Puts a reply on a card with its buttons, and shows it again on another page or to the channel."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import discord
from discord import ui

from bot.desk.asking import show_again
from bot.desk.recording import record_feedback, record_question
from bot.surfaces.discord import layout, words
from bot.surfaces.discord.buttons import Helpful, InContext, NotHelpful, OtherFigures, TrailButton, Why, since
from bot.surfaces.discord.cards import card, note, page_line
from bot.surfaces.discord.picking import Pick
from bot.surfaces.discord.responding import guarded, respond
from bot.surfaces.discord.shelf import key_of
from bot.surfaces.discord.trail import PATTERN, Trail, find_claim, id_key

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Self

    from bot.answering.index import Index
    from bot.answering.reply import Reply, Suggestion
    from bot.surfaces.discord.client import BriefingBot
    from bot.surfaces.discord.layout import Sheet
    from bot.surfaces.discord.memory import Answered
    from bot.surfaces.discord.responding import Interaction

    Row = list[ui.Item[Any]]

LONGEST_LABEL = 80  # characters on a button
LONGEST_OPTION = 100  # characters of a select's option
_PUBLIC, _PRIVATE = "p", "o"


def answer(bot: BriefingBot, one: Answered, *, private: bool) -> ui.LayoutView:
    """Return the card of a new answer, and keep it for its receipt."""
    number = bot.answered.keep(one)
    if not one.reply.briefing:
        return card(one.sheet[0], [Which.asking(bot, one, number)])
    index = one.knowledge.index(one.reply.briefing)
    trail = Trail.of(one.knowledge.digest, index, one.reply.claims, number)
    return _card(index, one.reply, one.sheet, trail, 0, private=private)


async def answer_privately(interaction: Interaction, question: str, briefing: str | None = None) -> None:
    """Answer a question to its member alone, who can post it, and record it."""
    bot: BriefingBot = interaction.client
    one = bot.answers.to(bot.desk.knowledge, question, briefing)
    await respond(interaction, answer(bot, one, private=True))
    await record_question(
        bot.desk, member=interaction.user.id, knowledge=one.knowledge, question=question, reply=one.reply
    )


def _card(
    index: Index, found: Reply, sheet: Sheet, trail: Trail, page: int, *, private: bool
) -> ui.LayoutView:
    page = min(page, len(sheet) - 1)
    blocks = [*sheet[page], page_line(page + 1, len(sheet))]
    return card(blocks, *_rows(index, found, trail, page, len(sheet), private=private))


def _rows(index: Index, found: Reply, trail: Trail, page: int, pages: int, *, private: bool) -> Iterator[Row]:
    if found.outcome == "choice":
        yield [DidYouMean.asking(index, trail, found.choices)]
        return
    if not found.claims:
        for one in found.choices:
            yield [Covered.about(index, one)]
        yield [Why(trail), NotHelpful(trail)]
        return
    figures = [OtherFigures(trail)] if any(one.claim.figures for one in found.claims) else []
    yield [InContext(trail), *figures, Why(trail), Helpful(trail), NotHelpful(trail)]
    turns: Row = []
    audience = _PRIVATE if private else _PUBLIC
    if page > 0:
        turns.append(Turn(trail, f"{audience}{page - 1}", words.EARLIER))
    if page + 1 < pages:
        turns.append(Turn(trail, f"{audience}{page + 1}", words.LATER))
    yield [*turns, *([Post(trail)] if private else [])]


def recalled(bot: BriefingBot, trail: Trail) -> tuple[Index, Reply, Sheet] | None:
    """Return the reply on a trail and its pages, with what has changed since; None where nothing is left.

    What is still in memory is shown as it was, unless a claim has changed since.
    """
    knowledge = bot.desk.knowledge
    kept = bot.answered.get(trail.number)
    if kept and kept.knowledge.digest == knowledge.digest:
        return knowledge.index(kept.reply.briefing), kept.reply, kept.sheet
    found = trail.follow(knowledge)
    if not found:
        return None
    index = found[0].index
    asked = [(one.claim, one.role) for one in found if one.index is index and one.role != "counter_claim"]
    if kept and not trail.changed(found):
        return index, kept.reply, kept.sheet
    again = show_again(index, asked or [(found[0].claim, "answer")])
    leads = since(trail, found)
    return index, again, tuple((*leads, *page) for page in layout.reply(again))


async def _again(interaction: Interaction, trail: Trail, page: int, *, private: bool) -> ui.LayoutView | None:
    """Return the card of the reply on a trail, None where the member was told that nothing is left of it."""
    found = recalled(interaction.client, trail)
    if found is None:
        await respond(interaction, note(words.CLAIM_GONE))
        return None
    index, reply, sheet = found
    return _card(index, reply, sheet, trail, page, private=private)


class Post(TrailButton, verb="post"):
    """Shows to the channel what only the asker sees."""

    label = words.POST

    async def act(self, interaction: Interaction) -> None:
        """Post the reply as it is kept, or else its claims."""
        view = await _again(interaction, self.trail, 0, private=False)
        if view:
            await respond(interaction, view, private=False)


class Turn(TrailButton, verb="turn"):
    """Turns to another page."""

    async def act(self, interaction: Interaction) -> None:
        """Show the page in place."""
        private = self.arg.startswith(_PRIVATE)
        page = int(self.arg[1:]) if self.arg[1:].isdecimal() else 0
        view = await _again(interaction, self.trail, page, private=private)
        if view:
            await interaction.response.edit_message(view=view)


class Covered(ui.DynamicItem[ui.Button[ui.LayoutView]], template=r"ask:(?P<claim>[\w-]{5}):(?P<at>\d{1,4})"):
    """Asks a covered question."""

    def __init__(self, claim: str, at: str, label: str) -> None:
        self.claim, self.at = claim, at
        super().__init__(
            ui.Button(
                label=_shortened(label, LONGEST_LABEL),
                style=discord.ButtonStyle.secondary,
                custom_id=f"ask:{claim}:{at}",
            )
        )

    @classmethod
    def about(cls, index: Index, one: Suggestion) -> Self:
        """Return the button of a suggestion."""
        claim, _, at = _reference(index, one).partition(":")
        return cls(claim, at, one.phrasing)

    @classmethod
    async def from_custom_id(
        cls, _interaction: Interaction, item: ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """Return the button of a message, from what its custom id holds."""
        return cls(match["claim"], match["at"], getattr(item, "label", None) or "?")

    async def callback(self, interaction: Interaction) -> None:
        """Answer to the member alone, who can post it."""
        await guarded(interaction, answer_covered(interaction, self.claim, int(self.at)))


class DidYouMean(Pick, verb="mean"):
    """Lets the asker pick one of a few readings, or none."""

    @classmethod
    def asking(cls, index: Index, trail: Trail, choices: tuple[Suggestion, ...]) -> Self:
        """Return the select of these readings."""
        select: ui.Select[ui.LayoutView] = ui.Select(
            custom_id=f"mean:{trail.number}", placeholder=words.DID_YOU_MEAN
        )
        for one in choices:
            label = _shortened(one.phrasing, LONGEST_OPTION)
            select.add_option(label=label, value=_reference(index, one))
        select.add_option(label=words.NONE_OF_THESE, value="none")
        return cls(select, trail.number)

    async def act(self, interaction: Interaction, picked: str) -> None:
        """Answer the reading, or keep that it was none."""
        if picked == "none":
            bot: BriefingBot = interaction.client
            kept = bot.answered.get(self.number)
            claims = tuple(one.claim for one in kept.reply.choices) if kept else ()
            stored = await record_feedback(
                bot.desk,
                member=interaction.user.id,
                edition=bot.desk.knowledge.digest,
                claims=claims,
                kind="none_of_these",
                reason=None,
                question=kept.question if kept else None,
            )
            await respond(interaction, note(words.NONE_OF_THESE_NOTED if stored else words.NOT_KEPT))
            return
        claim, _, at = picked.partition(":")
        await answer_covered(interaction, claim, int(at))


class Which(Pick, verb="which"):
    """Lets members pick a briefing for a question that fits several.

    What each would show stands in the values, so that it can be shown when the question is forgotten.
    """

    @classmethod
    def asking(cls, bot: BriefingBot, one: Answered, number: str) -> Self:
        """Return the select of the briefings, with a trail to the claims of each."""
        select: ui.Select[ui.LayoutView] = ui.Select(
            custom_id=f"which:{number}", placeholder=words.WHICH_BRIEFING
        )
        for source in (choice.source for choice in one.reply.choices if choice.source):
            reply = bot.answers.to(one.knowledge, one.question, source.briefing).reply
            trail = Trail.of(one.knowledge.digest, one.knowledge.index(source.briefing), reply.claims, number)
            label = _shortened(f"{source.title}, {source.edition_date}", LONGEST_OPTION)
            select.add_option(label=label, value=trail.custom_id("of", key_of(source.briefing)))
        return cls(select, number)

    async def act(self, interaction: Interaction, picked: str) -> None:
        """Answer from the briefing."""
        bot: BriefingBot = interaction.client
        found = re.fullmatch(f"of:{PATTERN}", picked)
        refused = bot.limits.refuse(interaction.user.id, None)
        if refused or not found:
            await respond(interaction, note(refused or words.QUESTION_GONE))
            return
        kept = bot.answered.get(self.number)
        there = next((one for one in bot.desk.knowledge.briefings if key_of(one) == found["arg"]), None)
        if kept and there:
            await answer_privately(interaction, kept.question, there)
            return
        trail = Trail.read(found)
        if not trail.steps:
            await respond(interaction, note(words.QUESTION_GONE))
            return
        view = await _again(interaction, trail, 0, private=True)
        if view:
            await respond(interaction, view)


async def answer_covered(interaction: Interaction, key: str, at: int) -> None:
    """Answer a covered question, given by its claim's key and its place among the phrasings."""
    place = find_claim(interaction.client.desk.knowledge, key)
    if place is None:
        await respond(interaction, note(words.CLAIM_GONE))
        return
    index, claim = place
    phrasings = index.by_id[claim].claim.phrasings
    if at >= len(phrasings):
        await respond(interaction, note(words.CLAIM_GONE))
        return
    refused = interaction.client.limits.refuse(interaction.user.id, None)
    if refused:
        await respond(interaction, note(refused))
        return
    await answer_privately(interaction, phrasings[at], index.briefing.id)


def _reference(index: Index, one: Suggestion) -> str:
    at = index.by_id[one.claim].claim.phrasings.index(one.phrasing)
    return f"{id_key(index.briefing.id, one.claim)}:{at}"


def _shortened(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"


ITEMS = (Post, Turn, Covered, DidYouMean, Which)
