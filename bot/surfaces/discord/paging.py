"""Lays blocks out on pages: each whole, with what contests it and what limits it on the same page.

What stands on a page is read alone, where it is posted to a channel.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from bot.answering.showing import sentences
from bot.surfaces.discord import words
from bot.surfaces.discord.cards import BOLD, MOST_BLOCKS, MOST_CHARACTERS, QUOTE
from bot.surfaces.plain import ITEM

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from bot.answering.showing.frame import Frame
    from bot.answering.showing.reply import ShownClaim

Sheet = tuple[tuple[str, ...], ...]  # pages, each of texts
_BETWEEN = "\n\n"  # the texts at the foot of a page


class Block(NamedTuple):
    """A text that is shown whole, with the claims that are in it."""

    text: str
    claims: tuple[ShownClaim, ...] = ()


class Foot(NamedTuple):
    """What stands under the blocks of a page: the words of their caveats, and where they come from."""

    caveats: tuple[str, ...] = ()
    origin: str = ""

    @property
    def texts(self) -> tuple[str, ...]:
        """Return all of it, a text each."""
        return (*self.caveats, *([self.origin] if self.origin else []))


if TYPE_CHECKING:
    # Returns the foot of blocks, in so many characters if it can be said in fewer.
    MakeFoot = Callable[[Sequence[Block], int], Foot]


def pages(
    frame: Frame, groups: Iterable[Sequence[Block]], foot: MakeFoot | None = None, *, before: int = 0
) -> Sheet:
    """Lay groups of blocks out on as few pages as hold each whole, with its foot.

    What is on a page already is not said there again. A group that is whole only without its foot has that
    on the next page, and one that is longer is broken between blocks; each page then says so. A block longer
    than a page goes on over several, with all that stands before its quotation, the attribution and the
    limits, on each. So many pages come *before*.
    """
    laying = _Laying(frame, foot or (lambda _blocks, _room: Foot()))
    for group in groups:
        laying.add(group)
    return laying.sheet(before)


def plain_pages(frame: Frame, texts: Iterable[str]) -> Sheet:
    """Lay texts out that nothing limits."""
    return pages(frame, [[Block(text)] for text in texts])


@dataclass(eq=False)
class _Page:
    """Blocks in order; `matters` are the broken groups on it, and `bare` tells that its foot comes next."""

    blocks: list[Block] = field(default_factory=list)
    matters: list[list[_Page]] = field(default_factory=list)
    bare: str = ""


class _Laying:
    """Pages that are being filled."""

    def __init__(self, frame: Frame, foot: MakeFoot) -> None:
        self._frame, self._made = frame, foot
        self._pages = [_Page()]
        self._first: dict[str, _Page] = {}  # where a block stands first
        self._longest_line = len(self._elsewhere([998, 999]))

    def add(self, group: Sequence[Block], matter: list[_Page] | None = None) -> None:
        """Add blocks that belong together, on this page or the next; a broken `matter` notes its pages."""
        here = {block.text for block in self._pages[-1].blocks if block.claims}
        self._add([block for block in group if block.text not in here], group, matter)

    def _add(self, new: Sequence[Block], group: Sequence[Block], matter: list[_Page] | None) -> None:
        """Add what is *new* of a group on this page, or all of it on the next."""
        page, broken = self._pages[-1], matter is not None
        if self._fits([*page.blocks, *new], broken=broken or bool(page.matters)):
            self._put(new, matter)
        elif self._fits(group, broken=broken) or self._fits(group, broken=broken, shortened=True):
            self._turn()
            self._put(group, matter)
        elif self._fits_without_foot(group, broken=broken):
            self._turn()
            self._put(group, matter)
            self._put_foot_next(group)
        elif len(group) > 1:
            self._break(group)
        else:
            self._part(group[0], matter)

    def sheet(self, before: int) -> Sheet:
        """Return the pages, at least one, each with its foot and where more on the same matter stands."""
        number = {id(page): at for at, page in enumerate(self._pages, start=before + 1)}
        return tuple(self._finished(page, number) for page in self._pages if page.blocks) or ((),)

    def _finished(self, page: _Page, number: dict[int, int]) -> tuple[str, ...]:
        texts = [block.text for block in page.blocks]
        matters = {number[id(other)] for matter in page.matters for other in matter} - {number[id(page)]}
        line = self._elsewhere(sorted(matters)) if matters else ""
        if page.bare:
            return (*texts[:-1], texts[-1] + page.bare + line)
        room = MOST_CHARACTERS - sum(map(len, texts)) - len(line)
        tail = _BETWEEN.join(self._foot(page.blocks, room).texts) + line
        return (*texts, tail.removeprefix("\n")) if tail else tuple(texts)

    def _fits(self, blocks: Sequence[Block], *, broken: bool, shortened: bool = False) -> bool:
        room = self._room(blocks, broken=broken)
        if room < 0:
            return False
        foot = self._foot(blocks, room if shortened else MOST_CHARACTERS)
        return len(_BETWEEN.join(foot.texts)) <= room

    def _fits_without_foot(self, blocks: Sequence[Block], *, broken: bool) -> bool:
        room = self._room(blocks, broken=broken)
        return room >= 0 and len(self._next(blocks)) <= room

    def _room(self, blocks: Sequence[Block], *, broken: bool) -> int:
        """Return how many characters blocks leave on a page, fewer than none where there are too many."""
        if len(blocks) > MOST_BLOCKS:
            return -1
        line = self._longest_line if broken else 0
        return MOST_CHARACTERS - sum(len(block.text) for block in blocks) - line

    def _put(self, blocks: Iterable[Block], matter: list[_Page] | None) -> None:
        page = self._pages[-1]
        for block in blocks:
            page.blocks.append(block)
            if block.claims:
                self._first.setdefault(block.text, page)
        if matter is not None:
            matter.append(page)
            page.matters.append(matter)

    def _turn(self) -> None:
        if self._pages[-1].blocks:
            self._pages.append(_Page())

    def _put_foot_next(self, blocks: Sequence[Block]) -> None:
        self._pages[-1].bare = self._next(blocks)
        self._turn()
        for text in self._foot(blocks).texts:
            self.add([Block(text)])
        self._turn()

    def _break(self, group: Sequence[Block]) -> None:
        """Lay a group out block by block, without those that stand on an earlier page."""
        matter: list[_Page] = []
        for block in group:
            before = self._first.get(block.text)
            if before:
                matter.append(before)
            else:
                self.add([block], matter)

    def _part(self, block: Block, matter: list[_Page] | None) -> None:
        longest = MOST_CHARACTERS - self._longest_line - len(self._next([block]))
        foot = len(_BETWEEN.join(self._foot([block]).texts))
        for piece in _pieces(block.text, longest, foot, f"\n-# {self._frame(words.GOES_ON)}"):
            one = [Block(piece, block.claims)]
            self._add(one, one, matter)

    def _foot(self, blocks: Sequence[Block], room: int = MOST_CHARACTERS) -> Foot:
        return self._made(blocks, room) if any(block.claims for block in blocks) else Foot()

    def _next(self, blocks: Sequence[Block]) -> str:
        """Return the line that says that the foot of blocks comes next, nothing where they have none."""
        foot = self._foot(blocks)
        if not foot.texts:
            return ""
        return f"\n-# {self._frame(words.CAVEAT_NEXT if foot.caveats else words.SOURCE_NEXT)}"

    def _elsewhere(self, numbers: Sequence[int]) -> str:
        """Return the line that says on which pages there is more on the same matter."""
        first, last = numbers[0], numbers[-1]
        told = self._frame.value(str(first))
        if last != first:
            told = self._frame(sentences.RANGE, first=first, last=last)
        return f"\n-# {self._frame.around(words.SAME_MATTER, pages=told)}"


def _pieces(text: str, longest: int, foot: int, goes_on: str) -> list[str]:
    """Return a text in pieces of at most so many characters, each a quotation where it is one.

    Each has the same head. One that is parted has room for the *foot*, where that is not half of a page.
    """
    lines = text.split("\n")
    first = next((n for n, line in enumerate(lines) if line.startswith((QUOTE, ITEM))), len(lines))
    head = "".join(f"{line}\n" for line in lines[:first])
    body = lines[first:]
    quoted = sum(len(line) + 1 for line in body if line.startswith(QUOTE))
    if len(head) + quoted > longest and foot <= longest // 2:
        longest -= foot
    if not body or len(head) > longest // 2 < len(head) + max(map(len, body)):
        head, body = "", lines
    pieces = [*_joined(body, longest - len(head) - len(goes_on))]
    marked = [goes_on if _is_parted(one, two) else "" for one, two in pairwise(pieces)]
    return [head + piece + mark for piece, mark in zip(pieces, (*marked, ""), strict=True)]


def _is_parted(piece: str, following: str) -> bool:
    """Tell whether a quotation begins on one page and goes on on the next."""
    return piece.rsplit("\n", 1)[-1].startswith(QUOTE) and following.startswith(QUOTE)


def _joined(lines: Sequence[str], room: int) -> Iterator[str]:
    """Join lines as long as they fit, and part those at spaces that fit nowhere."""
    piece = ""
    for line in (part for one in lines for part in _parted(one, room)):
        if piece and len(piece) + 1 + len(line) > room:
            yield piece
            piece = line
        else:
            piece = f"{piece}\n{line}" if piece else line
    yield piece


def _parted(line: str, room: int) -> Iterator[str]:
    margin = QUOTE if line.startswith(QUOTE) else ""
    rest = line.removeprefix(margin)
    mark = BOLD if rest.startswith(BOLD) and rest.endswith(BOLD) else ""
    rest = rest.removeprefix(mark).removesuffix(mark)
    left = room - len(margin) - 2 * len(mark)
    while len(rest) > left:
        at = rest.rfind(" ", 1, left) + 1 or left
        yield f"{margin}{mark}{rest[:at].rstrip(' ')}{mark}"
        rest = rest[at:]
    yield f"{margin}{mark}{rest}{mark}"
