"""A briefing on a march, by a curator who knew the documents alone: what it has not is not said to be its."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.answering.checking.messages import check
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
