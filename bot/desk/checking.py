"""Holds a message against a briefing."""

from bot.answering.checked import Checked
from bot.answering.messages import check as check_message
from bot.desk.knowledge import Knowledge


def check(knowledge: Knowledge, message: str, *, briefing: str | None = None) -> Checked:
    """Return what a message says that the briefing says too, says otherwise, or does not say."""
    return check_message(knowledge.index(briefing), message)
