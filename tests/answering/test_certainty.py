"""What a message has as surer, likelier, begun, fewer or on a condition, where the briefing has not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.answering.checking.messages import check

if TYPE_CHECKING:
    from bot.answering.claims.index import Index

WAR = {
    # only possible
    "Asif warned that an open war might one day break out with the Taliban government.": "distorts",
    "Asif said there could be an open war with the Taliban government.": "distorts",
    "Asif warned that Pakistan was on the brink of an open war.": "distorts",
    "Asif said it is an open war now between Pakistan and the Taliban government.": "matches",
    "Pakistan may have bombed Kabul and Kandahar on February 27.": "distorts",
    "Perhaps Afghanistan retaliated on February 26.": "distorts",
    "Mujahid said Taliban leaders might possibly consider negotiating with Pakistan one day.": "distorts",
    "Mujahid said the Taliban leaders would be ready to negotiate with Pakistan.": "matches",
    "Afghanistan's government reported that 19 civilians may have been killed.": "distorts",
    "Chaudhary said maybe 12 Pakistani soldiers were killed.": "distorts",
    "You might want to know that Pakistan struck Kabul on February 27.": "matches",
    # proven
    "Islamabad has produced proof that Afghanistan is sheltering Pakistani Taliban militants.": "distorts",
    "Evidence shows that Afghanistan shelters Pakistani Taliban militants.": "distorts",
    "Chaudhary has produced proof that 274 Afghan soldiers were killed.": "distorts",
    "Mujahid has produced proof that 55 Pakistani soldiers were killed.": "distorts",
    "There is no proof that Afghanistan shelters Pakistani Taliban militants.": "not_covered",
    "Pakistani Taliban militants are being given refuge by Afghanistan.": "conflicting",
    # denied
    "Afghanistan has neither confirmed nor denied that it shelters Pakistani Taliban militants.": "distorts",
    "Afghanistan denies that it shelters Pakistani Taliban militants.": "matches",
    # heavy, many
    "Casualties have been light so far, to go by what the two sides report.": "distorts",
    "Only a handful of Pakistani soldiers fell into Afghan captivity, in Mujahid's version.": "distorts",
    "Mujahid said quite a few Pakistani soldiers had been captured.": "matches",
    "Mujahid said a few Pakistani soldiers were killed.": "not_covered",
    # begun, over, conditional
    "Mujahid said talks with Pakistan are in progress.": "distorts",
    "Mujahid said the Taliban leaders are ready to start negotiations with Pakistan.": "matches",
    "The Taliban leaders' reply, delivered by Mujahid, is that the time for talking is over.": "distorts",
    "Mujahid said the time for talks has come.": "matches",
    "The offer of talks, as Mujahid worded it, holds only if Pakistan stops its bombardment.": "distorts",
    "Taliban leaders said they were willing to negotiate after Pakistan bombed several cities.": "matches",
    # quoted
    "“A limited confrontation” was the term chosen by Pakistan's defence minister.": "distorts",
    "Asif spoke of a “full-scale confrontation” with the Taliban government.": "matches",
}
ORLA = {
    "Lund said Belmar might one day be ready to negotiate with Arden over the canal.": "distorts",
    "Belmar may have opened the sluices on April 3.": "distorts",
    "Lund said talks with Arden over the canal are already under way.": "distorts",
    "Lund said Belmar was ready to negotiate with Arden only if the canal is opened.": "distorts",
    "Lund said Belmar was ready to negotiate with Arden over the canal.": "matches",
    "Arden has produced proof that Belmar is hiding a broken gauge.": "distorts",
    "Belmar has neither confirmed nor denied that it is hiding a broken gauge.": "distorts",
    "Lund said only a handful of residents had been rescued.": "distorts",
    "Both towns reported that losses have been light.": "distorts",
}
VARDHOLM = {
    "Ekholm said talks with the Hearth Union about a coalition are already under way.": "distorts",
    "Ekholm said the time for talks with the Hearth Union is over.": "distorts",
    "Ekholm said she was ready to talk with the Hearth Union about a coalition.": "matches",
    "Only a handful of polling stations opened late in Eskil Bay on Sunday morning.": "distorts",
    "Many polling stations opened late in Eskil Bay on Sunday morning.": "matches",
}
ALL = [
    *(("war", *one) for one in WAR.items()),
    *(("orla", *one) for one in ORLA.items()),
    *(("vardholm", *one) for one in VARDHOLM.items()),
]


@pytest.mark.parametrize(("briefing", "message", "verdict"), ALL)
def test_how_sure_it_is(briefings: dict[str, Index], briefing: str, message: str, verdict: str) -> None:
    assert check(briefings[briefing], message).verdict == verdict


@pytest.mark.parametrize(
    ("message", "verdict"),
    [
        ("Asif only spoke of a limited confrontation with the Taliban government.", "distorts"),
        ("relax, Asif only announced a minor confrontation with the Taliban government", "distorts"),
        ("It was just a small war, said Asif.", "distorts"),
        ("Asif's post on X just warned the Taliban that it could become an open war some day.", "distorts"),
        ("Asif only warned of an open war.", "distorts"),
        ("Asif cautioned that this could one day turn into an open war.", "distorts"),
        ("Asif warned that it might before long have become an open war.", "distorts"),
        ("Asif fears an open war with the Taliban government.", "distorts"),
        ("Asif did what everyone feared and declared open war.", "matches"),
        ("It might be news to you that Asif declared open war on the Taliban government.", "matches"),
        ("Asif warned the Taliban that this is open war.", "matches"),
        ("Asif spoke of a full-scale confrontation with the Taliban government.", "matches"),
    ],
)
def test_what_is_played_down_is_not_the_same(war: Index, message: str, verdict: str) -> None:
    assert check(war, message).verdict == verdict


def test_a_day_that_is_only_spoken_of_is_not_the_same(orla: Index) -> None:
    message = "The council of Arden only spoke of a possible day of silence."
    assert check(orla, message).verdict == "distorts"
    assert check(orla, message.replace("only spoke of a possible", "announced a")).verdict == "matches"


DONE = [
    ("war", "Mujahid said negotiations with Pakistan have brought the violence to an end.", "distorts"),
    ("war", "Mujahid said the talks with Pakistan have achieved nothing yet.", "not_covered"),
    ("war", "Mujahid said the Taliban leaders struck a deal with Pakistan to end the violence.", "distorts"),
    ("war", "Taliban leaders said they had agreed with Pakistan to end the war.", "distorts"),
    ("war", "Mujahid said talks with Pakistan have put a stop to the violence.", "distorts"),
    ("war", "Mujahid said the talks with Pakistan were a success.", "distorts"),
    ("war", "Mujahid said Taliban leaders want to strike a deal with Pakistan.", "matches"),
    ("war", "Mujahid said the Taliban are ready for talks that would end the violence.", "matches"),
    ("orla", "Lund said Belmar and Arden have struck a deal over the canal.", "distorts"),
    ("orla", "Lund said Belmar was ready to come to terms with Arden over the canal.", "matches"),
    ("vardholm", "Ekholm said talks with the Hearth Union about a coalition have succeeded.", "distorts"),
]


@pytest.mark.parametrize(("briefing", "message", "verdict"), DONE)
def test_whoever_is_ready_to_talk_has_not_done_so(
    briefings: dict[str, Index], briefing: str, message: str, verdict: str
) -> None:
    assert check(briefings[briefing], message).verdict == verdict
