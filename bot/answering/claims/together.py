"""Tells whom a message has do one thing together, so that each is held against what that one did."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bot.answering.claims.index import Index
from bot.answering.reading.question import ANYBODY, Question, Slot
from bot.answering.reading.text import tokenise
from bot.briefing.known_ids import Topic

# What one may say or be together with others, too.
_OTHER_ACTS: frozenset[Topic] = frozenset({"willing", "denial"})
# What joins names, and what may stand there beside it.
_AND = frozenset({"and", "as well as", "together with", "along with", "alongside"})
_LIGHT = frozenset({"the", "both", "also"})
# Before such a word two names are what is between them, or whom something is done to.
_APART = frozenset({"between", "of", "with", "against", "on", "to", "from", "for", "in", "at", "than"})
_EACH_OTHER = ("each other", "one another")


class Together(NamedTuple):
    """The words by which a sentence names several doers, each of them, and the sentence as it is of each."""

    words: str
    names: tuple[str, ...]
    texts: tuple[str, ...]


def together(index: Index, sentence: str) -> Together | None:
    """Return whom a sentence has do the same."""
    question = index.reader.read(sentence)
    joint = _joint(index, question)
    if joint is None:
        return None
    first, last, names = joint
    tokens = tokenise(question.text)
    start = tokens[question.spans[first].first].start
    end = tokens[question.spans[last].last - 1].end
    texts = (f"{question.text[:start]}{name}{question.text[end:]}" for name in names)
    return Together(question.text[start:end], names, tuple(texts))


def jointly(index: Index, sentence: str) -> str:
    """Return a sentence without the names of both sides beside "both" ("each side, Orla and Lund")."""
    question = index.reader.read(sentence)
    tokens, spans = tokenise(sentence), question.spans
    both = {slot.at for slot in question.find("ask") if slot.value == "both"}
    for run in runs(question):
        before = run[0].at - 1
        if before in both and index.sides_of(run) == set(index.belligerents):
            start, end = tokens[spans[before].first].start, tokens[spans[run[-1].at].last - 1].end
            return f"{sentence[:start]}both sides{sentence[end:]}"
    return sentence


def is_somebodys(index: Index, claim: str) -> bool:
    """Tell whether a claim has somebody in particular do or say something."""
    entry = index.by_id[claim]
    return entry.claim.actor is not None or entry.side is not None


def runs(question: Question) -> Iterator[Sequence[Slot]]:
    """Yield the names that "and" joins, those of each place by themselves."""
    run: list[Slot] = []
    for slot in question.find(*ANYBODY, "other-party"):
        between = {span.words for span in question.spans[run[-1].at + 1 : slot.at]} if run else set()
        if between & _AND and between <= _AND | _LIGHT:
            run.append(slot)
            continue
        if len(run) > 1:
            yield run
        run = [slot]
    if len(run) > 1:
        yield run


def _joint(index: Index, question: Question) -> tuple[int, int, tuple[str, ...]] | None:
    """Return where those who act together are named, from span to span, and by what names."""
    joint = index.reader.acts | _OTHER_ACTS
    acts = [slot.at for slot in question.find("topic") if slot.value in joint]
    for run in runs(question):
        before = question.before(run[0].at)
        # Behind an act stands whom it was done to ("struck Wex and Orla struck Tarn").
        met = before is not None and not index.reader.acts.isdisjoint(before.ids("topic"))
        led = met or (before is not None and before.words.split()[-1] in _APART)
        if not led and any(at > run[-1].at for at in acts):
            return run[0].at, run[-1].at, tuple(dict.fromkeys(slot.words for slot in run))
    for slot in question.find("ask"):
        words = slot.words.casefold()
        both = slot.value == "both" and not words.endswith(_EACH_OTHER) and not words.startswith("which")
        if both and any(at > slot.at for at in acts) and not _named_before(question, slot):
            return slot.at, slot.at, tuple(index.names[side] for side in sorted(index.belligerents))
    return None


def _named_before(question: Question, both: Slot) -> bool:
    """Tell whether "both" stands behind what it may mean, and not only behind who says it."""
    return any(s.at < both.at for s in question.naming if s.kind not in {"claimant", "person"})
