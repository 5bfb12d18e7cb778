"""Words in quotation marks are the source's, in whatever marks, or are named as nobody's here."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.answering.checking.messages import check

if TYPE_CHECKING:
    from bot.answering.claims.index import Index

MARKS = [
    *(
        "“”",
        "““",
        "””",
        "„“",
        "„”",
        "‟”",
        "«»",
        "»«",
        "\u2039\u203a",
        "\u203a\u2039",
        "‘’",
        "\u201a‘",
        "\u201a’",
    ),
    *("「」", "『』", '""', "\uff02\uff02", "''"),
]


@pytest.mark.parametrize("marks", MARKS)
@pytest.mark.parametrize("words", ["we beg them for peace now", "it’s our very last plea before we're done"])
def test_an_invented_quotation_matches_nothing(war: Index, marks: str, words: str) -> None:
    first, last = marks
    checked = check(war, f"Mujahid said Afghan leaders want to negotiate: {first}{words}{last}.")
    assert checked.verdict == "distorts"
    assert words in {f.said for f in checked.findings if f.field == "attribution"}


def test_an_invented_quotation_beside_a_true_one_is_told(war: Index) -> None:
    true = "Asif posted on X: “Now it is an open war between us and you”"
    checked = check(war, f"{true} and “we will burn them all”.")
    assert {f.said for f in checked.findings} == {"we will burn them all"}
    checked = check(war, f"{true}. He added: “We will burn them all down”.")
    assert [f.verdict for f in checked.findings] == ["matches", "not_covered"]


@pytest.mark.parametrize("marks", MARKS)
def test_a_true_quotation_matches_in_any_marks(war: Index, marks: str) -> None:
    first, last = marks
    message = f"Asif posted on X: {first}Now it is an open war between us and you{last}."
    assert check(war, message).verdict == "matches"


@pytest.mark.parametrize(
    "message",
    [
        "Mujahid said they’re ready to negotiate, in the leaders’ own words.",
        "Mujahid said they're ready to negotiate, in the leaders' own words.",
        "Tell 'em Mujahid said the leaders' wish is to negotiate.",
    ],
)
def test_apostrophes_quote_nothing(war: Index, message: str) -> None:
    assert check(war, message).verdict == "matches"


@pytest.mark.parametrize("real", ["is a genuine", "is a real", "was the actual"])
def test_what_is_called_a_real_quote_is_theirs_or_not(war: Index, vardholm: Index, real: str) -> None:
    said = f"“Now it is an open war between us and you” {real} {{}} quote, I checked."
    assert check(war, said.format("Asif")).verdict == "matches"
    assert check(war, said.format("Mujahid")).verdict == "distorts"
    assert check(vardholm, f"“We will respect every ballot” {real} Aam quote.").verdict == "matches"
