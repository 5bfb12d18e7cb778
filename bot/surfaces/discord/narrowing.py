"""Says what listings can be narrowed to, and what one is."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from bot.answering.showing import sentences
from bot.answering.showing.figure_table import PUBLISHER, Filter, choices
from bot.answering.showing.frame import ENGLISH
from bot.surfaces.discord.shelf import key_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.answering.claims.index import Index
    from bot.answering.showing.frame import Frame
    from bot.surfaces.discord.shelf import Shelf


def known(index: Index, by: Filter, frame: Frame = ENGLISH) -> dict[str, str]:
    """Return what figures can be narrowed to: ids with their names, in the order of the briefing."""
    figured = [entry for entry in index.entries if entry.claim.figures]
    if by == "claimant":
        ids = dict.fromkeys(entry.claim.claimant or PUBLISHER for entry in figured)
    else:
        found = [figure for entry in figured for figure in entry.claim.figures]
        ids = dict.fromkeys(f.measure if by == "measure" else f.side or "" for f in found)
    return {one: name_of(index, by, one, frame) for one in ids if one}


def name_of(index: Index, by: Filter, one: str, frame: Frame) -> str:
    """Return what figures are narrowed to, as the select has it."""
    match by:
        case "side":
            return index.names[one]
        case "measure":
            return frame.name(index.names[one])
        case "claimant":
            # A topic may have the id that stands for the publisher here.
            return frame(sentences.PUBLISHER) if one == PUBLISHER else index.names[one]


def speakers(index: Index) -> dict[str, str]:
    """Return who is quoted: ids with their names."""
    return {person.id: person.name for person in index.briefing.people}


def narrowed(index: Index, shelf: Shelf) -> dict[Filter, str | None]:
    """Return the ids that narrow a listing, None for what does not, or is no longer in the briefing."""
    return {by: _id(choices(index, by), getattr(shelf, by)) for by in get_args(Filter)}


def _id(names: Iterable[str], key: str) -> str | None:
    return next((one for one in names if key and key_of(one) == key), None)
