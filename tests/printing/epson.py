"""A network printer on loopback that answers, refuses, hangs and falls over as it is told."""

from __future__ import annotations

import contextlib
import re
import select
import socket
import struct
import threading
import time
from collections.abc import Callable
from types import TracebackType
from typing import Self

from pos_app.domain.printer_address import NetworkAddress
from tests.printing.interpreter import Printer
from tests.waiting import until

WELL = (0x12, 0x12, 0x12)
PAPER_OUT = (0x1A, 0x32, 0x72)
COVER_OPEN = (0x1A, 0x16, 0x12)
PAPER_LOW = (0x12, 0x12, 0x1E)
_ANSWER_OF = {1: 0, 2: 1, 4: 2}
_QUERY = re.compile(rb"\x10\x04(.)", re.DOTALL)


class Epson:
    """One connection at a time, like the real thing. Change its attributes while it runs."""

    def __init__(self) -> None:
        self.status = WELL
        self.answers = True  # DLE EOT at all
        self.confirms = True  # GS r
        self.hangs_up = False  # at GS r, which it does not answer then
        self.reads = True
        self.drop_after: int | None = None  # bytes of papers
        self.drops = 1  # so often
        self.silent_after: int | None = None  # bytes of papers, then no query is answered
        self.paper_out_after: int | None = None  # bytes of papers
        self.taken = 0
        self.connections = 0
        self.received = b""
        self.last_byte_at = 0.0
        self.printer = Printer(self._asked)
        self._held = b""
        self._dropping = 0  # bytes until it drops
        self._connection: socket.socket | None = None
        self._listener = socket.socket()
        self._listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self._listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
        self._listener.bind(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self.faults: list[BaseException] = []

    @property
    def address(self) -> str:
        return f"127.0.0.1:{self.port}"

    @property
    def network(self) -> NetworkAddress:
        return NetworkAddress("127.0.0.1", self.port)

    def __enter__(self) -> Self:
        self.switch_on()
        return self

    def switch_on(self) -> None:
        self._listener.listen(1)
        self._thread.start()

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._over.set()
        if self._thread.ident:
            self._thread.join(5)
        self._listener.close()
        assert not self.faults, self.faults

    def wait_for(self, condition: Callable[[], bool], seconds: float = 8.0) -> None:
        until(condition, seconds)

    def wait_for_a_look(self) -> None:
        """Until the lane has looked at us once and gone again."""
        self.wait_for(lambda: self.connections == 1 and not self.is_busy)

    @property
    def is_busy(self) -> bool:
        return self._connection is not None

    @property
    def papers(self) -> int:
        return len(self.printer.papers)

    def _serve(self) -> None:
        try:
            while not self._over.is_set():
                readable, _, _ = select.select([self._listener], [], [], 0.02)
                if readable:
                    self._connection, _ = self._listener.accept()
                    self.connections += 1
                    self._dropping = self.drop_after or 0
                    with self._connection:
                        self._talk(self._connection)
                    self._connection = None
        except BaseException as fault:
            self.faults.append(fault)

    def _talk(self, connection: socket.socket) -> None:
        while not self._over.is_set():
            if self._held and self.status in (WELL, PAPER_LOW):
                held, self._held = self._held, b""
                self.printer.feed(held)
            readable, _, _ = select.select([connection], [], [], 0.01)
            if not readable or not self.reads:
                time.sleep(0.005)
                continue
            try:
                data = connection.recv(1024)
            except ConnectionResetError:
                return
            if not data:
                return
            if not self._heard(connection, data):
                return

    def _heard(self, connection: socket.socket, data: bytes) -> bool:
        """Real-time queries are answered wherever they stand, also inside a picture."""
        self.received += data
        self.last_byte_at = time.perf_counter()
        self.taken += len(_QUERY.sub(b"", data))
        if self.silent_after is not None and self.taken >= self.silent_after:
            self.answers = False
        if self.paper_out_after is not None and self.taken >= self.paper_out_after:
            self.status = PAPER_OUT
        if self.hangs_up and b"\x1dr\x01" in data:
            self.printer.feed(_QUERY.sub(b"", data))
            return False
        for query in _QUERY.finditer(data):
            if self.answers:
                self._say(connection, bytes([self.status[_ANSWER_OF[query[1][0]]]]))
        paper = _QUERY.sub(b"", data)
        if self.drop_after is not None and self.drops:
            self._dropping -= len(paper)
            if self._dropping < 0:
                self.printer.feed(paper[: self._dropping])
                self.drops -= 1
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                return False
        if self.status in (WELL, PAPER_LOW) and not self._held:
            self.printer.feed(paper)
        else:
            self._held += paper
        return True

    def _asked(self) -> None:
        if self.confirms and self.answers and not self.hangs_up and self._connection:
            self._say(self._connection, b"\x00")

    @staticmethod
    def _say(connection: socket.socket, answer: bytes) -> None:
        with contextlib.suppress(ConnectionError):  # a printer does not mind that nobody hears it
            connection.send(answer)
