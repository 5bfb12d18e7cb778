"""Holds what a message asserts against the briefing, sentence by sentence; it never says true or false."""

from collections.abc import Iterable
from dataclasses import replace

from bot.answering.assertions import event_assertion, joined
from bot.answering.checked import Checked, Finding, Verdict
from bot.answering.counting import figure_assertions
from bot.answering.event_check import check_event
from bot.answering.figure_check import check_figure
from bot.answering.index import Index
from bot.answering.offices import misnamed
from bot.answering.question import Question
from bot.answering.reply import caveats_of, with_counter_claims
from bot.answering.text import MAX_MESSAGE, asserted, clauses, clean, sentences
from bot.briefing.folding import fold

# A message is as bad as its worst sentence, and only what nothing is said about is not covered.
_WORST: tuple[Verdict, ...] = ("distorts", "conflicting", "matches", "not_covered")


def check(index: Index, message: str) -> Checked:
    """Return what *message* says that the briefing says too, says otherwise, or does not say."""
    findings: list[Finding] = []
    read = clean(message, MAX_MESSAGE)
    said = sentences(read)
    heard = _heard(index, said)
    end, start, before = 0, 0, list[Finding]()
    for sentence in said:
        begin = read.index(sentence, end)
        end = begin + len(sentence)
        if before and _is_circumstance(index, sentence):
            findings += [f for f in _sentence(index, read[start:end], heard) if f.verdict == "distorts"]
            continue
        start, before = begin, _verbatim(index, sentence) or _sentence(index, sentence, heard)
        findings += before
    if not findings:
        findings = _sentence(index, clean(message), heard)
    if len(message) > MAX_MESSAGE:  # what was not read may say anything
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


def _verbatim(index: Index, sentence: str) -> list[Finding]:
    """Return the claims whose statement a sentence repeats word for word, attribution and all."""
    folded = fold(sentence).strip()
    same = [entry.claim.id for entry in index.entries if fold(entry.claim.statement).strip() == folded]
    return [Finding(sentence, "matches", None, None, None, claim) for claim in same]


def _heard(index: Index, said: Iterable[str]) -> frozenset[str]:
    """Return whom a sentence names that says nothing but who said it ("That is what she says")."""
    for sentence in said:
        question = index.reader.read(sentence)
        speakers = question.values("claimant", "person")
        subject = question.values("topic") - {"verification", "claims"}
        attributes = question.asks("says", "according-to") and not question.find("measure", "number")
        if len(speakers) == 1 and attributes and not subject:
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


def _sentence(index: Index, sentence: str, heard: frozenset[str]) -> list[Finding]:
    """Check a sentence's numbers; without any what it says happened, as a whole or else clause by clause."""
    text = asserted(sentence)
    if text != sentence:
        found = _sentence(index, text, heard) if text else []
        return [f if f.quote in sentence else replace(f, quote=sentence) for f in found]
    found = []
    for assertion in figure_assertions(index, sentence, heard):
        found += check_figure(index, assertion)
    if found:
        return [*misnamed(index, sentence), *found]
    whole = event_assertion(index, sentence, sentence)
    found, both_act = check_event(index, whole), _both_act(index, whole.question)
    denial = any(f.claim and index.by_id[f.claim].negated for f in found)
    if not found or all(f.verdict == "distorts" for f in found) or both_act or denial:
        parts = clauses(sentence)
        if both_act:
            parts = tuple(part for clause in parts for part in joined(clause))
        apart = (
            [check_event(index, event_assertion(index, part, sentence)) for part in parts]
            if len(parts) > 1
            else []
        )
        told = [finding for part in apart for finding in part]
        # Clause by clause a message may be right where all at once it seemed to mix things up.
        if told and (
            not found
            or (both_act and all(apart))
            or (len(parts) > 1 and all(apart) and all(f.verdict != "distorts" for f in told))
        ):
            found = told
        elif len(parts) > 1:
            found += [f for f in told if f.field == "direction" and f not in found]
    return [*misnamed(index, sentence), *found] if found else found


def _both_act(index: Index, question: Question) -> bool:
    doers = question.find("actor", "party")
    return len({index.sides.get(slot.value) for slot in doers}) > 1
