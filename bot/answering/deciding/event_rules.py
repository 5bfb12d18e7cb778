"""Rules for questions about what happened and what was said: the claims that have all that is named."""

from bot.answering.claims.deeds import did_otherwise
from bot.answering.claims.figure_query import claims_by
from bot.answering.claims.index import Candidate, Entry, Index
from bot.answering.deciding.case import MARGIN_SHARE, MAX_ANSWERS, MAX_SAID, PLACED_SHARE, Case
from bot.answering.deciding.each_speaker import each_clause, each_speaker
from bot.answering.deciding.outcome import Abstention, Outcome, Remark
from bot.answering.reading.cues import has_cue
from bot.answering.reading.dates import AFTER, NOW
from bot.answering.reading.question import AGENTS, ELSEWHERE, Question
from bot.answering.reading.text import tokenise
from bot.briefing.known_ids import Topic

# The least that a question must name, as weight of its features: a side's name alone names nothing.
MIN_NAMED = 1.0
# From this score (0-100) a question is a known phrasing, however little it names.
SURE = 60.0
# From this score (0-100) a question with unknown words is understood though it names one thing besides.
SURE_OF_ONE = 75.0
_RESPONSE: Topic = "response"
# Two places, or two people.
_TWO = 2


def about_each_other(case: Case) -> Outcome | None:
    """Abstain from what one person says about another: what each says is no answer to that."""
    if _replies_to_undisputed(case):
        return case.abstain("not_covered")
    people = case.question.find("person")
    if len({slot.value for slot in people}) != _TWO:
        return None
    before = case.question.before(people[-1].at)
    about = before is not None and (before.words == "about" or (before.words == "on" and _comments(case)))
    return case.abstain("not_covered") if about else None


def _replies_to_undisputed(case: Case) -> bool:
    """Tell whether it is asked what was said in response to a person whose words nobody disputes."""
    index, question = case.index, case.question
    replies = [slot.at for slot in question.topic_slots(_RESPONSE)]
    person = question.find("person")[-1:]
    if not replies or question.topics != {_RESPONSE} or not person or person[0].at < replies[-1]:
        return False
    own = [entry for entry in index.entries if claims_by(index, entry, person[0].value)]
    return not any(index.contested_by[entry.claim.id] for entry in own)


def _comments(case: Case) -> bool:
    """Tell whether "on" stands behind a verb of saying ("did she comment on his post")."""
    last = case.question.find("person")[-1].at
    before = case.question.spans[:last]
    at = max((n for n, span in enumerate(before) if span.words == "on"), default=0)
    return at > 0 and has_cue(before[at - 1], "says")


def beyond(case: Case) -> Outcome | None:
    """Abstain from what came after the last day that the briefing speaks of."""
    dates = [slot for slot in case.question.find("date") if slot.value.startswith(AFTER)]
    later = [slot.words for slot in dates if is_after_edition(case.index, slot.value)]
    return case.abstain("after_edition", later[0]) if later else None


def events(case: Case) -> Outcome | None:
    """Answer with the claims that have everything the question names."""
    question = case.question
    if question.asks("how-many"):
        return case.abstain("no_figure")
    several = len(question.values("person")) > 1
    if (several or question.asks("compare", "agrees")) and (compared := each_speaker(case)):
        return compared
    if clausewise := each_clause(case):
        return clausewise
    if asks_what_did_not_happen(case) or asks_how_bad(question):
        return case.abstain("not_covered")
    good = case.good() or _at_any_place(case) or _said_to_be_so(case)
    good = tuple(c for c in good if not did_otherwise(case.index, c.entry, question))
    if asks_of_a_place(case):
        asked = case.index.bag(question)
        good = tuple(c for c in good if any(_locates(bag, asked) for bag in c.entry.bags))
        if not good:
            return case.abstain("not_covered")
    if not good:
        return each_speaker(case)
    if question.alternative:  # "by air or on land" is what has both, if anything has
        good = tuple(c for c in good if question.topics <= set(c.entry.claim.topics)) or good
    if asks_of_no_event(case):
        return case.abstain("not_covered")
    return case.ask_back() if _too_vague(case, good[0].score) else _as_good(case, good)


def _as_good(case: Case, good: tuple[Candidate, ...]) -> Outcome:
    """Answer with the claims that are nearly as good as the best, all of what is listed."""
    question = case.question
    listed = question.find("place", "date") or question.asks("total")
    listed = listed or (question.asks("where") and question.find("target"))  # "which Danish towns were hit"
    share = PLACED_SHARE if listed else MARGIN_SHARE
    near = [c.entry.claim for c in good if c.score >= good[0].score * share or case.lists]
    if question.asks("admits") and not _tells_of_itself(case, good[0].entry):
        claims = [claim.id for claim in near]
        return case.premise(claims, case.words(*AGENTS), "nothing is admitted")
    most = MAX_SAID if case.subject_kinds == {"claimant"} else MAX_ANSWERS
    statements = list(dict.fromkeys(claim.statement for claim in near))[:most]
    # Whoever asks of now is told until when there is anything.
    remark: Remark | None = "recency" if NOW in question.values("date") else None
    told = [claim.id for claim in near if claim.statement in statements]
    return case.answer(told, "phrasings", remark=remark)


def why_not(case: Case) -> Abstention:
    """Abstain with the nearest reason."""
    question = case.question
    later = [slot.words for slot in question.find("date") if is_after_edition(case.index, slot.value)]
    if later:
        return case.abstain("after_edition", later[0])
    strange = case.words(*ELSEWHERE, "unknown")
    return case.abstain("not_covered", strange)


def denies(case: Case) -> bool:
    """Tell whether a question asks for what did not happen ("which were not …", "how many weren't …")."""
    asked = min((slot.at for slot in case.question.find("ask")), default=-1)
    return any(slot.at > asked for slot in case.question.find("negation"))


def asks_what_did_not_happen(case: Case) -> bool:
    """Tell whether a question wants what is left when all that a briefing has is taken away."""
    opposite = any(slot.value in case.index.opposites for slot in case.question.find("topic"))
    where = case.question.asks("where")
    listed = where or any(token.word in {"which", "what"} for token in tokenise(case.question.text)[:1])
    return (opposite and where) or (denies(case) and listed)


def asks_how_bad(question: Question) -> bool:
    """Tell whether it is asked how badly something was damaged, not what it cost a side."""
    hit = question.find("place", "other-place") or len(question.topics) > 1
    return question.hears("extent") and bool(hit) and not question.find("measure", "victims", "side")


def _asks_of_an_office(case: Case) -> bool:
    """Tell whether a question is since when or where somebody holds an office."""
    topics, kinds = case.question.topics, case.subject_kinds
    asked = case.question.asks("when", "where", "how-long")
    return bool(topics) and topics <= case.index.office_topics and kinds <= {"claimant", "topic"} and asked


def asks_of_no_event(case: Case) -> bool:
    """Tell whether a question is who somebody is or what a country has, though it asks where or when."""
    kinds, question = case.subject_kinds, case.question
    has = kinds == {"party"} and question.asks("where") and question.asks("possesses")
    spoke = kinds == {"claimant"} and question.asks("where", "when", "why")
    return has or spoke or _asks_of_an_office(case)


def asks_of_a_place(case: Case) -> bool:
    """Tell whether a question is about a place itself: where it lies, what it is, since when."""
    kinds = case.subject_kinds
    located = "place" in kinds and kinds <= {"place", "party"}
    told = case.question.asks("says", "possesses")  # "what is reported from there"
    defined = case.question.asks("definition") and not told
    return located and (defined or case.question.asks("where", "when"))


def _tells_of_itself(case: Case, entry: Entry) -> bool:
    """Tell whether a side says itself what it did."""
    claim = entry.claim
    own = claim.actor is not None and entry.side == case.index.sides[claim.actor]
    return own and claim.speech_act != "denies"


def _locates(phrasing: frozenset[str], asked: frozenset[str]) -> bool:
    """Tell whether a phrasing asks where a place lies, at most with the country that it lies in."""
    country = {feature.partition(":")[0] for feature in phrasing - asked} <= {
        "party"
    } and "ask:where" in asked
    return asked == phrasing or (asked < phrasing and country)


def is_sure(case: Case) -> bool:
    """Tell whether a question names enough to be understood although it has words nobody knows."""
    good = case.good()
    least = SURE if len(case.subjects) >= _TWO else SURE_OF_ONE
    return bool(good) and good[0].score >= least


def is_after_edition(index: Index, value: str) -> bool:
    """Tell whether a date, or what comes after it, is later than anything that the briefing speaks of."""
    limit, last = value.removeprefix(AFTER), index.briefing.covers_until.isoformat()
    written = last[4:] if limit.startswith("--") else last
    if limit != value:
        return limit >= written[: len(limit)]
    return value[:1].isdecimal() and value > last[: len(value)]


def _too_vague(case: Case, best: float) -> bool:
    asked = bool(case.question.find("ask"))
    kinds = case.subject_kinds
    if "victims" in kinds and kinds <= {"victims", "party"}:
        return True
    if sum(case.index.weight(subject) for subject in case.subjects) < MIN_NAMED:
        return best < SURE or not asked
    return kinds == {"claimant"} and not case.question.asks("says", "what-happened") and best < SURE


def _said_to_be_so(case: Case) -> tuple[Candidate, ...]:
    """Return what is asked to be so or not, where nothing else is verified ("is it a lie that …")."""
    question = case.question
    weighed = [slot for slot in question.slots if slot.value in {"verification", "true", "false"}]
    named = [slot.at for slot in question.naming if slot not in weighed]
    before = weighed and named and max(slot.at for slot in weighed) < min(named)
    return case.without(weighed).good() if before and case.is_yes_no else ()


def _at_any_place(case: Case) -> tuple[Candidate, ...]:
    """Return what happened at one or the other of several places, where no claim has them all."""
    if len(case.question.values("place")) < _TWO or case.question.find("other-place"):
        return ()
    places = {f"place:{place}" for place in case.question.values("place")}
    return tuple(
        c
        for c in case.ranked
        if places & c.entry.features
        and {conflict.field for conflict in case.conflicts[c.entry.claim.id]} <= {"place"}
    )
