"""ESC/POS over a serial line, by pyserial."""

from __future__ import annotations

import logging
import os
import select
import time
from typing import TYPE_CHECKING

from pos_app.domain.printer import PrinterTrouble
from pos_app.domain.printer_address import SerialAddress
from pos_app.printing.drivers.channel import ChannelLostError, Opener
from pos_app.printing.drivers.port import NotPrintedError, Waiting

if TYPE_CHECKING:
    from serial import Serial

_CHUNK = 512

_log = logging.getLogger(__name__)


def opener(address: SerialAddress) -> Opener:
    def opened(waiting: Waiting) -> SerialChannel:
        from serial import Serial, SerialException

        try:
            return SerialChannel(Serial(address.port, address.speed, timeout=0, write_timeout=0))
        except (SerialException, ValueError, OSError) as error:
            raise NotPrintedError(PrinterTrouble.OFFLINE, f"{address.port}: {error}") from error

    return opened


class SerialChannel:
    """An open line. A stalled printer holds its handshake and the bytes stay with us."""

    def __init__(self, line: Serial) -> None:
        self._line = line

    def write(self, data: memoryview, seconds: float) -> int:
        from serial import SerialException

        try:
            if not self._has_room(seconds):
                return 0
            return self._line.write(bytes(data[:_CHUNK])) or 0
        except (SerialException, OSError) as error:
            raise ChannelLostError(str(error)) from error

    def _has_room(self, seconds: float) -> bool:
        """Whether the line takes more: pyserial 3.5 spins on a full one."""
        if self._line.out_waiting > _CHUNK:
            time.sleep(min(seconds, 0.05))
            return False
        if os.name != "posix":
            return True
        _, writable, _ = select.select([], [self._line.fileno()], [], seconds)
        return bool(writable)

    def read(self, seconds: float) -> bytes:
        from serial import SerialException

        try:
            self._line.timeout = seconds
            first = self._line.read(1)
            return first + self._line.read(self._line.in_waiting) if first else b""
        except (SerialException, OSError) as error:
            raise ChannelLostError(str(error)) from error

    def is_drained(self, seconds: float) -> bool:
        try:
            drained = not self._line.out_waiting
        except OSError as error:
            raise ChannelLostError(str(error)) from error
        if not drained:
            time.sleep(min(seconds, 0.05))
        return drained

    def close(self) -> None:
        """Closing a line waits for what it still holds, so that is dropped first."""
        try:
            self._line.reset_output_buffer()
        except Exception:  # noqa: BLE001 - pyserial lets termios' own error through, which is no OSError
            _log.info("the serial line was gone before it was closed")
        finally:
            self._line.close()
