"""No claim leaves without the other side's claim, its caveat and its proof."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.answering.claims.index import Index
from bot.answering.deciding.decision import decide
from bot.answering.deciding.outcome import Answer, Choice, Premise, Receipt, Shown
from bot.answering.showing.imprint import Imprint
from bot.answering.showing.reply import (
    Claimant,
    claimant_of,
    prove,
    reply_to,
    suggestion,
    with_counter_claims,
)
from bot.errors import ProvenanceError
from tests.answering.conftest import ask, countered, shown

if TYPE_CHECKING:
    from bot.answering.showing.reply import ShownClaim
    from bot.briefing.models import Edition


def one(index: Index, claim: str) -> ShownClaim:
    return with_counter_claims(index, [(claim, "answer")])[0]


def receipt(index: Index, question: str = "what happened") -> Receipt:
    return decide(index, question).receipt


@pytest.mark.parametrize("briefing", ["war", "orla"])
def test_every_contested_claim_brings_its_counter_claims(briefings: dict[str, Index], briefing: str) -> None:
    index = briefings[briefing]
    for claim, others in index.contested_by.items():
        if claim not in index.by_id:
            continue
        reply = reply_to(index, Answer((Shown(claim, "answer"),), receipt(index)))
        assert shown(reply) == {claim}
        assert countered(reply) == set(others)
        assert reply.claims[0].disputed_by == others
        assert reply.claims[0].claim.id == claim


@pytest.mark.parametrize("briefing", ["war", "orla"])
def test_every_statement_is_what_the_source_says(briefings: dict[str, Index], briefing: str) -> None:
    index = briefings[briefing]
    for entry in index.entries:
        passage = one(index, entry.claim.id).claim.passage
        assert index.briefing.sources[0].text[passage.start : passage.end] == entry.claim.statement


@pytest.mark.parametrize("role", ["answer", "correction", "context"])
def test_a_counter_claim_that_answers_too_is_shown_once(orla: Index, role: str) -> None:
    claims = with_counter_claims(orla, [("arden-losses-holt", role), ("arden-losses-lund", role)])  # type: ignore[list-item]
    assert [(c.claim.id, c.role) for c in claims] == [
        ("arden-losses-holt", role),
        ("arden-losses-lund", role),
        ("rejects-lund", "counter_claim"),
    ]


CAVEATED = {
    "arden-losses-holt": True,
    "belmar-losses-lund": True,
    "arden-losses-lund": True,
    "heavy-losses-both": True,
    "rejects-lund": True,  # its statement gives figures, whatever the claim itself is
    "flooding-3-april": False,
    "not-verified-gazette": False,
    "gauge-alleged": False,
    "volunteers-ferrymen": False,  # no side of the caveat's
}


@pytest.mark.parametrize(("claim", "has"), CAVEATED.items(), ids=CAVEATED)
def test_a_caveat_goes_with_the_claims_in_its_scope(orla: Index, claim: str, has: bool) -> None:
    assert one(orla, claim).caveats == (("not-verified",) if has else ())


def test_a_caveat_is_printed_once_with_its_author(orla: Index) -> None:
    reply = ask(orla, "How many residents were killed?")
    ((caveat, author),) = [(c.caveat, c.author) for c in reply.caveats]
    assert author == "The Orla Gazette"
    assert caveat.passage.text == orla.briefing.caveats[0].passage.text
    assert len(reply.claims) > 1


def test_no_caveat_where_none_is_due(orla: Index) -> None:
    assert ask(orla, "Who closed the old canal?").caveats == ()


def test_a_figure_that_nobody_answers_says_so(war: Index, orla: Index) -> None:
    assert one(orla, "belmar-losses-lund").unanswered_by == ("Arden",)
    assert one(war, "civilian-losses-government").unanswered_by == ("Pakistan",)


@pytest.mark.parametrize(
    "claim",
    ["arden-losses-holt", "volunteers-ferrymen", "heavy-losses-both", "ready-lund", "flooding-3-april"],
)
def test_no_silence_is_noted_where_there_is_none(orla: Index, claim: str) -> None:
    assert one(orla, claim).unanswered_by == ()


@pytest.mark.parametrize(
    ("claim", "claimant"),
    [
        ("flooding-3-april", None),
        ("arden-losses-holt", Claimant("ina-holt", "Ina Holt", "Arden’s mayor", "Arden")),
        ("silence-council", Claimant("arden-council", "Arden’s council", None, "Arden")),
        ("gauge-denied", Claimant("belmar", "Belmar", None, "Belmar")),
        ("not-verified-gazette", Claimant("gazette", "The Orla Gazette", None, "The Orla Gazette")),
    ],
)
def test_who_asserts_a_claim(orla: Index, claim: str, claimant: Claimant | None) -> None:
    assert claimant_of(orla, orla.by_id[claim].claim) == claimant


def test_a_reply_says_what_it_rests_on(orla: Index) -> None:
    reply = ask(orla, "Who closed the old canal?")
    note = "An invented news text."
    assert reply.imprint == Imprint("orla", "The Orla flood", "2031-06-01", "2031-04-05", note)
    assert reply.receipt is not None
    assert reply.receipt.question.text == "Who closed the old canal?"


def test_an_abstention_suggests_what_is_covered(orla: Index) -> None:
    reply = ask(orla, "When did the flooding of Belmar by Arden begin in the cathedral?")
    assert reply.outcome == "abstention"
    assert not reply.claims
    for offered in reply.choices:
        assert offered.phrasing in orla.by_id[offered.claim].claim.phrasings


def test_a_choice_offers_readings_to_ask_for(orla: Index) -> None:
    reply = ask(orla, "Tell me about Belmar")
    assert (reply.outcome, reply.reason, reply.claims) == ("choice", None, ())
    assert 2 <= len(reply.choices) <= 5
    for offered in reply.choices:
        assert offered.claim in shown(ask(orla, offered.phrasing))


@pytest.mark.parametrize("asked", ["When was it, Millbank flooded?", "which fools let Millbank drown"])
def test_a_claim_is_always_offered_in_the_same_words(orla: Index, asked: str) -> None:
    outcome = Choice(("flooding-3-april",), receipt(orla, asked))
    assert [one.phrasing for one in reply_to(orla, outcome).choices] == ["Who opened the sluices?"]


def test_what_is_offered_is_written_out_as_a_question_with_even_verbs(war: Index) -> None:
    for claim in war.by_id:
        phrasing = suggestion(war, claim).phrasing
        assert phrasing[0].isupper(), phrasing
        assert phrasing.endswith("?"), phrasing
        assert not re.search("admi|conce|confess|regime|martyr", phrasing), phrasing


def test_a_correction_says_what_was_taken_for_granted(orla: Index) -> None:
    reply = reply_to(orla, Premise((Shown("ready-lund", "correction"),), "refuse", receipt(orla)))
    assert (reply.outcome, reply.reason, reply.about) == ("premise", "false_premise", "refuse")
    assert [c.role for c in reply.claims] == ["correction"]


def altered(edition: Edition, old: str, new: str) -> Index:
    """Return the index of a briefing whose source says something else than when it was loaded."""
    briefing = edition.briefings[0]
    (source,) = briefing.sources
    assert old in source.text
    changed = replace(briefing, sources=(source._replace(text=source.text.replace(old, new)),))
    return Index(edition, changed)


@pytest.mark.parametrize("new", ["killed 15", "killed 14 000", "KILLED 14", "killed 14\u200b"])
def test_a_statement_that_is_not_the_sources_words_is_withheld(orla_edition: Edition, new: str) -> None:
    index = altered(orla_edition, "killed 14", new)
    with pytest.raises(ProvenanceError, match=r"report \d+-\d+ is not the source's words"):
        ask(index, "How many residents were killed?")


def test_a_counter_claim_is_proved_too(orla_edition: Edition) -> None:
    index = altered(orla_edition, "nine residents", "five residents")
    with pytest.raises(ProvenanceError):
        ask(index, "How many residents were killed according to Holt?")


def test_a_caveat_is_proved_too(orla_edition: Edition) -> None:
    index = altered(orla_edition, "it could not independently", "it could now independently")
    with pytest.raises(ProvenanceError):
        ask(index, "How many cattle were lost?")


def test_a_passage_of_no_source_is_no_proof(orla: Index) -> None:
    passage = orla.by_id["ready-lund"].claim.passage._replace(source="hearsay")
    with pytest.raises(ProvenanceError):
        prove(orla, passage)


ANYTHING = st.text(st.characters(exclude_categories=()), max_size=40)
WORDS = st.sampled_from([
    "who", "how", "many", "why", "when", "where", "did", "does", "is", "are", "was", "not", "said",
    "killed", "injured", "died", "flooded", "struck", "closed", "admit", "refuse", "Arden", "Belmar",
    "Holt", "Lund", "Pakistan", "Taliban", "Kabul", "Khost", "Mujahid", "soldiers", "residents",
    "civilians", "verified", "figures", "both", "sides", "agree", "differ", "12", "14", "274", "Friday",
    "April", "February", "3", "2031", "there", "them", "and", "or", "?", ".", ",", "drones", "weather",
    "source"
])  # fmt: skip
QUESTIONS = st.lists(WORDS, max_size=12).map(" ".join) | ANYTHING


@given(QUESTIONS)
@settings(max_examples=300, deadline=None)
def test_every_reply_keeps_its_promises(briefings: dict[str, Index], question: str) -> None:
    for index in briefings.values():
        reply = ask(index, question)
        ids = {c.claim.id for c in reply.claims}
        assert bool(ids) == (reply.outcome in {"answer", "premise"})
        for c in reply.claims:
            assert c.role == "counter_claim" or set(c.disputed_by) <= ids
        carried = {caveat.caveat.id for caveat in reply.caveats}
        assert carried == {caveat for c in reply.claims for caveat in c.caveats}
        assert len(reply.choices) <= 5
