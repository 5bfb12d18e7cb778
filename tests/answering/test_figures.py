"""Which figures a question means: whose, of what, by whom, where; and whether a claim is somebody's."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.answering.claims.figure_query import (
    FigureQuery,
    claims_by,
    figure_query,
    figures_meeting,
    figures_with_number,
    narrowest,
)
from tests.answering.conftest import ask, shown

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.answering.claims.index import Index

MEANT = {
    "How many residents were killed?": {"killed 14 residents", "nine residents were killed"},
    "How many residents did Lund say were killed?": {"nine residents were killed"},
    "How many Arden residents were injured?": {"injured at least 40"},
    "How many soldiers were injured?": {"6 Belmar soldiers were injured"},
    "How many did Arden lose?": {
        "killed 14 residents",
        "injured at least 40",
        "nine residents were killed",
    },
    "How many cattle were lost?": {"between 20 and 25 cattle were lost"},
    "How many were injured in Tarn?": {"Two volunteers were injured"},
    "How many were injured in Tarn or Millbank?": {"Two volunteers were injured", "injured at least 40"},
    "How many were injured in Tarn and Millbank?": set(),
    "How many residents did Belmar kill?": {"killed 14 residents", "nine residents were killed"},
    "How many did Arden kill?": set(),
    "How many residents did the ferrymen kill?": set(),  # they fight on neither side
    "Who said 14 were killed?": {"killed 14 residents"},
    "How many animals were lost?": {"between 20 and 25 cattle were lost"},
    "How many calves were lost?": set(),
    "How many soldiers were injured on Thursday?": {"6 Belmar soldiers were injured"},
    "How many soldiers were injured on Friday?": set(),
    "14 residents": {"killed 14 residents"},
    "residents": {"killed 14 residents", "injured at least 40", "nine residents were killed"},
}


@pytest.mark.parametrize(("question", "words"), MEANT.items(), ids=MEANT)
def test_figures_that_are_meant(orla: Index, question: str, words: set[str]) -> None:
    query = figure_query(orla, orla.reader.read(question))
    assert query is not None
    found = {row.figure.words for row in figures_meeting(orla, query)}
    assert found - {"many residents had been rescued"} == words


OTHERWISE = [
    "Who closed the canal?",
    "How many people?",
    "What did Belmar announce?",
    "Did Belmar flood residents?",
    "Where do residents of the old town of Millbank usually go?",
]


@pytest.mark.parametrize("question", OTHERWISE)
def test_questions_about_something_else(orla: Index, question: str) -> None:
    assert figure_query(orla, orla.reader.read(question)) is None


OWN = {
    "How many soldiers did Pakistan say it lost?": ({"pakistan"}, {"pakistan"}),
    "How many of its own soldiers does Pakistan admit were killed?": ({"pakistan"}, {"pakistan"}),
    "How many soldiers did Pakistan say it killed?": ({"pakistan"}, {"afghanistan"}),
    "How many soldiers of the other side did Pakistan say were killed?": ({"pakistan"}, {"afghanistan"}),
    "How many soldiers did the Taliban say Pakistan lost?": ({"taliban-government"}, {"pakistan"}),
    "How many soldiers did Pakistan's enemy lose?": (set(), {"afghanistan"}),
    "How many soldiers has Pakistan lost by its own account?": ({"pakistan"}, {"pakistan"}),
    "How many soldiers has Afghanistan lost by its own count?": ({"afghanistan"}, {"afghanistan"}),
}


@pytest.mark.parametrize(("question", "meant"), OWN.items(), ids=OWN)
def test_own_losses_and_those_of_the_other_side(
    war: Index, question: str, meant: tuple[set[str], set[str]]
) -> None:
    query = figure_query(war, war.reader.read(question))
    assert query is not None
    assert (query.claimants, query.sides) == meant


BOTH = {
    "How many hurt does Pakistan's military claim on the enemy side, and how many on its own?": "chaudhary",
    "How many killed does Mujahid claim on the enemy side, and how many on his own?": "mujahid",
    "how many dead does Mujahid report on his own side and how many on the other?": "mujahid",
    "how many dead does Chaudhary give for the enemy and for himself?": "chaudhary",
}


@pytest.mark.parametrize(("question", "claimant"), BOTH.items(), ids=BOTH)
def test_two_counts_of_one_claimant_are_both_shown(war: Index, question: str, claimant: str) -> None:
    assert shown(ask(war, question)) == {f"afghan-losses-{claimant}", f"pakistani-losses-{claimant}"}


@pytest.mark.parametrize("question", ["How many Arden soldiers did Arden injure?", "Was Ina Holt injured?"])
def test_what_no_figure_can_meet_is_met_whatever_a_party_is_called(
    changed_orla: Callable[..., Index], question: str
) -> None:
    """A party may have any id, and none makes a figure answer what no figure counts."""
    called = changed_orla(
        ("briefing.toml", '"belmar"', '"nobody"'),
        ("claims.toml", '"belmar"', '"nobody"'),
    )
    query = figure_query(called, called.reader.read(question))
    assert query is not None
    assert figures_meeting(called, query) == ()
    assert query.unmet == {"sides"}
    assert figures_meeting(called, query.without("sides")) != ()


BY = [
    ("arden-losses-holt", "ina-holt", True),
    ("arden-losses-holt", "arden", True),
    ("arden-losses-holt", "arden-council", True),
    ("arden-losses-holt", "belmar", False),
    ("arden-losses-holt", "per-lund", False),
    ("silence-council", "ina-holt", False),
    ("silence-council", "arden", True),
    ("gauge-denied", "per-lund", False),
    ("flooding-3-april", "arden", False),
    ("flooding-3-april", "gazette", False),
    ("not-verified-gazette", "gazette", True),
    ("volunteers-ferrymen", "ferrymen", True),
    ("volunteers-ferrymen", "nobody", False),
]


@pytest.mark.parametrize(("claim", "claimant", "is_theirs"), BY)
def test_whose_claim_it_is(orla: Index, claim: str, claimant: str, is_theirs: bool) -> None:
    assert claims_by(orla, orla.by_id[claim], claimant) is is_theirs


def test_a_number_is_found_wherever_it_stands(orla: Index) -> None:
    query = FigureQuery(measures=frozenset({"rescued"}), numbers=frozenset({25}))
    assert figures_meeting(orla, query) == ()
    assert [row.figure.words for row in figures_with_number(orla, query)] == [
        "between 20 and 25 cattle were lost"
    ]
    assert query.without("numbers", "measures") == FigureQuery()
    assert len(figures_meeting(orla, FigureQuery())) == 8


def test_what_a_briefing_counts(orla: Index, war: Index) -> None:
    assert orla.known_numbers == {"14", "40", "9", "6", "20", "25", "2"}
    assert orla.belligerents == {"arden", "belmar"}
    assert war.belligerents == {"pakistan", "afghanistan"}


def test_the_narrower_concept_is_meant(orla: Index) -> None:
    assert narrowest(orla, frozenset({"casualties", "killed", "hurt"})) == {"killed", "hurt"}
    assert narrowest(orla, frozenset({"casualties", "hurt", "injured"})) == {"injured"}
    assert narrowest(orla, frozenset({"casualties"})) == {"casualties"}
    assert narrowest(orla, frozenset({"animals", "cattle", "calves"})) == {"calves"}


@pytest.mark.parametrize(
    ("briefing", "question", "claims"),
    [
        (
            "war",
            "By how wide a margin do the two versions of Afghan military fatalities diverge?",
            {"afghan-losses-chaudhary", "afghan-losses-mujahid"},
        ),
        (
            "war",
            "How big is the discrepancy between both counts of Pakistani dead?",
            {"pakistani-losses-chaudhary", "pakistani-losses-mujahid"},
        ),
        (
            "war",
            "Does anyone claim that Afghan military deaths were merely in the teens?",
            {"afghan-losses-chaudhary", "afghan-losses-mujahid"},
        ),
        (
            "war",
            "Does anyone claim that Pakistani military deaths were merely in the teens?",
            {"pakistani-losses-chaudhary", "pakistani-losses-mujahid"},
        ),
        (
            "orla",
            "By how wide a margin do the two versions of Arden's deaths diverge?",
            {"arden-losses-holt", "arden-losses-lund"},
        ),
    ],
)
def test_how_far_counts_are_apart_or_in_what_bounds_shows_them_all(
    briefings: dict[str, Index], briefing: str, question: str, claims: set[str]
) -> None:
    assert claims <= shown(ask(briefings[briefing], question))


@pytest.mark.parametrize(
    "question",
    [
        "how many fallen pakistanis are lying in afghan hands right now acc. to kabul",
        "how many Pakistani soldiers are captured at the moment?",
    ],
)
def test_whoever_counts_as_of_now_is_told_until_when_there_is_anything(war: Index, question: str) -> None:
    reply = ask(war, question)
    assert shown(reply) == {"pakistani-losses-mujahid"}
    assert reply.remark is not None


def test_how_many_there_are_now_is_no_count(war: Index) -> None:
    assert not shown(ask(war, "how many soldiers has Pakistan right now"))
