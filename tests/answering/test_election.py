"""An election: what is counted is each party's own, by measures that only its briefing declares."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.answering.checking.messages import check
from bot.answering.showing import sentences, wording
from bot.answering.showing.figure_table import figure_table
from bot.answering.showing.frame import ENGLISH
from bot.surfaces import listings
from tests.answering.conftest import ask, countered, shown

if TYPE_CHECKING:
    from bot.answering.claims.index import Index

COUNT, COUNT_DENIED, BRANDTS = "result-commission", "rejects-brandt", "hearth-votes-brandt"
EKHOLMS, AAMS, BOXES, BOXES_DENIED = "tide-votes-ekholm", "turnout-aam", "boxes-alleged", "boxes-denied"
VOTED, RESIGNED, COALITION = "voted-14-september", "resigned-2-july", "coalition-ekholm"
STATIONS, RECOUNT, RESPECT, UNCHECKED = (
    "stations-eskil-bay",
    "recount-norrvik",
    "respect-aam",
    "courier-not-checked",
)
ANSWERS: list[tuple[str, set[str], set[str]]] = [
    ("How many votes did the Tide Party win?", {COUNT, EKHOLMS}, {COUNT_DENIED, BRANDTS}),
    ("how mny votse did the hearth unoin win", {COUNT, BRANDTS}, {COUNT_DENIED}),
    ("votes hearth union", {COUNT, BRANDTS}, {COUNT_DENIED}),
    ("How many votes did the Hearth Union win according to Brandt?", {BRANDTS}, {COUNT}),
    ("How many votes does Ekholm claim?", {EKHOLMS}, set()),
    ("How many seats did the Tide Party win?", {COUNT}, {COUNT_DENIED, BRANDTS}),
    ("How many seats has the Hearth Union?", {COUNT}, {COUNT_DENIED, BRANDTS}),
    ("Did the Tide Party win 18,204 votes?", {COUNT, EKHOLMS}, {COUNT_DENIED, BRANDTS}),
    ("Did Brandt win 18,900 votes?", {BRANDTS}, {COUNT}),
    ("what was the turnout", {AAMS}, set()),
    ("The turnout was 71%?", {AAMS}, set()),
    ("How many ballots were spoiled?", {AAMS}, set()),
    ("How many ballot boxes were hidden in Norrvik?", {BOXES}, {BOXES_DENIED}),
    ("Did the commission hide ballot boxes?", {BOXES}, {BOXES_DENIED}),
    ("How many polling stations opened late?", {STATIONS}, set()),
    ("Who won the election?", {COUNT}, {COUNT_DENIED, BRANDTS}),
    ("When did Vardholm vote?", {VOTED}, set()),
    ("When did the old council resign?", {RESIGNED}, set()),
    ("What did Ekholm say about a coalition?", {COALITION}, set()),
    ("Where is the recount?", {RECOUNT}, set()),
    ("When is the recount in Norrvik?", {RECOUNT}, set()),
    ("Who is Mara Ekholm?", {EKHOLMS}, set()),
    ("Who promised to respect every ballot?", {RESPECT}, set()),
    ("Are the votes verified?", {UNCHECKED}, set()),
]
CORRECTED = [
    ("Did the Tide Party win 20,000 votes?", COUNT),
    ("Did the Hearth Union win 18,204 votes?", COUNT),
    ("Was turnout 80 percent?", AAMS),
    ("Did Brandt say the Tide Party won 18,204 votes?", EKHOLMS),
    ("Is there a recount in Eskil Bay?", RECOUNT),
    ("Why did Ekholm reject the count?", COUNT_DENIED),
]
UNCOVERED = [
    "How many seats did the Tide Party lose?",
    "How many votes did the Tide Party lose?",
    "How many votes did Brandt steal?",
    "How many votes were cast in Norrvik?",
    "How many votes did the Blue Party win?",
    "How many voters are registered?",
    "How many people were killed?",
    "Does Brandt want a coalition?",
    "Who is the prime minister?",
    "Did the Hearth Union hide ballot boxes?",
]


@pytest.mark.parametrize(("question", "claims", "against"), ANSWERS, ids=[one[0] for one in ANSWERS])
def test_what_it_covers(vardholm: Index, question: str, claims: set[str], against: set[str]) -> None:
    reply = ask(vardholm, question)
    assert reply.outcome == "answer"
    assert shown(reply) == claims
    assert countered(reply) == against


@pytest.mark.parametrize(("question", "claim"), CORRECTED)
def test_what_a_question_has_wrong(vardholm: Index, question: str, claim: str) -> None:
    reply = ask(vardholm, question)
    assert reply.outcome == "premise"
    assert claim in shown(reply)


@pytest.mark.parametrize("question", UNCOVERED)
def test_what_it_does_not_cover(vardholm: Index, question: str) -> None:
    reply = ask(vardholm, question)
    assert (reply.outcome, reply.claims) == ("abstention", ())


@pytest.mark.parametrize("question", ["How many votes did the Tide Party win?", "votes hearth union"])
def test_votes_bring_their_caveat(vardholm: Index, question: str) -> None:
    (caveat,) = ask(vardholm, question).caveats
    assert caveat.author == "The Vardholm Courier"


def test_turnout_has_no_caveat_for_the_courier_speaks_of_votes(vardholm: Index) -> None:
    assert ask(vardholm, "What was the turnout?").caveats == ()


def test_figures_that_count_nobody_contest_each_other_without_being_tied(vardholm: Index) -> None:
    assert COUNT in vardholm.contested_by[BRANDTS]
    # The same number from two sides is no quarrel.
    assert COUNT not in vardholm.contested_by[EKHOLMS]


def test_nobody_is_called_a_victim(vardholm: Index) -> None:
    text = listings.figures(figure_table(vardholm))
    assert "Tide Party – votes" in text
    assert f"{sentences.NO_SIDE} – turnout, in percent" in text
    assert "Victims" not in text


def test_what_is_done_to_somebody_is_so_in_every_briefing(orla: Index) -> None:
    assert orla.harms("killed")
    assert orla.harms("rescued")  # whose people they are is not who did it


@pytest.mark.parametrize(
    ("message", "verdict"),
    [
        ("The electoral commission says the Tide Party won 11 seats.", "matches"),
        ("The Tide Party won 30,000 votes.", "distorts"),
        ("Nine ballot boxes were hidden in Norrvik.", "conflicting"),
        ("The ferries are late again.", "not_covered"),
    ],
)
def test_messages(vardholm: Index, message: str, verdict: str) -> None:
    assert check(vardholm, message).verdict == verdict


def test_votes_of_another_party_are_no_other_victims(vardholm: Index) -> None:
    finding = check(vardholm, "Nine ballot boxes of the Tide Party were in Norrvik.").findings[0]
    assert (finding.verdict, finding.field, finding.briefing) == ("distorts", "side", "ballot boxes")
    told = wording.difference(ENGLISH, "side", "Hearth Union", "Tide Party", "Somebody")
    assert told.startswith("whose it is: ")
