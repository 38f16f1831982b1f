"""A grip on the socket of a running request, so that another thread can end it at once."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Mapping


class Line:
    """The connection that one thread uses. `trace` is given to httpx as the request's `trace` extension."""

    def __init__(self) -> None:
        self._socket: socket.socket | None = None
        self._is_cut = threading.Event()

    def trace(self, event: str, info: Mapping[str, object]) -> None:
        """Called by httpcore at each step; raises ConnectionAbortedError for what begins after the cut."""
        if event.endswith(("connect_tcp.complete", "start_tls.complete")):
            self._hold(info["return_value"])
        elif (
            event.endswith(("connect_tcp.started", "send_request_headers.started")) and self._is_cut.is_set()
        ):
            raise ConnectionAbortedError("the line was cut")

    def hang_up(self) -> None:
        """End what is running. For any thread."""
        if self._socket is not None:
            with contextlib.suppress(OSError):
                # Not SSLSocket.shutdown: that drops the encryption first, under a thread that may be writing.
                socket.socket.shutdown(self._socket, socket.SHUT_RDWR)

    def cut(self) -> None:
        """End what is running, and let nothing begin any more. For any thread."""
        self._is_cut.set()
        self.hang_up()

    def _hold(self, stream: object) -> None:
        import httpcore

        if isinstance(stream, httpcore.NetworkStream):
            self._socket = stream.get_extra_info("socket")
        if self._is_cut.is_set():
            self.hang_up()
