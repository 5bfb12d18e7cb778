"""Decides who may change the knowledge."""

from collections.abc import Iterable

from bot.desk.settings import Settings


def may_change_knowledge(
    settings: Settings,
    *,
    member: int,
    roles: Iterable[int],
    server: int | None,
    servers_joined: int | None,
    manage_server: bool,
) -> bool:
    """Tell whether a member may change the knowledge, which is one for all servers that the bot is in.

    Without anybody named in the settings, Manage Server suffices while there is no second server whose
    answers would change; `servers_joined` is None where nobody can tell.
    """
    named = settings.moderators
    if named.servers or named.roles or named.members:
        return (
            member in named.members
            or not set(named.roles).isdisjoint(roles)
            or (manage_server and server in named.servers)
        )
    return manage_server and server is not None and servers_joined == 1
