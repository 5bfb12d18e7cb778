import gc
import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.shipped import MEASURING

# A shell starts what runs in the background with Ctrl-C ignored, and every process that a test starts would
# inherit that.
if signal.getsignal(signal.SIGINT) == signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--pictures", type=Path, metavar="FOLDER", help="keep what tests/browser sees, for the README"
    )


@pytest.fixture(scope="session", autouse=True)
def _unmeasured() -> Iterator[None]:
    """Have coverage measure no process but the `measured`, or making knowledge ready takes thrice as long."""
    with pytest.MonkeyPatch.context() as patch:
        for name in [name for name in os.environ if name.startswith("COVERAGE_")]:
            MEASURING[name] = os.environ[name]
            patch.delenv(name)
        yield


@contextmanager
def _paused() -> Iterator[None]:
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


@pytest.fixture(autouse=True)
def collector(monkeypatch: pytest.MonkeyPatch) -> None:
    """Look through nothing before an edition is opened, but where a test is of that.

    A bot opens few and has little else in its process. Here it would take a quarter of a second a test.
    """
    monkeypatch.setattr("bot.desk.editions._uncollected", _paused)


@pytest.fixture(autouse=True)
def patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait for a busy disk as long as it takes, but where a test is of that."""
    monkeypatch.setattr("bot.desk.preferences.PATIENCE", 60.0)
