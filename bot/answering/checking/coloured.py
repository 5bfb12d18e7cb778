"""Finds words that judge or explain what a message tells, where the briefing only says that it was done."""

import re
from collections.abc import Iterable, Iterator

from bot.answering.claims.index import Index
from bot.answering.reading.cues import has_cue
from bot.answering.reading.question import AGENTS, Question, Slot
from bot.answering.reading.text import tokenise
from bot.answering.reading.vocabulary import Span
from bot.answering.showing.checked import Finding
from bot.briefing.known_ids import Cue

# A negation stands a word or two before what it denies.
_REACH = 2
# To what end somebody is said to say or do something ("only to keep people calm").
_TO_THE_END = re.compile(
    r",?\s+(?:(?:just|only|simply|merely|clearly|obviously)\s+)?(?:(?:so as|in order)\s+)?to\s+"
    r"(?:keep\s+(?:\w+\s+){1,4}?(?:calm|quiet|happy|silent|down|up|high|in\s+the\s+dark|from\s+\w+ing)"
    r"|(?:calm|reassure|soothe|please|impress|scare|frighten|fool|mislead|deceive|distract|shame|humiliate)\b"
    r"|(?:save|lose)\s+face|look\s+\w+|(?:hide|conceal|cover\s+up|play\s+down|downplay)\b"
    r"|(?:avoid|prevent|stop)\s+(?:a\s+|any\s+)?(?:panic|unrest|protests?|embarrassment|shame|blame|questions)"
    r"|(?:boost|raise|lift|protect)\s+(?:\w+\s+){0,2}?(?:morale|spirits|image|reputation))\b[^,;:.!?—–]*",
    re.IGNORECASE,
)


_SLANTS: tuple[Cue, ...] = ("true", "false", "slants")


def colours(index: Index, question: Question, found: frozenset[str]) -> Iterator[str]:
    """Yield the words that no claim of these ids has for what was done ("massacred", "in self-defence")."""
    entries = [index.by_id[one] for one in found]
    own = bool(entries) and all(any(f.side == e.side for f in e.claim.figures) for e in entries)
    for span in _spans(question):
        if own and has_cue(span, "mourns"):
            continue
        if not any(entry.has_words(span.words) for entry in entries):
            yield span.typed
    yield from (end.strip(" ,") for end in _TO_THE_END.findall(question.text))


def belied(index: Index, text: str, found: Iterable[str]) -> Iterator[Finding]:
    """Yield which of these claims tell of the opposite of how a message explains it ("unprovoked")."""
    for span in _spans(index.reader.read(text)):
        opposites = {index.opposites.get(topic) for topic in span.ids("topic")}
        for claim in (index.by_id[one].claim for one in dict.fromkeys(found)):
            if not opposites.isdisjoint(claim.topics):
                yield Finding(text, "distorts", "direction", span.typed, claim.statement, claim.id)


def without_motive(index: Index, text: str) -> str:
    """Leave out why or how something is said to have been done: it is done all the same."""
    text = _TO_THE_END.sub("", text)
    question = index.reader.read(text)
    tokens = tokenise(question.text)
    rest = text
    for span in reversed(_spans(question)):
        if _only_colours(index, span):
            rest = f"{rest[: tokens[span.first].start].rstrip()} {rest[tokens[span.last - 1].end :].lstrip()}"
    return rest.strip()


def denied_at(question: Question) -> set[int]:
    """Return where the words stand that a negation before them denies."""
    return {slot.at + n for slot in question.find("negation") for n in range(1, _REACH + 1)}


def _spans(question: Question) -> list[Span]:
    """Return the words that judge or explain, and are not denied ("did not come out of nowhere")."""
    denied = denied_at(question)
    return [span for at, span in enumerate(question.spans) if has_cue(span, "colours") and at not in denied]


def _only_colours(index: Index, span: Span) -> bool:
    return not span.ids("measure") and index.opposites.keys() >= set(span.ids("topic"))


def slant(index: Index, question: Question) -> str | None:
    """Return the words by which a message has somebody do more with a claim than say it ("he lied that …").

    A verb that nothing explains does more than one of saying; what a medium concedes it says.
    """
    for at, span in enumerate(question.spans):
        who = next((slot for slot in reversed(question.naming) if slot.at < at), None)
        unknown = all(m.kind == "elsewhere" for m in span.meanings) and span.words.endswith("ed")
        after = question.after(at)
        says = has_cue(after, "says")
        # "The Danes lie that …"
        spoken = who is not None and (who.kind in AGENTS or (after is not None and after.words == "that"))
        if (
            who
            and who.value not in index.reader.media
            and not _is_account(question, who)
            and (spoken or says)
            and (unknown or has_cue(span, *_SLANTS))
        ):
            tokens = tokenise(question.text)
            first = tokens[question.spans[who.at].first]
            return question.text[first.start : tokens[span.last - 1].end]
    return None


def _is_account(question: Question, who: Slot) -> bool:
    """Tell whether it is somebody's account that is called something ("the Danish account is untrue")."""
    after = question.spans[who.at + 1] if who.at < len(question.spans) - 1 else None
    return not who.owns and after is not None and after.words in {"account", "version", "figures", "numbers"}


def nameless_doer(question: Question) -> str | None:
    """Return who is said to have harmed those who are counted, by no name that anybody knows ("raiders")."""
    for one, harm, other in zip(question.slots, question.slots[1:], question.slots[2:], strict=False):
        verb = harm.kind == "measure" and has_cue(question.spans[harm.at], "harms")
        if one.kind == "unknown" and verb and other.kind == "number" and harm.at == one.at + 1:
            return f"{one.words} {harm.words}"
    return None
