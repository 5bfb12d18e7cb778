"""Lays out what a change of the knowledge would do: the gravest first on a card, and all of it in a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bot.answering.showing import sentences
from bot.surfaces.discord import words
from bot.surfaces.discord.escaping import clipped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.answering.showing.frame import Frame
    from bot.desk.changes import ChangedOutcome, ChangedText
    from bot.desk.preferences import Pin
    from bot.desk.reloading import Proposal
    from bot.desk.settings import PrivacySettings

_AROUND = 4  # words shown on each side of a change
# Characters: of all on a card, so that its heading has room, of a name, of a part of a line, of a line.
_LONGEST, _NAME, _PART, _LINE = 3_500, 80, 100, 250


class _Kind(NamedTuple):
    """One kind of change: a heading, then a line each for the card, and one for the file."""

    heading: str
    lines: tuple[str, ...]
    whole: tuple[str, ...]


def on_card(frame: Frame, proposal: Proposal, privacy: PrivacySettings) -> list[str]:
    """Return a block for each kind of change, with as much as fits and how much more there is."""
    kinds = list(_kinds(frame, proposal, privacy))
    room, blocks = _LONGEST, []
    for left, kind in zip(range(len(kinds), 0, -1), kinds, strict=True):
        # What one does not need is left to those after it.
        block = _fitting(frame, kind, room // left)
        room -= len(block)
        blocks.append(block)
    return blocks


def in_file(frame: Frame, proposal: Proposal, privacy: PrivacySettings) -> str:
    """Return every change whole, as plain text."""
    heading = frame(words.WOULD_CHANGE, digest=proposal.digest)
    kinds = ("\n".join((one.heading, *one.whole)) for one in _kinds(frame, proposal, privacy))
    return "\n\n".join((heading, *kinds)) + "\n"


def _kinds(frame: Frame, proposal: Proposal, privacy: PrivacySettings) -> Iterator[_Kind]:
    """Go through what changes, the gravest first."""
    changes = proposal.changes
    yield from _named(frame, words.REMOVED, changes.removed)
    yield from _named(frame, words.UNPAIRED, changes.unpaired)
    if proposal.lapsing:
        lapsing = tuple(f"- {_place(one)}: {_name(one.briefing)}" for one in proposal.lapsing)
        yield _Kind(frame(words.LAPSING, count=len(lapsing)), lapsing, lapsing)
    yield _outcomes(frame, proposal, privacy)
    yield from _reworded(frame, words.HEADS, changes.heads)
    if changes.entries:
        counted = tuple(f"- {_name(name)}: −{lost} +{gained}" for name, lost, gained in changes.entries)
        yield _Kind(frame(words.ENTRIES, count=len(counted)), counted, counted)
    yield from _reworded(frame, words.CHANGED_CLAIMS, changes.changed)
    yield from _named(frame, words.ADDED, changes.added)
    if not (changes.removed or changes.unpaired or changes.changed or changes.added):
        yield _Kind(frame(words.NO_CLAIMS), (), ())
    yield from _named(frame, words.FILES, changes.files)


def _named(frame: Frame, heading: str, names: tuple[str, ...]) -> Iterator[_Kind]:
    if names:
        shown = tuple(f"- {_name(one)}" for one in names)
        yield _Kind(frame(heading, count=len(names)), shown, tuple(f"- {one}" for one in names))


def _reworded(frame: Frame, heading: str, texts: tuple[ChangedText, ...]) -> Iterator[_Kind]:
    if texts:
        shown, whole = tuple(_short(one) for one in texts), tuple(_long(one) for one in texts)
        yield _Kind(frame(heading, count=len(texts)), shown, whole)


def _place(one: Pin) -> str:
    return f"<#{one.channel}>" if one.channel else f"server {one.server}"


def _name(one: str) -> str:
    return f"`{one[:_NAME].replace('`', '’')}`"


def _outcomes(frame: Frame, proposal: Proposal, privacy: PrivacySettings) -> _Kind:
    outcomes = proposal.changes.outcomes
    if not privacy.keep_questions:
        return _Kind(frame(words.NOT_COMPARED), (), ())
    span = {"compared": proposal.compared, "days": privacy.keep_days}
    if not outcomes:
        return _Kind(frame(words.NO_OUTCOMES, **span), (), ())
    return _Kind(
        frame(words.OUTCOMES, count=len(outcomes), **span),
        tuple(_outcome(frame, one) for one in outcomes),
        tuple(f"- {' '.join(one.question.split())}\n  {one.before} → {one.after}" for one in outcomes),
    )


def _outcome(frame: Frame, one: ChangedOutcome) -> str:
    question = frame(sentences.QUOTED, words=clipped(one.question, _PART))
    return f"- {question}: {clipped(one.before, _PART)} → {clipped(one.after, _PART)}"


def _short(one: ChangedText) -> str:
    """Return what differs in a text, with a few words around it."""
    marks = {"same": "{}", "gone": "~~{}~~", "new": "**{}**"}
    parts: list[str] = []
    for kind, text in one.words:
        said = text.split()
        if kind == "same" and len(said) > 2 * _AROUND:
            said = [*said[:_AROUND], "…", *said[-_AROUND:]]
        if said:
            parts.append(marks[kind].format(clipped(" ".join(said), _PART)))
        if sum(map(len, parts)) > _LINE - _PART:
            parts.append("…")
            break
    return f"- {_name(one.name)}: {' '.join(parts)}"


def _long(one: ChangedText) -> str:
    marks = {"same": "{}", "gone": "[-{}-]", "new": "{{+{}+}}"}
    said = "".join(marks[kind].format(text.rstrip()) + text[len(text.rstrip()) :] for kind, text in one.words)
    return "\n  ".join((f"- {one.name}", *said.split("\n")))


def _fitting(frame: Frame, kind: _Kind, room: int) -> str:
    shown = [f"**{kind.heading}**"]
    used = len(shown[0])
    for number, line in enumerate(kind.lines):
        used += len(line) + 1
        if used > room:
            shown.append(frame(words.MORE, count=len(kind.lines) - number))
            break
        shown.append(line)
    return "\n".join(shown)
