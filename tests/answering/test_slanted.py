"""What a message slants: a caveat narrowed to one side, a verb that says more than that somebody says it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.answering.checking.messages import check

if TYPE_CHECKING:
    from bot.answering.claims.index import Index


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("Al Jazeera could not verify Mujahid's figures.", "Mujahid's"),
        ("Al Jazeera could not verify Chaudhary's figures.", "Chaudhary's"),
        ("Al Jazeera could not verify the figures claimed by the Taliban.", "Taliban"),
        ("Al Jazeera could not verify the figures claimed by Pakistan.", "Pakistan"),
        ("Al Jazeera could not verify Chaudhary's casualty figures.", "Chaudhary's"),
        ("Al Jazeera could not verify Mujahid's casualty figures.", "Mujahid's"),
        ("Al Jazeera could not verify the Taliban's casualty figures.", "Taliban's"),
        ("Al Jazeera could not verify Pakistan's casualty figures.", "Pakistan's"),
        ("Al Jazeera could not verify the Afghan casualty claims.", "Afghan"),
        ("Al Jazeera could not verify the Pakistani casualty figures.", "Pakistani"),
        ("Al Jazeera could not verify the casualty figures of the Taliban.", "Taliban"),
        ("Al Jazeera could not verify Mujahid figures.", "Mujahid"),
        ("Al Jazeera could not verify Chaudhary figures.", "Chaudhary"),
    ],
)
def test_a_caveat_on_either_side_is_not_on_one(war: Index, message: str, said: str) -> None:
    found = check(war, message).findings
    assert [(f.verdict, f.field, f.said, f.claim) for f in found] == [
        ("distorts", "claimant", said, "not-verified-al-jazeera")
    ]
    assert found[0].briefing == war.by_id["not-verified-al-jazeera"].claim.statement


@pytest.mark.parametrize("who", ["Holt's", "Lund's", "Arden's", "Belmar's"])
def test_so_is_that_of_another_briefing(orla: Index, who: str) -> None:
    found = check(orla, f"The Orla Gazette could not verify {who} figures.").findings
    assert [(f.verdict, f.field, f.said) for f in found] == [("distorts", "claimant", who)]


@pytest.mark.parametrize(
    "message",
    [
        "Al Jazeera could not verify the figures.",
        "Al Jazeera could not verify the casualty figures of both sides.",
        "The figures could not be verified.",
        "The casualty figures could not be independently verified.",
        "Al Jazeera could not verify the figures of either side.",
        "Al Jazeera could not verify Pakistan's or Afghanistan's figures.",
        "Al Jazeera could not verify Mujahid's figures, nor those of Chaudhary.",
        "Neither the 274 of Chaudhary nor the 55 of Mujahid could be verified by Al Jazeera.",
        "Al Jazeera could not verify either Chaudhary's or Mujahid's figures.",
        "Al Jazeera could not verify Chaudhary and Mujahid's figures.",
        "Reminder to my fellow Pakistanis: Al Jazeera could not confirm our numbers or theirs.",
        "Reminder to my fellow Afghans: Al Jazeera could not confirm our numbers or theirs.",
    ],
)
def test_a_caveat_on_both_is_the_same(war: Index, message: str) -> None:
    assert check(war, message).verdict == "matches"


SPOKESMEN = {
    "Chaudhary": "12 Pakistani soldiers were killed",
    "Mujahid": "55 Pakistani soldiers were killed",
}


@pytest.mark.parametrize(
    ("verb", "rest"),
    [
        ("lied", "that"),
        ("has lied", "that"),
        ("lies", ":"),
        ("retracted", "his claim that"),
        ("withdrew", "his claim that"),
        ("walked back", "his claim that"),
        ("took back", "that"),
        ("invented", "that"),
        ("pretended", "that"),
        ("confessed", "that"),
        ("conceded", "that"),
        ("revealed", "that"),
        ("finally admitted", "that"),
        ("proved", "that"),
        ("exaggerated", "that"),
        ("rightly", "said"),
        ("wrongly", "said"),
        ("falsely", "claimed"),
        ("correctly", "reported"),
        ("truthfully", "said"),
        ("is right", ":"),
        ("was lying", ":"),
    ],
)
@pytest.mark.parametrize("who", SPOKESMEN)
def test_what_a_verb_adds_to_saying_is_named(war: Index, who: str, verb: str, rest: str) -> None:
    checked = check(war, f"{who} {verb} {rest} {SPOKESMEN[who]}.".replace(" :", ":"))
    assert checked.verdict == "not_covered"
    assert [f.quote for f in checked.findings if f.verdict == "not_covered"] == [f"{who} {verb}"]
    assert checked.claims == check(war, f"{who} said {SPOKESMEN[who]}.").claims


def test_who_begged_asked(war: Index) -> None:
    found = check(war, "Taliban leaders begged Pakistan for negotiations.").findings
    assert [f.quote for f in found if f.verdict == "not_covered"] == ["Taliban leaders begged"]


@pytest.mark.parametrize("who", SPOKESMEN)
def test_so_it_is_of_whoever_was_named_before(war: Index, who: str) -> None:
    said = f"{who} said {SPOKESMEN[who]}"
    checked = check(war, f"{said}, and later {who} lied that {SPOKESMEN[who]}.")
    assert [f.quote for f in checked.findings if f.verdict == "not_covered"] == [f"{who} lied"]


@pytest.mark.parametrize("who", SPOKESMEN)
@pytest.mark.parametrize("claim", ["'s false claim", "'s lie"])
def test_so_is_what_a_claim_is_called(war: Index, who: str, claim: str) -> None:
    checked = check(war, f"According to {who}{claim}, {SPOKESMEN[who]}.")
    assert [f.verdict for f in checked.findings] == ["matches", "not_covered"]


@pytest.mark.parametrize("who", SPOKESMEN)
@pytest.mark.parametrize(
    "said",
    [
        "{} claimed {}.",
        "{} confirmed {}.",
        "{} stated that {}.",
        "{} announced: {}.",
        "{} reiterated that {}.",
        "{} really said {}.",
        "{} told journalists that {}.",
        "Don’t lie, {} said {}.",
        "Those liars: {} said {}.",
        "It is true that {} said {}.",
    ],
)
def test_a_verb_of_saying_is_the_same(war: Index, who: str, said: str) -> None:
    assert check(war, said.format(who, SPOKESMEN[who])).verdict == "matches"


def test_what_one_says_of_the_others_claims_is_theirs(war: Index) -> None:
    for message in (
        "Mujahid rejected Pakistan's claims as not true, saying 55 Pakistani soldiers were killed.",
        "Mujahid called Pakistan's figures false and said 55 Pakistani soldiers were killed.",
    ):
        assert check(war, message).verdict == "matches"


@pytest.mark.parametrize(
    "message",
    [
        "Pakistan rightly alleged Afghanistan was sheltering militants.",
        "Pakistan retracted its allegation that Afghanistan was sheltering militants.",
        "Afghanistan falsely denied sheltering militants.",
        "Afghanistan rightly denied sheltering militants.",
        "Asif rightly announced an open war.",
    ],
)
def test_it_is_named_of_what_happened_too(war: Index, message: str) -> None:
    checked = check(war, message)
    assert checked.claims
    words = " ".join(message.split()[:2])
    assert [f.quote for f in checked.findings if f.verdict == "not_covered"] == [words]


BLAME = [
    "{} started the war",
    "{} began the war",
    "{} caused the war",
    "{} started it",
    "{} is responsible for the war",
]


@pytest.mark.parametrize("who", ["Pakistan", "Afghanistan"])
@pytest.mark.parametrize("blame", BLAME)
def test_who_began_it_is_not_what_began_it(war: Index, who: str, blame: str) -> None:
    said = blame.format(who)
    alone = check(war, f"{said}.")
    assert alone.verdict == "not_covered"
    assert not alone.claims
    beside = check(war, f"Mujahid said 55 Pakistani soldiers were killed and {said}.")
    assert [f.quote for f in beside.findings if f.verdict == "not_covered"] == [f"{said}."]


def test_what_began_it_is_still_found(war: Index) -> None:
    for message in (
        "The latest violence flared after Pakistan carried out air strikes.",
        "Pakistan struck first.",
        "The violence was triggered by Pakistan's air strikes last weekend.",
    ):
        assert check(war, message).verdict == "matches"


@pytest.mark.parametrize("people", ["Afghan people", "Pakistani people"])
@pytest.mark.parametrize(
    "declared",
    [
        "declared open war on the",
        "declared open war against the",
        "announced a full-scale confrontation with the",
    ],
)
def test_a_people_is_not_its_government(war: Index, declared: str, people: str) -> None:
    found = check(war, f"Asif {declared} {people}.").findings
    assert [(f.verdict, f.field, f.said, f.briefing) for f in found] == [
        ("distorts", "direction", people, "Taliban government")
    ]


@pytest.mark.parametrize("target", ["Taliban government", "Taliban", "Afghans"])
def test_a_government_is_still_one(war: Index, target: str) -> None:
    assert check(war, f"Asif declared open war on the {target}.").verdict == "matches"


@pytest.mark.parametrize("who", SPOKESMEN)
@pytest.mark.parametrize("besides", ["Modi resigned", "the king of Spain resigned", "India celebrated"])
def test_who_is_said_to_do_something_besides_says_no_number(war: Index, who: str, besides: str) -> None:
    checked = check(war, f"{who} said {SPOKESMEN[who]} and {besides}.")
    assert [(f.verdict, f.quote) for f in checked.findings][1:] == [("not_covered", f"{besides}.")]
    assert checked.findings[0].verdict == "matches"


@pytest.mark.parametrize("who", SPOKESMEN)
def test_another_speaker_behind_and_is_one(war: Index, who: str) -> None:
    assert check(war, f"{SPOKESMEN[who]}, said {who} and Modi.").verdict == "not_covered"
    found = check(war, f"{who} and Modi said {SPOKESMEN[who]}.").findings
    assert [(f.verdict, f.field, f.said) for f in found] == [("distorts", "claimant", "Modi")]


@pytest.mark.parametrize("who", SPOKESMEN)
@pytest.mark.parametrize("bound", ["no more than", "no fewer than", "no less than"])
def test_a_bound_behind_said_is_no_denial(war: Index, who: str, bound: str) -> None:
    found = check(war, f"{who} said {bound} 40 Pakistani soldiers were killed.").findings
    assert [(f.verdict, f.field) for f in found] == [("distorts", "figure")]


@pytest.mark.parametrize("light", ["light", "low"])
def test_a_claim_that_only_its_phrasings_bring_near_is_no_matter(war: Index, light: str) -> None:
    found = check(war, f"Both sides reported {light} casualties.").findings
    assert [(f.verdict, f.claim) for f in found] == [("distorts", "heavy-casualties-both")]


@pytest.mark.parametrize(
    ("message", "doer", "words"),
    [
        ("Pakistan army killed 55.", "Pakistan army", "55 Pakistani soldiers were killed"),
        ("Mujahid said Pakistan killed 55.", "Pakistan", "55 Pakistani soldiers were killed"),
        ("The Taliban killed 274.", "Taliban", "Pakistan"),
        ("Chaudhary said the Taliban killed 274.", "Taliban", "Pakistan"),
    ],
)
def test_whom_a_message_does_not_name_is_not_shown_as_its_words(
    war: Index, message: str, doer: str, words: str
) -> None:
    found = check(war, message).findings
    assert [(f.verdict, f.field, f.said, f.briefing) for f in found] == [
        ("distorts", "direction", doer, words)
    ]
