"""The knowledge that the bot ships loads, and its source divides where a reader would divide it."""

from __future__ import annotations

from pathlib import Path

from bot.briefing.loader import examine
from bot.briefing.sentences import sentences

KNOWLEDGE = Path(__file__).parents[2] / "knowledge"


def test_the_shipped_knowledge_has_no_problem() -> None:
    assert [str(problem) for problem in examine(KNOWLEDGE).problems] == []


def test_the_shipped_source_divides_into_its_sentences() -> None:
    text = (KNOWLEDGE / "border-fighting-2026/source.txt").read_bytes().decode()
    found = [text[start:end] for start, end in sentences(text, "en")]
    # One sentence a line, save the second line, which has two.
    first, second, *rest = text.split("\n")
    both = "Both sides reported heavy casualties."
    assert second.endswith(f" {both}")
    assert found == [first, second.removesuffix(f" {both}"), both, *rest]
