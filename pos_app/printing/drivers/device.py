"""A printer that the system shows as a file (`/dev/usb/lp0`), or a plain file that collects papers."""

from __future__ import annotations

import errno
import os
import select
import stat
from pathlib import Path

from pos_app.domain.printer import PrinterTrouble
from pos_app.printing.drivers.channel import ChannelLostError, Opener
from pos_app.printing.drivers.conversation import Conversation
from pos_app.printing.drivers.port import BrokenOffError, Driver, NotPrintedError, Waiting
from pos_app.printing.settings import SettingError

_PAPER_ERRORS = (errno.ENOSPC,)
"""Linux's usblp says "no space" for a printer without paper."""


def driver(path: Path) -> Driver:
    """Raises SettingError for a folder."""
    if _is_folder(path):
        raise SettingError(
            indonesian=f"“{path}” bukan berkas atau perangkat printer. Tulis jalurnya, misalnya /dev/usb/lp0.",
            english=f"“{path}” is no file or printer device. Write its path, for example /dev/usb/lp0.",
        )
    return Conversation(_opener(path)) if _is_device(path) else PlainFile(path)


def _is_folder(path: Path) -> bool:
    return os.path.isdir(path)  # noqa: PTH112 - Path.is_dir raises where a folder on the way is closed to this user


def _is_device(path: Path) -> bool:
    """Whatever lies in /dev is a device even while it is unplugged and so not there."""
    try:
        return not stat.S_ISREG(path.stat().st_mode)
    except OSError:
        return path.parts[:2] == ("/", "dev") or path.drive.startswith("\\\\.")


def _opener(path: Path) -> Opener:
    flags = os.O_RDWR | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)

    def opened(waiting: Waiting) -> DeviceChannel:
        try:
            return DeviceChannel(os.open(path, flags))
        except OSError as error:
            wrong = error.errno in (errno.EACCES, errno.EPERM)
            trouble = PrinterTrouble.WRONG_SETTING if wrong else PrinterTrouble.OFFLINE
            raise NotPrintedError(trouble, f"{path}: {error}") from error

    return opened


class DeviceChannel:
    """An open device file."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor

    def write(self, data: memoryview, seconds: float) -> int:
        try:
            _, writable, _ = select.select([], [self._descriptor], [], seconds)
            return os.write(self._descriptor, data) if writable else 0
        except BlockingIOError:
            return 0
        except OSError as error:
            if error.errno in _PAPER_ERRORS:
                return 0
            raise ChannelLostError(str(error)) from error

    def read(self, seconds: float) -> bytes:
        try:
            readable, _, _ = select.select([self._descriptor], [], [], seconds)
            return os.read(self._descriptor, 256) if readable else b""
        except BlockingIOError:
            return b""
        except OSError as error:
            raise ChannelLostError(str(error)) from error

    def is_drained(self, seconds: float) -> bool:
        return True  # what the system took is the printer's; nobody can look further

    def close(self) -> None:
        os.close(self._descriptor)


class PlainFile:
    """Appends papers to one file."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def deliver(self, name: str, data: bytes, waiting: Waiting) -> None:
        trouble = self.look(waiting)
        if trouble:
            raise NotPrintedError(trouble, f"there is no folder for {self._path}")
        try:
            file = self._path.open("ab")
        except OSError as error:
            raise NotPrintedError(PrinterTrouble.WRONG_SETTING, str(error)) from error
        try:
            with file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise BrokenOffError(PrinterTrouble.OFFLINE, str(error)) from error

    def look(self, waiting: Waiting) -> PrinterTrouble | None:
        return None if _is_folder(self._path.parent) else PrinterTrouble.WRONG_SETTING
