"""Reads and checks what people ask of a briefing, from which it is learnt what they are after."""

from collections.abc import Iterator

from bot.briefing.draft import Document, Entry, control_characters, head
from bot.briefing.folding import bare
from bot.briefing.models import Example
from bot.briefing.problems import Finding, TomlPath, shown
from bot.briefing.shapes import ExamplesShape
from bot.briefing.tables import BriefingTables

# Fewer that nothing answers do not teach what comes near.
LEAST_UNANSWERED = 50
# Learning takes time with the cube of them, and memory with the square; phrasings count as well.
MOST = 4_500


def examples(document: Document, briefing: BriefingTables, findings: list[Finding]) -> tuple[Example, ...]:
    """Return the examples of a briefing, which need not have any; what is wrong adds to the findings."""
    if not document.readable:
        return ()
    findings.extend(control_characters(document))
    shaped = head(document, ExamplesShape, ())
    if not isinstance(shaped, Entry):
        findings.extend(shaped)
        return ()
    findings.extend(_checks(shaped, briefing))
    return tuple(Example(text, claim) for _, text, claim in _listed(shaped.shape))


def _listed(one: ExamplesShape) -> Iterator[tuple[TomlPath, str, str | None]]:
    for index, text in enumerate(one.unanswered):
        yield ("unanswered", index), text, None
    for claim, texts in one.answered.items():
        for index, text in enumerate(texts):
            yield ("answered", claim, index), text, claim


def _checks(entry: Entry[ExamplesShape], briefing: BriefingTables) -> Iterator[Finding]:
    """Check that there is enough to learn from, that each claim is there, and that no text is of two."""
    for owner in entry.shape.answered:
        if sentence := briefing.names.missing(owner, "claim"):
            yield entry.finding(sentence, "answered", owner)
    owners: dict[str, str | None] = {
        bare(phrasing): one.shape.id for one in briefing.claims for phrasing in one.shape.phrasings
    }
    listed = list(_listed(entry.shape))
    phrasings = sum(len(one.shape.phrasings) for one in briefing.claims)
    if len(listed) + phrasings > MOST:
        message = (
            f"there are {len(listed)} examples and {phrasings} phrasings; {MOST} of both can be learnt from"
        )
        yield Finding(entry.file, 1, message)
    if (few := len(entry.shape.unanswered)) < LEAST_UNANSWERED:
        message = f"unanswered must list at least {LEAST_UNANSWERED} to learn from, not {few}"
        yield entry.finding(message, "unanswered")
    for path, text, claim in listed:
        words = bare(text)
        if not words:
            yield entry.finding(f"the example {shown(text)} has no word", *path)
        elif owners.setdefault(words, claim) != claim:
            first = owners[words]
            of = f"already that of {shown(first)}" if first else "already among those that nothing answers"
            yield entry.finding(f"the example {shown(text)} is {of}", *path)
