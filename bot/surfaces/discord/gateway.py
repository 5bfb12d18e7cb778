"""Takes from the gateway's events what the bot reads, before discord.py makes objects of the rest.

Of a server that is its id, its threads and the roles that the configuration names. Its channels and other
roles would take ten kilobytes a server, which none of discord.py's cache flags saves.

discord.py has no public way to do this. Were its parsers kept elsewhere, everything would be made objects of
and kept, as it is by default; the bot works with that, too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    import discord

    Payload = dict[str, Any]
    Parsers = dict[str, Callable[[Payload], None]]

# A message in a thread does not say which channel the thread is in, and that channel may have a briefing set.
_OF_A_SERVER = ("id", "unavailable", "threads")
# What happens in a server later, and would be kept as well.
_LEFT = ("GUILD_UPDATE", "GUILD_ROLE_CREATE", "CHANNEL_CREATE", "CHANNEL_UPDATE", "STAGE_INSTANCE_CREATE")
# discord.py reads these of a whole channel; which part of it an interaction brings, Discord does not define.
_OF_A_CHANNEL = {"name": "", "position": 0, "bitrate": 0, "user_limit": 0}


def take_little(client: discord.Client, *, roles: Collection[int] = ()) -> None:
    """Have discord.py keep of a server what the bot reads and these roles, and leave messages of bots."""
    parsers: Parsers = getattr(client._connection, "parsers", {})  # noqa: SLF001 - as above

    def little_of(server: Payload) -> Payload:
        little = {name: server[name] for name in _OF_A_SERVER if name in server}
        return little | {"roles": [one for one in server.get("roles", ()) if int(one["id"]) in roles]}

    for event in _LEFT:
        parsers.pop(event, None)
    _change(parsers, "MESSAGE_CREATE", _said_by_people)
    _change(parsers, "GUILD_CREATE", little_of)
    _change(parsers, "INTERACTION_CREATE", _whole_channel)
    if "THREAD_LIST_SYNC" in parsers:
        parsers["CHANNEL_DELETE"] = parsers["THREAD_LIST_SYNC"]
        _change(parsers, "CHANNEL_DELETE", _without_threads)


def _change(parsers: Parsers, event: str, change: Callable[[Payload], Payload | None]) -> None:
    """Change an event before it is parsed, or leave it where nothing is left of it."""
    parse = parsers.get(event)
    if parse is None:
        return

    def parse_changed(data: Payload) -> None:
        changed = change(data)
        if changed is not None:
            parse(changed)

    parsers[event] = parse_changed


def _said_by_people(message: Payload) -> Payload | None:
    """Leave what bots say, first of all our own answers with all their buttons; `Asking` leaves it too."""
    return None if message["author"].get("bot") else message


def _whole_channel(interaction: Payload) -> Payload:
    channel = interaction.get("channel")
    return interaction | {"channel": _OF_A_CHANNEL | channel} if channel else interaction


def _without_threads(channel: Payload) -> Payload | None:
    """Say of a deleted channel that it has no threads; discord.py drops those of a channel it knows alone."""
    if "guild_id" not in channel:
        return None
    return {"guild_id": channel["guild_id"], "channel_ids": [channel["id"]], "threads": []}
