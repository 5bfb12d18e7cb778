"""Holds a conversation in the terminal: a question a line, or a command that begins with a slash."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.answering.showing import sentences, wording
from bot.answering.showing.frame import ENGLISH, Frame
from bot.answering.showing.imprint import Imprint
from bot.desk import browsing
from bot.desk.asking import ask
from bot.desk.catalogues import frame_asked, frame_for
from bot.errors import BotError, UnknownNameError
from bot.surfaces import listings, plain
from bot.surfaces.output import say_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.answering.showing.reply import Reply
    from bot.desk.knowledge import Knowledge


PROMPT = "? "


@dataclass(slots=True)
class Conversation:
    """What is asked, of which knowledge, and the last reply, which `/why` explains.

    It is held in `language`, or else in that of the last question.
    """

    knowledge: Knowledge
    briefing: str | None
    language: str | None = None
    last: Reply | None = None
    frame: Frame = ENGLISH

    def __post_init__(self) -> None:
        """Begin in the language wanted."""
        self.frame = frame_for(self.language)

    def pin(self, wanted: str) -> str:
        """Ask a briefing only, or without a name whichever fits; return those there are."""
        if wanted:
            self.briefing = self.knowledge.index(wanted).briefing.id
        else:
            self.briefing = None
        found = self.knowledge.indexes(self.briefing)
        titles = (wording.titled(self.frame, Imprint.of(index)) for index in found)
        return plain.listed(self.frame(sentences.ASKED), titles)

    def respond(self, line: str) -> Reply | str | None:
        """Return the reply to a question or the page of a command, None for an empty line."""
        words = line.split()
        if not words:
            return None
        if not words[0].startswith("/"):
            self.frame = frame_asked(self.knowledge, line, self.language, self.briefing)
            self.last = ask(self.knowledge, line, briefing=self.briefing)
            return self.last
        command, rest = words[0].removeprefix("/"), " ".join(words[1:])
        if command not in _PAGES:
            return self.frame(sentences.NO_COMMAND) + "\n" + self.frame(sentences.HELP)
        try:
            return _PAGES[command](self, rest)
        except UnknownNameError as error:
            return wording.unknown_name(self.frame, error.name, error.known)
        except BotError as error:
            return f"{error}"


def chat(knowledge: Knowledge, *, briefing: str | None = None, language: str | None = None) -> None:
    """Converse until the input ends: in colour on a terminal, in plain text elsewhere and for NO_COLOR."""
    conversation = Conversation(knowledge, briefing, language)
    title = "; ".join(index.briefing.title for index in knowledge.indexes(briefing))
    if _styled():
        from bot.surfaces.terminal_cards import converse  # noqa: PLC0415 - rich and prompt_toolkit only where they show

        converse(conversation, title)
        return
    say_text(conversation.frame(sentences.WELCOME, title=title) + "\n")
    while (line := _read()) is not None:
        found = conversation.respond(line)
        if found is not None:
            say_text((found if isinstance(found, str) else plain.reply(found, conversation.frame)) + "\n")


def _styled() -> bool:
    dumb = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return not dumb and sys.stdin.isatty() and sys.stdout.isatty()


def _read() -> str | None:
    """Return the next line, None at the end; Ctrl-C begins a typed line anew."""
    while True:
        try:
            if sys.stdin.isatty() and sys.stdout.isatty():
                sys.stdout.write(PROMPT)
                sys.stdout.flush()
            return sys.stdin.readline() or None
        except KeyboardInterrupt:
            sys.stdout.write("\n")


_PAGES: dict[str, Callable[[Conversation, str], str]] = {
    "figures": lambda one, _: listings.figures(
        browsing.figures(one.knowledge, briefing=one.briefing), one.frame
    ),
    "timeline": lambda one, _: listings.timeline(
        browsing.timeline(one.knowledge, briefing=one.briefing), one.frame
    ),
    "sources": lambda one, _: listings.sources(
        browsing.sources(one.knowledge, briefing=one.briefing), one.frame
    ),
    "quotes": lambda one, person: listings.quotations(
        browsing.quotations(one.knowledge, person or None, briefing=one.briefing), one.frame
    ),
    "briefing": lambda one, wanted: one.pin(wanted),
    "why": lambda one, _: (
        listings.receipt(one.last, one.frame) if one.last else one.frame(sentences.NO_RECEIPT)
    ),
    "help": lambda one, _: one.frame(sentences.HELP),
}
COMMANDS = tuple(f"/{command}" for command in _PAGES)
