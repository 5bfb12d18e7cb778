"""Each use case over a folder with several briefings: routed, pinned, or asked back."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from bot.answering.showing.reply import prove
from bot.desk.asking import ask
from bot.desk.browsing import figures
from bot.desk.changes import changes
from bot.desk.checking import check
from bot.desk.desk import open_desk
from bot.desk.editions import open_folder
from bot.desk.knowledge import Knowledge
from bot.desk.ledger import history
from bot.desk.preferences import forget_server, pinned, pins, set_briefing
from bot.desk.recording import KeptQuestion
from bot.desk.settings import Settings
from bot.desk.suggesting import covered_questions, nearly_word_for_word
from bot.errors import KnowledgeError, StorageError, UnknownNameError
from tests.desk.conftest import cache_in
from tests.several import FITS_TWO, NAMES_ONE, add_others, several
from tests.shipped import BRIEFING

if TYPE_CHECKING:
    from pathlib import Path

    from bot.answering.showing.checked import Checked


def of(found: Checked) -> str:
    assert found.imprint
    return found.imprint.briefing


@pytest.fixture(scope="module")
def three(tmp_path_factory: pytest.TempPathFactory) -> Knowledge:
    return Knowledge(Settings(several(tmp_path_factory.mktemp("three") / "knowledge"), cache=False))


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory, three: Knowledge) -> Path:
    return cache_in(tmp_path_factory.mktemp("cache"), three.contents.folder)


@pytest.fixture
def kept(compiled: Path, cache_home: Path) -> None:
    """Have the three ready, in a cache of the test's own."""
    shutil.copytree(compiled, cache_home)


def test_a_question_is_routed_and_its_reply_is_of_one_briefing(three: Knowledge) -> None:
    reply = ask(three, NAMES_ONE)
    assert reply.imprint
    assert (reply.briefing, reply.imprint.title, reply.among) == ("vardholm", "The Vardholm election", 3)
    assert {one.claim.briefing for one in reply.claims} == {"vardholm"}
    for one in reply.claims:
        prove(three.index("vardholm"), one.claim.passage)


def test_what_fits_two_is_asked_back(three: Knowledge) -> None:
    reply = ask(three, FITS_TWO)
    assert (reply.outcome, reply.claims) == ("choice", ())
    assert [one.source.briefing for one in reply.choices if one.source] == ["orla", BRIEFING]


@pytest.mark.parametrize("briefing", ["orla", BRIEFING])
def test_a_pinned_briefing_answers_alone(three: Knowledge, briefing: str) -> None:
    reply = ask(three, FITS_TWO, briefing=briefing)
    assert (reply.outcome, reply.briefing, reply.among) == ("answer", briefing, 1)
    assert ask(three, NAMES_ONE, briefing=briefing).outcome == "abstention"


@pytest.mark.usefixtures("kept")
def test_the_setting_pins_as_well(three: Knowledge) -> None:
    only = Knowledge(Settings(three.contents.folder, "orla"))
    assert ask(only, FITS_TWO).briefing == "orla"
    assert ask(only, NAMES_ONE).outcome == "abstention"
    assert ask(only, NAMES_ONE, briefing="vardholm").outcome == "answer"
    assert of(check(only, "Nine residents were killed.")) == "orla"


def test_what_is_browsed_has_to_be_named(three: Knowledge) -> None:
    with pytest.raises(UnknownNameError, match="no briefing is named; there are: "):
        figures(three)
    assert figures(three, briefing="orla").imprint.title == "The Orla flood"


@pytest.mark.parametrize(
    ("message", "briefing", "verdict"),
    [
        ("14 residents were killed in Millbank.", "orla", "conflicting"),
        ("The Tide Party won 30,000 votes.", "vardholm", "distorts"),
        ("12 Pakistani soldiers were killed.", BRIEFING, "conflicting"),
        ("12 Pakistani soldiers were killed. India attacked.", BRIEFING, "conflicting"),
        ("Mujahid said 55 Pakistani soldiers were killed. India attacked.", BRIEFING, "not_covered"),
        ("Nine residents died, Lund said. India attacked.", "orla", "not_covered"),
        ("Vardholm has lovely weather.", "vardholm", "not_covered"),
        ("The weather is lovely.", "vardholm", "not_covered"),
    ],
)
def test_a_message_is_held_against_the_briefing_it_speaks_of(
    three: Knowledge, message: str, briefing: str, verdict: str
) -> None:
    found = check(three, message)
    assert (of(found), found.verdict, found.each) == (briefing, verdict, ())


def test_a_message_of_two_subjects_is_held_against_each(three: Knowledge) -> None:
    found = check(three, "9 residents were killed. 12 soldiers were killed.")
    assert (found.verdict, found.findings, found.claims) == ("several", (), ())
    assert [of(one) for one in found.each] == ["orla", BRIEFING]
    assert all(one.claims and one.caveats for one in found.each)
    pinned = check(three, found.message, briefing=BRIEFING)
    assert (of(pinned), pinned.each) == (BRIEFING, ())


def test_suggestions_are_of_all_or_of_the_pinned(three: Knowledge) -> None:
    assert covered_questions(three, "turnout")[0] == "What was the turnout?"
    assert covered_questions(three, "turnout", briefing="vardholm")
    assert "What was the turnout?" not in covered_questions(three, "turnout", briefing="orla")
    everything = covered_questions(three, "", most=100)
    assert {"Who opened the sluices?", "What was the turnout?"} <= set(everything)
    assert nearly_word_for_word(three, "what was the turnout")
    assert not nearly_word_for_word(three, "what was the turnout", briefing="orla")


@pytest.mark.usefixtures("kept")
def test_a_folder_opens_though_no_briefing_is_set(three: Knowledge) -> None:
    assert len(open_folder(Settings(three.contents.folder)).briefings) == 3
    with pytest.raises(KnowledgeError, match='"flood" is set, and the knowledge has only'):
        open_folder(Settings(three.contents.folder, "flood"))


def test_a_briefing_that_is_added_changes_what_is_asked_of_none(folder: Path, three: Knowledge) -> None:
    one = Knowledge(Settings(folder, cache=False))
    asked = [KeptQuestion(BRIEFING, FITS_TWO), KeptQuestion(None, FITS_TWO)]
    (outcome,) = changes(one, three, asked).outcomes
    assert outcome.question == FITS_TWO
    assert outcome.before.startswith(f"answer: {BRIEFING}/")
    assert outcome.after.startswith("choice: orla/")


def test_a_briefing_that_goes_changes_what_was_asked_of_it(folder: Path, three: Knowledge) -> None:
    one = Knowledge(Settings(folder, cache=False))
    (outcome,) = changes(
        three, one, [KeptQuestion("orla", FITS_TWO), KeptQuestion(BRIEFING, FITS_TWO)]
    ).outcomes
    assert outcome.before.startswith("answer: orla/")
    assert outcome.after.startswith(f"answer: {BRIEFING}/")


# ---- Where a briefing is set -----------------------------------------------------------------------


@pytest.fixture
def settings(settings: Settings, folder: Path) -> Settings:
    add_others(folder)
    return settings


async def test_the_channel_goes_before_the_server_and_a_thread_before_its_channel(settings: Settings) -> None:
    async with open_desk(settings) as desk:
        assert await pinned(desk, server=1, channels=[10]) is None
        await set_briefing(desk, server=1, channel=None, briefing="orla", who="ann")
        await set_briefing(desk, server=1, channel=10, briefing="vardholm", who="ann")
        await set_briefing(desk, server=1, channel=11, briefing=BRIEFING, who="ann")
    async with open_desk(settings) as desk:
        assert await pinned(desk, server=1, channels=[10]) == "vardholm"
        assert await pinned(desk, server=1, channels=[11, 10]) == BRIEFING
        assert await pinned(desk, server=1, channels=[12]) == "orla"
        assert await pinned(desk, server=2, channels=[10]) is None
        await set_briefing(desk, server=1, channel=10, briefing=None, who="ben")
        assert await pinned(desk, server=1, channels=[10]) == "orla"
        entry = (await history(desk))[0]
        assert (entry.who, entry.where, entry.what, entry.why) == ("ben", "10", "briefing", "whichever fits")
        await forget_server(desk, 1)
        assert await pinned(desk, server=1, channels=[11]) is None


async def test_what_another_process_sets_is_known_where_an_edition_is_replaced(settings: Settings) -> None:
    async with open_desk(settings) as one, open_desk(settings) as other:
        assert not await pins(one)
        await set_briefing(other, server=2, channel=None, briefing="orla", who="ann")
        assert await pins(one) == ((2, None, "orla"),)


async def test_a_briefing_that_is_not_there_cannot_be_set(settings: Settings) -> None:
    async with open_desk(settings) as desk:
        with pytest.raises(UnknownNameError, match="no briefing “flood” here"):
            await set_briefing(desk, server=1, channel=10, briefing="flood", who="ann")


async def test_one_that_goes_is_as_if_none_were_set(settings: Settings) -> None:
    async with open_desk(settings) as desk:
        await set_briefing(desk, server=1, channel=10, briefing="orla", who="ann")
        desk.knowledge = Knowledge(Settings(settings.knowledge))
        desk.knowledge.briefings = (BRIEFING, "vardholm")
        assert await pinned(desk, server=1, channels=[10]) is None


async def test_while_nothing_can_be_read_every_question_is_routed(settings: Settings) -> None:
    assert settings.storage
    settings.storage.write_bytes(b"no database at all")
    async with open_desk(settings) as desk:
        assert await pinned(desk, server=1, channels=[10]) is None
        assert any("no briefing is set for any channel" in one for one in desk.health.troubles)
        with pytest.raises(StorageError):
            await set_briefing(desk, server=1, channel=10, briefing="orla", who="ann")
