"""Opening a journal: made where there is none, brought up to date where it is older, refused where it is not ours."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event, func, insert, inspect, select
from sqlalchemy.engine import make_url
from sqlalchemy.engine.interfaces import DBAPIConnection

from pos_app.domain.journal_errors import JournalDamagedError, JournalInUseError, JournalTooNewError
from pos_app.journal import sqlite_file
from pos_app.journal.faults import told
from pos_app.journal.schema import REVISIONS, metadata, stamp

_SESSION = (
    "lock_timeout = '5s'",
    "tcp_keepalives_idle = 10",  # a till that lost its power is let in again within half a minute
    "tcp_keepalives_interval = 5",
    "tcp_keepalives_count = 3",
)
_CONNECT = {"connect_timeout": 5, "keepalives_idle": 10, "keepalives_interval": 5, "keepalives_count": 3}


def open_engine(url: str, *, till: str) -> Engine:
    """The database behind `url`, with this version's tables.

    Raises JournalDamagedError and JournalTooNewError with nothing touched, JournalUnwritableError, and
    JournalInUseError where another process is this till on the same server. `url` is SQLAlchemy's:
    `sqlite:///FILE` or `postgresql+psycopg://…`.
    """
    path = sqlite_file.path_of(url)
    with told(shown(url)):
        engine = _server_engine(url, till) if path is None else _file_engine(path)
        try:
            _bring_up_to_date(engine, path)
        except BaseException:
            engine.dispose()
            raise
        return engine


def reading_engine(url: str) -> Engine:
    """A connection that can only read a journal which a till has made; it claims and changes nothing."""
    path = sqlite_file.path_of(url)
    if path is not None:
        return sqlite_file.reading_engine_of(path)
    engine = create_engine(url, pool_size=1, max_overflow=0, pool_pre_ping=True, connect_args=_CONNECT)

    @event.listens_for(engine, "connect")
    def only_read(connection: DBAPIConnection, record: object) -> None:
        connection.cursor().execute("SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY")
        connection.commit()

    return engine


def shown(url: str) -> str:
    """The place of a journal as people may read it: a file's path, or the URL without its password."""
    path = sqlite_file.path_of(url)
    return str(path) if path is not None else make_url(url).render_as_string(hide_password=True)


def _file_engine(path: Path) -> Engine:
    sqlite_file.make_or_look(path, create_tables)
    return sqlite_file.engine_of(path)


def _server_engine(url: str, till: str) -> Engine:
    """One connection, which is this till while it lives: the server lets nobody else in under its name."""
    engine = create_engine(url, pool_size=1, max_overflow=0, pool_pre_ping=True, connect_args=_CONNECT)
    key = int.from_bytes(sha256(f"pos-app till {till}".encode()).digest()[:8], signed=True)

    @event.listens_for(engine, "connect")
    def claim(connection: DBAPIConnection, record: object) -> None:
        cursor = connection.cursor()
        for setting in _SESSION:
            cursor.execute(f"SET {setting}")
        cursor.execute("SELECT pg_try_advisory_lock(%s)", (key,))
        row = cursor.fetchone()
        connection.commit()
        if row is None or not row[0]:
            connection.close()
            raise JournalInUseError(f"till {till} is already open in another process on {shown(url)}")

    return engine


def create_tables(connection: Connection) -> None:
    """Make the tables of this version, empty and stamped."""
    metadata.create_all(connection)
    connection.execute(insert(stamp).values(version_num=REVISIONS[-1]))


def _bring_up_to_date(engine: Engine, path: Path | None) -> None:
    """All in one transaction: what fails, or is refused, has changed nothing."""
    place = shown(engine.url.render_as_string(hide_password=False))
    with engine.execution_options(writes=True).begin() as connection:
        if path is None:  # several tills may meet an empty or an older server at once
            connection.execute(select(func.pg_advisory_xact_lock(sqlite_file.APPLICATION_ID)))
        revision = _revision(connection)
        if revision is None and path is None:
            create_tables(connection)
        elif revision is None:
            raise JournalDamagedError(f"{place} does not say which version it is")
        elif revision not in REVISIONS:
            raise JournalTooNewError(
                f"{place} was written by a newer version of this app (its tables are {revision}, ours are "
                f"{REVISIONS[-1]}); nothing was changed. Install the newer version again."
            )
        elif revision != REVISIONS[-1]:
            from pos_app.journal import upgrade

            upgrade.upgrade(connection, path)


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table(stamp.name):
        return None
    return connection.scalar(select(stamp.c.version_num))
