"""Rules for who somebody is."""

import re

from bot.answering.claims.index import Index
from bot.answering.deciding.about_rules import OF_DEEDS
from bot.answering.deciding.case import Case
from bot.answering.deciding.outcome import Outcome, Rule
from bot.answering.reading.cues import has_cue
from bot.answering.reading.office_words import names_office
from bot.answering.reading.question import ANYBODY, COUNTS, STRANGE, Question, Slot
from bot.briefing.known_ids import Topic

WHO_IT_IS: Rule = "who somebody is"  # the receipt's word for it
# A person's name with hardly a word asks who that is.
MAX_BARE = 4
_SPEAKS: Topic = "spokesperson"
_POST: Topic = "social-post"
_AROUND = frozenset({"before", "after", "preceding", "succeeding", "preceded", "succeeded"})
_THEM = frozenset({"him", "her", "them", "this one", "one", "this", "that"})
# "Before becoming spokesman", "his former job", "who used to be mayor".
_CAREER = re.compile(
    r"\b(?:before|after|until|till|prior\s+to|since)\s+(?:\S+\s+)?"
    r"(?:becoming|taking\s+office|getting|joining|entering|became|took\s+office|got|joined|entered)\b"
    r"|\b(?:former|previous|prior|past|earlier|old|next|future|first)\s+(?:\w+\s+)?"
    r"(?:jobs?|posts?|roles?|offices?|positions?|professions?|occupations?|careers?|titles?|ranks?|employers?)\b"
    r"|\b(?:used\s+to|once)\s+(?:be|do|work|hold|serve)\b",
    re.IGNORECASE,
)
# "What was her job before she …".
_BEFORE_THEY = re.compile(
    r"\b(?:before|after|until|till|prior\s+to)\s+(?:he|she|they|his|her|their)\b", re.IGNORECASE
)


def identity(case: Case) -> Outcome | None:
    """Answer who somebody is with the claim that introduces them."""
    if corrected := _misnamed_office(case):
        return corrected
    index = case.index
    # "The minister in Orla's capital": where an office is says whose it is.
    question = case.question.keeping(
        lambda slot: not _is_of_their_side(case, slot) and not _is_asked_as_office(case, slot)
    )
    if asks_of_a_career(question):
        return case.abstain("not_covered")
    happened = question.find(*COUNTS, "place", "negation", "date", *STRANGE)
    if happened or question.asks(*OF_DEEDS, "own", "compare", "agrees"):
        return None
    if asks_who_was_it_then(question):
        return case.abstain("not_covered")
    people, topics = question.values("person"), question.topics - {"claims"}
    if question.asks("who", "identity"):
        topics -= {"quotation"}  # "who is the general quoted here"
    offices = index.office_topics & topics
    if offices:
        people, topics = people | _holders(index, question, offices), topics - offices
    # "What does she do" asks who that is.
    defined = question.asks("definition") and {slot.kind for slot in question.slots} == {"ask", "person"}
    asked = offices or question.asks("identity", "who", "kind-of") or _bare(case)
    asked = asked or (defined and not question.asks("says", "what-happened", "stance"))
    asked = asked or len(question.slots) < len(case.question.slots) or _is_called_one(case)
    if not people and not topics and asks_who_heads(question):
        return case.abstain("not_covered")
    if not people or topics or not asked:
        return None
    introduced = [p.introduced for p in index.briefing.people if p.id in people and p.introduced]
    return case.answer(introduced, WHO_IT_IS) if introduced else None


def _holders(index: Index, question: Question, offices: frozenset[str]) -> set[str]:
    """Return who holds one of some offices on the side that is named, on any where none is."""
    named = () if question.asks("other-side") else question.values(*ANYBODY)
    sides = {index.sides.get(one) for one in named}
    held = (person for person, office in index.offices.items() if office & offices)
    return {person for person in held if not sides or index.sides[person] in sides}


def _misnamed_office(case: Case) -> Outcome | None:
    """Correct who asks for the name of the mayor who announced what the minister did."""
    question, index = case.question, case.index
    strange = question.find(*STRANGE)
    told = question.topics & (index.reader.acts | {_POST})
    offices = all(names_office(index.reader.lexicon, slot.words) for slot in strange)
    if not (strange and offices and told and _asks_which(question)):
        return None
    for candidate in case.ranked:
        claim = candidate.entry.claim
        wrong = {one.slot for one in case.conflicts[claim.id] if one.field != "ask"}
        own = claim.speech_act == "announces" and claim.claimant in index.people
        if own and candidate.score >= index.threshold and wrong == set(strange):
            return case.premise([claim.id], case.words(*STRANGE), "the briefing has it otherwise")
    return None


def _asks_which(question: Question) -> bool:
    return question.asks("names", "who", "identity") or question.hears("interrogative")


def asks_who_heads(question: Question) -> bool:
    """Tell whether the question is who heads a party, of whose people nobody is introduced as that."""
    return question.hears("heads") and question.asks("identity") and bool(question.find("party"))


def asks_who_was_it_then(question: Question) -> bool:
    """Tell whether the question is who held an office before or after whoever holds it ("before her")."""
    spans = question.spans
    bounds = [at for at, span in enumerate(spans) if span.words in _AROUND and at + 1 < len(spans)]
    others = [spans[at + 1 : at + 3] for at in bounds]
    named = any(one[0].ids("person") or {span.words for span in one} & _THEM for one in others)
    told = question.asks("says") or question.topics - {_SPEAKS}  # "who spoke before her"
    return named and not told and question.asks("identity", "who") and bool(question.find("person"))


def asks_of_a_career(question: Question) -> bool:
    """Tell whether it is asked what somebody was at another time than that of which is told."""
    asked = question.asks("identity", "who", "definition") and question.find("person", "topic")
    before = question.asks("identity") and not question.asks("says") and _BEFORE_THEY.search(question.text)
    return bool(asked and (before or _CAREER.search(question.text)))


def _is_of_their_side(case: Case, slot: Slot) -> bool:
    """Tell whether a place that the briefing knows nothing of is named for a side, that of a person named."""
    if slot.kind != "other-place":
        return False
    spans = case.index.reader.lexicon.read(slot.words)
    sides = {case.index.sides.get(party) for span in spans for party in span.ids("party")}
    return bool(sides & {case.index.sides.get(person) for person in case.question.values("person")})


def _is_asked_as_office(case: Case, slot: Slot) -> bool:
    """Tell whether a person is asked about who is said to hold an office that nobody here holds."""
    if slot.kind != "other-party" or not case.question.find("person"):
        return False
    # "X is the mayor or what", "X = mayor or councillor".
    asked = case.is_yes_no or case.question.hears("passive") or case.question.alternative
    return asked and names_office(case.index.reader.lexicon, slot.words)


def _is_called_one(case: Case) -> bool:
    """Tell whether somebody is asked to be one of those who are counted, or of a rank ("is Holt a nurse")."""
    spans = case.question.spans
    people = case.question.find("person")
    if (
        not case.is_yes_no
        or len(people) != 1
        or len(case.question.naming) != 1 + bool(case.question.find("victims"))
    ):
        return False
    after = spans[people[0].at + 1 :]
    return (
        len(after) > 1
        and after[0].words in {"a", "an"}
        and bool(after[1].ids("victims") or has_cue(after[1], "rank"))
    )


def _bare(case: Case) -> bool:
    other = case.question.find(
        "ask", "topic", "measure", "victims", "party", "actor", "target", "claimant", "date"
    )
    text = case.question.text
    if other or len(text.split()) > MAX_BARE:
        return False
    # "Holt is a clown" asks nothing.
    return not any(span.has("aside", "light") for span in case.question.spans)
