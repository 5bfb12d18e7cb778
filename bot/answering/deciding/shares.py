"""A rule for who those are whom a figure counts, what became of them and how they divide: none says that."""

from bot.answering.claims.figure_query import figure_query
from bot.answering.claims.index import HARM
from bot.answering.deciding.bounds import asks_part
from bot.answering.deciding.case import Case
from bot.answering.deciding.outcome import Outcome
from bot.answering.deciding.unparted import asks_most, asks_who_it_is
from bot.answering.reading.around import BODIES, CAPTURED, KILLED
from bot.answering.reading.cues import has_cue, means
from bot.answering.reading.question import Question
from bot.briefing.known_ids import Cue

_ASKING: tuple[Cue, ...] = ("did", "how-many")


def shares(case: Case) -> Outcome | None:
    """Abstain from who and where those are who were counted, how they divide, and how many hurt died."""
    if asks_who_they_were(case.question):
        return case.abstain("not_covered")
    if of_others_counted(case.question):
        return case.abstain("not_covered")
    if of_captives(case.question):
        return case.abstain("not_covered", case.words("measure"))
    if asks_part(case.question) and figure_query(case.index, case.question) is not None:
        return case.abstain("no_figure", case.words("number"))
    if most := asks_most(case):
        return case.abstain("no_figure", most)
    return None


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


def of_captives(question: Question) -> bool:
    """Tell whether it is asked if those who were captured or hurt were killed."""
    joined = any(span.words in {"and", "or"} for span in question.spans)
    asked = bool(question.spans) and any(question.spans[0].has("cue", cue) for cue in _ASKING)
    counted = question.values("measure") - {HARM}
    if not asked or joined or KILLED not in counted or len(counted) == 1:
        return False
    of_those = [question.before(one.at) for one in question.find("measure") if one.value != KILLED]
    whether = question.spans[0].has("cue", "did") and CAPTURED in counted
    return whether or any(span is not None and span.has("cue", "of") for span in of_those)


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
