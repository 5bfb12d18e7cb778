"""Puts a reply on a card with its buttons, and shows it again on another page or to the channel."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import discord
from discord import ui

from bot.desk.catalogues import frame_in
from bot.surfaces.discord import words
from bot.surfaces.discord.buttons import Helpful, InContext, NotHelpful, OtherFigures, TrailButton, Why, rate
from bot.surfaces.discord.cards import (
    LONGEST_LABEL,
    LONGEST_OPTION,
    card,
    page_line,
    sentence_card,
    shortened,
)
from bot.surfaces.discord.lasting import LastingButton
from bot.surfaces.discord.limits import content_of
from bot.surfaces.discord.memory import LONG, record
from bot.surfaces.discord.picking import Pick
from bot.surfaces.discord.recalling import Seen, led_by, recalled
from bot.surfaces.discord.responding import held_back, post, respond, think, way_to_show
from bot.surfaces.discord.shelf import key_of
from bot.surfaces.discord.speaking import frame_of
from bot.surfaces.discord.trail import (
    COVERED,
    EDITION,
    PATTERN,
    Trail,
    changed_since,
    find_claim,
    id_key,
    phrasing_key,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Self

    from bot.answering.claims.index import Index
    from bot.answering.showing.frame import Frame
    from bot.answering.showing.reply import Reply, Suggestion
    from bot.desk.knowledge import Knowledge
    from bot.surfaces.discord.client import BriefingBot
    from bot.surfaces.discord.memory import Answered
    from bot.surfaces.discord.paging import Sheet
    from bot.surfaces.discord.responding import Interaction

    Row = list[ui.Item[Any]]

_PUBLIC, _PRIVATE = "p", "o"


async def answer(
    bot: BriefingBot,
    knowledge: Knowledge,
    one: Answered,
    public: Frame,
    *,
    private: bool,
    lead: Sequence[str] = (),
) -> ui.LayoutView:
    """Return the card of a new answer of the knowledge, which a channel sees in `public`, and keep it."""
    number = bot.answered.keep(one, one.number)
    sheet = led_by(lead, one.sheet)
    if not one.reply.briefing:
        return card(sheet[0], [await Which.asking(bot, knowledge, one, public)])
    index = knowledge.index(one.reply.briefing)
    trail = Trail.of(one.edition, index, one.reply.claims, number, language=public.language)
    return _card(index, one.reply, sheet, trail, Seen(one.frame, private))


async def answer_privately(
    interaction: Interaction,
    knowledge: Knowledge,
    question: str,
    public: Frame,
    briefing: str | None = None,
    *,
    changed: bool = False,
) -> None:
    """Answer a question to its member alone, who can post it in the frame of the channel, and record it.

    `changed` tells that the knowledge is another than when the question was shown to them.
    """
    bot = interaction.client
    frame = await frame_of(interaction, public)
    if len(question) >= LONG:
        await think(interaction)
    one = await bot.answers.to(knowledge, question, frame, briefing)
    lead = [frame(words.CHANGED)] if changed else []
    await respond(interaction, await answer(bot, knowledge, one, public, private=True, lead=lead))
    record(bot.desk, interaction.user.id, one)


def _card(index: Index, found: Reply, sheet: Sheet, trail: Trail, seen: Seen) -> ui.LayoutView:
    seen = seen._replace(page=min(seen.page, len(sheet) - 1))
    blocks = [*sheet[seen.page], page_line(seen.frame, seen.page + 1, len(sheet))]
    return card(blocks, *_rows(index, found, trail, seen, len(sheet)))


def _rows(index: Index, found: Reply, trail: Trail, seen: Seen, pages: int) -> Iterator[Row]:
    frame, private, page = seen
    if found.outcome == "choice":
        yield [DidYouMean.asking(index, trail, found.choices, frame)]
        return
    if not found.claims:
        for one in found.choices:
            yield [CoveredQuestion.about(index, one, trail)]
        yield [Why(trail, frame), NotHelpful(trail)]
        return
    figures = [OtherFigures(trail, frame)] if any(one.claim.figures for one in found.claims) else []
    yield [InContext(trail, frame), *figures, Why(trail, frame), Helpful(trail), NotHelpful(trail)]
    turns: Row = []
    audience = _PRIVATE if private else _PUBLIC
    if page > 0:
        turns.append(Turn(trail, frame, f"{audience}{page - 1}", words.EARLIER))
    if page + 1 < pages:
        turns.append(Turn(trail, frame, f"{audience}{page + 1}", words.LATER))
    yield [*turns, *([Post(trail, frame)] if private else [])]


async def _again(
    interaction: Interaction, trail: Trail, page: int, *, private: bool
) -> tuple[Reply, ui.LayoutView] | None:
    """Return the reply on a trail with its card; None where nothing is left, and the member was told so."""
    public = frame_in(trail.language)
    mine = await frame_of(interaction, public)
    seen = Seen(mine if private else public, private, page)
    found = recalled(interaction.client, trail, seen.frame)
    if found is None:
        await respond(interaction, sentence_card(mine(words.CLAIM_GONE)))
        return None
    index, reply, sheet = found
    return reply, _card(index, reply, sheet, trail, seen)


class Post(TrailButton, verb="post"):
    """Shows to the channel what only the asker sees."""

    label = words.POST

    async def act(self, interaction: Interaction) -> None:
        """Post the reply as it is kept, or else its claims."""
        found = await _again(interaction, self.trail, 0, private=False)
        if found:
            reply, view = found
            digest = interaction.client.desk.knowledge.digest
            content = content_of(digest, self.trail.language, reply)
            await post(interaction, await self.frame(interaction), content, view)


class Turn(TrailButton, verb="turn"):
    """Turns to another page."""

    async def act(self, interaction: Interaction) -> None:
        """Show the page in place, or to the member alone where the card is there for others."""
        page = int(self.arg[1:]) if self.arg[1:].isdecimal() else 0
        show = await way_to_show(interaction, await self.frame(interaction))
        private = show is respond or self.arg.startswith(_PRIVATE)
        found = await _again(interaction, self.trail, page, private=private) if show else None
        if show and found:
            await show(interaction, found[1])


class CoveredQuestion(LastingButton, template=COVERED):
    """Asks a covered question."""

    def __init__(self, reference: str, language: str, edition: str, label: str) -> None:
        self.reference, self.language, self.edition = reference, language, edition
        tag = "" if language == "en" else f".{language}"
        tag += f"~{edition}" if edition else ""
        super().__init__(
            ui.Button(
                label=shortened(label, LONGEST_LABEL),
                style=discord.ButtonStyle.secondary,
                custom_id=f"ask:{reference}{tag}",
            )
        )

    @classmethod
    def about(cls, index: Index, one: Suggestion, trail: Trail) -> Self:
        """Return the button of a suggestion."""
        return cls(_reference(index, one), trail.language, trail.edition, one.phrasing)

    @classmethod
    def read(cls, item: ui.Item[Any], match: re.Match[str]) -> Self:
        """Return the button of a message, from what its custom id holds."""
        label = getattr(item, "label", None) or "?"
        return cls(match["reference"], match["language"] or "en", match["edition"] or "", label)

    async def act(self, interaction: Interaction) -> None:
        """Answer to the member alone, who can post it."""
        changed = changed_since(self.edition, interaction.client.desk.knowledge)
        await answer_covered(interaction, self.reference, self.language, changed=changed)


class DidYouMean(Pick, verb="mean"):
    """Lets the asker pick one of a few readings, or none."""

    @classmethod
    def asking(cls, index: Index, trail: Trail, choices: tuple[Suggestion, ...], frame: Frame) -> Self:
        """Return the select of these readings."""
        trail = trail.to(index, (("answer", one.claim) for one in choices))
        select: ui.Select[ui.LayoutView] = ui.Select(
            custom_id=trail.custom_id("mean"), placeholder=frame(words.DID_YOU_MEAN)
        )
        for one in choices:
            label = shortened(one.phrasing, LONGEST_OPTION)
            select.add_option(label=label, value=_reference(index, one))
        select.add_option(label=frame(words.NONE_OF_THESE), value="none")
        return cls(select, trail)

    async def act(self, interaction: Interaction) -> None:
        """Answer the reading, or keep that it was none."""
        if self.picked == "none":
            await rate(interaction, self.trail, "none_of_these")
            return
        claim = self.picked.partition(":")[0]
        trail = replace(self.trail, steps=tuple(one for one in self.trail.steps if one.id_key == claim))
        changed = trail.changed(trail.follow(interaction.client.desk.knowledge))
        await answer_covered(interaction, self.picked, self.trail.language, changed=changed)


class Which(Pick, verb="which"):
    """Lets members pick a briefing for a question that fits several.

    What each would show stands in the values, so that it can be shown when the question is forgotten.
    """

    @classmethod
    async def asking(cls, bot: BriefingBot, knowledge: Knowledge, one: Answered, public: Frame) -> Self:
        """Return the select of the briefings, with a trail to the claims of each."""
        asked = Trail(one.edition[:EDITION], one.number, (), language=public.language)
        select: ui.Select[ui.LayoutView] = ui.Select(
            custom_id=asked.custom_id("which"), placeholder=one.frame(words.WHICH_BRIEFING)
        )
        for source in (choice.source for choice in one.reply.choices if choice.source):
            answered = await bot.answers.to(knowledge, one.question, one.frame, source.briefing)
            index = knowledge.index(source.briefing)
            trail = Trail.of(one.edition, index, answered.reply.claims, one.number, language=public.language)
            label = shortened(f"{source.title}, {source.edition_date}", LONGEST_OPTION)
            select.add_option(label=label, value=trail.custom_id("of", key_of(source.briefing)))
        return cls(select, asked)

    async def act(self, interaction: Interaction) -> None:
        """Answer from the briefing."""
        bot = interaction.client
        found = re.fullmatch(f"of:{PATTERN}", self.picked)
        public = frame_in(self.trail.language)
        frame = await frame_of(interaction, public)
        if await held_back(interaction, frame):
            return
        if not found:
            await respond(interaction, sentence_card(frame(words.QUESTION_GONE)))
            return
        trail, knowledge = Trail.read(found), bot.desk.knowledge
        kept = bot.answered.get(self.trail.number)
        there = next((one for one in knowledge.briefings if key_of(one) == found["arg"]), None)
        if kept and there:
            changed = trail.changed(trail.follow(knowledge))
            await answer_privately(interaction, knowledge, kept.question, public, there, changed=changed)
            return
        if not trail.steps:
            await respond(interaction, sentence_card(frame(words.QUESTION_GONE)))
            return
        shown = await _again(interaction, trail, 0, private=True)
        if shown:
            await respond(interaction, shown[1])


async def answer_covered(interaction: Interaction, reference: str, language: str, *, changed: bool) -> None:
    """Answer a covered question, given by the keys of its claim and of its phrasing."""
    knowledge, public = interaction.client.desk.knowledge, frame_in(language)
    frame = await frame_of(interaction, public)
    key, _, phrasing = reference.partition(":")
    place = find_claim(knowledge, key)
    if place is None:
        await respond(interaction, sentence_card(frame(words.CLAIM_GONE)))
        return
    index, claim = place
    phrasings = index.by_id[claim].claim.phrasings
    question = next((one for one in phrasings if phrasing_key(one) == phrasing), None)
    if question is None:
        await respond(interaction, sentence_card(frame(words.PHRASING_GONE)))
    elif not await held_back(interaction, frame):
        await answer_privately(interaction, knowledge, question, public, index.briefing.id, changed=changed)


def _reference(index: Index, one: Suggestion) -> str:
    return f"{id_key(index.briefing.id, one.claim)}:{phrasing_key(one.phrasing)}"
