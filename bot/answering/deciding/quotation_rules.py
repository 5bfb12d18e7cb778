"""Rules for who is quoted, whose words a quotation is, and names that nobody has."""

from bot.answering.claims.figure_query import claims_by
from bot.answering.deciding.case import Case
from bot.answering.deciding.outcome import Outcome
from bot.answering.reading.cues import has_cue
from bot.answering.reading.question import ANYBODY, COUNTS, PARTIES, SPEAKERS, STRANGE, Question, Slot
from bot.answering.reading.text import QUOTED
from bot.answering.reading.vocabulary import Lexicon, Span
from bot.briefing.folding import bare
from bot.briefing.known_ids import Topic
from bot.briefing.models import Claim, Person

# One word in quotation marks may be the asker's own ("the so-called “war”").
_LEAST_QUOTED = 2
_TWO = 2
_QUOTED: Topic = "quotation"


def containing(case: Case) -> Outcome | None:
    """Answer "the sentence that contains “…”" with the claims of that sentence which have the words."""
    words = [bare(quoted) for quoted in QUOTED.findall(case.question.text)]
    if len(words) != 1 or not words[0]:
        return None
    asked = case.index.reader.read(QUOTED.sub(" ", case.question.text))
    if not asked.hears("sentence") or asked.find(*ANYBODY, *COUNTS, "place", "date", "negation"):
        return None
    has = [one.claim for one in case.index.entries if f" {words[0]} " in f" {bare(one.claim.statement)} "]
    if not has:
        return case.abstain("not_covered", QUOTED.findall(case.question.text)[0])
    said = [claim for claim in has if _is_said(claim, words[0])] or has
    # Of the claims in one sentence that is meant which has the words for what is claimed.
    own = [claim for claim in said if claim.attributed and words[0] in bare(claim.attributed)] or said
    return case.answer([claim.id for claim in own], "whose words they are")


def verbatim(case: Case) -> Outcome | None:
    """Answer whose words a quotation is; whoever is wrongly named as having said them is corrected."""
    words = [bare(quoted) for quoted in QUOTED.findall(case.question.text)]
    if len(words) != 1 or len(words[0].split()) < _LEAST_QUOTED:
        return None
    asked = case.index.reader.read(QUOTED.sub(" ", case.question.text))
    named = asked.find(*SPEAKERS)
    who = asked.asks("who", "who-claims")
    if who:  # "who called her figures …"
        named = tuple(slot for slot in asked.find("person") if not slot.owns)
    if not (named or who) or asked.asks("why", "when", "where", "how-many") or asked.hears("order"):
        return None
    if asked.find(*COUNTS, "victims", "place", "date", "negation", *STRANGE):
        return None
    said = [entry for entry in case.index.entries if _is_said(entry.claim, words[0])]
    if not said:
        return None
    # Of the claims in one sentence that is meant which has the words for what is claimed.
    said = [entry for entry in said if entry.claim.attributed] or said
    claims = [entry.claim.id for entry in said]
    if named and not any(claims_by(case.index, one, slot.value) for one in said for slot in named):
        return case.premise(claims, ", ".join(slot.words for slot in named), "another’s claim")
    return case.answer(claims, "whose words they are")


def _is_said(claim: Claim, words: str) -> bool:
    """Tell whether *words* stand in what a claim quotes of its claimant."""
    return claim.claimant is not None and any(
        f" {words} " in f" {bare(match)} " and claim.asserts(match)
        for match in QUOTED.findall(claim.statement)
    )


def several_quotations(case: Case) -> Outcome | None:
    """Answer "both quotes", "the quotes on this and on that" with all that are quoted so, of each side."""
    question, index = case.question, case.index
    topics = question.values("topic") - {_QUOTED, "claims"}
    if _QUOTED not in question.values("topic") or question.asks("how-many", "who-claims", "when", "why"):
        return None
    if question.find("measure", "victims", "number", "place", "date", "negation", *STRANGE):
        return None
    named = question.find(*ANYBODY)
    if len(topics) < _TWO and not (question.asks("both", "total") and not named):
        return None
    told = [entry for entry in index.entries if _QUOTED in entry.claim.topics and _is_anybodys(entry.claim)]
    told = [entry for entry in told if not topics or topics & index.kinds(entry.claim.topics)]
    told = [one for one in told if not named or any(claims_by(index, one, slot.value) for slot in named)]
    lacking = topics - {topic for entry in told for topic in index.kinds(entry.claim.topics)}
    return case.answer([entry.claim.id for entry in told], "whose words they are") if not lacking else None


def _is_anybodys(claim: Claim) -> bool:
    """Tell whether a claimant is quoted in a claim."""
    return claim.claimant is not None and any(map(claim.asserts, QUOTED.findall(claim.statement)))


def quoted(case: Case) -> Outcome | None:
    """Answer who is quoted, of a side or of all, with the claims that introduce them."""
    question, index = case.question, case.index
    quoting = question.asks("says", "who-claims", "names", "identity", "who", "both") or question.find(
        "topic"
    )
    if not quoting or question.asks("possesses", "admits") or question.topics - {"quotation", "claims"}:
        return None
    lexicon = index.reader.lexicon
    heard = (one for span in question.spans for one in (span, *_last(lexicon, span)))
    if not any(has_cue(one, "speakers") for one in heard):
        return None
    unnamed = question.values("victims") - {"people"}
    if unnamed or question.find(*COUNTS, "place", "date", "person", "negation", *STRANGE):
        return None
    sides = index.sides_of(question.find(*PARTIES))
    told = [
        one.introduced
        for one in index.briefing.people
        if one.introduced and (len(sides) != 1 or index.sides[one.id] in sides)
    ]
    return case.answer(told, "who is quoted")


def _last(lexicon: Lexicon, span: Span) -> tuple[Span, ...]:
    """Return the last word of a name of several ("Norwegian officials")."""
    words = span.words.split()
    return lexicon.read(words[-1]) if len(words) > 1 else ()


def mixed_name(case: Case) -> Outcome | None:
    """Abstain from a name that is put together of two people's; correct whose office it is not."""
    people = case.question.find("person")
    if len(people) != _TWO or not _is_one_name(case.question, *people):
        return None
    mixed = f"{people[0].words} {people[1].words}"
    holder, other = (case.index.people[slot.value] for slot in people)
    introduced = [one.introduced for one in (holder, other) if one.introduced]
    if introduced and _is_office_of(holder, people[0].words):
        return case.premise(introduced, mixed, "the briefing has it otherwise")
    return case.abstain("not_covered", mixed)


def _is_office_of(person: Person, words: str) -> bool:
    """Tell whether somebody is named by their office alone ("the minister")."""
    said = set(bare(words).split())
    return not said & set(bare(person.name).split()) and not said.isdisjoint(bare(person.office).split())


def _is_one_name(question: Question, one: Slot, other: Slot) -> bool:
    beside = other.at == one.at + 1 and one.value != other.value and not one.owns
    return beside and f"{one.words} {other.words}" in question.text
