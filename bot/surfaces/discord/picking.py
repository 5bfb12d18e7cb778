"""A select on a reply that asks back; its custom id has a trail, and so it outlives a restart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from discord import ui

from bot.surfaces.discord.responding import guarded
from bot.surfaces.discord.trail import PATTERN, Trail

if TYPE_CHECKING:
    import re
    from typing import Self

    from bot.surfaces.discord.responding import Interaction


def select_of(item: ui.Item[Any]) -> ui.Select[Any]:
    """Return the select that a custom id of one stands on."""
    if not isinstance(item, ui.Select):
        raise TypeError("the custom id of a select stands on something else")
    return item


class Pick(ui.DynamicItem[ui.Select[ui.LayoutView]], template="-"):
    """A select of what may have been meant."""

    def __init__(self, select: ui.Select[ui.LayoutView], trail: Trail) -> None:
        self.trail = trail
        super().__init__(select)

    def __init_subclass__(cls, *, verb: str) -> None:
        super().__init_subclass__(template=f"{verb}:{PATTERN}")

    @classmethod
    async def from_custom_id(
        cls, _interaction: Interaction, item: ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """Return the select of a message."""
        return cls(select_of(item), Trail.read(match))

    async def callback(self, interaction: Interaction) -> None:
        """Answer what was picked."""
        await guarded(interaction, self.act(interaction, self.item.values[0]))

    async def act(self, interaction: Interaction, picked: str) -> None:
        """Answer it; faults are for the caller."""
        raise NotImplementedError
