"""Words of manner, of the feed, the family and of work change nothing unless they name what is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.answering.conftest import ask, shown

if TYPE_CHECKING:
    from bot.answering.claims.index import Index

SAME = [
    ("Where, geographically, were residents killed?", "Where were residents killed?"),
    ("Who, tactfully, is the harbour master?", "Who is the harbour master?"),
    ("How many residents were killed, for a wall chart.", "How many residents were killed?"),
    ("Which towns did Belmar flood, for a map we're making?", "Which towns did Belmar flood?"),
    ("my cousin keeps screenshotting it. did Belmar flood Millbank", "did Belmar flood Millbank"),
    ("my landlord yells that 14 residents died, who says so", "14 residents died, who says so"),
    (
        "To whom, by name, is the number of 14 killed residents credited?",
        "Who said 14 residents were killed?",
    ),
    ("how many residents did Belmar drop", "how many residents did Belmar kill"),
    ("how many soldiers were hurt, Lunds vershun", "how many soldiers were hurt, Lund's version"),
]
# Who is asked about, by what means, and of what: each is the matter.
NOT_COVERED = [
    "Which towns did Belmar flood with napalm, for a map we're making?",
    "Which bakeries did Belmar flood, for a map we're making?",
    "How many bakers were killed in Millbank, for my class?",
    "my workmate says a bakery was flooded, who flooded that bakery?",
    "Range of the drones of Belmar?",
    "What is the function of the canal?",
    "how many leaflets did Belmar drop",
    "What language did Lund use?",
    "how many Belmar soldiers did Arden catch",
    "how many Arden residents did Belmar catch alive",
]


@pytest.mark.parametrize(("worded", "plain"), SAME)
def test_a_word_beside_the_point_changes_nothing(orla: Index, worded: str, plain: str) -> None:
    assert shown(ask(orla, worded)) == shown(ask(orla, plain)) != set()


@pytest.mark.parametrize("question", NOT_COVERED)
def test_what_is_asked_for_is_not_beside_the_point(orla: Index, question: str) -> None:
    assert shown(ask(orla, question)) == set()


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("islamabad mood? war or peace", {"open-war-asif"}),
        (
            "kabul mood? war or peace",
            {"willing-to-negotiate-leaders", "ready-to-negotiate-mujahid", "always-negotiations-mujahid"},
        ),
        ("how many afghan soldiers did pak catch alive", set()),
        ("how many pakistani fighters did the afghans snag", set()),
        ("Extent of the damage at the bases hit by Afghan drones", set()),
        ("Unmanned aircraft: made by whom, at what cost?", set()),
        ("My professor wants a citation for the claim of 400 tanks. Who made it?", set()),
        ("Child deaths in Khost and Paktika", set()),
    ],
)
def test_so_it_is_where_examples_teach(war: Index, question: str, answer: set[str]) -> None:
    assert shown(ask(war, question)) == answer


@pytest.mark.parametrize(
    ("killers", "killed", "claim"),
    [("pakistan", "afghan", "afghan-losses-chaudhary"), ("kabul", "pakistani", "pakistani-losses-mujahid")],
)
def test_by_its_own_count_is_by_the_count_of_who_did_it(
    war: Index, killers: str, killed: str, claim: str
) -> None:
    answer = ask(war, f"how many {killed} soldiers did {killers} kill by its own count")
    assert answer.claims[0].claim.id == claim


@pytest.mark.parametrize("people", ["Afghan", "Pakistani"])
def test_figures_for_the_killed_are_not_of_what_they_did(war: Index, people: str) -> None:
    losses = shown(ask(war, f"Range of figures for {people} soldiers killed"))
    assert losses == shown(ask(war, f"Compare the numbers of {people} soldiers killed")) != set()
