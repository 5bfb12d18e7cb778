"""Holds a sentence of a message against the briefing: what it counts, what it says happened, who replies."""

from collections.abc import Iterator
from dataclasses import replace

from bot.answering.checking.asserting import parts, uncovered
from bot.answering.checking.assertions import Assertion, event_assertion
from bot.answering.checking.coloured import belied, without_motive
from bot.answering.checking.contests import check_contest, contest
from bot.answering.checking.counting import figure_assertions
from bot.answering.checking.degrees import belittled, conditional, large, unconditional
from bot.answering.checking.figure_check import check_figure
from bot.answering.checking.happenings import best_findings, events
from bot.answering.checking.heard import Heard, given, spoken
from bot.answering.checking.lasting import lasted
from bot.answering.checking.locations import located
from bot.answering.checking.offices import misnamed, untitled
from bot.answering.checking.plain import plainly
from bot.answering.checking.portions import all_of_some
from bot.answering.checking.proving import as_proven, proven
from bot.answering.checking.quoting import miscredited, misquoted
from bot.answering.checking.rejoinders import agreeing, check_rejoinder, parted
from bot.answering.checking.scope import excluded
from bot.answering.checking.scores import scored
from bot.answering.checking.seats import wrong_seats
from bot.answering.checking.sequence import counted_in_order
from bot.answering.checking.speakers import headed
from bot.answering.checking.tellings import Telling
from bot.answering.claims.index import Index
from bot.answering.showing.checked import Finding

# From so many tellings on each is held against the claims by itself.
_SEVERAL = 2


def check_sentence(index: Index, sentence: str, heard: Heard) -> list[Finding]:
    """Check what a sentence tells, then who is said to confirm or deny it."""
    text = plainly(index, sentence)
    if fact := proven(index, text):
        # That it is confirmed that it is confirmed says no more.
        return as_proven(index, sentence, _check_told(index, fact, plainly(index, fact), heard))
    return _check_told(index, sentence, text, heard)


def _check_told(index: Index, sentence: str, text: str, heard: Heard) -> list[Finding]:
    """Check what a sentence tells in these plain words, of which there may be none."""
    if not text:
        return []
    contested = contest(index, text)
    if contested and (found := _findings_of(index, contested.told, Heard(frozenset(), heard.places))):
        return check_contest(index, sentence, contested, found)
    titles, coloured = untitled(index, text)
    text = without_motive(index, coloured)
    told, rejoinders = parted(index, agreeing(text))
    found = _findings_of(index, told, heard)
    if rejoinders and (not found or _lacks_claimant(found)):
        # "They lost 12, Orla admitted" has whose number it is in the rejoinder.
        whole = _findings_of(index, text, heard)
        if not found or not _lacks_claimant(whole):
            found, rejoinders = whole, []
    claims = claims_of(found)
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


def claims_of(found: list[Finding]) -> list[str]:
    """Return the claims that these findings are on."""
    return [f.claim for f in found if f.claim]


def _findings_of(index: Index, sentence: str, heard: Heard) -> list[Finding]:
    """Check what a sentence counts, and what it says besides; else all that it says happened."""
    found: list[Finding] = []
    for counted in figure_assertions(index, sentence, heard.speakers):
        assertion = given(counted, heard)
        found += check_figure(index, assertion) or _counted_on(index, assertion, found)
    if found:
        in_order = counted_in_order(index, sentence, heard.speakers)
        without = [
            *excluded(index, claims_of(found), sentence),
            *all_of_some(index, claims_of(found), sentence),
        ]
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
    offers = unconditional(index, claims_of(events(index, on.told, heard))) if on else []
    whole = large(index, claims_of(events(index, small.told, heard)), small.words) if small else []
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
    claims = frozenset(claims_of(counted))
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
