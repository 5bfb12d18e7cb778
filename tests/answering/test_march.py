"""A briefing on a march, by a curator who knew the documents alone: what it has not is not said to be its."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.answering.checking.messages import check
from bot.answering.showing.figure_table import figure_table
from tests.answering.conftest import BRANNOCK, ask, countered, knowledge, ready, shown

if TYPE_CHECKING:
    from bot.answering.claims.index import Index

DIFFERING = {
    "whoever is unwilling is not ready": [
        ("Meridian said it would negotiate.", "direction"),
        ("Meridian would negotiate while the gates were blocked.", "direction"),
        ("Meridian is ready for talks, it said.", "direction"),
    ],
    "whoever claims it does not deny it": [
        ("Varga said demonstrators did not throw stones.", "direction"),
    ],
    "what is planned is not done": [
        ("Meridian Ports has already cut 850 jobs.", "direction"),
        ("Meridian cut 850 jobs.", "direction"),
        ("850 jobs were cut.", "direction"),
    ],
    "whom it is told of": [
        ("The union alleged that Helen Strand was struck by a tear gas canister.", "victim"),
        ("Okafor called the police account “a story for shareholders”.", "victim"),
    ],
    "some are not all": [
        ("At least 130 demonstrators were injured by rubber bullets, Okafor said.", "direction"),
        ("Okafor said three demonstrators were injured.", "figure"),
    ],
    "who did it": [
        ("Varga said the union arrested 47 people.", "direction"),
        ("Varga said 47 people were arrested by the union.", "direction"),
        ("Varga said demonstrators injured 12 officers.", "direction"),
        ("Varga said 12 officers were injured by demonstrators.", "direction"),
    ],
    "how long it lasts": [
        ("The mayor banned further marches near the terminal until July 30.", "date"),
        ("The mayor banned marches till 30 July.", "date"),
    ],
}
AGREEING = [
    "Varga said police arrested 47 people.",
    "Okafor said police detained more than 90 people.",
    "Varga said 47 people were arrested.",
    "The company says it will not negotiate while the gates are blocked.",
    "Meridian Ports said it is not willing to negotiate while the gates are blocked.",
    "Okafor said demonstrators did not throw stones.",
    "Demonstrators threw no stones, Okafor says.",
    "Meridian Ports announced plans to cut 850 jobs at the terminal.",
    "Meridian will cut 850 jobs.",
    "The union alleged that Daniel Reyes was struck by a tear gas canister.",
    "Okafor called the company’s losses “a story for shareholders”.",
    "Okafor said three demonstrators were injured by rubber bullets.",
    "Okafor said at least 130 demonstrators were injured.",
    "The mayor banned further marches near the terminal until June 30.",
    "The mayor banned marches till 30 June.",
]


@pytest.mark.parametrize(
    ("message", "field"), [pytest.param(*one, id=one[0]) for some in DIFFERING.values() for one in some]
)
def test_what_differs_is_not_taken_for_the_same(brannock: Index, message: str, field: str) -> None:
    checked = check(brannock, message)
    assert checked.verdict == "distorts"
    assert field in {finding.field for finding in checked.findings}


@pytest.mark.parametrize("message", AGREEING)
def test_what_it_has_is_found(brannock: Index, message: str) -> None:
    assert check(brannock, message).verdict == "matches"


@pytest.mark.parametrize("question", ["did police arrest 47 people", "how many people did police arrest?"])
def test_who_does_is_not_counted(brannock: Index, question: str) -> None:
    reply = ask(brannock, question)
    assert reply.outcome == "answer"
    assert shown(reply) | countered(reply) == {"arrests-varga", "detained-okafor"}
    assert ask(brannock, question.replace("police", "the union")).outcome != "answer"


@pytest.mark.parametrize(
    ("question", "outcome"),
    [
        ("Until when are marches banned?", "answer"),
        ("Are marches banned on June 30, 2031?", "answer"),
        ("Are marches banned now?", "answer"),
        ("Is the ban still in force on July 2, 2031?", "abstention"),
        ("What happened on June 20, 2031?", "abstention"),
    ],
)
def test_a_day_that_the_source_looks_ahead_to_lies_after_the_edition(
    brannock: Index, question: str, outcome: str
) -> None:
    (ban,) = (entry for entry in brannock.entries if entry.claim.id == "march-ban")
    assert ban.days[-1] > brannock.briefing.edition_date
    reply = ask(brannock, question)
    assert reply.outcome == outcome
    assert outcome != "answer" or shown(reply) == {"march-ban"}


@pytest.fixture(scope="module")
def accepting(tmp_path_factory: pytest.TempPathFactory) -> Index:
    """Return the briefing with the vocabulary's own topics for who accepts, and for losses."""
    changes = (
        ("briefing.toml", 'id = "accepts-offer"', 'id = "offered"'),
        ("briefing.toml", '"accept", "accepted", "accepted the offer", "took up the offer", ', ""),
        ("briefing.toml", ', "accept", "accepted", "losses"]', "]"),
        ("briefing.toml", '"story for shareholders", "losses", ', '"story for shareholders", '),
        ("claims.toml", '"accepts-offer"', '"acceptance"'),
    )
    return ready(knowledge(tmp_path_factory.mktemp("accepting") / "knowledge", *changes, briefing=BRANNOCK))


@pytest.mark.parametrize(
    ("question", "outcome", "claim"),
    [
        ("when did the union accept the offer", "answer", "union-accepts"),
        ("who accepted the offer", "answer", "union-accepts"),
        ("did the union reject the offer", "premise", "union-accepts"),
        ("why won't the union accept the offer", "premise", "union-accepts"),
        ("when did Meridian accept the offer", "premise", "union-accepts"),
        ("who rejected the offer", "answer", "meridian-refuses"),
        ("why did the union accept the offer", "abstention", None),
        (
            "what did the union leader say of the company's losses",
            "answer",
            "story-for-shareholders-okafor",
        ),
    ],
)
def test_an_offer_that_is_taken_up_is_no_claim_denied(
    accepting: Index, question: str, outcome: str, claim: str | None
) -> None:
    reply = ask(accepting, question)
    assert reply.outcome == outcome
    assert shown(reply) == ({claim} if claim else set())


@pytest.mark.parametrize(
    ("message", "verdict", "claim"),
    [
        ("The union accepted the offer.", "matches", "union-accepts"),
        ("The union rejected the offer.", "not_covered", None),
        ("Meridian rejected the offer.", "not_covered", None),
        ("The union accepted the police account.", "distorts", "denies-okafor"),
    ],
)
def test_who_rejects_an_offer_denies_nothing(
    accepting: Index, message: str, verdict: str, claim: str | None
) -> None:
    checked = check(accepting, message)
    assert checked.verdict == verdict
    assert {one.claim for one in checked.findings} == {claim}


ASKED: dict[str, list[tuple[str, str, set[str]]]] = {
    "whoever did it to somebody is not who that is": [
        ("who shot Daniel Reyes", "abstention", set()),
        ("was Daniel Reyes shot", "abstention", set()),
        ("who shot Ilse Varga", "abstention", set()),
        ("who is Daniel Reyes", "answer", {"reyes-critical"}),
    ],
    "what became of a number besides is not told otherwise": [
        ("what were the 47 charged with", "abstention", set()),
        ("what were the 90 charged with", "abstention", set()),
        ("were the 64 charged", "abstention", set()),
        ("why were the 47 arrested", "answer", {"arrests-varga"}),
    ],
    "who fights for no side may count whom they treated": [
        ("did the hospital treat 64 people", "answer", {"treated-hospital"}),
        ("how did the hospital treat 130 people", "premise", {"injured-okafor", "treated-hospital"}),
        ("how many people did the hospital arrest", "abstention", set()),
    ],
    "whose account it is does not say what another calls it": [
        ("what did okafor call the police account", "answer", {"denies-okafor"}),
        ("what does the union call the police version", "answer", {"denies-okafor"}),
        ("what do police say about the union's account", "answer", {"rubber-bullets-police"}),
        ("what did Varga call the union's account", "abstention", set()),
    ],
    "a figure's own group is known": [
        ("how many workers joined the strike", "answer", {"walkout-meridian", "walkout-union"}),
        ("how many workers joined the walkout according to the union", "answer", {"walkout-union"}),
        ("how many workers were arrested", "abstention", set()),
        ("how many ships joined the strike", "abstention", set()),
    ],
    "how much there is of what is counted": [
        ("how much money is the terminal losing", "answer", {"loses-two-million"}),
        ("how long is the terminal losing money", "abstention", set()),
        ("how much money was paid to the mayor", "abstention", set()),
    ],
    "one word for people is whom it was done to": [
        ("did the cops gas the marchers?", "answer", {"tear-gas-fired"}),
        ("did the marchers gas the cops?", "abstention", set()),
        ("did demonstrators throw stones at officers", "answer", {"stones-first-varga"}),
        ("did officers throw stones at demonstrators", "abstention", set()),
    ],
    "who refuses did not agree": [
        ("did Meridian agree to talks", "answer", {"meridian-refuses"}),
        ("has the company agreed to negotiate", "answer", {"meridian-refuses"}),
        ("did the union agree to talks", "answer", {"union-accepts"}),
        ("did police agree to talks", "abstention", set()),
    ],
}


@pytest.mark.parametrize(
    ("question", "outcome", "claims"),
    [pytest.param(*one, id=one[0]) for some in ASKED.values() for one in some],
)
def test_what_is_asked(brannock: Index, question: str, outcome: str, claims: set[str]) -> None:
    reply = ask(brannock, question)
    assert reply.outcome == outcome
    assert shown(reply) == claims


def test_who_threw_first_is_asked_of_no_other_beginning(accepting: Index) -> None:
    for question in ("who fired the first shot", "who threw the first punch"):
        reply = ask(accepting, question)
        assert shown(reply) | countered(reply) == {"stones-first-varga", "denies-okafor", "charged-okafor"}


def test_no_word_of_the_asker_is_said_back_twice(brannock: Index) -> None:
    assert ask(brannock, "why did Varga say 130 officers were injured").about == "130 officers"
    assert ask(brannock, "why did Okafor say 12 demonstrators were injured").about == "12 demonstrators"


@pytest.mark.parametrize(
    ("message", "verdict", "fields"),
    [
        ("Cops shot three demonstrators with rubber bullets!", "conflicting", {"attribution"}),
        ("Officers arrested 47 people.", "conflicting", {"attribution"}),
        ("Varga said officers arrested 47 people.", "matches", {None}),
        ("Demonstrators arrested 47 people.", "distorts", {"direction"}),
        ("Demonstrators injured 12 officers.", "distorts", {"direction"}),
        ("Officers injured 130 demonstrators.", "distorts", {"direction"}),
        ("12 demonstrators were injured, Varga said.", "distorts", {"victim"}),
        ("The hospital treated 64 people.", "distorts", {"attribution"}),
        ("Meridian agreed to talks.", "distorts", {"direction"}),
        ("The union agreed to talks.", "matches", {None}),
    ],
)
def test_whoever_harms_is_not_counted(
    brannock: Index, message: str, verdict: str, fields: set[str | None]
) -> None:
    checked = check(brannock, message)
    assert checked.verdict == verdict
    assert {one.field for one in checked.findings} == fields


def test_whoever_contests_a_claim_of_a_statement_is_not_silent_on_it(brannock: Index) -> None:
    reply = ask(brannock, "how many protesters were injured")
    silent = {one.claim.id: one.unanswered_by for one in reply.claims}
    assert silent["injured-okafor"] == ("Meridian Ports",)
    reply = ask(brannock, "how many officers were injured")
    assert {one.claim.id: one.unanswered_by for one in reply.claims}["officers-injured-varga"] == (
        "Meridian Ports",
    )


def test_who_counts_people_of_no_side_disputes_another_count(brannock: Index) -> None:
    named = {row.claim.id: row.named for row in figure_table(brannock).rows}
    assert named["arrests-varga"] == ("detained-okafor",)
    assert named["detained-okafor"] == ("arrests-varga",)
    assert named["treated-hospital"] == ()


def test_a_receipt_says_that_it_is_whom_it_names(brannock: Index) -> None:
    receipt = ask(brannock, "how many officers did police arrest").receipt
    assert receipt is not None
    lacking = {one.claim: one.ruled_out or "" for one in receipt.considered}
    assert "victims: officers" in lacking["arrests-varga"]
