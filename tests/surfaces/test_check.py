"""A message is held against the briefing, and never called true or false."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from bot.answering.showing.checked import Checked, Finding
from bot.answering.showing.imprint import Imprint
from bot.desk.asking import ask
from bot.surfaces import as_json, plain
from tests.shipped import CAVEAT, CONTESTED, SOURCE, knowledge, objects

if TYPE_CHECKING:
    from tests.surfaces.conftest import Bot

LOSSES = "pakistani-losses-chaudhary"
MESSAGES = [
    "Chaudhary said 12 Pakistani soldiers were killed.",
    "Pakistan lost 300 soldiers.",
    "12 Pakistani soldiers were killed.",
    "The weather is nice today.",
    "",
]


@pytest.mark.parametrize("message", MESSAGES)
def test_the_object(bot: Bot, message: str) -> None:
    status, out, err = bot("check", "--json", message)
    assert (status, err) == (0, "")
    (found,) = objects(out)
    assert found.keys() >= {"message", "verdict", "findings", "claims", "caveats", "text", "edition"}
    assert found["message"] == message
    assert found["verdict"] in {"matches", "distorts", "conflicting", "not_covered"}
    assert found["edition"] == knowledge().digest
    for finding in found["findings"]:
        assert finding.keys() == {"quote", "verdict", "field", "said", "briefing", "claim"}
    for claim in found["claims"]:
        assert SOURCE[claim["start"] : claim["end"]] == claim["statement"]
        assert f"> {claim['statement']}\n" in found["text"]
    assert bot("check", message)[1] == found["text"] + "\n"


@pytest.fixture
def checked() -> Checked:
    reply = ask(knowledge(), CONTESTED)
    findings = (
        Finding("300 soldiers", "distorts", "figure", "300", "12 Pakistani soldiers were killed", LOSSES),
        Finding("lost", "distorts", "attribution", None, "Lt Gen Ahmed Sharif Chaudhary", None),
        Finding("soldiers", "matches", None, None, None, None),
    )  # fmt: skip
    return Checked(
        "Pakistan lost 300 soldiers",
        "distorts",
        findings,
        reply.claims,
        reply.caveats,
        Imprint("b", "Title", "2026-11-22", "2026-02-27", ""),
    )


def test_the_text_of_what_differs(checked: Checked) -> None:
    text = plain.checked(checked)
    assert text.startswith(
        "The briefing has this differently.\n"
        "- “300 soldiers” – number: the message has “300”, the briefing “12 Pakistani soldiers were killed”, "
        "a claim by Lt Gen Ahmed Sharif Chaudhary · Not verified (caveat by Al Jazeera) · "
        "Contested by Zabihullah Mujahid, whose claims follow.\n"
        "- “lost” – whose claim it is: the message has nothing, "
        "the briefing “Lt Gen Ahmed Sharif Chaudhary”\n"
        "\n"
    )
    assert f"Caveat – Al Jazeera:\n> {CAVEAT}\n" in text
    assert text.endswith("rejects-mujahid.")
    for word in ("true", "false", "lie", "wrong"):
        assert word not in text.replace("“not true”", "").replace("“Not true”", "").split()


def test_the_object_of_what_differs(checked: Checked) -> None:
    findings = as_json.checked("m", checked, "e")["findings"]
    assert [one["field"] for one in findings] == ["figure", "attribution", None]


def test_the_text_of_what_the_briefing_lacks(bot: Bot) -> None:
    text = bot("check", "Chaudhary said 12 Pakistani soldiers were killed. Pakistan used chemical weapons.")[
        1
    ]
    assert text.startswith(
        "The briefing has part of this, from the same claimant.\n"
        "- The briefing has nothing on: “Pakistan used chemical weapons.”\n"
        "\n"
    )


def test_where_it_has_nothing_at_all_that_is_said_once(bot: Bot) -> None:
    text = bot("check", "Pakistan used chemical weapons. 400 died in Herat.")[1]
    assert text.startswith("The briefing has nothing on this.\n\n")
    assert text.count("nothing on") == 1


def test_where_it_has_nothing_the_nearest_questions_are_named(bot: Bot) -> None:
    message = "Pakistan used chemical weapons. 400 died in Herat."
    text = bot("check", message)[1]
    choices = json.loads(bot("check", "--json", message)[1])["choices"]
    assert [f"- {one['phrasing']}" for one in choices] == text.splitlines()[3:]
    assert choices
    assert bot("check", "mods asleep, post memes")[1] == "The briefing has nothing on this.\n"
