"""A name given as an option is an id, a name or an alias, without case and accents."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.answering.claims.naming import matching, named, parties, people
from bot.errors import UnknownNameError

if TYPE_CHECKING:
    from bot.answering.claims.index import Index

NAMES = {
    "ina-holt": ("Ina Holt", "mayor"),
    "per-lund": ("Dr Per Lund", "Öre’s pilot"),
    "twin": ("Twin", "mayor"),
}


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        ("ina-holt", ("ina-holt",)),
        ("INA HOLT", ("ina-holt",)),
        ("  ina   holt ", ("ina-holt",)),
        ("ore's PILOT", ("per-lund",)),
        ("mayor", ("ina-holt", "twin")),
        ("holt", ()),
        ("", ()),
    ],
)
def test_matching(wanted: str, ids: tuple[str, ...]) -> None:
    assert matching(wanted, NAMES) == ids


def test_no_such_name() -> None:
    assert named("person", "mayor", NAMES, []) == ("ina-holt", "twin")
    with pytest.raises(UnknownNameError, match="no person is named; there are: A, B"):
        named("person", "", NAMES, ["A", "B"])


def test_the_names_of_a_briefing(orla: Index) -> None:
    assert people(orla.briefing)["ina-holt"] == ("Ina Holt", "ina holt", "holt", "mayor", "arden's mayor")
    assert parties(orla.briefing)["arden"] == ("Arden", "arden", "ardener", "ardeners")
