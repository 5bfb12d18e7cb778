"""Reads numbers, in digits of any script or in words, with what makes them inexact."""

import re
from typing import NamedTuple

from bot.answering.reading.cues import has_cue
from bot.answering.reading.vocabulary import Span
from bot.briefing.known_ids import Cue
from bot.briefing.number_words import MULTIPLIERS, NUMBER_CUE, SoFar, joined, takes_and

# "one of them", "2 negotiate", "the two sides": a small number counts only where what it counts follows.
SMALL = 10
# Words before a number among which one says how exact it is.
BOUND_REACH = 2
_BOUNDS: tuple[Cue, ...] = ("at-least", "more-than", "less-than", "about")
# What may part such a word from its number, beside whom that counts.
_AMONG = frozenset({"and", "in", "the"})
_BOUNDS_BEHIND: tuple[Cue, ...] = ("at-least", "less-than")
# What means no more and no less stands right at its number: "only that 12" limits what is said.
_EXACTLY: Cue = "exactly"
# Not the number that is said.
OTHER = "other-than"
_PASSED: tuple[Cue, ...] = ("passive", "of", "pronoun", "own")  # between a number and what it counts
EXACT: tuple[Cue, ...] = (_EXACTLY, "only")
# Signs right before a number, and what they say of it; an arrow is none, nor the mark of a quoted line.
_SIGN = "[<>!]=|[<>≤≥≠~≈]"
_SIGNED = re.compile(rf"(?:(?<=\S )(?P<spaced>{_SIGN}) |(?<![-=~<>])(?P<sign>{_SIGN}))$")
_SIGN_REACH = 5  # characters
# "400+", "400-plus", but not "12 plus 27".
_PLUS = "plus"
_OR_MORE = re.compile(r"\s?\+|\s?-?plus\b(?!\s+\w*\d)", re.IGNORECASE)
_SIGNS = {
    "<": "less-than",
    "<=": "less-than",
    "≤": "less-than",
    ">": "more-than",
    ">=": "at-least",
    "≥": "at-least",
    "≠": OTHER,
    "!=": OTHER,
    "~": "about",
    "≈": "about",
}


class Number(NamedTuple):
    """A number, or a range `low` to `high`, at spans `first` up to, without, `last`."""

    low: int
    high: int
    first: int
    last: int
    bound: str | None = None
    percent: bool = False

    @property
    def text(self) -> str:
        """Return the number as a slot holds it."""
        return str(self.low) if self.low == self.high else f"{self.low}-{self.high}"


def find_numbers(
    text: str, spans: tuple[Span, ...], taken: set[int], ends: tuple[int, ...]
) -> tuple[Number, ...]:
    """Return the numbers in *spans*, but for the *taken* ones; `ends` is where each span ends in *text*."""
    singles = _singles(spans, taken, text, ends)
    numbers: list[Number] = []
    for number in singles:
        if numbers and _joined(spans, numbers[-1], number) and not _side_by_side(text, spans, ends, number):
            before = numbers.pop()
            low, high = sorted((before.low, number.low))
            numbers.append(Number(low, high, before.first, number.last, before.bound, number.percent))
        else:
            numbers.append(number)
    return tuple(numbers)


def without_idle(spans: tuple[Span, ...], numbers: tuple[Number, ...]) -> tuple[Number, ...]:
    """Leave out what counts nothing named before "how many" ("I'm 40 and ask: how many …").

    Whoever asks how many gives no number to look for, but one that some are part of ("of 40, how many …").
    """
    asked = max((at for at, span in enumerate(spans) if has_cue(span, "how-many")), default=-1)
    if not any(span.ids("measure") for span in spans[asked + 1 :]):
        return numbers

    def is_idle(number: Number) -> bool:
        if number.first > asked or _counts(spans, number.last, several=True):
            return False
        before = next((span for span in reversed(spans[: number.first]) if span.words != "the"), None)
        return before is None or not has_cue(before, "of")

    return tuple(number for number in numbers if not is_idle(number))


def _singles(spans: tuple[Span, ...], taken: set[int], text: str, ends: tuple[int, ...]) -> list[Number]:
    found, at = [], 0
    while at < len(spans):
        value, last = _value(spans, taken, at)
        if value is None:
            at += 1
            continue
        bound = _bound(spans, at, last) or _bound_behind(text, spans, ends, last)
        following = text[ends[last - 1] : ends[last - 1] + 2].lstrip()
        percent = following.startswith(("%", "٪")) or (
            last < len(spans) and spans[last].words in {"percent", "per cent", "pc"}
        )
        if more := _OR_MORE.match(text, ends[last - 1]):
            bound = "at-least"
        bound = _SIGNS.get(sign_before(text, ends[at] - len(spans[at].typed)), bound)
        last += bool(more) and last < len(spans) and spans[last].words == _PLUS  # said of the number
        found.append(Number(value, value, at, last, bound, percent))
        at = last
    return found


def sign_before(text: str, start: int) -> str:
    """Return the sign of how exact the number is that starts there in *text* ("<", "≥"), or nothing."""
    signed = _SIGNED.search(text[max(start - _SIGN_REACH, 0) : start])
    return (signed["spaced"] or signed["sign"]) if signed else ""


def _bound(spans: tuple[Span, ...], first: int, last: int) -> str | None:
    """Return how exact the number of these spans is said to be, by a word before it or right behind it."""
    for back in range(1, min(BOUND_REACH, first) + 1):
        of = spans[first - back - 1] if first > back and spans[first - back].words == "about" else None
        if has_cue(of, "false"):
            break  # "lied about 13"
        bounds = (*_BOUNDS, *EXACT) if back == 1 else _BOUNDS
        if back > 1 and spans[first - 1].words == "the":
            break  # "speak about the 13"
        if bound := next((cue for cue in bounds if has_cue(spans[first - back], cue)), None):
            return bound
    return _EXACTLY if last < len(spans) and has_cue(spans[last], _EXACTLY) else None


def _bound_behind(text: str, spans: tuple[Span, ...], ends: tuple[int, ...], last: int) -> str | None:
    """Return how exact the number before *last* is said to be by what ends its clause ("14 at most")."""
    at = last
    while at < len(spans) and _is_counted(spans[at]):
        at += 1  # "14 nurses were hurt at most"
    if at >= len(spans):
        return None
    between, after = text[ends[at - 1] : ends[at] - len(spans[at].typed)], text[ends[at] :].lstrip()
    ends_clause = not after[:1].isalnum() or (at == last and spans[at].words.startswith("or "))
    if not (between.isspace() or between == ", ") or not ends_clause:  # "14 or more nurses" goes on
        return None
    return next((cue for cue in _BOUNDS_BEHIND if has_cue(spans[at], cue)), None)


def _is_counted(span: Span) -> bool:
    """Tell whether words are for whom a number counts, what befell them or where."""
    named = span.ids("victims", "measure", "party", "people", "place")
    return bool(named) or span.words in _AMONG or has_cue(span, "passive")


def _value(spans: tuple[Span, ...], taken: set[int], at: int) -> tuple[int | None, int]:
    """Return the number that starts at *at* and where it ends, in digits or as a run of number words."""
    so_far: SoFar | None = None
    last = at
    while last < len(spans) and last not in taken:
        part = _part(spans[last])
        if part is None:
            following = _part(spans[last + 1]) if last + 1 < len(spans) else None
            if not (so_far and spans[last].words == "and" and following and takes_and(so_far)):
                break
            last += 1
            continue
        if part in MULTIPLIERS and not so_far and at and spans[at - 1].words[0].isdecimal():
            return None, at  # of a fraction, "2.5 thousand", nothing is made
        more = joined(so_far or (0, 0), part)
        if more is None or (so_far and spans[last].words[0].isdecimal()):
            break
        so_far = more
        last += 1
    if so_far is None:
        return None, at
    value = sum(so_far)
    picked = value == 1 and at and has_cue(spans[at - 1], "interrogative")  # "which one suffered most"
    if picked or (value < SMALL and last == at + 1 and not _counts(spans, last, several=value > 1)):
        return None, at
    return value, last


# Of one alone it is not said of what kind they were ("one man missing").
_SOMEBODY = frozenset({"man", "woman"})


def _counts(spans: tuple[Span, ...], at: int, *, several: bool) -> bool:
    """Tell whether what follows is counted: victims or a measure, after at most a party and an auxiliary.

    "One of the nurses" picks one, "three of the nurses" counts them.
    """
    of = False
    for span in spans[at : at + 4]:
        if span.ids("victims", "measure"):
            return True
        of = of or has_cue(span, "of")
        passing = has_cue(span, *_PASSED)
        passing = passing or (several and of and span.has("aside", "grammar")) or span.words in _SOMEBODY
        if not span.ids("party", "people") and not passing:
            return False
    return False


def _part(span: Span) -> int | None:
    # A separator parts thousands; a fraction is no count.
    digits = re.sub(r"[.,](?=\d{3}(?!\d))", "", span.words) if span.words[:1].isdecimal() else ""
    if digits.isdecimal():
        return int(digits) if len(digits) < 12 else None  # noqa: PLR2004 - longer ones are no counts
    return number_word(span)


def number_word(span: Span) -> int | None:
    """Return the number that a word is, as the vocabulary has it."""
    found = (cue for cue in span.ids("cue") if cue.startswith(NUMBER_CUE))
    return next((int(cue.removeprefix(NUMBER_CUE)) for cue in found), None)


def _side_by_side(text: str, spans: tuple[Span, ...], ends: tuple[int, ...], number: Number) -> bool:
    """Tell whether nothing but a space parts a number in digits from one before ("12 55" is no range)."""
    word = spans[number.first]
    gap = text[ends[number.first - 1] : ends[number.first] - len(word.typed)]
    return spans[number.first - 1].words[0].isdecimal() and word.words[0].isdecimal() and gap.isspace()


def _joined(spans: tuple[Span, ...], one: Number, other: Number) -> bool:
    """Tell whether two numbers are the ends of a range: "250 to 300", "between 250 and 300", "250-300"."""
    between = [span.words for span in spans[one.last : other.first]]
    if between == ["to"] or (not between and other.low > one.low):
        return True
    before = spans[one.first - 1].words if one.first else ""
    return between == ["and"] and before == "between"
