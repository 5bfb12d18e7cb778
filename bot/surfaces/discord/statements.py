"""Makes blocks of statements, each with its claimants and its limits, and what stands under them."""

from __future__ import annotations

from functools import partial
from itertools import accumulate
from typing import TYPE_CHECKING

from bot.answering.showing import sentences, wording
from bot.surfaces import plain
from bot.surfaces.discord import words
from bot.surfaces.discord.cards import BOLD, QUOTE
from bot.surfaces.discord.escaping import escaped, quoted_lines
from bot.surfaces.discord.paging import Block, Foot, pages

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bot.answering.showing.frame import Frame
    from bot.answering.showing.imprint import Imprint
    from bot.answering.showing.reply import ShownCaveat, ShownClaim
    from bot.surfaces.discord.paging import Sheet

_LONGEST_IDS = 1_000  # characters of the ids at the foot of a page


def sheet(
    frame: Frame,
    imprint: Imprint,
    caveats: Iterable[ShownCaveat],
    groups: Iterable[Sequence[Block]],
    *,
    before: int = 0,
) -> Sheet:
    """Lay groups of blocks out with the caveats and the origin of its claims at the foot of each page."""
    return pages(frame, groups, partial(_foot, frame, imprint, caveats), before=before)


def _foot(
    frame: Frame, imprint: Imprint, caveats: Iterable[ShownCaveat], blocks: Sequence[Block], room: int
) -> Foot:
    """Return the caveats on the claims in blocks, and where these are from; as few ids as the room wants.

    A caveat that stands among the blocks as a statement is not said again.
    """
    claims = {one.claim.id: one for block in blocks for one in block.claims}
    quoted = [_quoted_lines(block) for block in blocks]
    carried = {caveat for one in claims.values() for caveat in one.caveats}
    under_all = tuple(
        f"**{escaped(wording.caveat(frame, one.author))}**\n{quoted_lines(one.caveat.passage.text)}"
        for one in caveats
        if one.caveat.id in carried
        and not any(said.issuperset(escaped(one.caveat.passage.text).split("\n")) for said in quoted)
    )
    left = room - sum(len(text) + len("\n\n") for text in under_all)
    return Foot(under_all, _origin(frame, imprint, claims, left))


def _quoted_lines(block: Block) -> set[str]:
    """Return the lines that a block quotes, without what marks them."""
    lines = (line.removeprefix(QUOTE) for line in block.text.split("\n") if line.startswith(QUOTE))
    return {line.removeprefix(BOLD).removesuffix(BOLD) for line in lines}


def _origin(frame: Frame, imprint: Imprint, claims: Iterable[str], room: int) -> str:
    source = f"-# {escaped(wording.source(frame, imprint))}"
    ids, comma = [escaped(frame.value(one)) for one in claims], frame(sentences.COMMA)
    left = min(_LONGEST_IDS, room - len(f"{source} {frame.around(sentences.CLAIMS, claims='')}"))
    if len(comma.join(ids)) > left:
        left -= len(frame(words.MORE, count=len(ids)))
        ends = accumulate(len(one) + len(comma) for one in ids)
        number = sum(end <= left for end in ends)
        ids = [*ids[:number], frame(words.MORE, count=len(ids) - number)]
    return f"{source} {frame.around(sentences.CLAIMS, claims=comma.join(ids))}"


def statements(
    frame: Frame, claims: Iterable[ShownClaim], caveats: Sequence[ShownCaveat]
) -> Iterator[tuple[Block, ...]]:
    """Yield a block for each statement, in groups of it and those that contest it.

    Each stands at least once with all that contest it; what was only added to contest another needs no more.
    """
    by = authors(caveats)
    blocks = [
        Block(under(frame, [group], by, quoted_lines(group[0].claim.statement)), group)
        for group in plain.by_statement(claims)
    ]
    stands = {one.claim.id: number for number, block in enumerate(blocks) for one in block.claims}
    against = [dict.fromkeys([n, *_contesting(block, stands)]).keys() for n, block in enumerate(blocks)]
    shown: set[int] = set()
    whole: set[int] = set()
    for number, block in enumerate(blocks):
        added = all(one.role == "counter_claim" for one in block.claims)
        group = against[number]
        if (added and number in shown) or any(group <= against[one] for one in whole & group):
            continue
        whole.add(number)
        shown |= group
        yield tuple(blocks[one] for one in group)


def _contesting(block: Block, stands: dict[str, int]) -> Iterator[int]:
    """Yield the numbers of the blocks with what contests the claims of one."""
    for claim in block.claims:
        yield from (stands[other] for other in claim.disputed_by if other in stands)


def under(frame: Frame, groups: Iterable[Sequence[ShownClaim]], by: dict[str, str], quoted: str) -> str:
    """Return words in one block with what they claim: its claimants, its limits and who contests it.

    What limits a number is read before the number, and a quotation ends with a blank line: what follows
    it must not be taken for the source's. `by` are the authors of caveats.
    """
    lines, notes = [], []
    for group in groups:
        lines += [f"**{escaped(plain.attributions(frame, group))}**", *limits(frame, group, by)]
        notes += _notes(frame, group)
    return "\n".join((*lines, quoted, *(("", *notes) if notes else ())))


def limits(
    frame: Frame, group: Sequence[ShownClaim], by: dict[str, str], *, below: bool = False
) -> list[str]:
    """Return the line that says that a statement is not verified, and who contests it; none for neither."""
    limited = dict.fromkeys(by[one] for claim in group for one in claim.caveats if one in by)
    marks = [not_verified(frame, limited)] if limited else []
    line = " · ".join([*marks, *map(escaped, plain.contest(frame, group, below=below))])
    return [line] if line else []


def _notes(frame: Frame, group: Sequence[ShownClaim]) -> list[str]:
    """Return in small print what a curator says of a statement's claims, and who has none against them."""
    return [f"-# {escaped(note)}" for note in plain.remarks(frame, group)[len(plain.contest(frame, group)) :]]


def not_verified(frame: Frame, by: Iterable[str]) -> str:
    """Return the mark that a caveat leaves on a number, with whose caveat it is."""
    return f"**{frame(sentences.NOT_VERIFIED)}** {escaped(wording.caveat_by(frame, by))}"


def authors(caveats: Iterable[ShownCaveat]) -> dict[str, str]:
    """Return who wrote each caveat, by its id."""
    return {one.caveat.id: one.author for one in caveats}
