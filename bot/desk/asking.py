"""Answers a question from a briefing."""

from bot.answering.decision import decide
from bot.answering.reply import Reply, reply_to
from bot.desk.knowledge import Knowledge


def ask(knowledge: Knowledge, question: str, *, briefing: str | None = None) -> Reply:
    """Return the reply to a question; its receipt says how it was reached."""
    index = knowledge.index(briefing)
    return reply_to(index, decide(index, question))
