"""Mailboxes of one relay process: a SQLite file in WAL mode, fsynced at every commit."""

import logging
import secrets
import sqlite3
from collections.abc import Collection, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path

from pos_app.relay.mailbox import Limits, OpenError, StoreError, Wake
from pos_app.relay.store import Row, SqlMailboxes

logger = logging.getLogger(__name__)

SCHEMA_VERSION = 2
_SCHEMA = """
BEGIN;
CREATE TABLE relay (epoch TEXT NOT NULL, probed_at INTEGER NOT NULL DEFAULT 0);
CREATE TABLE mailbox (
    id TEXT PRIMARY KEY, newest INTEGER NOT NULL, acked INTEGER NOT NULL,
    messages INTEGER NOT NULL, bytes INTEGER NOT NULL, is_heard INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE message (
    mailbox TEXT NOT NULL, seq INTEGER NOT NULL, received_at INTEGER NOT NULL,
    content_type TEXT, body BLOB NOT NULL, PRIMARY KEY (mailbox, seq)
);
CREATE INDEX message_by_age ON message (received_at);
PRAGMA user_version = 2;
COMMIT;
"""
_FROM_1_TO_2 = """
BEGIN;
ALTER TABLE mailbox ADD COLUMN is_heard INTEGER NOT NULL DEFAULT 1;
PRAGMA user_version = 2;
COMMIT;
"""
"""Nobody knows who listened to the older mailboxes, so they all stay."""


class SqliteMailboxes(SqlMailboxes):
    """The mailboxes in `directory`/relay.db. Raises OpenError with a sentence that says what to do.

    `largest` bounds the file, in bytes: beyond it every post is refused with StoreError, and the disk keeps room
    for everything else on it.
    """

    def __init__(self, directory: Path, limits: Limits | None = None, largest: int = 16 * 1024**3) -> None:
        super().__init__(limits or Limits())
        self._wake: Wake | None = None
        self._posted: Collection[str] = ()
        self._path = directory / "relay.db"
        self._largest = largest
        with ExitStack() as opened:
            try:
                directory.mkdir(mode=0o700, parents=True, exist_ok=True)
                self._lock_file = opened.enter_context(closing(_only_relay_of(directory)))
                self._writer = opened.enter_context(closing(self._connect()))
                self.epoch = _prepare(self._writer, self._path)
                self._reader = self._connect()
            except (OSError, sqlite3.Error) as error:
                raise OpenError(
                    f"{self._path} can't be opened: {error}. May this user write to its folder, and has its disk room?"
                ) from error
            opened.pop_all()

    def listen(self, wake: Wake) -> None:
        self._wake = wake

    def close(self) -> None:
        self._reader.close()
        self._writer.close()
        self._lock_file.close()

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self._path, timeout=10, isolation_level=None, check_same_thread=False)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA journal_size_limit = 67108864")
        page_size = int(connection.execute("PRAGMA page_size").fetchone()[0])
        connection.execute(f"PRAGMA max_page_count = {max(1, self._largest // page_size)}")
        return connection

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        try:
            self._writer.execute("BEGIN IMMEDIATE")
            yield
            self._writer.execute("COMMIT")
        except sqlite3.Error as error:
            self._begin_afresh()
            raise StoreError(f"SQLite: {error}") from error
        else:
            if self._posted and self._wake is not None:
                self._wake(self._posted)
        finally:
            self._posted = ()

    def _begin_afresh(self) -> None:
        """After a failed write only a new connection is sure to see what is really on the disk."""
        self._writer.close()
        try:
            self._writer = self._connect()
        except sqlite3.Error as error:
            logger.warning("the database can't be opened again", extra={"reason": str(error)})

    def _run(self, sql: str, values: Sequence[object]) -> list[Row]:
        return self._writer.execute(sql, values).fetchall()

    def _run_many(self, sql: str, rows: Sequence[Sequence[object]]) -> None:
        self._writer.executemany(sql, rows)

    def _ask(self, questions: Sequence[tuple[str, Sequence[object]]]) -> list[list[Row]]:
        try:
            return [self._reader.execute(sql, values).fetchall() for sql, values in questions]
        except sqlite3.Error as error:
            raise StoreError(f"SQLite: {error}") from error

    def _lock(self, mailboxes: Collection[str]) -> None:
        """BEGIN IMMEDIATE has locked them all."""

    def _announce(self, mailboxes: Collection[str]) -> None:
        self._posted = mailboxes


def _only_relay_of(directory: Path) -> sqlite3.Connection:
    """Two processes on one file would not wake each other's readers. The lock ends with the process, however it ends."""
    lock = sqlite3.connect(directory / "relay.lock", timeout=0, isolation_level=None, check_same_thread=False)
    try:
        lock.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as error:
        lock.close()
        if error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
            raise
        raise OpenError(
            f"another relay is using {directory}; several processes share mailboxes with --mailbox postgresql+psycopg://…"
        ) from error
    return lock


def _prepare(connection: sqlite3.Connection, path: Path) -> str:
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if version > SCHEMA_VERSION:
        raise OpenError(
            f"{path} was made by a newer pos-app (format {version}); install that version or a later one"
        )
    if version == 0:
        path.chmod(0o600)
        connection.executescript(_SCHEMA)
    elif version == 1:
        connection.executescript(_FROM_1_TO_2)
    found = connection.execute("SELECT epoch FROM relay").fetchone()
    if found is None:
        # A new database, or one that was restored and had its epoch taken away (packaging/relay/README.md).
        epoch = secrets.token_hex(6)
        connection.execute("INSERT INTO relay (epoch) VALUES (?)", (epoch,))
        return epoch
    return str(found[0])
