"""The shipped figures are complete, and each is disputed by what the evaluation's own table says."""

from __future__ import annotations

import json
from pathlib import Path

from bot.desk.browsing import figures, quotations
from tests.shipped import knowledge

# The words of each figure, with the sentences that contest it: figures.json of the evaluation.
CONTESTED = json.loads(Path(__file__).with_name("contested_figures.json").read_text(encoding="utf-8"))


def test_every_figure_with_what_contests_it() -> None:
    statements = {claim.id: claim.statement for claim in knowledge().index().briefing.claims}
    found = {
        row.figure.words: {statements[claim] for claim in row.disputed_by}
        for row in figures(knowledge()).rows
    }
    assert found == {words: set(sentences) for words, sentences in CONTESTED.items()}


def test_every_quotation_with_its_speaker() -> None:
    found = [(one.words[:12], one.speaker and one.speaker.id) for one in quotations(knowledge()).quoted]
    assert found == [
        ("“open war”", None),  # the claim of that sentence is of others, and only of other words
        ("“full-scale ", "khawaja-asif"),
        ("“Now it is a", "khawaja-asif"),
        ("“The Islamic", "zabihullah-mujahid"),
        ("“not true”", "zabihullah-mujahid"),
    ]
