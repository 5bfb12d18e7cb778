"""The bot's own words are few, whole sentences, and the same for every side."""

from __future__ import annotations

from datetime import date
from typing import get_args

import pytest

from bot.answering.deciding.outcome import Kind, Reason, Remark
from bot.answering.reading.question import SlotKind
from bot.answering.showing import wording
from bot.answering.showing.checked import DifferingField, Verdict
from bot.answering.showing.frame import ENGLISH
from bot.answering.showing.imprint import Imprint
from bot.answering.showing.sentences import KINDS, OUTCOMES, REMARKS, VERDICTS
from bot.briefing.models import Figure, SpeechAct
from bot.errors import UnknownNameError

FLOOD = Imprint("flood", "The flood", "2026-11-22", "2026-02-27", "A text.")


def figure(low: int | None, high: int | None, qualifier: str | None) -> Figure:
    return Figure("killed", "people", ("people",), None, low, high, qualifier, (), "the words")


@pytest.mark.parametrize(
    ("low", "high", "qualifier", "words"),
    [
        (12, 12, None, "12"),
        (274, None, "at least", "at least 274"),
        (10, 20, None, "10 to 20"),
        (10, 20, "between", "the words"),
        (None, 50, "up to", "up to 50"),
        (0, 0, None, "0"),
        (None, None, "many", "many"),
        (None, None, None, "the words"),
    ],
)
def test_a_figure_is_as_exact_as_claimed(
    low: int | None, high: int | None, qualifier: str | None, words: str
) -> None:
    assert wording.number(ENGLISH, figure(low, high, qualifier)) == words


@pytest.mark.parametrize("about", [None, "drones"])
@pytest.mark.parametrize("reason", get_args(Reason))
def test_every_reason_is_a_sentence(reason: Reason, about: str | None) -> None:
    text = wording.abstention(ENGLISH, reason, about, FLOOD)
    assert text[0].isupper()
    assert text.endswith(".")
    assert "{" not in text
    assert "None" not in text


def test_braces_of_an_asker_are_only_braces() -> None:
    text = wording.abstention(ENGLISH, "not_covered", "{source} {0}", FLOOD)
    assert text == "The briefing does not say: it has nothing on “{source} {0}”."


def test_what_is_echoed_is_cut() -> None:
    text = wording.abstention(ENGLISH, "not_covered", "x" * 5_000, FLOOD)
    assert len(text) < 200
    assert "x…”" in text


@pytest.mark.parametrize("act", get_args(SpeechAct))
def test_every_speech_act_has_a_verb_that_does_not_judge(act: SpeechAct) -> None:
    verb = wording.act(ENGLISH, act, None)
    assert verb.endswith("ed")
    assert verb not in {"admitted", "claimed", "confirmed", "insisted", "revealed"}
    assert wording.act(ENGLISH, act, "a few words") == f"{verb} (in the words “a few words”)"


@pytest.mark.parametrize("verdict", get_args(Verdict))
def test_no_verdict_says_true_or_false(verdict: Verdict) -> None:
    words = VERDICTS[verdict].lower().strip(".").split()
    assert not {"true", "false", "correct", "wrong", "lie"} & set(words)


@pytest.mark.parametrize("field", get_args(DifferingField))
def test_every_field_has_words(field: DifferingField) -> None:
    text = wording.difference(ENGLISH, field, "this", "that", "Somebody")
    whose = "" if field in {"claimant", "attribution"} else ", a claim by Somebody"
    assert text.endswith(f": the message has “this”, the briefing “that”{whose}")


def test_where_there_is_no_name_none_is_listed() -> None:
    assert wording.unknown_name(ENGLISH, "x", ()) == "There is no such name here, and none of its kind."
    assert str(UnknownNameError("side", "x", ())) == "there is no side “x” here; there are: none"


def test_every_slot_outcome_and_remark_has_a_word() -> None:
    assert set(KINDS) == set(get_args(SlotKind))
    assert set(OUTCOMES) == set(get_args(Kind))
    assert set(REMARKS) == set(get_args(Remark))
    assert (
        wording.slot(ENGLISH, "measure", "killed", "dead", "ded") == "measure killed – “dead”, read as “ded”"
    )


def test_remarks() -> None:
    recency = wording.remark(ENGLISH, "recency", FLOOD)
    assert recency == "The briefing covers events up to 2026-02-27; this edition was finished on 2026-11-22."
    assert wording.remark(ENGLISH, "origin", FLOOD).endswith(": A text.")


def test_small_words() -> None:
    assert wording.joined(ENGLISH, ["a"]) == "a"
    assert wording.joined(ENGLISH, ["a", "b", "c"]) == "a, b and c"
    assert wording.quoted(ENGLISH, "x") == wording.quoted(ENGLISH, "“x”") == "“x”"
    assert wording.period(ENGLISH, date(2031, 5, 3), date(2031, 5, 4)) == "2031-05-03 to 2031-05-04"
    assert wording.premise(ENGLISH, None) == "The briefing has this differently:"
    assert wording.claims(ENGLISH, 1) == "1 claim rests on it."
