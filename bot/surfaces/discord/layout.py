"""Turns results into blocks of Discord's markup, each with all that must not be parted from a statement."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from bot.answering.showing import sentences, wording
from bot.answering.showing.figure_table import blocks as figure_blocks
from bot.answering.showing.frame import ENGLISH
from bot.surfaces import listings, plain
from bot.surfaces.discord import words
from bot.surfaces.discord.cards import BOLD, QUOTE
from bot.surfaces.discord.escaping import escaped, unlinked
from bot.surfaces.discord.paging import Block, plain_pages
from bot.surfaces.discord.statements import authors, limits, not_verified, sheet, statements, under

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from bot.answering.showing import figure_table as table
    from bot.answering.showing.checked import Checked
    from bot.answering.showing.chronicle import Timeline
    from bot.answering.showing.context import Context, InSource, Sentence
    from bot.answering.showing.figure_table import FigureRow, FigureTable
    from bot.answering.showing.frame import Frame
    from bot.answering.showing.quotations import Quotation, Quotations
    from bot.answering.showing.reply import Reply, ShownCaveat, ShownClaim
    from bot.desk.browsing import SourceShelf
    from bot.surfaces.discord.paging import Sheet

_NO_BREAK = "\u00a0"  # a space at which no line ends: none on a phone begins with a dash

_LONGEST_LIST = 1_800  # characters of figures in one block, so that their caveat has room


def reply(found: Reply, frame: Frame = ENGLISH) -> Sheet:
    """Return a reply; the questions to choose from stand on buttons, briefings here too."""
    if found.imprint is None:
        return plain_pages(frame, [_as_list(plain.choices(found, frame))])
    lead = _introduction(frame, found)
    groups = statements(frame, found.claims, found.caveats)
    return sheet(frame, found.imprint, found.caveats, _led_by([Block(lead)] if lead else [], groups))


def checked(found: Checked, frame: Frame = ENGLISH, *, before: int = 0) -> Sheet:
    """Return what a message is held against, and in what it differs; so many pages come *before*."""
    heading = f"**{plain.verdict(found, frame)}**"
    if found.imprint is None:
        laid: Sheet = ((heading,),)
        for one in found.each:
            laid += checked(one, frame, before=len(laid))
        return laid
    by = authors(found.caveats)
    differing = list(plain.differing(found, frame))
    lines = (
        " · ".join((f"- {unlinked(what)}", *(limits(frame, [claim], by, below=True) if claim else ())))
        for what, claim in differing
    )
    near = [_as_list(plain.nearest(found, frame))] if found.nearest else []
    lead = Block(
        "\n".join((heading, *lines, *near, f"-# {frame(words.CHECK_NOTE)}")),
        tuple(claim for _, claim in differing if claim),
    )
    groups = _led_by([lead], statements(frame, found.claims, found.caveats))
    return sheet(frame, found.imprint, found.caveats, groups, before=before)


def figures(table: FigureTable, frame: Frame = ENGLISH) -> Sheet:
    """Return the figures a side and measure at a time, then the statements that they stand in."""
    if not table.rows:
        return no_figures(frame)
    shown = {one.claim.id: one for one in table.claims}
    lists = (_figures(frame, block, shown, table.caveats) for block in figure_blocks(table))
    every = (*lists, *statements(frame, table.claims, table.caveats))
    return sheet(frame, table.imprint, table.caveats, _led_by([Block(_title(frame, table))], every))


def no_figures(frame: Frame) -> Sheet:
    """Return that there are none."""
    return ((frame(sentences.NO_FIGURES),),)


def timeline(found: Timeline, frame: Frame = ENGLISH) -> Sheet:
    """Return the moments in order of time, each with its statements."""
    groups = []
    for moment in found.moments:
        every = statements(frame, moment.claims, found.caveats)
        first, *rest = dict.fromkeys(block for group in every for block in group)
        heading = f"**{escaped(listings.when(frame, moment))}**"
        groups.append([first._replace(text=f"{heading}\n{first.text}"), *rest])
    return sheet(frame, found.imprint, found.caveats, groups)


def quotations(found: Quotations, frame: Frame = ENGLISH) -> Sheet:
    """Return the statements with words in quotation marks, each under who said them."""
    if not found.quoted:
        return ((frame(sentences.NO_QUOTATIONS),),)
    groups: list[Sequence[Block]] = []
    every = list(statements(frame, found.claims, found.caveats))
    for speaker in dict.fromkeys(one.speaker for one in found.quoted):
        said = [one for one in found.quoted if one.speaker == speaker]
        ids = {one.claim for one in said}
        theirs = [
            group for group in every if any(one.claim.id in ids for block in group for one in block.claims)
        ]
        contested = [block for group in theirs for block in group if len(group) > 1]
        groups.append([_block_of_a_speaker(frame, found, said), *dict.fromkeys(contested)])
        groups += [group for group in theirs if len(group) == 1]
    return sheet(frame, found.imprint, found.caveats, groups)


def sources(shelf: SourceShelf, frame: Frame = ENGLISH) -> Sheet:
    """Return what the briefing rests on, and which edition of it this is."""
    lines = [f"**{escaped(shelf.imprint.title)}**", wording.edition(frame, shelf.imprint)]
    for source, number in shelf.sources:
        file, remark = frame.value(escaped(source.file)), frame.value(escaped(source.note))
        lines.append(f"- {file}: {remark} {wording.claims(frame, number)}")
    return plain_pages(frame, ("\n".join(lines), f"-# {shelf.digest}"))


def receipt(found: Reply, frame: Frame = ENGLISH) -> Sheet:
    """Return how a reply was reached."""
    return plain_pages(frame, (_as_list(part) for part in listings.receipt(found, frame).split("\n\n")))


def context(found: Context, frame: Frame = ENGLISH) -> Sheet:
    """Return a passage with the sentences around it, and all that limits or contests what they claim."""
    groups = []
    by = authors(found.caveats)
    made_here = plain.by_statement(one for one in found.claims if found.quotes(one.claim))
    around = [one for one in found.claims if not found.quotes(one.claim)]
    apart = [block for group in statements(frame, around, found.caveats) for block in group]
    for passage in found.passages:
        blocks = [Block(frame(words.CONTEXT_HEADING, source=escaped(passage.file)))]
        for made, read in groupby(passage.sentences, partial(_made_in, made_here, passage)):
            quoted = "\n".join(_marked(one) for one in read)
            blocks.append(
                Block(under(frame, made, by, quoted), tuple(one for group in made for one in group))
            )
        ids = {one.claim.id for block in blocks for one in block.claims}
        blocks += (one for one in apart if any(not ids.isdisjoint(it.disputed_by) for it in one.claims))
        groups.append(list(dict.fromkeys(blocks)))
    return sheet(frame, found.imprint, found.caveats, groups)


def chart_notes(table: FigureTable, frame: Frame = ENGLISH) -> Sheet:
    """Return what stands beside a chart: that nothing is added up, the caveats, the origin."""
    return sheet(frame, table.imprint, table.caveats, [[Block(_title(frame, table), table.claims)]])


def against(frame: Frame, row: FigureRow, shown: Mapping[str, ShownClaim]) -> str:
    """Return who contests a figure by one of the same or a rejection, nothing where nobody does."""
    names = dict.fromkeys(listings.name(frame, shown[other].claimant) for other in row.named)
    return wording.disputed_by(frame, names) if names else ""


def _title(frame: Frame, table: FigureTable) -> str:
    return f"**{wording.figures_title(frame, harm=table.harm)}**\n-# {frame(sentences.NEVER_ADDED)}"


def _introduction(frame: Frame, found: Reply) -> str:
    text = plain.introduction(replace(found, choices=()), frame)
    return "\n".join(unlinked(line) for line in text.split("\n") if line)


def _led_by(lead: Sequence[Block], groups: Iterable[Sequence[Block]]) -> Iterator[Sequence[Block]]:
    """Yield groups, the first of them behind what leads to all."""
    each = iter(groups)
    yield [*lead, *next(each, ())]
    yield from each


def _block_of_a_speaker(frame: Frame, found: Quotations, said: Sequence[Quotation]) -> Block:
    """Return the words of one speaker, each with what limits it and who contests it."""
    by = authors(found.caveats)
    shown = {one.claim.id: one for one in found.claims}
    claims = [shown[one.claim] for one in said]
    heading = f"**{escaped(listings.said_by(frame, said[0].speaker))}**"
    lines = (
        " · ".join((f"- {escaped(one.words)}", *limits(frame, [claim], by, below=True)))
        for one, claim in zip(said, claims, strict=True)
    )
    return Block("\n".join((heading, *lines)), tuple(claims))


def _made_in(
    groups: Iterable[Sequence[ShownClaim]], passage: InSource, sentence: Sentence
) -> list[Sequence[ShownClaim]]:
    """Return those groups of claims that a sentence of a passage makes, or has a part in."""
    at = [(group[0].claim.passage, group) for group in groups]
    return [
        group
        for one, group in at
        if one.source == passage.source and one.start < sentence.end and sentence.start < one.end
    ]


def _marked(sentence: Sentence) -> str:
    """Return a sentence as a quotation, in bold where it was asked for."""
    mark = BOLD if sentence.asked else ""
    return "\n".join(f"{QUOTE}{mark}{escaped(line)}{mark}" for line in sentence.text.split("\n"))


def _as_list(text: str) -> str:
    heading, *items = text.split("\n")
    if not items:
        return escaped(heading)
    lines = (f"- {escaped(item.removeprefix(plain.ITEM).strip())}" for item in items)
    return "\n".join((f"**{escaped(heading)}**", *lines))


def _figures(
    frame: Frame, block: table.Block, shown: Mapping[str, ShownClaim], caveats: Sequence[ShownCaveat]
) -> list[Block]:
    """Return the figures on one measure of one side, in as many lists under the same heading as they take."""
    heading = f"**{escaped(wording.counted(frame, block.side, block.measure, harm=block.harm))}**"
    limited = any(shown[row.claim.id].caveats for _, rows in block.cells for row in rows)
    # Over the list: a line under it would be read as one with its last item, one side's alone.
    head = f"{heading}\n{not_verified(frame, authors(caveats).values())}" if limited else heading
    lists: list[Block] = []
    for line, claims in _lines(frame, block, shown):
        if not lists or len(lists[-1].text) + len(line) > _LONGEST_LIST:
            lists.append(Block(head))
        text, before = lists[-1]
        lists[-1] = Block(f"{text}\n{line}", (*before, *claims))
    return lists


def _lines(
    frame: Frame, block: table.Block, shown: Mapping[str, ShownClaim]
) -> Iterator[tuple[str, tuple[ShownClaim, ...]]]:
    for who, rows in block.cells:
        name = frame.line(escaped(listings.name(frame, who)))
        for row in rows:
            number = f"{wording.number(frame, row.figure)}{_NO_BREAK}–"
            cell = f"{number} {wording.harmed(frame, row.figure.group, row.places)}"
            contested = against(frame, row, shown)
            tail = f"{frame(sentences.ALSO)} {contested}" if contested else ""
            yield f"- {name}: {escaped(cell + tail)}", (shown[row.claim.id],)
        if not rows:
            yield f"- {name}: {frame(sentences.BLANK)}", ()
