"""The buttons on a reply that say more about it: in context, other figures, why, whether it helps.

Each keeps what it needs in its custom id, and so outlives a restart.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import discord
from discord import ui

from bot.answering.showing.context import context
from bot.answering.showing.frame import ENGLISH
from bot.desk.catalogues import frame_in
from bot.desk.recording import record_feedback
from bot.surfaces.discord import layout, words
from bot.surfaces.discord.cards import sentence_card
from bot.surfaces.discord.lasting import LastingButton
from bot.surfaces.discord.responding import (
    IN_TIME,
    guarded,
    held_back,
    patiently,
    respond,
    respond_pages,
    think,
)
from bot.surfaces.discord.shelf_cards import figures_about
from bot.surfaces.discord.speaking import frame_of
from bot.surfaces.discord.trail import PATTERN, Trail, changed_since

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Self

    from bot.answering.showing.frame import Frame
    from bot.desk.recording import FeedbackKind
    from bot.surfaces.discord.responding import Interaction
    from bot.surfaces.discord.trail import Found

LONGEST_REASON = 500  # characters of what a member adds
_REASON, _MORE = "reason", "more"  # the fields of the form


class TrailButton(LastingButton):
    """A button about the claims on a trail."""

    verb = "-"
    label: str | None = None
    emoji: str | None = None

    def __init__(self, trail: Trail, frame: Frame = ENGLISH, arg: str = "", label: str | None = None) -> None:
        self.trail, self.arg = trail, arg
        label = label or self.label
        super().__init__(
            ui.Button(
                label=frame(label) if label else None,
                emoji=self.emoji,
                custom_id=trail.custom_id(self.verb, arg),
            )
        )

    def __init_subclass__(cls, *, verb: str) -> None:
        cls.verb = verb
        super().__init_subclass__(template=f"{verb}:{PATTERN}")

    @classmethod
    def read(cls, item: ui.Item[Any], match: re.Match[str]) -> Self:
        """Return the button of a message, from what its custom id holds."""
        return cls(Trail.read(match), arg=match["arg"], label=getattr(item, "label", None))

    async def frame(self, interaction: Interaction) -> Frame:
        """Return the frame of what a member alone sees of this."""
        return await frame_of(interaction, frame_in(self.trail.language))


class InContext(TrailButton, verb="ctx"):
    """Shows the statement with the sentences around it."""

    label = words.IN_CONTEXT

    async def act(self, interaction: Interaction) -> None:
        """Show the passage to the member alone."""
        frame = await self.frame(interaction)
        found = self.trail.follow(interaction.client.desk.knowledge)
        if not found:
            await respond(interaction, sentence_card(frame(words.CLAIM_GONE)))
            return
        index = found[0].index
        asked = [one for one in found if one.index is index]
        main = [one for one in asked if one.role != "counter_claim"] or asked
        pages = layout.context(context(index, [one.claim for one in main]), frame)
        await respond_pages(interaction, frame, pages, since(frame, self.trail, found))


class OtherFigures(TrailButton, verb="fig"):
    """Shows all figures of the victims' sides that the claims are about."""

    label = words.OTHER_FIGURES

    async def act(self, interaction: Interaction) -> None:
        """Show the table to the member alone."""
        frame = await self.frame(interaction)
        found = self.trail.follow(interaction.client.desk.knowledge)
        if not found:
            await respond(interaction, sentence_card(frame(words.CLAIM_GONE)))
            return
        await respond(
            interaction, figures_about(interaction.client, found, frame, since(frame, self.trail, found))
        )


class Why(TrailButton, verb="why"):
    """Shows how the answer was reached."""

    label = words.WHY

    async def act(self, interaction: Interaction) -> None:
        """Show the receipt to the member alone, while it is in memory."""
        frame = await self.frame(interaction)
        kept = interaction.client.answered.get(self.trail.number)
        if kept is None:
            await respond(interaction, sentence_card(frame(words.GONE)))
            return
        changed = self.trail.changed(self.trail.follow(interaction.client.desk.knowledge))
        lead = [frame(words.CHANGED_THEN)] if changed else []
        await respond_pages(interaction, frame, layout.receipt(kept.reply, frame), lead)


class Helpful(TrailButton, verb="up"):
    """Says that the answer helps."""

    emoji = words.HELPFUL

    async def act(self, interaction: Interaction) -> None:
        """Keep the member's word."""
        await rate(interaction, self.trail, "up")


class NotHelpful(TrailButton, verb="down"):
    """Says that the answer does not help, and asks why."""

    emoji = words.NOT_HELPFUL

    async def act(self, interaction: Interaction) -> None:
        """Ask for the reason."""
        frame = await self.frame(interaction)
        # Here and not where the form is sent, which would throw away what was written.
        if not await held_back(interaction, frame):
            form = Reason(self.trail, frame)
            await patiently(lambda: interaction.response.send_modal(form), IN_TIME)


def since(frame: Frame, trail: Trail, found: Sequence[Found]) -> tuple[str, ...]:
    """Return what to say of a trail's claims first: that they have changed, that there were more."""
    changed, more = trail.changed(found), trail.more
    return (*([frame(words.CHANGED)] if changed else []), *([frame(words.NOT_ALL)] if more else []))


async def rate(interaction: Interaction, trail: Trail, kind: FeedbackKind) -> None:
    """Keep what a member says of a reply, unless that is too much at once."""
    if not await held_back(interaction, await frame_of(interaction, frame_in(trail.language))):
        await _keep(interaction, trail, kind, None)


async def _keep(interaction: Interaction, trail: Trail, kind: FeedbackKind, reason: str | None) -> None:
    """Keep it, and thank only where it was kept."""
    bot = interaction.client
    frame = await frame_of(interaction, frame_in(trail.language))
    await think(interaction)
    kept = bot.answered.get(trail.number)
    found = trail.follow(bot.desk.knowledge)
    stored = await record_feedback(
        bot.desk,
        member=interaction.user.id,
        edition=kept.edition if kept else trail.edition,
        claims=tuple(one.claim for one in found),
        kind=kind,
        reason=reason,
        question=kept.question if kept else None,
    )
    if not stored:
        await respond(interaction, sentence_card(frame(words.NOT_KEPT)))
        return
    # An abstention shows no claims, but another edition may answer.
    changed = trail.changed(found) if trail.steps else changed_since(trail.edition, bot.desk.knowledge)
    thanks = words.NONE_OF_THESE_NOTED if kind == "none_of_these" else words.THANKS
    told = [words.RATED_THEN, thanks] if changed else [thanks]
    await respond(interaction, sentence_card("\n".join(map(frame, told))))


class Reason(ui.Modal):
    """Asks what is wrong with a reply; `hear_reason` hears the answer, a restart later too."""

    def __init__(self, trail: Trail, frame: Frame) -> None:
        super().__init__(title=frame(words.FEEDBACK_TITLE), custom_id=trail.custom_id("reason"))
        reason: ui.Select[ui.View] = ui.Select(
            custom_id=_REASON,
            options=[
                discord.SelectOption(label=frame(label), value=value)
                for value, label in words.FEEDBACK_REASONS
            ],
        )
        more: ui.TextInput[ui.View] = ui.TextInput(
            custom_id=_MORE, style=discord.TextStyle.paragraph, required=False, max_length=LONGEST_REASON
        )
        self.add_item(ui.Label(text=frame(words.FEEDBACK_REASON), component=reason))
        self.add_item(ui.Label(text=frame(words.FEEDBACK_MORE), component=more))


async def hear_reason(interaction: Interaction) -> None:
    """Keep what a form says of a reply; discord.py itself forgets forms that are open over a restart."""
    data: Any = interaction.data
    form = re.fullmatch(f"reason:{PATTERN}", data["custom_id"])
    if form is None:
        return
    fields = [one.get("component", {}) for one in data["components"]]
    given = {one.get("custom_id"): one.get("values") or [one.get("value") or ""] for one in fields}
    more = given[_MORE][0].strip()
    reason = ": ".join((*given[_REASON], *([more] if more else [])))
    await guarded(interaction, lambda: _keep(interaction, Trail.read(form), "down", reason))
