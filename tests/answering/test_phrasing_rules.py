"""A briefing of which the vocabulary knows nothing: what is asked is only to be told by how it is phrased."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bot.desk.asking import ask
from bot.desk.knowledge import Knowledge
from bot.desk.settings import Settings
from bot.desk.validating import calibrations

SHIPPED = Path(__file__).parents[2] / "knowledge"
TOPICS = {
    "renewing": (
        "A loan can be renewed twice unless another reader has reserved the item.",
        [
            "how do I renew a book",
            "can I keep my book for longer",
            "extend my loan please",
            "renewal of borrowed items",
            "my loan runs out and I have not finished reading",
            "how often may a loan be renewed",
            "prolong the loan of a novel",
            "is it possible to renew a borrowed book online",
        ],
    ),
    "card": (
        "A lost card is replaced at the desk for a fee of two crowns.",
        [
            "I lost my library card",
            "where do I get a new card",
            "replace a lost card",
            "my reader's card has gone missing",
            "what does a replacement card cost",
            "library card stolen",
            "need another card since mine vanished",
            "how do I replace my library card",
        ],
    ),
    "rooms": (
        "Reading rooms can be booked for up to four hours a day.",
        [
            "can I book a reading room",
            "reserve a room for my study group",
            "how long may we use a reading room",
            "study room booking",
            "is there a quiet room to hire",
            "book a room for four hours",
            "room reservation for students",
            "where can our group study undisturbed",
        ],
    ),
    "printing": (
        "Printing costs a tenth of a crown a page and is paid at the machine.",
        [
            "how do I print something",
            "what does printing cost",
            "price per printed page",
            "where is the printer",
            "can I print my thesis here",
            "how do I pay for printing",
            "is there a colour printer",
            "print from my phone",
        ],
    ),
    "returning": (
        "Items are returned at the slot beside the door at any hour.",
        [
            "where do I return a book",
            "can I bring a book back at night",
            "return slot location",
            "giving back borrowed items",
            "drop off my books after closing",
            "how do returns work",
            "hand back what I borrowed",
            "is there a book drop",
        ],
    ),
    "late": (
        "A late item costs a twentieth of a crown a day.",
        [
            "what is the fine for a late book",
            "how much are overdue charges",
            "I am late with my book what now",
            "overdue fee per day",
            "penalty when something comes back too late",
            "late fees",
            "do I pay if I forget the deadline",
            "cost of an overdue item",
        ],
    ),
    "joining": (
        "Anybody who lives in the county can join for free.",
        [
            "how do I join the library",
            "become a member",
            "sign up as a reader",
            "who can register here",
            "is membership free",
            "registration for new readers",
            "I want to enrol",
            "joining as a resident of the county",
        ],
    ),
    "archive": (
        "The archive of newspapers is open by appointment.",
        [
            "can I see old newspapers",
            "newspaper archive access",
            "how do I make an appointment for the archive",
            "historical papers",
            "looking for a newspaper from my birth year",
            "visit the archive",
            "are the archives open to everybody",
            "old periodicals",
        ],
    ),
}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Knowledge:
    folder = tmp_path_factory.mktemp("library") / "knowledge"
    (folder / "library").mkdir(parents=True)
    for name in ("vocabulary.toml", "words.en.txt", "small-talk.en.txt"):
        shutil.copy(SHIPPED / name, folder)
    (folder / "library" / "source.txt").write_text("\n".join(text for text, _ in TOPICS.values()) + "\n")
    (folder / "library" / "briefing.toml").write_text(
        'title = "The library"\nlanguage = "en"\nedition_date = 2026-02-01\ncovers_until = 2026-02-01\n'
        '[[source]]\nid = "s"\nfile = "source.txt"\nnote = "A leaflet."\n'
    )
    (folder / "library" / "claims.toml").write_text(
        "".join(
            f'[[claim]]\nid = "{claim}"\nstatement = "{text}"\nvoice = "publisher"\nspeech_act = "states"\n'
            f"phrasings = {phrasings}\n"
            for claim, (text, phrasings) in TOPICS.items()
        )
    )
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
    (found,) = calibrations(Settings(library.folder, cache=False, selective_risk=0.05))
    assert (found.briefing, found.claims, found.phrasings) == ("library", 8, 64)
    assert found.lost == ()
    assert not found.by_phrasing.thin
    assert found.by_phrasing.risk <= 0.05
    assert found.pairs


def test_no_risk_at_all_only_offers(library: Knowledge) -> None:
    careful = Knowledge(Settings(library.folder, cache=False, selective_risk=0.0))
    assert careful.retrieval().calibration.risk == 0
    assert careful.retrieval().calibration.margin >= library.retrieval().calibration.margin
