"""Where one thing that a message tells ends and the next begins, and what a sentence adds to the last."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.answering.checking.messages import check

if TYPE_CHECKING:
    from bot.answering.claims.index import Index

MEANWHILE = {
    "While Kabul and Kandahar were being struck on Feb 27 the fighting along the border went on.": {
        ("matches", "strikes-27-february"),
        ("matches", "border-fighting"),
    },
    "While Pakistan was striking Kabul and Kandahar fighting went on along the border.": {
        ("matches", "strikes-27-february"),
        ("matches", "border-fighting"),
    },
    "After Pakistan carried out air strikes last weekend Afghanistan attacked along the border.": {
        ("matches", "weekend-air-strikes"),
        ("matches", "retaliation-26-february"),
    },
    "When Mujahid said they were ready to negotiate Pakistan had already declared open war.": {
        ("matches", "ready-to-negotiate-mujahid"),
        ("matches", "always-negotiations-mujahid"),
        ("matches", "open-war-asif"),
    },
}


@pytest.mark.parametrize(("message", "held"), MEANWHILE.items())
def test_no_comma_parts_a_sentence_that_opens_with_while(
    war: Index, message: str, held: set[tuple[str, str]]
) -> None:
    assert {(found.verdict, found.claim) for found in check(war, message).findings} == held


def test_what_went_on_meanwhile_is_held_by_itself(war: Index) -> None:
    message = "While the border was being struck on Feb 27 the fighting in Kabul went on."
    (found,) = (f for f in check(war, message).findings if f.verdict == "distorts")
    assert (found.said, found.quote) == ("Kabul", "the fighting in Kabul went on.")


@pytest.mark.parametrize(
    ("message", "verdict"),
    [
        ("Only 13 Afghan soldiers died. The rest is invented in Rawalpindi.", "conflicting"),
        ("Only 12 Pakistani soldiers died. The rest is invented in Kabul.", "conflicting"),
        ("Mujahid said 13 Afghan soldiers died. It happened in Rawalpindi.", "distorts"),
    ],
)
def test_where_something_else_was_done_is_no_place_of_the_last_number(
    war: Index, message: str, verdict: str
) -> None:
    assert check(war, message).verdict == verdict


@pytest.mark.parametrize(
    "message",
    [
        "Mujahid's list, for the map people. Thursday night: parts of Kabul, Kandahar, Paktia.",
        "Chaudhary's numbers. 12 killed, 27 wounded, one missing.",
        "Mujahid's numbers. 55 Pakistani soldiers killed. Chaudhary's numbers. 12 killed, 27 wounded.",
    ],
)
def test_a_heading_names_who_says_what_follows_it(war: Index, message: str) -> None:
    assert check(war, message).verdict == "matches"


@pytest.mark.parametrize(
    ("message", "verdict"),
    [
        ("Mujahid's list. 12 Pakistani soldiers killed.", "distorts"),
        ("Chaudhary's list. 55 Pakistani soldiers killed.", "distorts"),
        ("12 Pakistani soldiers killed. Mujahid's numbers. 55 Pakistani soldiers killed.", "conflicting"),
        ("Mujahid's friends. 55 Pakistani soldiers were killed.", "conflicting"),
    ],
)
def test_a_heading_gives_nobody_what_is_not_theirs(war: Index, message: str, verdict: str) -> None:
    assert check(war, message).verdict == verdict


@pytest.mark.parametrize(
    "preamble", ["Not picking a fight, just reading:", "Not taking sides:", "Quoting:", "Just saying:"]
)
@pytest.mark.parametrize(
    "message",
    [
        "Islamabad alleges Afghanistan is sheltering Pakistani Taliban militants, and Afghanistan denies it.",
        "Pakistan struck Kabul on February 27.",
    ],
)
def test_what_a_writer_says_of_themselves_before_a_colon_denies_nothing(
    war: Index, preamble: str, message: str
) -> None:
    assert check(war, f"{preamble} {message}").verdict == "matches"


@pytest.mark.parametrize("judged", ["Not true", "False", "Lie", "Fake"])
@pytest.mark.parametrize(
    "message", ["Mujahid said 13 Afghan soldiers were killed.", "Chaudhary said 12 Pakistani soldiers died."]
)
def test_what_a_writer_calls_untrue_is_not_all_as_the_briefing_has_it(
    war: Index, judged: str, message: str
) -> None:
    checked = check(war, f"{judged}: {message}")
    assert [f.verdict for f in checked.findings] == ["matches", "not_covered"]
    assert checked.findings[1].quote == judged
