"""What a message says ended, where the briefing has it go on, and who or what it has in another's place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.answering.checking.messages import check

if TYPE_CHECKING:
    from bot.answering.claims.index import Index

ENDINGS = {
    "Once Kabul had been bombed on 27 February, the guns along the border fell silent.": "distorts",
    "Pakistan bombed Kabul and as soon as it did fighting along the border stopped": "distorts",
    "The fighting along the border ground to a halt on Feb 27.": "distorts",
    "Along the border the fighting petered out on 27 February.": "distorts",
    "Fighting along the border did not stop on February 27.": "matches",
    "Pakistan bombed Kabul and as soon as it did fighting along the border continued": "matches",
    "The minister fell silent when asked about the border.": "not_covered",
}
CLEFTS = {
    "It was the prime minister of Pakistan who wrote on X that there was now an open war.": "distorts",
    "Pakistan's president declared open war on the Taliban.": "distorts",
    "The Afghan foreign minister declared open war on Pakistan.": "distorts",
    "It was Pakistan's defence minister who wrote on X that there was now an open war.": "matches",
    "The president of Pakistan met with his ministers over the open war.": "not_covered",
    "Civilian airports in the north-west were what the Afghan drones hit, Mujahid said.": "distorts",
    "Military bases in the north-west were what the Afghan drones hit, Mujahid said.": "matches",
}
COUNTED = {
    "Mujahid said 55 Pakistani soldiers were killed, the bodies of all of whom are being held.": "distorts",
    "Mujahid said 55 Pakistani soldiers were killed, all of them soldiers.": "matches",
    "One of his soldiers had been taken prisoner, the Pakistani military's spokesman said.": "distorts",
    "One of his soldiers is missing, the Pakistani military's spokesman said.": "matches",
    "Mujahid says not a single Afghan soldier was killed, only 22 wounded.": "distorts",
    "Chaudhary says not a single Pakistani soldier was killed, only 27 wounded.": "distorts",
    "Mujahid says not 274 but 13 Afghan soldiers were killed.": "matches",
    "Chaudhary said airpower alone, with no ground operation, killed 274 Afghans.": "distorts",
    "Chaudhary said ground operations alone killed at least 274 Afghan soldiers.": "distorts",
    "Chaudhary said at least 274 Afghan soldiers were killed, in air and ground operations.": "matches",
    "274 vs 12. do the math": "conflicting",
    "Score so far 55 to 13 and you guys are still here": "conflicting",
    "55 to 14": "not_covered",
    "Liverpool won 55 to 13": "not_covered",
}
ORDERS = {
    "Mujahid said they were ready to negotiate. Only after that Asif declared open war.": "distorts",
    "Asif declared open war. After that Mujahid said Taliban leaders were ready to negotiate.": "matches",
    "Afghans attacked the border and the air strikes last weekend were retaliation for that.": "distorts",
    "Afghanistan attacked along the border. The Pakistani strikes last weekend were a response to that.": (
        "distorts"
    ),
    "Pakistan struck last weekend and the Afghan attacks were retaliation for that.": "matches",
}


@pytest.mark.parametrize(("message", "verdict"), [*ENDINGS.items(), *CLEFTS.items(), *COUNTED.items()])
def test_what_is_told_otherwise(war: Index, message: str, verdict: str) -> None:
    assert check(war, message).verdict == verdict


@pytest.mark.parametrize(("message", "verdict"), ORDERS.items())
def test_what_points_to_the_sentence_before(war: Index, message: str, verdict: str) -> None:
    assert check(war, message).verdict == verdict


@pytest.mark.parametrize(
    ("message", "verdict"),
    [
        ("Belmar flooded Millbank. Only after that Arden closed the old canal.", "distorts"),
        ("Arden closed the old canal. After that Belmar flooded Millbank.", "matches"),
        ("Lund said nine residents were killed, all of whom were rescued.", "distorts"),
    ],
)
def test_the_same_of_a_flood(orla: Index, message: str, verdict: str) -> None:
    assert check(orla, message).verdict == verdict


@pytest.mark.parametrize(
    ("message", "verdict"),
    [
        ("Asif announced an end of the confrontation.", "distorts"),
        ("Mujahid said Taliban leaders called off negotiations with Pakistan.", "distorts"),
        ("Mujahid said Taliban leaders were ready to negotiate to end the violence.", "matches"),
        ("Asif announced a full-scale confrontation.", "matches"),
    ],
)
def test_what_is_said_to_be_ended_is_not_what_was_begun_or_offered(
    war: Index, message: str, verdict: str
) -> None:
    assert check(war, message).verdict == verdict
