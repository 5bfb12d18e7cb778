"""What people ask stands in a file beside the briefing, and every fault of it is found."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from bot.briefing.examples import LEAST_UNANSWERED, MOST
from bot.briefing.folder import digest
from bot.briefing.loader import load
from bot.briefing.models import Example

if TYPE_CHECKING:
    from tests.briefing.conftest import Folder

FILE = "flood/examples.toml"
NEAR = ["who paid for the boats", *(f"what is boat {n} called" for n in range(LEAST_UNANSWERED))]
EXAMPLES = f"""\
# What people ask.
unanswered = {json.dumps(NEAR)}

[answered]
flood-may = ["where did the water come from", "why were the towns under water"]
missing-holt = ["how many does the mayor miss"]
"""


def test_examples(flood: Folder) -> None:
    before = digest(flood.path)
    flood.write(FILE, EXAMPLES)
    assert flood.problems() == []
    edition = load(flood.path)
    assert edition.digest != before
    assert edition.briefings[0].examples == (
        *(Example(text, None) for text in NEAR),
        Example("where did the water come from", "flood-may"),
        Example("why were the towns under water", "flood-may"),
        Example("how many does the mayor miss", "missing-holt"),
    )


def test_a_briefing_needs_no_examples(flood: Folder) -> None:
    assert load(flood.path).briefings[0].examples == ()


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("flood-may =", "flood-mai =", '5: no claim has the id "flood-mai", did you mean flood-may?'),
        ("flood-may =", "orla =", '5: no claim has the id "orla", it is that of a place'),
        ("[answered]", "[answerd]", '4: unknown key "answerd", did you mean answered?'),
        ("unanswered =", "answered =", "4: the file is not TOML: Cannot declare ('answered',) twice"),
        ('"who paid for the boats"', '"?!"', '2: the example "?!" has no word'),
        ('"who paid for the boats"', "7", '2: unanswered must be text, not "7"'),
        (
            '"how many does the mayor miss"',
            '"Where did the WATER come from?"',
            '6: the example "Where did the WATER come from?" is already that of "flood-may"',
        ),
        (
            '"how many does the mayor miss"',
            '"who paid for the boats?"',
            '6: the example "who paid for the boats?" is already among those that nothing answers',
        ),
        ('"who paid', '"\\u202ewho paid', None),
    ],
)
def test_what_is_wrong_with_examples(flood: Folder, old: str, new: str, problem: str | None) -> None:
    assert EXAMPLES.count(old) == 1
    flood.write(FILE, EXAMPLES.replace(old, new))
    (found,) = flood.problems()
    assert found.startswith(f"{FILE}:{problem}") if problem else "holds the control character U+202E" in found


def test_a_phrasing_of_another_claim_is_no_example(flood: Folder) -> None:
    (claim, phrasing), *_ = (
        (one.id, text) for one in load(flood.path).briefings[0].claims for text in one.phrasings
    )
    flood.write(FILE, EXAMPLES.replace("who paid for the boats", phrasing))
    assert flood.problems() == [f'{FILE}:2: the example "{phrasing}" is already that of "{claim}"']


def test_too_few_or_too_many_to_learn_from(flood: Folder) -> None:
    few = f"at least {LEAST_UNANSWERED} to learn from, not 0"
    flood.write(FILE, '[answered]\nflood-may = ["why the water"]\n')
    assert flood.problems() == [f"{FILE}:1: unanswered must list {few}"]
    flood.write(FILE, f"unanswered = {json.dumps([f'what of boat {n}' for n in range(MOST)])}\n")
    assert flood.problems() == [
        f"{FILE}:1: there are {MOST} examples and 7 phrasings; {MOST} of both can be learnt from"
    ]
