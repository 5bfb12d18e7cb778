"""Lays out replies as plain text: who claims it, the exact words, what contests and what limits them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answering import wording

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.answering.checked import Checked
    from bot.answering.reply import Claimant, Reply, ShownCaveat, ShownClaim, Suggestion

# Statements bring quotation marks of their own, so a margin marks where one begins and ends.
QUOTE = "> "
ITEM = "- "


def encodable(text: str) -> str:
    """Return the text with what is no character replaced, as bytes become that are not UTF-8."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def reply(found: Reply) -> str:
    """Return a reply, each statement on a line of its own, unwrapped."""
    blocks = [lead] if (lead := introduction(found)) else []
    blocks += statements(found.claims, found.caveats)
    if found.claims:
        blocks.append(origin(found.title, found.edition_date, found.claims))
    return "\n\n".join(blocks)


def introduction(found: Reply) -> str:
    """Return what comes before the claims: a reason, a correction, a remark, the questions to ask instead."""
    title, until, source = found.title, found.covers_until, found.source_note
    paragraphs = []
    if found.outcome == "abstention":
        paragraphs.append(
            wording.abstention(found.reason, found.about, title=title, until=until, source=source)
        )
    elif found.outcome == "premise":
        paragraphs.append(wording.premise(found.about))
    if found.remark:
        paragraphs.append(
            wording.remark(found.remark, until=until, edition=found.edition_date, source=source)
        )
    if found.left:
        paragraphs.append(wording.left(found.left))
    if found.choices:
        paragraphs.append(choices(found))
    if sought := wording.sought(found.reason, found.title, found.edition_date, found.among):
        paragraphs.append(sought)
    return "\n\n".join(paragraphs)


def choices(found: Reply) -> str:
    """Return what the asker may ask instead, or the briefings to pick from."""
    heading = wording.NEAREST if found.outcome == "abstention" else wording.CHOICE
    if any(one.source for one in found.choices):
        heading = wording.WHICH
    return listed(heading, (choice(one) for one in found.choices))


def choice(one: Suggestion) -> str:
    """Return a covered question, or a briefing where that is what to choose."""
    source = one.source
    return wording.titled(source.title, source.edition_date, source.briefing) if source else one.phrasing


def checked(found: Checked) -> str:
    """Return what a message is held against, and in what it differs."""
    differences = [
        f"{wording.quoted(wording.echo(one.quote))} – {wording.difference(one.field, one.said, one.briefing)}"
        for one in found.findings
        if one.field
    ]
    blocks = [listed(wording.verdict(found.verdict), differences), *statements(found.claims, found.caveats)]
    if found.claims:
        blocks.append(origin(found.title, found.edition_date, found.claims))
    for one in found.each:
        blocks += [f"{wording.source(one.title, one.edition_date)}\n{checked(one)}"]
    return "\n\n".join(blocks)


def statements(
    claims: Iterable[ShownClaim], caveats: Iterable[ShownCaveat], *, numbered: bool = False
) -> list[str]:
    """Return a block for each statement with all who claim it, then one for each caveat."""
    groups = by_statement(claims)
    blocks = []
    for number, group in enumerate(groups, start=1):
        mark = f"[{number}] " if numbered else ""
        blocks.append(mark + statement(group))
    blocks += [
        f"{wording.CAVEAT} – {one.author}:\n{QUOTE}{one.caveat.passage.text}"
        for one in apart(caveats, groups)
    ]
    return blocks


def by_statement(claims: Iterable[ShownClaim]) -> tuple[tuple[ShownClaim, ...], ...]:
    """Return the claims that are made with the same words together, in reading order."""
    groups: dict[object, list[ShownClaim]] = {}
    for one in claims:
        groups.setdefault(one.claim.passage, []).append(one)
    return tuple(tuple(group) for group in groups.values())


def apart(caveats: Iterable[ShownCaveat], groups: Iterable[Sequence[ShownClaim]]) -> tuple[ShownCaveat, ...]:
    """Return the caveats whose words none of the groups shows already as its statement."""
    shown = {group[0].claim.passage for group in groups}
    return tuple(one for one in caveats if one.caveat.passage not in shown)


def statement(group: Sequence[ShownClaim]) -> str:
    """Return one statement under its attributions."""
    lines = [attributions(group), QUOTE + group[0].claim.statement, *remarks(group)]
    return "\n".join(lines)


def attributions(group: Sequence[ShownClaim]) -> str:
    """Return who makes the claims of one statement, and how.

    Only what was added to a reply is called a counter-claim: two sides that were asked about stand alike.
    """
    claimants = dict.fromkeys(one.claimant for one in group)
    made = ";\n".join(_attribution(who, [one for one in group if one.claimant == who]) for who in claimants)
    added = all(one.role == "counter_claim" for one in group)
    return f"{wording.COUNTER_CLAIM} – {made}:" if added else f"{made}:"


def remarks(group: Sequence[ShownClaim]) -> list[str]:
    """Return who contests one statement's claims, who is silent, and what a curator says of them."""
    notes = dict.fromkeys(one.claim.note for one in group)
    silent = dict.fromkeys(one.unanswered_by for one in group)
    return [
        *contest(group),
        *(f"[{wording.NOTE}: {note}]" for note in notes if note),
        *(wording.unanswered(parties) for parties in silent if parties),
    ]


def contest(group: Sequence[ShownClaim]) -> list[str]:
    """Return the line that says who contests one statement's claims, nothing where nobody does."""
    here = {one.claimant.name for one in group if one.claimant}
    against = dict.fromkeys(name for one in group for name in one.disputants if name not in here)
    return [wording.contested(against)] if against else []


def claimant(one: Claimant | None) -> str:
    """Return who claims, with the office that the source gives."""
    if one is None:
        return wording.PUBLISHERS_VOICE
    return f"{one.name} ({one.office})" if one.office else one.name


def origin(title: str, edition: str, claims: Iterable[ShownClaim]) -> str:
    """Return where the statements come from."""
    return wording.origin(title, edition, (one.claim.id for one in claims))


def listed(heading: str, items: Iterable[str]) -> str:
    """Return a heading with an item a line."""
    return "\n".join((heading, *(ITEM + item for item in items)))


def _attribution(who: Claimant | None, claims: Iterable[ShownClaim]) -> str:
    if who is None:
        return wording.PUBLISHERS_VOICE
    acts = dict.fromkeys(wording.act(one.claim.speech_act, one.claim.attributed) for one in claims)
    return f"{claimant(who)} {wording.joined(acts)}"
