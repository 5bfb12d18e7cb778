"""Shows a conversation on a terminal: a card for each statement, alike for every side."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from prompt_toolkit import PromptSession
from prompt_toolkit.completion import WordCompleter
from prompt_toolkit.history import InMemoryHistory
from prompt_toolkit.shortcuts import CompleteStyle
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.text import Text

from bot.answering.showing import sentences, wording
from bot.answering.showing.frame import ENGLISH
from bot.surfaces import plain
from bot.surfaces.chat import COMMANDS, PROMPT
from bot.surfaces.output import WIDEST
from bot.surfaces.wrapping import wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.answering.showing.frame import Frame
    from bot.answering.showing.reply import Reply, ShownCaveat, ShownClaim
    from bot.surfaces.chat import Conversation

_INDENT = (0, 0, 0, 2)  # of a statement, as CSS orders the four sides


def converse(conversation: Conversation, title: str) -> None:
    """Read questions and show cards until Ctrl-D."""
    console = Console(file=sys.stdout, highlight=False)
    width = min(console.width, WIDEST)
    # What somebody asked stays in memory: a file of it would outlive the conversation.
    session: PromptSession[str] = PromptSession(
        history=InMemoryHistory(),
        completer=WordCompleter(COMMANDS, sentence=True),
        # A menu would keep lines free below the prompt, and push up the last reply.
        complete_style=CompleteStyle.READLINE_LIKE,
        complete_while_typing=False,
    )
    welcome = conversation.frame(sentences.WELCOME, title=title)
    console.print(Text(welcome, style="bold"), width=width)
    while True:
        try:
            line = session.prompt(PROMPT)
        except KeyboardInterrupt:
            continue
        except EOFError:
            return
        found = conversation.respond(line)
        if isinstance(found, str):
            console.print(Text(wrapped(found, width)), "")
        elif found is not None:
            console.print(*cards(found, conversation.frame), "", sep="\n", width=width)


def cards(found: Reply, frame: Frame = ENGLISH) -> Iterator[RenderableType]:
    """Return a reply as cards; nothing of the plain text is left out."""
    lead = plain.introduction(found, frame)
    if lead:
        yield Text(lead)
    groups = plain.by_statement(found.claims)
    for group in groups:
        yield _card(frame, group)
    for caveat in plain.unquoted(found.caveats, groups):
        yield _caveat(frame, caveat)
    if found.imprint and found.claims:
        yield Text(plain.origin(frame, found.imprint, found.claims), style="dim")


def _card(frame: Frame, group: Sequence[ShownClaim]) -> Panel:
    # The attribution is no title: a title is cut where the terminal ends, and a claimant must never be.
    return Panel(
        Group(
            Text(plain.attributions(frame, group), style="bold"),
            Padding(Text(frame.value(group[0].claim.statement)), _INDENT),
            *(Text(remark, style="dim italic") for remark in plain.remarks(frame, group)),
        ),
        border_style="cyan",
    )


def _caveat(frame: Frame, shown: ShownCaveat) -> Panel:
    author = Text(wording.caveat(frame, shown.author), style="bold")
    return Panel(
        Group(author, Padding(Text(frame.value(shown.caveat.passage.text)), _INDENT)), border_style="yellow"
    )
