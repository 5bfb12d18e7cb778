"""Holds what a message asserts against the briefing, sentence by sentence; it never says true or false."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from bot.answering.checking.accounts import plainly_attributed
from bot.answering.checking.asserting import parts, uncovered, without_unsaid
from bot.answering.checking.assertions import Assertion, event_assertion
from bot.answering.checking.brushed_aside import asserted
from bot.answering.checking.certainty import belittled, conditional, large, unconditional
from bot.answering.checking.circumstances import goes_on, is_circumstance
from bot.answering.checking.clefts import with_doer_first, with_object_behind
from bot.answering.checking.coloured import belied, without_motive
from bot.answering.checking.contests import check_contest, contest, unbroken
from bot.answering.checking.contrasts import straightened
from bot.answering.checking.counting import figure_assertions
from bot.answering.checking.figure_check import check_figure
from bot.answering.checking.happenings import best_findings, events
from bot.answering.checking.heard import Heard, carried_on, given, may_go_on, source_of, speakers_of, spoken
from bot.answering.checking.lasting import lasted
from bot.answering.checking.locations import located
from bot.answering.checking.offices import misnamed, untitled
from bot.answering.checking.proving import as_proven, proven
from bot.answering.checking.quoting import miscredited, misquoted, verbatim
from bot.answering.checking.rejoinders import agreeing, check_rejoinder, is_rejoinder, parted
from bot.answering.checking.remarks import (
    calls_true,
    heading,
    only_asks,
    without_preamble,
)
from bot.answering.checking.scope import excluded
from bot.answering.checking.scores import scored
from bot.answering.checking.seats import wrong_seats
from bot.answering.checking.sequence import answering, counted_in_order, linked
from bot.answering.checking.speakers import headed
from bot.answering.checking.tellings import Telling
from bot.answering.claims.index import Index
from bot.answering.claims.together import jointly
from bot.answering.reading.text import MAX_MESSAGE, clean, sentences
from bot.answering.showing.checked import Checked, Finding, Verdict
from bot.answering.showing.imprint import Imprint
from bot.answering.showing.reply import caveats_of, with_counter_claims

# A message is as bad as its worst sentence, and matches only where nothing that it asserts is uncovered.
_WORST: tuple[Verdict, ...] = ("distorts", "conflicting", "not_covered", "matches")
# From so many tellings on each is held against the claims by itself.
_SEVERAL = 2


class _Held(NamedTuple):
    """A sentence with what is found of it; `covered` is whether that is all it says."""

    sentence: str
    found: list[Finding]
    covered: bool


def check(index: Index, message: str, *, cut: bool = False) -> Checked:
    """Return what *message* says that the briefing says too, says otherwise, or does not say.

    Of one that is too long, or was *cut* before, what was not read may say anything.
    """
    read = clean(message, MAX_MESSAGE)
    said = sentences(read)
    heard = Heard(speakers_of(index, said), ())
    held = _sentences_held(index, read, said, heard)
    whole = without_unsaid(index, clean(message), said)
    if not any(one.found for one in held) and (found := _sentence(index, whole, heard)):
        held = [_Held(whole, found, covered=False)]
    findings = list(_all_of(index, held))
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


def _sentences_held(index: Index, read: str, said: Iterable[str], heard: Heard) -> list[_Held]:
    """Return each sentence with what is found of it, and of what the next adds to it."""
    held: list[_Held] = []
    end, start, before, last = 0, 0, list[Finding](), ""
    for sentence in said:
        begin = read.index(sentence, end)
        end = begin + len(sentence)
        question = index.reader.read(agreeing(sentence))
        adds = bool(before) and is_circumstance(question)
        another_day = question.find("date") and question.find("place")  # "On Sunday it was Wex"
        if adds and not another_day:
            more = _sentence(index, read[start:end], heard)
            held[-1].found.extend(f for f in more if f.verdict == "distorts")
        elif before and source_of(index, sentence):
            held.append(_Held(sentence, [], covered=True))
        elif only_asks(question) or (before and calls_true(question)):
            held.append(_Held(sentence, [], covered=False))
            heard = heard._replace(carried=frozenset())
        elif before and is_rejoinder(question):
            found = check_rejoinder(index, question.text, _claims(before))
            found = [f if f.quote in sentence else replace(f, quote=sentence) for f in found]
            held.append(_Held(sentence, found, covered=not found))
            heard = heard._replace(carried=frozenset())
        else:
            also = bool(before) and goes_on(question)
            by = speakers_of(index, [last], told=True, counting=also) if adds or also else frozenset()
            cited = verbatim(index, sentence)
            earlier = before
            carried = heard.carried if may_go_on(sentence) else frozenset()
            now = heard._replace(speakers=by or heard.speakers, carried=carried)
            before = cited or _sentence(index, sentence, now)
            before = before or _sentence(index, answering(sentence) or "", now)
            heard = heard._replace(carried=carried_on(index, sentence, before, carried))
            before = [*linked(index, last, earlier, sentence, before), *before]
            start = begin
            covered = bool(cited or heading(index, sentence))
            held.append(_Held(sentence, list(before), covered=covered))
        last = sentence
        heard = heard._replace(
            speakers=heading(index, sentence) or heard.speakers, places=question.find("place") or heard.places
        )
    return held


def _all_of(index: Index, held: list[_Held]) -> Iterator[Finding]:
    """Yield what is found of each sentence, and what each asserts that nothing is found on."""
    claims = frozenset(f.claim for one in held for f in one.found if f.claim)
    follows = False
    for sentence, found, covered in held:
        yield from found
        for words in () if covered else uncovered(index, sentence, claims, whole=not found, follows=follows):
            numbers = index.reader.read(words).values("number")
            if not any(_is_about(f, words, numbers) for f in found):
                yield Finding(words, "not_covered")
        follows = follows or bool(found)


def _is_about(finding: Finding, words: str, numbers: frozenset[str]) -> bool:
    """Tell whether a finding is of these words, or of a number in them."""
    said = finding.said or finding.quote
    return finding.quote in words or said in words or said.split()[-1] in numbers


def _sentence(index: Index, sentence: str, heard: Heard) -> list[Finding]:
    """Check what a sentence tells, then who is said to confirm or deny it."""
    text = plainly_attributed(index, without_preamble(index, asserted(sentence)))
    text = unbroken(index, jointly(index, text))
    text = straightened(index, with_doer_first(with_object_behind(index, text)))
    if not text:
        return []
    if fact := proven(index, text):
        return as_proven(index, sentence, _sentence(index, fact, heard))
    contested = contest(index, text)
    if contested and (found := _findings_of(index, contested.told, Heard(frozenset(), heard.places))):
        return check_contest(index, sentence, contested, found)
    titles, coloured = untitled(index, text)
    text = without_motive(index, coloured)
    told, rejoinders = parted(index, agreeing(text))
    found = _findings_of(index, told, heard)
    if rejoinders and _lacks_claimant(found):
        # "They lost 12, Orla admitted" has whose number it is in the rejoinder.
        whole = _findings_of(index, text, heard)
        found, rejoinders = (found, rejoinders) if _lacks_claimant(whole) else (whole, [])
    elif rejoinders and not found:
        found, rejoinders = _findings_of(index, text, heard), []
    claims = _claims(found)
    found += [f for f in located(index, told) if found and f.verdict == "distorts"]
    found += [f for one in rejoinders for f in check_rejoinder(index, one, claims)]
    found += belied(index, coloured, claims)
    titles += misnamed(index, text) if found else []
    # What names the office says other things, too, which are no matter of the message.
    titles = [replace(title, claim=None) for title in titles] if found else titles
    length = lasted(index, text) if found else ()
    found = [*titles, *wrong_seats(index, text), *length, *found]
    return [f if f.quote in sentence else replace(f, quote=sentence) for f in found]


def _lacks_claimant(found: list[Finding]) -> bool:
    return any(f.field == "attribution" for f in found)


def _claims(found: list[Finding]) -> list[str]:
    return [f.claim for f in found if f.claim]


def _findings_of(index: Index, sentence: str, heard: Heard) -> list[Finding]:
    """Check what a sentence counts, and what it says besides; else all that it says happened."""
    found: list[Finding] = []
    for counted in figure_assertions(index, sentence, heard.speakers):
        assertion = given(counted, heard)
        found += check_figure(index, assertion) or _counted_on(index, assertion, found)
    if found:
        in_order = counted_in_order(index, sentence, heard.speakers)
        without = excluded(index, _claims(found), sentence)
        others = miscredited(index, sentence)
        return [*in_order, *found, *_findings_beside(index, sentence, found, heard), *without, *others]
    if head := headed(index, sentence):
        heard = heard._replace(carried=heard.carried | {head.value})
    if limited := _limited(index, sentence, heard):
        return limited
    found = misquoted(index, sentence) or events(index, sentence, heard)
    found = found if any(f.verdict == "distorts" for f in found) else [*found, *miscredited(index, sentence)]
    return found or scored(index, sentence) or located(index, sentence)


def _limited(index: Index, sentence: str, heard: Heard) -> list[Finding]:
    """Return which claims have on no condition, or as large, what a sentence limits."""
    on, small = conditional(sentence), belittled(sentence)
    offers = unconditional(index, _claims(events(index, on.told, heard))) if on else []
    whole = large(index, _claims(events(index, small.told, heard)), small.words) if small else []
    words = on.words if on and offers else small.words if small else ""
    return [
        Finding(sentence, "distorts", "direction", words, claim.statement, claim.id)
        for claim in dict.fromkeys((*offers, *whole))
    ]


def _findings_beside(index: Index, sentence: str, counted: list[Finding], heard: Heard) -> Iterator[Finding]:
    """Check what a sentence says besides what it counts, by whoever speaks in it or by nobody.

    What these claims have as well need not be attributed again.
    """
    pieces = parts(index, sentence)
    if len(pieces) < _SEVERAL:
        return
    claims = frozenset(_claims(counted))
    new = frozenset(uncovered(index, sentence, claims, whole=False))
    had = frozenset(feature for claim in claims for feature in index.by_id[claim].features)
    named = index.reader.read(sentence).values("claimant", "person")
    for piece in pieces:
        if figure_assertions(index, piece, frozenset()):
            continue
        alone = event_assertion(index, piece, sentence)
        found = best_findings(index, Telling((alone, spoken(index, alone, named)), None), heard)
        yield from (f for f in found if piece in new or _has_a_part_that_differs(index, f, piece, had))


def _has_a_part_that_differs(index: Index, finding: Finding, piece: str, had: frozenset[str]) -> bool:
    """Tell whether words of a piece, and not the whole of it, differ from a claim, and are not *had*."""
    said = finding.said or ""
    if finding.verdict != "distorts" or said in {"", piece} or said not in piece:
        return False
    places = index.reader.read(said).find("place")
    return not places or not had.issuperset(f"place:{place.value}" for place in places)


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
