"""Makes the database's tables, or brings those of an older version up to date."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, text

from bot.desk.apart import run_apart
from bot.errors import StorageError

BUSY_SECONDS = 5  # how long a connection waits for another's transaction; ours take milliseconds

_RAN = "alembic_version"
_SCRIPTS = Path(__file__).parent / "migrations"


def migrate(file: Path) -> None:
    """Run the migrations that a file lacks, all of them in a new one.

    Raises StorageError for a file of a newer version; other faults are SQLAlchemy's and the system's.
    """
    # For its owner only: it says who asked, if only to somebody who can guess.
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    os.close(os.open(file, os.O_RDONLY | os.O_CREAT, mode=0o600))
    with _opened(file) as engine:
        with engine.begin() as connection:
            ran = _ran(connection)
        with engine.connect() as connection:
            raw = connection.connection.cursor()
            raw.execute("PRAGMA journal_mode = WAL")
            raw.close()
    if ran != _newest():
        # Alembic would stay in memory for as long as the bot runs, ten megabytes of it.
        run_apart(upgrade, file)


def upgrade(file: Path) -> None:
    """Run the migrations that a file lacks, each in a transaction that keeps all other processes out.

    Raises StorageError for a file of a newer version; those that ran before one that fails stay.
    """
    from alembic import command  # noqa: PLC0415 - as above
    from alembic.config import Config  # noqa: PLC0415
    from alembic.util import CommandError  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS).replace("%", "%%"))
    with _opened(file) as engine:
        ran = None
        while ran != _newest():
            with engine.begin() as connection:
                # Another process may have run it meanwhile, so that what is next is seen under the lock.
                if _ran(connection) != _newest():
                    config.attributes["connection"] = connection
                    try:
                        command.upgrade(config, "+1")
                    except CommandError as error:
                        raise StorageError(
                            f"the database is of a newer version of the bot: {error}"
                        ) from error
                ran = _ran(connection)


@contextmanager
def _opened(file: Path) -> Iterator[Engine]:
    """Open a file so that every transaction keeps all others out."""
    engine = create_engine(URL.create("sqlite", database=str(file)), connect_args={"timeout": BUSY_SECONDS})
    event.listen(engine, "connect", _leave_transactions_to_us)
    event.listen(engine, "begin", _begin)
    try:
        yield engine
    finally:
        engine.dispose()


def _ran(connection: Connection) -> str | None:
    """Return the migration that ran last, None in a file without tables."""
    names = inspect(connection).get_table_names()
    if not names:
        return None
    return str(connection.scalar(text(f"SELECT version_num FROM {_RAN}"))) if _RAN in names else ""  # noqa: S608 - a name of Alembic's


def _newest() -> str:
    """Return the newest migration, the last by its file's name."""
    newest = max(file.name for file in (_SCRIPTS / "versions").glob("v*.py"))
    return newest.removeprefix("v").partition("_")[0]


def _leave_transactions_to_us(connection: object, _: object) -> None:
    connection.isolation_level = None  # type: ignore[attr-defined]


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN EXCLUSIVE")
