"""Holds what a message asserts against the briefing, sentence by sentence; it never says true or false."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from bot.answering.asserting import uncovered
from bot.answering.assertions import event_assertion, spoken
from bot.answering.checked import Checked, Finding, Verdict
from bot.answering.counting import figure_assertions
from bot.answering.event_check import check_event
from bot.answering.figure_check import check_figure
from bot.answering.index import Index
from bot.answering.offices import misnamed
from bot.answering.reply import caveats_of, with_counter_claims
from bot.answering.tellings import Telling, tellings
from bot.answering.text import MAX_MESSAGE, asserted, clean, sentences
from bot.briefing.folding import fold

# A message is as bad as its worst sentence, and matches only where nothing that it asserts is uncovered.
_WORST: tuple[Verdict, ...] = ("distorts", "conflicting", "not_covered", "matches")
# From so many tellings on each is held against the claims by itself.
_SEVERAL = 2


class _Held(NamedTuple):
    """A sentence with what is found of it; `cited` is whether it is a statement word for word."""

    sentence: str
    found: list[Finding]
    cited: bool


def check(index: Index, message: str, *, cut: bool = False) -> Checked:
    """Return what *message* says that the briefing says too, says otherwise, or does not say.

    Of one that is too long, or was *cut* before, what was not read may say anything.
    """
    read = clean(message, MAX_MESSAGE)
    said = sentences(read)
    heard = _heard(index, said)
    held = _held(index, read, said, heard)
    findings = [] if any(one.found for one in held) else _sentence(index, clean(message), heard)
    findings = findings or list(_all_of(index, held))
    if cut or len(message) > MAX_MESSAGE:
        findings = [finding for finding in findings if finding.verdict != "matches"]
    verdict: Verdict = min((f.verdict for f in findings), key=_WORST.index, default="not_covered")
    shown = [f.claim for f in sorted(findings, key=lambda f: _WORST.index(f.verdict)) if f.claim]
    claims = with_counter_claims(index, [(claim, "answer") for claim in dict.fromkeys(shown)])
    return Checked(
        message=message,
        verdict=verdict,
        findings=tuple(dict.fromkeys(findings)),
        claims=claims,
        caveats=caveats_of(index, claims),
        briefing=index.briefing.id,
        title=index.briefing.title,
        edition_date=index.briefing.edition_date.isoformat(),
        source_note=" ".join(source.note for source in index.briefing.sources),
    )


def _held(index: Index, read: str, said: Iterable[str], heard: frozenset[str]) -> list[_Held]:
    """Return each sentence with what is found of it, and of what the next adds to it."""
    statements = [(fold(entry.claim.statement).strip(), entry.claim.id) for entry in index.entries]
    held: list[_Held] = []
    end, start, before, last = 0, 0, list[Finding](), ""
    for sentence in said:
        begin = read.index(sentence, end)
        end = begin + len(sentence)
        adds = bool(before) and _is_circumstance(index, sentence)
        if adds and not _is_of_another_day(index, sentence):
            more = _sentence(index, read[start:end], heard)
            held[-1].found.extend(f for f in more if f.verdict == "distorts")
        else:
            by = _heard(index, [last], told=True) if adds else heard
            cited = _verbatim(statements, sentence)
            start, before = begin, cited or _sentence(index, sentence, by or heard)
            held.append(_Held(sentence, list(before), bool(cited)))
        last = sentence
    return held


def _all_of(index: Index, held: list[_Held]) -> Iterator[Finding]:
    """Yield what is found of each sentence, and what each asserts that nothing is found on."""
    claims = frozenset(f.claim for one in held for f in one.found if f.claim)
    for sentence, found, cited in held:
        yield from found
        for words in () if cited else uncovered(index, sentence, claims, whole=not found):
            if not any(f.quote in words or (f.said and f.said in words) for f in found):
                yield Finding(words, "not_covered", None, None, None, None)


def _verbatim(statements: list[tuple[str, str]], sentence: str) -> list[Finding]:
    """Return the claims whose statement a sentence repeats word for word, attribution and all."""
    folded = fold(sentence).strip()
    same = [claim for statement, claim in statements if statement == folded]
    return [Finding(sentence, "matches", None, None, None, claim) for claim in same]


def _heard(index: Index, said: Iterable[str], *, told: bool = False) -> frozenset[str]:
    """Return whom a sentence names that says nothing but who said it ("That is what she says").

    Or whatever it says beside, as *told*.
    """
    for sentence in said:
        question = index.reader.read(sentence)
        speakers = question.values("claimant", "person")
        subject = question.values("topic") - {"verification", "claims"}
        attributes = question.asks("says", "according-to") and not question.find("measure", "number")
        if len(speakers) == 1 and attributes and (told or not subject):
            return speakers
    return frozenset()


def _is_circumstance(index: Index, sentence: str) -> bool:
    """Tell whether a sentence only adds to the one before where or how it was ("That is in the north")."""
    question = index.reader.read(sentence)
    adds = question.find("place", "other-place", "other-medium")
    subject = question.find(
        "topic", "measure", "victims", "number", "claimant", "person", "actor", "elsewhere"
    )
    return bool(adds) and not subject and not question.marked


def _is_of_another_day(index: Index, sentence: str) -> bool:
    """Tell whether a sentence goes on with another day ("On Sunday it was Wex")."""
    question = index.reader.read(sentence)
    return bool(question.find("date") and question.find("place"))


def _sentence(index: Index, sentence: str, heard: frozenset[str]) -> list[Finding]:
    """Check a sentence's numbers; without any what it says happened, as a whole or else clause by clause."""
    text = asserted(sentence)
    if not text:
        return []
    found: list[Finding] = []
    for assertion in figure_assertions(index, text, heard):
        found += check_figure(index, assertion)
    found = found or _events(index, text, heard)
    found = [*misnamed(index, text), *found] if found else found
    return [f if f.quote in sentence else replace(f, quote=sentence) for f in found]


def _events(index: Index, sentence: str, heard: frozenset[str]) -> list[Finding]:
    """Check what a sentence says happened: telling by telling where the briefing has each, else whole."""
    whole = check_event(index, spoken(event_assertion(index, sentence, sentence), heard))
    parts = tellings(index, sentence)
    apart = [_best(index, part) for part in parts]
    if len(parts) < _SEVERAL:
        return whole or (apart[0] if apart else [])
    told = [finding for findings in apart for finding in findings]
    disorder = _disorder(index, parts, apart)
    if disorder or all(apart) or not whole:
        return [*disorder, *told]
    if all(f.verdict != "distorts" for f in whole):
        return whole + [f for f in told if f.field == "direction" and f not in whole]
    return told or whole


def _best(index: Index, part: Telling) -> list[Finding]:
    """Return what is found of a telling as it is read best, by whoever speaks or by nobody."""
    readings = [found for one in part.readings if (found := check_event(index, one))]
    fine = [found for found in readings if all(f.verdict != "distorts" for f in found)]
    return next(iter((*fine, *readings)), [])


def _disorder(index: Index, parts: tuple[Telling, ...], apart: list[list[Finding]]) -> list[Finding]:
    """Return what is said to have come before or after what it did not."""
    found: list[Finding] = []
    for part, (earlier, later) in zip(parts[1:], pairwise(apart), strict=True):
        if part.order is None:
            continue
        first, last = (later, earlier) if part.order == "before" else (earlier, later)
        days = [[index.by_id[f.claim].days for f in one if f.claim] for one in (first, last)]
        if all(each and all(each) for each in days) and min(map(min, days[0])) > max(map(max, days[1])):
            found += [
                replace(f, verdict="distorts", field="date", said=f.quote, briefing=_when(index, f))
                for f in first
            ]
    return found


def _when(index: Index, finding: Finding) -> str:
    return ", ".join(index.by_id[finding.claim].claim.when) if finding.claim else ""
