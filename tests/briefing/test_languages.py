"""The words of other languages stand in files of their own, and every fault of them is found."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.briefing import shapes
from bot.briefing.folder import digest
from bot.briefing.loader import load

if TYPE_CHECKING:
    from tests.briefing.conftest import Folder

GERMAN = """\
language = "de"

[grammar]
signs = ["wie", "wurden"]
letters = "äöüß"
stemmer = "german"

[aliases]
missing = ["vermisst"]
says = ["sagte", "gesagt"]

[phrases]
"how many" = ["wie viele"]
"""


def test_a_language(flood: Folder) -> None:
    before = digest(flood.path)
    flood.write("vocabulary.de.toml", GERMAN)
    assert flood.problems() == []
    edition = load(flood.path)
    assert edition.digest != before
    (german,) = edition.languages
    assert german.tag == "de"
    assert german.aliases == (("missing", ("vermisst",)), ("says", ("sagte", "gesagt")))
    assert german.phrases == (("how many", ("wie viele",)),)
    assert (german.grammar.signs, german.grammar.stemmer) == (("wie", "wurden"), "german")


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("missing =", "mising =", '9: no concept has the id "mising", did you mean missing?'),
        (
            "missing =",
            "Missing =",
            '9: aliases.Missing must be lower-case letters, digits and hyphens, not "Missing"',
        ),
        ("letters =", "leters =", '5: unknown key "leters", did you mean letters?'),
        ("[phrases]", "[phrase]", '12: unknown key "phrase", did you mean phrases?'),
        ('"how many"', '"how much"', '13: no alias in English has the word "much"'),
        ('language = "de"', 'language = "fr"', '1: the language "fr" is not that in the file\'s name'),
        ('["vermisst"]', '["vermisst", "?"]', '9: the alias "?" has no word'),
        ('["wie", "wurden"]', "[]", "4: grammar.signs must list at least 1, not 0"),
        (
            '"german"',
            '"klingon"',
            "6: grammar.stemmer must be 'french', 'german' or 'spanish', not \"klingon\"",
        ),
        (
            "stemmer",
            'sounds = ["aa"]\nstemmer',
            '6: grammar.sounds must be letters, a space, and what they are read as, not "aa"',
        ),
    ],
)
def test_a_fault(flood: Folder, old: str, new: str, problem: str) -> None:
    assert old in GERMAN
    flood.write("vocabulary.de.toml", GERMAN.replace(old, new, 1))
    assert flood.problems() == [f"vocabulary.de.toml:{problem}"]


@pytest.mark.parametrize("shape", shapes.Shape.__subclasses__())
def test_each_pattern_of_a_shape_has_a_sentence(shape: type[shapes.Shape]) -> None:
    def patterns(schema: object) -> set[str]:
        inner = schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ()
        here = {schema["pattern"]} if isinstance(schema, dict) and "pattern" in schema else set()
        return here.union(*map(patterns, inner))

    assert patterns(shape.model_json_schema()) <= dict(shapes.PATTERNS.values()).keys()


def test_words_that_fold_onto_those_of_another_concept(flood: Folder) -> None:
    """Kaf and yeh have other letters on an Arabic keyboard, and words may be parted by a joiner."""
    urdu = 'language = "ur"\n[grammar]\nsigns = ["کے"]\n[aliases]\nmissing = ["لا پتہ", "گم شدہ"]\n'
    flood.write("vocabulary.ur.toml", urdu + 'rescued = ["بچائے", "گم\u200cشده"]\n')
    assert flood.problems() == ['vocabulary.ur.toml:6: the alias "گم\\u200cشده" is already that of "missing"']
    flood.write("vocabulary.ur.toml", urdu + '[phrases]\n"saved" = ["بچے"]\n"lost" = ["بچی"]\n')
    assert flood.problems() == ['vocabulary.ur.toml:8: the alias "بچی" is already that of "saved"']


def test_english_words_count_only_where_people_mix_them_in(flood: Folder) -> None:
    text = 'language = "xx"\n[grammar]\nsigns = ["zz"]\n{}[aliases]\nrescued = ["lost"]\n'
    flood.write("vocabulary.xx.toml", text.format(""))
    assert flood.problems() == []
    flood.write("vocabulary.xx.toml", text.format("mixes_english = true\n"))
    assert flood.problems() == ['vocabulary.xx.toml:6: the alias "lost" is already that of "missing"']


def test_a_file_that_is_no_toml(flood: Folder) -> None:
    flood.write("vocabulary.de.toml", "[grammar")
    (problem,) = flood.problems()
    assert problem.startswith("vocabulary.de.toml:1: the file is not TOML")


def test_a_name_that_is_no_language(flood: Folder) -> None:
    flood.write("vocabulary.german.toml", GERMAN)
    assert flood.problems() == [
        (
            "vocabulary.german.toml:1: no such file is known here, "
            "only vocabulary.toml and vocabulary.<tag>.toml"
        )
    ]
