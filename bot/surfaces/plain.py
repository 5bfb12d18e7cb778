"""Lays out replies as plain text: who claims it, the exact words, what contests and what limits them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answering.showing import sentences, wording
from bot.answering.showing.frame import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from bot.answering.showing.checked import Checked
    from bot.answering.showing.frame import Frame
    from bot.answering.showing.imprint import Imprint
    from bot.answering.showing.reply import Claimant, Reply, ShownCaveat, ShownClaim, Suggestion

# Statements bring quotation marks of their own, so a margin marks where one begins and ends.
QUOTE = "> "
ITEM = "- "


def encodable(text: str) -> str:
    """Return the text with what is no character replaced, as bytes become that are not UTF-8."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def reply(found: Reply, frame: Frame = ENGLISH) -> str:
    """Return a reply, each statement on a line of its own, unwrapped."""
    blocks = [lead] if (lead := introduction(found, frame)) else []
    blocks += statements(frame, found.claims, found.caveats)
    if found.imprint and found.claims:
        blocks.append(origin(frame, found.imprint, found.claims))
    return "\n\n".join(blocks)


def introduction(found: Reply, frame: Frame = ENGLISH) -> str:
    """Return what comes before the claims: a reason, a correction, a remark, the questions to ask instead."""
    if found.imprint is None:
        return choices(found, frame)
    paragraphs = []
    if found.reason == "false_premise":
        paragraphs.append(wording.premise(frame, found.about))
    elif found.reason:
        paragraphs.append(wording.abstention(frame, found.reason, found.about, found.imprint))
    if found.remark:
        paragraphs.append(wording.remark(frame, found.remark, found.imprint))
    if found.left:
        paragraphs.append(wording.left(frame, found.left))
    if found.choices:
        paragraphs.append(choices(found, frame))
    if sought := wording.sought(frame, found.reason, found.imprint, found.among):
        paragraphs.append(sought)
    return "\n\n".join(paragraphs)


def choices(found: Reply, frame: Frame = ENGLISH) -> str:
    """Return what the asker may ask instead, or the briefings to pick from."""
    heading = sentences.NEAREST if found.outcome == "abstention" else sentences.CHOICE
    if any(one.source for one in found.choices):
        heading = sentences.WHICH
    return listed(frame(heading), (choice(frame, one) for one in found.choices))


def choice(frame: Frame, one: Suggestion) -> str:
    """Return a covered question, or a briefing where that is what to choose."""
    return wording.titled(frame, one.source) if one.source else frame.value(one.phrasing)


def checked(found: Checked, frame: Frame = ENGLISH) -> str:
    """Return what a message is held against, and in what it differs."""
    authors = {one.caveat.id: one.author for one in found.caveats}
    differences = [
        " · ".join((what, *(limits(frame, claim, authors) if claim else ())))
        for what, claim in differing(found, frame)
    ]
    blocks = [listed(verdict(found, frame), differences), *statements(frame, found.claims, found.caveats)]
    if found.imprint and found.claims:
        blocks.append(origin(frame, found.imprint, found.claims))
    if found.nearest:
        blocks.append(nearest(found, frame))
    blocks += (
        f"{wording.source(frame, one.imprint)}\n{checked(one, frame)}" for one in found.each if one.imprint
    )
    return "\n\n".join(blocks)


def nearest(found: Checked, frame: Frame = ENGLISH) -> str:
    """Return the covered questions that are nearest to a message that the briefing has nothing on."""
    return listed(frame(sentences.NEAREST), (choice(frame, one) for one in found.nearest))


def verdict(found: Checked, frame: Frame = ENGLISH) -> str:
    """Return what is said of a message as a whole."""
    told = [shown.claim for shown in found.claims if shown.role == "answer"]
    claimed = any(claim.claimant for claim in told)
    if found.verdict == "not_covered" and told:
        return frame(sentences.PARTLY if claimed else sentences.PARTLY_OWN)
    if found.verdict == "matches" and not claimed:
        return frame(sentences.OWN)
    lost = all(f.field == "attribution" and f.said is None for f in found.findings if f.verdict == "distorts")
    unattributed = found.verdict == "distorts" and lost
    return frame(sentences.UNATTRIBUTED if unattributed else sentences.VERDICTS[found.verdict])


def differing(found: Checked, frame: Frame = ENGLISH) -> Iterator[tuple[str, ShownClaim | None]]:
    """Yield in what a message differs from the briefing, and from which of its claims.

    Where the briefing has any of it, what it has nothing on is among that.
    """
    shown = {one.claim.id: one for one in found.claims}
    for one in found.findings:
        if one.field:
            claim = shown[one.claim] if one.claim else None
            who = claim.claimant.name if claim and claim.claimant else sentences.PUBLISHER
            difference = wording.difference(frame, one.field, one.said, one.briefing, who)
            yield f"{wording.quoted(frame, wording.echo(one.quote))} – {difference}", claim
        elif one.verdict == "not_covered" and found.claims:
            yield wording.uncovered(frame, one.quote), None


def limits(frame: Frame, claim: ShownClaim, authors: Mapping[str, str]) -> list[str]:
    """Return that a claim shown further down is not verified, and who contests it."""
    by = [authors[one] for one in claim.caveats]
    mark = [f"{frame(sentences.NOT_VERIFIED)} {wording.caveat_by(frame, by)}"] if by else []
    return [*mark, *contest(frame, [claim], below=True)]


def statements(
    frame: Frame, claims: Iterable[ShownClaim], caveats: Iterable[ShownCaveat], *, numbered: bool = False
) -> list[str]:
    """Return a block for each statement with all who claim it, then one for each caveat."""
    groups = by_statement(claims)
    blocks = []
    for number, group in enumerate(groups, start=1):
        mark = f"{frame.value(f'[{number}]')} " if numbered else ""
        blocks.append(mark + statement(frame, group))
    blocks += [
        f"{wording.caveat(frame, one.author)}\n{QUOTE}{frame.value(one.caveat.passage.text)}"
        for one in unquoted(caveats, groups)
    ]
    return blocks


def by_statement(claims: Iterable[ShownClaim]) -> tuple[tuple[ShownClaim, ...], ...]:
    """Return the claims that are made with the same words together, in reading order."""
    groups: dict[object, list[ShownClaim]] = {}
    for one in claims:
        groups.setdefault(one.claim.passage, []).append(one)
    return tuple(tuple(group) for group in groups.values())


def unquoted(
    caveats: Iterable[ShownCaveat], groups: Iterable[Sequence[ShownClaim]]
) -> tuple[ShownCaveat, ...]:
    """Return the caveats whose words none of the groups shows already as its statement."""
    shown = {group[0].claim.passage for group in groups}
    return tuple(one for one in caveats if one.caveat.passage not in shown)


def statement(frame: Frame, group: Sequence[ShownClaim]) -> str:
    """Return one statement under its attributions."""
    said = QUOTE + frame.value(group[0].claim.statement)
    lines = [attributions(frame, group), said, *remarks(frame, group)]
    return "\n".join(lines)


def attributions(frame: Frame, group: Sequence[ShownClaim]) -> str:
    """Return who makes the claims of one statement, and how.

    Only what was added to a reply is called a counter-claim: two sides that were asked about stand alike.
    """
    claimants = dict.fromkeys(one.claimant for one in group)
    also = frame(sentences.ALSO) + "\n"
    made = also.join(_attribution(frame, who, [o for o in group if o.claimant == who]) for who in claimants)
    added = all(one.role == "counter_claim" for one in group)
    made = frame.around(sentences.COUNTER_CLAIM, made=made) if added else made
    return frame.around(sentences.MADE, attribution=made)


def remarks(frame: Frame, group: Sequence[ShownClaim]) -> list[str]:
    """Return who contests one statement's claims, who is silent, and what a curator says of them."""
    notes = dict.fromkeys(one.claim.note for one in group)
    silent = dict.fromkeys(one.unanswered_by for one in group)
    return [
        *contest(frame, group),
        *(frame(sentences.NOTE, note=note) for note in notes if note),
        *(wording.unanswered(frame, parties) for parties in silent if parties),
    ]


def contest(frame: Frame, group: Sequence[ShownClaim], *, below: bool = False) -> list[str]:
    """Return the line that says who contests one statement's claims, nothing where nobody does."""
    here = {one.claimant.name for one in group if one.claimant}
    against = dict.fromkeys(name for one in group for name in one.disputants if name not in here)
    return [wording.contested(frame, against, below=below)] if against else []


def claimant(frame: Frame, one: Claimant | None) -> str:
    """Return who claims, with the office that the source gives."""
    return wording.claimant(frame, one.name, one.office) if one else frame(sentences.PUBLISHERS_VOICE)


def origin(frame: Frame, imprint: Imprint, claims: Iterable[ShownClaim]) -> str:
    """Return where the statements come from."""
    return wording.origin(frame, imprint, (one.claim.id for one in claims))


def listed(heading: str, items: Iterable[str]) -> str:
    """Return a heading with an item a line."""
    return "\n".join((heading, *(ITEM + item for item in items)))


def _attribution(frame: Frame, who: Claimant | None, claims: Iterable[ShownClaim]) -> str:
    if who is None:
        return claimant(frame, who)
    acts = dict.fromkeys(wording.act(frame, one.claim.speech_act, one.claim.attributed) for one in claims)
    return wording.attribution(frame, claimant(frame, who), acts)
