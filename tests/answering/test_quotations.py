"""What stands in quotation marks, and whose words it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.answering.showing.quotations import quotations
from bot.errors import UnknownNameError
from tests.answering.conftest import ask, shown

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.answering.claims.index import Index

WARNED, NOT_TRUE, SILENCE = "“We warned them. Nobody listened,”", "“not true”", "“day of silence”"
BY = {
    "everybody": (None, [WARNED, NOT_TRUE, SILENCE]),
    "a person": ("Holt", [WARNED]),
    "a person by office": ("harbour master", [NOT_TRUE]),
    "a side, with its people and parties": ("Arden", [WARNED, SILENCE]),
    "a party": ("arden's council", [SILENCE]),
    "somebody without any": ("The Orla Gazette", []),
}


@pytest.mark.parametrize(("person", "words"), BY.values(), ids=BY)
def test_quotations(orla: Index, person: str | None, words: list[str]) -> None:
    found = quotations(orla, person)
    assert [one.words for one in found.quoted] == words
    assert {one.claim for one in found.quoted} <= {one.claim.id for one in found.claims}
    assert (found.imprint.title, found.imprint.edition_date) == ("The Orla flood", "2031-06-01")


def test_whose_words_they_are(orla: Index) -> None:
    assert [one.speaker and one.speaker.name for one in quotations(orla).quoted] == [
        "Ina Holt",
        "Dr Per Lund",
        "Arden’s council",
    ]


def test_a_quotation_brings_what_contests_it(orla: Index) -> None:
    found = quotations(orla, "lund")
    assert [(one.claim.id, one.role) for one in found.claims] == [
        ("rejects-lund", "answer"),
        ("arden-losses-holt", "counter_claim"),
    ]
    assert [one.author for one in found.caveats] == ["The Orla Gazette"]


def test_nobody_by_that_name(orla: Index) -> None:
    with pytest.raises(UnknownNameError, match="Ina Holt, Dr Per Lund"):
        quotations(orla, "Mujahid")


def test_words_that_only_the_publisher_quotes_are_nobodys(war: Index) -> None:
    by_words = {one.words: one.speaker for one in quotations(war).quoted}
    assert by_words["“open war”"] is None
    assert by_words["“not true”"] is not None
    assert "“open war”" not in [one.words for one in quotations(war, "Taliban leaders").quoted]


@pytest.mark.parametrize("marks", ["“{}”", "«{}»", "„{}“", "「{}」"])
def test_the_marks_of_the_source(changed_orla: Callable[..., Index], marks: str) -> None:
    quoted = marks.format("day of silence")
    index = changed_orla(("source.txt", SILENCE, quoted), ("claims.toml", SILENCE, quoted))
    assert quoted in [one.words for one in quotations(index).quoted]


@pytest.mark.parametrize(
    ("briefing", "question", "claims"),
    [
        ("orla", "Give me the sentence that contains “nobody listened”, word for word", {"not-heard-holt"}),
        ("orla", 'the sentence with "not true" please', {"rejects-lund"}),
        ("orla", 'the sentence with "a mended gauge"', set()),
        ("vardholm", 'Quote the sentence in which "fairy tale" appears', {"rejects-brandt"}),
        ("war", 'Give me the sentence with the word "emirate" verbatim', {"always-negotiations-mujahid"}),
        ("war", 'Which sentence has "full-scale confrontation" in it?', {"open-war-asif"}),
    ],
)
def test_a_sentence_is_found_by_words_in_it(
    briefings: dict[str, Index], briefing: str, question: str, claims: set[str]
) -> None:
    assert shown(ask(briefings[briefing], question)) == claims


def test_what_somebody_calls_themselves_is_what_they_say_of_it(
    war: Index, changed_orla: Callable[..., Index]
) -> None:
    for question in (
        "What do the Taliban call themselves?",
        "what do they call their own state, the Taliban",
        "What name does the Taliban's spokesman use for the Afghan state?",
        "which term does Mujahid use for his country",
        "By what formal name does Mujahid refer to the state he speaks for?",
        "What does Mujahid call the country that he represents?",
        "by what name does Mujahid call the Afghan government",
        "what is Afghanistan called by Mujahid",
        "what is Mujahid's word for Afghanistan",
    ):
        assert shown(ask(war, question)) == {"always-negotiations-mujahid"}
    warned, named = "We warned them.", "Arden warned them."
    orla = changed_orla(("source.txt", warned, named), ("claims.toml", warned, named))
    assert shown(ask(orla, "What does Arden call itself?")) == {"not-heard-holt"}
    assert not shown(ask(orla, "What does Belmar call itself?"))


@pytest.mark.parametrize(
    "question",
    [
        "what name does Holt use for Belmar",
        "what name does Lund use for Arden?",
        "what does Lund call Holt?",
        "what is Lund's name for his own town",
        "By what name does Lund refer to the town he represents?",
        "how does the mayor refer to Millbank",
    ],
)
def test_nothing_else_that_somebody_says_tells_what_they_call_another(orla: Index, question: str) -> None:
    assert not shown(ask(orla, question))


def test_what_somebody_calls_a_claim_or_a_war_is_no_name(war: Index) -> None:
    assert shown(ask(war, "what words does Mujahid use for Pakistan's claims")) == {"rejects-mujahid"}
    assert shown(ask(war, "what does Asif call the war?")) == {"open-war-asif"}
