"""A Chromium that looks at the preview, wide and as on a phone; skipped where there is none."""

from __future__ import annotations

import os
import shutil
from io import BytesIO
from typing import TYPE_CHECKING, Protocol

import pytest
from PIL import Image

from tests.previewing import previewing

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Locator, Page

CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
NO_PLAYWRIGHT = "needs playwright: .venv/bin/pip install -c .ci/constraints.txt -e '.[dev,browser]'"
NO_CHROMIUM = (
    "needs a Chromium: install your system's (on Debian: apt install chromium), or set CHROMIUM to its path"
)
WIDTHS = {"wide": 1100, "phone": 420}
HEIGHT, TALL = 900, 6000
_EDGE = 12  # pixels around what is photographed
_COLOURS = 128  # a picture for the README is small, and is of few colours


class Camera(Protocol):
    """Keeps a picture of messages from the first to the last, where somebody wants the pictures."""

    def __call__(self, name: str, first: Locator, last: Locator | None = None) -> None: ...


@pytest.fixture(scope="session")
def chromium() -> str:
    pytest.importorskip("playwright.sync_api", reason=NO_PLAYWRIGHT)
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, CHROMIUM)), None)
    return found or pytest.skip(NO_CHROMIUM)


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - it may be missing, see above

    with sync_playwright() as playwright:
        # Only pages of this machine are shown, and root and most containers cannot have Chromium's sandbox.
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(params=WIDTHS)
def width(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def pictures(request: pytest.FixtureRequest) -> Path | None:
    """Return the folder for pictures, None where nobody wants any."""
    folder: Path | None = request.config.getoption("pictures")
    return folder


@pytest.fixture
def page(browser: Browser, width: str, pictures: Path | None, tmp_path: Path) -> Iterator[Page]:
    """Return a preview of its own, as a member sees it; tall enough for pictures of whole messages."""
    height = TALL if pictures else HEIGHT
    with previewing(tmp_path) as (_, address):
        page = browser.new_page(viewport={"width": WIDTHS[width], "height": height})
        page.goto(address)
        yield page
        page.close()


@pytest.fixture
def camera(page: Page, width: str, pictures: Path | None) -> Camera:
    def keep(name: str, first: Locator, last: Locator | None = None) -> None:
        if pictures is None:
            return
        page.mouse.move(0, 0)
        # While something is under way, the preview lets nobody press a button.
        page.wait_for_function("() => !document.querySelector('.message-components button:disabled')")
        top = first.bounding_box()
        card = (last or first).locator(".message-components").bounding_box()
        assert top is not None
        assert card is not None
        corner = {
            "width": card["x"] + card["width"] + _EDGE - top["x"],
            "height": card["y"] + card["height"] + _EDGE - top["y"],
        }
        shot = Image.open(BytesIO(page.screenshot(clip={**top, **corner}, animations="disabled")))
        pictures.mkdir(parents=True, exist_ok=True)
        shot.convert("RGB").quantize(_COLOURS).save(pictures / f"{name}-{width}.png", optimize=True)

    return keep
