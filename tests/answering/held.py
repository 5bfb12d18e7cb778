"""How a message is expected to be held against the briefing."""

from typing import NamedTuple


class Held(NamedTuple):
    """The verdict on a message, with the field of a finding, the claim it is about and what that has."""

    verdict: str
    field: str | None = None
    claim: str | None = None
    has: str | None = None


NOTHING = Held("not_covered")


def same(claim: str) -> Held:
    return Held("matches", None, claim)


def one_sided(claim: str, who: str) -> Held:
    return Held("conflicting", "attribution", claim, who)


def unattributed(claim: str, who: str) -> Held:
    return Held("distorts", "attribution", claim, who)


def other(field: str, claim: str | None = None, has: str | None = None) -> Held:
    return Held("distorts", field, claim, has)
