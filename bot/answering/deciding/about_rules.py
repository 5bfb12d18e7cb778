"""Rules for questions about no event: greetings, the briefing itself, what is verified."""

from dataclasses import replace

from bot.answering.claims.figure_query import claims_by, figure_query
from bot.answering.deciding.case import MAX_ANSWERS, STRANGE, Case
from bot.answering.deciding.outcome import Outcome
from bot.answering.reading.question import AGENTS, ANYBODY, PARTIES, Question
from bot.briefing.known_ids import Ask, Topic

# More words that ask nothing are about something else ("help me with my essay, it is due Friday").
MAX_UNASKED = 8
# What somebody is has no hour, no length and no reason.
OF_DEEDS: tuple[Ask, ...] = ("how-long", "clock", "when", "where", "why")
# Topics that a word which judges stands for, or goes with, without making it a question of what happened.
_LABELLED: frozenset[Topic] = frozenset({"militants", "verification", "war", "cause", "claims"})
_WAR: frozenset[Topic] = frozenset({"war"})
# What a claim that is denied may count.
_COUNTING = ("number", "measure", "victims", "side")
_META: frozenset[Topic] = frozenset({"publisher", "recency", "origin-of-text", "about-bot"})


def nothing_named(case: Case) -> Outcome | None:
    """Abstain from what names nothing, and from instructions."""
    question = case.question
    if "instruction" in question.values("topic"):
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
    called = question.asks("judges") and not question.values("topic") - _LABELLED and not _insults(question)
    if asks_what_should_be(question):
        return case.abstain("not_covered", question.spans[0].typed)
    if insulted := epithet(case):
        return case.abstain("not_covered", insulted)
    if _calls_liar(case):
        return case.abstain("not_covered", case.words("ask"))
    if question.asks("intends") or (called and (question.asks("false") or not question.find("number"))):
        judged = [slot.words for slot in question.find("ask") if slot.value in {"judges", "intends"}]
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
    if not said or (start is None and not any(span.has("cue", "epithet") for span in said)):
        return None
    return " ".join(span.typed for span in said)


def _insults(question: Question) -> bool:
    """Tell whether words that judge only stand before a name in a question of harm ("did vile X kill")."""
    spans = question.spans
    judging = [slot.at for slot in question.find("ask") if slot.value in {"judges", "intends"}]
    named = (any(one.ids("party", "people", "person") for one in spans[at + 1 : at + 2]) for at in judging)
    return bool(question.find("measure")) and all(named)


def asks_what_should_be(question: Question) -> bool:
    """Tell whether the question is what somebody should do."""
    first = question.spans[:2]
    return len(first) > 1 and first[0].words == "should" and bool(first[1].ids("party", "people", "person"))


def about_itself(case: Case) -> Outcome | None:
    """Answer what the briefing is, where it comes from and how recent it is."""
    topics = case.question.values("topic") & _META
    other = case.question.find(
        "measure", "victims", "side", "claimant", "actor", "person", "place", "number", *STRANGE
    )
    if not topics or other:
        return None
    if "publisher" in topics:
        # "Which outlet could not check them" is asked of what is verified.
        told = case.question.asks("says") or "claims" in case.question.values("topic")
        checked = told and "verification" in case.question.values("topic")
        named = case.question.asks("who-claims") and case.question.values("topic") - _META
        return None if checked or named else case.abstain("no_publisher")
    if "recency" in topics:
        dated = [entry for entry in case.index.entries if entry.claim.happened]
        latest = [max(dated, key=lambda entry: entry.days[-1]).claim.id] if dated else case.verifying
        return case.answer(latest, "how recent it is", role="context", remark="recency")
    if "origin-of-text" in topics:
        return case.answer(case.verifying, "where it comes from", role="context", remark="origin")
    return case.abstain("about_the_bot") if case.question.values("topic") <= _META else None


def overview(case: Case) -> Outcome | None:
    """Answer what is going on, where no more is named, with what the briefing reports in its own voice."""
    question = case.question
    topics = question.values("topic")
    sides = {case.index.side_of(slot.value) for slot in question.find(*PARTIES)}
    explained = topics == _WAR and question.hears("explains")
    other = {slot.kind for slot in question.slots} - {"ask", "topic", "qualifier", *PARTIES}
    if not (explained or (question.asks("what-happened") and topics <= _WAR)) or other or len(sides) == 1:
        return None
    if question.asks(*OF_DEEDS, "according-to", "who-claims"):
        return None
    own = [entry for entry in case.index.entries if entry.claim.claimant is None]
    first = {entry.claim.statement: entry.claim.id for entry in reversed(own)}
    return case.answer(list(reversed(first.values()))[:MAX_ANSWERS], "what is reported")


def verification(case: Case) -> Outcome | None:
    """Answer what is verified; who takes for granted that something is gets the caveat as a correction."""
    question = case.question
    topics = question.values("topic")
    media = case.index.reader.media
    # A side that confirms something admits it; who only reports would have verified it.
    admitted = question.asks("admits")
    if admitted and question.values("claimant") & media:
        topics, admitted = topics | {"verification"}, False
    # "Is it true that nobody was captured" is answered by who says how many were.
    counted = question.asks("true") and question.find("negation") and question.find("measure")
    if "verification" not in topics or admitted or counted:
        return None
    others = question.find("elsewhere", "other-place", "other-party", "other-medium")
    if others and question.find("number", "measure") and not case.is_yes_no:
        about = case.words("elsewhere", "other-place", "other-party")
        blamed = question.asks("false")
        return (
            case.abstain("not_covered", about)
            if blamed
            else case.premise(case.verifying, about, "nothing is verified")
        )
    # "May I post that number as confirmed" is not about a post.
    posting = (
        {"social-post", "quotation"}
        if question.find("number", "measure") and not question.find("person")
        else set()
    )
    # "Who is behind the disclaimer on the numbers" asks for no cause.
    behind = {"cause"} if "claims" in topics and not question.asks("why") else set()
    other = topics - _META - {"verification", "claims", "denial"} - posting - behind
    placed = question.find("place") and not _counted_there(case)
    if other or placed or question.find("date", *STRANGE):
        return None
    speakers = question.values(*AGENTS) - media
    sides = {case.index.sides.get(speaker) for speaker in speakers}
    either = question.alternative and question.asks("who", "identity")  # "who lies, she or he"
    numbers = {slot.at for slot in question.find("topic") if slot.value == "claims"}
    another = any(slot.at + 1 not in numbers for slot in question.find("person"))
    named = question.find(*AGENTS)
    either = either or all(slot.owns for slot in named)  # "are hers more reliable than his"
    either = either or bool(question.values("claimant") & media)  # "why did reporters verify hers, not his"
    spoken = not either and (len(sides) > 1 or another)
    confirmed = (
        question.asks("why", "when") and bool(question.values("person")) and not question.asks("false")
    )
    if ("claims" in topics or confirmed) and spoken and (denied := _denial(case)):
        return denied
    verified = min(
        slot.at for slot in question.find("topic", "ask") if slot.value in {"verification", "admits"}
    )
    denying = any(slot.at < verified for slot in question.find("negation"))
    if (question.asks("why", "when") or case.presumes) and not denying:
        return case.premise(case.verifying, case.words("topic"), "nothing is verified")
    told = question.asks("says", "who", "who-claims") or case.is_yes_no or question.find("negation")
    if question.values("claimant") & media and not told:
        return case.premise(case.verifying, case.words("topic"), "nothing is verified")
    query = figure_query(case.index, question)
    if query is None:
        return case.answer(case.verifying, "what is verified")
    rows = case.figures(query.without("topics"))
    if question.find("number") and query.measures and not rows and not question.values("claimant") & media:
        return None  # a number that nobody gave is corrected, not said to be unverified
    numbered = question.values("number") & case.index.known_numbers
    specific = query.measures and (query.victims or query.sides)
    compared = specific and (
        question.asks("who", "identity", "who-claims", "compare", "both") or case.is_yes_no
    )
    if not (numbered or compared or question.asks("how-many")):
        return case.answer(case.verifying, "what is verified")
    return case.answer([*case.verifying, *case.claims(rows, query)], "whether figures are verified")


def _calls_liar(case: Case) -> bool:
    """Tell whether somebody who gave no figure is asked to lie: what is not verified are figures."""
    question = case.question
    blamed = max((slot.at for slot in question.find("ask") if slot.value == "false"), default=-1)
    named = [slot for slot in question.find(*AGENTS) if slot.at < blamed]
    other = question.values("topic") - {"verification"} or question.find("number", "measure")
    if not named or other or question.asks("says"):
        return False
    counting = (entry for entry in case.index.entries if entry.claim.figures)
    return not any(claims_by(case.index, entry, slot.value) for entry in counting for slot in named)


def _counted_there(case: Case) -> bool:
    """Tell whether there is a figure of what is counted at the place that is named."""
    query = figure_query(case.index, case.question)
    return query is not None and bool(case.figures(query.without("topics", "sides", "claimants")))


def _denial(case: Case) -> Outcome | None:
    """Answer whether one side holds the other's claims to be true from what it says of them."""
    slots = tuple(
        slot._replace(value="denial") if slot.value == "verification" else slot
        for slot in case.question.slots
        if not (slot.kind == "ask" and slot.value in {"why", "when", "says"})
    )
    question = replace(case.question, slots=slots).keeping(lambda slot: slot.kind not in _COUNTING)
    unspoken = question.keeping(lambda slot: slot.kind != "claimant")
    good = Case.about(case.index, question).good() or Case.about(case.index, unspoken).good()
    named = case.question.find("person") or case.question.find("claimant", "party", "actor")
    speakers = {s.value for s in named if not s.owns} or {s.value for s in named}  # not whose they are
    if not (good := tuple(c for c in good if any(claims_by(case.index, c.entry, one) for one in speakers))):
        return None
    claims = [good[0].entry.claim.id]
    if (case.question.asks("why", "when") or case.presumes) and not case.question.asks("false"):
        return case.premise(claims, case.words("topic"), "the opposite is claimed")
    return case.answer(claims, "what one side says of the other’s claims")
