"""A serial printer at the other end of a pseudo terminal."""

from __future__ import annotations

import os
import select
import threading
import tty
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from pos_app.domain.printer import PrinterTrouble
from pos_app.domain.printer_address import FileAddress, PrinterAddress, SerialAddress
from pos_app.printing.compose import compose
from pos_app.printing.drivers import HaltedError, NotPrintedError, open_driver
from pos_app.printing.encode import paper_bytes
from tests.printing.drivers.listening import Listening, why_it_can_not_be_asked
from tests.printing.interpreter import Printer
from tests.printing.samples import NOW, RECEIPT, printer

NOWHERE = "/dev/no-such-printer"
PAPER = paper_bytes(compose(RECEIPT, printer(), NOW), printer())


class FarEnd:
    """Reads what comes down the line, and answers as an Epson does unless it hangs."""

    def __init__(self) -> None:
        self.master, slave = os.openpty()
        tty.setraw(slave)
        self.name = os.ttyname(slave)
        self._slave = slave
        self.printer = Printer(lambda: self._say(b"\x00"))
        self.hangs = False
        self.over = threading.Event()
        self.thread = threading.Thread(target=self._serve, daemon=True)
        self.thread.start()

    def _say(self, answer: bytes) -> None:
        os.write(self.master, answer)

    def _serve(self) -> None:
        while not self.over.is_set():
            readable, _, _ = select.select([self.master], [], [], 0.02)
            if not readable or self.hangs:
                self.over.wait(0.01)
                continue
            data = os.read(self.master, 4096)
            for number in (1, 2, 4):
                query = bytes((0x10, 0x04, number))
                if query in data:
                    self._say(b"\x12")
                    data = data.replace(query, b"")
            self.printer.feed(data)

    def close(self) -> None:
        if not self.over.is_set():
            self.over.set()
            self.thread.join(5)
            os.close(self._slave)
            os.close(self.master)


@pytest.fixture
def far_end() -> Iterator[FarEnd]:
    end = FarEnd()
    yield end
    end.close()


def test_a_paper_goes_down_the_line_and_is_confirmed(far_end: FarEnd) -> None:
    driver = open_driver(printer(SerialAddress(far_end.name, 115200)))
    listening = Listening()
    assert driver.look(listening.waiting) is None
    driver.deliver("x", PAPER, listening.waiting)
    assert len(far_end.printer.papers) == 1


def test_a_device_file_speaks_the_same_way(far_end: FarEnd) -> None:
    driver = open_driver(printer(FileAddress(Path(far_end.name))))
    driver.deliver("x", PAPER, Listening().waiting)
    assert len(far_end.printer.papers) == 1


@pytest.mark.parametrize("kind", [SerialAddress, lambda name: FileAddress(Path(name))])
def test_a_line_that_hangs_lets_go_when_told_to_stop(
    far_end: FarEnd, kind: Callable[[str], PrinterAddress]
) -> None:
    driver = open_driver(printer(kind(far_end.name)))
    listening = Listening()
    driver.look(listening.waiting)
    far_end.hangs = True
    threading.Timer(0.3, listening.halted.set).start()
    with pytest.raises(HaltedError):
        driver.deliver("x", PAPER * 3, listening.waiting)


def test_a_line_that_is_pulled_out_while_it_is_asked_has_begun_nothing(far_end: FarEnd) -> None:
    """As a serial adapter on USB goes."""
    far_end.hangs = True
    driver = open_driver(printer(SerialAddress(far_end.name)))
    pulled = threading.Timer(0.3, far_end.close)
    pulled.start()
    with pytest.raises(NotPrintedError) as caught:
        driver.deliver("x", PAPER, Listening().waiting)
    pulled.join()
    assert (type(caught.value), caught.value.trouble) == (NotPrintedError, PrinterTrouble.OFFLINE)


@pytest.mark.parametrize("address", [SerialAddress(NOWHERE), FileAddress(Path(NOWHERE))])
def test_no_such_port_is_offline(address: PrinterAddress) -> None:
    driver = open_driver(printer(address))
    assert why_it_can_not_be_asked(driver) is PrinterTrouble.OFFLINE
