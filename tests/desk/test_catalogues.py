"""The catalogues have every sentence of the code, with the same places in it, and tilt to no side."""

from __future__ import annotations

import tomllib
from string import Formatter
from typing import TYPE_CHECKING

import pytest
from babel.messages.pofile import read_po

from bot.answering.showing import sentences, wording
from bot.answering.showing.frame import ENGLISH, FIRST_STRONG_ISOLATE, POP_ISOLATE
from bot.desk.catalogues import LANGUAGES, frame_asked, frame_for, frame_in
from bot.errors import UnknownNameError
from bot.surfaces.discord import words
from tests.shipped import FOLDER, ROOT, knowledge

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

OTHERS = [tag for tag in LANGUAGES if tag != "en"]
RIGHT_TO_LEFT = ["ur", "ps", "fa"]
# Verbs and nouns that judge what somebody says, or honour one side's dead.
TILTED = {
    "ur": ["اعتراف", "شہید", "جہنم", "ڈھونگ"],
    "ps": ["اعتراف", "شهید", "مردار"],
    "fa": ["اعتراف", "شهید", "به هلاکت", "مدعی شد"],
    "de": ["behauptet", "zugegeben", "eingeräumt", "gefallen"],
    "fr": ["prétend", "avoue", "reconnaît", "tombés"],
    "es": ["pretende", "admit", "reconoc", "caídos"],
}


def written(module: ModuleType) -> Iterator[str]:
    """Return every sentence that a module holds in capitals."""
    left_out = getattr(module, "UNTRANSLATED", ())
    for name, value in vars(module).items():
        if name.isupper() and name not in {"TYPE_CHECKING", "UNTRANSLATED"}:
            yield from (one for one in _texts(value) if one not in left_out)


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from value.values()
    else:
        assert isinstance(value, tuple), value
        yield from (one[1] for one in value)


def measures() -> list[str]:
    table = tomllib.loads((FOLDER / "vocabulary.toml").read_text(encoding="utf-8"))
    return [one["name"] for one in table["measure"]]


WRITTEN = list(dict.fromkeys((*written(sentences), *written(words), *measures())))


def catalogue(tag: str) -> dict[str, str]:
    with (ROOT / "bot" / "locale" / f"{tag}.po").open("rb") as file:
        found = read_po(file, abort_invalid=True)
    assert not list(found.obsolete)
    return {str(one.id): str(one.string) for one in found if one.id}


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("tag", OTHERS)
def test_a_catalogue_has_just_what_the_code_says(tag: str) -> None:
    found = catalogue(tag)
    assert [one for one in WRITTEN if not found.get(one, "").strip(" ")] == []
    assert [one for one in found if one not in WRITTEN] == []


@pytest.mark.parametrize("tag", OTHERS)
def test_a_translation_has_the_same_places_and_lines(tag: str) -> None:
    for english, theirs in catalogue(tag).items():
        assert fields(theirs) == fields(english), english
        assert theirs.count("\n") == english.count("\n"), english
        assert theirs.count("**") == english.count("**"), english
        assert theirs.count("`") == english.count("`"), english


@pytest.mark.parametrize("tag", OTHERS)
def test_a_translation_does_not_judge(tag: str) -> None:
    acts = [catalogue(tag)[one] for one in (*sentences.ACTS.values(), *measures())]
    assert not [(one, tilted) for one in acts for tilted in TILTED[tag] if tilted in one]
    assert len(set(acts)) == len(acts) or tag == "fr"


@pytest.mark.parametrize("tag", OTHERS)
def test_what_stands_on_a_button_or_a_form_fits(tag: str) -> None:
    frame = frame_for(tag)
    buttons = (
        words.IN_CONTEXT, words.OTHER_FIGURES, words.WHY, words.POST, words.EARLIER, words.LATER,
        words.APPLY, words.DISCARD, words.FORGET_ME, words.SHOW_CHART,
    )  # fmt: skip
    assert all(len(frame(one)) <= 80 for one in buttons)
    assert all(
        len(frame(one)) <= 45 for one in (words.FEEDBACK_TITLE, words.FEEDBACK_REASON, words.FEEDBACK_MORE)
    )
    options = (words.NONE_OF_THESE, words.ALL_SIDES, words.ALL_MEASURES, words.ALL_CLAIMANTS)
    assert all(len(frame(one)) <= 100 for one in options)
    assert all(len(frame(label)) <= 100 for _, label in words.FEEDBACK_REASONS)
    assert len(frame(words.PRIVACY)) <= 3_000


@pytest.mark.parametrize("tag", ["de", "es"])
def test_the_publisher_stands_behind_no_preposition_that_its_article_would_change(tag: str) -> None:
    said = wording.difference(frame_for(tag), "place", "Tarn", "Wex", sentences.PUBLISHER)
    assert "von der Herausgeber" not in said
    assert "de el editor" not in said


@pytest.mark.parametrize("tag", OTHERS)
def test_a_catalogue_says_who_checked_it(tag: str) -> None:
    head = (ROOT / "bot" / "locale" / f"{tag}.po").read_text(encoding="utf-8")[:400]
    assert "NOT CHECKED BY A NATIVE SPEAKER" in head


@pytest.mark.parametrize("tag", RIGHT_TO_LEFT)
def test_latin_words_in_a_sentence_from_right_to_left_are_isolated(tag: str) -> None:
    frame = frame_for(tag)
    assert f"{FIRST_STRONG_ISOLATE}`/help`{POP_ISOLATE}" in frame(words.NONE_OF_THESE_NOTED)
    for english in WRITTEN:
        text = frame(english)
        assert text.count(FIRST_STRONG_ISOLATE) == text.count(POP_ISOLATE), english
        depth = 0
        for place, char in enumerate(text):
            depth += {FIRST_STRONG_ISOLATE: 1, POP_ISOLATE: -1}.get(char, 0)
            in_field = text.rfind("{", 0, place) > text.rfind("}", 0, place)
            assert depth or in_field or not (char.isascii() and char.isalpha()), (english, text)


def test_values_are_isolated_where_one_of_the_two_runs_from_right_to_left() -> None:
    isolated = f"{FIRST_STRONG_ISOLATE}12{POP_ISOLATE}"
    assert all(frame_for(tag).value("12") == isolated for tag in RIGHT_TO_LEFT)
    assert all(frame_for(tag).value("12") == "12" for tag in LANGUAGES if tag not in RIGHT_TO_LEFT)
    assert ENGLISH.value("کابل") == f"{FIRST_STRONG_ISOLATE}کابل{POP_ISOLATE}"
    assert frame_for("ur").value("") == ""


def test_a_name_is_the_catalogues_or_as_the_curator_wrote_it() -> None:
    assert frame_for("de").name("killed") == "getötet"
    assert frame_for("de").name("homeless") == "homeless"


def test_a_language_is_that_of_the_question_unless_another_is_wanted() -> None:
    assert frame_for(None) is ENGLISH
    for question, tag in (
        ("How many died?", "en"),
        ("کتنے لوگ ہلاک ہوئے؟", "ur"),
        ("څو کسان ووژل شول؟", "ps"),
        ("چند نفر کشته شدند؟", "fa"),
        ("Wie viele Menschen wurden getötet?", "de"),
        ("Combien de gens ont été tués selon eux ?", "fr"),
        ("¿Cuántos soldados murieron por los ataques?", "es"),
    ):
        assert frame_asked(knowledge(), question).language == tag
    assert frame_asked(knowledge(), "کتنے لوگ ہلاک ہوئے؟", "fr").language == "fr"
    assert frame_for("ur-PK") is frame_for("ur_pk") is frame_in("ur-Latn") is frame_for("ur")
    assert frame_in("tlh") is frame_in(None) is ENGLISH


def test_a_language_that_there_is_none_of() -> None:
    with pytest.raises(UnknownNameError, match=r"“tlh” here; there are: en, ur, ps, fa, de, fr, es"):
        frame_for("tlh")
