"""Shows what a change of the knowledge would do, and applies or discards it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, TypedDict

import discord
from discord import ui

from bot.answering.showing.frame import ENGLISH
from bot.desk.permissions import may_change_knowledge
from bot.desk.reloading import accept, enter
from bot.errors import KnowledgeError
from bot.surfaces.discord import words
from bot.surfaces.discord.attaching import respond_with_file
from bot.surfaces.discord.cards import card, sentence_card
from bot.surfaces.discord.lasting import LastingButton
from bot.surfaces.discord.memory import turning
from bot.surfaces.discord.proposal_text import in_file, on_card
from bot.surfaces.discord.responding import (
    first_problems,
    respond,
    respond_in_place,
    think_in_place,
)
from bot.surfaces.discord.speaking import frame_of
from bot.surfaces.discord.trail import NUMBER

if TYPE_CHECKING:
    import re
    from collections.abc import Awaitable
    from typing import Self

    from bot.answering.showing.frame import Frame
    from bot.desk.reloading import Proposal
    from bot.surfaces.discord.client import BriefingBot
    from bot.surfaces.discord.responding import Interaction


class Signature(TypedDict):
    """Who did something and where."""

    who: str
    where: str | None


_MOST_PROBLEMS, _LONGEST = 20, 3_500  # on a card; characters, so that their heading has room
_FILE = "changes.txt"


def may_change(interaction: Interaction) -> bool:
    """Tell whether who acts may change the knowledge, whatever Discord lets through."""
    bot = interaction.client
    user = interaction.user
    roles = [role.id for role in user.roles] if isinstance(user, discord.Member) else []
    return may_change_knowledge(
        bot.desk.settings,
        member=user.id,
        roles=roles,
        server=interaction.guild_id,
        servers_joined=servers_joined(bot),
        manage_server=manages(interaction),
    )


async def let_change(interaction: Interaction, frame: Frame) -> bool:
    """Tell whether who acts may change the knowledge; where not, they were told why."""
    if may_change(interaction):
        return True
    refused = words.NOT_ALLOWED_SERVERS if manages(interaction) else words.NOT_ALLOWED
    await respond(interaction, sentence_card(frame(refused)))
    return False


def servers_joined(bot: BriefingBot) -> int | None:
    """Return how many servers the bot is in, None where this process does not know of all."""
    # With shards of its own a process sees theirs alone, and none while they are connecting.
    if bot.desk.settings.discord.shard_ids or not bot.is_ready():
        return None
    return len(bot.guilds)


def manages(interaction: Interaction) -> bool:
    """Tell whether who acts manages a server that the bot is in.

    Somebody who has installed the bot for themselves can use it in a server of theirs without it.
    """
    server = interaction.guild_id
    if server is None or interaction.client.get_guild(server) is None:
        return False
    return bool(interaction.permissions.manage_guild or interaction.permissions.administrator)


def signed(interaction: Interaction) -> Signature:
    """Return who acts and where, for the audit log."""
    where = f"server {interaction.guild_id}" if interaction.guild_id else None
    return {"who": f"{interaction.user} ({interaction.user.id})", "where": where}


async def _show_problems(interaction: Interaction, frame: Frame, heading: str, error: KnowledgeError) -> None:
    """Show the first problems, all of them in a file where there are more, and that the edition stays."""
    most = min(_MOST_PROBLEMS, len(error.problems))
    lists = ((number, first_problems(frame, error, number)) for number in range(most, -1, -1))
    number, shown = next((number, text) for number, text in lists if len(text) <= _LONGEST)
    view = sentence_card(f"**{frame(heading)}**\n{shown}")
    if number < len(error.problems):
        whole = "".join(f"{problem}\n" for problem in error.problems)
        await respond_with_file(interaction, view, "problems.txt", whole)
    else:
        await respond(interaction, view)


async def show_proposal(
    bot: BriefingBot,
    interaction: Interaction,
    frame: Frame,
    making: Awaitable[Proposal],
    why: str,
    refused: str,
) -> None:
    """Show what a change would do, with the buttons to apply or discard it, or what is wrong with it.

    `why` is the moderator's reason, "" for none; `refused` heads what is wrong.
    """
    try:
        proposal = await making
    except KnowledgeError as error:
        await _show_problems(interaction, frame, refused, error)
        await enter(bot.desk, **signed(interaction), what="refused", why=str(error))
        return
    if proposal.changes.empty:
        same = words.NO_CHANGE_EDITION if proposal.rollback else words.NO_CHANGE
        await respond(interaction, sentence_card(frame(same)))
        return
    number, privacy = bot.proposals.keep(Offer(proposal, why)), bot.desk.settings.privacy
    heading = f"**{frame(words.WOULD_CHANGE, digest=proposal.digest[:12])}**"
    view = card(
        [heading, *on_card(frame, proposal, privacy)],
        [Decide("apply", number, frame), Decide("discard", number, frame)],
    )
    await respond_with_file(interaction, view, _FILE, in_file(frame, proposal, privacy))


class Offer(NamedTuple):
    """A change that a moderator is shown, and the reason they gave for it, "" for none."""

    proposal: Proposal
    why: str


class Decide(
    LastingButton,
    template=rf"knowledge:(?P<do>apply|discard):(?P<number>[0-9a-z]{{{NUMBER}}})",
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
    def read(cls, _item: ui.Item[Any], match: re.Match[str]) -> Self:
        """Return the button of a message."""
        return cls(match["do"], match["number"])

    async def act(self, interaction: Interaction) -> None:
        """Do it."""
        frame = await frame_of(interaction)
        if not await let_change(interaction, frame):
            return
        bot = interaction.client
        offer = bot.proposals.get(self.number)
        if offer is None:
            await respond_in_place(interaction, sentence_card(frame(words.PROPOSAL_GONE)))
            return
        proposal, why = offer
        if self.do == "discard":
            bot.proposals.take(self.number)
            await respond_in_place(interaction, sentence_card(frame(words.DISCARDED)))
            about = " – ".join(filter(None, (f"edition {proposal.digest[:12]}", why)))
            await enter(bot.desk, **signed(interaction), what="discarded", why=about)
            return
        await think_in_place(interaction)
        given = why or (words.ROLLED_BACK if proposal.rollback else words.RELOADED)
        with turning(bot):
            await accept(bot.desk, proposal, **signed(interaction), why=given)
        await respond(interaction, sentence_card(frame(words.APPLIED, digest=f"`{proposal.digest[:12]}`")))
