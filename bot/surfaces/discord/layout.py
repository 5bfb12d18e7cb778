"""Turns results into blocks of Discord's markup, each with all that must not be parted from a statement."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from bot.answering import sentences, wording
from bot.answering.frame import ENGLISH
from bot.answering.table import blocks as figure_blocks
from bot.surfaces import pages as listings
from bot.surfaces import plain
from bot.surfaces.discord import words
from bot.surfaces.discord.cards import BOLD, QUOTE, pages
from bot.surfaces.discord.escaping import escaped, quoted_lines, unlinked

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bot.answering.checked import Checked
    from bot.answering.chronicle import Timeline
    from bot.answering.context import Context, InSource, Sentence
    from bot.answering.frame import Frame
    from bot.answering.quotations import Quotations
    from bot.answering.reply import Claimant, Reply, ShownCaveat, ShownClaim
    from bot.answering.table import Block, FigureRow, FigureTable
    from bot.desk.browsing import SourceShelf

    _Sourced = Checked | Context | FigureTable | Quotations | Reply | Timeline

LONGEST_ALT = 1024  # characters that Discord takes as a picture's description
_NO_BREAK = "\u00a0"  # a space at which no line ends: none on a phone begins with a dash

Sheet = tuple[tuple[str, ...], ...]  # pages, each of blocks


def reply(found: Reply, frame: Frame = ENGLISH) -> Sheet:
    """Return a reply; the questions to choose from stand on buttons, briefings here too."""
    lead = _introduction(frame, found)
    if any(one.source for one in found.choices):
        lead = _listed(plain.choices(found, frame))
    blocks = [*([lead] if lead else []), *_statements(frame, found.claims, found.caveats)]
    return _sheet(frame, blocks, found, found.claims)


def checked(found: Checked, frame: Frame = ENGLISH) -> Sheet:
    """Return what a message is held against, and in what it differs."""
    heading = f"**{frame(sentences.VERDICTS[found.verdict])}**"
    if found.each:
        return ((heading,), *(page for one in found.each for page in checked(one, frame)))
    lines = [heading]
    authors = _authors(found.caveats)
    for what, claim in plain.differing(found, frame):
        limits = _limits(frame, [claim], authors, below=True) if claim else []
        lines.append(" · ".join((f"- {unlinked(what)}", *limits)))
    lines.append(f"-# {frame(words.CHECK_NOTE)}")
    blocks = ["\n".join(lines), *_statements(frame, found.claims, found.caveats)]
    return _sheet(frame, blocks, found, found.claims)


def figures(table: FigureTable, frame: Frame = ENGLISH) -> Sheet:
    """Return the figures a side and measure at a time, then the statements that they stand in."""
    if not table.rows:
        return no_figures(frame)
    blocks = [_title(frame, table)]
    shown = {one.claim.id: one for one in table.claims}
    blocks += [_figures(frame, block, shown, table.caveats) for block in figure_blocks(table)]
    blocks += _statements(frame, table.claims, table.caveats)
    return _sheet(frame, blocks, table, table.claims)


def no_figures(frame: Frame) -> Sheet:
    """Return that there are none."""
    return ((frame(sentences.NO_FIGURES),),)


def timeline(found: Timeline, frame: Frame = ENGLISH) -> Sheet:
    """Return the moments in order of time, each with its statements."""
    blocks = []
    for moment in found.moments:
        first, *rest = _statements(frame, moment.claims, found.caveats)
        blocks += [f"**{escaped(listings.when(frame, moment))}**\n{first}", *rest]
    claims = tuple(dict.fromkeys(one for moment in found.moments for one in moment.claims))
    return _sheet(frame, blocks, found, claims)


def quotations(found: Quotations, frame: Frame = ENGLISH) -> Sheet:
    """Return the statements with words in quotation marks, each under who said them."""
    if not found.quoted:
        return ((frame(sentences.NO_QUOTATIONS),),)
    blocks = []
    for speaker in dict.fromkeys(one.speaker for one in found.quoted):
        said = [one.words for one in found.quoted if one.speaker == speaker]
        lines = [f"**{escaped(plain.claimant(frame, speaker))}**", *(f"- {escaped(one)}" for one in said)]
        blocks.append("\n".join(lines))
    blocks += _statements(frame, found.claims, found.caveats)
    return _sheet(frame, blocks, found, found.claims)


def sources(shelf: SourceShelf, frame: Frame = ENGLISH) -> Sheet:
    """Return what the briefing rests on, and which edition of it this is."""
    lines = [f"**{escaped(shelf.title)}**", wording.edition(frame, shelf.edition_date, shelf.covers_until)]
    for source, number in shelf.sources:
        file, remark = frame.value(escaped(source.file)), frame.value(escaped(source.note))
        lines.append(f"- {file}: {remark} {wording.claims(frame, number)}")
    return (("\n".join(lines), f"-# {shelf.digest}"),)


def receipt(found: Reply, frame: Frame = ENGLISH) -> Sheet:
    """Return how a reply was reached."""
    return pages([_listed(part) for part in listings.receipt(found, frame).split("\n\n")], "")


def context(found: Context, frame: Frame = ENGLISH) -> Sheet:
    """Return a passage with the sentences around it, and all that limits or contests what they claim."""
    blocks = []
    authors = _authors(found.caveats)
    groups = plain.by_statement(one for one in found.claims if found.quotes(one.claim))
    for passage in found.passages:
        blocks.append(frame(words.CONTEXT_HEADING, source=escaped(passage.file)))
        for made, read in groupby(passage.sentences, partial(_made_in, groups, passage)):
            quoted = "\n".join(_marked(one) for one in read)
            blocks.append(_under(frame, made, authors, quoted))
    around = [one for one in found.claims if not found.quotes(one.claim)]
    return _sheet(frame, [*blocks, *_statements(frame, around, found.caveats)], found, found.claims)


def chart_notes(table: FigureTable, frame: Frame = ENGLISH) -> tuple[str, ...]:
    """Return what stands beside a chart: that nothing is added up, the caveats, the origin."""
    notes = (_title(frame, table), *(_caveat(frame, one) for one in table.caveats))
    return (*notes, _origin(frame, table, table.claims))


def alt_text(table: FigureTable, frame: Frame = ENGLISH) -> tuple[str, bool]:
    """Return what a chart shows, for those who do not see it, and whether that is all of it.

    Each claimant is named once, and what does not fit is cut after a whole figure.
    """
    parts = [frame.around(words.ALT_SENTENCE, text=wording.figures_title(frame, harm=table.harm))]
    if table.caveats:
        by = wording.caveat_by(frame, _authors(table.caveats).values())
        limit = f"{frame(sentences.NOT_VERIFIED)} {by}"
        parts.append(frame.around(words.ALT_SENTENCE, text=limit))
    told: dict[Claimant | None, list[str]] = {}
    text = shorter = ""
    cut = f" {frame(words.ALT_MORE)}"
    for row in table.rows:
        told.setdefault(row.claimant, []).append(_alt_figure(frame, row))
        text = " ".join((*parts, *(_alt_row(frame, who, figures) for who, figures in told.items())))
        if len(text) > LONGEST_ALT:
            return shorter + cut, False
        if len(text) <= LONGEST_ALT - len(cut):
            shorter = text
    return text, True


def _alt_row(frame: Frame, who: Claimant | None, figures: Iterable[str]) -> str:
    joined = f"{frame(sentences.ALSO)} ".join(figures)
    return frame.around(words.ALT_ROW, claimant=listings.name(frame, who), figures=joined)


def _alt_figure(frame: Frame, row: FigureRow) -> str:
    return frame.around(
        words.ALT_FIGURE,
        number=wording.number(frame, row.figure),
        harmed=wording.harmed(frame, row.figure.group, row.places),
        measure=frame.name(row.measure),
    )


def _title(frame: Frame, table: FigureTable) -> str:
    return f"**{wording.figures_title(frame, harm=table.harm)}**\n-# {frame(sentences.NEVER_ADDED)}"


def _introduction(frame: Frame, found: Reply) -> str:
    text = plain.introduction(replace(found, choices=()), frame)
    return "\n".join(unlinked(line) for line in text.split("\n") if line)


def _statements(frame: Frame, claims: Iterable[ShownClaim], caveats: Sequence[ShownCaveat]) -> list[str]:
    authors = _authors(caveats)
    return [_statement(frame, group, authors) for group in plain.by_statement(claims)]


def _statement(frame: Frame, group: Sequence[ShownClaim], authors: dict[str, str]) -> str:
    return _under(frame, [group], authors, quoted_lines(group[0].claim.statement))


def _under(frame: Frame, groups: Iterable[Sequence[ShownClaim]], authors: dict[str, str], quoted: str) -> str:
    """Return words in one block with what they claim: its claimants, its limits and who contests it.

    What limits a number is read before the number, and a quotation ends with a blank line: what follows
    it must not be taken for the source's.
    """
    lines, notes = [], []
    for group in groups:
        lines += [f"**{escaped(plain.attributions(frame, group))}**", *_limits(frame, group, authors)]
        notes += _notes(frame, group)
    return "\n".join((*lines, quoted, *(("", *notes) if notes else ())))


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


def _limits(
    frame: Frame, group: Sequence[ShownClaim], authors: dict[str, str], *, below: bool = False
) -> list[str]:
    """Return the line that says that a statement is not verified, and who contests it; none for neither."""
    limited = dict.fromkeys(authors[one] for claim in group for one in claim.caveats if one in authors)
    marks = [_not_verified(frame, limited)] if limited else []
    line = " · ".join([*marks, *map(escaped, plain.contest(frame, group, below=below))])
    return [line] if line else []


def _notes(frame: Frame, group: Sequence[ShownClaim]) -> list[str]:
    """Return in small print what a curator says of a statement's claims, and who has none against them."""
    return [f"-# {escaped(note)}" for note in plain.remarks(frame, group)[len(plain.contest(frame, group)) :]]


def _not_verified(frame: Frame, authors: Iterable[str]) -> str:
    """Return the mark that a caveat leaves on a number, with whose caveat it is."""
    return f"**{frame(sentences.NOT_VERIFIED)}** {escaped(wording.caveat_by(frame, authors))}"


def _authors(caveats: Iterable[ShownCaveat]) -> dict[str, str]:
    return {one.caveat.id: one.author for one in caveats}


def _marked(sentence: Sentence) -> str:
    """Return a sentence as a quotation, in bold where it was asked for."""
    mark = BOLD if sentence.asked else ""
    return "\n".join(f"{QUOTE}{mark}{escaped(line)}{mark}" for line in sentence.text.split("\n"))


def _listed(text: str) -> str:
    heading, *items = text.split("\n")
    if not items:
        return escaped(heading)
    lines = (f"- {escaped(item.removeprefix(plain.ITEM).strip())}" for item in items)
    return "\n".join((f"**{escaped(heading)}**", *lines))


def _figures(
    frame: Frame, block: Block, shown: Mapping[str, ShownClaim], caveats: Sequence[ShownCaveat]
) -> str:
    lines = []
    limited = False
    for who, rows in block.cells:
        name = escaped(listings.name(frame, who))
        for row in rows:
            contested = dict.fromkeys(
                listings.name(frame, shown[other].claimant) for other in row.disputed_by
            )
            limited = limited or bool(shown[row.claim.id].caveats)
            number = f"{wording.number(frame, row.figure)}{_NO_BREAK}–"
            cell = f"{number} {wording.harmed(frame, row.figure.group, row.places)}"
            also = f"{frame(sentences.ALSO)} "
            tail = also + wording.disputed_by(frame, contested) if contested else ""
            lines.append(f"- {frame.line(name)}: {escaped(cell + tail)}")
        if not rows:
            lines.append(f"- {frame.line(name)}: {frame(sentences.BLANK)}")
    heading = [f"**{escaped(wording.counted(frame, block.side, block.measure, harm=block.harm))}**"]
    if limited:
        # Over the list: a line under it would be read as one with its last item, one side's alone.
        heading.append(_not_verified(frame, _authors(caveats).values()))
    return "\n".join((*heading, *lines))


def _sheet(frame: Frame, blocks: list[str], found: _Sourced, claims: Sequence[ShownClaim]) -> Sheet:
    """Lay out blocks with the caveats and the origin of *claims* at the foot of each page."""
    tail = [_caveat(frame, one) for one in plain.apart(found.caveats, plain.by_statement(claims))]
    if claims:
        tail.append(_origin(frame, found, claims))
    return pages(blocks, "\n\n".join(tail))


def _origin(frame: Frame, found: _Sourced, claims: Iterable[ShownClaim]) -> str:
    return f"-# {escaped(plain.origin(frame, found.title, found.edition_date, claims))}"


def _caveat(frame: Frame, one: ShownCaveat) -> str:
    return f"**{escaped(wording.caveat(frame, one.author))}**\n{quoted_lines(one.caveat.passage.text)}"
