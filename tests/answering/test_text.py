"""Words are the same in any case, form and spelling of marks, and nothing that is typed breaks reading."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.answering.reading.text import MAX_CHARACTERS, clauses, clean, opening, sentences, tokenise
from bot.briefing.folding import APOSTROPHES, FLAG_LETTERS, fold, stem

# Everything a str can hold, lone surrogates too.
ANYTHING = st.text(st.characters(exclude_categories=()))

FOLDED = {
    "case": ("KABUL", "kabul"),
    "sharp s": ("Straße", "strasse"),
    "accent": ("Café", "cafe"),
    "accent as a mark of its own": ("Cafe\u0301", "cafe"),
    "dotted capital I": ("İzmir", "izmir"),
    "ligature": ("ﬁghters", "fighters"),
    "full width": ("\uff57\uff41\uff52 \uff11\uff12", "war 12"),
    "curly apostrophe": ("Pakistan’s", "pakistan's"),
    "opening quotation mark as apostrophe": ("Pakistan‘s", "pakistan's"),
    "modifier letter apostrophe": ("Pakistanʼs", "pakistan's"),
    "backtick": ("Pakistan`s", "pakistan's"),
    "acute accent as apostrophe": ("Pakistan´s", "pakistan's"),
    "Arabic vowel marks": ("كَابُل", fold("كابل")),
    "Arabic kashida": ("كـــابل", fold("كابل")),
    "an Arabic and a Persian keyboard": ("كابلي", fold("کابلی")),
    "Hebrew vowel marks": ("שָׁלוֹם", "שלום"),
    "Arabic digits": ("٢٧٤", "274"),
    "Persian digits": ("۲۷۴", "274"),
    "Devanagari digits": ("२७४", "274"),
    "zero-width space": ("Ka\u200bbul", "kabul"),
    "zero-width joiner": ("Ka\u200dbul", "kabul"),
    "soft hyphen": ("Ka\u00adbul", "kabul"),
    "right-to-left override": ("\u202eKabul\u202c", "kabul"),
    "byte order mark": ("\ufeffKabul", "kabul"),
    "lone surrogate stays apart": ("a\ud800", "a\ud800"),
    "Hangul stays whole": ("한국", "한국"),
}


@pytest.mark.parametrize(("text", "folded"), FOLDED.values(), ids=FOLDED)
def test_folding(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(ANYTHING)
@example("İ")
@example("ΐ")
@example("각")
def test_folding_twice_changes_nothing(text: str) -> None:
    # Four letters decompose to an apostrophe too late to be read as one.
    kept = "".join(c for c in text if c not in "\u0149\u0374\u1fef\uff40")
    assert fold(fold(kept)) == fold(kept)


@given(ANYTHING)
def test_folding_knows_no_case(text: str) -> None:
    assert fold(text.casefold()) == fold(text)


WORDS = {
    "spaces and punctuation part words": ("war—and, peace…", ["war", "and", "peace"]),
    "a hyphen parts words": ("twenty-seven", ["twenty", "seven"]),
    "an apostrophe does not": ("didn’t O'Neil", ["didnt", "oneil"]),
    "a possessive is cut off": ("Pakistan’s army", ["pakistan", "army"]),
    "a plural possessive": ("the soldiers’ deaths", ["the", "soldiers", "deaths"]),
    "numbers keep their separators": ("1,234 and 5.6.", ["1,234", "and", "5.6"]),
    "ordinals stay whole": ("27th 1ST", ["27th", "1st"]),
    "a unit does not": ("5k 12kg", ["5", "k", "12", "kg"]),
    "Eastern digits": ("٢٧ قتيل", ["27", fold("قتيل")]),
    "accents as marks of their own": ("Cafe\u0301s Kā\u0304bul", ["cafes", "kabul"]),
    "Arabic vowel marks": ("قَتَلَ كَابُل", [fold("قتل"), fold("كابل")]),
    "Hebrew vowel marks": ("שלום עולם", ["שלום", "עולם"]),
    "a mark without a letter is no word": ("a ـ b", ["a", "b"]),
    "an underscore is no letter": ("war_crime", ["war", "crime"]),
    "a flag is a word": ("12 🇳🇴🇸🇪 left", ["12", "🇳🇴", "🇸🇪", "left"]),
    "regional letters apart spell one": ("🇳 🇴 🇷 🇩 left", ["nord", "left"]),
    "letters in circles and squares": ("Ⓝⓞ🅁🄳 🅽🅾️🆁🅳 🅝🅞🅡🅓", ["nord", "nord", "nord"]),
    "lone surrogates are no words": ("\ud83d war \ude00", ["war"]),
    "nothing": ("", []),
    "punctuation only": ("?! … ’", []),
}


@pytest.mark.parametrize(("text", "words"), WORDS.values(), ids=WORDS)
def test_tokens(text: str, words: list[str]) -> None:
    assert [token.word for token in tokenise(text)] == words


@pytest.mark.parametrize(
    ("text", "possessive"),
    [
        ("Pakistan’s", True),
        ("Pakistan's", True),
        ("soldiers’ deaths", True),
        ("soldiers", False),
        ("soldiers deaths", False),
        ("it’ll", False),
        *((f"soldiers{apostrophe} deaths", True) for apostrophe in map(chr, APOSTROPHES)),
    ],
)
def test_possessives_are_noted(text: str, possessive: bool) -> None:
    assert tokenise(text)[0].possessive is possessive


@given(ANYTHING)
def test_tokens_lie_inside_the_text_and_in_order(text: str) -> None:
    at = 0
    for token in tokenise(text):
        assert at <= token.start < token.end <= len(text)
        assert token.word
        at = token.end


@given(ANYTHING)
def test_tokens_are_found_where_they_say(text: str) -> None:
    for token in tokenise(text):
        typed = text[token.start : token.end]
        assert fold(typed).replace("'", "").startswith(token.word) or typed[0] in FLAG_LETTERS


@pytest.mark.parametrize(
    ("one", "other"),
    [("bombing", "bombs"), ("strikes", "strike"), ("negotiations", "negotiate"), ("killed", "kill")],
)
def test_word_forms_have_one_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


CLEANED = {
    "line breaks and tabs stay": ("a\tb\nc", "a\tb\nc"),
    "controls": ("a\x00\x07\x1b[31mb", "a b"),
    "zero-width": ("Ka\u200b\u200cbul\ufeff", "Kabul"),
    "overrides": ("\u202eKabul\u2066x\u2069", "Kabulx"),
    "lone surrogates": ("\ud800Kabul\udfff", "Kabul"),
    "private use": ("\ue000Kabul", "Kabul"),
    "unassigned": ("\u0378Kabul", "Kabul"),
    "what is over-long": ("x" * (MAX_CHARACTERS + 1), "x" * MAX_CHARACTERS),
    "markup": ("<b>Kabul</b><!-- x --><br/><script>alert(1)</script>!", " Kabul !"),
    "markup with attributes": ("<a href='x' class=y>Kabul</a>", " Kabul "),
    "words in angle brackets": ("<not> <in Kabul> <Modi> <b not>", "<not> <in Kabul> <Modi> <b not>"),
    "blank on blank": ("3\u00a0 dead \n \n in  Kabul", "3 dead\nin Kabul"),
    "smaller than": ("3 < 4 > 2", "3 < 4 > 2"),
    "printable text is as it was": ("Kābul – “öpen” 戦争 👍", "Kābul – “öpen” 戦争 👍"),
}


@pytest.mark.parametrize(("text", "cleaned"), CLEANED.values(), ids=CLEANED)
def test_cleaning(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


@given(ANYTHING)
def test_what_is_clean_can_be_written_anywhere(text: str) -> None:
    cleaned = clean(text)
    assert cleaned.encode("utf-8").decode("utf-8") == cleaned


SENTENCES = {
    "full stops": ("One. Two.", ["One.", "Two."]),
    "questions": ("Who? Why? When", ["Who?", "Why?", "When"]),
    "Arabic question mark": ("من؟ لماذا؟", ["من؟", "لماذا؟"]),
    "lines": ("one\n\ntwo", ["one", "two"]),
    "semicolon": ("one; two", ["one", "two"]),
    "a decimal is none": ("5.6 of them", ["5.6 of them"]),
    "ellipsis": ("well… yes", ["well…", "yes"]),
    "nothing": (" \n ", []),
}


@pytest.mark.parametrize(("text", "parts"), SENTENCES.values(), ids=SENTENCES)
def test_sentences(text: str, parts: list[str]) -> None:
    assert list(sentences(text)) == parts


@given(ANYTHING)
def test_sentences_hold_every_word(text: str) -> None:
    words = [token.word for part in sentences(text) for token in tokenise(part)]
    assert words == [token.word for token in tokenise(text)]


def test_capitals_part_clauses_too() -> None:
    assert clauses("12 were killed BUT 13 lived") == ("12 were killed", "13 lived")


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("So, who did it", "who did it"),
        ("– ok wait, but please who did it", "who did it"),
        ("who did it so", "who did it so"),
        ("sock prices", "sock prices"),
    ],
)
def test_openings_end_where_something_is_said(text: str, left: str) -> None:
    assert re.sub(opening("please"), "", text, flags=re.IGNORECASE) == left
