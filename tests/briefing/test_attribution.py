"""Whoever a statement says asserts something may be its claimant, however it says so, and nobody else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.briefing.conftest import Folder

CLAIMS, VOCABULARY = "flood/claims.toml", "vocabulary.toml"
STATEMENT = "Arden’s mayor, Ina Holt, said 12 residents were missing and at least 40 were rescued."
WORDS = {
    '"said", "saying"': '"said", "saying", "put it at", "given it as"',
    'id = "it"\n': 'id = "it"\naliases.en = ["it"]\n',
    'id = "by"\n': 'id = "by"\naliases.en = ["by"]\n',
    '"according to"': '"according to", "counted by", "from"',
}
SPEAKS = [
    "while {other} put the toll at 12",
    "while {other} put the number of residents at more than 12",
    "while the toll was put at 12 by {other}",
    "while the toll was given as over 12 by {other}",
    "while 12 were, according to the {other} side",
    "while they were 12 as counted by {other}",
    "though “12 were,” said {other}",
]
SILENT = [
    "while 12 were",
    "while 12 were put at risk by {other}",
    "while {other} put 12 residents at risk",
    "while {other} put residents at risk, 12 of them",
    "and, in a letter, said {other} flooded 12 streets",
    "and got 12 letters from {other}",
    "though “12 were,” said the Gazette",
    "while the Gazette put the toll at 12",
]


@pytest.mark.parametrize(("one", "other"), [("Arden", "Belmar"), ("Belmar", "Arden")])
@pytest.mark.parametrize("words", [*SPEAKS, *SILENT])
def test_a_second_speaker_of_a_sentence_may_be_the_claimant(
    flood: Folder, words: str, one: str, other: str
) -> None:
    for old, new in WORDS.items():
        flood.replace(VOCABULARY, old, new)
    flood.replace(CLAIMS, STATEMENT, f"{one} said 40 residents were, {words.format(other=other)}.")
    flood.replace(CLAIMS, 'claimant = "ina-holt"', f'claimant = "{other.lower()}"')
    found = [problem for problem in flood.problems() if "the words attribute to" in problem]
    where = f"{CLAIMS}:{flood.line(CLAIMS, 'claimant = ')}: the words attribute to "
    assert len(found) == (words in SILENT)
    assert all(problem.startswith(where) and one.lower() in problem for problem in found)
