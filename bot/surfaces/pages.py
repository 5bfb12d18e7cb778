"""Lays out as plain text what needs no question: figures, times, quotations, sources; and receipts."""

from collections.abc import Mapping, Sequence

from bot.answering import wording
from bot.answering.chronicle import Moment, Timeline
from bot.answering.quotations import Quotations
from bot.answering.reply import Reply, ShownClaim
from bot.answering.table import Block, FigureRow, FigureTable, blocks
from bot.desk.browsing import SourceShelf
from bot.surfaces import plain


def figures(table: FigureTable) -> str:
    """Return the figures by victims and measure, each claimant's under the other's, then their statements."""
    if not table.rows:
        return wording.NO_FIGURES
    numbers = _numbers(table.claims)
    widest = max(len(row.claimant.name if row.claimant else wording.PUBLISHER) for row in table.rows)
    return "\n\n".join(
        (
            *(_block(block, numbers, widest) for block in blocks(table)),
            wording.NEVER_ADDED,
            *plain.statements(table.claims, table.caveats, numbered=True),
            plain.origin(table.title, table.edition_date, table.claims),
        )
    )


def timeline(found: Timeline) -> str:
    """Return the moments in order of time, each with its statements."""
    claims = dict.fromkeys(one for moment in found.moments for one in moment.claims)
    return "\n\n".join(
        (
            *("\n".join((when(moment), *plain.statements(moment.claims, ()))) for moment in found.moments),
            *plain.statements((), found.caveats),
            plain.origin(found.title, found.edition_date, claims),
        )
    )


def when(moment: Moment) -> str:
    """Return a time as the source gives it, and apart from it what a curator reads in it."""
    words = ", ".join(wording.quoted(one) for one in moment.words)
    parts = [words] if words else []
    if moment.said:
        parts.append(wording.said(moment.said))
    if moment.happened:
        parts.insert(0, wording.period(*moment.happened))
    elif moment.day:
        parts.append(f"[{wording.READING}: {wording.period(*moment.day)}]")
    else:
        parts.append(f"({wording.UNDATED})")
    return " – ".join(parts[:1]) + "".join(f" {part}" for part in parts[1:])


def quotations(found: Quotations) -> str:
    """Return the quotations by speaker, then the statements they stand in."""
    if not found.quoted:
        return wording.NO_QUOTATIONS
    numbers = _numbers(found.claims)
    lists = [
        plain.listed(
            f"{plain.claimant(speaker)}:",
            (f"{one.words} [{numbers[one.claim]}]" for one in found.quoted if one.speaker == speaker),
        )
        for speaker in dict.fromkeys(one.speaker for one in found.quoted)
    ]
    return "\n\n".join(
        (
            *lists,
            *plain.statements(found.claims, found.caveats, numbered=True),
            plain.origin(found.title, found.edition_date, found.claims),
        )
    )


def sources(shelf: SourceShelf) -> str:
    """Return what the briefing rests on, and which edition of it this is."""
    about = wording.edition(shelf.edition_date, shelf.covers_until)
    items = [f"{source.file}: {source.note} {wording.claims(number)}" for source, number in shelf.sources]
    return "\n".join(
        (f"{shelf.title} ({shelf.briefing})", about, *(plain.ITEM + i for i in items), shelf.digest)
    )


def receipt(found: Reply) -> str:
    """Return how a reply was reached: what was read in the words, and how every claim was weighed."""
    one = found.receipt
    if one is None:
        return wording.NO_RECEIPT
    slots = [wording.slot(slot.kind, slot.value, slot.words, slot.repaired) for slot in one.question.slots]
    weighed = [wording.weighed(c.claim, c.score, c.ruled_out) for c in one.considered if c.score > 0]
    asked = wording.source(found.title, found.edition_date) if found.briefing else plain.choices(found)
    return "\n\n".join(
        (
            *([asked] if found.among > 1 else []),
            plain.listed(wording.READ, slots or [wording.NOTHING]),
            plain.listed(wording.WEIGHED, weighed or [wording.NOTHING]),
            wording.decided(one.rule, one.threshold, one.margin),
            wording.outcome(found.outcome, (shown.claim.id for shown in found.claims)),
        )
    )


def _block(block: Block, numbers: Mapping[str, int], widest: int) -> str:
    lines = [wording.victims(block.side, block.measure, harm=block.harm)]
    for who, rows in block.cells:
        name = (who.name if who else wording.PUBLISHER).ljust(widest)
        cells = [_cell(row, numbers) for row in rows] or [wording.BLANK]
        lines += [f"  {name}  {cell}" for cell in cells]
    return "\n".join(lines)


def _cell(row: FigureRow, numbers: Mapping[str, int]) -> str:
    whom = wording.harmed(row.figure.group, row.places)
    cell = f"{wording.number(row.figure)}: {whom} [{numbers[row.claim.id]}]"
    if not row.disputed_by:
        return cell
    return f"{cell}, {wording.disputed_by(dict.fromkeys(f'[{numbers[one]}]' for one in row.disputed_by))}"


def _numbers(claims: Sequence[ShownClaim]) -> dict[str, int]:
    """Return under which number each claim's statement is printed."""
    groups = enumerate(plain.by_statement(claims), start=1)
    return {one.claim.id: number for number, group in groups for one in group}
