"""What another edition would change is shown before it is accepted."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.desk.asking import ask
from bot.desk.changes import Changes, changes, told, word_by_word
from bot.desk.editions import open_folder
from bot.desk.recording import KeptQuestion
from bot.desk.settings import Settings
from tests.desk import edits
from tests.several import add_others
from tests.shipped import BRIEFING, CAVEAT, CONTESTED, plain

if TYPE_CHECKING:
    from pathlib import Path


CLAIMS = f"{BRIEFING}/claims.toml"


def after(folder: Path, *questions: str) -> Changes:
    """Return what the folder changes against the shipped knowledge."""
    new = open_folder(Settings(folder))
    return changes(plain(), new, [KeptQuestion(None, question) for question in questions])


def test_the_same_edition(folder: Path) -> None:
    found = after(folder, CONTESTED)
    assert found.empty
    assert found == Changes((), (), (), (), (), (), (), ())


def test_other_words_alone_are_a_change_too(folder: Path) -> None:
    edits.replace(folder, "words.en.txt", "\n", "\n\n")
    found = after(folder)
    assert not found.empty
    assert found.files == ("words.en.txt",)
    assert found.changed == ()


def test_a_claim_that_goes_and_one_that_comes(folder: Path) -> None:
    edits.drop_claim(folder, "always-negotiations-mujahid")
    found = after(folder, "What exactly did Mujahid say about negotiations?", CONTESTED)
    assert found.files == (CLAIMS,)
    assert found.removed == ("always-negotiations-mujahid",)
    assert found.added == ()
    (outcome,) = found.outcomes
    assert outcome.question == "What exactly did Mujahid say about negotiations?"
    assert "always-negotiations-mujahid" in outcome.before
    assert "always-negotiations-mujahid" not in outcome.after
    back = changes(open_folder(Settings(folder)), plain())
    assert (back.added, back.removed) == (("always-negotiations-mujahid",), ())


def test_a_claim_that_changes_is_shown_word_by_word(folder: Path) -> None:
    edits.rephrase(folder, edits.UNKEPT)
    found = after(folder)
    (claim,) = found.changed
    assert claim.name == "willing-to-negotiate-leaders"
    assert edits.PHRASING in claim.before
    assert [word.text.strip() for word in claim.words if word.kind == "gone"] == ["Do"]
    assert [word.text.strip() for word in claim.words if word.kind == "new"] == ["Would"]


@pytest.mark.parametrize(
    ("file", "old", "new", "gone", "came"),
    [
        ("briefing.toml", "Pakistan’s Defence Minister", "Defence Minister", "(Pakistan’s", "(Defence"),
        ("claims.toml", 'claimant = "khawaja-asif"', 'claimant = "pakistan"', "Khawaja Asif", "Pakistan"),
        ("claims.toml", 'speech_act = "states"', 'speech_act = "alleges"', "stated", "alleged"),
        ("claims.toml", 'group = "Pakistani soldiers"', 'group = "soldiers"', "Pakistani", ""),
        ("briefing.toml", 'author = "al-jazeera"', 'author = "pakistan"', "Al Jazeera", "Pakistan"),
    ],
    ids=["office", "claimant", "speech act", "figure", "caveat"],
)
def test_what_stands_around_a_statement_is_part_of_the_claim(
    folder: Path, file: str, old: str, new: str, gone: str, came: str
) -> None:
    edits.replace_once(folder, f"{BRIEFING}/{file}", old, new)
    found = after(folder)
    assert found.changed
    words = {word for claim in found.changed for word in claim.words}
    assert gone in " ".join(word.text for word in words if word.kind == "gone")
    assert came in " ".join(word.text for word in words if word.kind == "new")


def test_a_claim_shows_all_that_its_card_does() -> None:
    index = plain().index()
    claim = next(one for one in index.briefing.claims if one.id == "pakistani-losses-chaudhary")
    found = changes(plain(), plain())
    assert found.empty
    text = _text_of(claim.id)
    assert claim.statement in text
    assert CAVEAT in text
    assert "Contested by" in text
    assert "12" in text


def _text_of(claim: str) -> str:
    from bot.desk.changes import _claims  # noqa: PLC0415 - what is compared, which only a change shows

    return _claims(plain(), several=False)[claim]


def test_a_counter_claim_that_goes_is_told_of(folder: Path) -> None:
    edits.end_dispute(folder)
    found = after(folder)
    assert set(found.unpaired) == set(edits.SHELTER)
    assert set(found.files) == {CLAIMS, f"{BRIEFING}/briefing.toml"}


def test_briefings_that_come_and_go_hide_no_counter_claim_that_goes(folder: Path) -> None:
    edits.end_dispute(folder)
    add_others(folder)
    found = after(folder)
    lost = {f"{BRIEFING}/{claim}" for claim in edits.SHELTER}
    assert set(found.unpaired) == lost
    assert {claim.name for claim in found.changed} == lost
    assert found.removed == ()
    assert {name.partition("/")[0] for name in found.added} == {"orla", "vardholm"}
    back = changes(open_folder(Settings(folder)), plain())
    assert {name.partition("/")[0] for name in back.removed} == {"orla", "vardholm"}
    assert back.added == ()


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("title", "Pakistan–Afghanistan fighting,", "The fighting of"),
        ("edition_date", "2026-11-22", "2026-11-23"),
        ("covers_until", "2026-02-27", "2026-03-27"),
        ("source/note", "A news text.", "A news text of an agency."),
    ],
)
def test_what_members_see_beside_the_claims_is_told_of(folder: Path, name: str, old: str, new: str) -> None:
    edits.replace_once(folder, f"{BRIEFING}/briefing.toml", old, new)
    found = after(folder)
    (head,) = found.heads
    assert head.name == name
    assert head.before.replace(old, new) == head.after != head.before
    assert found.changed == ()


def test_entries_that_a_file_loses_and_gains_are_counted(folder: Path) -> None:
    file = folder / "vocabulary.toml"
    text = file.read_text(encoding="utf-8")
    cut = text.index("\n\n[[", text.rindex('id = "number-'))  # without these figures have no number
    ids = [line for line in text[cut:].split("\n") if line.startswith(("[[", "id = "))]
    file.write_text("\n".join((text[: cut + 1], *ids, "")), encoding="utf-8")
    edits.replace_once(folder, f"{BRIEFING}/briefing.toml", "aliases.en = [", 'aliases.en = ["a new one", ')
    lines = (folder / "words.en.txt").read_text(encoding="utf-8").splitlines()
    (folder / "words.en.txt").write_text("", encoding="utf-8")
    edits.rephrase(folder)
    found = {one.file: one for one in after(folder).entries}
    assert found.keys() == {"vocabulary.toml", "words.en.txt", f"{BRIEFING}/briefing.toml"}
    assert found[f"{BRIEFING}/briefing.toml"][1:] == (0, 1)
    assert found["words.en.txt"][1:] == (len([line for line in lines if line.strip()]), 0)
    assert found["vocabulary.toml"].lost > text[cut:].count("[[")
    assert found["vocabulary.toml"].gained == 0


def test_of_a_briefing_that_comes_it_is_told_what_members_will_see(folder: Path) -> None:
    add_others(folder)
    heads = {head.name: (head.before, head.after) for head in after(folder).heads}
    assert heads["orla/title"] == ("", "The Orla flood")
    assert not [name for name in heads if name.startswith(BRIEFING)]


def test_of_several_briefings_a_claim_is_named_with_its_own(folder: Path) -> None:
    (folder / "another").mkdir()
    for file in (folder / BRIEFING).iterdir():
        (folder / "another" / file.name).write_bytes(file.read_bytes())
    several = Settings(folder, BRIEFING)
    before = open_folder(several)
    edits.drop_claim(folder, "always-negotiations-mujahid")
    found = changes(before, open_folder(several), [KeptQuestion(BRIEFING, CONTESTED)])
    assert found.removed == (f"{BRIEFING}/always-negotiations-mujahid",)
    assert found.outcomes == ()


def test_what_is_told_of_an_outcome() -> None:
    reply = ask(plain(), CONTESTED)
    assert told(reply, several=False).startswith("answer: pakistani-losses-")
    assert told(reply, several=True).startswith(f"answer: {BRIEFING}/pakistani-losses-")
    beside = ask(plain(), "What is the capital of France?")
    assert told(beside, several=False) == "abstention: not_covered"
    choice = replace(reply, outcome="choice", claims=(), choices=beside.choices)
    assert told(choice, several=False).startswith("choice")


@given(st.text("ab \n", max_size=30), st.text("ab \n", max_size=30))
def test_the_words_give_back_both_texts(before: str, after: str) -> None:
    words = word_by_word(before, after)
    assert "".join(word.text for word in words if word.kind != "new").split() == before.split()
    assert "".join(word.text for word in words if word.kind != "gone").split() == after.split()


def test_of_very_long_texts_nothing_is_looked_for_that_is_the_same() -> None:
    before, after = "so it is " * 10_000, "so it was " * 10_000
    assert word_by_word(before, after) == (("gone", before), ("new", after))
    assert word_by_word("", after) == (("new", after),)
