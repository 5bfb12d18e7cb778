"""Messages in the readers' languages held against the briefing: the verdict, and whose words are quoted.

No native speaker has checked them.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from bot.answering.reading.text import MAX_CHARACTERS
from bot.desk.checking import check
from tests.shipped import knowledge

LINES = Path(__file__).with_name("messages.jsonl").read_text(encoding="utf-8").splitlines()
MESSAGES: list[dict[str, Any]] = [json.loads(line) for line in LINES]


@pytest.mark.parametrize("held", MESSAGES, ids=lambda held: held["message"][:20])
def test_a_message_is_read_in_its_own_language(held: dict[str, Any]) -> None:
    message = held["message"]
    checked = check(knowledge(), message)
    assert checked.message == message
    assert checked.verdict == held["verdict"]
    found = {(one.field, one.claim) for one in checked.findings}
    assert (held.get("field"), held["claim"]) in found if "claim" in held else not checked.claims
    assert all(one.quote in message for one in checked.findings)
    counted = any("losses" in one.claim.id for one in checked.claims)
    assert bool(checked.caveats) == counted


def test_what_a_message_says_otherwise_is_named_in_its_words() -> None:
    (found,) = check(knowledge(), "Selon le Pakistan, exactement 274 soldats afghans ont été tués").findings
    assert (found.said, found.briefing) == ("exactement 274", "at least 274")


def test_of_a_message_longer_than_a_question_may_be_nothing_is_said_to_match() -> None:
    same = next(held["message"] for held in MESSAGES if held["verdict"] == "matches")
    otherwise = next(held["message"] for held in MESSAGES if held["verdict"] == "distorts")
    assert check(knowledge(), f"{same}. " * 3).verdict == "matches"
    assert check(knowledge(), f"{same}. " * MAX_CHARACTERS).verdict == "not_covered"
    assert check(knowledge(), f"{otherwise}. " * MAX_CHARACTERS).verdict == "distorts"
