"""What one side answers to what the other alleges, whoever is named first, and a charge turned round."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.answering.conftest import ask, shown

if TYPE_CHECKING:
    from bot.answering.claims.index import Index

ASKED = (
    "{0}'s accusation that {1} is {2}: what does {1} answer?",
    "{0} accuses {1} of {2} - what does {1} reply?",
    "How does {1} answer {0}'s charge that it is {2}?",
    "what does {1} say to {0}'s allegation that it is {2}",
    "how did {1} respond to the accusation by {0} of {2}",
    "does {1} deny {0}'s charge of {2}?",
)
CHARGES = [
    ("war", ("Pakistan", "Afghanistan", "sheltering militants"), "sheltering"),
    ("orla", ("Arden", "Belmar", "hiding a gauge"), "gauge"),
]


@pytest.mark.parametrize("asked", ASKED)
@pytest.mark.parametrize(("briefing", "charge", "claim"), CHARGES)
def test_a_charge_is_answered_with_its_denial_and_corrected_where_it_is_turned_round(
    briefings: dict[str, Index], briefing: str, charge: tuple[str, str, str], claim: str, asked: str
) -> None:
    accuser, accused, deed = charge
    so = ask(briefings[briefing], asked.format(accuser, accused, deed))
    turned = ask(briefings[briefing], asked.format(accused, accuser, deed))
    assert (so.outcome, shown(so)) == ("answer", {f"{claim}-denied", f"{claim}-alleged"})
    assert turned.outcome == "premise"
    assert f"{claim}-alleged" in shown(turned)


@pytest.mark.parametrize(
    "question",
    [
        "Kabul's accusation that Pakistan flooded Tarn: what does Islamabad answer?",
        "What did Afghanistan say to Pakistan's allegation that it launched missiles?",
    ],
)
def test_a_charge_that_nobody_makes_is_left_open(war: Index, question: str) -> None:
    assert ask(war, question).outcome == "abstention"
