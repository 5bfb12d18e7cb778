"""Concepts are found through synonyms, word forms and typing errors, and nothing is read into plain words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.answering.reading.reader import Reader
from bot.answering.reading.vocabulary import Lexicon, Meaning, WordList
from bot.briefing.models import Alias, Concept
from tests.answering.conftest import slots

if TYPE_CHECKING:
    from bot.answering.claims.index import Index
    from bot.answering.reading.question import Slot
    from bot.briefing.models import ConceptKind

ALIASES: dict[tuple[ConceptKind, str], list[str]] = {
    ("measure", "killed"): ["killed", "lost their lives"],
    ("measure", "casualties"): ["casualties", "lost", "losses"],
    ("measure", "rescued"): ["rescued"],
    ("victims", "soldiers"): ["soldiers"],
    ("victims", "residents"): ["residents", "residents’ own", "resident"],
    ("topic", "strike"): ["strike", "air strike"],
    ("topic", "grain"): ["barley"],
    ("topic", "yield"): ["parley"],
    ("topic", "canal"): ["canal", "waterway"],
    ("topic", "negotiation"): ["sit at the table", "negotiate"],
    ("aside", "chat"): ["please", "table"],
    ("elsewhere", "other-matters"): ["cricket", "rockets"],
    ("cue", "how-many"): ["how many"],
    ("cue", "according-to"): ["according"],
}
KNOWN_WORDS = frozenset({"rescue", "soldering", "canals", "canap", "canvas", "tablet", "strife", "stripe"})


@pytest.fixture(scope="module")
def reader(orla: Index) -> Reader:
    """Return a reader with few words of its own and the flood's parties, people and places."""
    concepts = tuple(
        Concept(id_, kind, id_, tuple(Alias(words, "en") for words in aliases))
        for (kind, id_), aliases in ALIASES.items()
    )
    return Reader.of(concepts, replace(orla.briefing, concepts=()), KNOWN_WORDS)


def found(reader: Reader, text: str) -> list[Slot]:
    return list(reader.read(text).slots)


def named(reader: Reader, text: str) -> list[str]:
    return [slot.value for slot in found(reader, text)]


READ = {
    "a word": ("killed", ["killed"]),
    "in capitals": ("KILLED", ["killed"]),
    "a word form": ("killing", ["killed"]),
    "an alias of several words": ("they lost their lives", ["killed"]),
    "the longest alias wins": ("lost their lives lost", ["killed", "casualties"]),
    "what is begun and not finished is a shorter alias": ("lost their keys", ["casualties"]),
    "a longer alias with word forms": ("air strikes", ["strike"]),
    "an alias within which stands another": ("sit at the table", ["negotiation"]),
    "a word form spelt by rule": ("casualtys", ["casualties"]),
    "a person": ("Holt", ["ina-holt"]),
    "a person's possessive": ("Holt’s canal", ["ina-holt", "canal"]),
    "a person by name and office": ("mayor Ina Holt", ["ina-holt", "ina-holt"]),
}


@pytest.mark.parametrize(("text", "values"), READ.values(), ids=READ)
def test_reading(reader: Reader, text: str, values: list[str]) -> None:
    assert [value for value in named(reader, text) if value not in {"they", "keys", "their"}] == values


REPAIRED = {
    "a letter left out": ("soldirs", "soldiers"),
    "a letter doubled": ("resscued", "rescued"),
    "a wrong letter": ("residemts", "residents"),
    "letters swapped": ("negotaite", "negotiate"),
    "first letters swapped": ("ersidents", "residents"),
    "first letter left out": ("esidents", "residents"),
    "two errors in a long word": ("casaultis", "casualties"),
    "two forms of one word equally near": ("residentz", "residents"),
    "a name": ("millbnak", "millbank"),
}


@pytest.mark.parametrize(("typed", "meant"), REPAIRED.values(), ids=REPAIRED)
def test_typing_errors_are_repaired(reader: Reader, typed: str, meant: str) -> None:
    (slot,) = found(reader, typed)
    assert slot.kind != "unknown"
    assert slot.words == typed
    assert slot.repaired == meant


UNTOUCHED = {
    "a short word": "kld",
    "another word": "blackbird",
    "two meanings equally near": "carley",
    "an ordinary word near to an alias": "stripe",
    "an ordinary word of another matter": "tablet",
    "what names something elsewhere": "crickte",
    "another first letter": "desidents",
    "another script": "ملبنك",
}


@pytest.mark.parametrize("typed", UNTOUCHED.values(), ids=UNTOUCHED)
def test_other_words_stay_unknown(reader: Reader, typed: str) -> None:
    (slot,) = found(reader, typed)
    assert (slot.kind, slot.repaired) == ("unknown", None)


def test_a_number_is_never_a_misspelling(reader: Reader) -> None:
    assert [slot.repaired for slot in found(reader, "1234 27th")] == [None, None]


def test_a_repaired_word_completes_a_longer_alias(reader: Reader) -> None:
    (slot,) = found(reader, "lost their livs")
    assert (slot.value, slot.words, slot.repaired) == ("killed", "lost their livs", "lost their lives")


def test_an_ordinary_word_that_is_almost_an_alias_is_repaired(orla: Index) -> None:
    # Lists of ordinary words hold "solders", which nobody means who asks about losses.
    soldiers = Concept("soldiers", "victims", "soldiers", (Alias("soldiers", "en"),))
    reader = Reader.of((soldiers,), replace(orla.briefing, concepts=()), frozenset({"solders"}))
    assert named(reader, "solders") == ["soldiers"]


def test_one_word_may_name_several_things(war: Index) -> None:
    kinds = {kind for kind, _ in slots(war, "Kabul", "place", "party", "side")}
    assert kinds <= {"place", "party", "side"}
    assert slots(war, "killed in Kabul", "place") == [("place", "kabul")]
    assert slots(war, "what did Kabul say", "claimant") == [("claimant", "afghanistan")]


TYPED = {
    "hw many pakstani soldeirs died": {"pakistan", "soldiers", "killed"},
    "whats the tweet by defense minster": {"social-post", "khawaja-asif"},
    "how many civilans were wonded in khots": {"civilians", "hurt", "khost"},
    "did mujahed rejct pakistans cliams": {"zabihullah-mujahid", "denial", "claims"},
    "talbian leders negotiatons": {"taliban-leaders", "negotiation"},
}


@pytest.mark.parametrize(("text", "values"), TYPED.items(), ids=TYPED)
def test_chat_english_about_the_shipped_briefing(war: Index, text: str, values: set[str]) -> None:
    assert values <= war.reader.read(text).values(
        "measure", "victims", "side", "party", "person", "place", "topic", "claimant", "actor"
    )


def test_a_word_list_has_its_words_and_no_others() -> None:
    words = {"a", "ab", "abc", "b", "été", "zebra"}
    listed = WordList(words)
    assert set(listed) == words
    assert len(listed) == len(words)
    assert all(word in listed for word in words)
    assert not any(other in listed for other in ("", "aa", "abcd", "c", "zz", "b\nzebra", "ebra"))
    assert "a" not in WordList(())


def test_an_alias_of_any_length_is_found() -> None:
    alias = "the big old man with the very long black beard who spoke"
    lexicon = Lexicon([(Meaning("person", "holt"), Alias(alias, "en"))])
    (*_, man, last) = lexicon.read(f"what did {alias} say")
    assert man.ids("person") == ("holt",)
    assert last.words == "say"
