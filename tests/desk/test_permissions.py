"""The knowledge is one for all servers, so that not every server's moderators may change it."""

from __future__ import annotations

import pytest

from bot.desk.permissions import may_change_knowledge
from bot.desk.settings import ModeratorSettings, Settings
from tests.shipped import FOLDER

NAMED = ModeratorSettings(servers=(10,), roles=(20, 21), members=(30,))


@pytest.mark.parametrize(
    ("moderators", "member", "roles", "server", "servers", "may"),
    [
        # Nobody is named.
        (ModeratorSettings(), 1, (), 5, (1, True), True),
        (ModeratorSettings(), 1, (20,), 5, (1, False), False),
        (ModeratorSettings(), 1, (), 5, (2, True), False),
        (ModeratorSettings(), 1, (), 5, (0, True), False),
        (ModeratorSettings(), 1, (), None, (1, True), False),
        (ModeratorSettings(), 1, (), 5, (None, True), False),
        # Somebody is.
        (NAMED, 1, (), 5, (1, True), False),
        (NAMED, 1, (), 10, (9, True), True),
        (NAMED, 1, (), 10, (9, False), False),
        (NAMED, 1, (3, 21), 5, (9, False), True),
        (NAMED, 30, (), 5, (9, False), True),
        (NAMED, 30, (), None, (9, False), True),
        (NAMED, 1, (), None, (9, True), False),
        # An id is not of another kind.
        (NAMED, 10, (30,), 20, (9, True), False),
    ],
)
def test_who_may(
    moderators: ModeratorSettings,
    member: int,
    roles: tuple[int, ...],
    server: int | None,
    servers: tuple[int | None, bool],
    may: bool,
) -> None:
    settings = Settings(FOLDER, moderators=moderators)
    assert (
        may_change_knowledge(
            settings,
            member=member,
            roles=roles,
            server=server,
            servers_joined=servers[0],
            manage_server=servers[1],
        )
        is may
    )
