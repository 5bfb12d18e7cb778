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
    from collections.abc import Iterable, Iterator, Sequence

    from bot.answering.frame import Frame
    from bot.surfaces.discord.memory import Components

# Discord allows 4,000 characters in a layout; the rest is for the line with the page's number.
MOST_CHARACTERS = 3_800
# It allows 40 components; a block takes two, and the rest is for buttons and selects.
MOST_BLOCKS = 10
QUOTE, BOLD = "> ", "**"
# One colour for every card: none may look like a verdict or like a side.
_COLOUR = discord.Colour(0x4F545C)


def pages(blocks: Sequence[str], tail: str) -> tuple[tuple[str, ...], ...]:
    """Lay blocks out on as few pages as hold them whole, with *tail* at the foot of each.

    A block longer than a page goes on over several, with all that stands before its quotation, the
    attribution and the limits, on each. A tail that would leave no room comes last, once.
    """
    if len(tail) > MOST_CHARACTERS // 2:
        blocks, tail = [*blocks, tail], ""
    room = MOST_CHARACTERS - len(tail)
    laid: list[list[str]] = [[]]
    used = 0
    for block in (piece for whole in blocks for piece in _fitting(whole, room)):
        if laid[-1] and (used + len(block) > room or len(laid[-1]) == MOST_BLOCKS):
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
    # Its buttons are found by their custom ids, so that discord.py need not watch over it for 15 minutes.
    view.stop()
    return view


def note(text: str, *rows: Sequence[ui.Item[Any]]) -> ui.LayoutView:
    """Return a card of one sentence of our own."""
    return card((text,), *rows)


def laid_out(view: ui.LayoutView) -> Components:
    """Return a card as Discord takes it."""
    components: Components = view.to_components()  # type: ignore[no-untyped-call] # discord.py left it without types
    return components


def page_line(frame: Frame, number: int, of: int) -> str:
    """Return the line that says which of several pages this is, nothing for the only one."""
    return f"-# {frame(words.PAGE, number=number, of=of)}" if of > 1 else ""


def _fitting(block: str, room: int) -> list[str]:
    """Return a block in pieces that fit, each a quotation where it is one, under the same head."""
    if len(block) <= room:
        return [block]
    lines = block.split("\n")
    first = next((n for n, line in enumerate(lines) if line.startswith(QUOTE)), len(lines))
    head = "".join(f"{line}\n" for line in lines[:first])
    if first == len(lines) or len(head) > room // 2:
        head, first = "", 0
    return [head + piece for piece in _joined(lines[first:], room - len(head))]


def _joined(lines: Sequence[str], room: int) -> Iterator[str]:
    """Join lines as long as they fit, and part those at spaces that fit nowhere."""
    piece = ""
    for line in (part for one in lines for part in _parted(one, room)):
        if piece and len(piece) + 1 + len(line) > room:
            yield piece
            piece = line
        else:
            piece = f"{piece}\n{line}" if piece else line
    yield piece


def _parted(line: str, room: int) -> Iterator[str]:
    margin = QUOTE if line.startswith(QUOTE) else ""
    rest = line.removeprefix(margin)
    mark = BOLD if rest.startswith(BOLD) and rest.endswith(BOLD) else ""
    rest = rest.removeprefix(mark).removesuffix(mark)
    left = room - len(margin) - 2 * len(mark)
    while len(rest) > left:
        at = rest.rfind(" ", 1, left) + 1 or left
        yield f"{margin}{mark}{rest[:at].rstrip(' ')}{mark}"
        rest = rest[at:]
    yield f"{margin}{mark}{rest}{mark}"
