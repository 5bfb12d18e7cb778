"""What buttons and selects have in common that work however long ago their message was posted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

import discord
from discord import ui

from bot.surfaces.discord.responding import guarded

if TYPE_CHECKING:
    import re
    from typing import Self

    from bot.surfaces.discord.responding import Interaction

_Item = TypeVar("_Item", bound="ui.Item[Any]")


class Lasting(ui.DynamicItem[_Item], template="-"):
    """A button or a select that needs nothing but its custom id, which matches its template.

    A class without a template is the common part of others.
    """

    every: ClassVar[list[type[Lasting[Any]]]] = []

    def __init_subclass__(cls, *, template: str | None = None) -> None:
        super().__init_subclass__(template=template or "-")
        if template:
            cls.every.append(cls)

    # What discord.py calls takes an interaction of any client to it.
    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """Return what stands on a message."""
        return cls.read(item, match)

    @classmethod
    def read(cls, item: ui.Item[Any], match: re.Match[str]) -> Self:
        """Return what stands on a message, from what its custom id holds."""
        raise NotImplementedError

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Do what it is there for; a fault becomes a sentence."""
        await guarded(interaction, lambda: self.act(interaction))

    async def act(self, interaction: Interaction) -> None:
        """Do it; faults are for the caller."""
        raise NotImplementedError


class LastingButton(Lasting[ui.Button[ui.LayoutView]]):
    """A button that works after a restart."""


class LastingSelect(Lasting[ui.Select[ui.LayoutView]]):
    """A select, of which one is picked, that works after a restart."""

    @property
    def picked(self) -> str:
        """Return the value that was picked."""
        return self.item.values[0]


def select_of(item: ui.Item[Any]) -> ui.Select[Any]:
    """Return the select that a custom id of one stands on."""
    if not isinstance(item, ui.Select):
        raise TypeError("the custom id of a select stands on something else")
    return item
