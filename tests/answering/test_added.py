"""What a message adds to a claim that it repeats: why, how, who, and whether it is true."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.answering.checking.messages import check

if TYPE_CHECKING:
    from bot.answering.claims.index import Index

THEIRS = {"Mujahid": "55", "Chaudhary": "12"}
ADDED = (
    "because of bad leadership",
    "with nuclear bombs",
    "by friendly fire",
    "most of them students",
    "including seven officers",
    "but that is propaganda",
    "which is proven",
)
CALLED = ("false", "a lie", "exaggerated", "bogus", "nonsense", "confirmed", "pure invention")


@pytest.mark.parametrize("who", THEIRS)
@pytest.mark.parametrize("more", ADDED)
def test_what_is_added_is_named_as_not_covered(war: Index, who: str, more: str) -> None:
    found = check(war, f"{who} said {THEIRS[who]} Pakistani soldiers were killed, {more}.").findings
    assert {f.verdict for f in found} == {"matches", "not_covered"}
    assert any(f.quote.strip(".") in more for f in found if f.verdict == "not_covered")


@pytest.mark.parametrize(("who", "number"), [("The Taliban", "55"), ("Pakistan", "274")])
@pytest.mark.parametrize("called", CALLED)
def test_what_a_claim_is_called_is_no_part_of_it(war: Index, who: str, number: str, called: str) -> None:
    found = check(war, f"{who}'s claim of {number} dead is {called}.").findings
    assert [(f.verdict, f.quote) for f in found][1:] == [("not_covered", called.removeprefix("a "))]


@pytest.mark.parametrize("insulted", ["The murderer {}", "The coward {}"])
@pytest.mark.parametrize(
    ("who", "said"), [("Asif", "announced open war"), ("Mujahid", "said 55 soldiers died")]
)
def test_no_source_calls_anybody_names(war: Index, insulted: str, who: str, said: str) -> None:
    assert check(war, f"{insulted.format(who)} {said}.").verdict == "not_covered"


@pytest.mark.parametrize("council", ["The corrupt Pakistani military", "The illegitimate Taliban"])
def test_nor_does_a_word_before_a_name_belong_to_it(war: Index, council: str) -> None:
    number = "12" if "Pakistani" in council else "55"
    found = check(war, f"{council} says {number} Pakistani soldiers were killed.").findings
    assert [f.quote for f in found if f.verdict == "not_covered"] == [council.split()[1]]


@pytest.mark.parametrize(
    "message",
    [
        "Mujahid said 55 Pakistani soldiers were killed, with 23 bodies held by Afghan forces.",
        "Mujahid called Pakistan's claims false and said 55 Pakistani soldiers were killed.",
        "Taliban leaders said they were willing to negotiate with Pakistan.",
        "Pakistan's military says 12 of its soldiers were killed, by Chaudhary's account.",
        "Mujahid's figure of 55 dead is no lie.",
        "12 Pakistani soldiers were killed, if one trusts Pakistan's military.",
        "If Mujahid is to be believed, 55 Pakistani soldiers were killed.",
    ],
)
def test_what_a_claim_has_itself_adds_nothing(war: Index, message: str) -> None:
    assert check(war, message).verdict == "matches"


@pytest.mark.parametrize("means", ["through war", "through violence", "with war"])
def test_other_means_are_no_account_of_a_statement(war: Index, means: str) -> None:
    (found,) = check(war, f"Mujahid said the Taliban always solved issues {means}.").findings
    assert (found.verdict, found.field, found.said) == ("distorts", "direction", means)


@pytest.mark.parametrize("means", ["through talks", "through negotiations", "by negotiating"])
def test_the_same_means_in_other_words_are(war: Index, means: str) -> None:
    assert check(war, f"Mujahid said the Taliban always solved issues {means}.").verdict == "matches"


@pytest.mark.parametrize(
    ("message", "verdict"),
    [
        ("Pakistan says it killed 274 Afghan soldiers and civilians.", "distorts"),
        ("Mujahid said 55 Pakistani civilians and soldiers were killed.", "distorts"),
        ("Afghanistan's government said 19 civilians and soldiers were killed.", "distorts"),
        ("Pakistan says it killed 274 Afghan soldiers and fighters.", "matches"),
    ],
)
def test_whoever_is_counted_with_them_is_a_victim_too(war: Index, message: str, verdict: str) -> None:
    (found,) = check(war, message).findings
    assert (found.verdict, found.field) == (verdict, "victim" if verdict == "distorts" else None)


@pytest.mark.parametrize("quality", ["sleeping", "elite", "young", "retreating", "surrendering", "fleeing"])
@pytest.mark.parametrize("who", THEIRS)
def test_what_those_counted_were_is_added(war: Index, who: str, quality: str) -> None:
    found = check(war, f"{who} said {THEIRS[who]} {quality} Pakistani soldiers were killed.").findings
    assert [(f.verdict, f.quote) for f in found][1:] == [("not_covered", quality)]


@pytest.mark.parametrize("who", THEIRS)
@pytest.mark.parametrize(
    ("more", "verdict"),
    [
        ("and their families have each been paid compensation", "not_covered"),
        ("and their widows got a pension", "not_covered"),
        ("and their families deserve our prayers", "matches"),
    ],
)
def test_what_became_of_theirs_is_added(war: Index, who: str, more: str, verdict: str) -> None:
    assert check(war, f"{who} said {THEIRS[who]} Pakistani soldiers were killed, {more}.").verdict == verdict


@pytest.mark.parametrize(
    ("message", "verdict"),
    [
        ("Chaudhary said 274 Afghan soldiers were killed, no fighters from other groups.", "distorts"),
        ("Chaudhary said 274 Afghan soldiers were killed, not counting fighters.", "distorts"),
        ("Chaudhary said 274 Afghan soldiers and fighters were killed, no civilians.", "matches"),
        ("At least 274 Afghan soldiers, fighters and civilians were killed, Chaudhary said.", "distorts"),
        ("Mujahid said 55 Pakistani soldiers, policemen and civilians were killed.", "distorts"),
        ("Nineteen women and children, Afghanistan's government reports, were killed.", "distorts"),
        ("Chaudhary said 12 Pakistani nurses were killed.", "distorts"),
        ("Mujahid said 55 Pakistani soldiers were killed and 13 civilians injured.", "matches"),
        ("Mujahid said 55 Pakistani soldiers were killed and 13 Pakistani civilians injured.", "distorts"),
        ("Chaudhary said 274 Afghan soldiers were killed and 13 civilians injured.", "distorts"),
    ],
)
def test_who_is_counted_with_whom(war: Index, message: str, verdict: str) -> None:
    assert check(war, message).verdict == verdict
