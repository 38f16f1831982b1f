"""Running the relay: as a process of its own, or on a thread of another one."""

import logging
import signal
import socket
import sys
import threading
from pathlib import Path
from types import FrameType, TracebackType
from typing import Self
from urllib.parse import parse_qs, urlsplit

import uvicorn

from pos_app.relay.app import HEARTBEAT, MOST_STREAMS, Relay, create_app
from pos_app.relay.connection import Connection
from pos_app.relay.log import logging_to
from pos_app.relay.mailbox import Limits, Mailboxes, OpenError

logger = logging.getLogger(__name__)

STOP_SECONDS = 5
KEEP_ALIVE_SECONDS = 130
"""Longer than a proxy keeps an idle connection (nginx 60, Caddy 120), or it would post into one that just closes."""

BACKLOG = 4096
DEAD_PEER_MILLISECONDS = 30_000
SWITCH_SECONDS = 0.0005


def open_mailboxes(data: Path | None, url: str | None, limits: Limits | None = None) -> Mailboxes:
    """SQLite in the folder `data`, or PostgreSQL at `url`: exactly one of them. Raises OpenError."""
    if (data is None) == (url is None):
        raise OpenError("say where the mailboxes are: either --data DIR or --mailbox URL")
    if url is None:
        from pos_app.relay.store_sqlite import SqliteMailboxes

        assert data is not None
        return SqliteMailboxes(data, limits)
    if not url.startswith(("postgresql+psycopg://", "postgresql://")):
        raise OpenError("--mailbox takes postgresql+psycopg://USER@HOST/DATABASE; for SQLite use --data DIR")
    if _holds_password(url):
        raise OpenError(
            "a password in --mailbox can be read by everybody on this machine; take it out of the URL, and put "
            "it into ~/.pgpass, or into PGPASSWORD in the service's own environment file"
        )
    try:
        from pos_app.relay.store_postgres import PostgresMailboxes
    except ImportError as error:
        raise OpenError("PostgreSQL needs psycopg: install pos-app[relay,relay-postgres]") from error
    return PostgresMailboxes(url, limits)


def _holds_password(url: str) -> bool:
    """As a part of its own or among the parameters; a URL that can't be read is libpq's to refuse."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.password is not None or any("password" in name for name in parse_qs(parts.query))


def run(
    host: str,
    port: int,
    *,
    data: Path | None = None,
    mailbox: str | None = None,
    streams: int = MOST_STREAMS,
) -> int:
    """Serve until SIGTERM or SIGINT and return the exit code: 0 after a clean stop, 1 when it could not start.

    `data` is a folder for SQLite, `mailbox` the URL of a PostgreSQL database, `streams` how many may be open. What is wrong is said on standard
    error in one sentence; the log goes to standard output as lines of JSON.
    """
    with logging_to(sys.stdout.fileno()):
        try:
            listening = _listen(host, port)
            store = open_mailboxes(data, mailbox)
        except OpenError as error:
            sys.stderr.write(f"pos-app relay: {error}\n")
            return 1
        server = _Server(create_app(store, streams=streams))
        # uvicorn has its own handlers while it serves, and raises the signal again when it has stopped.
        for wanted in (signal.SIGTERM, signal.SIGINT):
            signal.signal(wanted, server.obey)
        # The thread that has just synced the disk should not wait 5 ms for a busy event loop.
        sys.setswitchinterval(SWITCH_SECONDS)
        logger.info("relay started", extra={"address": _address(listening), "epoch": store.epoch})
        server.run(sockets=[listening])
        logger.info("relay stopped")
    return 0


class RelayThread:
    """The same relay on a thread, for practice and tests; a context manager. Port 0 takes a free one.

    Raises OpenError when it can't start. `stop()` returns when everything that was taken is stored.
    """

    def __init__(
        self,
        data: Path | None = None,
        *,
        mailbox: str | None = None,
        host: str = "127.0.0.1",
        port: int = 0,
        limits: Limits | None = None,
        streams: int = MOST_STREAMS,
        heartbeat: float = HEARTBEAT,
    ) -> None:
        listening = _listen(host, port)
        try:
            store = open_mailboxes(data, mailbox, limits)
        except OpenError:
            listening.close()
            raise
        self.url = _address(listening)
        self._server = _Server(create_app(store, limits, streams=streams, heartbeat=heartbeat))
        self._thread = threading.Thread(target=self._serve, args=(listening,), name="relay", daemon=True)
        self._thread.start()
        self._server.is_serving.wait()
        if not self._server.started:
            raise OpenError("the relay could not start; the log says why")

    def stop(self) -> None:
        self._server.should_exit = True
        self._thread.join()

    def _serve(self, listening: socket.socket) -> None:
        try:
            self._server.run(sockets=[listening])
        finally:
            self._server.is_serving.set()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()


class _Server(uvicorn.Server):
    """uvicorn waits for open streams before it tells the application that it stops; so they are told first."""

    def __init__(self, relay: Relay) -> None:
        super().__init__(
            uvicorn.Config(
                relay,
                http=Connection,
                ws="none",
                lifespan="on",
                log_config=None,
                access_log=False,
                server_header=False,
                proxy_headers=False,
                backlog=BACKLOG,
                timeout_keep_alive=KEEP_ALIVE_SECONDS,
                timeout_graceful_shutdown=STOP_SECONDS,
            )
        )
        self._relay = relay
        self.is_serving = threading.Event()

    def obey(self, number: int, frame: FrameType | None) -> None:
        """A signal that comes before uvicorn listens for it, or after."""
        self.should_exit = True

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.is_serving.set()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._relay.end_streams()
        await super().shutdown(sockets)


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    try:
        if sys.platform != "win32":
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        # Every connection inherits these: a client that vanished, or reads nothing any more, is given up.
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
        if sys.platform == "linux":
            listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, DEAD_PEER_MILLISECONDS)
        listening.bind((host, port))
        listening.listen(BACKLOG)
    except OSError as error:
        listening.close()
        raise OpenError(f"can't listen on {host}, port {port}: {error.strerror or error}") from error
    return listening


def _address(listening: socket.socket) -> str:
    host, port = listening.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
