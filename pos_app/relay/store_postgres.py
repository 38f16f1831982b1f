"""Mailboxes that several relay processes share: PostgreSQL, one advisory lock a mailbox, NOTIFY only to wake.

`select … where seq > last` over a shared table loses messages when numbers are given before the commit that shows
them. Here a number is given under the mailbox's lock, which is held until the commit is visible.
"""

import contextlib
import hashlib
import logging
import secrets
import threading
import time
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from typing import LiteralString, TypeVar

import psycopg

from pos_app.relay.mailbox import Command, Limits, OpenError, Outcome, StoreError, Wake
from pos_app.relay.store import Row, SqlMailboxes

logger = logging.getLogger(__name__)

Answer = TypeVar("Answer")
Connection = psycopg.Connection[Row]

CHANNEL = "pos_app_relay"
SCHEMA_VERSION = 2
_SCHEMA: tuple[LiteralString, ...] = (
    """CREATE TABLE IF NOT EXISTS relay (
    version INTEGER NOT NULL, epoch TEXT NOT NULL, probed_at BIGINT NOT NULL DEFAULT 0
)""",
    """CREATE TABLE IF NOT EXISTS mailbox (
    id TEXT PRIMARY KEY, newest BIGINT NOT NULL, acked BIGINT NOT NULL,
    messages BIGINT NOT NULL, bytes BIGINT NOT NULL, is_heard BIGINT NOT NULL DEFAULT 1
)""",
    """CREATE TABLE IF NOT EXISTS message (
    mailbox TEXT NOT NULL, seq BIGINT NOT NULL, received_at BIGINT NOT NULL,
    content_type TEXT, body BYTEA NOT NULL, PRIMARY KEY (mailbox, seq)
)""",
    "CREATE INDEX IF NOT EXISTS message_by_age ON message (received_at)",
)
_FROM_1_TO_2: LiteralString = "ALTER TABLE mailbox ADD COLUMN is_heard BIGINT NOT NULL DEFAULT 1"
"""Nobody knows who listened to the older mailboxes, nor what a process of the older version does meanwhile."""

_SCHEMA_LOCK = 0x706F735F617070
_LISTEN_AGAIN_AFTER = 0.5
_LISTENER_ALIVE_EVERY = 5.0
_LISTENER_LOOKS_UP_EVERY = 0.2


class PostgresMailboxes(SqlMailboxes):
    """The mailboxes in the database at `url` (`postgresql+psycopg://…`). Raises OpenError when it can't be used."""

    def __init__(self, url: str, limits: Limits | None = None) -> None:
        super().__init__(limits or Limits())
        self._conninfo = url.replace("postgresql+psycopg://", "postgresql://", 1)
        self._listener: _Listener | None = None
        with contextlib.ExitStack() as opened:
            try:
                self._writer = opened.enter_context(contextlib.closing(self._connect()))
                self.epoch = _prepare(self._writer)
                self._reader = self._connect()
            except psycopg.Error as error:
                raise OpenError(f"the mailbox database can't be used: {_reason(error)}") from error
            opened.pop_all()

    def listen(self, wake: Wake) -> None:
        self._listener = _Listener(self._connect, wake)

    def close(self) -> None:
        if self._listener is not None:
            self._listener.close()
        self._reader.close()
        self._writer.close()

    def write(self, batch: Sequence[Command]) -> list[Outcome]:
        return _twice(lambda: super(PostgresMailboxes, self).write(batch))

    def _connect(self) -> Connection:
        # A database host that vanishes without a word is given up after about ten seconds.
        connection = psycopg.connect(
            self._conninfo,
            autocommit=True,
            connect_timeout=5,
            keepalives_idle=5,
            keepalives_interval=2,
            keepalives_count=3,
            tcp_user_timeout=10_000,
        )
        connection.execute("SET synchronous_commit TO on")
        return connection

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        try:
            if self._writer.closed:
                self._writer = self._connect()
            with self._writer.transaction():
                yield
        except psycopg.Error as error:
            self._writer.close()
            raise StoreError(f"PostgreSQL: {_reason(error)}") from error

    def _run(self, sql: str, values: Sequence[object]) -> list[Row]:
        cursor = self._writer.execute(_marked(sql), values)
        return [] if cursor.description is None else cursor.fetchall()

    def _run_many(self, sql: str, rows: Sequence[Sequence[object]]) -> None:
        with self._writer.cursor() as cursor:
            cursor.executemany(_marked(sql), rows)

    def _ask(self, questions: Sequence[tuple[str, Sequence[object]]]) -> list[list[Row]]:
        return _twice(lambda: self._ask_once(questions))

    def _ask_once(self, questions: Sequence[tuple[str, Sequence[object]]]) -> list[list[Row]]:
        try:
            if self._reader.closed:
                self._reader = self._connect()
            with self._reader.pipeline():
                cursors = [self._reader.execute(_marked(sql), values) for sql, values in questions]
                return [cursor.fetchall() for cursor in cursors]
        except psycopg.Error as error:
            self._reader.close()
            raise StoreError(f"PostgreSQL: {_reason(error)}") from error

    def _lock(self, mailboxes: Collection[str]) -> None:
        # Every process locks in the same order, so none waits for one that waits for it.
        keys = sorted(map(_lock_key, mailboxes))
        self._writer.execute("SELECT pg_advisory_xact_lock(key) FROM unnest(%s::bigint[]) AS key", (keys,))

    def _announce(self, mailboxes: Collection[str]) -> None:
        self._writer.execute(
            "SELECT pg_notify(%s, mailbox) FROM unnest(%s::text[]) AS mailbox", (CHANNEL, list(mailboxes))
        )


class _Listener:
    """A thread that hears NOTIFY, from the moment this is made unless the database is away.

    Each time it had to connect it wakes everybody: something may have passed.
    """

    def __init__(self, connect: Callable[[], Connection], wake: Wake) -> None:
        self._connect = connect
        self._wake = wake
        self._closing = threading.Event()
        self._has_tried = threading.Event()
        self._thread = threading.Thread(target=self._run, name="relay-listen", daemon=True)
        self._thread.start()
        self._has_tried.wait()

    def close(self) -> None:
        self._closing.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._closing.is_set():
            try:
                with contextlib.closing(self._connect()) as connection:
                    connection.execute(f"LISTEN {CHANNEL}")
                    self._has_tried.set()
                    self._wake(None)
                    self._hear(connection)
            except psycopg.Error as error:
                self._has_tried.set()
                logger.warning("not listening to the database", extra={"reason": _reason(error)})
                self._closing.wait(_LISTEN_AGAIN_AFTER)

    def _hear(self, connection: Connection) -> None:
        asked_at = time.monotonic()
        while not self._closing.is_set():
            heard = {
                notice.payload
                for notice in connection.notifies(timeout=_LISTENER_LOOKS_UP_EVERY, stop_after=1)
            }
            if heard:
                self._wake(heard)
            if time.monotonic() - asked_at >= _LISTENER_ALIVE_EVERY:
                connection.execute("SELECT 1")
                asked_at = time.monotonic()


def _prepare(connection: Connection) -> str:
    with connection.transaction():
        connection.execute("SELECT pg_advisory_xact_lock(%s)", (_SCHEMA_LOCK,))
        for statement in _SCHEMA:
            connection.execute(statement)
        found = connection.execute("SELECT version, epoch FROM relay").fetchone()
        if found is None:
            # A new database, or one that was restored and had its epoch taken away (packaging/relay/README.md).
            epoch = secrets.token_hex(6)
            connection.execute("INSERT INTO relay (version, epoch) VALUES (%s, %s)", (SCHEMA_VERSION, epoch))
            return epoch
        version, known = found
        if version == 1:
            connection.execute(_FROM_1_TO_2)
            connection.execute("UPDATE relay SET version = %s", (SCHEMA_VERSION,))
        elif version != SCHEMA_VERSION:
            raise OpenError(
                f"the mailbox database was made by a newer pos-app (format {version}); install that version or a later one"
            )
        return str(known)


def _lock_key(mailbox: str) -> int:
    return int.from_bytes(hashlib.sha256(mailbox.encode("ascii")).digest()[:8], "big", signed=True)


def _marked(sql: str) -> LiteralString:
    """The statements of `store` with the parameter marks of psycopg. They are constants of this program."""
    return sql.replace("?", "%s")


def _reason(error: psycopg.Error) -> str:
    """One line; psycopg names the host in it, never the password."""
    return " ".join(str(error).split()) or type(error).__name__


def _twice(work: Callable[[], Answer]) -> Answer:
    """A connection that died while it was idle shows it at its next use, so one failure is no verdict yet.

    A commit whose answer got lost may then be done twice: the till hears one message twice, which is harmless.
    """
    try:
        return work()
    except StoreError:
        return work()
