"""One call's time, and whether any of it was sent."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Mapping
from typing import Self


class CallTime:
    """Sees how far one call got, and hangs up when its time is over: in whatever it is stuck once there is a socket.

    The look-up of a host's name comes before that and takes the time that the system gives it; nothing was sent then.
    """

    def __init__(self, seconds: float) -> None:
        self.was_sent = False
        self.is_over = False
        self._socket: socket.socket | None = None
        self._timer = threading.Timer(seconds, self._end)
        self._timer.daemon = True

    def __enter__(self) -> Self:
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()

    def trace(self, event: str, info: Mapping[str, object]) -> None:
        """Called by httpcore at each step; raises TimeoutError where time is over and nothing was sent."""
        if event.endswith(("connect_tcp.complete", "start_tls.complete")):
            self._hold(info["return_value"])
        elif event.endswith("send_request_headers.started") and not _opens_tunnel(info["request"]):
            if self.is_over:
                raise TimeoutError("no time was left to send anything")
            self.was_sent = True

    def _hold(self, stream: object) -> None:
        import httpcore

        if isinstance(stream, httpcore.NetworkStream):
            self._socket = stream.get_extra_info("socket")
            if self.is_over:
                stream.close()  # a TLS handshake on a socket that was shut down now and then leaves it open
                raise TimeoutError("no time was left to send anything")

    def _end(self) -> None:
        self.is_over = True
        self._hang_up()

    def _hang_up(self) -> None:
        if self._socket is not None:
            with contextlib.suppress(OSError):
                # Not SSLSocket.shutdown: that drops the encryption first, under a thread that may be writing.
                socket.socket.shutdown(self._socket, socket.SHUT_RDWR)


def _opens_tunnel(request: object) -> bool:
    """A proxy is asked for a way to the gateway; the gateway gets nothing of that."""
    import httpcore

    return isinstance(request, httpcore.Request) and request.method == b"CONNECT"
