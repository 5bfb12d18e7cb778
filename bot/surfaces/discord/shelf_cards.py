"""Shows what a briefing holds without a question, with filters and pages that outlive a restart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from discord import ui

from bot.answering.showing import wording
from bot.desk.browsing import figures, quotations, sources, timeline
from bot.desk.catalogues import frame_in
from bot.surfaces.discord import layout, words
from bot.surfaces.discord.attaching import Attached
from bot.surfaces.discord.cards import MOST_OPTIONS, card, options, page_line, sentence_card
from bot.surfaces.discord.description import alt_text
from bot.surfaces.discord.lasting import LastingButton, LastingSelect, select_of
from bot.surfaces.discord.narrowing import known, name_of, narrowed
from bot.surfaces.discord.pinning import titles
from bot.surfaces.discord.responding import (
    held_back,
    post,
    respond,
    respond_again,
    respond_further,
    think,
    way_to_show,
)
from bot.surfaces.discord.shelf import PATTERN, Shelf, key_of
from bot.surfaces.discord.speaking import frame_of, frame_of_server

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence
    from typing import Self

    from bot.answering.claims.index import Index
    from bot.answering.showing.figure_table import Filter
    from bot.answering.showing.frame import Frame
    from bot.desk.knowledge import Knowledge
    from bot.surfaces.discord.client import BriefingBot
    from bot.surfaces.discord.paging import Sheet
    from bot.surfaces.discord.responding import Interaction
    from bot.surfaces.discord.trail import Found

_ALL = "all"


def browse(
    knowledge: Knowledge, index: Index, shelf: Shelf, *, private: bool, lead: Sequence[str] = ()
) -> ui.LayoutView:
    """Return the card of a briefing's listing at a page, with filters and buttons; what has changed leads."""
    frame = frame_in(shelf.language)
    lead = [*lead, *([frame(words.CHANGED)] if shelf.changed(knowledge) else [])]
    sheet = _sheet(knowledge, index, shelf, frame)
    shelf = shelf.of(knowledge, index)._replace(page=min(shelf.page, len(sheet) - 1))
    rows: list[list[ui.Item[Any]]] = []
    if len(knowledge.indexes()) > 1:
        rows.append([OtherBriefing.beside(knowledge, index, shelf, frame)])
    if shelf.what == "figures":
        rows += [[Narrow.by(one, index, shelf, frame)] for one in ("side", "measure", "claimant")]
    buttons: list[ui.Item[Any]] = []
    if shelf.page > 0:
        buttons.append(Leaf(shelf._replace(page=shelf.page - 1), frame(words.EARLIER)))
    if shelf.page + 1 < len(sheet):
        buttons.append(Leaf(shelf._replace(page=shelf.page + 1), frame(words.LATER)))
    if shelf.what == "figures" and sheet != layout.no_figures(frame):
        buttons.append(Chart(shelf))
    if private:
        buttons.append(PostShelf(shelf))
    blocks = ("\n".join(lead), *sheet[shelf.page], page_line(frame, shelf.page + 1, len(sheet)))
    return card(blocks, *rows, buttons)


def figures_about(
    bot: BriefingBot, found: Sequence[Found], frame: Frame, lead: Sequence[str]
) -> ui.LayoutView:
    """Return the figures on the victims' side that claims are about, all where there are several sides."""
    index = found[0].index
    sides = {
        figure.side for one in found for figure in index.by_id[one.claim].claim.figures if one.index is index
    }
    side = sides.pop() if len(sides) == 1 else None
    shelf = Shelf("figures", key_of(side) if side else "", language=frame.language)
    return browse(bot.desk.knowledge, index, shelf, private=True, lead=lead)


async def send_chart(interaction: Interaction, index: Index, shelf: Shelf, *, private: bool) -> None:
    """Draw the figures off the loop and show the picture; the figures stand in its description."""
    await think(interaction, private=private)
    bot = interaction.client
    knowledge = bot.desk.knowledge
    frame = frame_in(shelf.language)
    lead = [frame(words.CHANGED)] if shelf.changed(knowledge) else []
    shelf = shelf.of(knowledge, index)._replace(page=0)
    table = figures(knowledge, **narrowed(index, shelf), briefing=index.briefing.id)
    if not table.rows:
        await respond(interaction, card((*lead, *layout.no_figures(frame)[0])))
        return
    picture = await bot.charts.png(knowledge.digest, shelf, table, frame)
    alt, whole = alt_text(table, frame)
    file = Attached(picture, "figures.png", description=alt)
    first, *more = layout.chart_notes(table, frame)
    await respond(interaction, card((*lead, *first), picture=("figures.png", alt)), files=[file])
    await respond_further(interaction, frame, more)
    if not whole:
        await respond_again(interaction, browse(knowledge, index, shelf, private=True))


async def _followed(interaction: Interaction, shelf: Shelf) -> Index | None:
    """Return the briefing of a shelf; None where that or what narrows it is gone, and the member was told."""
    index = shelf.briefing_in(interaction.client.desk.knowledge)
    if index and not any(getattr(shelf, by) and not one for by, one in narrowed(index, shelf).items()):
        return index
    frame = await frame_of(interaction, frame_in(shelf.language))
    await respond(interaction, sentence_card(frame(words.LISTING_GONE)))
    return None


def _sheet(knowledge: Knowledge, index: Index, shelf: Shelf, frame: Frame) -> Sheet:
    one = index.briefing.id
    match shelf.what:
        case "figures":
            return layout.figures(figures(knowledge, **narrowed(index, shelf), briefing=one), frame)
        case "quotes":
            person = narrowed(index, shelf)["claimant"]
            return layout.quotations(quotations(knowledge, person, briefing=one), frame)
        case "timeline":
            return layout.timeline(timeline(knowledge, briefing=one), frame)
        case "sources":
            return layout.sources(sources(knowledge, briefing=one), frame)


class _ShelfButton(LastingButton):
    """A button that does something with a shelf."""

    verb = "-"
    label = ""

    def __init__(self, shelf: Shelf, label: str | None = None) -> None:
        self.shelf = shelf
        label = label or frame_in(shelf.language)(self.label)
        super().__init__(ui.Button(label=label, custom_id=shelf.custom_id(self.verb)))

    def __init_subclass__(cls, *, verb: str) -> None:
        cls.verb = verb
        super().__init_subclass__(template=f"{verb}:{PATTERN}")

    @classmethod
    def read(cls, item: ui.Item[Any], match: re.Match[str]) -> Self:
        """Return the button of a message, from what its custom id holds."""
        return cls(Shelf.read(match), getattr(item, "label", None))


class Leaf(_ShelfButton, verb="leaf"):
    """Turns to another page."""

    async def act(self, interaction: Interaction) -> None:
        """Show the page."""
        await _show(interaction, self.shelf)


class Chart(_ShelfButton, verb="chart"):
    """Draws the figures."""

    label = words.SHOW_CHART

    async def act(self, interaction: Interaction) -> None:
        """Show the chart to the member alone."""
        frame = await frame_of(interaction, frame_in(self.shelf.language))
        index = await _followed(interaction, self.shelf)
        if index and not await held_back(interaction, frame):
            shelf = self.shelf._replace(language=frame.language)
            await send_chart(interaction, index, shelf, private=True)


class PostShelf(_ShelfButton, verb="show"):
    """Shows to the channel what only the member sees."""

    label = words.POST

    async def act(self, interaction: Interaction) -> None:
        """Post the page."""
        knowledge = interaction.client.desk.knowledge
        frame = await frame_of(interaction, frame_in(self.shelf.language))
        index = await _followed(interaction, self.shelf)
        if index:
            shelf = self.shelf._replace(language=frame_of_server(interaction, frame).language)
            view = browse(knowledge, index, shelf, private=False)
            await post(interaction, frame, (knowledge.digest, shelf.of(knowledge, index)), view)


class Narrow(LastingSelect, template=rf"(?P<by>side|measure|claimant):{PATTERN}"):
    """Narrows the figures to a side's victims, a measure or a claimant."""

    def __init__(self, select: ui.Select[ui.LayoutView], by: Filter, shelf: Shelf) -> None:
        self.shelf = shelf
        self.filter = by
        super().__init__(select)

    @classmethod
    def by(cls, by: Filter, index: Index, shelf: Shelf, frame: Frame) -> Self:
        """Return the select of what there is."""
        harm = all(index.harms(measure) for measure in known(index, "measure"))
        sides = words.ALL_SIDES if harm else words.EVERY_SIDE
        every = {"side": sides, "measure": words.ALL_MEASURES, "claimant": words.ALL_CLAIMANTS}[by]
        chosen = narrowed(index, shelf)[by]
        select: ui.Select[ui.LayoutView] = ui.Select(custom_id=shelf._replace(page=0).custom_id(by))
        select.add_option(label=frame(every), value=_ALL, default=not chosen)
        # A party may be chosen whose people give figures, and which gives none itself.
        ids = dict.fromkeys((*known(index, by), *([chosen] if chosen else [])))
        names = {one: name_of(index, by, one, frame) for one in ids}
        if by == "side":
            names = {one: wording.of_side(frame, name, harm=harm) for one, name in names.items()}
        for one, label in options(names, chosen, MOST_OPTIONS - 1):
            select.add_option(label=label, value=key_of(one), default=one == chosen)
        return cls(select, by, shelf)

    @classmethod
    def read(cls, item: ui.Item[Any], match: re.Match[str]) -> Self:
        """Return the select of a message."""
        by: Filter = match["by"]  # type: ignore[assignment] # the pattern has no others
        return cls(select_of(item), by, Shelf.read(match))

    async def act(self, interaction: Interaction) -> None:
        """Show what was chosen."""
        key = "" if self.picked == _ALL else self.picked
        await _show(interaction, self.shelf.narrowed(self.filter, key))


class OtherBriefing(LastingSelect, template=rf"briefing:{PATTERN}"):
    """Shows the same listing of another briefing."""

    def __init__(self, select: ui.Select[ui.LayoutView], shelf: Shelf) -> None:
        self.shelf = shelf
        super().__init__(select)

    @classmethod
    def beside(cls, knowledge: Knowledge, index: Index, shelf: Shelf, frame: Frame) -> Self:
        """Return the select of all briefings, of which one is shown."""
        select: ui.Select[ui.LayoutView] = ui.Select(
            custom_id=Shelf(shelf.what, language=shelf.language).of(knowledge, index).custom_id("briefing")
        )
        for one, label in options(titles(knowledge, frame), index.briefing.id):
            select.add_option(label=label, value=key_of(one), default=one == index.briefing.id)
        return cls(select, shelf)

    @classmethod
    def read(cls, item: ui.Item[Any], match: re.Match[str]) -> Self:
        """Return the select of a message."""
        return cls(select_of(item), Shelf.read(match))

    async def act(self, interaction: Interaction) -> None:
        """Show the briefing that was picked."""
        await _show(interaction, self.shelf._replace(briefing=self.picked))


async def _show(interaction: Interaction, shelf: Shelf) -> None:
    """Show a listing in place, or to the member alone where the card is there for others."""
    index = await _followed(interaction, shelf)
    if not index:
        return
    frame = await frame_of(interaction, frame_in(shelf.language))
    show = await way_to_show(interaction, frame)
    if show is respond:
        shelf = shelf._replace(language=frame.language)
    if show:
        await show(interaction, browse(interaction.client.desk.knowledge, index, shelf, private=True))
