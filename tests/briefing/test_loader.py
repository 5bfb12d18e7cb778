"""A folder becomes one edition or all of its problems, and never an exception."""

from __future__ import annotations

import dataclasses
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.briefing.loader import Examination, examine, load
from bot.briefing.models import Alias, Concept, Figure, Party
from bot.errors import BotError, KnowledgeError
from tests.briefing.conftest import BRIEFING, CLAIMS, SOURCE, VOCABULARY

if TYPE_CHECKING:
    from tests.briefing.conftest import Folder


def test_the_edition(flood: Folder) -> None:
    edition = load(flood.path)
    assert [briefing.id for briefing in edition.briefings] == ["flood"]
    assert edition.vocabulary[1] == Concept(
        id="rescued",
        kind="measure",
        name="rescued from the water",
        aliases=(Alias("rescued", "en"), Alias("saved", "en"), Alias("gerettet", "de")),
        broader=("helped",),
    )
    assert edition.vocabulary[0].name == "missing"


def test_the_briefing(flood: Folder) -> None:
    briefing = flood.briefing()
    assert (briefing.title, briefing.language) == ("The Orla flood", "en")
    assert (briefing.edition_date, briefing.covers_until) == (date(2031, 6, 1), date(2031, 5, 4))
    arden, council, *_ = briefing.parties
    assert arden == Party(
        "arden", "Arden", "belligerent", "arden", (Alias("arden", "en"),), (Alias("ardeners", "en"),)
    )
    assert council.side == "arden"
    assert briefing.people[0].introduced == "missing-holt"
    assert [place.side for place in briefing.places] == ["arden", None]
    assert briefing.concepts[0].kind == "topic"
    assert briefing.disputes[0].claims == ("missing-holt", "rejects-lund")
    assert briefing.sources[0].text == SOURCE
    assert (
        briefing.caveats[0].passage.text
        == "The Gazette said it could not confirm the numbers of missing people."
    )


def test_the_claims(flood: Folder) -> None:
    may, holt, lund, warned, old = flood.briefing().claims
    assert (may.claimant, may.speaker, may.happened) == (None, None, (date(2031, 5, 3), date(2031, 5, 3)))
    assert (holt.claimant, holt.speaker, holt.day) == (
        "ina-holt",
        "ina-holt",
        (date(2031, 5, 3), date(2031, 5, 4)),
    )
    assert (lund.claimant, lund.speaker, lund.briefing) == ("belmar", "per-lund", "flood")
    assert (warned.said, warned.contested, holt.contested) == ("he said", False, True)
    assert (old.standing, old.figures) == ("superseded", ())
    assert holt.figures[1] == Figure(
        measure="rescued",
        group="residents",
        victims=("residents",),
        side="arden",
        minimum=40,
        maximum=None,
        qualifier="at least",
        places=(),
        words="at least 40",
    )


def test_every_statement_is_proved(flood: Folder) -> None:
    briefing = flood.briefing()
    texts = {source.id: source.text for source in briefing.sources}
    passages = [one.passage for one in (*briefing.claims, *briefing.caveats)]
    assert all(texts[one.source][one.start : one.end] == one.text for one in passages)
    assert briefing.claims[0].statement == briefing.claims[0].passage.text


def test_nothing_can_be_changed(flood: Folder) -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        load(flood.path).digest = ""  # type: ignore[misc]


def test_every_problem_at_once_and_in_order(flood: Folder) -> None:
    flood.replace("flood/claims.toml", 'places = ["orla", "arden-town"]', 'places = ["x", "y"]')
    flood.replace("flood/claims.toml", "The river Orla broke", "The River Orla broke")
    flood.replace("flood/claims.toml", "min = 40", 'min = "40"')
    flood.replace("flood/briefing.toml", "edition_date = 2031-06-01", "edition_date = 2031-05-01")
    flood.write("words.en.txt", "a lot")
    problems = flood.problems()
    assert [problem.rsplit(": ", 1)[0].split(": ")[0] for problem in problems] == [
        "flood/briefing.toml:3",
        "flood/claims.toml:3",
        "flood/claims.toml:8",
        "flood/claims.toml:8",
        "flood/claims.toml:39",
        "words.en.txt:1",
    ]


def test_a_claim_of_the_wrong_shape_casts_no_doubt_on_the_others(flood: Folder) -> None:
    flood.replace("flood/claims.toml", 'speech_act = "denies"', 'speech_act = "admits"')
    assert len(flood.problems()) == 1


def test_words_that_attribute_to_nobody_need_no_claimant(flood: Folder) -> None:
    flood.replace("flood/claims.toml", 'voice = "publisher"\n', "")
    assert flood.problems() == []
    flood.replace("vocabulary.toml", 'aliases.en = ["said", "saying"]', 'aliases.fr = ["river"]')
    assert flood.problems() == []


def test_a_figure_without_digits(flood: Folder) -> None:
    for name in ("flood/source.txt", "flood/claims.toml", "flood/claims.toml"):
        flood.replace(name, "at least 40 were", "one was")
    flood.replace(
        "flood/claims.toml",
        'min = 40\nqualifier = "at least"\nwords = "at least 40"',
        'min = 1\nmax = 1\nwords = "one was"',
    )
    at = flood.line("flood/claims.toml", "min = 1\n")
    refused = [
        f'flood/claims.toml:{line}: {key} 1 is not the number in the words "one was"'
        for key, line in (("min", at), ("max", at + 1))
    ]
    assert flood.problems() == refused
    flood.replace("flood/briefing.toml", 'language = "en"', 'language = "en-GB"')
    vocabulary = flood.read("vocabulary.toml")
    flood.write("vocabulary.toml", f'{vocabulary}\n[[cue]]\nid = "number-1"\naliases.en = ["one"]\n')
    assert flood.problems() == []
    flood.replace("flood/briefing.toml", 'language = "en-GB"', 'language = "de"')
    assert flood.problems() == refused


def test_a_broken_head_hides_no_problem_of_the_claims(flood: Folder) -> None:
    flood.replace("flood/briefing.toml", "title =", "titel =")
    flood.replace("flood/claims.toml", 'claimant = "ina-holt"\n', "")
    assert [one.partition(": ")[0] for one in flood.problems()] == [
        "flood/briefing.toml:1",
        "flood/briefing.toml:1",
        "flood/claims.toml:14",
    ]


def test_load_refuses_with_all_problems(flood: Folder) -> None:
    flood.write("flood/source.txt", "")
    flood.write("words.en.txt", "a lot")
    with pytest.raises(KnowledgeError) as caught:
        load(flood.path)
    assert isinstance(caught.value, BotError)
    assert [problem.message for problem in caught.value.problems] == [
        "the source is empty",
        '"a lot" is more than one word',
    ]
    assert str(caught.value) == (
        f"the knowledge cannot be loaded: {flood.path}/flood/source.txt:1: the source is empty (and 1 more)"
    )


def test_one_faulty_briefing_keeps_all_from_loading(flood: Folder) -> None:
    flood.write("second/briefing.toml", BRIEFING)
    flood.write("second/claims.toml", CLAIMS)
    flood.write("second/source.txt", SOURCE)
    assert [briefing.id for briefing in load(flood.path).briefings] == ["flood", "second"]
    flood.replace("second/claims.toml", "saying 7", "saying 8")
    assert examine(flood.path).edition is None


def test_two_sources(flood: Folder) -> None:
    flood.write("flood/letter.txt", "Nobody asked us.\n")
    flood.replace(
        "flood/briefing.toml",
        "[[source]]",
        '[[source]]\nid = "letter"\nfile = "letter.txt"\nnote = "x"\n[[source]]',
    )
    text = flood.read("flood/claims.toml").replace("voice =", 'source = "report"\nvoice =')
    text = text.replace('source = "report"\nstatement', "statement").replace(
        "claimant =", 'source = "report"\nclaimant ='
    )
    flood.write("flood/claims.toml", text)
    assert flood.problems() == []
    flood.replace("flood/claims.toml", 'source = "report"', 'source = "letter"')
    (problem,) = flood.problems()
    assert problem.startswith(
        "flood/claims.toml:3: the statement does not stand in the source to the letter, "
        "the nearest is letter.txt:1"
    )


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("vocabulary.toml", "", "the vocabulary has no alias, so no question can be read"),
        ("flood/claims.toml", "", "the briefing has no claim"),
    ],
)
def test_an_empty_file(flood: Folder, name: str, content: str, message: str) -> None:
    flood.write(name, content)
    assert f"{name}:1: {message}" in flood.problems()


def test_a_briefing_without_source(flood: Folder) -> None:
    head = flood.read("flood/briefing.toml").partition("[[source]]")[0]
    flood.write("flood/briefing.toml", head)
    flood.write("flood/claims.toml", "")
    assert flood.problems() == [
        "flood/briefing.toml:1: the briefing has no source",
        "flood/claims.toml:1: the briefing has no claim",
    ]


@pytest.mark.parametrize(
    ("content", "line", "message"),
    [
        ('id = "a"\nid = "b"', 2, "the file is not TOML: Cannot overwrite a value"),
        ("a = 1\n[b", 2, "the file is not TOML: Expected ']' at the end of a table declaration"),
        ("a = " + "9" * 5000, 1, "the file is not TOML: "),
        ("a = " + "[" * 5000, 1, "the file nests deeper than anything here needs"),
        ("\n\na = 1\x00", 3, "the file is not TOML: "),
    ],
)
def test_no_toml(flood: Folder, content: str, line: int, message: str) -> None:
    flood.write("flood/claims.toml", content)
    (problem,) = flood.problems()
    assert problem.startswith(f"flood/claims.toml:{line}: {message}")
    assert problem.isprintable()


def test_deep_tables(flood: Folder) -> None:
    flood.write("flood/claims.toml", "a" + ".a" * 2_000 + " = 1")
    assert 'flood/claims.toml:1: unknown key "a"' in flood.problems()


@pytest.mark.parametrize(
    "claims", ["claim = 1", "claim = [1]", "[claim]", "claim = []", "[[claim]]", "[[claim]]\nid = 1"]
)
def test_tables_of_a_wrong_kind(flood: Folder, claims: str) -> None:
    flood.write("flood/claims.toml", claims)
    assert any(problem.startswith("flood/claims.toml:1: ") for problem in flood.problems())


def outcome(files: dict[str, bytes]) -> Examination:
    with TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "flood").mkdir()
        for name, content in files.items():
            (root / name).write_bytes(content)
        examination = examine(root)
    assert (examination.edition is None) == bool(examination.problems)
    assert all(str(problem).isprintable() for problem in examination.problems)
    return examination


FILES = {
    "vocabulary.toml": VOCABULARY,
    "words.en.txt": "such",
    "flood/briefing.toml": BRIEFING,
    "flood/claims.toml": CLAIMS,
    "flood/source.txt": SOURCE,
}


# No deadline: each example writes and reads a folder, and disks differ.
@settings(deadline=None)
@given(st.sampled_from(sorted(FILES)), st.binary())
def test_any_bytes(name: str, content: bytes) -> None:
    outcome({file: text.encode() for file, text in FILES.items()} | {name: content})


KEYS = st.sampled_from(
    [
        *("id", "name", "file", "note", "aliases", "broader", "people", "side", "party", "role", "claims"),
        *("claim", "figure", "statement", "source", "happened", "day", "when", "phrasings", "contested"),
        *("min", "max", "words", "measures", "sides", "language", "title", "edition_date", "topic"),
    ]
)
TOML = st.recursive(
    st.sampled_from(
        ['"arden"', '"\\u0000"', '""', "1", "-1", "1.5", "nan", "true", "2031-05-03", "10:00:00", "[]", "{}"]
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]"),
        st.dictionaries(KEYS, inner, max_size=3).map(
            lambda items: "{" + ", ".join(f"{key} = {value}" for key, value in items.items()) + "}"
        ),
    ),
    max_leaves=6,
)


@settings(deadline=None)
@given(st.sampled_from(["vocabulary.toml", "flood/briefing.toml", "flood/claims.toml"]), st.data())
def test_any_toml(name: str, data: st.DataObject) -> None:
    """Put values of any kind where others belong, within a file that is otherwise right."""
    lines = FILES[name].split("\n")
    keyed = [number for number, line in enumerate(lines) if " = " in line and not line.endswith("[")]
    for number in data.draw(st.lists(st.sampled_from(keyed), min_size=1, max_size=4, unique=True)):
        key = lines[number].partition(" = ")[0]
        lines[number] = f"{data.draw(st.one_of(st.just(key), KEYS))} = {data.draw(TOML)}"
    outcome({file: text.encode() for file, text in FILES.items()} | {name: "\n".join(lines).encode()})
