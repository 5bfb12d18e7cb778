"""What people ask in the middle of an argument: of themselves, of each other, and in scorn."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.answering.conftest import ask, shown, slots

if TYPE_CHECKING:
    from bot.answering.claims.index import Index


@pytest.mark.parametrize(
    ("question", "numbers"),
    [
        ("i'm 40, how many died", []),
        ("of 274 killed how many were fighters", ["274"]),
        ("of the 55, how many were captured", ["55"]),
        ("274 Afghan soldiers, how many were wounded", ["274"]),
        ("how many of the 55 were captured", ["55"]),
    ],
)
def test_a_number_that_some_are_part_of_is_kept(war: Index, question: str, numbers: list[str]) -> None:
    assert [value for _, value in slots(war, question, "number")] == numbers


def test_who_only_hit_something_is_who_hit_it(war: Index) -> None:
    assert ask(war, "didn't Pakistan only hit military targets").outcome == "abstention"
    assert shown(ask(war, "didn't Afghanistan only hit military targets")) == {"drone-attacks-mujahid"}


@pytest.mark.parametrize(
    "question",
    [
        "Did {} later correct the {}?",
        "did {} ever walk back the {}",
        "has {} retracted the {}",
    ],
)
@pytest.mark.parametrize(("person", "number"), [("Mujahid", 55), ("Chaudhary", 12)])
def test_whether_a_number_was_taken_back_the_briefing_does_not_say(
    war: Index, question: str, person: str, number: int
) -> None:
    assert ask(war, question.format(person, number)).outcome == "abstention"


@pytest.mark.parametrize("verb", ["take", "capture", "seize", "hold"])
def test_how_many_one_took_is_how_many_were_captured(war: Index, verb: str) -> None:
    taken = ask(war, f"how many soldiers did Afghanistan {verb}")
    assert [one.claim.id for one in taken.claims if one.role == "answer"] == ["pakistani-losses-mujahid"]
    reply = ask(war, f"how many soldiers did Pakistan {verb}")
    assert (reply.outcome, reply.reason) == ("abstention", "no_figure")
