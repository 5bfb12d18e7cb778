import signal
from pathlib import Path

import pytest

# A shell starts what runs in the background with Ctrl-C ignored, and every process that a test starts would
# inherit that.
if signal.getsignal(signal.SIGINT) == signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--pictures", type=Path, metavar="FOLDER", help="keep what tests/browser sees, for the README"
    )
