"""Does heavy work in another process, which takes its memory with it and leaves this one free to answer.

The process is a plain one and not of multiprocessing, which would run the caller's main module again, and
leave a process of its own that watches over the others.
"""

from __future__ import annotations

import logging
import os
import pickle
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from threading import Thread
from traceback import format_exc
from typing import TYPE_CHECKING, TypeVar, cast

from bot.errors import ApartError, BotError, StoppedError

if TYPE_CHECKING:
    from collections.abc import Callable

Done = TypeVar("Done")

_log = logging.getLogger(__name__)
_running: set[subprocess.Popen[bytes]] = set()

# A server answers while the next edition is made ready: the answers come first.
_NICENESS = 5
_LONGEST = 3_600  # seconds; 100,000 claims take eight minutes
_DONE = b"\0done\0"  # comes before what the work returned: Python may have printed something as it started


def run_apart(work: Callable[..., Done], *given: object) -> Done:
    """Return what *work*, a function of a module, does in another process, or here where none can be started.

    Raises what the work raises, ApartError when the process was ended over it, which might end this one too,
    StoppedError when `end_all` has ended it.
    """
    status: int | OSError
    try:
        answer, status = _run(pickle.dumps((work, given)))
    except OSError as error:
        answer, status = b"", error
    if isinstance(status, int) and status < 0:  # by a signal, for want of memory or time, or told to
        why = signal.strsignal(-status)
        raise ApartError(
            f"what was under way in another process has been ended ({why}); it may need more memory"
        )
    try:
        returned, raised = pickle.loads(answer.partition(_DONE)[2])  # noqa: S301 - from our own process
    except Exception:  # noqa: BLE001 - whatever is amiss there, it can be done here
        _log.warning("done in the bot's own process, since another one failed: %s", status)
        return work(*given)
    if raised:
        raise raised
    return cast("Done", returned)


def end_all() -> None:
    """End what other processes do, since nobody will wait for it."""
    for process in tuple(_running):
        _running.discard(process)
        process.terminate()


def _run(task: bytes) -> tuple[bytes, int]:
    """Return what a process with a task has written, and how it ended."""
    path = os.pathsep.join(one or str(Path.cwd()) for one in sys.path)
    with subprocess.Popen(  # noqa: S603 - what runs is this module
        [sys.executable, "-P", "-m", __name__],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": path},
    ) as process:
        assert process.stdin and process.stdout  # noqa: S101, PT018 - two pipes, as asked for
        _running.add(process)
        try:
            try:
                process.stdin.write(task)
                process.stdin.flush()
            except BrokenPipeError:  # it has ended, and how will be seen
                with suppress(BrokenPipeError):  # what it did not take is still there to be written
                    process.stdin.close()
            # The pipe to it stays open until it is done, since it ends when that closes.
            answer = process.stdout.read()
        finally:
            told = process not in _running
            _running.discard(process)
    if told and process.returncode < 0:
        raise StoppedError("what was under way in another process has been ended, since the bot stops")
    return answer, process.returncode


def _main() -> None:
    with suppress(OSError):  # where none of ours may have more
        os.nice(_NICENESS)
    signal.alarm(_LONGEST)
    # Ctrl-C reaches every process of a terminal, and whoever waits for this one says what there is to say.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    # What the work prints is not to be taken for what it returned.
    answer = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    work, given = pickle.load(sys.stdin.buffer)  # noqa: S301 - from our own process
    Thread(target=_end_with_the_parent, daemon=True).start()
    returned = raised = None
    try:
        returned = work(*given)
    except Exception as error:  # noqa: BLE001 - raised again where it was asked for
        if not isinstance(error, BotError):
            error.add_note(format_exc())
        raised = error
    done = _DONE + pickle.dumps((returned, raised))
    with answer:
        answer.write(done)


def _end_with_the_parent() -> None:
    os.read(sys.stdin.fileno(), 1)  # nothing ever comes but its end
    os._exit(1)


if __name__ == "__main__":
    _main()
