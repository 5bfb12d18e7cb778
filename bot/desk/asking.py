"""Answers a question from a briefing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answering.decision import decide
from bot.answering.reply import Reply, caveats_of, reply_to, with_counter_claims
from bot.answering.text import MAX_CHARACTERS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.answering.index import Index
    from bot.answering.outcome import ShownRole
    from bot.desk.knowledge import Knowledge


def ask(
    knowledge: Knowledge, question: str, *, briefing: str | None = None, language: str | None = None
) -> Reply:
    """Return the reply to a question, in *language* (BCP 47 tag) or in what it is written in.

    Its receipt says how the reply was reached.
    """
    index = knowledge.index(briefing)
    language = language or index.language_of(question)
    glossary = knowledge.glossary(language, briefing) if language else None
    if glossary is None or len(question) > MAX_CHARACTERS:
        return reply_to(index, decide(index, question))
    from bot.answering.gloss import restored  # noqa: PLC0415 - a question in English need not wait for it

    gloss = glossary.gloss(question, index.reader.lexicon)
    return reply_to(index, restored(decide(index, gloss.text), gloss))


def show_again(index: Index, shown: Iterable[tuple[str, ShownRole]]) -> Reply:
    """Return a reply with these claims, as after a restart, when the question is no longer known."""
    claims = with_counter_claims(index, shown)
    corrects = any(one.role == "correction" for one in claims)
    briefing = index.briefing
    return Reply(
        outcome="premise" if corrects else "answer",
        reason="false_premise" if corrects else None,
        about=None,
        remark=None,
        left=None,
        claims=claims,
        choices=(),
        caveats=caveats_of(index, claims),
        briefing=briefing.id,
        title=briefing.title,
        edition_date=briefing.edition_date.isoformat(),
        covers_until=briefing.covers_until.isoformat(),
        source_note=" ".join(source.note for source in briefing.sources),
        receipt=None,
    )
