"""A way through the internet that misbehaves when a test says so."""

from __future__ import annotations

import contextlib
import socket
import threading
import time
from collections.abc import Callable
from typing import Self
from urllib.parse import urlsplit

Way = tuple[socket.socket, socket.socket]
"""The till's side and the relay's side of one connection."""


class Proxy:
    """Passes bytes on to `target`; `change` may spoil each piece that goes to the till."""

    def __init__(self, target: str, change: Callable[[bytes], bytes] = bytes) -> None:
        parts = urlsplit(target)
        self._target = (parts.hostname or "", parts.port or 0)
        self._change = change
        self._lock = threading.Lock()
        self._ways: list[Way] = []
        self._threads: list[threading.Thread] = []
        self._is_frozen = threading.Event()
        self._is_closed = False
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listening.getsockname()[1]}"
        self._accepting = threading.Thread(target=self._accept, daemon=True)

    def __enter__(self) -> Self:
        self._accepting.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._is_closed = True
        self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        self._accepting.join()
        self.drop()
        self.thaw()
        for thread in self._threads:
            thread.join()
        for way in self._ways:
            for side in way:
                side.close()

    def drop(self) -> None:
        """Hang up on everybody."""
        with self._lock:
            for way in self._ways:
                for side in way:
                    with contextlib.suppress(OSError):
                        side.shutdown(socket.SHUT_RDWR)

    def half_close(self) -> None:
        """Tell the tills that nothing more comes, and the relay nothing at all."""
        with self._lock:
            for till, _ in self._ways:
                with contextlib.suppress(OSError):
                    till.shutdown(socket.SHUT_WR)

    def freeze(self) -> None:
        """Swallow what comes from now on without a word: a router that forgot the connection."""
        self._is_frozen.set()

    def thaw(self) -> None:
        self._is_frozen.clear()

    def _accept(self) -> None:
        while not self._is_closed:
            try:
                till, _ = self._listening.accept()
            except OSError:
                return
            try:
                relay = socket.create_connection(self._target)
            except OSError:
                till.close()
                continue
            with self._lock:
                self._ways.append((till, relay))
            for source, sink, change in ((till, relay, bytes), (relay, till, self._change)):
                thread = threading.Thread(target=self._pass_on, args=(source, sink, change), daemon=True)
                self._threads.append(thread)
                thread.start()

    def _pass_on(self, source: socket.socket, sink: socket.socket, change: Callable[[bytes], bytes]) -> None:
        with contextlib.suppress(OSError):
            while piece := source.recv(65_536):
                if not self._is_frozen.is_set():
                    sink.sendall(change(piece))
            sink.shutdown(socket.SHUT_WR)


def delayed(seconds: float) -> Callable[[bytes], bytes]:
    def wait(piece: bytes) -> bytes:
        time.sleep(seconds)
        return piece

    return wait


def each_event_twice(piece: bytes) -> bytes:
    """A chunk of the stream that holds events is said again; all else passes."""
    return piece * 2 if b"event: notification" in piece and not piece.startswith(b"HTTP") else piece
