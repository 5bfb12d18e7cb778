"""What a member sees in the preview: whole statements, with whose they are and what limits them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import NO_PLAYWRIGHT
from tests.shipped import CAVEAT

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

    from tests.browser.conftest import Camera

expect = pytest.importorskip("playwright.sync_api", reason=NO_PLAYWRIGHT).expect
expect.set_options(timeout=30_000)  # milliseconds: a machine that runs other tests too takes its time

ASKED = "hw many pakstani soldeirs died according to pakistan?"
CHAUDHARY, MUJAHID = "Lt Gen Ahmed Sharif Chaudhary", "Zabihullah Mujahid"
STATED = (
    "He said 12 Pakistani soldiers were killed, 27 were wounded and one was missing during the operation."
)
COUNTERED = (
    "Mujahid rejected Pakistan’s claims as “not true”, saying 55 Pakistani soldiers were killed, with 23 "
    "bodies held by Afghan forces, and that many Pakistani soldiers had been captured."
)
# What of the cards is cut off at a side or reaches past it.
TOO_WIDE = """() => {
  const edge = document.querySelector("#channel-timeline").getBoundingClientRect().right
  return [...document.querySelectorAll("#channel-timeline, #channel-timeline .message-components *")]
    .filter((one) => one.clientWidth)
    .filter((one) => one.getBoundingClientRect().right > edge + 1 || one.scrollWidth > one.clientWidth + 1)
    .map((one) => `${one.tagName} ${one.className}: ${one.innerText}`)
}"""


def messages(page: Page, number: int) -> Locator:
    """Return the messages, once there are so many."""
    expect(page.get_by_role("main")).to_have_attribute("aria-busy", "false")
    found = page.get_by_role("log").get_by_role("article")
    expect(found).to_have_count(number)
    return found


def ask(page: Page) -> Locator:
    """Ask, and return the messages: the question and answer that were there, these, and what comes after."""
    messages(page, 2)
    page.get_by_role("textbox", name="Message").fill(f"@briefing-bot {ASKED}")
    page.keyboard.press("Enter")
    # Until it is done with one thing, the preview passes over the next.
    expect(page.locator("#action-status")).to_have_text("Message sent")
    return messages(page, 4)


def scroll_to(text: Locator) -> None:
    """Scroll until all of a text is in sight; the page scrolls too, to what is new, until it has settled."""
    for patience in (500, 1_000, 2_000, 4_000, 8_000):
        text.scroll_into_view_if_needed()
        try:
            expect(text).to_be_in_viewport(ratio=0.99, timeout=patience)
        except AssertionError:
            continue
        return
    pytest.fail(f"cannot be scrolled to: {text.inner_text()}")


def can_be_read(page: Page, card: Locator, *statements: str) -> None:
    """Check that statements and the caveat can be read to their ends, and that nothing goes past an edge."""
    for statement in (*statements, CAVEAT):
        scroll_to(card.get_by_role("blockquote").filter(has_text=statement).first)
    assert page.evaluate(TOO_WIDE) == []


def test_the_opening_shows_both_sides(page: Page) -> None:
    opening = messages(page, 2).last
    for claimant in (f"{CHAUDHARY} (Pakistan’s military spokesperson)", f"{MUJAHID} (Taliban government"):
        expect(opening).to_contain_text(claimant)
    can_be_read(page, opening)


def test_a_reply(page: Page, camera: Camera) -> None:
    asked = ask(page)
    reply = asked.last
    limit = "Not verified (caveat by Al Jazeera)"
    for block in (
        f"{CHAUDHARY} (Pakistan’s military spokesperson) stated: {limit} · Contested by {MUJAHID}. {STATED}",
        f"Counter-claim – {MUJAHID} (Taliban government spokesperson) denied (in the words “not true”) and",
        f"stated: {limit} · Contested by {CHAUDHARY}. {COUNTERED}",
        f"Caveat – Al Jazeera: {CAVEAT}",
    ):
        expect(reply).to_contain_text(block, use_inner_text=True)
    can_be_read(page, reply, STATED, COUNTERED)
    camera("reply", asked.nth(2), reply)


def test_in_context(page: Page, camera: Camera) -> None:
    ask(page).last.get_by_role("button", name="In context").click()
    context = messages(page, 5).last
    expect(context).to_contain_text("Only you can see this")
    expect(context.get_by_role("strong").filter(has_text=STATED)).to_be_visible()
    limits = f"Not verified (caveat by Al Jazeera) · Contested by {MUJAHID}."
    block = f"{CHAUDHARY} (Pakistan’s military spokesperson) stated: {limits} {STATED}"
    expect(context).to_contain_text(block, use_inner_text=True)
    can_be_read(page, context, STATED, COUNTERED)
    camera("context", context)


def test_other_figures_and_their_chart(page: Page, camera: Camera) -> None:
    ask(page).last.get_by_role("button", name="Other figures").click()
    figures = messages(page, 5).last
    expect(figures).to_contain_text(f"{CHAUDHARY}: 12 – Pakistani soldiers; disputed by {MUJAHID}")
    expect(figures).to_contain_text(f"{MUJAHID}: 55 – Pakistani soldiers; disputed by {CHAUDHARY}")
    can_be_read(page, figures, STATED, COUNTERED)
    camera("other-figures", figures)

    figures.get_by_role("button", name="Chart").click()
    chart = messages(page, 6).last
    picture = chart.get_by_role("img", name="Casualty figures, as claimed")
    expect(picture).to_have_js_property("naturalWidth", 840)
    described = picture.get_attribute("alt") or ""
    assert described.startswith("Casualty figures, as claimed. Not verified (caveat by Al Jazeera).")
    assert f"{CHAUDHARY}, disputed by {MUJAHID}: 12 – Pakistani soldiers, killed;" in described
    assert f"{MUJAHID}, disputed by {CHAUDHARY}: 55 – Pakistani soldiers, killed;" in described
    can_be_read(page, chart)
    camera("chart", chart)


def test_figures_filtered_from_the_slash_picker(page: Page, camera: Camera) -> None:
    messages(page, 2)
    page.get_by_role("textbox", name="Message").press_sequentially("/figures")
    page.get_by_role("option", name="/figures").click()
    # The picker offers nothing before a letter is typed: it asks the bot only then, unlike Discord's own.
    for option, typed, offered in (("side", "p", "Pakistan"), ("measure", "kil", "killed")):
        page.get_by_role("option", name=option).click()
        page.get_by_role("combobox", name=option).press_sequentially(typed)
        page.get_by_role("option", name=offered).click()
        page.get_by_role("button", name=re.compile(r"^\+\d more$")).click()
    page.get_by_role("button", name="Send").click()
    figures = messages(page, 3).last
    expect(figures).to_contain_text("Victims: Pakistan – killed")
    expect(figures).not_to_contain_text("Victims: Pakistan – wounded")
    for chosen in ("Victims: Pakistan", "killed", "Every claimant"):
        expect(figures.get_by_role("combobox").filter(has_text=chosen)).to_be_visible()
    can_be_read(page, figures, STATED, COUNTERED)
    camera("figures", figures)
