"""Holds a message against a briefing."""

from dataclasses import replace

from bot.answering.checked import Checked
from bot.answering.messages import check as check_message
from bot.answering.routing import named_best, newest_first, told_apart
from bot.answering.text import MAX_MESSAGE, clean
from bot.desk.knowledge import Knowledge


def check(knowledge: Knowledge, message: str, *, briefing: str | None = None) -> Checked:
    """Return what a message says that the briefing says too, says otherwise, or does not say.

    The briefing is the one named or set, or else the one that the message speaks of.
    """
    indexes = knowledge.indexes(briefing)
    if len(indexes) == 1:
        return check_message(indexes[0], message)
    found = [
        (index, check_message(index, message)) for index in named_best(indexes, clean(message, MAX_MESSAGE))
    ]
    covering = [index for index, one in found if one.verdict != "not_covered"]
    meant = told_apart(covering, clean(message, MAX_MESSAGE)) if covering else newest_first(dict(found))[:1]
    each = tuple(dict(found)[index] for index in newest_first(meant))
    if len(each) == 1:
        return each[0]
    return replace(
        each[0],
        verdict="several",
        findings=(),
        claims=(),
        caveats=(),
        briefing="",
        title="",
        edition_date="",
        source_note="",
        each=each,
    )
