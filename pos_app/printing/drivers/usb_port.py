"""ESC/POS over USB, by python-escpos, which is imported only here and only when it is needed."""

from __future__ import annotations

import errno
import logging
from collections.abc import Callable
from typing import Protocol

from pos_app.domain.printer import PrinterTrouble
from pos_app.domain.printer_address import UsbAddress
from pos_app.printing.drivers.channel import ChannelLostError, Opener
from pos_app.printing.drivers.port import NotPrintedError, Waiting

_PACKET = 64


class Endpoints(Protocol):
    """The two ends that pyusb gives; times are in milliseconds. Both raise OSError, a timeout included."""

    def write(self, endpoint: int, data: bytes, timeout: int) -> int: ...

    def read(self, endpoint: int, size: int, timeout: int) -> bytes: ...


class EscposUsb(Protocol):
    """What we use of python-escpos' USB printer."""

    device: Endpoints
    in_ep: int
    out_ep: int

    def open(self) -> None: ...

    def close(self) -> None: ...


def opener(address: UsbAddress) -> Opener:
    def opened(waiting: Waiting) -> UsbChannel:
        try:
            printer = _import_quietly()(*address)
            printer.open()
        except Exception as error:  # the library, pyusb and libusb each raise their own
            raise NotPrintedError(PrinterTrouble.OFFLINE, f"{address}: {error}") from error
        return UsbChannel(printer.device, printer.in_ep, printer.out_ep, printer.close)

    return opened


def _import_quietly() -> Callable[[int, int], EscposUsb]:
    """python-escpos 3.1 calls logging.basicConfig() when imported: the handlers it adds go again."""
    root = logging.getLogger()
    before = list(root.handlers)
    from escpos.printer import Usb

    for handler in root.handlers[:]:
        if handler not in before:
            root.removeHandler(handler)
    made: Callable[[int, int], EscposUsb] = Usb
    return made


class UsbChannel:
    """An open USB printer."""

    def __init__(self, ends: Endpoints, inward: int, outward: int, close: Callable[[], None]) -> None:
        self._ends = ends
        self._in, self._out = inward, outward
        self._close = close

    def write(self, data: memoryview, seconds: float) -> int:
        try:
            return self._ends.write(self._out, bytes(data[:_PACKET]), round(seconds * 1000))
        except OSError as error:
            if _is_timeout(error):
                return 0
            raise ChannelLostError(str(error)) from error

    def read(self, seconds: float) -> bytes:
        try:
            return bytes(self._ends.read(self._in, _PACKET, round(seconds * 1000)))
        except OSError as error:
            if _is_timeout(error):
                return b""
            raise ChannelLostError(str(error)) from error

    def is_drained(self, seconds: float) -> bool:
        return True  # a USB write returns when the printer has the packet

    def close(self) -> None:
        self._close()


def _is_timeout(error: OSError) -> bool:
    """Whether pyusb gave up waiting: it says so by errno, or in later versions by a class of its own."""
    return error.errno in (errno.ETIMEDOUT, 10060) or type(error).__name__ == "USBTimeoutError"
