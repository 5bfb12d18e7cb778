"""Text is broken only at spaces, and statements are told from our own words by a margin."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from bot.answering.showing.reply import Suggestion
from bot.desk.asking import ask
from bot.surfaces import plain
from bot.surfaces.wrapping import wrapped
from tests.shipped import CONTESTED, knowledge

_WORDS = st.lists(st.text(st.characters(categories=["L", "N", "P"]), min_size=1, max_size=12), min_size=1)


@given(_WORDS, st.integers(20, 100))
def test_wrapping_only_breaks_at_spaces(words: list[str], width: int) -> None:
    statement = " ".join(words)
    lines = wrapped(plain.QUOTE + statement, width).split("\n")
    assert all(line.startswith(plain.QUOTE) for line in lines)
    assert " ".join(line.removeprefix(plain.QUOTE) for line in lines) == statement
    assert max(map(len, lines)) <= width + 20


def test_margins() -> None:
    assert wrapped("> one two three four five", 22) == "> one two three four\n> five"
    assert wrapped("- one two three four five", 22) == "- one two three four\n  five"
    assert wrapped("  name   one two three four five", 30) == "  name   one two three four\n         five"
    assert wrapped("one\n\ntwo", 80) == "one\n\ntwo"


def test_a_word_too_long_stays_whole() -> None:
    assert wrapped("> " + "x" * 200, 40).replace("> ", "").strip() == "x" * 200


def test_a_dash_or_a_hyphen_is_no_place_to_break() -> None:
    text = "> and Kandahar—where the leadership is based—along with north-west parts"
    assert "Kandahar—where" in wrapped(text, 22)
    assert "north-west" in wrapped(text, 22)


def test_a_choice_lists_its_readings() -> None:
    found = ask(knowledge(), "What is the capital of France?")
    readings = (Suggestion("one", "How many?"), Suggestion("two", "Who?"))
    found = replace(found, outcome="choice", reason=None, about=None, choices=readings)
    assert plain.reply(found) == (
        "That can be read in more than one way. Ask one of these:\n- How many?\n- Who?"
    )


def test_a_remark_comes_first() -> None:
    found = replace(ask(knowledge(), CONTESTED), remark="recency")
    assert plain.reply(found).startswith("The briefing covers events up to 2026-02-27; ")


def test_encodable() -> None:
    assert plain.encodable("a\udcffb\ud800") == "a�b�"
    assert plain.encodable("“käse” 🧀") == "“käse” 🧀"
