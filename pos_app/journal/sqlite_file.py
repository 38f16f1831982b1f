"""A journal that is one file: how it is born whole, and when it must not be touched.

Beside `journal.sqlite3` lies `journal.sqlite3.born`, a line that says when it was made. While that line is
there and the journal is not, no empty one takes its place.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import URL, Connection, make_url
from sqlalchemy.pool import QueuePool, StaticPool

from pos_app.domain.journal_errors import JournalDamagedError

FILE_NAME = "journal.sqlite3"
APPLICATION_ID = 0x504F5341
"""`POSA`, in the file's header: what tells our journal from anybody else's database."""

QUICKLY_CHECKED = 64 * 1024 * 1024
"""Bytes up to which a file is read through at every start; a larger one is checked with each backup."""

_MAGIC = b"SQLite format 3\x00"


def url_of(path: Path) -> str:
    """The database URL of a journal file."""
    return URL.create("sqlite", database=str(path)).render_as_string()


def path_of(url: str) -> Path | None:
    """The file behind a database URL; None where it is a server's. Raises ValueError for none at all."""
    place = make_url(url)
    if place.get_backend_name() != "sqlite":
        return None
    if not place.database or place.database == ":memory:":
        raise ValueError(f"{url}: a journal must lie in a file")
    return Path(place.database)


def engine_of(path: Path) -> Engine:
    """Connections that write through to the disk. A transaction with the option `writes` starts as the one writer."""
    compiled: dict[object, object] = {}  # as many as this app has statements
    options = {"compiled_cache": compiled}
    return _heard(create_engine(url_of(path), pool_size=1, max_overflow=0, execution_options=options))


def in_memory(like: Engine) -> Engine:
    """An empty database that ends with its engine. SQL that is put together here is found there, and the other way round."""
    pool = create_engine("sqlite://", poolclass=StaticPool).pool
    return _heard(Engine(pool, like.dialect, like.url, execution_options=like.get_execution_options()))


def _heard(engine: Engine) -> Engine:
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: sqlite3.Connection, record: object) -> None:
    connection.isolation_level = None  # BEGIN is ours to say, and says IMMEDIATE
    connection.execute("PRAGMA busy_timeout = 5000")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")


def _begin(connection: Connection) -> None:
    """Said to the driver itself: through SQLAlchemy it would be one statement more in every transaction."""
    writes = connection.get_execution_options().get("writes", False)
    connection.connection.cursor().execute("BEGIN IMMEDIATE" if writes else "BEGIN")


def reading_engine_of(path: Path) -> Engine:
    """A connection that can only read, and waits for no writer."""

    def connect() -> sqlite3.Connection:
        place = f"{path.absolute().as_uri()}?mode=ro"
        return sqlite3.connect(place, uri=True, isolation_level=None, check_same_thread=False)

    engine = create_engine("sqlite://", creator=connect, poolclass=QueuePool, pool_size=1, max_overflow=0)
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN"))
    return engine


def make_or_look(path: Path, build: Callable[[Connection], None]) -> None:
    """Make the file where there never was one; else look whether it is a journal of ours, and sound.

    Raises JournalDamagedError with the file left as it is.
    """
    if path.exists():
        _look(path)
    elif _born(path).exists() or _has_changes(_wal(path)):
        raise JournalDamagedError(
            f"the journal {path} was there and is gone{last_backup_words(path)}. To begin a new one on purpose, "
            f"delete {_born(path)}"
        )
    else:
        _make(path, build)
    if not _born(path).exists():
        _born(path).write_text(f"{path.name} was made here on {datetime.now(UTC):%Y-%m-%d}.\n", "utf-8")


def backups_of(path: Path) -> tuple[Path, ...]:
    """The backups of a journal file, oldest first."""
    return tuple(sorted(backup_folder(path).glob(f"{path.stem}-*{path.suffix}")))


def backup_folder(path: Path) -> Path:
    return path.parent / "backups"


def last_backup_words(path: Path) -> str:
    """How a sentence about a lost journal goes on."""
    backups = backups_of(path)
    if not backups:
        return "; there is no backup"
    return f"; the last backup is {backups[-1]}, and `pos-app journal restore` puts it back"


def faults_in(connection: sqlite3.Connection, *, thoroughly: bool) -> str:
    """What SQLite finds wrong with a whole database; empty when it is sound."""
    found = connection.execute(
        "PRAGMA integrity_check(3)" if thoroughly else "PRAGMA quick_check(3)"
    ).fetchall()
    return "" if found == [("ok",)] else "; ".join(str(row[0]) for row in found)


def _look(path: Path) -> None:
    with path.open("rb") as file:
        header = file.read(100)
    if not header.startswith(_MAGIC) or len(header) < 100:
        raise JournalDamagedError(f"{path} is no database any more{last_backup_words(path)}")
    if int.from_bytes(header[68:72]) != APPLICATION_ID:
        raise JournalDamagedError(
            f"{path} is a database, but no journal of this app{last_backup_words(path)}"
        )
    if path.stat().st_size > QUICKLY_CHECKED:
        return
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        faults = faults_in(connection, thoroughly=False)
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.OperationalError):
            raise
        faults = str(error)
    finally:
        connection.close()
    if faults:
        raise JournalDamagedError(f"{path} is damaged ({faults}){last_backup_words(path)}")


def _make(path: Path, build: Callable[[Connection], None]) -> None:
    """Build the journal under another name first: it appears whole or not at all."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    unborn = path.with_name(f"{path.name}.{os.getpid()}.new")
    for leftover in path.parent.glob(f"{unborn.name}*"):
        leftover.unlink()
    engine = engine_of(unborn)
    try:
        with engine.execution_options(writes=True).begin() as connection:
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
            build(connection)
    finally:
        engine.dispose()
    unborn.chmod(0o600)
    try:
        path.hardlink_to(unborn)
    except FileExistsError:  # another process was first: its journal counts
        unborn.unlink()
    except OSError:  # a disk that knows no links
        unborn.replace(path)
    else:
        unborn.unlink()
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make a rename in a folder last through a power cut; Windows does it by itself."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _has_changes(wal: Path) -> bool:
    """Whether there is more than the empty log that a reader leaves behind."""
    return wal.exists() and wal.stat().st_size > 0


def _born(path: Path) -> Path:
    return path.with_name(f"{path.name}.born")


def _wal(path: Path) -> Path:
    return path.with_name(f"{path.name}-wal")
