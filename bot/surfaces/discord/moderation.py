"""Shows what a change of the knowledge would do, and applies or discards it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord
from discord import ui

from bot.answering import sentences
from bot.answering.frame import ENGLISH
from bot.desk.moderating import may_change_knowledge
from bot.desk.reloading import accept
from bot.surfaces.discord import words
from bot.surfaces.discord.cards import card, note
from bot.surfaces.discord.escaping import echoed, escaped
from bot.surfaces.discord.responding import first_problems, guarded, respond, respond_in_place
from bot.surfaces.discord.speaking import frame_of

if TYPE_CHECKING:
    import re
    from typing import Self

    from bot.answering.frame import Frame
    from bot.desk.changes import ChangedClaim
    from bot.desk.reloading import Proposal
    from bot.errors import KnowledgeError
    from bot.surfaces.discord.client import BriefingBot
    from bot.surfaces.discord.responding import Interaction

_MOST_PROBLEMS = 20
_MOST_CHANGES = 12  # of a kind on a card
_AROUND = 8  # words shown on each side of a change
_LONGEST = 3_600  # characters, so that the rest of the card has room


def may_change(interaction: Interaction) -> bool:
    """Tell whether who acts may change the knowledge, whatever Discord lets through."""
    bot: BriefingBot = interaction.client
    user = interaction.user
    roles = [role.id for role in user.roles] if isinstance(user, discord.Member) else []
    return may_change_knowledge(
        bot.desk.settings,
        member=user.id,
        roles=roles,
        server=interaction.guild_id,
        servers_joined=len(bot.guilds),
        manage_server=manages(interaction),
    )


def manages(interaction: Interaction) -> bool:
    """Tell whether who acts manages a server that the bot is in.

    Somebody who has installed the bot for themselves can use it in a server of theirs without it.
    """
    server = interaction.guild_id
    if server is None or interaction.client.get_guild(server) is None:
        return False
    return bool(interaction.permissions.manage_guild or interaction.permissions.administrator)


def problems_card(frame: Frame, error: KnowledgeError) -> ui.LayoutView:
    """Return every problem of a folder as far as they fit, and that the old edition goes on answering."""
    return note(f"**{frame(words.REFUSED)}**\n{first_problems(frame, error, _MOST_PROBLEMS)}"[:_LONGEST])


def proposal_card(bot: BriefingBot, frame: Frame, proposal: Proposal) -> ui.LayoutView:
    """Return what a change would do, with the buttons to apply or discard it."""
    changes = proposal.changes
    if changes.empty:
        return note(frame(words.NO_CHANGE))
    number = bot.proposals.keep(proposal)
    blocks = [f"**{frame(words.WOULD_CHANGE, digest=proposal.digest[:12])}**"]
    blocks += _named(frame, words.ADDED, changes.added)
    blocks += [block for one in changes.changed[:_MOST_CHANGES] for block in _changed(frame, one)]
    if len(changes.changed) > _MOST_CHANGES:
        blocks.append(frame(words.MORE_CHANGED, count=len(changes.changed) - _MOST_CHANGES))
    blocks += _named(frame, words.REMOVED, changes.removed)
    blocks += _named(frame, words.UNPAIRED, changes.unpaired)
    if changes.outcomes:
        lines = []
        for one in changes.outcomes[:_MOST_CHANGES]:
            question = frame(sentences.QUOTED, words=echoed(one.question))
            lines.append(f"- {question}: {escaped(one.before)} → {escaped(one.after)}")
        blocks.append("\n".join((f"**{frame(words.OUTCOMES, count=len(changes.outcomes))}**", *lines)))
    return card(_fitting(frame, blocks), [Decide("apply", number, frame), Decide("discard", number, frame)])


class Decide(
    ui.DynamicItem[ui.Button[ui.LayoutView]],
    template=r"knowledge:(?P<do>apply|discard):(?P<number>[0-9a-z]{7})",
):
    """Applies or discards a change of the knowledge that is shown."""

    def __init__(self, do: str, number: str, frame: Frame = ENGLISH) -> None:
        self.do, self.number = do, number
        applies = do == "apply"
        super().__init__(
            ui.Button(
                label=frame(words.APPLY if applies else words.DISCARD),
                style=discord.ButtonStyle.primary if applies else discord.ButtonStyle.secondary,
                custom_id=f"knowledge:{do}:{number}",
            )
        )

    @classmethod
    async def from_custom_id(
        cls, _interaction: Interaction, _item: ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """Return the button of a message."""
        return cls(match["do"], match["number"])

    async def callback(self, interaction: Interaction) -> None:
        """Do it."""
        await guarded(interaction, self._act(interaction))

    async def _act(self, interaction: Interaction) -> None:
        frame = await frame_of(interaction)
        if not may_change(interaction):
            await respond(interaction, note(frame(words.NOT_ALLOWED)))
            return
        bot: BriefingBot = interaction.client
        proposal = bot.proposals.get(self.number)
        if proposal is None:
            await respond_in_place(interaction, note(frame(words.PROPOSAL_GONE)))
            return
        if self.do == "discard":
            bot.proposals.take(self.number)
            await respond_in_place(interaction, note(frame(words.DISCARDED)))
            return
        await interaction.response.defer()
        await accept(
            bot.desk,
            proposal,
            who=f"{interaction.user} ({interaction.user.id})",
            where=str(interaction.guild_id) if interaction.guild_id else None,
            why=words.ROLLED_BACK if proposal.rollback else words.RELOADED,
        )
        bot.proposals.take(self.number)
        await interaction.edit_original_response(
            view=note(frame(words.APPLIED, digest=f"`{proposal.digest[:12]}`"))
        )


def _named(frame: Frame, heading: str, claims: tuple[str, ...]) -> list[str]:
    if not claims:
        return []
    shown = ", ".join(f"`{one}`" for one in claims[:_MOST_CHANGES])
    left = len(claims) - _MOST_CHANGES
    return [f"**{frame(heading, count=len(claims))}** {shown}" + (f" … +{left}" if left > 0 else "")]


def _changed(frame: Frame, one: ChangedClaim) -> list[str]:
    """Return what differs in a claim, with a few words around it."""
    marks = {"same": "{}", "gone": "~~{}~~", "new": "**{}**"}
    parts = []
    for kind, text in one.words:
        said = text.split()
        if kind == "same" and len(said) > 2 * _AROUND:
            said = [*said[:_AROUND], "…", *said[-_AROUND:]]
        if said:
            parts.append(marks[kind].format(escaped(" ".join(said))))
    return [f"**{frame(words.CHANGED_CLAIM)}** `{one.claim}`\n{' '.join(parts)}"]


def _fitting(frame: Frame, blocks: list[str]) -> list[str]:
    shown, used = [], 0
    for block in blocks:
        if used + len(block) > _LONGEST:
            shown.append(f"-# {frame(words.NOT_ALL_SHOWN)}")
            break
        shown.append(block)
        used += len(block)
    return shown


ITEMS = (Decide,)
