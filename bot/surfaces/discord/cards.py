"""Makes cards: blocks of text that stay whole, the caveat on every page, never a cut statement.

A card is a layout (Components V2), because only there can a reader of a phone see attribution, quotation
and caveat as one frame: an embed sets its footer apart and cuts a field at 1,024 characters.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord
from discord import ui

from bot.surfaces.discord import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# Discord allows 4,000 characters in a layout; the rest is for the line with the page's number.
MOST_CHARACTERS = 3_800
# One colour for every card: none may look like a verdict or like a side.
_COLOUR = discord.Colour(0x4F545C)


def pages(blocks: Sequence[str], tail: str) -> tuple[tuple[str, ...], ...]:
    """Lay blocks out on as few pages as hold them whole, with *tail* at the foot of each.

    A block longer than a page goes on over several, its first line, the attribution, on each.
    """
    room = MOST_CHARACTERS - len(tail)
    laid: list[list[str]] = [[]]
    used = 0
    for block in (piece for whole in blocks for piece in _fitting(whole, room)):
        if laid[-1] and used + len(block) > room:
            laid.append([])
            used = 0
        laid[-1].append(block)
        used += len(block)
    return tuple((*page, tail) if tail else tuple(page) for page in laid)


def card(
    blocks: Iterable[str],
    *rows: Sequence[ui.Item[Any]],
    picture: tuple[str, str] | None = None,
) -> ui.LayoutView:
    """Return one card with rows of buttons; *picture* is an attachment's name and its description."""
    view = ui.LayoutView(timeout=None)
    frame: ui.Container[ui.LayoutView] = ui.Container(accent_colour=_COLOUR)
    shown = [block for block in blocks if block]
    for number, block in enumerate(shown):
        if number:
            frame.add_item(ui.Separator(visible=False))
        frame.add_item(ui.TextDisplay(block))
    if picture:
        name, description = picture
        gallery: ui.MediaGallery[ui.LayoutView] = ui.MediaGallery()
        gallery.add_item(media=f"attachment://{name}", description=description)
        frame.add_item(gallery)
    for row in rows:
        if row:
            frame.add_item(ui.ActionRow(*row))
    view.add_item(frame)
    return view


def note(text: str, *rows: Sequence[ui.Item[Any]]) -> ui.LayoutView:
    """Return a card of one sentence of our own."""
    return card((text,), *rows)


def page_line(number: int, of: int) -> str:
    """Return the line that says which of several pages this is, nothing for the only one."""
    return f"-# {words.page(number, of)}" if of > 1 else ""


def _fitting(block: str, room: int) -> list[str]:
    if len(block) <= room:
        return [block]
    head, _, body = block.partition("\n")
    room -= len(head) + 1
    if room < MOST_CHARACTERS // 4:  # the first line alone is too long to be repeated
        head, body, room = "", block, room + len(head) + 1
    pieces = []
    while len(body) > room:
        at = max(body.rfind(" ", 1, room), body.rfind("\n", 1, room))
        at = at if at > 0 else room
        pieces.append(body[:at])
        margin = "> " if body.startswith("> ") else ""
        body = margin + body[at:].lstrip(" \n").removeprefix(margin)
    pieces.append(body)
    return [f"{head}\n{piece}" if head else piece for piece in pieces]
