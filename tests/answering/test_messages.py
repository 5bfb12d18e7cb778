"""A message as a whole, and what a clause takes over from the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.answering.checking.messages import check

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.answering.claims.index import Index


@pytest.mark.parametrize("briefing", ["war", "orla"])
def test_a_statement_word_for_word_distorts_nothing(briefings: dict[str, Index], briefing: str) -> None:
    index = briefings[briefing]
    for statement in dict.fromkeys(entry.claim.statement for entry in index.entries):
        assert check(index, statement).verdict != "distorts", statement


def test_the_worst_sentence_decides(war: Index) -> None:
    fine, wrong = (
        "Mujahid said 55 Pakistani soldiers were killed.",
        "Mujahid said 12 Pakistani soldiers were killed.",
    )
    lone = "12 Pakistani soldiers were killed."
    assert check(war, f"{fine} It rained.").verdict == "matches"
    assert check(war, f"{fine} {lone}").verdict == "conflicting"
    assert check(war, f"{lone} {wrong} {fine}").verdict == "distorts"


def test_what_is_said_twice_is_found_once(war: Index) -> None:
    once = check(war, "Pakistan struck Kabul.")
    assert check(war, "Pakistan struck Kabul. Pakistan struck Kabul.").findings == once.findings


def test_a_clause_inherits_what_an_earlier_one_said(war: Index) -> None:
    checked = check(war, "Chaudhary said 12 Pakistani soldiers were killed, 27 wounded")
    assert [f.verdict for f in checked.findings] == ["matches", "matches"]
    checked = check(war, "Mujahid said 13 Afghan soldiers were killed and 23 wounded")
    assert [(f.verdict, f.field) for f in checked.findings] == [("matches", None), ("distorts", "figure")]


WORDS = st.sampled_from([
    "Pakistan", "Kabul", "Arden", "Belmar", "Holt", "Lund", "Mujahid", "said", "killed", "struck",
    "flooded", "admits", "refuses", "by", "did", "not", "and", "12", "55", "February", "many",
    "soldiers", "residents", ",", ".", "“not", "true”", "20%", "\ud800", "between", "to", "but"
])  # fmt: skip


@given(st.lists(WORDS, max_size=14).map(" ".join))
@settings(max_examples=200, deadline=None)
def test_any_message_can_be_checked(briefings: dict[str, Index], message: str) -> None:
    for index in briefings.values():
        checked = check(index, message)
        assert all(f.claim is None or f.claim in index.by_id for f in checked.findings)
        assert all(f.claim is None for f in checked.findings if f.verdict == "not_covered")
        assert checked.findings or checked.verdict == "not_covered"
        assert (checked.verdict == "matches") == ({f.verdict for f in checked.findings} == {"matches"})


def test_a_longer_message_is_read_as_far_as_a_short_one(war: Index) -> None:
    assert check(war, "x " * 100_000).verdict == "not_covered"


def test_an_upper_end_is_held_against_an_upper_end(changed_orla: Callable[..., Index]) -> None:
    words = ("injured at least 40", "injured no more than 40")
    index = changed_orla(
        ("source.txt", *words),
        ("claims.toml", *words),
        ("claims.toml", 'min = 40\nqualifier = "at least"', 'max = 40\nqualifier = "no more than"'),
    )
    for number, verdict in {
        "No more than 40": "matches",
        "40": "matches",
        "No more than 50": "distorts",
        "At least 40": "distorts",
        "Exactly 40": "distorts",
        "Many": "distorts",
    }.items():
        found = check(index, f"{number} residents were injured in Millbank, Ina Holt said.")
        assert found.verdict == verdict, number


def test_a_demand_does_not_say_that_it_was_met(changed_orla: Callable[..., Index]) -> None:
    words = ("announced a “day of silence”", "demanded a “day of silence”")
    index = changed_orla(
        ("source.txt", *words),
        ("claims.toml", *words),
        (
            "claims.toml",
            'topics = ["silence", "quotation"]',
            'topics = ["silence", "quotation"]\nwanted = ["demanded"]',
        ),
    )
    assert check(index, "There was a day of silence, says Arden's council.").verdict == "not_covered"
    assert check(index, "Arden's council demands a day of silence.").verdict == "matches"


def test_many_is_no_number_in_words(orla: Index) -> None:
    assert check(orla, "Per Lund said nine residents were killed.").verdict == "matches"
    assert check(orla, "Per Lund said many residents were killed.").verdict != "matches"


def test_a_size_is_named_in_the_words_of_the_message(war: Index) -> None:
    (found,) = check(war, "Mujahid said dozens of Pakistani soldiers were captured.").findings
    assert (found.said, found.briefing) == ("dozens", "many Pakistani soldiers had been captured")


@pytest.mark.parametrize(
    "message",
    [
        "Afghan drones hit bases in the north-west of Pakistan, Mujahid said.",
        "Drones attacked bases in Pakistan, Mujahid said.",
        "As for Pakistan, Mujahid said Afghan drones hit bases there.",
    ],
)
def test_a_name_behind_a_comma_is_not_the_other_sides(war: Index, message: str) -> None:
    assert check(war, message).verdict == "matches"


def test_an_office_under_the_other_sides_name_is_the_other_sides(war: Index) -> None:
    assert check(war, "Drones attacked bases, Pakistan's spokesman Mujahid said.").verdict == "distorts"


@pytest.mark.parametrize("title", ["Mullah", "Maulvi", "Mr", "Molvi"])
def test_a_title_of_honour_is_no_office(war: Index, title: str) -> None:
    message = f"{title} Mujahid said 13 Afghan soldiers were killed."
    assert check(war, message).verdict == "matches"


@pytest.mark.parametrize(
    "message",
    [
        "Pakistan attacked the cities of Khost and Paktika in southeastern Afghanistan.",
        "Pakistan hit Khost and Paktika in the southeast.",
    ],
)
def test_where_a_figure_is_from_is_told_of_in_its_claim(war: Index, message: str) -> None:
    (finding,) = check(war, message).findings
    assert (finding.field, finding.claim) == ("attribution", "civilian-losses-government")
    said = check(war, f"Afghanistan's government reported that {message[0].lower()}{message[1:]}")
    assert said.verdict == "matches"


def test_what_a_claim_without_figures_has_is_not_looked_up_in_one_with_figures(war: Index) -> None:
    findings = check(war, "Mujahid said Pakistan targeted Khost and Paktika on Friday.").findings
    assert {finding.claim for finding in findings} == {"strikes-friday-mujahid"}


@pytest.mark.parametrize(
    "message",
    [
        "Khawaja Asif says Pakistan's leaders are ready to negotiate with the Taliban.",
        "Khawaja Asif says the Taliban leaders are ready to negotiate with Pakistan.",
        "Zabihullah Mujahid announced an open war with Pakistan.",
    ],
)
def test_what_one_side_said_is_not_the_others(war: Index, message: str) -> None:
    checked = check(war, message)
    assert checked.verdict == "distorts"
    assert "claimant" in {finding.field for finding in checked.findings}


def test_a_sign_is_named_with_the_number_that_it_stands_before(war: Index) -> None:
    message = "Mujahid said >55 Pakistani soldiers were killed and 5 Pakistani soldiers were injured."
    said = {f.said for f in check(war, message).findings if f.field == "figure"}
    assert said == {"> 55", "5"}


@pytest.mark.parametrize(
    "message",
    [
        "Mujahid rejects Pakistan's account and says 55 Pakistani soldiers were killed.",
        "Asif declared open war, but first Mujahid said they were ready to negotiate.",
    ],
)
def test_capitals_say_the_same(war: Index, message: str) -> None:
    usual, loud = check(war, message), check(war, message.upper())
    assert [(f.verdict, f.field, f.claim) for f in loud.findings] == [
        (f.verdict, f.field, f.claim) for f in usual.findings
    ]


@pytest.mark.parametrize("office", ["army chief", "air chief"])
def test_somebody_unnamed_of_the_same_side_is_not_who_said_it(war: Index, office: str) -> None:
    announced = "announced a “full-scale confrontation” with the Taliban government."
    quoting = check(war, f"Pakistan's {office} {announced}")
    assert ("distorts", "claimant") in {(f.verdict, f.field) for f in quoting.findings}
    assert check(war, f"Pakistan's {office} announced open war.").verdict != "matches"


def test_what_a_side_says_its_leaders_may_say(war: Index) -> None:
    assert check(war, "Pakistan's leaders said Afghanistan was sheltering militants.").verdict == "matches"


@pytest.mark.parametrize("no", ["didn't deny", "never bothered to deny", "hasn't even cared to deny"])
def test_who_is_said_not_to_have_denied_it_denied_it(war: Index, no: str) -> None:
    checked = check(war, f"Kabul {no} sheltering Pakistani Taliban militants.")
    assert {(f.verdict, f.field, f.claim) for f in checked.findings} == {
        ("distorts", "direction", "sheltering-denied")
    }


@pytest.mark.parametrize(
    "message",
    [
        "The latest violence began when Afghanistan attacked Pakistan.",
        "The latest violence was triggered by Afghanistan's attacks.",
        "Afghan attacks triggered the violence.",
    ],
)
def test_what_one_sides_act_began_did_not_begin_with_the_others(war: Index, message: str) -> None:
    assert {(f.verdict, f.claim) for f in check(war, message).findings} == {
        ("distorts", "weekend-air-strikes")
    }
    assert (
        check(war, "The latest violence flared after Pakistan carried out air strikes.").verdict == "matches"
    )


@pytest.mark.parametrize(
    "message",
    [
        "Mujahid said Afghanistan's claims are not true.",
        "Mujahid rejected the Taliban's claims.",
        "Afghanistan denies Afghanistan's accusation.",
    ],
)
def test_nobody_is_said_to_deny_their_own(war: Index, message: str) -> None:
    assert check(war, message).verdict != "matches"


@pytest.mark.parametrize(
    "message",
    [
        "Both Pakistan and Afghanistan reported heavy casualties.",
        "Heavy casualties were reported by Pakistan and Afghanistan.",
        "Afghanistan responded to Pakistan's air strikes.",
    ],
)
def test_two_sides_by_their_names_are_both_sides(war: Index, message: str) -> None:
    assert check(war, message).verdict == "matches"


@pytest.mark.parametrize(
    ("message", "verdict"),
    [
        # other words for the same
        ("Each of the two belligerents reports that the toll has been heavy.", "matches"),
        ("Al Jazeera has been unable to confirm for itself the tolls put out by the two camps.", "matches"),
        ("Al Jazeera has been able to confirm for itself the tolls put out by the two camps.", "distorts"),
        ("Not even Al Jazeera was able to check the counts, neither Pindi's nor Kabul's.", "matches"),
        ("Not even Al Jazeera was able to check the counts of Kabul.", "distorts"),
        ("While Kabul was being bombed, combat on the frontier went on without a let-up.", "matches"),
        ("Kabul was not spared by Pakistan's strikes on 27 February.", "matches"),
        ("Kabul was spared by Pakistan's strikes on 27 February.", "distorts"),
        ("Taliban leaders are not unwilling to negotiate, Mujahid said.", "matches"),
        ("Chaudhary put the Afghan soldiers and fighters killed at no lower than 274.", "matches"),
        ("Chaudhary put the Afghan soldiers and fighters killed at no higher than 274.", "distorts"),
        # a group is a group, where the source has one
        ("Chaudhary said at least 274 Afghan soldiers and fighters of assorted factions died.", "matches"),
        ("Chaudhary said at least 274 Afghan soldiers and fighters of terror factions died.", "distorts"),
        ("Mujahid said 55 Pakistani soldiers of assorted factions died.", "distorts"),
        # things are no people
        ("Afghan forces captured 19 Pakistani posts.", "not_covered"),
        ("Pakistan's forces captured 23 Afghan posts.", "not_covered"),
        ("Mujahid says 55 Pakistani posts were captured.", "not_covered"),
        # beyond a line is no place at it
        ("Pakistan alleges that Pakistani Taliban militants are sheltered across the border.", "matches"),
        ("Pakistan alleges that Pakistani Taliban militants are sheltered at the border.", "distorts"),
    ],
)
def test_the_same_in_other_words_and_what_only_sounds_like_it(war: Index, message: str, verdict: str) -> None:
    assert check(war, message).verdict == verdict
