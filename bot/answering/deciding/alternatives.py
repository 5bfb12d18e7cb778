"""Leaves out which of two, “this or that”, the briefing has nothing of, so that the other is answered."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from bot.answering.deciding.outcome import Answer, Premise
from bot.answering.reading.cues import has_cue
from bot.answering.reading.question import ANYBODY, STRANGE
from bot.answering.reading.text import tokenise

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.answering.claims.index import Index
    from bot.answering.deciding.outcome import Outcome
    from bot.answering.reading.question import Question, SlotKind
    from bot.briefing.known_ids import Topic

# Not what is counted, whose words mean more besides ("did they win or lose").
_THINGS: tuple[SlotKind, ...] = ("topic", "victims")
# Of what kind the one is that stands beside one of these.
_BESIDE: dict[SlotKind, tuple[SlotKind, ...]] = {
    "other-place": ("place",),
    "other-party": ("place", *ANYBODY),
    "other-medium": ("topic", *ANYBODY),
    "elsewhere": _THINGS,
    "unknown": _THINGS,
}


# Words of a guess: "with their own rockets".
LONGEST_GUESS = 4
LONGEST_GUESSES = 7  # "rockets, or was it mortars"
_MEANS: frozenset[Topic] = frozenset({"air-strike", "drone"})
_USING = frozenset({"use", "used", "uses", "using", "weapon", "weapons"})


class Known(NamedTuple):
    """What is left of a question that asks of one of two, and the words for the other."""

    rest: str
    other: str
    bare: bool = False  # a guess that nothing says the means with


def without_unknown(index: Index, question: Question) -> Known | None:
    """Return the question without a guess, or the one of two that the briefing knows nothing of."""
    strange, tokens = question.find(*STRANGE), tokenise(question.text)
    if len(strange) != 1 or not question.alternative or question.spans[strange[0].at].last > len(tokens):
        return _without_guess(index, question)
    other, text = strange[0], question.text
    for slot in question.find(*_BESIDE[other.kind]):
        if slot.value in index.opposites:
            continue  # "harmed or spared" is no choice of what happened
        at = _or_between(question, *sorted((slot.at, other.at)))
        if at is None:
            continue
        # "Drones [or with rockets]", "[rockets or] drones".
        first, last = (at, other.at) if at < other.at else (other.at, at)
        start, end = tokens[question.spans[first].first].start, tokens[question.spans[last].last - 1].end
        return Known(f"{text[:start].rstrip()} {text[end:].lstrip()}", other.words)
    return None


def _without_guess(index: Index, question: Question) -> Known | None:
    """Return a question of what something was done with, without a guess at its end: "…, with rockets?".

    Of two, "…, rockets or mortars?", neither needs a word before it.
    """
    head, _, tail = question.text.rpartition(", ")
    guess = index.reader.read(tail)
    if not head or not (asked := index.reader.read(head)).asks("definition", "kind-of"):
        return None
    guessed = _is_guess(guess) or (guess.alternative and _is_strange_alone(guess, LONGEST_GUESSES))
    # "What with, rockets?"
    if not guessed and not (_asks_means(asked) and _is_strange_alone(guess, LONGEST_GUESS)):
        return None
    return Known(head, ", ".join(slot.words for slot in guess.naming), bare=not guessed)


def left_open(index: Index, known: Known, one: Outcome) -> Outcome | None:
    """Return the answer to what is left of a question, where it tells the means that is guessed at bare."""
    if not isinstance(one, Answer):
        return None
    topics = {topic for shown in one.shown for topic in index.by_id[shown.claim].claim.topics}
    return replace(one, left=known.other) if not known.bare or topics & _MEANS else None


def beside_guesses(asked: Outcome, guesses: Sequence[Question], words: str) -> Outcome | None:
    """Return what is answered whatever is guessed in sentences of its own, with the guesses left open."""
    if isinstance(asked, Answer) and all(map(_is_guess, guesses)):
        return replace(asked, left=words)
    return asked if isinstance(asked, Premise) else None


def _asks_means(question: Question) -> bool:
    """Tell whether it is asked with what something was done: "what … with", "what did they use to …"."""
    return any(has_cue(span, "with") or span.words in _USING for span in question.spans)


def _is_guess(part: Question) -> bool:
    """Tell whether a few words guess at a means of which the briefing has nothing: "with rockets?"."""
    first = part.spans[:1]
    # What is elsewhere for all briefings is no place: "from", as some languages say it, tells of means too.
    loose = {"by", "from", "on"} if not part.find("unknown") else {"by"}
    led = any(has_cue(span, "with") or span.words in loose for span in first)
    return led and _is_strange_alone(part, LONGEST_GUESS)


def _is_strange_alone(part: Question, most: int) -> bool:
    """Tell whether all that a few words name is what the briefing has nothing of."""
    strange = part.find("elsewhere", "unknown")
    return len(part.text.split()) <= most and bool(strange) and strange == part.naming


def _or_between(question: Question, first: int, last: int) -> int | None:
    """Return where "or" stands between two, which nothing else parts but words like "by the"."""
    between = range(first + 1, last)
    if not all(
        question.spans[at].has("aside", "grammar") or question.spans[at].words == "or" for at in between
    ):
        return None
    return next((at for at in between if question.spans[at].words == "or"), None)
