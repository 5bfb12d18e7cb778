"""Holds a message against a briefing."""

from dataclasses import replace

from bot.answering.checking.messages import check as check_message
from bot.answering.claims.index import Index
from bot.answering.deciding.case import Case
from bot.answering.deciding.routing import named_best, newest_first, told_apart
from bot.answering.glossing.gloss import Gloss
from bot.answering.reading.question import STRANGE
from bot.answering.reading.text import MAX_CHARACTERS, MAX_MESSAGE, clean
from bot.answering.showing.checked import Checked
from bot.answering.showing.reply import suggestion
from bot.desk.knowledge import Knowledge

# Whoever names less is offered nothing.
LEAST_NAMED = 2


def check(knowledge: Knowledge, message: str, *, briefing: str | None = None) -> Checked:
    """Return what a message says that the briefing says too, says otherwise, or does not say.

    The briefing is the one named or set, or else the one that the message speaks of. A message of another
    language is read in the words that the vocabulary has for it, as far as a question would be.
    """
    indexes = knowledge.indexes(briefing)
    language = indexes[0].language_of(message[:MAX_CHARACTERS])
    gloss = knowledge.gloss(message, language, briefing) if language else None
    if gloss is None:
        return _checked(indexes, message)
    return _in_own_words(_checked(indexes, gloss.text, cut=len(message) > MAX_CHARACTERS), gloss, message)


def _checked(indexes: tuple[Index, ...], message: str, *, cut: bool = False) -> Checked:
    if len(indexes) == 1:
        return _held_against(indexes[0], message, cut=cut)
    found = [
        (index, _held_against(index, message, cut=cut))
        for index in named_best(indexes, clean(message, MAX_MESSAGE))
    ]
    covering = [index for index, one in found if one.claims]
    meant = told_apart(covering, clean(message, MAX_MESSAGE)) if covering else newest_first(dict(found))[:1]
    each = tuple(dict(found)[index] for index in newest_first(meant))
    if len(each) == 1:
        return each[0]
    return Checked(message, "several", findings=(), claims=(), caveats=(), imprint=None, each=each)


def _held_against(index: Index, message: str, *, cut: bool) -> Checked:
    """Return what is found of a message, or else the covered questions that are nearest to it."""
    checked = check_message(index, message, cut=cut)
    if checked.claims:
        return checked
    question = index.reader.read(clean(message)[:MAX_CHARACTERS])
    known = [slot for slot in question.naming if slot.kind not in STRANGE]
    if len(known) < LEAST_NAMED:
        return checked
    near = Case.about(index, question).abstain("not_covered").nearest
    return replace(checked, nearest=tuple(suggestion(index, claim) for claim in near))


def _in_own_words(checked: Checked, gloss: Gloss, message: str) -> Checked:
    """Return what was found of a gloss with the words of the message itself."""
    return replace(
        checked,
        message=message,
        findings=tuple(
            replace(found, quote=gloss.quoted(found.quote), said=found.said and gloss.quoted(found.said))
            for found in checked.findings
        ),
        each=tuple(_in_own_words(one, gloss, message) for one in checked.each),
    )
