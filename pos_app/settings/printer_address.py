"""The one grammar of a printer's `kind` and `address`."""

from __future__ import annotations

import ipaddress
import re
from enum import Enum
from pathlib import Path

from pos_app.domain.printer_address import (
    FileAddress,
    NetworkAddress,
    PdfAddress,
    PrinterAddress,
    QueueAddress,
    SerialAddress,
    UsbAddress,
)
from pos_app.settings.hosts import is_host
from pos_app.settings.places import whole_path

_HOST_AND_PORT = r"(?:(?P<host>[A-Za-z0-9._-]+)|\[(?P<v6>[0-9A-Fa-f:.]+)\])(?::(?P<port>\d{1,5}))?"
_USB = r"([0-9A-Fa-f]{4}):([0-9A-Fa-f]{4})"
_SPEEDS = (1200, 2400, 4800, 9600, 19200, 38400, 57600, 115200)


class PrinterKind(Enum):
    NONE = "none"
    NETWORK = "network"
    USB = "usb"
    SERIAL = "serial"
    SPOOLER = "spooler"
    FILE = "file"
    PDF = "pdf"

    @property
    def address_means(self) -> str:
        """What to write as this kind's address, for a person; empty where none is needed."""
        return _MEANINGS[self]


_MEANINGS = {
    PrinterKind.NONE: "",
    PrinterKind.NETWORK: 'the printer\'s host, such as "192.168.1.50" or "192.168.1.50:9100"',
    PrinterKind.USB: 'its vendor and product, such as "04b8:0202"',
    PrinterKind.SERIAL: (
        'its port, with its speed where it is not 9600, such as "/dev/ttyUSB0" or "COM3@19200"; '
        f"speeds are {', '.join(map(str, _SPEEDS))}"
    ),
    PrinterKind.SPOOLER: 'the name of the system\'s print queue, which begins with no "-"',
    PrinterKind.FILE: "the file or device to write to",
    PrinterKind.PDF: "the folder for the PDF files",
}


def printer_address(kind: PrinterKind, text: str, beside: Path) -> PrinterAddress | None:
    """What one printable line means to a kind; None where it can't be an address of it, and for NONE.

    A file or folder without a place of its own lies in `beside`, the settings' folder. The disk is not asked:
    whether a file or a folder is there shows when papers go to it.
    """
    if not text:
        return None
    match kind:
        case PrinterKind.NONE:
            return None
        case PrinterKind.NETWORK:
            return _network(text)
        case PrinterKind.USB:
            found = re.fullmatch(_USB, text)
            return UsbAddress(int(found[1], 16), int(found[2], 16)) if found else None
        case PrinterKind.SERIAL:
            return _serial(text)
        case PrinterKind.SPOOLER:
            return None if text.startswith("-") else QueueAddress(text)
        case PrinterKind.FILE:
            return FileAddress(whole_path(text, beside))
        case PrinterKind.PDF:
            return PdfAddress(whole_path(text, beside))


def _network(text: str) -> NetworkAddress | None:
    found = re.fullmatch(_HOST_AND_PORT, text)
    if found is None:
        return None
    host = _ipv6(found["v6"]) if found["v6"] else found["host"]
    if host is None or not (found["v6"] or is_host(host)):
        return None
    if found["port"] is None:
        return NetworkAddress(host)
    port = int(found["port"])
    return NetworkAddress(host, port) if 0 < port < 65536 else None


def _ipv6(text: str) -> str | None:
    try:
        return str(ipaddress.IPv6Address(text))
    except ValueError:
        return None


def _serial(text: str) -> SerialAddress | None:
    """The last `@` parts the speed from the port."""
    port, at, speed = text.rpartition("@")
    if not at:
        return SerialAddress(text)
    if not port or speed not in map(str, _SPEEDS):
        return None
    return SerialAddress(port, int(speed))
