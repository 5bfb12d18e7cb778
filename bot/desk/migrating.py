"""Makes the database's tables, or brings those of an older version up to date."""

import os
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy import URL, Connection, create_engine, event

from bot.errors import StorageError

BUSY_SECONDS = 5  # how long a connection waits for another's transaction; ours take milliseconds

_SCRIPTS = Path(__file__).parent / "migrations"


def migrate(file: Path) -> None:
    """Run the migrations that the file lacks, all or none, while nobody else can write.

    Raises StorageError for a file of a newer version; other faults are SQLAlchemy's and the system's.
    """
    # For its owner only: it says who asked, if only to somebody who can guess.
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    os.close(os.open(file, os.O_RDONLY | os.O_CREAT, mode=0o600))
    engine = create_engine(URL.create("sqlite", database=str(file)), connect_args={"timeout": BUSY_SECONDS})
    event.listen(engine, "connect", _leave_transactions_to_us)
    event.listen(engine, "begin", _begin)
    try:
        with engine.begin() as connection:
            _upgrade(connection)
        with engine.connect() as connection:
            raw = connection.connection.cursor()
            raw.execute("PRAGMA journal_mode = WAL")
            raw.close()
    finally:
        engine.dispose()


def _upgrade(connection: Connection) -> None:
    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS).replace("%", "%%"))
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, "head")
    except CommandError as error:
        raise StorageError(f"the database is of a newer version of the bot: {error}") from error


def _leave_transactions_to_us(connection: object, _: object) -> None:
    connection.isolation_level = None  # type: ignore[attr-defined]


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN EXCLUSIVE")
