"""Finds that those are said to be given back whom a figure counts as held."""

import re

from bot.answering.claims.index import Index
from bot.answering.reading.around import BODIES, CAPTURED
from bot.answering.reading.question import Question
from bot.briefing.models import Figure

_HELD = frozenset({BODIES, CAPTURED})
_THEM = r"(?:(?!themselves\b|himself\b|herself\b)\w+\s+){0,3}?"
_BACK = re.compile(
    rf"\b(?:(?:handed|hands|handing)\s+{_THEM}(?:back|over)|(?:gave|given|gives|giving)\s+{_THEM}back(?!\s+(?:in|on|then)\b)"
    rf"|(?:sent|brought)\s+{_THEM}(?:back|home)|turned\s+{_THEM}over|repatriated|freed|set\s+{_THEM}free"
    # Figures and fire are released and returned, too.
    r"|returned(?!\s+fire)|(?:been|was|were|are|later|since|then)\s+(?:\w+ly\s+)?(?:released|let\s+go)"
    r"|released\s+(?:them|all|the\s+(?:bodies|dead|remains|captives|prisoners))"
    # "Why did they give the bodies back": not "give them back", said to them.
    rf"|(?<=\w\s)(?<!\bto\s)(?<!\bplease\s)(?:(?:give|hand|send|bring)\s+{_THEM}(?:back|over|home)"
    r"|(?:return|release)\s+(?:them|all|the\s+(?:\d+\s+)?(?:bodies|dead|remains|captives|prisoners|captured))))\b",
    re.IGNORECASE,
)
# What is not done, or not yet.
_UNDONE = re.compile(
    r"\b(?:not|never|no|none|nobody|without|refus\w+|yet|until|till|before|unless|if|demand\w*|want\w*|ask\w*"
    r"|call\w*|should|must|ought|would|will|could|may|might|shall|can|to\s+be|instead|rather|await\w*|wait\w*|offer\w*"
    r"|promis\w+|plan\w*|deni\w+|deny|neither|nor)\b|n['’]t\b",
    re.IGNORECASE,
)


def given_back(index: Index, figure: Figure, question: Question) -> list[str]:
    """Return the words by which those are given back whom a figure counts as held."""
    back = _BACK.search(question.text)
    if back is None or _HELD.isdisjoint({figure.measure, *index.measures_of(figure)}):
        return []
    return [] if _UNDONE.search(question.text[: back.start()]) else [back.group()]
