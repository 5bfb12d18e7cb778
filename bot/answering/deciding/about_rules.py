"""Rules for questions about no event: greetings, judgements, the briefing itself."""

import re

from bot.answering.claims.figure_query import claims_by
from bot.answering.deciding.case import MAX_ANSWERS, Case
from bot.answering.deciding.outcome import Outcome
from bot.answering.reading.cues import has_cue
from bot.answering.reading.question import AGENTS, ANYBODY, COUNTS, PARTIES, STRANGE, Question
from bot.answering.reading.vocabulary import Span
from bot.briefing.known_ids import Ask, Topic

# More words that ask nothing are about something else ("help me with my essay, it is due Friday").
MAX_UNASKED = 8
# What somebody is has no hour, no length and no reason.
OF_DEEDS: tuple[Ask, ...] = ("how-long", "clock", "when", "where", "why")
# Topics that a word which judges stands for, or goes with, without making it a question of what happened.
_LABELLED: frozenset[Topic] = frozenset({"militants", "verification", "war", "cause", "claims"})
_WAR: frozenset[Topic] = frozenset({"war"})
META: frozenset[Topic] = frozenset({"publisher", "recency", "origin-of-text", "about-bot"})
_TALKS: Topic = "negotiation"
# "What is the aim of the talks": only who says what they talk "to" do tells it.
_AIM = re.compile(r"\b(?:aims?|goals?|purposes?|objectives?)\s+(?:of|behind|in|for)\b", re.IGNORECASE)
_TO_AN_END = re.compile(r"\b(?:negotiat|talk|discuss|dialogue)\w*\b.*\bto\s+\w+", re.IGNORECASE | re.DOTALL)
# "What is even there", "what's in Wex".
_WHAT_IS_THERE = re.compile(
    r"\bwhat(?:['’]?s|\s+is)\s+(?:(?:even|actually|so\s+\w+)\s+)?(?:there\b|(?:in|at)\s+(?P<where>.+))",
    re.IGNORECASE,
)


def nothing_named(case: Case) -> Outcome | None:
    """Abstain from what names nothing, and from instructions."""
    question = case.question
    if question.mentions("instruction"):
        return case.abstain("instruction")
    named = [
        s for s in question.slots if s.value != "people" and s.kind not in {"ask", "qualifier", "negation"}
    ]
    if not named:
        return case.abstain("too_vague" if question.find("ask") else "not_a_question")
    dated = not question.find("ask") and all(slot.kind == "date" for slot in named)
    if dated and len(question.text.split()) > MAX_UNASKED:
        return case.abstain("not_a_question")
    return None


def judgement(case: Case) -> Outcome | None:
    """Abstain from what somebody is called, and from what they meant by what they did."""
    question = case.question
    called = question.asks("judges") and not question.topics - _LABELLED and not _insults(question)
    if asks_what_should_be(question):
        return case.abstain("not_covered", "should")
    if insulted := epithet(case):
        return case.abstain("not_covered", insulted)
    if asks_to_what_end(case):
        return case.abstain("not_covered")
    if _calls_liar(case):
        return case.abstain("not_covered", case.words("ask"))
    if question.asks("intends") or (called and (question.asks("false") or not question.find("number"))):
        judged = [slot.words for slot in question.ask_slots("judges", "intends")]
        return case.abstain("not_covered", ", ".join(dict.fromkeys(judged)))
    return None


def epithet(case: Case) -> str | None:
    """Return what somebody, and nothing else that is named, is asked to be ("is X a clown")."""
    question = case.question
    named = [slot for slot in question.naming if slot.kind != "negation"]
    if len(named) != 1 or named[0].kind not in ANYBODY or question.find("ask") or not case.is_yes_no:
        return None
    after = question.spans[named[0].at + 1 :]
    start = next((n for n, span in enumerate(after) if span.words in {"a", "an"}), None)
    said = after if start is None else after[start + 1 :]
    if not said or (start is None and not any(has_cue(span, "epithet") for span in said)):
        return None
    return " ".join(span.typed for span in said)


def _insults(question: Question) -> bool:
    """Tell whether words that judge only stand beside a name in a question of harm ("did vile X kill").

    Behind a name they are for whom it is addressed to ("X liars, how many did you lose").
    """
    spans = question.spans

    def is_beside_a_name(at: int) -> bool:
        addressed = at > 0 and any(has_cue(span, "how-many") for span in spans[at + 1 :])
        seated = at + 1 < len(spans) and has_cue(spans[at + 1], "at", "of")  # "the warmongers in X"
        after = spans[at + 2 : at + 3] if seated else spans[at + 1 : at + 2]
        beside = (*after, *(spans[at - 1 : at] if addressed else ()))
        return any(one.ids("party", "people", "person") for one in beside)

    judging = [slot.at for slot in question.ask_slots("judges", "intends")]
    return bool(question.find("measure")) and all(map(is_beside_a_name, judging))


def asks_what_should_be(question: Question) -> bool:
    """Tell whether the question is what somebody should do; why they should be believed is another."""
    if question.asks("why"):
        return False
    beside = (span for slot in question.find(*ANYBODY) for span in _neighbours(question, slot.at))
    return any(span is not None and span.words == "should" for span in beside)


def _neighbours(question: Question, at: int) -> tuple[Span | None, Span | None]:
    return question.before(at), question.after(at)


def about_itself(case: Case) -> Outcome | None:
    """Answer what the briefing is, where it comes from and how recent it is."""
    topics = case.question.topics & META
    other = case.question.find(
        "measure", "victims", "side", "claimant", "actor", "person", "place", "number", *STRANGE
    )
    if not topics or other:
        return None
    if "publisher" in topics:
        # "Which outlet could not check them" is asked of what is verified.
        told = case.question.asks("says") or case.question.mentions("claims")
        checked = told and case.question.mentions("verification")
        named = case.question.asks("who-claims") and case.question.topics - META
        return None if checked or named else case.abstain("no_publisher")
    if "recency" in topics and case.question.asks("evening") and case.question.find("date"):
        reported = case.without(case.question.topic_slots("recency")).good()
        then = [c.entry.claim.id for c in reported if c.entry.claim.said]
        return case.answer(then, "all of its kind") if then else None
    if "recency" in topics:
        dated = [entry for entry in case.index.entries if entry.claim.happened]
        latest = [max(dated, key=lambda entry: entry.days[-1]).claim.id] if dated else case.verifying
        return case.answer(latest, "how recent it is", role="context", remark="recency")
    if "origin-of-text" in topics:
        return case.answer(case.verifying, "where it comes from", role="context", remark="origin")
    return case.abstain("about_the_bot") if case.question.topics <= META else None


def overview(case: Case) -> Outcome | None:
    """Answer what is going on, where no more is named, with what the briefing reports in its own voice.

    "What is there in Wex" asks for what it says of the place that nobody did and that has no day.
    """
    question = case.question
    if (there := _WHAT_IS_THERE.search(question.text)) and _asks_of_places(question, there["where"]):
        lasting = [e.claim for e in case.index.entries if not (e.claim.actor or e.claim.claimant or e.days)]
        found = [one.id for one in lasting if question.values("place") & {*one.places}]
        return case.answer(found, "what is reported") if found else None
    topics = question.topics
    sides = case.index.sides_of(question.find(*PARTIES))
    explained = topics == _WAR and question.hears("explains")
    other = {slot.kind for slot in question.slots} - {"ask", "topic", "qualifier", *PARTIES}
    if not (explained or (question.asks("what-happened") and topics <= _WAR)) or other or len(sides) == 1:
        return None
    if question.asks(*OF_DEEDS, "according-to", "who-claims"):
        return None
    own = [entry for entry in case.index.entries if entry.claim.claimant is None]
    first = {entry.claim.statement: entry.claim.id for entry in reversed(own)}
    return case.answer(list(reversed(first.values()))[:MAX_ANSWERS], "what is reported")


def _asks_of_places(question: Question, where: str | None) -> bool:
    """Tell whether places alone are named, the first of them right there if it is said where."""
    begins = where is None or where.startswith(tuple(slot.words for slot in question.find("place")))
    return begins and {slot.kind for slot in question.naming} == {"place"}


def asks_to_what_end(case: Case) -> bool:
    """Tell whether it is asked what a deed was for, or what somebody would negotiate for and does not say."""
    acts = case.question.topics & case.index.reader.acts
    if not acts or not _AIM.search(case.question.text):
        return False
    if _TALKS not in acts:
        return True
    told = (one.entry.claim for one in case.good())
    return not any(_TO_AN_END.search(claim.attributed or claim.statement) for claim in told)


def _calls_liar(case: Case) -> bool:
    """Tell whether somebody who gave no figure is asked to lie: what is not verified are figures."""
    question = case.question
    blamed = max((slot.at for slot in question.ask_slots("false")), default=-1)
    named = [slot for slot in question.find(*AGENTS) if slot.at < blamed]
    other = question.topics - {"verification"} or question.find(*COUNTS)
    if not named or other or question.asks("says"):
        return False
    counting = (entry for entry in case.index.entries if entry.claim.figures)
    return not any(claims_by(case.index, entry, slot.value) for entry in counting for slot in named)
