"""Rules for questions about figures: whose losses, by whose account, and what the briefing does not count."""

from dataclasses import replace

from bot.answering.claims.figure_query import FigureQuery, Row, figure_query, figures_with_number
from bot.answering.claims.whose import own_at
from bot.answering.deciding.beyond_figures import asks_no_number, counts_strength
from bot.answering.deciding.bounds import agrees, bounded, counted_with, is_among, is_within
from bot.answering.deciding.case import Case
from bot.answering.deciding.denial_rules import denies_own_figures
from bot.answering.deciding.event_rules import denies, is_after_edition
from bot.answering.deciding.mixed_up import mixed_up
from bot.answering.deciding.outcome import Outcome, Reason, Rule
from bot.answering.deciding.spoken_of import spoken_of
from bot.answering.reading.cues import has_cue
from bot.answering.reading.dates import NOW
from bot.answering.reading.question import PARTIES, SPEAKERS, STRANGE
from bot.briefing.known_ids import Topic

_WITHIN: Rule = "figures within that bound"
# Topics that say how a figure is spoken of, not what it counts.
_MANNER: frozenset[Topic] = frozenset(
    {
        "denial",
        "claims",
        "verification",
        "cause",
        "accusation",
        "willing",
        "unwilling",
        "quotation",
        "spokesperson",
        "tension",
    }
)


def figures(case: Case) -> Outcome | None:
    """Answer with every figure that the question means, or say that there is none."""
    question, index = case.question, case.index
    query = figure_query(index, question)
    if query is None or ("heavy" in query.topics and not query.numbers):
        return None
    topics, words = query.topics - _MANNER - _circumstances(case), question.values(*STRANGE)
    query = replace(query, topics=topics, words=words)
    # "Not a single one", "refused to admit a single one".
    none = query.numbers == {1} and (question.find("negation") or question.mentions("unwilling"))
    if none:
        query = _of_their_own(case, query.without("numbers"))
    now = NOW in query.dates and not query.numbers
    query = replace(query, dates=query.dates - {NOW}) if now else query
    if words and not case.figures(query.without("numbers")):
        return _corrected_or_unknown(case, query.without("words"))
    reckoned = question.asks("arithmetic") and query.numbers
    if asks_no_number(case, query) or reckoned or counts_strength(question, query):
        return case.abstain("no_figure")
    if question.asks("how-many") and denies(case):
        return case.abstain("no_figure", case.words("negation"))
    if question.asks("alone") and query.places:
        return case.abstain("no_figure", case.words("place"))
    found = case.counted(_saying_where_or_when(case, case.figures(query.without("numbers"))))
    if query.numbers:
        return _numbered(case, query, found)
    if not found:
        return _none(case, query)
    claims = case.claims(found, query)
    if none or (question.asks("why") and question.find("negation")):
        return case.premise(claims, case.words("negation") or case.words("number"), "there is such a figure")
    if (question.asks("why") or case.presumes) and question.asks("agrees"):
        return case.premise(claims, case.words("measure", "victims"), "the accounts differ")
    if question.asks("compare", "agrees") or question.mentions("denial", "claims"):
        claims += case.verifying
    return case.answer(claims, "figures", remark="recency" if now else None)


def _of_their_own(case: Case, query: FigureQuery) -> FigureQuery:
    """Take whoever does not admit a single loss to be asked of what they say of their own, if they say it."""
    doers = case.question.values("actor") if case.question.asks("admits") else frozenset[str]()
    own = replace(query, claimants=doers, sides=frozenset(map(case.index.side_of, doers)))
    return own if doers and case.figures(own) else query


def _circumstances(case: Case) -> frozenset[str]:
    """Return the acts that only say where harm was done ("hurt in the raids"), with no place or day."""
    question = case.question
    if question.find("place", "date", "actor", "target"):
        return frozenset()
    spans = question.spans
    named = question.topic_slots("attack")
    beside = [
        next((s for s in reversed(spans[: slot.at]) if not s.has("aside", "grammar") or s.ids("cue")), None)
        for slot in named
    ]
    within = [has_cue(span, "at", "by") for span in beside]
    return frozenset({"attack"}) if named and all(within) else frozenset()


def comparison(case: Case) -> Outcome | None:
    """Answer a question about "the numbers" of one side or both with the figures side by side."""
    question = case.question
    topics = question.topics
    if question.asks("who-claims") and question.find("claimant"):
        topics -= {"origin-of-text"}
    if question.find("place", "date", *STRANGE) or "claims" not in topics:
        return None
    if told := _told_of_others(case):
        return told
    spoken = question.find(*SPEAKERS, "actor") or (question.find("party") and question.asks("who"))
    if not topics <= {"claims", "denial", "verification", "cause", "heavy", "war"} or (
        "denial" in topics and spoken
    ):
        return None
    claimants = question.values(*SPEAKERS)
    claimants |= question.values("party") if claimants else frozenset()
    sides = frozenset(map(case.index.side_of, question.values("side")))
    after_own = (span for at in own_at(question) for span in question.spans[at + 1 : at + 2])
    if not sides and any(has_cue(span, "side") for span in after_own):
        # "His numbers for his own side", not "his own numbers".
        sides = frozenset(map(case.index.side_of, question.values(*SPEAKERS)))
    query = FigureQuery(sides=sides, claimants=claimants)
    contested = question.asks("compare", "agrees", "both", "who-claims") or "denial" in topics
    counted = [row for row in case.figures(query) if row.figure.side]
    theirs = [row for row in counted if row.entry.claim.claimant in claimants]
    found = theirs or [row for row in counted if not contested or case.index.contested_by[row.entry.claim.id]]
    return case.answer([*case.claims(found, query), *case.verifying], "the figures side by side")


def _told_of_others(case: Case) -> Outcome | None:
    """Answer what is claimed of somebody who does not fight ("her claims about the rebels"): no numbers."""
    index, question = case.index, case.question
    fighting = index.belligerents | index.reader.media
    named = (slot for slot in question.find(*PARTIES) if not slot.owns)
    others = {slot.value for slot in named if index.side_of(slot.value) not in fighting}
    if not others:
        return None
    slots = (slot._replace(kind="party") if slot.value in others else slot for slot in question.slots)
    rest = Case.about(index, replace(question, slots=tuple(s for s in slots if s.value != "claims")))
    return rest.answer([one.entry.claim.id for one in rest.good()[:1]], "what is claimed of others")


def _numbered(case: Case, query: FigureQuery, found: tuple[Row, ...]) -> Outcome:
    """Answer a question that gives a number: whose it is, or that there is no such figure."""
    question = case.question
    given = tuple(row for row in case.figures(query) if agrees(case.index, question, row))
    exact = _saying_where_or_when(case, given)
    if not exact and len(query.numbers) > 1:
        counted = FigureQuery(
            measures=query.measures, numbers=query.numbers, unmet=query.unmet & {"measures"}
        )
        several = case.figures(counted)
        if several:
            return case.premise(case.claims(several, query), case.words("number"), "several owners")
    within = tuple(row for row in found if is_within(question, query, row))
    if not exact and question.alternative and len(query.measures) > 1:
        exact = case.figures(query.without("measures"))  # "is it dead, hurt or something else"
    if exact:
        return _with_number(case, query, exact, within)
    if given:
        # The number is right; what is asked of it is not there.
        return case.abstain("not_covered", case.words("ask"))
    if said := spoken_of(case, query):
        return said
    others = tuple(
        row for row in case.figures(query.without("claimants")) if agrees(case.index, case.question, row)
    )
    if query.claimants and others:
        return _of_another(case, (*others, *found), others, query)
    if within:
        return case.answer(case.claims(within, query), _WITHIN)
    elsewhere = figures_with_number(case.index, query)
    if not found and _only_told_of(query):
        return case.abstain("not_covered", case.words("topic"))
    if elsewhere or found:
        # At a named place the number is wrong rather than the place.
        there = (*found, *elsewhere) if query.places else (*elsewhere, *found)
        corrections = [row.entry.claim.id for row in there]
        return case.premise(corrections, _misplaced(case, query), "no such figure")
    return case.abstain("no_figure", case.words("number"))


def _only_told_of(query: FigureQuery) -> bool:
    """Tell whether no more than a number is named of those of whom something is asked besides.

    Of what became of "the 47", a briefing that does not say it has nothing otherwise.
    """
    return bool(query.topics) and FigureQuery(numbers=query.numbers, topics=query.topics) == query


def _with_number(case: Case, query: FigureQuery, exact: tuple[Row, ...], within: tuple[Row, ...]) -> Outcome:
    """Answer with the figures that have just the number, or correct what is taken for granted of it."""
    question, claims = case.question, case.claims(exact, query)
    if question.asks("why") and len(question.values("person")) > 1:
        return case.premise(claims, case.words("person"), "another’s claim")
    differing = any(case.index.contested_by[row.entry.claim.id] for row in exact)
    if question.asks("agrees") and (question.asks("why") or (case.is_yes_no and differing)):
        return case.premise(claims, case.words("number"), "the accounts differ")
    if question.asks("why") and question.asks("admits"):
        return case.premise(claims, case.words("number"), "nothing is admitted")
    if question.asks("why") and denies_own_figures(case, exact):
        return case.premise(claims, case.words("topic"), "the opposite is claimed")
    if not (mixed := mixed_up(case, exact)):
        return case.answer(claims, "figures with that number")
    if fit := [row for row in within if any(row.figure.side == one.figure.side for one in exact)]:
        return case.answer(case.claims((*fit, *exact), query), _WITHIN)
    return case.premise([*mixed, *claims], bounded(question), "no such figure")


def _of_another(case: Case, shown: tuple[Row, ...], others: tuple[Row, ...], query: FigureQuery) -> Outcome:
    """Correct who is wrongly said to give a number; who denies it has only that against it."""
    if case.question.mentions("denial"):
        return case.answer(case.claims(others, query), "figures with that number")
    return case.premise(case.claims(shown, query), case.words(*SPEAKERS), "another’s claim")


def _misplaced(case: Case, query: FigureQuery) -> str:
    """Return what is wrong of a number: its date, its place, by what it was, its victims, or else itself."""
    if query.dates and case.figures(query.without("dates")):
        return case.words("date")
    if query.places and case.figures(query.without("places")):
        return case.words("place")
    if query.topics and any(
        agrees(case.index, case.question, r) for r in case.figures(query.without("topics"))
    ):
        by_what = (slot.words for slot in case.question.find("topic") if slot.value in query.topics)
        return ", ".join(dict.fromkeys(by_what))
    numbers = case.question.find("number")
    first = bounded(case.question) if len(numbers) == 1 else numbers[0].words
    counted = {slot.at: slot.words for slot in counted_with(case.question)}
    return " ".join((first, *counted.values()))


def _corrected_or_unknown(case: Case, query: FigureQuery) -> Outcome:
    """Correct a wrong number; what an unknown word would change in a count nobody knows."""
    numbered = figures_with_number(case.index, query) if query.numbers else ()
    exact = case.figures(query)
    only_parties = not case.question.find("unknown", "elsewhere", "other-place", "other-medium")
    counted = query.measures or query.numbers  # "did they send troops" counts nobody
    told = not case.question.asks("false") and not is_among(case.question)
    if exact and counted and case.is_yes_no and only_parties and told:
        return case.premise(case.claims(exact, query), case.words("other-party"), "another’s claim")
    meant = case.figures(query.without("numbers", "places", "dates", "topics", "claimants"))
    if numbered and not {row.figure for row in numbered} & {row.figure for row in meant}:
        there = case.figures(query.without("numbers")) if query.places else ()
        corrections = [row.entry.claim.id for row in (*there, *numbered)]
        return case.premise(corrections, _misplaced(case, query), "no such figure")
    return case.abstain(_reason(case), case.words(*STRANGE))


def _none(case: Case, query: FigureQuery) -> Outcome:
    # Whether somebody admits what they did is another matter than that others say so.
    asked = case.is_yes_no and (not query.sides or case.question.asks("own-deed"))
    taken = case.question.asks("why") or (case.question.asks("admits") and not asked)
    if query.claimants and taken and not query.places and not query.dates:
        others = case.figures(query.without("claimants"))
        if others:
            return case.premise(case.claims(others, query), case.words(*SPEAKERS), "another’s claim")
    turned = case.question.asks("why") and case.question.find("actor") and not query.claimants
    own = case.index.sides_of(case.question.find("side"))
    doers = case.index.sides_of(case.question.find("actor"))
    if turned and not own & doers and not query.places and not query.dates and not query.numbers:
        others = case.figures(replace(query.without("topics", "sides"), sides=frozenset(doers)))
        if others:
            return case.premise(
                case.claims(others, query), case.words("actor"), "the briefing has it otherwise"
            )
    if any(is_after_edition(case.index, value) for value in query.dates):
        return case.abstain("after_edition", case.words("date"))
    return case.abstain(_reason(case), case.words("place") or case.words("date"))


def _reason(case: Case) -> Reason:
    """Return why there is no answer: who asks for no number is not told that there is none."""
    counted = case.question.asks("how-many", "total") or case.question.find("number")
    return "no_figure" if counted else "not_covered"


def _saying_where_or_when(case: Case, found: tuple[Row, ...]) -> tuple[Row, ...]:
    """Keep the figures that say where or when, if that is what is asked."""
    # "Where is that number from" asks who gave it.
    if case.question.asks("where") and not case.question.asks("who-claims", "according-to"):
        found = tuple(row for row in found if row.figure.places)
    if case.question.asks("when"):
        found = tuple(row for row in found if row.entry.claim.when or row.entry.claim.said)
    if case.question.asks("clock"):
        found = tuple(row for row in found if row.entry.claim.said)
    return found
