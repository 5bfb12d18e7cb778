"""Finds the briefing that a question or a message is about, where there are several.

A wrong briefing is a wrong answer. So the names in the words go first, each briefing that they leave decides
as if there were no other, and what then still fits two is asked back. Nothing rests on their order.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, TypeVar

from bot.answering.claims.index import Index, once_an_index
from bot.answering.deciding.case import Case
from bot.answering.deciding.decision import decide
from bot.answering.deciding.outcome import Abstention, Choice, Outcome
from bot.answering.reading.question import Slot
from bot.answering.reading.text import Token, clean, tokenise
from bot.briefing.folding import bare

MAX_RIVALS = 24  # offered at once: what a select in Discord holds, with one option to spare
# Reasons for which a question says nothing of a briefing.
_EMPTY = frozenset({"not_a_question", "too_vague", "unresolved", "instruction", "too_long", "about_the_bot"})

_Found = TypeVar("_Found")


class Own(NamedTuple):
    """The aliases that a briefing declares, and whether each names a party, a person or a place.

    `longest` are the words of the longest.
    """

    names: dict[str, bool]
    longest: int


class Named(NamedTuple):
    """Which tokens of a text name a briefing's parties, people and places, and which anything of its own."""

    names: frozenset[int]
    words: frozenset[int]


@dataclass(frozen=True, slots=True)
class Routed:
    """The briefing that replies, with its outcome; `rivals` are all that fit, where nothing decides."""

    index: Index
    outcome: Outcome
    rivals: tuple[tuple[Index, Outcome], ...] = ()


def route(indexes: Sequence[Index], text: str, *, glossed: bool = False) -> Routed:
    """Return which briefing answers the question *text*, or those between which the asker picks."""
    said = clean(text)
    left = named_best(indexes, said)
    decided = [(index, _decide(index, indexes, text, glossed=glossed)) for index in left]
    without = _without_newest(left, said)
    if without is not None and not any(_fitness(outcome) for _, outcome in decided):
        decided = [(index, _decide(index, indexes, without, glossed=glossed)) for index in left]
    fitting = _fittest(decided, lambda pair: _fitness(pair[1]))
    if not _fitness(fitting[0][1]):
        return Routed(*max(fitting, key=lambda pair: _nearness(pair[0], pair[1], said)))
    if _names_several(left, said):
        # Each is named and none has all the names: whichever answered would leave out what it does not know.
        return _which_is_meant(decided)
    fitting = _told_apart(fitting, said, lambda pair: pair[0])
    if len(fitting) > 1 and without is not None:
        fitting = _fittest(fitting, lambda pair: pair[0].briefing.edition_date.toordinal())
    return Routed(*fitting[0]) if len(fitting) == 1 else _which_is_meant(fitting)


def named_best(indexes: Sequence[Index], text: str) -> list[Index]:
    """Return the briefings but those that another outdoes, with every name that they have and one more."""
    tokens = tokenise(text)
    named = [(index, _named_in(index, tokens).names) for index in indexes]
    return [index for index, names in named if not any(names < others for _, others in named)]


def told_apart(indexes: Sequence[Index], text: str) -> list[Index]:
    """Return the briefings that the words and the dates of *text* do not rule out against another of them."""
    return _told_apart([*indexes], text, lambda index: index)


def newest_first(indexes: Iterable[Index]) -> list[Index]:
    """Return briefings by the date of their edition."""
    by_id = sorted(indexes, key=lambda index: index.briefing.id)
    return sorted(by_id, key=lambda index: index.briefing.edition_date, reverse=True)


def _told_apart(found: list[_Found], text: str, index_of: Callable[[_Found], Index]) -> list[_Found]:
    tokens = tokenise(text)
    named = [_named_in(index_of(one), tokens).words for one in found]
    kept = [
        one for one, words in zip(found, named, strict=True) if not any(words < others for others in named)
    ]
    dates = index_of(kept[0]).reader.read(text).values("date")
    covering = [one for one in kept if all(_covers(index_of(one), value) for value in dates)]
    return covering or kept


def _decide(index: Index, indexes: Sequence[Index], text: str, *, glossed: bool) -> Outcome:
    """Decide, but pass over no word that another briefing has a meaning of its own for.

    It is neither beside the point, nor is it what the vocabulary has it mean, unless a claim shown has it,
    or the curator wrote the question as it stands.
    """
    outcome = decide(index, text, glossed=glossed)
    if isinstance(outcome, Abstention) or bare(text) in index.phrased:
        return outcome
    question = index.reader.read(text)
    claims = outcome.claims if isinstance(outcome, Choice) else [one.claim for one in outcome.shown]
    told = [index.by_id[claim].stems for claim in claims]
    others = [_own_names(one).names for one in indexes if one is not index]
    foreign = [
        slot.words
        for slot in question.find("unknown", "topic", "measure", "victims")
        if any(_is_theirs(slot, names) for names in others)
        and (slot.kind == "unknown" or not _has_words(index, told, slot.words))
    ]
    return Case.about(index, question).abstain("not_covered", ", ".join(foreign)) if foreign else outcome


def _is_theirs(slot: Slot, names: Mapping[str, bool]) -> bool:
    """Tell whether another briefing has a meaning for a word that this one does not know, or reads as shared.

    What it has as a name tells the briefings apart, and a misspelt word may be this one's.
    """
    run = _run(slot.words)
    return run in names and (slot.kind == "unknown" or not (names[run] or slot.repaired))


def _has_words(index: Index, told: Iterable[AbstractSet[str]], words: str) -> bool:
    """Tell whether words are a briefing's own, or those of one of the claims that it shows."""
    stems = {token.stem for token in tokenise(words)}
    return _run(words) in _own_names(index).names or any(stems <= some for some in told)


def _which_is_meant(found: Iterable[tuple[Index, Outcome]]) -> Routed:
    outcomes = dict(found)
    rivals = tuple((index, outcomes[index]) for index in newest_first(outcomes))[:MAX_RIVALS]
    return Routed(*rivals[0], rivals)


def _fitness(outcome: Outcome) -> int:
    """Return how well a briefing fits: it answers, it would if the question said more, it does not say."""
    match outcome:
        case Abstention():
            return 0
        case Choice():
            return 1
        case _:
            return 2


def _fittest(found: Sequence[_Found], worth: Callable[[_Found], int]) -> list[_Found]:
    most = max(map(worth, found))
    return [one for one in found if worth(one) == most]


def _nearness(index: Index, outcome: Outcome, text: str) -> tuple[object, ...]:
    """Return what makes a briefing the one to say that it does not say."""
    score = max((candidate.score for candidate in outcome.receipt.ranked[:1]), default=0.0)
    empty = isinstance(outcome, Abstention) and outcome.reason in _EMPTY
    named = len(_named_in(index, tokenise(text)).words)
    # Of two alike the newer; the id last, so that the order of the folder decides nothing.
    return named, not empty, round(score, 6), index.briefing.edition_date, index.briefing.id


def _names_several(indexes: Iterable[Index], text: str) -> bool:
    """Tell whether each of two briefings is named with something that the other does not have."""
    tokens = tokenise(text)
    named = {_named_in(index, tokens).names for index in indexes}
    # None is less than another of these, or it would have been left out.
    return len(named) > 1


def _covers(index: Index, value: str) -> bool:
    """Tell whether a date as written can fall between a briefing's first day and its last."""
    first, last = _period(index)
    if value[:1].isdecimal():
        return first.isoformat()[: len(value)] <= value <= last.isoformat()[: len(value)]
    if value.startswith("---") or not value.startswith("--"):
        return True  # a day of any month, a weekday: these tell nothing apart
    years = range(first.year, last.year + 1)
    return any(_covers(index, f"{year}{value[1:]}") for year in years)


@once_an_index
def _period(index: Index) -> tuple[date, date]:
    days = [day for entry in index.entries for day in entry.days]
    last = index.briefing.covers_until
    return min((*days, last)), max((*days, last))


def _without_newest(indexes: Sequence[Index], text: str) -> str | None:
    """Return *text* without the words that ask for the newest edition, None where there are none."""
    tokens = tokenise(text)
    asking = indexes[0].newest
    for length in range(_longest(asking), 0, -1):
        for at in range(len(tokens) - length + 1):
            some = tokens[at : at + length]
            if " ".join(token.word for token in some) in asking:
                return text[: some[0].start] + text[some[-1].end :]
    return None


def _named_in(index: Index, tokens: Sequence[Token]) -> Named:
    known, longest = _own_names(index)
    names: set[int] = set()
    words: set[int] = set()
    for at in range(len(tokens)):
        run = ""
        for end in range(at, min(at + longest, len(tokens))):
            run = f"{run} {tokens[end].word}" if run else tokens[end].word
            if run in known:
                words.update(range(at, end + 1))
                if known[run]:
                    names.update(range(at, end + 1))
    return Named(frozenset(names), frozenset(words))


@once_an_index
def _own_names(index: Index) -> Own:
    one = index.briefing
    things = [alias for concept in one.concepts if concept.kind != "aside" for alias in concept.aliases]
    names = [alias for party in one.parties for alias in (*party.aliases, *party.people)]
    names += [alias for person in one.people for alias in person.aliases]
    names += [alias for place in one.places for alias in place.aliases]
    named = dict.fromkeys((_run(alias.words) for alias in things), False)
    named |= dict.fromkeys((_run(alias.words) for alias in names), True)
    return Own(named, _longest(named))


def _longest(runs: Iterable[str]) -> int:
    return max((run.count(" ") + 1 for run in runs), default=0)


def _run(words: str) -> str:
    return " ".join(token.word for token in tokenise(clean(words)))
