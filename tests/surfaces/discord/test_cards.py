"""Cards of any briefing: whole blocks on each page, the foot on all, nothing over Discord's limits."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import discord
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.showing.context import context
from bot.answering.showing.frame import ENGLISH
from bot.answering.showing.reply import with_counter_claims
from bot.desk.browsing import sources
from bot.surfaces.discord import layout, words
from bot.surfaces.discord.cards import MOST_CHARACTERS, card
from bot.surfaces.discord.escaping import echoed, escaped, quoted_lines
from bot.surfaces.discord.memory import Memory
from bot.surfaces.discord.paging import Block, Foot, pages, plain_pages
from bot.surfaces.discord.trail import PATTERN, Trail, id_key
from tests.languages.test_length import assert_soon
from tests.shipped import knowledge

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.surfaces.discord.paging import Sheet

TAIL = "**Caveat – Gazette:**\n> It could not be verified."


ONE = knowledge().index()
(CLAIM, *_) = with_counter_claims(ONE, [("open-war-asif", "answer")])


def laid(texts: Iterable[str], tail: str = TAIL) -> Sheet:
    """Lay texts out with a tail to all of them."""
    foot = Foot((tail,) if tail else ())
    return pages(ENGLISH, [[Block(text, (CLAIM,))] for text in texts], lambda _blocks, _room: foot)


@given(st.lists(st.text(st.sampled_from("ab \n"), max_size=6_000), min_size=1, max_size=8, unique=True))
def test_no_page_is_too_long_and_each_has_its_foot_or_the_next_has(blocks: list[str]) -> None:
    sheet = laid(blocks)
    assert all(sum(map(len, page)) <= MOST_CHARACTERS for page in sheet)
    for number, page in enumerate(sheet):
        assert page[-1] == TAIL or (words.CAVEAT_NEXT in page[-1] and sheet[number + 1] == (TAIL,))


def test_a_block_that_fits_is_never_parted() -> None:
    blocks = [f"**{n}**\n> " + "x" * 1_500 for n in range(5)]
    assert [block for page in laid(blocks) for block in page if block != TAIL] == blocks


def test_a_statement_longer_than_a_card_goes_on_under_its_attribution() -> None:
    statement = " ".join(f"word{n}" for n in range(1_500))
    sheet = laid([f"**Somebody stated:**\n> {statement}"])
    assert len(sheet) > 1
    shown = []
    for number, page in enumerate(sheet):
        head, said, *more = page[0].split("\n")
        assert head == "**Somebody stated:**"
        assert said.startswith("> ")
        assert more == ([f"-# {words.GOES_ON}"] if number + 1 < len(sheet) else [])
        shown += said.removeprefix("> ").split()
    assert " ".join(shown) == statement


def test_emphasis_is_whole_on_every_page() -> None:
    sheet = laid([f"> before\n> **{'word ' * 1_500}end.**\n> after"])
    assert len(sheet) > 1
    for page in sheet:
        for line in page[0].removesuffix(f"\n-# {words.GOES_ON}").split("\n"):
            assert line.count("**") in {0, 2}
            assert line in {"> before", "> after"} or re.fullmatch(r"> \*\*.*\*\*", line)


def test_a_long_contested_statement_keeps_its_limits_on_every_page() -> None:
    head = "**Somebody stated:**\n**Not verified** (caveat by Gazette) · Contested by Another."
    sheet = laid([f"{head}\n> {'word ' * 1_500}\n\n-# [a note]"])
    assert len(sheet) > 1
    assert all(page[0].startswith(f"{head}\n> word") for page in sheet)


def test_a_long_note_is_parted_from_a_statement_and_not_the_statement() -> None:
    whole = f"**Somebody stated:**\n> {'word ' * 600}end."
    first, second = (page[0] for page in laid([f"{whole}\n\n-# {'note ' * 300}"]))
    assert first.strip() == whole
    assert second.startswith("**Somebody stated:**\n-# note")


def test_a_long_list_keeps_its_heading_on_every_page() -> None:
    items = [f"- item {n}" for n in range(600)]
    sheet = plain_pages(ENGLISH, ["\n".join(("**Items**", *items))])
    assert len(sheet) > 1
    shown = [page[0].split("\n") for page in sheet]
    assert all(head == "**Items**" for head, *_ in shown)
    assert [item for _, *part in shown for item in part] == items


@pytest.mark.parametrize("tail", ["", "c" * 3_000, "c" * 3_798, "c" * 3_900])
@pytest.mark.parametrize("block", ["**A**\n> " + "\\*" * 3_000, "x" * 9_000, "**A**\n> " + "word " * 50])
def test_what_has_no_room_or_no_spaces_ends_all_the_same(block: str, tail: str) -> None:
    sheet = laid([block], tail)
    assert sum(piece.count("x") + piece.count("*") for page in sheet for piece in page) >= block.count("x")
    assert sum(text.count("c") for page in sheet for text in page) >= len(tail)


def test_many_short_blocks_take_several_cards() -> None:
    for page in laid([f"short {n}" for n in range(40)]):
        assert card(page, [discord.ui.Button(label="one", custom_id="one")] * 1).total_children_count <= 40


def test_what_nobody_claims_is_said_as_often_as_it_is_there() -> None:
    assert plain_pages(ENGLISH, ["same", "same"]) == (("same", "same"),)


def test_a_card_with_everything_stays_within_discords_limits() -> None:
    view = card(laid(["x" * 3_000])[0], picture=("a.png", "what it shows"))
    assert view.content_length() <= 4_000
    assert view.total_children_count <= 40


@pytest.mark.parametrize(
    ("text", "alive"),
    [
        ("[x](https://evil.example)", "[x]("),
        ("**bold**", "**bold"),
        ("@everyone", "\n@everyone"),
        ("<@1> <#2> <:a:3>", "<@1>"),
        ("https://evil.example", "https://"),
        ("> quoted", "\n> "),
        ("# heading", "\n# "),
        ("-# small", "\n-# "),
        ("- item", "\n- "),
        ("1. item", "\n1. "),
        ("||spoiler||", "||"),
        ("`code`", "\n`"),
        ("discord.gg/abc", "discord.gg"),
    ],
)
def test_markup_is_shown_as_written(text: str, alive: str) -> None:
    assert alive not in f"\n {escaped(text)}".replace("\n ", "\n", 1)
    assert escaped(text).replace("\\", "") == text


def test_a_text_of_empty_lines_is_shown_soon() -> None:
    assert_soon(lambda _, text: escaped(text), "\n" * 20_000)


def test_many_sources_go_on_over_pages() -> None:
    shelf = sources(knowledge())
    (source, number), *_ = shelf.sources
    many = [(source._replace(file=f"part-{at}.txt", note="As printed. " * 20), number) for at in range(40)]
    laid_out = layout.sources(replace(shelf, sources=tuple(many)))
    assert all(sum(map(len, page)) <= MOST_CHARACTERS for page in laid_out)
    assert all(any(f"{one.file}:" in text for page in laid_out for text in page) for one, _ in many)


def test_a_files_name_is_shown_as_written() -> None:
    index = knowledge().index()
    shelf = sources(knowledge())
    (source, number), *_ = shelf.sources
    odd = replace(shelf, sources=((source._replace(file="so`u`rce **x**"), number),))
    found = context(index, [index.entries[0].claim.id])
    passage = replace(found.passages[0], file="so`u`rce **x**")
    for pages_ in (layout.sources(odd), layout.context(replace(found, passages=(passage,)))):
        assert r"so\`u\`rce \*\*x\*\*" in "\n".join(pages_[0])


def test_a_members_words_stay_on_one_line_without_what_nobody_sees() -> None:
    assert echoed("a\u202eb\n> c\u200b  d") == "ab > c d"
    assert "discord.gg" not in echoed("join discord.gg/abc")


def test_every_line_of_a_quotation_is_marked() -> None:
    assert quoted_lines("one\n\ntwo") == "> one\n> \n> two"


def match(trail: Trail) -> re.Match[str]:
    found = re.fullmatch(f"ctx:{PATTERN}", trail.custom_id("ctx"))
    assert found
    return found


def test_a_trail_is_read_back_and_fits_whatever_the_claims() -> None:
    index = knowledge().index()
    every = with_counter_claims(index, [(entry.claim.id, "answer") for entry in index.entries])
    trail = Trail.of(knowledge().digest, index, every, "abc1234")
    assert len(trail.custom_id("down", "p12")) <= 100
    again = Trail.read(match(trail))
    assert again == trail
    found = again.follow(knowledge())
    assert [one.claim for one in found] == [one.claim.id for one in every[: len(found)]]
    assert not any(one.changed for one in found)


def test_keys_tell_claims_apart() -> None:
    index = knowledge().index()
    ids = [entry.claim.id for entry in index.entries]
    assert len({id_key(index.briefing.id, one) for one in ids}) == len(ids)


def test_a_trail_to_nothing_known_leads_nowhere() -> None:
    index = knowledge().index()
    trail = Trail.of(knowledge().digest, index, with_counter_claims(index, [("open-war-asif", "answer")]))
    (step,) = trail.steps
    lost = Trail(trail.edition, "", (step._replace(id_key="-----"),))
    assert lost.follow(knowledge()) == ()


def test_memory_lets_the_oldest_go() -> None:
    memory: Memory[int] = Memory(2)
    numbers = [memory.keep(n) for n in range(3)]
    assert [memory.get(n) for n in numbers] == [None, 1, 2]
    assert memory.take(numbers[1]) == 1
    assert memory.get(numbers[1]) is None
