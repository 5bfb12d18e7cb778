"""What is read together is on one page: a claim, what contests it, what limits it, where it is from."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.showing import sentences, wording
from bot.answering.showing.context import context
from bot.answering.showing.frame import ENGLISH
from bot.desk.asking import ask
from bot.desk.browsing import figures, quotations, timeline
from bot.desk.catalogues import LANGUAGES, frame_in
from bot.surfaces.discord import layout, words
from bot.surfaces.discord.cards import MOST_BLOCKS, MOST_CHARACTERS, page_line
from bot.surfaces.discord.escaping import escaped, quoted_lines
from tests.shipped import CAVEAT, CONTESTED, knowledge
from tests.surfaces.discord.conftest import World, labels, shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.answering.showing.reply import Reply, ShownClaim
    from bot.surfaces.discord.paging import Sheet

MOST_OF_DISCORD = 4_000  # characters in a layout
CHAUDHARY = "12 Pakistani soldiers were killed, 27 were wounded"
MUJAHID = "55 Pakistani soldiers were killed, with 23 bodies held"


def listings() -> dict[str, Sheet]:
    k = knowledge()
    return {
        "timeline": layout.timeline(timeline(k)),
        "figures": layout.figures(figures(k)),
        "quotes": layout.quotations(quotations(k)),
        "answer": layout.reply(ask(k, CONTESTED)),
    }


@pytest.mark.parametrize("name", ["timeline", "figures", "quotes", "answer"])
def test_no_page_has_a_claim_without_what_contests_it(name: str) -> None:
    by_id = knowledge().index().by_id
    contested_by = knowledge().index().contested_by
    for page in listings()[name]:
        *blocks, _ = page
        quoted = "\n".join(block for block in blocks if "\n> " in block)
        here = {one for one in by_id if quoted_lines(by_id[one].claim.statement) in quoted}
        for one in here:
            assert not contested_by.get(one) or here.intersection(contested_by[one]), (name, one)


@pytest.mark.parametrize("name", ["timeline", "figures", "quotes", "answer"])
def test_a_page_names_just_the_claims_that_are_on_it_and_has_their_caveats(name: str) -> None:
    index = knowledge().index()
    caveats = {one.id: one for one in index.briefing.caveats}
    for page in listings()[name]:
        text = "\n".join(page)
        named = re.search(r"Claims: (.+)\.$", page[-1])
        assert named
        for one in named[1].split(", "):
            claim = index.by_id[one].claim
            stands = quoted_lines(claim.statement) in text
            counted = any(
                f"{wording.number(ENGLISH, one)}\u00a0– {one.group}" in text for one in claim.figures
            )
            assert stands or counted, (name, one)
        if sentences.NOT_VERIFIED in text:
            assert all(escaped(one.passage.text) in text for one in caveats.values())


async def test_what_is_posted_of_the_timeline_has_both_sides(world: World) -> None:
    told = await world.member.slash(world.channel, "timeline")
    assert told.response is not None
    while True:
        posted = await world.member.click(told.response, label=words.POST)
        assert posted.response is not None
        text = shown(posted.response)
        assert (CHAUDHARY in text) == (MUJAHID in text)
        assert (CHAUDHARY in text) <= (CAVEAT in text)
        if words.LATER not in labels(told.response):
            break
        await world.member.click(told.response, label=words.LATER)
    assert len(world.channel.history()) > 1


@cache
def contested() -> Reply:
    return ask(knowledge(), CONTESTED)


def saying(one: ShownClaim, text: str) -> ShownClaim:
    """Return a claim as if it were made in other words."""
    passage = one.claim.passage._replace(text=text)
    return replace(one, claim=one.claim._replace(passage=passage, note=None))


def lengthened(claims: int, counters: int, caveat: int) -> Reply:
    """Return a reply with a claim, a counter-claim and a caveat of so many characters."""
    found = contested()
    own, *against = found.claims
    against = [saying(one, ("against " * 500)[:counters]) for one in against]
    (limit,) = found.caveats
    passage = limit.caveat.passage._replace(text=("limit " * 700)[:caveat])
    return replace(
        found,
        claims=(saying(own, ("claim " * 700)[:claims]), *against),
        caveats=(limit._replace(caveat=limit.caveat._replace(passage=passage)),),
    )


LENGTHS = st.integers(1, 3_500)


@given(LENGTHS, LENGTHS, LENGTHS)
def test_a_statement_is_whole_on_one_page_with_its_claimant_and_its_limits(
    claim: int, counter: int, caveat: int
) -> None:
    found = lengthened(claim, counter, caveat)
    sheet = layout.reply(found)
    assert all(sum(map(len, page)) <= MOST_CHARACTERS for page in sheet)
    (limit,) = found.caveats
    limiting = quoted_lines(limit.caveat.passage.text)
    for one in found.claims:
        assert one.claimant
        statement = f"\n{quoted_lines(one.claim.statement)}"
        places = [n for n, page in enumerate(sheet) if any(statement in f"{block}\n" for block in page)]
        assert places
        for number in places:
            (block,) = (block for block in sheet[number] if statement in block)
            head = block[: block.index(statement)]
            assert one.claimant.name in head
            assert sentences.NOT_VERIFIED in head
            assert "Contested by" in head
            if not any(limiting in text for text in sheet[number]):
                assert words.CAVEAT_NEXT in sheet[number][-1]
                assert limiting in sheet[number + 1][0]
    for page in sheet:
        sides = [one for one in found.claims if quoted_lines(one.claim.statement) in "\n".join(page)]
        if len({one.claimant for one in sides}) == 1:
            assert "-# More on the same matter: page" in page[-1]


@pytest.mark.parametrize("tail", range(1_700, 1_950, 50))
def test_a_statement_of_half_a_page_is_not_parted_for_a_long_caveat(tail: int) -> None:
    sheet = layout.reply(lengthened(2_000, 100, tail))
    whole = quoted_lines(("claim " * 700)[:2_000])
    assert sum(whole in block for page in sheet for block in page) == 1


def test_a_group_longer_than_a_page_says_where_the_rest_is() -> None:
    first, second = layout.reply(lengthened(2_500, 2_500, 100))
    assert words.SAME_MATTER.format(pages=2) in first[-1]
    assert words.SAME_MATTER.format(pages=1) in second[-1]
    assert all("limit limit" in page[-1] for page in (first, second))


def of_many(claims: Sequence[ShownClaim], number: int) -> tuple[ShownClaim, ...]:
    """Return as many claims of each side, each contested by all of the other's."""
    sides = [claims[0], claims[-1]]
    names = [[f"{one.claim.id}-{n:03}" for n in range(number)] for one in sides]
    found = []
    for n in range(number):
        for own, other, one in zip(names, reversed(names), sides, strict=True):
            said = saying(one, f"Statement {n} of {own[0]} says what it says and nothing else. " * 4)
            made = said.claim._replace(id=own[n], passage=said.claim.passage._replace(start=n))
            found.append(replace(said, claim=made, role="answer", disputed_by=tuple(other)))
    return tuple(found)


@pytest.mark.parametrize("number", [3, 8, 80])
def test_many_claims_that_contest_each_other_all_stand_with_their_ids(number: int) -> None:
    found = replace(contested(), claims=of_many(contested().claims, number))
    sheet = layout.reply(found)
    assert len(sheet) <= 1 + number
    text = "\n".join("\n".join(page) for page in sheet)
    for one in found.claims:
        assert quoted_lines(one.claim.statement) in text
        assert one.claim.id in text
    for page in sheet:
        assert sum(map(len, page)) <= MOST_CHARACTERS
        assert len(page) <= MOST_BLOCKS + 1
        both = all(side.claimant and side.claimant.name in "\n".join(page[:-1]) for side in found.claims)
        assert both or "More on the same matter" in page[-1]
        assert CAVEAT in page[-1]


@pytest.mark.parametrize("tag", LANGUAGES)
def test_a_full_page_has_room_for_its_number_and_for_what_has_changed(tag: str) -> None:
    frame = frame_in(tag)
    lead = f"{frame(words.CHANGED)}\n{frame(words.NOT_ALL)}"
    assert MOST_CHARACTERS + len(lead) + len(page_line(frame, 998, 999)) <= MOST_OF_DISCORD


def test_the_context_of_every_claim_has_all_that_contests_it() -> None:
    index = knowledge().index()
    for entry in index.entries:
        found = context(index, [entry.claim.id])
        text = "\n".join("\n".join(page) for page in layout.context(found))
        for one in found.claims:
            assert all(escaped(line) in text for line in one.claim.statement.split("\n"))
            assert one.claim.id in text
