"""What somebody says of themselves before they ask is no part of what they ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.answering.deciding.lead_in import in_third_person
from tests.answering.conftest import ask, shown

if TYPE_CHECKING:
    from bot.answering.claims.index import Index

_QUESTION = "how many people were killed in Millbank"
_BEFORE = (
    "I'm a plumber from Ohio, ",
    "stupid question maybe, im from brazil n only here for the music channel, but ",
    "My father did 20 years at sea, so ",
    "we have no electricity here but ",
)


@pytest.mark.parametrize("before", _BEFORE)
def test_what_somebody_says_of_themselves_changes_nothing(orla: Index, before: str) -> None:
    assert shown(ask(orla, before + _QUESTION)) == shown(ask(orla, _QUESTION)) != set()


@pytest.mark.parametrize(
    ("question", "claims"),
    [
        ("my cousin has a shop in Wexcombe, did the flood come there also", {"flooding-3-april"}),
        ("our neighbours have a barn in Millbank, was anybody killed there?", {"arden-losses-holt"}),
        ("I have a shop in Wexcombe, was there flooding there?", {"flooding-3-april"}),
        ("my cousin has a shop in Tarn, did the flood come there also", set()),
        ("my cousin has a shop in Wexcombe and one in Tarn, did the flood come there", set()),
    ],
)
def test_there_is_where_the_story_before_is_set(orla: Index, question: str, claims: set[str]) -> None:
    assert shown(ask(orla, question)) == claims


def test_who_says_wait_asks_the_same(orla: Index) -> None:
    for before in ("wait ", "ok wait, ", "no, wait… "):
        assert shown(ask(orla, before + _QUESTION)) == shown(ask(orla, _QUESTION))
    assert not shown(ask(orla, "how long did Belmar wait"))


@pytest.mark.parametrize(
    "question",
    [
        "my aunt lives in Ohio, how many people were killed there?",
        "I love soup, how many people were killed by soup?",
        "im from Ohio, were we flooded?",
        "I'm from Brazil, did Brazil flood Millbank?",
    ],
)
def test_what_the_question_goes_back_to_is_part_of_it(orla: Index, question: str) -> None:
    assert shown(ask(orla, question)) == set()


@pytest.mark.parametrize(
    "before",
    [
        "Oslo desk: ",
        "Oslo bureau here: ",
        "I file in ten minutes, ",
        "For our international law class: ",
    ],
)
def test_an_office_or_an_errand_of_the_asker_changes_nothing(orla: Index, before: str) -> None:
    assert shown(ask(orla, before + _QUESTION)) == shown(ask(orla, _QUESTION)) != set()


@pytest.mark.parametrize(
    ("question", "plain"),
    [
        ("Ok Belmar fans, how many of your soldiers were injured?", "How many Belmar soldiers were injured?"),
        ("Dear Belmar, how many of your soldiers were injured?", "How many Belmar soldiers were injured?"),
        ("Belmar liars, how many of your own did you say were hurt?", "How many did Belmar say were hurt?"),
        ("Arden liars, how many did u say u lost", "how many did Arden say it lost"),
        ("How many injured do Belmar's spin doctors admit?", "How many injured does Belmar admit?"),
        (f"{_QUESTION}?? my cousin lives there and hasn't called", _QUESTION),
    ],
)
def test_whom_a_question_is_addressed_to_and_whom_it_is_asked_for(
    orla: Index, question: str, plain: str
) -> None:
    assert shown(ask(orla, question)) == shown(ask(orla, plain)) != set()


def test_what_is_needed_is_no_story(orla: Index) -> None:
    assert shown(ask(orla, "How many people were harmed in Millbank? My question is how many died.")) != set()


@pytest.mark.parametrize(
    ("question", "claims"),
    [
        ("my cousin is with Belmar, how many do they say were injured", {"belmar-losses-lund"}),
    ],
)
def test_they_are_whom_the_story_before_names(orla: Index, question: str, claims: set[str]) -> None:
    assert shown(ask(orla, question)) == claims


@pytest.mark.parametrize(
    ("briefing", "number", "whose"),
    [
        ("war", "55 Pakistani soldiers", "pakistani-losses-mujahid"),
        ("war", "13 Afghan soldiers", "afghan-losses-mujahid"),
        ("orla", "14 residents", "arden-losses-holt"),
        ("orla", "9 residents", "arden-losses-lund"),
    ],
)
@pytest.mark.parametrize(
    "asked",
    [
        "is it confirmed that {} are dead or just talk",
        "are {} really dead, or is that mere talk?",
        "is it just talk or confirmed that {} died",
        "were {} killed or is it all propaganda",
    ],
)
def test_that_a_number_may_be_just_talk_is_no_offer_of_talks(
    briefings: dict[str, Index], briefing: str, number: str, whose: str, asked: str
) -> None:
    reply = ask(briefings[briefing], asked.format(number))
    assert reply.outcome == "answer"
    assert whose in shown(reply)


def test_who_may_only_want_talks_is_asked_of_them(war: Index) -> None:
    for question in (
        "do the Taliban want war or just talk",
        "are they serious about talks or is it just talk",
    ):
        assert "willing-to-negotiate-leaders" in shown(ask(war, question))


@pytest.mark.parametrize(
    ("briefing", "deed", "claim"),
    [
        ("war", "Pakistan struck Kabul", "strikes-27-february"),
        ("war", "Afghanistan retaliated", "retaliation-26-february"),
        ("orla", "Belmar flooded Millbank", "flooding-3-april"),
        ("orla", "Arden closed the canal", "canal-2-april"),
    ],
)
def test_whoever_is_confirmed_to_have_done_it_does_not_confirm_it(
    briefings: dict[str, Index], briefing: str, deed: str, claim: str
) -> None:
    reply = ask(briefings[briefing], f"is it confirmed that {deed}")
    assert reply.outcome == "answer"
    assert claim in shown(reply)


@pytest.mark.parametrize(
    "before",
    [
        "A pupil wants to know ",
        "One of my readers asks ",
        "Our editor would like to know: ",
        "Since your page always praises Belmar: ",
        "Because you lot always lie for Arden, ",
        "For the harbour master's 0800 note: ",
        "For tomorrow's front page: ",
        "Dear Sir or Madam, forgive an old man of eighty for troubling you. ",
        "Good evening. I am 77 and muddle things easily. ",
    ],
)
def test_who_asks_and_what_they_think_of_the_page_changes_nothing(orla: Index, before: str) -> None:
    for after in ("?", "? With kind regards, Mrs H. Whitcombe", "? God bless you."):
        assert shown(ask(orla, before + _QUESTION + after)) == shown(ask(orla, _QUESTION)) != set()


@pytest.mark.parametrize(
    "before", ["Belmar wants to know ", "Since Belmar lost: ", "A ferryman asks for soup "]
)
def test_who_is_told_of_is_no_asker(orla: Index, before: str) -> None:
    assert orla.reader.read(in_third_person(orla, before + _QUESTION)).text.startswith(before.strip())


@pytest.mark.parametrize(
    ("briefing", "question", "plain"),
    [
        (
            "war",
            "Salaam. I am with the Emirate's border brigade. How many martyrs has our own side acknowledged?",
            "How many martyrs has Afghanistan acknowledged?",
        ),
        (
            "war",
            "Pakistani officer here. How many did our own spokesman say we lost?",
            "How many did Pakistan's own spokesman say Pakistan lost?",
        ),
        (
            "war",
            "Taliban fighter here, how many of us did our side say were killed?",
            "How many of Afghanistan did Afghanistan say were killed?",
        ),
        (
            "orla",
            "I am with the Belmar militia. How many of our soldiers does our side say were injured?",
            "How many of Belmar's soldiers does Belmar say were injured?",
        ),
    ],
)
def test_our_own_side_is_that_which_the_asker_says_is_theirs(
    briefings: dict[str, Index], briefing: str, question: str, plain: str
) -> None:
    index = briefings[briefing]
    assert shown(ask(index, question)) == shown(ask(index, plain)) != set()


@pytest.mark.parametrize(
    ("briefing", "question", "claims"),
    [
        (
            "war",
            (
                "Good evening. I was forty years with the railways, and now I sit by the radio. They said the"
                " first bombs came in the night on Thursday, but the set broke and I missed the names of the"
                " towns."
                " Could you write them down for me? God bless you."
            ),
            {"strikes-thursday-night-mujahid"},
        ),
        (
            "orla",
            (
                "Dear Sir, I am 77. They said Belmar flooded some towns but I didn't catch which towns."
                " Could you list them for me? Yours, Otto B."
            ),
            {"flooding-3-april"},
        ),
        (
            "war",
            (
                "Dear all, my grandson says the Afghans are keeping the mortal remains of some Pakistani lads"
                " and I cannot get it out of my head. Would you be so kind as to tell me how many they say"
                " they have?"
            ),
            {"pakistani-losses-mujahid"},
        ),
    ],
)
def test_what_a_letter_asks_in_several_sentences_is_one_question(
    briefings: dict[str, Index], briefing: str, question: str, claims: set[str]
) -> None:
    assert shown(ask(briefings[briefing], question)) == claims


def test_whom_a_letter_is_addressed_to_is_whom_it_asks(orla: Index) -> None:
    letter = "Dear Belmar, how many of your soldiers were injured? Yours, Otto B."
    assert shown(ask(orla, letter)) == {"belmar-losses-lund"}
