"""Turns results into blocks of Discord's markup, each with all that must not be parted from a statement."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.answering import wording
from bot.answering.table import blocks as figure_blocks
from bot.surfaces import pages as listings
from bot.surfaces import plain
from bot.surfaces.discord import words
from bot.surfaces.discord.cards import pages
from bot.surfaces.discord.escaping import echoed, escaped, quoted_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bot.answering.checked import Checked
    from bot.answering.chronicle import Timeline
    from bot.answering.context import Context
    from bot.answering.quotations import Quotations
    from bot.answering.reply import Claimant, Reply, ShownCaveat, ShownClaim
    from bot.answering.table import Block, FigureTable
    from bot.desk.browsing import SourceShelf

    _Sourced = Checked | Context | FigureTable | Quotations | Reply | Timeline

LONGEST_ALT = 1024  # characters that Discord takes as a picture's description
_OPENING_WORDS = 6

Sheet = tuple[tuple[str, ...], ...]  # pages, each of blocks


def reply(found: Reply) -> Sheet:
    """Return a reply; the questions to choose from stand on buttons, briefings here too."""
    lead = _introduction(found)
    if any(one.source for one in found.choices):
        lead = _listed(plain.choices(found))
    return _sheet([*([lead] if lead else []), *_statements(found.claims, found.caveats)], found, found.claims)


def checked(found: Checked) -> Sheet:
    """Return what a message is held against, and in what it differs."""
    if found.each:
        heading = f"**{wording.verdict(found.verdict)}**"
        return ((heading,), *(page for one in found.each for page in checked(one)))
    lines = [f"**{wording.verdict(found.verdict)}**"]
    for one in found.findings:
        if one.field:
            difference = wording.difference(one.field, one.said, one.briefing)
            lines.append(f"- “{echoed(wording.echo(one.quote))}” – {echoed(difference)}")
    lines.append(f"-# {words.CHECK_NOTE}")
    return _sheet(["\n".join(lines), *_statements(found.claims, found.caveats)], found, found.claims)


def figures(table: FigureTable) -> Sheet:
    """Return the figures a side and measure at a time, then the statements that they stand in."""
    if not table.rows:
        return ((wording.NO_FIGURES,),)
    blocks = [f"**{wording.figures_title(harm=table.harm)}**\n-# {wording.NEVER_ADDED}"]
    shown = {one.claim.id: one for one in table.claims}
    blocks += [_figures(block, shown, table.caveats) for block in figure_blocks(table)]
    return _sheet([*blocks, *_statements(table.claims, table.caveats)], table, table.claims)


def timeline(found: Timeline) -> Sheet:
    """Return the moments in order of time, each with its statements."""
    blocks = []
    for moment in found.moments:
        first, *rest = _statements(moment.claims, found.caveats)
        blocks += [f"**{escaped(listings.when(moment))}**\n{first}", *rest]
    claims = tuple(dict.fromkeys(one for moment in found.moments for one in moment.claims))
    return _sheet(blocks, found, claims)


def quotations(found: Quotations) -> Sheet:
    """Return the statements with words in quotation marks, each under who said them."""
    if not found.quoted:
        return ((wording.NO_QUOTATIONS,),)
    blocks = []
    for speaker in dict.fromkeys(one.speaker for one in found.quoted):
        said = [one.words for one in found.quoted if one.speaker == speaker]
        lines = [f"**{escaped(plain.claimant(speaker))}**", *(f"- {escaped(one)}" for one in said)]
        blocks.append("\n".join(lines))
    return _sheet([*blocks, *_statements(found.claims, found.caveats)], found, found.claims)


def sources(shelf: SourceShelf) -> Sheet:
    """Return what the briefing rests on, and which edition of it this is."""
    lines = [f"**{escaped(shelf.title)}**", wording.edition(shelf.edition_date, shelf.covers_until)]
    lines += [
        f"- `{source.file}`: {escaped(source.note)} {wording.claims(number)}"
        for source, number in shelf.sources
    ]
    return (("\n".join(lines), f"-# {shelf.digest}"),)


def receipt(found: Reply) -> Sheet:
    """Return how a reply was reached."""
    return pages([_listed(part) for part in listings.receipt(found).split("\n\n")], "")


def context(found: Context) -> Sheet:
    """Return a passage with the sentences around it, and all that limits or contests what they claim."""
    blocks = []
    for passage in found.passages:
        lines = [words.CONTEXT_HEADING.format(source=f"`{passage.file}`")]
        for sentence in passage.sentences:
            text = "\n".join(f"> {_marked(line, sentence.asked)}" for line in sentence.text.split("\n"))
            lines.append(text)
        blocks.append("\n".join(lines))
    around = [one for one in found.claims if not found.quotes(one.claim)]
    inside = [one for one in found.claims if found.quotes(one.claim)]
    if inside:
        authors = _authors(found.caveats)
        groups = plain.by_statement(inside)
        lines = ["\n".join((_opening(group), *_limits(group, authors), *_notes(group))) for group in groups]
        blocks.append("\n".join((f"**{words.CONTEXT_CLAIMS}**", *lines)))
    return _sheet([*blocks, *_statements(around, found.caveats)], found, found.claims)


def chart_notes(table: FigureTable) -> tuple[str, ...]:
    """Return what stands beside a chart: that nothing is added up, the caveats, the origin."""
    notes = (
        f"**{wording.figures_title(harm=table.harm)}**\n-# {wording.NEVER_ADDED}",
        *map(_caveat, table.caveats),
    )
    return (*notes, _origin(table, table.claims))


def alt_text(table: FigureTable) -> str:
    """Return what a chart shows, for those who do not see it, cut after a whole figure."""
    text = f"{wording.figures_title(harm=table.harm)}."
    if table.caveats:
        names = wording.joined(dict.fromkeys(_authors(table.caveats).values()))
        text += f" {words.NOT_VERIFIED} ({words.CAVEAT_BY.format(authors=names)})."
    for row in table.rows:
        who = _name(row.claimant)
        harmed = wording.harmed(row.figure.group, row.places)
        more = f" {who}: {wording.number(row.figure)} {harmed}, {row.measure}."
        if len(text) + len(more) > LONGEST_ALT - len(words.ALT_MORE):
            return text + words.ALT_MORE
        text += more
    return text


def _introduction(found: Reply) -> str:
    text = plain.introduction(replace(found, choices=()))
    return "\n".join(echoed(line) for line in text.split("\n") if line)


def _statements(claims: Iterable[ShownClaim], caveats: Sequence[ShownCaveat]) -> list[str]:
    authors = _authors(caveats)
    return [_statement(group, authors) for group in plain.by_statement(claims)]


def _statement(group: Sequence[ShownClaim], authors: dict[str, str]) -> str:
    """Return a statement in one block: its claimants, its limits and who contests it, then its words.

    What limits a number is read before the number, and a quotation ends with a blank line: what follows
    it must not be taken for the source's.
    """
    attribution = f"**{escaped(plain.attributions(group))}**"
    notes = _notes(group)
    return "\n".join(
        (
            attribution,
            *_limits(group, authors),
            quoted_lines(group[0].claim.statement),
            *(("", *notes) if notes else ()),
        )
    )


def _limits(group: Sequence[ShownClaim], authors: dict[str, str]) -> list[str]:
    """Return the line that says that a statement is not verified, and who contests it; none for neither."""
    limited = dict.fromkeys(authors[one] for claim in group for one in claim.caveats if one in authors)
    marks = [_not_verified(limited)] if limited else []
    line = " · ".join([*marks, *map(escaped, plain.contest(group))])
    return [line] if line else []


def _notes(group: Sequence[ShownClaim]) -> list[str]:
    """Return in small print what a curator says of a statement's claims, and who has none against them."""
    return [f"-# {escaped(note)}" for note in plain.remarks(group)[len(plain.contest(group)) :]]


def _not_verified(authors: Iterable[str]) -> str:
    """Return the mark that a caveat leaves on a number, with whose caveat it is."""
    names = escaped(wording.joined(dict.fromkeys(authors)))
    return f"**{words.NOT_VERIFIED}** ({words.CAVEAT_BY.format(authors=names)})"


def _authors(caveats: Iterable[ShownCaveat]) -> dict[str, str]:
    return {one.caveat.id: one.author for one in caveats}


def _name(who: Claimant | None) -> str:
    return who.name if who else wording.PUBLISHER


def _opening(group: Sequence[ShownClaim]) -> str:
    """Return who makes the claims of a sentence, and the words it begins with."""
    start = " ".join(group[0].claim.statement.split()[:_OPENING_WORDS])
    return f"- {escaped(plain.attributions(group))} “{escaped(start)} …”"


def _marked(line: str, asked: bool) -> str:  # noqa: FBT001 - one of two ways to show a line
    return f"**{escaped(line)}**" if asked else escaped(line)


def _listed(text: str) -> str:
    heading, *items = text.split("\n")
    if not items:
        return escaped(heading)
    lines = (f"- {escaped(item.removeprefix(plain.ITEM).strip())}" for item in items)
    return "\n".join((f"**{escaped(heading)}**", *lines))


def _figures(block: Block, shown: Mapping[str, ShownClaim], caveats: Sequence[ShownCaveat]) -> str:
    lines = [f"**{escaped(wording.victims(block.side, block.measure, harm=block.harm))}**"]
    limited = False
    for who, rows in block.cells:
        name = escaped(_name(who))
        for row in rows:
            contested = dict.fromkeys(_name(shown[other].claimant) for other in row.disputed_by)
            limited = limited or bool(shown[row.claim.id].caveats)
            cell = f"{wording.number(row.figure)} – {wording.harmed(row.figure.group, row.places)}"
            tail = f"; {wording.disputed_by(contested)}" if contested else ""
            lines.append(f"- {name}: {escaped(cell + tail)}")
        if not rows:
            lines.append(f"- {name}: {wording.BLANK}")
    if limited:
        lines.append(_not_verified(_authors(caveats).values()))
    return "\n".join(lines)


def _sheet(blocks: list[str], found: _Sourced, claims: Sequence[ShownClaim]) -> Sheet:
    """Lay out blocks with the caveats and the origin of *claims* at the foot of each page."""
    tail = [_caveat(one) for one in plain.apart(found.caveats, plain.by_statement(claims))]
    if claims:
        tail.append(_origin(found, claims))
    return pages(blocks, "\n\n".join(tail))


def _origin(found: _Sourced, claims: Iterable[ShownClaim]) -> str:
    return f"-# {escaped(plain.origin(found.title, found.edition_date, claims))}"


def _caveat(one: ShownCaveat) -> str:
    return f"**{wording.CAVEAT} – {escaped(one.author)}:**\n{quoted_lines(one.caveat.passage.text)}"
