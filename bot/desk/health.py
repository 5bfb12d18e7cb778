"""Keeps what is wrong with a running bot, and tells it to other processes through a small file.

A bot that cannot keep its records is in trouble though it answers: nobody would look into it otherwise.
Whoever restarts what is unhealthy asks for `live` instead, since no restart mends a full disk, or Discord.
"""

from __future__ import annotations

import json
import logging
import os
import platform
import time
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from bot.desk.settings import database_file

if TYPE_CHECKING:
    from pathlib import Path

    from bot.desk.desk import Desk
    from bot.desk.settings import Settings

FRESH_SECONDS = 90  # a bot writes its state three times in this
# Bytes that a state takes at least, so that on a full disk there is room for one with more troubles.
_ROOM = 4096

_log = logging.getLogger(__name__)


class Trouble(StrEnum):
    """A kind of what may be wrong with a running bot: how its sentence begins, where an error ends it."""

    STORAGE = "nothing is recorded"
    ACCEPTED = "the edition accepted last cannot answer"
    EDITION = "which edition answers since the start is not recorded"
    FOLDER = "the edition accepted last answers, not the folder"
    FOLLOWING = "what another process has accepted is not taken over"
    AUTO_RELOAD = "the folder has changed and is not taken over yet"
    WATCHING = "the knowledge folder is not watched any more"
    HEALTH = "the state of health cannot be written anew"
    # What is done with the database for members and moderators.
    UNRECORDED = "questions are answered and not recorded"
    FEEDBACK = "feedback is not recorded"
    AUDIT = "not all that moderators do is recorded"
    UNREADABLE = "what is kept cannot be read"
    UNFORGOTTEN = "members cannot be forgotten"
    UNPURGED = "what is too old is not deleted"
    SERVER_LEFT = "the settings of a server that was left are still kept"
    AMBIENT = "no channel is answered in unasked"
    PINS = "no briefing is set for any channel"
    LANGUAGES = "the languages that members chose are not read"
    # Defects in what is done from time to time.
    RECOVERING_ENDED = "whether a trouble is over cannot be found out"
    FOLLOWING_ENDED = "what other processes accept cannot be followed"
    TIDYING_ENDED = "the daily deletion has ended in an error"
    WATCHING_ENDED = "what the folder holds cannot be taken over"
    TELLING_ENDED = "how the bot is cannot be said"


# Those that are over once something can be written, though nobody comes to see it.
_PASSING = {
    Trouble.UNRECORDED,
    Trouble.FEEDBACK,
    Trouble.AUDIT,
    Trouble.UNREADABLE,
    Trouble.UNFORGOTTEN,
    Trouble.AMBIENT,
    Trouble.PINS,
    Trouble.LANGUAGES,
}


@dataclass(slots=True)
class Health:
    """What is wrong at the moment, a sentence for each kind of trouble."""

    _noted: dict[Trouble, str] = field(default_factory=dict)

    @property
    def troubles(self) -> tuple[str, ...]:
        """Return the sentences, the oldest trouble first."""
        return tuple(self._noted.values())

    def __contains__(self, trouble: Trouble) -> bool:
        return trouble in self._noted

    @property
    def passing(self) -> tuple[Trouble, ...]:
        """Return the troubles that are over once something can be written."""
        return tuple(one for one in self._noted if one in _PASSING)

    def keep(self, trouble: Trouble, sentence: str) -> None:
        """Keep a trouble, and log it when its kind is new."""
        if trouble not in self._noted:
            _log.error(sentence)
        self._noted[trouble] = sentence

    def failed(self, trouble: Trouble, why: object) -> None:
        """Keep a trouble that an error tells of."""
        self.keep(trouble, f"{trouble}: {why}")

    def clear(self, trouble: Trouble) -> None:
        """Drop a trouble that is over, and log that it is."""
        if sentence := self._noted.pop(trouble, None):
            _log.info("this is over: %s", sentence)


@dataclass(frozen=True, slots=True)
class HealthReport:
    """What a bot said of itself at `at`, in seconds since 1970; `latency` is to Discord, in seconds.

    `pid` is its process on the machine or in the container that is called `host`.
    """

    at: float
    ready: bool
    latency: float | None
    edition: str
    troubles: tuple[str, ...]
    stopped: bool
    pid: int
    host: str

    @property
    def killed(self) -> bool:
        """Tell whether the bot's process is known to be gone, though it did not say that it stops."""
        # Elsewhere the number means another process.
        if self.stopped or self.host != platform.node():
            return False
        try:
            os.kill(self.pid, 0)
        except ProcessLookupError:
            return True
        except OSError:
            return False  # it is there, and somebody else's
        return False

    @property
    def live(self) -> bool:
        """Tell whether the bot gave a sign of life lately, and is not known to be gone since."""
        return abs(time.time() - self.at) <= FRESH_SECONDS and not self.stopped and not self.killed

    @property
    def healthy(self) -> bool:
        """Tell whether the bot answers and nothing is wrong."""
        return self.live and self.ready and not self.troubles


def write_health(desk: Desk, *, ready: bool, latency: float | None = None, stopped: bool = False) -> None:
    """Write the state for `read_health`: whole or not at all, but on a full disk over the one before.

    `latency` is in seconds. Call it every `FRESH_SECONDS / 3`, and once more with `stopped` on leaving.
    """
    if latency is not None and not 0 <= latency < FRESH_SECONDS:
        latency = None  # a connection that has not been answered yet has NaN or infinity
    report = HealthReport(
        time.time(),
        ready,
        latency,
        desk.knowledge.digest,
        desk.health.troubles,
        stopped,
        os.getpid(),
        platform.node(),
    )
    file = health_file(desk.settings)
    fresh = file.with_suffix(f".{os.getpid()}")
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            fresh.write_bytes(_packed(report).ljust(_ROOM))
            fresh.replace(file)
        finally:
            fresh.unlink(missing_ok=True)
    except OSError as error:
        desk.health.failed(Trouble.HEALTH, error.strerror)
        with suppress(OSError):
            _write_over(file, replace(report, troubles=desk.health.troubles))
    else:
        desk.health.clear(Trouble.HEALTH)


def _packed(report: HealthReport) -> bytes:
    return json.dumps(asdict(report)).encode()


def _write_over(file: Path, report: HealthReport) -> None:
    """Write a state over the one in a file, which takes no room on a disk that has none."""
    with file.open("r+b") as old:
        room = len(old.read())
        while len(_packed(report)) > room and len(report.troubles) > 1:
            report = replace(report, troubles=report.troubles[:-1])
        if len(_packed(report)) <= room:
            old.seek(0)
            old.write(_packed(report).ljust(room))


def read_health(settings: Settings) -> HealthReport | None:
    """Return what the bot said last, None where it never said anything that can be read."""
    try:
        found = json.loads(health_file(settings).read_bytes())
        report = HealthReport(**found | {"troubles": tuple(map(str, found["troubles"]))})
        return replace(report, at=float(report.at), pid=int(report.pid))
    except (OSError, ValueError, TypeError, KeyError):
        return None


def told(report: HealthReport | None, settings: Settings) -> str:
    """Return in a sentence how the bot is."""
    file = health_file(settings)
    if report is None:
        return f"no bot has said how it is in {file}: it is not running, or has other settings"
    since = datetime.fromtimestamp(report.at, UTC).isoformat(timespec="seconds")
    if report.stopped:
        return f"the bot was stopped at {since}"
    if report.killed:
        return f"the bot is gone since {since}: its process {report.pid} ended without being stopped"
    if not report.live:
        return f"no sign of life since {since}: the bot is not running, or cannot write {file}"
    if not report.ready:
        return "; ".join(("the bot is running and not connected to Discord", *report.troubles))
    if report.troubles:
        return f"the bot answers, and is in trouble: {'; '.join(report.troubles)}"
    latency = "" if report.latency is None else f", {report.latency * 1000:.0f} ms from Discord"
    return f"the bot answers from edition {report.edition[:12]}{latency}"


def health_file(settings: Settings) -> Path:
    """Return the file of the state, which is beside the database; each process of a bot has its own."""
    shards = settings.discord.shard_ids
    shard = f".shard-{min(shards)}" if shards else ""
    return database_file(settings).with_suffix(f"{shard}.health.json")
