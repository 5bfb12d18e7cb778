"""Holds what a message asserts against the briefing, sentence by sentence; it never says true or false."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from bot.answering.checking.asserting import parts, uncovered
from bot.answering.checking.assertions import Assertion, event_assertion, placed, spoken
from bot.answering.checking.counting import figure_assertions
from bot.answering.checking.event_check import check_event
from bot.answering.checking.figure_check import check_figure
from bot.answering.checking.offices import misnamed
from bot.answering.checking.rejoinders import check_rejoinder, is_rejoinder, parted
from bot.answering.checking.remarks import OF_ONESELF, POINTING
from bot.answering.checking.tellings import Telling, tellings
from bot.answering.claims.index import Index
from bot.answering.reading.question import Question, Slot
from bot.answering.reading.text import MAX_MESSAGE, asserted, clean, sentences
from bot.answering.showing.checked import Checked, Finding, Verdict
from bot.answering.showing.imprint import Imprint
from bot.answering.showing.reply import caveats_of, with_counter_claims
from bot.briefing.folding import fold

# A message is as bad as its worst sentence, and matches only where nothing that it asserts is uncovered.
_WORST: tuple[Verdict, ...] = ("distorts", "conflicting", "not_covered", "matches")
# From so many tellings on each is held against the claims by itself.
_SEVERAL = 2


class _Heard(NamedTuple):
    """What other sentences give one that leaves it out: who speaks, and the places that were named last."""

    speakers: frozenset[str]
    places: tuple[Slot, ...]


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
    heard = _Heard(_speakers(index, said), ())
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
        imprint=Imprint.of(index),
    )


def _held(index: Index, read: str, said: Iterable[str], heard: _Heard) -> list[_Held]:
    """Return each sentence with what is found of it, and of what the next adds to it."""
    held: list[_Held] = []
    end, start, before, last = 0, 0, list[Finding](), ""
    for sentence in said:
        begin = read.index(sentence, end)
        end = begin + len(sentence)
        adds = bool(before) and _is_circumstance(index, sentence)
        if adds and not _is_of_another_day(index, sentence):
            more = _sentence(index, read[start:end], heard)
            held[-1].found.extend(f for f in more if f.verdict == "distorts")
        elif before and is_rejoinder(index.reader.read(sentence)):
            held.append(_Held(sentence, check_rejoinder(index, sentence, _claims(before)), cited=False))
        else:
            by = _speakers(index, [last], told=True) if adds else frozenset()
            cited = _verbatim(index, sentence)
            before = cited or _sentence(index, sentence, heard._replace(speakers=by or heard.speakers))
            start = begin
            held.append(_Held(sentence, list(before), bool(cited)))
        last = sentence
        heard = heard._replace(places=index.reader.read(sentence).find("place") or heard.places)
    return held


def _all_of(index: Index, held: list[_Held]) -> Iterator[Finding]:
    """Yield what is found of each sentence, and what each asserts that nothing is found on."""
    claims = frozenset(f.claim for one in held for f in one.found if f.claim)
    follows = False
    for sentence, found, cited in held:
        yield from found
        for words in () if cited else uncovered(index, sentence, claims, whole=not found, follows=follows):
            if not any(_is_of(index, f, words) for f in found):
                yield Finding(words, "not_covered", None, None, None, None)
        follows = follows or bool(found)


def _is_of(index: Index, finding: Finding, words: str) -> bool:
    """Tell whether a finding is of these words, or of a number in them."""
    said = finding.said or finding.quote
    numbers = index.reader.read(words).values("number")
    return finding.quote in words or said in words or said.split()[-1] in numbers


def _verbatim(index: Index, sentence: str) -> list[Finding]:
    """Return the claims whose statement a sentence repeats word for word, attribution and all."""
    folded = fold(sentence).strip()
    same = (entry.claim.id for entry in index.entries if entry.folded == folded)
    return [Finding(sentence, "matches", None, None, None, claim) for claim in same]


def _speakers(index: Index, said: Iterable[str], *, told: bool = False) -> frozenset[str]:
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
    """Tell whether a sentence only adds to the one before where, when or how it was ("It is up north")."""
    question = index.reader.read(sentence)
    adds = question.find("place", "other-place", "other-medium") or _is_dated(question)
    subject = question.find(
        "topic", "measure", "victims", "number", "claimant", "person", "actor", "elsewhere"
    )
    return bool(adds) and not subject and not question.marked


def _is_dated(question: Question) -> bool:
    """Tell whether what was told before is said to have been on some day ("That was on Sunday")."""
    pointing = POINTING.search(question.text) and not OF_ONESELF.search(question.text)
    return bool(pointing and question.find("date") and not question.find("unknown"))


def _is_of_another_day(index: Index, sentence: str) -> bool:
    """Tell whether a sentence goes on with another day ("On Sunday it was Wex")."""
    question = index.reader.read(sentence)
    return bool(question.find("date") and question.find("place"))


def _sentence(index: Index, sentence: str, heard: _Heard) -> list[Finding]:
    """Check what a sentence tells, then who is said to confirm or deny it."""
    text = asserted(sentence)
    if not text:
        return []
    told, rejoinders = parted(index, text)
    found = _told(index, told, heard)
    if rejoinders and _lacks_claimant(found):
        # "They lost 12, Orla admitted" has whose number it is in the rejoinder.
        whole = _told(index, text, heard)
        found, rejoinders = (found, rejoinders) if _lacks_claimant(whole) else (whole, [])
    elif rejoinders and not found:
        found, rejoinders = _told(index, text, heard), []
    claims = _claims(found)
    found += [f for one in rejoinders for f in check_rejoinder(index, one, claims)]
    found = [*misnamed(index, text), *found] if found else found
    return [f if f.quote in sentence else replace(f, quote=sentence) for f in found]


def _lacks_claimant(found: list[Finding]) -> bool:
    return any(f.field == "attribution" for f in found)


def _claims(found: list[Finding]) -> list[str]:
    return [f.claim for f in found if f.claim]


def _told(index: Index, sentence: str, heard: _Heard) -> list[Finding]:
    """Check what a sentence counts, and what it says besides; else all that it says happened."""
    found: list[Finding] = []
    for counted in figure_assertions(index, sentence, heard.speakers):
        assertion = placed(counted, heard.places)
        found += check_figure(index, assertion) or _counted_on(index, assertion, found)
    return [*found, *_beside(index, sentence, found)] if found else _events(index, sentence, heard)


def _beside(index: Index, sentence: str, counted: list[Finding]) -> Iterator[Finding]:
    """Check what a sentence says besides what it counts, by whoever speaks in it or by nobody.

    What these claims have as well need not be attributed again.
    """
    pieces = parts(index, sentence)
    if len(pieces) < _SEVERAL:
        return
    new = frozenset(uncovered(index, sentence, frozenset(_claims(counted)), whole=False))
    speakers = index.reader.read(sentence).values("claimant", "person")
    for piece in pieces:
        if figure_assertions(index, piece, frozenset()):
            continue
        alone = event_assertion(index, piece, sentence)
        found = _best(index, Telling((alone, spoken(index, alone, speakers)), None))
        yield from (f for f in found if piece in new or (f.verdict == "distorts" and _differs(f, piece)))


def _differs(finding: Finding, piece: str) -> bool:
    """Tell whether words of a piece, and not the whole of it, differ from a claim."""
    return bool(finding.said) and finding.said != piece and str(finding.said) in piece


def _counted_on(index: Index, assertion: Assertion, before: list[Finding]) -> list[Finding]:
    """Hold a number that names nobody against the claim of the one before ("5 hurt and 2 missing")."""
    claim = before[-1].claim if before else None
    if claim is None or assertion.sides or assertion.victims or assertion.claimants:
        return []
    figures = index.by_id[claim].claim.figures
    same = [f for f in figures if not assertion.measures.isdisjoint(index.measures_of(f))]
    if len(same) != 1 or same[0].side is None:
        return []
    whose = replace(assertion, sides=frozenset({same[0].side}), victims=frozenset(same[0].victims))
    return check_figure(index, whose)


def _events(index: Index, sentence: str, heard: _Heard) -> list[Finding]:
    """Check what a sentence says happened: telling by telling where the briefing has each, else whole."""
    all_of_it = placed(event_assertion(index, sentence, sentence), heard.places)
    whole = check_event(index, spoken(index, all_of_it, heard.speakers))
    parts = tellings(index, sentence)
    apart = [_best(index, part, heard.places) for part in parts]
    if len(parts) < _SEVERAL:
        return whole or (apart[0] if apart else [])
    told = [finding for findings in apart for finding in findings]
    disorder = _disorder(index, parts, apart)
    if disorder or all(apart) or not whole:
        return [*disorder, *told]
    if all(f.verdict != "distorts" for f in whole):
        return whole + [f for f in told if f.field == "direction" and f not in whole]
    return told or whole


def _best(index: Index, part: Telling, there: tuple[Slot, ...] = ()) -> list[Finding]:
    """Return what is found of a telling as it is read best, by whoever speaks or by nobody."""
    readings = [found for one in part.readings if (found := check_event(index, placed(one, there)))]
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
