"""Makes cards of texts, pictures and buttons.

A card is a layout (Components V2), because only there can a reader of a phone see attribution, quotation
and caveat in one box: an embed sets its footer apart and cuts a field at 1,024 characters.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord
from discord import ui

from bot.surfaces.discord import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bot.answering.showing.frame import Frame
    from bot.surfaces.discord.memory import Components

# Discord allows 4,000 characters in a layout; the rest is for the page's number and what has changed since.
MOST_CHARACTERS = 3_800
# It allows 40 components; a block takes two, and the rest is for buttons and selects.
MOST_BLOCKS = 10
LONGEST_LABEL = 80  # characters on a button
LONGEST_OPTION = 100  # characters of what is picked from: a select's option, a choice of a command
MOST_OPTIONS = 25  # of them
QUOTE, BOLD = "> ", "**"
# One colour for every card: none may look like a verdict or like a side.
_COLOUR = discord.Colour(0x4F545C)


def card(
    blocks: Iterable[str],
    *rows: Sequence[ui.Item[Any]],
    picture: tuple[str, str] | None = None,
) -> ui.LayoutView:
    """Return one card with rows of buttons; *picture* is an attachment's name and its description."""
    view = ui.LayoutView(timeout=None)
    box: ui.Container[ui.LayoutView] = ui.Container(accent_colour=_COLOUR)
    shown = [block for block in blocks if block]
    for number, block in enumerate(shown):
        if number:
            box.add_item(ui.Separator(visible=False))
        box.add_item(ui.TextDisplay(block))
    if picture:
        name, description = picture
        gallery: ui.MediaGallery[ui.LayoutView] = ui.MediaGallery()
        gallery.add_item(media=f"attachment://{name}", description=description)
        box.add_item(gallery)
    for row in rows:
        if row:
            box.add_item(ui.ActionRow(*row))
    view.add_item(box)
    # Its buttons are found by their custom ids, so that discord.py need not watch over it for 15 minutes.
    view.stop()
    return view


def sentence_card(text: str, *rows: Sequence[ui.Item[Any]]) -> ui.LayoutView:
    """Return a card of one sentence of our own."""
    return card((text,), *rows)


def shortened(text: str, most: int) -> str:
    """Return what fits on a button or in an option."""
    return text if len(text) <= most else text[: most - 1] + "…"


def options(names: Mapping[str, str], chosen: str | None, most: int = MOST_OPTIONS) -> list[tuple[str, str]]:
    """Return as many ids as there is room for, the chosen one among them, with what their options say."""
    shown = list(names)[:most]
    if chosen is not None and chosen in names and chosen not in shown:
        shown[-1] = chosen
    return [(one, shortened(names[one], LONGEST_OPTION)) for one in shown]


def laid_out(view: ui.LayoutView) -> Components:
    """Return a card as Discord takes it."""
    components: Components = view.to_components()  # type: ignore[no-untyped-call] # discord.py left it without types
    return components


def page_line(frame: Frame, number: int, of: int) -> str:
    """Return the line that says which of several pages this is, nothing for the only one."""
    return f"-# {frame(words.PAGE, number=number, of=of)}" if of > 1 else ""
