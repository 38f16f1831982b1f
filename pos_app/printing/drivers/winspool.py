"""A Windows print queue, fed RAW through winspool.drv. What the spooler has taken is its own to print."""

from __future__ import annotations

import sys
from typing import Protocol

from pos_app.domain.printer import PrinterTrouble
from pos_app.printing.drivers.port import BrokenOffError, NotPrintedError, Waiting

_PAPER_OUT, _OFFLINE, _DOOR_OPEN = 0x10, 0x80, 0x400000
_ERROR, _PAUSED, _NOT_AVAILABLE = 0x2, 0x1, 0x1000
"""PRINTER_STATUS_* of winspool.h."""


class Spooler(Protocol):
    """The calls of winspool.drv that we need; each raises OSError with Windows' own reason."""

    def open(self, queue: str) -> int: ...

    def status(self, handle: int) -> int:
        """The PRINTER_STATUS bits of the queue."""
        ...

    def start(self, handle: int, title: str) -> None:
        """Begin a document of type RAW and its page."""
        ...

    def write(self, handle: int, data: bytes) -> int:
        """How many bytes were taken, at least one."""
        ...

    def end(self, handle: int) -> None:
        """Give the document to the spooler."""
        ...

    def abort(self, handle: int) -> None:
        """Throw the document away."""
        ...

    def close(self, handle: int) -> None: ...


class WindowsQueue:
    """A queue that is known to Windows by name."""

    def __init__(self, name: str, spooler: Spooler) -> None:
        self._name = name
        self._spooler = spooler

    def deliver(self, name: str, data: bytes, waiting: Waiting) -> None:
        handle = self._open()
        try:
            trouble = _trouble(self._spooler.status(handle))
            if trouble:
                raise NotPrintedError(trouble, f"Windows says that {self._name} can't print")
            self._spool(handle, name, data, waiting)
        except OSError as error:
            raise NotPrintedError(PrinterTrouble.OFFLINE, f"{self._name}: {error}") from error
        finally:
            self._spooler.close(handle)

    def look(self, waiting: Waiting) -> PrinterTrouble | None:
        handle = self._open()
        try:
            return _trouble(self._spooler.status(handle))
        except OSError as error:
            raise NotPrintedError(PrinterTrouble.OFFLINE, f"{self._name}: {error}") from error
        finally:
            self._spooler.close(handle)

    def _open(self) -> int:
        try:
            return self._spooler.open(self._name)
        except OSError as error:
            raise NotPrintedError(PrinterTrouble.WRONG_SETTING, f"{self._name}: {error}") from error

    def _spool(self, handle: int, name: str, data: bytes, waiting: Waiting) -> None:
        """A document that is not whole is thrown away: Windows prints nothing of it before its end."""
        self._spooler.start(handle, name)
        rest = data
        try:
            while rest:
                waiting.check()
                rest = rest[self._spooler.write(handle, rest) :]
        except BaseException:
            self._spooler.abort(handle)
            raise
        try:
            self._spooler.end(handle)
        except OSError as error:
            raise BrokenOffError(PrinterTrouble.OFFLINE, f"{self._name}: {error}") from error


def _trouble(status: int) -> PrinterTrouble | None:
    if status & _DOOR_OPEN:
        return PrinterTrouble.COVER_OPEN
    if status & _PAPER_OUT:
        return PrinterTrouble.OUT_OF_PAPER
    if status & (_OFFLINE | _ERROR | _PAUSED | _NOT_AVAILABLE):
        return PrinterTrouble.OFFLINE
    return None


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    class _DocInfo(ctypes.Structure):
        """DOC_INFO_1W"""

        _fields_ = (
            ("title", wintypes.LPWSTR),
            ("output", wintypes.LPWSTR),
            ("datatype", wintypes.LPWSTR),
        )

    class _Info6(ctypes.Structure):
        """PRINTER_INFO_6"""

        _fields_ = (("status", wintypes.DWORD),)

    class _SystemSpooler:
        def __init__(self) -> None:
            self._calls = ctypes.WinDLL("winspool.drv", use_last_error=True)
            handle, pointer = wintypes.HANDLE, ctypes.c_void_p
            dword, dwords = wintypes.DWORD, ctypes.POINTER(wintypes.DWORD)
            arguments: dict[str, tuple[object, ...]] = {
                "OpenPrinterW": (wintypes.LPWSTR, ctypes.POINTER(handle), pointer),
                "GetPrinterW": (handle, dword, pointer, dword, dwords),
                "StartDocPrinterW": (handle, dword, ctypes.POINTER(_DocInfo)),
                "StartPagePrinter": (handle,),
                "WritePrinter": (handle, pointer, dword, dwords),
                "EndPagePrinter": (handle,),
                "EndDocPrinter": (handle,),
                "AbortPrinter": (handle,),
                "ClosePrinter": (handle,),
            }
            for name, kinds in arguments.items():
                call = getattr(self._calls, name)
                call.argtypes = kinds
                call.restype = dword if name == "StartDocPrinterW" else wintypes.BOOL

        def open(self, queue: str) -> int:
            handle = wintypes.HANDLE()
            self._must(self._calls.OpenPrinterW(queue, ctypes.byref(handle), None))
            return handle.value or 0

        def status(self, handle: int) -> int:
            info, needed = _Info6(), wintypes.DWORD()
            size = ctypes.sizeof(info)
            self._must(self._calls.GetPrinterW(handle, 6, ctypes.byref(info), size, ctypes.byref(needed)))
            return int(info.status)

        def start(self, handle: int, title: str) -> None:
            document = _DocInfo(title, None, "RAW")
            self._must(self._calls.StartDocPrinterW(handle, 1, ctypes.byref(document)))
            self._must(self._calls.StartPagePrinter(handle))

        def write(self, handle: int, data: bytes) -> int:
            taken = wintypes.DWORD()
            self._must(self._calls.WritePrinter(handle, data, len(data), ctypes.byref(taken)))
            self._must(taken.value)
            return taken.value

        def end(self, handle: int) -> None:
            self._must(self._calls.EndPagePrinter(handle))
            self._must(self._calls.EndDocPrinter(handle))

        def abort(self, handle: int) -> None:
            self._calls.AbortPrinter(handle)

        def close(self, handle: int) -> None:
            self._calls.ClosePrinter(handle)

        @staticmethod
        def _must(answer: int) -> None:
            if not answer:
                raise ctypes.WinError(ctypes.get_last_error())

    def system_spooler() -> Spooler:
        return _SystemSpooler()
