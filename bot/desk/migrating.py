"""Makes the database's tables, or brings those of an older version up to date."""

import os
from pathlib import Path

from sqlalchemy import URL, Connection, create_engine, event, inspect, text

from bot.errors import StorageError

BUSY_SECONDS = 5  # how long a connection waits for another's transaction; ours take milliseconds

_RAN = "alembic_version"
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
    if _has_newest(connection):
        return
    # Ten megabytes that a bot whose tables are as they should be need not hold for as long as it runs.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415
    from alembic.util import CommandError  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS).replace("%", "%%"))
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, "head")
    except CommandError as error:
        raise StorageError(f"the database is of a newer version of the bot: {error}") from error


def _has_newest(connection: Connection) -> bool:
    """Tell whether the newest migration, the last by its file's name, was the last one that ran."""
    newest = max(file.name for file in (_SCRIPTS / "versions").glob("v*.py"))
    if not inspect(connection).has_table(_RAN):
        return False
    ran = connection.scalar(text(f"SELECT version_num FROM {_RAN}"))  # noqa: S608 - a name of Alembic's
    return bool(ran) and newest.startswith(f"v{ran}_")


def _leave_transactions_to_us(connection: object, _: object) -> None:
    connection.isolation_level = None  # type: ignore[attr-defined]


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN EXCLUSIVE")
