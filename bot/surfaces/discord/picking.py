"""A select on a reply that asks back; its custom id has a trail, and so it outlives a restart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.surfaces.discord.lasting import LastingSelect, select_of
from bot.surfaces.discord.trail import PATTERN, Trail

if TYPE_CHECKING:
    import re
    from typing import Self

    from discord import ui


class Pick(LastingSelect):
    """A select of what may have been meant."""

    def __init__(self, select: ui.Select[ui.LayoutView], trail: Trail) -> None:
        self.trail = trail
        super().__init__(select)

    def __init_subclass__(cls, *, verb: str) -> None:
        super().__init_subclass__(template=f"{verb}:{PATTERN}")

    @classmethod
    def read(cls, item: ui.Item[Any], match: re.Match[str]) -> Self:
        """Return the select of a message."""
        return cls(select_of(item), Trail.read(match))
