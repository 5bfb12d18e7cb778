"""The bot against questions made to mislead it, most in pairs that differ in one thing.

What a label means: all of `claims` must be shown (as a claim or a caveat) and none of `never`; claims that
share a statement stand for each other. A question labelled "answer" may be corrected too, one labelled
"premise" must be, and one labelled "abstention" must get neither, though it may get a choice.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.answering.deciding.decision import decide
from bot.answering.showing.reply import Reply, reply_to
from tests import shipped

if TYPE_CHECKING:
    from bot.answering.claims.index import Index

KNOWLEDGE = Path(__file__).parents[2] / "knowledge"
QUESTIONS = Path(__file__).with_name("questions.jsonl")
LEAST_COVERAGE = 0.92
MOST_RISK = 0.03
LEAST_OF_A_KIND = 15
SPOKEN = {"answer", "premise"}

Ask = Callable[[str], Reply]


@dataclass(frozen=True)
class Question:
    line: int
    kind: str
    q: str
    outcome: str
    claims: tuple[str, ...]
    never: tuple[str, ...]
    note: str = ""

    def __str__(self) -> str:
        shown = ascii(self.q) if len(self.q) <= 160 else f"{self.q[:120]!a} … {len(self.q)} characters"
        return f"line {self.line} [{self.kind}] {shown}"


@dataclass(frozen=True)
class Judged:
    question: Question
    reply: Reply
    wrong: tuple[str, ...]

    @property
    def spoken(self) -> bool:
        return self.reply.outcome in SPOKEN

    def __str__(self) -> str:
        question, reply = self.question, self.reply
        note = f"\n    note:   {question.note}" if question.note else ""
        got = " ".join(f"{one.claim.id} ({one.role})" for one in reply.claims) or "nothing"
        reason = f", {reply.reason}" if reply.reason else ""
        about = f", about {reply.about!a}" if reply.about else ""
        rule = f", by {reply.receipt.rule!r}" if reply.receipt else ""
        return (
            f"{question}{note}\n"
            f"    wanted: {question.outcome}: {' '.join(question.claims) or 'nothing'}\n"
            f"    shown:  {reply.outcome}{reason}{about}{rule}: {got}\n"
            f"    fault:  {'; '.join(self.wrong) or 'nothing was said'}"
        )


def read() -> list[Question]:
    lines = QUESTIONS.read_text(encoding="utf-8").splitlines()
    rows = [(number, json.loads(line)) for number, line in enumerate(lines, start=1)]
    return [
        Question(line, **row | {"claims": tuple(row["claims"]), "never": tuple(row["never"])})
        for line, row in rows
    ]


ALL = read()


@pytest.fixture(scope="session")
def index() -> Index:
    return shipped.knowledge().index()


@pytest.fixture(scope="session")
def source(index: Index) -> str:
    return (KNOWLEDGE / index.briefing.id / index.briefing.sources[0].file).read_bytes().decode()


@pytest.fixture(scope="session")
def ask(index: Index) -> Ask:
    return cache(lambda q: reply_to(index, decide(index, q)))


@pytest.fixture(scope="session")
def judged(index: Index, ask: Ask) -> list[Judged]:
    return [judge(index, question, ask(question.q)) for question in ALL]


def statements(index: Index, claims: tuple[str, ...]) -> dict[str, str]:
    return {claim: index.by_id[claim].claim.statement for claim in claims}


def judge(index: Index, question: Question, reply: Reply) -> Judged:
    """Say what is wrong with a reply that says something; to say nothing is never wrong."""
    if reply.outcome not in SPOKEN:
        return Judged(question, reply, ())
    claimed = {one.claim.statement for one in reply.claims}
    seen = claimed | {one.caveat.passage.text for one in reply.caveats}
    wrong = []
    if question.outcome == "abstention":
        wrong.append("the briefing does not say")
    if question.outcome == "premise" and reply.outcome == "answer":
        wrong.append("answered without a correction")
    missing = [claim for claim, text in statements(index, question.claims).items() if text not in seen]
    if missing:
        wrong.append(f"not shown: {' '.join(missing)}")
    strange = [claim for claim, text in statements(index, question.never).items() if text in claimed]
    if strange:
        wrong.append(f"must not be shown: {' '.join(strange)}")
    return Judged(question, reply, tuple(wrong))


def share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def report(judged: list[Judged]) -> str:
    """Set out both figures, what each kind adds to them, and every question that failed."""
    rows = ["kind                    asked  answerable  spoken to  spoken in all  wrong"]
    for kind, number in Counter(one.question.kind for one in judged).items():
        some = [one for one in judged if one.question.kind == kind]
        can = [one for one in some if one.question.outcome in SPOKEN]
        counts = (
            number,
            len(can),
            sum(one.spoken for one in can),
            sum(one.spoken for one in some),
            sum(bool(one.wrong) for one in some),
        )
        rows.append("{:<22}{:>7}{:>12}{:>11}{:>15}{:>7}".format(kind, *counts))
    wrong = [one for one in judged if one.wrong]
    silent = [one for one in judged if one.question.outcome in SPOKEN and not one.spoken]
    corrected = [
        one
        for one in judged
        if one.question.outcome == "answer" and one.reply.outcome == "premise" and not one.wrong
    ]
    sections = [
        "\n".join(rows),
        (
            f"coverage {coverage(judged):.3f} (at least {LEAST_COVERAGE}), risk {risk(judged):.3f}"
            f" (at most {MOST_RISK})"
        ),
        f"WRONG: {len(wrong)}",
        *map(str, wrong),
        f"SILENT THOUGH THE BRIEFING SAYS IT: {len(silent)}",
        *map(str, silent),
        f"CORRECTED, COUNTED AS RIGHT: {len(corrected)}",
        *(f"{one.question}\n    taken:  {one.reply.about!a}" for one in corrected),
    ]
    return "\n" + "\n".join(sections) + "\n"


def coverage(judged: list[Judged]) -> float:
    """Return the share of the answerable questions that got an answer or a correction."""
    can = [one for one in judged if one.question.outcome in SPOKEN]
    return share(sum(one.spoken for one in can), len(can))


def risk(judged: list[Judged]) -> float:
    """Return the share of wrong replies among those that say something."""
    return share(sum(bool(one.wrong) for one in judged), sum(one.spoken for one in judged))


def test_the_questions_are_fit_to_be_asked(index: Index) -> None:
    assert [q for q, times in Counter(one.q for one in ALL).items() if times > 1] == []
    few = {kind: n for kind, n in Counter(one.kind for one in ALL).items() if n < LEAST_OF_A_KIND}
    assert few == {}
    known = set(index.by_id)
    for question in ALL:
        assert question.outcome in {*SPOKEN, "abstention"}, question
        assert {*question.claims, *question.never} <= known, question
        assert bool(question.claims) == (question.outcome in SPOKEN), question


def test_no_label_forbids_what_must_come_along(index: Index) -> None:
    for question in ALL:
        wanted = set(statements(index, question.claims).values())
        alike = [entry.claim.id for entry in index.entries if entry.claim.statement in wanted]
        along = tuple(other for claim in alike for other in index.contested_by[claim])
        wanted |= set(statements(index, along).values())
        assert wanted.isdisjoint(statements(index, question.never).values()), question


@pytest.mark.parametrize("question", ALL, ids=[f"{one.kind}-{one.line}" for one in ALL])
def test_a_reply_keeps_its_promises(index: Index, source: str, ask: Ask, question: Question) -> None:
    reply = ask(question.q)
    assert bool(reply.claims) == (reply.outcome in SPOKEN), question
    shown = {one.claim.id for one in reply.claims}
    passages = [one.claim.passage for one in reply.claims] + [one.caveat.passage for one in reply.caveats]
    for passage in passages:
        verbatim = source[passage.start : passage.end] == passage.text
        assert verbatim, f"{question}\nnot the source's words: {passage.text}"
    fighting = {party.id for party in index.briefing.parties if party.role == "belligerent"}
    for one in reply.claims:
        contesting = set(index.contested_by[one.claim.id])
        if contesting or one.claim.contested:
            assert contesting & shown, f"{question}\nnothing contests {one.claim.id}; shown: {sorted(shown)}"
        if one.claim.figures and index.by_id[one.claim.id].side in fighting:
            assert one.caveats, f"{question}\nno caveat with {one.claim.id}"
            carried = {caveat.caveat.id for caveat in reply.caveats}
            assert carried.issuperset(one.caveats), f"{question}\ncaveats {one.caveats}, shown {carried}"


def test_coverage_and_risk(judged: list[Judged]) -> None:
    sys.stdout.write(report(judged))
    assert coverage(judged) >= LEAST_COVERAGE
    assert risk(judged) <= MOST_RISK
