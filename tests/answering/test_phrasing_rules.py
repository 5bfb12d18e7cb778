"""A briefing of which the vocabulary knows nothing: what is asked is only to be told by how it is phrased."""

from __future__ import annotations

import pytest

from bot.desk.asking import ask
from bot.desk.knowledge import Knowledge
from bot.desk.settings import Settings
from bot.desk.validating import calibrations
from tests.library import TOPICS, library_in


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Knowledge:
    folder = library_in(tmp_path_factory.mktemp("library") / "knowledge")
    return Knowledge(Settings(folder, cache=False, selective_risk=0.05))


def shown(knowledge: Knowledge, question: str) -> list[str]:
    return [one.claim.id for one in ask(knowledge, question).claims]


@pytest.mark.parametrize(("claim", "phrasing"), [(c, p) for c, (_, ps) in TOPICS.items() for p in ps])
def test_a_phrasing_is_answered_with_its_claim(library: Knowledge, claim: str, phrasing: str) -> None:
    assert shown(library, phrasing) == [claim]
    assert shown(library, f"{phrasing.upper()} ?!") == [claim]


@pytest.mark.parametrize(
    ("question", "claim"),
    [
        ("how do I replace my lost library card please", "card"),
        ("what does printing a page cost", "printing"),
        ("can I renew the loan of a book", "renewing"),
        ("is there a fine for overdue books", "late"),
    ],
)
def test_what_is_asked_otherwise_is_answered_or_offered(
    library: Knowledge, question: str, claim: str
) -> None:
    reply = ask(library, question)
    assert reply.outcome in {"answer", "choice"}
    assert claim in [one.claim.id for one in reply.claims] + [one.claim for one in reply.choices]


@pytest.mark.parametrize(
    "question",
    [
        "what is the capital of France",
        "tell me a joke",
        "can I bring my dog",
        "how tall is the tower of Pisa",
        "who won the match last night",
        "is the swimming pool open",
    ],
)
def test_what_no_claim_covers_is_not_answered(library: Knowledge, question: str) -> None:
    assert shown(library, question) == []


def test_one_word_in_common_is_no_answer(library: Knowledge) -> None:
    """Another thing in the same frame may be meant: then a claim is offered, and not given."""
    assert ask(library, "where do I return a rental car").outcome != "answer"


def test_the_calibration_is_told(library: Knowledge) -> None:
    (found,) = calibrations(Settings(library.contents.folder, cache=False, selective_risk=0.05))
    assert (found.briefing, found.claims, found.phrasings) == ("library", 8, 64)
    assert found.lost == ()
    assert not found.by_phrasing.thin
    assert found.by_phrasing.risk <= 0.05
    assert found.pairs


def test_no_risk_at_all_only_offers(library: Knowledge) -> None:
    careful = Knowledge(Settings(library.contents.folder, cache=False, selective_risk=0.0))
    assert careful.retrieval().calibration.risk == 0
    assert careful.retrieval().calibration.margin >= library.retrieval().calibration.margin
