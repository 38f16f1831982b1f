"""ESC/POS over TCP, port 9100."""

from __future__ import annotations

import contextlib
import errno
import os
import select
import socket
import sys
import time
from typing import TypeAlias

from pos_app.domain.printer import PrinterTrouble
from pos_app.domain.printer_address import NetworkAddress
from pos_app.printing.drivers.channel import SLICE_SECONDS, ChannelLostError, Opener
from pos_app.printing.drivers.port import NotPrintedError, Waiting

_CONNECT_SECONDS = 4.0
_SEND_BUFFER = 8192
"""Small, so that bytes wait with us and not in the system, where nobody could tell what became of them."""

_UNDER_WAY = (0, errno.EINPROGRESS, errno.EWOULDBLOCK, getattr(errno, "WSAEWOULDBLOCK", 0))

_Target: TypeAlias = tuple[str, int] | tuple[str, int, int, int] | tuple[int, bytes]


def opener(address: NetworkAddress) -> Opener:
    return lambda waiting: TcpChannel(_connected(address, waiting))


def _connected(address: NetworkAddress, waiting: Waiting) -> socket.socket:
    """A connected socket that never blocks, at the first address of the host that takes us."""
    try:
        known = socket.getaddrinfo(*address, type=socket.SOCK_STREAM)
    except OSError as error:
        unknown = error.errno == socket.EAI_NONAME
        trouble = PrinterTrouble.WRONG_SETTING if unknown else PrinterTrouble.OFFLINE
        raise NotPrintedError(trouble, f"no address for {address.host}: {error}") from error
    for family, _, _, _, target in known[:-1]:
        with contextlib.suppress(NotPrintedError):
            return _connected_to(family, target, str(address), waiting)
    family, _, _, _, target = known[-1]
    return _connected_to(family, target, str(address), waiting)


def _connected_to(family: int, target: _Target, where: str, waiting: Waiting) -> socket.socket:
    try:
        connection = socket.socket(family, socket.SOCK_STREAM)
    except OSError as error:
        raise NotPrintedError(PrinterTrouble.OFFLINE, f"{where}: {error}") from error
    try:
        connection.setblocking(False)
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, _SEND_BUFFER)
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
        begun = connection.connect_ex(target)
        _await_connection(connection, begun, where, waiting)
    except BaseException:
        connection.close()
        raise
    return connection


def _await_connection(connection: socket.socket, begun: int, where: str, waiting: Waiting) -> None:
    """`begun` is the system's first word: where it is a refusal the socket would look connected."""
    if begun not in _UNDER_WAY:
        raise NotPrintedError(PrinterTrouble.OFFLINE, f"no way to {where}: {os.strerror(begun)}")
    deadline = time.monotonic() + _CONNECT_SECONDS
    while not _is_writable(connection, SLICE_SECONDS):
        waiting.check()
        if time.monotonic() > deadline:
            raise NotPrintedError(PrinterTrouble.OFFLINE, f"{where} does not answer")
    fault = connection.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
    if fault:
        raise NotPrintedError(PrinterTrouble.OFFLINE, f"{where} refuses (error {fault})")


def _is_writable(connection: socket.socket, seconds: float) -> bool:
    _, writable, broken = select.select(
        [], [connection], [connection], seconds
    )  # Windows tells refusal by the third
    return bool(writable or broken)


class TcpChannel:
    """A connection to a printer."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection

    def write(self, data: memoryview, seconds: float) -> int:
        try:
            if not _is_writable(self._connection, seconds):
                return 0
            return self._connection.send(data)
        except BlockingIOError:
            return 0
        except OSError as error:
            raise ChannelLostError(str(error)) from error

    def read(self, seconds: float) -> bytes:
        try:
            readable, _, _ = select.select([self._connection], [], [], seconds)
            if not readable:
                return b""
            heard = self._connection.recv(256)
        except BlockingIOError:
            return b""
        except OSError as error:
            raise ChannelLostError(str(error)) from error
        if not heard:
            raise ChannelLostError("the printer closed the connection")
        return heard

    def is_drained(self, seconds: float) -> bool:
        """Whether the printer's side has acknowledged every byte; only Linux can tell."""
        fault = self._connection.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
        if fault:
            raise ChannelLostError(f"the connection broke (error {fault})")
        waiting = _unacknowledged(self._connection)
        if waiting:
            time.sleep(min(seconds, 0.01))
        return not waiting

    def close(self) -> None:
        """End with a FIN: words of the printer that nobody read would make it a reset that drops its paper."""
        try:
            self._connection.shutdown(socket.SHUT_WR)
            while self._connection.recv(256):
                pass
        except OSError:
            pass  # nothing more to read, or broken already: closed either way
        finally:
            self._connection.close()


def _unacknowledged(connection: socket.socket) -> int:
    if sys.platform == "linux":
        import fcntl
        import struct
        import termios

        answer = fcntl.ioctl(connection, termios.TIOCOUTQ, b"\0\0\0\0")
        (waiting,) = struct.unpack("i", answer)
        return int(waiting)
    else:  # noqa: RET505 - mypy reads it for both platforms
        return 0
