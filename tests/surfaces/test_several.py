"""The command line and the conversation over several briefings."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.answering.showing import sentences
from tests.several import FITS_TWO, NAMES_ONE, TITLES, several
from tests.shipped import BRIEFING, objects

if TYPE_CHECKING:
    from pathlib import Path

    from tests.surfaces.conftest import Bot


@pytest.fixture(scope="module")
def three(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder: Path = several(tmp_path_factory.mktemp("three") / "knowledge")
    return str(folder)


def test_the_folder_is_without_a_problem(bot: Bot, three: str) -> None:
    assert bot("validate", three)[0] == 0


def test_a_reply_names_its_briefing(bot: Bot, three: str) -> None:
    status, out, err = bot("ask", "--knowledge", three, NAMES_ONE)
    assert (status, err) == (0, "")
    assert "\n> The electoral commission reported that the Tide Party won 18,204 votes" in out
    assert "Source: The Vardholm election, edition of 2033-10-01. Claims: " in out


def test_what_fits_two_is_asked_back(bot: Bot, three: str) -> None:
    _, out, _ = bot("ask", "--knowledge", three, FITS_TWO)
    assert out == f"{sentences.WHICH}\n- {TITLES['orla']}\n- {TITLES[BRIEFING]}\n"
    (found,) = objects(bot("ask", "--json", "--knowledge", three, FITS_TWO)[1])
    assert (found["outcome"], found["claims"], found["text"]) == ("choice", [], out.strip())
    flood, war = found["choices"]
    assert flood.keys() == {"claim", "phrasing", "briefing", "title", "edition_date"}
    assert (flood["briefing"], flood["edition_date"], war["briefing"]) == ("orla", "2031-06-01", BRIEFING)
    assert [found[key] for key in ("briefing", "title", "edition_date", "covers_until")] == [None] * 4
    assert found["among"] == 3


def test_the_one_named_answers(bot: Bot, three: str) -> None:
    (found,) = objects(bot("ask", "--json", "--briefing", "orla", "--knowledge", three, FITS_TWO)[1])
    assert {one["briefing"] for one in found["claims"]} == {"orla"}
    status, _, err = bot("ask", "--briefing", "flood", "--knowledge", three, FITS_TWO)
    assert status == 2
    assert "there is no briefing “flood” here" in err


def test_who_does_not_say_is_said_among_several(bot: Bot, three: str) -> None:
    _, out, _ = bot("ask", "--knowledge", three, "What was the turnout in Millbank?")
    assert "The briefing does not say: it has nothing on “turnout”." in out
    assert "Of 3 briefings the nearest was asked: The Orla flood, edition of 2031-06-01." in out
    assert "Of 3 briefings" not in bot("ask", "--knowledge", three, "hello")[1]


@pytest.mark.parametrize("command", ["figures", "timeline", "quotes", "sources"])
def test_what_is_browsed_has_to_be_named(bot: Bot, three: str, command: str) -> None:
    status, out, err = bot(command, "--knowledge", three)
    assert (status, out) == (2, "")
    assert err == f"briefing-bot: no briefing is named; there are: {BRIEFING}, orla, vardholm\n"
    assert "The Vardholm election" in bot(command, "--briefing", "vardholm", "--knowledge", three)[1]


def test_why_says_of_which_briefing(bot: Bot, three: str) -> None:
    assert bot("why", "--knowledge", three, NAMES_ONE)[1].startswith("Source: The Vardholm election, edition")
    assert bot("why", "--knowledge", three, FITS_TWO)[1].startswith(sentences.WHICH)


def test_a_message_of_two_subjects(bot: Bot, three: str) -> None:
    message = "9 residents were killed. 12 soldiers were killed."
    (found,) = objects(bot("check", "--json", "--knowledge", three, message)[1])
    assert (found["verdict"], found["findings"], found["claims"]) == ("several", [], [])
    flood, war = found["each"]
    assert flood["claims"][0]["briefing"] == "orla"
    assert war["claims"][0]["briefing"] == BRIEFING
    out = bot("check", "--knowledge", three, message)[1]
    assert out.index("Source: The Orla flood") < out.index("Source: Pakistan–Afghanistan fighting")


def test_a_conversation_can_be_held_with_one_of_them(bot: Bot, three: str) -> None:
    lines = f"{FITS_TWO}\n/briefing orla\n{FITS_TWO}\n/figures\n/briefing flood\n/briefing\n/figures\n"
    status, out, _ = bot("chat", "--knowledge", three, stdin=lines)
    assert status == 0
    assert "The Orla flood; The Vardholm election" in out.split("\n")[0]
    which, rest = out.split(f"{sentences.ASKED}\n- {TITLES['orla']}\n", 1)
    assert sentences.WHICH in which
    answered, last = rest.split("There is no such name here: “flood”.", 1)
    assert "Ina Holt (Arden’s mayor) stated:" in answered
    assert "Victims: Arden – killed" in answered
    assert all(title in last for title in TITLES.values())
    assert "No briefing is named." in last


def test_votes_are_drawn_as_nobodys_losses(bot: Bot, three: str, tmp_path: Path) -> None:
    file = tmp_path / "votes.png"
    status, out, _ = bot("figures", "--chart", str(file), "--briefing", "vardholm", "--knowledge", three)
    assert status == 0
    assert "Victims" not in out
    assert file.read_bytes().startswith(b"\x89PNG")
