from __future__ import annotations

import errno
import logging

import pytest

from pos_app.domain.printer import PrinterTrouble
from pos_app.domain.printer_address import UsbAddress
from pos_app.printing.drivers import NotPrintedError, Waiting, open_driver
from pos_app.printing.drivers.channel import ChannelLostError
from pos_app.printing.drivers.conversation import Conversation
from pos_app.printing.drivers.usb_port import UsbChannel
from tests.printing.drivers.listening import Listening
from tests.printing.interpreter import Printer
from tests.printing.samples import printer


class Ends:
    """The endpoints of a printer that is well, as pyusb gives them: whole packets, times in milliseconds."""

    def __init__(self) -> None:
        self.printer = Printer(lambda: self._answers.append(0x00))
        self._answers: list[int] = []
        self.error: OSError | None = None
        self.closed = False

    def write(self, endpoint: int, data: bytes, timeout: int) -> int:
        assert (endpoint, timeout > 0, len(data) <= 64) == (1, True, True)
        if self.error:
            raise self.error
        for number in (1, 2, 4):
            if bytes((0x10, 0x04, number)) in data:
                self._answers.append(0x12)
                data = data.replace(bytes((0x10, 0x04, number)), b"")
        self.printer.feed(data)
        return len(data) or 9

    def read(self, endpoint: int, size: int, timeout: int) -> bytes:
        assert (endpoint, timeout > 0, size >= 1) == (0x82, True, True)
        if not self._answers:
            raise OSError(errno.ETIMEDOUT, "timed out")
        answers, self._answers = bytes(self._answers), []
        return answers

    def close(self) -> None:
        self.closed = True


def test_a_paper_goes_out_in_packets_and_is_confirmed() -> None:
    ends = Ends()

    def opened(waiting: Waiting) -> UsbChannel:
        return UsbChannel(ends, 0x82, 1, ends.close)

    driver = Conversation(opened)
    driver.deliver("x", b"\x1b@" + b"Terima kasih\n" * 50 + b"\x1dVB\x00", Listening().waiting)
    assert len(ends.printer.papers) == 1
    assert ends.closed


def test_a_timeout_is_patience_and_anything_else_the_end() -> None:
    ends = Ends()
    channel = UsbChannel(ends, 0x82, 1, ends.close)
    assert channel.read(0.1) == b""
    ends.error = OSError(errno.ETIMEDOUT, "timed out")
    assert channel.write(memoryview(b"x"), 0.1) == 0
    ends.error = OSError(errno.ENODEV, "no such device")
    with pytest.raises(ChannelLostError):
        channel.write(memoryview(b"x"), 0.1)


def test_no_such_printer_is_offline_and_the_log_keeps_its_handlers() -> None:
    before = list(logging.getLogger().handlers)
    driver = open_driver(printer(UsbAddress(0xDEAD, 0xBEEF)))
    with pytest.raises(NotPrintedError) as caught:
        driver.deliver("x", b"paper", Listening().waiting)
    assert caught.value.trouble is PrinterTrouble.OFFLINE
    assert logging.getLogger().handlers == before
