"""Lays out as plain text what needs no question: figures, times, quotations, sources; and receipts."""

from collections.abc import Mapping, Sequence

from bot.answering.showing import sentences, wording
from bot.answering.showing.chronicle import Moment, Timeline
from bot.answering.showing.figure_table import Block, FigureRow, FigureTable, blocks
from bot.answering.showing.frame import ENGLISH, Frame
from bot.answering.showing.quotations import Quotations
from bot.answering.showing.reply import Claimant, Reply, ShownClaim
from bot.desk.browsing import SourceShelf
from bot.surfaces import plain


def figures(table: FigureTable, frame: Frame = ENGLISH) -> str:
    """Return the figures by victims and measure, each claimant's under the other's, then their statements."""
    if not table.rows:
        return frame(sentences.NO_FIGURES)
    numbers = _numbers(table.claims)
    matrix = blocks(table)
    widest = max(len(name(frame, who)) for block in matrix for who, _ in block.cells)
    return "\n\n".join(
        (
            *(_block(frame, block, numbers, widest) for block in matrix),
            frame(sentences.NEVER_ADDED),
            *plain.statements(frame, table.claims, table.caveats, numbered=True),
            plain.origin(frame, table.imprint, table.claims),
        )
    )


def timeline(found: Timeline, frame: Frame = ENGLISH) -> str:
    """Return the moments in order of time, each with its statements."""
    claims = dict.fromkeys(one for moment in found.moments for one in moment.claims)
    return "\n\n".join(
        (
            *(
                "\n".join((when(frame, moment), *plain.statements(frame, moment.claims, ())))
                for moment in found.moments
            ),
            *plain.statements(frame, (), found.caveats),
            plain.origin(frame, found.imprint, claims),
        )
    )


def when(frame: Frame, moment: Moment) -> str:
    """Return a time as the source gives it, and apart from it what a curator reads in it."""
    words = frame(sentences.COMMA).join(wording.quoted(frame, one) for one in moment.words)
    parts = [words] if words else []
    if moment.said:
        parts.append(wording.said(frame, moment.said))
    if moment.happened:
        parts.insert(0, wording.period(frame, *moment.happened))
    elif moment.day:
        parts.append(frame.around(sentences.READING, period=wording.period(frame, *moment.day)))
    else:
        parts.append(frame(sentences.UNDATED))
    return " – ".join(parts[:1]) + "".join(f" {part}" for part in parts[1:])


def quotations(found: Quotations, frame: Frame = ENGLISH) -> str:
    """Return the quotations by speaker, then the statements they stand in."""
    if not found.quoted:
        return frame(sentences.NO_QUOTATIONS)
    numbers = _numbers(found.claims)
    lists = [
        plain.listed(
            frame.around(sentences.MADE, attribution=said_by(frame, speaker)),
            (
                f"{frame.value(one.words)} {_ref(frame, numbers[one.claim])}"
                for one in found.quoted
                if one.speaker == speaker
            ),
        )
        for speaker in dict.fromkeys(one.speaker for one in found.quoted)
    ]
    return "\n\n".join(
        (
            *lists,
            *plain.statements(frame, found.claims, found.caveats, numbered=True),
            plain.origin(frame, found.imprint, found.claims),
        )
    )


def said_by(frame: Frame, speaker: Claimant | None) -> str:
    """Return who said what is in quotation marks, as far as a claim tells."""
    return plain.claimant(frame, speaker) if speaker else frame(sentences.QUOTED_BY_PUBLISHER)


def sources(shelf: SourceShelf, frame: Frame = ENGLISH) -> str:
    """Return what the briefing rests on, and which edition of it this is."""
    about = wording.edition(frame, shelf.imprint)
    items = [
        f"{frame.value(source.file)}: {frame.value(source.note)} {wording.claims(frame, number)}"
        for source, number in shelf.sources
    ]
    return "\n".join(
        (
            f"{frame.value(shelf.imprint.title)} ({frame.value(shelf.imprint.briefing)})",
            about,
            *(plain.ITEM + i for i in items),
            frame.value(shelf.digest),
        )
    )


def receipt(found: Reply, frame: Frame = ENGLISH) -> str:
    """Return how a reply was reached: what was read in the words, and how every claim was weighed."""
    one = found.receipt
    if one is None:
        return frame(sentences.NO_RECEIPT)
    slots = [
        wording.slot(frame, slot.kind, slot.value, slot.words, slot.repaired) for slot in one.question.slots
    ]
    weighed = [wording.weighed(frame, c.claim, c.score, c.ruled_out) for c in one.considered if c.score > 0]
    asked = wording.source(frame, found.imprint) if found.imprint else plain.choices(found, frame)
    return "\n\n".join(
        (
            *([asked] if found.among > 1 else []),
            plain.listed(frame(sentences.READ), slots or [frame(sentences.NOTHING)]),
            plain.listed(frame(sentences.WEIGHED), weighed or [frame(sentences.NOTHING)]),
            wording.decided(frame, one.rule, one.threshold, one.margin),
            wording.outcome(frame, found.outcome, (shown.claim.id for shown in found.claims)),
        )
    )


def name(frame: Frame, who: Claimant | None) -> str:
    """Return who claims a figure, in a list of such."""
    return frame.value(who.name) if who else frame(sentences.PUBLISHER)


def _block(frame: Frame, block: Block, numbers: Mapping[str, int], widest: int) -> str:
    lines = [wording.counted(frame, block.side, block.measure, harm=block.harm)]
    for who, rows in block.cells:
        cells = [_cell(frame, row, numbers) for row in rows] or [frame(sentences.BLANK)]
        lines += [frame.line(f"  {name(frame, who).ljust(widest)}  {cell}") for cell in cells]
    return "\n".join(lines)


def _cell(frame: Frame, row: FigureRow, numbers: Mapping[str, int]) -> str:
    whom = wording.harmed(frame, row.figure.group, row.places)
    cell = f"{wording.number(frame, row.figure)}: {whom} {_ref(frame, numbers[row.claim.id])}"
    if not row.named:
        return cell
    disputing = dict.fromkeys(_ref(frame, numbers[one]) for one in row.named)
    return cell + frame(sentences.COMMA) + wording.disputed_by(frame, disputing)


def _ref(frame: Frame, number: int) -> str:
    return frame.value(f"[{number}]")


def _numbers(claims: Sequence[ShownClaim]) -> dict[str, int]:
    """Return under which number each claim's statement is printed."""
    groups = enumerate(plain.by_statement(claims), start=1)
    return {one.claim.id: number for number, group in groups for one in group}
