"""Holds what a message asserts against the briefing, sentence by sentence; it never says true or false."""

from collections.abc import Iterator

from bot.answering.checking.asserting import uncovered, without_unsaid
from bot.answering.checking.discourse import Held, held
from bot.answering.checking.heard import Heard, speakers_of
from bot.answering.checking.preamble import untagged
from bot.answering.checking.sentence_check import check_sentence
from bot.answering.claims.index import Index
from bot.answering.reading.text import MAX_MESSAGE, clean, sentences
from bot.answering.showing.checked import Checked, Finding, Verdict
from bot.answering.showing.imprint import Imprint
from bot.answering.showing.reply import caveats_of, with_counter_claims

# A message is as bad as its worst sentence, and matches only where nothing that it asserts is uncovered.
_WORST: tuple[Verdict, ...] = ("distorts", "conflicting", "not_covered", "matches")


def check(index: Index, message: str, *, cut: bool = False) -> Checked:
    """Return what *message* says that the briefing says too, says otherwise, or does not say.

    Of one that is too long, or was *cut* before, what was not read may say anything.
    """
    read = clean(message, MAX_MESSAGE)
    said = [told for one in sentences(read) if (told := untagged(index, one))]
    heard = Heard(speakers_of(index, said), ())
    each = held(index, read, said, heard)
    whole = without_unsaid(index, clean(message), said)
    if not any(one.found for one in each) and (found := check_sentence(index, whole, heard)):
        each = [Held(whole, found, covered=False)]
    findings = list(_all_of(index, each))
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


def _all_of(index: Index, each: list[Held]) -> Iterator[Finding]:
    """Yield what is found of each sentence, and what each asserts that nothing is found on."""
    claims = frozenset(f.claim for one in each for f in one.found if f.claim)
    follows = False
    for sentence, found, covered in each:
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
