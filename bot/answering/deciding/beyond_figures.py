"""Tells what is asked that no figure says: what for a number, who they were, how they divide, how strong."""

import re

from bot.answering.claims.figure_query import FigureQuery, figure_query, is_worded
from bot.answering.deciding.bounds import counted_with, is_part
from bot.answering.deciding.case import Case
from bot.answering.deciding.outcome import Outcome
from bot.answering.reading.around import BODIES, CAPTURED, HARM, KILLED
from bot.answering.reading.cues import has_cue, is_participle, means
from bot.answering.reading.question import AGENTS, COUNTS, SPEAKERS, Question
from bot.answering.reading.text import opening
from bot.briefing.known_ids import Ask, Cue

_WHOM = ("victims", "people", "party", "person")
_ASKING: tuple[Cue, ...] = ("did", "how-many")
_TOLD: tuple[Ask, ...] = ("says", "admits", "according-to", "loses", "own-deed", "who-claims")
# What is given out ("what time was the toll put out"), as against what happened ("does she say they died").
_GIVEN_OUT = frozenset(
    {"toll", "tolls", "count", "counts", "figure", "figures", "number", "numbers", "tally", "tallies"}
    | {"report", "statement", "announcement", "data", "statistics", "total", "totals"}
)
_MOST = re.compile(
    r"\b(?:most|highest|largest|biggest|greatest|heaviest|worst|hardest|fewest|least|lowest|smallest|deadliest"
    r"|bloodiest)\b"
)
# "Who is the missing baker", not "who was hurt".
_WHO_IS_THE = re.compile(
    rf"{opening()}(?:who\s+(?:\w+\s+)?(?:is|are|was|were|r)|who['’]?s|who['’]?re)\s+"
    r"(?:the|this|that|those|these)\b",
    re.IGNORECASE,
)


def beyond_figures(case: Case) -> Outcome | None:
    """Abstain from who and where those are who were counted, how they divide, and how many hurt died."""
    if asks_who_they_were(case.question):
        return case.abstain("not_covered")
    if of_others_counted(case.question):
        return case.abstain("not_covered")
    if of_captives(case.question):
        return case.abstain("not_covered", case.words("measure"))
    if asks_part(case.question) and figure_query(case.index, case.question) is not None:
        return case.abstain("no_figure", case.words("number"))
    if things := counts_things(case.question):
        return case.abstain("no_figure", things)
    if most := asks_most(case):
        return case.abstain("no_figure", most)
    return None


def asks_no_number(case: Case, query: FigureQuery) -> bool:
    """Tell whether it is asked how long or at what time it happened, what is to come, or of what kind."""
    question = case.question
    at_what_time = question.asks("clock") and not _asks_when_it_was_given(question)
    how_long = question.asks("how-long") and not _counts_what_is_asked(case, query)
    return how_long or at_what_time or _is_to_come(question) or _asks_of_what_kind(case, query)


def _counts_what_is_asked(case: Case, query: FigureQuery) -> bool:
    """Tell whether a briefing's own measure counts just what is asked how much it is ("how much money")."""
    quantities = (slot.words for slot in case.question.ask_slots("how-long"))
    asked = {words.casefold().split()[-1] for words in quantities}
    own = (one for one in case.index.briefing.concepts if one.id in query.measures)
    return any(not asked.isdisjoint(alias.words.casefold().split()) for one in own for alias in one.aliases)


def _asks_when_it_was_given(question: Question) -> bool:
    """Tell whether it is asked at what time a figure was given out."""
    told = any(span.words.split()[-1] in _GIVEN_OUT for span in question.spans)
    return told and question.asks("clock") and question.asks("says", "according-to")


def _is_to_come(question: Question) -> bool:
    """Tell whether it is asked how many will be harmed, of which there is no figure."""
    coming = [slot.at for slot in question.ask_slots("future")]
    harm = [slot.at for slot in question.find("measure") if coming and slot.at > coming[0]]
    between = question.spans[coming[0] + 1 : harm[0]] if harm else ()
    return bool(harm) and all(span.ids("victims", "party", "people", "aside") for span in between)


def _asks_of_what_kind(case: Case, query: FigureQuery) -> bool:
    """Tell whether the kind of something is asked for that no claim with such figures gives."""
    if not case.question.asks("kind-of"):
        return False
    found = {row.entry.claim.id for row in case.figures(query)} if query.topics else set()
    return not any(all(c.field != "ask" for c in case.conflicts[claim]) for claim in found)


def counts_things(question: Question) -> str | None:
    """Return what is to be counted that is nobody: "how many planes were lost", "how many raids hurt any"."""
    if not question.find("measure"):
        return None
    for slot in question.ask_slots("how-many"):
        counted, then = question.after(slot.at), question.after(slot.at + 1)
        thing = counted is not None and counted.ids("topic") and not counted.ids(*_WHOM, "measure")
        people = then is not None and (then.ids(*_WHOM) or (then.ids("measure") and not is_participle(then)))
        if counted is not None and thing and not people:
            return counted.typed
    return None


def counts_strength(question: Question, query: FigureQuery) -> bool:
    """Tell whether the number of people that a side has is asked for, not how many were harmed."""
    if not query.victims or query.measures or query.numbers or not question.asks("how-many"):
        return False
    return not question.asks(*_TOLD) and (question.asks("possesses") or _sent(question) or _engaged(question))


def _sent(question: Question) -> bool:
    """Tell whether a side did with them what no word of the vocabulary says: "did Orla send"."""
    both = question.ask_slots("both")
    for slot in (*question.find("side", "party", "actor"), *both):
        following = question.spans[slot.at + 1 :]
        if has_cue(question.before(slot.at), "did") and following:
            return all(span.has("aside", "grammar") and not span.ids("cue", "topic") for span in following)
    return False


def _engaged(question: Question) -> bool:
    """Tell whether it is what they do: "are fighting"."""
    for slot in question.find("victims"):
        verbs = question.spans[slot.at + 1 : slot.at + 3]
        if len(verbs) > 1 and has_cue(verbs[0], "passive") and verbs[1].words.endswith("ing"):
            return bool(verbs[1].ids("topic"))
    return False


def asks_who_they_were(question: Question) -> bool:
    """Tell whether the name or rank of whoever was harmed is asked for ("rank of the missing nurse")."""
    if question.asks("says", "who-claims"):
        return False
    if asks_who_it_is(question):
        return True
    for slot in question.find("ask"):
        after = (s for s in question.spans[slot.at + 1 :] if not s.has("aside", "grammar"))
        harmed = means(next(after, None), "measure", "victims")
        if harmed and slot.value == "identity" and not slot.words.casefold().startswith("who"):
            return True
    return False


def asks_who_it_is(question: Question) -> bool:
    """Tell whether it is asked who one of those is who are only counted."""
    if not _WHO_IS_THE.match(question.text) or not question.find("measure"):
        return False
    spoken = question.find(*SPEAKERS) or question.asks("says", "who-claims", "according-to")
    numbered = question.values("number") - {"1"} or question.values("victims") == {"people"}
    return not spoken and not numbered


def of_captives(question: Question) -> bool:
    """Tell whether it is asked if those who were captured or hurt were killed."""
    joined = any(span.words in {"and", "or"} for span in question.spans)
    asked = bool(question.spans) and has_cue(question.spans[0], *_ASKING)
    counted = question.values("measure") - {HARM}
    if not asked or joined or KILLED not in counted or len(counted) == 1:
        return False
    of_those = [question.before(one.at) for one in question.find("measure") if one.value != KILLED]
    whether = has_cue(question.spans[0], "did") and CAPTURED in counted
    return whether or any(has_cue(span, "of") for span in of_those)


def of_others_counted(question: Question) -> bool:
    """Tell whether it is asked if those of one count are of another ("was the missing nurse among them")."""
    counted = [one for one in question.find("measure") if one.value != HARM]
    if len(counted) != 2 or question.find("number"):  # noqa: PLR2004 - one and the other
        return False
    one, other = counted
    between = question.spans[one.at + 1 : other.at]
    joined = any(span.words in {"and", "or"} for span in between)
    if one.value == other.value or joined or not has_cue(question.spans[0], "passive"):
        return False
    # "Is the missing nurse captured"; the dead are those whose bodies are kept.
    the_one = one.at == 2 and question.spans[1].words == "the"  # noqa: PLR2004 - the third word
    same = the_one and other.value != BODIES
    return same or any(has_cue(span, "of", "breakdown") for span in (*between, question.before(one.at)))


def asks_most(case: Case) -> str:
    """Return the word by which it is asked which place had most of what is counted, unless a claim has it."""
    question = case.question
    told = _MOST.search(question.text.casefold())
    where = question.asks("where") or (question.hears("interrogative") and _is_of_places(case))
    if not told or not where or not question.find("measure"):
        return ""
    counted = (entry for entry in case.index.entries if entry.claim.figures)
    return "" if any(is_worded(entry, told[0]) for entry in counted) else told[0]


def _is_of_places(case: Case) -> bool:
    """Tell whether places are spoken of, be it as all of them ("of all the cities, which one …")."""
    question, lexicon = case.question, case.index.reader.lexicon
    listed = question.text.split() if question.asks("total") else ()
    return question.hears("site") or any(has_cue(one, "site") for w in listed for one in lexicon.read(w))


def asks_part(question: Question) -> bool:
    """Tell whether it is asked how many of those who are counted were something else, or how they divide."""
    broken = [slot.at for slot in question.ask_slots("breakdown")]
    numbers = question.find("number")
    if broken and numbers and not question.asks("how-many"):
        # "Were nurses among the 40" asks whether they were of those, who may be known.
        return not any(slot.at < broken[0] for slot in question.find("victims"))
    if len(numbers) > 1 and has_cue(question.spans[0], "of"):
        return True  # "of the 40, those under 18"
    return _counts_twice(question) or _counts_some(question, broken=bool(broken))


def _counts_some(question: Question, *, broken: bool) -> bool:
    """Tell whether some of a number are counted by what they were, or by where or how they were harmed."""
    numbers = question.find("number")
    if not numbers or not question.asks("how-many") or counted_with(question):
        return False
    victims = question.find("victims")
    # "Of the 40 wounded, how many nurses", "how many of the 40 wounded have died"
    later = _is_harmed_again(question)
    first = has_cue(question.spans[0], "of") and (victims or later)
    otherwise = victims or later or question.find("topic") or question.asks("alone")
    return broken or bool(first) or (bool(otherwise) and any(is_part(question, one) for one in numbers))


def _is_harmed_again(question: Question) -> bool:
    """Tell whether those of a number who came to one harm are asked to have come to another."""
    harms = question.values("measure") - {BODIES, HARM}  # the fallen whom somebody holds fell
    counted = {slot.at for slot in question.find("measure")}
    stand = any(at in counted for one in question.find("number") for at in range(one.at + 1, one.at + 4))
    return len(harms) > 1 and stand


def _counts_twice(question: Question) -> bool:
    """Tell whether one count is parted by where or how: "how many from the air and how many on land"."""
    counts = [slot.at for slot in question.ask_slots("how-many")]
    if len(counts) != 2 or not question.find("measure"):  # noqa: PLR2004 - one and the other
        return False
    # "And how many boats were used" counts another thing.
    where = any(span.has("aside", "grammar") for span in question.spans[counts[-1] + 1 : counts[-1] + 2])
    counted = question.find(*COUNTS, "victims", "side", *AGENTS)
    whose = question.ask_slots("own", "other-side")
    return where and not any(slot.at > counts[-1] for slot in (*counted, *whose))
