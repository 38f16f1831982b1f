"""A server on loopback that does to one connection after the other exactly what a test says."""

from __future__ import annotations

import contextlib
import socket
import ssl
import struct
import threading
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path
from queue import SimpleQueue
from typing import Self

Deed = Callable[[socket.socket], None]
"""What is done to a connection; it is closed afterwards."""

DATE = datetime(2026, 11, 20, 7, 3, 59, tzinfo=UTC)


class Stub:
    """`deeds` one a connection, the last one for all that follow. `requests` is what came, as bytes."""

    def __init__(self, *deeds: Deed, tls: Path | None = None) -> None:
        self._deeds = deeds
        self._tls: ssl.SSLContext | None = None
        if tls is not None:
            self._tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            self._tls.load_cert_chain(tls)
        self.requests: list[bytes] = []
        self.connections = 0
        self.ended = threading.Event()
        self._threads: SimpleQueue[threading.Thread] = SimpleQueue()
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listening.getsockname()[1]
        self._accepting = threading.Thread(target=self._accept, daemon=True)

    @property
    def url(self) -> str:
        return f"https://localhost:{self.port}" if self._tls else f"http://127.0.0.1:{self.port}"

    def __enter__(self) -> Self:
        self._accepting.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.ended.set()
        self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        self._accepting.join()
        while not self._threads.empty():
            self._threads.get().join()

    def _hear(self, connection: socket.socket) -> bytes:
        """One request, whole, as it came."""
        came = b""
        while b"\r\n\r\n" not in came:
            piece = connection.recv(65_536)
            if not piece:
                return came
            came += piece
        head, _, body = came.partition(b"\r\n\r\n")
        length = next(
            (int(line[15:]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length:")), 0
        )
        while len(body) < length:
            piece = connection.recv(65_536)
            if not piece:
                return body
            body += piece
        self.requests.append(head + b"\r\n\r\n" + body)
        return body

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self._listening.accept()
            except OSError:
                return
            deed = self._deeds[min(self.connections, len(self._deeds) - 1)]
            self.connections += 1
            thread = threading.Thread(target=self._serve, args=(connection, deed), daemon=True)
            self._threads.put(thread)
            thread.start()

    def _serve(self, connection: socket.socket, deed: Deed) -> None:
        with contextlib.suppress(OSError), self._encrypted(connection) as spoken:
            if deed is not deaf:
                self._hear(spoken)
            if deed in _OPENING:
                spoken.sendall(_OPENING[deed])
                while not self.ended.wait(0.02):
                    deed(spoken)
            else:
                deed(spoken)

    def _encrypted(self, connection: socket.socket) -> socket.socket:
        if self._tls is None:
            return connection
        with connection:
            return self._tls.wrap_socket(connection, server_side=True)


def answer(
    body: str | bytes = "", status: int = 200, *, headers: Sequence[str] = (), length: int | None = None
) -> Deed:
    """A whole reply; `length` is what Content-Length says where it is not the truth."""
    data = body.encode() if isinstance(body, str) else body
    head = [
        f"HTTP/1.1 {status} Said",
        f"Date: {format_datetime(DATE, usegmt=True)}",
        "Content-Type: application/json",
        f"Content-Length: {len(data) if length is None else length}",
        *headers,
    ]
    return raw("\r\n".join(head).encode() + b"\r\n\r\n" + data)


def raw(data: bytes) -> Deed:
    def deed(connection: socket.socket) -> None:
        connection.sendall(data)

    return deed


def hang_up(connection: socket.socket) -> None:
    """Close without a word."""


def reset(connection: socket.socket) -> None:
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


def deaf(connection: socket.socket) -> None:
    """Close before anything was heard."""


def silence(connection: socket.socket) -> None:
    """Say nothing, for as long as the test lasts."""


def drip_head(connection: socket.socket) -> None:
    connection.sendall(b"X-Drop: 1\r\n")


def drip_body(connection: socket.socket) -> None:
    connection.sendall(b" ")


_OPENING: dict[Deed, bytes] = {
    silence: b"",
    drip_head: b"HTTP/1.1 200 OK\r\n",
    drip_body: b'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{"status_code":"201",',
}
