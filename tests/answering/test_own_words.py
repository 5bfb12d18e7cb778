"""A briefing takes words over from the vocabulary, which then mean in it what it has them mean."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from bot.answering.claims.index import Index
from bot.answering.deciding.decision import decide
from bot.answering.deciding.outcome import Abstention, Answer
from bot.answering.deciding.routing import route
from bot.answering.glossing.glossary import Glossary
from bot.briefing.loader import examine, load
from bot.desk.knowledge import Knowledge
from bot.desk.settings import Settings
from tests.answering.conftest import KNOWLEDGE, Change, ask, shown, slots
from tests.several import ORLA, VARDHOLM

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

OWNS: Change = ("briefing.toml", "covers_until", 'own_words = ["strike", "arrested"]\ncovers_until')
STRIKE: Change = ("briefing.toml", '"silence"]\n', '"silence", "strikes", "go on strike"]\n')
ARRESTED: Change = ("briefing.toml", '["rescued", ', '["rescued", "arrested", ')


@pytest.fixture
def striking(changed_orla: Callable[..., Index]) -> Index:
    return changed_orla(OWNS, STRIKE, ARRESTED)


@pytest.mark.parametrize("typed", ["strike", "strikes", "striking", "Strike’s"])
def test_every_form_of_a_word_is_taken_over(striking: Index, orla: Index, typed: str) -> None:
    assert slots(striking, typed, "topic") == [("topic", "silence")]
    assert slots(orla, typed, "topic") == [("topic", "attack")]


def test_a_measure_is_taken_over(striking: Index, orla: Index) -> None:
    assert slots(striking, "how many were arrested", "measure") == [("measure", "rescued")]
    assert slots(orla, "how many were arrested", "measure") == [("measure", "captured")]
    # What else means the vocabulary's does so still.
    assert slots(striking, "how many were captured", "measure") == [("measure", "captured")]
    assert slots(striking, "the air strike", "topic") == [("topic", "attack")]


def test_questions_in_such_words(striking: Index) -> None:
    assert shown(ask(striking, "Who announced the strike?")) == {"silence-council"}
    assert shown(ask(striking, "How many residents were arrested?")) == {"arden-losses-lund"}


def test_a_word_that_the_briefing_has_no_meaning_for_is_unknown(changed_orla: Callable[..., Index]) -> None:
    assert slots(changed_orla(OWNS), "the strike") == [("unknown", "strike")]


def test_who_fights_is_no_longer_called_so(changed_orla: Callable[..., Index]) -> None:
    index = changed_orla(("briefing.toml", "covers_until", 'own_words = ["officers"]\ncovers_until'))
    assert "officers" not in index.reader.armed
    assert "soldiers" in index.reader.armed


def folder_of(home: Path, *changes: Change) -> Path:
    """Make a folder with the flood, changed, and the election, in English and German."""
    folder = home / "knowledge"
    folder.mkdir()
    for name in ("words.en.txt", "vocabulary.toml", "vocabulary.de.toml"):
        shutil.copy(KNOWLEDGE / name, folder)
    shutil.copytree(ORLA, folder / "orla")
    shutil.copytree(VARDHOLM, folder / "vardholm")
    for name, old, new in changes:
        text = (folder / "orla" / name).read_text(encoding="utf-8")
        (folder / "orla" / name).write_text(text.replace(old, new), encoding="utf-8")
    return folder


def test_of_several_briefings_each_reads_its_own(tmp_path: Path) -> None:
    edition = load(folder_of(tmp_path, OWNS, STRIKE))
    flood, election = (Index(edition, one) for one in edition.briefings)
    assert slots(flood, "strike") == [("topic", "silence")]
    assert slots(election, "strike") == [("topic", "attack")]
    routed = route((election, flood), "Who announced the strike?")
    assert routed.index is flood
    assert isinstance(routed.outcome, Answer)


def test_other_languages_keep_the_shared_meaning_in_other_words(tmp_path: Path) -> None:
    own = ("briefing.toml", "covers_until", 'own_words = ["attack"]\ncovers_until')
    taken = ("briefing.toml", '"silence"]\n', '"silence", "attack"]\n')
    folder = folder_of(tmp_path, own, taken)
    edition = load(folder)
    flood = Index(edition, edition.briefings[0])
    (german,) = edition.languages
    glossary = Glossary(edition, edition.briefings[0], german, flood.reader.lexicon)
    glosses = [glossary.gloss("Wer hat den Angriff gemeldet?", flood.reader.lexicon)]
    several = Knowledge(Settings(folder, cache=False)).gloss("Wer hat den Angriff gemeldet?", "de")
    assert several is not None
    for gloss in (*glosses, several):
        assert ("topic", "attack") in slots(flood, gloss.text)
        assert ("topic", "silence") not in slots(flood, gloss.text)


def test_without_taking_it_over_a_word_is_the_vocabularys(tmp_path: Path) -> None:
    (problem,) = examine(folder_of(tmp_path, STRIKE)).problems
    assert problem.message.startswith('the alias "strikes" is already that of the topic "attack", so ')


def test_a_word_that_the_vocabulary_has_not_changes_nothing(tmp_path: Path) -> None:
    more = ("briefing.toml", "covers_until", 'own_words = ["strike", "arrested", "zither"]\ncovers_until')
    (flood,) = (Index(e, e.briefings[0]) for e in [load(folder_of(tmp_path, more, STRIKE))])
    assert slots(flood, "strike") == [("topic", "silence")]


def test_nothing_is_answered_by_what_was_taken_over(striking: Index) -> None:
    assert isinstance(decide(striking, "How many were arrested by the police?"), Abstention)
