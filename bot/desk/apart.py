"""Does heavy work in another process, which takes its memory with it and leaves this one free to answer.

The process is a plain one and not of multiprocessing, which would run the caller's main module again, and
leave a process of its own that watches over the others.
"""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, cast

from bot.errors import ApartError

if TYPE_CHECKING:
    from collections.abc import Callable

Done = TypeVar("Done")

# A server answers while the next edition is made ready: the answers come first.
_NICENESS = 5
_STARTED = b"started\n"


def apart(work: Callable[..., Done], *given: object) -> Done:
    """Return what *work*, a function of a module, does in another process, or here where none can be started.

    Raises what the work raises, ApartError when the process ends before the work does.
    """
    path = os.pathsep.join(one or str(Path.cwd()) for one in sys.path)
    try:
        done = subprocess.run(  # noqa: S603 - what runs is this module
            [sys.executable, "-P", "-m", __name__],
            input=pickle.dumps((work, given)),
            stdout=subprocess.PIPE,
            env=os.environ | {"PYTHONPATH": path},
            check=False,
        )
    except OSError:
        return work(*given)
    if not done.stdout:  # Python or the bot could not be started there
        return work(*given)
    if done.returncode:
        raise ApartError(f"the process that makes the knowledge ready ended with {done.returncode}")
    returned, raised = pickle.loads(done.stdout[len(_STARTED) :])  # noqa: S301 - from our own process
    if raised:
        raise raised
    return cast("Done", returned)


def _main() -> None:
    with suppress(AttributeError, OSError):  # where processes have no niceness, or none of ours may have more
        os.nice(_NICENESS)
    # Ctrl-C reaches every process of a terminal, and whoever waits for this one says what there is to say.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    # What the work prints is not to be taken for what it raised.
    answer = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    answer.write(_STARTED)
    answer.flush()
    work, given = pickle.load(sys.stdin.buffer)  # noqa: S301 - from our own process
    returned = raised = None
    try:
        returned = work(*given)
    except Exception as error:  # noqa: BLE001 - raised again where it was asked for
        raised = error
    with answer:
        pickle.dump((returned, raised), answer)


if __name__ == "__main__":
    _main()
