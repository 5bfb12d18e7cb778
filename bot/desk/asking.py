"""Answers a question from a briefing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answering.deciding.decision import decide
from bot.answering.reading.text import MAX_CHARACTERS
from bot.answering.showing.imprint import Imprint
from bot.answering.showing.reply import Reply, caveats_of, reply_to, which_briefing, with_counter_claims

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.answering.claims.index import Index
    from bot.answering.deciding.outcome import Outcome, ShownRole
    from bot.answering.glossing.gloss import Gloss
    from bot.desk.knowledge import Knowledge


def ask(knowledge: Knowledge, question: str, *, briefing: str | None = None) -> Reply:
    """Return the reply to a question, of the briefing named or set or else of the one it is about.

    It is read in the language that its words tell. Its receipt says how the reply was reached.
    """
    indexes = knowledge.indexes(briefing)
    # What is too long for a question is none, in whatever language.
    language = indexes[0].language_of(question) if len(question) <= MAX_CHARACTERS else None
    return _reply(indexes, question, knowledge.gloss(question, language, briefing) if language else None)


def _reply(indexes: tuple[Index, ...], question: str, gloss: Gloss | None) -> Reply:
    text = gloss.text if gloss else question
    if len(indexes) == 1:
        return reply_to(indexes[0], _in_own_words(decide(indexes[0], text, glossed=gloss is not None), gloss))
    from bot.answering.deciding.routing import route  # noqa: PLC0415 - most folders have a single briefing

    routed = route(indexes, text, glossed=gloss is not None)
    if routed.rivals:
        return which_briefing(routed.rivals, among=len(indexes))
    return reply_to(routed.index, _in_own_words(routed.outcome, gloss), among=len(indexes))


def _in_own_words(outcome: Outcome, gloss: Gloss | None) -> Outcome:
    if gloss is None:
        return outcome
    from bot.answering.glossing.gloss import restored  # noqa: PLC0415 - a question in English need not wait for it

    return restored(outcome, gloss)


def show_again(index: Index, shown: Iterable[tuple[str, ShownRole]]) -> Reply:
    """Return a reply with these claims, as after a restart, when the question is no longer known."""
    claims = with_counter_claims(index, shown)
    corrects = any(one.role == "correction" for one in claims)
    return Reply(
        outcome="premise" if corrects else "answer",
        imprint=Imprint.of(index),
        reason="false_premise" if corrects else None,
        claims=claims,
        caveats=caveats_of(index, claims),
    )
