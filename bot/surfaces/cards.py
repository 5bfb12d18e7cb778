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

from bot.answering import wording
from bot.surfaces import plain
from bot.surfaces.chat import COMMANDS
from bot.surfaces.output import WIDEST
from bot.surfaces.wrapping import wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.answering.reply import Reply, ShownCaveat, ShownClaim
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
    console.print(Text(wording.welcome(title), style="bold"), width=width)
    while True:
        try:
            line = session.prompt(wording.PROMPT)
        except KeyboardInterrupt:
            continue
        except EOFError:
            return
        found = conversation.respond(line)
        if isinstance(found, str):
            console.print(Text(wrapped(found, width)), "")
        elif found is not None:
            console.print(*cards(found), "", sep="\n", width=width)


def cards(found: Reply) -> Iterator[RenderableType]:
    """Return a reply as cards; nothing of the plain text is left out."""
    lead = plain.introduction(found)
    if lead:
        yield Text(lead)
    groups = plain.by_statement(found.claims)
    for group in groups:
        yield _card(group)
    for caveat in plain.apart(found.caveats, groups):
        yield _caveat(caveat)
    if found.claims:
        yield Text(plain.origin(found.title, found.edition_date, found.claims), style="dim")


def _card(group: Sequence[ShownClaim]) -> Panel:
    # The attribution is no title: a title is cut where the terminal ends, and a claimant must never be.
    return Panel(
        Group(
            Text(plain.attributions(group), style="bold"),
            Padding(Text(group[0].claim.statement), _INDENT),
            *(Text(remark, style="dim italic") for remark in plain.remarks(group)),
        ),
        border_style="cyan",
    )


def _caveat(shown: ShownCaveat) -> Panel:
    author = Text(f"{wording.CAVEAT} – {shown.author}:", style="bold")
    return Panel(Group(author, Padding(Text(shown.caveat.passage.text), _INDENT)), border_style="yellow")
