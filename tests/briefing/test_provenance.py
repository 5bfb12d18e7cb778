"""A passage is the source's own words; whatever is not has a reason that helps."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.briefing.models import Passage, Source
from bot.briefing.provenance import Unproved, divide, prove
from bot.briefing.sentences import sentences

TEXT = """\
The river rose on Monday. Nobody “was warned”, said Dr Per Lund.
What we know
He called it “a lie. A plain lie.” Then he left! Nobody was warned.
Nobody was warned.
It went on
until dawn."""


def proved(statement: str, text: str = TEXT, language: str = "en") -> Passage | Unproved:
    return prove(statement, divide(Source("s", "source.txt", text, "n"), language), language)


def texts(text: str, language: str = "en") -> list[str]:
    return [text[start:end] for start, end in sentences(text, language)]


def test_sentences() -> None:
    assert texts(TEXT) == [
        "The river rose on Monday.",
        "Nobody “was warned”, said Dr Per Lund.",
        "What we know",
        "He called it “a lie. A plain lie.”",
        "Then he left!",
        "Nobody was warned.",
        "Nobody was warned.",
        "It went on\nuntil dawn.",
    ]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "", []),
        ("en", " \n\n\t\n", []),
        ("en", "Lt Gen A. B. Lee of the U.S. Army spoke at 5 p.m. on Feb. 3.\r\nNobody came. \n", 2),
        ("en-GB", "A tower of 3.5 m fell. It was old…", 2),
        ("ar", "فاض النهر. هل حذّروا أحداً؟ لا!", 3),
        ("zh", "河水上涨。没有人。", 2),
        ("und", "One. Two.", 2),
    ],
)
def test_sentences_of_many_languages(language: str, text: str, expected: list[str] | int) -> None:
    found = texts(text, language)
    assert found == expected if isinstance(expected, list) else len(found) == expected


def test_a_passage_has_its_context() -> None:
    assert proved("Then he left!") == Passage(
        source="s",
        text="Then he left!",
        start=TEXT.index("Then"),
        end=TEXT.index("Then") + 13,
        prefix="called it “a lie. A plain lie.” "[-32:],
        suffix=" Nobody was warned.\nNobody was w",
    )
    first = proved("The river rose on Monday.")
    assert isinstance(first, Passage)
    assert (first.start, first.prefix) == (0, "")


def test_several_sentences_and_a_heading() -> None:
    assert isinstance(proved("The river rose on Monday. Nobody “was warned”, said Dr Per Lund."), Passage)
    assert isinstance(proved("What we know"), Passage)
    assert isinstance(proved("It went on\nuntil dawn."), Passage)


@pytest.mark.parametrize(
    ("statement", "reason"),
    [
        (
            'Nobody "was warned", said Dr Per Lund.',
            (
                "the statement does not stand in the source to the letter, the nearest is source.txt:1 "
                '"Nobody “was warned”, said Dr Per Lund.", which has "“was warned”, said Dr Pe" '
                'where the statement has ""was warned", said Dr Pe"'
            ),
        ),
        (
            "Then he laughed! Nobody was warned.",
            (
                "the statement does not stand in the source to the letter, the nearest is source.txt:3 "
                '"Then he left! Nobody was warned.", which has "eft! Nobody was warned." '
                'where the statement has "aughed! Nobody was warne"'
            ),
        ),
        (
            "Nobody was warned.",
            (
                "the statement stands in source.txt more than once, at lines 3 and 4, "
                "so take in a sentence before or after it"
            ),
        ),
        (
            "rose on Monday.",
            (
                "the statement does not begin where a sentence begins, the whole sentence at source.txt:1 "
                'is "The river rose on Monday."'
            ),
        ),
        (
            "A plain lie.” Then he left!",
            (
                "the statement does not begin where a sentence begins, the whole sentence at source.txt:3 "
                'is "He called it “a lie. A plain lie.”"'
            ),
        ),
        (
            "It went on\nuntil",
            (
                "the statement does not end where a sentence ends, the whole sentence at source.txt:6 "
                'is "It went on\\nuntil dawn."'
            ),
        ),
        (" Then he left!", "the statement begins or ends with white space, so take that away"),
    ],
)
def test_no_proof(statement: str, reason: str) -> None:
    assert proved(statement) == Unproved(reason)


def test_a_statement_longer_than_the_source() -> None:
    outcome = proved("One. Two. Three.", text="One.")
    assert isinstance(outcome, Unproved)
    assert 'which has "" where the statement has " Two. Three."' in outcome.reason


# Astral characters, right to left, marks that combine or join, and the punctuation of sentences.
PROSE = st.text(
    st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from(" .!?؟。“”\n😀é\u0301\u200dשא"))
)
LANGUAGES = st.sampled_from(["en", "ar", "de", "hi", "zh", "ps", "und", "xx"])


@given(PROSE, LANGUAGES)
def test_sentences_divide_the_text_and_lose_nothing_but_space(text: str, language: str) -> None:
    at = 0
    for start, end in sentences(text, language):
        assert text[at:start].strip() == ""
        assert text[start:end] == text[start:end].strip() != ""
        at = end
    assert text[at:].strip() == ""


@given(PROSE, LANGUAGES, st.data())
def test_every_run_of_sentences_is_proved_where_it_stands(
    text: str, language: str, data: st.DataObject
) -> None:
    spans = sentences(text, language)
    if not spans:
        return
    first = data.draw(st.integers(0, len(spans) - 1))
    last = data.draw(st.integers(first, len(spans) - 1))
    statement = text[spans[first][0] : spans[last][1]]
    outcome = proved(statement, text, language)
    if isinstance(outcome, Unproved):
        assert text.find(statement, text.find(statement) + 1) >= 0
    else:
        assert text[outcome.start : outcome.end] == outcome.text == statement
        assert text.startswith(
            outcome.prefix + statement + outcome.suffix, outcome.start - len(outcome.prefix)
        )


@given(PROSE.filter(str.strip), PROSE.filter(str.strip))
def test_what_does_not_stand_there_is_never_proved(statement: str, text: str) -> None:
    outcome = proved(statement, text)
    assert (statement in text) or isinstance(outcome, Unproved)
    assert outcome != Unproved("")
