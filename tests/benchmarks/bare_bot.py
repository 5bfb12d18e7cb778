"""A bare discord.py bot that echoes, to hold the bot against.

It has the same intents and no caches. With `card` as its argument it answers with a card as long as a usual
answer, otherwise with the words it heard.
"""

from __future__ import annotations

import os
import sys

import discord
import yarl
from discord import ui
from discord.gateway import DiscordWebSocket
from discord.http import Route

CARD = 900  # characters, as much as the bot's own answers have on average


class BareBot(discord.AutoShardedClient):
    """Replies to each mention."""

    def __init__(self, *, card: bool) -> None:
        intents = discord.Intents.none()
        intents.guilds = intents.guild_messages = intents.dm_messages = True
        super().__init__(
            intents=intents,
            allowed_mentions=discord.AllowedMentions.none(),
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            max_messages=None,
        )
        self.card = card

    async def on_message(self, message: discord.Message) -> None:
        """Echo it."""
        if message.author.bot or self.user not in message.mentions:
            return
        if self.card:
            view = ui.LayoutView(timeout=None)
            text = (message.content + " ") * (CARD // (len(message.content) + 1) + 1)
            view.add_item(ui.Container(ui.TextDisplay(text[:CARD])))
            await message.channel.send(view=view, reference=message.to_reference(), mention_author=False)
        else:
            await message.channel.send(
                message.content, reference=message.to_reference(), mention_author=False
            )


def main() -> None:
    """Run until killed."""
    gateway = os.environ["BRIEFING_BOT_DISCORD__GATEWAY_URL"]
    Route.BASE = os.environ["BRIEFING_BOT_DISCORD__API_URL"] + "/api/v10"
    DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(gateway)
    bot = BareBot(card="card" in sys.argv)
    ask = bot.http.get_bot_gateway

    async def elsewhere() -> object:
        shards, _, limit = await ask()
        return shards, gateway, limit

    bot.http.get_bot_gateway = elsewhere  # type: ignore[method-assign,assignment] # discord.py has no setting
    bot.run(os.environ["DISCORD_TOKEN"])


if __name__ == "__main__":
    main()
